"""Bytes of a seed to an article: decode, split, give roles, ground the metadata."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from corpus_tools.findings import Finding, Location
from corpus_tools.formats.base import Examined, ReadOptions, examine_by
from corpus_tools.formats.seed.blocks import split
from corpus_tools.formats.seed.decode import ILLEGAL, check_characters, decode, holds_illegal
from corpus_tools.formats.seed.fields.ground import ground
from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.gaps import DEFAULT_SEPARATOR, gaps_of, usual_gap
from corpus_tools.formats.seed.invisible import has_marks, without_marks
from corpus_tools.formats.seed.lexicon.cues import Cues, load_cues
from corpus_tools.formats.seed.lexicon.forms import form_of
from corpus_tools.formats.seed.lexicon.languages import trusted_languages
from corpus_tools.formats.seed.lexicon.tables import cue_languages
from corpus_tools.formats.seed.lines import fold_newlines
from corpus_tools.formats.seed.roles.marked import heading_level
from corpus_tools.formats.seed.roles.sequence import Roles, assign
from corpus_tools.formats.seed.unwrap import Unwrapped, unwrap_all
from corpus_tools.kinds import KINDS
from corpus_tools.language import Detected, detect
from corpus_tools.model.article import Article, Block, Group, Origin
from corpus_tools.model.ids import fresh_ids, legal_id

SCHEMA_VERSION = "1.0"
NAMED = "named by the user"
_LEAST_OF_TEXT = 60
_GROUPED = {"list_item": "list", "caption": "figure", "credit": "figure", "media": "figure", "table_row": "table"}
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Decided(NamedTuple):
    """All that is decided about a seed; the article, and the explanation of it, are made from this alone.

    Attributes:
        encoding: canonical name.
        text: with newlines folded; `spans` are offsets in it.
        newline: as in `fold_newlines`.
        cues: the words that were gone by.
        spans: where each block begins and ends.
        texts: the text of each block.
        lines: each block as one line, which is what decides.
        gaps: what stands before each block.
        after: what stands after the last one.
        roles: what each block can be, and is.
        grounding: the metadata, and where it stands.
        language: of the article; None if neither the user nor the text says it.
    """

    encoding: str
    text: str
    newline: str | None
    cues: Cues
    spans: list[tuple[int, int]]
    texts: list[str]
    lines: list[Unwrapped]
    gaps: list[str]
    after: str
    roles: Roles
    grounding: Grounding
    language: Detected | None


def read(data: bytes, options: ReadOptions) -> Article:
    """Read a seed.

    Raises:
        SourceError: the bytes do not decode, or a block holds a character that XML cannot hold.
        UsageError: there is no such encoding as `options.encoding`.
    """
    return article_of(decide(data, options), data, options)


def decide(data: bytes, options: ReadOptions) -> Decided:
    """Decide all that there is to decide about a seed; raises what `read` raises."""
    raw, encoding = decode(data, options.encoding)
    text, newline = fold_newlines(raw)
    language = _language(text, options)
    cues = _cues_for(text, language, options)
    layout = options.style.layout if options.style else None
    spans = split(text, cues, layout)
    if holds_illegal(text, data, encoding):
        check_characters(text, spans)
    texts = [text[start:end] for start, end in spans]
    gaps, after = gaps_of(text, spans)
    lines = list(map(Unwrapped, texts)) if layout == "blank-line" else unwrap_all(texts)
    if has_marks(text):
        lines = list(map(without_marks, lines))
    read_as = [line.text for line in lines]
    roles = assign(read_as, gaps, cues, options.style)
    grounding = ground(lines, roles.chosen, cues)
    return Decided(encoding, text, newline, cues, spans, texts, lines, gaps, after, roles, grounding, language)


def article_of(decided: Decided, data: bytes, options: ReadOptions) -> Article:
    """The article that the seed `data` is, by what was decided about it."""
    identifier = options.id or _id_of(options.file)
    blocks = _blocks(decided.texts, [candidate.role for candidate in decided.roles.chosen], identifier)
    annotations = decided.grounding.annotations(blocks, fresh_ids("f", {identifier}))
    article: Article = {
        "schema_version": SCHEMA_VERSION,
        "id": identifier,
        "metadata": decided.grounding.metadata,
        "origin": _origin(data, options.file, decided.encoding),
        "blocks": blocks,
        "layers": {"field": {"annotations": annotations}},
    }
    _add_gaps(article, decided.gaps, decided.after)
    if decided.newline is not None:
        article["origin"]["newline"] = decided.newline
    if decided.language is not None:
        article["language"] = decided.language.tag
    if groups := _group(blocks, identifier):
        article["groups"] = groups
    return article


def _language(text: str, options: ReadOptions) -> Detected | None:
    """The language that the user names, or else that of the text, if it is sure enough."""
    if options.language is not None:
        return Detected(options.language, 1.0, NAMED)
    if not options.detect_language:
        return None
    whole = unicodedata.normalize("NFC", text)
    if (found := detect(whole)) is not None:
        return found
    return detect("\n".join(line for line in whole.split("\n") if len(line) > _LEAST_OF_TEXT))  # no names and days


def _cues_for(text: str, language: Detected | None, options: ReadOptions) -> Cues:
    """The cues of the language of the article, and of those that the text seems to be in.

    Whether that language was named or found makes no difference, so that an article is read back as it was read.
    """
    style = options.style
    form = form_of(text)
    if style is not None and style.languages:
        languages = style.languages
    else:
        languages = trusted_languages(text)
        if language is not None and (told := language.tag.partition("-")[0].lower()) in cue_languages():
            languages = (told, *(each for each in languages if each != told))
    return load_cues(languages, style, form)


def _id_of(file: str) -> str:
    name = file.rpartition("/")[2]
    return "article" if file == "-" else legal_id(name.rpartition(".")[0] or name)


def _origin(data: bytes, file: str, encoding: str) -> Origin:
    origin: Origin = {
        "media_type": "text/plain",
        "encoding": encoding,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if file != "-" and (name := ILLEGAL.sub("_", file.rpartition("/")[2])):
        origin["file"] = name
    return origin


def _blocks(texts: Sequence[str], roles: Sequence[str], article_id: str) -> list[Block]:
    ids = fresh_ids("b", {article_id})
    blocks: list[Block] = [
        {"id": identifier, "role": role, "text": text}
        for text, role, identifier in zip(texts, roles, ids, strict=False)
    ]
    for block in blocks:
        if block["role"] == "subhead" and (level := heading_level(block["text"])):
            block["level"] = level
    return blocks


def _add_gaps(article: Article, gaps: Sequence[str], after: str) -> None:
    """Say what stands between the blocks, where it is not the usual gap."""
    separator = usual_gap(gaps)
    usual = ["", *[separator] * (len(gaps) - 1)]
    if gaps != usual:
        for block, gap, expected in zip(article["blocks"], gaps, usual, strict=False):
            if gap != expected:
                block["before"] = gap
    if separator != DEFAULT_SEPARATOR:
        article["origin"]["separator"] = separator
    if after:
        article["origin"]["after"] = after


def _group(blocks: Sequence[Block], article_id: str) -> list[Group]:
    """Put adjacent list items into lists, and captions with the credits beside them into figures."""
    groups: list[Group] = []
    if _GROUPED.keys().isdisjoint([block["role"] for block in blocks]):
        return groups
    ids = fresh_ids("g", {article_id})
    previous = ""
    for block in blocks:
        role = block["role"]
        if (kind := _GROUPED.get(role)) is not None:
            begins = _GROUPED.get(previous) != kind or (role == "caption" == previous)
            if begins:
                groups.append({"id": next(ids), "type": kind})
            block["part_of"] = groups[-1]["id"]
        previous = role
    return groups


def examine(data: bytes, options: ReadOptions) -> Examined:
    """Read a seed for a corpus: one without any text can be read, but is an error there."""
    article, findings = _examine(data, options)
    if article is None or article["blocks"]:
        return article, findings
    message = "the file holds no text, only blanks" if data else "the file is empty"
    place = Location(options.file, line=1, column=1)
    return None, [Finding(KINDS["empty-file"], message, place, hint="remove it from the corpus")]


_examine = examine_by(read)


def looks_like(data: bytes) -> bool:
    """Whether the beginning of a file could be text: it decodes, and holds no NUL; the last character may be cut."""
    if data.startswith(_BYTE_ORDER_MARKS):
        return not data.startswith(codecs.BOM_UTF32_LE)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return b"\0" not in data
