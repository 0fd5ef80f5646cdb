"""Blocks of several lines as one line, and back."""

from __future__ import annotations

import textwrap

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.explain import explain
from corpus_tools.formats.seed.unwrap import unwrap


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("one line", "one line"),
        ("two \n   lines", "two lines"),
        ("two\u200b\r\nlines\rand\u2028more", "two lines and more"),
        ("Jean-\nPierre", "Jean-Pierre"),
        ("a dash -\nand more", "a dash - and more"),
        ("Vor-\n(und Nach-)teile", "Vor- (und Nach-)teile"),
        ("\u6771\u4eac\n\u90fd\u3001\n\u5927\u962a", "\u6771\u4eac\u90fd\u3001\u5927\u962a"),
        ("\u6771\u4eac\nNHK", "\u6771\u4eac NHK"),
        ("\uc11c\uc6b8\n\uc2dc\uc7a5", "\uc11c\uc6b8 \uc2dc\uc7a5"),
    ],
)
def test_one_blank_stands_for_a_break_where_a_blank_stood(block: str, line: str) -> None:
    assert unwrap(block).text == line


@pytest.mark.parametrize(
    "block", ["one line", "a few\n  words \t\r\n over\u2028lines", "\u6771\u4eac\n \u90fd", "x-\ny\nz"]
)
def test_every_word_of_the_line_is_found_in_the_block(block: str) -> None:
    unwrapped = unwrap(block)
    for start in range(len(unwrapped.text)):
        for end in range(start + 1, len(unwrapped.text) + 1):
            if unwrapped.text[start] != " " != unwrapped.text[end - 1]:
                found = block[slice(*unwrapped.in_block(start, end))]
                assert "".join(found.split()) == unwrapped.text[start:end].replace(" ", "")


PARAGRAPHS = (
    "Storm shuts the harbour of the town for a third day in a row",
    "By Elena Maria Figueiredo and Bartholomew Rodrigues",
    "The sea threw stones as large as loaves of bread at the older quay. (Photo: Jo Gil)",
    "No ferry left the port on Tuesday, and the fishermen mended their nets in the sheds behind the wall.",
)
WRAPPED = "\n\n".join(textwrap.fill(paragraph, 41) for paragraph in PARAGRAPHS).encode()


def test_fields_are_marked_across_breaks_and_their_values_have_none() -> None:
    article = FORMAT.read(WRAPPED, ReadOptions(layers={}))
    texts = {block["id"]: block["text"] for block in article["blocks"]}
    marked: dict[str, list[str]] = {}
    for annotation in article["layers"]["field"]["annotations"]:
        (span,) = annotation["spans"]
        assert texts[span["block"]][span["start"] : span["end"]] == span["text"]
        marked.setdefault(annotation["type"], []).append(span["text"])
    assert marked == {
        "title": ["Storm shuts the harbour of the town for a\nthird day in a row"],
        "authors": ["Elena Maria Figueiredo", "Bartholomew\nRodrigues"],
        "credit": ["Jo\nGil"],
        "contributors": ["Jo\nGil"],
    }
    assert article["metadata"]["title"] == PARAGRAPHS[0]
    assert [author["name"] for author in article["metadata"]["authors"]] == [
        "Elena Maria Figueiredo",
        "Bartholomew Rodrigues",
    ]


def test_an_explanation_quotes_a_credit_without_its_break() -> None:
    told = explain(WRAPPED, ReadOptions(layers={}))
    (credit,) = [block["evidence"]["credit"] for block in told["blocks"] if "credit" in block["evidence"]]
    block = next(block["text"] for block in told["blocks"] if "credit" in block["evidence"])
    assert (block[credit["start"] : credit["end"]], credit["text"]) == ("Jo\nGil", "Jo Gil")
    assert told["layout"]["kind"] == "wrapped"


def test_a_word_that_a_soft_hyphen_divides_at_a_break_is_one() -> None:
    line = unwrap("Der Hafen\u00ad\nmeister")
    assert line.text == "Der Hafenmeister"
    assert line.in_block(9, 10) == (11, 12)
    assert unwrap("Der Hafen \u00ad\nmeister").text == "Der Hafen meister"
