"""What stands above an article in the file that it was saved in: the headers of an e-mail, front matter between dashes.

Such lines are told by standing together, not each by itself: ``Von: …`` is a byline elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.roles.candidates import Candidate, sure

_FENCES = {"---", "+++"}
_MOST_FRONT = 24
_MOST_HEADERS = 12
_LEAST_HEADERS = 2
_header = re.compile(r"(?P<label>[^\W\d_][^:：\n]{0,24}?)\s?[:：]\s*(?P<value>\S)").match
_entry = re.compile(r"[\w-]{1,30}:|\s*- ").match
_message = re.compile(
    r"(?:\[\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?\] [^:\n]{1,40}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)? - [^:\n]{1,40}"
    r"|[^:\[\]\n]{1,60}, \[\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}\]):?(?:[^\n]{0,20})$"
).match
"""Who sent a message, and when, as messengers put it: ``[05/03/2026, 09:14:05] Ana: ``."""
_OF_FRONT = {"headline", "byline", "date", "tags", "tagline", "other"}


def add_preamble(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let the first blocks be the headers of an e-mail, or front matter, if they are that together."""
    if not texts:
        return
    if texts[0] in _FENCES:
        _add_front_matter(found, texts)
    elif ":" in texts[0] and _message(texts[0]) is not None:
        found[0] = (sure("other", "who sent a message, and when"),)
    elif _header(texts[0]) is not None or (len(texts) > 1 and _header(texts[1]) is not None):
        _add_headers(found, texts, cues)


def _add_front_matter(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> None:
    """``title:``, ``author:``, ``date:`` and the like between two fences; what no cue knows is of no role."""
    end = next((at for at, text in enumerate(texts[1:_MOST_FRONT], start=1) if text == texts[0]), 0)
    if not end or not all(map(_entry, texts[1:end])):
        return
    for index in range(1, end):
        told = found[index][0]
        known = told.cue is not None and told.cue.form == "label" and told.role in _OF_FRONT
        found[index] = (told,) if known else (sure("other", "front matter"),)


def _add_headers(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """``From:``, ``To:``, ``Subject:``, of which the first or the second block is the first one."""
    headers = cues.words["mail"]
    first = 0
    lines: list[int] = []
    labels: set[str] = set()
    for index, text in enumerate(texts[:_MOST_HEADERS]):
        header = _header(text)
        if header is not None and lowered(header["label"]) in headers:
            lines.append(index)
            labels.add(lowered(header["label"]))
        elif index > first or lines:
            break
        else:
            first = index + 1
    if len(labels) < _LEAST_HEADERS:
        return
    for index in range(lines[0]):
        found[index] = (sure("other", "above the headers of an e-mail"),)
    for index in lines:
        found[index] = (_as_header(texts[index], cues),)


def _as_header(text: str, cues: Cues) -> Candidate:
    """A header that says when, or any other."""
    header = _header(text)
    start = header.start("value") if header is not None else 0
    day = find_date(text, cues, start)
    if day is None or not day.full or day.start - start > _MOST_FRONT:
        return sure("other", "a header of an e-mail")
    label = lowered(text[:start]).strip(" :：")
    return sure(
        "date", "a header of an e-mail", cue=Cue("date", "published", None, start, len(text), "label", label, "und")
    )
