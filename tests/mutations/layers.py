"""What layers ask for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mutations.places import (
    NEW,
    Json,
    Places,
    added,
    at,
    breaks,
    cut,
    has_one_span,
    is_end,
    is_mention,
    items,
    listed,
    place_of,
)


@breaks("A201", items("token", has_one_span))
def word_that_is_not_said(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    return added(
        article, pointer, {"id": NEW, "type": "empty", "spans": [cut(article, span, span["end"], span["end"])]}
    )


@breaks("A202", items("quotation", lambda _article, item: item["type"] == "speaker" and "source" in item))
def spoken_by_a_block(article: Json, pointer: str, _number: int) -> str:
    at(article, pointer)["source"] = article["blocks"][0]["id"]
    return f"{pointer}/source"


@breaks("A203", items("speech", lambda _article, item: "entity" in item))
def spoken_by_a_place(article: Json, pointer: str, _number: int) -> str:
    article["entities"].append({"id": NEW, "type": "place"})
    at(article, pointer)["entity"] = NEW
    return f"{pointer}/entity"


def before_another(article: Json) -> Iterator[tuple[str, int]]:
    """Tokens that are followed by one of several letters, with nothing or a blank between."""
    tokens = article["layers"].get("token", {}).get("annotations", ())
    for number, (one, other) in enumerate(pairwise(tokens)):
        left, right = one["spans"][0], other["spans"][0]
        if left["block"] == right["block"] and 0 <= right["start"] - left["end"] <= 1 and right["text"][1:].isalpha():
            yield f"/layers/token/annotations/{number}", number


@breaks("A204", before_another)
def token_that_goes_too_far(article: Json, pointer: str, number: int) -> str:
    span = at(article, pointer)["spans"][0]
    after = listed(article, pointer)[number + 1]["spans"][0]
    span.update(cut(article, span, span["start"], after["start"] + 1))
    return f"/layers/token/annotations/{number + 1}/spans/0"


@breaks("A205", items("sentence", has_one_span))
def sentence_in_a_sentence(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    word = span["text"].split()[0]
    new = cut(article, span, span["start"], span["start"] + len(word))
    return f"{added(article, pointer, {'id': NEW, 'type': 'fragment', 'spans': [new]})}/spans/0"


def is_above_the_last_block(article: Json, item: Json) -> bool:
    return is_mention(article, item) and item["spans"][0]["block"] != article["blocks"][-1]["id"]


@breaks("A206", items("entity", is_above_the_last_block))
def mention_that_goes_on(article: Json, pointer: str, _number: int) -> str:
    last = article["blocks"][-1]
    spans = at(article, pointer)["spans"]
    word = last["text"].split()[0]
    spans.append({"block": last["id"], "start": last["text"].index(word), "end": len(word), "text": word})
    return f"{pointer}/spans/1"


@breaks("A207", items("entity", is_mention))
def mention_without_words(article: Json, pointer: str, _number: int) -> str:
    span = at(article, pointer)["spans"][0]
    span.update(cut(article, span, span["start"], span["start"]))
    return f"{pointer}/spans/0"


@breaks(
    "A208", items("sentence", lambda _article, item: has_one_span(_article, item) and " " in item["spans"][0]["text"])
)
def sentence_in_parts(article: Json, pointer: str, _number: int) -> str:
    spans = at(article, pointer)["spans"]
    (span,) = spans
    blank = span["start"] + span["text"].index(" ")
    spans[:] = [cut(article, span, span["start"], blank), cut(article, span, blank + 1, span["end"])]
    return f"{pointer}/spans/1"


@breaks("A209", items("field", lambda _article, item: item["type"] != "credit" and len(item["spans"]) == 1))
def evidence_nowhere(article: Json, pointer: str, _number: int) -> str:
    item = at(article, pointer)
    item.setdefault("attributes", {}).setdefault("value", item["spans"][0]["text"])
    del item["spans"]
    return pointer


@breaks("A210", items("entity", lambda _article, item: "spans" in item))
def mention_twice(article: Json, pointer: str, _number: int) -> str:
    return added(article, pointer, {**at(article, pointer), "id": NEW})


@breaks("A211", items("coreference"))
def relation_twice(article: Json, pointer: str, _number: int) -> str:
    return added(article, pointer, {**at(article, pointer), "id": NEW})


@breaks("A212", items("coreference", lambda _article, item: item["type"] in ("anaphora", "part_whole", "set_member")))
def relation_and_back(article: Json, pointer: str, _number: int) -> set[str]:
    one = at(article, pointer)
    new = added(article, pointer, {**one, "id": NEW, "source": one["target"], "target": one["source"]})
    return {f"{pointer}/target", f"{new}/target"}


@breaks("A213", items("dependency", lambda _article, item: item["type"] != "root"))
def second_head(article: Json, pointer: str, _number: int) -> str:
    sentence = article["layers"]["sentence"]["annotations"][0]["id"]
    new = added(
        article, pointer, {"id": NEW, "type": "dep", "source": sentence, "target": at(article, pointer)["target"]}
    )
    return f"{new}/target"


def tiles(layer: str) -> Places:
    def alone(article: Json, item: Json) -> bool:
        """Whether it stands in no relation, and nothing of its layer lies over it or in it."""
        if is_end(article, item) or len(item["spans"]) > 1:
            return False
        (span,) = item["spans"]
        near = [
            other
            for each in article["layers"][layer]["annotations"]
            for other in each["spans"]
            if other["block"] == span["block"]
        ]
        over = [other for other in near if other["start"] < span["end"] and span["start"] < other["end"]]
        return len(over) == 1 and len(near) > 1

    return items(layer, alone)


@breaks("A214", tiles("sentence"))
@breaks("A214", tiles("token"))
def piece_lost(article: Json, pointer: str, number: int) -> str:
    lost = listed(article, pointer).pop(number)
    return place_of(article, lost["spans"][0])
