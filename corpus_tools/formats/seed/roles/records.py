"""Articles as databases of the press give them out: lines with labels above and below the text, or without.

``SECTION: …``, ``LENGTH: 816 words``, ``LOAD-DATE: …`` of the one kind; of the other the number of words, the day, the
paper, its code, the edition, the page and the language, a line each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.roles.candidates import Candidate, sure

_LONGEST_LABEL = 28
_LONGEST_LABELLED = 500
_LEAST_LABELS = 4
_LONGEST_LINE = 60
_TOP = 10  # blocks
_MOST_LINES = 8  # below the number of words
_REASON = "a line of a database"
_OTHER = (sure("other", _REASON),)
_PAPER = (sure("source", "the paper of an article in a database"),)
_count = re.compile(r"\d{1,5} (?P<counted>[^\W\d_]{3,12})").fullmatch
_number = re.compile(r"\d{1,4} \w{2,3} \d{1,5} \w{6,12}").fullmatch
"""Which of several documents it is: ``3 of 20 DOCUMENTS``."""
_document = re.compile(r"Document \w{12,40}").fullmatch
_inverted = re.compile(r"[^\W\d_]+, [^\W\d_][^,;]{0,30}$").match
_KEPT = {"headline", "byline", "date", "source", "copyright", "credit", "caption", "tags"}


def add_record(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let lines be those of a database where several of them together show it."""
    marked = [index for index, text in enumerate(texts) if ":" in text[:_LONGEST_LABEL]]
    labelled = {index: label for index in marked if (label := _label(texts[index], cues)) is not None}
    if len(set(labelled.values())) >= _LEAST_LABELS:
        _add_labelled(found, texts, labelled, cues)
    elif counted := next((at for at in _begun_by_numbers(texts[:_TOP]) if _is_count(texts[at], cues)), 0):
        _add_lines(found, texts, counted)


def _begun_by_numbers(texts: Sequence[str]) -> list[int]:
    return [at for at, text in enumerate(texts) if text[0].isdecimal()]


def _is_count(text: str, cues: Cues) -> bool:
    """Whether a line says how long the text is."""
    found = _count(text)
    return found is not None and lowered(found["counted"]) in cues.words["record_counts"]


def _label(text: str, cues: Cues) -> str | None:
    """The label of a record that a line begins with."""
    end = text.find(":", 0, _LONGEST_LABEL)
    label = lowered(text[:end]).strip() if end > 0 and len(text) <= _LONGEST_LABELLED else ""
    return label if label in cues.words["record"] else None


def _add_labelled(
    found: list[tuple[Candidate, ...]], texts: Sequence[str], labelled: dict[int, str], cues: Cues
) -> None:
    """Lines that labels begin, and what stands alone above and between them."""
    for index, label in labelled.items():
        found[index] = (_labelled(found[index][0], texts[index], label, cues),)
    first = min(labelled)
    for index, text in enumerate(texts):
        low = lowered(text) if len(text) <= _LONGEST_LINE else ""
        edition = index < first and not cues.words["record_editions"].isdisjoint(low.split())
        if low and (edition or low in cues.words["record_lines"] or _number(text)):
            found[index] = _OTHER
    day = next((index for index, options in enumerate(found[:first]) if options[0].role == "date"), 0)
    if day and len(texts[day - 1]) <= _LONGEST_LINE and (day > 1 or found[day - 1] is _OTHER):
        found[day - 1] = _PAPER


def _labelled(told: Candidate, text: str, label: str, cues: Cues) -> Candidate:
    """What a labelled line is: of its own kind where it states what such lines state elsewhere, too."""
    if label == "dateline":
        start = len(text) - len(text.partition(":")[2].lstrip())
        return sure(label, _REASON, cue=Cue(label, None, None, start, len(text), "label", label, cues.languages[0]))
    cue = told.cue
    if cue is None or label in cues.words["record_only"] or not (told.role in _KEPT or cue.field == "url"):
        return _OTHER[0]
    if told.role == "byline" and _inverted(text, cue.start) is not None:
        return told._replace(cue=cue._replace(field=None))  # Silva, Ana: no name as it is written elsewhere
    return told


def _add_lines(found: list[tuple[Candidate, ...]], texts: Sequence[str], counted: int) -> None:
    """The number of words, the day, the paper, and the lines about it up to the notice of its rights."""
    lines = range(counted + 2, min(counted + _MOST_LINES, len(texts)))
    notice = next((index for index in lines if found[index][0].role == "copyright"), 0)
    if not notice or found[counted + 1][0].role != "date":
        return
    if any(len(text) > _LONGEST_LINE for text in texts[counted:notice]):
        return
    found[counted] = _OTHER
    for index in range(counted + 2, notice):
        found[index] = _PAPER if index == counted + 2 else _OTHER
    found[notice] = found[notice][:1]
    if _document(texts[-1]):
        found[-1] = _OTHER
