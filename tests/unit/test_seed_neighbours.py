"""What the blocks around a block make of it."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."
LONG = f"{P} {P}"
SUMMARY = "No boat left the port, and none is expected before the weekend."


def read(*blocks: str, language: str = "en") -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}, language=language))


def roles(*blocks: str, language: str = "en") -> list[str]:
    return [block["role"] for block in read(*blocks, language=language)["blocks"]]


def test_sentences_above_a_dateline_are_the_standfirst() -> None:
    opens = f"LISBON, Portugal (Reuters) - {P}"
    assert roles(HEAD, SUMMARY, opens, P) == ["headline", "standfirst", "paragraph", "paragraph"]
    assert roles(HEAD, SUMMARY, "4 March 2026", opens, P)[1] == "standfirst"
    assert roles(HEAD, SUMMARY, P, P) == ["headline", "paragraph", "paragraph", "paragraph"]
    a_day = f"4 March 2026. - {P}"  # which opens any paragraph of a report that goes by days
    assert roles(HEAD, SUMMARY, a_day, P) == ["headline", "paragraph", "paragraph", "paragraph"]


def test_a_line_at_the_end_that_begins_with_the_author_is_about_the_author() -> None:
    about = "Ana Silva covers ports and weather for The Example. She lives in Lisbon."
    top = (HEAD, "By Ana Silva and Rui Reis", "4 March 2026", P, P, P, P)
    assert roles(*top, about)[-1] == "tagline"
    assert roles(*top, about.replace("Ana Silva", "Rui Reis"))[-1] == "tagline"
    assert roles(*top, about.replace("Ana Silva", "Eva Lopes"))[-1] == "paragraph"
    assert roles(HEAD, P, P, P, P, P, P, about)[-1] == "paragraph"


def test_where_an_author_reported_from_is_the_last_line() -> None:
    top = (HEAD, "BY ANA SILVA AND RUI REIS", "4 March 2026", P, P, P, P)
    assert roles(*top, "Reis reported from Porto.")[-1] == "tagline"
    assert roles(*top, "Lopes reported from Porto.")[-1] == "paragraph"
    assert roles(*top, "Reis reported from Porto.", P, P)[-3] == "paragraph"


def test_names_below_a_caption_that_has_its_credit_are_a_byline() -> None:
    caption = "Waves hit the pier in Lisbon on Tuesday (Photo: Rui Reis/Reuters)"
    found = read(HEAD, caption, "Ana Silva", P, P)
    assert [block["role"] for block in found["blocks"]] == ["headline", "caption", "byline", "paragraph", "paragraph"]
    assert [author["name"] for author in found["metadata"]["authors"]] == ["Ana Silva"]


def test_short_lines_below_a_heading_of_main_points_are_items_but_for_captions() -> None:
    points = ("Highlights", "No ferry left the port on Wednesday", "Waves hit the pier for a third day")
    caption = "Waves hit the pier in Lisbon on Tuesday (Photo: Rui Reis/Reuters)"
    assert roles(HEAD, *points, P)[1:-1] == ["subhead", "list_item", "list_item"]
    assert roles(HEAD, *points, caption, P)[1:-1] == ["subhead", "list_item", "list_item", "caption"]
    assert roles(HEAD, points[0], P) == ["headline", "subhead", "paragraph"]


def test_a_few_words_on_each_of_the_last_lines_are_tags() -> None:
    found = read(HEAD, P, P, P, "Lisbon", "Storms", "Ferries of Portugal")
    assert [block["role"] for block in found["blocks"]][-4:] == ["paragraph", "tags", "tags", "tags"]
    assert found["metadata"]["keywords"] == ["Lisbon", "Storms", "Ferries of Portugal"]
    assert roles(HEAD, P, P, P, "###", "Lisbon", "Storms", "Ferries")[-4:] == ["boilerplate", *["tags"] * 3]
    assert "tags" not in roles(HEAD, P, P, P, "Lisbon", "Storms")
    assert "tags" not in roles(HEAD, P, P, P, "Lisbon", "Storms", "Ferries!", "Lisbon", "Porto")
    assert "tags" not in roles(HEAD, P, P, P, "Lisbon", "Storms of the last three years", "Ferries", "Porto")


def test_links_follow_a_label_with_nothing_after_it() -> None:
    links = ("Read more:", "Ferries wait for better weather", "The pier that was never finished")
    assert roles(HEAD, P, P, *links, P)[3:6] == ["boilerplate"] * 3


def test_words_with_a_colon_above_the_title_are_its_kicker() -> None:
    found = read("The head of the port authority tells The Example:", HEAD, "4 March 2026", P, P)
    assert [block["role"] for block in found["blocks"]][:2] == ["kicker", "headline"]
    assert found["metadata"]["title"] == HEAD


def test_a_path_of_rubrics_may_stand_above_a_day() -> None:
    assert roles("News > Portugal", "4 March 2026", HEAD, P, P)[:3] == ["boilerplate", "date", "headline"]


def test_a_line_right_below_a_credit_is_its_caption() -> None:
    figure = "PHOTO: RUI REIS, THE EXAMPLE\nChildren brought a card for the snow plough."
    assert roles(HEAD, P, P, figure, P)[-3:] == ["credit", "caption", "paragraph"]
    assert roles(HEAD, P, P, "PHOTO: RUI REIS, THE EXAMPLE", P)[-2:] == ["credit", "paragraph"]


def test_a_name_and_its_agency_right_below_a_caption_credit_it() -> None:
    found = read(HEAD, "By Ana Silva", "Men worked for two days on the pier.\nRui Reis / AFP", P, P)
    assert [block["role"] for block in found["blocks"]][2:4] == ["caption", "credit"]
    found_credits = [item for item in found["layers"]["field"]["annotations"] if item["type"] == "credit"]
    assert [item["spans"][0]["text"] for item in found_credits] == ["Rui Reis / AFP"]


def test_capitals_below_a_name_are_the_place_if_the_report_names_it() -> None:
    found = read(HEAD, "Ana Silva\nRIBEIRA BRAVA", "4 March 2026", f"In Ribeira Brava it rained. {P}", P)
    assert [block["role"] for block in found["blocks"]][1:4] == ["byline", "dateline", "date"]
    assert found["metadata"]["dateline"] == {"place": "Ribeira Brava"}
    assert [author["name"] for author in found["metadata"]["authors"]] == ["Ana Silva"]
    assert "dateline" not in read(HEAD, "Ana Silva\nRIBEIRA BRAVA", "4 March 2026", P, P)["metadata"]
    assert (
        "dateline" not in read(HEAD, "ANA SILVA\nRIBEIRA BRAVA", "4 March 2026", f"In Ribeira Brava. {P}")["metadata"]
    )


def test_a_quotation_heads_the_text_that_says_it_again() -> None:
    quoted = "“The nets lay on the quay all week and nobody came to fetch them or even asked for them at the office”"
    again = f"The harbour master told the court: {quoted}. Then the harbour did not open, and nobody knew why."
    for below, role in ((again, "subhead"), ("The harbour did not open on Wednesday, and nobody knew why.", "quote")):
        assert roles("Storm shuts Lisbon harbour", P, quoted, below, P)[2] == role
    sentence = quoted.replace("”", ".”")
    assert roles("Storm shuts Lisbon harbour", P, sentence, again.replace(quoted, sentence), P)[2] == "quote"


def test_a_quotation_that_goes_on_is_text_and_one_without_a_stop_heads_it() -> None:
    above = "“It was dark,” the mayor said after the meeting in the town hall of Lisbon on Wednesday."
    for quoted, role in (("“Then it got light.”", "paragraph"), ("“Then it got light”", "subhead")):
        assert roles("Storm shuts Lisbon harbour", P, above, quoted, P)[3] == role


def test_words_below_a_name_are_the_place_if_the_report_says_where() -> None:
    head = ("Storm shuts Lisbon harbour", "Ana Silva", "San Pedro")
    article = read(*head, f"{P} The bar in San Pedro was closed, too.", P)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "dateline"]
    assert article["metadata"]["dateline"] == {"place": "San Pedro"}
    assert roles(*head, f"{P} Then San Pedro agreed.", P)[1:3] == ["byline", "byline"]


def test_several_short_lines_at_the_end_are_tags() -> None:
    head = ("Storm shuts Lisbon harbour", P, P)
    article = read(*head, "Lisbon", "Atlantic coast", "Storms")
    assert [block["role"] for block in article["blocks"]][3:] == ["tags"] * 3
    assert article["metadata"]["keywords"] == ["Lisbon", "Atlantic coast", "Storms"]
    assert "tags" not in roles(*head, "Lisbon", "Atlantic coast")
    assert "tags" not in roles(*head, "Lisbon 3", "Porto 4.", "Faro 5")


def test_what_stands_under_a_heading_about_the_author_is_about_the_author() -> None:
    about = "She wrote for radio and television before she came to us. She lives in Lisbon."
    found = roles("Storm shuts Lisbon harbour", "By Ana Silva", *[P] * 6, "About the author", about)
    assert found[-2:] == ["tagline", "tagline"]
    assert roles("Storm shuts Lisbon harbour", "By Ana Silva", *[P] * 6, about)[-1] == "paragraph"


def test_a_quotation_with_its_speaker_is_no_caption() -> None:
    said = "They came at night and told us that the harbour would not open again. Marta Costa"
    head = ("Storm shuts Lisbon harbour", "By Ana Silva")
    others = P.replace("Marta Costa", "Rui Reis")
    assert roles(*head, said, others, others)[2] == "caption"
    assert roles(*head, said, P, P)[2] != "caption"


def test_a_headline_between_its_rubric_and_a_credit_is_no_caption() -> None:
    text = f"Norte / Vila Real\nSino da igreja de Lordelo toca a toda a hora\nFoto: Rui Fontes\n\n{P}\n\n{P}\n"
    found = FORMAT.read(text.encode(), ReadOptions(layers={}))
    assert [block["role"] for block in found["blocks"]][:3] == ["kicker", "headline", "credit"]


def test_sentences_above_the_words_of_who_brings_a_persian_report_are_the_standfirst() -> None:
    summary = "کارگاهی در تبریز پس از سی سال رنگرزی با پوست انار و روناس را از سر گرفت."
    opens = f"به گزارش خبرگزاری تسنیم از تبریز، {summary}"
    assert roles("رنگ انار دوباره بر فرش تبریز نشست", summary, opens, summary, language="fa")[1] == "standfirst"
    assert roles("رنگ انار دوباره بر فرش تبریز نشست", summary, summary, summary, language="fa")[1] == "paragraph"


def test_a_paper_in_brackets_under_the_headline_is_the_source() -> None:
    for above in ((), ("By Ana Silva",), ("Ana Silva", "4 March 2026")):
        found = read(HEAD, *above, "(The Example)", P, P)
        assert found["blocks"][len(above) + 1]["role"] == "source", above
        assert found["metadata"]["sources"] == [{"name": "The Example"}]


def test_a_name_and_its_agency_under_the_headline_are_the_byline() -> None:
    caption = "Waves hit the pier in Lisbon on Tuesday (Photo: Rui Reis/Reuters)"
    for mark in (" / ", " | ", " – ", ", "):
        found = read(HEAD, f"Ana Silva{mark}AFP", caption, P, P)
        assert [block["role"] for block in found["blocks"]][1:3] == ["byline", "caption"], mark
        assert found["metadata"]["authors"] == [{"name": "Ana Silva", "affiliation": "AFP"}]
    below = read(HEAD, f"Ana Silva / AFP\n{P}", "Waves hit the pier on Tuesday.\nPhoto: Rui Reis/Reuters", P, P)
    assert below["blocks"][1]["role"] == "byline"


def test_a_line_that_credits_a_picture_heads_nothing() -> None:
    for caption in ("The pier will be mended. © Rui Reis", "Waves at the pier / Rui Reis", "A long wait. — Rui Reis"):
        assert roles(HEAD, P, P, caption, P)[3] == "caption", caption
    assert roles(HEAD, P, P, "Waves at the pier", P)[3] == "subhead"


def test_links_right_below_their_heading_may_be_sentences() -> None:
    text = f"{HEAD}\n\n{LONG}\n\nRelated stories\nThe ferry is late.\nThe pier is closed.\n\nNobody came.\n\n{LONG}\n"
    found = FORMAT.read(text.encode(), ReadOptions(layers={}))
    assert [block["role"] for block in found["blocks"]][2:6] == ["boilerplate"] * 3 + ["paragraph"]


def test_an_agency_signs_the_end_of_a_report_and_credits_a_picture_above() -> None:
    head = ("Two thousand sheep cross the harbour of Lisbon", P, P, P)
    signed = "The mayor counted four thousand people on the quay. Reuters"
    assert roles(*head, signed)[4] == "paragraph"
    assert roles(head[0], "By Ana Silva", signed, P, P)[2] == "caption"


def test_a_single_word_above_a_credit_is_the_place_and_no_caption() -> None:
    text = f"{HEAD}\n\nBy Ana Silva\n4 March 2026\nRecife\nPhoto: Rui Reis\n\n{P}\n\n{P}\n"
    found = FORMAT.read(text.encode(), ReadOptions(layers={}))
    assert [block["role"] for block in found["blocks"]][3:5] == ["dateline", "credit"]


def test_tags_may_stand_below_who_edited() -> None:
    assert roles(HEAD, P, P, "Editing by Ana Silva", "HARBOURS", "STORMS", "LISBON")[-3:] == ["tags"] * 3


@pytest.mark.parametrize("paper", ["20 Minuten", "24 часа", "t-online", "n-tv.de", "la Repubblica", "elDiario.es"])
def test_papers_in_brackets_that_begin_with_a_number_or_a_small_letter(paper: str) -> None:
    assert roles(HEAD, "By Ana Silva", P, P, f"({paper})")[-1] == "source"
    assert read(HEAD, f"({paper})", P, P)["metadata"]["sources"] == [{"name": paper}]


@pytest.mark.parametrize("words", ["more", "mhz", "cross posted at Example", "12", "2026", "more to come"])
def test_other_words_in_brackets_are_no_papers(words: str) -> None:
    assert "sources" not in read(HEAD, "By Ana Silva", P, P, f"({words})")["metadata"]


def test_a_paper_in_brackets_below_a_caption_that_has_its_credit() -> None:
    caption = "Waves hit the pier in Lisbon on Tuesday (Photo: Rui Reis/Reuters)"
    assert roles(HEAD, P, P, caption, "(The Example)")[-2:] == ["caption", "source"]


def test_a_sentence_with_an_agency_inside_a_report_is_a_caption() -> None:
    caption = "Waves hit the pier on Tuesday. (Reuters)"
    assert roles(HEAD, P, P, P, caption, P)[4] == "caption"
    assert roles(HEAD, P, P, P, caption)[4] == "paragraph"  # the agency signs


def test_sentences_above_a_place_that_stands_elsewhere_too_are_the_standfirst() -> None:
    title, summary = "घंटाघर की घड़ी में चाबी भर रहे हैं रामसेवक", "रोज 212 सीढ़ियां चढ़ने वाले रामसेवक की उम्र 71 साल हो गई है।"
    text = f"घंटाघर की घड़ी को चालू रखने के लिए {summary} {summary}"
    for byline, role in (("हिन्दुस्तान टीम, कानपुर", "standfirst"), ("हिन्दुस्तान टीम", "paragraph")):
        found = read(title, "3 नवंबर 2026", byline, summary, f"कानपुर, वरिष्ठ संवाददाता। {text}", text, language="hi")
        assert found["blocks"][3]["role"] == role


def test_a_clause_with_an_agency_is_no_name_in_a_script_without_capitals() -> None:
    caption = "طلاب المدرسة يستمعون إلى التسجيلات | رويترز"
    p = "استبدلت مدرسة الرفاع للتعليم الأساسي في مدينة خورفكان الجرس الكهربائي بتسجيل لصوت الموج مدته ثماني ثوانٍ."
    head = ("مدرسة في خورفكان تستبدل الجرس بصوت البحر", "3 نوفمبر 2026", "قراءة دقيقتين")
    assert roles(*head, caption, p, p, language="ar")[2:4] == ["boilerplate", "caption"]


def test_lines_that_dashes_begin_are_items_where_they_stand_together() -> None:
    items = ("- Rui Reis", "- Ana Silva", "- Eva Lopes")
    assert roles(HEAD, P, P, "\n".join(items), P)[3:6] == ["list_item"] * 3
    assert roles(HEAD, P, P, P, "- Rui Reis")[-1] == "byline"


def test_words_below_running_text_are_no_second_byline() -> None:
    assert roles(HEAD, "By Ana Silva", P, "FOLLOWING THE STORM", P, P)[3] == "subhead"
    assert roles(HEAD, SUMMARY, "ANA SILVA", "4 March 2026", P, P)[2] == "byline"
    assert roles(HEAD, "By Ana Silva", P, "By Rui Reis", P, P)[3] == "byline"


def test_a_short_line_heads_the_list_below_it() -> None:
    assert roles(HEAD, P, P, "What to know about the storm today\n• No boats\n• No trains", P)[3] == "subhead"


def test_a_name_that_ends_in_a_full_stop() -> None:
    found = read(HEAD, "Sam Whitfield Jr.", "4 March 2026", P, P)
    assert found["metadata"]["authors"] == [{"name": "Sam Whitfield Jr."}]
    assert roles(HEAD, "Nothing moved.", P, P)[1] != "byline"


@pytest.mark.parametrize(
    ("language", "ending", "credit"),
    [
        ("ja", " / 山田太郎", "山田太郎"),
        ("zh", "。 (王芳)", "王芳"),
        ("ko", " / 이서연", "이서연"),
        ("he", " / יעל כהן", "יעל כהן"),
    ],
)
def test_names_that_credit_in_scripts_without_capitals(language: str, ending: str, credit: str) -> None:
    caption, p = {
        "ja": ("完成した絵は校舎の階段に飾られる", "市の担当者は「通院の足を確保したい」と話している。"),
        "zh": ("市民排队参观展览", "市民表示，展览很精彩，今后还想再来参观，也会带朋友一起来。"),
        "ko": (
            "고양이가 항구에 나와 있다",
            "시에 따르면 항구는 수요일에 열리지 않았다. 시장은 파도가 높았다고 말했다.",
        ),
        "he": ("ראש העיר מבקר בנמל", "בעירייה אומרים כי בכוונתם להרחיב את השירות לשתי שכונות נוספות."),
    }[language]
    found = read(p[:12], p * 4, p * 4, caption + ending, p * 4, language=language)
    assert found["blocks"][3]["role"] == "caption"
    marked = [item for item in found["layers"]["field"]["annotations"] if item["type"] == "credit"]
    assert [item["spans"][0]["text"] for item in marked] == [credit]


def test_the_first_of_several_headings_in_capitals_is_the_headline() -> None:
    decks = ("FERRIES IDLE FOR A THIRD DAY.", "SCHOOLS CLOSED AND TRAINS FEW.")
    assert roles("STORM SHUTS HARBOR.", *decks, P, P)[:3] == ["headline", "deck", "deck"]
    paper = ("THE EXAMPLE COURIER.", "WEDNESDAY, FEBRUARY 14, 1912.")
    assert roles(*paper, "STORM SHUTS HARBOR.", *decks, P, P)[1:5] == ["date", "headline", "deck", "deck"]


def test_a_short_line_with_a_dash_is_no_dateline() -> None:
    assert "dateline" not in read(HEAD, "By Ana Silva", "Late Edition - Final", P, P)["metadata"]


def test_a_name_before_its_office_is_a_byline() -> None:
    found = read(HEAD, "Ana Silva\nreporter", "4 March 2026", P, P)
    assert found["blocks"][1]["role"] == "byline"
    assert [author["name"] for author in found["metadata"]["authors"]] == ["Ana Silva"]


def test_words_below_running_text_are_no_second_byline_below_a_name_alone() -> None:
    assert roles(HEAD, "Ana Silva", "4 March 2026", P, "FOLLOWING THE STORM", P, P)[4] == "subhead"


@pytest.mark.parametrize(
    "line", ["ADVERTISEMENT", "- The harbour stays shut", "• The harbour stays shut", "## Harbour shut"]
)
def test_lines_that_stand_twice_below_text_are_no_title(line: str) -> None:
    text = "The harbour did not open, the mayor said."
    found = roles(HEAD, "By Ana Silva", "4 March 2026", text, line, text, line, P, P)
    assert found[:4] == ["headline", "byline", "date", "paragraph"]
