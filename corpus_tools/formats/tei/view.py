"""Between the article and the tree that the header and standoff templates describe.

The *view* of an article is the article's own keys plus what TEI keeps elsewhere than the model does: copies
that TEI wants (``derived``), the declarations of layers, gaps and extra data, and everything about
annotations and relations that does not stand inline. `assemble` takes a view that was read apart again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_tools.formats.tei.forms import Form, Forms
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
    if form is not None and "attributes" not in annotation and "note" not in annotation:
        return
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
