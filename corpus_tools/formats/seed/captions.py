"""Captions that stand above the credit of their picture, which alone shows what they are."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.blocks import is_tight
from corpus_tools.formats.seed.candidates import NEVER, Candidate
from corpus_tools.formats.seed.names import breadth
from corpus_tools.formats.seed.people import ALONE

_LONGEST = 200  # Latin letters
_HEAD, _BODY = 1, 2  # in the weights of a candidate
_CAPTION_RIGHT_ABOVE_CREDIT = Candidate("caption", (-0.5, 0.7, 0.5, NEVER), "right above a credit")
_CAPTION_ABOVE_CREDIT = Candidate("caption", (-0.5, -0.3, -0.5, NEVER), "above a credit")
_MOST_ALONE = 4  # names that may credit pictures
_CLOSING = '”"»’)'
_SURE_NAME = 1.2
_SURE_CREDIT = 1.0  # a name alone credits the block above only if that is no sentence
_NO_CAPTION = {"caption", "byline", "date", "dateline", "media", "credit"}


def add_captions(found: list[tuple[Candidate, ...]], texts: Sequence[str], gaps: Sequence[str], stops: str) -> None:
    """Let what stands above blocks that may be credits be a caption."""
    credited = _credited(found)
    if not credited:
        return
    apart = sum(map(is_tight, gaps)) <= 0.5 * len(gaps)
    for index in credited:
        above = texts[index - 1]
        credit = next(option for option in found[index] if option.role == "credit")
        first = found[index - 1][0]
        if first.role == "subhead" and len(found[index - 1]) > 1 and above[0] in "*_#":
            continue
        if first.role in _NO_CAPTION and (first.cue is not None or first.weights[_HEAD] >= _SURE_NAME):
            continue
        certain, open_ended = credit.weights[_BODY] >= _SURE_CREDIT, above.rstrip(_CLOSING)[-1:] not in stops
        short = breadth(above) <= _LONGEST
        if is_tight(gaps[index]) and ((apart and len(above) <= 500) or (short and certain and open_ended)):
            found[index - 1] = (*found[index - 1], _CAPTION_RIGHT_ABOVE_CREDIT)
        elif short and (certain or open_ended):
            found[index - 1] = (*found[index - 1], _CAPTION_ABOVE_CREDIT)


def _credited(found: Sequence[tuple[Candidate, ...]]) -> list[int]:
    """The blocks that may be credits; names alone are none where they are many, as in lists of books or of a crew."""
    may = [index for index, options in enumerate(found) if len(options) > 1 and index and _may_be_credit(options)]
    alone = [
        index for index in may if any(option.role == "credit" and option.reason == ALONE for option in found[index])
    ]
    return [index for index in may if index not in alone] if len(alone) > _MOST_ALONE else may


def _may_be_credit(options: Sequence[Candidate]) -> bool:
    return "credit" in [option.role for option in options]
