"""Metadata that the text states, and the words that ground it: titles, sources, rights, keywords."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, fields, read

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT


def test_nothing_found_is_an_empty_list() -> None:
    assert read(f"{P} {P}")["layers"] == {"field": {"annotations": []}}


def test_the_headline_is_the_title() -> None:
    article = read(HEAD, P)
    (title,) = article["layers"]["field"]["annotations"]
    assert title["spans"] == [{"block": "b1", "start": 0, "end": 26, "text": HEAD}]
    assert article["metadata"] == {"title": HEAD}


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


def test_the_first_notice_and_the_first_address_count() -> None:
    notices = "© 2026 The Example.", "© 2027 The Other."
    article = read(HEAD, P, *notices, "URL: https://example.org/1", "URL: https://example.org/2")
    assert article["metadata"]["rights"] == {"holder": "The Example", "notice": "© 2026 The Example."}
    assert article["metadata"]["url"] == "https://example.org/1"


def test_the_headline_of_a_wire_without_its_marks() -> None:
    article = read("^BC-US--Frozen Piano, 2nd Ld-Writethru,420", "^Storm shuts Lisbon harbour<", "^By ANA SILVA=", P, P)
    assert article["metadata"] == {"title": HEAD, "authors": [{"name": "Ana Silva"}]}
    assert [block["role"] for block in article["blocks"]][:3] == ["other", "headline", "byline"]


def test_two_reporters_of_a_korean_agency() -> None:
    body = "부산항 신선대 부두에 버려진 컨테이너를 개조한 작은 천문대가 문을 열었다. " * 3
    article = read("버려진 컨테이너가 천문대로", f"(부산=연합뉴스) 김선하 박성우 기자 = {body}", body)
    assert article["metadata"]["authors"] == [{"name": "김선하"}, {"name": "박성우"}]


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


def test_a_paper_before_a_name_is_where_its_bearer_works() -> None:
    found = read("Le bac du Trieux reprend du service", "Ouest-France Ana SILVA", "Publié le 04/11/2026 à 07h45", P, P)
    assert found["metadata"]["authors"] == [{"name": "Ana SILVA", "affiliation": "Ouest-France"}]


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


def test_an_agency_by_its_initials_is_one_source() -> None:
    article = read(HEAD, "By Ana Silva, Associated Press", f"LISBON (AP) - {P}", P)
    assert article["metadata"]["sources"] == [{"name": "Associated Press"}]
    assert [each[1:] for each in fields(article) if each[0] == "sources"][-1] == ("AP", "Associated Press")


def test_a_line_of_sources_keeps_its_own_words() -> None:
    article = read(HEAD, f"LISBON (AP) - {P}", P, "Source: ap")
    assert article["metadata"]["sources"] == [{"name": "AP"}, {"name": "ap"}]


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


def test_initials_after_an_agency_credit_no_picture() -> None:
    article = read(HEAD, P, P, "The train left after the herd had moved on. PTI KDS MNB RG")
    assert article["blocks"][-1]["role"] == "paragraph"
    assert "credit" not in [each[0] for each in fields(article)]
