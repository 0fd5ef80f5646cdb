"""Phrases of cues, and the letters of the lines they stand in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

find_digit = re.compile(r"\d").search
_CLOSING = "»”’\"')）」』]】 \u00a0\u202f"


def shortest(words: Collection[str]) -> tuple[str, ...]:
    """Those of some words that hold no other of them."""
    return tuple(sorted(word for word in words if not any(other in word for other in words if other != word)))


def is_in_word(letter: str) -> bool:
    """Whether a character goes on with the word before it; marks of vowels do."""
    return letter.isalnum() or (letter > "\u02ff" and unicodedata.category(letter)[0] == "M")


EAST = "\u2e80"
"""What letters of East Asia are greater than: Han, kana, Hangul."""


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no blanks between words: Thai, Burmese, Khmer, Han, kana; or Hangul."""
    return "\u0e00" <= letter < "\u10a0" or "\u1780" <= letter < "\u1800" or letter > EAST


def has_no_stops(letter: str) -> bool:
    """Whether a letter is of Thai or Lao, which end no sentence by a mark."""
    return "\u0e00" <= letter < "\u0f00"


def ends_with_stop(text: str, stops: str) -> bool:
    """Whether a text ends as a sentence does, perhaps in quotation marks or brackets."""
    return text[-1] in stops or text.rstrip(_CLOSING)[-1:] in tuple(stops)


def lowered(text: str) -> str:
    """`text` in lower case and with plain blanks, as long as before: offsets stay right."""
    low = text.lower()
    if text.isascii():
        return low
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else small[0] for letter in text)
    return low.replace("\u00a0", " ")


def breadth(text: str) -> int:
    """How broad a text is, in Latin letters: a Han, kana or Hangul character says about twice as much."""
    return len(text) * 2 if text[0] > EAST or text[-1] > EAST else len(text)
