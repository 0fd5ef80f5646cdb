"""A store of results that can be lost at any time: an SQLite file that several runs may use at once.

What it holds is never trusted: a result has a checksum that covers its key, and a file that is damaged is made anew.
One that cannot be opened, or is locked for long, is as good as an empty one; nothing here raises because of it.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Concatenate, Final, NamedTuple, ParamSpec, TypeVar

FILE: Final = "results-1.sqlite"
"""Name of the file; its number changes with the tables."""

KEPT_DAYS: Final = 30
"""After how many days without use a result is removed."""

_TOUCHED_DAYS = 7  # a use is noted at most so often, as noting costs more than looking up
_PATIENCE = 5.0  # seconds to wait for another run to finish writing
_DAY = 86_400
_TABLES = """
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, sum INTEGER, used INTEGER, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path BLOB PRIMARY KEY, sum INTEGER, stamp BLOB, key BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pruned (day INTEGER);
"""
_BY_KEY = "SELECT sum, used, value FROM results WHERE key = ?"
_BY_FILE = (
    "SELECT f.sum, f.key, r.sum, r.used, r.value FROM files f JOIN results r ON r.key = f.key "
    "WHERE f.path = ? AND f.stamp = ?"
)
_MAKES_ANEW = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
_PASSES = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Contents(NamedTuple):
    """What a cache holds.

    Attributes:
        file: its file.
        size: bytes of it.
        results: how many results it holds.
        files: how many files it knows.
        fault: why the last two are not known; empty if they are.
    """

    file: str
    size: int
    results: int
    files: int
    fault: str = ""


def _harmless(method: Callable[Concatenate[Cache, _P], _T]) -> Callable[Concatenate[Cache, _P], _T | None]:
    """Make a method give None when the cache is lost, or fails."""

    def guarded(self: Cache, /, *args: _P.args, **kwargs: _P.kwargs) -> _T | None:
        if self.is_lost:
            return None
        try:
            return method(self, *args, **kwargs)
        except (sqlite3.Error, OSError) as error:
            self.fail(error)
            return None

    guarded.__doc__ = method.__doc__
    return guarded


class Cache:
    """Results by key, and keys by what tells that a file is unchanged.

    Keys, paths and stamps are short byte strings that the caller makes; results are byte strings.

    Attributes:
        file: path of its file.
        fault: why it is of no use any more; empty as long as it is.
    """

    def __init__(self, directory: str) -> None:
        """A cache in `directory`, which is made when something is first looked up or stored."""
        self.file = os.path.join(directory, FILE)
        self.fault = ""
        self._connection: sqlite3.Connection | None = None
        self._was_made_anew = False
        self._stale: list[bytes] = []
        self._today = int(time.time()) // _DAY

    @property
    def is_lost(self) -> bool:
        """Whether it has failed in a way that makes it useless."""
        return self.fault != ""

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A block in which much is looked up: all of it sees one state, and costs less."""
        self._execute("BEGIN")
        try:
            yield
        finally:
            if self._connection is not None and self._connection.in_transaction:
                self._execute("COMMIT")

    @_harmless
    def result(self, key: bytes) -> bytes | None:
        """What is stored under `key`, if it is whole."""
        row = self._open().execute(_BY_KEY, (key,)).fetchone()
        return None if row is None else self._checked(key, *row)

    @_harmless
    def result_of_file(self, path: bytes, stamp: bytes) -> bytes | None:
        """What is stored for the file known by `path`, if its stamp is still the same."""
        row = self._open().execute(_BY_FILE, (path, stamp)).fetchone()
        if row is None or row[0] != zlib.crc32(path + stamp + row[1]):
            return None
        return self._checked(*row[1:])

    @_harmless
    def store(self, results: Mapping[bytes, bytes], files: Mapping[bytes, tuple[bytes, bytes]]) -> None:
        """Store results by key, and for paths of files their stamp and key; all of it or nothing."""
        used, self._stale = self._stale, []
        if not (results or files or used):
            return
        connection = self._open()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)",
            [(key, zlib.crc32(key + value), self._today, value) for key, value in sorted(results.items())],
        )
        connection.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            [(path, zlib.crc32(path + stamp + key), stamp, key) for path, (stamp, key) in sorted(files.items())],
        )
        connection.executemany("UPDATE results SET used = ? WHERE key = ?", [(self._today, key) for key in used])
        connection.execute("COMMIT")

    @_harmless
    def prune(self) -> None:
        """Remove what has not been used for long; done once a day at most."""
        connection = self._open()
        if connection.execute("SELECT 1 FROM pruned WHERE day >= ?", (self._today,)).fetchone():
            return
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM results WHERE used < ?", (self._today - KEPT_DAYS,))
        connection.execute("DELETE FROM files WHERE key NOT IN (SELECT key FROM results)")
        connection.execute("DELETE FROM pruned")
        connection.execute("INSERT INTO pruned VALUES (?)", (self._today,))
        connection.execute("COMMIT")

    def contents(self) -> Contents:
        """What the cache holds; asking neither makes nor changes it, and needs no right to."""
        self.close()
        size = sum(os.path.getsize(name) for name in self._names() if os.path.exists(name))
        if not os.path.exists(self.file):
            return Contents(self.file, size, 0, 0)
        try:
            return Contents(self.file, size, *self._counts())
        except sqlite3.Error as error:
            return Contents(self.file, size, 0, 0, str(error))

    def clear(self) -> None:
        """Remove the cache; a run that uses it goes on with what it holds open.

        Raises:
            OSError: its files cannot be removed.
        """
        self.close()
        for name in self._names():
            with suppress(FileNotFoundError):
                os.unlink(name)

    def close(self) -> None:
        """Close the file; it is opened again when needed, which a new process has to do for itself."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            os.makedirs(os.path.dirname(self.file), exist_ok=True)
            connection = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.executescript(_TABLES)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    @_harmless
    def _execute(self, statement: str) -> None:
        self._open().execute(statement)

    def _counts(self) -> tuple[int, int]:
        """How many results and files there are; of a file that no other run uses, without making files beside it."""
        mode = "mode=ro" if os.path.exists(f"{self.file}-wal") else "immutable=1"
        address = f"{Path(self.file).absolute().as_uri()}?{mode}"
        query = "SELECT (SELECT count(*) FROM results), (SELECT count(*) FROM files)"
        with closing(sqlite3.connect(address, timeout=_PATIENCE, uri=True)) as connection:
            results, files = connection.execute(query).fetchone()
        return results, files

    def _checked(self, key: bytes, checksum: int, used: int, value: bytes) -> bytes | None:
        """The value of a row, if its checksum is right."""
        if type(value) is not bytes or checksum != zlib.crc32(key + value):
            return None
        if type(used) is int and used < self._today - _TOUCHED_DAYS:
            self._stale.append(key)
        return value

    def fail(self, error: sqlite3.Error | OSError) -> None:
        """Go on after an error: wait for the next turn, begin with a new file, or do without a cache."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if self._connection is not None and self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
        if code in _PASSES:
            return
        self.close()
        if code not in _MAKES_ANEW or self._was_made_anew:
            self.fault = _reason(error)
            return
        self._was_made_anew = True
        try:
            self.clear()
        except OSError as failure:
            self.fault = _reason(failure)

    def _names(self) -> list[str]:
        return [self.file, f"{self.file}-wal", f"{self.file}-shm"]


def _reason(error: sqlite3.Error | OSError) -> str:
    """Why something failed, in a few words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
