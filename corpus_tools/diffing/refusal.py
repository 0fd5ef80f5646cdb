"""Why a delta cannot be applied to an article: the first thing in which it is not the one the delta was made for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NoReturn

from corpus_tools.delta import Delta
from corpus_tools.diffing.blocks import gap_before
from corpus_tools.diffing.exact import digest, same
from corpus_tools.diffing.layers import head
from corpus_tools.diffing.values import ABSENT
from corpus_tools.errors import DeltaError
from corpus_tools.model.article import Article

_VALUES = ("schema_version", "language", "extra", "metadata", "origin")
_LONGEST = 40  # characters of a value that are told


def refuse(article: Article, delta: Delta) -> NoReturn:
    """Say why `delta` was not made for `article`, which is in canonical form.

    Raises:
        DeltaError: always.
    """
    raise DeltaError(_reason(article, delta))


def _reason(article: Any, delta: Delta) -> str:
    if digest(article) == delta["new"]["sha256"]:
        return "the article is the delta's new version already"
    if article["id"] != delta["old"]["id"]:
        return f"the delta was made for article {delta['old']['id']}, this one is {article['id']}"
    looks = (_blocks, _keys, _things, _items, _values, _gaps, _revisions, _layers)
    found = next(chain.from_iterable(look(article, delta) for look in looks), None)
    return f"the delta was made for another version of the article: {found or 'they differ where it changes nothing'}"


def _blocks(article: Any, delta: Delta) -> Iterator[str]:
    texts = {block["id"]: block["text"] for block in article["blocks"]}
    for change in delta["blocks"]:
        for placed in change["old"]:
            if placed["block"]["id"] not in texts:
                yield f"there is no block {placed['block']['id']}"
        for edit in change["edits"]:
            told = edit["old"]
            found = texts.get(told["block"], "")[told["start"] : told["end"]]
            if "end_block" not in told and found != told["text"]:
                yield f"in block {told['block']} at {told['start']} stands {found!r}, not {told['text']!r}"


def _keys(article: Any, delta: Delta) -> Iterator[str]:
    """Blocks whose other keys are not as they were; of those that are gone the text counts, too."""
    blocks = {block["id"]: block for block in article["blocks"]}
    for change in delta["blocks"]:
        for placed in change["old"]:
            told = _own(placed["block"])
            found = _own(blocks[told["id"]])
            if "text" not in told:
                del found["text"]
            if not same(found, told):
                yield f"block {told['id']} is not as it was"


def _own(block: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in block.items() if key != "before"}


def _things(article: Any, delta: Delta) -> Iterator[str]:
    for part, changes in (("group", delta["groups"]), ("entity", delta["entities"]), ("agent", delta["agents"])):
        things = [thing for kind in ("groups", "entities", "agents") for thing in article.get(kind, ())]
        for change in changes:
            if "old" in change and change["old"] not in things:
                yield f"{part} {change['old']['id']} is not as it was"


def _items(article: Any, delta: Delta) -> Iterator[str]:
    for change in delta["layers"]:
        if "list" in change and "old" in change:
            items = article.get("layers", {}).get(change["layer"], {}).get(change["list"], ())
            if change["old"] not in items:
                yield f"{change['old']['id']} in layer {change['layer']} is not as it was"


def _values(article: Any, delta: Any) -> Iterator[str]:
    for part in _VALUES:
        for change in delta[part]:
            field = change.get("field", "")
            if (part, field) == ("origin", "before"):
                continue
            keys = field.split(".", 1) if part == "metadata" else [field]
            found, told = _value(article.get(part, ABSENT), keys if field else []), change.get("old", ABSENT)
            if not _are_same(found, told):
                yield f"{part}{' ' * bool(field)}{field} is {_shown(found)}, not {_shown(told)}"


def _value(value: Any, keys: list[str]) -> Any:
    for key in keys:
        value = value.get(key, ABSENT) if isinstance(value, dict) else ABSENT
    return value


def _are_same(found: Any, told: Any) -> bool:
    return found is told if ABSENT in (found, told) else same(found, told)


def _shown(value: Any) -> str:
    if value is ABSENT:
        return "absent"
    shown = repr(value)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 2]}…{shown[-1]}"


def _gaps(article: Any, delta: Any) -> Iterator[str]:
    indexes = {block["id"]: index for index, block in enumerate(article["blocks"])}
    for change in delta["origin"]:
        if change.get("field") == "before":
            for block, told in change["old"].items():
                found = gap_before(article, indexes[block]) if block in indexes else ABSENT
                if found != told:
                    yield f"before block {block} stands {_shown(found)}, not {_shown(told)}"


def _revisions(article: Any, delta: Any) -> Iterator[str]:
    there = article.get("revisions", ())
    for change in delta["revisions"]:
        if "old" in change:
            index = change["old"]["index"]
            if index >= len(there) or not same(there[index], change["old"]["revision"]):
                yield f"revision {index + 1} is not as it was"


def _layers(article: Any, delta: Any) -> Iterator[str]:
    layers = article.get("layers", {})
    for change in delta["layers"]:
        if "list" in change:
            continue
        name, told, found = change["layer"], change.get("old"), layers.get(change["layer"])
        if told is None:
            if found is not None:
                yield f"there is a layer {name} already"
        elif found is None:
            yield f"there is no layer {name}"
        elif not same(head(found) if "new" in change else found, told):
            yield f"layer {name} is not as it was"
