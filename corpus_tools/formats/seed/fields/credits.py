"""Who made a picture, and which agency gives it: the parts of a credit."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.credits.find import without_aside
from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_name, trimmed

_credit_parts = re.compile(r"\s?[/|;,／、，]\s?|\s(?:via|for|[–—-])\s").split


def ground_caption(into: Grounding, index: int) -> None:
    """The credit in a caption."""
    credit = into.chosen[index].credit
    if credit is not None:
        credit_words(into, index, credit.extent)


def ground_credit(into: Grounding, index: int) -> None:
    """A block that is a credit."""
    candidate = into.chosen[index]
    credit_words(into, index, candidate.credit.extent if candidate.credit else into.value(index))


def credit_words(into: Grounding, index: int, extent: Extent) -> None:
    """The words of a credit at `extent`, and who and which agency they name."""
    text = into.texts[index]
    start, end = trimmed(text, *extent)
    for mark in ("(c)", "(C)", "c)", "©"):
        if text.startswith(mark, start, end):
            start = trimmed(text, start + len(mark), end)[0]
    kind, dash, _ = lowered(text[:end]).partition(" - ")
    known = into.cues.words["photo"] | into.cues.words["caption"]
    if dash and start < len(kind) and kind in known:  # Image d'illustration - Ana Silva - AFP
        start = len(kind) + len(dash)
    said = next((cue for cue in into.cues.at_start(text[start:end]) if cue.role == "credit"), None)
    if said is not None and (said.form == "label" or " " in said.phrase):  # © Fotografia: Ana Silva
        start += said.start
    if "\u2e80" <= text[end - 1 : end] < "\uac00":  # 圖：動物園提供
        end = next((start + cue.end for cue in into.cues.at_end(text[start:end]) if cue.role == "credit"), end)
    start, end = without_aside(text, start, end, into.cues)
    if start >= end:
        return
    into.mark(index, (start, end), "credit", text[start:end])
    position = start
    for part in _credit_parts(text[start:end]):
        position = text.index(part, position)
        _credited(into, index, (position, position + len(part)))
        position += len(part)


def _credited(into: Grounding, index: int, extent: Extent) -> None:
    """One name of a credit: an agency, a photographer, or nothing certain."""
    text, cues = into.texts[index], into.cues
    start, end = trimmed(text, *extent)
    words = text[start:end].split()
    while words and words[-1].lower() in cues.words["photo"] and text[start:end] not in cues.words["agencies"]:
        end = trimmed(text, start, end - len(words.pop()))[1]
    name = text[start:end]
    if not is_name(name, cues):
        return
    if is_organisation(name, cues):
        into.party(index, (start, end), "contributors", role="photo_agency")
    elif len(words) > 1 and words[0].lower() not in cues.words["name_particles"] and words[0].istitle():
        into.party(index, (start, end), "contributors", role="photographer")
