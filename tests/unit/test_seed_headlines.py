"""What stands at the top of an article: kickers, headlines, decks, standfirsts."""

from __future__ import annotations

import pytest
from seed_articles import P, read, roles

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT

TITLE = "Storm shuts Lisbon harbour for a third day"


def test_a_line_that_a_cue_explains_does_not_belong_to_the_headline_above() -> None:
    text = "Storm shuts Lisbon harbour and the\nphoto: Joana Dias/AP\n\n" + P + "\n\n" + P
    assert [block["role"] for block in read(text)["blocks"]][:2] == ["headline", "credit"]


def test_a_document_that_begins_with_a_paragraph_has_no_headline() -> None:
    article = read(f"{P} {P}", P)
    assert [block["role"] for block in article["blocks"]] == ["paragraph", "paragraph"]
    assert "title" not in article["metadata"]


def test_a_kicker_stands_above_the_headline() -> None:
    assert roles("PORTS", "Storm shuts Lisbon harbour", "By Ana Silva", P)[:3] == ["kicker", "headline", "byline"]


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("US-SUNFLOWER-MAZE", "Farmer Lost in Own Maze for Six Hours"),
        ("Interview with Beatriz Dragone, luthier", "“The bandoneon is a lung that can read”"),
        ("Oddities of Upper Palatinate", "Village applies for a planning permission for the Moon"),
    ],
)
def test_slugs_of_wires_and_rubrics_are_kickers(kicker: str, headline: str) -> None:
    assert roles(kicker, headline, "By Ana Silva", P, P)[:2] == ["kicker", "headline"]


def test_a_summary_between_headline_and_byline_is_a_standfirst() -> None:
    assert roles("Storm shuts harbour", "No ferry will leave before Thursday.", "By Ana Silva", P)[1] == "standfirst"


def test_a_headline_may_end_with_a_full_stop_where_a_byline_follows() -> None:
    assert roles("Storm shuts Lisbon harbour.", "By Ana Silva", P)[:2] == ["headline", "byline"]


def test_two_sentences_above_a_byline_are_no_headline() -> None:
    assert roles("Storm shuts. Ferries stay.", "By Ana Silva", P)[0] != "headline"


def test_a_slug_is_a_kicker() -> None:
    assert roles("Storm-harbour-Lisbon-society", "Storm shuts Lisbon harbour", P, P)[:2] == ["kicker", "headline"]


def test_a_step_of_rubrics_above_a_headline() -> None:
    assert roles("News > Ports", "Storm shuts Lisbon harbour", P, P)[:2] == ["boilerplate", "headline"]


def test_headings_of_old_papers_have_a_full_stop() -> None:
    assert roles("THE RUNAWAY BALLOON.", P, P)[0] == "headline"


def test_bold_under_the_headline_is_a_standfirst() -> None:
    bold = "**A bank has hired a mouser on a salary**"
    assert roles("Cat values the deposits", bold, "Photo: Ana Silva, The Example", P, P)[:2] == [
        "headline",
        "standfirst",
    ]


def test_an_article_and_a_clause_are_no_newsroom_and_its_place() -> None:
    title = "Der Bahnhof, der nicht schließen durfte"
    assert roles("Verkehr in Oberbayern", title, "7. März 2026, 15:48 Uhr", P)[:2] == ["kicker", "headline"]


def test_what_somebody_says_is_no_summary_between_date_and_caption() -> None:
    caption = "The pier on Wednesday morning (Photo: Ana Silva)"
    for text, role in ((f"“{P}”, she said.", "paragraph"), (P, "standfirst")):
        assert roles("Storm shuts Lisbon harbour", "March 4, 2026", text, caption, P, P)[2] == role


def test_a_rubric_under_the_headline_is_a_tag() -> None:
    assert roles(TITLE, "News", "Ana Silva", "4 March 2026", P, P)[1:3] == ["tags", "byline"]
    assert roles("News", TITLE, "Ana Silva", "4 March 2026", P, P)[:2] == ["kicker", "headline"]


def test_a_few_words_above_a_short_title_are_the_kicker() -> None:
    summary = "The people who live here have never paid any rent. Now the city wants to sell."
    assert roles("Squats in Lisbon", "Taken over thirty years ago", summary, "4 March 2026", P)[:2] == [
        "kicker",
        "headline",
    ]


def test_a_few_words_above_a_much_longer_title_are_the_kicker() -> None:
    title = "Pensioner (81) drives his lawn mower all the way to the harbour of Lisbon"
    assert roles("At walking pace to the pier", title, "4 March 2026", P, P)[0] == "headline"
    assert roles("At a slow walk", title, "4 March 2026", P, P)[:2] == ["kicker", "headline"]


def test_a_quotation_under_the_headline_is_a_deck() -> None:
    said = '"I opened it and it just looked at me"'
    assert roles(TITLE, said, "By Ana Silva", "4 March 2026", P, P)[1] == "deck"
    assert roles(TITLE, P, said, P, P)[2] != "deck"


@pytest.mark.parametrize(
    "line", ["Published - 4 March 2026 08:55 pm", "By Nora Fairley and Rui Reis", "Nora Fairley, Rui Reis"]
)
def test_a_line_about_the_article_that_stands_twice_is_no_title(line: str) -> None:
    found = roles(TITLE, "No ferries until Thursday, says the mayor of the town", line, P, P, line)
    assert found[0] == "headline"
    assert "boilerplate" not in found[:2]


@pytest.mark.parametrize(
    ("kicker", "role"), [("RÉCIT", "standfirst"), ("ANALYSE", "standfirst"), ("SINES", "paragraph")]
)
def test_sentences_that_a_kicker_and_a_dash_begin_are_the_standfirst(kicker: str, role: str) -> None:
    title = "Le bureau de poste qui ne voulait pas fermer"
    text = "À Plouhinec, l’ancien bureau de poste devait être démoli, mais personne n’en avait plus les clés."
    article = FORMAT.read("\n\n".join([title, f"{kicker} - {text}", text, text]).encode(), ReadOptions(language="fr"))
    assert article["blocks"][1]["role"] == role
