"""What each block of a seed could be, seen alone: candidates, each with its weight in every part of an article.

The weights are log-odds in spirit: 0 says nothing, 1 is a hint, 2 is strong, `NEVER` rules out. `roles` picks
the most plausible sequence over the whole document.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus_tools.formats.seed.credits import FoundCredit, find_credit, may_credit, names_picture
from corpus_tools.formats.seed.cues import Cue, Cues, lowered
from corpus_tools.formats.seed.datelines import run_in, stands_alone
from corpus_tools.formats.seed.dates import date_line, find_date
from corpus_tools.formats.seed.names import (
    address_in,
    breadth,
    handle_in,
    is_job,
    is_name,
    is_organisation,
    is_small,
    listed,
    name_in,
    segments,
)

NEVER = -99.0
LONGEST_TITLE = 240
_LONGEST_CAPTION = 500
_TOP = 7
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』", "”": "”", "‹": "›"}
_LONGEST_VALUE = {"source": 200, "credit": 140, "tagline": 400, "copyright": 400, "boilerplate": 400, "tags": 1000}
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "*": "*", "_": "_", "<": ">", "—": "—", "-": "-"}
_number = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s|[①-⑳]\s?|\(\d{1,2}\)\s").match
_heading = re.compile(r"#{1,6}\s+").match
_digit = re.compile(r"\d").search
_sentence_end = re.compile(r"[^\W\d_]{2,}[.!?]\s").search
_media = re.compile(
    r"(?:!\[[^\]\n]{0,300}\]\([^)\s]{1,500}\)|\[(?:photo|image|video|foto|picture|graphic|audio|map|bild)[^\]\n]{0,40}\])$",
    re.IGNORECASE,
).match
is_initials = re.compile(
    r"(?:\(\w+\)\s)?[(\[/]?\w{2,4}(?:\s?//?\s?\w{2,4}){1,4}\s?/?[/)\]]$|(?:\(\w+\)\s)?\w{2,4}(?:\s?//?\s?\w{2,4}){1,4}$"
).match
_bare_address = re.compile(r"(?:https?://|www\.)\S+$").match
_strong_line = re.compile(r"(?:\*\*[^*\n]{1,80}[^*\n?:.]\*\*|__[^_\n]{1,80}[^_\n?:.]__)$").match

Weights = tuple[float, float, float, float]
"""Above the headline, head, body, foot."""

WEIGHTS: dict[str, Weights] = {
    "kicker": (2.0, NEVER, NEVER, NEVER),
    "byline": (2.0, 2.5, 0.6, 2.5),
    "date": (2.0, 2.5, 0.5, 1.5),
    "dateline": (1.0, 2.5, 0.5, NEVER),
    "source": (1.5, 1.5, 0.0, 2.5),
    "tagline": (NEVER, 1.0, 0.5, 2.5),
    "copyright": (0.5, 0.5, 0.5, 2.5),
    "tags": (1.0, 0.5, 0.5, 2.5),
    "correction": (1.0, 1.5, 1.0, 1.5),
    "note": (1.5, 1.5, 1.0, 1.5),
    "boilerplate": (1.0, 1.0, 1.2, 2.0),
    "other": (1.0, 1.0, 1.0, 1.5),
    "media": (1.5, 1.5, 1.5, 1.0),
    "caption": (1.0, 1.5, 1.5, 0.0),
    "credit": (1.0, 1.5, 1.5, 1.0),
    "list_item": (NEVER, -0.5, 1.5, 0.0),
    "table_row": (NEVER, NEVER, 1.5, 0.0),
    "quote": (NEVER, -0.5, 1.5, -0.5),
    "subhead": (0.5, NEVER, 1.8, -1.0),
    "headline": (2.0, NEVER, NEVER, NEVER),
    "deck": (NEVER, 2.0, NEVER, NEVER),
    "standfirst": (NEVER, 2.0, NEVER, NEVER),
}


class Candidate(NamedTuple):
    """One thing a block could be.

    Attributes:
        role: its role.
        weights: how well it fits above the headline, in the head, the body and the foot.
        reason: what says so, in words.
        cue: the words that say so.
        credit: the words in it that credit a picture.
    """

    role: str
    weights: Weights
    reason: str
    cue: Cue | None = None
    credit: FoundCredit | None = None


_DATED_BYLINE: Weights = (2.0, 2.5, -0.5, 2.5)
RUNNING = Candidate("paragraph", (NEVER, NEVER, 1.0, NEVER), "running text")
_RUNNING_ONLY = (RUNNING,)
_FALLBACK = Candidate("paragraph", (NEVER, NEVER, 0.3, -1.0), "nothing speaks for another role")
_AMID_CUE = Candidate("paragraph", (NEVER, NEVER, 0.0, -1.5), "nothing speaks for another role")


def candidates_of(text: str, index: int, following: str, cues: Cues) -> tuple[Candidate, ...]:
    """What the block `text`, number `index`, could be; `following` is the block after it, or empty."""
    if len(text) > 160 and index > 3 and _is_running(text, cues):
        return _RUNNING_ONLY
    whole = cues.whole(text)
    if whole is not None and whole.role != "kicker":
        return (of_role(whole.role, "a cue is the whole of it", cue=whole), _AMID_CUE)
    sure = _by_cue(text, cues) or _by_mark(text, cues)
    if sure is not None:
        return (sure, *_beside(sure, text, index, following, cues))
    if len(text) > _LONGEST_CAPTION:
        return (RUNNING,)
    found: list[Candidate] = []
    if whole is not None:
        found.append(of_role(whole.role, "a cue is the whole of it", cue=whole))
    credit = find_credit(text, cues) if may_credit(text, cues) else None
    if credit is not None:
        found += _credited(text, credit, index, cues)
    titled = is_title_like(text, cues)
    if 0 < index < 12 and len(text) > 20 and (line := run_in(text, cues)) and (line.agency or line.day or not titled):
        found.append(Candidate("paragraph", (NEVER, NEVER, 3.0, NEVER), "a dateline begins it"))
    if "@" in text and len(text) < 90 and (named := _named(text, index, cues)):
        return (*found, *named, _FALLBACK)
    if titled and not (index and credit is not None and found and found[-1].role == "caption" and text[-1] in ")]）】"):
        found += _one_line(text, index, following, cues)
        found.append(_FALLBACK)
    else:
        found += _sentences(text, index, following, cues)
        found.append(RUNNING)
    return tuple(found)


def _is_running(text: str, cues: Cues) -> bool:
    """Whether a block is certain to be running text: sentences that no cue or mark begins or ends."""
    if text[-1] not in cues.stops or not text[0].isalnum() or next(cues.at_start(text), None):
        return False
    return not _number(text) and not may_credit(text, cues)


def _beside(sure: Candidate, text: str, index: int, following: str, cues: Cues) -> tuple[Candidate, ...]:
    """What a block could be beside what its cue or mark says."""
    if sure.role == "list_item":
        return (*_numbered_subhead(text, following, cues), _FALLBACK)
    if sure.role == "subhead" and index < _TOP:
        return (Candidate("headline", (2.0, NEVER, NEVER, NEVER), "a heading mark"), _AMID_CUE)
    if sure.role == "quote" and index < 4 and is_title_like(text, cues):
        return (Candidate("headline", (1.8, NEVER, NEVER, NEVER), "a quotation on one line"), _AMID_CUE)
    if sure.role == "copyright" and len(text) <= 80 and text[0] == "©" and not text[1:].lstrip()[:1].isdigit():
        found = FoundCredit((len(text) - len(text[1:].lstrip()), len(text)), 1.0, "“©” begins it")
        return (Candidate("credit", (1.0, 1.5, 1.5, NEVER), found.reason, credit=found), _AMID_CUE)
    return (_AMID_CUE,)


def of_role(role: str, reason: str, *, cue: Cue | None = None, credit: FoundCredit | None = None) -> Candidate:
    """A candidate with the usual weights of its role."""
    return Candidate(role, WEIGHTS[role], reason, cue, credit)


def is_title_like(text: str, cues: Cues) -> bool:
    """Whether a block is one line without the stop of a sentence."""
    if len(text) > LONGEST_TITLE or is_small(text[0]) or text.count("\n") > 2:
        return False
    last = text[-1]
    return last not in cues.stops + ":;,—–-" or text.endswith("...") or last in "?!…？！؟"


# --- what cues and marks say


def _by_cue(text: str, cues: Cues) -> Candidate | None:
    """The candidate of the first cue whose value is of the kind it asks for."""
    bracketed = text[-1] == _BRACKETS.get(text[0]) and len(text) > 2
    offset = int(bracketed)
    if (bracketed and text[0] in "*_" and len(text) > 5 and text[1] == text[0] == text[-2]) or (
        text[0] in cues.dashes and text[1:2].isspace()
    ):
        offset = 2
    end = len(text) - offset * bracketed
    inner = text[offset:] if offset else text
    for cue in cues.at_start(inner):
        if cue.role == "byline" and len(text) <= 60 and (closing := next(cues.at_end(text), None)):
            if closing.role == "credit":
                return of_role("credit", "a cue ends it", cue=closing)
        moved = cue._replace(start=cue.start + offset, end=end)
        if offset == 2 and text[0] in cues.dashes and cue.role not in {"byline", "source"}:
            continue
        if fits(text, moved, cues, bracketed=bracketed):
            made = of_role(cue.role, "a cue begins it", cue=moved)
            dated = cue.role == "byline" and _digit(text) is not None
            return made._replace(weights=_DATED_BYLINE) if dated else made
        if cue.role == "credit" and cue.form == "label" and 60 < len(text) <= _LONGEST_CAPTION:
            return of_role("caption", "a cue of pictures begins it", cue=moved._replace(role="caption"))
    if len(text) <= 160:
        for cue in cues.at_end(text):
            start = next((at for at in range(min(4, cue.end)) if text[at] not in "（([【—–-/ 　*"), 0)
            if fits(text, moved := cue._replace(start=start), cues, bracketed=bracketed):
                return of_role(cue.role, "a cue ends it", cue=moved)
    return None


def fits(text: str, cue: Cue, cues: Cues, *, bracketed: bool) -> bool:
    """Whether what stands at a cue is of the kind that the cue asks for."""
    if cue.start >= cue.end:
        return cue.role in {"copyright", "boilerplate", "caption", "media"}
    length = cue.end - cue.start
    if length > _LONGEST_VALUE.get(cue.role, len(text)):
        return False
    value = text[cue.start : cue.end]
    role = cue.role
    if role == "byline":
        by_handle = (" " in cue.phrase or cue.form == "label") and length <= 20 and value.isalnum()
        return by_handle or has_author(text, cue.start, cue.end, cues)
    if role == "tagline":
        return has_author(text, cue.start, cue.start + len(value.partition(";")[0]), cues)
    if role == "date":
        return date_line(text, cues, cue.start, first_part(text, cue.start, cue.end)) is not None
    if role == "source":
        named = not is_small(value[0]) or _is_agency(value, cues)
        return named and not _sentence_end(value) and "?" not in value
    if role == "credit":
        return _fits_credit(value, cue, cues)
    if role == "other" and cue.field is not None:
        return " " not in value and ("://" in value or value.startswith("www."))
    if role == "note":
        return cue.form == "label" or bracketed or cue.language != "en"
    if role == "caption":
        return len(text) <= 700
    return True


def _is_agency(value: str, cues: Cues) -> bool:
    """Whether a value begins with the name of an agency, which may be small: dpa."""
    return (
        re.split(r"[,/;(]|\s(?:und|et|and|y|e|og|och|en)\s", lowered(value), maxsplit=1)[0].strip() in cues.agency_names
    )


def first_part(text: str, start: int, end: int) -> int:
    """Where the first of several dates on one line ends."""
    return min((at for at in (text.find(mark, start, end) for mark in "|•·;\n") if at > start), default=end)


def _fits_credit(value: str, cue: Cue, cues: Cues) -> bool:
    if cue.form == "closer" and (len(value) > 60 or any(mark in value for mark in ("。", "（", " / ", "| "))):
        return False  # a caption with its credit
    if _sentence_end(value) or len(value.split()) > 16:
        return False
    if cue.form == "label" or cue.phrase == "©":
        return not is_small(value[0]) or _is_agency(value, cues) or names_picture(value, cues)
    return is_name(value, cues) or names_picture(value, cues) or (value[0].isupper() and len(value.split()) <= 6)


def has_author(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a list of names begins at `start`: every item a name, or at least the first one in full."""
    if address_in(text, start, start + 60) is not None and end - start < 60:
        return True
    if _digit(text, start, end) and (day := find_date(text, cues, start, end)) is not None:
        end = max(start + 1, start + len(text[start : day.start].rstrip(" \u00a0-–—|·,•(،")))
    parts = segments(text, start, end)
    if parts and (bracket := min((at for at in (text.find(mark, *parts[0]) for mark in "(（[<") if at > 0), default=0)):
        parts[0] = parts[0][0], bracket
    if parts and (address := address_in(text, *parts[0])) is not None and address[0][0] > parts[0][0]:
        parts[0] = parts[0][0], address[0][0]
    items = listed(text, *parts[0], cues) if parts else []
    if not items or name_in(text, *items[0], cues) is None:
        return bool(items) and text[start] == "@" and handle_in(text, start, end) is not None
    if all(name_in(text, *item, cues) is not None for item in items):
        return True
    return " " in text[slice(*items[0])] and end - start <= 120


def _by_mark(text: str, cues: Cues) -> Candidate | None:
    """What the first character or the whole of a block shows."""
    first = text[0]
    made: Candidate | None = None
    if len(text) < 90 and _digit(text) and (made := _dated(text, cues)) is not None:
        return made
    if len(text) < 14 and lowered(text) in cues.words["end_marks"]:
        made = of_role("boilerplate", "an end mark")
    elif not any(map(str.isalnum, text)) and len(text) < 120:
        made = of_role("boilerplate", "marks without words")
    elif is_initials(text):
        made = Candidate("byline", (NEVER, 0.5, NEVER, 2.0), "initials with slashes")
    elif first in "![" and _media(text):
        made = of_role("media", "a marker of a picture")
    elif first in "hw" and _bare_address(text):
        made = of_role("other", "an address alone")
    elif "\t" in text or (first == "|" and text[-1] == "|" and len(text) > 2):
        made = of_role("table_row", "cells in a line") if text.count("\t") or text.count("|") > 2 else None
    elif first == "#":
        made = _hashed(text)
    elif _strong_line(text):
        made = of_role("subhead", "bold by marks")
    elif first == ">":
        made = of_role("quote", "marked as a quotation")
    elif (first in cues.bullets and text[1:2].isspace()) or first in "•▪►":
        made = of_role("list_item", "a bullet")
    elif _number(text):
        made = of_role("list_item", "a number")
    elif _is_quoted(text):
        made = of_role("quote", "quotation marks around the whole of it")
    return made


def _dated(text: str, cues: Cues) -> Candidate | None:
    edge = next((at for at, letter in enumerate(text) if letter not in "*_([（【"), 0)
    start, end = (edge, len(text.rstrip("*_)]）】"))) if edge else (0, len(text))
    if (day := date_line(text, cues, start, end)) is not None and day.full:
        return of_role("date", "a date alone")
    if stands_alone(text, cues) is not None:
        return of_role("dateline", "a place and a date")
    if (found := run_in(text, cues, alone=True)) is not None and found.end == len(text):
        return of_role("dateline", "a place and a date")
    return None


def _hashed(text: str) -> Candidate | None:
    if _heading(text):
        return of_role("subhead", "a heading mark")
    words = text.split()
    return of_role("tags", "hash tags") if len(text) <= 1000 and all(word[0] == "#" for word in words) else None


def _is_quoted(text: str) -> bool:
    """Whether quotation marks enclose the whole block, and not several quotations."""
    closing = _QUOTES.get(text[0])
    if closing is None or len(text) <= 30 or text[-1] not in closing:
        return False
    return not any(mark in text[1:-1] for mark in closing)


def _numbered_subhead(text: str, following: str, cues: Cues) -> tuple[Candidate, ...]:
    if text[0] in "■●◆▼◇○□" and following[:1] != text[0] and len(following) > 1.5 * len(text):
        return (Candidate("subhead", (NEVER, NEVER, 1.7, NEVER), "a mark before a short line"),)
    if text[0].isdigit() and is_title_like(text, cues) and len(text) < 90 and len(following) > 1.5 * len(text):
        if not _number(following):
            return (Candidate("subhead", (NEVER, NEVER, 1.7, NEVER), "a number before a short line"),)
    return ()


# --- what typography and the block after it say


def _credited(text: str, credit: FoundCredit, index: int, cues: Cues) -> list[Candidate]:
    """Readings of a block that ends with what may be a credit."""
    start, end = credit.extent
    alone = start <= 1
    if not alone:
        sure = credit.sure
        signed = text[start:end] in cues.words["agencies"] and text[: start - 1].rstrip()[-1:] in cues.stops
        if signed and index > 2:
            sure = 0.0  # an agency signs its report so
        early = 1.3 if index < _TOP else 0.0
        body = 2.0 if sure >= 0.9 else 1.2 if sure >= 0.6 else 0.5
        above = 1.0 if sure >= 0.9 and index else -0.5
        return [Candidate("caption", (above, body + early, body, -2.0), credit.reason, credit=credit)]
    inner = text[start:end]
    agency = lowered(inner).partition("/")[0].strip() in cues.agency_names
    if agency or (len(inner) <= 60 and is_name(inner, cues) and (text[0] not in "[【" or is_organisation(inner, cues))):
        weak = Candidate("credit", (0.5, 0.5, 0.5, 0.0), credit.reason, credit=credit)
        return [weak, Candidate("source", (0.7, 0.5, NEVER, 2.5), "a name in brackets")]
    if len(inner) > 24 and not names_picture(inner, cues):
        return [Candidate("note", (1.0, 1.0, 1.2, 1.2), "brackets around the whole of it")]
    if "/" in inner or " via " in inner or (text[0] in "[【" and (names_picture(inner, cues) or is_name(inner, cues))):
        return [of_role("credit", credit.reason, credit=credit)]
    return []


def _one_line(text: str, index: int, following: str, cues: Cues) -> list[Candidate]:
    """Readings of a short line without a stop."""
    broad = breadth(text)
    count = len(text.split()) if broad == len(text) else broad // 6
    found: list[Candidate] = []
    if text in cues.words["agencies"]:
        found.append(Candidate("source", (1.5, 1.0, 0.5, 2.0), "an agency alone"))
        found.append(Candidate("byline", (NEVER, 1.5, NEVER, NEVER), "an agency alone under the headline"))
    if len(text) < 160 and (breaks := max(text.count(mark) for mark in (" > ", " / ", " » ", " | ", " › ", " · "))) > 1:
        if index < 3 and " | " not in text:
            found.append(Candidate("boilerplate", (1.6, 0.5, NEVER, NEVER), "a path of rubrics"))
        elif breaks > 1 and index > 3:
            found.append(Candidate("tags", (NEVER, NEVER, NEVER, 1.2), "words between bars"))
    if index < _TOP:
        plain = 1.0 if broad >= 20 and count >= 3 else 0.6 if broad >= 12 else 0.2
        found.append(
            Candidate("headline", (plain - 1.3 * (text[0] in "([（"), NEVER, NEVER, NEVER), "one line without a stop")
        )
        if (count <= 3 or (count <= 5 and text.isupper())) and broad <= 36 and text[-1] not in "?!？！":
            weight = 0.6 if count <= 2 or text.isupper() else 0.0
            found.append(Candidate("kicker", (weight, NEVER, NEVER, NEVER), "a word or two above the headline"))
        if count >= 4 or broad > 14:
            found.append(Candidate("deck", (NEVER, 0.4, NEVER, NEVER), "a line without a stop under the headline"))
    found += _after_dash(text, cues) if text[0] in cues.dashes else _named(text, index, cues)
    if (made := _as_subhead(text, following, cues)) is not None:
        found.append(made)
    return found


def _named(text: str, index: int, cues: Cues) -> list[Candidate]:
    """A name, an office or an e-mail address alone on a line."""
    if len(text) > 90:
        return []
    if address_in(text, 0, len(text)) is not None and len(text.split()) <= 6:
        return [Candidate("byline", (NEVER, 1.5, 0.6, 1.5), "an e-mail address")]
    if handle_in(text, 0, len(text)) is not None and len(text.split()) <= 4:
        return [Candidate("byline", (NEVER, 1.2, -0.5, 0.8), "a handle")]
    if is_job(text, cues):
        return [Candidate("byline", (NEVER, 0.9, -1.0, 0.8), "an office of a newsroom")]
    if text.lower() == text.upper() == text:
        return []  # without capitals nothing shows a name
    end = at if (at := text.find("(")) > 0 and text[-1] == ")" else len(text)
    parts = segments(text, 0, end)
    items = [item for part in parts for item in listed(text, *part, cues)] if len(parts) < 4 else []
    if not items or len(items) > 4:
        return []
    words = [text[slice(*item)] for item in items]
    people = [
        name
        for name in words
        if 2 <= len(name.split()) <= 4 and is_name(name, cues) and not is_organisation(name, cues)
    ]
    others = [name for name in words if is_organisation(name, cues) or is_job(name, cues)]
    if people and len(people) == len(words) and end == len(text):
        return [Candidate("byline", (NEVER, 0.7 if text.isupper() else 1.3, -1.0, 0.2), "names alone")]
    if (
        words[0] in people + others
        and len(people) + len(others) == len(words)
        and (others or end < len(text))
        and len(words) > 1 - bool(people)
    ):
        return (
            [Candidate("byline", (NEVER, 1.6, -1.0, 1.5), "a name with a newsroom")]
            if len(words) > 1 or end < len(text)
            else []
        )
    return []


def _after_dash(text: str, cues: Cues) -> list[Candidate]:
    start = len(text) - len(text[1:].lstrip())
    rest = text[start:]
    found: list[Candidate] = []
    if is_organisation(rest, cues) and is_name(rest, cues):
        found.append(Candidate("source", (NEVER, 0.0, NEVER, 2.1), "a newsroom after a dash"))
    items = listed(text, start, len(text), cues)
    if items and len(rest) < 90 and all(name_in(text, *item, cues) is not None for item in items):
        found.append(Candidate("byline", (NEVER, 1.0, NEVER, 2.0), "names after a dash"))
    if not found and " " not in rest and 3 <= len(rest) <= 20 and rest.isalnum():
        found.append(Candidate("byline", (NEVER, NEVER, NEVER, 0.6), "a word after a dash at the end"))
    if text[0] in "-–":
        found.append(Candidate("list_item", (NEVER, NEVER, 0.6, -1.0), "a dash"))
    return found


def _as_subhead(text: str, following: str, cues: Cues) -> Candidate | None:
    """A short line without a stop, before longer text."""
    if breadth(text) > 90 or len(following) <= len(text) or len(text.split()) > 14:
        return None
    if text[-1] in "?？؟" and len(text.split()) > 4 and not text.isupper():
        return None  # the question of an interview
    if text[0] in cues.dashes:
        return None
    weight = 0.9 if len(following) > 1.5 * len(text) else 0.4
    if text[-1] in '!…"”.»' or text[0] in '"“„«[(':
        weight -= 0.7
    if text.isupper():
        weight += 0.5
    if following[-1] not in "?？؟" and is_title_like(following, cues) and len(following) < 90:
        weight -= 0.6
    return Candidate("subhead", (NEVER, NEVER, weight, NEVER), "a short line without a stop before longer text")


def _sentences(text: str, index: int, following: str, cues: Cues) -> list[Candidate]:
    """Readings of a block of sentences that is not long."""
    found: list[Candidate] = []
    broad = breadth(text)
    if text[0] in cues.dashes and text[1:2].isspace():
        found += _after_dash(text, cues)
    if index < _TOP:
        if broad < 400:
            found.append(Candidate("standfirst", (NEVER, -0.6, NEVER, NEVER), "sentences between headline and byline"))
        if broad < 140 and (len(following) > len(text) or not following):
            found.append(
                Candidate(
                    "headline",
                    (0.2 if ". " not in text else -0.8, NEVER, NEVER, NEVER),
                    "one sentence before longer text",
                )
            )
        if index < 4 and _tells_of_picture(text, cues):
            found.append(Candidate("caption", (0.8, 2.2, 0.9, NEVER), "words of captions"))
    if (
        text[-1] in ":："
        and broad <= 40
        and len(text.split()) <= 5
        and len(following) > 2 * len(text)
        and following[0] not in cues.bullets + "-–"
    ):
        found.append(Candidate("subhead", (NEVER, NEVER, 1.2, NEVER), "a short line with a colon before longer text"))
    return found


def _tells_of_picture(text: str, cues: Cues) -> bool:
    low = lowered(text)
    return any(word in low for word in cues.words["caption"])
