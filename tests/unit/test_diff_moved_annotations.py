"""Annotations whose words, or which themselves, stand elsewhere in the new version."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from marked_articles import TEXT, article, mark, told


def test_an_annotation_that_moved_to_another_place_is_told_so() -> None:
    old, new = "he said that he would go", "he said that he should go"
    first = mark("m1", "he", text=old)
    moved = {**first, "spans": [{"block": "b1", "start": 13, "end": 15, "text": "he"}]}
    assert told(article(first, text=old), article(moved, text=new)) == [("boundary", "m1", "m1")]
    assert told(article(first, text=old), article(moved, text=old)) == [("boundary", "m1", "m1")]


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
