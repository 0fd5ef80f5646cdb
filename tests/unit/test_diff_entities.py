"""Entities of two versions: known by their names, or by where they are mentioned."""

from __future__ import annotations

from marked_articles import article, mark, told

from corpus_tools.diffing import diff_articles


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


def test_entities_without_a_name_and_with_one() -> None:
    nameless, named = {"id": "e1", "type": "person"}, {"id": "e1", "type": "person", "name": "Ewan"}
    delta = diff_articles(article(entities=[nameless]), article(entities=[named]))
    assert delta["entities"] == [{"kinds": ["name"], "old": nameless, "new": named}]
    other = {"id": "e1", "type": "place"}
    delta = diff_articles(article(entities=[nameless]), article(entities=[other]))
    assert [change["kinds"] for change in delta["entities"]] == [["removed"], ["added"]]
