"""What a block could be that ends with, or is, what may be a credit: a caption, a credit, a source, a note."""

from __future__ import annotations

from corpus_tools.formats.seed.credits.words import FoundCredit, names_picture
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_name, is_small
from corpus_tools.formats.seed.roles.candidates import TOP, Candidate, hint, sure
from corpus_tools.formats.seed.roles.people import whole_credit

_LONGEST_HOUSE = 14
_MOST_OF_PAPER = 4  # words
_PAPER = hint("source", "a few words in brackets", foot=1.6)
_MARKS = set("/|–—-")
_MOST_OF_NAME = 4  # words and the mark, in a script without capitals
_NAME_ALONE = hint("source", "a name in brackets", above=0.7, head=1.6, foot=2.5)
_AGENCY_ALONE = hint("source", "an agency in brackets", above=0.7, head=1.6, body=1.2, foot=2.5)


def of_credit(text: str, credit: FoundCredit, index: int, cues: Cues) -> list[Candidate]:
    """Readings of a block that ends with, or is, what may be a credit."""
    start, end = credit.extent
    inner = text[start:end]
    if start > 1 and text.isupper() and start <= _LONGEST_HOUSE and ":" in text[:start]:
        return [whole_credit(text, "a house and its photographer", 1.5, 1.5)]  # ST PHOTO: ANA SILVA
    if start > 1:
        return _captioned(text, credit, index, cues)
    square = text[0] in "[【"
    name = is_name(inner, cues)
    agency = lowered(inner).partition("/")[0].strip() in cues.agency_names
    if agency or (name and len(inner) <= 60 and (not square or is_organisation(inner, cues))):
        weak = hint("credit", credit.reason, above=0.5, head=0.5, body=0.5, foot=0.0, credit=credit)
        return [weak, _AGENCY_ALONE if agency and index > 2 else _NAME_ALONE]
    pictured = names_picture(inner, cues)
    if len(inner) > 24 and not pictured:
        return [hint("note", "brackets around the whole of it", above=1.0, head=1.0, body=1.2, foot=1.2)]
    if "/" in inner or " via " in inner or (square and (pictured or name)):
        return [sure("credit", credit.reason, credit=credit)]
    return [_PAPER] if _names_paper(inner, cues) else []


def _names_paper(inner: str, cues: Cues) -> bool:
    """Whether words in brackets, of which only the first one may be capitalised, are few and no sentence."""
    return len(inner.split()) <= _MOST_OF_PAPER and not is_small(inner[0]) and inner[-1] not in cues.stops


def _captioned(text: str, credit: FoundCredit, index: int, cues: Cues) -> list[Candidate]:
    """A caption, or, if nothing but a name stands before the mark and the agency, a line that is a credit."""
    before = text[: credit.extent[0]]
    caption = _as_caption(text, credit, index, cues)
    if not index or not _is_name_before(text, credit.extent[0], cues):
        return [caption]
    whole = whole_credit(text, "a name and its agency", 1.5, 1.2)
    sure_name = before.lower() != before.upper() or 2 < len(before.split()) <= _MOST_OF_NAME
    return [whole] if sure_name else [caption, whole]


def _is_name_before(text: str, start: int, cues: Cues) -> bool:
    """Whether nothing but a name stands before a credit and its mark: ``Ana Silva / AFP``."""
    before = text[:start].rstrip(" /|–—-")
    marked = text[:start].rstrip()[-1:] in _MARKS
    return marked and before[-1:] not in cues.stops and is_name(before, cues)


def _as_caption(text: str, credit: FoundCredit, index: int, cues: Cues) -> Candidate:
    certainty = credit.sure
    start, end = credit.extent
    if index > 2 and text[start:end] in cues.words["agencies"] and text[: start - 1].rstrip()[-1:] in cues.stops:
        certainty = 0.0  # an agency signs its report so
    body = 2.0 if certainty >= 0.9 else 1.2 if certainty >= 0.6 else 0.5
    head = body + 1.3 if index < TOP else body
    above = 1.0 if certainty >= 0.9 and index else -0.5
    return hint("caption", credit.reason, above=above, head=head, body=body, foot=-2.0, credit=credit)
