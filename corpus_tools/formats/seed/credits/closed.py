"""The ends of credits: names before ``撮影``, ``nuotr.`` or ``arkivfoto``, and what is put after them."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.credits.words import TAIL, is_name_but_for_numbers
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import EAST, find_digit, is_unspaced
from corpus_tools.formats.seed.names.organisations import names_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_name, is_small, sentence_end, trimmed

_LONGEST = 80
_LONGEST_EAST = 40
_LONGEST_JOB = 8
_tail = re.compile(r"\s*\d{4}\.\d{1,2}\.\d{1,2}\.?(?:\s+\S{1,60}@\S{1,60})?(?:\s+[*※][^*]{1,40})?$").match
_day_at_end = re.compile(r"\s?\d{2,4}年\d{1,2}月\d{1,2}日$").search
_strong = re.compile(r"\s[|–—-]\s|[|–—]").finditer
_weak = re.compile(r"(?<!\b\w)[.!?…”»\"“]\s+(?:/\s?)?|\s/\s?|\(").finditer
_NOTHING = (0, 0)
_LEAST_OF_NAME, _MOST_OF_NAME = 2, 3
_LEAST_SMALL = 2
_words = re.compile(r"\S+").finditer
_all_words = re.compile(r"[^\s/=:·.]+").findall
_parts = re.compile(r"[/(),&;|–—]|\s-\s|\svia\s").split


def without_tail(text: str) -> str:
    """A caption without the day, address and notice that Korean agencies put after the credit in brackets."""
    if text[-1] == "日" and (day := _day_at_end(text)) is not None:
        return text[: day.start()]
    at = max(text.rfind(mark, max(0, len(text) - TAIL)) for mark in ")]") + 1
    return text[:at] if 0 < at < len(text) and _tail(text, at) is not None else text


def before_closer(text: str, cue: Cue, cues: Cues) -> Extent | None:
    """The names before the word of a credit, which `cue` is, after the mark that sets them apart."""
    end = cue.end
    found = (
        _after_mark_of_east(text, end, cues) if text[end - 1] >= EAST or text[0] >= EAST else _names(text, end, cues)
    )
    if found == _NOTHING:
        found = after_clause(text[:end], cue, cues)
    return found if 1 < found[0] < found[1] else None


def _after_mark_of_east(text: str, end: int, cues: Cues) -> Extent:
    """What stands after the last mark."""
    start = max(text.rfind(mark, max(0, end - _LONGEST_EAST), end) for mark in "＝=／/。（(|—–.】") + 1
    if find_digit(text, start, end) or "で、" in text[start:end]:  # the day, the place, and then the name
        start = max(start, text.rfind("、", start, end) + 1)
    office = (at for at in range(min(end, start + _LONGEST_JOB), start + 1, -1) if text[start:at] in cues.words["jobs"])
    start = next(office, start)
    blank = text.rfind(" ", start, end) + 1  # 一艘渡轮驶离海岛 新华社 图
    if blank and text[blank:end].strip() in cues.words["agencies"]:
        start = blank
    return trimmed(text, start, end)


def _names(text: str, end: int, cues: Cues) -> Extent:
    """The longest that holds names alone after a bar or a dash, or else after a weaker one; else what the last has."""
    first = max(0, end - _LONGEST)
    strong = [trimmed(text, found.end(), end) for found in _strong(text, first, end)]
    weak = [] if strong else [trimmed(text, found.end(), end) for found in _weak(text, first, end)]
    fallback = strong[-1] if strong else _NOTHING
    return next((extent for extent in strong or weak if _holds_names(text[slice(*extent)], cues)), fallback)


def after_clause(text: str, cue: Cue, cues: Cues) -> Extent:
    """The name of two or three words that ends a clause of small ones: ``… palieka salą Ana Silva`` before ``nuotr.``.

    Not before several words, as in Vietnamese, whose names of museums are clauses by this form.
    """
    words = list(_words(text, max(0, len(text) - _LONGEST)))
    particles = cues.words["name_particles"]
    small = [at for at, word in enumerate(reversed(words)) if is_small(word[0][0]) and word[0] not in particles]
    if " " in cue.phrase or not small or not _LEAST_OF_NAME <= small[0] <= _MOST_OF_NAME:
        return _NOTHING
    start = words[-small[0]].start()
    clause = len(small) >= _LEAST_SMALL or "," in text[:start]
    return (start, len(text)) if clause and is_name(text[start:], cues) else _NOTHING


def _holds_names(words: str, cues: Cues) -> bool:
    """Whether what stands between marks are names or words of pictures, and no bracket is left open."""
    if words.count("(") != words.count(")"):
        return False
    parts = [part for each in _parts(words) if (part := each.strip())]
    return bool(parts) and all(_is_name(part, cues) for part in parts)


def _is_name(part: str, cues: Cues) -> bool:
    photo = cues.words["photo"]
    named = [word for word in part.split() if word.lower() not in photo]
    known = not named or part in cues.words["agencies"] or names_organisation(part, cues)
    return known or is_name_but_for_numbers(" ".join(named), cues)


def ends_caption(text: str, end: int, cues: Cues) -> bool:
    """Whether names up to `end`, before the word of an office, credit a picture: in brackets, or after its word.

    Names after a sentence do so, too: ``… 기다리고 있다. 홍길동 기자``.
    """
    value = text[:end]
    if text[-1] in ")]）】" or sentence_end(value) or "./" in value:
        return True
    return is_unspaced(value[:1]) and not cues.words["photo"].isdisjoint(_all_words(value)[1:])
