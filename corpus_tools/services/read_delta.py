"""Reading deltas: what is wrong with one is a finding with its place, as in any other document."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus_tools.corpus.discovery import STDIN
from corpus_tools.corpus.reading import UnreadableError, read_file, read_stdin
from corpus_tools.delta import Delta
from corpus_tools.errors import SourceError
from corpus_tools.findings import Finding, Location, Problem
from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions, finding_of
from corpus_tools.kinds import KINDS
from corpus_tools.model.pointers import escape
from corpus_tools.schemas import load_schema
from corpus_tools.services.locating import Source, complete

if TYPE_CHECKING:
    import jsonschema_rs

_SUPPORTED = re.compile(r"1\.(?:0|[1-9][0-9]*)", re.ASCII)  # what the schema says of delta_version
_MOST = 20
_LONGEST = 160


class ReadDelta(NamedTuple):
    """What came of the file of a delta: what is wrong with it, and the delta if nothing is."""

    findings: list[Finding]
    delta: Delta | None = None


def read_delta(file: str) -> ReadDelta:
    """Read the delta of a pair of articles from a file, or from standard input (``-``)."""
    try:
        data = read_stdin() if file == STDIN else read_file(file)
    except UnreadableError as error:
        return ReadDelta([Finding(KINDS["unreadable-file"], f"cannot be read: {error}", Location(file))])
    source = Source(data, load_format("json"), ReadOptions(file), None)
    try:
        delta: Any = source.format.read(data, source.options)
    except SourceError as error:
        found = finding_of(error, file)
        if error.kind == "not-an-article":
            found = replace(found, kind=KINDS["schema"], message="this is no delta: a delta is an object")
        return ReadDelta(complete(source, [found]))
    problems = _problems(delta)
    if problems:
        source = source._replace(article=delta)
        return ReadDelta(complete(source, [], [(KINDS["schema"], problem) for problem in problems]))
    return ReadDelta([], delta)


def _problems(delta: Any) -> list[Problem]:
    """What is wrong with the delta; of several faults at one place the first."""
    if "delta_version" not in delta:
        return [Problem("this is no delta: it has no delta_version", "", "diff --format json makes one")]
    version = delta["delta_version"]
    if type(version) is str and not _SUPPORTED.fullmatch(version):
        message = _shortened(f"this is a delta of version {version}; versions 1.x are supported")
        return [Problem(message, "/delta_version")]
    if "documents" in delta:
        message = "this is what lies between two collections; the delta of one article is needed"
        return [Problem(message, "/documents", "each document has its delta in the key delta", of_key=True)]
    found: dict[str, Problem] = {}
    for error in _validator().iter_errors(delta):
        pointer = "".join(f"/{escape(str(part))}" for part in error.instance_path)
        found.setdefault(pointer, Problem(_shortened(error.message), pointer))
        if len(found) == _MOST:
            break
    return list(found.values())


def _shortened(message: str) -> str:
    return message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs  # noqa: PLC0415  heavy, and only needed when a delta is read

    return jsonschema_rs.Draft202012Validator(load_schema("delta.schema.json"))
