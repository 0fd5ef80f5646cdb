"""Short lines that are something together: those under a heading, and the tags above and below an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.gaps import is_tight
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import ends_with_stop, is_in_word
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_job
from corpus_tools.formats.seed.roles.candidates import LINE, NEVER, RUNNING, TOP, Candidate, hint, sure
from corpus_tools.formats.seed.roles.marked import END_MARK

_TAG = Candidate("tags", (NEVER, NEVER, NEVER, 1.5), "under a heading of tags")
_ITEM = Candidate("list_item", (NEVER, -0.5, 1.5, NEVER), "under a heading of main points")
_ABOVE_TAGS = {"credit", "source", "byline", "tagline", "correction", "note"}
_ALONE_AT_END = hint("tags", "a few words on each of the last lines", foot=1.2)
_IN_LINE = hint("tags", "a few words between commas below the text", body=1.0, foot=2.0)
_ALONE_IN_HEAD = hint("tags", "a few words on each of several lines below the date", head=1.6)
_HEADS_TAGS = {"date", "boilerplate"}
_LOWEST_TAG = 14
_LEAST_ALONE = 3
_MOST_OF_TAG = 4  # words
_LINK = Candidate("boilerplate", (NEVER, 0.0, 1.3, 1.5), "under a heading of links")
ABOUT_AUTHOR = hint("tagline", "about an author", foot=1.6)
_ABOVE_POINTS = hint("standfirst", "sentences above the main points", head=2.0)
_SOURCE = Candidate("source", (1.5, 2.8, NEVER, 3.0), "under the word for sources")
_UNDER_HEADING = {"source": _SOURCE, "tags": _TAG, "subhead": _ITEM, "tagline": ABOUT_AUTHOR}
_LONGEST_LISTED = {"source": 60, "tags": 40, "boilerplate": 140, "list_item": 160, "tagline": 400}
_LABELS_END = ":："
_LONGEST_LABEL = 20
_MOST_LISTED = 12
_MOST_ABOUT = 2
DIGITS = "0123456789"
_number = re.compile(r"(\d{1,2})[.)]\s").match
_NEXT_NUMBER = hint("list_item", "a number right below the one before it", body=2.2)
_phone = re.compile(r"\d[\d\s()./-]{6,}\d").search
END_MARKS = "#-–"  # what one begins with
_ENDS = {"###", "# # #", "-30-", "- 30 -", "– 30 –"}
_MOST_AFTER_END = 16
_AFTER_END = hint("boilerplate", "below the end mark", foot=3.0)
_BELOW_TAGS = {"boilerplate", "copyright", "source"}


def add_listed(found: list[tuple[Candidate, ...]], texts: Sequence[str], gaps: Sequence[str], cues: Cues) -> None:
    """Let the short lines under a heading of tags, main points, other articles, or the author be of their kind."""
    listed: Candidate | None = None
    left = 0
    tight = False
    apart: bool | None = None
    for index, text in enumerate(texts):
        if text[-1] in _LABELS_END and len(text) <= _LONGEST_LABEL and index + 1 < len(texts):
            _add_label_of_source(found, index, text, cues)
        cue = found[index][0].cue
        if cue is not None and (cue.form == "line" or cue.start >= cue.end):
            related = cue.role == "boilerplate" and cue.phrase in cues.words["related"]
            listed = _LINK if related else _UNDER_HEADING.get(cue.role)
            if listed is _SOURCE and cue.form != "label":
                listed = None  # a source that is told
            if listed is _ITEM and 0 < index < TOP and found[index - 1][-1] is RUNNING:
                found[index - 1] = (*found[index - 1], _ABOVE_POINTS)
            left = _MOST_ABOUT if listed is ABOUT_AUTHOR else 1 if listed is _SOURCE else _MOST_LISTED
            if listed is not None and apart is None:
                apart = _stands_apart(texts, gaps)
            tight = bool(apart)
        elif (
            listed is not None
            and left
            and _may_be_listed(text, found[index], listed.role, cues, tight=(tight := tight and is_tight(gaps[index])))
        ):
            found[index] = (*found[index], listed)
            left -= 1
        else:
            listed = None


def _add_label_of_source(found: list[tuple[Candidate, ...]], index: int, text: str, cues: Cues) -> None:
    """Let the word for sources alone, with its colon, be the label of the next line."""
    cue = next((cue for cue in cues.at_start(text) if cue.role == "source" and cue.start >= cue.end), None)
    if cue is not None:
        found[index] = (sure("source", "the word for sources above a line", cue=cue), *found[index])


def _stands_apart(texts: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether a blank line stands above every longer block."""
    return not any(len(text) > _LONGEST_LISTED["boilerplate"] and is_tight(gaps[at]) for at, text in enumerate(texts))


def _may_be_listed(text: str, options: Sequence[Candidate], role: str, cues: Cues, *, tight: bool) -> bool:
    """Whether a block may be one of a list under a heading: short, without a stop, and no caption with its credit.

    `tight` says that no blank line is between it and the heading, where blank lines are between most blocks: then it
    may be a sentence.
    """
    sentence = role == "tagline" or (tight and role in {"boilerplate", "list_item"})
    if text[-1] in _LABELS_END:
        return False  # the label of the next line
    short = len(text) <= _LONGEST_LISTED[role] and (sentence or not ends_with_stop(text, cues.stops))
    return short and (role != "list_item" or all(option.credit is None for option in options))


def add_after_end(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> None:
    """Let what stands below the end mark of a press release, and no cue tells, be whom to ask, and about whom it is."""
    end = next((at for at, text in enumerate(texts) if found[at][0] is END_MARK and text.strip() in _ENDS), len(texts))
    below = texts[end + 1 :]
    if 0 < len(below) <= _MOST_AFTER_END and any("@" in text or "://" in text or _phone(text) for text in below):
        for index in range(end + 1, len(texts)):
            if found[index][0].cue is None:
                found[index] = (*found[index], _AFTER_END)


def add_alone_at_end(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let several lines of a few words each, which end the article below its text, be tags."""
    end = len(texts)
    while end and found[end - 1][0].role in _BELOW_TAGS and found[end - 1][0].cue is not None:
        end -= 1
    first = end
    while first > _LEAST_ALONE and _is_like_tag(texts[first - 1], found[first - 1], cues):
        first -= 1
    if end - first < _LEAST_ALONE:
        return
    above = found[first - 1]
    told = above[0].cue is not None and above[0].role in _ABOVE_TAGS
    if told or above[-1] is RUNNING or above[0] is END_MARK:
        found[first:end] = [(*options, _ALONE_AT_END) for options in found[first:end]]


def add_topics_in_line(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let topics between commas below the last text be tags, capitalised ones if the report names one of them."""
    last = max((index for index, options in enumerate(found) if options[-1] is RUNNING), default=len(texts))
    report = ""
    for index in range(max(last + 1, len(texts) - _MOST_LISTED), len(texts)):
        topics = texts[index].split(", ")
        if found[index][-1] is not LINE or len(topics) < _LEAST_ALONE or found[index][0].cue is not None:
            continue
        report = report or "\n".join(texts[: last + 1])
        brief = all(len(topic) <= _LONGEST_LISTED["tags"] and topic.count(" ") < _MOST_OF_TAG for topic in topics)
        people = any(option.role == "byline" for option in found[index])
        named = any(topic in report for topic in topics)
        joined = not cues.words["and"].isdisjoint(texts[index].split())
        if brief and named and not (people or joined) and is_in_word(texts[index][-1]):
            found[index] = (*found[index], _IN_LINE)


def add_alone_in_head(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let several lines of a few words each right below a line of the head that a cue tells be tags."""
    first = 0
    for index, text in enumerate(texts[:_LOWEST_TAG]):
        if not _is_like_tag(text, found[index], cues):
            run = slice(first + 1, index)
            told = index - first > _LEAST_ALONE and first > 0 and found[first][0].role in _HEADS_TAGS
            if told and _are_topics(texts[run], [*texts[:first], *texts[index:]], cues):
                found[run] = [(*options, _ALONE_IN_HEAD) for options in found[run]]
            first = index


def _are_topics(lines: Sequence[str], others: Sequence[str], cues: Cues) -> bool:
    """Whether some lines, not all of them with the blank of full names, may be topics: the report names one of them."""
    if all(" " in line for line in lines) or any(is_organisation(line, cues) or is_job(line, cues) for line in lines):
        return False
    return any(line in other for line in lines for other in others)


def _is_like_tag(text: str, options: Sequence[Candidate], cues: Cues) -> bool:
    """Whether a block is a few words that no cue and no mark says anything about."""
    if options[-1] is not LINE or len(text) > _LONGEST_LISTED["tags"] or text.count(" ") >= _MOST_OF_TAG:
        return False
    return text[-1] not in cues.stops and is_in_word(text[-1]) and text[0].isalnum()


def add_next_numbers(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> None:
    """Let the lines of a numbered list be its items, and the last of them no heading of the text below."""
    above = None
    for index, text in enumerate(texts):
        told = _number(text) if text[0] in DIGITS else None
        number = int(told[1]) if told is not None else None
        if above is not None and number == above + 1:
            found[index] = (*found[index], _NEXT_NUMBER)
        above = number
