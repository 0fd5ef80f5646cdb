"""Between the article and the tree that the header and standoff templates describe.

The *view* of an article is the article's own keys plus what TEI keeps elsewhere than the model does: copies
that TEI wants (``derived``), the declarations of layers, gaps and extra data, and everything about
annotations and relations that does not stand inline. `standoff_view` makes it, `article_of` takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus_tools.formats.tei.forms import Form, Forms
from corpus_tools.formats.tei.template_reader import split_layer
from corpus_tools.model.article import Annotation, Article, Block

ITEM_LISTS = ("blocks", "groups", "entities", "agents")


def header_view(article: Article) -> dict[str, Any]:
    """The part of the view that the header shows."""
    return {
        **article,
        "derived": {"title": derived_title(article), "languages": derived_languages(article)},
        "declarations": [_declaration(name, layer) for name, layer in article.get("layers", {}).items()],
        "gaps": _gaps(article) or None,
        "extras": _extras(article) or None,
    }


def _declaration(name: str, layer: Mapping[str, Any]) -> dict[str, Any]:
    """What the header says of a layer: who made it, by which definition, and which lists it has."""
    told = {key: layer[key] for key in ("agent", "definition") if key in layer}
    return {"name": name, **told, **{key: True for key in ("annotations", "relations") if key in layer}}


def derived_title(article: Article) -> str:
    """The copy of the title in the file description: the title, else the first headline, else the id."""
    title = article["metadata"].get("title")
    if title is not None:
        return title
    headlines = (block["text"] for block in article["blocks"] if block["role"] == "headline" and block["text"])
    return next(headlines, article["id"])


def derived_languages(article: Article) -> list[str]:
    """All language tags that the article uses, its own first."""
    own = [article["language"]] if "language" in article else []
    return list(
        dict.fromkeys([*own, *sorted({block["language"] for block in article["blocks"] if "language" in block})])
    )


def _gaps(article: Article) -> dict[str, Any]:
    gaps = {key: value for key, value in article.get("origin", {}).items() if key in ("separator", "after")}
    before = {block["id"]: block["before"] for block in article["blocks"] if "before" in block}
    return {**gaps, "before": before} if before else gaps


def objects(article: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every object of an article that has an id and may have extra data, but the article itself."""
    for key in ITEM_LISTS:
        yield from article.get(key, ())
    for layer in article.get("layers", {}).values():
        yield from layer.get("annotations", ())
        yield from layer.get("relations", ())


def _extras(article: Article) -> dict[str, Any]:
    extras: dict[str, Any] = {"metadata": article["metadata"]["extra"]} if "extra" in article["metadata"] else {}
    found = {item["id"]: item["extra"] for item in objects(article) if "extra" in item}
    if "extra" in article:
        found[article["id"]] = article["extra"]
    return {**extras, "objects": found} if found else extras


def standoff_view(
    article: Article,
    inlined: dict[str, Form],
    loose_media: list[Block],
    group_spans: list[dict[str, Any]],
    forms: Forms,
) -> dict[str, Any]:
    """The part of the view that the standoff part shows, for an article whose `inlined` annotations are written."""
    view: dict[str, Any] = {
        "entities": article.get("entities"),
        "group_spans": group_spans,
        "annotations": [],
        "links": [],
        "relation_lists": [],
        "media": [{"block": block["id"], **block["media"]} for block in loose_media],
        "features": [],
        "notes": [],
    }
    for owner in (*article.get("groups", ()), *article.get("entities", ())):
        if "attributes" in owner:
            view["features"].append(_features(owner["id"], owner["attributes"]))
    for name, layer in article.get("layers", {}).items():
        for annotation in layer.get("annotations", ()):
            _view_annotation(annotation, name, article["id"], inlined.get(annotation["id"]), forms, view)
        if layer.get("relations"):
            _view_relations(name, layer["relations"], forms, view)
    return view


def _view_annotation(
    annotation: Annotation, layer: str, article_id: str, form: Form | None, forms: Forms, view: dict[str, Any]
) -> None:
    attributes = annotation.get("attributes", {})
    if form is not None:
        carried = {native.attribute for native in form.native if native.fits(attributes.get(native.attribute))}
        attributes = {name: value for name, value in attributes.items() if name not in carried}
        if "note" in annotation:
            view["notes"].append({"of": annotation["id"], "text": annotation["note"]})
    else:
        spans = annotation.get("spans", ())
        view["annotations"].append(
            {
                **annotation,
                "target": " ".join(map(_span_pointer, spans)) or f"#{article_id}",
                "ana": forms.ana(layer, annotation.get("type")),
                "quotes": [span["text"] for span in spans],
            }
        )
    if attributes:
        view["features"].append(_features(annotation["id"], attributes))


def _span_pointer(span: Any) -> str:
    start, length = span["start"], span["end"] - span["start"]
    return f"#string-range({span['block']},{start},{length})" if length else f"#string-index({span['block']},{start})"


def _view_relations(layer: str, relations: list[Any], forms: Forms, view: dict[str, Any]) -> None:
    as_links = forms.relations_are_links(layer)
    items = []
    for relation in relations:
        item = {**relation}
        if as_links:
            item["ana"] = forms.ana(layer, relation.get("type"))
            item["ends"] = f"#{relation['source']} #{relation['target']}"
        elif "type" not in relation:
            item["ana"] = forms.ana(layer, None)
        items.append(item)
        if "note" in relation:
            view["notes"].append({"of": relation["id"], "text": relation["note"]})
        if "attributes" in relation:
            view["features"].append(_features(relation["id"], relation["attributes"]))
    view["links" if as_links else "relation_lists"].append({"layer": layer, "relations": items})


def _features(owner: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "of": owner,
        "attributes": [{"name": name, _value_kind(value): value} for name, value in attributes.items()],
    }


def _value_kind(value: Any) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    return "strings" if isinstance(value, list) else "number"


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
        by_id[media.pop("block")]["media"] = media
    for features in loose.get("features", ()):
        found = by_id[features["of"]].setdefault("attributes", {})
        found |= {each["name"]: _feature_value(each) for each in features["attributes"]}
    for note in loose.get("notes", ()):
        by_id[note["of"]]["note"] = note["text"]
    _assemble_extras(article, article.pop("extras", {}), by_id)


def _feature_value(feature: dict[str, Any]) -> Any:
    (value,) = (feature[key] for key in ("string", "number", "boolean", "strings") if key in feature)
    return value


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
        layers[declared["name"]] = layer | {key: [] for key in ("annotations", "relations") if key in declared}
    for name, found in inline.items():
        layers[name]["annotations"] += found
    for annotation in loose.get("annotations", ()):
        name = _settle_annotation(annotation, article["id"], prefix)
        layers[name]["annotations"].append(annotation)
    for group in (*loose.get("links", ()), *loose.get("relation_lists", ())):
        for relation in group["relations"]:
            _settle_relation(relation, group["layer"], prefix)
            layers[group["layer"]]["relations"].append(relation)
    if layers:
        article["layers"] = layers


def _settle_annotation(annotation: dict[str, Any], article_id: str, prefix: str) -> str:
    """Turn target, naming and quotes of a standoff annotation into spans and type; returns its layer."""
    named = layer_of(annotation.pop("ana"), prefix)
    spans = spans_of(annotation.pop("target"), article_id)
    quotes = annotation.pop("quotes", [])
    if len(quotes) != len(spans):
        raise ValueError(f"annotation {annotation['id']} has {len(spans)} spans and {len(quotes)} quotes")
    if spans:
        annotation["spans"] = [
            {"block": block, "start": start, "end": end, "text": quote}
            for (block, start, end), quote in zip(spans, quotes, strict=True)
        ]
    if "type" in named:
        annotation["type"] = named["type"]
    return named["layer"]


def _settle_relation(relation: dict[str, Any], layer: str, prefix: str) -> None:
    if "ana" in relation:
        named = layer_of(relation.pop("ana"), prefix)
        if named["layer"] != layer:
            raise ValueError(f"relation {relation['id']} of layer {named['layer']} stands among those of {layer}")
        relation |= {key: value for key, value in named.items() if key == "type"}
    if "ends" in relation:
        source, target = relation.pop("ends").split()
        relation["source"], relation["target"] = source.removeprefix("#"), target.removeprefix("#")


def _assemble_gaps(article: dict[str, Any], gaps: dict[str, Any]) -> None:
    for block, before in sorted(gaps.pop("before", {}).items()):
        (found,) = [item for item in article["blocks"] if item["id"] == block] or [None]
        if found is None:
            raise KeyError(block)
        found["before"] = before
    if gaps:
        article.setdefault("origin", {}).update(gaps)


def _assemble_extras(article: dict[str, Any], extras: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> None:
    if "metadata" in extras:
        article["metadata"]["extra"] = extras["metadata"]
    for owner, extra in extras.get("objects", {}).items():
        (article if owner == article["id"] else by_id[owner])["extra"] = extra
