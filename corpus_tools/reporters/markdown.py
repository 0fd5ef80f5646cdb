"""Markdown for the summary of a job or a comment of a review: what the run came to, findings by rule and by file.

Whatever comes from documents is written so that it stays text: characters with a meaning in Markdown or HTML are
character references, and nobody is mentioned. The summary of a job holds 1 MiB; findings beyond that are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from corpus_tools.findings import Finding, Location
from corpus_tools.reporters.base import Fixed, Report, count, counts, remarks, shortened, summarise, visible

LIMIT: Final = 1_000_000
"""How many bytes of findings are told; the rest of the mebibyte is for what stands around them."""

_ACTIVE = re.compile(r"[#$&*<>@\[\\\]_`|~]|:(?=\S)")
_HEAD = "| place | severity | rule | finding |\n|---|---|---|---|\n"


def report(report: Report) -> str:
    """The report as GitHub Flavored Markdown."""
    parts = [f"## corpus-tools validate: {counts(report.summary)}\n", _sentence(report)]
    if report.statistics:
        parts.append(_statistics(report))
    parts += _findings(report.findings)
    if report.fixed:
        parts.append(_fixed(report.fixed))
    return "\n".join(parts)


def _sentence(report: Report) -> str:
    told = remarks(report)
    return f"{count(report.summary.files, 'file')} checked{'; ' if told else ''}{', '.join(told)}.\n"


def _statistics(report: Report) -> str:
    lines = ["| rule | severity | findings | what it finds |", "|---|---|---:|---|"]
    for kind, number in report.statistics:
        text = report.rules.get(kind.code)
        finds = "" if text is None else _as_prose(text.summary)
        lines.append(f"| {kind.code} {kind.slug} | {kind.severity} | {number} | {finds} |")
    return "\n".join(lines) + "\n"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    """One section for each file, as long as there is room."""
    left, told = LIMIT, 0
    for file, group in groupby(findings, lambda finding: finding.location.file):
        members = list(group)
        section, rows = _section(file, members, left)
        if rows:
            yield section
        left -= len(section.encode())
        told += rows
        if rows < len(members):
            break
    if told < len(findings):
        yield f"{count(len(findings) - told, 'finding')} more: there is no room for them here.\n"


def _section(file: str, findings: Sequence[Finding], room: int) -> tuple[str, int]:
    """The findings of one file, as many of them as there is room for, and how many these are."""
    title = f"<details><summary>{as_code(file)}: {counts(summarise(1, findings))}</summary>\n\n"
    end = "\n</details>\n"
    rows: list[str] = []
    room -= len((title + _HEAD + end).encode())
    for finding in findings:
        row = _row(finding)
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    return title + _HEAD + "".join(rows) + end, len(rows)


def _row(finding: Finding) -> str:
    kind = finding.kind
    message = as_text(finding.message)
    if finding.hint:
        message += f"<br>hint: {as_text(finding.hint)}"
    return f"| {_place(finding.location)} | {kind.severity} | {kind.code} {kind.slug} | {message} |\n"


def _place(place: Location) -> str:
    numbers = ":".join(str(number) for number in (place.line, place.column) if number is not None)
    where = place.pointer or place.xpath
    return " ".join([*([numbers] if numbers else []), *([as_code(shortened(where))] if where else [])])


def _fixed(entries: Sequence[Fixed]) -> str:
    """What stands in the baseline and is not found any more, by rule and file."""
    title = f"<details><summary>{len(entries)} fixed: to be taken out of the baseline</summary>\n\n"
    lines: list[str] = []
    room = LIMIT // 40
    for entry in entries:
        line = f"- {as_code(f'{entry.code} {entry.slug}')} in {as_code(entry.file)}\n"
        room -= len(line.encode())
        if room < 0:
            lines.append(f"- {len(entries) - len(lines)} more\n")
            break
        lines.append(line)
    return title + "".join(lines) + "\n</details>\n"


def as_text(text: str) -> str:
    """`text` on one line, without anything that Markdown, HTML or the service would act on."""
    return _ACTIVE.sub(_reference, visible(text)).replace("&#64;", "<code>@</code>").replace("&#35;", "<code>#</code>")


def _as_prose(text: str) -> str:
    """`text` of our own, in which backticks stand around code."""
    return "".join(as_code(part) if number % 2 else as_text(part) for number, part in enumerate(text.split("`")))


def as_code(text: str) -> str:
    """The same as code, in which nobody is mentioned and no issue is linked."""
    return f"<code>{_ACTIVE.sub(_reference, visible(text))}</code>"


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
