"""An article back to seed text, and what is named as lost."""

from __future__ import annotations

import hashlib

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

SEED = "Storm shuts harbour\r\n\r\nBy Ana Silva\r\n\r\nThe harbour did not open.".encode("cp1252")
OPTIONS = ReadOptions(file="dir/lisbon storm.txt", language="en", encoding="cp1252", layers={})


def read() -> Article:
    return FORMAT.read(SEED, OPTIONS)


def test_the_origin_tells_the_file() -> None:
    article = read()
    assert article["origin"] == {
        "file": "lisbon storm.txt",
        "media_type": "text/plain",
        "encoding": "windows-1252",
        "newline": "crlf",
        "sha256": hashlib.sha256(SEED).hexdigest(),
    }
    assert (article["id"], article["language"], article["schema_version"]) == ("lisbon_storm", "en", "1.0")


def test_standard_input_has_no_file_and_the_id_article() -> None:
    article = FORMAT.read(b"Head", ReadOptions(layers={}))
    assert article["id"] == "article"
    assert "file" not in article["origin"]


def test_the_bytes_come_back_without_losses() -> None:
    assert FORMAT.write(read(), WriteOptions(layers={})).data == SEED
    assert FORMAT.write(read(), WriteOptions(layers={})).losses == ()


def test_without_origin_blocks_stand_apart_by_a_blank_line_with_one_final_newline() -> None:
    article: Article = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
    assert FORMAT.write(article, WriteOptions(layers={})).data == b""
    article["blocks"] = [
        {"id": "b1", "role": "headline", "text": "Häd"},
        {"id": "b2", "role": "paragraph", "text": "Text."},
    ]
    assert FORMAT.write(article, WriteOptions(layers={})).data == "Häd\n\nText.\n".encode()


def test_what_a_seed_cannot_hold_is_counted() -> None:
    article = read()
    article["entities"] = [{"id": "e1", "type": "person"}]
    article["layers"]["entity"] = {"annotations": [{"id": "m1"}]}
    article["metadata"]["section"] = "World"
    losses = "\n".join(FORMAT.write(article, WriteOptions(layers={})).losses)
    for part in ("entities: its 1 items", "layer entity: its 1 items", "metadata: the text does not give section"):
        assert part in losses


def test_text_that_the_encoding_lacks_is_written_as_utf_8_and_is_a_loss() -> None:
    article = read()
    article["blocks"][2]["text"] = "港口"
    written = FORMAT.write(article, WriteOptions(layers={}))
    assert "港口".encode() in written.data
    assert written.losses


def test_a_file_looks_like_a_seed_if_it_is_text() -> None:
    assert FORMAT.looks_like("é".encode()[:1])
    assert FORMAT.looks_like("\ufeffé".encode("utf-16-le"))
    assert not FORMAT.looks_like(b"\x89PNG")
    assert not FORMAT.looks_like(b"a\0b")


def test_what_the_text_gives_otherwise_is_told() -> None:
    article = read()
    article["schema_version"] = "0.9"
    article["extra"] = {"a": 1}
    article["blocks"][0]["text"] += "\n\nOther"
    losses = FORMAT.write(article, WriteOptions(layers={})).losses
    assert {"blocks: 3 read back as 4", "extra: not held", "schema_version: not held"} <= set(losses)
