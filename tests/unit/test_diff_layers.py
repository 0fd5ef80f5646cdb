"""Annotations and relations of two versions: a change of the text is none of them, and one of them is one change."""

from __future__ import annotations

from typing import Any

import pytest
from marked_articles import MASTER, TEXT, article, mark, told

from corpus_tools.diffing import diff_articles


@pytest.mark.parametrize(
    ("new", "kinds"),
    [
        (mark("m1", "Ewan Tulloch"), "boundary"),
        (mark("m1", "harbour master Ewan Tulloch on"), "boundary"),
        (mark("m1", "harbour master Ewan Tulloch", "role"), "type"),
        (mark("m1", "master Ewan Tulloch", "role", note="?"), "boundary type note"),
        (mark("m1", "harbour master Ewan Tulloch", attributes={"x": True}), "attributes"),
        (mark("m1", "harbour master Ewan Tulloch", entity="e1", confidence=0.5), "entity confidence"),
    ],
)
def test_several_things_at_once_are_one_change(new: Any, kinds: str) -> None:
    entities = [{"id": "e1", "type": "person"}]
    assert told(article(MASTER, entities=entities), article(new, entities=entities)) == [(kinds, "m1", "m1")]
    other = {**new, "id": "n7"}
    assert told(article(MASTER, entities=entities), article(other, entities=entities)) == [(kinds, "m1", "n7")]


def test_true_and_one_are_not_the_same() -> None:
    old, new = ({**MASTER, "attributes": {"x": value}} for value in (True, 1))
    assert told(article(old), article(new)) == [("attributes", "m1", "m1")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Yesterday {TEXT}", ""),
        (TEXT.replace("power near", "power"), ""),
        (TEXT.replace("said ", "said the "), ""),
        (TEXT.replace(" on Tuesday", ", at noon"), ""),
        (TEXT.replace("Tulloch", "Tullock"), "text"),
        (TEXT.replace("harbour master", "pilot"), "text"),
        (TEXT.replace("Ewan ", ""), "text"),
    ],
)
def test_words_that_were_edited_around_a_mention_and_in_it(text: str, kinds: str) -> None:
    start = next(at for at, word in ((text.find(word), word) for word in ("harbour", "pilot")) if at >= 0)
    end = max(text.find(word) + len(word) for word in ("Tulloch", "Tullock") if word in text)
    new = {**MASTER, "spans": [{"block": "b1", "start": start, "end": end, "text": text[start:end]}]}
    assert told(article(MASTER), article(new, text=text)) == ([(kinds, "m1", "m1")] if kinds else [])


ISLES = "The owner Northern Isles {}will not pay before the winter."


@pytest.mark.parametrize(
    ("fill", "old", "new"),
    [
        ("Line ", "Northern Isles Line", "Northern Isles"),
        ("Line Company ", "Northern Isles Line", "Northern Isles"),
        ("Line, ", "Northern Isles Line,", "Northern Isles"),
    ],
)
def test_words_at_the_end_of_a_mention_that_come_or_go_are_words_of_it(fill: str, old: str, new: str) -> None:
    """The blank before the words may be the one that went, as well as the one behind them."""
    texts = ISLES.format(fill), ISLES.format("")
    longer, shorter = (
        article(mark("m1", words, text=text), text=text) for words, text in zip((old, new), texts, strict=True)
    )
    assert told(longer, shorter) == [("text", "m1", "m1")]
    assert told(shorter, longer) == [("text", "m1", "m1")]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("Northern Isles Line", "Northern", "boundary text"),
        ("Northern Isles Line", "Northern Isles will", "boundary text"),
        ("owner", "owner Northern", "boundary"),
        ("owner Northern Isles", "Northern Isles", "boundary"),
    ],
)
def test_a_boundary_that_an_edit_beside_it_cannot_have_moved_has_moved(old: str, new: str, kinds: str) -> None:
    texts = ISLES.format("Line "), ISLES.format("")
    versions = [article(mark("m1", words, text=text), text=text) for words, text in zip((old, new), texts, strict=True)]
    assert told(*versions) == [(kinds, "m1", "m1")]


def test_a_boundary_that_moves_in_edited_text_is_told_with_the_words_that_changed() -> None:
    text = f"Yesterday {TEXT.replace('master', 'pilot')}"
    assert told(article(MASTER), article(mark("m1", "Ewan Tulloch", text=text), text=text)) == [
        ("boundary text", "m1", "m1")
    ]


def test_equal_words_beside_an_annotation_do_not_move_it() -> None:
    old, new = "very good and very late", "very very good and very late"
    first = mark("m1", "very", text=old)
    for start in (0, 5):
        span = {"block": "b1", "start": start, "end": start + 4, "text": "very"}
        assert told(article(first, text=old), article({**first, "spans": [span]}, text=new)) == []
        assert told(article(first, text=old), article({**first, "id": "n1", "spans": [span]}, text=new)) == []


def test_one_mention_becomes_two() -> None:
    old = article(mark("m1", "harbour master Ewan Tulloch"))
    new = article(mark("m1", "Ewan Tulloch"), mark("m2", "harbour master"))
    assert told(old, new) == [("added", "", "m2"), ("boundary", "m1", "m1")]


def test_other_ids_are_no_change() -> None:
    names = [mark("m1", "Saint Brendan", "object"), mark("m2", "Corran Point", "place"), MASTER | {"id": "m3"}]
    new = [{**item, "id": f"m{number}"} for number, item in enumerate(names, 2)]
    added = mark("m1", "ferry", "object")
    delta = diff_articles(article(*names), article(added, *new))
    assert told(article(*names), article(added, *new)) == [("added", "", "m1")]
    assert delta["ids"] == {"m1": "m2", "m2": "m3", "m3": "m4"}


def test_an_id_that_is_used_again_for_another_thing_is_no_boundary_change() -> None:
    old, new = article(mark("m1", "Saint Brendan", "object")), article(mark("m1", "Corran Point", "place"))
    assert told(old, new) == [("removed", "m1", ""), ("added", "", "m1")]


def test_relations() -> None:
    marks = [mark("m1", "Saint Brendan", "object"), mark("m2", "Corran Point", "place"), MASTER | {"id": "m3"}]
    relation = {"id": "r1", "type": "near", "source": "m1", "target": "m2"}
    old = article(*marks, relations=[relation])
    assert told(old, article(*marks, relations=[{**relation, "target": "m3"}])) == [("target", "r1", "r1")]
    assert told(old, article(*marks, relations=[{**relation, "type": "at", "id": "x"}])) == [("type", "r1", "x")]
    swapped = {**relation, "source": "m2", "target": "m1"}
    assert told(old, article(*marks, relations=[swapped])) == [("source target", "r1", "r1")]
    assert told(old, article(*marks)) == [("removed", "r1", "")]
    assert told(article(*marks), old) == [("added", "", "r1")]
    other = {"id": "r1", "type": "of", "source": "m3", "target": "b1"}
    assert told(old, article(*marks, relations=[other])) == [("removed", "r1", ""), ("added", "", "r1")]


def test_relations_follow_renamed_ends_and_relations_between_relations() -> None:
    marks = [mark("m1", "Saint Brendan", "object"), mark("m2", "Corran Point", "place")]
    first = {"id": "r1", "type": "near", "source": "m1", "target": "m2"}
    second = {"id": "r2", "type": "doubts", "source": "r1", "target": "m1"}
    renamed = [{**marks[0], "id": "n1"}, {**marks[1], "id": "n2"}]
    relations = [
        {"id": "s1", "type": "near", "source": "n1", "target": "n2"},
        {"id": "s2", "type": "doubts", "source": "s1", "target": "n1"},
    ]
    old, new = article(*marks, relations=[first, second]), article(*renamed, relations=relations)
    assert told(old, new) == []
    assert diff_articles(old, new)["ids"] == {"m1": "n1", "m2": "n2", "r1": "s1", "r2": "s2"}


def test_a_pointer_to_a_thing_of_the_same_name_is_another_pointer() -> None:
    """The target `m2` of both versions is not the same mention: one is gone, the other one new."""
    relation = {"id": "r1", "type": "near", "source": "m1", "target": "m2"}
    first, ship = mark("m1", "Saint Brendan", "object"), mark("m2", "Corran Point", "place")
    old = article(first, ship, relations=[relation])
    new = article(first, mark("m2", "Tuesday", "time"), relations=[relation])
    assert ("target", "r1", "r1") in told(old, new)


def test_layers_themselves() -> None:
    old = article(MASTER)
    new = article(MASTER)
    new["layers"]["event"] = {"annotations": [mark("v1", "lost power", "failure")]}
    delta = diff_articles(old, new)
    assert delta["layers"] == [{"layer": "event", "kinds": ["added"], "new": new["layers"]["event"]}]
    assert told(new, old) == [("removed", "", "")]
    new = article(MASTER, agents=[{"id": "x", "type": "person", "name": "X"}])
    new["layers"]["entity"].update(agent="x", definition="https://example.org/e.json", relations=[])
    assert told(old, new) == [("definition agent relations", "", "")]


def test_a_list_that_comes_with_its_first_item_is_no_change_of_its_own() -> None:
    relation = {"id": "r1", "type": "near", "source": "m1", "target": "b1"}
    delta = diff_articles(article(MASTER), article(MASTER, relations=[relation]))
    assert delta["layers"] == [
        {"layer": "entity", "list": "relations", "kinds": ["added"], "new": relation, "with_list": True}
    ]


def test_annotations_without_spans() -> None:
    old = {"id": "s1", "type": "abstract", "attributes": {"text": "A ferry lost power."}}
    new = {"id": "s1", "type": "abstract", "attributes": {"text": "A ferry lost its power."}}
    assert told(article(old), article(new)) == [("attributes", "s1", "s1")]
    assert told(article(old), article({**new, "id": "s2"})) == [("attributes", "s1", "s2")]
    assert told(article(old), article({**MASTER, "id": "s1"})) == [("removed", "s1", ""), ("added", "", "s1")]


def test_spans_follow_their_blocks() -> None:
    """A paragraph of two spans that goes past another one takes them along; their order follows the text."""
    spans = [
        {"block": "b1", "start": 4, "end": 9, "text": "ferry"},
        {"block": "b2", "start": 0, "end": 5, "text": "Ewan "},
    ]
    blocks = [{"id": "b1", "role": "paragraph", "text": TEXT}, {"id": "b2", "role": "paragraph", "text": "Ewan waits."}]
    item = {"id": "m1", "type": "x", "spans": spans}
    old = article(item, blocks=blocks)
    assert told(old, article({**item, "spans": spans[::-1]}, blocks=blocks[::-1])) == []
    merged = [{"id": "b1", "role": "paragraph", "text": f"{TEXT} Ewan waits."}]
    at = len(TEXT) + 1
    joined = [spans[0], {"block": "b1", "start": at, "end": at + 5, "text": "Ewan "}]
    assert told(old, article({**item, "spans": joined}, blocks=merged)) == []
    assert told(old, article({**item, "spans": spans[:1]}, blocks=blocks[:1])) == [("text", "m1", "m1")]


def test_empty_annotations_stay_behind_what_they_follow() -> None:
    def empty(at: int) -> dict[str, Any]:
        return {"id": "t1", "type": "empty", "spans": [{"block": "b1", "start": at, "end": at, "text": ""}]}

    assert told(article(empty(3)), article(empty(3), text="The big" + TEXT[3:])) == []
    assert told(article(empty(3)), article(empty(7), text="The big" + TEXT[3:])) == [("boundary", "t1", "t1")]
    assert told(article(empty(10)), article(empty(14), text=f"Oh, {TEXT}")) == []


def test_spans_that_come_to_touch_are_one() -> None:
    text = "the big ship and the small ship"
    spans = [
        {"block": "b1", "start": 0, "end": 4, "text": "the "},
        {"block": "b1", "start": 8, "end": 12, "text": "ship"},
    ]
    item = {"id": "m1", "type": "x", "spans": spans}
    whole = {**item, "spans": [{"block": "b1", "start": 0, "end": 8, "text": "the ship"}]}
    assert told(article(item, text=text), article(whole, text=text.replace("big ", ""))) == [("text", "m1", "m1")]
