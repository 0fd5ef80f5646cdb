"""Where the reports of a run go: ``--format`` and ``--output``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from corpus_tools.cli.kept import FILE_NAME, all_options
from corpus_tools.cli.output import emit, say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.corpus.reading import UnreadableError, read_file
from corpus_tools.errors import UsageError
from corpus_tools.nearest import nearest
from corpus_tools.reporters import REPORTERS, load_reporter

if TYPE_CHECKING:
    from corpus_tools.reporters.base import Report

_HEAD = 2000  # bytes in which a report says that it is one
_MARKS_OF_REPORTS = re.compile(rb'"report_version"|sarif-schema')
_LAST_LINE = re.compile(rb"\d+ files?: \d+ errors?, \d+ warnings?.*")
_SUFFIXES = {".txt": "text", ".json": "json", ".jsonl": "jsonl", ".sarif": "sarif", ".md": "markdown"}


report_options = all_options(
    click.option(
        "--format",
        "form",
        type=click.Choice(list(REPORTERS)),
        default="text",
        show_default=True,
        help="Form of the report on standard output; code-scanning is SARIF with nothing but new findings, for GitHub.",
    ),
    click.option(
        "--output",
        "outputs",
        metavar="[FORM:]FILE",
        type=FILE_NAME,
        multiple=True,
        help="Write a report to a file as well; may be given several times. Its form stands before a colon, such as "
        f"sarif:FILE, or is told by the suffix: {', '.join(_SUFFIXES)}.",
    ),
    click.option(
        "--statistics", is_flag=True, help="Count the findings of each rule in the text report; other forms always do."
    ),
)
"""``--format``, ``--output`` and ``--statistics``: parameters `form`, `outputs`, `statistics`."""


class _Output(NamedTuple):
    form: str
    file: str


class Destinations:
    """Where the reports of a run go."""

    def __init__(self, form: str, outputs: Iterable[str], taken: Mapping[str, str]) -> None:
        """Check what is asked for, before any work is done.

        Args:
            form: the form on standard output, a name of `REPORTERS`.
            outputs: values of ``--output``.
            taken: files that the run reads or writes for something else, with what they are.

        Raises:
            UsageError: the form of an output cannot be told, its file cannot be there, is named twice, is taken or
                holds something else than a report.
        """
        self._form = form
        self._outputs = [_output(value) for value in outputs]
        self._paths = {os.path.realpath(output.file) for output in self._outputs}
        if len(self._paths) < len(self._outputs):
            raise UsageError("--output names the same file twice")
        for name, what in taken.items():
            if os.path.realpath(name) in self._paths:
                raise UsageError(f"--output {name} would write over {what}")
        for _, file in self._outputs:
            if os.path.isfile(file) and _is_document(file):
                raise UsageError(f"--output: {file} is there, and no report; remove it, or name another file")

    @property
    def files(self) -> dict[str, str]:
        """The files of the reports, with what they are."""
        return dict.fromkeys(self._paths, "a report of this run")

    def write(self, report: Report) -> None:
        """Write all reports: files first, whole or not at all, then standard output.

        Raises:
            click.ClickException: some of them cannot be written; all others are.
        """
        failures = [reason for output in self._outputs if (reason := _write(output, report))]
        text = load_reporter(self._form)(report)
        if self._form != "text":
            emit(text.encode())
        elif report.summary.findings or level() >= 0:
            say(text)
        if failures:
            raise click.ClickException("; ".join(failures))


def _write(output: _Output, report: Report) -> str | None:
    """Write one file; return why that failed."""
    from corpus_tools.corpus.writing import write_atomically

    try:
        write_atomically(output.file, load_reporter(output.form)(report).encode())
    except OSError as error:
        return f"{visible(output.file)} cannot be written: {error.strerror}"
    return None


def _output(value: str) -> _Output:
    form, colon, file = value.partition(":")
    if not colon or form not in REPORTERS:
        if colon and (near := nearest(form.lower(), REPORTERS)):
            raise UsageError(f"--output {value}: its form cannot be told; there is no {form}, did you mean {near}?")
        form, file = _SUFFIXES.get(Path(value).suffix.lower(), ""), value
    if file in ("", "-"):
        raise UsageError(f"--output {value}: name a file; standard output gets --format")
    if not form:
        raise UsageError(
            f"--output {value}: its form cannot be told; put {', '.join(REPORTERS)} and a colon before the file, "
            f"or end it in {', '.join(_SUFFIXES)}"
        )
    folder = os.path.dirname(file) or os.curdir
    if not os.path.isdir(folder):
        raise UsageError(f"--output {value}: there is no directory {folder}")
    if os.path.isdir(file):
        raise UsageError(f"--output {value}: {file} is a directory")
    return _Output(form, file)


def _is_document(file: str) -> bool:
    """Whether a file that is there may be an article, a layer file or a configuration, and not an earlier report."""
    try:
        data = read_file(file).strip()
    except UnreadableError:
        return True
    if data.startswith((b"## corpus-tools ", b'{"type":')):
        return False
    if data.startswith(b"{"):
        return _MARKS_OF_REPORTS.search(data, 0, _HEAD) is None
    suffix = Path(file).suffix.lower()
    is_text = suffix == ".txt" and data != b"" and _LAST_LINE.fullmatch(data.rpartition(b"\n")[2]) is None
    return is_text or suffix == ".toml" or data.startswith(b"<")
