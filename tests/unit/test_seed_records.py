"""Articles as databases of the press give them out."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def read(*blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}, language="en"))


def roles(article: Article) -> list[str]:
    return [block["role"] for block in article["blocks"]]


ABOVE = ("12 of 87 DOCUMENTS", "The Example", "March 5, 2012 Monday", "Late Edition - Final", HEAD)
LABELS = (
    "BYLINE: By ANA SILVA; Rui Reis contributed reporting.",
    "SECTION: Metro; Pg. 4",
    "LENGTH: 816 words",
    "DATELINE: LISBON",
)
BELOW = ("LOAD-DATE: March 6, 2012", "LANGUAGE: ENGLISH", "End of Document")


def test_lines_with_labels_are_of_the_database() -> None:
    article = read(*ABOVE, *LABELS, P, P, *BELOW)
    assert roles(article) == [
        *("other", "source", "date", "other", "headline", "byline", "other", "other", "dateline"),
        *("paragraph", "paragraph", "other", "other", "other"),
    ]
    assert article["metadata"] == {
        "title": HEAD,
        "authors": [{"name": "Ana Silva"}],
        "sources": [{"name": "The Example"}],
        "published": "2012-03-05",
        "dateline": {"place": "Lisbon"},
    }


def test_a_day_after_the_place_of_a_database() -> None:
    article = read(*ABOVE, *LABELS[:3], "DATELINE: LISBON, March 4", P, P, *BELOW)
    assert article["metadata"]["dateline"] == {"place": "Lisbon"}


def test_few_labels_are_no_database() -> None:
    assert "other" not in roles(read(HEAD, "By Ana Silva", P, "Section: Metro", "Length: 816 words", P))


def test_a_paper_with_its_country_below_the_headline() -> None:
    article = read(HEAD, "The Example (Australia)", "March 5, 2020 Thursday", *LABELS, "Body", P, P, *BELOW)
    assert article["metadata"]["sources"] == [{"name": "The Example (Australia)"}]
    assert roles(article)[:3] == ["headline", "source", "date"]


def test_a_surname_before_the_other_names_is_not_read_as_two_authors() -> None:
    article = read(HEAD, "Author: Silva, Ana", P, P, "Pages: A.14", "ISSN: 1234-5679", "Publication year: 2012")
    assert "authors" not in article["metadata"]
    assert roles(article)[1] == "byline"


LINES = ("816 words", "5 March 2012", "The Example", "EXPL", "Late Edition", "14", "English")
RIGHTS = "Copyright 2012 Example Ltd. All rights reserved."


def test_lines_below_the_number_of_words() -> None:
    article = read(HEAD, "By Ana Silva", *LINES, RIGHTS, P, P, "Document EXPL00020120305e8350005v")
    assert roles(article) == [
        *("headline", "byline", "other", "date", "source", "other", "other", "other", "other", "copyright"),
        *("paragraph", "paragraph", "other"),
    ]
    assert article["metadata"]["sources"] == [{"name": "The Example"}]


@pytest.mark.parametrize("lines", [LINES[1:], (*LINES[:2], P, *LINES[3:]), (LINES[0], *LINES[2:])])
def test_other_lines_above_a_notice_are_no_database(lines: tuple[str, ...]) -> None:
    assert read(HEAD, "By Ana Silva", *lines, RIGHTS, P, P)["blocks"][2]["role"] != "other"


def test_a_number_of_words_without_a_notice_is_no_database() -> None:
    assert roles(read(HEAD, "By Ana Silva", *LINES[:3], P, P))[2] != "other"
