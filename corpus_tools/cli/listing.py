"""What a run would look at: ``--list-files``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.output import emit, say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.corpus.discovery import Input

_FORMS = ("text", "json")


listing_option = click.option(
    "--list-files",
    is_flag=True,
    help="Check nothing; list the files that would be checked, and on standard error which would not, and why.",
)


class Listing:
    """What a run would look at, and what not."""

    def __init__(self) -> None:
        self._passed: list[tuple[str, str]] = []

    def pass_over(self, path: str, reason: str) -> None:
        """Note what is not looked at, and why."""
        self._passed.append((path, reason))

    def say(self, sources: Iterable[Input], form: str) -> None:
        """Say which files would be checked, and which would not.

        Raises:
            UsageError: there is no such form of a list, or no file that would be checked.
        """
        if form not in _FORMS:
            raise UsageError(f"--list-files: there is no list as {form}; --format {' or '.join(_FORMS)}")
        try:
            names = [source.path for source in sources]
        except UsageError:
            self._say_passed()  # which tells why there is none
            raise
        if form == "json":
            _emit(names, sorted(self._passed))
            return
        say("".join(f"{visible(name)}\n" for name in names))
        self._say_passed()

    def _say_passed(self) -> None:
        if level() >= 0:
            passed = sorted(self._passed)
            say("".join(f"{visible(path)}: not checked: {reason}\n" for path, reason in passed), err=True)


def _emit(names: Sequence[str], passed: Sequence[tuple[str, str]]) -> None:
    import msgspec

    from corpus_tools.reporters.base import encodable

    content = {
        "files": [encodable(name) for name in names],
        "not_checked": [{"file": encodable(path), "reason": reason} for path, reason in passed],
    }
    emit(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
