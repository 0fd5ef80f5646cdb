"""Cues: the words of ``schema/seed/*.json`` that tell what a line is, compiled for look-up.

A cue is found by one look-up of the characters that begin or end a line, never by searching, so that reading
stays linear on any input. Nothing about a language is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from corpus_tools.formats.seed.lexicon.calendars import months_of
from corpus_tools.formats.seed.lexicon.chrome import Entry, chrome_line, words_of_chrome
from corpus_tools.formats.seed.lexicon.forms import Form, in_form
from corpus_tools.formats.seed.lexicon.phrases import is_in_word, lowered, shortest
from corpus_tools.formats.seed.lexicon.tables import ALL, all_say, entries_of, table_of, tables_of, word_lists, words_of
from corpus_tools.seed_style import SeedStyle

_LONGEST = 64
_LEAST_ENDING = 8
_COLONS = ":፦：︰﹕៖=＝|｜՝"
_DASHED, _DASHES = {"byline", "credit", "source", "date", "boilerplate"}, {"— ", "– ", "- "}  # Автор — Иван Петров
_OF_PEOPLE = {"byline", "credit"}
_EDGES = " \t\u00a0[](){}<>［］〔〕★☆*_-–—=#.:：!。【】（）|>›»→▶▸►☞◎👉📲🔔"
_SPACED = "\u0e00"  # from Thai on, scripts that set no blanks between words; Korean is told apart below


class Cue(NamedTuple):
    """What the beginning, the end or the whole of a line says.

    Attributes:
        role: the role of such a line.
        field: metadata path of the value, or None.
        contributor: what the people named did, for `field` ``contributors``.
        start: offset of the value in the line.
        end: offset of its end.
        form: ``opener``, ``label``, ``closer`` or ``line``.
        phrase: the words found, lower case.
        language: the language they are of, ``und`` for all.
    """

    role: str
    field: str | None
    contributor: str | None
    start: int
    end: int
    form: str
    phrase: str
    language: str


_Index = dict[str, list[Entry]]
_ByEdge = dict[str, tuple[tuple[str, ...], tuple[Entry, ...]]]
_KEY = 4
"""Characters at the edge of a phrase that it is looked up by; of shorter ones all."""

_NO_CUES: Iterator[Cue] = iter(())


@dataclass(frozen=True, eq=False)
class Cues:
    """The cues and word lists of some languages, the most trusted language first."""

    languages: tuple[str, ...]
    openers: _Index
    closers: _Index
    lines: dict[str, Entry]
    words: Mapping[str, frozenset[str]]
    months: Mapping[str, int]
    weekdays: frozenset[str]
    eras: Mapping[str, int]
    stops: str
    bullets: str
    dashes: str
    function_words: frozenset[str]
    day_first: bool = False
    year_last: bool = False
    blanks_divide_names: bool = False
    buddhist_years: bool = False
    dateline_in_summary: bool = False
    place_marks: str = ""
    doubtful_place_marks: str = ""

    @cached_property
    def postpositions(self) -> str:
        """The characters that follow a place, in scripts without blanks between words."""
        return "".join(
            sorted(word for word in self.words["in"] if len(word) == 1 and word > "\u3040" and word.isalpha())
        )

    @cached_property
    def glued_places(self) -> tuple[str, ...]:
        """Places that papers put before a summary without a mark, the longest first."""
        return tuple(sorted(self.words["places"], key=lambda place: (-len(place), place)))

    @cached_property
    def report_openings(self) -> tuple[str, ...]:
        """What a report begins with: words before a day or a time, or before the agency that brings it."""
        return tuple(sorted(self.words["openings"] | self.words["reported"]))

    @cached_property
    def credit_phrases(self) -> tuple[str, ...]:
        """The phrases that open a credit, one of a single Han character with its colon: ``图：``."""
        entries = [entry for found in self.openers.values() for entry in found if entry[2]["role"] == "credit"]
        return tuple(phrase if len(phrase) > 1 else f"{phrase}：" for phrase, *_ in entries if phrase >= "aa")

    @cached_property
    def source_labels(self) -> frozenset[str]:
        """The single words that name a source or an author before a colon, and in captions the one of the picture."""
        return frozenset(
            phrase
            for entries in self.openers.values()
            for phrase, form, cue, _ in entries
            if cue["role"] in {"source", "byline"} and form == "label" and phrase.isalpha()
        )

    @cached_property
    def source_marks(self) -> tuple[str, ...]:
        """These words with their colon."""
        return tuple(f"{word}:" for word in sorted(self.source_labels))

    @cached_property
    def credit_stems(self) -> tuple[str, ...]:
        """The shortest texts of which one is in every phrase of a credit."""
        closers = (
            phrase for entries in self.closers.values() for phrase, _, cue, _ in entries if cue["role"] == "credit"
        )
        return shortest({*self.credit_phrases, *closers})

    @cached_property
    def caption_stems(self) -> tuple[str, ...]:
        """The shortest texts of which one is in every text that has words of captions."""
        return shortest(self.words["caption"])

    @cached_property
    def job_endings(self) -> tuple[str, ...]:
        """The longer words of offices, which may end others: ``kulturreporter``."""
        return tuple(job for job in self.words["jobs"] if len(job) >= _LEAST_ENDING and job.isalpha())

    @cached_property
    def _chrome(self) -> frozenset[str]:
        return words_of_chrome(self.lines)

    @cached_property
    def _heads(self) -> _ByEdge:
        """What may begin a line, by its first characters."""
        return _by_edge(self.openers, lambda key, length: key[:length])

    @cached_property
    def _tails(self) -> _ByEdge:
        """What may end a line, by its last characters."""
        return _by_edge(self.closers, lambda key, length: key[-length:])

    @cached_property
    def agency_names(self) -> frozenset[str]:
        """The names of agencies in lower case."""
        return frozenset(name.lower() for name in self.words["agencies"])

    def opening(self, phrase: str) -> Sequence[Entry]:
        """The entries of openers whose first characters are those of `phrase`."""
        return self.openers.get(phrase[:_KEY], ())

    def at_start(self, text: str) -> Iterator[Cue]:
        """The cues that `text` begins with, the longest and most trusted first."""
        head = lowered(text[:_LONGEST])
        heads = self._heads
        likely = heads.get(head[:4]) or heads.get(head[:3]) or heads.get(head[:2]) or heads.get(head[:1])
        if likely is None or not head.startswith(likely[0]):
            return _NO_CUES
        return self._openers_of(text, head, likely[1])

    def _openers_of(self, text: str, head: str, likely: Sequence[Entry]) -> Iterator[Cue]:
        """The cues among some openers that `head`, the beginning of `text` in lower case, begins with."""
        for phrase, form, cue, language in [entry for entry in likely if head.startswith(entry[0])]:
            after = start = len(phrase)
            if phrase[-1] < _SPACED and is_in_word(phrase[-1]) and is_in_word(head[after : after + 1]):
                continue
            if cue["role"] in _OF_PEOPLE and phrase[-1] >= "가" and "가" <= head[after : after + 1] <= "힣":
                continue  # 취재수첩
            while start < len(text) and text[start].isspace():
                start += 1
            mark = text[start : start + 2]
            dash = (start > after and cue["role"] in _DASHED and mark in _DASHES) or (
                start == after and cue["role"] == "credit" and mark == "- "  # फोटो- अनुराग मिश्रा
            )
            colon = dash or (start < len(text) and text[start] in _COLONS)
            if not colon and form == "label":
                continue
            if colon:
                start += 1
                while start < len(text) and text[start].isspace():
                    start += 1
            yield _cue(cue, start, len(text), "label" if colon else form, phrase, language)

    def at_end(self, text: str) -> Iterator[Cue]:
        """The cues that `text` ends with."""
        end = len(text.rstrip(".)]）】"))
        tail = lowered(text[max(0, end - _LONGEST) : end])
        tails = self._tails
        likely = tails.get(tail[-4:]) or tails.get(tail[-3:]) or tails.get(tail[-2:]) or tails.get(tail[-1:])
        if likely is None or not tail.endswith(likely[0]):
            return _NO_CUES
        return self._closers_of(text, tail, end, likely[1])

    def _closers_of(self, text: str, tail: str, end: int, likely: Sequence[Entry]) -> Iterator[Cue]:
        """The cues among some closers that `tail`, what stands before `end` in lower case, ends with."""
        for phrase, form, cue, language in likely:
            stop = end - len(phrase)
            if stop <= 0 or not tail.endswith(phrase):
                continue
            if phrase[0] < _SPACED and phrase[0].isalnum() and is_in_word(text[stop - 1]):
                continue
            while stop and (text[stop - 1].isspace() or text[stop - 1] in ",;/|·-–—"):
                stop -= 1
            yield _cue(cue, 0, stop, form, phrase, language)

    def whole(self, text: str) -> Cue | None:
        """The cue that `text` consists of, but for marks at its edges."""
        if len(text) > _LONGEST:
            return None
        low = lowered(text)
        inner = low.strip(_EDGES)
        found = self.lines.get(inner) or self.lines.get(low) or chrome_line(inner, self.lines, self._chrome)
        return None if found is None else _cue(found[2], 0, len(text), "line", found[0], found[3])


def _by_edge(index: _Index, edge: Callable[[str, int], str]) -> _ByEdge:
    """For each key of an index its phrases, the longest first, with the shorter ones that its own edge holds."""
    found: _ByEdge = {}
    for key in index:
        lengths = range(len(key), 0, -1)
        entries = [
            entry for each in dict.fromkeys(edge(key, length) for length in lengths) for entry in index.get(each, ())
        ]
        found[key] = tuple(entry[0] for entry in entries), tuple(entries)
    return found


def _cue(entry: Mapping[str, Any], start: int, end: int, form: str, phrase: str, language: str) -> Cue:
    return Cue(entry["role"], entry.get("field"), entry.get("contributor"), start, end, form, phrase, language)


@cache
def load_cues(languages: tuple[str, ...] = ("en",), style: SeedStyle | None = None, form: Form = "NFC") -> Cues:
    """The cues of some languages, the most trusted first, and of a style, which comes before all of them.

    Args:
        languages: tags with a table; ``und`` is always added.
        style: a user's additions.
        form: how the text writes its letters.
    """
    tables = [*tables_of(style), *map(table_of, languages), table_of(ALL)]
    openers: _Index = {}
    closers: _Index = {}
    lines: dict[str, Entry] = {}
    for entry in entries_of(tables, form):
        if entry[1] == "line":
            lines.setdefault(entry[0], entry)
        elif entry[1] == "closer":
            closers.setdefault(entry[0][-_KEY:], []).append(entry)
        else:
            openers.setdefault(entry[0][:_KEY], []).append(entry)
    for index in (openers, closers):
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    marks = table_of(ALL)["marks"]
    told = languages[:-1] if languages[-1:] == ("en",) else ()  # English elsewhere: nothing told them apart
    return Cues(
        languages=languages,
        openers=openers,
        closers=closers,
        lines=lines,
        words={name: words_of(tables, name, form) for name in word_lists()},
        months={in_form(name, form): number for table in reversed(tables) for name, number in months_of(table)},
        weekdays=frozenset(
            in_form(word, form)
            for table in tables
            for name in table.get("weekdays", ())
            for word in (name, *name.split())
        ),
        eras={in_form(name, form): before for table in tables for name, before in table.get("eras", {}).items()},
        stops=marks["stops"] + "".join(table_of(each).get("stops", "") for each in told),
        bullets=marks["bullets"],
        dashes=marks["dashes"],
        function_words=frozenset(
            in_form(word, form) for each in told or languages for word in table_of(each).get("function_words", ())
        ),
        day_first=all_say("day_first", told or languages),
        year_last=all_say("year_last", told or languages),
        buddhist_years=all_say("buddhist_years", languages[:1]),
        blanks_divide_names=all_say("blanks_divide_names", languages[:1]),
        dateline_in_summary=all_say("dateline_in_summary", languages[:1]),
        place_marks="".join(table_of(each).get("place_marks", "") for each in told),
        doubtful_place_marks="".join(table_of(each).get("doubtful_place_marks", "") for each in told or languages),
    )
