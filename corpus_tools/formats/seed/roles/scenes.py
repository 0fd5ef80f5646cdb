"""When and where a picture was taken, at the end of captions of papers of East Asia."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from corpus_tools.formats.seed.lexicon.cues import Cues


def ends_with_scene(text: str, cues: Cues) -> bool:
    """Whether a day or a place ends a caption: ``＝5日、岩手県住田町``, ``（福井県大野市で）``."""
    return (text[-1] == "）" or "＝" in text) and _scene(cues)(text) is not None


@cache
def _scene(cues: Cues) -> Callable[[str], re.Match[str] | None]:
    where = f"[{cues.postpositions}]" if cues.postpositions else "(?!)"
    town = "|".join([where, *sorted(cues.words["town_ends"])])
    return re.compile(rf"(?:＝(?:\d[^。＝]{{1,40}}|[^。＝]{{2,30}}{where})|（[^（）。]{{2,20}}(?:{town})）)$").search
