"""Where one document that a command makes goes: ``-o``, or standard output."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from corpus_tools.cli.kept import FILE_NAME
from corpus_tools.cli.output import emit, visible
from corpus_tools.errors import UsageError

_F = TypeVar("_F", bound=Callable[..., Any])


def result_option(what: str) -> Callable[[_F], _F]:
    """Give a command ``-o``, parameter `output`: where `what` goes."""
    return click.option(
        "-o",
        "--output",
        metavar="PATH",
        type=FILE_NAME,
        help=f"File for {what}; - is standard output, which is the default.",
    )


def put_document(data: bytes, output: str | None) -> None:
    """Write a document to the file `output`, whole or not at all, or to standard output.

    Raises:
        UsageError: the file cannot be written; that is never told by the exit code of a difference.
        click.ClickException: standard output cannot be written.
    """
    from corpus_tools.corpus.writing import write_atomically

    if output in (None, "-"):
        emit(data)
        return
    assert output is not None
    try:
        write_atomically(output, data)
    except OSError as error:
        raise UsageError(f"{visible(output)} cannot be written: {error.strerror}") from error


def refuse_input_as_output(output: str | None, *inputs: str) -> None:
    """Refuse an output that would write over an input.

    Raises:
        UsageError: it would.
    """
    if output is None or output == "-":
        return
    target = os.path.realpath(output)
    for name in inputs:
        if name != "-" and os.path.realpath(name) == target:
            raise UsageError(f"an input would be written over: {output}")
