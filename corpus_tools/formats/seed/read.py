"""Bytes of a seed to an article: decode, split, give roles, ground the metadata."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import PurePath

from corpus_tools import kinds
from corpus_tools.errors import CorpusToolsError
from corpus_tools.findings import Finding, Location
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed.blocks import (
    DEFAULT_SEPARATOR,
    fold_newlines,
    gaps_of,
    joins,
    lines_of,
    usual_gap,
)
from corpus_tools.formats.seed.decode import ILLEGAL, check_characters, decode
from corpus_tools.model.article import Article, Block, Origin
from corpus_tools.model.ids import fresh_ids, legal_id

_shows_ascii = re.compile(rb"[0-9A-Za-z]").search


def read(data: bytes, options: ReadOptions) -> Article:
    """Read a seed.

    Raises:
        SourceError: the bytes do not decode, or a block holds a character that XML cannot hold.
        UsageError: there is no such encoding as `options.encoding`.
    """
    raw, encoding = decode(data, options.encoding)
    text, newline = fold_newlines(raw)
    lines = lines_of(text)
    spans: list[tuple[int, int]] = []
    for line, continues in zip(lines, joins(lines, lambda _: False), strict=True):
        if continues:
            spans[-1] = spans[-1][0], line.end
        else:
            spans.append((line.start, line.end))
    check_characters(text, spans)
    identifier = options.id or _id_of(options.file)
    gaps, after = gaps_of(text, spans)
    separator = usual_gap(gaps)
    ids = fresh_ids("b", {identifier})
    blocks: list[Block] = []
    for (start, end), gap in zip(spans, gaps, strict=True):
        block: Block = {"id": next(ids), "role": "paragraph", "text": text[start:end]}
        if gap != (separator if blocks else ""):
            block["before"] = gap
        blocks.append(block)
    article: Article = {
        "schema_version": "1.0",
        "id": identifier,
        "metadata": {},
        "origin": _origin(data, options.file, encoding, newline, separator, after),
        "blocks": blocks,
        "layers": {"field": {"annotations": []}},
    }
    if options.language is not None:
        article["language"] = options.language
    return article


def _id_of(file: str) -> str:
    return "article" if file == "-" else legal_id(PurePath(file).stem)


def _origin(data: bytes, file: str, encoding: str, newline: str | None, separator: str, after: str) -> Origin:
    origin: Origin = {
        "media_type": "text/plain",
        "encoding": encoding,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if file != "-" and (name := ILLEGAL.sub("_", PurePath(file).name)):
        origin["file"] = name
    if newline is not None:
        origin["newline"] = newline
    if separator != DEFAULT_SEPARATOR:
        origin["separator"] = separator
    if after:
        origin["after"] = after
    return origin


def check(data: bytes, options: ReadOptions) -> list[Finding]:
    """Find a file without any text; other faults of a seed are errors of `read`."""
    if (
        options.encoding is None
        and _shows_ascii(data)
        and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    ):
        return []
    try:
        text, _ = decode(data, options.encoding)
    except CorpusToolsError:
        return []  # `read` tells it
    if lines_of(text):
        return []
    message = "the file is empty" if not data else "the file holds no text, only blanks"
    return [
        Finding(kinds.EMPTY_FILE, message, Location(options.file, line=1, column=1), hint="remove it from the corpus")
    ]


def looks_like(data: bytes) -> bool:
    """Whether the beginning of a file could be text: it decodes, and holds no NUL; the last character may be cut."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return not data.startswith(codecs.BOM_UTF32_LE)
    if data.startswith(codecs.BOM_UTF16_BE):
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return b"\0" not in data
