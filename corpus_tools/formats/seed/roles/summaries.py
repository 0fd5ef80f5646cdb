"""Standfirsts that the dateline of a report, below them or in them, or the kicker that begins them shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.datelines.bare import opening, opens
from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import has_no_stops, lowered
from corpus_tools.formats.seed.roles.candidates import HEAD, LINE, RUNNING, TOP, Candidate, hint
from corpus_tools.formats.seed.roles.shapes import WITH_DATELINE

_BESIDE_HEAD = {"byline", "date", "caption", "credit", "media", "boilerplate"}
_LONGEST_SUMMARY = 400
_ABOVE_REPORT = hint("standfirst", "sentences above the words of who brings the report", head=2.5)
_ABOVE_DATELINE = hint("standfirst", "sentences above a dateline", head=1.5)
_LINE_ABOVE_DATELINE = hint("deck", "a line above a dateline", head=2.0)
_SUMMARY_WITH_DATELINE = hint("standfirst", "a dateline begins it, above the author and the report", head=3.4)
_AFTER_KICKER = hint("standfirst", "a kicker before a dash begins it", head=3.0)
_after_kicker = re.compile(r"(?P<kicker>[^\W\d_][^-–—|\n]{2,24}?)\s[-–—|]\s(?=\S)").match
_SURE_BYLINE = 2.2  # in the head: a name with a day
_LONGEST_OPENING = 20


def add_above_dateline(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let sentences between the headline and the paragraph that opens the report be the standfirst."""
    tops = list(zip(texts[:TOP], found, strict=False))
    opens = next((at for at, (text, _) in enumerate(tops) if _is_opening(text, cues)), 0) if cues.report_openings else 0
    opens = opens or next((at for at, (text, options) in enumerate(tops) if _says_where(text, options, cues)), 0)
    above = opens - 1
    while above > 0 and (found[above][0].role in _BESIDE_HEAD or found[above + 1][0].role == "credit"):
        above -= 1
    if above < 1:
        return
    stopped = texts[above][-1] in cues.stops or has_no_stops(texts[above][0])
    running = found[above][-1] is RUNNING and len(texts[above]) <= _LONGEST_SUMMARY and stopped
    if running and _is_opening(texts[opens], cues):
        found[above] = (*found[above], _ABOVE_REPORT)
    elif running and (WITH_DATELINE in found[opens] or _stands_elsewhere(texts, opens, cues)):
        found[above] = (*found[above], _ABOVE_DATELINE)
    elif (
        found[above][-1] is LINE
        and not any(option.role == "byline" for option in found[above])
        and any(options[0].role in {"byline", "date"} for options in found[1:above])
    ):
        found[above] = (*found[above], _LINE_ABOVE_DATELINE)


def add_summary_after_kicker(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let sentences that a kicker in capitals and a dash begin be the standfirst: ``RÉCIT - À Plouhinec, …``."""
    for index, text in enumerate(texts[1:TOP], start=1):
        if not text[:3].isupper() or found[index][-1] not in (RUNNING, LINE) or index + 1 >= len(texts):
            continue
        told = _after_kicker(text)
        whole = cues.whole(told["kicker"]) if told is not None else None
        if whole is not None and whole.role == "kicker" and found[index + 1][-1] is RUNNING:
            found[index] = (*found[index], _AFTER_KICKER)


def add_summary_with_dateline(found: list[tuple[Candidate, ...]], bylines: Sequence[int]) -> None:
    """Let a paragraph that a dateline begins be the standfirst if the author and the report stand below it."""
    for index in bylines:
        between = 1 < index < min(TOP, len(found) - 1) and found[index + 1][-1] is RUNNING
        if between and WITH_DATELINE in found[index - 1] and any(map(_is_sure_byline, found[index])):
            found[index - 1] = (*found[index - 1], _SUMMARY_WITH_DATELINE)


def _is_sure_byline(option: Candidate) -> bool:
    """Whether a cue, or a day beside the name, makes a block a byline."""
    return option.role == "byline" and (option.cue is not None or option.weights[HEAD] >= _SURE_BYLINE)


def _is_opening(text: str, cues: Cues) -> bool:
    """Whether a paragraph opens as reports of a language do."""
    return lowered(text[:_LONGEST_OPENING]).startswith(cues.report_openings)


def _says_where(text: str, options: Sequence[Candidate], cues: Cues) -> bool:
    """Whether a paragraph opens with a dateline that has a place, or with a place alone and a mark of the language.

    A day alone may open any paragraph of a report that goes by days.
    """
    if WITH_DATELINE in options:
        line = run_in(text, cues)
        return line is not None and line.place is not None
    return bool(cues.place_marks) and options[-1] is RUNNING and opens(text, cues)


def _stands_elsewhere(texts: Sequence[str], opens: int, cues: Cues) -> bool:
    """Whether the place that opens a paragraph stands in another block, too."""
    line = opening(texts[opens], cues)
    place = texts[opens][slice(*line.place)] if line is not None and line.place is not None else ""
    return bool(place) and any(place in text for at, text in enumerate(texts) if at != opens)
