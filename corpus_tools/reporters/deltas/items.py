"""Changes of annotations, relations and things in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from corpus_tools.delta import LayerChange, ThingChange, ValueChange
from corpus_tools.model.article import Article
from corpus_tools.model.wording import in_words, object_in_words
from corpus_tools.reporters.deltas.rows import FEW

GAP = " … "
_CONTEXT = 28  # code points of the words around an annotation, at most
_LONGEST = 100  # code points of an annotation that are told in full
_SHOWN_ELSEWHERE = frozenset({"id", "spans", "type"})


class Quote(NamedTuple):
    """The words that an annotation marks, and those around them; an ellipsis stands where words are left out."""

    before: str
    words: str
    after: str


class Detail(NamedTuple):
    """A value that an item has, or had; None on the side that has it not."""

    key: str
    old: str | None
    new: str | None


class Together(NamedTuple):
    """Annotations and relations of one layer that came or went with the block they stand in.

    Attributes:
        layer: name of the layer.
        kind: ``added`` or ``removed``.
        changes: all of them.
    """

    layer: str
    kind: str
    changes: Sequence[LayerChange]

    def __str__(self) -> str:
        return f"{len(self.changes)} {'came' if self.kind == 'added' else 'went'} with the block"


def gathered(kinds: Sequence[str], changes: Sequence[LayerChange]) -> Iterator[LayerChange | Together]:
    """The changes in the layers of a block; those together that only follow from what happened to it, `kinds`."""
    followed = next((kind for kind in kinds if kind in ("added", "removed")), None)
    for (layer, follows), group in groupby(changes, lambda change: (change["layer"], change["kinds"] == [followed])):
        members = list(group)
        if follows and followed is not None and len(members) > FEW:
            yield Together(layer, followed, members)
        else:
            yield from members


class Names:
    """What the things of one version are called by."""

    def __init__(self, article: Article) -> None:
        """Look up texts, annotations and entities of `article`."""
        self._texts = {block["id"]: block["text"] for block in article["blocks"]}
        self._entities: dict[str, str] = {
            entity["id"]: entity["name"] for entity in article.get("entities", ()) if "name" in entity
        }
        self._spans: dict[str, Any] = {
            item["id"]: item.get("spans", ())
            for layer in article.get("layers", {}).values()
            for item in layer.get("annotations", ())
        }

    def quote(self, item: Mapping[str, Any]) -> Quote | None:
        """The words of an annotation; None if it marks none."""
        spans = item.get("spans")
        if not spans:
            return None
        first, last = spans[0], spans[-1]
        before = self._texts[first["block"]][: first["start"]]
        after = self._texts[last["block"]][last["end"] :]
        return Quote(_last_words(before), _shortened(GAP.join(span["text"] for span in spans)), _first_words(after))

    def of(self, name: str) -> str:
        """What an id stands for: the words of an annotation, the name of an entity, or the id itself."""
        if spans := self._spans.get(name):
            return GAP.join(f"“{_shortened(span['text'])}”" for span in spans)
        return self._entities.get(name, name)

    def value(self, key: str, value: Any) -> str:
        """The value of a key in words."""
        return self.of(value) if key in ("entity", "source", "target") else in_words(value)


def details(change: LayerChange | ThingChange, old: Names, new: Names) -> Iterator[Detail]:
    """What else than words and type is other, or stands in an item that was added or removed."""
    was, now = _flat(change.get("old", {})), _flat(change.get("new", {}))
    one_sided = len(change.keys() & {"old", "new"}) == 1
    for key in was | now:
        before, after = was.get(key), now.get(key)
        told = Detail(
            key,
            None if before is None else old.value(key, before),
            None if after is None else new.value(key, after),
        )
        if one_sided or (before != after and _is_told(key, change["kinds"])):
            yield told


def value_details(change: ValueChange) -> Detail:
    """A field of the metadata, or another value, in both versions."""
    was, now = (object_list_in_words(change[side]) if side in change else None for side in ("old", "new"))
    return Detail(change.get("field", ""), was, now)


def object_list_in_words(value: Any) -> str:
    """A value in words; the members of a list stand apart from each other by `` | ``."""
    return " | ".join(map(object_in_words, value)) if type(value) is list and value else object_in_words(value)


def label(item: Mapping[str, Any]) -> str:
    """The type of an item; nothing if it has none."""
    kind: str = item.get("type", "")
    return kind


def _flat(item: Mapping[str, Any]) -> dict[str, Any]:
    """What an item says beside its words, attributes one by one."""
    flat = {key: value for key, value in item.items() if key not in _SHOWN_ELSEWHERE and key != "attributes"}
    flat |= {key: len(flat[key]) for key in ("annotations", "relations") if key in flat}
    attributes = item.get("attributes", {})
    return {**flat, **{key if key not in item else f"attributes.{key}": value for key, value in attributes.items()}}


def _is_told(key: str, kinds: list[str]) -> bool:
    """Whether a key that differs was found to be other: ids of things that are called otherwise now were not."""
    return key in kinds or key not in ("entity", "source", "target", "part_of", "agent")


def _shortened(text: str) -> str:
    """The words of an annotation, without those in the midst of very many."""
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{_first_words(text, half)}{_last_words(text, half)}".replace("……", GAP)


def _last_words(text: str, most: int = _CONTEXT) -> str:
    if len(text) <= most:
        return text
    cut = text[-most:]
    blank = cut.find(" ")
    return f"…{cut[blank + 1 :] if 0 <= blank < most // 2 else cut}"


def _first_words(text: str, most: int = _CONTEXT) -> str:
    if len(text) <= most:
        return text
    cut = text[:most]
    blank = cut.rfind(" ")
    return f"{cut[:blank] if blank > most // 2 else cut}…"
