"""Bytes of a seed to text, exactly reversible, or an error that says where and what to do.

UTF-8, or UTF-16 where a byte order mark says so; any other encoding is named by the caller, or detected if the
caller asks for that, and refused where it is not clear. A byte order mark stays in the text as U+FEFF, so that
encoding the text again gives the same bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from corpus_tools.errors import SourceError, UsageError
from corpus_tools.formats.seed.detect_encoding import detect_encoding, is_iso_2022_jp, unmarked_utf_16

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""

AUTO = "auto"
"""In place of an encoding's name: what is not UTF-8 or marked is to be detected."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_BREAK = re.compile("\r\n|[\r\n]")
_UTF_32 = ((b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"))
_UTF_16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MARK_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_MARKS = {"utf-16": _UTF_16, "utf-32": _UTF_32}
_REVERSIBLE = {"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}
_IANA = (
    (re.compile(r"cp(125\d)"), r"windows-\1"),
    (re.compile(r"iso8859-(\d+)"), r"iso-8859-\1"),
    (re.compile(r"euc_(jp|kr)"), r"euc-\1"),
    (re.compile(r"iso2022_jp"), r"iso-2022-jp"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF", "a PDF document"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
)


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column of the character at `index`, from 1, in code points; a byte order mark has no column."""
    line, start = 1, int(text.startswith("\ufeff"))
    for found in _BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return line, max(index - start, 0) + 1


def canonical_encoding(name: str) -> str:
    """The lower-case name that `origin.encoding` has for the codec `name`: the IANA one where Python's differs.

    Raises:
        UsageError: Python has no such text encoding.
    """
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except (LookupError, ValueError) as error:
        raise UsageError(f"there is no text encoding {name!r}") from error
    if codec == "utf-8-sig":
        return "utf-8"
    for pattern, iana in _IANA:
        if pattern.fullmatch(codec):
            return pattern.sub(iana, codec)
    return codec


def decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """Text of a file, line breaks as they are, and the canonical name of its encoding.

    Args:
        data: the bytes of the file.
        encoding: name of a codec, `AUTO`, or None for UTF-8 and what a byte order mark says.

    Raises:
        SourceError: the bytes are not in that encoding, or the encoding does not give them back, or none is detected.
        UsageError: there is no such encoding.
    """
    if encoding is not None and encoding.lower() == AUTO:
        encoding = _detected(data)
    name = _told_by_mark(data) if encoding is None else _endian(data, canonical_encoding(encoding))
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(data, name, error.start) from error
    except UnicodeError as error:
        raise SourceError(f"cannot be decoded as {name}: {error}", kind="undecodable", hint=_hint(data)) from error
    if name not in _REVERSIBLE:
        _check_reversible(text, data, name)
    return text, name


def _detected(data: bytes) -> str | None:
    """The encoding to name for `data`; None for UTF-8 and UTF-16 with a byte order mark."""
    if not data.startswith(_MARK_STARTS) and (unmarked := unmarked_utf_16(data)) is not None:
        return unmarked
    try:
        decode(data, None)
    except SourceError as error:
        if _thing(data):
            raise
        if found := detect_encoding(data):
            return found
        reason = f"{error.reason}; no other encoding is clear from the text"
        hint = "name the encoding: --encoding windows-1252"
        raise SourceError(reason, kind="undecodable", line=error.line, column=error.column, hint=hint) from error
    return "iso2022_jp" if is_iso_2022_jp(data) else None


def _told_by_mark(data: bytes) -> str:
    if not data.startswith(_MARK_STARTS):
        return "utf-8"
    for mark, name in _UTF_32:
        if data.startswith(mark):
            hint = "name the encoding: --encoding utf-32"
            raise SourceError(
                f"begins with the byte order mark of {name}", kind="undecodable", line=1, column=1, hint=hint
            )
    for mark, name in _UTF_16:
        if data.startswith(mark):
            return name
    return "utf-8"


def _endian(data: bytes, name: str) -> str:
    """Replace a name that leaves the byte order open by the one that the byte order mark tells."""
    if name not in _MARKS:
        return name
    for mark, exact in _MARKS[name]:
        if data.startswith(mark):
            return exact
    hint = f"name the byte order: --encoding {name}-le or --encoding {name}-be"
    raise SourceError(f"{name} without a byte order mark", kind="undecodable", line=1, column=1, hint=hint)


def _undecodable(data: bytes, name: str, offset: int) -> SourceError:
    reason = f"not {name}: byte 0x{data[offset]:02X} at byte offset {offset}" if offset < len(data) else f"not {name}"
    try:
        before = data[:offset].decode(name, "replace")
    except UnicodeError:  # codecs of host names refuse to replace
        return SourceError(reason, kind="undecodable", hint=_hint(data))
    line, column = place_of(before, len(before))
    return SourceError(reason, kind="undecodable", line=line, column=column, hint=_hint(data))


def _hint(data: bytes) -> str:
    if thing := _thing(data):
        return f"the file is {thing}, not text"
    return "if the text is in another encoding, name it: --encoding windows-1252; or have it detected: --encoding auto"


def _thing(data: bytes) -> str | None:
    """What a file is that begins like no text."""
    return next((thing for signature, thing in _SIGNATURES if data.startswith(signature)), None)


def _check_reversible(text: str, data: bytes, name: str) -> None:
    try:
        if text.encode(name) == data:
            return
    except UnicodeError:
        pass  # what cannot be encoded is not given back either
    hint = "convert the file to UTF-8 first"
    raise SourceError(f"{name} does not give the same bytes back", kind="encoding-not-reversible", hint=hint)


def holds_illegal(text: str, data: bytes, encoding: str) -> bool:
    """Whether a text, or the gaps in it, may hold what XML cannot; in UTF-8 told from the bytes, which is fast."""
    if encoding != "utf-8":
        return ILLEGAL.search(text) is not None
    return len(data.translate(None, _CONTROLS)) < len(data) or b"\xef\xbf\xbe" in data or b"\xef\xbf\xbf" in data


def check_characters(text: str, spans: Iterable[tuple[int, int]]) -> None:
    """Refuse characters that XML cannot hold inside the blocks at `spans`; the gaps between may have them.

    Raises:
        SourceError: with the place of the first one.
    """
    for start, end in spans:
        if found := ILLEGAL.search(text, start, end):
            line, column = place_of(text, found.start())
            hint = "remove it: XML, and so TEI, cannot hold it"
            if "\0" in text[:4]:
                hint = "if the file is UTF-16 without a byte order mark: --encoding utf-16-le or utf-16-be"
            reason = f"character U+{ord(found.group()):04X} inside the text"
            raise SourceError(reason, kind="illegal-in-xml", line=line, column=column, hint=hint)
