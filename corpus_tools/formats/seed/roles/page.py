"""The page that an article was copied with: menus above it, lists of other articles and of services below it.

One such line looks like a kicker, a name or a tag. Together they are told by standing in a stack between the edge of
the text and the article, which begins with a title and ends with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import breadth, ends_with_stop, has_no_stops
from corpus_tools.formats.seed.roles.candidates import DESPITE_CUE, Candidate, hint, sure
from corpus_tools.formats.seed.roles.cued import by_cue
from corpus_tools.formats.seed.roles.marked import is_title_like
from corpus_tools.formats.seed.roles.people import named

_LEAST_ITEMS = 4
_LEAST_KNOWN = 3
"""Items of a menu, and of one that holds words of pages."""
_LEAST_RUBRICS = 2
_MOST_ABOVE, _MOST_BELOW = 100, 300
"""Blocks of menus above and below an article, so that lists without end are not gone through."""
_MOST_BEFORE = 2  # lines that are no items
_BROADEST_ITEM = 26
_MOST_WORDS = 3
_LEAST_OF_TITLE = 20
_LONGEST_NUMBER = 8
_TOP_OF_PAGE = 16
_MOST_ABOVE_TITLE = 6
_LONGEST_WORD = 16
_FEW = 5  # blocks at an edge of the text
_LONGEST_AT_EDGE = 60
_LONGEST_LINK = 160
_OPENING = "«“„‘\"'「『"
_LEAST_LINKS = 3
_LEAST_TITLES = 2
_STAYS = {"copyright", "source", "tags", "byline", "tagline", "correction"}
_separators = re.compile(r" [|>/»›·•] |\t| {2}• ?").findall
_LEAST_SEPARATORS = 3
_DATE = sure("date", "a date alone")
_NUMBER = hint("other", "a number alone in a menu", above=2.0)
_MENU = hint("boilerplate", "one of a stack of short lines, as menus are", above=2.0)
_IN_MENU = {"date": _DATE, "number": _NUMBER}
_PAGE_TITLE = hint("other", "the title of the page, which the headline below repeats", above=2.0)
_AGAIN = hint("other", "the title again", above=2.0, head=2.5, body=1.5)
_FOOT = hint("boilerplate", "below a heading of links, as the foot of a page is", foot=2.0)

Outside = list[tuple[Candidate, ...]]
"""What each block outside of the article is."""


def outside(texts: Sequence[str], cues: Cues) -> tuple[Outside, Outside]:
    """What stands above the article, and what stands below it; mostly nothing, which is seen at one look."""
    above = _above(texts, cues) if _are_short(texts[:_FEW]) else []
    above = above or _above_repeated(texts, cues)
    below = _below(texts, len(above), cues) if _are_short(texts[-_FEW:]) else []
    return above, below


def _above_repeated(texts: Sequence[str], cues: Cues) -> Outside:
    """The few blocks above a title that stands twice at the top of a page, as that of a picture or of the page."""
    top = texts[:_TOP_OF_PAGE]
    first, _ = _first_again(top, _MOST_ABOVE_TITLE + 1)
    above = top[:first]
    if not first or not _may_head(top, first, cues) or any(len(text) > _LONGEST_LINK for text in above):
        return []
    begun = top[first][0].isalnum() or top[first][0] in _OPENING  # no item of a list, and no heading by a mark
    if not begun or cues.whole(top[first]) is not None or any(ends_with_stop(text, cues.stops) for text in above):
        return []
    if any(cue.role == "byline" for text in above for cue in cues.at_start(text)):
        return []
    return [(_IN_MENU.get(_kind_above(text, cues), _MENU), DESPITE_CUE) for text in above]


def add_repeated_title(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let the title of an article that stands again at its top, perhaps after a word, be no second headline."""
    first, again = _first_again(texts[:_TOP_OF_PAGE], _FEW)
    if again and _may_head(texts, first, cues):
        for index in again:
            found[index] = (_AGAIN, DESPITE_CUE)


def _may_head(texts: Sequence[str], first: int, cues: Cues) -> bool:
    """Whether a block that stands twice may be the title, and no caption below a title that is longer."""
    title = texts[first]
    if first and texts[first + 1] == title:  # as the words for who does not see a picture stand above its caption
        longer = [text for text in texts[:first] if len(text) > len(title) and not text.endswith(title)]
        if title[-1] in ")]" or any(_is_title(text, cues) for text in longer):
            return False
    return _may_be_headline(title, cues)


def _may_be_headline(text: str, cues: Cues) -> bool:
    """Whether a title is that of the article, and no line about it, which may stand above and below the text."""
    told = by_cue(text, cues) is not None or date_line(text, cues) is not None
    return not told and _is_title(text, cues) and named(text, cues) is None


def _first_again(top: Sequence[str], most: int) -> tuple[int, list[int]]:
    """The first of `most` blocks that stands again below, perhaps after a word such as ``zoom-in``, and where it does.

    Most documents have none, which is seen at one look at each block.
    """
    firsts = tuple(top[:most])
    for at, text in enumerate(top[1:], start=1):
        if text.endswith(firsts[:at]):
            break
    else:
        return 0, []
    for at, text in enumerate(firsts):
        if again := _again(text, top, at + 1):
            return at, again
    return 0, []


def _again(text: str, top: Sequence[str], start: int) -> list[int]:
    """The blocks from `start` on that a title stands in again."""
    if len(text) < _LEAST_OF_TITLE / 2:
        return []
    longest = len(text) + _LONGEST_WORD
    return [at for at in range(start, len(top)) if top[at].endswith(text) and len(top[at]) <= longest]


def _are_short(texts: Sequence[str]) -> bool:
    """Whether most of the blocks at an edge of the text are short enough to be of the page."""
    return len([text for text in texts if len(text) <= _LONGEST_AT_EDGE]) >= _LEAST_KNOWN


def _above(texts: Sequence[str], cues: Cues) -> Outside:
    """The blocks of the menus above the title of an article; none if it is not certain that they are."""
    if len(texts) <= _MOST_BEFORE or not _kind_above(texts[_MOST_BEFORE], cues):
        return []  # that block is in every menu
    for first in range(min(_MOST_BEFORE + 1, len(texts))):
        if kinds := _menu_at(texts, first, cues):
            page_title = first and texts[0].startswith(texts[first + len(kinds)])
            before: Outside = [(_PAGE_TITLE if page_title else _MENU, DESPITE_CUE)] * first
            return [*before, *((_IN_MENU.get(kind, _MENU), DESPITE_CUE) for kind in kinds)]
    return []


def _menu_at(texts: Sequence[str], first: int, cues: Cues) -> list[str]:
    """The kinds of the blocks from `first` to the title of an article, if they are a menu."""
    kinds: list[str] = []
    for text in texts[first : first + _MOST_ABOVE]:
        if not (kind := _kind_above(text, cues)):
            break
        kinds.append(kind)
    items = len(kinds) - kinds.count("date") - kinds.count("number")
    end = first + len(kinds)
    least = _LEAST_KNOWN if "page" in kinds else _LEAST_ITEMS
    if items < least or end == len(texts) or not _is_title(texts[end], cues):
        return []
    repeats = first == 1 and texts[0].startswith(texts[end])
    return kinds if not first or repeats or kinds.count("rubric") >= _LEAST_RUBRICS else []


def _kind_above(text: str, cues: Cues) -> str:
    """What a block above an article could be in a menu: words of pages, a rubric, an item, a day, a number, or none."""
    if len(text) <= _LONGEST_NUMBER and not any(map(str.isalpha, text)):
        return "number"
    whole = cues.whole(text)
    if whole is not None:
        return {"boilerplate": "page", "kicker": "rubric"}.get(whole.role, "")
    if date_line(text, cues) is not None:
        return "date"
    if _is_item(text, cues):
        return "item"
    told = by_cue(text, cues)
    return "page" if told is not None and told.role == "boilerplate" else ""


def _is_item(text: str, cues: Cues) -> bool:
    """Whether a line could be one of a menu: two or three words without a stop, or several with marks between them."""
    if len(_separators(text)) >= _LEAST_SEPARATORS:
        return text[-1] not in cues.stops
    words = text.lstrip("-–•*· ")
    if not words or breadth(words) > _BROADEST_ITEM or len(words.split()) > _MOST_WORDS:
        return False
    if not words[0].isalpha() or words[-1] in cues.stops:
        return False
    return all(cue.role in {"boilerplate", "kicker"} for cue in cues.at_start(words))


def _is_title(text: str, cues: Cues) -> bool:
    """Whether a block is a line that is long enough for the title of an article."""
    return breadth(text) >= _LEAST_OF_TITLE and is_title_like(text, cues)


def _below(texts: Sequence[str], first: int, cues: Cues) -> Outside:
    """The blocks below the article: from a heading of links on, or a menu, if nothing else follows it."""
    begin = len(texts)
    kinds: list[str] = []
    least = max(first + 1, begin - _MOST_BELOW)
    while begin > least and (kind := _kind_below(texts[begin - 1], cues)):
        kinds.append(kind)
        begin -= 1
    kinds.reverse()
    headed = kinds.index("heading") if "heading" in kinds else _menu_in(kinds)
    if headed == len(kinds):
        return []  # lines without stops alone are no links
    headed -= _links_above(texts[begin : begin + headed], kinds, cues)
    if len(kinds) - headed <= _LEAST_LINKS:
        return []
    return [(_of_foot(text, cues), DESPITE_CUE) for text in texts[begin + headed :]]


def _links_above(texts: Sequence[str], kinds: Sequence[str], cues: Cues) -> int:
    """How many of the last of some blocks are titles of other articles, perhaps with a heading that no cue knows."""
    count = 0
    if texts and has_no_stops(texts[-1][0]):
        return 0  # any line may be of the report
    while count < len(texts) and kinds[len(texts) - count - 1] == "link" and _is_title(texts[-count - 1], cues):
        count += 1
    if count < _LEAST_TITLES:
        return 0
    headed = count < len(texts) and kinds[len(texts) - count - 1] == "link" and _is_item(texts[-count - 1], cues)
    return count + headed


def _menu_in(kinds: Sequence[str]) -> int:
    """Where a menu begins, of which most lines are words of pages; the end if there is none."""
    begin, pages = len(kinds), 0
    for index in range(len(kinds) - 1, -1, -1):
        pages += kinds[index] == "page"
        if kinds[index] == "page" and pages > (len(kinds) - index) / 2:
            begin = index
    return begin


def _kind_below(text: str, cues: Cues) -> str:
    """What a block below the article could be: a heading of links, a link, words of pages; or nothing."""
    whole = cues.whole(text)
    if whole is not None:
        if whole.role != "boilerplate":
            return "link" if whole.role in {"kicker", "byline"} else ""
        return "heading" if whole.phrase in cues.words["related"] else "page"
    told = _told(text, cues)
    if told is not None:
        return "page" if told.role in {"copyright", "boilerplate"} else ""
    short = len(text) <= _LONGEST_LINK and not ends_with_stop(text, cues.stops)
    return "link" if short and "@" not in text and (text[0].isalnum() or text[0] in _OPENING) else ""


def _of_foot(text: str, cues: Cues) -> Candidate:
    """What a block below a heading of links is: one of them, unless a cue says otherwise."""
    told = _told(text, cues)
    return told if told is not None and told.role in _STAYS and told.cue and told.cue.form != "closer" else _FOOT


def _told(text: str, cues: Cues) -> Candidate | None:
    """What a cue with its value says of a block; a label alone, such as ``Redaction``, is as good as none."""
    told = by_cue(text, cues)
    alone = told is not None and told.cue is not None and told.cue.start >= told.cue.end
    return None if told is None or (alone and told.role not in {"copyright", "boilerplate"}) else told
