"""Metadata that the text states, and the words that ground it."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def read(*blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}))


def fields(article: Article) -> list[tuple[str, str, str | None]]:
    """Type, quoted words and value of each field annotation but the title."""
    return [
        (item["type"], item["spans"][0]["text"], item.get("attributes", {}).get("value"))
        for item in article["layers"]["field"]["annotations"]
        if item["type"] != "title"
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert read(f"{P} {P}")["layers"] == {"field": {"annotations": []}}


def test_the_headline_is_the_title() -> None:
    article = read(HEAD, P)
    (title,) = article["layers"]["field"]["annotations"]
    assert title["spans"] == [{"block": "b1", "start": 0, "end": 26, "text": HEAD}]
    assert article["metadata"] == {"title": HEAD}


def test_authors_in_capitals_have_their_usual_form_as_value() -> None:
    article = read(HEAD, "By ANA SILVA, K. V. RAMESH and Rui Reis", P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}, {"name": "K. V. Ramesh"}, {"name": "Rui Reis"}]
    expected = [
        ("authors", "ANA SILVA", "Ana Silva"),
        ("authors", "K. V. RAMESH", "K. V. Ramesh"),
        ("authors", "Rui Reis", None),
    ]
    assert fields(article) == expected


@pytest.mark.parametrize("name", ["JOHN MCDONALD", "LUDO VAN DER BERG", "REUTERS"])
def test_a_name_in_capitals_whose_usual_form_is_not_certain_stays(name: str) -> None:
    assert read(HEAD, f"By {name}", P)["metadata"]["authors"] == [{"name": name}]


def test_an_agency_after_the_author_is_the_affiliation() -> None:
    article = read(HEAD, "By Ana Silva, Associated Press", P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva", "affiliation": "Associated Press"}]


def test_a_credit_names_photographer_and_agency_and_no_source() -> None:
    article = read(HEAD, "Waves at the pier [Joana Dias/AFP via Getty Images]", P)
    assert article["metadata"]["contributors"] == [
        {"name": "Joana Dias", "role": "photographer"},
        {"name": "AFP", "role": "photo_agency"},
        {"name": "Getty Images", "role": "photo_agency"},
    ]
    assert "sources" not in article["metadata"]
    assert fields(article)[0] == ("credit", "Joana Dias/AFP via Getty Images", None)


def test_the_words_photo_by_are_no_part_of_the_credit() -> None:
    article = read(HEAD, "Waves at the pier. (Photo by Joana Dias/AP)", P)
    assert fields(article)[0] == ("credit", "Joana Dias/AP", None)


def test_a_source_is_grounded_on_its_name() -> None:
    article = read(HEAD, P, "Source: Al Jazeera")
    assert article["metadata"]["sources"] == [{"name": "Al Jazeera"}]
    assert fields(article) == [("sources", "Al Jazeera", None)]


def test_several_sources() -> None:
    assert read(HEAD, P, "Sources: AP, Reuters")["metadata"]["sources"] == [{"name": "AP"}, {"name": "Reuters"}]


def test_a_dateline_without_year_gives_no_date() -> None:
    article = read(HEAD, f"LISBON, March 4 (AP) — {P}", P)
    assert article["blocks"][1]["role"] == "paragraph"
    assert article["metadata"]["dateline"] == {"place": "Lisbon"}
    assert fields(article) == [("dateline.place", "LISBON", "Lisbon"), ("sources", "AP", None)]


def test_a_dateline_with_year_gives_its_date() -> None:
    article = read(HEAD, f"RIO DE JANEIRO, 4 March 2026 (Reuters) - {P}", P)
    assert article["metadata"]["dateline"] == {"place": "Rio de Janeiro", "date": "2026-03-04"}


@pytest.mark.parametrize("start", ["Storm — the worst in years. ", "The mayor (Marta Costa) - ", "What: nothing. "])
def test_a_dash_alone_makes_no_dateline(start: str) -> None:
    assert "dateline" not in read(HEAD, start + P, P)["metadata"]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("March 4, 2026", "published", "2026-03-04"),
        ("4th March 2026", "published", "2026-03-04"),
        ("2026-03-04", "published", "2026-03-04"),
        ("Published: March 4, 2026 at 6:05 PM GMT", "published", "2026-03-04T18:05:00Z"),
        ("2026-03-04T18:05:00+0100", "published", "2026-03-04T18:05:00+01:00"),
        ("Last updated: 25/12/2025", "updated", "2025-12-25"),
        ("Last updated: 12/25/2025", "updated", "2025-12-25"),
        ("Published: March 4, 2026 at 18:05 GMT", "published", "2026-03-04T18:05:00Z"),
        ("Published: March 4, 2026 at 12:05 am", "published", "2026-03-04T00:05:00"),
        ("Published: 2026-03-04 18:05 UTC", "published", "2026-03-04T18:05:00Z"),
    ],
)
def test_dates_are_normalised(line: str, key: str, value: str) -> None:
    assert read(HEAD, line, P)["metadata"].get(key) == value


@pytest.mark.parametrize(
    "line",
    [
        "04/03/2026",
        "February 30, 2026",
        "2026-02-30",
        "2026-03-04T25:00",
    ],
)
def test_an_ambiguous_or_impossible_date_is_not_normalised(line: str) -> None:
    article = read(HEAD, line, P)
    assert "published" not in article["metadata"]
    assert fields(article) == []


@pytest.mark.parametrize(
    ("line", "words", "value"),
    [
        ("Published: March 4, 2026 at 25:05", "March 4, 2026", "2026-03-04"),
        ("Published: March 4, 2026 at 13:05 pm", "March 4, 2026 at 13:05", "2026-03-04T13:05:00"),
    ],
)
def test_what_cannot_be_a_time_is_left_out_of_the_date(line: str, words: str, value: str) -> None:
    assert fields(read(HEAD, line, P)) == [("published", words, value)]


TAGLINE = "(Reporting by Joana Dias in Porto and Rui Reis; Editing by Ana Silva)"
REPORTERS = [{"name": "Joana Dias", "role": "reporter"}, {"name": "Rui Reis", "role": "reporter"}]
EDITOR = {"name": "Ana Silva", "role": "editor"}


def test_who_reported_an_article_without_a_byline_wrote_it() -> None:
    metadata = read(HEAD, P, TAGLINE)["metadata"]
    assert metadata["authors"] == REPORTERS
    assert metadata["contributors"] == [EDITOR]


def test_what_people_did_beside_those_of_the_byline_is_the_role_of_a_contributor() -> None:
    metadata = read(HEAD, "By Mary Smith", P, TAGLINE)["metadata"]
    assert metadata["authors"] == [{"name": "Mary Smith"}]
    assert metadata["contributors"] == [*REPORTERS, EDITOR]


def test_rights_keywords_and_address() -> None:
    article = read(
        HEAD,
        P,
        "Tags: storm, harbour",
        "URL: https://example.org/1",
        "© 2026 The Associated Press. All rights reserved.",
    )
    assert article["metadata"]["keywords"] == ["storm", "harbour"]
    assert article["metadata"]["url"] == "https://example.org/1"
    assert article["metadata"]["rights"] == {
        "holder": "The Associated Press",
        "notice": "© 2026 The Associated Press. All rights reserved.",
    }


def test_the_first_date_of_a_kind_counts() -> None:
    article = read(HEAD, "March 4, 2026", P, P, "Published: March 5, 2026")
    assert article["metadata"]["published"] == "2026-03-04"
    assert fields(article) == [("published", "March 4, 2026", "2026-03-04")]


def test_the_first_dateline_counts() -> None:
    article = read(HEAD, "LISBON, March 4, 2026", f"PORTO, March 5 (AP) — {P}")
    assert article["metadata"]["dateline"] == {"place": "Lisbon", "date": "2026-03-04"}


def test_the_agency_of_a_second_dateline_is_a_source() -> None:
    article = read(HEAD, "LISBON, March 4, 2026", f"PORTO, March 5 (AP) — {P}")
    assert article["metadata"]["sources"] == [{"name": "AP"}]


def test_an_agency_without_a_place_is_a_source_and_no_dateline() -> None:
    article = read(HEAD, f"(AP) — {P}", P)
    assert article["metadata"] == {"title": HEAD, "sources": [{"name": "AP"}]}


@pytest.mark.parametrize(
    ("written", "place"), [("Rio De Janeiro", "Rio De Janeiro"), ("ST. LOUIS", "ST. LOUIS"), ("LISBON", "Lisbon")]
)
def test_a_place_is_changed_only_where_its_usual_form_is_certain(written: str, place: str) -> None:
    assert read(HEAD, f"{written} (AP) — {P}", P)["metadata"]["dateline"] == {"place": place}


def test_parts_of_a_tagline_that_name_nobody_are_passed_over() -> None:
    article = read(HEAD, P, "Reporting by Joana Dias; More to come; Editing by the night desk")
    assert article["metadata"]["authors"] == [{"name": "Joana Dias", "role": "reporter"}]
    assert "contributors" not in article["metadata"]


def test_the_first_notice_and_the_first_address_count() -> None:
    notices = "© 2026 The Example.", "© 2027 The Other."
    article = read(HEAD, P, *notices, "URL: https://example.org/1", "URL: https://example.org/2")
    assert article["metadata"]["rights"] == {"holder": "The Example", "notice": "© 2026 The Example."}
    assert article["metadata"]["url"] == "https://example.org/1"


def test_a_keyword_stands_once_and_each_of_its_places_is_grounded() -> None:
    article = read(HEAD, P, "Tags: storm, harbour, storm, ,")
    assert article["metadata"]["keywords"] == ["storm", "harbour"]
    assert [words for _, words, _ in fields(article)] == ["storm", "harbour", "storm"]


@pytest.mark.parametrize(("line", "role"), [("Tags: ,;", "tags"), ("#", "boilerplate"), ("Photo: .", "credit")])
def test_a_line_that_names_nothing_gives_no_metadata(line: str, role: str) -> None:
    article = read(HEAD, P, line)
    assert article["blocks"][-1]["role"] == role
    assert article["metadata"] == {"title": HEAD}
    assert fields(article) == []


def test_what_a_part_of_a_byline_says_by_its_own_label() -> None:
    article = read(HEAD, "Written by: Ana Silva, Edited by: Rui Reis", P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert article["metadata"]["contributors"] == [{"name": "Rui Reis", "role": "editor"}]


def test_a_part_of_a_byline_may_say_when_it_was_updated() -> None:
    article = read(HEAD, "By Ana Silva | Updated: 5 March 2026", P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert article["metadata"]["updated"] == "2026-03-05"


def test_a_newsroom_and_its_place_under_a_byline_is_the_affiliation() -> None:
    article = read("سرخی جو ایک سطر میں ہے", "شازیہ نواز\nروزنامہ صدائے سندھ، حیدرآباد", "یہ ایک پیراگراف ہے۔ " * 9)
    assert article["metadata"]["authors"] == [{"name": "شازیہ نواز", "affiliation": "روزنامہ صدائے سندھ"}]


def test_a_name_with_its_place_in_a_script_without_capitals() -> None:
    body = "في حي قديم بالمدينة لا يرمي الخباز رغيفا واحدا، فالخبز الذي لا يباع يجف على السطح يومين ثم يدخل الفرن. " * 3
    article = read("خباز يحول فائض الخبز إلى وقود للفرن", "سمية بن صالح - تونس", body, body)
    assert [block["role"] for block in article["blocks"]][1] == "byline"
    assert article["metadata"]["authors"] == [{"name": "سمية بن صالح"}]


def test_words_of_a_sentence_are_no_name_in_a_script_without_capitals() -> None:
    body = "في حي قديم بالمدينة لا يرمي الخباز رغيفا واحدا، فالخبز الذي لا يباع يجف على السطح يومين ثم يدخل الفرن. " * 3
    article = read("خباز يحول فائض الخبز إلى وقود للفرن", "الخبز في الفرن", body, body)
    assert "authors" not in article["metadata"]


def test_the_time_of_an_update_beside_the_day_of_publication() -> None:
    article = read(HEAD, "Published: 3 March 2026, 14:20 | Updated: 15:05", P)
    assert article["metadata"]["published"] == "2026-03-03T14:20:00"
    assert article["metadata"]["updated"] == "2026-03-03T15:05:00"
    assert ("updated", "15:05", "2026-03-03T15:05:00") in fields(article)


@pytest.mark.parametrize("line", ["Published: 3 March 2026, 14:20 | Updated: 09:05", "Updated: 15:05"])
def test_a_time_that_may_be_of_another_day_is_no_update(line: str) -> None:
    assert "updated" not in read(HEAD, line, P)["metadata"]


def test_an_editor_after_a_bar() -> None:
    article = read("县城里的修表匠，把时间还给了菜市场", "编辑 | 周一鸣 | 校对 | 王芳", "钟声来自角落里的修表摊。" * 12)
    assert {"name": "周一鸣", "role": "editor"} in article["metadata"]["contributors"]


def test_a_blank_divides_chinese_names_and_is_in_a_japanese_one() -> None:
    chinese = read("县城里的修表匠，把时间还给了菜市场", "钟声来自角落里的修表摊。" * 12, "（编辑：严玉洁 王辉）")
    assert [each["name"] for each in chinese["metadata"]["contributors"]] == ["严玉洁", "王辉"]
    japanese = read(
        "灯台で一晩、本を読む宿が開業", "佐藤 花子", "地元では空き家となった官舎の保存が課題となっていた。" * 6
    )
    assert japanese["metadata"]["authors"] == [{"name": "佐藤 花子"}]


def test_a_place_before_the_reporter_of_a_korean_paper() -> None:
    body = "우체국을 연 이는 퇴직 집배원 서만복 씨다. 그는 요즘은 모두 너무 빨리 답장을 기다린다고 말했다. " * 3
    article = read("섬마을 우체통에 쌓이는 느린 편지", "통영=박지수 기자", body, body)
    assert article["metadata"]["authors"] == [{"name": "박지수"}]
    assert article["metadata"]["dateline"] == {"place": "통영"}


def test_a_paper_before_the_name_of_its_author() -> None:
    body = "في حي قديم بالمدينة لا يرمي الخباز رغيفا واحدا، فالخبز الذي لا يباع يجف على السطح يومين ثم يدخل الفرن. " * 3
    article = read("ناعورة عمرها قرنان تعود لسقي البساتين", "الأطلس الإلكترونية - ياسين أمزيان", body, body)
    assert article["metadata"]["authors"] == [{"name": "ياسين أمزيان", "affiliation": "الأطلس الإلكترونية"}]


def test_a_correspondent_of_a_place_is_no_author() -> None:
    body = "টাঙ্গুয়ার হাওরপাড়ের মানুষের জন্য চালু হওয়া ভাসমান হাসপাতালে গত দুই বছরে একশটি শিশুর জন্ম হয়েছে। " * 3
    article = read("হাওরে ভাসমান হাসপাতাল", "সুনামগঞ্জ প্রতিনিধি\nহাওর টোয়েন্টিফোর ডটকম", body, body)
    assert "authors" not in article["metadata"]


def test_an_editor_in_brackets_after_the_last_sentence() -> None:
    body = "縣府文化處表示，將協助申請文化景觀登錄，預計夏天前完成第二期修復。"
    article = read("台東部落重啟百年水圳", body * 3, f"{body}（編輯：黃昱翔）1150131")
    assert article["metadata"]["contributors"] == [{"name": "黃昱翔", "role": "editor"}]


def test_an_updated_day_after_the_day_of_publication() -> None:
    article = read("台東部落重啟百年水圳", "2026/1/31 13:05（1/31 15:20 更新）", "縣府表示，將協助申請登錄。" * 9)
    assert article["metadata"]["published"] == "2026-01-31T13:05:00"


def test_the_headline_of_a_wire_without_its_marks() -> None:
    article = read("^BC-US--Frozen Piano, 2nd Ld-Writethru,420", "^Storm shuts Lisbon harbour<", "^By ANA SILVA=", P, P)
    assert article["metadata"] == {"title": HEAD, "authors": [{"name": "Ana Silva"}]}
    assert [block["role"] for block in article["blocks"]][:3] == ["other", "headline", "byline"]


def test_the_surname_of_a_signature_in_capitals_before_a_full_stop() -> None:
    article = read(HEAD, P, P, "Rui REIS.")
    assert article["metadata"]["authors"] == [{"name": "Rui REIS"}]


def test_a_name_in_a_city_is_a_byline_without_a_cue() -> None:
    article = read(
        HEAD, "The mail arrives by camel in the far north. It takes a week.", "Nadia Brookes in Marsabit", P, P
    )
    assert [block["role"] for block in article["blocks"]][2] == "byline"
    assert article["metadata"]["authors"] == [{"name": "Nadia Brookes"}]


def test_a_line_of_dates_that_ends_in_a_city() -> None:
    article = read(HEAD, "January 31, 2026 12:05 pm | Updated 01:10 pm IST - CHENNAI", P, P)
    assert article["metadata"]["published"] == "2026-01-31T12:05:00"
    assert article["metadata"]["updated"] == "2026-01-31T13:10:00"
    assert article["metadata"]["dateline"] == {"place": "Chennai"}


def test_a_reporter_and_a_place_in_tortoise_shell_brackets() -> None:
    body = "屏東縣潮州鎮建基路口有一座小小的修傘攤，79歲的林進發在這裡坐了50年。" * 3
    article = read("潮州老師傅修傘50年 雨天不收錢", f"〔記者許麗娟／屏東報導〕{body}", body)
    assert article["metadata"]["authors"] == [{"name": "許麗娟"}]
    assert article["metadata"]["dateline"] == {"place": "屏東"}


def test_a_bureau_is_no_author() -> None:
    assert "authors" not in read(HEAD, "By The Coromandel Bureau", P, P)["metadata"]


def test_two_reporters_of_a_korean_agency() -> None:
    body = "부산항 신선대 부두에 버려진 컨테이너를 개조한 작은 천문대가 문을 열었다. " * 3
    article = read("버려진 컨테이너가 천문대로", f"(부산=연합뉴스) 김선하 박성우 기자 = {body}", body)
    assert article["metadata"]["authors"] == [{"name": "김선하"}, {"name": "박성우"}]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Fiona Marchbank Environment correspondent", [("Fiona Marchbank", "Environment correspondent", None)]),
        ("By Reporter Ana Silva", [("Ana Silva", "Reporter", None)]),
        ("By Ana Silva | Staff Writer", [("Ana Silva", "Staff Writer", None)]),
        ("By Ana Silva\nContinental Press Writer", [("Ana Silva", None, "Continental Press")]),
        ("By Ana Silva, Reuters", [("Ana Silva", None, "Reuters")]),
        ("The Standard Bureau", []),
        ("By The Weekly Courier", []),
        ("Reporting from Leoti, Kan.", []),
        ("By A.C. Courier.com", []),
        ("A.C. with AFP", []),
        ("By Ana Silva\nRui Reis, Staff Writer", [("Ana Silva", None, None), ("Rui Reis", "Staff Writer", None)]),
        ("By Ana Silva\nManila Banner / 05:12 AM March 4, 2026", [("Ana Silva", None, None)]),
    ],
)
def test_offices_and_newsrooms_are_told_from_authors(
    byline: str, authors: list[tuple[str, str | None, str | None]]
) -> None:
    found = read(HEAD, byline, P, P, P)["metadata"].get("authors", [])
    assert [(one["name"], one.get("role"), one.get("affiliation")) for one in found] == authors


def test_the_agency_of_an_author_brings_the_report() -> None:
    assert read(HEAD, "By Ana Silva, Reuters", P, P)["metadata"]["sources"] == [{"name": "Reuters"}]
    assert "sources" not in read(HEAD, "By Ana Silva, The Guardian", P, P)["metadata"]


@pytest.mark.parametrize(
    ("notice", "holder"),
    [
        ("Copyright 2026 Caprock Broadcasting, Inc. All rights reserved.", "Caprock Broadcasting, Inc."),
        ("© Example Media Ltd", "Example Media Ltd"),
        ("© dpa-infocom, dpa:261103-930-12345/1", "dpa-infocom"),
        ("© 2026 Example, all rights reserved", "Example"),
    ],
)
def test_a_holder_keeps_its_legal_form(notice: str, holder: str) -> None:
    assert read(HEAD, P, P, P, notice)["metadata"]["rights"]["holder"] == holder


def test_keywords_may_stand_between_slashes() -> None:
    found = read(HEAD, P, P, "Tags: Kerala / agriculture / AC/DC")["metadata"]["keywords"]
    assert found == ["Kerala", "agriculture", "AC/DC"]


def test_a_label_inside_a_byline_ends_the_name_before_it() -> None:
    article = read(HEAD, "By Ana Silva Edited By: Rui Reis", P, P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert article["metadata"]["contributors"] == [{"name": "Rui Reis", "role": "editor"}]


def test_dates_with_a_zone_in_brackets() -> None:
    article = read(
        HEAD, "Publish Date: Sat, 31 Jan 2026 08:14 PM (IST)\nUpdated Date: Sat, 31 Jan 2026 09:02 PM (IST)", P
    )
    assert article["metadata"]["published"] == "2026-01-31T20:14:00"
    assert article["metadata"]["updated"] == "2026-01-31T21:02:00"


def test_a_place_after_its_newsroom_opens_the_text_under_a_standfirst() -> None:
    body = "शहर के सेवानिवृत्त डाकिए के घर में लोहे का एक पुराना बक्सा है, जिसमें तीस साल के लावारिस खत रखे हैं। " * 3
    summary = "सेवानिवृत्त डाकिए ने ऐसे पत्र सहेजे हैं, जिनके पते पर कोई नहीं मिला।"
    lead = f"जागरण संवाददाता, गोरखपुर। {body}"
    article = read("डाकिए ने संभाल कर रखे खत", summary, "By राकेश तिवारी", lead, body)
    assert article["metadata"]["dateline"] == {"place": "गोरखपुर"}


def test_a_chinese_name_that_is_spread_over_a_blank() -> None:
    article = read("一根扁担挑出的图书馆", "本报记者 郑 洋 高佳", "天刚蒙蒙亮，山路上传来吱呀吱呀的响声。" * 9)
    assert article["metadata"]["authors"] == [{"name": "郑 洋"}, {"name": "高佳"}]


def test_the_column_in_brackets_above_a_headline_is_no_source() -> None:
    article = read("（走进乡村看小康）", "一根扁担挑出的图书馆", "天刚蒙蒙亮，山路上传来吱呀吱呀的响声。" * 9)
    assert [block["role"] for block in article["blocks"]] == ["kicker", "headline", "paragraph"]


def test_a_quotation_with_its_speaker_above_a_credit_is_no_caption() -> None:
    article = read(HEAD, P, "“We sit until the chapter is done,” he said.", "Photo: Ana Silva", P)
    assert [block["role"] for block in article["blocks"]] == [
        "headline",
        "paragraph",
        "paragraph",
        "credit",
        "paragraph",
    ]


def test_speakers_in_capitals_are_no_places() -> None:
    lines = ["LUCIE MARNIER : How are you today, so early in the morning?", "ANSELME GUIDOUX : I am well, thank you."]
    assert "dateline" not in read("A bell is consoled", *lines, *lines)["metadata"]
    assert read(HEAD, f"LISBON: {P}", P)["metadata"]["dateline"] == {"place": "Lisbon"}


def test_a_caption_that_ends_with_the_office_of_its_photographer_is_no_byline() -> None:
    body = "대구 중구의 한 골목 횡단보도에 보행 시간이 두 배 긴 신호등이 설치됐다. " * 3
    article = read("골목에 느린 신호등 등장", body, "신호등 앞을 지나는 주민들. [사진=남지호 기자]", body)
    assert [block["role"] for block in article["blocks"]][2] == "caption"
    assert "authors" not in article["metadata"]


def test_a_name_before_a_bar_and_a_newsroom_in_a_script_without_capitals() -> None:
    body = "עשרים ספסלים מדברים הוצבו השבוע לאורך חומת הים. היושב עליהם שומע סיפור קצר שהקליטו דייגים ותיקים. " * 2
    article = read("העירייה הציבה ספסלים שמספרים סיפורים", "דנה לוי | חדשות הצפון", body, body)
    assert article["metadata"]["authors"][0]["name"] == "דנה לוי"


def test_a_place_before_a_dash_in_arabic() -> None:
    body = "أطلق صيادون في بحيرة ناصر مشروعا لزراعة الشاي والنعناع في صناديق خشبية فوق قواربهم القديمة. " * 3
    assert read("صيادو البحيرة يزرعون الشاي", f"أسوان - {body}", body)["metadata"]["dateline"] == {"place": "أسوان"}
    assert "dateline" not in read("صيادو البحيرة يزرعون الشاي", f"من على القارب - {body}", body)["metadata"]


def test_a_paper_below_its_author_is_the_affiliation_and_no_source() -> None:
    article = read(HEAD, "By Ana Silva", "Al Jazeera", "4 March 2026", P, P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva", "affiliation": "Al Jazeera"}]
    assert "sources" not in article["metadata"]


def test_a_dateline_with_a_time_of_day_says_when_the_page_was_published() -> None:
    assert read(HEAD, "LISBON, 3 November 2026, 12:15", P)["metadata"]["published"] == "2026-11-03T12:15:00"
    assert "published" not in read(HEAD, "LISBON, 3 November 2026", P)["metadata"]


def test_a_paper_before_a_name_is_where_its_bearer_works() -> None:
    found = read("Le bac du Trieux reprend du service", "Ouest-France Ana SILVA", "Publié le 04/11/2026 à 07h45", P, P)
    assert found["metadata"]["authors"] == [{"name": "Ana SILVA", "affiliation": "Ouest-France"}]


TITLE_BN = "ভ্যানে করে স্কুল ঘোরে, চালক নিজেই পড়ান অঙ্ক"
P_BN = "রংপুরের পীরগাছা উপজেলার চরাঞ্চলে একটি ভ্যানে বসেছে ব্ল্যাকবোর্ড, তাক আর ১২টি মোড়া। প্রতিদিন বিকেলে তিনটি গ্রাম ঘুরে আসে।"
TITLE_AR = "نحّال بلجرشي يربط خلاياه بالأقمار ويبيع العسل قبل قطفه"
P_AR = "لم يعد النحّال سعد الغامدي يصعد الجبل كل صباح ليتفقد خلاياه في محافظة بلجرشي، فقد ثبّت في 60 خلية منها مجسات."


def test_an_office_and_its_city_are_a_byline_that_names_nobody() -> None:
    article = read(TITLE_BN, "নিজস্ব প্রতিবেদক, রংপুর", "০৩ নভেম্বর, ২০২৬", P_BN, P_BN)
    assert [block["role"] for block in article["blocks"]][:3] == ["headline", "byline", "date"]
    assert "authors" not in article["metadata"]


def test_a_name_with_its_place_in_brackets_above_a_day_in_a_script_without_capitals() -> None:
    day = "الثلاثاء 03 نوفمبر 2026"
    article = read(TITLE_AR, "عبدالله آل مسفر (الباحة)", day, P_AR, P_AR)
    assert article["metadata"]["authors"] == [{"name": "عبدالله آل مسفر"}]
    assert article["metadata"]["dateline"] == {"place": "الباحة"}
    for other in ("عبدالله آل مسفر (رويترز)", "عبدالله آل مسفر (صورة)", "آل مسفر في الباحة مع ابنه (الباحة)"):
        assert "authors" not in read(TITLE_AR, other, day, P_AR, P_AR)["metadata"]
    assert "authors" not in read(TITLE_AR, "عبدالله آل مسفر (الباحة)", P_AR, P_AR)["metadata"]


def test_an_office_in_brackets_is_no_place() -> None:
    article = read(TITLE_AR, "بقلم: عبدالله آل مسفر (مراسل)", P_AR, P_AR)
    assert "dateline" not in article["metadata"]


def test_a_word_joined_to_a_name_is_no_part_of_it() -> None:
    p = "በጅማ ዞን ለአይነ ስውራን ወጣቶች የቡና ቅምሻ ሥልጠና መስጠት ተጀመረ። ሥልጠናውን የሚሰጡት አቶ ታደሰ ገመቹ ናቸው ብለዋል።"
    article = read("በጅማ የቡና ቅምሻ ለአይነ ስውራን ተጀመረ", p, p, "በሳሙኤል ወርቁ")
    assert article["metadata"]["authors"] == [{"name": "ሳሙኤል ወርቁ"}]


def test_who_took_the_pictures_is_no_author() -> None:
    metadata = read(
        HEAD,
        "Ana Silva (Text), Rui Reis (Fotos)",
        "4. März 2026, 5.30 Uhr",
        *["Der Hafen blieb am Mittwoch geschlossen, und das ist auch gut so."] * 3,
    )["metadata"]
    assert metadata["authors"] == [{"name": "Ana Silva"}]
    assert metadata["contributors"] == [{"name": "Rui Reis", "role": "photographer"}]


def test_a_newsroom_in_brackets_at_the_end_of_a_byline_is_whole() -> None:
    assert read(HEAD, "Ana Silva (Lisbon News)", "4 March 2026", P)["metadata"]["authors"] == [
        {"name": "Ana Silva", "affiliation": "Lisbon News"}
    ]


@pytest.mark.parametrize(("words", "agency"), [("dpa/lhe", "dpa"), ("dpa/AFP", "dpa/AFP"), ("AP/Storm", "AP/Storm")])
def test_an_agency_is_told_from_its_desk(words: str, agency: str) -> None:
    assert read(HEAD, f"Lisbon ({words}) - {P}")["metadata"]["sources"] == [{"name": agency}]


@pytest.mark.parametrize("name", ["taz", "n-tv.de", "t-online", "elDiario.es", "la Repubblica"])
def test_papers_whose_names_begin_with_a_small_letter(name: str) -> None:
    assert read(HEAD, P, P, f"Source: {name}")["metadata"]["sources"] == [{"name": name}]


def test_small_words_and_addresses_are_no_papers() -> None:
    assert "sources" not in read(HEAD, P, P, "Source: own research of the reporters")["metadata"]
    assert "sources" not in read(HEAD, P, P, "Source: https://www.example.org/news")["metadata"]


def test_an_agency_after_the_last_sentence_signs_the_report() -> None:
    assert read(HEAD, P, P, f"{P} (AFP)")["metadata"]["sources"] == [{"name": "AFP"}]
    assert "sources" not in read(HEAD, P, P, f"{P} (AFP)", P)["metadata"]
    assert "sources" not in read(HEAD, P, P, f"{P} (Ana)")["metadata"]
    assert "sources" not in read(HEAD, P, P, f"{P[:-1]} (AFP)")["metadata"]


def test_the_agency_whose_office_an_author_holds() -> None:
    metadata = read(HEAD, "By Ana Silva, PA Transport Correspondent", P)["metadata"]
    assert metadata["authors"] == [{"name": "Ana Silva", "role": "PA Transport Correspondent", "affiliation": "PA"}]
    assert metadata["sources"] == [{"name": "PA"}]


def test_a_place_after_the_author_that_the_report_names() -> None:
    named = read(HEAD, "By Ana Silva, New Delhi", f"NEW DELHI — {P}", P)["metadata"]
    assert [author["name"] for author in named["authors"]] == ["Ana Silva"]
    told = read(HEAD, "By Ana Silva, New Delhi", P, f"He lives in New Delhi. {P}")["metadata"]
    assert [author["name"] for author in told["authors"]] == ["Ana Silva"]
    other = read(HEAD, "By Ana Silva, Rui Reis", P, P)["metadata"]
    assert [author["name"] for author in other["authors"]] == ["Ana Silva", "Rui Reis"]


def test_a_place_in_capitals_beside_the_author_that_the_report_names() -> None:
    turkish = "Edirne'de liman çarşamba günü açılmadı, belediye başkanı dalgaların yüksek olduğunu söyledi."
    seed = f"Fırtına limanı üç gün kapattı\n\nÇağlar Işık/EDİRNE, (DHA)\n\n{turkish}\n\n{turkish}"
    metadata = FORMAT.read(seed.encode(), ReadOptions(layers={}, language="tr"))["metadata"]
    assert metadata["dateline"] == {"place": "Edirne"}
    assert metadata["authors"] == [{"name": "Çağlar Işık", "affiliation": "DHA"}]
    assert metadata["sources"] == [{"name": "DHA"}]


def test_a_korean_name_alone_is_no_place() -> None:
    text = "시에 따르면 항구는 수요일에 열리지 않았다. 시장은 파도가 너무 높았다고 말했다."
    metadata = read("폭풍에 항구가 사흘째 문을 닫았다", "박지훈", "2020.11.23", text, text)["metadata"]
    assert metadata["authors"] == [{"name": "박지훈"}]
    assert "dateline" not in metadata


def test_a_label_inside_a_list_of_names_says_what_they_did() -> None:
    found = read(HEAD, P, P, "(Reporting by Ana Silva, editing by Rui Reis)")["metadata"]
    assert found["authors"] == [{"name": "Ana Silva", "role": "reporter"}]
    assert found["contributors"] == [{"name": "Rui Reis", "role": "editor"}]


def test_a_place_of_one_word_after_the_author() -> None:
    for place in ("Lisbon", "Saint-Étienne"):
        authors = read(HEAD, f"By Ana Silva, {place}", P)["metadata"]["authors"]
        assert [author["name"] for author in authors] == ["Ana Silva"], place


P_PA = "ਪਿੰਡ ਜੱਸੀ ਬਾਗ ਵਾਲੀ ਦੀ ਪੰਚਾਇਤ ਨੇ ਧਰਤੀ ਹੇਠਲਾ ਪਾਣੀ ਬਚਾਉਣ ਲਈ ਹਰ ਐਤਵਾਰ ਸਾਰੇ ਟਿਊਬਵੈੱਲ ਬੰਦ ਰੱਖਣ ਦਾ ਫ਼ੈਸਲਾ ਕੀਤਾ ਹੈ।"


@pytest.mark.parametrize(
    ("who", "authors", "sources"),
    [
        ("ਅੰਮ੍ਰਿਤਪਾਲ ਸਿੰਘ ਵਲਾਣ", ["ਅੰਮ੍ਰਿਤਪਾਲ ਸਿੰਘ ਵਲਾਣ"], []),
        ("ਪੱਤਰ ਪ੍ਰੇਰਕ", [], []),
        ("ਪੀਟੀਆਈ", [], ["ਪੀਟੀਆਈ"]),
        ("ਏ ਐੱਨ ਆਈ", [], ["ਏ ਐੱਨ ਆਈ"]),
    ],
)
def test_who_stands_in_the_brackets_of_a_dateline_without_capitals(
    who: str, authors: list[str], sources: list[str]
) -> None:
    found = read("ਪੰਚਾਇਤ ਨੇ ਟਿਊਬਵੈੱਲ ’ਤੇ ਲਾਇਆ ਆਰਾਮ ਦਾ ਦਿਨ", f"ਬਠਿੰਡਾ, 3 ਨਵੰਬਰ ({who})-{P_PA}", P_PA)["metadata"]
    assert found["dateline"]["place"] == "ਬਠਿੰਡਾ"
    assert [author["name"] for author in found.get("authors", [])] == authors
    assert [source["name"] for source in found.get("sources", [])] == sources


def test_a_place_after_a_name_whose_letters_have_signs() -> None:
    article = read(TITLE_BN, "তানভীর হাসান, সুনামগঞ্জ", "প্রকাশ: ০৩ নভেম্বর ২০২৬", P_BN, P_BN)
    assert article["metadata"]["authors"] == [{"name": "তানভীর হাসান"}]


def test_a_day_in_two_calendars_with_a_time() -> None:
    text = "رباب‌ساز هرات ساز خود را در انبار گندم پنهان کرد و پس از سه سال فروخت"
    article = read(text, "سه شنبه ۱۲ آبان ۱۴۰۵ برابر با ۳ نوامبر ۲۰۲۶ ۱۴:۱۵", f"{text}. {text}.", f"{text}. {text}.")
    assert article["metadata"]["published"].startswith("2026-11-03")


def test_a_label_of_a_date_before_a_dash_is_no_place() -> None:
    found = read(HEAD, "ABN , Publish Date - Nov 03 , 2026 | 04:20 AM", P, P)["metadata"]
    assert "dateline" not in found
    assert "authors" not in found


def test_an_agency_by_its_initials_is_one_source() -> None:
    article = read(HEAD, "By Ana Silva, Associated Press", f"LISBON (AP) - {P}", P)
    assert article["metadata"]["sources"] == [{"name": "Associated Press"}]
    assert [each[1:] for each in fields(article) if each[0] == "sources"][-1] == ("AP", "Associated Press")


def test_a_line_of_sources_keeps_its_own_words() -> None:
    article = read(HEAD, f"LISBON (AP) - {P}", P, "Source: ap")
    assert article["metadata"]["sources"] == [{"name": "AP"}, {"name": "ap"}]


@pytest.mark.parametrize("words", ["Published 4 March 2026", "Published: 4 March 2026", "4 March 2026"])
def test_a_byline_may_have_its_day_after_a_bar(words: str) -> None:
    metadata = read(HEAD, f"By Ana Silva | {words}", P)["metadata"]
    assert metadata["authors"] == [{"name": "Ana Silva"}]
    assert metadata["published"] == "2026-03-04"


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© Слободен гласник. Крадењето авторски текстови е казниво.", "Слободен гласник"),
        ("© Преземањето е казниво.", None),
        ("Copyright слободен гласник", None),
    ],
)
def test_who_holds_the_rights_may_have_small_words_after_the_sign(line: str, holder: str | None) -> None:
    body = "Бунарот среде Галичник, за кој на таблата пишува дека никогаш не пресушува, пресуши пред три дена."
    text = f"Во Галичник пресуши бунарот на селото\n\n{body}\n\n{body}\n\n{line}"
    assert FORMAT.read(text.encode(), ReadOptions())["metadata"].get("rights", {}).get("holder") == holder


@pytest.mark.parametrize(
    "line", ["Ana Silva 4 March 2026", "Ana Silva 4 March 2026, 11:41", "By Ana Silva 4 March 2026"]
)
def test_a_name_may_have_its_day_right_after_it(line: str) -> None:
    metadata = read(HEAD, line, P, P)["metadata"]
    assert metadata["authors"] == [{"name": "Ana Silva"}]
    assert metadata["published"][:10] == "2026-03-04"


def test_a_name_may_have_its_day_and_an_update_after_it() -> None:
    body = "De kaart kwam tevoorschijn toen in het centrum in Breda een oude machine werd gesloopt. "
    metadata = read(HEAD, "Ana Silva 08-05-26, 11:41 Laatste update: 14:02", body * 2, body)["metadata"]
    assert metadata["authors"] == [{"name": "Ana Silva"}]
    assert metadata["published"] == "2026-05-08T11:41:00"


def test_initials_after_an_agency_credit_no_picture() -> None:
    article = read(HEAD, P, P, "The train left after the herd had moved on. PTI KDS MNB RG")
    assert article["blocks"][-1]["role"] == "paragraph"
    assert "credit" not in [each[0] for each in fields(article)]


@pytest.mark.parametrize("line", ["Tekst: Ana Silva Foto: Rui Reis", "Tekst: Ana Silva, Foto: Rui Reis"])
def test_who_wrote_and_who_took_the_picture_may_share_a_line(line: str) -> None:
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language="da"))
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert ("credit", "Rui Reis", None) in fields(article)
