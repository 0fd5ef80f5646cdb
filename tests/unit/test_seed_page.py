"""Pages that were copied whole: menus above an article, lists of links and services below it."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT

TITLE = "Harbour bridge closes for two years"
TEXT = "The harbour bridge will close on Monday for two years, the council said after a long night."
MENU = ["Home", "News", "Sport", "Weather"]
LINKS = ["Ferry company asks for more money", "Tunnel opens after four years", "Storm names for the winter"]


def roles(*blocks: str) -> list[str]:
    article = FORMAT.read("\n\n".join(blocks).encode(), ReadOptions("a.txt", language="en"))
    return [block["role"] for block in article["blocks"]]


def title(*blocks: str) -> str | None:
    metadata = FORMAT.read("\n\n".join(blocks).encode(), ReadOptions("a.txt", language="en"))["metadata"]
    return metadata.get("title")


def test_a_menu_is_above_the_headline_and_of_the_page() -> None:
    found = roles(*MENU, TITLE, "By Anna Silver", TEXT, TEXT)
    assert found == ["boilerplate"] * 4 + ["headline", "byline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "above",
    [
        ["Skip to main content", "Culture", "Brack Today"],
        ["Salt", "Wind", "Rain", "Fog", "Ice"],
        ["Brack Today", "Channels: Money | Movies | Cars | Tides", "Salt", "Wind"],
        ["You are here: Home", "Culture", "Brack Today"],
        ["- Business Special", "- Columns", "- Tides", "- Tips"],
    ],
)
def test_menus_are_told_by_their_words_or_by_their_number(above: list[str]) -> None:
    assert title(*above, TITLE, TEXT, TEXT) == TITLE
    assert roles(*above, TITLE, TEXT, TEXT)[: len(above)] == ["boilerplate"] * len(above)


def test_days_and_numbers_in_a_menu_stay_what_they_are() -> None:
    found = roles(*MENU, "22 May 2014, 20:11", "11761", TITLE, TEXT)
    assert found[4:7] == ["date", "other", "headline"]


@pytest.mark.parametrize(
    "above", [["Culture"], ["Brack Today", "Culture"], ["Brack Today", "By Anna Silver", "3 June 2024", "Brack"]]
)
def test_a_few_words_above_a_headline_are_no_menu(above: list[str]) -> None:
    assert "boilerplate" not in roles(*above, TITLE, TEXT, TEXT)


def test_a_short_headline_above_more_short_lines_is_no_menu() -> None:
    assert roles("Salt and wind", "By Anna Silver", "3 June 2024", "BRACK", TEXT, TEXT)[0] == "headline"


def test_the_title_of_the_page_is_not_the_headline_that_it_repeats() -> None:
    page = f"{TITLE} - Brack Today"
    found = roles(page, *MENU, TITLE, TEXT, TEXT)
    assert found[:6] == ["other", *["boilerplate"] * 4, "headline"]
    assert title(page, *MENU, TITLE, TEXT, TEXT) == TITLE
    assert title("Another line that is long enough", "Salt", "Wind", "Rain", "Fog", TITLE, TEXT, TEXT) != TITLE


@pytest.mark.parametrize(
    "before",
    [["Navigation for news categories"], ["We use cookies. Read more about them.", "Accept all of them please"]],
)
def test_lines_before_a_menu_of_rubrics_are_of_the_page(before: list[str]) -> None:
    assert title(*before, "World", "Politics", "Sport", "Brack", TITLE, TEXT, TEXT) == TITLE
    assert roles(*before, "World", "Politics", "Sport", "Brack", TITLE, TEXT)[: len(before)] == ["boilerplate"] * len(
        before
    )


@pytest.mark.parametrize("again", [TITLE, f"zoom-in {TITLE}"])
def test_a_title_that_stands_twice_is_the_headline(again: str) -> None:
    blocks = ["The best news in the whole of the land", "Brack", TITLE, "By Anna Silver", again, TEXT, TEXT]
    assert roles(*blocks) == ["boilerplate", "boilerplate", "headline", "byline", "other", "paragraph", "paragraph"]
    assert title(*blocks) == TITLE


@pytest.mark.parametrize("again", ["By Anna Silver", "Salt", TEXT])
def test_not_all_that_stands_twice_is_a_title(again: str) -> None:
    blocks = [TITLE, again, TEXT, again, TEXT]
    assert title(*blocks) == TITLE
    assert not {"other", "boilerplate"} & set(roles(*blocks))


def test_a_title_below_text_is_none() -> None:
    heading = "A heading that stands again below"
    assert title(TITLE, TEXT * 2, heading, TEXT, heading, TEXT) == TITLE


def test_all_below_a_heading_of_links_is_of_the_page() -> None:
    below = ["Related stories", *LINKS, "Elsewhere", "1", "30 May", "Terms of use", "Contact us"]
    assert roles(TITLE, TEXT, TEXT, *below)[3:] == ["boilerplate"] * len(below)


def test_titles_of_other_articles_above_another_heading_are_too() -> None:
    below = ["More Local News", *LINKS, "Most read", *LINKS]
    assert roles(TITLE, TEXT, TEXT, *below)[3:] == ["boilerplate"] * len(below)


def test_a_menu_below_the_article_needs_no_heading() -> None:
    below = ["Terms of use", "Privacy policy", "About us", "Brack Today", "Contact us"]
    assert roles(TITLE, TEXT, TEXT, *below)[3:] == ["boilerplate"] * len(below)


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("© 2024 Brack Today", "copyright"),
        ("Source: Brack News Agency", "source"),
        ("Tags: bridges, harbours", "tags"),
        ("By Anna Silver", "byline"),
    ],
)
def test_what_a_cue_tells_about_a_line_below_the_article_holds(last: str, role: str) -> None:
    assert roles(TITLE, TEXT, TEXT, "Related stories", *LINKS, last)[-1] == role


@pytest.mark.parametrize("text", [TEXT, "“We know that this is hard,” she said. “But we have no choice.”"])
def test_text_below_a_heading_of_links_is_text(text: str) -> None:
    assert roles(TITLE, TEXT, "Read more", LINKS[0], text)[-1] == "paragraph"


@pytest.mark.parametrize("label", ["Updated", "Author", "Source"])
def test_a_label_in_the_foot_is_of_the_page(label: str) -> None:
    assert roles(TITLE, TEXT, TEXT, "Related stories", *LINKS, label, "Contact us")[3:] == ["boilerplate"] * 6


def test_a_few_links_are_no_foot() -> None:
    assert roles(TITLE, TEXT, TEXT, "Brack", "Harbour bridge")[3:] != ["boilerplate"] * 2


@pytest.mark.parametrize(
    ("label", "field"), [("Published", "published"), ("Updated:", "updated"), ("Last updated", "updated")]
)
def test_a_label_tells_what_the_day_on_the_next_line_is(label: str, field: str) -> None:
    seed = f"{TITLE}\n\n{label}\n\n4 June 2024\n\n{TEXT}".encode()
    article = FORMAT.read(seed, ReadOptions("a.txt", language="en"))
    assert [block["role"] for block in article["blocks"]] == ["headline", "date", "date", "paragraph"]
    assert {key: value for key, value in article["metadata"].items() if key != "title"} == {field: "2024-06-04"}


def test_a_label_tells_whose_name_stands_on_the_next_line() -> None:
    seed = f"{TITLE}\n\nBy\n\nAnna Silver\n\n{TEXT}".encode()
    article = FORMAT.read(seed, ReadOptions("a.txt", language="en"))
    assert [block["role"] for block in article["blocks"]] == ["headline", "byline", "byline", "paragraph"]
    assert article["metadata"]["authors"] == [{"name": "Anna Silver"}]


def test_a_list_without_end_is_no_menu() -> None:
    assert title(*MENU * 20, TITLE, TEXT, TEXT) == TITLE
    assert title(*MENU * 30, TITLE, TEXT, TEXT) != TITLE
    assert roles(TITLE, TEXT, TEXT, "Related stories", *LINKS * 90)[3] == "boilerplate"
    assert set(roles(TITLE, TEXT, TEXT, *["Privacy policy", *LINKS] * 120)[3:]) != {"boilerplate"}
