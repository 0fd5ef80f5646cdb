"""Labels that stand inside a byline, and say what the words after them are."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.lexicon.cues import Cues

_LABELS = {"byline", "tagline", "date", "credit"}
_LONGEST = 240
_SEMICOLONS = ";؛；"
_LONGEST_LABEL = 60
_words = re.compile(r"\S+").finditer


def label_inside(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a label of people or a date begins inside a byline: ``Ana Silva Edited By: Rui Reis``; else `end`."""
    if end - start > _LONGEST:
        return end
    if (clause := _clause_inside(text, start, end, cues)) < end or not _has_colon(text[start:end]):
        return clause
    for found in _words(text, start + 1, end):
        at = found.start()
        if text[at - 1].isspace() and any(
            (cue.form == "label" and cue.role in _LABELS) or (cue.role == "date" and " " in cue.phrase)
            for cue in cues.at_start(text[at : at + _LONGEST_LABEL])
        ):
            return at
    return end


def _has_colon(text: str) -> bool:
    return ":" in text or "：" in text


def _clause_inside(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a clause begins that says who else had a part: ``Imeandikwa na Ana Silva; imehaririwa na Rui Reis``."""
    at = next((at for mark in _SEMICOLONS if (at := text.find(mark, start, end)) > start), end)
    rest = text[at + 1 : end].lstrip()
    told = any(cue.contributor is not None for cue in cues.at_start(rest[:_LONGEST_LABEL]))
    return end - len(rest) if told else end
