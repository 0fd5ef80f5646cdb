"""What the words of a cue say about a block, if what stands beside them is of the kind that they ask for."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus_tools.formats.seed.credits.closed import ends_caption
from corpus_tools.formats.seed.credits.find import without_aside
from corpus_tools.formats.seed.credits.words import FoundCredit
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import find_digit
from corpus_tools.formats.seed.names.recognise import sentence_end, trimmed
from corpus_tools.formats.seed.roles.candidates import Candidate, Weights, hint, sure
from corpus_tools.formats.seed.roles.values import fits

_LONGEST_CAPTION = 500
_AFTER_DASH, _AFTER_ARROW = {"byline", "source", "tagline"}, {"boilerplate", "source", "tagline"}
_LONGEST_CLOSED = 160
_LONGEST_LABELLED = (60, 30)
"""How long a credit with a label may be, that may else be a caption, and one that a bracket ends."""
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "*": "*", "_": "_", "<": ">", "—": "—", "-": "-", "^": "<="}
_ARROWS = ">»›→▶▷▸►☞👉◆※*•■□▲△★☆"
_arrows = re.compile(rf"[{_ARROWS}]{{1,3}}\s?(?=\w)").match
DATED_BYLINE: Weights = (2.0, 2.5, -0.5, 2.5)


@lru_cache(maxsize=16)  # blocks at the edges of a document are looked at as parts of a page, too
def by_cue(text: str, cues: Cues) -> Candidate | None:
    """The candidate of the first cue whose value is of the kind it asks for."""
    first = text[0]
    bracketed = first in _BRACKETS and len(text) > 2 and text[-1] in _BRACKETS[first]
    marked = bracketed or first in cues.dashes or first in _ARROWS
    offset = _offset(text, cues, bracketed=bracketed) if marked else 0
    after_dash = not bracketed and offset > 0
    end = len(text) - offset * bracketed
    for cue in cues.at_start(text[offset:]):
        moved = cue._replace(start=cue.start + offset, end=end) if offset else cue
        if after_dash and cue.role not in (_AFTER_DASH if first in cues.dashes else _AFTER_ARROW):
            continue
        if cue.role == "byline" and (closing := _closing_credit(text, cues)) is not None:
            return closing
        if cue.role == "byline" and text[moved.start :].isdecimal() and len(text) > moved.start + 2:
            return sure("boilerplate", "a number after a label", cue=moved._replace(role="boilerplate", field=None))
        if fits(text, moved, cues, bracketed=bracketed):
            made = sure(cue.role, "a cue begins it", cue=moved)
            return made._replace(weights=DATED_BYLINE) if cue.role == "byline" and find_digit(text) else made
        if (
            cue.role == "credit"
            and cue.form == "label"
            and _LONGEST_LABELLED[text[-1] in ")]）】"] < len(text) <= _LONGEST_CAPTION
        ):
            return sure("caption", "a cue of pictures begins it", cue=moved._replace(role="caption"))
        if cue.role == "credit" and " " in cue.phrase and len(text) <= _LONGEST_CAPTION and text[-1] in cues.stops:
            return _sentence_of_credit(text, moved, cues)
    return _by_closer(text, cues, bracketed=bracketed) if len(text) <= _LONGEST_CLOSED else None


def _sentence_of_credit(text: str, cue: Cue, cues: Cues) -> Candidate:
    """Sentences under a headline that begin with whose picture it is: ``Photo by the harbour club. Used with …``."""
    first = sentence_end(text, cue.start)
    extent = without_aside(text, *trimmed(text, cue.start, first.end() - 1 if first else cue.end), cues)
    return hint(
        "caption", "a credit in sentences", head=2.2, body=-0.5, credit=FoundCredit(extent, 0.6, f"“{cue.phrase}”")
    )


def _offset(text: str, cues: Cues, *, bracketed: bool) -> int:
    """Where the words of a block begin: after a bracket, marks of emphasis, a dash, or arrows."""
    if bracketed:
        doubled = len(text) > 5 and text[0] in "*_" and text[1] == text[0] == text[-2]
        return 1 + (doubled or text[1].isspace())
    if text[0] in cues.dashes and text[1:2].isspace():
        return 2
    if text.startswith("--"):
        return len(text) - len(text[2:].lstrip())
    if text[0] not in _ARROWS or next(cues.at_start(text), None) is not None:
        return 0
    return found.end() if (found := _arrows(text)) is not None else 0


def _closing_credit(text: str, cues: Cues) -> Candidate | None:
    """The credit that a short line ends with, though it begins as a byline does: ``记者 王芳 摄``."""
    closing = next(cues.at_end(text), None) if len(text) <= 60 else None
    return sure("credit", "a cue ends it", cue=closing) if closing is not None and closing.role == "credit" else None


def _by_closer(text: str, cues: Cues, *, bracketed: bool) -> Candidate | None:
    for cue in cues.at_end(text):
        if cue.role == "byline" and not bracketed and ends_caption(text, cue.end, cues):
            continue
        start = next((at for at in range(min(4, cue.end)) if text[at] not in "（([【—–-/ 　*"), 0)
        if fits(text, moved := cue._replace(start=start) if start else cue, cues, bracketed=bracketed):
            return sure(cue.role, "a cue ends it", cue=moved)
    return None
