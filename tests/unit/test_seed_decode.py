"""Bytes to text: encodings, byte order marks, places of what is wrong."""

from __future__ import annotations

import pytest

from corpus_tools.errors import SourceError, UsageError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.decode import canonical_encoding, decode, place_of


def refusal(data: bytes, encoding: str | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        FORMAT.read(data, ReadOptions(encoding=encoding, layers={}))
    return caught.value


@pytest.mark.parametrize(
    ("data", "encoding", "name"),
    [
        (b"Head", None, "utf-8"),
        (b"\xef\xbb\xbfHead", None, "utf-8"),
        (b"\xef\xbb\xbfHead", "utf-8-sig", "utf-8"),
        ("\ufeffHead".encode("utf-16-le"), None, "utf-16-le"),
        ("\ufeffHead".encode("utf-16-be"), None, "utf-16-be"),
        ("\ufeffHead".encode("utf-16-be"), "UTF-16", "utf-16-be"),
        ("\ufeffHead".encode("utf-32-le"), "utf-32", "utf-32-le"),
        ("Häd".encode("cp1252"), "cp1252", "windows-1252"),
        ("Häd".encode("latin-1"), "latin1", "iso-8859-1"),
    ],
)
def test_the_encoding_is_named_canonically(data: bytes, encoding: str | None, name: str) -> None:
    assert decode(data, encoding)[1] == name


def test_a_canonical_name_is_its_own_canonical_name() -> None:
    for name in ("utf-8", "utf-16-le", "windows-1252", "iso-8859-15", "euc-jp", "shift_jis", "koi8-r"):
        assert canonical_encoding(name) == name


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "a\0b"])
def test_an_encoding_that_is_none_is_an_error_of_use(name: str) -> None:
    with pytest.raises(UsageError, match="no text encoding"):
        FORMAT.read(b"x", ReadOptions(encoding=name, layers={}))


def test_an_undecodable_byte_is_located_by_line_column_and_offset() -> None:
    error = refusal("Häd\r\n\r\nabc".encode() + b"\xe9")
    assert (error.kind, error.line, error.column) == ("undecodable", 3, 4)
    assert "byte 0xE9 at byte offset 11" in error.reason
    assert "--encoding" in (error.hint or "")


def test_a_byte_order_mark_has_no_column() -> None:
    assert place_of("\ufeffab\ncd", 2) == (1, 2)
    assert refusal(b"\xef\xbb\xbfa\x07b").column == 2


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\x1f\x8b\x08\0", "gzip"),
        ("\ufeffText".encode("utf-32-le"), "--encoding utf-32"),
        ("\ufeffText".encode("utf-32-be"), "--encoding utf-32"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, hint: str) -> None:
    error = refusal(data)
    assert error.kind == "undecodable"
    assert error.line == 1
    assert hint in (error.hint or "")


def test_utf_16_without_mark_needs_its_byte_order_named() -> None:
    data = "Head\n\nText".encode("utf-16-le")
    assert "utf-16-le" in (refusal(data).hint or "")
    assert refusal(data, "utf-16").kind == "undecodable"
    assert FORMAT.read(data, ReadOptions(encoding="utf-16-le", layers={}))["blocks"][1]["text"] == "Text"


def test_an_encoding_that_does_not_give_the_same_bytes_back_is_refused() -> None:
    assert refusal(b"Head +AGE-", "utf-7").kind == "encoding-not-reversible"


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_inside_a_block(sign: str) -> None:
    error = refusal(f"Head\n\nTe{sign}xt".encode())
    assert (error.kind, error.line, error.column) == ("illegal-in-xml", 3, 3)
    assert f"U+{ord(sign):04X}" in error.reason


def test_a_control_character_may_stand_in_a_gap() -> None:
    article = FORMAT.read(b"Head\x0c\n\n\x07Text\x1a", ReadOptions(layers={}))
    assert [block["text"] for block in article["blocks"]] == ["Head", "Text"]
    assert article["origin"]["after"] == "\x1a"


@pytest.mark.parametrize(("data", "encoding"), [(b"a..b", "idna"), (b"a" * 64, "idna")])
def test_an_encoding_that_cannot_write_what_it_reads_is_refused(data: bytes, encoding: str) -> None:
    assert refusal(data, encoding).kind == "encoding-not-reversible"


def test_bytes_that_an_encoding_refuses_without_saying_where_are_undecodable() -> None:
    error = refusal(b"abc-99999", "punycode")
    assert error.kind == "undecodable"  # newer versions of Python say where, so the line is not compared
    assert "cannot be decoded as punycode" in error.reason


@pytest.mark.parametrize("name", ["idna", "punycode", "utf-7", "undefined", "ascii"])
@pytest.mark.parametrize("data", [b"a..b\xe9", b"a\n\xe9b", b"\xff\xfe\0"])
def test_no_encoding_ends_in_another_error(name: str, data: bytes) -> None:
    with pytest.raises((SourceError, UsageError)):
        decode(data, name)


def test_an_encoding_that_cannot_replace_bytes_leaves_the_place_open() -> None:
    error = refusal(b"a..b\xe9", "idna")
    assert error.kind == "undecodable"
    assert error.line is None
