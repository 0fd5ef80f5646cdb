"""Which lines name a source, and what they name: agencies, papers, and the reporters beside them."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, read, roles

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT


@pytest.mark.parametrize(
    ("line", "sources", "authors"),
    [
        ("Source: Associated Press / Ana Silva", ["Associated Press"], ["Ana Silva"]),
        ("Source: Associated Press / Reuters", ["Associated Press", "Reuters"], []),
        ("Source: Ana Silva / Marta Costa", ["Ana Silva", "Marta Costa"], []),
        ("Source: Associated Press, Ana Silva", ["Associated Press", "Ana Silva"], []),
        ("Source: Associated Press / Silva", ["Associated Press", "Silva"], []),
    ],
)
def test_a_full_name_after_a_slash_is_that_of_the_reporter_of_an_agency(
    line: str, sources: list[str], authors: list[str]
) -> None:
    seed = f"{HEAD}\n\n{P}\n\n{P}\n\n{line}".encode()
    metadata = FORMAT.read(seed, ReadOptions("a.txt", language="en"))["metadata"]
    assert [each["name"] for each in metadata["sources"]] == sources
    assert [each["name"] for each in metadata.get("authors", [])] == authors


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Source: " + "Very Long Name " * 14, "paragraph"),
        ("(Then it all got worse in the city)", "note"),
        ("(Getty Images.)", "paragraph"),
    ],
)
def test_what_is_too_long_or_no_name_is_no_source(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, line)[-1] == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(Охридски гласник)", "source"),
        ("(Novice24.si)", "source"),
        ("/Родопски вестник/", "source"),
        ("/БТА/", "source"),
        ("/ИК/", "paragraph"),
        ("/както винаги/", "paragraph"),
        ("(както винаги)", "paragraph"),
    ],
)
def test_a_few_words_in_brackets_or_slashes_at_the_end_name_the_source(line: str, role: str) -> None:
    body = "Мечката се настани на автогарата в Смолян и автобусите вече спират отвън, съобщиха от общината."
    article = read("Мечка се настани на автогарата", body, body, line)
    assert article["blocks"][-1]["role"] == role
    assert [each["name"] for each in article["metadata"].get("sources", [])] == (
        [line[1:-1]] if role == "source" else []
    )


@pytest.mark.parametrize("line", ["Source – The Example", "Source - The Example", "— AFP", "(AFP)"])
def test_a_dash_may_stand_after_the_word_for_sources_or_before_an_agency(line: str) -> None:
    article = FORMAT.read(f"{HEAD}\n\n{P}\n\n{P}\n\n{line}".encode(), ReadOptions("a.txt", language="en"))
    assert article["blocks"][-1]["role"] == "source"
    assert article["metadata"]["sources"] == [{"name": line.removeprefix("Source").strip(" —–-()")}]
    assert "authors" not in article["metadata"]


@pytest.mark.parametrize(("words", "name"), [("«Фонтанка»", "Фонтанка"), ("ИА «Фонтанка»", "ИА «Фонтанка»")])
def test_quotation_marks_around_a_source_are_no_part_of_its_name(words: str, name: str) -> None:
    article = FORMAT.read(f"{HEAD}\n\n{P}\n\n{P}\n\nИсточник: {words}".encode(), ReadOptions(language="ru"))
    assert article["metadata"]["sources"] == [{"name": name}]
