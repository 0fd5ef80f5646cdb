"""Days and times that the text states."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, fields, read


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


def test_the_first_date_of_a_kind_counts() -> None:
    article = read(HEAD, "March 4, 2026", P, P, "Published: March 5, 2026")
    assert article["metadata"]["published"] == "2026-03-04"
    assert fields(article) == [("published", "March 4, 2026", "2026-03-04")]


def test_the_time_of_an_update_beside_the_day_of_publication() -> None:
    article = read(HEAD, "Published: 3 March 2026, 14:20 | Updated: 15:05", P)
    assert article["metadata"]["published"] == "2026-03-03T14:20:00"
    assert article["metadata"]["updated"] == "2026-03-03T15:05:00"
    assert ("updated", "15:05", "2026-03-03T15:05:00") in fields(article)


@pytest.mark.parametrize("line", ["Published: 3 March 2026, 14:20 | Updated: 09:05", "Updated: 15:05"])
def test_a_time_that_may_be_of_another_day_is_no_update(line: str) -> None:
    assert "updated" not in read(HEAD, line, P)["metadata"]


def test_an_updated_day_after_the_day_of_publication() -> None:
    article = read("台東部落重啟百年水圳", "2026/1/31 13:05（1/31 15:20 更新）", "縣府表示，將協助申請登錄。" * 9)
    assert article["metadata"]["published"] == "2026-01-31T13:05:00"


def test_dates_with_a_zone_in_brackets() -> None:
    article = read(
        HEAD, "Publish Date: Sat, 31 Jan 2026 08:14 PM (IST)\nUpdated Date: Sat, 31 Jan 2026 09:02 PM (IST)", P
    )
    assert article["metadata"]["published"] == "2026-01-31T20:14:00"
    assert article["metadata"]["updated"] == "2026-01-31T21:02:00"


def test_a_day_in_two_calendars_with_a_time() -> None:
    text = "رباب‌ساز هرات ساز خود را در انبار گندم پنهان کرد و پس از سه سال فروخت"
    article = read(text, "سه شنبه ۱۲ آبان ۱۴۰۵ برابر با ۳ نوامبر ۲۰۲۶ ۱۴:۱۵", f"{text}. {text}.", f"{text}. {text}.")
    assert article["metadata"]["published"].startswith("2026-11-03")


def test_the_day_of_an_update_without_year_and_time() -> None:
    line = "Published: 3 March 2026, 14:20 | Updated: 5 March"
    metadata = read("Storm shuts Lisbon harbour", line, "The harbour did not open, Mayor Marta Costa said.")["metadata"]
    assert metadata["updated"] == "2026-03-05"
