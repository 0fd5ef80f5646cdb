"""``convert``: documents of one format into documents of others.

Where each output goes is decided, and every clash refused, before the first one is written. A document that is
written in several formats is read once.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.writing import write_atomically
from corpus_tools.errors import CorpusToolsError, UsageError
from corpus_tools.findings import Finding, Location
from corpus_tools.formats import FORMATS, SUFFIXES, load_format
from corpus_tools.formats.base import WriteOptions
from corpus_tools.kinds import KINDS
from corpus_tools.services.load import Loader

STDOUT = "-"


class Task(NamedTuple):
    """One output to make: where the document comes from, the format, and the file to write (``-``: standard output)."""

    source: Input
    form: str
    target: str


class Converted(NamedTuple):
    """What came of one task.

    Attributes:
        task: the task.
        findings: what was found, what the reader found with the first task of a document only; with an error
            among them nothing was written.
        data: the bytes in the new format; None if there are none.
        changed: whether a file was written; False if it held these bytes already.
    """

    task: Task
    findings: list[Finding]
    data: bytes | None = None
    changed: bool = False


def plan(
    sources: Sequence[Input], forms: Sequence[str], output: str | None, *, single: bool, name: str = "article"
) -> list[Task]:
    """Decide where each output goes; the tasks of one document follow each other.

    Args:
        sources: the inputs.
        forms: names of the formats to write, each once.
        output: file or directory to write to, ``-`` for standard output; None if the user gave none.
        single: whether the user named one document, and no directory.
        name: the name of a file made from standard input.

    Raises:
        UsageError: an output is missing, two inputs have the same output, or an output is an input.
    """
    several = "" if single and len(forms) == 1 else "several formats" if single else "several documents"
    if output in (None, STDOUT):
        if several:
            raise UsageError(f"{several} need a directory to go to: -o DIRECTORY")
        return [Task(sources[0], forms[0], STDOUT)]
    assert output is not None
    is_directory = output.endswith("/") or os.path.isdir(output)
    if not (several or is_directory):
        tasks = [Task(sources[0], forms[0], output)]
    elif not is_directory and (os.path.lexists(output) or (len(forms) > 1 and _names_file(output))):
        raise UsageError(f"not a directory: {output}")
    else:
        suffixes = [(form, FORMATS[form].suffixes[0]) for form in forms]
        tasks = [
            Task(source, form, os.path.join(output, _stem(source, name) + suffix))
            for source in sources
            for form, suffix in suffixes
        ]
    _refuse_same_output(tasks)
    _refuse_input_as_output(tasks)
    return tasks


def convert(tasks: Iterable[Task], loader: Loader, options: WriteOptions, *, force: bool) -> Iterator[Converted]:
    """Do each task and tell what came of it; `force` replaces files with other content."""
    made: set[str] = set()
    for source, of_source in groupby(tasks, attrgetter("source")):
        loaded = loader.load(source)
        findings = loaded.findings
        for task in of_source:
            if loaded.article is None:
                yield Converted(task, findings)
            else:
                written = load_format(task.form).write(loaded.article, options)
                found = [*findings, *(_loss(task, loss) for loss in written.losses)]
                yield _stored(Converted(task, found, written.data), made, force=force)
            findings = []


def _stored(converted: Converted, made: set[str], *, force: bool) -> Converted:
    """Write what was made to its file, if it has one; without data if that cannot be."""
    task, findings, data, _ = converted
    if task.target == STDOUT or data is None:
        return converted
    try:
        return converted._replace(changed=_store(task.target, data, made, force=force))
    except _OutputExistsError:
        reason = _not_written(task, "output-exists", "it exists with other content; --force replaces it")
    except OSError as error:
        reason = _not_written(task, "unwritable-file", error.strerror or str(error))
    return Converted(task, [*findings, reason])


def _names_file(output: str) -> bool:
    """Whether a path ends as files of a format do."""
    return os.path.splitext(output)[1].lower() in SUFFIXES


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
