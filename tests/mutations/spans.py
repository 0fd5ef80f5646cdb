"""Texts, spans and their quotes."""

from __future__ import annotations

import unicodedata

from mutations.places import Json, at, breaks, cut, is_mention, items, once, text_of


@breaks("T101", items("entity", is_mention))
def beyond_the_block(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span["end"] = len(text_of(article, span)) + 3
    return f"{pointer}/spans/0"


@breaks("T102", items("entity", is_mention))
def other_words(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["spans"][0]["text"] += "x"
    return f"{pointer}/spans/0/text"


@breaks("T103", items("quotation", lambda _article, item: len(item.get("spans", ())) > 1))
def spans_exchanged(article: Json, pointer: str, _number: int) -> str:
    spans = at(article, pointer)["spans"]
    spans[:2] = spans[1::-1]
    return f"{pointer}/spans/1"


@breaks("T104", once)
def control(article: Json) -> str:
    article["metadata"]["description"] = "Rain\x01"
    return "/metadata/description"


@breaks("T105", once)
def text_after_all(article: Json) -> str:
    article["origin"]["after"] = "The end."
    return "/origin/after"


@breaks("T106", once)
def large_number(article: Json) -> str:
    article["extra"] = {"count": 2**63}
    return "/extra/count"


@breaks("T107", once)
def carriage_return(article: Json) -> str:
    article["origin"].update(newline="crlf", after="\r")
    return "/origin/after"


def is_before_a_blank(article: Json, item: Json) -> bool:
    return is_mention(article, item) and text_of(article, item["spans"][0])[item["spans"][0]["end"] :][:1] == " "


@breaks("T201", items("entity", is_before_a_blank))
def blank_taken_along(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span.update(cut(article, span, span["start"], span["end"] + 1))
    return f"{pointer}/spans/0/text"


def ends_in_a_mark(article: Json, item: Json) -> bool:
    return is_mention(article, item) and unicodedata.category(item["spans"][0]["text"][-1]) == "Mn"


@breaks("T202", items("entity", ends_in_a_mark))
def mark_left_out(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span.update(cut(article, span, span["start"], span["end"] - 1))
    return f"{pointer}/spans/0/end"


@breaks("T203", once)
def decoded_twice(article: Json) -> str:
    article["metadata"]["description"] = "The cafÃ© by the sea"
    return "/metadata/description"


@breaks("T204", once)
def turned_around(article: Json) -> str:
    article["metadata"]["description"] = "Pay \u202e001"
    return "/metadata/description"


@breaks("T101", items("entity", lambda _article, item: is_mention(_article, item) and item["spans"][0]["text"]))
def start_after_the_end(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span.update(start=span["end"], end=span["start"])
    return f"{pointer}/spans/0"


@breaks("T102", items("entity", is_mention))
def end_too_early(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["spans"][0]["end"] -= 1
    return f"{pointer}/spans/0/text"


@breaks("T102", items("entity", lambda _article, item: is_mention(_article, item) and item["spans"][0]["start"]))
def start_too_early(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["spans"][0]["start"] -= 1
    return f"{pointer}/spans/0/text"


@breaks("T102", items("sentence", lambda _article, item: "\n" in item["spans"][0]["text"]))
def lines_joined_in_a_quote(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span["text"] = span["text"].replace("\n", " ")
    return f"{pointer}/spans/0/text"


@breaks("T102", items("quotation", lambda _article, item: len(item.get("spans", ())) > 1 and item["spans"][1]["start"]))
def second_span_from_the_first_letter(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["spans"][1]["start"] = 0
    return f"{pointer}/spans/1/text"
