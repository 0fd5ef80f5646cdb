"""Lines of the page around an article: several of its words in one line, or what it counts.

``Facebook Twitter WhatsApp``, ``27 comments``, ``阅读 1.2万 在看 86``. The words are cues of the form ``line``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_number = re.compile(r"\d[\d.,]*(?:\s\d{3})*\s?(?:[km]\b|mil\b|mln\b|тыс\.?|[万萬千])?\+?").sub
"""How many: ``27``, ``1 482``, ``1.2K``."""
_chrome_words = re.compile(r"[^\s|/·•,、:：()\[\]（）【】]+").findall
_first_letters = re.compile(r"[^\s|/·•,、:：()\[\]（）【】\d]+").match
_MOST_CHROME = 12
_MOST_WORDS = 4  # of one phrase
_LONGEST_UNIT = 4

Entry = tuple[str, str, Mapping[str, Any], str]
"""Phrase, form, cue of the table, language."""


def words_of_chrome(lines: Mapping[str, Entry]) -> frozenset[str]:
    """The words of the cues of a page around an article."""
    return frozenset(word for phrase in lines for word in phrase.split(" ") if _is_chrome([phrase], lines))


def chrome_line(low: str, lines: Mapping[str, Entry], known: frozenset[str]) -> Entry | None:
    """The first cue of a line of the page around an article, if it holds such words alone, or with numbers.

    Args:
        low: the line in lower case, without the marks at its edges.
        lines: the cues that are whole lines.
        known: their words, by which most lines are told to be none at their first word.
    """
    first = _first_letters(low)
    if first is not None and first.end() > _LONGEST_UNIT and first.group() not in known:
        return None
    bare = _number(" ", low)
    words = _chrome_words(bare)
    if not 0 < len(words) <= _MOST_CHROME or not {word for word in words if len(word) > _LONGEST_UNIT} <= known:
        return None
    found: list[Entry] = []
    at = others = 0
    while at < len(words):
        phrase = next((length for length in range(_MOST_WORDS, 0, -1) if _is_chrome(words[at : at + length], lines)), 0)
        if phrase:
            found.append(lines[" ".join(words[at : at + phrase])])
        elif len(words[at]) <= _LONGEST_UNIT:
            others += 1
        else:
            return None
        at += max(phrase, 1)
    told = len(found) > max(1, others) or (found and bare != low and others <= 1)
    return found[0] if told else None


def _is_chrome(words: list[str], lines: Mapping[str, Entry]) -> bool:
    entry = lines.get(" ".join(words))
    return entry is not None and entry[2]["role"] == "boilerplate"
