"""Laws that a document breaks."""

from __future__ import annotations

from documents import ARTICLE

from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.roundtrip import prove


def test_a_document_that_cannot_be_read_back_breaks_the_law_of_that_format() -> None:
    loader = Loader(LoadOptions())
    loaded = loader.load_bytes("rain.json", ARTICLE)
    assert prove(loaded, loader) == []
    assert loaded.article is not None
    loaded.article["blocks"][1]["text"] = "It\x07rained."
    (broken,) = prove(loaded, loader)
    assert broken.law == "tei"
    assert broken.differences[0].startswith("cannot be read back: the character U+0007 stands here")
