"""What each block of a seed could be, seen alone: its reading in the head, the body and the foot of an article.

A strong cue keeps its role everywhere; a weak one counts in one part only (a name after a dash is a byline
at the end and a line of dialogue elsewhere). Scores say how well a block fits a part; `roles` picks the
most plausible sequence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from corpus_tools.formats.seed.cues import Cue, Cues, load_cues
from corpus_tools.formats.seed.datelines import stands_alone
from corpus_tools.formats.seed.dates import date_line
from corpus_tools.formats.seed.names import is_name, is_organisation, listed, name_in, segments

Reading = tuple[str, float]
"""A role and how well it fits; the role ``""`` is for the sequence to decide."""

LONGEST_TITLE = 240
_LONGEST_CAPTION = 400
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』"}
_LONGEST_VALUE = {"source": 200, "credit": 120, "tagline": 400, "copyright": 400, "boilerplate": 400, "tags": 1000}
_BRACKETS = {"(": ")", "[": "]"}
_number = re.compile(r"(?:[0-9]{1,2}|[a-z])[.)]\s").match
_heading = re.compile(r"#{1,6}\s+").match
_WEIGHTS = {
    "byline": (2.0, -0.5, 2.0),
    "date": (2.0, -0.5, 1.0),
    "dateline": (2.0, -0.5, 0.0),
    "source": (1.0, -0.5, 2.0),
    "tagline": (0.5, -0.5, 2.0),
    "copyright": (0.5, -0.5, 2.0),
    "tags": (0.5, -0.5, 2.0),
    "correction": (1.0, 0.5, 1.0),
    "note": (1.0, 0.5, 1.0),
    "boilerplate": (0.0, 0.0, 2.0),
    "other": (0.5, 0.0, 1.0),
    "caption": (1.0, 1.0, 0.0),
    "credit": (1.0, 1.0, 0.5),
    "list_item": (-1.0, 1.0, 0.0),
    "quote": (-1.0, 1.0, -1.0),
    "subhead": (0.0, 1.0, -1.0),
}


class Shape(NamedTuple):
    """What one block could be.

    Attributes:
        cue: the words it begins with, if they say something.
        title_like: one short line without a final stop.
        credit: offsets of the words in brackets at its end that may credit a photo.
        readings: its reading in head, body and foot.
    """

    cue: Cue | None
    title_like: bool
    credit: tuple[int, int] | None
    readings: tuple[Reading, Reading, Reading]


def shape_of(text: str, *, near_top: bool) -> Shape:
    """Look at one block alone; only blocks near the top of a document can be captions that no credit marks."""
    cues = load_cues()
    cue = _sure_cue(text, cues)
    title_like = _is_title_like(text, cues)
    credit = bracketed_credit(text)
    role = cue.role if cue is not None else _role_by_mark(text, cues)
    if role:
        return Shape(cue, title_like, credit, _strong(role))
    return Shape(None, title_like, credit, _weak(text, cues, credit, title_like=title_like, near_top=near_top))


def _strong(role: str) -> tuple[Reading, Reading, Reading]:
    head, body, foot = _WEIGHTS[role]
    return (role, head), (role, body), (role, foot)


def _sure_cue(text: str, cues: Cues) -> Cue | None:
    """The cue a block begins with, if what follows is of the kind it asks for."""
    bracketed = text[-1] == _BRACKETS.get(text[0])
    offset = 1 if bracketed else 2 if text[0] in cues.dashes and text[1:2].isspace() else 0
    found = cues.find(text[offset : offset + 100] if offset else text)
    if found is None or (offset == 2 and found.role != "byline"):
        return None
    cue = Cue(found.role, found.field, found.contributor, found.start + offset, found.label)
    return cue if _fits(text, cue, len(text) - bracketed) else _otherwise(text, cue)


def _fits(text: str, cue: Cue, end: int) -> bool:
    if cue.start >= end:
        return cue.role in {"copyright", "boilerplate"}
    if end - cue.start > _LONGEST_VALUE.get(cue.role, len(text)):
        return False
    value = text[cue.start : end]
    match cue.role:
        case "byline":
            fits = has_author(text, cue.start, end)
        case "tagline":
            fits = has_author(text, cue.start, cue.start + len(value.partition(";")[0]))
        case "date":
            fits = date_line(text[:end], cue.start) is not None
        case "source" | "credit":
            fits = ". " not in value and not value[0].islower()
        case "other":
            fits = " " not in value and "://" in value
        case "note":
            fits = cue.label or text[0] in _BRACKETS
        case _:
            fits = True
    return fits


def _otherwise(text: str, cue: Cue) -> Cue | None:
    """What a cue whose value does not fit still says: a long text after ``Photo:`` is a caption."""
    if cue.role == "credit" and cue.label and cue.start < len(text) <= 600:
        return Cue("caption", None, None, cue.start, label=True)
    return None


def has_author(text: str, start: int, end: int) -> bool:
    """Whether a list of names begins at `start`: every item a name, or at least the first one in full."""
    parts = segments(text, start, end)
    items = listed(text, *parts[0]) if parts else []
    if not items or name_in(text, *items[0]) is None:
        return False
    if all(name_in(text, *item) is not None for item in items):
        return True
    return " " in text[slice(*items[0])] and end - start <= 120


def _role_by_mark(text: str, cues: Cues) -> str:
    """The role that the first character or the whole of a block shows."""
    first = text[0]
    role = ""
    if (first.isdigit() or text[:3].lower() in cues.date_heads) and date_line(text) is not None:
        role = "date"
    elif len(text) < 12 and text.lower() in cues.end_marks:
        role = "boilerplate"
    elif _number(text) or (first in cues.bullets and text[1:2].isspace()):
        role = "list_item"
    elif first == "#":
        role = _role_of_hash(text)
    elif first == ">" or _is_quoted(text):
        role = "quote"
    return role


def _is_quoted(text: str) -> bool:
    """Whether quotation marks enclose the whole block, and not several quotations."""
    closing = _QUOTES.get(text[0])
    if closing is None or len(text) <= 40 or text[-1] not in closing:
        return False
    return not any(mark in text[1:-1] for mark in closing)


def _role_of_hash(text: str) -> str:
    if _heading(text):
        return "subhead"
    return "tags" if len(text) <= 1000 and all(word.startswith("#") for word in text.split()) else ""


def _weak(
    text: str, cues: Cues, credit: tuple[int, int] | None, *, title_like: bool, near_top: bool
) -> tuple[Reading, Reading, Reading]:
    """Readings of a block without a sure cue."""
    if text[0] in cues.dashes and text[1:2].isspace():
        return _after_dash(text)
    if credit is not None:
        return _in_brackets(text, credit) if credit[0] == 1 else _before_brackets(text, credit, cues)
    if (near_top or text[-1] not in cues.stops) and inline_credit(text) is not None:
        return ("caption", 1.5), ("caption", 1.5), ("paragraph", 0.0)
    if title_like:
        return _one_line(text, cues)
    if near_top and len(text) < _LONGEST_CAPTION and _tells_of_picture(text, cues):
        return ("caption", 0.5), ("paragraph", 1.0), ("paragraph", -2.0)
    return ("", -1.0 if len(text) <= 300 else -2.0), ("paragraph", 1.0), ("paragraph", -2.0)


def _one_line(text: str, cues: Cues) -> tuple[Reading, Reading, Reading]:
    if stands_alone(text):
        return ("dateline", 1.5), ("paragraph", 0.5), ("paragraph", -1.0)
    if text in cues.agencies:
        return ("source", 1.0), ("paragraph", 0.5), ("source", 1.5)
    return ("", 1.0), ("", 0.5), ("paragraph", -1.0)


def _before_brackets(text: str, credit: tuple[int, int], cues: Cues) -> tuple[Reading, Reading, Reading]:
    sure = text[-1] == "]" or _credits_photo(text[slice(*credit)], cues)
    return ("caption", 1.5), ("caption", 1.5) if sure else ("paragraph", 1.0), ("paragraph", -2.0)


def _tells_of_picture(text: str, cues: Cues) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in cues.caption_words)


def _after_dash(text: str) -> tuple[Reading, Reading, Reading]:
    rest = text[1:].strip()
    inner = ("list_item", 1.0) if text[0] in "-–" else ("paragraph", 1.0)
    if is_organisation(rest) and is_name(rest):
        return ("source", 0.0), inner, ("source", 2.0)
    start = len(text) - len(text[1:].lstrip())
    items = listed(text, start, len(text))
    if items and all(name_in(text, *item) is not None for item in items):
        return ("byline", 0.5), inner, ("byline", 2.0)
    return ("paragraph", -1.0), inner, ("paragraph", -2.0)


def _in_brackets(text: str, credit: tuple[int, int]) -> tuple[Reading, Reading, Reading]:
    inner = text[slice(*credit)]
    if text[0] == "[" or "/" in inner or " via " in inner:
        return ("credit", 1.0), ("credit", 1.0), ("credit", 0.5)
    if len(inner) <= 60 and is_name(inner):
        return ("credit", 0.5), ("paragraph", 0.5), ("source", 2.0)
    return ("paragraph", -1.0), ("paragraph", 1.0), ("paragraph", -1.0)


def _credits_photo(words: str, cues: Cues) -> bool:
    if "/" in words or words in cues.agencies:
        return True
    return any(word in cues.credit_words for word in words.lower().split())


def bracketed_credit(text: str) -> tuple[int, int] | None:
    """Offsets of the words in brackets that end a block, if they are short and begin like a name."""
    opening = {")": "(", "]": "["}.get(text[-1])
    if opening is None:
        return None
    start = text.rfind(opening, max(0, len(text) - 140)) + 1
    words = text[start:-1]
    if not start or len(words) < 2 or not (words[0].isalpha() and not words[0].islower()):
        return None
    if "\n" in words or ". " in words or ": " in words[:20] or len(words.split()) > 12:
        return None
    return start, len(text) - 1


@cache
def _inline_credit() -> re.Pattern[str]:
    labels, openers = load_cues().phrases("credit")
    return re.compile(
        rf"(?<!\w)(?:(?:{'|'.join(map(re.escape, labels))})\s?:|(?:{'|'.join(map(re.escape, openers))})\b)\s?",
        re.IGNORECASE,
    )


@cache
def _credit_stems() -> tuple[str, ...]:
    """The shortest words that any word for a credit holds."""
    labels, openers = load_cues().phrases("credit")
    words = {*labels, *openers}
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


def inline_credit(text: str) -> tuple[int, int] | None:
    """Offsets of the words after ``Photo:`` or ``Photo by`` at the end of a short block."""
    if len(text) > _LONGEST_CAPTION:
        return None
    end = len(text) - (text[-1] in ".)]")
    tail = text[-140:].lower()
    if not any(stem in tail for stem in _credit_stems()):
        return None
    for found in _inline_credit().finditer(text, max(0, end - 140)):
        words = text[found.end() : end]
        if words and words[0].isupper() and ". " not in words and len(words.split()) <= 12:
            return found.end(), end
    return None


def _is_title_like(text: str, cues: Cues) -> bool:
    if len(text) > LONGEST_TITLE or "\n" in text or text[0].islower():
        return False
    last = text[-1]
    return last not in cues.stops + ":;,—–-" or text.endswith("...") or last in "?!…"
