"""Authors, editors and their newsrooms that the text names."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, fields, read

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT

TAGLINE = "(Reporting by Joana Dias in Porto and Rui Reis; Editing by Ana Silva)"
REPORTERS = [{"name": "Joana Dias", "role": "reporter"}, {"name": "Rui Reis", "role": "reporter"}]
EDITOR = {"name": "Ana Silva", "role": "editor"}


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


def test_who_reported_an_article_without_a_byline_wrote_it() -> None:
    metadata = read(HEAD, P, TAGLINE)["metadata"]
    assert metadata["authors"] == REPORTERS
    assert metadata["contributors"] == [EDITOR]


def test_what_people_did_beside_those_of_the_byline_is_the_role_of_a_contributor() -> None:
    metadata = read(HEAD, "By Mary Smith", P, TAGLINE)["metadata"]
    assert metadata["authors"] == [{"name": "Mary Smith"}]
    assert metadata["contributors"] == [*REPORTERS, EDITOR]


def test_parts_of_a_tagline_that_name_nobody_are_passed_over() -> None:
    article = read(HEAD, P, "Reporting by Joana Dias; More to come; Editing by the night desk")
    assert article["metadata"]["authors"] == [{"name": "Joana Dias", "role": "reporter"}]
    assert "contributors" not in article["metadata"]


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


def test_words_of_a_sentence_are_no_name_in_a_script_without_capitals() -> None:
    body = "في حي قديم بالمدينة لا يرمي الخباز رغيفا واحدا، فالخبز الذي لا يباع يجف على السطح يومين ثم يدخل الفرن. " * 3
    article = read("خباز يحول فائض الخبز إلى وقود للفرن", "الخبز في الفرن", body, body)
    assert "authors" not in article["metadata"]


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


def test_the_surname_of_a_signature_in_capitals_before_a_full_stop() -> None:
    article = read(HEAD, P, P, "Rui REIS.")
    assert article["metadata"]["authors"] == [{"name": "Rui REIS"}]


def test_a_reporter_and_a_place_in_tortoise_shell_brackets() -> None:
    body = "屏東縣潮州鎮建基路口有一座小小的修傘攤，79歲的林進發在這裡坐了50年。" * 3
    article = read("潮州老師傅修傘50年 雨天不收錢", f"〔記者許麗娟／屏東報導〕{body}", body)
    assert article["metadata"]["authors"] == [{"name": "許麗娟"}]
    assert article["metadata"]["dateline"] == {"place": "屏東"}


def test_a_bureau_is_no_author() -> None:
    assert "authors" not in read(HEAD, "By The Coromandel Bureau", P, P)["metadata"]


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


def test_a_label_inside_a_byline_ends_the_name_before_it() -> None:
    article = read(HEAD, "By Ana Silva Edited By: Rui Reis", P, P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert article["metadata"]["contributors"] == [{"name": "Rui Reis", "role": "editor"}]


def test_a_chinese_name_that_is_spread_over_a_blank() -> None:
    article = read("一根扁担挑出的图书馆", "本报记者 郑 洋 高佳", "天刚蒙蒙亮，山路上传来吱呀吱呀的响声。" * 9)
    assert article["metadata"]["authors"] == [{"name": "郑 洋"}, {"name": "高佳"}]


def test_a_caption_that_ends_with_the_office_of_its_photographer_is_no_byline() -> None:
    body = "대구 중구의 한 골목 횡단보도에 보행 시간이 두 배 긴 신호등이 설치됐다. " * 3
    article = read("골목에 느린 신호등 등장", body, "신호등 앞을 지나는 주민들. [사진=남지호 기자]", body)
    assert [block["role"] for block in article["blocks"]][2] == "caption"
    assert "authors" not in article["metadata"]


def test_a_name_before_a_bar_and_a_newsroom_in_a_script_without_capitals() -> None:
    body = "עשרים ספסלים מדברים הוצבו השבוע לאורך חומת הים. היושב עליהם שומע סיפור קצר שהקליטו דייגים ותיקים. " * 2
    article = read("העירייה הציבה ספסלים שמספרים סיפורים", "דנה לוי | חדשות הצפון", body, body)
    assert article["metadata"]["authors"][0]["name"] == "דנה לוי"


def test_a_paper_below_its_author_is_the_affiliation_and_no_source() -> None:
    article = read(HEAD, "By Ana Silva", "Al Jazeera", "4 March 2026", P, P)
    assert article["metadata"]["authors"] == [{"name": "Ana Silva", "affiliation": "Al Jazeera"}]
    assert "sources" not in article["metadata"]


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


def test_a_label_inside_a_list_of_names_says_what_they_did() -> None:
    found = read(HEAD, P, P, "(Reporting by Ana Silva, editing by Rui Reis)")["metadata"]
    assert found["authors"] == [{"name": "Ana Silva", "role": "reporter"}]
    assert found["contributors"] == [{"name": "Rui Reis", "role": "editor"}]


def test_a_place_of_one_word_after_the_author() -> None:
    for place in ("Lisbon", "Saint-Étienne"):
        authors = read(HEAD, f"By Ana Silva, {place}", P)["metadata"]["authors"]
        assert [author["name"] for author in authors] == ["Ana Silva"], place


@pytest.mark.parametrize("words", ["Published 4 March 2026", "Published: 4 March 2026", "4 March 2026"])
def test_a_byline_may_have_its_day_after_a_bar(words: str) -> None:
    metadata = read(HEAD, f"By Ana Silva | {words}", P)["metadata"]
    assert metadata["authors"] == [{"name": "Ana Silva"}]
    assert metadata["published"] == "2026-03-04"


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


@pytest.mark.parametrize("line", ["Tekst: Ana Silva Foto: Rui Reis", "Tekst: Ana Silva, Foto: Rui Reis"])
def test_who_wrote_and_who_took_the_picture_may_share_a_line(line: str) -> None:
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language="da"))
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert ("credit", "Rui Reis", None) in fields(article)


@pytest.mark.parametrize(
    "line", ["By Kate Brown For The Courier", "By KATE BROWN FOR THE COURIER", "Kate Brown in New York"]
)
def test_an_author_writes_for_a_paper_or_in_a_city(line: str) -> None:
    assert read(HEAD, line, P, P)["metadata"]["authors"] == [{"name": "Kate Brown"}]


def test_the_staff_of_a_broadcaster_is_no_author() -> None:
    metadata = read(HEAD, "By Al Jazeera Staff", P, P)["metadata"]
    assert "authors" not in metadata
    assert metadata["sources"] == [{"name": "Al Jazeera"}]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Анна Смирнова, специально для «Утреннего курьера»"),
        ("uk", "Олена Шевченко, Ранковий кур’єр"),
        ("hr", "Ivana Horvat, za Jutarnji kurir"),
        ("cs", "Jana Nováková, České Budějovice"),
    ],
)
def test_a_paper_or_a_place_of_several_words_after_a_name_is_no_author(language: str, line: str) -> None:
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language=language))
    assert article["blocks"][1]["role"] == "byline"
    assert article["metadata"]["authors"] == [{"name": line.partition(",")[0]}]


def test_words_and_a_paper_after_a_name_are_no_byline_if_they_go_on() -> None:
    line = "Олена Шевченко, Ранковий кур’єр приїхав до міста"
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language="uk"))
    assert article["blocks"][1]["role"] != "byline"


def test_the_slovene_word_for_and_joins_authors() -> None:
    line = "Jože Škrlj in Špela Vidmar"
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language="sl"))
    assert article["metadata"]["authors"] == [{"name": "Jože Škrlj"}, {"name": "Špela Vidmar"}]


@pytest.mark.parametrize(
    "name",
    [
        "María José de la Fuente",
        "Thandeka Mokoena ka Zulu",
        "Njeri wa Kamau",
        "Giulia dell'Acqua",
        "Jiří Novák ml.",
        "Rev. Jesse Lowe",
        "Su-Lin D'Arcy Jr.",
        "W.E.B. Moore",
    ],
)
@pytest.mark.parametrize("by", ["", "By "])
def test_small_words_titles_and_elisions_belong_to_names(by: str, name: str) -> None:
    assert read(HEAD, by + name, P, P)["metadata"]["authors"] == [{"name": name}]


def test_a_name_without_blanks_before_a_latin_one_is_no_place() -> None:
    metadata = read(HEAD, P, P, "— 山田太郎, Noël Çelik")["metadata"]
    assert metadata["authors"] == [{"name": "山田太郎"}, {"name": "Noël Çelik"}]


@pytest.mark.parametrize("line", ["Ana Silva / TVN24", "Ana Silva | Denník N", "Ana Silva, N1"])
def test_who_writes_for_a_paper_is_named_above_the_text_rather_than_who_took_a_picture_for_it(line: str) -> None:
    language = "sk" if "Denník" in line else "pl" if "TVN" in line else "hr"
    summary = "Nobody knows when boats will sail again, the mayor of the islands says to the paper."
    article = FORMAT.read(f"{HEAD}\n{summary}\n{line}\n{P}\n{P}\n{P}".encode(), ReadOptions(language=language))
    assert [block["role"] for block in article["blocks"][1:3]] == ["standfirst", "byline"]
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva"]


@pytest.mark.parametrize(
    "line", ["Elif Demir, Norvik belediye başkanı (İHA)", "Fagy Ilona, Norvik polgármestere (AFP)"]
)
def test_who_is_shown_before_an_agency_is_no_author(line: str) -> None:
    language = "tr" if "İHA" in line else "hu"
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language=language))
    assert article["blocks"][1]["role"] == "caption"


def test_a_name_may_have_a_day_without_its_year_and_a_time_after_a_dash() -> None:
    article = read(HEAD, "Ana Silva — March 5, 12:30", P, P)
    assert article["blocks"][1]["role"] == "byline"
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert read(HEAD, "Lisbon Harbour — March 5", P, P)["blocks"][1]["role"] != "byline"


def test_a_place_beside_an_author_says_nothing_about_the_author() -> None:
    article = read(HEAD, "By Ana Silva, New Delhi", f"New Delhi: {P}", P)
    assert article["blocks"][2]["role"] == "paragraph"
    assert article["metadata"]["dateline"] == {"place": "New Delhi"}
