"""The documents of a run of ``validate``: what the user names, or the configuration, without what is left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.kept import all_options
from corpus_tools.cli.options import configuration, scanned_suffixes
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.corpus.discovery import Exclusion, Input, Tell

force_exclude_option = click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the configuration excludes also where it is named itself, as hooks name files.",
)
documents_options = all_options(click.argument("inputs", metavar="[INPUT...]", nargs=-1), force_exclude_option)
"""The documents of a command and ``--force-exclude``: parameters `inputs`, `force_exclude`."""


class Documents:
    """What a run is to check.

    Attributes:
        names: files, directories, globs and ``-``, as the user would name them here.
        are_all: whether they are all documents of the configuration, the whole corpus.
    """

    def __init__(self, inputs: tuple[str, ...], *, force_exclude: bool) -> None:
        """Take the inputs that are named, else the documents of the configuration.

        Raises:
            UsageError: neither are there.
        """
        config = configuration()
        self.are_all = not inputs
        self._force_exclude = force_exclude
        self.names = inputs or tuple(map(config.located_glob, config.corpus.documents))
        if not self.names:
            reason = "no document is named; name at least one INPUT, or documents in the configuration"
            raise config.error(("documents",), reason) if config.file else UsageError(reason)

    def sources(self, own: Mapping[str, str], tell: Tell | None = None) -> Iterator[Input]:
        """The documents, each file once.

        Args:
            own: files of the run itself, with what they are; they may lie among the documents.
            tell: is told what is passed over, and why.

        Raises:
            UsageError: what is named does not exist, or nothing of it is left to check.
        """
        from corpus_tools.corpus.discovery import discover, once

        exclusion = excluded(force_exclude=self._force_exclude)
        found = discover(self.names, scanned_suffixes(), exclusion=exclusion, tell=tell, fault=self._fault)
        if len(self.names) > 1:
            found = once(found, tell)
        return _spared(found, own, tell, may_be_empty=self._force_exclude)

    def _fault(self, number: int, reason: str) -> UsageError:
        """The error that one of the names is wrong, with its place if it stands in the configuration."""
        return configuration().error(("documents", number), reason) if self.are_all else UsageError(reason)


def excluded(*, force_exclude: bool) -> Exclusion:
    """What the configuration leaves out of a scan, and with `force_exclude` of what is named itself, too."""
    from corpus_tools.corpus.discovery import Exclusion

    config = configuration()
    return Exclusion(config.corpus.exclude, config.directory, of_named=force_exclude)


def _spared(
    sources: Iterable[Input], own: Mapping[str, str], tell: Tell | None, *, may_be_empty: bool
) -> Iterator[Input]:
    """`sources` without the run's own files.

    Raises:
        UsageError: there is nothing else, and there should be.
    """
    reasons = {os.path.realpath(file): reason for file, reason in own.items()}
    names = {os.path.basename(path) for path in reasons}
    kept = passed = 0
    for source in sources:
        reason = reasons.get(os.path.realpath(source.path)) if os.path.basename(source.path) in names else None
        if reason is None:
            kept += 1
            yield source
            continue
        passed += 1
        if tell is not None:
            tell(source.path, reason)
    if passed and not kept and not may_be_empty:
        raise UsageError("no document is left to check: all that is named are files of the run itself")
