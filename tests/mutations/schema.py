"""The article schema."""

from __future__ import annotations

from mutations.places import Json, at, blocks, breaks, is_end, is_mention, items, once


@breaks("S001", blocks)
def unknown_key(article: Json, number: int) -> str:
    article["blocks"][number]["colour"] = "red"
    return f"/blocks/{number}/colour"


@breaks("S001", blocks)
def unknown_role(article: Json, number: int) -> str:
    article["blocks"][number]["role"] = "paragraf"
    return f"/blocks/{number}/role"


@breaks("S001", items("entity", is_mention))
def no_offset(article: Json, pointer: str, _number: int) -> str:
    del at(article, pointer)["spans"][0]["end"]
    return f"{pointer}/spans/0"


@breaks("S001", items("entity", is_mention))
def negative_offset(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["spans"][0]["start"] = -1
    return f"{pointer}/spans/0/start"


@breaks("S001", lambda article: [(n,) for n, block in enumerate(article["blocks"]) if "part_of" in block])
def key_in_another_case(article: Json, number: int) -> str:
    article["blocks"][number]["partOf"] = article["blocks"][number].pop("part_of")
    return f"/blocks/{number}/partOf"


@breaks("S001", items("entity", is_mention))
def letters_exchanged(article: Json, pointer: str, _number: int) -> str:
    item = at(article, pointer)
    item["spnas"] = item.pop("spans")
    return f"{pointer}/spnas"


@breaks("S001", items("quotation"))
def attribute_beside_the_others(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["medium"] = "spoken"
    return f"{pointer}/medium"


@breaks("S001", blocks)
def no_role(article: Json, number: int) -> str:
    del article["blocks"][number]["role"]
    return f"/blocks/{number}"


@breaks("S001", blocks)
def no_text(article: Json, number: int) -> str:
    article["blocks"][number]["text"] = None
    return f"/blocks/{number}/text"


@breaks("S001", once)
def empty_title(article: Json) -> str:
    article["metadata"]["title"] = ""
    return "/metadata/title"


@breaks("S001", items("entity", is_mention))
def offset_in_quotes(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span["start"] = str(span["start"])
    return f"{pointer}/spans/0/start"


@breaks("S001", items("entity", is_mention))
def one_span_without_brackets(article: Json, pointer: str, _number: int) -> str:
    item = at(article, pointer)
    (item["spans"],) = item["spans"]
    return f"{pointer}/spans"


@breaks("S001", blocks)
def block_in_brackets(article: Json, number: int) -> str:
    article["blocks"][number] = [article["blocks"][number]]
    return f"/blocks/{number}"


@breaks("S001", items("entity", lambda article, item: not is_end(article, item)))
def blank_in_an_id(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["id"] += " b"
    return f"{pointer}/id"


@breaks("S001", once)
def day_before_the_month(article: Json) -> str:
    article["metadata"]["expires"] = "04.03.2026"
    return "/metadata/expires"
