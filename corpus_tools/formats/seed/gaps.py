"""What stands between the blocks of a seed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from corpus_tools.formats.seed.lines import BREAKS, PARAGRAPH, has_breaks

DEFAULT_SEPARATOR = "\n\n"
_breaks = re.compile(f"\r\n|[{BREAKS}]").findall


@lru_cache(maxsize=64)  # most gaps of a document are the same
def is_tight(gap: str) -> bool:
    """Whether a gap has no blank line."""
    if has_breaks(gap, BREAKS[1:]):
        return PARAGRAPH not in gap and len(_breaks(gap)) < 2
    return gap.count("\n") < 2


def gaps_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[str], str]:
    """What stands before each block, and what stands after the last."""
    gaps, position = [], 0
    for start, end in spans:
        gaps.append(text[position:start])
        position = end
    return gaps, text[position:]


def usual_gap(gaps: Sequence[str]) -> str:
    """The most frequent gap between two blocks; of several the first one."""
    between = gaps[1:]
    if len(set(between)) < 2:
        return between[0] if between else DEFAULT_SEPARATOR
    return Counter(between).most_common(1)[0][0]
