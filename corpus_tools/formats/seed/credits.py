"""Credits of pictures: words that name a photographer or an agency, in brackets, after a label, or at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpus_tools.formats.seed.cues import Cues
from corpus_tools.formats.seed.names import Extent, is_job, is_name, is_organisation, is_small, sentence_end, trimmed
from corpus_tools.formats.seed.phrases import lowered

TAIL = 140
_MOST_WORDS = 14
_MOST_SMALL = 4  # small words of a credit, as in Foto: privat, or in brackets; a clause has more
_tail = re.compile(r"\s*\d{4}\.\d{1,2}\.\d{1,2}\.?(?:\s+\S{1,60}@\S{1,60})?(?:\s+[*※][^*]{1,40})?$").match
_day_at_end = re.compile(r"\s?\d{2,4}年\d{1,2}月\d{1,2}日$").search
_signature = re.compile(r"。[（【][\u3400-\u9fff々]{2,5}[）】]$").search
"""Who wrote a report, in brackets after its last sentence."""
_aside = re.compile(r"\s?,\s(?=[a-zà-öø-ÿĉĝĥĵŝŭа-я])").search
_digit = re.compile(r"\d").search
_dated = re.compile(r"\d{3}|\d[.:,]\d|\d$").search
_numbers = re.compile(r"\b\d{1,2}\b\s?").sub
"""Small numbers, which papers have in their names."""
_parts = re.compile(r"[/|]").split
_BEFORE_NAME = ".|/–— "
_AFTER_QUOTE = set('”»"’')
_LONGEST_HOUSE = 20  # before a colon: AWB News: Craig Dunne
_OF_CREDITS = {"credit", "copyright"}
_LONGEST_SIGNED = 240  # longer ones are quotations
_LONGEST_NAME = (8, 12)
"""Words of a credit after a mark, and of one in capitals."""
_REPORTERS = ("本报记者", "记者", "記者")
_OPENING = {")": "(", "]": "[", "）": "（", "】": "【"}
_MARKS = (
    r"[\s|/©–—]"  # what a mark begins with, which is found fast; then what it goes on with
    r"(?:(?<=\s)(?:[|/©–—]\s|-\s|©|(?<=[.!?…»”\"。।؟]\s)\s*)|(?<=[|/©–—])\s|(?<=[\s.。]/)|(?<=©))"
)
_marks = re.compile(_MARKS).finditer
_marks_east = re.compile(rf"{_MARKS}|(?<=。)").finditer


class FoundCredit(NamedTuple):
    """Offsets of the words that credit, how sure that is (0 to 1), and what says so."""

    extent: Extent
    sure: float
    reason: str


_mark = re.compile(r"[/|©–—\])）】]").search
_spaced_dash = re.compile(r"\s-\s").search


def is_set_apart(text: str) -> bool:
    """Whether a mark that sets credits apart stands near the end of a block."""
    end = text[-80:]
    if _mark(end) is not None or ("-" in end and _spaced_dash(end) is not None):
        return True
    return end[-3:].isupper() or (end[-1] in _AFTER_QUOTE and end[-6:].isupper())


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
    if last in _OPENING and (found := _bracketed(text, cues)) is not None:
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


def _bracketed(text: str, cues: Cues) -> FoundCredit | None:
    start = text.rfind(_OPENING[text[-1]], max(0, len(text) - TAIL)) + 1
    words = text[start:-1]
    if not start or not len(words) > 1 or words[0].isdigit() or len(words.split()) > _MOST_WORDS or _signature(text):
        return None
    if is_small(words[0]) and (names_picture(words, cues) or lowered(words) in cues.agency_names):
        start += _label_length(words, cues)
        return FoundCredit((start, len(text) - 1), 0.9, "words of pictures in brackets")
    if words[-1] in "!?" or (start > 1 and _is_clause(words, cues)):
        return None
    if (found := _by_first_sentence(words, cues) or _by_cue(words, cues)) is not None:
        first, last = found.extent
        return found._replace(extent=(start + first, start + last))
    if _names_nobody(text, start, words, cues):
        return None
    named = ": " in words or is_name(words, cues) or _names_after_stop(text, start, cues)
    person = " " in words and len(text) <= 220 and named
    sure = 1.0 if text[-1] in "]】" or names_picture(words, cues) else 0.65 if person else 0.4
    start += _label_length(words, cues)
    return FoundCredit((start, len(text) - 1), sure, "brackets at the end")


def _is_clause(words: str, cues: Cues) -> bool:
    """Whether brackets hold a clause, by how many of its words are small and neither of pictures nor of names."""
    known = cues.words["photo"] | cues.words["name_particles"] | cues.words["and"] | cues.words["in"]
    small = [word for word in words.split() if is_small(word[0]) and word.strip(".,:") not in known]
    return len(small) > _MOST_SMALL


def _names_nobody(text: str, start: int, words: str, cues: Cues) -> bool:
    """Whether brackets hold no name: small words, a sentence, who is quoted, or what somebody made, as ``(Photos)``."""
    if is_small(words[0]) or not (words[0].isalpha() or words[0] in "@©") or sentence_end(words):
        return True
    if ": " in words[:_LONGEST_HOUSE] and not all(is_name(part, cues) for part in words.split(": ")):
        return True
    if text[-1] == ")" and text[: start - 1].rstrip()[-1:] in _AFTER_QUOTE and not names_picture(words, cues):
        return True
    return all(word in cues.words["photo"] for word in lowered(words).split())


def _names_after_stop(text: str, start: int, cues: Cues) -> bool:
    """Whether brackets after a full stop begin with a name: ``. (Ana Silva for The Example)``."""
    first = " ".join(text[start:-1].split(" ")[:2])
    return text[: start - 1].rstrip()[-1:] in cues.stops and " " in first and is_name(first, cues)


def _by_first_sentence(words: str, cues: Cues) -> FoundCredit | None:
    """The credit in the first of several sentences in brackets; what follows is a notice about its use."""
    first, stop, _ = words.partition(". ")
    return _by_cue(first, cues) if stop else None


def _by_cue(words: str, cues: Cues) -> FoundCredit | None:
    """The credit in words that a cue begins or ends."""
    opening = next((cue for cue in cues.at_start(words) if cue.role in _OF_CREDITS or cue.form == "label"), None)
    if opening is not None and opening.role not in {*_OF_CREDITS, "source"}:
        return None
    closing = next((cue for cue in cues.at_end(words) if cue.role == "credit"), None)
    if opening is not None and opening.start < len(words):
        stop = closing.end if closing is not None and closing.end > opening.start else len(words)
        return FoundCredit((opening.start, stop), 1.0, f"“{opening.phrase}” in brackets")
    if closing is None or is_small(words[0]) or words[closing.end : closing.end + 1] in {"/", "／"}:
        return None
    return FoundCredit((0, closing.end), 1.0, f"“{closing.phrase}” in brackets")


def _label_length(words: str, cues: Cues) -> int:
    """How long the word of pictures before a name is: 6 in ``Photo Ana Silva``, and 0 in ``Photo News``."""
    first, _, rest = words.partition(" ")
    rest = rest.lstrip()
    if not rest or first.isupper() or cues.words["organisations"].issuperset(lowered(rest).split()):
        return 0
    labels = cues.credit_phrases if is_small(first[0]) else cues.words["photo"]
    named = rest[0].isupper() or lowered(rest.split(" ", 1)[0]) in cues.words["photo"]
    return len(words) - len(rest) if named and lowered(first.rstrip(":")) in labels else 0


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
    spaced = "|".join(
        re.escape(phrase) + r"(?!\w)" * (phrase[-1].isalnum() and phrase[-1] < "\u0e00")
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{spaced})(?P<colon>\s?[:：=＝]|[-–](?=\s))?\s?", re.IGNORECASE)


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
        if not words or sentence_end(words) or len(words.split()) > _MOST_WORDS:
            continue
        before = text[: found.start()].rstrip()[-1:]
        told = found["colon"] and before in cues.stops and len(words.split()) <= _MOST_SMALL
        if is_small(words[0]) and not told and lowered(words).partition("/")[0] not in cues.agency_names:
            continue
        if opener and (before.isalnum() or cues.words["organisations"].issuperset(lowered(words).split())):
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
        start += _label_length(text[start:stop], cues)
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
