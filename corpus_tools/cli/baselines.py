"""Options about known findings: ``--baseline`` and ``--write-baseline``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.kept import FILE_NAME, all_options
from corpus_tools.cli.options import configuration
from corpus_tools.cli.output import say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.corpus.discovery import Input
    from corpus_tools.findings import Finding
    from corpus_tools.services.baseline import Baseline, Matched
    from corpus_tools.services.selection import Selection

_SUFFIX = ".json"


baseline_options = all_options(
    click.option(
        "--baseline",
        metavar="FILE",
        type=FILE_NAME,
        help="Findings that are known and do not fail; else the baseline of the configuration.",
    ),
    click.option(
        "--write-baseline",
        is_flag=True,
        help="Make all that is found known: write the baseline, and fail only for files that cannot be read.",
    ),
)
"""``--baseline`` and ``--write-baseline``: parameters `baseline`, `write_baseline`."""


class Known:
    """The findings that are known, if the user has a baseline."""

    def __init__(self, file: str | None, *, write: bool) -> None:
        """Read the baseline, before any work is done; `file` is that of the command line, if it names one.

        Raises:
            UsageError: there is no such file, it is no baseline, or none is named that could be written.
        """
        configured = configuration().run.baseline
        self._file = file
        if file is None and configured is not None:
            self._file = configuration().located(configured)
        self._write = write
        self._baseline: Baseline | None = None
        self._passed: list[Finding] = []
        if self._file is not None:
            self._baseline = _read(self._file, _fault if file else _fault_of_configuration, write=write)
        elif write:
            raise UsageError("--write-baseline: name the file: --baseline FILE, or baseline in corpus-tools.toml")

    @property
    def files(self) -> dict[str, str]:
        """The file of the baseline, with what it is."""
        return {} if self._file is None else {self._file: "the baseline"}

    def watched(self, sources: Iterable[Input]) -> Iterable[Input]:
        """`sources`, noting those that the baseline names."""
        return sources if self._baseline is None else self._baseline.watched(sources)

    def pass_over(self, findings: Iterable[Finding]) -> None:
        """Note findings that are not told, as the user ignores them in some paths: they are not mended, either."""
        if self._baseline is not None:
            self._passed += findings

    def match(self, findings: Sequence[Finding], selection: Selection) -> Matched | None:
        """Tell what is new from what is known; None if there is no baseline. It is written first, if asked for.

        Raises:
            click.ClickException: the baseline cannot be written.
        """
        baseline = self._baseline
        if baseline is None:
            return None
        run = baseline.run(findings, selection.codes, self._passed)
        if self._write:
            baseline = baseline.renewed(run)
            try:
                baseline.write()
            except OSError as error:
                reason = f"{visible(str(self._file))} cannot be written: {error.strerror}"
                raise click.ClickException(reason) from error
            if level() >= 0:
                say(f"{visible(str(self._file))}: {_told(*baseline.count)}\n", err=True)
        return baseline.match(run)


def _fault(reason: str) -> UsageError:
    return UsageError(f"--baseline: {reason}")


def _fault_of_configuration(reason: str) -> UsageError:
    return configuration().error(("baseline",), reason)


def _read(file: str, fault: Callable[[str], UsageError], *, write: bool) -> Baseline:
    from corpus_tools.services.baseline import Baseline, read_baseline

    if not file.lower().endswith(_SUFFIX):
        raise fault(f"{file} should end in {_SUFFIX}")
    path = Path(file)
    if path.exists():
        return read_baseline(file)
    if not write:
        raise fault(f"there is no file {file}; --write-baseline makes it")
    if not path.parent.is_dir():
        raise fault(f"there is no directory {path.parent}")
    return Baseline(file)


def _told(findings: int, files: int) -> str:
    from corpus_tools.reporters.base import count

    return f"{count(findings, 'finding')} in {count(files, 'file')} known"
