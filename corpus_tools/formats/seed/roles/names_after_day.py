"""Names after a day in one line: ``4 March 2026 | Ana Silva``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.dates.find import date_line
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_job, is_name
from corpus_tools.formats.seed.roles.candidates import LINE, TOP, Candidate
from corpus_tools.formats.seed.roles.people import NAME_WITH_DAY

_LONGEST = 90
_MOST_WORDS = 4
_mark = re.compile(r"\s[|•·/–—-]\s").search


def add_names_after_day(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let a full name after a day under the headline be the author."""
    for index in range(1, min(TOP, len(texts))):
        text = texts[index]
        mark = _mark(text) if len(text) <= _LONGEST else None
        if mark is None:
            continue
        if found[index][0].cue is None and _is_full_name(text[mark.end() :], cues):
            day = date_line(text, cues, 0, mark.start())
            if day is not None and day.full:
                found[index] = NAME_WITH_DAY, LINE


def _is_full_name(words: str, cues: Cues) -> bool:
    """Whether words are a name of at least two words, and neither an office nor an organisation."""
    full = 0 < words.count(" ") < _MOST_WORDS and is_name(words, cues)
    return full and not is_job(words, cues) and not is_organisation(words, cues)
