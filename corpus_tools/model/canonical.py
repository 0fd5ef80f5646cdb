"""Canonical form: of all articles that say the same, the one that is written.

Order of annotations, relations, entities, groups and agents carries no meaning, nor do `1.0` against `1`,
a block's language equal to the article's, or a gap that is the usual one: `canonical` decides all of them
one way. It never changes what a seed rebuilt from the article looks like. The order of keys inside
`attributes`, `extra` and `layers` is settled here; that of the schema's own keys belongs to the writers.

Gaps. The separator is the most frequent gap between blocks, and each `before` is relative to it. An
article without `origin` never gets one: its gaps stay relative to the default. An origin that said nothing
but defaults is kept as ``{"after": ""}``, because it says that the seed has no final newline, and an
article without origin is written with one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from operator import lt
from typing import Any, TypeVar

from corpus_tools.model.article import Annotation, Article, Layer
from corpus_tools.model.ids import natural_key

DEFAULT_SEPARATOR = "\n\n"
"""The gap between two blocks if nothing says otherwise."""

_INTEGER_LIMIT = 2.0**63
_SETTLED = ("attributes", "confidence", "extra")
_ITEM_LISTS = ("groups", "entities", "agents")
_Item = TypeVar("_Item", bound=Mapping[str, Any])
_Position = tuple[int, int, int]


def canonical(article: Article) -> Article:
    """The canonical value of a valid article; `article` is not changed, and parts of it are shared."""
    made: dict[str, Any] = {**article}
    _gaps(made)
    made["blocks"] = _mapped(_block_of(article.get("language")), made["blocks"])
    made["metadata"] = _metadata(made["metadata"])
    for key in _ITEM_LISTS:
        if key in made:
            made[key] = by_id(_mapped(_item, made[key]))
    if "layers" in made:
        block_index = {block["id"]: index for index, block in enumerate(article["blocks"])}
        layers = made["layers"]
        made["layers"] = {name: _layer(layers[name], block_index) for name in sorted(layers)}
    if "extra" in made:
        made["extra"] = _json(made["extra"])
    return made  # type: ignore[return-value]  # the keys are those of `article`


def sorted_annotations(annotations: Sequence[Annotation], block_index: Mapping[str, int]) -> list[Annotation]:
    """Annotations in canonical order: first block, start, longest first, natural id; those without spans first.

    `block_index` says where each block stands, by id. Only the first span counts.
    """
    positions = [_position(annotation, block_index) for annotation in annotations]
    if all(map(lt, positions, positions[1:])):
        return list(annotations)
    keys = [(position, natural_key(item["id"])) for position, item in zip(positions, annotations, strict=True)]
    return [annotations[index] for index in sorted(range(len(keys)), key=keys.__getitem__)]


def by_id(items: Sequence[_Item]) -> list[_Item]:
    """Items in the natural order of their ids."""
    return sorted(items, key=_natural_id) if len(items) > 1 else list(items)


def canonical_number(value: float) -> float:
    """An integral number of 64 bits as an integer, and so zero without sign; every other one as it is."""
    if type(value) is float and value.is_integer() and abs(value) < _INTEGER_LIMIT:
        return int(value)
    return value


def _natural_id(item: Mapping[str, Any]) -> Any:
    return natural_key(item["id"])


def _position(annotation: Annotation, block_index: Mapping[str, int]) -> _Position:
    spans = annotation.get("spans")
    if not spans:
        return -1, 0, 0
    first = spans[0]
    return block_index.get(first["block"], len(block_index)), first["start"], -first["end"]


def _mapped(change: Callable[[Any], Any], items: Sequence[Any]) -> list[Any]:
    return [change(item) for item in items]


def _layer(layer: Layer, block_index: Mapping[str, int]) -> Layer:
    made = layer.copy()
    if "annotations" in layer:
        made["annotations"] = sorted_annotations(_mapped(_annotation, layer["annotations"]), block_index)
    if "relations" in layer:
        made["relations"] = by_id(_mapped(_item, layer["relations"]))
    return made


def _annotation(annotation: dict[str, Any]) -> dict[str, Any]:
    made = annotation if annotation.keys().isdisjoint(_SETTLED) else _item(annotation)
    for span in annotation.get("spans", ()):
        if type(span["start"]) is not int or type(span["end"]) is not int:
            return {**made, "spans": _json(annotation["spans"])}
    return made


def _item(item: dict[str, Any]) -> dict[str, Any]:
    """A copy with canonical attributes, confidence and extra, or `item` itself if it has none of them."""
    changes: dict[str, Any] = {}
    if "attributes" in item:
        changes["attributes"] = _json(item["attributes"])
    if "confidence" in item:
        changes["confidence"] = canonical_number(item["confidence"])
    if "extra" in item:
        changes["extra"] = _json(item["extra"])
    return {**item, **changes} if changes else item


def _json(value: Any) -> Any:
    """Any JSON value with sorted keys and canonical numbers."""
    if type(value) is dict:
        return {key: _json(value[key]) for key in sorted(value)}
    if type(value) is list:
        return [_json(member) for member in value]
    return canonical_number(value) if type(value) is float else value


def _metadata(metadata: dict[str, Any]) -> dict[str, Any]:
    made = {**metadata}
    if "urgency" in made:
        made["urgency"] = canonical_number(made["urgency"])
    for key in ("genres", "subjects"):
        if key in made:
            made[key] = _mapped(_item, made[key])
    if "extra" in made:
        made["extra"] = _json(made["extra"])
    return made


def _block_of(language: str | None) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def block(block: dict[str, Any]) -> dict[str, Any]:
        if len(block) == 3:  # id, role and text alone, as most have
            return block
        made = _item(block)
        if "level" in made:
            made = {**made, "level": canonical_number(made["level"])}
        if language is not None and made.get("language") == language:
            made = {key: value for key, value in made.items() if key != "language"}
        return made

    return block


def _gaps(article: dict[str, Any]) -> None:
    """Settle separator, befores and after of `article`, whose own keys are replaced, never changed."""
    origin: dict[str, Any] | None = article.get("origin")
    blocks: list[dict[str, Any]] = article["blocks"]
    separator = DEFAULT_SEPARATOR
    if origin is not None:
        given = origin.get("separator", DEFAULT_SEPARATOR)
        gaps = [block.get("before", given) for block in blocks[1:]]
        separator = Counter(gaps).most_common(1)[0][0] if gaps else DEFAULT_SEPARATOR
        article["origin"] = _origin(origin, separator)
    else:
        given = DEFAULT_SEPARATOR
    if given == separator and not any("before" in block for block in blocks):
        return
    made = [_with_gap(block, block.get("before", given), separator) for block in blocks[1:]]
    article["blocks"] = [_with_gap(block, block.get("before", ""), "") for block in blocks[:1]] + made


def _origin(origin: dict[str, Any], separator: str) -> dict[str, Any]:
    made = {key: value for key, value in origin.items() if key != "separator" and (key != "after" or value)}
    if separator != DEFAULT_SEPARATOR:
        made["separator"] = separator
    return made or {"after": ""}


def _with_gap(block: dict[str, Any], gap: str, usual: str) -> dict[str, Any]:
    if block.get("before", usual) == gap and ("before" in block) == (gap != usual):
        return block
    made = {key: value for key, value in block.items() if key != "before"}
    return made if gap == usual else {**made, "before": gap}
