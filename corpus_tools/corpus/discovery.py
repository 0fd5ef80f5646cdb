"""Which documents the inputs of a command mean.

An input is a file, a directory, a glob, or ``-``. Directories are scanned in the order of names, without what
is hidden; links to directories are not followed, so a scan always ends. Paths stay strings: this code runs
once for every file of a corpus.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

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


def discover(arguments: Iterable[str], suffixes: tuple[str, ...], *, skip: str | None = None) -> Iterator[Input]:
    """Yield the documents that `arguments` mean, in the order of the arguments.

    Args:
        arguments: files, directories, globs, ``-``.
        suffixes: file name suffixes, in lower case, of the files that are taken from a directory.
        skip: a directory that is not scanned when it lies inside a scanned one, such as the output directory.

    Raises:
        UsageError: something does not exist, a directory or glob holds no document, or ``-`` stands twice;
            what does not exist is told before anything is yielded.
    """
    wanted = list(arguments)
    if wanted.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    paths = [found for argument in wanted for found in _expand(argument)]
    return _walk_all(paths, suffixes, os.path.realpath(skip) if skip else None)


def _expand(argument: str) -> list[tuple[str, str]]:
    """The paths that one argument means, each with the directory its output paths are relative to."""
    if argument == STDIN or os.path.lexists(argument):
        return [(argument, argument if os.path.isdir(argument) else os.path.dirname(argument))]
    if not glob.has_magic(argument):
        raise UsageError(f"no such file or directory: {argument}")
    root, pattern = _split_glob(argument)
    try:
        found = sorted(str(path) for path in Path(root or ".").glob(pattern))
    except (ValueError, NotImplementedError, IndexError) as error:
        raise UsageError(f"not a glob: {argument} ({error})") from error
    visible = [path for path in found if not _is_hidden(path, root)]
    if not visible:
        raise UsageError(f"nothing matches: {argument}")
    directories = [path for path in visible if os.path.isdir(path)]
    files = [path for path in visible if not os.path.isdir(path)]
    if "**" in argument and files:
        directories = []  # the files below them have matched by themselves
    return [(path, root) for path in sorted(files + _outermost(directories))]


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


def _walk_all(paths: list[tuple[str, str]], suffixes: tuple[str, ...], skip: str | None) -> Iterator[Input]:
    for path, root in paths:
        if path == STDIN:
            yield Input(STDIN, STDIN)
        elif os.path.isdir(path):
            empty = True
            for found, error in _scan(path, suffixes, skip):
                empty = False
                yield Input(found, found[len(root) :].lstrip("/"), error)
            if empty:
                raise UsageError(f"no {' '.join(suffixes)} files in {path}")
        else:
            yield Input(path, path[len(root) :].lstrip("/"))


def _scan(top: str, suffixes: tuple[str, ...], skip: str | None) -> Iterator[tuple[str, str]]:
    """Yield the path of each document below the directory `top`, and why it cannot be scanned if it cannot."""
    pending: list[tuple[str, bool]] = [(top, True)]
    while pending:
        path, is_directory = pending.pop()
        if not is_directory:
            yield path, ""
            continue
        try:
            pending.extend(_children(path, suffixes, skip))
        except OSError as error:
            yield path, error.strerror or str(error)


def _children(directory: str, suffixes: tuple[str, ...], skip: str | None) -> list[tuple[str, bool]]:
    """Directories and documents directly in `directory`, each with whether it is one, last name first."""
    found: list[tuple[str, bool]] = []
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if skip is None or os.path.realpath(entry.path) != skip:
                    found.append((entry.path, True))
            elif entry.name.lower().endswith(suffixes) and not (entry.is_symlink() and os.path.isdir(entry.path)):
                found.append((entry.path, False))
    found.sort(reverse=True)
    return found
