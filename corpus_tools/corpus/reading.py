"""Reading the bytes of one document, and nothing that is not a plain file."""

from __future__ import annotations

import os
import stat
import sys

from corpus_tools.errors import CorpusToolsError

MAX_BYTES = 256 * 1024 * 1024
"""The largest document that is read; the size rules of an article end far below."""


class UnreadableError(CorpusToolsError):
    """The bytes of a document cannot be had; the message says why, in the words of the system."""


class TooLargeError(UnreadableError):
    """The document is larger than `MAX_BYTES`."""

    def __init__(self) -> None:
        super().__init__(f"larger than {MAX_BYTES // 1024 // 1024} MiB")


def read_file(path: str) -> bytes:
    """The content of the file `path`.

    Raises:
        UnreadableError: there is no such file, it may not be read, or it is a directory, a pipe or a device.
        TooLargeError: it holds more than `MAX_BYTES`.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("a directory" if stat.S_ISDIR(status.st_mode) else "not a regular file")
        if status.st_size > MAX_BYTES:
            raise TooLargeError
        data = os.read(descriptor, status.st_size + 1)
        return data if len(data) == status.st_size else data + _rest(descriptor, len(data))
    except OSError as error:
        raise UnreadableError(_reason(error)) from error
    finally:
        os.close(descriptor)


def read_stdin() -> bytes:
    """All of standard input.

    Raises:
        UnreadableError: it is closed.
        TooLargeError: it holds more than `MAX_BYTES`.
    """
    if sys.stdin is None:
        raise UnreadableError("standard input is closed")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from error
    if len(data) > MAX_BYTES:
        raise TooLargeError
    return data


def _rest(descriptor: int, already: int) -> bytes:
    """What follows the `already` bytes read: a file may grow, and one call may read less than it was asked for."""
    chunks = []
    while chunk := os.read(descriptor, 1 << 20):
        chunks.append(chunk)
        already += len(chunk)
        if already > MAX_BYTES:
            raise TooLargeError
    return b"".join(chunks)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
