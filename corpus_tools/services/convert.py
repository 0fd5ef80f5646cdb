"""``convert``: documents of one format into documents of another.

Where each output goes is decided, and every clash refused, before the first one is written.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.writing import write_atomically
from corpus_tools.errors import CorpusToolsError, UsageError
from corpus_tools.findings import Finding, Location
from corpus_tools.formats import FORMATS, load_format
from corpus_tools.formats.base import WriteOptions
from corpus_tools.kinds import KINDS
from corpus_tools.services.load import Loader

STDOUT = "-"


class Task(NamedTuple):
    """One document to convert: where it comes from, and the file to write (``-``: standard output)."""

    source: Input
    target: str


class Converted(NamedTuple):
    """What came of one document.

    Attributes:
        task: the task.
        findings: what was found; with an error among them nothing was written.
        data: the bytes in the new format; None if there are none.
        changed: whether a file was written; False if it held these bytes already.
    """

    task: Task
    findings: list[Finding]
    data: bytes | None = None
    changed: bool = False


def plan(sources: Sequence[Input], to: str, output: str | None, *, single: bool, name: str = "article") -> list[Task]:
    """Decide where each output goes.

    Args:
        sources: the inputs.
        to: name of the format to write.
        output: file or directory to write to, ``-`` for standard output; None if the user gave none.
        single: whether the user named one document, and no directory.
        name: the name of a file made from standard input.

    Raises:
        UsageError: an output is missing, two inputs have the same output, or an output is an input.
    """
    if output in (None, STDOUT):
        if not single:
            raise UsageError("several documents need a directory to go to: -o DIRECTORY")
        return [Task(sources[0], STDOUT)]
    assert output is not None
    if single and not (output.endswith("/") or os.path.isdir(output)):
        tasks = [Task(sources[0], output)]
    elif os.path.lexists(output) and not os.path.isdir(output):
        raise UsageError(f"not a directory: {output}")
    else:
        suffix = FORMATS[to].suffixes[0]
        tasks = [Task(source, os.path.join(output, _stem(source, name) + suffix)) for source in sources]
    _refuse_same_output(tasks)
    _refuse_input_as_output(tasks)
    return tasks


def convert(
    tasks: Iterable[Task], loader: Loader, to: str, options: WriteOptions, *, force: bool
) -> Iterator[Converted]:
    """Do each task and tell what came of it; `force` replaces files with other content."""
    writer = load_format(to)
    made: set[str] = set()
    for task in tasks:
        loaded = loader.load(task.source)
        if loaded.article is None:
            yield Converted(task, loaded.findings)
            continue
        written = writer.write(loaded.article, options)
        findings = loaded.findings + [_loss(task, loss) for loss in written.losses]
        if task.target == STDOUT:
            yield Converted(task, findings, written.data)
            continue
        try:
            changed = _store(task.target, written.data, made, force=force)
        except _OutputExistsError:
            findings.append(_not_written(task, "output-exists", "it exists with other content; --force replaces it"))
            yield Converted(task, findings)
        except OSError as error:
            findings.append(_not_written(task, "unwritable-file", error.strerror or str(error)))
            yield Converted(task, findings)
        else:
            yield Converted(task, findings, written.data, changed)


def _stem(source: Input, name: str) -> str:
    return name if source.path == STDIN else os.path.splitext(source.relative)[0]


def _refuse_same_output(tasks: list[Task]) -> None:
    taken: dict[str, Task] = {}
    for task in tasks:
        key = unicodedata.normalize("NFC", task.target).casefold()
        other = taken.setdefault(key, task)
        if other is task:
            continue
        if other.target == task.target or _ignores_case(os.path.dirname(task.target)):
            both = f"{other.source.path} and {task.source.path}"
            raise UsageError(f"two inputs for one output: {both} would both be written to {task.target}")


def _ignores_case(directory: str) -> bool:
    """Whether the file system at `directory`, or the nearest directory above that exists, takes a and A for one."""
    place = os.path.abspath(directory)
    while not os.path.exists(place):
        place = os.path.dirname(place)
    other = place.swapcase()
    return other != place and os.path.exists(other) and os.path.samefile(place, other)


def _refuse_input_as_output(tasks: list[Task]) -> None:
    existing = [(task, status) for task in tasks if (status := _identity(task.target))]
    if not existing:
        return
    inputs = {status for task in tasks if task.source.path != STDIN and (status := _identity(task.source.path))}
    for task, status in existing:
        if status in inputs:
            raise UsageError(f"an input would be written over: {task.target} (fmt rewrites files in place)")


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _store(target: str, data: bytes, made: set[str], *, force: bool) -> bool:
    """Write `data` to `target` unless it is there already; whether it was written."""
    directory = os.path.dirname(target)
    if directory and directory not in made:
        os.makedirs(directory, exist_ok=True)
        made.add(directory)
    if os.path.isfile(target):
        with open(target, "rb") as stream:
            if stream.read() == data:
                return False
        if not force:
            raise _OutputExistsError
    write_atomically(target, data)
    return True


class _OutputExistsError(CorpusToolsError):
    """A file with other content stands where an output is to go."""


def _not_written(task: Task, slug: str, reason: str) -> Finding:
    return Finding(KINDS[slug], f"{task.target} is not written: {reason}", Location(task.source.path))


def _loss(task: Task, loss: str) -> Finding:
    return Finding(KINDS["loss"], loss, Location(task.source.path))
