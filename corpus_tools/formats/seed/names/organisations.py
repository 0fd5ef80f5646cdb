"""Names of organisations: agencies, papers, newsrooms and their sites."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.recognise import is_name, is_small, is_word

_MOST_SMALL = 4  # words
_LEAST_QUOTED = 2
_SHORTEST_PLACE = 3
_MOST_OF_PAPER = 3  # words
_QUOTES = '«»„“”"‹›'
_quote = re.compile(f"[{_QUOTES}]").search
_words = re.compile(r"[^\W\d_]+").findall
is_site = re.compile(r"[\w-]{2,30}(?:\.[A-Za-z]{2,6}){1,2}").fullmatch


def ends_in_site(text: str) -> bool:
    """Whether a name ends in the address of a site: ``A.C. Courier.example``."""
    return "." in text and is_site(text.rpartition(" ")[2]) is not None


def is_led_by_article(text: str, cues: Cues) -> bool:
    """Whether a name begins with an article, as those of papers do and those of people do not: The Guardian."""
    first, _, rest = text.partition(" ")
    if text in cues.words["places"]:
        return False  # Le Havre
    return lowered(first) in cues.words["articles"] and not is_small(first[0]) and bool(rest) and is_name(text, cues)


def is_organisation(text: str, cues: Cues) -> bool:
    """Whether `text` names an agency or another organisation: known, in initials, or by its words."""
    if text in cues.words["agencies"] or _is_of_agency(text, cues):
        return True
    if (2 <= len(text) <= 6 and text.isupper() and text.isalpha()) or is_led_by_article(text, cues):
        return True
    return ends_in_site(text) or names_organisation(text, cues)


def _is_of_agency(text: str, cues: Cues) -> bool:
    """Whether an agency's name begins a name: in capitals (``NRK Troms``), or of two words (``France Bleu Nord``)."""
    first, _, rest = text.partition(" ")
    if not rest:
        return False
    if first.isupper() and first in cues.words["agencies"] and not rest.isupper():
        return True
    second, _, more = rest.partition(" ")
    return bool(more) and f"{first} {second}" in cues.words["agencies"]


_LEAST_OF_PAPER = 3  # syllables: 한강일보


def names_organisation(text: str, cues: Cues) -> bool:
    """Whether a word of organisations is in `text`."""
    organisations = cues.words["organisations"]
    if "\u3400" <= text[:1] <= "\u9fff":  # no blanks between words
        return any(text[-length:] in organisations for length in (2, 3, 4) if length < len(text))
    if "가" <= text[:1] <= "힣" and text[-2:] in organisations and len(text.rsplit(maxsplit=1)[-1]) > _LEAST_OF_PAPER:
        return True
    return not organisations.isdisjoint(text.lower().split())


def is_small_name(text: str) -> bool:
    """Whether words with a small letter first may name a paper: taz, n-tv.de, elDiario.es, la Repubblica."""
    words = text.split()
    return ":" not in text and len(words) <= _MOST_SMALL and (len(words) < 2 or words[1][0].isupper())


def is_same_organisation(name: str, other: str) -> bool:
    """Whether two names are one but for capitals, or one is the initials of the other: Associated Press, AP."""
    if name.lower() == other.lower():
        return True
    short, long = sorted((name, other), key=len)
    return short.isalpha() and short.upper() == "".join(word[0] for word in _words(long) if word[0].isupper()) != ""


def is_newsroom(text: str, cues: Cues) -> bool:
    """Whether `text` names an organisation of the news: known, by its words, or as the address of a site.

    Capitals alone do not tell it: they may be a place.
    """
    if text.isupper() and text.isalpha() and text not in cues.words["agencies"]:
        return False
    return is_organisation(text, cues) or is_site(text) is not None


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The extent of a name without the quotation marks around all of it: ``«Фонтанка»``, ``„Kurir“``."""
    inner = text[start + 1 : end - 1]
    if end - start > _LEAST_QUOTED and text[start] in _QUOTES and text[end - 1] in _QUOTES and not _quote(inner):
        return start + 1, end - 1
    return start, end


def without_words_of_place(words: str, cues: Cues) -> str:
    """A place or a paper without the small words before it, and quotation marks: ``in Lisbon``, ``для «Фонтанки»``."""
    first, _, rest = words.partition(" ")
    while rest and first in cues.words["in"]:
        words = rest
        first, _, rest = words.partition(" ")
    start, end = unquoted(words, 0, len(words))
    return words[start:end]


def is_place_in_line(words: str, cues: Cues) -> bool:
    """Whether words may be a place: a word, or a known one."""
    return (is_word(words) and len(words) >= _SHORTEST_PLACE) or words in cues.words["places"]


def is_place_or_paper(words: str, cues: Cues) -> bool:
    """Whether what stands after names may be where they are, or the paper's own name, perhaps after small words.

    That is a place, after words such as "in" or "specially for" a few words, or two as of ``Ранковий кур’єр``.
    """
    named = without_words_of_place(words, cues)
    if is_place_in_line(named, cues):
        return True
    first, *others = named.split() or [""]
    if len(others) >= _MOST_OF_PAPER or not first[:1].isupper() or not all(map(is_word, (first, *others))):
        return False
    return named != words or (len(others) == 1 and is_small(others[0][0]))
