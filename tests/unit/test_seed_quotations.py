"""Quotations, who said them, and numbered lists, by what stands around them."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, read, roles

QUOTE = "“We lost everything that night”"


@pytest.mark.parametrize("speaker", ["— Ana Silva", "– Ana Silva, mayor of Lisbon", "Ana Silva", "Ana Silva, survivor"])
def test_a_name_below_a_quotation_is_who_said_it_and_no_author(speaker: str) -> None:
    article = read(HEAD, P, P, QUOTE, speaker, P, P)
    assert [block["role"] for block in article["blocks"][3:5]] == ["quote", "quote"]
    assert "authors" not in article["metadata"]


def test_a_name_below_a_headline_or_deck_in_quotation_marks_is_the_author() -> None:
    for head in ([QUOTE], [HEAD, QUOTE]):
        assert read(*head, "Ana Silva", P, P)["metadata"]["authors"] == [{"name": "Ana Silva"}]


@pytest.mark.parametrize("below", ["Storm damage", "Ana Silva has gone.", "no name at all"])
def test_other_words_below_a_quotation_did_not_say_it(below: str) -> None:
    assert roles(HEAD, P, P, QUOTE, below, P, P)[4] != "quote"


@pytest.mark.parametrize("dash", [" — ", " – ", " - ", "—"])
def test_who_said_a_quotation_may_stand_behind_it(dash: str) -> None:
    assert roles(HEAD, P, P, f"{QUOTE}{dash}Ana Silva, mayor", P, P)[3] == "quote"


@pytest.mark.parametrize("line", [f"{QUOTE} - said nobody", f"{QUOTE} Ana Silva", f"{QUOTE} — Ana Silva (Reuters)"])
def test_what_stands_behind_a_quotation_need_not_have_said_it(line: str) -> None:
    assert roles(HEAD, P, P, line, P, P)[3] != "quote"


@pytest.mark.parametrize("mark", [")", "."])
def test_the_last_item_of_a_numbered_list_heads_nothing(mark: str) -> None:
    items = [f"{number}{mark} Never look back" for number in (1, 2, 3)]
    assert roles(HEAD, P, "Three rules:", *items, P, P)[3:6] == ["list_item"] * 3


def test_numbers_above_paragraphs_head_them() -> None:
    assert roles(HEAD, P, "1. Storm damage", P, "2. Storm warnings", P)[2::2] == ["subhead", "subhead"]
