"""What a run would look at: ``--list-files``, and what the configuration leaves out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus_tools.cli.options import configuration
from corpus_tools.cli.output import emit, say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.corpus.discovery import Exclusion, Input, Tell

_F = TypeVar("_F", bound=Callable[..., Any])
_FORMS = ("text", "json")


def listing_options(command: _F) -> _F:
    """Give a command ``--list-files`` and ``--force-exclude``: parameters `list_files`, `force_exclude`."""
    listed = click.option(
        "--list-files",
        is_flag=True,
        help="Check nothing; list the files that would be checked, and on standard error which would not, and why.",
    )
    force = click.option(
        "--force-exclude",
        is_flag=True,
        help="Leave out what the configuration excludes also where it is named itself, as hooks name files.",
    )
    return listed(force(command))


def exclusion(*, force: bool) -> Exclusion:
    """What the configuration leaves out; `force` says that this goes for files that are named, too."""
    from corpus_tools.corpus.discovery import Exclusion

    config = configuration()
    return Exclusion(config.corpus.exclude, config.directory, of_named=force)


def own_layers(layer_files: Iterable[str]) -> dict[str, str]:
    """The layer files of a run, with what they are; they may lie beside the documents."""
    config = configuration()
    return dict.fromkeys([*map(config.located, config.corpus.layers), *layer_files], "a layer file")


def spared(sources: Iterable[Input], own: Iterable[Mapping[str, str]], tell: Tell | None) -> Iterator[Input]:
    """`sources` without the run's own files, which may lie among the documents; `own` says what these are."""
    reasons = {os.path.realpath(file): reason for files in own for file, reason in files.items()}
    names = {os.path.basename(path) for path in reasons}
    for source in sources:
        reason = reasons.get(os.path.realpath(source.path)) if os.path.basename(source.path) in names else None
        if reason is None:
            yield source
        elif tell is not None:
            tell(source.path, reason)


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
            UsageError: there is no such form of a list.
        """
        if form not in _FORMS:
            raise UsageError(f"--list-files: there is no list as {form}; --format {' or '.join(_FORMS)}")
        names = [source.path for source in sources]
        passed = sorted(self._passed)
        if form == "json":
            _emit(names, passed)
            return
        say("".join(f"{visible(name)}\n" for name in names))
        if level() >= 0:
            say("".join(f"{visible(path)}: not checked: {reason}\n" for path, reason in passed), err=True)


def _emit(names: Sequence[str], passed: Sequence[tuple[str, str]]) -> None:
    import msgspec

    from corpus_tools.reporters.base import encodable

    content = {
        "files": [encodable(name) for name in names],
        "not_checked": [{"file": encodable(path), "reason": reason} for path, reason in passed],
    }
    emit(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
