"""Why a seed was read as it was: every decision with its evidence, how sure it is, and what else could have been.

An explanation is made of the same decisions as the article (`read.decide`), so it tells exactly what the reader did.
It is the plain dict that ``schema/explanation.schema.json`` describes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import NotRequired, TypedDict

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed.decode import AUTO
from corpus_tools.formats.seed.gaps import is_tight
from corpus_tools.formats.seed.lexicon.cues import Cue
from corpus_tools.formats.seed.lexicon.tables import ALL, table_of
from corpus_tools.formats.seed.lines import lines_of
from corpus_tools.formats.seed.read import Decided, article_of, decide
from corpus_tools.formats.seed.roles.candidates import Candidate
from corpus_tools.formats.seed.roles.margins import Rival, confidence, rivals
from corpus_tools.formats.seed.unwrap import Unwrapped
from corpus_tools.model.article import Annotation, Article

PARTS = ("above", "head", "body", "foot")
"""Short names of `candidates.PARTS`."""

_break = re.compile("\r\n|[\r\n]").finditer
_MARKED = (b"\xff\xfe", b"\xfe\xff")
_STYLE = "style"
_OF_STYLE = "house style"
_OF_ALL = "any language"


class Encoding(TypedDict):
    """The encoding of the file: its canonical name, and ``bytes``, ``user`` or ``detector``: what told it."""

    name: str
    told_by: str


class Language(TypedDict):
    """The language of the article: BCP 47 tag, confidence from 0 to 1, and what told it."""

    tag: str
    confidence: float
    evidence: str


class CueTables(TypedDict):
    """Whose cues were gone by, the most trusted first, and ``text``, ``user`` or ``style``: what told it."""

    languages: list[str]
    told_by: str


class Layout(TypedDict):
    """How lines became blocks: ``blank-line``, ``line`` or ``wrapped``, what told it, and how many there are."""

    kind: str
    told_by: str
    lines: int
    blocks: int


class CueFound(TypedDict):
    """Words that say what a block is: as in the cue file of their language, with their form."""

    phrase: str
    form: str
    language: str


class CreditFound(TypedDict):
    """Words that credit a picture: offsets in the block, the words, and what says that they do."""

    start: int
    end: int
    text: str
    reason: str


class Evidence(TypedDict):
    """Why a block has its role: in one phrase for people, and the parts of that."""

    text: str
    reason: str
    cue: NotRequired[CueFound]
    credit: NotRequired[CreditFound]


class Alternative(TypedDict):
    """Another role, how much less plausible the document were with it (log-odds), and what speaks for it."""

    role: str
    margin: float
    evidence: str


class Field(TypedDict):
    """A metadata field that the block states: its path, offsets in the block, the words, and the value."""

    type: str
    start: int
    end: int
    text: str
    value: str


class ExplainedBlock(TypedDict):
    """A block: its place in the file (lines from 1, offsets in code points of the text), and why it is what it is."""

    id: str
    line: int
    end_line: int
    start: int
    end: int
    text: str
    role: str
    part: str
    confidence: float
    evidence: Evidence
    alternatives: list[Alternative]
    fields: list[Field]
    doubts: list[str]


class Explanation(TypedDict):
    """Why one seed was read as it was; what is not known is absent."""

    file: str
    encoding: Encoding
    newline: NotRequired[str]
    language: NotRequired[Language]
    cues: CueTables
    layout: Layout
    blocks: list[ExplainedBlock]


def explain(data: bytes, options: ReadOptions) -> Explanation:
    """Explain how `read` reads a seed.

    The confidence of a block's role comes from max-marginals: the score of the best path through the whole document,
    less that of the best path in which this block has another role, squashed by the logistic function. So it is 0.5
    where another role is as plausible, and 1 only where no other is possible.

    Raises:
        SourceError: the bytes do not decode, or a block holds a character that XML cannot hold.
        UsageError: there is no such encoding as `options.encoding`.
    """
    decided = decide(data, options)
    article = article_of(decided, data, options)
    told: Explanation = {
        "file": options.file,
        "encoding": {"name": decided.encoding, "told_by": _encoding_told_by(data, decided, options)},
        "cues": {"languages": list(decided.cues.languages), "told_by": _cues_told_by(options)},
        "layout": _layout(decided, options),
        "blocks": _blocks(decided, article),
    }
    if (newline := decided.newline or _newline(decided.text)) is not None:
        told["newline"] = newline
    if decided.language is not None:
        tag, sure, evidence = decided.language.tag, decided.language.confidence, decided.language.evidence
        told["language"] = {"tag": tag, "confidence": sure, "evidence": evidence}
    return told


# --- the document


def _encoding_told_by(data: bytes, decided: Decided, options: ReadOptions) -> str:
    if options.encoding is None or data.startswith(_MARKED):
        return "bytes"
    if options.encoding.lower() != AUTO:
        return "user"
    return "bytes" if decided.encoding == "utf-8" else "detector"


def _cues_told_by(options: ReadOptions) -> str:
    if options.style is not None and options.style.languages:
        return "style"
    return "text" if options.language is None else "user"


def _layout(decided: Decided, options: ReadOptions) -> Layout:
    """How lines became blocks, by what came of it where no style says so."""
    forced = options.style.layout if options.style is not None else None
    if forced is not None:
        kind = forced
    elif any(line.starts for line in decided.lines):
        kind = "wrapped"
    else:
        kind = "line" if any(map(is_tight, decided.gaps[1:])) else "blank-line"
    count = len(lines_of(decided.text))
    return {"kind": kind, "told_by": "style" if forced else "text", "lines": count, "blocks": len(decided.texts)}


def _newline(text: str) -> str | None:
    if "\r" in text:
        return "mixed"
    return "lf" if "\n" in text else None


# --- the blocks


def _blocks(decided: Decided, article: Article) -> list[ExplainedBlock]:
    fields: defaultdict[str, list[Field]] = defaultdict(list)
    for annotation in article["layers"]["field"]["annotations"]:
        fields[annotation["spans"][0]["block"]].append(_field(annotation))
    doubts: defaultdict[int, list[str]] = defaultdict(list)
    for index, doubt in decided.grounding.doubts:
        doubts[index].append(doubt)
    breaks = [found.end() for found in _break(decided.text)]
    wide = decided.newline == "crlf"  # then each break before is one character longer in the file
    explained: list[ExplainedBlock] = []
    path, lines = decided.roles.path, decided.lines
    columns = zip(article["blocks"], decided.spans, path, lines, rivals(decided.roles), strict=True)
    for index, (block, (start, end), (_, part, candidate, _), one_line, others) in enumerate(columns):
        above, inside = bisect_right(breaks, start), bisect_right(breaks, end)
        explained.append(
            {
                "id": block["id"],
                "line": above + 1,
                "end_line": inside + 1,
                "start": start + wide * above,
                "end": end + wide * inside,
                "text": block["text"],
                "role": block["role"],
                "part": PARTS[part],
                "confidence": confidence(others),
                "evidence": _evidence(candidate, one_line),
                "alternatives": [_alternative(rival) for rival in others],
                "fields": fields[block["id"]],
                "doubts": doubts[index],
            }
        )
    return explained


def _field(annotation: Annotation) -> Field:
    span = annotation["spans"][0]
    value = annotation.get("attributes", {}).get("value", span["text"])
    return {
        "type": annotation["type"],
        "start": span["start"],
        "end": span["end"],
        "text": span["text"],
        "value": str(value),
    }


def _alternative(rival: Rival) -> Alternative:
    candidate = rival.candidate
    return {"role": candidate.role, "margin": round(rival.margin, 3), "evidence": in_words(candidate)}


def _evidence(candidate: Candidate, line: Unwrapped) -> Evidence:
    evidence: Evidence = {"text": in_words(candidate), "reason": candidate.reason}
    if (cue := candidate.cue) is not None:
        evidence["cue"] = {"phrase": cue.phrase, "form": cue.form, "language": cue.language}
    if (credit := candidate.credit) is not None:
        words = line.text[slice(*credit.extent)]
        start, end = line.in_block(*credit.extent)
        evidence["credit"] = {"start": start, "end": end, "text": words, "reason": credit.reason}
    return evidence


def in_words(candidate: Candidate) -> str:
    """What speaks for a candidate, with the words of its cue and whose they are in place of “a cue”."""
    reason, cue = candidate.reason, candidate.cue
    return reason if cue is None else reason.replace("a cue", f"“{cue.phrase}” ({_whose(cue)})", 1)


def _whose(cue: Cue) -> str:
    if cue.language == _STYLE:
        return _OF_STYLE
    return _OF_ALL if cue.language == ALL else str(table_of(cue.language)["name"])
