"""Ids, pointers, groups, types and attributes."""

from __future__ import annotations

from mutations.places import NEW, Json, at, blocks, breaks, is_end, is_mention, items, listed, once


@breaks("A101", items("entity", lambda article, item: not is_end(article, item)))
def id_of_a_block(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["id"] = article["blocks"][0]["id"]
    return f"{pointer}/id"


@breaks("A102", items("entity", is_mention))
def mention_of_nobody(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["entity"] = "nobody"
    return f"{pointer}/entity"


@breaks("A103", items("entity", is_mention))
def mention_of_a_block(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["entity"] = article["blocks"][0]["id"]
    return f"{pointer}/entity"


def _grouped(article: Json, number: int, **more: str) -> int:
    article["blocks"][number]["part_of"] = NEW
    article.setdefault("groups", []).append({"id": NEW, "type": "box", **more})
    return len(article["groups"]) - 1


@breaks("A104", blocks)
def group_in_itself(article: Json, number: int) -> str:
    return f"/groups/{_grouped(article, number, part_of=NEW)}/part_of"


@breaks("A105", once)
def group_of_nothing(article: Json) -> str:
    number = _grouped(article, 0)
    del article["blocks"][0]["part_of"]
    return f"/groups/{number}"


@breaks("A106", lambda article: [(n,) for (n,) in blocks(article) if (n + 2,) in list(blocks(article))])
def group_with_a_hole(article: Json, number: int) -> str:
    article["blocks"][number + 2]["part_of"] = NEW
    return f"/groups/{_grouped(article, number)}"


@breaks("A107", blocks)
def level_of_a_paragraph(article: Json, number: int) -> str:
    article["blocks"][number]["level"] = 2
    return f"/blocks/{number}/level"


@breaks("A108", items("quotation"))
def type_misspelt(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["type"] = "direkt"
    return f"{pointer}/type"


@breaks("A109", items("quotation"))
def attribute_of_ones_own(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer).setdefault("attributes", {})["mood"] = "sad"
    return f"{pointer}/attributes/mood"


@breaks("A110", once)
def layer_of_ones_own(article: Json) -> str:
    article["layers"]["negation"] = {"annotations": []}
    return "/layers/negation"


@breaks("A111", items("field", lambda _article, item: item["type"] != "credit"))
def value_that_is_none(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["attributes"] = {"value": "Nobody At All"}
    return f"{pointer}/attributes/value"


@breaks("A112", items("field", lambda _article, item: item["type"] == "title"))
def credit_in_a_headline(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer).pop("attributes", None)
    at(article, pointer)["type"] = "credit"
    return f"{pointer}/spans/0"


@breaks("A113", items("quotation", lambda _article, item: "spans" in item))
def value_of_ones_own(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["attributes"] = {"medium": "sung"}
    return f"{pointer}/attributes/medium"


@breaks("A101", items("entity", is_mention), in_tei=False)
def block_with_the_id_of_another(article: Json, pointer: str, _number: int) -> set[str]:
    own = at(article, pointer)["spans"][0]["block"]
    number, block = next((n, block) for n, block in enumerate(article["blocks"]) if block["id"] == own)
    other = 0 if number else 1
    block["id"] = article["blocks"][other]["id"]
    return {f"/blocks/{max(number, other)}/id"}


@breaks("A101", items("quotation"), in_tei=False)
def pasted_twice(article: Json, pointer: str, number: int) -> str:
    listed(article, pointer).insert(number, dict(at(article, pointer)))
    return f"{pointer.rpartition('/')[0]}/{number + 1}/id"


@breaks("A102", items("entity", is_mention), in_tei=False)
def pointer_as_in_tei(article: Json, pointer: str, _number: int) -> str:
    item = at(article, pointer)
    item["entity"] = f"#{item['entity']}"
    return f"{pointer}/entity"


@breaks("A102", items("entity", is_mention))
def span_in_no_block(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["spans"][0]["block"] += "x"
    return f"{pointer}/spans/0/block"


@breaks("A102", items("coreference"))
def relation_to_nothing(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["target"] += "x"
    return f"{pointer}/target"


@breaks("A103", items("entity", is_mention))
def mention_of_itself(article: Json, pointer: str, _number: int) -> str:
    item = at(article, pointer)
    item["entity"] = item["id"]
    return f"{pointer}/entity"


@breaks("A108", items("quotation", lambda _article, item: "spans" in item))
def type_left_out(article: Json, pointer: str, _number: int) -> str:
    del at(article, pointer)["type"]
    return pointer


@breaks("A109", items("field", lambda _article, item: "value" in item.get("attributes", ())))
def value_misspelt(article: Json, pointer: str, _number: int) -> str:
    attributes = at(article, pointer)["attributes"]
    attributes["vaule"] = attributes.pop("value")
    return f"{pointer}/attributes/vaule"


@breaks("A110", lambda article: [()] if {"token", "dependency"} <= article["layers"].keys() else [])
def layer_misspelt(article: Json) -> str:
    article["layers"]["tokens"] = article["layers"].pop("token")
    return "/layers/tokens"


@breaks("A111", items("field", lambda _article, item: item["type"] == "section" and "attributes" not in item))
def metadata_that_say_otherwise(article: Json, pointer: str, _number: int) -> str:
    article["metadata"]["section"] = "Nothing of the kind"
    return pointer
