"""What a block could be: candidates, each with its weight in every part of an article.

The weights are log-odds in spirit: 0 says nothing, 1 is a hint, 2 is strong, `NEVER` rules out.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus_tools.formats.seed.credits.words import FoundCredit
from corpus_tools.formats.seed.lexicon.cues import Cue

NEVER = -99.0
PARTS = ("above the headline", "head", "body", "foot")
ABOVE, HEAD, BODY, FOOT = range(4)
TOP = 7  # blocks that the head of an article may have

Weights = tuple[float, float, float, float]
"""Above the headline, head, body, foot."""

_WEIGHTS: dict[str, Weights] = {
    "kicker": (2.0, NEVER, NEVER, NEVER),
    "byline": (2.0, 2.5, 0.6, 2.5),
    "date": (2.0, 2.5, 0.5, 1.5),
    "dateline": (1.0, 2.5, 0.5, NEVER),
    "source": (1.5, 1.5, 0.0, 2.5),
    "tagline": (NEVER, 1.0, 0.5, 2.5),
    "copyright": (0.5, 0.5, 0.5, 2.5),
    "tags": (1.0, 0.5, 0.5, 2.5),
    "correction": (1.0, 1.5, 1.0, 1.5),
    "note": (1.5, 1.5, 1.0, 1.5),
    "boilerplate": (1.0, 1.0, 1.2, 2.0),
    "other": (1.0, 1.0, 1.0, 1.5),
    "media": (1.5, 1.5, 1.5, 1.0),
    "caption": (1.0, 1.5, 1.5, 0.0),
    "credit": (1.0, 1.5, 1.5, 1.0),
    "list_item": (NEVER, -0.5, 1.5, 0.0),
    "table_row": (NEVER, NEVER, 1.5, 0.0),
    "quote": (NEVER, -0.5, 1.5, -0.5),
    "subhead": (0.5, NEVER, 1.8, -1.0),
    "headline": (2.0, NEVER, NEVER, NEVER),
    "deck": (NEVER, 2.0, NEVER, NEVER),
    "standfirst": (NEVER, 2.0, NEVER, NEVER),
}


class Candidate(NamedTuple):
    """One thing a block could be.

    Attributes:
        role: its role.
        weights: how well it fits above the headline, in the head, the body and the foot.
        reason: what says so, in words.
        cue: the words that say so.
        credit: the words in it that credit a picture.
    """

    role: str
    weights: Weights
    reason: str
    cue: Cue | None = None
    credit: FoundCredit | None = None


def sure(role: str, reason: str, *, cue: Cue | None = None, credit: FoundCredit | None = None) -> Candidate:
    """A candidate that a cue or a mark speaks for, with the usual weights of its role."""
    return Candidate(role, _WEIGHTS[role], reason, cue, credit)


def hint(
    role: str,
    reason: str,
    *,
    above: float = NEVER,
    head: float = NEVER,
    body: float = NEVER,
    foot: float = NEVER,
    credit: FoundCredit | None = None,
) -> Candidate:
    """A candidate with weights of its own; a part that is not named is ruled out."""
    return Candidate(role, (above, head, body, foot), reason, None, credit)


RUNNING = hint("paragraph", "running text", body=1.0)
LINE = hint("paragraph", "nothing speaks for another role", body=0.3, foot=-1.0)
DESPITE_CUE = hint("paragraph", "nothing but a cue or a mark speaks for another role", body=0.0, foot=-1.5)
