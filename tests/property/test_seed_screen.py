"""What rules something out at one look rules out nothing that a longer look would find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategy_seeds import lines

from corpus_tools.formats.seed.datelines import run_in as datelines
from corpus_tools.formats.seed.dates import find as dates
from corpus_tools.formats.seed.dates import lines as date_lines
from corpus_tools.formats.seed.lexicon import chrome
from corpus_tools.formats.seed.lexicon.cues import Cues, load_cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.lexicon.tables import cue_languages, table_of
from corpus_tools.formats.seed.names import recognise as names
from corpus_tools.formats.seed.roles import marked, page, people, shapes
from corpus_tools.formats.seed.roles.neighbours import candidates
from corpus_tools.formats.seed.roles.screen import Screen

SEEDS = Path(__file__).parents[2] / "fixtures" / "seeds"


def check(text: str, cues: Cues) -> None:
    """Look at a block with and without what rules things out."""
    extent = 0, len(text)
    assert names.segments(text, *extent) == names._split(names._segments, text, *extent)
    items = names.listed(text, *extent, cues)
    low = lowered(text)
    every = {*chrome._chrome_words(chrome._number(" ", low)), *(low[:length] for length in range(len(low)))}
    told = chrome.chrome_line(low, cues.lines, cues._chrome)
    assert told == chrome.chrome_line(low, cues.lines, cues._chrome | every)
    found = looked_at(text, cues)
    forget()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(datelines, "_may_open", lambda _: True)
        patch.setattr(marked, "_may_name_year", lambda _: True)
        for module in (dates, marked):
            patch.setattr(module, "may_name_day", lambda *_: True)
        patch.setattr(names, "_comma", lambda *_: True)
        assert names.listed(text, *extent, cues) == items or (len(text) <= 12 and text.isalpha())
        patch.setattr(dates, "_may_begin", lambda *_: True)
        patch.setattr(date_lines, "_beginnings", lambda _: {low[at : at + 2] for at in range(len(low))})
        patch.setattr(people, "_may_be_names", lambda *_: True)
        assert looked_at(text, cues) == found
    forget()
    if shapes._is_running(text, cues) and "\t" not in text and text[0] not in shapes._OF_ADDRESSES:
        assert not shapes._told(text, 3, "", None, cues)


def looked_at(text: str, cues: Cues) -> tuple[object, ...]:
    """What is found where things are ruled out at one look."""
    dated = dates.find_date(text, cues), dates.date_line(text, cues), dates.is_clock_line(text, cues, 0, len(text))
    parts = date_lines.date_parts(text, cues, 0, len(text))
    return marked.by_mark(text, cues), datelines.run_in(text, cues), people.named(text, cues), dated, parts


def forget() -> None:
    """Look anew at what was looked at before."""
    for known in (dates._find, dates.date_line, datelines._run_in, people.named, names.name_in):
        known.cache_clear()


def cues_of(file: Path) -> Cues:
    """The cues of the language that the name of a file begins with."""
    language = file.name.partition("-")[0]
    return load_cues((language, "en") if language in cue_languages() else ("en",))


@settings(max_examples=settings.default.max_examples // 4)
@given(lines().map(str.strip).filter(bool), st.sampled_from(cue_languages()))
def test_nothing_is_ruled_out_that_is_there(text: str, language: str) -> None:
    check(text, load_cues((language, "en")))


@pytest.mark.parametrize("language", cue_languages())
def test_nothing_is_ruled_out_of_what_shows_the_phrases_of_a_language(language: str) -> None:
    cues = load_cues((language, "en"))
    for text in (line for cue in table_of(language)["cues"] for line in cue["examples"].values()):
        check(text, cues)


def test_nothing_is_ruled_out_of_seeds() -> None:
    files = sorted(SEEDS.rglob("*.txt"))
    assert files
    for file in files:
        cues = cues_of(file)
        for line in filter(None, map(str.strip, file.read_text("utf-8", "replace").split("\n"))):
            check(line, cues)


@pytest.mark.parametrize("file", sorted(SEEDS.glob("*.txt"))[::3], ids=lambda file: file.stem)
def test_no_rule_about_several_blocks_is_ruled_out_that_applies(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text for line in file.read_text("utf-8", "replace").split("\n") if (text := line.strip())]
    cues, gaps = cues_of(file), ["\n\n"] * len(texts)
    told = candidates(texts, gaps, cues)
    for edge in ("begin", "end"):
        monkeypatch.setattr(Screen, edge, lambda *_: len(texts))
    assert candidates(texts, gaps, cues) == told
    again = ((at, page._again(text, texts, at + 1)) for at, text in enumerate(texts[:5]))
    assert page._first_again(texts, 5) == next((found for found in again if found[1]), (0, []))
    if len(texts) > 2 and not page._kind_above(texts[2], cues):
        assert not any(page._menu_at(texts, first, cues) for first in range(3))


@pytest.mark.parametrize("language", cue_languages())
def test_every_phrase_is_found_in_small_and_large_letters(language: str) -> None:
    cues = load_cues((language,))
    for edge, index in ((cues.at_start, cues.openers), (cues.at_end, cues.closers)):
        for phrase in (phrase for entries in index.values() for phrase, *_ in entries):
            for text in (phrase, phrase.upper(), phrase.capitalize()):
                line = f"{text} : a" if edge == cues.at_start else f"A {text}."
                assert lowered(text) != phrase or phrase in [cue.phrase for cue in edge(line)], line
