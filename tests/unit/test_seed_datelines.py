"""Datelines that open a report or stand alone, and what only looks like one."""

from __future__ import annotations

import pytest

from corpus_tools.formats.seed.datelines.alone import stands_alone
from corpus_tools.formats.seed.datelines.run_in import FoundDateline, run_in
from corpus_tools.formats.seed.lexicon.cues import load_cues

TEXT = "The harbour did not open on Wednesday, the mayor said."


def parts(text: str, found: FoundDateline | None) -> tuple[str | None, ...]:
    """Place, day and agency in words."""
    assert found is not None, text
    return tuple(extent and text[slice(*extent)] for extent in (found.place, found.day, found.agency))


@pytest.mark.parametrize(
    ("language", "opening", "place", "day", "agency"),
    [
        ("en", "LISBON, March 4 (AP) — ", "LISBON", "March 4", "AP"),
        ("en", "LISBON (AP) — ", "LISBON", None, "AP"),
        ("en", "LISBON, Portugal (AP) — ", "LISBON, Portugal", None, "AP"),
        ("en", "LISBON — ", "LISBON", None, None),
        ("en", "LISBON/Reuters – ", "LISBON", None, "Reuters"),
        ("en", "WASHINGTON, March 4, 2026 (Reuters) - ", "WASHINGTON", "March 4, 2026", "Reuters"),
        ("en", "(AP) — ", None, None, "AP"),
        ("en", "FARGO, N.D. (AP) — ", "FARGO, N.D.", None, "AP"),
        ("en", "FARGO, N.D. (AP) _ ", "FARGO, N.D.", None, "AP"),
        ("de", "Berlin (dpa) - ", "Berlin", None, "dpa"),
        ("cs", "České Budějovice – „Hráz je celá,“ řekl starosta. ", "České Budějovice", None, None),
        ("cs", "Ústí nad Labem, 4. listopadu (ČTK) – ", "Ústí nad Labem", "4. listopadu", "ČTK"),
        ("fr", "Paris, 4 mars 2026 (AFP) - ", "Paris", "4 mars 2026", "AFP"),
        ("it", "(ANSA) - ROMA, 4 MAR - ", "ROMA", "4 MAR", "ANSA"),
        ("es", "Madrid, 4 mar (EFE).- ", "Madrid", "4 mar", "EFE"),
        ("ko", "(서울=연합뉴스) 홍길동 기자 = ", "서울", None, "연합뉴스"),
        ("zh", "新华社北京3月4日电 ", "北京", "3月4日", "新华社"),
        ("cs", "Třeboň (Jižní Čechy) 18. listopadu (ČTK) - ", "Třeboň (Jižní Čechy)", "18. listopadu", "ČTK"),
        ("vi", "TP.HCM, 26/2 (TTXVN) – ", "TP.HCM", None, "TTXVN"),
        ("de", "Frankfurt am Main, 20. Mai – ", "Frankfurt am Main", "20. Mai", None),
        ("ru", "КИМРЫ, 14 апр — РИА Кимры. ", "КИМРЫ", "14 апр", "РИА Кимры"),
        ("zh", "新华社上海电 ", "上海", None, "新华社"),
        ("zh", "广州6月24日电 ", "广州", "6月24日", None),
        ("ja", "【大阪15日】", "大阪", "15日", None),
        ("ja", "［札幌　23日　共同通信］ ", "札幌", "23日", "共同通信"),
        ("ja", "【札幌AFP時事】", "札幌", None, "AFP時事"),  # not 時事: the longest of the agencies that end it
    ],
)
def test_a_dateline_opens_a_paragraph(
    language: str, opening: str, place: str | None, day: str | None, agency: str | None
) -> None:
    text = opening + TEXT
    assert parts(text, run_in(text, load_cues((language,)))) == (place, day, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Storm — the worst in years. " + TEXT,
        "The mayor (Marta Costa) - " + TEXT,
        "What: nothing. " + TEXT,
        "She waited _ and waited _ for the ferry. " + TEXT,
        "She waited - and waited - for the ferry. " + TEXT,
        "12 - 14 ferries stayed in port. " + TEXT,
        "【写真】" + TEXT,
        "[The next day] " + TEXT,
        TEXT,
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert run_in(text, load_cues(("en",))) is None


@pytest.mark.parametrize("office", ["기자", "특파원", "인턴기자", "선임기자"])
def test_the_journalist_of_an_east_asian_dateline_is_told_apart(office: str) -> None:
    text = f"(서울=연합뉴스) 홍길동 {office} = 항구는 열리지 않았다."
    found = run_in(text, load_cues(("ko",)))
    assert found is not None
    assert found.names is not None
    assert text[slice(*found.names)] == "홍길동"


@pytest.mark.parametrize(
    ("language", "text", "place", "day"),
    [
        ("en", "LISBON, March 4, 2026", "LISBON", "March 4, 2026"),
        ("de", "Berlin, 4. März 2026", "Berlin", "4. März 2026"),
        ("fr", "Paris, le 4 mars 2026", "Paris", "4 mars 2026"),
        ("en", "March 4, 2026", None, None),
        ("en", "It all ended on the day of the storm, March 4, 2026", None, None),
        ("en", "LISBON", None, None),
        ("en", "Ana Silva / TNN / Jan 16, 2026, 08:14 IST", None, None),
    ],
)
def test_a_dateline_alone_is_a_place_and_a_full_date(
    language: str, text: str, place: str | None, day: str | None
) -> None:
    found = stands_alone(text, load_cues((language,)))
    assert (parts(text, found)[:2] if found else (None, None)) == (place, day)


def test_a_day_told_in_two_calendars_before_an_agency_is_a_dateline() -> None:
    text = "الأحساء 12 شعبان 1447 هـ الموافق 31 يناير 2026 م واس"
    found = stands_alone(text, load_cues(("ar", "en")))
    assert found is not None
    assert found.place is not None
    assert found.day is not None
    assert found.agency is not None
    assert [text[slice(*part)] for part in (found.place, found.day, found.agency)] == [
        "الأحساء",
        "31 يناير 2026",
        "واس",
    ]


def test_a_place_and_a_weekday_in_an_old_paper() -> None:
    text = "BALLARAT, Tuesday.—The balloon which broke from its moorings has been found."
    found = run_in(text, load_cues(("en",)))
    assert found is not None
    assert found.place is not None
    assert (text[slice(*found.place)], found.day) == ("BALLARAT", None)


def test_a_clause_before_a_weekday_is_no_place() -> None:
    assert (
        run_in("He left on a boat to the far south of it all, Tuesday.—Then all was still.", load_cues(("en",))) is None
    )


def test_a_day_before_an_agency_in_japanese_brackets_is_no_place() -> None:
    text = "【6月18日 AFP】ナイジェリア北東部で16日夜、港が閉鎖された。"
    found = run_in(text, load_cues(("ja", "en")))
    assert found is not None
    assert (found.place, found.day, found.agency) == (None, (1, 6), (7, 10))


def test_a_name_with_a_newsroom_before_a_colon_is_no_dateline() -> None:
    assert run_in("Ana Silva (Qualcomm): It is hard not to be pleased with it.", load_cues(("en",))) is None
    assert run_in("PARIS (Reuters): It is hard not to be pleased with it.", load_cues(("en",))) is not None


@pytest.mark.parametrize(
    ("text", "place", "newsroom"),
    [
        ("YOGYAKARTA, NusaPos.com - Penumpang becak itu", "YOGYAKARTA", "NusaPos.com"),
        ("Liputan6.com, Jakarta - Penumpang becak itu", "Jakarta", "Liputan6.com"),
    ],
)
def test_a_place_beside_the_address_of_a_site(text: str, place: str, newsroom: str) -> None:
    found = run_in(text, load_cues(("id", "en")))
    assert found is not None
    assert found.place is not None
    assert found.agency is not None
    assert (text[slice(*found.place)], text[slice(*found.agency)]) == (place, newsroom)


def test_a_time_before_a_place_and_a_day_without_its_year() -> None:
    text = "08:15 | Puno, nov. 3."
    assert parts(text, stands_alone(text, load_cues(("es", "en")))) == ("Puno", "nov. 3", None)
    assert stands_alone(text[8:], load_cues(("es", "en"))) is None


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "From Morning Hour, 6:40 am on 20 February 2018", None),
        ("en", "Morning Hill, 20 February 2018", "Morning Hill"),
        ("es", "A Coruña, 20 de febrero de 2018", "A Coruña"),
        ("es", "Desde Lisboa, 20 de febrero de 2018", None),
    ],
)
def test_a_place_alone_with_its_day_is_led_by_no_small_word(language: str, text: str, place: str | None) -> None:
    found = stands_alone(text, load_cues((language,)))
    assert (found and found.place and text[slice(*found.place)]) == place
