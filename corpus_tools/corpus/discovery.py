"""Which documents the inputs of a command mean.

An input is a file, a directory, a glob, or ``-``. Directories are scanned in the order of names, without what
is hidden; links to directories are not followed, so a scan always ends. Paths stay strings: this code runs
once for every file of a corpus.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from corpus_tools.corpus.globs import Globs
from corpus_tools.errors import UsageError

STDIN = "-"


class Input(NamedTuple):
    """One document to read.

    Attributes:
        path: where it lies, as the user would write it; ``-`` for standard input.
        relative: its path below the directory that was given; the file's name for a file that was given.
        error: why it cannot be read, if the scan met it already.
    """

    path: str
    relative: str
    error: str = ""


def working_directory() -> str:
    """The directory that relative paths start from; empty if it has been removed."""
    try:
        return os.getcwd()
    except FileNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Globs of what is left out of a scan.

    Attributes:
        globs: the globs.
        directory: what they are relative to; empty is the working directory.
        of_named: whether they hold for files that are named themselves, too.
    """

    globs: tuple[str, ...] = ()
    directory: str = ""
    of_named: bool = False

    def prefix(self, directory: str) -> str:
        """What stands before the names of files in `directory` when they are matched."""
        if not self.globs:
            return ""
        path = os.path.relpath(directory or os.curdir, self.directory or os.curdir).replace(os.sep, "/")
        return "" if path == os.curdir else f"{path}/"

    def glob(self, path: str) -> str | None:
        """The first glob that leaves out a path, which begins with its `prefix`."""
        return next((glob for glob in self.globs if Globs([glob]).match(path)), None)


Tell = Callable[[str, str], None]
"""Is told the path of what is passed over, and why."""

Fault = Callable[[int, str], UsageError]
"""Makes the error that an argument, by its number from 0, cannot be followed, and why."""


def discover(
    arguments: Iterable[str],
    suffixes: tuple[str, ...],
    *,
    skip: str | None = None,
    exclusion: Exclusion | None = None,
    tell: Tell | None = None,
    may_be_empty: bool = False,
    fault: Fault | None = None,
) -> Iterator[Input]:
    """Yield the documents that `arguments` mean, in the order of the arguments.

    Args:
        arguments: files, directories, globs, ``-``.
        suffixes: file name suffixes, in lower case, of the files that are taken from a directory.
        skip: a directory that is not scanned when it lies inside a scanned one, such as the output directory.
        exclusion: what else is left out.
        tell: is told what is passed over in directories that are scanned, and what is excluded.
        may_be_empty: whether an argument may mean no document; one of which all is excluded may not, unless the
            exclusion is of what is named as well.
        fault: makes the errors; a plain `UsageError` if absent.

    Raises:
        UsageError: something does not exist, an argument means no document and may not be empty, or ``-`` stands
            twice; what does not exist is told before anything is yielded.
    """
    wanted = list(arguments)
    fault = fault or _fault
    if wanted.count(STDIN) > 1:
        raise fault(len(wanted) - 1 - wanted[::-1].index(STDIN), "standard input (-) can be read only once")
    meant = [_expand(argument, partial(fault, number)) for number, argument in enumerate(wanted)]
    scan = _Scan(suffixes, os.path.realpath(skip) if skip else None, exclusion or Exclusion(), tell or _ignore)
    return _walk_all(wanted, meant, scan, None if may_be_empty else fault)


def _fault(_number: int, reason: str) -> UsageError:
    return UsageError(reason)


def once(sources: Iterable[Input], tell: Tell | None = None) -> Iterator[Input]:
    """`sources`, each file once, however many arguments mean it and however they name it."""
    known: set[str] = set()
    for source in sources:
        path = os.path.realpath(source.path)
        if path not in known:
            known.add(path)
            yield source
        elif tell is not None:
            tell(source.path, "it is named already")


def _ignore(_path: str, _reason: str) -> None:
    """Tell nobody."""


class _Meant(NamedTuple):
    """A path that an argument means, the directory that its output is relative to, and whether it is named itself."""

    path: str
    root: str
    is_named: bool


def _expand(argument: str, fault: Callable[[str], UsageError]) -> list[_Meant]:
    """The paths that one argument means."""
    if argument == STDIN or os.path.lexists(argument):
        return [_Meant(argument, argument if os.path.isdir(argument) else os.path.dirname(argument), is_named=True)]
    if not glob.has_magic(argument):
        raise fault(f"no such file or directory: {argument}")
    root, pattern = _split_glob(argument)
    try:
        found = sorted(str(path) for path in Path(root or ".").glob(pattern))
    except (ValueError, NotImplementedError, IndexError) as error:
        raise fault(f"not a glob: {argument} ({error})") from error
    visible = [path for path in found if not _is_hidden(path, root)]
    if not visible:
        raise fault(f"nothing matches: {argument}")
    directories = [path for path in visible if os.path.isdir(path)]
    files = [path for path in visible if not os.path.isdir(path)]
    if "**" in argument and files:
        directories = []  # the files below them have matched by themselves
    return [_Meant(path, root, is_named=False) for path in sorted(files + _outermost(directories))]


def _split_glob(argument: str) -> tuple[str, str]:
    """Split a glob into the directory before its first special character, and the rest."""
    parts = argument.split("/")
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = "/".join(parts[:fixed])
    return root or ("/" if argument.startswith("/") else ""), "/".join(parts[fixed:])


def _is_hidden(path: str, root: str) -> bool:
    return any(part.startswith(".") and part != ".." for part in path[len(root) :].split("/"))


def _outermost(directories: list[str]) -> list[str]:
    """`directories`, sorted, without those that lie inside another of them."""
    kept: list[str] = []
    for directory in directories:
        if not kept or not directory.startswith(f"{kept[-1]}/"):
            kept.append(directory)
    return kept


def _walk_all(arguments: list[str], meant: list[list[_Meant]], scan: _Scan, fault: Fault | None) -> Iterator[Input]:
    """What all arguments mean; one that means nothing is a fault, if `fault` is there to tell it."""
    for number, paths in enumerate(meant):
        excluded, is_empty = scan.excluded, True
        for source in _walk(paths, scan):
            is_empty = False
            yield source
        if fault is not None and is_empty and not (scan.excludes_named and scan.excluded > excluded):
            but = " but what the configuration excludes" if scan.excluded > excluded else ""
            raise fault(number, f"no {' '.join(scan.suffixes)} files in {arguments[number]}{but}")


def _walk(paths: list[_Meant], scan: _Scan) -> Iterator[Input]:
    for path, root, is_named in paths:
        if path == STDIN:
            yield Input(STDIN, STDIN)
        elif os.path.isdir(path):
            for found, error in scan.below(path):
                yield Input(found, found[len(root) :].lstrip("/"), error)
        elif not scan.leaves_out(path, is_named=is_named):
            yield Input(path, path[len(root) :].lstrip("/"))


class _Scan:
    """Looks for documents in directories.

    Attributes:
        suffixes: those of documents.
        excluded: how many files and directories have been excluded so far.
        excludes_named: whether files that are named themselves can be excluded.
    """

    def __init__(self, suffixes: tuple[str, ...], skip: str | None, exclusion: Exclusion, tell: Tell) -> None:
        self.suffixes = suffixes
        self._skip = skip
        self._exclusion = exclusion
        self._excluded = Globs(exclusion.globs).match if exclusion.globs else None
        self._tell = tell
        self.excluded = 0
        self.excludes_named = exclusion.of_named

    def leaves_out(self, path: str, *, is_named: bool) -> bool:
        """Whether a file that an argument names or matches is excluded."""
        if self._excluded is None or (is_named and not self.excludes_named):
            return False
        return self._excludes(self._exclusion.prefix(os.path.dirname(path)) + os.path.basename(path), path)

    def below(self, top: str) -> Iterator[tuple[str, str]]:
        """Yield the path of each document below a directory, and why it cannot be scanned if it cannot."""
        pending: list[tuple[str, bool]] = [(top, True)]
        while pending:
            path, is_directory = pending.pop()
            if not is_directory:
                yield path, ""
                continue
            try:
                pending.extend(self._children(path))
            except OSError as error:
                yield path, error.strerror or str(error)

    def _children(self, directory: str) -> list[tuple[str, bool]]:
        """Directories and documents directly in `directory`, each with whether it is one, last name first."""
        found: list[tuple[str, bool]] = []
        prefix = self._exclusion.prefix(directory)
        with os.scandir(directory) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    self._tell(entry.path, "hidden")
                elif entry.is_dir(follow_symlinks=False):
                    if self._skip is not None and os.path.realpath(entry.path) == self._skip:
                        self._tell(entry.path, "where the output goes")
                    elif not self._excludes(prefix + entry.name, entry.path):
                        found.append((entry.path, True))
                elif entry.is_symlink() and os.path.isdir(entry.path):
                    self._tell(entry.path, "a link to a directory")
                elif not entry.name.lower().endswith(self.suffixes):
                    self._tell(entry.path, f"its name ends in none of {' '.join(self.suffixes)}")
                elif not self._excludes(prefix + entry.name, entry.path):
                    found.append((entry.path, False))
        found.sort(reverse=True)
        return found

    def _excludes(self, name: str, path: str) -> bool:
        """Whether `path` is excluded, whose name the globs are to match."""
        if self._excluded is None or not self._excluded(name):
            return False
        self.excluded += 1
        self._tell(path, f"excluded by the configuration: {self._exclusion.glob(name)}")
        return True
