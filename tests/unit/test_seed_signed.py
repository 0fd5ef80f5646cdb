"""Names in brackets that stand alone below a report, and words after labels that say what they are."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, fields, read

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT


def last(*blocks: str) -> tuple[str, list[tuple[str, str, str | None]]]:
    article = read(*blocks)
    return article["blocks"][-1]["role"], fields(article)


def test_a_full_name_in_brackets_signs_a_report_whose_source_is_told_elsewhere() -> None:
    role, found = last(HEAD, P, P, "Source: The Example", "(Ana Silva)")
    assert (role, found[-1]) == ("byline", ("authors", "Ana Silva", None))


def test_initials_in_brackets_are_those_of_a_person() -> None:
    assert last(HEAD, P, P, "(K. V. Ramesh)") == ("byline", [("authors", "K. V. Ramesh", None)])


def test_a_name_in_brackets_is_the_source_below_a_report_with_a_byline() -> None:
    role, found = last(HEAD, "By Rui Reis", P, P, "(Ana Silva)")
    assert (role, found[-1]) == ("source", ("sources", "Ana Silva", None))


@pytest.mark.parametrize("paper", ["Lisbon Online", "The Morning Courier", "Reuters", "Courier", "Harbour Star"])
def test_a_paper_in_brackets_is_the_source(paper: str) -> None:
    assert last(HEAD, P, P, f"({paper})") == ("source", [("sources", paper, None)])


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Topics: Climate | Ports", "tags"),
        ("Topics: Climate", "tags"),
        ("Topics: How the town of Sines got its first port", "paragraph"),
    ],
)
def test_a_label_of_tags_has_a_list_or_a_few_words_after_it(line: str, role: str) -> None:
    assert last(HEAD, P, P, line)[0] == role


def test_who_is_shown_and_the_office_before_an_agency_are_a_caption() -> None:
    line = "Marta Costa, Mayor of Lisbon / Reuters"
    article = read(HEAD, "By Ana Silva", line, P, P)
    assert [block["role"] for block in article["blocks"]][2] == "caption"
    assert ("credit", "Reuters", None) in fields(article)


def test_a_day_that_begins_with_a_small_word_is_no_second_line_of_the_headline() -> None:
    text = f"Storm lukker havnen i Aarhus\nden 4. marts 2026\nBølgerne slår mod molen. {P}\n{P}\n"
    article = FORMAT.read(text.encode(), ReadOptions(layers={}, language="da"))
    assert [block["role"] for block in article["blocks"]][:2] == ["headline", "date"]
