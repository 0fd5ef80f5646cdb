"""The store of results: what it gives back is what was stored, or nothing, whatever has become of its file."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from corpus_tools.corpus import cache as module
from corpus_tools.corpus.cache import FILE, KEPT_DAYS, Cache, Contents

KEYS = [bytes([number]) * 32 for number in range(40)]
RESULTS = {key: b"value " + key * (1 + key[0]) for key in KEYS}
FILES = {key[:16]: (b"stamp" + key[:8], key) for key in KEYS}


@pytest.fixture
def filled(tmp_path: Path) -> Cache:
    """A cache that holds results of all keys, also by file."""
    made = Cache(str(tmp_path / "new/cache"))
    made.store(RESULTS, FILES)
    return made


def altered(cache: Cache, *statements: str) -> Cache:
    """The cache opened again after `statements` were run on its file."""
    cache.close()
    with sqlite3.connect(cache.file) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return Cache(str(Path(cache.file).parent))


def again(cache: Cache) -> Cache:
    cache.close()
    return Cache(str(Path(cache.file).parent))


def everything(cache: Cache) -> dict[bytes, bytes | None]:
    return {key: cache.result(key) for key in KEYS}


def test_what_is_stored_is_found_again_by_key_and_by_file(filled: Cache) -> None:
    for cache in (filled, again(filled)):
        with cache.reading():
            assert everything(cache) == RESULTS
            assert all(cache.result_of_file(path, stamp) == RESULTS[key] for path, (stamp, key) in FILES.items())


def test_what_is_not_stored_is_not_found(filled: Cache, tmp_path: Path) -> None:
    path, (stamp, _) = next(iter(FILES.items()))
    assert filled.result(b"other") is None
    assert filled.result_of_file(path, stamp + b"later") is None
    assert filled.result_of_file(b"other", stamp) is None
    assert everything(Cache(str(tmp_path / "empty"))) == dict.fromkeys(KEYS)


def test_a_result_that_is_stored_again_is_replaced(filled: Cache) -> None:
    filled.store({KEYS[0]: b"new"}, {})
    assert filled.result(KEYS[0]) == b"new"
    assert filled.result(KEYS[1]) == RESULTS[KEYS[1]]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE results SET value = CAST(value || x'00' AS BLOB)",
        "UPDATE results SET value = substr(value, 2)",
        "UPDATE results SET value = (SELECT value FROM results r WHERE r.key > results.key LIMIT 1)",
        "UPDATE results SET value = 7",
        "UPDATE results SET sum = sum + 1",
        "UPDATE results SET sum = NULL",
    ],
)
def test_a_result_that_is_not_whole_is_not_found(filled: Cache, change: str) -> None:
    cache = altered(filled, change)
    assert everything(cache) == dict.fromkeys(KEYS)
    cache.store(RESULTS, {})
    assert everything(cache) == RESULTS


def test_a_file_that_points_at_the_result_of_another_is_not_found(filled: Cache) -> None:
    other = "(SELECT key FROM results r WHERE r.key > files.key LIMIT 1)"
    cache = altered(filled, f"UPDATE files SET key = {other} WHERE {other} IS NOT NULL")
    assert [cache.result_of_file(path, stamp) for path, (stamp, _) in FILES.items()][:-1] == [None] * (len(FILES) - 1)
    assert everything(cache) == RESULTS


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_cache_is_made_anew(filled: Cache, content: bytes) -> None:
    filled.close()
    Path(filled.file).write_bytes(content)
    cache = again(filled)
    with cache.reading():
        assert everything(cache) == dict.fromkeys(KEYS)
    cache.store(RESULTS, FILES)
    assert everything(cache) == RESULTS


def test_tables_of_another_program_are_replaced(filled: Cache) -> None:
    cache = altered(filled, "DROP TABLE results", "CREATE TABLE results (name TEXT)")
    assert everything(cache) == dict.fromkeys(KEYS)
    cache.store(RESULTS, FILES)
    assert everything(again(cache)) == RESULTS


@pytest.mark.parametrize("seed", range(15))
def test_damage_never_gives_another_result_and_never_fails(filled: Cache, seed: int) -> None:
    filled.close()
    file = Path(filled.file)
    chance = random.Random(seed)
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 20, 400))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file.write_bytes(data[: chance.choice((len(data), chance.randrange(len(data))))])
    cache = again(filled)
    with cache.reading():
        for key, value in RESULTS.items():
            assert cache.result(key) in (value, None)
        for path, (stamp, key) in FILES.items():
            assert cache.result_of_file(path, stamp) in (RESULTS[key], None)
    cache.store(RESULTS, FILES)
    cache.prune()
    cache.close()


def test_a_cache_that_fails_again_and_again_is_given_up(filled: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BY_KEY", "SELECT nothing FROM nowhere WHERE key = ?")
    assert filled.result(KEYS[0]) is None
    assert not filled.is_lost
    assert filled.result(KEYS[0]) is None
    assert filled.is_lost
    filled.store(RESULTS, FILES)
    assert again(filled).contents().results == 0


def test_a_directory_that_cannot_be_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(str(tmp_path / "file/cache"))
    with cache.reading():
        assert cache.result(KEYS[0]) is None
    cache.store(RESULTS, FILES)
    cache.prune()
    assert cache.fault == "Not a directory"
    assert cache.contents() == Contents(cache.file, 0, 0, 0)


def test_a_damaged_file_that_cannot_be_removed_is_left_alone(filled: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.close()
    Path(filled.file).write_bytes(b"no database" * 100)
    monkeypatch.setattr(module.os, "unlink", _denied)
    assert filled.result(KEYS[0]) is None
    assert filled.is_lost


def _denied(_name: str) -> None:
    raise PermissionError


def test_a_run_that_writes_for_long_makes_others_go_without(filled: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    other = again(filled)
    blocking = sqlite3.connect(filled.file, isolation_level=None)
    blocking.execute("BEGIN IMMEDIATE")
    other.store({KEYS[0]: b"new"}, {})
    assert everything(other) == RESULTS
    blocking.execute("ROLLBACK")
    blocking.close()
    other.store({KEYS[0]: b"newer"}, {})
    assert other.result(KEYS[0]) == b"newer"


def test_runs_at_the_same_time_see_what_the_others_store(filled: Cache) -> None:
    other = Cache(str(Path(filled.file).parent))
    with filled.reading(), other.reading():
        assert everything(other) == everything(filled) == RESULTS
    with filled.reading():
        assert filled.result(b"other") is None
        other.store({b"other": b"one"}, {})
        assert filled.result(b"other") is None  # one state within the block
    assert filled.result(b"other") == b"one"


def test_what_is_not_used_for_long_is_removed_and_what_is_used_is_not(
    filled: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = filled._today
    for day in (10, 20, 30, 40):
        monkeypatch.setattr(module.time, "time", lambda day=day: (start + day) * 86_400)
        cache = again(filled)
        assert cache.result(KEYS[0]) == RESULTS[KEYS[0]]
        cache.store({}, {})
        cache.prune()
        left = len(KEYS) if day <= KEPT_DAYS else 1
        assert cache.contents()[2:] == (left, left, "")


def test_removing_is_done_once_a_day(filled: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.prune()
    cache = altered(filled, "UPDATE results SET used = 0")
    cache.prune()
    assert cache.contents().results == len(KEYS)


def test_asking_for_contents_changes_nothing(filled: Cache) -> None:
    filled.close()
    folder = Path(filled.file).parent
    before = [(path.name, path.stat().st_mtime_ns) for path in folder.iterdir()]
    assert filled.contents()[2:] == (len(KEYS), len(FILES), "")
    assert [(path.name, path.stat().st_mtime_ns) for path in folder.iterdir()] == before
    assert len(before) == 1


def test_contents_are_told_while_another_run_writes(filled: Cache) -> None:
    other = Cache(str(Path(filled.file).parent))
    assert Path(f"{filled.file}-wal").exists()
    assert other.contents()[2:] == (len(KEYS), len(FILES), "")
    filled.store({b"more": b"value"}, {})
    assert other.contents().results == len(KEYS) + 1


@pytest.mark.parametrize(("content", "fault"), [(b"no database", "file is not a database"), (b"", "no such table")])
def test_contents_of_a_damaged_file_are_not_known_and_it_is_left(tmp_path: Path, content: bytes, fault: str) -> None:
    file = tmp_path / FILE
    file.write_bytes(content)
    held = Cache(str(tmp_path)).contents()
    assert (held.results, held.files, held.fault.startswith(fault)) == (0, 0, True)
    assert file.read_bytes() == content


def test_contents_are_told_and_cleared(filled: Cache, tmp_path: Path) -> None:
    held = filled.contents()
    assert (Path(held.file).name, held.results, held.files) == (FILE, len(KEYS), len(FILES))
    assert held.size >= sum(map(len, RESULTS.values()))
    filled.clear()
    assert filled.contents() == Contents(held.file, 0, 0, 0)
    assert not list(Path(held.file).parent.iterdir())
    filled.clear()
