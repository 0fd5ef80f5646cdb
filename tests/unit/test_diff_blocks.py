"""Blocks of two versions: which are the same, moved, split, merged, edited, gone or new."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.diffing import apply_delta, diff_articles, invert_delta
from corpus_tools.diffing.align import align
from corpus_tools.diffing.moves import out_of_order
from corpus_tools.model.canonical import canonical

STORM = "The storm shut the harbour for three days, and no ferry left the island before the weekend."
MAYOR = "Mayor Marta Costa told reporters that the pier would be repaired by the end of next month."
TRAIN = "Trains ran late on the northern line, where a tree had fallen across the tracks at dawn."
SCHOOL = "Two schools stayed closed because their roofs had been damaged by falling branches overnight."


def article(*texts: str, ids: str = "", roles: str = "", **more: Any) -> Any:
    """An article of paragraphs; `ids` are the numbers of their ids, `roles` may make one a headline (`h`)."""
    names = ids.split() or [str(number) for number in range(1, len(texts) + 1)]
    kinds = [{"h": "headline", "q": "quote"}.get(sign, "paragraph") for sign in roles.ljust(len(texts), "p")]
    blocks = [
        {"id": f"b{name}", "role": role, "text": text} for name, role, text in zip(names, kinds, texts, strict=True)
    ]
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, **more}


def told(old: Any, new: Any) -> list[tuple[str, str, str]]:
    """The changes of blocks: what happened, old ids, new ids; the laws hold by the way."""
    delta = diff_articles(old, new)
    assert apply_delta(old, delta) == canonical(new)
    assert apply_delta(new, invert_delta(delta)) == canonical(old)
    return [
        (
            " ".join(change["kinds"]),
            " ".join(placed["block"]["id"] for placed in change["old"]),
            " ".join(placed["block"]["id"] for placed in change["new"]),
        )
        for change in delta["blocks"]
    ]


def test_a_new_paragraph_that_renumbers_all_is_one_change() -> None:
    old, new = article(STORM, MAYOR, TRAIN), article(STORM, SCHOOL, MAYOR, TRAIN)
    assert told(old, new) == [("added", "", "b2")]
    assert diff_articles(old, new)["ids"] == {"b2": "b3", "b3": "b4"}
    assert told(new, old) == [("removed", "b2", "")]


def test_two_that_change_places_are_one_move_of_the_shorter() -> None:
    assert told(article(STORM, TRAIN, MAYOR), article(TRAIN, STORM, MAYOR, ids="2 1 3")) == [("moved", "b2", "b2")]
    assert told(article(TRAIN, STORM), article(STORM, TRAIN)) == [("moved", "b1", "b2")]


def test_a_move_across_many_is_one_move() -> None:
    old = article(STORM, MAYOR, TRAIN, SCHOOL, "One more.")
    assert told(old, article(SCHOOL, STORM, MAYOR, TRAIN, "One more.", ids="4 1 2 3 5")) == [("moved", "b4", "b4")]


def test_moved_and_edited_at_once() -> None:
    edited = SCHOOL.replace("Two", "Three")
    new = article(edited, STORM, MAYOR, TRAIN, ids="4 1 2 3")
    assert told(article(STORM, MAYOR, TRAIN, SCHOOL), new) == [("moved text", "b4", "b4")]
    unknown = article(edited, STORM, MAYOR, TRAIN)
    assert told(article(STORM, MAYOR, TRAIN, SCHOOL), unknown) == [("moved text", "b4", "b1")]


@pytest.mark.parametrize("gap", [" ", "", "\n"])
def test_split_and_merged(gap: str) -> None:
    whole, parts = article(STORM, f"{MAYOR}{gap}{TRAIN}", SCHOOL), article(STORM, MAYOR, TRAIN, SCHOOL)
    assert told(whole, parts) == [("split", "b2", "b2 b3")]
    assert told(parts, whole) == [("merged", "b2 b3", "b2")]


def test_split_in_three_with_an_edit_and_a_block_between() -> None:
    whole = article(STORM, f"{MAYOR} {TRAIN} {SCHOOL}")
    parts = article(STORM, MAYOR, "An advertisement.", TRAIN.replace("dawn", "noon"), SCHOOL)
    assert told(whole, parts) == [("split", "b2", "b2 b4 b5"), ("added", "", "b3")]


def test_the_edits_of_a_split_say_where_the_break_came() -> None:
    delta = diff_articles(article(f"{MAYOR} {TRAIN}"), article(MAYOR, TRAIN))
    size = len(MAYOR)
    assert delta["blocks"][0]["edits"] == [
        {
            "old": {"block": "b1", "start": size, "end": size + 1, "text": " "},
            "new": {"block": "b1", "start": size, "end": 0, "text": "", "end_block": "b2"},
        }
    ]


def test_a_rewritten_paragraph_is_another_one_but_the_only_headline_is_the_headline() -> None:
    assert told(article(STORM, MAYOR), article(STORM, SCHOOL)) == [("removed", "b2", ""), ("added", "", "b2")]
    old, new = article("Storm shuts harbour", STORM, roles="h"), article("Gale closes port", STORM, roles="h")
    assert told(old, new) == [("text", "b1", "b1")]


def test_an_id_holds_as_long_as_the_text_supports_it() -> None:
    half = "The storm shut the harbour for two weeks. Ferries are expected again on Friday, said the company."
    assert told(article(STORM, MAYOR), article(half, MAYOR)) == [("text", "b1", "b1")]
    assert told(article(STORM, MAYOR), article(SCHOOL, MAYOR, STORM)) == [
        ("added", "", "b1"),
        ("moved", "b1", "b3"),
    ] or told(article(STORM, MAYOR), article(SCHOOL, MAYOR, STORM)) == [("added", "", "b1"), ("moved", "b2", "b2")]


def test_of_equal_texts_those_with_equal_ids_belong_together() -> None:
    old, new = article("***", STORM, ids="1 2"), article("***", "***", STORM, ids="9 1 2")
    assert told(old, new) == [("added", "", "b9")]
    assert told(old, article("***", "***", STORM, ids="1 9 2")) == [("added", "", "b9")]
    assert told(new, old) == [("removed", "b9", "")]
    assert told(article("***", STORM, "***"), article("***", "***", STORM, ids="3 1 2")) == [("moved", "b3", "b3")]


def test_other_keys_of_a_block() -> None:
    old, new = article(STORM, MAYOR), article(STORM, MAYOR, roles="pq")
    new["blocks"][0]["language"] = "en"
    new["blocks"][0]["extra"] = {"x": 1}
    assert told(old, new) == [("language extra", "b1", "b1"), ("role", "b2", "b2")]


def test_gaps_are_told_with_the_origin() -> None:
    old, new = article(STORM, MAYOR, TRAIN), article(STORM, MAYOR, TRAIN)
    new["blocks"][1]["before"] = "\n"
    delta = diff_articles(old, new)
    assert told(old, new) == []
    assert delta["origin"] == [{"kinds": ["changed"], "field": "before", "old": {"b2": "\n\n"}, "new": {"b2": "\n"}}]


def test_groups_are_known_by_their_blocks() -> None:
    old = article(STORM, MAYOR, groups=[{"id": "g1", "type": "box"}])
    new = article(STORM, MAYOR, SCHOOL, groups=[{"id": "g1", "type": "box"}, {"id": "g2", "type": "box"}])
    old["blocks"][0]["part_of"] = "g1"
    new["blocks"][0]["part_of"] = "g2"
    new["blocks"][2]["part_of"] = "g1"
    assert told(old, new) == [("added", "", "b3")]
    delta = diff_articles(old, new)
    assert delta["groups"] == [{"kinds": ["added"], "new": {"id": "g1", "type": "box"}}]
    assert delta["ids"] == {"g1": "g2"}


def test_many_blocks_are_compared_by_rare_words() -> None:
    texts = [f"Number {number} of the list is about item{number} and thing{number} here." for number in range(40)]
    edited = [text.replace("here", "there").replace("list", "table") for text in texts]
    found = align(
        article(*texts)["blocks"], article(*edited, ids=" ".join(f"x{number}" for number in range(40)))["blocks"]
    )
    assert [match.old for match in found.matches] == [match.new for match in found.matches]
    assert len(found.matches) == 40
    assert not found.moved


def test_nothing_moves_in_order_and_the_lightest_moves_otherwise() -> None:
    assert out_of_order([1, 2, 5], lambda _: 1) == []
    assert out_of_order([2, 1], [5, 3].__getitem__) == [1]
    assert out_of_order([2, 1], [3, 5].__getitem__) == [0]
    assert out_of_order([4, 1, 2, 3], lambda _: 1) == [0]


def test_of_equal_texts_at_the_end_too() -> None:
    old = article(STORM, "***", "***", ids="1 2 3")
    assert told(old, article(STORM, "***", "***", "***", ids="1 9 2 3")) == [("added", "", "b9")]
    assert told(old, article(STORM, "***", "***", "***", ids="1 2 9 3")) == [("added", "", "b9")]
    assert told(old, article(STORM, "***", "***", "***", ids="1 2 3 9")) == [("added", "", "b9")]
    assert told(article(STORM, "***", "***", "***", ids="1 9 2 3"), old) == [("removed", "b9", "")]


def test_blocks_of_book_length_are_told_by_their_words_in_any_order() -> None:
    words = [f"word{number * number % 7919}" for number in range(2500)]
    old, new = " ".join(words), " ".join([*words[:600], "new", *words[900:]])
    assert told(article(old, STORM), article(STORM, new)) in (
        [("text moved", "b1", "b2")],
        [("moved", "b2", "b1"), ("text", "b1", "b2")],
    )
    parts = article(" ".join(words[:1200]), " ".join(words[1200:]))
    assert told(article(old), parts) == [("split", "b1", "b1 b2")]


def test_more_kinds_of_blocks_than_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_tools.diffing.sequences._MOST_TOKENS", 1)
    assert told(article(STORM, STORM, MAYOR), article(STORM, STORM)) != []
    revisions = [{"when": "2026", "what": f"Step {number}."} for number in range(3)]
    delta = diff_articles(article(STORM, revisions=revisions), article(STORM, revisions=revisions[:2]))
    assert [change["kinds"] for change in delta["revisions"]] == [
        ["removed"],
        ["removed"],
        ["removed"],
        ["added"],
        ["added"],
    ]
