"""Dates of different precision and time zones, compared."""

import pytest

from corpus_tools.model.dates import is_before, period

BEFORE = [
    ("2025", "2026"),
    ("2026-02", "2026-03"),
    ("2024-02", "2024-03-01"),
    ("2026-03-04", "2026-03-05T00:00:00"),
    ("2026-03-04T18:05:00", "2026-03-04T18:05:01"),
    ("2026-03-04T18:05:00.1", "2026-03-04T18:05:00.2"),
    ("2026-03-04T18:05:00.1234567", "2026-03-04T18:05:00.123457"),
    ("2026-03-04T23:00:00+05:00", "2026-03-04T19:00:00Z"),
    ("2026-03-04T23:00:00-05:00", "2026-03-05T05:00:00Z"),
    ("2026-03-04", "2026-03-05T12:00:00Z"),
    ("2026-03-04T10:00:00Z", "2026-03-05T00:00:01"),
    ("0001", "9999-12-31"),
]
PERHAPS_EQUAL = [
    ("2026", "2026-01-01"),
    ("2026-03", "2026-03-31"),
    ("2024-02-29", "2024-02"),
    ("2026-03-04", "2026-03-04T00:00:00Z"),
    ("2026-03-04", "2026-03-05T11:59:59Z"),
    ("2026-03-04T10:00:00Z", "2026-03-05T00:00:00"),
    ("2026-03-04T18:05:00", "2026-03-04T18:05:00.9"),
    ("9999-12", "9999"),
]


@pytest.mark.parametrize(("one", "other"), BEFORE)
def test_what_is_over_before_the_other_begins_is_before_it(one, other):
    assert is_before(one, other)
    assert not is_before(other, one)


@pytest.mark.parametrize(("one", "other"), PERHAPS_EQUAL)
def test_what_may_be_the_same_time_is_not_before(one, other):
    assert not is_before(one, other)
    assert not is_before(other, one)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-03-04T25", "soon"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        period(text)
