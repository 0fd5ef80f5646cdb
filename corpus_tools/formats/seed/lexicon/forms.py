"""How a text writes letters that can be written in several ways, so that cues are sought as it writes them.

Words of cue files are in NFC. A text may be decomposed, may hold the letters of Indic scripts and Hebrew that NFC takes
apart, as many keyboards write them, or may write Persian with the letters of Arabic.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

Form = Literal["NFC", "NFD", "single", "arabic"]
"""Composed, decomposed, composed beyond NFC, or composed with the Arabic forms of two Persian letters."""

_SINGLE = "\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59\u0a5a\u0a5b\u0a5e"
_has_single = re.compile(f"[{_SINGLE}\ufb1d\ufb1f\ufb2a-\ufb4e]").search
_has_mark = re.compile("[\u0300-\u036f]").search
_TO_ARABIC = str.maketrans("یک", "يك")


def form_of(text: str) -> Form:
    """How `text` writes its letters."""
    if text.isascii():
        return "NFC"
    if unicodedata.is_normalized("NFC", text):
        return "arabic" if "ي" in text and "ی" not in text and "ک" not in text else "NFC"
    if _has_single(text) is not None:
        return "single"
    return "NFD" if _has_mark(text) is not None or unicodedata.is_normalized("NFD", text) else "NFC"


def in_form(word: str, form: Form) -> str:
    """A word of a cue file as a text of that form writes it."""
    if form == "NFD":
        return unicodedata.normalize("NFD", word)
    composed = unicodedata.normalize("NFC", word)
    if form == "arabic":
        return composed.translate(_TO_ARABIC)
    if form == "single":
        for pair, letter in _pairs():
            composed = composed.replace(pair, letter)
    return composed


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Two characters that NFC leaves apart, and the one character for both."""
    return tuple((unicodedata.normalize("NFC", letter), letter) for letter in _SINGLE)
