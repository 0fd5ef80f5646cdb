"""Text of a seed to blocks: where each begins and ends. Blocks and the gaps between them are the text.

Whether a line break ends a paragraph or only wraps it is decided over the whole document.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import breadth, find_digit, lowered
from corpus_tools.formats.seed.lines import Line, lines_of
from corpus_tools.formats.seed.names.recognise import is_full_name, is_name, is_small
from corpus_tools.formats.seed.roles.cued import by_cue
from corpus_tools.formats.seed.wrapping import STOPS, Wrapping, wrapping_of

_SET_APART = {"byline", "date", "copyright", "tags", "source", "credit", "tagline"}
_MAY_RUN = {"copyright", "tags", "source", "tagline", "correction", "boilerplate"}
_OF_ONE_LINE = {"byline", "date", "dateline", "credit"}
_LONGEST_DATE = 60
_LONGEST_HEADLINE = 120
_LONGEST_KICKER = 40
_MOST_KICKERS = 2
_LEAST_OF_TITLE = 20
_LEAST_CAPITALS = 3
_BROADER = 1.2
_SURE_STOPS = (".", "。", "।", "۔", ";")
_PAIRS = ("«»", "“”", "「」", "『』", "《》", "()", "（）")
_LEADING_ON = ",-–—&/،、，"


def split(text: str, cues: Cues, layout: str | None = None) -> list[tuple[int, int]]:
    """Where each block begins and ends.

    A document is hard-wrapped if its lines are full: the first word of the next line would not have fitted
    any more. Then a full line goes on in the next; in other documents every line is a block. `layout` says so
    instead: ``line``, ``wrapped``, or ``blank-line`` where only a blank line ends a block.
    """
    lines = lines_of(text)
    if layout == "line":
        return [(line.start, line.end) for line in lines]
    if layout == "blank-line":
        return [(run[0].start, run[-1].end) for run in _runs(lines)]
    wrapping = wrapping_of(text, lines, told=layout == "wrapped")
    goes_on = _wrapped(lines, wrapping, cues) if wrapping is not None else [False] * len(lines)
    top = _below_kickers(lines)
    if not any(goes_on[: top + 1]) and _headline_goes_on(
        lines[top:], cues, first=not top, wrapped=wrapping is not None
    ):
        goes_on[top] = True
    spans: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        start = spans.pop()[0] if index and goes_on[index - 1] else line.start
        spans.append((start, line.end))
    return spans


def _wrapped(lines: Sequence[Line], wrapping: Wrapping, cues: Cues) -> list[bool]:
    """For each line of a wrapped document, whether it goes on in the next."""
    whole = wrapping.whole_runs()
    goes_on = [False] * len(lines)
    for index, (left, right) in enumerate(pairwise(lines)):
        if left.run != right.run or not wrapping.goes_on(index):
            continue
        if left.run in whole and (index or not _is_sentence_below_title(lines)):
            goes_on[index] = index > 0 or not _begins_block(right.text, cues)
        elif _leads_on(left.text, cues):
            goes_on[index] = True
        elif _begins_block(right.text, cues, running=wrapping.runs_on(index + 1), ended=left.text.endswith(STOPS)):
            continue
        elif not right.text[0].isupper() or (index and goes_on[index - 1]):
            goes_on[index] = True
        elif index == 0:
            goes_on[index] = _are_one_title(left.text, right.text, cues)
        else:
            told = by_cue(left.text, cues)
            goes_on[index] = told is None or told.role not in _OF_ONE_LINE
    return goes_on


def _is_sentence_below_title(lines: Sequence[Line]) -> bool:
    """Whether the second line begins with a capital, and the last one right below ends as a sentence does."""
    last = next((line for line, below in pairwise(lines) if line.run != below.run), lines[-1])
    return lines[1].text[0].isupper() and last.text.endswith(STOPS)


def _below_kickers(lines: Sequence[Line]) -> int:
    """Number of the line that a headline of two lines may begin at: the first after short lines that stand apart."""
    for index, (line, below) in enumerate(pairwise(lines[: _MOST_KICKERS + 2])):
        if line.run == below.run or len(line.text) > _LONGEST_KICKER or line.text.endswith(_SURE_STOPS):
            return index
    return 0


def _headline_goes_on(lines: Sequence[Line], cues: Cues, *, first: bool, wrapped: bool) -> bool:
    """Whether the first of some lines is a headline that goes on in the second."""
    if len(lines) < 3 or lines[0].run != lines[1].run:
        return False
    above, below, alone = lines[0].text, lines[1].text, lines[2].run != lines[1].run
    if not (first or alone) or not any(map(str.isalnum, above)) or len(above) > _LONGEST_HEADLINE:
        return False
    cased = above.lower() != above.upper()
    small, quoted = cased and is_small(below[0]), _is_unclosed(above)
    stops = _SURE_STOPS if quoted or (small and alone) else STOPS
    if above.endswith(stops) or below.endswith(stops) or lowered(below) in cues.words["jobs"]:
        return False
    if not small and not quoted and not _is_more_of_title(above, below, cues, wrapped=wrapped):
        narrow = alone and all(len(line.text) <= _LONGEST_HEADLINE for line in lines[2:])  # elsewhere it is the deck
        if cased or not (narrow and _is_as_broad(above, below)):
            return False
    if date_line(below, cues) is not None:
        return False  # den 4. marts 2026
    return not _begins_block(below, cues) and by_cue(above, cues) is None is by_cue(below, cues)


def _is_unclosed(text: str) -> bool:
    """Whether a quotation or a bracket that opens in a line does not close in it."""
    return text.count('"') % 2 > 0 or any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)


def _is_more_of_title(above: str, below: str, cues: Cues, *, wrapped: bool) -> bool:
    """Whether a line that begins with a capital is the second of a headline, and no line of its own."""
    if above.isupper() and below.isupper():
        return breadth(above) > _LEAST_OF_TITLE and below.lower() != below
    if wrapped or not below[0].isupper() or not _is_as_broad(above, below) or _is_byline(above, below, cues):
        return False
    return _leads_on(above, cues) or _are_one_title(above, below, cues)


def _is_byline(above: str, below: str, cues: Cues) -> bool:
    """Whether a line is a full name, and nothing above it asks for one: no comma and no “of”."""
    asks = above[-1] in _LEADING_ON or lowered(above.rsplit(None, 1)[-1]) in cues.words["in"] | cues.words["articles"]
    return is_full_name(below, cues) and not asks


def _is_as_broad(above: str, below: str) -> bool:
    return breadth(above) > _LEAST_OF_TITLE and breadth(below) <= _BROADER * breadth(above)


def _leads_on(text: str, cues: Cues) -> bool:
    """Whether the end of a line asks for more: a word such as “the”, a comma, a dash."""
    last = lowered(text.rsplit(None, 1)[-1])
    return text[-1] in _LEADING_ON or (last in cues.function_words and last not in cues.words["clause_ends"])


def _are_one_title(above: str, below: str, cues: Cues) -> bool:
    """Whether all words of two lines are in capitals, or have them as titles do."""
    if above.isupper() and below.isupper():
        return True
    if find_digit(below) is not None or is_name(below, cues):
        return False
    return all(_is_in_title_case(line, cues) for line in (above, below))


def _is_in_title_case(text: str, cues: Cues) -> bool:
    """Whether all longer words have capitals, and there are enough of them to tell."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha() and word not in cues.function_words]
    return len(words) >= _LEAST_CAPITALS and not any(is_small(word[0]) for word in words)


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines between blank lines."""
    return [list(run) for _, run in groupby(lines, key=lambda line: line.run)]


def _begins_block(text: str, cues: Cues, *, running: bool = False, ended: bool = False) -> bool:
    """Whether a line begins a block though the line before is full: a list item, or a line with a cue.

    Args:
        text: the line.
        cues: what lines begin with.
        running: whether it runs on in the line after it, which lines with the name of an author hardly do.
        ended: whether the line before ends as a sentence does.
    """
    if text[0] in cues.bullets and text[1:2].isspace():
        return True
    if run_in(text, cues) is not None or cues.whole(text) is not None:
        return True
    if ended and (text.startswith(("http://", "https://", "www.")) or (text[0] in "(（[【" and text[-1] in ")）]】")):
        return True
    if len(text) < 90 and (text[0].isdigit() or text[0].isupper()):
        return _is_set_apart(text, cues, running=running, ended=ended)
    if len(text) < _LONGEST_DATE and _first_word(text) in cues.weekdays and date_line(text, cues) is not None:
        return True
    opens = "byline" if ended and is_small(text[0]) else None  # no sentence begins so
    return any(cue.form == "label" or cue.role == opens for cue in cues.at_start(text))


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].rstrip(",.")


def _is_set_apart(text: str, cues: Cues, *, running: bool, ended: bool) -> bool:
    roles = {cue.role for cue in cues.at_start(text)}
    if not roles.isdisjoint(_MAY_RUN if running else _SET_APART) and (ended or not running):
        return True
    return date_line(text, cues) is not None
