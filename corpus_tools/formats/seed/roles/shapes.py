"""What each block of a seed could be, from its cues, its marks, its typography and the block after it.

`sequence` picks the most plausible sequence over the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.credits.find import find_credit
from corpus_tools.formats.seed.credits.words import FoundCredit
from corpus_tools.formats.seed.datelines.alone import opens_summary
from corpus_tools.formats.seed.datelines.bare import opens
from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import breadth, ends_with_stop, has_no_stops, lowered
from corpus_tools.formats.seed.names.east import is_han
from corpus_tools.formats.seed.names.organisations import is_organisation, names_organisation
from corpus_tools.formats.seed.names.recognise import is_full_name, is_name, is_small, sentence_end
from corpus_tools.formats.seed.roles.candidates import DESPITE_CUE, LINE, NEVER, RUNNING, TOP, Candidate, hint, sure
from corpus_tools.formats.seed.roles.credited import of_brackets, of_credit, of_source, owns_picture
from corpus_tools.formats.seed.roles.cued import by_cue
from corpus_tools.formats.seed.roles.dashed import after_dash
from corpus_tools.formats.seed.roles.marked import QUOTES, by_mark, is_numbered, is_old_heading, is_title_like
from corpus_tools.formats.seed.roles.people import (
    AGENCY_ALONE,
    LONGEST_OF_NAMES,
    named,
    named_by_mark,
    of_names,
    whole_credit,
)
from corpus_tools.formats.seed.roles.people_caseless import with_place_in_brackets
from corpus_tools.formats.seed.roles.scenes import ends_with_scene
from corpus_tools.formats.seed.roles.screen import Screen
from corpus_tools.formats.seed.roles.subheads import LONGEST as LONGEST_SUBHEAD
from corpus_tools.formats.seed.roles.subheads import bare_subhead, dashed_subhead, marked_subhead, quoted_subhead
from corpus_tools.formats.seed.roles.tops import above_title, at_top, in_small_letters, of_keywords, of_rubrics

_LONGEST_CAPTION = 500
_LEAST_ABOVE_TAGS = 3  # blocks
_SURE_CREDIT = 0.6
_LONGEST_COLUMN = 24
_LONGEST_INITIALS = 8  # with their brackets
_DATELINE_TOP = 12
_RUNNING_ONLY = (RUNNING,)
_WHOLE = "a cue is the whole of it"
_SURE_RUNNING = 160
_LOWEST_SUMMARY = 3  # block
_OF_ADDRESSES = "hw"  # what they begin with
_LONGEST_SUMMARY = 400
_COLUMN = hint("kicker", "a column in brackets above the headline", above=1.4)
_BOLD = (
    hint("headline", "bold by marks", above=1.0),
    hint("standfirst", "bold under the headline", head=0.7),
    DESPITE_CUE,
)
_AGENCY = (
    hint("source", AGENCY_ALONE, above=1.5, head=1.0, body=0.5, foot=2.0),
    hint("byline", "an agency alone under the headline", head=1.5),
)
_STANDFIRSTS = tuple(hint("standfirst", "sentences between headline and byline", head=head) for head in (-0.6, -1.3))
"""The second is for Chinese, Japanese and Thai, whose papers seldom set a summary below the byline."""
_SAID_FIRST = hint("standfirst", "what somebody says, between headline and byline", head=-1.6)
_LEAST_SUMMARY = 60
_OPEN_SUMMARY = hint("standfirst", "sentences of which the last one has no stop", head=0.9)
_SENTENCE = tuple(hint("headline", "one sentence before longer text", above=weight) for weight in (0.2, -0.8))
"""A headline that is a sentence, and one of several sentences."""
_OF_PICTURE = hint("caption", "words of captions", above=0.8, head=2.2, body=0.9)
_OVER_CAPTION = (NEVER, 3.6, -1.0, 2.5)
"""Of names before an agency in brackets, which a caption could be too."""
_RUBRIC = hint("tags", "the name of a rubric", head=0.9, foot=1.0)
_QUOTED = (
    hint("headline", "a quotation on one line", above=1.8),
    hint("deck", "a quotation on one line under the headline", head=0.9),
)
_PART = hint("subhead", "the number of a part", body=1.8)
_STOPS_INSIDE = (". ", "! ", "? ", "… ")
_LONGEST_ROMAN = 6
_roman = re.compile(r"[IVX]{1,5}\.?").fullmatch
_SCENE = hint("caption", "a day or a place at the end, as captions have them", head=2.5, body=1.8)
_SHORTEST_NUMBER = 4
_COUNT = hint("boilerplate", "a small number alone, as of comments", head=1.0)
_FIRST_PICTOGRAPH = "\U0001f300"
_PICTOGRAPH = hint("boilerplate", "a pictograph begins it", body=1.2, foot=1.6)
_LONGEST_PAPER = 14
_LONGEST_NOTICE = 240
_NOTICE = hint("boilerplate", "its last sentence is a notice of the page", body=1.4, foot=1.6)
_CHANNEL = hint("boilerplate", "where the paper can be followed", head=0.3, body=1.3, foot=1.6)
_WITH_PLACE = hint("paragraph", "a place begins it", body=1.8)
WITH_DATELINE = hint("paragraph", "a dateline begins it", body=3.0)
_SUMMARY_WITH_DATELINE = hint("standfirst", "the dateline of a paper begins it", head=3.0)


def candidates_of(text: str, index: int, following: str, screen: Screen) -> tuple[Candidate, ...]:
    """What the block `text`, number `index`, could be; `following` is the block after it, or empty."""
    cues = screen.cues
    credited = screen.may_credit(text, index)
    running = _is_running(text, cues)
    if running and not credited and index > 0 and (index > _LOWEST_SUMMARY or len(text) > _LONGEST_SUMMARY):
        return _RUNNING_ONLY
    whole = None
    if not running or "\t" in text or text[0] in _OF_ADDRESSES:
        whole = cues.whole(text)
        if told := _told(text, index, following, whole, cues):
            return told
    if len(text) > _LONGEST_CAPTION:
        return _RUNNING_ONLY
    found = [] if whole is None else [sure(whole.role, _WHOLE, cue=whole), *([_RUBRIC] if index else [])]
    credit = find_credit(text, cues) if credited else None
    if credit is not None:
        column = index == 0 and credit.extent[0] == 1 and len(text) <= _LONGEST_COLUMN
        found += [_COLUMN] if column else of_credit(text, credit, index, following, cues)
    elif index and text[0] in "(（<" and text[-1] in ")）>":
        found += of_brackets(text, cues)
    elif index and ends_with_scene(text, cues):
        found.append(_SCENE)
    if text[0] >= _FIRST_PICTOGRAPH:
        found.append(_PICTOGRAPH)
    return (*found, *_by_form(text, index, following, found, cues))


def _is_running(text: str, cues: Cues) -> bool:
    """Whether a block is as long as running text and ends as a sentence does, and neither cue nor number begins it.

    Nothing else than a tab or an address tells what it is, then.
    """
    long = len(text) > _SURE_RUNNING and text[0].isalnum() and text[-1] in cues.stops
    return long and not _is_marked(text, cues)


def _is_marked(text: str, cues: Cues) -> bool:
    """Whether a cue or a number begins a block that is running text otherwise."""
    return next(cues.at_start(text), None) is not None or is_numbered(text) is not None


def _told(text: str, index: int, following: str, whole: Cue | None, cues: Cues) -> tuple[Candidate, ...]:
    """What a cue or a mark tells that a block is, with what it could be beside that; nothing if none does."""
    if whole is not None and whole.role != "kicker":
        return sure(whole.role, _WHOLE, cue=whole), DESPITE_CUE
    told = by_cue(text, cues) or by_mark(text, cues)
    if told is None or (whole is not None and told.cue is not None and not _has_label(told.cue)):
        return ()  # a kicker that is, or begins with, a word of bylines, too: Reportage
    if told.role == "caption" and told.credit is None:
        told = told._replace(credit=find_credit(text, cues))
    return told, *_beside(told, text, index, following, cues)


def _has_label(cue: Cue) -> bool:
    """Whether a cue is a label with its value."""
    return cue.form == "label" and cue.start < cue.end


def _beside(told: Candidate, text: str, index: int, following: str, cues: Cues) -> tuple[Candidate, ...]:
    """What a block could be beside what its cue or mark says."""
    if told.role == "list_item":
        return (*marked_subhead(text, following, cues), LINE)
    if told.role == "subhead" and index < TOP:
        return (
            _BOLD if 0 < index < 4 and text[0] in "*_" else (hint("headline", "a heading mark", above=2.0), DESPITE_CUE)
        )
    if told.role == "quote":
        title = index < 4 and is_title_like(text, cues)
        return (*(_QUOTED if title else ()), *quoted_subhead(text, following, cues), DESPITE_CUE)
    if told.role == "copyright" and text[0] == "©" and owns_picture(text, cues):
        found = FoundCredit((len(text) - len(text[1:].lstrip()), len(text)), 1.0, "“©” begins it")
        return hint("credit", found.reason, above=1.0, head=1.5, body=1.5, credit=found), DESPITE_CUE
    if told.role == "source" and told.cue is not None and index and (credit := of_source(text, told.cue, cues)):
        return credit, DESPITE_CUE
    return (DESPITE_CUE,)


def _by_form(text: str, index: int, following: str, suggested: Sequence[Candidate], cues: Cues) -> list[Candidate]:
    """Readings of a block that no cue and no mark is sure of, beside those that a cue or a credit has suggested."""
    titled = is_title_like(text, cues)
    found = [_PART] if len(text) <= _LONGEST_ROMAN and _roman(text) is not None else []
    if 0 < index < _DATELINE_TOP and len(text) > 20 and _has_dateline(text, cues, titled=titled):
        found.append(_SUMMARY_WITH_DATELINE if opens_summary(text, cues) else WITH_DATELINE)
    elif 0 < index < TOP and len(text) > LONGEST_SUBHEAD and cues.place_marks and opens(text, cues):
        found.append(_WITH_PLACE)
    if len(text) <= LONGEST_OF_NAMES and (person := named_by_mark(text, cues)) is not None:
        return [*found, person, LINE]
    captioned = index > 0 and text[-1] in ")]）】" and any(candidate.role == "caption" for candidate in suggested)
    if 0 < index < TOP and text[-1] == ")" and (person := with_place_in_brackets(text, following, cues)) is not None:
        found.append(person)
    elif captioned and (person := named(text, cues)) is not None:
        signed = len(text) - text.rfind("(") <= _LONGEST_INITIALS or _is_of_newsroom(text, cues)
        found.append(person._replace(weights=_OVER_CAPTION) if signed else person)
    if is_small(text[0]):
        found += in_small_letters(text, index, cues)
    if 2 < index < TOP and titled and not suggested and _is_open_summary(text, following, cues):
        found.append(_OPEN_SUMMARY)
    if titled and not captioned:
        return [*found, *_one_line(text, index, following, suggested, cues), LINE]
    return [*found, *_sentences(text, index, following, cues), RUNNING]


def _is_open_summary(text: str, following: str, cues: Cues) -> bool:
    """Whether several sentences, of which the last one has no stop, stand above running text."""
    if len(text) <= _LEAST_SUMMARY or following[-1:] not in cues.stops or ends_with_stop(text, cues.stops):
        return False
    return sentence_end(text) is not None


def _is_of_newsroom(text: str, cues: Cues) -> bool:
    """Whether a line is a full name with the newsroom in brackets: ``Inga Rozīte (Latvijas Radio)``."""
    name, _, rest = text.partition(" (")
    newsroom = rest[:-1]
    named = is_full_name(name, cues) and is_name(newsroom, cues) and is_organisation(newsroom, cues)
    return named and cues.words["photo"].isdisjoint(lowered(newsroom).split())


def _has_dateline(text: str, cues: Cues, *, titled: bool) -> bool:
    line = run_in(text, cues)
    if line is None or not titled or line.day is not None:
        return line is not None
    return line.agency is not None and (line.place is not None or not is_full_name(text[line.end :], cues))


def _newsroom(text: str, index: int, cues: Cues) -> list[Candidate]:
    """Readings of an agency alone, or of a paper in Han characters, which its last ones show."""
    if text in cues.words["picture_agencies"]:
        return [whole_credit(text, AGENCY_ALONE, 2.8, 2.2)]
    if text in cues.words["agencies"]:
        return [*_AGENCY, whole_credit(text, AGENCY_ALONE, 0.4, 0.6)] if index else [*_AGENCY]
    paper = index > 0 and len(text) <= _LONGEST_PAPER and is_han(text) and names_organisation(text, cues)
    return [_AGENCY[0]] if paper else []


def _one_line(text: str, index: int, following: str, suggested: Sequence[Candidate], cues: Cues) -> list[Candidate]:
    """Readings of a short line without a stop; one that credits a picture heads nothing."""
    found = _newsroom(text, index, cues)
    if len(text) < _SHORTEST_NUMBER and text.isdecimal():
        found.append(_COUNT)
    words, upper = len(text.split()), text.isupper()
    found += of_rubrics(text, index, following)
    if index < TOP:
        found += at_top(text, following, words, cues, upper=upper)
    if not is_old_heading(text):
        dashed = text[0] in cues.dashes
        found += after_dash(text, cues) if dashed else of_names(text, index, TOP, cues)
        found += dashed_subhead(text, following, cues) if dashed and index > 1 else ()
    if index > _LEAST_ABOVE_TAGS and text.count(", ") > 1:
        found += of_keywords(text, cues)
    if words > 2 and _ends_in_channel(text, cues):
        found.append(_CHANNEL)
    if all(candidate.credit is None or candidate.credit.sure < _SURE_CREDIT for candidate in suggested):
        found += bare_subhead(text, following, words, cues, upper=upper)
    return found


def _ends_in_channel(text: str, cues: Cues) -> bool:
    """Whether a line without a stop ends in where a paper can be followed: … on WhatsApp, … our newsletter."""
    return lowered(text.rsplit(None, 1)[-1]) in cues.words["channels"]


def _ends_in_notice(text: str, cues: Cues) -> bool:
    """Whether the last sentence of several begins as notices of the page do: … Sign up to our newsletter."""
    last = max(map(text.rfind, _STOPS_INSIDE))
    return last > 0 and any(
        cue.role == "boilerplate" and " " in cue.phrase for cue in cues.at_start(text[last + 1 :].lstrip())
    )


def _tells_of_picture(low: str, cues: Cues) -> bool:
    return any(map(low.__contains__, cues.caption_stems))


def _opens_byline(text: str, cues: Cues) -> bool:
    return any(cue.role == "byline" for cue in cues.at_start(text))


def _sentences(text: str, index: int, following: str, cues: Cues) -> list[Candidate]:
    """Readings of a block of sentences that is not long."""
    found: list[Candidate] = []
    broad = breadth(text)
    if text[0] in cues.dashes and text[1:2].isspace():
        found += after_dash(text, cues)
    if index < TOP:
        found += above_title(text, following, cues)
        if broad < _LONGEST_SUMMARY:
            found.append(
                _SAID_FIRST
                if text[0] in QUOTES or text[0] in cues.dashes
                else _STANDFIRSTS[has_no_stops(text[0]) or "\u2e80" <= text[0] < "\uac00"]
            )
        several = ". " in text
        if broad < 140 and (
            len(following) > len(text) or not following or (not several and _opens_byline(following, cues))
        ):
            found.append(_SENTENCE[several])
    if index < 4 and _tells_of_picture(lowered(text), cues):
        found.append(_OF_PICTURE)
    if len(text) <= _LONGEST_NOTICE and _ends_in_notice(text, cues):
        found.append(_NOTICE)
    if text[-1] in ":：" and broad <= 40 and len(text.split()) <= 5 and len(following) > 2 * len(text):
        listed = following[0] in cues.bullets + "-–"
        found.append(hint("subhead", "a short line with a colon", body=NEVER if listed else 1.2))
    return found
