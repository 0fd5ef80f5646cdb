"""An article as text that reads well in a line diff: what git shows of it.

One thing is one line, so that a change of one thing is a change of one line. The text of a block breaks where a
sentence ends; a line break of the text itself is marked with `LINE_BREAK`. Below the text stand the annotations that
begin in it, in the canonical order of each layer, by their words and without offsets: what only moves does not
change. Ids of annotations and relations are left out, so a new numbering is no change either; an id stands only where
it is the one name that a thing has. Everything else that an article says has its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from corpus_tools.model.article import Article
from corpus_tools.model.canonical import by_id, canonical
from corpus_tools.model.wording import in_words, object_in_words
from corpus_tools.properties import article_properties
from corpus_tools.reporters.base import visible

LINE_BREAK: Final = "↵"
"""Stands at the end of a line where the text itself has a line break."""

_MANY = 20_000  # code points of a block in which words are not counted any more: offsets tell them apart
_CONTEXT = 12
_CLOSING = r"[\"'”’»)\]]*"
_SENTENCE_END: Final = re.compile(rf"\w\w\w{_CLOSING}[.!?…؟।۔]{_CLOSING} (?=[^\s\d»])|[。！？][」』”’）]*(?=.)")
_BLOCK_SAID = frozenset({"id", "role", "text"})
_ITEM_SAID = frozenset({"id", "type", "spans", "entity", "source", "target", "attributes"})


def article_text(article: Article) -> str:
    """The text of an article that meets the schema, with a final newline; its ids and offsets may be wrong."""
    return "".join(f"{line}\n" for line in _Told(canonical(article)).lines())


class _Told:
    """One article, with what its lines look up."""

    def __init__(self, article: Any) -> None:
        self.article: dict[str, Any] = article
        self.layers: dict[str, dict[str, Any]] = article.get("layers", {})
        self.texts = {block["id"]: block["text"] for block in article["blocks"]}
        self.entities = _names(article.get("entities", ()))
        annotations = (item for layer in self.layers.values() for item in layer.get("annotations", ()))
        self.annotations = {item["id"]: item for item in annotations}
        self.kinds = {
            item["id"]: f"[{name} {item['type']}]" if "type" in item else f"[{name}]"
            for name, layer in self.layers.items()
            for item in layer.get("annotations", ())
        }
        self.on_spans = Counter(_places(item) for item in self.annotations.values())
        self.kinds_on_spans = Counter((_places(item), self.kinds[name]) for name, item in self.annotations.items())
        self.below: dict[str | None, list[str]] = {}
        for name in sorted(self.layers):
            self._place(name, self.layers[name])

    def lines(self) -> Iterator[str]:
        """All lines, sections set apart by a blank one."""
        article = self.article
        yield f"article {article['id']}"
        yield from _pairs(article, skip=_SECTIONS)
        yield from _section("metadata", _pairs(article["metadata"]))
        yield from _section("origin", _pairs(article.get("origin", {})))
        for block in article["blocks"]:
            yield ""
            yield from self._block(block)
        for key in ("groups", "entities", "agents"):
            yield from _section(key, (_thing(item) for item in article.get(key, ())))
        yield from _section("layers", self._layer_lines())
        yield from _section("revisions", (_joined(_parts(revision)) for revision in article.get("revisions", ())))
        yield from _section("other annotations and relations", (line for key in self.below for line in self.below[key]))

    def _block(self, block: Mapping[str, Any]) -> Iterator[str]:
        yield visible(_joined([f"{block['id']} {block['role']}", *_parts(block, skip=_BLOCK_SAID)]))
        yield from (f"  {visible(line)}" for line in text_lines(block["text"]))
        yield from (f"    {line}" for line in self.below.pop(block["id"], ()))

    def _place(self, name: str, layer: Mapping[str, Any]) -> None:
        """Put the items of a layer below the block in which they begin."""
        annotations = layer.get("annotations", ())
        whole = Counter(_only_span(item) for item in annotations)
        for item in annotations:
            spans = item.get("spans", ())
            words = " … ".join(self._quoted(span, spans[0]["block"], whole) for span in spans)
            entity = [f"= {self.entities.get(item['entity'], item['entity'])}"] if "entity" in item else []
            self._add(spans[0]["block"] if spans else None, name, item, [words, *entity])
        for item in by_id(layer.get("relations", ())):
            spans = self.annotations.get(item["source"], {}).get("spans")
            home = spans[0]["block"] if spans else None
            ends = f"{self._end(item['source'], home)} → {self._end(item['target'], home)}"
            self._add(home, name, item, [ends])

    def _add(self, block: str | None, layer: str, item: Mapping[str, Any], said: Sequence[str]) -> None:
        label = f"[{layer} {item['type']}]" if "type" in item else f"[{layer}]"
        rest = [*_parts(item.get("attributes", {})), *_parts(item, skip=_ITEM_SAID)]
        line = " ".join([label, *filter(None, said), *([f"({_joined(rest)})"] if rest else [])])
        self.below.setdefault(block if block in self.texts else None, []).append(visible(line))

    def _quoted(self, span: Mapping[str, Any], home: str, whole: Mapping[Any, int]) -> str:
        """The words of a span, with what tells them from the same words elsewhere in the block."""
        text, quote, start = self.texts.get(span["block"], ""), span["text"], span["start"]
        said = [f"“{quote}”"]
        if span["block"] != home:
            said.append(f"in {span['block']}")
        if not quote:
            said.append(f"after “{text[max(0, start - _CONTEXT) : start]}”")
        elif len(text) > _MANY:
            said.append(f"at {start}")
        elif (number := text.count(quote)) != whole.get((span["block"], quote), 0) and number > 1:
            said.append(f"({text.count(quote, 0, start) + 1} of {number})")
        return " ".join(said)

    def _end(self, name: str, home: str | None) -> str:
        """What a relation points at, by its words or its name, with what tells it from all else that reads the same."""
        item = self.annotations.get(name, {})
        spans = item.get("spans")
        if not spans:
            return self.entities.get(name, name)
        words = " … ".join(self._quoted(span, home or "", {}) for span in spans)
        places = _places(item)
        if self.on_spans[places] == 1:
            return words
        return f"{words} {self.kinds[name] if self.kinds_on_spans[places, self.kinds[name]] == 1 else name}"

    def _layer_lines(self) -> Iterator[str]:
        for name, layer in self.layers.items():
            lists = " and ".join(key for key in ("annotations", "relations") if key in layer)
            yield _joined([f"{name}: {lists}", *_parts(layer, skip=("annotations", "relations"))])


_SECTIONS = ("id", "metadata", "origin", "blocks", "groups", "entities", "agents", "layers", "revisions")


def text_lines(text: str) -> Iterator[str]:
    """The text of a block, broken where its sentences end; the one blank at such a break is not written."""
    *broken, last = text.split("\n")
    for line in broken:
        *sentences, end = _sentences(line)
        yield from sentences
        yield end + LINE_BREAK
    yield from _sentences(last)


def _sentences(line: str) -> Iterator[str]:
    begin = 0
    for match in _SENTENCE_END.finditer(line):
        yield line[begin : match.end()].removesuffix(" ")
        begin = match.end()
    yield line[begin:]


def _only_span(item: Mapping[str, Any]) -> tuple[str, str] | None:
    spans = item.get("spans", ())
    return (spans[0]["block"], spans[0]["text"]) if len(spans) == 1 else None


def _places(item: Mapping[str, Any]) -> tuple[tuple[str, int, int], ...]:
    return tuple((span["block"], span["start"], span["end"]) for span in item.get("spans", ()))


def _names(entities: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What each entity is called: by its name if it has one that no other has."""
    entities = list(entities)
    often = Counter(entity.get("name") for entity in entities)
    return {
        entity["id"]: entity["name"] if "name" in entity and often[entity["name"]] == 1 else entity["id"]
        for entity in entities
    }


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = [f"  {visible(line)}" for line in lines]
    if found:
        yield from ("", title, *found)


def _pairs(values: Mapping[str, Any], *, skip: Iterable[str] = ()) -> Iterator[str]:
    """A line for each value, and for each of several values of one key."""
    for key in _ordered(values, skip):
        value = values[key]
        yield from (f"{key}: {object_in_words(part)}" for part in (value if type(value) is list else [value]))


def _thing(item: Mapping[str, Any]) -> str:
    return _joined([f"{item['id']} {item['type']}", *_parts(item, skip=("id", "type"))])


def _parts(values: Mapping[str, Any], *, skip: Iterable[str] = ()) -> list[str]:
    return [f"{key}: {in_words(values[key])}" for key in _ordered(values, skip)]


def _ordered(values: Mapping[str, Any], skip: Iterable[str]) -> list[str]:
    """The keys of an object in the order of the schema, whatever their order in the file."""
    ranks = _ranks()
    return sorted(values.keys() - set(skip), key=lambda key: (ranks.get(key, len(ranks)), key))


@cache
def _ranks() -> dict[str, int]:
    names = dict.fromkeys(found.name for found in article_properties().values())
    return {name: rank for rank, name in enumerate(names)}


def _joined(parts: Sequence[str]) -> str:
    return "; ".join(parts)
