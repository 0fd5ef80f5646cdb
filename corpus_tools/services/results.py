"""Outcomes of documents in a cache: by their content, or by what tells that a file has not changed.

The key of an outcome is made of the environment, the name of the file without its folders, which tells its format and
makes ids, and the content. A file is known by its path and environment, and is the same while its size, times and
number in the file system are.
"""

from __future__ import annotations

import hashlib
import os
import struct
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final

import msgspec

from corpus_tools.corpus.cache import Cache
from corpus_tools.corpus.discovery import working_directory
from corpus_tools.services.outcomes import Outcome

_UNSETTLED: Final = 2_000_000_000
"""Nanoseconds within which a file may change again and keep its times, where clocks of file systems are coarse."""

_stamp = struct.Struct("<4Q").pack
_64_BITS = (1 << 64) - 1
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Outcome).decode


@dataclass(frozen=True, slots=True)
class CacheOptions:
    """Which cache is used, and how.

    Attributes:
        directory: where it lies.
        environment: what outcomes depend on beside the document (see `corpus_tools.services.environment`).
        trusts_times: whether a file with the size and times of before is taken for the same without reading it.
    """

    directory: str
    environment: bytes
    trusts_times: bool = False


class Results:
    """The outcomes in a cache; what is asked for and not there is to be given by `keep`."""

    def __init__(self, options: CacheOptions) -> None:
        """Use the cache that `options` name; it is not opened yet."""
        self._cache = Cache(options.directory)
        self._environment = options.environment
        self._trusts_times = options.trusts_times
        self._directory = os.fsencode(working_directory())
        self._new: dict[bytes, bytes] = {}
        self._files: dict[bytes, tuple[bytes, bytes]] = {}
        self._key = b""
        self._path = b""
        self._known_by = b""

    @property
    def fault(self) -> str:
        """Why the cache is of no use any more; empty as long as it is."""
        return self._cache.fault

    def reading(self) -> AbstractContextManager[None]:
        """A block in which many outcomes are asked for."""
        return self._cache.reading()

    def of_file(self, path: str) -> Outcome | None:
        """The outcome of a file that has not been changed since it was kept; None if times are not trusted."""
        if not self._trusts_times:
            return None
        self._known_by = b""
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return None
        self._path = self._digest(os.path.join(self._directory, os.fsencode(path)))[:16]
        numbers = status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
        stamp = _stamp(*[number & _64_BITS for number in numbers])
        found = self._decoded(self._cache.result_of_file(self._path, stamp))
        if found is None and max(numbers[:2]) + _UNSETTLED < time.time_ns():
            self._known_by = stamp
        return found

    def of_content(self, path: str, data: bytes) -> Outcome | None:
        """The outcome of a document with this content; asked of a file, right after `of_file`."""
        self._key = self._digest(os.fsencode(os.path.basename(path)), data)
        found = self._decoded(self._cache.result(self._key))
        if found is not None:
            self._keep_file()
        return found

    def keep(self, outcome: Outcome) -> None:
        """Keep the outcome of the document that was asked for last, once `store` is called."""
        self._new[self._key] = _encode(outcome)
        self._keep_file()

    def store(self) -> None:
        """Store what was kept."""
        self._cache.store(self._new, self._files)
        self._new, self._files = {}, {}

    def prune(self) -> None:
        """Remove what has not been used for long."""
        self._cache.prune()

    def close(self) -> None:
        """Close the cache; it is opened again when it is used."""
        self._cache.close()

    def _keep_file(self) -> None:
        if self._known_by:
            self._files[self._path] = self._known_by, self._key

    def _digest(self, name: bytes, data: bytes = b"") -> bytes:
        made = hashlib.sha256(self._environment + name + b"\0")
        made.update(data)
        return made.digest()

    def _decoded(self, value: bytes | None) -> Outcome | None:
        try:
            return None if value is None else _decode(value)
        except msgspec.MsgspecError:  # its checksum is right, and yet it is none
            return None
