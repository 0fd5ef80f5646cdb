"""Annotations and relations of two versions: a change of the text is none of them, and one of them is one change."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from corpus_tools.diffing import apply_delta, diff_articles, invert_delta
from corpus_tools.model.canonical import canonical

TEXT = "The ferry Saint Brendan lost power near Corran Point, said harbour master Ewan Tulloch on Tuesday."


def mark(
    name: str, words: str, kind: str = "person", text: str = TEXT, block: str = "b1", **more: Any
) -> dict[str, Any]:
    """An annotation of the first place of `words` in `text`."""
    start = text.index(words)
    span = {"block": block, "start": start, "end": start + len(words), "text": words}
    return {"id": name, "type": kind, "spans": [span], **more}


def article(*annotations: Any, text: str = TEXT, relations: Any = (), entities: Any = (), **more: Any) -> Any:
    made: dict[str, Any] = {"schema_version": "1.0", "id": "a", "metadata": {}}
    made["blocks"] = [{"id": "b1", "role": "paragraph", "text": text}]
    made["layers"] = {"entity": {"annotations": list(annotations)}}
    if relations:
        made["layers"]["entity"]["relations"] = list(relations)
    if entities:
        made["entities"] = list(entities)
    return {**made, **more}


def told(old: Any, new: Any) -> list[tuple[str, str, str]]:
    """What happened in the layers: kinds, old ids, new ids; the laws hold by the way."""
    delta = diff_articles(old, new)
    assert apply_delta(old, delta) == canonical(new)
    assert apply_delta(new, invert_delta(delta)) == canonical(old)
    return [
        (" ".join(change["kinds"]), change.get("old", {}).get("id", ""), change.get("new", {}).get("id", ""))
        for change in delta["layers"]
    ]


MASTER = mark("m1", "harbour master Ewan Tulloch")


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


def test_an_annotation_that_moved_to_another_place_is_told_so() -> None:
    old, new = "he said that he would go", "he said that he should go"
    first = mark("m1", "he", text=old)
    moved = {**first, "spans": [{"block": "b1", "start": 13, "end": 15, "text": "he"}]}
    assert told(article(first, text=old), article(moved, text=new)) == [("boundary", "m1", "m1")]
    assert told(article(first, text=old), article(moved, text=old)) == [("boundary", "m1", "m1")]


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


def test_entities() -> None:
    person = {"id": "e1", "type": "person", "name": "Ewan Tulloch"}
    cases = [
        ({**person, "id": "e9"}, [], {"e1": "e9"}),
        ({**person, "uris": ["https://example.org/t"]}, [("uris", "e1", "e1")], {}),
        ({**person, "id": "e9", "uris": ["https://example.org/t"]}, [("uris", "e1", "e9")], {"e1": "e9"}),
        ({**person, "type": "official"}, [("type", "e1", "e1")], {}),
        ({"id": "e1", "type": "place", "name": "Corran"}, [("removed", "e1", ""), ("added", "", "e1")], {}),
    ]
    for new, changes, ids in cases:
        delta = diff_articles(article(entities=[person]), article(entities=[new]))
        found = [
            (" ".join(c["kinds"]), c.get("old", {}).get("id", ""), c.get("new", {}).get("id", ""))
            for c in delta["entities"]
        ]
        assert found == changes
        assert delta["ids"] == ids


def test_entities_without_a_name_are_known_by_their_mentions() -> None:
    clusters = [{"id": f"e{number}", "type": "object"} for number in (1, 2)]
    old = article(mark("m1", "Saint Brendan", entity="e1"), mark("m2", "Corran Point", entity="e2"), entities=clusters)
    three = [*clusters, {"id": "e3", "type": "object"}]
    new = article(
        mark("m0", "ferry", entity="e1"),
        mark("m1", "Saint Brendan", entity="e2"),
        mark("m2", "Corran Point", entity="e3"),
        entities=three,
    )
    assert told(old, new) == [("added", "", "m0")]
    delta = diff_articles(old, new)
    assert delta["entities"] == [{"kinds": ["added"], "new": {"id": "e1", "type": "object"}}]
    assert delta["ids"] == {"e1": "e2", "e2": "e3"}


def test_words_that_are_marked_twice_in_a_block_are_witnesses_in_their_order() -> None:
    old, new = "go, go on", "go, go, go on"
    marks = [
        {"id": f"m{at}", "type": "x", "spans": [{"block": "b1", "start": at, "end": at + 2, "text": "go"}]}
        for at in (0, 4)
    ]
    moved = [
        {**marks[0], "id": "n1"},
        {"id": "n2", "type": "x", "spans": [{**marks[1]["spans"][0], "start": 8, "end": 10}]},
    ]
    assert told(article(*marks, text=old), article(*moved, text=new)) == []
    same = [marks[0], {**moved[1], "id": "m4"}]
    assert told(article(*marks, text=old), article(*same, text=new)) == []


def test_nested_annotations_are_witnesses_too() -> None:
    old, new = "the very very good", "the very very very good"
    outer, inner = mark("m1", "very very", text=old), mark("m2", "very", text=old)
    moved = [
        {**item, "spans": [{**span, "start": span["start"] + 5, "end": span["end"] + 5} for span in item["spans"]]}
        for item in (outer, inner)
    ]
    assert told(article(outer, inner, text=old), article(*moved, text=new)) == []


def test_an_annotation_that_went_to_another_block() -> None:
    blocks = [
        {"id": "b1", "role": "paragraph", "text": TEXT},
        {"id": "b2", "role": "paragraph", "text": "The ferry waits."},
    ]
    edited = [{**blocks[0], "text": f"{TEXT} Late."}, blocks[1]]
    ferry = mark("m1", "ferry")
    moved = {**ferry, "spans": [{**ferry["spans"][0], "block": "b2"}]}
    assert told(article(ferry, blocks=blocks), article(moved, blocks=edited)) == [("boundary", "m1", "m1")]


PARAGRAPHS = (
    "Boats kept watch. Ewan Tulloch spoke to the families at noon. Nobody on board was hurt, said the harbour office.",
    "The ferry waits at the quay for a new engine that comes from the yard.",
)
MOVED = "Ewan Tulloch spoke to the families at noon."


def in_paragraphs(*texts: str, kind: str = "person", name: str = "m1") -> Any:
    """Two paragraphs in which `Ewan Tulloch` and the harbour office are marked and related, wherever they stand."""
    blocks = [{"id": f"b{n}", "role": "paragraph", "text": text} for n, text in enumerate(texts, 1)]
    block = next(block for block in blocks if "Ewan" in block["text"])
    office = next(block for block in blocks if "harbour office" in block["text"])
    marks = [
        mark(name, "Ewan Tulloch", kind, block["text"], block["id"]),
        mark("m2", "harbour office", "organisation", office["text"], office["id"]),
    ]
    return article(*marks, blocks=blocks, relations=[{"id": "r1", "type": "of", "source": name, "target": "m2"}])


@pytest.mark.parametrize(
    "texts",
    [
        (f"Boats kept watch. Nobody on board was hurt, said the harbour office. {MOVED}", PARAGRAPHS[1]),
        (PARAGRAPHS[0].replace(f"{MOVED} ", ""), f"{PARAGRAPHS[1]} {MOVED}"),
    ],
)
def test_an_annotation_whose_words_moved_is_one_change_and_its_relations_none(texts: tuple[str, str]) -> None:
    assert told(in_paragraphs(*PARAGRAPHS), in_paragraphs(*texts)) == [("boundary", "m1", "m1")]
    assert told(in_paragraphs(*texts), in_paragraphs(*PARAGRAPHS)) == [("boundary", "m1", "m1")]


def test_an_annotation_whose_words_moved_is_another_one_if_its_type_is_another_or_its_words_are() -> None:
    away = PARAGRAPHS[0].replace(f"{MOVED} ", ""), f"{PARAGRAPHS[1]} {MOVED}"
    gone, came = ("removed", "m1", ""), ("added", "", "m1")
    found = told(in_paragraphs(*PARAGRAPHS), in_paragraphs(*away, kind="role"))
    assert gone in found
    assert came in found
    short = deepcopy(in_paragraphs(*away))
    span = short["layers"]["entity"]["annotations"][0]["spans"][0]
    span.update(start=span["start"] + 5, text="Tulloch")
    found = told(in_paragraphs(*PARAGRAPHS), short)
    assert gone in found
    assert came in found


def test_an_annotation_that_stayed_goes_before_one_of_its_id_whose_words_are_gone() -> None:
    old = "Ewan spoke to the families at noon. Nobody was hurt. Ewan left for the quay before the tide came in."
    new = "Nobody was hurt. Ewan left for the quay before the tide came in."
    first = {"id": "m1", "type": "person", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Ewan"}]}
    second = {"id": "m2", "type": "person", "spans": [{"block": "b1", "start": 53, "end": 57, "text": "Ewan"}]}
    left = {**mark("m1", "Ewan", text=new), "note": "?"}
    assert told(article(first, second, text=old), article(left, text=new)) == [
        ("removed", "m1", ""),
        ("note", "m2", "m1"),
    ]


def test_entities_without_a_name_and_with_one() -> None:
    nameless, named = {"id": "e1", "type": "person"}, {"id": "e1", "type": "person", "name": "Ewan"}
    delta = diff_articles(article(entities=[nameless]), article(entities=[named]))
    assert delta["entities"] == [{"kinds": ["name"], "old": nameless, "new": named}]
    other = {"id": "e1", "type": "place"}
    delta = diff_articles(article(entities=[nameless]), article(entities=[other]))
    assert [change["kinds"] for change in delta["entities"]] == [["removed"], ["added"]]


def test_spans_that_come_to_touch_are_one() -> None:
    text = "the big ship and the small ship"
    spans = [
        {"block": "b1", "start": 0, "end": 4, "text": "the "},
        {"block": "b1", "start": 8, "end": 12, "text": "ship"},
    ]
    item = {"id": "m1", "type": "x", "spans": spans}
    whole = {**item, "spans": [{"block": "b1", "start": 0, "end": 8, "text": "the ship"}]}
    assert told(article(item, text=text), article(whole, text=text.replace("big ", ""))) == [("text", "m1", "m1")]
