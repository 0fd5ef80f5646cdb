"""What goes to standard output and standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from corpus_tools.cli.verbosity import level
from corpus_tools.reporters import load_reporter

if TYPE_CHECKING:
    from corpus_tools.findings import Finding

_T = TypeVar("_T")
_MANY = 50
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_SEVERITY_OR_CARETS = re.compile(r"(?m)(?<=: )(?:error|warning|info)(?= [A-Z]\d{3} )|^[ \t]+\^+$")


def emit(data: bytes) -> None:
    """Write a document, or a report for programs, to standard output."""
    with _told_if_full():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _told_if_full() -> Iterator[None]:
    """Turn a failure to write standard output into a message; a reader that went away is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"standard output cannot be written: {error.strerror}") from error


def say(text: str, *, err: bool = False) -> None:
    """Write text for people, with severities, and the carets below them, in colour on a terminal that has it."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    safe = text.encode(encoding, "backslashreplace").decode(encoding)
    with nullcontext() if err else _told_if_full():
        click.echo(_in_colour(safe), err=err, nl=False)


def _in_colour(text: str) -> str:
    """`text` with its findings in the colours of their severities."""
    colour = ""

    def style(match: re.Match[str]) -> str:
        nonlocal colour
        colour = _COLOURS.get(match[0], colour)
        return click.style(match[0], fg=colour or None, bold=True)

    return _SEVERITY_OR_CARETS.sub(style, text)


def say_findings(findings: Sequence[Finding], files: int) -> None:
    """Write findings, if there are any, to standard error; only errors if asked to be quiet."""
    if not findings:
        return
    from corpus_tools.findings import on_day
    from corpus_tools.services.load import has_error
    from corpus_tools.services.report import make_report

    counting = [finding for finding in on_day(findings, today()) if finding.suppression is None]
    told = [finding for finding in counting if level() >= 0 or has_error([finding])]
    if told:
        say(load_reporter("text")(make_report(files, told)), err=True)


def today() -> str:
    """The day of today (ISO 8601), as the clock of this machine has it."""
    return date.today().isoformat()  # noqa: DTZ011  the day of who reads the report


def visible(text: str) -> str:
    """A file name as it may be shown on a terminal."""
    from corpus_tools.reporters.base import visible as shown

    return shown(text)


@contextmanager
def progress(items: Iterable[_T], what: str) -> Iterator[tuple[Iterable[_T], Callable[[int], None]]]:
    """`items`, and a function to be told how many more of them are done, for a block in which they are worked on.

    It moves a progress bar on standard error, if that is a terminal and they are many. The bar needs no thread, so
    processes can be forked beside it.
    """
    known = list(items) if level() >= 0 and sys.stderr.isatty() else []
    if len(known) < _MANY:
        yield known or items, _ignore
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(what, total=len(known))

        def advance(number: int) -> None:
            bar.update(task, advance=number, refresh=True)

        yield known, advance


def _ignore(_number: int) -> None:
    """Show nothing."""


def track(items: Iterable[_T], what: str) -> Iterator[_T]:
    """Yield `items`, with a progress bar on standard error if that is a terminal and they are many."""
    if level() < 0 or not sys.stderr.isatty():
        yield from items
        return
    known = list(items)
    if len(known) < _MANY:
        yield from known
        return
    from rich.console import Console
    from rich.progress import track as rich_track

    yield from rich_track(known, description=what, console=Console(stderr=True), transient=True)
