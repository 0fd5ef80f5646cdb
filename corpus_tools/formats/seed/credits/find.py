"""Credits of pictures: words that name a photographer or an agency, in brackets, after a label, or at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus_tools.formats.seed.credits.bracketed import bracketed
from corpus_tools.formats.seed.credits.words import (
    AFTER_QUOTE,
    MOST_SMALL,
    MOST_WORDS,
    OPENING,
    TAIL,
    FoundCredit,
    label_length,
    names_picture,
)
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_job, is_name, is_small, sentence_end, trimmed

_tail = re.compile(r"\s*\d{4}\.\d{1,2}\.\d{1,2}\.?(?:\s+\S{1,60}@\S{1,60})?(?:\s+[*※][^*]{1,40})?$").match
_day_at_end = re.compile(r"\s?\d{2,4}年\d{1,2}月\d{1,2}日$").search
_aside = re.compile(r"\s?,\s(?=[a-zà-öø-ÿĉĝĥĵŝŭа-я])").search
_digit = re.compile(r"\d").search
_dated = re.compile(r"\d{3}|\d[.:,]\d|\d$").search
_numbers = re.compile(r"\b\d{1,2}\b\s?").sub
"""Small numbers, which papers have in their names."""
_parts = re.compile(r"[/|]").split
_BEFORE_NAME = ".|/–— "
_LONGEST_SIGNED = 240  # longer ones are quotations
_LONGEST_NAME = (8, 12)
"""Words of a credit after a mark, and of one in capitals."""
_IN_WORD = r"\w\u0300-\u036f\u0900-\u0963\u0966-\u0e4f"  # with the marks of vowels, which are no letters
_REPORTERS = ("本报记者", "记者", "記者")
_MARKS = (
    r"[\s|/©–—]"  # what a mark begins with, which is found fast; then what it goes on with
    r"(?:(?<=\s)(?:[|/©–—]\s|-\s|©|(?<=[.!?…»”\"。।؟]\s)\s*)|(?<=[|/©–—])\s|(?<=[\s.。]/)|(?<=©))"
)
_marks = re.compile(_MARKS).finditer
_marks_east = re.compile(rf"{_MARKS}|(?<=。)").finditer


_mark = re.compile(r"[/|©–—\])）】]").search
_spaced_dash = re.compile(r"\s-\s").search


def is_set_apart(text: str) -> bool:
    """Whether a mark that sets credits apart stands near the end of a block."""
    end = text[-80:]
    if _mark(end) is not None or ("-" in end and _spaced_dash(end) is not None):
        return True
    return end[-3:].isupper() or (end[-1] in AFTER_QUOTE and end[-6:].isupper())


def has_word(text: str, stems: Sequence[str]) -> bool:
    """Whether a word of credits stands near the end; `stems` are those that stand anywhere in the document."""
    if not stems:
        return False
    tail = lowered(text[-TAIL:])
    for stem in stems:  # noqa: SIM110  `any` takes twice as long
        if stem in tail:
            return True
    return False


def find_credit(text: str, cues: Cues) -> FoundCredit | None:
    """The credit that ends a block, if one does."""
    if "](" in text[-TAIL:]:
        return None  # a link
    text = _without_tail(text)
    last = text[-1]
    if last in OPENING and (found := bracketed(text, cues)) is not None:
        return found
    worded = (_labelled(text, cues) or _closed(text, cues)) if has_word(text, cues.credit_stems) else None
    return worded or _after_mark(text, cues)


def _without_tail(text: str) -> str:
    """A caption without the day, address and notice that Korean agencies put after the credit in brackets."""
    if (day := _day_at_end(text)) is not None:
        return text[: day.start()]
    at = max(text.rfind(mark, max(0, len(text) - TAIL)) for mark in ")]") + 1
    return text[:at] if 0 < at < len(text) and _tail(text, at) is not None else text


def without_aside(text: str, start: int, stop: int, cues: Cues) -> Extent:
    """The words of a credit up to what is said beside it: ``Ana Silva`` in ``Ana Silva, used with permission``."""
    aside = _aside(text, start, stop)
    if aside is None or lowered(text[aside.end() : stop]).partition("/")[0].strip() in cues.agency_names:
        return start, stop
    return trimmed(text, start, aside.start())


def _closed(text: str, cues: Cues) -> FoundCredit | None:
    """The name before a word such as ``撮影`` that ends the block, after the mark that sets it apart."""
    for cue in cues.at_end(text):
        if cue.role != "credit" or len(text) > 400:
            continue
        start = max(text.rfind(mark, max(0, cue.end - 40), cue.end) for mark in "＝=／/。（(|—–.】") + 1
        if _digit(text, start, cue.end):  # the day, the place, and then the name
            start = max(start, text.rfind("、", start, cue.end) + 1)
        start = next((start + len(job) for job in _REPORTERS if text.startswith(job, start)), start)
        start, stop = trimmed(text, start, cue.end)
        if start > 1 and start < stop:
            return FoundCredit((start, stop), 1.0, f"“{cue.phrase}” at the end")
    return None


@cache
def _label(phrases: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join(
        re.escape(phrase) + r"(?!\w)" * (phrase[-1].isalnum() and phrase[-1] < "\u0e00")
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"(?<![{_IN_WORD}])(?:{spaced})(?P<colon>\s?[:：=＝]|[-–](?=\s))?\s?", re.IGNORECASE)


def _labelled(text: str, cues: Cues) -> FoundCredit | None:
    """The words after ``Photo:`` or ``Photo by`` at the end of a block that begins otherwise."""
    end = len(text) - (text[-1] in ".)]）】")
    for found in _label(cues.credit_phrases).finditer(text, max(0, end - TAIL), end):
        if found.start() == 0:
            continue
        start, stop = trimmed(text, found.end(), end)
        while start < stop and text[start] in _BEFORE_NAME:
            start += 1
        start, stop = without_aside(text, start, stop, cues)
        words = text[start:stop]
        if "http" in words or "#" in words:
            continue
        if words.isupper() and found.group().isupper() and not found["colon"]:
            continue  # all of it is the name: ARCHIVES OF THE CITY
        opener = not found["colon"] and not found.group().rstrip().endswith(("by", "©", "."))
        if not words or sentence_end(words) or len(words.split()) > MOST_WORDS:
            continue
        before = text[: found.start()].rstrip()[-1:]
        told = found["colon"] and before in cues.stops and len(words.split()) <= MOST_SMALL
        if is_small(words[0]) and not told and lowered(words).partition("/")[0] not in cues.agency_names:
            continue
        run_on = before.isalnum() and not "\u0e00" <= found.group()[0] < "\u2e80"  # Thai has no stops
        if opener and (run_on or cues.words["organisations"].issuperset(lowered(words).split())):
            continue
        if opener and not (is_name(words, cues) or names_picture(words, cues)):
            continue
        return FoundCredit((start, stop), 1.0, f"“{found.group().strip()}” near the end")
    return None


def _after_mark(text: str, cues: Cues) -> FoundCredit | None:
    """The name after a slash, a dash, a bar or a full stop near the end of a short block, if it credits for sure."""
    if len(text) > 400:
        return None
    first = max(1, len(text) - 80)
    for found in _marks_east(text, first) if "。" in text else _marks(text, first):
        start, stop = trimmed(text, found.end(), len(text))
        mark = found.group().strip()
        while start < stop and text[start] in "|/–— ":
            mark, start = mark or text[start].strip(), start + 1
        start += label_length(text[start:stop], cues)
        words = text[start:stop]
        if (
            not words
            or len(words.split()) > _LONGEST_NAME[words.isupper()]
            or _dated(words)
            or "#" in words
            or "://" in words
            or _is_initial(text, found.start())
            or (mark == "|" and is_job(words, cues))  # Ana Silva | Reporter
        ):
            continue
        after_stop = len(text) <= _LONGEST_SIGNED and text[: found.start()].rstrip()[-1:] in cues.stops
        certainty, reason = _credits(words, mark, cues, after_stop=after_stop)
        if certainty:
            return FoundCredit((start, stop), certainty, reason)
    return None


def _is_initial(text: str, at: int) -> bool:
    """Whether the full stop before `at` is that of an initial: ``T. Morel``."""
    return text[at - 1] == "." and not text[max(0, at - 3) : at - 1].strip()[1:]


def _credits(words: str, mark: str, cues: Cues, *, after_stop: bool) -> tuple[float, str]:
    """How sure it is that the words after `mark` credit a picture, and why; 0 if they do not."""
    agencies = cues.words["agencies"]
    name = is_name(words, cues)
    agency = words in agencies or any(part.strip() in agencies for part in _parts(words))
    if agency and (mark != "" or "/" in words or is_organisation(words, cues)):
        return (0.7 if mark == "-" else 0.9), "an agency at the end"
    if mark in {"/", "|"} and names_picture(words, cues):
        return 0.8, "words of pictures at the end"
    if mark == "©" or (mark in {"/", "|"} and name and " " in words):
        return 0.7, f"a name after “{mark}” at the end"
    if after_stop and mark in {"–", "—", "-"} and (name or is_organisation(words, cues)):
        return 0.8, f"a name after a full stop and “{mark}”"
    parts = _parts(words) if "/" in words or after_stop else []
    if len(parts) > 1 and all(is_name(_numbers("", part).strip(), cues) for part in parts):
        return 0.8, "two names with a slash at the end"
    first, _, rest = words.partition(" ")
    named = rest != "" and words[0].isupper() and lowered(first) not in {*cues.words["and"], *cues.words["in"]}
    in_capitals = after_stop and named and words.isupper() and not _digit(words)
    return (0.8, "a name in capitals after a full stop") if in_capitals else (0.0, "")
