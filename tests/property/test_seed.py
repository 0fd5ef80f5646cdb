"""The seed law: what the reader accepts, the writer gives back byte for byte; and nothing else is lost on the way."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles, seed_bytes

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.seed import FORMAT

OPTIONS = ReadOptions(file="in.txt", layers={})
WRITE = WriteOptions(layers={})
ENCODINGS = ("windows-1252", "iso-8859-1", "utf-16", "utf-16-le", "utf-32-be", "shift_jis", "utf-7", "gb18030", "cp037")


@given(seed_bytes())
def test_seed_law(data: bytes) -> None:
    written = FORMAT.write(FORMAT.read(data, OPTIONS), WRITE)
    assert written.data == data
    assert written.losses == ()


@given(st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60))
def test_any_bytes_are_given_back_or_refused_with_a_place(data: bytes) -> None:
    try:
        article = FORMAT.read(data, OPTIONS)
    except SourceError as error:
        assert error.line is not None  # noqa: PT017  a refusal is a right answer too
        assert error.column is not None  # noqa: PT017
        return
    assert FORMAT.write(article, WRITE).data == data


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.binary(max_size=40))
def test_any_bytes_in_a_named_encoding_are_given_back_or_refused(encoding: str, data: bytes) -> None:
    try:
        article = FORMAT.read(data, ReadOptions(encoding=encoding, layers={}))
    except SourceError as error:
        assert error.kind in {"undecodable", "illegal-in-xml", "encoding-not-reversible"}  # noqa: PT017
        return
    assert FORMAT.write(article, WRITE).data == data


@given(seed_bytes())
def test_gaps_hold_nothing_that_shows_and_blocks_no_blank_edge(data: bytes) -> None:
    article = FORMAT.read(data, OPTIONS)
    origin = article["origin"]
    gaps = [origin.get("separator", ""), origin.get("after", "")]
    gaps += [block.get("before", "") for block in article["blocks"]]
    assert all(sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf", "Zs"} for gap in gaps for sign in gap)
    for block in article["blocks"]:
        assert block["text"] == block["text"].strip()
        assert block["text"]


@given(seed_bytes())
def test_every_field_annotation_quotes_its_words_and_has_its_value_in_the_metadata(data: bytes) -> None:
    article = FORMAT.read(data, OPTIONS)
    texts = {block["id"]: block["text"] for block in article["blocks"]}
    for annotation in article["layers"]["field"]["annotations"]:
        (span,) = annotation["spans"]
        assert texts[span["block"]][span["start"] : span["end"]] == span["text"] != ""
        value = annotation.get("attributes", {}).get("value", span["text"])
        assert ("value" in annotation.get("attributes", {})) == (value != span["text"])
        if annotation["type"] != "credit":
            assert value in _values(article["metadata"], annotation["type"])


def _values(metadata: dict, path: str) -> list[str]:
    value = metadata
    for key in path.split("."):
        value = value[key]
    if isinstance(value, list):
        return [item["name"] if isinstance(item, dict) else item for item in value]
    return [value]


@given(articles())
def test_losses_are_empty_exactly_when_reading_gives_an_equal_article(article: dict) -> None:
    written = FORMAT.write(article, WRITE)
    origin = article.get("origin", {})
    options = ReadOptions(
        file=origin.get("file", "-"),
        id=article["id"],
        language=article.get("language"),
        encoding=origin.get("encoding"),
        layers={},
    )
    try:
        again = FORMAT.read(written.data, options)
    except Exception:  # noqa: BLE001  whatever cannot be read back is a loss
        again = None
    assert (written.losses == ()) == (again == article)
