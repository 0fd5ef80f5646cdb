"""The cue files: valid, well-formed, every example is read by its cue, and their calendars agree with CLDR.

What CLDR writes, and another reader reads, changes with the versions of their libraries. With those that the files
were checked with, up to `CHECKED`, all must agree; a later one may bring names that are not in the files yet, a few
of them, but what is known must never mean another month or day.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import dateparser
import pytest
from babel import Locale, localedata
from babel.dates import format_date
from jsonschema import Draft202012Validator
from packaging.version import Version
from schema_files import ROOT, named, read

from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues, load_cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.lexicon.tables import ALL, cue_languages
from corpus_tools.formats.seed.roles.screen import Screen
from corpus_tools.formats.seed.roles.shapes import candidates_of

FILES = sorted((ROOT / "schema" / "seed").glob("*.json"))
LEAST_LANGUAGES = 30
NAMES = {"agencies", "wires", "picture_agencies", "places"}
"""Lists of names, which keep their capitals."""
MARKS = "([（【*_—–- "
VALIDATOR = Draft202012Validator(read(ROOT / "schema" / "seed.schema.json"))
FOLLOWING = "Running text that follows the line, long enough to be a paragraph of an article, and then some more of it."


def entries(table: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """Each cue with each of its phrases and the line that shows it."""
    for cue in table["cues"]:
        for phrase, example in cue["examples"].items():
            yield cue, phrase, example


def cues_of(table: Mapping[str, Any]) -> Cues:
    return load_cues(() if table["language"] == ALL else (table["language"],))


def found_in(cues: Cues, line: str, form: str) -> list[Cue]:
    """The cues found where a form says that they stand, with and without the marks around the line."""
    if form == "line":
        return [found for found in [cues.whole(line)] if found is not None]
    return list(cues.at_end(line) if form == "closer" else (*cues.at_start(line), *cues.at_start(line.lstrip(MARKS))))


def test_there_are_enough_languages() -> None:
    assert len(cue_languages()) >= LEAST_LANGUAGES
    assert {path.stem for path in FILES} == {*cue_languages(), ALL}


@named(FILES)
def test_a_file_is_valid_and_named_after_its_language(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(read(path))] == []
    assert read(path)["language"] == path.stem


@named(FILES)
def test_words_are_lower_case_and_composed(path: Path) -> None:
    table = read(path)
    words = [phrase for _, phrase, _ in entries(table)]
    words += [word for name, listed in table.get("words", {}).items() if name not in NAMES for word in listed]
    words += [*table.get("months", ()), *table.get("weekdays", ()), *table.get("function_words", ())]
    assert [word for word in words if word != lowered(word)] == []
    everything = [*words, *table.get("words", {}).get("agencies", ()), *(line for *_, line in entries(table))]
    assert [word for word in everything if word != unicodedata.normalize("NFC", word) or word != word.strip()] == []


@named(FILES)
def test_no_phrase_stands_twice_with_the_same_form_and_meaning(path: Path) -> None:
    seen = [
        (phrase, *(cue.get(key) for key in ("role", "form", "contributor"))) for cue, phrase, _ in entries(read(path))
    ]
    assert sorted({each for each in seen if seen.count(each) > 1}) == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_every_example_is_read_by_its_cue(path: Path) -> None:
    """The cue is found where its form says, and its role is among the candidates of the line."""
    table = read(path)
    cues = cues_of(table)
    failures = []
    for cue, phrase, example in entries(table):
        found = [each for each in found_in(cues, example, cue["form"]) if each.phrase == phrase]
        if not found:
            failures.append(f"{cue['role']} {cue['form']} “{phrase}” is not found in: {example}")
            continue
        roles = {candidate.role for candidate in candidates_of(example, 3, FOLLOWING, Screen((example,) * 4, cues))}
        if cue["role"] not in roles:
            failures.append(f"{cue['role']} {cue['form']} “{phrase}” could only be {sorted(roles)}: {example}")
    assert not failures, f"{len(failures)} of {sum(1 for _ in entries(table))}:\n" + "\n".join(failures)


# --- calendars

WITH_CALENDAR = [path for path in FILES if path.stem != ALL]
CHECKED = {"babel": Version("2.20"), "dateparser": Version("1.6")}
"""The versions of libraries before which all agreed with the cue files."""
FEW = 0.05
CLDR = {"sr": ("sr_Cyrl", "sr_Latn")}
"""The locales of a language, where it is written in several scripts."""


@pytest.fixture
def _fresh_locales() -> Iterator[None]:
    """What babel merges into the names of the root locale for one language would show up in all others."""
    localedata._cache.clear()
    yield
    localedata._cache.clear()


def cldr_names(kind: str, language: str) -> Iterator[tuple[str, int]]:
    """The names of months or days, wide and abbreviated, alone and in dates, as dates hold them, with their numbers."""
    for locale in CLDR.get(language, (language,)):
        data = Locale.parse(locale)
        names = data.months if kind == "months" else data.days
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[context][width].items():
                    plain = lowered(unicodedata.normalize("NFC", name)).strip("\u200e\u200f ")
                    yield plain.removesuffix("."), number


def check_few(wrong: Collection[str], whole: int, *libraries: str) -> None:
    """Nothing is `wrong`; or little of the `whole`, where one of the libraries is later than what was checked."""
    is_later = any(Version(version(library)) >= CHECKED[library] for library in libraries)
    assert len(wrong) <= (whole * FEW if is_later else 0), wrong


OF_DAYS = {("ha", "sat")}
"""Short names of months that are those of weekdays in English, which all languages borrow from."""


@named(WITH_CALENDAR)
@pytest.mark.usefixtures("_fresh_locales")
def test_months_are_those_of_cldr(path: Path) -> None:
    months = cues_of(read(path)).months
    named_there = [(name, number) for name, number in cldr_names("months", path.stem) if not name[0].isdigit()]
    named_there = [each for each in named_there if (path.stem, each[0]) not in OF_DAYS]
    assert {name: number for name, number in named_there if months.get(name, number) != number} == {}
    check_few({name for name, _ in named_there if name not in months}, len(named_there), "babel")


@named(WITH_CALENDAR)
@pytest.mark.usefixtures("_fresh_locales")
def test_weekdays_are_those_of_cldr(path: Path) -> None:
    weekdays = cues_of(read(path)).weekdays
    named_there = [name for name, _ in cldr_names("days", path.stem)]
    check_few(set(named_there) - weekdays, len(named_there), "babel")


@named([path for path in FILES if "eras" in read(path)])
def test_years_of_an_era_are_reckoned_from_the_year_before_it(path: Path) -> None:
    table = read(path)
    found = {era: value_of(f"{era}8年3月4日", cues_of(table)) for era in table["eras"]}
    assert found == {era: f"{before + 8}-03-04" for era, before in table["eras"].items()}


# --- dates

EACH_MONTH = [date(2026, month, 2 * month + 4) for month in range(1, 13)]
LEAST_COMPARED = 35
MISREAD = {("gu", 5), ("mr", 5), ("pa", 6)}
"""Months that the other reader takes for another word of the language: the May of two is “month” to it."""


@pytest.fixture(scope="module")
def written() -> dict[tuple[str, str], dict[str, str]]:
    """Lines with a day of each month as CLDR writes them, with the day, by language and width."""
    return {
        (language, width): {format_date(day, width, locale=language): day.isoformat() for day in EACH_MONTH}
        for language in cue_languages()
        for width in ("long", "full")
    }


@pytest.mark.parametrize("language", cue_languages())
@pytest.mark.parametrize("width", ["long", "full"])
def test_dates_are_never_read_as_other_days(written, language: str, width: str) -> None:
    cues = load_cues((language,))
    lines = written[language, width]
    assert {line: found for line, day in lines.items() if (found := value_of(line, cues)) not in (day, None)} == {}


def test_dates_are_read_as_cldr_writes_them(written) -> None:
    unread = [
        line
        for (language, _), lines in written.items()
        for line in lines
        if value_of(line, load_cues((language,))) is None
    ]
    check_few(unread, sum(map(len, written.values())), "babel")


def value_of(line: str, cues: Cues) -> str | None:
    """The day that a line consists of."""
    found = date_line(line, cues)
    return found.value if found is not None else None


def test_dates_are_read_as_another_reader_reads_them(written) -> None:
    compared, differing = Counter(), {}
    for language in cue_languages():
        for line, day in written[language, "long"].items():
            try:
                theirs = dateparser.parse(line, languages=[language])
            except ValueError:  # it does not know the language
                break
            if theirs is not None and (language, date.fromisoformat(day).month) not in MISREAD:
                compared[language] += 1
                if theirs.date().isoformat() != value_of(line, load_cues((language,))):
                    differing[line] = theirs
    check_few(differing, compared.total(), "babel", "dateparser")
    assert len(compared) >= LEAST_COMPARED


def test_a_cue_ends_where_its_last_word_ends_though_its_last_sign_is_no_letter() -> None:
    cues = load_cues(("te",))
    assert [cue.role for cue in cues.at_start("ఫోటో రమేష్ బాబు")] == ["credit"]
    assert list(cues.at_start("ఫోటోగ్రాఫర్ రమేష్ బాబు")) == []
