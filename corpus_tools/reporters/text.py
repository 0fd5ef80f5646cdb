"""Reports for people: findings grouped by file, one line each, and a summary.

Names and messages may quote anything that stood in a document, so characters that steer a terminal, or that
turn the direction of the text, are written as escapes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus_tools.findings import Finding, Location
from corpus_tools.reporters.base import Summary

_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def report(findings: Sequence[Finding], summary: Summary) -> str:
    """The report as text."""
    lines = [line for _, group in groupby(findings, lambda finding: finding.location.file) for line in _file(group)]
    return "\n".join([*lines, _total(summary)]) + "\n"


def visible(text: str) -> str:
    """`text` on one line, with every character that could steer a terminal as an escape."""
    if text.isprintable():
        return text
    return "".join(_escape(character) for character in text)


def _escape(character: str) -> str:
    if character in _BIDI_CONTROLS or unicodedata.category(character) in _UNSAFE:
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character


def _file(findings: Iterator[Finding]) -> Iterator[str]:
    for finding in findings:
        kind = finding.kind
        yield f"{_place(finding.location)}: {kind.severity} {kind.code} {kind.slug}: {visible(finding.message)}"
        where = finding.location.pointer or finding.location.xpath
        if where:
            yield f"    at {visible(where)}"
        if finding.hint:
            yield f"    hint: {visible(finding.hint)}"
    yield ""


def _place(location: Location) -> str:
    numbers = [str(number) for number in (location.line, location.column) if number is not None]
    return ":".join([visible(location.file), *numbers])


def _total(summary: Summary) -> str:
    counts = [_count(summary.error, "error"), _count(summary.warning, "warning")]
    if summary.info:
        counts.append(f"{summary.info} info")
    return f"{_count(summary.files, 'file')}: {', '.join(counts)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
