"""Roles of blocks, in the layouts and styles of English news."""

from __future__ import annotations

import pytest
from seed_articles import P, roles


def test_headline_caption_with_credit_paragraphs_source_and_byline() -> None:
    caption = "Mayor Marta Costa, left, at the pier in Lisbon, Portugal, on March 3, 2026 [City Press Service via AP]"
    found = roles("Storm Shuts Lisbon’s Harbour", caption, P, P, P, "Source: Al Jazeera", "Written By Ana Silva")
    assert found == ["headline", "caption", "paragraph", "paragraph", "paragraph", "source", "byline"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ana Silva and Rui Reis", "byline"),
        ("By ANA SILVA, Associated Press", "byline"),
        ("Written by Mary-Anne O'Neil", "byline"),
        ("By Ana Silva | The Example | 4 March 2026", "byline"),
        ("By contrast, the south stayed calm.", "paragraph"),
        ("By the time police came, he had left the town.", "paragraph"),
        ("March 4, 2026", "date"),
        ("Wednesday, 4 March 2026", "date"),
        ("2026-03-04T18:05:00Z", "date"),
        ("Published: March 4, 2026", "date"),
        ("LISBON, March 4, 2026", "dateline"),
        ("Waves at the pier on Tuesday. (Photo by Joana Dias/AP)", "caption"),
        ("Photo: Waves hit the pier on Tuesday. They were the highest in years.", "caption"),
        ("Photo: Joana Dias", "credit"),
        ("No ferries until Thursday, says mayor", "deck"),
    ],
)
def test_a_line_under_the_headline(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", line, P, P)[:2] == ["headline", role]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("— By Ana Silva", "byline"),
        ("— Ana Silva", "byline"),
        ("(Reuters)", "source"),
        ("Sources: AP, Reuters", "source"),
        ("Source: the river rises in the hills. It then runs south.", "paragraph"),
        ("Reporting by Joana Dias; Editing by Rui Reis", "tagline"),
        ("(Reporting by Joana Dias in Porto; Editing by Rui Reis)", "tagline"),
        ("© 2026 The Associated Press. All rights reserved.", "copyright"),
        ("Tags: storm, harbour", "tags"),
        ("Correction: An earlier version gave the wrong height.", "correction"),
        ("Editor's note: This story was changed.", "note"),
        ("Read more: Other storms", "boilerplate"),
        ("ENDS", "boilerplate"),
        ("Source:", "paragraph"),
    ],
)
def test_a_line_at_the_end(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, line)[-1] == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("II.", "subhead"),
        ("Get news from across the island. Sign up to our weekly newsletter.", "boilerplate"),
        ("Comments (14)", "boilerplate"),
        ("He waited for news from the island. Nobody signed up.", "paragraph"),
    ],
)
def test_a_line_between_paragraphs(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, line, P)[3] == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Waves at the pier on Tuesday. Photo: Joana Dias", "caption"),
        ("It all ended on, March 4, 2026", "deck"),
    ],
)
def test_a_line_near_the_top_without_a_cue_of_its_own(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", line, P, P)[1] == role


def test_a_quotation_that_a_block_leads_to_is_one_and_one_that_goes_on_is_text() -> None:
    quoted = '"We were told to wait," and then "nothing came of it for a week, so we left the pier at last."'
    lead = "Mayor Marta Costa read out what the captain had written to her on the evening before:"
    assert roles("Storm shuts Lisbon harbour", P, lead, quoted, P)[3] == "quote"
    assert roles("Storm shuts Lisbon harbour", P, P, quoted, P)[3] == "paragraph"
    going = '"We were told to wait, and nothing came of it for a week, so we left the pier at last."'
    assert roles("Storm shuts Lisbon harbour", P, P, going, P)[3] == "quote"
    assert roles("Storm shuts Lisbon harbour", P, quoted, going, P)[3] == "paragraph"


def test_the_questions_of_an_interview_are_no_summary() -> None:
    questions = ("How high were the waves at the pier on that day?", "And then?", "What will you do now?")
    asked = [block for question in questions for block in (question, P)]
    assert roles("Storm shuts Lisbon harbour", "2026-03-04", *asked)[2:] == ["paragraph"] * 6
