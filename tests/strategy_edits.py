"""Strategies for versions of an article: what curators and converters do to one, step by step."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from strategies import articles
from strategy_values import attributes, extra, gaps, text, tokens

Json = dict[str, Any]
_POINTERS = ("entity", "agent", "part_of", "source", "target")


@st.composite
def version_pairs(draw: st.DrawFn) -> tuple[Any, Any]:
    """Two versions of an article: one that was edited, or a wholly different one."""
    old: Any = draw(articles())
    if draw(st.integers(0, 4)) == 0:
        return old, draw(articles())
    return old, draw(edited(old))


@st.composite
def edited(draw: st.DrawFn, old: Json) -> Json:
    """Another version of `old`, made by a few steps."""
    new = deepcopy(old)
    for step in draw(st.lists(st.sampled_from(STEPS), max_size=6)):
        step(draw, new)
    return new


def texts_of(article: Json) -> dict[str, str]:
    return {block["id"]: block["text"] for block in article["blocks"]}


def items_of(article: Json, *kinds: str) -> list[Json]:
    """All annotations and relations, or those of one kind."""
    return [
        item
        for layer in article.get("layers", {}).values()
        for kind in kinds or ("annotations", "relations")
        for item in layer.get(kind, ())
    ]


def things_of(article: Json) -> list[Json]:
    """Everything that has an id, but the article."""
    parts = ("blocks", "groups", "entities", "agents")
    return [thing for part in parts for thing in article.get(part, ())] + items_of(article)


def fresh_id(article: Json, prefix: str = "n") -> str:
    taken = {article["id"], *(thing["id"] for thing in things_of(article))}
    return next(made for number in range(len(taken) + 1) if (made := f"{prefix}{number}") not in taken)


def rename(article: Json, names: dict[str, str]) -> None:
    """Give things other ids, and everything that points at them."""
    for thing in things_of(article):
        thing["id"] = names.get(thing["id"], thing["id"])
        for key in _POINTERS:
            if key in thing:
                thing[key] = names.get(thing[key], thing[key])
        for span in thing.get("spans", ()):
            span["block"] = names.get(span["block"], span["block"])
    holders = [*article.get("layers", {}).values(), *article.get("revisions", ())]
    holders += [concept for key in ("genres", "subjects") for concept in article["metadata"].get(key, ())]
    for holder in holders:
        if "agent" in holder:
            holder["agent"] = names.get(holder["agent"], holder["agent"])


def shift(article: Json, block: str, start: int, end: int, inserted: str) -> None:
    """Replace a stretch of a block, and let spans go along: what is inserted at their edges stays outside."""
    target = next(each for each in article["blocks"] if each["id"] == block)
    target["text"] = target["text"][:start] + inserted + target["text"][end:]
    by = len(inserted) - (end - start)
    for item in items_of(article, "annotations"):
        for span in item.get("spans", ()):
            if span["block"] == block:
                begins, ends = span["start"], span["end"]
                span["start"] = begins if begins < end or begins == ends == end else begins + by
                span["end"] = ends + by if ends >= end and ends > start else min(ends, start)
                span["end"] = max(span["end"], span["start"])
    quote_anew(article)


def quote_anew(article: Json) -> None:
    texts = texts_of(article)
    for item in items_of(article, "annotations"):
        for span in item.get("spans", ()):
            size = len(texts[span["block"]])
            span["start"], span["end"] = min(span["start"], size), min(span["end"], size)
            span["text"] = texts[span["block"]][span["start"] : span["end"]]


def _edit_text(draw: st.DrawFn, article: Json) -> None:
    if article["blocks"]:
        block = draw(st.sampled_from(article["blocks"]))
        start = draw(st.integers(0, len(block["text"])))
        end = draw(st.integers(start, min(len(block["text"]), start + 4)))
        shift(article, block["id"], start, end, draw(text()))


def _drop_spans_in(article: Json, block: str) -> None:
    for item in items_of(article, "annotations"):
        if "spans" in item:
            item["spans"] = [span for span in item["spans"] if span["block"] != block]
            if not item["spans"]:
                del item["spans"]


def _remove_block(draw: st.DrawFn, article: Json) -> None:
    if article["blocks"]:
        block = draw(st.sampled_from(article["blocks"]))
        article["blocks"].remove(block)
        _drop_spans_in(article, block["id"])


def _add_block(draw: st.DrawFn, article: Json) -> None:
    at = draw(st.integers(0, len(article["blocks"])))
    block = {"id": fresh_id(article), "role": draw(st.sampled_from(("paragraph", "headline"))), "text": draw(text())}
    article["blocks"].insert(at, block)


def _move_block(draw: st.DrawFn, article: Json) -> None:
    if article["blocks"]:
        block = article["blocks"].pop(draw(st.integers(0, len(article["blocks"]) - 1)))
        article["blocks"].insert(draw(st.integers(0, len(article["blocks"]))), block)


def _split_block(draw: st.DrawFn, article: Json) -> None:
    if not article["blocks"]:
        return
    index = draw(st.integers(0, len(article["blocks"]) - 1))
    block = article["blocks"][index]
    at = draw(st.integers(0, len(block["text"])))
    second = {"id": fresh_id(article), "role": block["role"], "text": block["text"][at:].lstrip(" ")}
    size = len(block["text"]) - len(second["text"])
    block["text"] = block["text"][:at]
    article["blocks"].insert(index + 1, second)
    for item in items_of(article, "annotations"):
        for span in item.get("spans", ()):
            if span["block"] == block["id"] and span["start"] >= size:
                span.update(block=second["id"], start=span["start"] - size, end=span["end"] - size)
    quote_anew(article)


def _merge_blocks(draw: st.DrawFn, article: Json) -> None:
    if len(article["blocks"]) < 2:
        return
    index = draw(st.integers(0, len(article["blocks"]) - 2))
    first, second = article["blocks"][index : index + 2]
    size = len(first["text"]) + 1
    first["text"] += f" {second['text']}"
    article["blocks"].remove(second)
    for item in items_of(article, "annotations"):
        for span in item.get("spans", ()):
            if span["block"] == second["id"]:
                span.update(block=first["id"], start=span["start"] + size, end=span["end"] + size)
    quote_anew(article)


def _change_block(draw: st.DrawFn, article: Json) -> None:
    if article["blocks"]:
        block = draw(st.sampled_from(article["blocks"]))
        key = draw(st.sampled_from(("role", "before", "extra", "language")))
        values = {"role": st.sampled_from(("quote", "note")), "before": gaps(), "extra": extra()}
        block[key] = draw(values.get(key, st.sampled_from(("fr", "de"))))


def _move_boundary(draw: st.DrawFn, article: Json) -> None:
    spans = [span for item in items_of(article, "annotations") for span in item.get("spans", ())]
    if spans:
        span = draw(st.sampled_from(spans))
        size = len(texts_of(article)[span["block"]])
        span["start"] = draw(st.integers(0, size))
        span["end"] = draw(st.integers(span["start"], size))
        quote_anew(article)


def _change_item(draw: st.DrawFn, article: Json) -> None:
    if found := items_of(article):
        item = draw(st.sampled_from(found))
        key = draw(st.sampled_from(("type", "attributes", "note", "entity", "confidence", "target")))
        entities = [entity["id"] for entity in article.get("entities", ())]
        if key == "entity" and "source" not in item and entities:
            item[key] = draw(st.sampled_from(entities))
        elif key == "target" and "source" in item:
            item[key] = draw(st.sampled_from([thing["id"] for thing in things_of(article)]))
        elif key in ("type", "attributes", "note"):
            values = {"type": tokens(), "attributes": attributes(), "note": text(empty=False)}
            item[key] = draw(values[key])
        else:
            item.pop("confidence", None)


def _remove_item(draw: st.DrawFn, article: Json) -> None:
    lists = [
        layer[kind]
        for layer in article.get("layers", {}).values()
        for kind in ("annotations", "relations")
        if layer.get(kind)
    ]
    if lists:
        items = draw(st.sampled_from(lists))
        items.remove(draw(st.sampled_from(items)))


def _add_annotation(draw: st.DrawFn, article: Json) -> None:
    name = draw(st.sampled_from((*article.get("layers", {}), "entity")))
    layer = article.setdefault("layers", {}).setdefault(name, {})
    item: Json = {"id": fresh_id(article), "type": draw(tokens())}
    if article["blocks"]:
        block = draw(st.sampled_from(article["blocks"]))
        item["spans"] = [{"block": block["id"], "start": 0, "end": len(block["text"]), "text": block["text"]}]
    layer.setdefault("annotations", []).append(item)


def _add_relation(draw: st.DrawFn, article: Json) -> None:
    if ends := [thing["id"] for thing in things_of(article)]:
        layer = article.setdefault("layers", {}).setdefault("coreference", {})
        relation = {
            "id": fresh_id(article),
            "source": draw(st.sampled_from(ends)),
            "target": draw(st.sampled_from(ends)),
        }
        layer.setdefault("relations", []).append(relation)


def _drop_list(draw: st.DrawFn, article: Json) -> None:
    layers = article.get("layers", {})
    if layers:
        name = draw(st.sampled_from(sorted(layers)))
        kinds = [kind for kind in ("annotations", "relations") if kind in layers[name]]
        if len(kinds) == 2 and draw(st.booleans()):
            del layers[name][draw(st.sampled_from(kinds))]
        else:
            del layers[name]
            if not layers:
                del article["layers"]


def _renumber(draw: st.DrawFn, article: Json) -> None:
    """New ids for everything, or for some things: a converter counts anew."""
    things = things_of(article)
    if draw(st.booleans()):
        some = draw(st.lists(st.sampled_from(things), max_size=3)) if things else []
        for thing in some:
            rename(article, {thing["id"]: fresh_id(article)})
        return
    names = [thing["id"] for thing in things]
    rename(article, dict(zip(names, draw(st.permutations(names)), strict=True)))


def _change_thing(draw: st.DrawFn, article: Json) -> None:
    kind = draw(st.sampled_from(("entities", "agents", "groups")))
    things = article.get(kind)
    if things and kind != "groups":
        draw(st.sampled_from(things))["name"] = draw(text(empty=False))
    elif things:
        draw(st.sampled_from(things))["attributes"] = draw(attributes())
    elif kind == "entities":
        article[kind] = [{"id": fresh_id(article), "type": "place"}]


def _change_value(draw: st.DrawFn, article: Json) -> None:
    part = draw(st.sampled_from(("id", "language", "extra", "title", "dateline", "keywords", "origin", "revisions")))
    if part == "id":
        article["id"] = fresh_id(article)
    elif part == "language":
        article[part] = draw(st.sampled_from(("en", "sr-Latn")))
    elif part == "extra":
        article[part] = draw(extra())
    elif part == "origin":
        article[part] = draw(st.fixed_dictionaries({"after": gaps()}, optional={"separator": gaps()}))
    elif part == "revisions":
        article.setdefault(part, []).insert(0, {"when": "2026-03-05", "what": draw(text(empty=False))})
    else:
        values = {"title": text(empty=False), "keywords": st.lists(text(empty=False), min_size=1, max_size=2)}
        dateline = st.fixed_dictionaries({"place": text(empty=False)}, optional={"date": st.just("2026-03")})
        article["metadata"][part] = draw(values.get(part, dateline))


STEPS: tuple[Callable[[st.DrawFn, Json], None], ...] = (
    _edit_text,
    _edit_text,
    _remove_block,
    _add_block,
    _move_block,
    _split_block,
    _merge_blocks,
    _change_block,
    _move_boundary,
    _change_item,
    _remove_item,
    _add_annotation,
    _add_relation,
    _drop_list,
    _renumber,
    _change_thing,
    _change_value,
)
"""What may happen to an article between two versions."""
