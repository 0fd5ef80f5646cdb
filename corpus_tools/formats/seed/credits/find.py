"""Credits of pictures: words that name a photographer or an agency, in brackets, after a label, or at the end."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter

from corpus_tools.formats.seed.credits.bracketed import bracketed
from corpus_tools.formats.seed.credits.closed import before_closer, without_tail
from corpus_tools.formats.seed.credits.marks import after_mark
from corpus_tools.formats.seed.credits.words import (
    AFTER_QUOTE,
    MOST_SMALL,
    MOST_WORDS,
    OPENING,
    TAIL,
    FoundCredit,
    names_picture,
)
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import is_in_word, is_unspaced, lowered
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import (
    Extent,
    is_full_name,
    is_initial,
    is_name,
    is_small,
    sentence_end,
    trimmed,
)

_aside = re.compile(r"\s?,\s(?=[a-zà-öø-ÿĉĝĥĵŝŭа-я])").search
_LONGEST_LABEL = 20
_LONGEST_OF_LABEL = 120  # longer ones may be the end of an article
_MOST_AFTER_LABEL = 6  # words
_APART = "/|–—-("
_SAYING = "はが"  # particles after the word for a picture of which a sentence may tell
_kana = re.compile("[ぁ-ん]").search
_BEFORE_NAME = ".|/–— )"
_IN_WORD = r"\w\u0300-\u036f\u0900-\u0963\u0966-\u0e4f"  # with the marks of vowels, which are no letters
_LONGEST_SIGNATURE = 36
_LONGEST_RUN_ON = 200
_OPEN = "(["


_mark = re.compile(r"[/|©–—•\])）】＝／ⓒ]").search
_spaced_dash = re.compile(r"\s-\s").search


def is_set_apart(text: str) -> bool:
    """Whether a mark that sets credits apart stands near the end of a block."""
    end = text[-80:]
    if _mark(end) is not None or ("-" in end and _spaced_dash(end) is not None):
        return True
    if end[-1].isalpha() and ". " in end[-_LONGEST_SIGNATURE:]:
        return True
    return end[-3:].isupper() or (end[-1] in AFTER_QUOTE and end[-6:].isupper())


def _has_word(text: str, cues: Cues) -> bool:
    """Whether a word of credits stands near the end."""
    return any(map(lowered(text[-TAIL:]).__contains__, cues.credit_stems))


def find_credit(text: str, cues: Cues) -> FoundCredit | None:
    """The credit that ends a block, if one does."""
    if "](" in text[-TAIL:]:
        return None  # a link
    text = without_tail(text)
    last = text[-1]
    if last in OPENING and (found := bracketed(text, cues)) is not None:
        return _before_kind(text, found, cues) or _with_name_before(text, found, cues) or found
    worded = (_labelled(text, cues) or _closed(text, cues)) if _has_word(text, cues) else None
    return worded or _after_source_label(text, cues) or after_mark(text, cues)


def _before_kind(text: str, found: FoundCredit, cues: Cues) -> FoundCredit | None:
    """The credit after a label before brackets that only say what kind of picture it is: ``Foto: A/B (arkivfoto)``."""
    start = found.extent[0]
    if start < 2 or text[start - 1] not in OPENING.values():
        return None
    kind = cues.words["photo"].issuperset(lowered(text[slice(*found.extent)]).split())
    return _labelled(text[: start - 1].rstrip(), cues) if kind else None


def _with_name_before(text: str, found: FoundCredit, cues: Cues) -> FoundCredit | None:
    """The credit with the name that stands between a full stop and the agency in brackets: ``. Ana Silva (EFE)``."""
    start, end = found.extent
    if text[start - 1] != "(" or text[-1] != ")" or text[start:end] not in cues.words["agencies"]:
        return None
    last = max(text.rfind(stop, max(0, start - _LONGEST_SIGNATURE), start) for stop in '.!?…”»"')
    name = trimmed(text, last + 1, start - 1)
    words = text[slice(*name)]
    if last < 1 or is_initial(text[: last + 1].rpartition(" ")[2]) is not None:
        return None
    if not words[:1].isupper() or not is_name(words, cues):
        return None
    return found._replace(extent=(name[0], len(text)), sure=1.0)


def without_aside(text: str, start: int, stop: int, cues: Cues) -> Extent:
    """The words of a credit up to what is said beside it: ``Ana Silva`` in ``Ana Silva, used with permission``."""
    aside = _aside(text, start, stop)
    if aside is None or lowered(text[aside.end() : stop]).partition("/")[0].strip() in cues.agency_names:
        return start, stop
    return trimmed(text, start, aside.start())


def _closed(text: str, cues: Cues) -> FoundCredit | None:
    """The names before a word such as ``撮影`` that ends the block."""
    for cue in cues.at_end(text):
        if cue.role != "credit" or len(text) > 400:
            continue
        if (extent := before_closer(text, cue, cues)) is not None:
            return FoundCredit(extent, 1.0, f"“{cue.phrase}” at the end")
    return None


def _after_source_label(text: str, cues: Cues) -> FoundCredit | None:
    """The name after a word of sources or authors near the end of a block: ``… v sobotu. Zdroj: TASR``."""
    colon = text.rfind(":", max(0, len(text) - TAIL))
    if colon < 1:
        return None
    label = text[max(0, colon - _LONGEST_LABEL) : colon].rsplit(None, 1)[-1].lstrip("([/|")
    before = text[: colon - len(label)].rstrip()[-1:]
    if lowered(label) not in cues.source_labels or not before:
        return None
    start, stop = trimmed(text, colon + 1, len(text))
    words = text[start:stop]
    apart = before in cues.stops or before in _APART
    if not apart and not (
        (label[0].isupper() or is_unspaced(label[0])) and len(text) <= _LONGEST_OF_LABEL and _are_named(words, cues)
    ):
        return None
    small = words and is_small(words[0]) and lowered(words) not in cues.agency_names
    if not words or small or len(words.split()) > _MOST_AFTER_LABEL:
        return None
    if "://" in words or sentence_end(words) or _is_byline(text, cues):
        return None
    return FoundCredit((start, stop), 0.65 if len(text) <= _LONGEST_OF_LABEL else 0.3, f"“{label}:” near the end")


def _is_byline(text: str, cues: Cues) -> bool:
    """Whether a text begins with the label of authors or sources, beside which a source is no credit."""
    return any(cue.form == "label" and cue.role in {"byline", "source"} for cue in cues.at_start(text))


def _are_named(words: str, cues: Cues) -> bool:
    """Whether words are an organisation, or full names and organisations with commas: ``Ana Silva, AFP``."""
    if is_organisation(words, cues):
        return True
    parts = words.split(", ")
    return is_full_name(parts[0], cues) and all(is_organisation(part, cues) for part in parts[1:])


def _rest(phrase: str) -> str:
    """A phrase without its first letter, for patterns; one of letters is no part of a word."""
    return re.escape(phrase[1:]) + rf"(?![{_IN_WORD}])" * (is_in_word(phrase[-1]) and phrase[-1] < "\u0e00")


@cache
def _label(phrases: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join(
        f"{re.escape(first)}(?:{'|'.join(_rest(phrase) for phrase in sorted(some, key=len, reverse=True))})"
        for first, some in groupby(sorted({phrase.rstrip("՝") for phrase in phrases}), key=itemgetter(0))
    )  # by their first letters, of which few are those of any letter of a text
    return re.compile(
        rf"(?<![{_IN_WORD}])(?:{spaced})(?P<colon>\s?[:：=＝՝]|[-–](?=\s)|\s[–—-](?=\s))?\s?", re.IGNORECASE
    )


def _tells_what_is_seen(text: str, label: re.Match[str], words: str, cues: Cues) -> bool:
    """Whether the words after a label say what a picture shows: ``写真は…``, or a word after ``File photo:``."""
    if label.group().rstrip()[-1] in _SAYING and _kana(words) is not None:
        return True
    of_file = any(cue.role == "caption" and cue.start >= label.end() for cue in cues.at_start(text))
    return of_file and " " not in words and not words.isupper() and lowered(words) not in cues.agency_names


def _labelled(text: str, cues: Cues) -> FoundCredit | None:
    """The words after ``Photo:`` or ``Photo by`` at the end of a block that begins otherwise."""
    short = text[-1] == "." and is_initial(text.rpartition(" ")[2]) is not None  # Rui Reis Jr.
    end = len(text) - (text[-1] in ".)]）】" and not short) - (text[-2:] in {").", "]."})
    for found in _label(cues.credit_phrases).finditer(text, max(0, end - TAIL), end):
        if found.start() == 0 or (text[found.start() - 1] in _OPEN and text[found.end() : found.end() + 1] in OPENING):
            continue  # (arkivfoto). Foto: Ana Silva
        start, stop = trimmed(text, found.end(), end)
        while start < stop and text[start] in _BEFORE_NAME:
            start += 1
        start, stop = without_aside(text, start, stop, cues)
        words = text[start:stop]
        in_name = text[found.start() - 1] == "/" and not found["colon"]  # REUTERS/Rui Reis/File Photo
        if in_name or "http" in words or "#" in words or _tells_what_is_seen(text, found, words, cues):
            continue
        single = " " not in found.group().strip() and "/" not in found.group()
        if single and words.isupper() and found.group().isupper() and not found["colon"]:
            continue  # all of it is the name: ARCHIVES OF THE CITY
        opener = not found["colon"] and not found.group().rstrip().endswith(("by", "©", ".", ",", "،", "："))
        if not words or sentence_end(words) or len(words.split()) > MOST_WORDS:
            continue
        before = text[: found.start()].rstrip()[-1:]
        told = found["colon"] and before in cues.stops and len(words.split()) <= MOST_SMALL
        if is_small(words[0]) and not told and lowered(words).partition("/")[0] not in cues.agency_names:
            continue
        run_on = is_in_word(before) and not "\u0e00" <= found.group()[0] < "\u2e80"  # Thai has no stops
        listed = before == "," and is_full_name(text[: found.start()].rstrip(", "), cues)  # Dian Rao, Ihsan Maulana
        if opener and (listed or not _names_who(text, found.start(), words, cues, run_on=run_on)):
            continue
        certainty = 0.65 if opener and run_on else 1.0
        return FoundCredit((start, stop), certainty, f"“{found.group().strip()}” near the end")
    return None


def _names_who(text: str, start: int, words: str, cues: Cues, *, run_on: bool) -> bool:
    """Whether what follows a word of pictures without a colon, at `start`, names who made the picture."""
    if cues.words["organisations"].issuperset(lowered(words).split()):
        return False
    named = is_name(words, cues) or names_picture(words, cues)
    return named and (not run_on or _begins_anew(text, start, words, cues))


def _begins_anew(text: str, start: int, words: str, cues: Cues) -> bool:
    """Whether a word of pictures in the middle of a clause is a label: a capital after a small word, then a full name.

    ``… langs de kade Foto Ana Silva``, but not ``… auf dem Foto Ana Silva``.
    """
    last = text[:start].rsplit(None, 1)[-1]
    led = last in cues.function_words or last in cues.words["in"] or last in cues.words["articles"]
    named = "/" in words or is_full_name(words, cues) or words in cues.words["agencies"]
    named = named and len(text) <= _LONGEST_RUN_ON
    return named and not led and text[start : start + 2].istitle() and is_small(last[0])
