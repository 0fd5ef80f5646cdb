"""Credits at the end of captions, in any bracket, after marks and labels."""

from __future__ import annotations

import pytest

from corpus_tools.formats.seed.credits.find import find_credit
from corpus_tools.formats.seed.credits.words import names_picture
from corpus_tools.formats.seed.lexicon.cues import load_cues

SCENE = "Waves at the pier in Lisbon on Tuesday."


@pytest.mark.parametrize(
    ("language", "ending", "credit"),
    [
        ("en", " [Joana Dias/AFP via Getty Images]", "Joana Dias/AFP via Getty Images"),
        ("en", " (Photo by Joana Dias/AP)", "Joana Dias/AP"),
        ("en", " (AP Photo/Joana Dias)", "AP Photo/Joana Dias"),
        ("en", " Photo: Joana Dias", "Joana Dias"),
        ("en", " Photograph: Joana Dias/The Guardian", "Joana Dias/The Guardian"),
        ("en", " / Joana Dias", "Joana Dias"),
        ("en", " © Joana Dias", "Joana Dias"),
        ("en", " | Joana Dias", "Joana Dias"),
        ("en", " Reuters/Joana Dias", "Reuters/Joana Dias"),
        ("en", " REUTERS/Joana Dias/File Photo", "REUTERS/Joana Dias"),
        ("en", " PHOTO/JOANA DIAS", "JOANA DIAS"),
        ("de", " Foto: dpa", "dpa"),
        ("de", " (Archivfoto). Foto: Joana Dias/dpa", "Joana Dias/dpa"),
        ("da", " Foto: Joana Dias/Ritzau Scanpix (arkivfoto)", "Joana Dias/Ritzau Scanpix"),
        ("lt", " / J. Diaso (ELTA) nuotr.", "J. Diaso (ELTA)"),
        ("lt", " / A. Diaso / ELTA nuotr.", "A. Diaso / ELTA"),
        ("lt", " J. Diaso nuotr.", "J. Diaso"),
        ("lt", " | Joanos Dias / BNS nuotrauka", "Joanos Dias / BNS"),
        ("lt", " (Joanos Dias / 15min nuotr.)", "Joanos Dias / 15min"),
        ("lt", " Klaipėdos m. savivaldybės nuotr.", "Klaipėdos m. savivaldybės"),
        ("nb", " Joana Dias / NTB / arkivfoto", "Joana Dias / NTB"),
        ("de", " Foto: privat", "privat"),
        ("it", " (ansa)", "ansa"),
        ("it", " (foto archivio Gazzetta)", "archivio Gazzetta"),
        ("it", " (foto di Joana Dias)", "Joana Dias"),
        ("pt", " • Joana Dias/Lusa", "Joana Dias/Lusa"),
        ("en", " — PHOTO BY JOANA DIAS", "JOANA DIAS"),
        ("fr", " (photo d’illustration). J. Dias/AFP", "J. Dias/AFP"),
        ("en", " (Representative image: ANI)", "ANI"),
        ("en", " [Photo News]", "Photo News"),
        ("en", " (Example News: Joana Dias)", "Example News: Joana Dias"),
        ("fr", " — J. Dias/20 Heures", "J. Dias/20 Heures"),
        ("es", " Joana Dias | Agencia UNO", "Joana Dias | Agencia UNO"),
        ("de", " (Foto: Joana Dias/dpa)", "Joana Dias/dpa"),
        ("fr", " © AFP", "AFP"),
        ("ja", "【写真：共同通信】", "共同通信"),
        ("ja", "＝2026年4月10日、岡山県真庭市、森口真帆撮影", "森口真帆"),
        ("es", " ÓSCAR CORRAL LAMAS", "ÓSCAR CORRAL LAMAS"),
        ("fr", " LÉA BONFANTI POUR « LE COURRIER DU SOIR »", "LÉA BONFANTI POUR « LE COURRIER DU SOIR »"),
        ("fr", " (Hugo Tissier pour « La Dépêche »)", "Hugo Tissier pour « La Dépêche »"),
        ("it", " (foto Fotogramma)", "Fotogramma"),
        ("it", " (archivio Gazzetta del Metauro)", "archivio Gazzetta del Metauro"),
        ("pl", " Fot. Urząd Miasta w Sanoku", "Urząd Miasta w Sanoku"),
        ("zh", "记者 沈一苇 摄", "沈一苇"),
        ("zh", "通讯员 沈一苇 摄", "沈一苇"),
        ("sk", " (Zdroj: TASR/František Ivan)", "TASR/František Ivan"),
        ("hi", " फोटो- जागरूक भारत", "जागरूक भारत"),
        ("ko", " /김재현 객원기자", "김재현 객원기자"),
        ("cs", " | ČTK/Radek Pešout", "ČTK/Radek Pešout"),
        ("eo", " Foto de Lía Díaz, uzata kun permeso.", "Lía Díaz"),
        ("zh", "（新华社）", "新华社"),
        ("sr", " (Фото Б. Трифуновић)", "Б. Трифуновић"),
        ("sk", " Zdroj: TASR", "TASR"),
        ("sk", " / Autor: Ján Kováč", "Ján Kováč"),
        ("sk", " (Autor: Ján Kováč)", "Ján Kováč"),
        ("hu", " Forrás: Tisza Kurír", "Tisza Kurír"),
        ("sr", " Foto: Đorđe Lj. Njagulj", "Đorđe Lj. Njagulj"),
        ("hy", " Լուսանկար՝ Անի Սարգսյան", "Անի Սարգսյան"),
        ("hu", " (Fotó: Dr. Tóth Ádám)", "Dr. Tóth Ádám"),
        ("hr", " (Foto: privatna arhiva)", "privatna arhiva"),
        ("ru", " (архивное фото: ТАСС)", "ТАСС"),
        ("cs", " (archivní foto: Joana Dias / ČTK)", "Joana Dias / ČTK"),
        ("sk", " Foto - Joana Dias", "Joana Dias"),
        ("ru", ". Анна Щукина/Северные вести", "Анна Щукина/Северные вести"),
        ("cs", ". Petr O. Němec/Noviny24.cz", "Petr O. Němec/Noviny24.cz"),
        ("ru", " Фото — Иван Петров", "Иван Петров"),
        ("ca", " Joana Dias", "Joana Dias"),
        ("fr", " | OUEST-FRANCE", "OUEST-FRANCE"),
        ("pt", " Joana Dias - 28.out.26/Gazeta", "Joana Dias - 28.out.26/Gazeta"),
        ("ca", " (fotografia: Joana Dias).", "Joana Dias"),
        ("pt", " - Joana Dias - 28.10.2026/Gazeta", "Joana Dias - 28.10.2026/Gazeta"),
    ],
)
def test_a_credit_ends_a_caption(language: str, ending: str, credit: str) -> None:
    text = SCENE + ending
    found = find_credit(text, load_cues((language,)))
    assert found is not None
    assert text[slice(*found.extent)] == credit
    assert 0 < found.sure <= 1
    assert found.reason


@pytest.mark.parametrize(
    "text",
    [
        SCENE,
        SCENE + " (and it rained)",
        SCENE + " (2026)",
        SCENE + " (The mayor: it rained)",
        SCENE + " — 4 March/12 May",
        "Redon | Ille-et-Vilaine | Transports",
        SCENE + " —WITH A REPORT FROM JOANA DIAS",
        "Joana Dias | Staff Reporter",
        SCENE + " Photo: all of this was seen by nobody",
        SCENE + " (See page 4)."[:-1].lower(),
        "He took a photo of the sea and then left",
        "The photo by the sea was old.",
        SCENE + " (It rained. It poured.)",
        "“Nobody was told,” (Joana Dias)",
        SCENE + " (Photos)",
        SCENE + " THE",
        "a",
        ")",
    ],
)
def test_what_ends_otherwise_credits_nobody(text: str) -> None:
    assert find_credit(text, load_cues(("en",))) is None


@pytest.mark.parametrize(
    ("words", "credits_one"), [("Joana Dias/AP", True), ("AP", True), ("file photo", True), ("Lisbon", False)]
)
def test_what_names_a_picture(words: str, credits_one: bool) -> None:
    assert names_picture(words, load_cues(("en",))) is credits_one


def test_a_credit_before_the_day_and_the_notice_of_a_korean_agency() -> None:
    text = "[수원=뉴시스] 성벽 틈에서 나온 족제비. (사진=수원시 제공) 2026.01.31. photo@newsis.com *재판매 및 DB 금지"
    found = find_credit(text, load_cues(("ko", "en")))
    assert found is not None
    assert text[slice(*found.extent)] == "수원시"


def test_the_address_of_a_link_is_no_credit() -> None:
    text = "Mais histórias no [arquivo](https://blogue.example/arquivo)."
    assert find_credit(text, load_cues(("pt", "en"))) is None


def test_a_word_that_only_begins_as_a_word_of_credits_does_is_none() -> None:
    found = find_credit("ترام الإسكندرية في محطة الرمل - أرشيفية", load_cues(("ar", "en")))
    assert found is None


@pytest.mark.parametrize(
    "text",
    [
        "They were with lawyers to the end. (The paper has seen a photo of the entry visa stamps)",
        "How to hang a wreath (Two Tricks in Pictures!)",
        "Switching from a https:// site to an http:// site",
    ],
)
def test_clauses_and_addresses_are_no_credits(text: str) -> None:
    assert find_credit(text, load_cues(("en",))) is None


def test_courtesy_in_brackets_is_no_clause() -> None:
    text = "The bridge in 1912. (photo courtesy of the Harbour Museum of Lisbon and the family)"
    assert find_credit(text, load_cues(("en",))) is not None


def test_a_credit_before_a_day_in_han_characters() -> None:
    text = "部落青年31日跟著耆老清理水圳。中央社記者洪采蓉攝 115年1月31日"
    found = find_credit(text, load_cues(("zh", "en")))
    assert found is not None
    assert text[slice(*found.extent)] == "中央社記者洪采蓉"


def test_a_notice_after_the_credit_in_brackets() -> None:
    found = find_credit("[부산항만공사 제공. 재판매 및 DB 금지]", load_cues(("ko", "en")))
    assert found is not None
    assert "[부산항만공사 제공. 재판매 및 DB 금지]"[slice(*found.extent)] == "부산항만공사"


def test_who_signs_after_the_last_sentence_credits_nothing() -> None:
    assert find_credit("完成した絵は2月、校舎の階段に飾られる。【小川祥平】", load_cues(("ja", "en"))) is None


@pytest.mark.parametrize("credit", ["Ján Kováč", "Ján Kováč, TASR"])
def test_a_full_name_after_the_word_for_the_author_ends_a_clause_that_no_mark_does(credit: str) -> None:
    text = f"Nové mólo na priehrade Autor: {credit}"
    found = find_credit(text, load_cues(("sk",)))
    assert found is not None
    assert text[slice(*found.extent)] == credit


@pytest.mark.parametrize(
    "ending",
    [
        " zdroj: TASR",
        " Autor: Ján Kováč, Bratislava",
        " autor: Ján Kováč",
        " Zdroj: Voda",
        ". Zdroj: Ulica Hlavná, ktorú nikto nepozná a nikdy ju nevidel",
        ". Zdroj: voda",
        ". Strom: TASR",
        ". Zdroj: https://example.org/1",
        ". Zdroj: Kuriér. Viac zajtra",
    ],
)
def test_other_words_after_a_colon_credit_nobody(ending: str) -> None:
    assert find_credit("Nové mólo na priehrade" + ending, load_cues(("sk",))) is None


def test_a_source_after_long_text_may_be_the_end_of_an_article() -> None:
    cues = load_cues(("sk",))
    found = [
        find_credit("Nové mólo na priehrade otvorili v sobotu. " * times + "Zdroj: TASR", cues) for times in (1, 4)
    ]
    assert [credit.sure if credit else 0 for credit in found] == [0.65, 0.3]


@pytest.mark.parametrize(
    ("language", "text", "credit"),
    [
        ("nl", "Golven bij de kade in de haven Foto Joana Dias", "Joana Dias"),
        ("nl", "Golven bij de kade in de haven Beeld ANP / Joana Dias", "ANP / Joana Dias"),
        ("nl", "Golven bij de kade, op de Foto Joana Dias", None),
        ("nl", "Golven bij de kade in de haven Foto Dias", None),
        ("nl", "Golven bij de kade in de haven foto Joana Dias", None),
        ("nl", "Golven bij de kade in Lissabon Foto Joana Dias", None),
        ("de", "Am Hafen zeigt sie auf dem Foto Joana Dias", None),
        ("sk", "Nové mólo na priehrade Zdroj: TASR", "TASR"),
        ("de", "Wellen an der Mole im Hafen Quelle: dpa", "dpa"),
    ],
)
def test_a_word_of_credits_in_capitals_ends_a_clause_that_no_mark_does(
    language: str, text: str, credit: str | None
) -> None:
    found = find_credit(text, load_cues((language,)))
    assert (found and text[slice(*found.extent)]) == credit


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Bangos daužo krantą Joana Dias nuotr.", "Joana Dias"),
        ("Bangos daužo krantą Joana de Sousa Dias nuotr.", None),
        ("Bangos daužo krantą Dias nuotr.", None),
        ("Joana Dias nuotr.", None),
    ],
)
def test_a_name_that_ends_a_clause_of_small_words_before_a_word_of_credits(text: str, credit: str | None) -> None:
    found = find_credit(text, load_cues(("lt",)))
    assert (found and text[slice(*found.extent)]) == credit
