"""What a reporter is: a pure function from a `Report` to text."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from corpus_tools.findings import Finding, Kind, Severity

_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_FIRST = 20  # steps of a pointer that are shown at its begin; an XPath of our TEI has fewer
_LAST = 5  # steps that are shown at its end
_LONGEST = 250  # characters of a step; an id in an XPath has fewer
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


STDIN = "-"
"""The name of standard input where a file is named."""


class Summary(NamedTuple):
    """What a run came to: how many files were looked at, and how many findings of each severity there are."""

    files: int
    error: int
    warning: int
    info: int

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.error + self.warning + self.info


def summarise(files: int, findings: Sequence[Finding]) -> Summary:
    """Count `findings`, which were made in `files` files."""
    severities = [finding.kind.severity for finding in findings]
    return Summary(files, *(severities.count(severity) for severity in Severity))


class Fixed(NamedTuple):
    """What a baseline knows and the run did not find any more.

    Attributes:
        code: code of the rule.
        slug: slug of the rule.
        file: the file in which it was found, as it was named then.
        message: what was said of it.
        fingerprint: as of `Finding`; empty if the baseline has none.
    """

    code: str
    slug: str
    file: str
    message: str = ""
    fingerprint: str = ""


class Count(NamedTuple):
    """How many findings one rule has, with the severity that the user gave it."""

    kind: Kind
    findings: int


class RuleText(NamedTuple):
    """What the documentation of a rule says.

    Attributes:
        kind: code, slug and the severity that the rule has by default.
        summary: what it finds, in one sentence.
        description: what it does and why that matters, as plain text.
        help: all of it, as Markdown.
    """

    kind: Kind
    summary: str
    description: str
    help: str


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to say about one run.

    Attributes:
        version: version of the program.
        summary: the files that were looked at, and the findings that are neither suppressed nor known.
        findings: those findings in the order of the report; fewer than `summary` counts if the user wants no more.
        statistics: those findings by rule, all of them, the most frequent first.
        with_statistics: whether the user asks for them; a form may tell them always.
        suppressed: findings that their documents ask to ignore, each with its `Suppression`.
        has_baseline: whether there are known findings at all; without a baseline nothing is new either.
        known: findings that stand in the baseline.
        fixed: what stands in the baseline and was not found.
        rules: documentation by code of the rules that the findings, of whatever sort, name.
        exit_code: what the run exits with.
        directory: absolute path that relative names of files start from.
    """

    version: str
    summary: Summary
    findings: tuple[Finding, ...] = ()
    statistics: tuple[Count, ...] = ()
    with_statistics: bool = False
    suppressed: tuple[Finding, ...] = ()
    has_baseline: bool = False
    known: tuple[Finding, ...] = ()
    fixed: tuple[Fixed, ...] = ()
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    exit_code: int = 0
    directory: str = os.sep

    @property
    def hidden(self) -> int:
        """How many findings are counted but not shown."""
        return self.summary.findings - len(self.findings)


Reporter = Callable[[Report], str]
"""A report to its text with its final newline; the same report always gives the same text."""


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 error``, ``2 errors``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def counts(summary: Summary) -> str:
    """The findings of a summary by severity: ``2 errors, 1 warning``, and the infos if there are any."""
    told = [count(summary.error, "error"), count(summary.warning, "warning")]
    return ", ".join([*told, f"{summary.info} info"] if summary.info else told)


def remarks(report: Report) -> list[str]:
    """What else there is beside the findings shown, such as ``3 suppressed``; nothing of what there is none of."""
    numbers = {
        "not shown": report.hidden,
        "suppressed": len(report.suppressed),
        "known": len(report.known),
        "fixed": len(report.fixed),
    }
    return [f"{number} {what}" for what, number in numbers.items() if number]


def total(report: Report) -> str:
    """What the run came to, on one line."""
    summed = f"{count(report.summary.files, 'file')}: {counts(report.summary)}"
    told = remarks(report)
    return f"{summed} ({', '.join(told)})" if told else summed


def relative_to(directory: str, file: str) -> str | None:
    """The path of `file` from `directory` with ``/`` between its parts; None if it lies elsewhere."""
    path = os.path.relpath(Path(directory, file), directory)
    return None if path.split(os.sep, 1)[0] == os.pardir else path.replace(os.sep, "/")


def shortened(where: str) -> str:
    """A pointer or XPath without the end of very long steps; of very many steps, those in the midst are left out."""
    steps = [step if len(step) <= _LONGEST else f"{step[: _LONGEST - 1]}…" for step in where.split("/")]
    left = len(steps) - _FIRST - _LAST
    if left <= 1:
        return "/".join(steps)
    return "/".join([*steps[:_FIRST], "…", *steps[-_LAST:]]) + f" ({left} steps left out)"


def visible(text: str) -> str:
    """`text` on one line: every character that could steer a terminal, or the direction of text, as an escape."""
    if text.isprintable():
        return text
    return "".join(_escape(character) for character in text)


def _escape(character: str) -> str:
    if character in _BIDI_CONTROLS or unicodedata.category(character) in _UNSAFE:
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character


def encodable(text: str) -> str:
    """`text` with lone surrogates, such as those of a file name that is not UTF-8, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
