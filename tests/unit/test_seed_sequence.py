"""The sequence of roles that is sought over the whole document."""

from __future__ import annotations

from seed_articles import P

from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.roles.sequence import assign


def test_no_part_that_is_left_is_reached_again_however_long_a_text_is() -> None:
    texts = ["Storm shuts Lisbon harbour for a third day", *[P, "Photo: Ana Silva / Reuters"] * 200]
    columns = assign(texts, ["\n\n"] * len(texts), load_cues(("en",))).columns
    early, late = ([(part, candidate.role) for _, part, candidate, _ in columns[at]] for at in (20, 390))
    assert early == late
