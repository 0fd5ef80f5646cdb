"""Whose cues to trust: the languages a text seems to be in, by its script and its most frequent words.

This is no language detection (`language` is): it only orders the cue tables, costs a few microseconds, and says
which words it went by. English always stands last: its cues occur in texts of every language.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.lexicon.tables import cue_languages, table_of

_SAMPLE = 900
_LETTERS = 40
_FALLBACK = "en"
_CLOSE = 0.7
_VOTE = 27720
"""One vote, which up to twelve languages share without a remainder: sums are the same in whatever order."""
_LEAST_VOTES = 1.5 * _VOTE
_STARTS = (
    (0x0000, ""), (0x0041, "Latn"), (0x02B0, ""), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0780, ""), (0x0900, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"),
    (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"),
    (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, ""), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"),
    (0x1200, "Ethi"), (0x1380, ""), (0x1780, "Khmr"), (0x1800, ""), (0x1E00, "Latn"), (0x2000, ""), (0x3040, "Kana"),
    (0x3100, ""), (0x3400, "Hani"), (0xA000, ""), (0xAC00, "Hang"), (0xD7B0, ""),
)  # fmt: skip
_beyond_latin = re.compile("[^\0-\u036f\u1e00-\u2e7f]").search
_ROWS = {row: script for (start, script), (stop, _) in pairwise(_STARTS) for row in range(start >> 4, stop >> 4)}
"""The script of each row of sixteen characters; the sign before ``A`` is the only one in its row of no script."""
_OF_SCRIPT = {"Hani": ("Hani", "Hans", "Hant", "Jpan"), "Kana": ("Jpan", "Kana"), "Hang": ("Kore", "Hang")}


def trusted_languages(text: str) -> tuple[str, ...]:
    """The languages with a cue table that `text` seems to be in, the likeliest first."""
    sample = text[:_SAMPLE]
    likely = _of_script(_script_of(sample[:: len(sample) // _LETTERS + 1]))
    if len(likely) > 1:
        likely = _by_words(sample, likely)
    return _with_borrowed(likely)


@cache
def _with_borrowed(likely: tuple[str, ...]) -> tuple[str, ...]:
    """Some languages, those whose cues the news in them borrows, and the fallback."""
    borrowed = [other for language in likely for other in table_of(language).get("borrows", ())]
    return tuple(dict.fromkeys([*likely, *borrowed, _FALLBACK]))


def _script_of(letters: str) -> str:
    """The script of most of some letters; kana decide for themselves, Japanese being written in Han too."""
    if _beyond_latin(letters) is None:
        return "Latn"
    rows = [ord(letter) >> 4 for letter in letters.replace("@", "")]
    votes = [script for script in map(_ROWS.get, rows) if script]
    return "Kana" if "Kana" in votes else max(dict.fromkeys(votes), key=votes.count, default="Latn")


@cache
def _of_script(script: str) -> tuple[str, ...]:
    """The languages that are written in a script; Chinese goes before Japanese where no kana stands."""
    names = [script, *_OF_SCRIPT.get(script, ())]
    scripts = {language: table_of(language)["scripts"] for language in cue_languages()}
    return tuple(dict.fromkeys(language for name in names for language in scripts if name in scripts[language]))


@cache
def _voters(likely: tuple[str, ...]) -> tuple[frozenset[str], dict[str, tuple[list[str], int]]]:
    """The function words of some languages; whose each of them is, and which part of a vote each of those gets."""
    whose: dict[str, list[str]] = {}
    for language in likely:
        for word in table_of(language).get("function_words", ()):
            whose.setdefault(word, []).append(language)
    return frozenset(whose), {word: (languages, _VOTE // len(languages)) for word, languages in whose.items()}


def _by_words(sample: str, likely: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some languages whose function words stand in the sample, the likeliest first; else all of them."""
    words, whose = _voters(likely)
    votes = dict.fromkeys(likely, 0)
    for word in words.intersection(lowered(sample).split()):
        languages, share = whose[word]
        for language in languages:
            votes[language] += share
    best = max(votes.values())
    if best < _LEAST_VOTES:
        return likely
    close = [language for language, weight in votes.items() if weight >= _CLOSE * best]
    return tuple(sorted(close, key=lambda language: (-votes[language], language))[:2])
