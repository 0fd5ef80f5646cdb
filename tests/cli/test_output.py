"""What goes to standard output and standard error: failing streams, and progress on a terminal."""

from __future__ import annotations

import errno
import io
import sys
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING

import click
import pytest

from corpus_tools.cli.output import emit, progress, say, track
from corpus_tools.cli.verbosity import Verbosity

if TYPE_CHECKING:
    from collections.abc import Iterator


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal that can move its cursor; no fixture, because a test gets its own standard error."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    return made


@pytest.fixture
def context() -> Iterator[click.Context]:
    """A command that is running."""
    with click.Context(click.Command("some")) as made:
        yield made


def failing(error: OSError) -> SimpleNamespace:
    """A stream that cannot be written."""

    def write(_: bytes) -> None:
        raise error

    return SimpleNamespace(flush=lambda: None, buffer=SimpleNamespace(write=write, flush=lambda: None))


def test_standard_output_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", failing(OSError(errno.ENOSPC, "No space left")))
    with pytest.raises(click.ClickException, match="standard output cannot be written: No space left"):
        emit(b"x")


def test_a_reader_that_went_away_is_no_failure_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", failing(BrokenPipeError(errno.EPIPE, "Broken pipe")))
    with pytest.raises(BrokenPipeError):
        emit(b"x")


@pytest.mark.usefixtures("context")
def test_many_items_show_their_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(track(iter(range(50)), "Proving")) == list(range(50))
    assert "Proving" in shown.getvalue()


@pytest.mark.usefixtures("context")
def test_few_items_show_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(track(iter(range(49)), "Proving")) == list(range(49))
    assert shown.getvalue() == ""


def test_a_quiet_run_shows_no_progress(monkeypatch: pytest.MonkeyPatch, context: click.Context) -> None:
    shown = terminal(monkeypatch)
    context.ensure_object(Verbosity).level = -1
    assert list(track(iter(range(50)), "Proving")) == list(range(50))
    assert shown.getvalue() == ""


@pytest.mark.usefixtures("context")
def test_a_file_behind_standard_error_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    assert list(track(iter(range(50)), "Proving")) == list(range(50))
    assert shown.getvalue() == ""


@pytest.mark.usefixtures("context")
def test_many_items_that_are_done_in_parts_move_a_bar_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    threads = threading.active_count()
    with progress(iter(range(50)), "Validating") as (items, advance):
        assert list(items) == list(range(50))
        for _ in range(2):
            advance(25)
            assert threading.active_count() == threads
    told = shown.getvalue()
    assert told.index(" 50%") < told.index("100%")
    assert "Validating" in told


@pytest.mark.usefixtures("context")
def test_few_items_that_are_done_in_parts_show_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    with progress(iter(range(49)), "Validating") as (items, advance):
        assert list(items) == list(range(49))
        advance(49)
    assert shown.getvalue() == ""


def test_without_a_terminal_items_are_taken_as_they_come(context: click.Context) -> None:
    items = iter(range(50))
    with progress(items, "Validating") as (same, advance):
        assert same is items
        advance(1)


def test_severities_and_their_carets_have_one_colour_and_only_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "a:1:1: error T101 odd: ^\n    x y\n      ^\na:2:1: warning T201 odd: m\n    \u00e9\n    ^^\n1 file\n"
    say(text)
    assert capsys.readouterr().out == text
    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    say(text)
    red, yellow, end = "\x1b[31m\x1b[1m", "\x1b[33m\x1b[1m", "\x1b[0m"
    lines = shown.getvalue().splitlines()
    assert lines[0] == f"a:1:1: {red}error{end} T101 odd: ^"
    assert lines[2] == f"{red}      ^{end}"
    assert lines[3].startswith(f"a:2:1: {yellow}warning{end} ")
    assert lines[5] == f"{yellow}    ^^{end}"
