"""What a block could be that ends with, or is, what may be a credit: a caption, a credit, a source, a note."""

from __future__ import annotations

from corpus_tools.formats.seed.credits.words import FoundCredit, names_picture
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import is_unspaced, lowered
from corpus_tools.formats.seed.names.organisations import is_led_by_article, is_organisation, is_small_name
from corpus_tools.formats.seed.names.recognise import Extent, is_full_name, is_name, is_small
from corpus_tools.formats.seed.roles.candidates import TOP, Candidate, hint, sure
from corpus_tools.formats.seed.roles.people import whole_credit

_OPENING = "-–—([（【 "
_LONGEST_OWNER = 80
_CLOSING = ")]）】. "
_LONGEST_HOUSE = 14
_MOST_OF_PAPER = 4  # words
IN_BRACKETS = "a name in brackets"
NAME_AND_AGENCY = "a name and its agency"
_LOWEST_NAME = 4  # block; above it who writes for a paper is rather named than who took a picture for it
_WHOLE = (0.8, 0.6), (1.5, 1.2)
_LONGEST_PAPER = 40
_PAPER = hint("source", "a few words in brackets", foot=1.6)
_LONGEST_NAME = 40
_LONGEST_WORD, _LONGEST_OF_ONE_WORD = 14, 10
"""Characters of a word of a name in a script without blanks between words, and of a name of one word."""
_MOST_DIGITS = 3
_LEAST_OF_TEXT = 60
_LONGEST_CAPTION = 160
_MARKS = set("/|–—-")
_APART = set("|–—-")
_MOST_OF_NAME = 4  # words and the mark, in a script without capitals
_NAME_ALONE = hint("source", IN_BRACKETS, above=0.7, head=1.6, foot=2.5)
_WITH_NEWSROOM = hint("byline", "a name and its newsroom in brackets", head=1.6, foot=2.5)
_AGENCY_ALONE = hint("source", "an agency in brackets", above=0.7, head=1.6, body=1.2, foot=2.5)


def of_brackets(text: str, cues: Cues) -> list[Candidate]:
    """Readings of a line in brackets that credits nobody: a paper by its small letter or number, ``(20 Minuten)``."""
    inner = text[1:-1]
    if len(text) > _LONGEST_PAPER or not inner[:1].isalnum() or not inner.isprintable():
        return []
    if inner in cues.words["agencies"]:
        named = True
    elif inner[0].isdigit():
        named = inner[-1].isalpha() and "/" not in inner and sum(map(str.isdigit, inner)) <= _MOST_DIGITS
    else:
        named = is_small(inner[0]) and is_small_name(inner) and not (inner.islower() and inner.isalpha())
    return [_NAME_ALONE] if named and len(inner.split()) <= _MOST_OF_PAPER else []


def of_credit(text: str, credit: FoundCredit, index: int, following: str, cues: Cues) -> list[Candidate]:
    """Readings of a block that ends with, or is, what may be a credit."""
    start, end = credit.extent
    inner = text[start:end]
    if start > 1 and text.isupper() and start <= _LONGEST_HOUSE and ":" in text[:start]:
        return [whole_credit(text, "a house and its photographer", 1.5, 1.5)]  # ST PHOTO: ANA SILVA
    if start > 1 and text[:start].strip(_OPENING):
        return _captioned(text, credit, index, following, cues)
    square = text[0] in "[【"
    closed = square and end < len(text) - 1  # by a cue: [Harbour Museum photo]
    name = is_name(inner, cues)
    agency = lowered(inner).partition("/")[0].strip() in cues.agency_names
    signed = not square and _is_with_newsroom(inner, cues)
    if not closed and (
        agency or signed or (name and len(inner) <= 60 and (not square or is_organisation(inner, cues)))
    ):
        weak = hint("credit", IN_BRACKETS, above=0.5, head=0.5, body=0.5, foot=0.0, credit=credit)
        alone = _AGENCY_ALONE if agency and index > 2 else _NAME_ALONE
        return [weak, _WITH_NEWSROOM if signed else alone]
    pictured = names_picture(inner, cues)
    if len(inner) > 24 and not pictured:
        return [hint("note", "brackets around the whole of it", above=1.0, head=1.0, body=1.2, foot=1.2)]
    told = closed or pictured or (name and inner.lower() != inner.upper())
    if "/" in inner or " via " in inner or (square and told):
        return [sure("credit", credit.reason, credit=credit)]
    return [_PAPER] if _names_paper(inner, cues) else []


def _is_with_newsroom(inner: str, cues: Cues) -> bool:
    """Whether words in brackets are a full name and the newsroom of who bears it: ``(Ana Silva, dpa)``."""
    name, comma, newsroom = inner.partition(", ")
    return (
        bool(comma) and is_full_name(name, cues) and is_organisation(newsroom, cues) and not is_organisation(name, cues)
    )


def _names_paper(inner: str, cues: Cues) -> bool:
    """Whether words in brackets, of which only the first one may be capitalised, are few and no sentence."""
    return len(inner.split()) <= _MOST_OF_PAPER and not is_small(inner[0]) and inner[-1] not in cues.stops


def _captioned(text: str, credit: FoundCredit, index: int, following: str, cues: Cues) -> list[Candidate]:
    """A caption, or, if nothing but a name stands before the mark and the agency, a line that is a credit."""
    before = text[: credit.extent[0]]
    caption = _as_caption(text, credit, index, following, cues)
    if not index or not _is_name_before(text, credit.extent[0], cues):
        return [caption]
    if _is_of_paper(text, credit.extent, cues):
        return [whole_credit(text, NAME_AND_AGENCY, 0.3, 0.8)]
    of_pictures = text[slice(*credit.extent)] in cues.words["wires"] | cues.words["picture_agencies"]
    whole = whole_credit(text, NAME_AND_AGENCY, *_WHOLE[index > 1 and (of_pictures or index > _LOWEST_NAME)])
    if before.lower() == before.upper():
        return [whole] if 2 < len(before.split()) <= _MOST_OF_NAME else [caption, whole]
    if "," not in before:
        return [whole]
    return [caption] if any(is_small(word[0]) for word in before.split()) else [caption, whole]  # Ana Silva, mayor of X


def _is_of_paper(text: str, extent: Extent, cues: Cues) -> bool:
    """Whether a paper in a script without capitals stands after a bar or a dash, as it does in bylines."""
    paper = text[slice(*extent)]
    apart = text[: extent[0]].rstrip()[-1:] in _APART and paper.lower() == paper.upper()
    return apart and is_organisation(paper, cues) and paper not in cues.words["wires"] | cues.words["picture_agencies"]


def _is_name_unspaced(words: str) -> bool:
    """Whether words in a script without capitals or blanks are short enough for a name."""
    return max(map(len, words.split()), default=0) <= _LONGEST_WORD and not (
        " " not in words and len(words) > _LONGEST_OF_ONE_WORD
    )


def _is_name_before(text: str, start: int, cues: Cues) -> bool:
    """Whether nothing but a name stands before a credit and its mark: ``Ana Silva / AFP``."""
    before = text[:start].rstrip(" /|–—-")
    marked = text[:start].rstrip()[-1:] in _MARKS
    cased = before.lower() != before.upper()
    clause = not cased and not cues.function_words.isdisjoint(before.split())
    clause = clause or len(before) > _LONGEST_NAME or (is_unspaced(before[:1]) and not _is_name_unspaced(before))
    clause = clause or is_led_by_article(before, cues)  # Der Hafen am Abend
    return marked and not clause and before[-1:] not in cues.stops and is_name(before, cues)


def _as_caption(text: str, credit: FoundCredit, index: int, following: str, cues: Cues) -> Candidate:
    certainty = credit.sure
    start, end = credit.extent
    last = len(following) < _LEAST_OF_TEXT or following[-1] not in cues.stops
    agency = text[start:end] in cues.words["agencies"] and text[: start - 1].rstrip()[-1:] in cues.stops
    if index > 2 and agency and not text[end:].strip(_CLOSING) and (last or len(text) > _LONGEST_CAPTION):
        certainty = 0.0  # an agency signs its report so
    body = 2.0 if certainty >= 0.9 else 1.2 if certainty >= 0.6 else 0.5
    head = body + 1.3 if index < TOP else body
    above = 1.0 if certainty >= 0.9 and index else -0.5
    return hint("caption", credit.reason, above=above, head=head, body=body, foot=-2.0, credit=credit)


def of_source(text: str, cue: Cue, cues: Cues) -> Candidate | None:
    """The credit that a named source is right below a caption, if it may be that of a picture."""
    value = text[cue.start : cue.end]
    if "/" not in value and cues.words["photo"].isdisjoint(lowered(value).split()):
        return None
    found = FoundCredit((cue.start, cue.end), 0.5, f"“{cue.phrase}” begins it, as it does below pictures")
    return hint("credit", found.reason, head=0.8, body=1.0, credit=found)


def owns_picture(text: str, cues: Cues) -> bool:
    """Whether what follows © may be who made a picture: no year, and no words of rights at an edge or after a mark."""
    rest = text[1:].lstrip()
    if not rest or len(text) > _LONGEST_OWNER or rest[0].isdigit() or text[-4:].isdecimal():
        return False
    after = max(text.find(mark) + len(mark) for mark in (" - ", " – ", " | ", ". "))
    parts = [rest] if after < len(" - ") else [rest, text[after:]]
    return not any(cue.role == "copyright" for part in parts for cue in (*cues.at_start(part), *cues.at_end(part)))
