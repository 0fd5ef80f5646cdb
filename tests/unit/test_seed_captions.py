"""Captions by the credits beside them."""

from __future__ import annotations

import pytest
from seed_articles import credits_of, roles_of

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."
EM_DASH = "—"
CLAUSE = "The pier in Lisbon has been closed since Monday"


def read(*blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(language="en"))


def roles(*blocks: str) -> list[str]:
    return [block["role"] for block in read(*blocks)["blocks"]]


def test_a_few_words_right_below_a_clause_credit_it() -> None:
    assert roles(HEAD, P, f"{CLAUSE}\nDias family", P, P) == [
        "headline",
        "paragraph",
        "caption",
        "credit",
        *["paragraph"] * 2,
    ]


@pytest.mark.parametrize(
    "pair",
    [
        f"{CLAUSE}\n\nDias family",  # apart
        "The pier\nDias family",  # a heading
        f"{CLAUSE}\nDias family, 2026",
        f"{CLAUSE}\nthe dias family",
        f"{CLAUSE}\nDias family.",
        f"{CLAUSE}\nThe family of the mayor of Lisbon",
        f"• {CLAUSE}\nDias family",
    ],
)
def test_other_lines_credit_nothing(pair: str) -> None:
    assert "credit" not in roles(HEAD, P, pair, P, P)


def test_a_name_that_stands_with_its_newsroom_credits_nothing() -> None:
    found = read(HEAD, f"{CLAUSE}\nDias family", "Ana Silva\nBBC News, West of England", P, P)
    assert [block["role"] for block in found["blocks"]][1:5] == ["caption", "credit", "byline", "byline"]
    assert found["metadata"]["authors"] == [{"name": "Ana Silva", "affiliation": "BBC News"}]


def test_an_agency_above_a_clause_credits_it() -> None:
    assert roles(HEAD, P, P, P, "Getty Images", CLAUSE, P, P)[4:6] == ["credit", "caption"]
    assert roles(HEAD, P, P, P, "Getty Images", "The pier", P, P)[5] == "subhead"
    assert roles(HEAD, P, P, P, "Getty Images", f"{CLAUSE}.", P, P)[5] == "paragraph"


def test_a_name_with_its_newsroom_in_brackets_is_a_byline() -> None:
    found = read(HEAD, "Inga Silva (Lisbon Radio)", "6 May 2026, 10:15", P, P)
    assert [block["role"] for block in found["blocks"]][1] == "byline"
    assert "credit" not in [each["type"] for each in found["layers"]["field"]["annotations"]]
    assert roles(HEAD, P, "Inga Silva (Photo Lisbon)", P, P)[2] != "byline"


def test_an_agency_begins_the_name_of_a_newsroom() -> None:
    found = read(HEAD, "By Ana Silva and Rui Reis\nABC Western Lisbon", "4 March 2026", P, P)
    assert [author.get("affiliation") for author in found["metadata"]["authors"]] == ["ABC Western Lisbon"] * 2


def test_a_source_right_below_a_clause_credits_it_if_it_may() -> None:
    below = f"{CLAUSE}.\nSource: Rui Reis/Reuters"
    assert roles(HEAD, "4 March 2026", below, P, P)[2:4] == ["caption", "credit"]
    assert roles(HEAD, P, P, "Source: Rui Reis/Reuters")[-1] == "source"
    assert roles(HEAD, "4 March 2026", below.replace("Rui Reis/", ""), P, P)[3] == "source"


@pytest.mark.parametrize("dash", ["—", "–"])
def test_a_full_name_after_a_long_dash_credits_the_clause_before_it(dash: str) -> None:
    found = read(HEAD, f"{CLAUSE} {dash} Rui Reis", "4 March 2026", P, P)
    assert [block["role"] for block in found["blocks"]][1] == "caption"
    assert ("credit", "Rui Reis") in [
        (x["type"], x["spans"][0]["text"]) for x in found["layers"]["field"]["annotations"]
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"{CLAUSE} - Rui Reis",
        f"The pier {EM_DASH} Rui Reis",
        f"“{CLAUSE}” {EM_DASH} Rui Reis",
        f"{CLAUSE} {EM_DASH} Lisbon",
    ],
)
def test_other_clauses_with_dashes_are_no_captions(line: str) -> None:
    assert "caption" not in roles(HEAD, line, "4 March 2026", P, P)


def test_an_agency_before_a_name_below_a_line_credits_a_picture() -> None:
    found = roles("Storm shuts Lisbon harbour", "The pier of Lisbon", "AFP / RUI REIS", "Ana Silva", P, P)
    assert found[1:4] == ["caption", "credit", "byline"]


def test_a_name_alone_credits_a_line_that_is_no_sentence() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "Waves at the pier in Lisbon", "Ana Silva", P)[3:5] == [
        "caption",
        "credit",
    ]
    assert "caption" not in roles("Storm shuts Lisbon harbour", P, P, "Waves hit the pier.", "Ana Silva", P)


def test_many_names_alone_are_a_list_and_no_credits() -> None:
    books = [
        line for name in ("Ana Silva", "Rui Reis", "Marta Costa", "Luis Faria", "Ines Dias") for line in ("Waves", name)
    ]
    assert "credit" not in roles("Storm shuts Lisbon harbour", P, P, *books, P)


def test_words_above_a_name_that_end_with_a_quotation_are_no_caption() -> None:
    found = roles(
        "Storm shuts Lisbon harbour",
        P,
        P,
        "“We have a lot of boats,” she said. “It is a big problem.”",
        "Building Weakness",
        P,
    )
    assert found[3:5] == ["paragraph", "subhead"]


def test_a_house_with_its_photographer_in_capitals_is_a_credit() -> None:
    line = "Residents have collected 240 signatures"
    article = read("Storm shuts Lisbon harbour", P, line, "ST PHOTO: LIM KAH SENG", P)
    assert [block["role"] for block in article["blocks"]][2:4] == ["caption", "credit"]
    assert [each["spans"][0]["text"] for each in article["layers"]["field"]["annotations"]][1:] == [
        "ST PHOTO: LIM KAH SENG"
    ]


def test_sentences_under_a_headline_that_begin_with_a_credit_are_a_caption() -> None:
    line = "Photo courtesy of the old harbour club on the pier. Used with their permission."
    article = read("Storm shuts Lisbon harbour", line, "2026-03-04", P, P)
    assert article["blocks"][1]["role"] == "caption"
    words = [each["spans"][0]["text"] for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert words == ["the old harbour club on the pier"]
    assert roles("Storm shuts Lisbon harbour", P, P, P, line, P)[4] == "paragraph"


def test_a_credit_below_the_last_text_makes_no_caption_of_it_and_tags_may_follow() -> None:
    last = "The harbour opens again on Friday. Until then ferries go to Setúbal."
    article = read("Storm shuts Lisbon harbour", P, P, P, last, "Photo: Ana Silva", "Lisbon", "Harbour", "Storms")
    assert [block["role"] for block in article["blocks"][-5:]] == ["paragraph", "credit", "tags", "tags", "tags"]
    assert roles("Storm shuts Lisbon harbour", P, P, P, last, "Photo: Ana Silva", P)[-3] == "caption"


def test_a_line_that_credits_a_picture_heads_nothing() -> None:
    line = "The pier on Wednesday (Ana Silva/The Example)"
    assert roles("Storm shuts Lisbon harbour", P, P, P, P, P, P, P, line, P)[-2] == "caption"


def test_a_credit_after_dots_may_have_many_words() -> None:
    credit = "Credit...Rui Reis for The New Lisbon Morning Times"
    assert roles(HEAD, f"The harbour is shut until Thursday.\n{credit}", "By Ana Silva", P, P)[1:3] == [
        "caption",
        "credit",
    ]


def test_a_name_with_its_city_below_a_caption_with_its_credit_is_a_byline() -> None:
    article = read(HEAD, "The harbour at dusk © Rui Reis", "Ana Silva | Lisbon", P, P)
    assert roles_of(article)[1:3] == ["caption", "byline"]
    assert credits_of(article) == ["Rui Reis"]


def test_a_name_and_its_newsroom_credit_the_clause_that_they_stand_with() -> None:
    pair = "Marta Costa, mayor of Lisbon\nRui Reis/AFP"
    article = read(HEAD, pair, "4 March 2026", P, P, "Written by Ana Silva")
    assert roles_of(article)[1:3] == ["caption", "credit"]
    assert credits_of(article) == ["Rui Reis/AFP"]
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva"]
    apart = read(HEAD, "A line below the headline", "Rui Reis/AFP", "4 March 2026", P, P)
    assert roles_of(apart)[2] == "byline"


def test_a_name_right_below_the_headline_and_above_a_credit_is_the_author() -> None:
    head = ["Storm shuts Lisbon harbour", "Ana Silva", "Photo: The Example/Rui Reis"]
    article = read(*head, P, P)
    assert [block["role"] for block in article["blocks"]][:3] == ["headline", "byline", "credit"]
    amid = read(head[0], "By Kate Brown", P, P, *head[1:], P)
    assert [block["role"] for block in amid["blocks"]][4:6] == ["caption", "credit"]


def test_of_two_names_below_standfirst_and_sentence_the_first_credits_and_the_second_wrote() -> None:
    summary = "The council lets its only elm by the hour. It will plant twelve others with the money"
    lines = [HEAD, summary, "Neighbours sit under the elm of the square.", "Rui Reis", "Ana Silva", "4 March 2026"]
    for between in ("\n", "\n\n"):
        article = FORMAT.read(between.join([*lines, P, P, P]).encode(), ReadOptions(layers={}, language="en"))
        assert [block["role"] for block in article["blocks"]][2:5] == ["caption", "credit", "byline"]
        assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert roles(HEAD, summary, "Rui Reis", "Ana Silva", "4 March 2026", P, P)[2:4] == ["byline", "byline"]


def test_a_paragraph_with_a_dateline_above_author_and_report_is_the_standfirst() -> None:
    opening = "LISBON - The ferry has sailed for 600 years and nearly stopped. Now 312 people own it."
    article = read(HEAD, opening, "Ana Silva 22 Apr. 2026, 16:45", P, P)
    assert [block["role"] for block in article["blocks"]][1:3] == ["standfirst", "byline"]
    assert article["metadata"]["dateline"] == {"place": "Lisbon"}
    assert roles(HEAD, opening, P, "Ana Silva", P)[1] == "paragraph"


def test_a_label_before_a_word_that_ends_credits_belongs_to_a_caption() -> None:
    seed = f"{HEAD}\n\nO porto ao anoitecer Foto: Divulgação\n\n{P}\n\n{P}".encode()
    article = FORMAT.read(seed, ReadOptions(language="pt", layers={}))
    assert roles_of(article)[1] == "caption"
    assert credits_of(article) == ["Divulgação"]


def test_a_bullet_sets_no_single_name_apart() -> None:
    assert roles(HEAD, P, "Harbour news • Ana Silva", P, P)[2] != "caption"


@pytest.mark.parametrize("signature", ["(NAN)", "(Ana Silva, 12.3.2026)", "[Reuters]"])
def test_brackets_after_the_last_sentences_of_a_report_credit_no_picture(signature: str) -> None:
    last = f"The secretary of the port said each of the owners had paid for it. {P} {signature}"
    assert roles(HEAD, P, P, P, last)[4] == "paragraph"
    assert roles(HEAD, P, P, P, f"Waves hit the pier. {signature}", P)[4] == "caption"


def test_what_a_page_sells_beside_a_credit_is_no_part_of_it() -> None:
    line = "A boat leaves the island. REUTERS/Ana Silva Purchase Licensing Rights"
    article = read(HEAD, P, line, P, P)
    spans = [each["spans"][0]["text"] for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert spans == ["REUTERS/Ana Silva"]
