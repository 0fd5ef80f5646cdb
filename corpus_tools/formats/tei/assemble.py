"""From what was read of a TEI document to the article: the way back of `corpus_tools.formats.tei.view`."""

from __future__ import annotations

import re
from typing import Any

from corpus_tools.formats.tei.template_reader import split_layer
from corpus_tools.formats.tei.unsound import UnsoundError
from corpus_tools.formats.tei.view import objects
from corpus_tools.nearest import nearest

_pointers = re.compile(r"#string-(range|index)\(([^,()]+),(\d+)(?:,(\d+(?:,\d+,\d+)*))?\)")


def spans_of(target: str, article_id: str) -> list[tuple[str, int, int]]:
    """The spans that an annotation's target names: block, start, end; none for the article itself.

    A ``string-range`` with several pairs of offset and length is several spans.

    Raises:
        ValueError: the target is of another form.
    """
    spans: list[tuple[str, int, int]] = []
    if target == f"#{article_id}":
        return spans
    for pointer in target.split():
        match = _pointers.fullmatch(pointer)
        if match is None or (match[1] == "range") != (match[4] is not None):
            raise ValueError(f"{pointer!r} points neither into a block nor at the article")
        numbers = [int(match[3]), *(map(int, match[4].split(",")) if match[4] else [0])]
        spans += [(match[2], start, start + length) for start, length in zip(numbers[::2], numbers[1::2], strict=True)]
    return spans


def layer_of(value: str, prefix: str) -> dict[str, str]:
    """Layer and type that a pointer such as ``layer:entity/person`` names, without the type if it has none."""
    layer, type_ = split_layer(value, prefix)
    return {"layer": layer} if type_ is None else {"layer": layer, "type": type_}


def assemble(
    article: dict[str, Any],
    groups: list[dict[str, Any]],
    inline: dict[str, list[dict[str, Any]]],
    loose: dict[str, Any],
    prefix: str,
) -> None:
    """Complete `article`, read from header and text, with its groups, annotations and the standoff part.

    Raises:
        KeyError: something points at an id that does not exist.
        ValueError: a pointer or number is malformed.
    """
    article.pop("derived", None)
    _assemble_groups(article, groups, loose)
    if "entities" in loose:
        article["entities"] = loose["entities"]
    _assemble_layers(article, inline, loose, prefix)
    _assemble_gaps(article, article.pop("gaps", {}))
    by_id = {item["id"]: item for item in objects(article)}
    for media in loose.get("media", ()):
        _set_once(by_id[media["block"]], "media", {key: media[key] for key in media if key != "block"})
    for features in loose.get("features", ()):
        attributes = by_id[features["of"]].setdefault("attributes", {})
        for feature in features.get("attributes", ()):
            _set_once(attributes, feature["name"], _feature_value(feature), features["of"])
    for note in loose.get("notes", ()):
        _set_once(by_id[note["of"]], "note", note["text"])
    _assemble_extras(article, article.pop("extras", {}), by_id)


def _set_once(item: dict[str, Any], key: str, value: Any, owner: str | None = None) -> None:
    """Set a key that must not be there yet: what is said twice is said wrong at least once."""
    if key in item:
        told = f"{key} of {owner or item['id']} is given twice"
        raise UnsoundError(told, owner or item.get("id"), said=key, hint="keep one of them")
    item[key] = value


def _feature_value(feature: dict[str, Any]) -> Any:
    values = [feature[key] for key in ("string", "number", "boolean", "strings") if key in feature]
    if len(values) != 1:
        raise ValueError(f"feature {feature['name']} has {len(values)} values instead of one")
    return values[0]


def _assemble_groups(article: dict[str, Any], groups: list[dict[str, Any]], loose: dict[str, Any]) -> None:
    spans = [{key: span[key] for key in span if key not in ("from", "to")} for span in loose.get("group_spans", ())]
    if groups or spans:
        article["groups"] = [*groups, *spans]


def _assemble_layers(
    article: dict[str, Any], inline: dict[str, list[dict[str, Any]]], loose: dict[str, Any], prefix: str
) -> None:
    layers: dict[str, Any] = {}
    for declared in article.pop("declarations", ()):
        layer = {key: declared[key] for key in ("definition", "agent") if key in declared}
        layer |= {key: [] for key in ("annotations", "relations") if key in declared}
        _set_once(layers, declared["name"], layer, "the declaration of layers")
    for name, found in inline.items():
        _items_of(layers, name, "annotations", found[0]["id"]).extend(found)
    for annotation in loose.get("annotations", ()):
        name = _settle_annotation(annotation, article["id"], prefix)
        _items_of(layers, name, "annotations", annotation["id"]).append(annotation)
    for group in (*loose.get("links", ()), *loose.get("relation_lists", ())):
        for relation in group["relations"]:
            _settle_relation(relation, group["layer"], prefix)
            _items_of(layers, group["layer"], "relations", relation["id"]).append(relation)
    if layers:
        article["layers"] = layers


def _items_of(layers: dict[str, Any], name: str, key: str, item: str) -> list[Any]:
    """The list of a layer that the header declares, for an item with the id `item`."""
    items: list[Any] | None = layers.get(name, {}).get(key)
    if items is None:
        reason = f"there are {key} of layer {name}, which the header does not declare"
        likely = None if name in layers else nearest(name, layers)
        if likely is not None:
            raise UnsoundError(f"{reason}, did you mean {likely}?", item, said=f":{name}", hint=f"write {likely}")
        hint = f'declare them in <editorialDecl>: <interpretation n="{name}"> that holds <ab type="{key}"/>'
        raise UnsoundError(reason, item, said=f":{name}", hint=hint)
    return items


def _settle_annotation(annotation: dict[str, Any], article_id: str, prefix: str) -> str:
    """Turn target, naming and quotes of a standoff annotation into spans and type; returns its layer."""
    named = layer_of(annotation.pop("ana"), prefix)
    target = annotation.pop("target")
    try:
        spans = spans_of(target, article_id)
    except ValueError as error:
        hint = f"write #string-range(b1,0,5) for words of a block, or #{article_id} for the whole article"
        raise UnsoundError(str(error), annotation["id"], said=target, hint=hint) from error
    quotes = annotation.pop("quotes", [])
    if len(quotes) != len(spans):
        own = annotation["id"]
        reason = f"annotation {own} marks {_count(len(spans), 'span')} and quotes {_count(len(quotes), 'span')}"
        hint = 'write one <note type="quote"> for each span, with its words, in their order'
        raise UnsoundError(reason, own, said=target, hint=hint)
    if spans:
        annotation["spans"] = [
            {"block": block, "start": start, "end": end, "text": quote}
            for (block, start, end), quote in zip(spans, quotes, strict=True)
        ]
    if "type" in named:
        annotation["type"] = named["type"]
    return named["layer"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _settle_relation(relation: dict[str, Any], layer: str, prefix: str) -> None:
    own = relation["id"]
    if ("ana" in relation) == ("type" in relation):
        reason = f"relation {own} names its type {'twice' if 'ana' in relation else 'nowhere'}"
        raise UnsoundError(reason, own, hint="its type stands in name; without a type, its layer in ref")
    if "ana" in relation:
        ana = relation.pop("ana")
        named = layer_of(ana, prefix)
        if named["layer"] != layer:
            reason = f"relation {own} of layer {named['layer']} stands among those of {layer}"
            raise UnsoundError(reason, own, said=ana, hint="correct the layer, or move it to the others of its layer")
        relation |= {key: value for key, value in named.items() if key == "type"}
    if "ends" in relation:
        target = relation.pop("ends")
        ends = target.split()
        if len(ends) != 2:
            hint = "write one pointer at its source and one at its target"
            raise UnsoundError(f"relation {own} has {len(ends)} ends instead of two", own, said=target, hint=hint)
        relation["source"], relation["target"] = (end.removeprefix("#") for end in ends)


def _assemble_gaps(article: dict[str, Any], gaps: dict[str, Any]) -> None:
    before = _object(gaps.pop("before", {}), "before", "gaps")
    if gaps.keys() - {"separator", "after"}:
        raise UnsoundError(f"{', '.join(sorted(gaps))}: the gaps are separator, after and before", part="gaps")
    for name, gap in (*gaps.items(), *before.items()):
        if not isinstance(gap, str):
            raise UnsoundError(f"the gap {name} is no string", part="gaps")
    blocks = {block["id"]: block for block in article["blocks"]}
    for block, gap in before.items():
        if block not in blocks:
            hint = "correct the id, or remove the gap"
            reason = f"a gap stands before {block!r}, and no block has this id"
            raise UnsoundError(reason, part="gaps", missing=block, hint=hint)
        blocks[block]["before"] = gap
    if gaps:
        article.setdefault("origin", {}).update(gaps)


def _object(value: Any, name: str, part: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnsoundError(f"{name} is no object of JSON", part=part)
    return value


def _assemble_extras(article: dict[str, Any], extras: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> None:
    unknown = extras.keys() - {"metadata", "objects"}
    if unknown:
        told = f"the extra data are of {', '.join(sorted(unknown))}, not of metadata or objects"
        raise UnsoundError(told, part="extras")
    if "metadata" in extras:
        article["metadata"]["extra"] = extras["metadata"]
    for owner, extra in _object(extras.get("objects", {}), "objects", "extras").items():
        if owner != article["id"] and owner not in by_id:
            hint = "correct the id, or remove the data"
            reason = f"there are extra data of {owner!r}, and nothing has this id"
            raise UnsoundError(reason, part="extras", missing=owner, hint=hint)
        (article if owner == article["id"] else by_id[owner])["extra"] = extra
