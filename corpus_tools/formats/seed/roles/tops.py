"""What a line at the top of a seed could be by its length, its marks and the line after it: headline, kicker, deck."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import breadth, has_no_stops, is_unspaced
from corpus_tools.formats.seed.names.organisations import is_site
from corpus_tools.formats.seed.names.recognise import is_job, is_small
from corpus_tools.formats.seed.roles.candidates import Candidate, hint, sure
from corpus_tools.formats.seed.roles.marked import QUOTES, are_words_apart, is_title_like
from corpus_tools.formats.seed.roles.people import named

_RATHER_BROADER = 1.5
_SLIGHTLY_BROADER = 1.2  # a deck of a few words is longer
_LONGEST_SHORT_TITLE = 60
_MOST_OF_KICKER = 4
_LENGTH_OF_WORD = 5  # with its marks, in a script without blanks
_NOT_IN_TOPIC = frozenset(">/»|›·,:;")
_BRIEF = 24
_MUCH_BROADER = 2.5
_BROADER = 1.9  # how much longer a headline is than the words above it
_HEADLINES = tuple(
    tuple(hint("headline", "one line without a stop", above=weight - less) for less in (0.0, 1.3))
    for weight in (0.2, 0.6, 1.0)
)
"""By how long the line is, and whether a bracket begins it."""
_KICKERS = tuple(hint("kicker", "a word or two above the headline", above=weight) for weight in (0.0, 0.6))
_TOPIC = hint("kicker", "a few words above a longer title", above=1.1)
_DECK = hint("deck", "a line without a stop under the headline", head=0.4)
_DECK_OR_RUNNING = hint("deck", "a line of a script without stops under the headline", head=-1.0)
_MOST_OF_KEYWORD = 3  # words
_KEYWORDS = hint("tags", "a few words between commas", foot=1.3)
_SLUG = sure("kicker", "the name of a wire story")
_OVERLINE = hint("kicker", "words that lead to the title", above=1.6)
_LONGEST_OVERLINE = 70
_RUBRIC_MARKS = (" > ", " / ", " » ", " | ", " › ", " · ")
_LONGEST_RUBRICS = 160
_LONGEST_STEP = 90
_rubric_mark = re.compile(" [>/»|›·] ").search
_step = re.compile(r"\w[^>»›]{0,30} [>»›] [^>»›]{0,30}\w$").match
_LONGEST_WITHOUT_STOPS = 70
"""A line in Thai, which has no stops; longer ones are running text."""
_LEAST_ABOVE_TAGS = 3
_WORDS_APART = hint("tags", "words apart in a script without blanks", foot=1.7)
_PATH = hint("boilerplate", "a path of rubrics", above=1.6, head=0.5)
_WORDS_BETWEEN_BARS = hint("tags", "words between bars", foot=1.2)
_LONGEST_JOB = 60
_JOB = hint("byline", "an office of a newsroom", head=0.9, body=-1.0, foot=0.3)
_SITE = hint("byline", "a site under the headline", head=1.6)
_slug = re.compile(r"\w+(?:-\w+){2,}(?:, |$)").match
"""The name of a wire story: ``BC-Sunflower-Maze, 1st Ld``, ``US-WEATHER-STORM``."""


def at_top(text: str, following: str, words: int, cues: Cues, *, upper: bool) -> list[Candidate]:
    """Headline, kicker and deck, by the length of a line."""
    broad = breadth(text)
    count = words if broad == len(text) else broad // 6
    if is_unspaced(text[0]):
        count = max(count, broad // _LENGTH_OF_WORD)
    length = 2 if broad >= 20 and count >= 3 else 1 if broad >= 12 else 0
    found = [_HEADLINES[length][text[0] in "([（"]]
    under_longer = len(following) > _BROADER * broad
    short = count <= 3 or (count <= 5 and (upper or under_longer))
    if short and broad <= 36 and text[-1] not in "?!？！":
        found.append(
            _KICKERS[
                count <= 2
                or upper
                or (under_longer and count <= 3)
                or (broad <= _BRIEF and len(following) > _MUCH_BROADER * broad)
            ]
        )
    topic = 2 < count <= _MOST_OF_KICKER and broad <= 36 and _NOT_IN_TOPIC.isdisjoint(text)
    slightly = count < _MOST_OF_KICKER and len(following) <= _LONGEST_SHORT_TITLE
    broader = _SLIGHTLY_BROADER if slightly else _RATHER_BROADER
    if topic and _is_title(following, broader * broad, cues):
        found.append(_TOPIC)
    elif _is_rubric(text, following, cues):
        found.append(_KICKERS[1])
    if _slug(text) is not None:
        found.append(_SLUG)
    running = has_no_stops(text[0]) and len(text) > _LONGEST_WITHOUT_STOPS
    if count >= 4 or broad > 14:
        found.append(_DECK_OR_RUNNING if running else _DECK)
    return found


def _is_title(text: str, broader: float, cues: Cues) -> bool:
    """Whether a block may be a headline that is broader than the words above it, and no byline."""
    return len(text) > broader and text[0] not in "*_#" and is_title_like(text, cues) and named(text, cues) is None


def _is_rubric(text: str, following: str, cues: Cues) -> bool:
    """Whether a line begins with the name of a rubric, and a quotation follows that is the headline."""
    if following[:1] not in QUOTES:
        return False
    rubric = cues.whole(text.partition(" ")[0])
    return rubric is not None and rubric.role == "kicker"


def above_title(text: str, following: str, cues: Cues) -> list[Candidate]:
    """The kicker that words with a colon are, above a title that goes on with them."""
    leads = text[-1] in ":：؛" and len(text) <= _LONGEST_OVERLINE and ". " not in text
    return [_OVERLINE] if leads and following and _is_title(following, 0, cues) else []


def of_rubrics(text: str, index: int, following: str) -> list[Candidate]:
    """The path of rubrics at the top of a page, or the words between bars, or apart, that end it."""
    if index > _LEAST_ABOVE_TAGS and are_words_apart(text):
        return [_WORDS_APART]
    if len(text) < _LONGEST_RUBRICS and _rubric_mark(text) and max(map(text.count, _RUBRIC_MARKS)) > 1:
        if index < 3 and " | " not in text:
            return [_PATH]
        return [_WORDS_BETWEEN_BARS] if index > 3 else []
    leads = len(following) > len(text) or following[:1].isdigit()
    return [_PATH] if index == 0 and leads and len(text) < _LONGEST_STEP and _step(text) else []


def in_small_letters(text: str, index: int, cues: Cues) -> list[Candidate]:
    """Readings of a short line that a small letter begins: an office, or the address of the site."""
    if len(text) > _LONGEST_JOB:
        return []
    if is_job(text, cues):
        return [_JOB]
    return [_SITE] if index and is_site(text) is not None else []


def of_keywords(text: str, cues: Cues) -> tuple[Candidate, ...]:
    """Several short words between commas, not all of them names: ``Псков, мост, ремонт``."""
    parts = text.split(", ")
    short = all(part and part.count(" ") < _MOST_OF_KEYWORD and part[-1].isalnum() for part in parts)
    if not cues.words["and"].isdisjoint(text.split()):
        return ()
    return (_KEYWORDS,) if short and any(is_small(part[0]) for part in parts) else ()
