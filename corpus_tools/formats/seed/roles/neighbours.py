"""What each block of a seed could be, from itself (`shapes`) and from the blocks around it.

A credit makes what stands above it a caption, a heading of tags makes tags of the words below it, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus_tools.formats.seed.datelines.bare import names_again, opening, opens
from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_job, listed, name_in
from corpus_tools.formats.seed.names.usual import usual_form
from corpus_tools.formats.seed.roles.candidates import (
    HEAD,
    LINE,
    NEVER,
    RUNNING,
    TOP,
    Candidate,
    Weights,
    hint,
    sure,
)
from corpus_tools.formats.seed.roles.captions import add_captions, without_signatures
from corpus_tools.formats.seed.roles.columns import add_names_in_column
from corpus_tools.formats.seed.roles.listed import (
    ABOUT_AUTHOR,
    DIGITS,
    END_MARKS,
    add_after_end,
    add_alone_at_end,
    add_alone_in_head,
    add_listed,
    add_next_numbers,
)
from corpus_tools.formats.seed.roles.marked import QUOTES, is_old_heading
from corpus_tools.formats.seed.roles.names_after_day import add_names_after_day
from corpus_tools.formats.seed.roles.page import add_repeated_title, outside
from corpus_tools.formats.seed.roles.preamble import add_preamble
from corpus_tools.formats.seed.roles.quotations import add_quotations
from corpus_tools.formats.seed.roles.records import add_record
from corpus_tools.formats.seed.roles.screen import Screen
from corpus_tools.formats.seed.roles.second_names import without_second_names
from corpus_tools.formats.seed.roles.shapes import WITH_DATELINE, candidates_of
from corpus_tools.formats.seed.roles.signed import add_signed_in_brackets
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

_BESIDE_HEAD = {"byline", "date", "caption", "credit", "media", "boilerplate"}
_LONGEST_SUMMARY = 400
_ABOVE_REPORT = hint("standfirst", "sentences above the words of who brings the report", head=2.5)
_ABOVE_DATELINE = hint("standfirst", "sentences above a dateline", head=1.5)
_LINE_ABOVE_DATELINE = hint("deck", "a line above a dateline", head=2.0)
_PLACE_BELOW_NAME = hint("dateline", "below a name, and a place that the report names", head=1.6)
_SUMMARY_WITH_DATELINE = hint("standfirst", "a dateline begins it, above the author and the report", head=3.4)
_SURE_BYLINE = 2.2  # in the head: a name with a day
_LONGEST_OPENING = 20
_LONGEST_PLACE = 30
_LOWEST_PLACE = 10
_LAST = 8
_LONGEST_ABOUT = 400
_SHORTEST_ABOUT = 30
_LONGEST_TITLE = 12  # Prof. Dr.
_SENTENCE_ENDS = ".。"
_ABOUT_AUTHOR_ABOVE = hint("tagline", "about the author of the line above", head=3.0, body=1.5)
_LONGEST_WHEREABOUTS = 100
_CLOSING = 2  # blocks


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
    _add_above_dateline(found, texts, cues)
    if names:
        _add_summary_with_dateline(found, names)
        _add_about_authors(found, texts, names, cues)
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


def _add_above_dateline(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let sentences between the headline and the paragraph that opens the report be the standfirst."""
    tops = list(zip(texts[:TOP], found, strict=False))
    opens = next((at for at, (text, _) in enumerate(tops) if _is_opening(text, cues)), 0) if cues.report_openings else 0
    opens = opens or next((at for at, (text, options) in enumerate(tops) if _says_where(text, options, cues)), 0)
    above = opens - 1
    while above > 0 and (found[above][0].role in _BESIDE_HEAD or found[above + 1][0].role == "credit"):
        above -= 1
    if above < 1:
        return
    stopped = texts[above][-1] in cues.stops or "\u0e00" <= texts[above][0] < "\u0f00"  # Thai has no stops
    running = found[above][-1] is RUNNING and len(texts[above]) <= _LONGEST_SUMMARY and stopped
    if running and _is_opening(texts[opens], cues):
        found[above] = (*found[above], _ABOVE_REPORT)
    elif running and (WITH_DATELINE in found[opens] or _stands_elsewhere(texts, opens, cues)):
        found[above] = (*found[above], _ABOVE_DATELINE)
    elif found[above][-1] is LINE and any(options[0].role in {"byline", "date"} for options in found[1:above]):
        found[above] = (*found[above], _LINE_ABOVE_DATELINE)


def _add_summary_with_dateline(found: list[tuple[Candidate, ...]], bylines: Sequence[int]) -> None:
    """Let a paragraph that a dateline begins be the standfirst if the author and the report stand below it."""
    for index in bylines:
        if (
            1 < index < min(TOP, len(found) - 1)
            and WITH_DATELINE in found[index - 1]
            and found[index + 1][-1] is RUNNING
        ):
            sure_of_it = any(
                option.role == "byline" and (option.cue is not None or option.weights[HEAD] >= _SURE_BYLINE)
                for option in found[index]
            )
            if sure_of_it:
                found[index - 1] = (*found[index - 1], _SUMMARY_WITH_DATELINE)


def _is_opening(text: str, cues: Cues) -> bool:
    """Whether a paragraph opens as reports of a language do."""
    return lowered(text[:_LONGEST_OPENING]).startswith(cues.report_openings)


def _says_where(text: str, options: Sequence[Candidate], cues: Cues) -> bool:
    """Whether a paragraph opens with a dateline that has a place, or with a place alone and a mark of the language.

    A day alone may open any paragraph of a report that goes by days.
    """
    if WITH_DATELINE in options:
        line = run_in(text, cues)
        return line is not None and line.place is not None
    return bool(cues.place_marks) and options[-1] is RUNNING and opens(text, cues)


def _stands_elsewhere(texts: Sequence[str], opens: int, cues: Cues) -> bool:
    """Whether the place that opens a paragraph stands in another block, too."""
    line = opening(texts[opens], cues)
    place = texts[opens][slice(*line.place)] if line is not None and line.place is not None else ""
    return bool(place) and any(place in text for at, text in enumerate(texts) if at != opens)


def _add_about_authors(
    found: list[tuple[Candidate, ...]], texts: Sequence[str], bylines: Sequence[int], cues: Cues
) -> None:
    """Let short blocks at the end that begin with the name of an author be about the author.

    ``Silva reported from Lisbon.`` is the shorter one.
    """
    last = range(max(TOP, len(texts) - _LAST), len(texts))
    tops = [index for index in bylines if index < TOP]
    names = tuple(usual_form(name, cues) for index in tops for name in _authors(found[index], texts[index], cues))
    if not names:
        return
    _add_about_author_above(found, texts, tops, names)
    surnames = tuple(f"{name.rpartition(' ')[2]} " for name in names)
    for index in last:
        text = texts[index].lstrip("*_ ")
        brief = len(text) <= _LONGEST_WHEREABOUTS and len(texts) - index <= _CLOSING
        if len(text) <= _LONGEST_ABOUT and text.startswith(names + surnames * brief):
            found[index] = (*found[index], ABOUT_AUTHOR)


def _add_about_author_above(
    found: list[tuple[Candidate, ...]], texts: Sequence[str], bylines: Sequence[int], names: tuple[str, ...]
) -> None:
    """Let sentences right below a byline that begin with its name, perhaps after a title, be about the author."""
    for index in bylines:
        text = texts[index + 1] if index + 1 < len(texts) else ""
        if found[index][0].role != "byline" or not _SHORTEST_ABOUT < len(text) <= _LONGEST_ABOUT:
            continue
        start = next((at for name in names if (at := text.find(name, 0, len(name) + _LONGEST_TITLE)) >= 0), -1)
        titled = start == 0 or (start > 0 and text[start - 2 : start] == ". " and text[0].isupper())
        if titled and text[-1] in _SENTENCE_ENDS:
            found[index + 1] = (*found[index + 1], _ABOUT_AUTHOR_ABOVE)


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


def _authors(options: Sequence[Candidate], text: str, cues: Cues) -> list[str]:
    """The full names in a byline."""
    byline = next((option for option in options if option.role == "byline"), None)
    if byline is None:
        return []
    start = byline.cue.start if byline.cue is not None else 0
    found = (name_in(text, *item, cues) for item in listed(text, start, len(text), cues))
    return [words for name in found if name is not None and " " in (words := text[slice(*name)])]


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
