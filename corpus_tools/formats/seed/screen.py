"""One look that most blocks need no more than: nothing at their edges or in them is what a cue or a mark could be.

A block that is plain is told by its form alone: how long it is, how it ends, and what follows. Whatever `cued`,
`marked` and `credits` could find makes a block not plain, and so does some of what they could not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.credits import TAIL, has_word, is_set_apart
from corpus_tools.formats.seed.cues import Cues, lowered
from corpus_tools.formats.seed.marked import LONGEST_DATE, QUOTES

_END_MARK = 14  # characters that an end mark has at most
_LONGEST_CLOSED = 160
_mark = re.compile(r"[@/|©\t]").search
_digit = re.compile(r"\d").search


class Screen:
    """What is worth looking for in the blocks of one document.

    Attributes:
        cues: the cues it is read by.
        of_credits: the words of credits that stand near the end of any of its blocks.
    """

    __slots__ = ("cues", "of_credits")

    def __init__(self, texts: Sequence[str], cues: Cues) -> None:
        tails = lowered("\n".join([text[-TAIL:] for text in texts]))
        self.cues = cues
        self.of_credits = [stem for stem in cues.credit_stems if stem in tails]

    def is_plain(self, text: str) -> bool:
        """Whether no cue and no mark but those of credits can begin or end a block, and none of an address is in it."""
        first, length, cues = text[0], len(text), self.cues
        if first.isalpha():
            if text[1:2] in {".", ")"} or text.startswith(("http", "www.")):
                return False
        elif first not in QUOTES or text[-1] in QUOTES[first] or not text[1:2].isalnum():
            return False
        if _mark(text) is not None or (length < LONGEST_DATE and _digit(text)):
            return False
        if length < _END_MARK and lowered(text) in cues.words["end_marks"]:
            return False
        if cues.may_start(text) and (cues.whole(text) or next(cues.at_start(text), None)):
            return False
        return length > _LONGEST_CLOSED or next(cues.at_end(text), None) is None

    def may_credit(self, text: str) -> bool:
        """Whether the end of a block is worth a closer look: it has a mark or a word of credits."""
        return is_set_apart(text) or has_word(text, self.of_credits)
