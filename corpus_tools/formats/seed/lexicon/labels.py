"""Labels that stand inside a byline, and say what the words after them are."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.lexicon.cues import Cues

_LABELS = {"byline", "tagline", "date", "credit"}
_LONGEST = 240
_LONGEST_LABEL = 60
_words = re.compile(r"\S+").finditer


def label_inside(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a label of people or a date begins inside a byline: ``Ana Silva Edited By: Rui Reis``; else `end`."""
    if not (":" in text[start:end] or "：" in text[start:end]) or end - start > _LONGEST:
        return end
    for found in _words(text, start + 1, end):
        at = found.start()
        if text[at - 1].isspace() and any(
            (cue.form == "label" and cue.role in _LABELS) or (cue.role == "date" and " " in cue.phrase)
            for cue in cues.at_start(text[at : at + _LONGEST_LABEL])
        ):
            return at
    return end
