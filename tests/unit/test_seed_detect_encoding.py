"""Encodings that are detected, and those that are not clear."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from news import NEWS

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.decode import AUTO, canonical_encoding, decode

SEEDS = Path(__file__).parents[2] / "fixtures" / "seeds"
PLAIN_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | {"’": "'", "–": "-", "—": "-"})
"""For encodings without typographical marks."""

CASES = [
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("ru", "iso-8859-5"),
    ("ru", "cp866"),
    ("uk", "windows-1251"),
    ("uk", "koi8-u"),
    ("bg", "windows-1251"),
    ("pl", "windows-1250"),
    ("pl", "iso-8859-2"),
    ("cs", "windows-1250"),
    ("cs", "iso-8859-2"),
    ("hu", "windows-1250"),
    ("fr", "windows-1252"),
    ("fr", "mac-roman"),
    ("es", "windows-1252"),
    ("el", "windows-1253"),
    ("tr", "windows-1254"),
    ("he", "windows-1255"),
    ("ar", "windows-1256"),
    ("ar", "iso-8859-6"),
    ("lv", "windows-1257"),
    ("lv", "iso-8859-13"),
    ("th", "cp874"),
    ("ja", "shift_jis"),
    ("ja", "euc-jp"),
    ("ja", "iso-2022-jp"),
    ("zh", "gb18030"),
    ("zh-Hant", "big5"),
    ("zh-Hant", "gb18030"),
    ("ko", "euc-kr"),
]

SAME_BYTES = [
    ("hu", "iso-8859-2", "windows-1250"),
    ("fr", "iso-8859-1", "windows-1252"),
    ("es", "iso-8859-15", "windows-1252"),
    ("el", "iso-8859-7", "windows-1253"),
    ("tr", "iso-8859-9", "windows-1254"),
    ("he", "iso-8859-8", "windows-1255"),
    ("ja", "cp932", "shift_jis"),
    ("zh", "gbk", "gb18030"),
    ("zh-Hant", "cp950", "big5"),
    ("ko", "cp949", "euc-kr"),
]
"""Encodings of which others give the same bytes, and the name that is told."""


def encoded(language: str, encoding: str) -> tuple[str, bytes]:
    text = NEWS[language]
    try:
        return text, text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(PLAIN_MARKS)
        return plain, plain.encode(encoding)


@pytest.mark.parametrize(("language", "encoding"), CASES, ids=map("-".join, CASES))
def test_the_encoding_of_news_is_detected(language: str, encoding: str) -> None:
    text, data = encoded(language, encoding)
    assert decode(data, AUTO) == (text, encoding)
    assert decode(data, canonical_encoding(encoding)) == (text, encoding)


@pytest.mark.parametrize(("language", "encoding", "told"), SAME_BYTES, ids=map("-".join, SAME_BYTES))
def test_of_encodings_with_the_same_bytes_the_better_known_is_told(language: str, encoding: str, told: str) -> None:
    text, data = encoded(language, encoding)
    assert decode(data, "Auto") == (text, told)


@pytest.mark.parametrize("size", [20, 40, 80])
def test_of_short_texts_none_is_read_wrongly(size: int) -> None:
    refused = 0
    for language, encoding in CASES:
        text, data = encoded(language, encoding)
        text = text[:size]
        data = text.encode(encoding)
        try:
            assert decode(data, AUTO)[0] == text, (language, encoding)
        except SourceError:
            refused += 1
    assert (refused > 5) == (size < 80)


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-15"])
def test_a_euro_sign_tells_encodings_apart_that_differ_in_it(encoding: str) -> None:
    text = "The price of a coffee rose to €20 in the old café, the owner said on Monday, and guests were not amused."
    assert decode(text.encode(encoding), AUTO) == (text, encoding)


def test_a_foreign_name_in_english_is_read_as_western() -> None:
    text = "El Niño will bring rain to the north of the country on Monday – farmers welcomed the news, officials said."
    assert decode(text.encode("cp1252"), AUTO) == (text, "windows-1252")


def test_characters_of_windows_alone_make_the_name_that_of_windows() -> None:
    text = NEWS["ja"] + "\n①費用は３～４億円。"
    assert decode(text.encode("cp932"), AUTO) == (text, "cp932")


def test_what_is_told_without_detection_stays_so() -> None:
    assert decode("café".encode(), AUTO) == ("café", "utf-8")
    assert decode(b"", AUTO) == ("", "utf-8")
    assert decode("\ufeffcafé".encode("utf-16-be"), AUTO) == ("\ufeffcafé", "utf-16-be")
    assert decode("\ufeffcafé".encode("utf-32-le"), AUTO) == ("\ufeffcafé", "utf-32-le")
    assert decode(b"a \x1b[0m b", AUTO)[1] == "utf-8"
    assert decode(b"a \x1b$ b", AUTO)[1] == "utf-8"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["ar", "fr", "ja", "ru", "th"])
def test_utf_16_needs_no_mark(language: str, codec: str) -> None:
    text = f"2026\n\n{NEWS[language]}\n"
    assert decode(text.encode(codec), AUTO) == (text, codec)


@pytest.mark.parametrize("data", [b"a\0b c\n" * 9, b"Head\n\n\0\0", "ab".encode("utf-16-le") * 9, b"a\0b\n" * 9])
def test_bytes_with_nuls_that_are_no_text_in_utf_16_stay_utf_8(data: bytes) -> None:
    assert decode(data, AUTO)[1] == "utf-8"


@pytest.mark.parametrize("codec", ["shift_jis", "euc-jp"])
def test_one_messy_part_hides_no_japanese(codec: str) -> None:
    text = (
        "ハクチョウが駅のホームで一夜\u3000始発まで駅員が見守る\u3000秋田・横手\n\n佐々木美穂\n\n2026年11月20日\u300011時30分\n\n"
        "駅のホームに舞い降りたハクチョウ＝2026年11月20日、秋田県横手市、佐々木美穂撮影\n\n"
        "ＪＲ横手駅のホームに白鳥が舞い降り、始発まで８時間、駅員２人が見守った。けがはなかった。"
    )
    assert decode(text.encode(codec), AUTO) == (text, codec)


def test_a_character_that_big5_would_write_otherwise_makes_the_name_that_of_windows() -> None:
    text = f"{NEWS['zh-Hant']}／"
    assert text.encode("cp950").decode("big5") == text
    assert decode(text.encode("cp950"), AUTO) == (text, "cp950")


@pytest.mark.parametrize(
    "data",
    [
        b"caf\xe9",
        bytes(range(256)) * 4,
        b"\0\xff" * 100,
        ("Le pont sur la rivière ouvrira samedi. " * 10).encode() + b"\xc3",
    ],
)
def test_an_encoding_that_is_not_clear_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="no other encoding is clear") as caught:
        decode(data, AUTO)
    assert caught.value.kind == "undecodable"
    assert caught.value.line is not None
    assert "--encoding windows-1252" in (caught.value.hint or "")


def test_what_is_no_text_is_not_read_as_some() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"\x89PNG\r\n\x1a\n\0\0", AUTO)
    assert "PNG" in (caught.value.hint or "")


def test_a_text_that_ends_within_a_character_of_the_encoding_detected_is_refused_with_its_place() -> None:
    text = NEWS["ja"] * 10
    with pytest.raises(SourceError) as caught:
        decode(text.encode("shift_jis") + b"\n\x93", AUTO)
    assert caught.value.line is not None


@pytest.mark.parametrize("data", [b"\xe9" * 10**6, b"\xe9 " * 10**6, b"\xe9\n" * 10**6, bytes(range(128, 256)) * 8000])
def test_detection_is_quick_on_bytes_that_are_no_news(data: bytes) -> None:
    start = time.process_time()
    with contextlib.suppress(SourceError):
        decode(data, AUTO)
    assert time.process_time() - start < 2  # measured: 0.05 s


def test_a_long_text_is_read_like_a_short_one() -> None:
    text = f"{'A line in plain ASCII.' * 50}\n" * 50 + NEWS["pl"] * 2000
    assert decode(text.encode("cp1250"), AUTO) == (text, "windows-1250")


def test_a_seed_in_a_detected_encoding_is_written_back_byte_for_byte() -> None:
    data = NEWS["ru"].replace("\n", "\r\n").encode("koi8-r", "ignore")
    article = FORMAT.read(data, ReadOptions(encoding=AUTO))
    assert article["origin"]["encoding"] == "koi8-r"
    assert FORMAT.write(article, WriteOptions()).data == data


def test_digits_and_dashes_make_no_mac_text_of_one_from_windows() -> None:
    """In these few lines the right reading looks messier than one that has signs of parts per thousand for letters."""
    text = (SEEDS / "fi-sanomat-raitio.txt").read_text("utf-8")
    article = FORMAT.read(text.encode("windows-1252"), ReadOptions(encoding=AUTO))
    assert article["origin"]["encoding"] == "windows-1252"
