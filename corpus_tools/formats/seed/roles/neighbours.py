"""What each block of a seed could be, from itself (`shapes`) and from the blocks around it.

A credit makes what stands above it a caption, a heading of tags makes tags of the words below it, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus_tools.formats.seed.datelines.bare import names_again
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_job
from corpus_tools.formats.seed.roles.about import add_about_authors
from corpus_tools.formats.seed.roles.candidates import NEVER, TOP, Candidate, Weights, hint, sure
from corpus_tools.formats.seed.roles.captions import add_captions, without_signatures
from corpus_tools.formats.seed.roles.columns import add_names_in_column
from corpus_tools.formats.seed.roles.listed import (
    DIGITS,
    END_MARKS,
    add_after_end,
    add_alone_at_end,
    add_alone_in_head,
    add_listed,
    add_next_numbers,
    add_topics_in_line,
)
from corpus_tools.formats.seed.roles.marked import QUOTES, is_old_heading
from corpus_tools.formats.seed.roles.names_after_day import add_names_after_day
from corpus_tools.formats.seed.roles.page import add_repeated_title, outside
from corpus_tools.formats.seed.roles.preamble import add_preamble
from corpus_tools.formats.seed.roles.quotations import add_quotations
from corpus_tools.formats.seed.roles.records import add_record
from corpus_tools.formats.seed.roles.screen import Screen
from corpus_tools.formats.seed.roles.second_names import without_second_names
from corpus_tools.formats.seed.roles.shapes import candidates_of
from corpus_tools.formats.seed.roles.signed import add_signed_in_brackets
from corpus_tools.formats.seed.roles.summaries import (
    add_above_dateline,
    add_summary_after_kicker,
    add_summary_with_dateline,
)
from corpus_tools.formats.seed.roles.twice import add_said_twice

_INTERVIEW = 3  # questions that stand alone
_QUESTION_MARKS = "?？؟"
_QUESTION_ENDS = "?？؟*"
_HEADS_TEXT = {"subhead", "standfirst", "deck"}
_LEAST_OLD = 2
_FIRST_HEADING = sure("headline", "the first of several headings in capitals")
_SECOND_HEADING = sure("deck", "a heading in capitals under another")
_LEAST_DASHED = 3  # blocks
_SIGNED = {"byline", "source"}
_SURE_CREDIT: Weights = (NEVER, 3.0, 1.2, NEVER)

_PLACE_BELOW_NAME = hint("dateline", "below a name, and a place that the report names", head=1.6)
_LONGEST_PLACE = 30
_LOWEST_PLACE = 10


def candidates(texts: Sequence[str], gaps: Sequence[str], cues: Cues) -> list[tuple[Candidate, ...]]:
    """The candidates of each block; `gaps` stand before the blocks."""
    above, below = outside(texts, cues)
    inside = slice(len(above), len(texts) - len(below))
    return [*above, *_inside(texts[inside], gaps[inside], cues), *below]


def _inside(texts: Sequence[str], gaps: Sequence[str], cues: Cues) -> list[tuple[Candidate, ...]]:
    """The candidates of the blocks of an article."""
    screen = Screen(texts, cues)
    found = [
        candidates_of(text, index, following, screen)
        for index, (text, following) in enumerate(zip(texts, [*texts[1:], ""], strict=False))
    ]
    if screen.end(_QUESTION_ENDS) >= _INTERVIEW:
        found = _without_questions(found, texts)
    if screen.begin(cues.dashes) >= _LEAST_DASHED:
        _without_dashed_names(found, texts, cues)
    names = _may_be_bylines(found)
    if names:
        without_second_names(found)
    _add_old_headings(found, texts, cues)
    add_repeated_title(found, texts, cues)
    add_preamble(found, texts, cues)
    add_record(found, texts, cues)
    add_listed(found, texts, gaps, cues)
    if screen.begin(END_MARKS):
        add_after_end(found, texts)
    add_alone_at_end(found, texts, cues)
    add_alone_in_head(found, texts, cues)
    if screen.begin(DIGITS) > 1:
        add_next_numbers(found, texts)
    if names:
        _add_credit_above_agency(found, texts, cues)
    if screen.begin((*QUOTES, ">")):
        add_quotations(found, texts, cues)
    add_topics_in_line(found, texts, cues)
    add_above_dateline(found, texts, cues)
    add_summary_after_kicker(found, texts, cues)
    if names:
        add_summary_with_dateline(found, names)
        add_about_authors(found, texts, names, cues)
    if screen.end(","):
        add_names_in_column(found, texts, cues)
    _add_place_below_name(found, texts, cues)
    without_signatures(found, texts, cues.words["agencies"])
    add_names_after_day(found, texts, cues)
    add_signed_in_brackets(found, texts, cues)
    add_captions(found, texts, gaps, cues.stops)
    add_said_twice(found, texts)
    return found


def _may_be_bylines(found: Sequence[Sequence[Candidate]]) -> list[int]:
    """The blocks that may be bylines."""
    return [index for index, options in enumerate(found) if "byline" in [option.role for option in options]]


def _add_old_headings(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let the first of several headings in capitals that full stops end be the headline, but for the paper's name."""
    end = next((index for index, text in enumerate(texts[:TOP]) if not is_old_heading(text)), 0)
    headings = [index for index in range(end) if found[index][0].role != "date"]
    if headings and is_organisation(texts[headings[0]].rstrip("."), cues):
        headings = headings[1:]
    if len(headings) < _LEAST_OLD:
        return
    for index in headings:
        found[index] = (_SECOND_HEADING if index > headings[0] else _FIRST_HEADING,)


def _without_dashed_names(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let lines that dashes begin, and that stand together, be items of a list rather than signatures."""
    begun = 0
    for index, text in enumerate([*texts, "."]):
        if text[0] in cues.dashes and text[1:2].isspace():
            continue
        if index - begun >= _LEAST_DASHED:
            for at in range(begun, index):
                found[at] = tuple(
                    option for option in found[at] if option.role not in _SIGNED or option.cue is not None
                )
        begun = index + 1


def _add_credit_above_agency(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let a name with its agency above the line of whose report it is credit a picture: that line is the byline."""
    for index, text in enumerate(texts[1:TOP], start=1):
        if text in cues.words["agencies"] and any(option.role == "byline" for option in found[index]):
            credit = next((option for option in found[index - 1] if option.role == "credit"), None)
            if credit is not None and "/" in texts[index - 1]:
                found[index - 1] = (*found[index - 1], credit._replace(weights=_SURE_CREDIT))


def _add_place_below_name(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let words right below a name be the place, if the report names it again.

    Words in capitals below a name that is not may be named anywhere; others only after a word for where.
    """
    for name, index in pairwise(_may_be_bylines(found[:_LOWEST_PLACE])):
        above, text = texts[name], texts[index]
        if index > name + 1 or len(text) > _LONGEST_PLACE or is_organisation(text, cues) or is_job(text, cues):
            continue
        report = texts[index + 1 :]
        if text.isupper() and not above.isupper():
            told = any(text.lower() in block.lower() for block in report)
        else:
            told = not text.isupper() and names_again(text, report, cues)
        if told:
            found[index] = (*found[index], _PLACE_BELOW_NAME)


def _asks(text: str) -> bool:
    """Whether a block is a question, perhaps in bold."""
    return text[-1] in _QUESTION_MARKS or (text[-1] == "*" and text.rstrip("*")[-1:] in {"?", "؟"})


def _without_questions(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> list[tuple[Candidate, ...]]:
    """The candidates of each block, but that questions head nothing in an interview, which has several of them."""
    asked = list(map(_asks, texts))
    if sum(asked) < _INTERVIEW:
        return found
    return [
        tuple(option for option in options if option.role not in _HEADS_TEXT) if asks else options
        for options, asks in zip(found, asked, strict=True)
    ]
