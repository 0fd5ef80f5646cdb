"""Lines of newsrooms alone, or beside a name and a day."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, credits_of, fields

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article


def read(language: str, *blocks: str) -> Article:
    return FORMAT.read("\n\n".join([HEAD, *blocks]).encode(), ReadOptions(language=language))


@pytest.mark.parametrize(("language", "line"), [("sk", "TASR, SITA"), ("hu", "MTI, Telex"), ("cs", "ČTK, iDNES.cz")])
def test_agencies_and_papers_alone_are_sources_and_no_authors(language: str, line: str) -> None:
    below, above = read(language, P, P, line), read(language, line, P, P)
    assert below["blocks"][-1]["role"] == "source"
    assert above["blocks"][1]["role"] == "byline"
    for article in (below, above):
        assert [source["name"] for source in article["metadata"]["sources"]] == line.split(", ")
        assert "authors" not in article["metadata"]


def test_a_name_that_a_paper_has_as_well_is_an_author_beside_other_names() -> None:
    assert [each["name"] for each in read("hu", "Kovács Anna, Telex", P, P)["metadata"]["authors"]] == ["Kovács Anna"]


@pytest.mark.parametrize(
    ("language", "line"), [("sr", "Jelena Jovanović | 12.03.2024."), ("hu", "Jelena Jovanović | 2024. március 12.")]
)
def test_a_full_stop_may_end_the_day_after_a_name(language: str, line: str) -> None:
    metadata = read(language, line, P, P)["metadata"]
    assert metadata["authors"] == [{"name": "Jelena Jovanović"}]
    assert metadata["published"] == "2024-03-12"


def test_a_clause_before_a_word_that_ends_credits_names_nobody() -> None:
    article = read("hu", "A kikötő alkonyatkor – illusztráció", P, P)
    assert article["blocks"][1]["role"] != "credit"
    assert credits_of(article) == []


def test_a_name_before_a_word_that_ends_credits_is_one() -> None:
    article = read("hu", P, "Kovács Anna – illusztráció", P, P)
    assert ("credit", "Kovács Anna", None) in fields(article)


@pytest.mark.parametrize(
    ("language", "line", "authors", "source"),
    [
        ("pl", "Autor: Jan Kowalski / Źródło: PAP", ["Jan Kowalski"], "PAP"),
        ("pl", "Autor: jk / Źródło: PAP", [], "PAP"),
        ("cs", "Autor: Jana Nováková | Zdroj: ČTK", ["Jana Nováková"], "ČTK"),
        ("sk", "Autor: Zuzana Kováčová, Zdroj: TASR", ["Zuzana Kováčová"], "TASR"),
        ("en", "By: Ana Silva | Source: The Example", ["Ana Silva"], "The Example"),
    ],
)
def test_a_byline_may_name_the_source_by_its_label(language: str, line: str, authors: list[str], source: str) -> None:
    article = read(language, P, P, line)
    assert article["blocks"][-1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"].get("authors", [])] == authors
    assert article["metadata"]["sources"] == [{"name": source}]
    assert credits_of(article) == []


def test_a_short_word_before_authors_ends_no_sentence() -> None:
    article = read("pl", "PAP, oprac. Anna Kowalska", P, P)
    assert article["metadata"]["authors"] == [{"name": "Anna Kowalska"}]
    assert credits_of(article) == []


@pytest.mark.parametrize(
    ("language", "opening", "authors", "source", "place"),
    [
        ("bg", "София, 12 март /Мария Иванова, БТА/ ", ["Мария Иванова"], "БТА", "София"),
        ("ru", "МОСКВА, 12 марта. /Корр. ТАСС Иван Петров/. ", ["Иван Петров"], "ТАСС", "Москва"),
        ("ru", "МОСКВА, 12 марта. /Корр. ТАСС/. ", [], "ТАСС", "Москва"),
        ("de", "Berlin (Anna Schmidt, dpa) – ", ["Anna Schmidt"], "dpa", "Berlin"),
    ],
)
def test_the_reporter_may_stand_beside_the_agency_of_a_dateline(
    language: str, opening: str, authors: list[str], source: str, place: str
) -> None:
    metadata = read(language, opening + P, P)["metadata"]
    assert [each["name"] for each in metadata.get("authors", [])] == authors
    assert metadata["sources"] == [{"name": source}]
    assert metadata["dateline"]["place"] == place


@pytest.mark.parametrize(("language", "name"), [("bg", "Мария Иванова"), ("pl", "Anna Kowalska")])
def test_a_name_may_follow_a_day_and_a_time(language: str, name: str) -> None:
    article = read(language, f"12.03.2024, 14:05 {name}", P, P)
    assert article["blocks"][1]["role"] == "byline"
    assert article["metadata"]["authors"] == [{"name": name}]
    assert article["metadata"]["published"] == "2024-03-12T14:05:00"


@pytest.mark.parametrize("rest", ["Zielona Góra", "Polskie Radio", "Pociąg stanął"])
def test_other_words_after_a_day_and_a_time_are_no_author(rest: str) -> None:
    assert "authors" not in read("pl", f"12.03.2024, 14:05 {rest}", P, P)["metadata"]
