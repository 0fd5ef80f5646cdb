"""Ways to break exactly one thing of an annotated article, each with the code and the place that are to be found.

A mutation lists where in an article it can be made, and makes it there. It returns the JSON Pointer that is to be told,
or several of which one is, where a fault lies between things and either may be named.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

Json = dict[str, Any]
Places = Callable[[Json], Iterable[Any]]
Break = Callable[..., "str | set[str]"]


class Mutation(NamedTuple):
    """The code that is to be found, where it can be made, and how."""

    code: str
    places: Places
    make: Break


MUTATIONS: list[Mutation] = []
NEW = "zz9"
"""The id of what a mutation adds."""


def breaks(code: str, places: Places) -> Callable[[Break], Break]:
    """Register a mutation."""

    def register(make: Break) -> Break:
        MUTATIONS.append(Mutation(code, places, make))
        return make

    return register


# Where: tuples that are the arguments of a mutation.


def once(_article: Json) -> Iterator[tuple[()]]:
    yield ()


def blocks(article: Json) -> Iterator[tuple[int]]:
    for number, block in enumerate(article["blocks"]):
        if block["role"] == "paragraph":
            yield (number,)


def items(layer: str, wanted: Callable[[Json, Json], object] = lambda _article, _item: True) -> Places:
    """The places of the annotations and relations of a layer that are `wanted`."""

    def places(article: Json) -> Iterator[tuple[str, int]]:
        for kind in ("annotations", "relations"):
            for number, item in enumerate(article["layers"].get(layer, {}).get(kind, ())):
                if wanted(article, item):
                    yield f"/layers/{layer}/{kind}/{number}", number

    return places


def is_end(article: Json, item: Json) -> bool:
    """Whether a relation begins or ends at `item`."""
    relations = [each for layer in article["layers"].values() for each in layer.get("relations", ())]
    return any(item["id"] in (relation["source"], relation["target"]) for relation in relations)


def text_of(article: Json, span: Json) -> str:
    return next(block["text"] for block in article["blocks"] if block["id"] == span["block"])


def place_of(article: Json, span: Json) -> str:
    return f"/blocks/{[block['id'] for block in article['blocks']].index(span['block'])}/text"


def at(article: Json, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        article = article[int(key)] if isinstance(article, list) else article[key]
    return article


def listed(article: Json, pointer: str) -> list[Json]:
    """The list in which the item at `pointer` stands."""
    return at(article, pointer.rpartition("/")[0])  # type: ignore[no-any-return]


def added(article: Json, pointer: str, item: Json) -> str:
    """The pointer of `item`, put at the end of the list in which the item at `pointer` stands."""
    listed(article, pointer).append(item)
    return f"{pointer.rpartition('/')[0]}/{len(listed(article, pointer)) - 1}"


def cut(article: Json, span: Json, start: int, end: int) -> Json:
    return {"block": span["block"], "start": start, "end": end, "text": text_of(article, span)[start:end]}


def has_one_span(_article: Json, item: Json) -> bool:
    return len(item.get("spans", ())) == 1


def is_mention(_article: Json, item: Json) -> bool:
    return "entity" in item and len(item.get("spans", ())) == 1


# The schema.


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


# Text and offsets.


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


# Ids, pointers, groups, types.


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


# What layers ask for.


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


# Metadata.


@breaks("M101", once)
def day_that_never_was(article: Json) -> str:
    article["metadata"]["expires"] = "2026-02-30"
    return "/metadata/expires"


@breaks("M102", once)
def address_without_scheme(article: Json) -> str:
    article["metadata"]["url"] = "example.org/news"
    return "/metadata/url"


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
