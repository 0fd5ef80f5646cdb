"""Metadata."""

from __future__ import annotations

from mutations.places import Json, blocks, breaks, items, once


@breaks("M101", once)
def day_that_never_was(article: Json) -> str:
    article["metadata"]["expires"] = "2026-02-30"
    return "/metadata/expires"


@breaks("M102", once)
def address_without_scheme(article: Json) -> str:
    article["metadata"]["url"] = "example.org/news"
    return "/metadata/url"


@breaks("M206", blocks)
def language_of_a_block_by_its_name(article: Json, number: int) -> str:
    article["blocks"][number]["language"] = "Danish"
    return f"/blocks/{number}/language"


@breaks("M103", blocks)
def language_with_underscore(article: Json, number: int) -> str:
    article["blocks"][number]["language"] = "en_GB"
    return f"/blocks/{number}/language"


@breaks("M201", once)
def another_title(article: Json) -> str:
    fields = article["layers"]["field"]["annotations"]
    fields[:] = [field for field in fields if field["type"] != "title"]
    article["metadata"]["title"] = "Nothing of the kind"
    return "/metadata/title"


@breaks("M202", once)
def before_newspapers(article: Json) -> str:
    article["metadata"]["created"] = "1517-10-31"
    return "/metadata/created"


@breaks("M203", lambda article: () if {"published", "updated"} & article["metadata"].keys() else ((),))
def updated_too_early(article: Json) -> str:
    article["metadata"].update(published="2026-03-05", updated="2026-03-01")
    return "/metadata/updated"


@breaks("M101", items("field", lambda _article, item: item["type"] == "published"))
def day_that_never_was_and_is_said_in_the_text(article: Json, _pointer: str, _number: int) -> str:
    article["metadata"]["published"] = "2026-02-30"
    return "/metadata/published"


@breaks("M103", blocks)
def language_of_one_letter(article: Json, number: int) -> str:
    article["blocks"][number]["language"] = "e"
    return f"/blocks/{number}/language"
