"""Dates in the words and digits of many languages, and what no date says for sure."""

from __future__ import annotations

import pytest

from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.lexicon.calendars import ethiopian_day, solar_day
from corpus_tools.formats.seed.lexicon.cues import load_cues

EN = load_cues(("en",))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "March 4th, 2026", "2026-03-04"),
        ("en", "Wed 4 Mar 2026", "2026-03-04"),
        ("en", "Sept. 4, 2026", "2026-09-04"),
        ("en", "March 4, 2026, 6:05 p.m.", "2026-03-04T18:05:00"),
        ("en", "4 March 2026 12:00 AM", "2026-03-04T00:00:00"),
        ("de", "Mittwoch, 4. März 2026, 18.05 Uhr", "2026-03-04T18:05:00"),
        ("de", "04.03.2026 18:05 Uhr", "2026-03-04T18:05:00"),
        ("de", "4.3.26", "2026-03-04"),
        ("sv", "4/3 2026", "2026-03-04"),
        ("da", "Tirsdag 14/3 2026 kl. 18.05", "2026-03-14T18:05:00"),
        ("fr", "1er mars 2026 à 18h05", "2026-03-01T18:05:00"),
        ("fr", "mercredi 4 mars 2026", "2026-03-04"),
        ("es", "4 de marzo de 2026", "2026-03-04"),
        ("pt", "4 de março de 2026 às 18h05", "2026-03-04T18:05:00"),
        ("it", "4 marzo 2026", "2026-03-04"),
        ("ru", "4 марта 2026 г.", "2026-03-04"),
        ("pl", "4 marca 2026", "2026-03-04"),
        ("tr", "4 Mart 2026 Çarşamba", "2026-03-04"),
        ("ja", "2026年3月4日 18時05分", "2026-03-04T18:05:00"),
        ("ja", "令和8年3月4日", "2026-03-04"),
        ("zh", "2026年3月4日", "2026-03-04"),
        ("zh", "民國115年3月4日", "2026-03-04"),
        ("ko", "2026년 3월 4일", "2026-03-04"),
        ("ko", "2026.03.04 18:05", "2026-03-04T18:05:00"),
        ("ar", "٤ مارس ٢٠٢٦", "2026-03-04"),
        ("hi", "४ मार्च २०२६", "2026-03-04"),
        ("th", "4 มีนาคม 2569", "2026-03-04"),
        ("fa", "۱۳ اسفند ۱۴۰۴، ۱۰:۱۵", "2026-03-04T10:15:00"),
        ("fa", "شنبه ۲۲ فروردین ۱۴۰۵", "2026-04-11"),
        ("fa", "۱۴۰۴/۱۲/۱۳", "2026-03-04"),
        ("fa", "۲۰۲۶/۰۳/۰۴", "2026-03-04"),
        ("hu", "2026. március 4.", "2026-03-04"),
        ("fi", "4. maaliskuuta 2026", "2026-03-04"),
        ("vi", "Ngày 4 tháng 3 năm 2026", "2026-03-04"),
        ("en", "2026/03/04", "2026-03-04"),
        ("en", "25/12/2026", "2026-12-25"),
        ("en", "2026-03-04T18:05:00Z", "2026-03-04T18:05:00Z"),
        ("en", "2026-03-04 18:05 +0530", "2026-03-04T18:05:00+05:30"),
        ("ar", "4 آذار/مارس 2026", "2026-03-04"),
        ("th", "4 มี.ค. 2569", "2026-03-04"),
        ("es", "4 de marzo 2026, 05:30 a. m.", "2026-03-04T05:30:00"),
        ("en", "4 March 2026, 5:30 p. m. ET", "2026-03-04T17:30:00"),
        ("fr", "4 mars 2026 à 9 h 12", "2026-03-04T09:12:00"),
        ("nl", "04-03-26, 06:30", "2026-03-04T06:30:00"),
    ],
)
def test_a_date_in_the_form_of_its_language(language: str, text: str, value: str) -> None:
    found = date_line(text, load_cues((language,)))
    assert found is not None
    assert (found.value, found.full) == (value, True)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("03/04/2026", True),
        ("3-4-2026", True),
        ("March 4", False),
        ("4 March", False),
        ("February 30, 2026", True),
        ("2026-02-30", True),
        ("2026-03-04T25:00", True),
        ("March 4, 1026", True),
    ],
)
def test_what_cannot_be_told_has_no_value_and_says_why(text: str, full: bool) -> None:
    found = find_date(text, EN)
    assert found is not None
    assert (found.value, found.full) == (None, full)
    assert found.doubt


@pytest.mark.parametrize(
    "text", ["", "Rain in Lisbon", "2026", "12 people", "version 1.2.3", "March on Rome", "18:05", "1/2", "4/3 2026"]
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text, EN) is None


def test_a_day_that_reads_the_same_either_way_is_no_doubt() -> None:
    found = find_date("3/3/2026", EN)
    assert found is not None
    assert found.value == "2026-03-03"


def test_a_date_is_found_at_its_offsets_within_bounds() -> None:
    text = "In Lisbon, on March 4, 2026, rain fell."
    found = find_date(text, EN)
    assert found is not None
    assert text[found.start : found.end] == "March 4, 2026"
    assert find_date(text, EN, 0, 20) is None or not find_date(text, EN, 0, 20).full
    assert find_date(text, EN, 28) is None


def test_a_line_with_other_words_is_no_date_line() -> None:
    assert date_line("Rain fell on March 4, 2026", EN) is None
    assert date_line("March 4, 2026 was wet", EN) is None


def test_a_day_with_its_year_goes_before_one_without() -> None:
    found = find_date("March 3 | March 4, 2026", EN)
    assert found is not None
    assert found.value == "2026-03-04"


def test_a_time_may_follow_the_short_word_for_year() -> None:
    found = date_line("4 марта 2026 г., 18:05", load_cues(("ru",)))
    assert found is not None
    assert found.value == "2026-03-04T18:05:00"


@pytest.mark.parametrize("text", ["4² 2026", "① March 2026", "¹0"])
def test_raised_and_circled_digits_are_no_numbers(text: str) -> None:
    assert find_date(text, EN) is None


@pytest.mark.parametrize(("languages", "value"), [(("fr", "en"), "2026-03-04"), (("en",), None), (("en", "fr"), None)])
def test_the_language_tells_which_number_is_the_day(languages: tuple[str, ...], value: str | None) -> None:
    found = date_line("04/03/2026", load_cues(languages))
    assert found is not None
    assert found.value == value
    assert (found.doubt == "") == (value is not None)


def test_a_short_year_after_slashes_is_read_only_where_the_day_is_certain() -> None:
    assert date_line("04/03/26", load_cues(("it",))) is not None
    assert date_line("04/03/26", EN) is None


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ((1300, 1, 1), "1921-03-21"),
        ((1357, 11, 22), "1979-02-11"),
        ((1399, 12, 30), "2021-03-20"),
        ((1403, 1, 1), "2024-03-20"),
        ((1404, 6, 31), "2025-09-22"),
        ((1404, 12, 30), None),
        ((1404, 7, 31), None),
        ((1404, 13, 1), None),
        ((1177, 1, 1), None),
        ((1634, 1, 1), None),
    ],
)
def test_days_of_the_solar_hijri_calendar(day: tuple[int, int, int], value: str | None) -> None:
    found = solar_day(*day)
    assert (None if found is None else found.isoformat()) == value


def test_a_day_that_the_solar_calendar_has_not_is_in_doubt() -> None:
    found = date_line("۳۰ اسفند ۱۴۰۴", load_cues(("fa",)))
    assert found is not None
    assert (found.value, found.doubt) == (None, "no calendar day")


@pytest.mark.parametrize("text", ["1890-1890-0", "1890/205/3", "13.1890.2020", "2026年1890月4日", "٢٠٢٦/٢٠٢٦/٣"])
def test_a_number_that_no_month_has_is_none_of_another_calendar(text: str) -> None:
    found = date_line(text, EN)
    assert found is not None
    assert (found.value, found.doubt) == (None, "no calendar day")


def test_years_of_the_solar_calendar_are_those_of_another_era_elsewhere() -> None:
    found = date_line("1404/12/13", EN)
    assert found is not None
    assert found.value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ጥር 23 ቀን 2018 ዓ.ም.", "2026-01-31"),
        ("መስከረም 1 ቀን 2016", "2023-09-12"),  # after a sixth day of the thirteenth month
        ("መስከረም 1፣ 2017", "2024-09-11"),
        ("ጳጉሜን 6 ቀን 2015", "2023-09-11"),
        ("ጳጉሜን 6 ቀን 2016", None),
        ("ጥር 31 ቀን 2018", None),
    ],
)
def test_days_of_the_ethiopian_calendar(text, value) -> None:
    found = date_line(text, load_cues(("am", "en")))
    assert found is not None
    assert found.value == value


def test_years_of_the_ethiopian_calendar_follow_each_other_without_a_gap() -> None:
    for year in range(1990, 2030):
        last = ethiopian_day(year, 13, 6 if year % 4 == 3 else 5)
        first = ethiopian_day(year + 1, 1, 1)
        assert last is not None
        assert first is not None
        assert (first - last).days == 1


@pytest.mark.parametrize(
    ("language", "text", "calendar"),
    [
        ("ne", "२०८२ माघ १७ गते, शनिबार", "Bikram Sambat"),
        ("ne", "२०८२-१०-१७", "Bikram Sambat"),
        ("bn", "১৭ মাঘ ১৪৩২", "Bengali"),
        ("ar", "12 شعبان 1447 هـ", "lunar Hijri"),
        ("ur", "12 شعبان المعظم 1447ھ", "lunar Hijri"),
    ],
)
def test_a_day_of_a_calendar_that_is_not_reckoned_is_a_date_without_a_value(language, text, calendar) -> None:
    found = date_line(text, load_cues((language, "en")))
    assert found is not None
    assert (found.value, found.full, found.doubt) == (None, True, f"a day of the {calendar} calendar")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ar", "السبت 12 شعبان 1447 هـ الموافق 31 يناير 2026 م", "2026-01-31"),
        ("bn", "শনিবার, ৩১ জানুয়ারি ২০২৬, ১৭ মাঘ ১৪৩২", "2026-01-31"),
        ("fa", "یکشنبه ۱۲ بهمن ۱۴۰۴ | 1 February 2026", "2026-02-01"),
        ("ne", "2026-03-04", "2026-03-04"),
    ],
)
def test_a_day_told_in_two_calendars_is_read_in_the_one_that_can_be_reckoned(language, text, value) -> None:
    found = date_line(text, load_cues((language, "en")))
    assert found is not None
    assert found.value == value


def test_two_days_are_no_day_in_two_calendars() -> None:
    assert date_line("3 March 2026, 4 March 2026", EN) is None


@pytest.mark.parametrize("language", ["en", "sv", "hu"])
def test_short_years_with_hyphens_are_no_date_where_they_may_come_first(language: str) -> None:
    assert find_date("04-03-26, 06:30", load_cues((language,))) is None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("bg", "13:22, 09 апр 26", "2026-04-09"),
        ("bg", "09 апр 26, 13:22", "2026-04-09T13:22:00"),
        ("tr", "12 Mart '26", "2026-03-12"),
        ("tr", "12 Mart 21:30", None),
        ("tr", "12 Mart 21.30", None),
        ("tr", "12 Mart 19", None),
        ("pl", "12 marca 25 osób", None),
        ("pl", "marca 12 26", None),
        ("en", "12 March 26", None),
    ],
)
def test_a_year_in_two_digits_right_after_a_month_is_no_hour_and_no_count(language, text, value) -> None:
    found = find_date(text, load_cues((language, "en")))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("4 March 2026, 14:20 WIB", True),
        ("14:20 WIB, 4 March 2026", True),
        ("TEL 4 March 2026", False),  # capitals before a day are no zone
        ("POS - 04/06/2026", False),
    ],
)
def test_a_zone_follows_a_time(text: str, whole: bool) -> None:
    assert (date_line(text, load_cues(("en",))) is not None) is whole
