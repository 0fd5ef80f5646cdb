"""Roles of blocks, in the layouts and styles of English news."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.roles.sequence import assign
from corpus_tools.model.article import Article

TITLE = "Storm shuts Lisbon harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."
SHARED = Path(os.environ.get("CORPUS_TOOLS_DATA", Path(__file__).parents[3] / "shared" / "data"))


def read(*blocks: str, gap: str = "\n\n") -> Article:
    return FORMAT.read(gap.join(blocks).encode(), ReadOptions(layers={}))


def roles(*blocks: str) -> list[str]:
    return [block["role"] for block in read(*blocks)["blocks"]]


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


def test_a_line_that_a_cue_explains_does_not_belong_to_the_headline_above() -> None:
    text = "Storm shuts Lisbon harbour and the\nphoto: Joana Dias/AP\n\n" + P + "\n\n" + P
    assert [block["role"] for block in read(text)["blocks"]][:2] == ["headline", "credit"]


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


def test_a_name_after_a_dash_in_the_middle_is_no_byline() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, P, "— Ana Silva", P, P)[4] == "paragraph"


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


def test_an_agency_before_a_name_below_a_line_credits_a_picture() -> None:
    found = roles("Storm shuts Lisbon harbour", "The pier of Lisbon", "AFP / RUI REIS", "Ana Silva", P, P)
    assert found[1:4] == ["caption", "credit", "byline"]


def test_a_line_that_ends_in_a_channel_is_of_the_page() -> None:
    line = "Join the people who follow The Example on WhatsApp"
    assert roles("Storm shuts Lisbon harbour", P, line, P)[2] == "boilerplate"
    assert roles("Storm shuts Lisbon harbour", P, "Rumours spread", P)[2] == "subhead"
    assert roles("Man sells his goat to a neighbour on WhatsApp", P, P)[0] == "headline"


def test_a_summary_between_headline_and_byline_is_a_standfirst() -> None:
    assert roles("Storm shuts harbour", "No ferry will leave before Thursday.", "By Ana Silva", P)[1] == "standfirst"


def test_a_short_line_before_a_longer_paragraph_is_a_subhead() -> None:
    assert roles("Storm shuts Lisbon harbour", P, "Ferries and trains", P, P)[2] == "subhead"
    assert roles("Storm shuts Lisbon harbour", P, "What about ferries?", P, P)[2] == "subhead"
    assert roles("Storm shuts Lisbon harbour", P, "Ferries and trains", "By boat.")[2] == "paragraph"


def test_markdown_headings_have_a_level() -> None:
    blocks = read("# Storm shuts harbour", P, "## Ferries", P)["blocks"]
    assert (blocks[0]["role"], blocks[2]["role"], blocks[2].get("level")) == ("headline", "subhead", 2)


def test_list_items_that_stand_together_are_one_list() -> None:
    article = read("Storm shuts harbour", P, "• Ferries: none", "• Trains: late", P, "- Buses", "- Trams", P)
    assert [block.get("part_of") for block in article["blocks"]] == [None, None, "g1", "g1", None, "g2", "g2", None]
    assert [group["type"] for group in article["groups"]] == ["list", "list"]


def test_a_single_dash_makes_no_list() -> None:
    assert roles("Storm shuts harbour", P, "- Never again, they said.", P)[2] == "paragraph"


def test_a_caption_and_the_credit_under_it_are_one_figure() -> None:
    text = f"Storm shuts harbour\n\n{P}\n\nWaves on Tuesday.\n[Joana Dias/AP]\n\n{P}"
    article = FORMAT.read(text.encode(), ReadOptions(layers={}))
    assert [(block["role"], block.get("part_of")) for block in article["blocks"]][2:4] == [
        ("caption", "g1"),
        ("credit", "g1"),
    ]
    assert article["groups"] == [{"id": "g1", "type": "figure"}]


def test_generated_ids_avoid_the_id_of_the_article() -> None:
    article = FORMAT.read(b"Head\n\nText", ReadOptions(id="b1", layers={}))
    assert [block["id"] for block in article["blocks"]] == ["b2", "b3"]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "line",
    [
        "[" * 10**6,
        "By " * 300_000,
        "By " + "A and " * 200_000,
        "Source: " + " " * 10**6 + ".",
        "AAAA, " * 200_000,
        "x [" + "a/" * 500_000 + "]",
        "“" * 10**6,
        "# " * 500_000,
        "1. " * 300_000,
        "(" + "a, " * 300_000 + ")",
    ],
    ids=lambda line: line[:8],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    started = time.process_time()
    read("Head", line, "Text")
    assert time.process_time() - started < 3


@pytest.mark.no_cover
def test_hostile_files_are_read_or_refused() -> None:
    folder = SHARED / "hostile" / "cases" / "txt"
    if not folder.is_dir():
        pytest.skip(f"no hostile files at {folder}")
    outcomes = set()
    for path in sorted(folder.glob("*.txt")):
        try:
            FORMAT.read(path.read_bytes(), ReadOptions(file=path.name, layers={}))
            outcomes.add("read")
        except SourceError as error:
            assert error.line is not None, path.name  # noqa: PT017  a refusal is a right answer too
            outcomes.add(error.kind)
    assert outcomes >= {"read", "undecodable", "illegal-in-xml"}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Waves at the pier on Tuesday. Photo: Joana Dias", "caption"),
        ("It all ended on, March 4, 2026", "deck"),
    ],
)
def test_a_line_near_the_top_without_a_cue_of_its_own(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", line, P, P)[1] == role


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


def test_a_headline_may_end_with_a_full_stop_where_a_byline_follows() -> None:
    assert roles("Storm shuts Lisbon harbour.", "By Ana Silva", P)[:2] == ["headline", "byline"]


def test_two_sentences_above_a_byline_are_no_headline() -> None:
    assert roles("Storm shuts. Ferries stay.", "By Ana Silva", P)[0] != "headline"


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


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ana Silva & Rui Reis, AAP - August 19, 2026", ["Ana Silva", "Rui Reis"]),
        ("Ana Silva - Lisbon", ["Ana Silva"]),
        ("Ana Silva, Lisbon", ["Ana Silva"]),
        ("Ana Silva (DPA)", ["Ana Silva"]),
    ],
)
def test_names_with_a_newsroom_a_place_or_a_day_are_a_byline(line: str, authors: list[str]) -> None:
    article = read("Storm shuts Lisbon harbour", line, P, P)
    assert article["blocks"][1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"]["authors"]] == authors
    assert article["metadata"].get("published") == ("2026-08-19" if "2026" in line else None)


@pytest.mark.parametrize(("line", "role"), [("Ana Silva (Getty Images)", "caption"), ("Harbour Results 2026", "deck")])
def test_what_looks_like_a_name_may_be_none(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", line, P, P)[1] == role


def test_a_place_alone_under_a_byline_is_a_dateline() -> None:
    article = read("Storm shuts Lisbon harbour", "By Ana Silva", "Lisbon", P, P)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "dateline"]
    assert article["metadata"]["dateline"] == {"place": "Lisbon"}


def test_an_office_in_small_letters_says_more_about_the_author_above() -> None:
    article = read("Storm shuts Lisbon harbour", "Ana Silva", "reporter", "March 4, 2026", P)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "byline"]
    assert article["metadata"]["authors"] == [{"name": "Ana Silva", "role": "reporter"}]


def test_a_name_without_capitals_stands_by_its_place() -> None:
    body = "הנמל לא נפתח ביום רביעי וראש העיר אמרה כי הוא יהיה סגור במשך שבוע שלם בגלל הגלים."
    article = read("התחנה שאף אוטובוס לא עוצר בה ובכל זאת מלאה", "יעל אברמוב", "07.05.26, 06:45", body, body)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "date"]
    assert [each["name"] for each in article["metadata"]["authors"]] == ["יעל אברמוב"]


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


def test_a_name_alone_credits_a_line_that_is_no_sentence() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "Waves at the pier in Lisbon", "Ana Silva", P)[3:5] == [
        "caption",
        "credit",
    ]
    assert "caption" not in roles("Storm shuts Lisbon harbour", P, P, "Waves hit the pier.", "Ana Silva", P)


@pytest.mark.parametrize(
    ("line", "names", "place"),
    [
        ("江城晚报记者 沈一苇", ["沈一苇"], None),
        ("東岸報／ 記者陳怡蓁／嘉義即時報導", ["陳怡蓁"], "嘉義"),
        ("记者 韦海兰、陆明", ["韦海兰", "陆明"], None),
    ],
)
def test_a_reporter_of_a_paper_in_han_characters(line: str, names: list[str], place: str | None) -> None:
    body = "在城北梅湖路口，每天清晨六点半，一群鸭子准时过马路。十年来，没有一只出过事。"
    article = read("鸭子过马路十年 司机们给它立了个站牌", line, body, body)
    assert article["blocks"][1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"]["authors"]] == names
    assert article["metadata"].get("dateline", {}).get("place") == place


@pytest.mark.parametrize(
    ("end", "authors", "sources"),
    [
        ("（小笠原健）", ["小笠原健"], []),
        ("（共同通信）", [], ["共同通信"]),
        ("（小笠原健太郎吉）", [], []),
        ("（健）", [], []),
    ],
)
def test_who_signs_the_last_paragraph_of_a_japanese_report(end: str, authors: list[str], sources: list[str]) -> None:
    body = "県の担当者は「科学的な根拠はないが、礼儀としては正しい」と話す。"
    metadata = read("柿の木に「クマ用」札、実を残した町", body, body, body + end)["metadata"]
    assert [each["name"] for each in metadata.get("authors", [])] == authors
    assert [each["name"] for each in metadata.get("sources", [])] == sources


def test_a_japanese_caption_ends_with_day_and_place() -> None:
    body = "　県の担当者は「科学的な根拠はないが、礼儀としては正しい」と話す。"
    found = roles("柿の木に「クマ用」札、実を残した町", "札を下げた柿の木＝5日、岩手県住田町", body, body)
    assert found == ["headline", "caption", "paragraph", "paragraph"]


def test_a_house_with_its_photographer_in_capitals_is_a_credit() -> None:
    line = "Residents have collected 240 signatures"
    article = read("Storm shuts Lisbon harbour", P, line, "ST PHOTO: LIM KAH SENG", P)
    assert [block["role"] for block in article["blocks"]][2:4] == ["caption", "credit"]
    assert [each["spans"][0]["text"] for each in article["layers"]["field"]["annotations"]][1:] == [
        "ST PHOTO: LIM KAH SENG"
    ]


def test_a_quotation_in_capitals_heads_longer_text() -> None:
    line = '"NOBODY TOLD US ABOUT THE WAVES"'
    assert roles("Storm shuts Lisbon harbour", P, P, P, line, P)[4] == "subhead"
    assert roles("Storm shuts Lisbon harbour", P, P, P, line)[4] == "quote"


def test_a_desk_signs_but_is_no_author() -> None:
    body = (
        "Jembatan bambu di desa itu kembali hanyut pada hari Rabu, dan warga menyambutnya dengan kenduri yang meriah."
    )
    article = read("Jembatan bambu ini roboh setiap tahun", "Sekar Ayu Lestari", "Tim Redaksi", body, body)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "byline"]
    assert [each["name"] for each in article["metadata"]["authors"]] == ["Sekar Ayu Lestari"]


def test_sentences_under_a_headline_that_begin_with_a_credit_are_a_caption() -> None:
    line = "Photo courtesy of the old harbour club on the pier. Used with their permission."
    article = read("Storm shuts Lisbon harbour", line, "2026-03-04", P, P)
    assert article["blocks"][1]["role"] == "caption"
    words = [each["spans"][0]["text"] for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert words == ["the old harbour club on the pier"]
    assert roles("Storm shuts Lisbon harbour", P, P, P, line, P)[4] == "paragraph"


def test_codes_of_a_wire_stand_above_and_below_a_report() -> None:
    found = roles("FRA0412 4 G 0231 FRA /AFP-YK52", "Storm shuts Lisbon harbour", P, P, "AFP 311204 JAN 26")
    assert found == ["other", "headline", "paragraph", "paragraph", "other"]


def test_rows_of_numbers_are_no_codes() -> None:
    found = roles("Storm shuts Lisbon harbour", P, "2024\t13,8\t0,4\n2025\t14,1\t0,3", P)
    assert found == ["headline", "paragraph", "table_row", "table_row", "paragraph"]


def test_a_slug_is_a_kicker() -> None:
    assert roles("Storm-harbour-Lisbon-society", "Storm shuts Lisbon harbour", P, P)[:2] == ["kicker", "headline"]


def test_an_end_mark_between_slashes() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "// END //")[-1] == "boilerplate"


def test_arrows_before_the_cue_of_a_link() -> None:
    assert roles("Storm shuts Lisbon harbour", P, ">> Read more: Ferries stay in port", P)[2] == "boilerplate"


def test_a_step_of_rubrics_above_a_headline() -> None:
    assert roles("News > Ports", "Storm shuts Lisbon harbour", P, P)[:2] == ["boilerplate", "headline"]


def test_headings_of_old_papers_have_a_full_stop() -> None:
    assert roles("THE RUNAWAY BALLOON.", P, P)[0] == "headline"


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


def test_a_byline_after_two_hyphens() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "-- By Ana Silva")[-1] == "byline"


def test_lines_with_one_label_are_no_headers_of_an_email() -> None:
    body = (
        "Der Hafen blieb am Mittwoch geschlossen, sagte die Bürgermeisterin, weil hohe Wellen auf die Mole trafen. " * 2
    )
    assert roles("Von: Eva Klein", "Von: Hans Meier", "Sturm schließt den Hafen", body, body)[:2] == [
        "byline",
        "byline",
    ]


def test_bold_under_the_headline_is_a_standfirst() -> None:
    bold = "**A bank has hired a mouser on a salary**"
    assert roles("Cat values the deposits", bold, "Photo: Ana Silva, The Example", P, P)[:2] == [
        "headline",
        "standfirst",
    ]


def test_loose_initials_sign_a_report_only_at_its_end() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "jsk mka")[-1] == "byline"
    assert roles("Storm shuts Lisbon harbour", P, "jsk mka", P)[2] == "paragraph"
    assert "authors" not in read("Storm shuts Lisbon harbour", P, P, "jsk mka")["metadata"]


def test_no_part_that_is_left_is_reached_again_however_long_a_text_is() -> None:
    texts = ["Storm shuts Lisbon harbour for a third day", *[P, "Photo: Ana Silva / Reuters"] * 200]
    columns = assign(texts, ["\n\n"] * len(texts), load_cues(("en",))).columns
    early, late = ([(part, candidate.role) for _, part, candidate, _ in columns[at]] for at in (20, 390))
    assert early == late


def test_an_article_and_a_clause_are_no_newsroom_and_its_place() -> None:
    title = "Der Bahnhof, der nicht schließen durfte"
    assert roles("Verkehr in Oberbayern", title, "7. März 2026, 15:48 Uhr", P)[:2] == ["kicker", "headline"]


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


def test_a_quotation_under_the_headline_is_a_deck() -> None:
    said = '"I opened it and it just looked at me"'
    assert roles(TITLE, said, "By Ana Silva", "4 March 2026", P, P)[1] == "deck"
    assert roles(TITLE, P, said, P, P)[2] != "deck"


def test_hash_tags_may_have_blanks_after_the_hash() -> None:
    assert roles(TITLE, P, P, "# Lisbon # Storm # Old harbour")[-1] == "tags"
    assert roles(TITLE, P, "# Lisbon", P, P)[2] == "subhead"


@pytest.mark.parametrize(
    ("line", "role", "place", "authors"),
    [
        ("ARTVİN - İHA", "dateline", "Artvin", None),
        ("ANKARA/Cumhuriyet", "dateline", "Ankara", None),
        ("Ankara, AA", "dateline", "Ankara", None),
        ("Ali Kaya / AA", "byline", None, [{"name": "Ali Kaya", "affiliation": "AA"}]),
        ("Haber Merkezi / AA", "byline", None, None),
    ],
)
def test_a_place_or_a_name_before_agencies(line: str, role: str, place: str | None, authors: object) -> None:
    body = "Olay bu sabah meydana geldi ve köy için bir gün daha sürdü; çok sakin olan keçi ile sahibi de bekledi."
    article = read("Keçi minareye çıktı ve inmedi", line, body, body)
    assert article["blocks"][1]["role"] == role
    metadata = article["metadata"]
    assert metadata.get("dateline", {}).get("place") == place
    assert metadata.get("authors") == authors
    assert [each["name"] for each in metadata["sources"]] == [line.replace("/", " ").split()[-1]]


def test_a_credit_below_the_last_text_makes_no_caption_of_it_and_tags_may_follow() -> None:
    last = "The harbour opens again on Friday. Until then ferries go to Setúbal."
    article = read("Storm shuts Lisbon harbour", P, P, P, last, "Photo: Ana Silva", "Lisbon", "Harbour", "Storms")
    assert [block["role"] for block in article["blocks"][-5:]] == ["paragraph", "credit", "tags", "tags", "tags"]
    assert roles("Storm shuts Lisbon harbour", P, P, P, last, "Photo: Ana Silva", P)[-3] == "caption"


def test_a_line_that_credits_a_picture_heads_nothing() -> None:
    line = "The pier on Wednesday (Ana Silva/The Example)"
    assert roles("Storm shuts Lisbon harbour", P, P, P, P, P, P, P, line, P)[-2] == "caption"


def test_a_few_words_above_a_much_longer_title_are_the_kicker() -> None:
    title = "Pensioner (81) drives his lawn mower all the way to the harbour of Lisbon"
    assert roles("At walking pace to the pier", title, "4 March 2026", P, P)[0] == "headline"
    assert roles("At a slow walk", title, "4 March 2026", P, P)[:2] == ["kicker", "headline"]


def test_a_credit_after_dots_may_have_many_words() -> None:
    credit = "Credit...Rui Reis for The New Lisbon Morning Times"
    assert roles(TITLE, f"The harbour is shut until Thursday.\n{credit}", "By Ana Silva", P, P)[1:3] == [
        "caption",
        "credit",
    ]


def test_an_office_below_or_beside_names_is_no_name() -> None:
    body = "Новият кей на язовира беше открит в събота, съобщиха от общината, но хората още чакат лодките."
    article = read("Новият кей е отворен, лодки няма", "Текст: Иван Щерев", "репортер", body, body)
    assert article["metadata"]["authors"] == [{"name": "Иван Щерев", "role": "репортер"}]
    article = read("Новият кей е отворен, лодки няма", "Иван Щерев, Анна Пенева, репортер", "4 март 2026", body, body)
    assert article["blocks"][1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"]["authors"]] == ["Иван Щерев", "Анна Пенева"]


@pytest.mark.parametrize(
    "line", ["Published - 4 March 2026 08:55 pm", "By Nora Fairley and Rui Reis", "Nora Fairley, Rui Reis"]
)
def test_a_line_about_the_article_that_stands_twice_is_no_title(line: str) -> None:
    found = roles(TITLE, "No ferries until Thursday, says the mayor of the town", line, P, P, line)
    assert found[0] == "headline"
    assert "boilerplate" not in found[:2]
