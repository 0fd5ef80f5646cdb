"""Findings: what is wrong with a document, as values.

A `Kind` says what sort of thing is wrong and never changes its code; a `Finding` is one occurrence,
with its place. Code letters: ``F`` file, ``S`` schema, ``T`` text and offsets, ``A`` annotation,
``M`` metadata, ``X`` TEI, ``C`` corpus, ``L`` loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; an ``error`` makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of finding.

    Attributes:
        code: letter and three digits, never reused.
        slug: the pattern that is found, in words.
        severity: the severity it has by default.
    """

    code: str
    slug: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding is: the file as given, line and column from 1 (column in code points).

    `end_line` and `end_column` are those of the character after the last one. `attribute` is the one at fault of the
    element at `xpath`, its namespace in braces if it has one, or `text()` for the text directly in it; line and column
    are then those of the attribute or the text.
    """

    file: str
    line: int | None = None
    column: int | None = None
    pointer: str | None = None
    xpath: str | None = None
    block: str | None = None
    start: int | None = None
    end: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """What the document itself says about a finding: that it is known, why, and until which day (ISO 8601).

    `location` is where it says so.
    """

    reason: str
    expires: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says: the message and the place in the article, without the kind and the file.

    Attributes:
        message: one sentence that names the values at fault.
        pointer: JSON Pointer (RFC 6901) into the article.
        hint: what to do about it.
        block: id of the block it is about.
        start: offset in code points in that block.
        end: end offset in code points in that block.
        of_key: the last key of `pointer` is at fault, not the value under it.
        suppression: what the article itself says about it; its location has only a pointer.
        after: the day (ISO 8601) after which it is a problem; None if it always is.
    """

    message: str
    pointer: str
    hint: str | None = None
    block: str | None = None
    start: int | None = None
    end: int | None = None
    of_key: bool = False
    suppression: Suppression | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of one line of the file, without its break; `start` and `end` mark the offending part in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where.

    `excerpt` shows it; `suppression` says that the document asks to ignore it. `fingerprint` tells it from the others
    of its file and code, and stays the same when lines and offsets shift; empty if the place of the finding must do.
    `after` is the day (ISO 8601) after which it is a finding; None if it always is. Neither that nor a suppression
    that expires has been compared with the day of today: `on_day` does that.
    """

    kind: Kind
    message: str
    location: Location
    hint: str | None = None
    excerpt: Excerpt | None = None
    suppression: Suppression | None = None
    fingerprint: str = ""
    after: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of a report: file, line, column, code, message."""
        place = self.location
        return place.file, place.line or 0, place.column or 0, self.kind.code, self.message


def worst(findings: Sequence[Finding], most: int) -> tuple[Finding, ...]:
    """The `most` worst of `findings`, of equally bad ones the first, in the order that they have."""
    severities = list(Severity)
    numbers = sorted(range(len(findings)), key=lambda number: severities.index(findings[number].kind.severity))
    return tuple(findings[number] for number in sorted(numbers[:most]))


def on_day(findings: Iterable[Finding], today: str) -> list[Finding]:
    """`findings` as they are on the day `today` (ISO 8601): suppressions that have expired suppress nothing more."""
    return [
        replace(finding, suppression=None) if _is_over(finding.suppression, today) else finding
        for finding in findings
        if finding.after is None or finding.after < today
    ]


def _is_over(suppression: Suppression | None, today: str) -> bool:
    return suppression is not None and suppression.expires is not None and suppression.expires < today
