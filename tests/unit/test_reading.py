"""Reading the bytes of one document."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from corpus_tools.corpus import reading
from corpus_tools.corpus.reading import UnreadableError, read_file, read_stdin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("content", [b"", b"x", b"\x00\xff" * 70_000])
def test_a_file_is_read_whole(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "f").write_bytes(content)
    assert read_file(str(tmp_path / "f")) == content


def test_a_file_whose_size_the_system_does_not_tell_is_read_whole() -> None:
    if not os.path.exists("/proc/self/status"):
        pytest.skip("there is no /proc")
    assert read_file("/proc/self/status").startswith(b"Name:")


@pytest.mark.parametrize(
    ("path", "reason"),
    [("nowhere", "No such file"), (".", "a directory"), ("/dev/zero", "not a regular"), ("a\0b", "null")],
)
def test_what_is_no_file_is_refused_with_the_reason(tmp_path: Path, monkeypatch, path: str, reason: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match=reason):
        read_file(path)


def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_file(str(tmp_path / "pipe"))


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(UnreadableError):
        read_file(str(tmp_path / "a"))


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 3)
    (tmp_path / "f").write_bytes(b"123")
    assert read_file(str(tmp_path / "f")) == b"123"
    (tmp_path / "f").write_bytes(b"1234")
    with pytest.raises(UnreadableError, match="larger"):
        read_file(str(tmp_path / "f"))


def test_a_file_that_grows_beyond_the_limit_is_refused(monkeypatch) -> None:
    if not os.path.exists("/proc/self/status"):
        pytest.skip("there is no /proc")
    monkeypatch.setattr(reading, "MAX_BYTES", 3)
    with pytest.raises(UnreadableError, match="larger"):
        read_file("/proc/self/status")


def test_a_disk_that_fails_is_told_and_the_file_is_closed(tmp_path: Path, monkeypatch) -> None:
    closed: list[int] = []
    close = os.close

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "f").write_bytes(b"x")
    with monkeypatch.context() as patch:
        patch.setattr(os, "read", fail)
        patch.setattr(os, "close", lambda descriptor: (closed.append(descriptor), close(descriptor)))
        with pytest.raises(UnreadableError, match="Input/output error"):
            read_file(str(tmp_path / "f"))
    assert len(closed) == 1


def test_standard_input_is_read_up_to_the_limit(monkeypatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 3)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"12\xff")))
    assert read_stdin() == b"12\xff"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1234")))
    with pytest.raises(UnreadableError, match="larger"):
        read_stdin()


def test_standard_input_that_is_closed_is_refused(monkeypatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"1"))
    stream.close()
    for closed in (stream, None):
        monkeypatch.setattr(sys, "stdin", closed)
        with pytest.raises(UnreadableError):
            read_stdin()
