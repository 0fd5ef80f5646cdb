"""Captions that stand above or below the credit of their picture, which alone shows what they are."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.credits.marks import SIGNED
from corpus_tools.formats.seed.gaps import is_tight
from corpus_tools.formats.seed.names.recognise import breadth
from corpus_tools.formats.seed.roles.candidates import BODY, HEAD, NEVER, Candidate
from corpus_tools.formats.seed.roles.people import ALONE

_LONGEST = 200  # Latin letters
_LONGEST_LINE = 90
_LONGEST_RUBRIC = 30
_LONGEST_WITHOUT_STOPS = 110
_OPENING = '"“„«'
_CAPTION_RIGHT_ABOVE_CREDIT = Candidate("caption", (-0.5, 0.7, 0.5, NEVER), "right above a credit")
_CAPTION_ABOVE_CREDIT = Candidate("caption", (-0.5, -0.3, -0.5, NEVER), "above a credit")
_CAPTION_BELOW_CREDIT = Candidate("caption", (-0.5, 1.0, 1.0, NEVER), "right below a credit")
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
        if _is_running(above, stops) or (index == 2 and _heads(texts[0], above)):
            continue
        if first.role == "subhead" and len(found[index - 1]) > 1 and above[0] in "*_#":
            continue
        if first.role in _NO_CAPTION and (first.cue is not None or first.weights[HEAD] >= _SURE_NAME):
            continue
        certain, open_ended = credit.weights[BODY] >= _SURE_CREDIT, above.rstrip(_CLOSING)[-1:] not in stops
        short = breadth(above) <= _LONGEST
        if is_tight(gaps[index]) and ((apart and len(above) <= 500) or (short and certain and open_ended)):
            found[index - 1] = (*found[index - 1], _CAPTION_RIGHT_ABOVE_CREDIT)
        elif short and (certain or open_ended):
            found[index - 1] = (*found[index - 1], _CAPTION_ABOVE_CREDIT)
    _add_below(found, texts, gaps, credited, apart=apart)


def without_speakers(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> None:
    """Let a quotation with its speaker after it be no caption: who is quoted is named in the report, too."""
    for index, options in enumerate(found):
        signed = next((option.credit for option in options if option.credit and option.credit.reason == SIGNED), None)
        if signed is None:
            continue
        name = texts[index][slice(*signed.extent)]
        if any(name in text for text in texts if len(text) > _LONGEST_LINE and text is not texts[index]):
            found[index] = tuple(option for option in options if option.credit is not signed)


def _add_below(
    found: list[tuple[Candidate, ...]],
    texts: Sequence[str],
    gaps: Sequence[str],
    credited: Sequence[int],
    *,
    apart: bool,
) -> None:
    """Let what stands right below a credit be its caption, and names below a caption with its credit be no credit.

    `apart` says that most blocks of the text stand apart from each other.
    """
    for index in credited:
        below = index + 1
        if _is_cued_credit(found[index]):
            if below < len(texts) and apart and is_tight(gaps[below]) and len(texts[below]) <= 500:
                found[below] = (*found[below], _CAPTION_BELOW_CREDIT)
        elif index and _has_credit(found, index - 1):
            found[index] = tuple(option for option in found[index] if not _is_credit_by_place(option))


def _is_credit_by_place(option: Candidate) -> bool:
    """Whether nothing but the caption above would make names a credit."""
    return option.role == "credit" and option.reason == ALONE


def _has_credit(found: Sequence[Sequence[Candidate]], index: int) -> bool:
    """Whether a block is a caption with its credit in it, or right above it."""
    if any(option.role == "caption" and option.credit is not None for option in found[index]):
        return True
    return index > 0 and _is_cued_credit(found[index - 1])


def _is_cued_credit(options: Sequence[Candidate]) -> bool:
    return options[0].role == "credit" and options[0].cue is not None


def _heads(first: str, second: str) -> bool:
    """Whether the first block is a word or two above the second, which then is the headline."""
    return breadth(first) <= _LONGEST_RUBRIC and len(second) > 2 * len(first)


def _is_running(text: str, stops: str) -> bool:
    """Whether a block is a quotation with who says it, or as long as running text in a script without stops."""
    if "\u0e00" <= text[-1] < "\u0f00":
        return len(text) > _LONGEST_WITHOUT_STOPS
    return text[0] in _OPENING and text[-1] in stops


def _credited(found: Sequence[tuple[Candidate, ...]]) -> list[int]:
    """The blocks that may be credits; names alone are none where they are many, as in lists of books or of a crew."""
    may = [index for index, options in enumerate(found) if len(options) > 1 and index and _may_be_credit(options)]
    alone = [index for index in may if any(map(_is_credit_by_place, found[index]))]
    return [index for index in may if index not in alone] if len(alone) > _MOST_ALONE else may


def _may_be_credit(options: Sequence[Candidate]) -> bool:
    return "credit" in [option.role for option in options]
