"""Lines that hold nothing but dates, and what each of their parts says."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.dates.lines import date_parts
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.roles.marked import by_mark
from corpus_tools.model.article import Article

P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def parts(language: str, line: str) -> list[str]:
    cues = load_cues((language, "en"))
    return [line[slice(*part.extent)] for part in date_parts(line, cues, 0, len(line))]


def article(*blocks: str, languages: str = "en") -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}, language=languages))


def test_a_cue_with_a_time_alone_is_a_date() -> None:
    found = article("Storm shuts harbour in Lisbon", "4 March 2026", "Updated 5:12 p.m. ET", P, P)
    assert [block["role"] for block in found["blocks"]][1:3] == ["date", "date"]
    assert "updated" not in found["metadata"]


def test_a_line_of_dates_may_end_in_its_place() -> None:
    line = "Published - November 03, 2026 07:30 am IST - KOCHI"
    metadata = article("Storm shuts harbour in Lisbon", line, P, P)["metadata"]
    assert metadata["published"] == "2026-11-03T07:30:00"
    assert metadata["dateline"] == {"place": "Kochi"}
    assert parts("en", "November 03, 2026 - BBC - KOCHI") == []
    assert parts("en", "November 03, 2026 - Kochi") == []


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("pt", "03/11/2026 18h05  Atualizado há 2 horas", ["03/11/2026 18h05", "Atualizado", "há 2 horas"]),
        ("fi", "2.5.2026 2:00 | Päivitetty 2.5.2026 6:51", ["2.5.2026 2:00", "2.5.2026 6:51"]),
        ("fr", "Publié le 4 mars 2026 à 05h45, modifié le 5 mars 2026", ["4 mars 2026 à 05h45", "5 mars 2026"]),
        ("cs", "29. dubna 2026  19:22,  aktualizováno  21:05", ["29. dubna 2026  19:22", "21:05"]),
        ("it", "21 marzo 2026 ( modifica il 21 marzo 2026 | 13:15)", ["21 marzo 2026", "21 marzo 2026", "13:15"]),
        ("en", "April 2, 2026 7:14 AM UTC · Updated 2 hours ago", ["April 2, 2026 7:14 AM UTC", "2 hours ago"]),
        ("zh", "2026-04-30 09:12:00 来源：江城晚报", ["2026-04-30 09:12:00", "江城晚报"]),
        ("zh", "2026年11月12日06:15 | 来源：桂江日报", ["2026年11月12日06:15", "桂江日报"]),
    ],
)  # fmt: skip
def test_a_line_of_dates_is_cut_at_its_marks_and_cues(language: str, line: str, found: list[str]) -> None:
    assert parts(language, line) == found


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2026 | The harbour stays shut",
        "Rain fell on March 4, 2026 | 18:05",
        "March 4, 2026 | 3",
        " | ".join(["March 4, 2026"] * 7),
        "Updated March 4, 2026, " * 9,
    ],
)
def test_a_line_that_holds_more_than_dates_has_no_parts(line: str) -> None:
    assert parts("en", line) == []


def test_a_line_of_dates_may_begin_with_the_agency_and_the_place() -> None:
    line = "PTI | New Delhi | Updated: 24-05-2026 18:20 IST | Created: 24-05-2026 18:15 IST"
    metadata = article("Storm shuts harbour in Lisbon", line, P, P)["metadata"]
    assert metadata["sources"] == [{"name": "PTI"}]
    assert metadata["dateline"] == {"place": "New Delhi"}
    assert (metadata["published"], metadata["updated"]) == ("2026-05-24T18:15:00", "2026-05-24T18:20:00")
    assert parts("en", "Lisbon | New Delhi | Updated: 24-05-2026") == []
    assert parts("en", "PTI | New Delhi and Lisbon | Updated: 24-05-2026") == []
    assert parts("en", "PTI | new delhi | Updated: 24-05-2026") == []


def test_a_part_without_a_cue_is_of_the_kind_before_it_and_the_first_of_a_kind_counts() -> None:
    found = article("Storm shuts harbour", "March 4, 2026 | Updated: March 5, 2026 | March 6, 2026", P)["metadata"]
    assert (found["published"], found["updated"]) == ("2026-03-04", "2026-03-05")


def test_the_paper_and_the_author_beside_a_date_are_told() -> None:
    found = article("Storm shuts harbour", "March 4, 2026 | Source: Northwave | Author: Ana Silva", P)["metadata"]
    assert found["published"] == "2026-03-04"
    assert [each["name"] for each in found["sources"]] == ["Northwave"]
    assert [each["name"] for each in found["authors"]] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("language", "line"), [("en", "4 hours ago"), ("fr", "Il y a 4 heures"), ("ja", "3時間前"), ("hu", "3 órája")]
)
def test_a_time_ago_is_a_line_of_dates_without_a_day(language: str, line: str) -> None:
    found = article("Storm shuts the harbour of Lisbon", line, P, languages=language)
    assert found["blocks"][1]["role"] == "date"
    assert "published" not in found["metadata"]


@pytest.mark.parametrize("line", ["Hours ago", "Many years and 4 hours ago, rain fell"])
def test_words_that_end_in_ago_are_no_date(line: str) -> None:
    assert article("Storm shuts the harbour of Lisbon", line, P)["blocks"][1]["role"] != "date"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "11:52 Uhr"),
        ("ja", "1/31(土) 6:02配信"),
        ("fi", "24.3. klo 2.00"),
        ("fi", "24.3. 2:00 | Päivitetty 24.3. 7:12"),
        ("id", "NusaPos.com, 31 Januari 2026, 10:15 WIB"),
    ],
)
def test_a_time_a_day_without_its_year_and_a_newsroom_with_a_date(language: str, line: str) -> None:
    found = by_mark(line, load_cues((language, "en")))
    assert found is not None
    assert found.role == "date"


@pytest.mark.parametrize(
    "line", ["24.13. 2:00", "24.3.", "2:1", "The news of the day began on 31 January 2026", "1/31"]
)
def test_what_is_no_line_of_a_time(line: str) -> None:
    found = by_mark(line, load_cues(("en",)))
    assert found is None or found.role != "date"


def test_a_time_after_a_day_that_ends_in_a_full_stop() -> None:
    found = date_line("2026.01.31. 05:01", load_cues(("ko", "en")))
    assert found is not None
    assert found.value == "2026-01-31T05:01:00"


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("ar", "31/1/2026-|آخر تحديث: 12:40 (توقيت مكة)", ["31/1/2026", "12:40", "توقيت مكة"]),
        ("de", "31.01.2026, 08.12 Uhr • aus DER FALTER 5/2026", ["31.01.2026, 08.12 Uhr", "aus DER FALTER 5/2026"]),
        ("ja", "岬新聞 2026/1/31 08:00（最終更新 1/31 09:10）", ["2026/1/31 08:00", "1/31 09:10"]),
        ("en", "31 January 2026 | the news of the day", []),
        ("en", "The long and winding news 31 January 2026 | Updated: 12:05", []),
    ],
)
def test_what_may_stand_beside_dates(language: str, line: str, expected: list[str]) -> None:
    assert parts(language, line) == expected


def test_a_time_and_a_day_in_two_calendars_with_an_arabic_dash() -> None:
    line = "نُشر: 13:20-9 أبريل 2026 م ـ 21 شوّال 1447 هـ"
    assert parts("ar", line) == ["13:20-9 أبريل 2026 م", "21 شوّال 1447 هـ"]
