"""Who holds the rights in an article: what lines of copyright state."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.recognise import is_name, trimmed

_MOST_WORDS = 3
_years = re.compile(r"\s*(?:©|\([cC]\))?\s*\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*(?:by\s)?")
_holder_end = re.compile(r"[.,;|。،\n]|\s[–—-]\s").search
_legal_form = re.compile(r",? (?:Inc|Ltd|LLC|Corp|Co|Pty|PLC|GmbH|S\.?A|S\.?L|S\.?p\.?A|S\.?r\.?l)\b\.?").match


def _is_holder(words: str, cues: Cues, *, after_sign: bool) -> bool:
    """Whether words are a name; right after the sign few words are one of which only the first is capitalised."""
    if is_name(words, cues) or words.lower() in cues.agency_names:
        return True
    small = after_sign and words[0].isupper() and words.count(" ") < _MOST_WORDS
    return small and cues.function_words.isdisjoint(lowered(words).split()) and not any(map(str.isdigit, words))


def ground_copyright(into: Grounding, index: int) -> None:
    """The notice, and the holder if it is a name."""
    text = into.texts[index]
    rights = into.metadata.setdefault("rights", {})
    if "notice" in rights:
        return
    rights["notice"] = into.mark(index, (0, len(text)), "rights.notice")
    cue = into.chosen[index].cue
    if cue is None or ("©" not in text and "opyright" not in text and "(c)" not in text.lower()):
        return
    years = _years.match(text, cue.start)
    start = years.end() if years else cue.start
    stop = _holder_end(text, start, start + 80)
    end = stop.start() if stop else min(len(text), start + 80)
    extent = trimmed(text, start, end)
    words = text[slice(*extent)].split()
    if words and words[-1].isdigit():
        extent = trimmed(text, extent[0], extent[1] - len(words[-1]))
    said = next((cue for cue in into.cues.at_start(text[slice(*extent)]) if cue.role == "copyright"), None)
    if said is not None:  # © Copyright ANSA
        extent = extent[0] + said.start, extent[1]
    name = text[slice(*extent)]
    if extent[0] < extent[1] and _is_holder(name, into.cues, after_sign=text[: extent[0]].rstrip()[-1:] == "©"):
        form = _legal_form(text, extent[1])
        rights["holder"] = into.mark(index, (extent[0], form.end() if form else extent[1]), "rights.holder")
