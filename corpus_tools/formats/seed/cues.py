"""Cues: the words of ``schema/seed/*.json`` that tell what a line is, compiled for look-up.

A cue is found by one look-up of the words that begin a line, never by searching, so that reading stays
linear on any input. Nothing about a language is written here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus_tools.schemas import load_schema

_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Cue:
    """What the beginning of a line says.

    Attributes:
        role: the role of such a line.
        field: metadata path of the value that follows, or None.
        contributor: what the people named after it did, for `field` ``contributors``.
        start: offset of the value in the line.
        label: whether a colon stands after the words.
    """

    role: str
    field: str | None
    contributor: str | None
    start: int
    label: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue table of a language; words are lower case."""

    labels: dict[str, dict[str, Any]]
    openers: dict[str, list[tuple[str, dict[str, Any]]]]
    end_marks: frozenset[str]
    joiners: frozenset[str]
    tails: frozenset[str]
    name_particles: frozenset[str]
    staff_words: frozenset[str]
    place_particles: frozenset[str]
    months: dict[str, int]
    weekdays: frozenset[str]
    agencies: frozenset[str]
    organisation_words: frozenset[str]
    credit_words: frozenset[str]
    caption_words: tuple[str, ...]
    date_heads: frozenset[str]
    stops: str
    bullets: str
    dashes: str

    def phrases(self, role: str) -> tuple[list[str], list[str]]:
        """The labels and the openers of a role, longest first."""
        labels = [word for word, entry in self.labels.items() if entry["role"] == role]
        openers = [word for pairs in self.openers.values() for word, entry in pairs if entry["role"] == role]
        return sorted(labels, key=len, reverse=True), sorted(openers, key=len, reverse=True)

    def find(self, line: str) -> Cue | None:
        """The cue that `line` begins with."""
        head = line[:_LONGEST]
        colon = head.find(":")
        if colon > 0 and (entry := self.labels.get(head[:colon].strip().lower())) is not None:
            return _cue(entry, _skip_blanks(line, colon + 1), label=True)
        words = head.split(None, 1)
        for phrase, entry in self.openers.get(words[0].lower(), ()) if words else ():
            if head[: len(phrase)].lower() == phrase and not line[len(phrase) : len(phrase) + 1].isalnum():
                return _cue(entry, _skip_blanks(line, len(phrase)), label=False)
        return None


def _cue(entry: dict[str, Any], start: int, *, label: bool) -> Cue:
    return Cue(entry["role"], entry["field"], entry.get("contributor"), start, label)


def _skip_blanks(line: str, start: int) -> int:
    while start < len(line) and line[start].isspace():
        start += 1
    return start


@cache
def load_cues(language: str = "en") -> Cues:
    """The cue table of a language.

    Raises:
        SchemaDataError: there is no table for it.
    """
    table = load_schema(f"seed/{language}.json")
    openers: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for entry in table["openers"]:
        for phrase in entry["words"]:
            openers.setdefault(phrase.split()[0], []).append((phrase, entry))
    for phrases in openers.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return Cues(
        labels={word: entry for entry in table["labels"] for word in entry["words"]},
        openers=openers,
        end_marks=frozenset(table["end_marks"]),
        joiners=frozenset(table["and"]),
        tails=frozenset(table["tails"]),
        name_particles=frozenset(table["name_particles"]),
        staff_words=frozenset(table["staff_words"]),
        place_particles=frozenset(table["place_particles"]),
        months=table["months"],
        weekdays=frozenset(table["weekdays"]),
        agencies=frozenset(table["agencies"]),
        organisation_words=frozenset(table["organisation_words"]),
        credit_words=frozenset(table["credit_words"]),
        caption_words=tuple(table["caption_words"]),
        date_heads=frozenset(word[:3] for word in (*table["weekdays"], *table["months"])),
        stops=table["sentence_stops"],
        bullets=table["bullets"],
        dashes=table["dashes"],
    )
