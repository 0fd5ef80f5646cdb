"""Headings by their form, quoted, after a dash, bare, in capitals, and by the text below them."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, roles

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT

SAID = "“Nobody goes out in this,” said the skipper of the ferry, which has stayed in the dock since Monday night."


def role(line: str, *, before: str = P, after: str = P) -> str:
    blocks = (HEAD, P, before, line, after, P)
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(language="en"))["blocks"][3]["role"]


@pytest.mark.parametrize(
    "line",
    [
        "“A barrel without a bottom”",
        "„A barrel that had no bottom at all“",
        "“No barrel” for the harbour",
        "– Not a barrel",
        "- Not a barrel -",
        "– “No barrel”, at last –",
    ],
)
def test_headings(line: str) -> None:
    assert role(line) == "subhead"
    assert role(line, before=SAID) == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "“It has no bottom.”",  # a sentence
        "“Nobody goes out”, says the skipper of the ferry. “The pier is gone.”",
        "“There was no bottom in that old barrel, and nobody ever saw one”",
        "– Not a barrel.",
        "– Ana Silva",  # who said it
        "— The harbour club, March 4, 2026",
        "- Hull",
        "- Not a barrel –",  # other dashes
    ],
)
def test_no_headings(line: str) -> None:
    assert role(line, before=SAID) != "subhead"


def test_items_after_dashes_head_nothing() -> None:
    assert role("– Not a barrel", after="– Two barrels and a rope that nobody has seen since Monday") == "list_item"
    assert role("– Two of the barrels", before="– Not a barrel") == "list_item"


def test_a_short_line_before_a_longer_paragraph_is_a_subhead() -> None:
    assert roles("Storm shuts Lisbon harbour", P, "Ferries and trains", P, P)[2] == "subhead"
    assert roles("Storm shuts Lisbon harbour", P, "What about ferries?", P, P)[2] == "subhead"
    assert roles("Storm shuts Lisbon harbour", P, "Ferries and trains", "By boat.")[2] == "paragraph"


def test_a_quotation_in_capitals_heads_longer_text() -> None:
    line = '"NOBODY TOLD US ABOUT THE WAVES"'
    assert roles("Storm shuts Lisbon harbour", P, P, P, line, P)[4] == "subhead"
    assert roles("Storm shuts Lisbon harbour", P, P, P, line)[4] == "quote"
