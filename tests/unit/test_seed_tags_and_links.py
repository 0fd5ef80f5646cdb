"""Lines beside and below an article: tags, links to other articles, end marks, codes of wires."""

from __future__ import annotations

import pytest
from seed_articles import P, read, roles

TITLE = "Storm shuts Lisbon harbour for a third day"


def test_a_line_that_ends_in_a_channel_is_of_the_page() -> None:
    line = "Join the people who follow The Example on WhatsApp"
    assert roles("Storm shuts Lisbon harbour", P, line, P)[2] == "boilerplate"
    assert roles("Storm shuts Lisbon harbour", P, "Rumours spread", P)[2] == "subhead"
    assert roles("Man sells his goat to a neighbour on WhatsApp", P, P)[0] == "headline"


def test_short_lines_under_a_heading_of_tags_are_tags() -> None:
    article = read("Storm shuts Lisbon harbour", P, P, "Topics", "Storms", "Lisbon", "All rights reserved")
    found = [block["role"] for block in article["blocks"]]
    assert found == ["headline", "paragraph", "paragraph", "tags", "tags", "tags", "copyright"]
    assert article["metadata"]["keywords"] == ["Storms", "Lisbon"]


def test_lines_under_a_heading_of_links_are_of_the_page_until_a_sentence_comes() -> None:
    links = ("Related stories", "Ferries stay in port for a third day", "Why the pier is so short")
    found = roles("Storm shuts Lisbon harbour", P, *links, P, P)
    assert found == ["headline", "paragraph", *["boilerplate"] * 3, "paragraph", "paragraph"]


def test_a_heading_of_the_page_that_lists_nothing_leaves_the_next_line_alone() -> None:
    found = roles("Storm shuts Lisbon harbour", P, "Advertisement", "Ferries stay in port", P, P)
    assert found == ["headline", "paragraph", "boilerplate", "subhead", "paragraph", "paragraph"]


def test_hash_tags_may_have_blanks_after_the_hash() -> None:
    assert roles(TITLE, P, P, "# Lisbon # Storm # Old harbour")[-1] == "tags"
    assert roles(TITLE, P, "# Lisbon", P, P)[2] == "subhead"


def test_codes_of_a_wire_stand_above_and_below_a_report() -> None:
    found = roles("FRA0412 4 G 0231 FRA /AFP-YK52", "Storm shuts Lisbon harbour", P, P, "AFP 311204 JAN 26")
    assert found == ["other", "headline", "paragraph", "paragraph", "other"]


def test_rows_of_numbers_are_no_codes() -> None:
    found = roles("Storm shuts Lisbon harbour", P, "2024\t13,8\t0,4\n2025\t14,1\t0,3", P)
    assert found == ["headline", "paragraph", "table_row", "table_row", "paragraph"]


def test_an_end_mark_between_slashes() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "// END //")[-1] == "boilerplate"


def test_arrows_before_the_cue_of_a_link() -> None:
    assert roles("Storm shuts Lisbon harbour", P, ">> Read more: Ferries stay in port", P)[2] == "boilerplate"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Lisbon, harbour, Storms of Winter", "tags"),
        ("Porto, Sines, Faro", "subhead"),
        ("Lisbon, harbour", "subhead"),
        ("Ana Silva, Rui Reis, Marta Costa", "byline"),
    ],
)
def test_topics_between_commas_below_the_text_are_tags_if_it_names_one(line: str, role: str) -> None:
    below = "Read more: How the town of Sines got its first port"
    found = roles("Storm shuts the harbour of Lisbon", P, P, line, below)
    assert (found[3] == "tags") == (role == "tags")
