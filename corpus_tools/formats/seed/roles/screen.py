"""What is worth looking for in the blocks of one document, found out at one look at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus_tools.formats.seed.credits.find import is_set_apart
from corpus_tools.formats.seed.credits.words import TAIL
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered

_BETWEEN = "\0"  # no block holds it


class Screen:
    """What is worth looking for in the blocks of one document.

    Attributes:
        cues: the cues it is read by.
        tails: the ends of its blocks, in lower case.
        of_credits: the words of credits that stand in any of them.
        firsts: the first characters of its blocks.
        lasts: the last ones.
    """

    __slots__ = ("cues", "firsts", "lasts", "of_credits", "tails")

    def __init__(self, texts: Sequence[str], cues: Cues) -> None:
        tails = lowered(_BETWEEN.join([text[-TAIL:] for text in texts]))
        self.tails = tails.split(_BETWEEN)
        self.cues = cues
        self.of_credits = [stem for stem in cues.credit_stems if stem in tails]
        if ":" in tails:
            self.of_credits += [mark for mark in cues.source_marks if mark in tails]
        self.firsts = "".join([text[0] for text in texts])
        self.lasts = "".join([text[-1] for text in texts])

    def begin(self, marks: Iterable[str]) -> int:
        """How many blocks begin with one of some marks."""
        return sum(map(self.firsts.count, marks))

    def end(self, marks: Iterable[str]) -> int:
        """How many blocks end with one of some marks."""
        return sum(map(self.lasts.count, marks))

    def may_credit(self, text: str, index: int) -> bool:
        """Whether the end of block number `index` is worth a closer look: it has a mark or a word of credits."""
        return is_set_apart(text) or any(map(self.tails[index].__contains__, self.of_credits))
