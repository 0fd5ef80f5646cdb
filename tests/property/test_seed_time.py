"""Reading takes time linear in the length of the text, whatever it holds; and it is given back byte for byte."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from statistics import median

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.write import encode

pytestmark = pytest.mark.no_cover  # tracing would take most of the time

SMALL = 100_000
SMALL_OF_LINES = 30_000
"""The same for texts of very many lines, of which each is as much work as a long one."""
FACTOR = 10
CEILING = 25
"""How many times as long `FACTOR` times the text may take, the noise of a busy machine included; a square is 100."""
SHORTEST = 0.01
"""Seconds below which the clock tells nothing."""
OPTIONS = ReadOptions()

Maker = Callable[[int], str]


def times(unit: str) -> Maker:
    """Text of a number of characters that repeats a unit, never cut inside one."""
    return lambda length: unit * (length // len(unit))


def after_text(unit: str) -> Maker:
    """The same in a block that is no headline."""
    return lambda length: f"Head\n\nText {times(unit)(length)}x"


UNITS = {
    "blanks": " ", "no-break blanks": "\u00a0", "tabs": "\t", "straight quotes": '"', "curly quotes": "“",
    "nested quotes": "„“",
    "opening brackets": "(", "closing brackets": ")", "both brackets": "()", "square brackets": "[",
    "wide brackets": "【",
    "by": "By ", "by a name": "By Ana Silva ", "commas": ",", "names and commas": "Ana Silva, ", "slashes": "/",
    "names and slashes": "Ana Silva/", "spaced slashes": " / ", "digits": "1", "native digits": "१",
    "dates": "4.3.2026 ",
    "numbers": "4 ", "months": "March ", "dots": ".", "initials": "A. ", "sentences": "Rain fell. ", "at signs": "@",
    "addresses": "a@", "long addresses": "a.b@c.d ", "dotted addresses": "a@b.", "handles": "@ana ",
    "copyright signs": "© ",
    "and": "a and ", "Han": "港", "Han and stops": "港。", "kana": "カ", "Hangul": "항 ", "Thai": "ท่า",
    "Arabic": "ميناء ",
    "combining marks": "\u0301", "letters with marks": "e\u0301", "emoji": "👩‍👩‍👧", "hashes": "#",
    "spaced hashes": "# ",
    "dashes": "- ", "em dashes": "—", "spaced em dashes": "A — ", "colons": "A: ", "bars": "|",
    "spaced bars": " | ", "stars": "*",
    "underscores": "_", "bullets": "•", "controls": "\x85", "zero-width blanks": "\u200b", "joiners": "\u200d",
    "semicolons": "By A; ",
    "photo": "Photo: ", "credits": "(AP) ", "source": "Source: ", "links": "https://", "capitals": "LISBON ",
    "capital": "A",
    "equals": "= ", "reporter": "記者", "carriage returns": "\r", "line feeds": "\n",
    "lines of mixed breaks": "a\r\n\r",
    "images": "![](", "list numbers": "1. ", "apostrophes": "a'", "marks of years": "年", "line separators": "\u2028",
}  # fmt: skip

PREFIXED = {
    "byline of names": lambda length: "By " + times("A and ")(length),
    "source of blanks": lambda length: "Source: " + times(" ")(length) + ".",
    "date of blanks": lambda length: "Published: " + times(" ")(length) + "4 March 2026",
    "brackets of names": lambda length: "(" + times("a, ")(length) + ")",
    "caption with a long credit": lambda length: "x [" + times("a/")(length) + "]",
    "dateline of commas": lambda length: "LISBON" + times(", ")(length) + "— Rain",
    "copyright of digits": lambda length: "© " + times("2026 ")(length),
    "tags": lambda length: "Tags: " + times("a, ")(length),
    "hashtags": times("#a "),
    "credit in the end": lambda length: times("a ")(length) + "Photo: Ana Silva",
    "quote that ends": lambda length: "“" + times("a")(length) + "”",
    "editing": lambda length: "Reporting by Ana Silva; " + times("Editing by Ana Silva; ")(length),
    "stars around": lambda length: times("*")(length) + "a" + times("*")(length),
}

LINES = (
    "a", "By", "Tags: NAME", "By Ana NAME", "Source: NAME", "Photo: Ana NAME", "(Reporting by Ana NAME)",
    "Editing by Ana NAME", "By Ana Silva", "- a", "1. a", "#", "Photo: A", "(AP)", "a.", "4 March 2026",
    "LISBON, March 4 (AP) — Rain",
    "Ferries", "“", "港口", " a", "Tags: a, b", "Q: Why?", "A — B", "© 2026 A", "Source: AP", "a\n", "A: b",
    "| a | b |",
    "Caption of it. (Photo: Ana Silva/AP)",
)  # fmt: skip
"""NAME stands for a word that is another one in every line."""
CHARACTERS_PER_LINE = 33


def line_after_line(*lines: str) -> Maker:
    """A line for every 33 characters that are asked for, with names that never come twice."""
    return lambda length: "\n".join(
        line.replace("NAME", name) for line, name in zip(cycle(lines), names(length // CHARACTERS_PER_LINE))
    )


def names(count: int) -> Iterator[str]:
    """Words such as ``Abacada``, each once."""
    return ("".join("BCDFGHJKLM"[int(digit)] + "a" for digit in f"{number:06}").capitalize() for number in range(count))


TEXTS: dict[str, Maker] = {
    **{name: times(unit) for name, unit in UNITS.items()},
    **{f"{name} after text": after_text(unit) for name, unit in UNITS.items()},
    **PREFIXED,
    **{f"lines of {line!r}": line_after_line(line) for line in LINES},
    "lines of all kinds": line_after_line(*LINES),
    "words that wrap": lambda length: (
        "word and another word that fills the line up to its end somewhere\n" * (length // 66)
    ),
}


def seconds(name: str, length: int) -> float:
    """How long reading takes; what is read is written again as it was."""
    data = TEXTS[name](length).encode()
    gc.disable()  # how often and how long it runs depends on all that the process holds
    try:
        started = time.process_time()
        article = FORMAT.read(data, OPTIONS)
        taken = time.process_time() - started
    finally:
        gc.enable()
    assert encode(article) == data
    return taken


@pytest.mark.parametrize("name", TEXTS)
def test_ten_times_the_text_takes_about_ten_times_as_long_and_all_is_given_back(name: str) -> None:
    """No two of the texts are as long: what was found in a text is remembered, and costs nothing the second time."""
    shorter = SMALL_OF_LINES if name.startswith("lines of") else SMALL
    seconds(name, shorter // FACTOR)  # loads tables
    fast = max(min(seconds(name, length) for length in (shorter, shorter - shorter // 50)), SHORTEST)
    slow = seconds(name, shorter * FACTOR)
    if CEILING * fast < slow < 2 * CEILING * fast:  # may be noise
        slow = median([slow, *(seconds(name, shorter * FACTOR - shorter // less) for less in (50, 25))])
    assert slow <= CEILING * fast, f"{shorter}: {fast:.3f} s, {shorter * FACTOR}: {slow:.3f} s"


def test_a_hundred_thousand_lines_are_read_and_given_back() -> None:
    data = line_after_line(*LINES)(100_000 * CHARACTERS_PER_LINE).encode()
    article = FORMAT.read(data, OPTIONS)
    assert len(article["blocks"]) >= 100_000
    assert encode(article) == data
