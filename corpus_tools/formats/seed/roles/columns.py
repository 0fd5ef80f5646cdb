"""Names that stand one below the other, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.recognise import is_name
from corpus_tools.formats.seed.roles.candidates import LINE, TOP, Candidate, hint

_IN_COLUMN = hint("byline", "names with commas, a line each", head=2.2, foot=1.0)


def add_names_in_column(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let a name with a comma after it, and the name on the next line, be bylines."""
    for index, (text, below) in enumerate(pairwise(texts[:TOP])):
        if index and text[-1] == "," and is_name(text[:-1], cues) and is_name(below.rstrip(","), cues):
            found[index], found[index + 1] = (_IN_COLUMN, LINE), (_IN_COLUMN, LINE)
