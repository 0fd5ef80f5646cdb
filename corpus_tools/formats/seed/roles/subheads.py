"""Headings inside an article, by their form: short lines without a stop before longer text, marked, quoted, or bare."""

from __future__ import annotations

from functools import cache

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import breadth, has_no_stops
from corpus_tools.formats.seed.names.recognise import is_name, sentence_end
from corpus_tools.formats.seed.roles.candidates import Candidate, hint
from corpus_tools.formats.seed.roles.marked import is_numbered, is_title_like

LONGEST = 90
LONGEST_QUOTED = 60
_LONGEST_THAI = 60
_MOST_WORDS = 14
_MOST_OF_QUESTION = 4  # words
_QUOTED = hint("subhead", "a short quotation before longer text", body=2.0)
_MARKED = hint("subhead", "a mark before a short line", body=1.7)
_NUMBERED = hint("subhead", "a number before a short line", body=1.7)
_SAID = hint("subhead", "a dash before a short line without a stop, and longer text after it", body=0.9)


def quoted_subhead(text: str, following: str, cues: Cues) -> tuple[Candidate, ...]:
    """A quotation in capitals, or a short one that is no sentence, before longer text."""
    if text[-1].isalpha() and text[0] != ">":
        return ()  # who said it stands behind it
    short = 1 < len(text) <= LONGEST_QUOTED and text[0] != ">" and text[-2] not in cues.stops
    heads = short or (text.isupper() and len(text) <= LONGEST)
    return (_QUOTED,) if heads and len(following) > 1.5 * len(text) else ()


def marked_subhead(text: str, following: str, cues: Cues) -> tuple[Candidate, ...]:
    """A number or a bullet before a short line that longer text follows."""
    heads_list = bool(following) and following[0] in "・‧•-" and following[0] != text[0]
    if len(following) <= 1.5 * len(text) and not heads_list:
        return ()
    if text[0] in "■●◆▼◇○□" and following[0] != text[0]:
        return (_MARKED,)
    if text[0].isdigit() and len(text) < LONGEST and is_title_like(text, cues) and not is_numbered(following):
        return (_NUMBERED,)
    return ()


def dashed_subhead(text: str, following: str, cues: Cues) -> tuple[Candidate, ...]:
    """What somebody says, after a dash, in a line without a stop before longer text."""
    if len(text) > LONGEST_QUOTED or text[0] not in "–-" or len(following) <= 1.5 * len(text):
        return ()
    said = text[2:3].isupper() and text.count(" ") > 1 and not (text[-1].isdigit() or text[-1] in cues.stops)
    return (_SAID,) if said and not is_name(text[2:], cues) else ()


def bare_subhead(text: str, following: str, words: int, cues: Cues, *, upper: bool) -> tuple[Candidate, ...]:
    """A short line without a stop that heads the longer text after it."""
    heads_list = following[:1] in cues.bullets and following[1:2].isspace() and text[0] not in cues.bullets
    if (
        (len(following) <= len(text) and not heads_list)
        or words > _MOST_WORDS
        or breadth(text) > LONGEST
        or text[0] in cues.dashes
    ):
        return ()
    if text[0] == "…" or text.startswith("...") or (has_no_stops(text[-1]) and len(text) > _LONGEST_THAI):
        return ()  # the rest of a sentence, or running text without stops
    weight = 0.9 if len(following) > 1.5 * len(text) else 0.4
    if text[-1] in "?？؟" and words > _MOST_OF_QUESTION and not upper:
        if ": " in text:
            return ()  # who asks
        weight -= 0.5  # it may be asked in an interview
    said = text[-1] in '"”»' and len(text) > 1 and text[-2] in cues.stops
    if said and sentence_end(text) is not None:
        return ()  # “The harbour is shut”, she says. “All of it.”
    if said or text[-1] in "!…" or text[0] in "[(":
        weight -= 0.7
    if upper:
        weight += 0.5
    if not heads_list and following[-1] not in "?？؟" and len(following) < LONGEST and is_title_like(following, cues):
        weight -= 0.6
    return (_bare(weight),)


@cache
def _bare(weight: float) -> Candidate:
    return hint("subhead", "a short line without a stop before longer text", body=weight)
