"""Headers of e-mails and front matter above an article."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def read(text: str) -> Article:
    return FORMAT.read(text.encode(), ReadOptions(layers={}))


def roles(text: str) -> list[str]:
    return [block["role"] for block in read(text)["blocks"]]


def test_headers_of_an_email_are_no_headline_and_say_when() -> None:
    article = read(
        "From: press@harbour.example\nTo: desk@paper.example\nDate: Fri, 30 Jan 2026 09:14\nSubject: Harbour shut\n\n"
        f"{HEAD}\n\n{P}\n\n{P}"
    )
    assert [block["role"] for block in article["blocks"]] == [
        *["other", "other", "date", "other"],
        *["headline", "paragraph", "paragraph"],
    ]
    assert article["metadata"] == {"title": HEAD, "published": "2026-01-30T09:14:00"}


def test_headers_may_stand_under_another_line() -> None:
    found = roles(f"---------- Forwarded message\nVon: presse@hafen.example\nBetreff: Hafen\n\n{HEAD}\n\n{P}\n\n{P}")
    assert found[:4] == ["other", "other", "other", "headline"]


@pytest.mark.parametrize(
    "head",
    [
        f"From: the harbour\n\n{HEAD}",  # one header alone
        f"{HEAD}\nMore to come\nFrom: a\nTo: b",  # not at the beginning
    ],
)
def test_what_is_no_email(head: str) -> None:
    assert "headline" in roles(f"{head}\n\n{P}\n\n{P}")[:2]


def test_front_matter_says_title_author_date_and_keywords() -> None:
    article = read(
        f'---\ntitle: "{HEAD}"\nauthor: Ana Silva\ndate: 2026-01-31\nlayout: post\ntags: storm, harbour\n---\n\n'
        f"{P}\n\n{P}"
    )
    assert [block["role"] for block in article["blocks"]] == [
        *["boilerplate", "headline", "byline", "date", "other", "tags", "boilerplate"],
        *["paragraph", "paragraph"],
    ]
    assert article["metadata"] == {
        "title": HEAD,
        "authors": [{"name": "Ana Silva"}],
        "published": "2026-01-31",
        "keywords": ["storm", "harbour"],
    }


def test_a_rule_above_a_text_is_no_front_matter() -> None:
    assert roles(f"---\n{HEAD}\n\n{P}\n\n---\n\n{P}")[:3] == ["boilerplate", "headline", "paragraph"]


def test_a_labelled_title_is_told_without_its_label() -> None:
    article = read(f"Title: {HEAD}\n\n{P}\n\n{P}")
    assert article["metadata"]["title"] == HEAD
    assert article["blocks"][0]["text"] == f"Title: {HEAD}"


def test_an_address_above_the_headline_is_that_of_the_article() -> None:
    address = "https://example.org/news/1"
    assert read(f"{address}\n\n{HEAD}\n\n{P}\n\n{P}")["metadata"]["url"] == address
    assert "url" not in read(f"{HEAD}\n\n{P}\n\n{address}\n\n{P}")["metadata"]


@pytest.mark.parametrize(
    "line",
    [
        "[05/03/2026, 09:14:05] Ana:",
        "[5.3.26, 9:14] Ana Silva: Forwarded",
        "05/03/2026, 09:14 - Ana Silva: Forwarded",
        "The Example, [05.03.2026 09:14]",
    ],
)
def test_who_sent_a_message_is_no_headline(line: str) -> None:
    assert roles(f"{line}\n\n{HEAD}\n\n{P}\n\n{P}")[:2] == ["other", "headline"]


@pytest.mark.parametrize("line", ["05/03/2026: a day of storms", "Storm, [sic] they said", "[05/03/2026] Storm: day 3"])
def test_other_lines_with_days_name_no_sender(line: str) -> None:
    assert roles(f"{line}\n\n{P}\n\n{P}")[0] != "other"
