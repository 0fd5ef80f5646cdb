"""Names that stand alone on a line, without a cue: bylines by their place in the document."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.candidates import Candidate, hint
from corpus_tools.formats.seed.cues import Cues
from corpus_tools.formats.seed.names import (
    address_in,
    handle_in,
    is_job,
    is_name,
    is_organisation,
    listed,
    name_in,
    segments,
)

_LONGEST = 90
_HAN = "[\u3400-\u9fff々]"
_han_names = re.compile(
    rf"(?:{_HAN}{{2,4}}|{_HAN}{{1,3}}[ \u3000]{_HAN}{{1,3}})(?:[、，,·・ \u3000]{_HAN}{{2,4}}){{0,3}}"
).fullmatch
"""Names in Han characters alone, as Chinese and Japanese ones are: ``王芳``, ``佐藤 花子、山田太郎``."""
_MOST = 4
_MOST_WORDS = 4
_ADDRESS = hint("byline", "an e-mail address", head=1.5, body=0.6, foot=1.5)
_HANDLE = hint("byline", "a handle", head=1.2, body=-0.5, foot=0.8)
_OFFICE = hint("byline", "an office of a newsroom", head=0.9, body=-1.0, foot=0.8)
_NEWSROOM_AND_PLACE = hint("byline", "a newsroom and its place", head=0.2)
_NAME_WITH_NEWSROOM = hint("byline", "a name with a newsroom", head=1.6, body=-1.0, foot=1.5)
_TWO_NEWSROOMS = hint("byline", "two newsrooms", head=1.6, body=-1.0, foot=1.5)
_NAMES_ALONE_IN_HAN = hint("byline", "names alone", head=1.0, body=-1.5, foot=0.2)
_NAMES_ALONE = tuple(
    tuple(hint("byline", "names alone", head=head, body=-1.0, foot=foot) for foot in (0.6, 1.0)) for head in (1.3, 0.7)
)
"""By whether they are in capitals, and whether there are several."""


def named(text: str, cues: Cues) -> Candidate | None:
    """A name, an office or an e-mail address alone on a line."""
    if len(text) > _LONGEST:
        return None
    if "@" in text:
        words = len(text.split())
        if words <= 6 and address_in(text, 0, len(text)) is not None:
            return _ADDRESS
        if words <= 4 and handle_in(text, 0, len(text)) is not None:
            return _HANDLE
    if is_job(text, cues):
        return _OFFICE
    if text.lower() == text.upper():
        return _NAMES_ALONE_IN_HAN if _han_names(text) else None  # without capitals only its form shows a name
    return _names(text, cues)


def _names(text: str, cues: Cues) -> Candidate | None:
    """People alone, or with their newsroom: ``Ana Silva``, ``Ana Silva/AP``, ``Ana Silva (AP)``."""
    bracket = text.find("(") if text[-1] == ")" else -1
    end = bracket if bracket > 0 else len(text)
    parts = segments(text, 0, end)
    names = [text[slice(*item)] for part in parts for item in listed(text, *part, cues)] if len(parts) <= _MOST else []
    if not 0 < len(names) <= _MOST or (len(names) == 1 and len(names[0].split()) > _MOST_WORDS):
        return None
    newsrooms = [name for name in names if is_organisation(name, cues) or is_job(name, cues)]
    people = [
        name
        for name in names
        if name not in newsrooms and 2 <= len(name.split()) <= _MOST_WORDS and is_name(name, cues)
    ]
    if len(people) + len(newsrooms) < len(names):
        return _NEWSROOM_AND_PLACE if names[0] in newsrooms else None
    if people and (newsrooms or end < len(text)):
        return _NAME_WITH_NEWSROOM
    if len(newsrooms) > 1:
        return _TWO_NEWSROOMS
    return _NAMES_ALONE[text.isupper()][len(people) > 1] if people else None


def after_dash(text: str, cues: Cues) -> list[Candidate]:
    """Readings of a line that a dash begins: a signature at the end, an item of a list elsewhere."""
    start = len(text) - len(text[1:].lstrip())
    rest = text[start:]
    found: list[Candidate] = []
    if is_organisation(rest, cues) and is_name(rest, cues):
        found.append(hint("source", "a newsroom after a dash", head=0.0, foot=2.1))
    items = listed(text, start, len(text), cues)
    if items and len(rest) < _LONGEST and all(name_in(text, *item, cues) is not None for item in items):
        found.append(hint("byline", "names after a dash", head=1.0, foot=2.0))
    if not found and 3 <= len(rest) <= 20 and rest.isalnum():
        found.append(hint("byline", "a word after a dash at the end", foot=0.6))
    if text[0] in "-–":
        found.append(hint("list_item", "a dash", body=0.6, foot=-1.0))
    return found
