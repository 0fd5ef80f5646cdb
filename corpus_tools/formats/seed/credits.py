"""Credits of pictures: the words that name a photographer or an agency, in brackets, after a label, or at a line's end."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from corpus_tools.formats.seed.cues import Cues, lowered
from corpus_tools.formats.seed.names import Extent, is_name, is_organisation, is_small, trimmed

_TAIL = 140
_MOST_WORDS = 14
_aside = re.compile(r"\s?,\s(?=[a-zà-öø-ÿĉĝĥĵŝŭа-я])").search
_sentence_end = re.compile(r"[^\W\d_]{2,}[.!?]\s").search
_OPENING = {")": "(", "]": "[", "）": "（", "】": "【"}
_marks = re.compile(r"\s?[|/©–—]\s|\s-\s|\s?©|(?<=[.!?…»”\"。।؟])\s+|(?<=。)").finditer


class FoundCredit(NamedTuple):
    """Offsets of the words that credit, how sure that is (0 to 1), and what says so."""

    extent: Extent
    sure: float
    reason: str


_may_stand_apart = re.compile(r"[/|©–—\])）】]|\s-\s").search


def may_credit(text: str, cues: Cues) -> bool:
    """Whether the end of a block is worth a closer look: it has a mark or a word of credits."""
    if _may_stand_apart(text, max(0, len(text) - 80)) is not None:
        return True
    tail = lowered(text[-_TAIL:])
    return any(stem in tail for stem in cues.credit_stems)


def find_credit(text: str, cues: Cues) -> FoundCredit | None:
    """The credit that ends a block, if one does."""
    last = text[-1]
    if last in _OPENING and (found := _bracketed(text, cues)) is not None:
        return found
    return _labelled(text, cues) or _closed(text, cues) or _after_mark(text, cues)


def _closed(text: str, cues: Cues) -> FoundCredit | None:
    """The name before a word such as ``撮影`` that ends the block, after the mark that sets it apart."""
    for cue in cues.at_end(text):
        if cue.role != "credit" or len(text) > 400:
            continue
        start = max(text.rfind(mark, max(0, cue.end - 40), cue.end) for mark in "＝=／/。（(|—–.】") + 1
        start, stop = trimmed(text, start, cue.end)
        if start > 1 and start < stop:
            return FoundCredit((start, stop), 1.0, f"“{cue.phrase}” at the end")
    return None


def _bracketed(text: str, cues: Cues) -> FoundCredit | None:
    start = text.rfind(_OPENING[text[-1]], max(0, len(text) - _TAIL)) + 1
    words = text[start:-1]
    if not start or len(words) < 2 or len(words.split()) > _MOST_WORDS or words[0].isdigit():
        return None
    if is_small(words[0]) and names_picture(words, cues):
        return FoundCredit((start, len(text) - 1), 0.9, "words of pictures in brackets")
    for cue in cues.at_start(words):
        if cue.role in {"credit", "copyright"} and cue.start < len(words):
            closing = next((other for other in cues.at_end(words) if other.role == "credit"), None)
            stop = start + closing.end if closing and closing.end > cue.start else len(text) - 1
            return FoundCredit((start + cue.start, stop), 1.0, f"“{cue.phrase}” in brackets")
    if is_small(words[0]) or not (words[0].isalpha() or words[0] in "@©"):
        return None
    if _sentence_end(words) or ": " in words[:20]:
        return None
    for cue in cues.at_end(words):
        if cue.role == "credit" and words[cue.end : cue.end + 1] not in {"/", "／"}:
            return FoundCredit((start, start + cue.end), 1.0, f"“{cue.phrase}” in brackets")
    person = " " in words and len(text) <= 220 and is_name(words, cues)
    sure = 1.0 if text[-1] in "]】" or names_picture(words, cues) else 0.65 if person else 0.4
    start += _label_length(words, cues)
    return FoundCredit((start, len(text) - 1), sure, "brackets at the end")


def _label_length(words: str, cues: Cues) -> int:
    """How long the word of pictures before a name is: 6 in ``Photo Ana Silva``."""
    first, _, rest = words.partition(" ")
    if (
        rest
        and lowered(first.rstrip(":")) in cues.words["photo"]
        and rest.lstrip()[0].isupper()
        and not first.isupper()
    ):
        return len(words) - len(rest.lstrip())
    return 0


def names_picture(words: str, cues: Cues) -> bool:
    """Whether words in brackets credit a picture: an agency, two names with a slash, a word of pictures."""
    if "/" in words or "©" in words or words in cues.words["agencies"]:
        return True
    low = lowered(words)
    photo = cues.words["photo"]
    return any(word.strip(".,:") in photo for word in low.split()) or any(
        part.strip() in cues.words["agencies"] for part in re.split(r"[,/|–—-]", words)
    )


@cache
def _label(phrases: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{spaced})(?P<colon>\s?[:：=＝])?\s?", re.IGNORECASE)


def _labelled(text: str, cues: Cues) -> FoundCredit | None:
    """The words after ``Photo:`` or ``Photo by`` at the end of a block that begins otherwise."""
    end = len(text) - (text[-1] in ".)]）】")
    for found in _label(cues.credit_phrases).finditer(text, max(0, end - _TAIL), end):
        if found.start() == 0:
            continue
        start, stop = trimmed(text, found.end(), end)
        aside = _aside(text, start, stop)
        stop = aside.start() if aside else stop
        words = text[start:stop]
        if "http" in words or "#" in words:
            continue
        opener = not found["colon"] and not found.group().rstrip().endswith(("by", "©"))
        if not words or is_small(words[0]) or _sentence_end(words) or len(words.split()) > _MOST_WORDS:
            continue
        before = text[: found.start()].rstrip()[-1:]
        if opener and before.isalnum():
            continue
        if opener and not (is_name(words, cues) or names_picture(words, cues)):
            continue
        return FoundCredit((start, stop), 1.0, f"“{found.group().strip()}” near the end")
    return None


def _after_mark(text: str, cues: Cues) -> FoundCredit | None:
    """The name after a slash, a dash, a bar or the last full stop of a short block, if it credits for sure."""
    if len(text) > 400:
        return None
    for found in _marks(text, max(1, len(text) - 80)):
        start, stop = trimmed(text, found.end(), len(text))
        while start < stop and text[start] in "|/–— ":
            start += 1
        words = text[start:stop]
        start += _label_length(words, cues)
        words = text[start:stop]
        initial = text[found.start() - 1] == "." and not text[max(0, found.start() - 3) : found.start() - 1].strip()[1:]
        if not words or len(words.split()) > 8 or initial or any(map(str.isdigit, words)) or "#" in words:
            continue
        agency = words in cues.words["agencies"] or any(
            part.strip() in cues.words["agencies"] for part in words.split("/")
        )
        mark = found.group().strip()
        if agency and (mark or "/" in words or is_organisation(words, cues)):
            return FoundCredit((start, stop), 0.9 if mark != "-" else 0.7, "an agency at the end")
        if mark in {"/", "|"} and names_picture(words, cues):
            return FoundCredit((start, stop), 0.8, "words of pictures at the end")
        if mark == "©" or (mark in {"/", "|"} and len(words.split()) > 1 and is_name(words, cues)):
            return FoundCredit((start, stop), 0.7, f"a name after “{mark}” at the end")
        after_stop = text[: found.start()].rstrip()[-1:] in cues.stops
        if mark in {"–", "—", "-"} and after_stop and (is_name(words, cues) or is_organisation(words, cues)):
            return FoundCredit((start, stop), 0.8, f"a name after a full stop and “{mark}”")
        if "/" in words and all(is_name(part.strip(), cues) for part in words.split("/")):
            return FoundCredit((start, stop), 0.8, "two names with a slash at the end")
    return None
