"""Names in capitals as they are usually written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property

from corpus_tools.formats.seed.lexicon.cues import Cues

_DOTLESS = {"tr", "az"}
"""Languages that tell i with a dot from ı without one."""
_SMALL_I = str.maketrans("İI", "iı")
_ONE_I = str.maketrans("İIı", "iii")
_LONGEST_ABBREVIATION = 3
_MOST_TEXTS = 20
_INITIALS = 2  # letters that may be two names: JR
_vowel = re.compile("[AEIOUYÆØ]").search
_numeral = re.compile("[IVX]+").fullmatch
_inner_apostrophe = re.compile(r"(?<=[а-яіїєґ]['’])[А-ЯІЇЄҐ]").sub
_initials = re.compile(r"\b[^\W\d_]\.").search
_words = re.compile(r"\w+").findall


def usual_form(name: str, cues: Cues) -> str:
    """A person's name in capitals as it is usually written; unchanged where that is not certain."""
    words = name.split()
    letters = [word for word in words if "." not in word]
    if _is_turkic(cues) and name.isupper() and len(words) > 1 and name not in cues.words["agencies"]:
        return _capitalised(name, cues)
    if len(name.lower()) != len(name):
        return name  # İ
    certain = name.isupper() and len(words) > 1 and letters and name not in cues.words["agencies"]
    if not certain or any(_is_uncertain(word, cues, first=word is words[0]) for word in letters):
        return name
    small = cues.words["small_particles"]
    return " ".join(low if at and (low := word.lower()) in small else _cased(word) for at, word in enumerate(words))


def _cased(word: str) -> str:
    """A word of a name with capitals where its parts begin: ``D'Amboise``, ``Pérez-Gómez``, ``K.``, but ``III``.

    No part begins after the apostrophe inside a Ukrainian name: ``Мар’яна``.
    """
    if len(word) > _INITIALS and _numeral(word) is not None:
        return word
    made = "".join(part.capitalize() if len(part) > 1 else part for part in re.split(r"([.'’-])", word))
    return _inner_apostrophe(lambda found: found.group().lower(), made)


def _is_uncertain(word: str, cues: Cues, *, first: bool) -> bool:
    low = word.lower()
    if low in cues.words["small_particles"] or low in cues.words["capital_particles"]:
        return False
    if low in cues.words["name_particles"] or word.startswith(("MC", "MAC")):
        return True
    spoken = not first and _numeral(word) is None and _vowel(unicodedata.normalize("NFD", word)) is not None
    return len(word) == _INITIALS and not spoken


class Spellings:
    """How the texts of a seed spell names that stand in capitals elsewhere in it.

    A name is looked for in the first few texts that hold its longest word, so that many names cost no more than one.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @cached_property
    def _holding(self) -> dict[str, list[int]]:
        """The first texts that hold a word."""
        found: dict[str, list[int]] = {}
        for index, text in enumerate(self._texts):
            for word in _words(text.translate(_ONE_I).casefold()):
                holding = found.setdefault(word, [])
                if len(holding) < _MOST_TEXTS and holding[-1:] != [index]:
                    holding.append(index)
        return found

    def of(self, name: str) -> str | None:
        """How a text spells a name in capitals; None if none does, or the name does not stand in capitals.

        ``John McDonald`` for ``JOHN MCDONALD``, ``Nairobi`` for ``NAIROBI`` in a Turkish text.
        """
        if not name.isupper():
            return None
        plain = name.translate(_ONE_I)
        sought = re.compile(rf"\b{re.escape(plain)}\b", re.IGNORECASE).search
        for index in self._holding.get(max(_words(plain.casefold()), key=len), ()):
            text = self._texts[index]
            found = sought(text.translate(_ONE_I))
            if found is not None and not (words := text[slice(*found.span())]).isupper() and words[0].isupper():
                return words
        return None


def usual_place(place: str, cues: Cues) -> str:
    """A place in capitals as it is usually written: ``RIO DE JANEIRO, Brazil`` is ``Rio de Janeiro, Brazil``."""
    city, comma, rest = place.partition(",")
    if place in cues.words["places"] or not city.isupper() or _initials(city):
        return place
    if not comma and (known := _in_capitals(cues.words["places"]).get(place)) is not None:
        return known
    if rest.isupper() and "." not in rest and len(rest.strip()) > _LONGEST_ABBREVIATION:
        rest = _capitalised(rest, cues)
    return _capitalised(city, cues) + comma + rest


@cache
def _in_capitals(places: frozenset[str]) -> dict[str, str]:
    """Known places by how they are written in capitals, which in Greek have no accents: ``ΑΘΗΝΑ`` for ``Αθήνα``."""
    return {made: place for place in sorted(places) for made in (place.upper(), _plain_greek(place.upper()))}


def _plain_greek(text: str) -> str:
    """Greek without its accents; other text as it is."""
    if not "\u0370" <= text[0] < "\u0400":
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")


def _capitalised(place: str, cues: Cues) -> str:
    """Words in capitals with small letters after the first; the particles in them are small."""
    particles = cues.words["place_particles"]
    turkic = "İ" in place or _is_turkic(cues)
    made: list[str] = []
    for word in re.split(r"([\s'’-])", place):
        low = word.translate(_SMALL_I).lower() if turkic else word.lower()
        made.append(low if any(made) and low in particles else word[:1] + low[1:])
    return "".join(made).replace("եւ", "և").replace("եվ", "և")  # one letter, which has two capitals


def _is_turkic(cues: Cues) -> bool:
    return bool(_DOTLESS.intersection(cues.languages[:1]))
