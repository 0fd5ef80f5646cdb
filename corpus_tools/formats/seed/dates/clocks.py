"""Times of day that follow a date."""

from __future__ import annotations

import re
from datetime import time

from corpus_tools.formats.seed.dates.tokens import HALVES, FoundDate, Token, read_tokens
from corpus_tools.formats.seed.lexicon.cues import Cues

_HOURS, _MINUTES = ("時", "时", "點", "点", "시", "h", "ч"), ("分", "분")
_BEFORE_CLOCK = {",", "-", "–", "—", "|", "/", "(", "«", "،", "·"}
_half_end = re.compile(r"\.\s?[mM]\b\.?").match
_clock_before_day = re.compile(r"[\s,|]*(?<!\d)\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?[\s,]*$").search
_half_glued = re.compile(r"\s?(?P<half>[AaPp])[Mm](?=[A-Z])").match
_LONGEST = 100
_ZONES = {"utc", "gmt", "z"}


def with_clock(day: FoundDate, tokens: list[Token], text: str, cues: Cues) -> FoundDate:
    """The date with the time that follows it: ``18:05``, ``6:05 pm``, ``18h05``, ``18 Uhr``, ``18時5分``."""
    if day.value is None:
        return day
    rest = _after_day([token for token in tokens if token.start >= day.end])
    if not rest or rest[0].kind != "n" or len(rest[0].text) > 2:
        return day
    hour, minute, end = rest[0].value, None, rest[0].end
    if (
        len(rest) > 2
        and rest[2].kind == "n"
        and len(rest[2].text) == 2
        and rest[1].text in {":", ".", *_HOURS}
        and (rest[1].text == "h" or text[rest[0].end : rest[0].end + 1].strip())
    ):
        minute, end, rest = rest[2].value, rest[2].end, rest[3:]
        if rest and rest[0].text in _MINUTES:
            end, rest = rest[0].end, rest[1:]
    elif len(rest) > 1 and (rest[1].text in {"h", "uhr", "часов", "時", "时", "시"}):
        minute, end, rest = 0, rest[1].end, rest[2:]
    half = next(
        (token for token in rest[:3] if token.kind == "f" and token.text in cues.words["am"] | cues.words["pm"]), None
    )
    half = half or _halved(rest)
    if half is not None and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half.text in cues.words["pm"] or half.text == "p")
        end, minute = max(end, half.end), minute or 0
        end = found.end() if (found := _half_end(text, end)) else end  # a.m.
    if half is None and minute is not None and (glued := _half_glued(text, end)) is not None and 1 <= hour <= 12:
        hour, end = hour % 12 + 12 * (glued["half"] in "pP"), glued.end()  # 3:50 PMUpdated
    if minute is None:
        return day
    zone = next((token for token in rest[:2] if token.text in _ZONES), None)
    try:
        clock = time(hour, minute).isoformat()
    except ValueError:
        return day
    return FoundDate(day.start, zone.end if zone else end, f"{day.value}T{clock}{'Z' if zone else ''}")


def before_clock(text: str, start: int, stop: int) -> int:
    """Where the words before a time of day end that stands before a day: ``Ana Silva 12:01AM BST 3 June 2013``."""
    found = _clock_before_day(text, start, stop) if ":" in text[start:stop] else None
    return found.start() if found is not None else stop


def clock_in(text: str, cues: Cues, start: int, stop: int) -> FoundDate | None:
    """The time of day that ``text[start:stop]`` names without a day: its value is ``18:05:00``."""
    tokens = list(read_tokens(text, cues, start, min(stop, start + _LONGEST)))
    first = next((token for token in tokens if token.kind == "n"), None)
    if first is None:
        return None
    found = with_clock(FoundDate(first.start, first.start, ""), tokens, text, cues)
    return FoundDate(found.start, found.end, found.value.removeprefix("T")) if found.value else None


def _halved(rest: list[Token]) -> Token | None:
    """The letter that ``p.m.`` begins with."""
    if len(rest) > 2 and rest[0].text in HALVES and rest[1].text == "." and rest[2].text == "m":
        return rest[0]
    return None


def _after_day(rest: list[Token]) -> list[Token]:
    """The tokens from the first number after a day on, if only marks and small words stand before it."""
    if len(rest) > 2 and rest[0].text == "." and rest[1].kind == "n" and rest[2].text == ":":
        return rest[1:]  # 2026.01.31. 05:01
    short = False  # whether the word before is one that a full stop shortens: 2026 г., 18:05
    while rest and (rest[0].kind in "fw" or rest[0].text in _BEFORE_CLOCK or (short and rest[0].text == ".")):
        short, rest = rest[0].kind == "f", rest[1:]
    return rest


def is_before_clock(last: Token, after: list[Token]) -> bool:
    """Whether a time of day follows the last token of a day, perhaps after a small word of dates."""
    while after and (after[0].kind == "f" or after[0].text == ","):
        last, after = after[0], after[1:]
    told = len(after) > 1 and after[0].kind == "n" and after[1].text in {":", "."}
    return told and len(after[0].text) <= 2 and after[0].start > last.end
