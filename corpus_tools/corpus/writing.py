"""Writing one document: whole or not at all.

The bytes go to a temporary file in the same directory, which then takes the place of the old one in one step.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from itertools import count

_numbers = count()


def write_atomically(path: str, data: bytes) -> None:
    """Make the file `path` hold `data`; a file that was there keeps its permissions.

    What exists and is no regular file, such as a terminal, is written to as it is.

    Raises:
        OSError: the file cannot be written; what stood there before still does.
    """
    status = _status(path)
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(path, "wb", buffering=0) as stream:
            stream.write(data)
        return
    directory = os.path.dirname(path)
    temporary = os.path.join(directory, f".corpus-tools-{os.getpid()}-{next(_numbers)}")
    try:
        _write_new(temporary, data, None if status is None else stat.S_IMODE(status.st_mode))
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _write_new(path: str, data: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        if mode is not None:
            os.fchmod(descriptor, mode)
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
    finally:
        os.close(descriptor)
