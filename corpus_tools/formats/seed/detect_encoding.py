"""The encoding of a text that is not UTF-8, told from its bytes: only what texts are saved in is considered.

charset-normalizer says under which encodings the bytes look like text. Many do that look alike (``0xB9`` is a
letter in all of Central and Western Europe), so of those the one wins under which CLD2 reads the most usual words
of a language that the encoding was made for. Where no language is found and the readings differ, none is named.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from corpus_tools.language import fluency

_WESTERN = ("cp1252", "iso8859_15", "mac_roman")
_CENTRAL = ("cp1250", "iso8859_2", "iso8859_16")
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866")
_MADE_FOR = {
    "bs cs hr hu pl ro sk sl sq": _CENTRAL,
    "be bg kk ky mk ru sr tg tt uk": _CYRILLIC,
    "el": ("cp1253", "iso8859_7"),
    "az tr": ("cp1254",),
    "he yi": ("cp1255",),
    "ar fa ur": ("cp1256", "iso8859_6"),
    "et lt lv": ("cp1257", "iso8859_13"),
    "vi": ("cp1258",),
    "th": ("cp874",),
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "cp950", "big5hkscs"),
}
"""The encodings of languages; those of all others are the Western ones. Better known ones come first."""

_HOMES = {language: codecs for languages, codecs in _MADE_FOR.items() for language in languages.split()}
_CODECS = (*_WESTERN, *(codec for codecs in _MADE_FOR.values() for codec in codecs))
_WIDE = {codec for language in ("ja", "ko", "zh") for codec in _HOMES[language]}
_NARROWER = {"cp932": "shift_jis", "cp949": "euc_kr", "cp950": "big5"}
"""The registered encodings that those of Windows extend: the better name, where a text needs no extension."""

_MARKS = {b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32"}

_MOST_MESS = 0.4
"""Where nothing is clean: one messy part, such as wide blanks and digits, hides right East Asian readings."""

_CLOSE_MESS = 0.08
_CLOSE_COHERENCE = 0.25
"""How far from the best an encoding may be by charset-normalizer, to be tried for words.

Chosen on texts in 40 languages and 50 encodings: the right one was at most 0.056 messier than the best, and a wrong
one in another script, which words cannot tell, at least 0.35 less coherent.
"""

_HANDICAP = {"mac_roman": 0.9}
"""What the words of an encoding must outdo: a foreign name misread is hardly less usual than one read right."""

_LEAST_BYTES = 100
"""Bytes beyond ASCII for a reading that no words speak for, or in characters of several bytes, where all looks rare.

Measured on beginnings of the same texts: then no reading was wrong, from 20 characters on.
"""

_PER_NUL = 100
"""Bytes of UTF-16 for each NUL that there is at least: every blank, digit and line break has one."""
_NO_TEXT = {"Cc", "Cn", "Co", "Cs"}

_ASCII = bytes(range(128))
_SAMPLE = 1 << 16
"""Bytes of lines that are looked at."""


class _Reading(NamedTuple):
    """A text that the bytes may be, and under which encodings they are it; better readings are greater."""

    at_home: bool
    usual: float
    order: int
    codec: str


def detect_encoding(data: bytes) -> str | None:
    """Name of the codec of `data`, which is not UTF-8; None where that is not clear."""
    if data[:4] in _MARKS:
        return _MARKS[data[:4]]
    sample = b"\n".join(_telling_lines(data))
    readings = [_rate(text, codecs, order) for order, (text, codecs) in enumerate(_candidates(sample).items())]
    best = max(readings, default=None)
    if best is None or (len(readings) > 1 and not best.at_home):
        return None
    if (not best.usual or best.codec in _WIDE) and len(sample.translate(None, _ASCII)) < _LEAST_BYTES:
        return None
    narrower = _NARROWER.get(best.codec)
    return narrower if narrower and _same(data, narrower, best.codec) else best.codec


def unmarked_utf_16(data: bytes) -> str | None:
    """UTF-16 with the byte order that makes a text of bytes with NULs; None where none, or each, does."""
    if data.count(0) * _PER_NUL < len(data) or len(data) % 2:
        return None
    found = [name for name in ("utf-16-le", "utf-16-be") if _is_text(data, name)]
    return found[0] if len(found) == 1 else None


def _is_text(data: bytes, codec: str) -> bool:
    """Whether bytes have a line break or a blank in an encoding, and nothing that no text has."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    letters = set(text)
    return not letters.isdisjoint(" \n\r") and all(
        character in "\t\n\r\x0b\x0c" or unicodedata.category(character) not in _NO_TEXT for character in letters
    )


def is_iso_2022_jp(data: bytes) -> bool:
    """Whether ASCII bytes switch to Japanese and back, as in e-mail."""
    if b"\x1b$" not in data:
        return False
    try:
        return data.decode("iso2022_jp").encode("iso2022_jp") == data
    except UnicodeError:
        return False


def _telling_lines(data: bytes) -> Iterator[bytes]:
    """The lines that are not ASCII, up to a limit: in no encoding of the list is a line feed half of a character."""
    size = 0
    for line in data.splitlines():
        if not line.isascii() and size < _SAMPLE:
            size += len(line)
            yield line


def _candidates(sample: bytes) -> dict[str, list[str]]:
    """The readings that look best, cleanest first, with the encodings under which the bytes are that."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  only where it is needed

    options: dict[str, Any] = {"preemptive_behaviour": False, "enable_fallback": False}
    matches = list(from_bytes(sample, cp_isolation=list(_CODECS), **options)) or list(
        from_bytes(sample, cp_isolation=sorted(_WIDE), threshold=_MOST_MESS, **options)
    )
    mess = min((match.chaos for match in matches), default=0.0) + _CLOSE_MESS
    close = [match for match in matches if match.chaos <= mess]
    coherence = max((match.coherence for match in close), default=0.0) - _CLOSE_COHERENCE
    found: dict[str, list[str]] = {}
    for match in close:
        if match.coherence >= coherence:
            found.setdefault(str(match), []).extend(match.could_be_from_charset)
    return found


def _rate(text: str, codecs: list[str], order: int) -> _Reading:
    language, usual = fluency(text)
    homes = () if language is None else _HOMES.get(language, _WESTERN)
    home = next((codec for codec in homes if codec in codecs), None)
    usual *= _HANDICAP.get(home or "", 1.0)
    return _Reading(home is not None, usual, -order - text.count("¤"), home or min(codecs, key=_CODECS.index))


def _same(data: bytes, codec: str, other: str) -> bool:
    """Whether the bytes are the same text in both encodings, and that text is these bytes in the first."""
    try:
        text = data.decode(codec)
        return text == data.decode(other) and text.encode(codec) == data
    except UnicodeError:
        return False
