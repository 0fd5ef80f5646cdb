"""What credits are made of: the words of pictures, and the limits of a credit."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.recognise import Extent, is_name, is_small

TAIL = 140
MOST_WORDS = 14
MOST_SMALL = 4  # small words of a credit, as in Foto: privat, or in brackets; a clause has more
OPENING = {")": "(", "]": "[", "）": "（", "】": "【"}
_numbers = re.compile(r"\b\d{1,2}\b\s?").sub
AFTER_QUOTE = set('”»"’')


class FoundCredit(NamedTuple):
    """Offsets of the words that credit, how sure that is (0 to 1), and what says so."""

    extent: Extent
    sure: float
    reason: str


def label_length(words: str, cues: Cues) -> int:
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


def is_name_but_for_numbers(words: str, cues: Cues) -> bool:
    """Whether words are a name, perhaps with a small number, as papers have it: 20 Minuten."""
    return is_name(_numbers("", words).strip(), cues)
