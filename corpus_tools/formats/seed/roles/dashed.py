"""Names after a dash, as at the end of a report: ``— Ana Silva``."""

from __future__ import annotations

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_name, listed, name_in
from corpus_tools.formats.seed.roles.candidates import Candidate, hint
from corpus_tools.formats.seed.roles.people import LONGEST_OF_NAMES

_NEWSROOM = hint("source", "a newsroom after a dash", head=0.0, foot=2.5)
_NAMES = hint("byline", "names after a dash", head=1.6, foot=2.0)
_WORD = hint("byline", "a word after a dash at the end", foot=0.6)
_ITEM = hint("list_item", "a dash", body=0.6, foot=-1.0)


def after_dash(text: str, cues: Cues) -> list[Candidate]:
    """Readings of a line that a dash begins: a signature at the end, an item of a list elsewhere."""
    start = len(text) - len(text.lstrip(f"{cues.dashes} \u3000"))
    rest = text[start:]
    found: list[Candidate] = []
    newsroom = "," not in rest and is_organisation(rest, cues) and is_name(rest, cues)
    if rest in cues.words["agencies"] or newsroom:
        found.append(_NEWSROOM)
    agency = rest in cues.words["wires"] or rest in cues.words["picture_agencies"]
    told = bool(found) and (agency or " " in rest or rest.isupper())
    items = [] if told else listed(text, start, len(text), cues)
    signed = bool(items) and name_in(text, *items[0], cues) is not None
    if signed and len(rest) < LONGEST_OF_NAMES and all(_is_named(text, item, cues) for item in items[1:]):
        found.append(_NAMES)
    if not found and 3 <= len(rest) <= 20 and rest.isalnum():
        found.append(_WORD)
    if text[0] in "-–":
        found.append(_ITEM)
    return found


def _is_named(text: str, item: Extent, cues: Cues) -> bool:
    """Whether an item is a name, or a newsroom whose name may have a small letter or a number: franceinfo, News24."""
    return name_in(text, *item, cues) is not None or text[slice(*item)] in cues.words["agencies"]
