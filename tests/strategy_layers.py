"""Strategies for what is said about a text: entities, annotations and relations of all layers."""

from __future__ import annotations

import string
from typing import Any

from hypothesis import strategies as st
from strategy_text import Maker
from strategy_values import attribute_values, attributes, dates, languages, layer_names, numbers, text, tokens, uris

from corpus_tools.layers import AttributeDefinition, ListDefinition, builtin_layers

_ENTITY_TYPES = ("person", "organisation", "place", "event", "work", "object", "product")
_USER_LAYERS = ("event", "negation", "summary", "my_layer.1-x")


def make_entities(maker: Maker) -> list[dict[str, Any]]:
    """Entities of the kinds with an element of their own in TEI, and of others."""
    made = []
    for _ in range(maker.count(3)):
        entity = {"id": maker.id(), "type": maker.draw(st.sampled_from(_ENTITY_TYPES) | tokens())}
        uri_list = st.lists(uris(), min_size=1, max_size=2)
        maker.optional(entity, name=text(empty=False), uris=uri_list, attributes=attributes())
        made.append(maker.made_by(entity) if maker.chance() else entity)
    return made


def make_layers(
    maker: Maker, article: dict[str, Any], others: list[str], entities: list[dict[str, Any]]
) -> dict[str, Any]:
    """Layers by name, with one list at least; relations end at any id of the document, theirs included."""
    names = st.sampled_from((*builtin_layers(), *_USER_LAYERS)) | layer_names()
    texts = {block["id"]: block["text"] for block in article["blocks"]}
    cuts = {block["id"]: _cuts(maker, block["text"]) for block in article["blocks"]}
    layers: dict[str, Any] = {}
    for name in maker.draw(st.lists(names, max_size=4, unique=True)):
        known = builtin_layers().get(name)
        lists = ["annotations", "relations"] if known is None else [
            key for key in ("annotations", "relations") if getattr(known, key)
        ]  # fmt: skip
        chosen = maker.draw(st.lists(st.sampled_from(lists), min_size=1, unique=True))
        layer = maker.optional({}, definition=uris())
        if maker.agents:
            maker.optional(layer, agent=st.sampled_from(maker.agents))
        layer.update({key: [{"id": maker.id()} for _ in range(maker.count(4))] for key in chosen})
        if name == "field":
            fields = (_field(maker, article, item, cuts) for item in layer["annotations"])
            layer["annotations"] = [made for made in fields if made is not None]
        layers[name] = layer
    items = [
        item["id"] for layer in layers.values() for key in ("annotations", "relations") for item in layer.get(key, ())
    ]
    everything = [article["id"], *(block["id"] for block in article["blocks"]), *others, *items]
    for name, layer in layers.items():
        known = builtin_layers().get(name)
        for item in layer.get("annotations", ()) if name != "field" else ():
            _fill_annotation(maker, item, known and known.annotations, _spans(maker, texts, cuts), entities)
        for item in layer.get("relations", ()):
            _typed(maker, item, known and known.relations)
            ends = st.sampled_from(everything)
            item.update(source=maker.draw(ends), target=maker.draw(ends))
            maker.made_by(item)
    return layers


def _fill_annotation(
    maker: Maker,
    item: dict[str, Any],
    declared: ListDefinition | None,
    spans: list[dict[str, Any]],
    entities: list[dict[str, Any]],
) -> None:
    _typed(maker, item, declared)
    if spans:
        item["spans"] = spans
    if entities:
        maker.optional(item, entity=st.sampled_from([entity["id"] for entity in entities]))
    maker.made_by(item)


def _typed(maker: Maker, item: dict[str, Any], declared: ListDefinition | None) -> None:
    """Give `item` a type and attributes as its layer declares them."""
    if declared is None:
        maker.optional(item, type=tokens(), attributes=attributes())
        return
    if declared.open and maker.chance(4):
        item["type"] = f"x.{maker.draw(st.text(string.ascii_lowercase, min_size=1, max_size=3))}"
    elif declared.types and not (declared.untyped and maker.chance()):
        item["type"] = maker.draw(st.sampled_from(sorted(declared.types)))
    own = declared.types[item["type"]].attributes if item.get("type") in declared.types else {}
    known = {**declared.attributes, **own}
    required = [key for key, definition in known.items() if definition.required]
    some = maker.some([key for key in known if key not in required], 5)
    chosen = {key: maker.draw(_declared_value(known[key])) for key in (*required, *some)}
    if declared.open and maker.chance(4):
        chosen["own-attribute"] = maker.draw(attribute_values())
    if chosen:
        item["attributes"] = chosen


def _declared_value(definition: AttributeDefinition) -> st.SearchStrategy[Any]:
    words = text(empty=False)
    if definition.values is not None:
        listed = st.sampled_from(definition.values)
        return st.lists(listed, min_size=1, max_size=2) if definition.type == "strings" else listed
    return {
        "string": words,
        "number": numbers(),
        "integer": st.integers(-(2**63), 2**63 - 1) | st.sampled_from((0.0, 3.0)),
        "boolean": st.booleans(),
        "strings": st.lists(words, min_size=1, max_size=3),
        "uri": uris(),
        "date": dates(),
        "language": languages(),
    }[definition.type]


def _cuts(maker: Maker, block: str) -> list[int]:
    """Few places of a text, so that spans are often equal, nested, crossing or touching."""
    inside = st.integers(0, len(block))
    return sorted({0, len(block), maker.draw(inside), maker.draw(inside)})


def _spans(maker: Maker, texts: dict[str, str], cuts: dict[str, list[int]], least: int = 0) -> list[dict[str, Any]]:
    """Spans in order that neither overlap nor touch; in one block or several, some of zero width."""
    wanted = maker.draw(st.sampled_from((*range(least, 1), 1, 1, 1, 1, 2, 3)))
    blocks = list(texts)
    if not blocks or not wanted:
        return []
    chosen = sorted(blocks.index(maker.draw(st.sampled_from(blocks))) for _ in range(wanted))
    spans: list[dict[str, Any]] = []
    for index in chosen:
        block = blocks[index]
        after = spans[-1]["end"] + 1 if spans and spans[-1]["block"] == block else 0
        places = st.sampled_from([cut for cut in cuts[block] if cut >= after] or [None])
        ends = sorted((maker.draw(places), maker.draw(places))) if after <= len(texts[block]) else [None]
        if None not in ends and cuts[block][-1] >= after:
            start, end = ends
            spans.append({"block": block, "start": start, "end": end, "text": texts[block][start:end]})
    return spans


def _field(
    maker: Maker, article: dict[str, Any], item: dict[str, Any], cuts: dict[str, list[int]]
) -> dict[str, Any] | None:
    """A field annotation whose value stands in the metadata, or none where there is no text or no value."""
    texts = {block["id"]: block["text"] for block in article["blocks"] if block["text"]}
    values = _field_values(article["metadata"])
    credited = {block["id"] for block in article["blocks"] if block["role"] in ("caption", "credit", "media")}
    kinds = [*values, *(["credit"] if credited & texts.keys() else [])]
    if not kinds or not texts:
        return None
    item["type"] = maker.draw(st.sampled_from(kinds))
    spans = _spans(
        maker, {key: text for key, text in texts.items() if item["type"] != "credit" or key in credited}, cuts, 1
    )
    item["spans"] = [span for span in spans if span["text"]]
    if not item["spans"]:
        return None
    if item["type"] != "credit":
        value = maker.draw(st.sampled_from(values[item["type"]]))
        if len(item["spans"]) > 1 or item["spans"][0]["text"] != value:
            item["attributes"] = {"value": value}
    return maker.made_by(item)


def _field_values(metadata: dict[str, Any]) -> dict[str, list[str]]:
    """The values that a field annotation may stand for, by its type."""
    found: dict[str, list[str]] = {}
    for key, value in metadata.items():
        for member in value if isinstance(value, list) else [value]:
            if isinstance(member, str):
                found.setdefault(key, []).append(member)
            elif isinstance(member, dict) and key != "extra":
                name = {"identifiers": "value", "links": "uri", "alternative_titles": "text"}.get(key, "name")
                if name in member:
                    found.setdefault(key, []).append(member[name])
                if key in ("dateline", "rights", "publication"):
                    for leaf in member:
                        if leaf != "name":
                            found.setdefault(f"{key}.{leaf}", []).append(member[leaf])
    found.pop("extra", None)
    return found
