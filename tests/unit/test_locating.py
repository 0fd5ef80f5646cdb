"""Findings with their places, line, column, end and excerpt, in JSON and seeds, and whatever the format."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from located import ARTICLE, findings, marked, place

from corpus_tools.findings import Finding, Location
from corpus_tools.formats.base import ReadOptions, Site, Sought, WriteOptions
from corpus_tools.formats.json_ import FORMAT as JSON
from corpus_tools.formats.seed import FORMAT as SEED
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.model.lines import Lines
from corpus_tools.rules.blank_at_span_edge import RULE
from corpus_tools.services import load
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.locating import WINDOW, _known


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def test_an_unknown_key_is_marked_itself() -> None:
    (found,) = findings(b'{"schema_version": "1.0", "id": "a", "metadata": {"titel": "x"}, "blocks": []}')
    assert (marked(found), place(found)) == ('"titel"', (1, 51, 1, 58))
    (found,) = findings({**ARTICLE, "layers": {"weather": {"annotations": []}}})
    assert (found.kind.slug, marked(found)) == ("unknown-layer", '"weather"')


def test_a_syntax_error_has_an_end_and_an_excerpt() -> None:
    (found,) = findings(b'{\n  "id": nope,\n}')
    assert (marked(found), place(found)) == ("nope", (2, 9, 2, 13))


def test_a_character_in_a_block_is_marked_in_its_string() -> None:
    data = b'{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [\n'
    data += b'{"id": "b1", "role": "paragraph", "text": "\\ud83c\\udf27\\t\\u0007!"}]}'
    (found,) = findings(data)
    assert (found.kind.slug, marked(found), place(found)) == ("illegal-character", "\\u0007", (2, 58, 2, 64))


def test_an_undecodable_byte_of_a_seed_is_marked() -> None:
    (found,) = findings(b"one\r\ntw\xff", "x.txt")
    assert (marked(found), place(found)) == ("\ufffd", (2, 3, 2, 4))
    (found,) = findings("one\ntw\x07o".encode("utf-16"), "x.txt")
    assert (marked(found), place(found)) == ("\x07", (2, 3, 2, 4))
    (found,) = findings("oñe\ntw\x07o".encode("latin-1"), "x.txt", encoding="latin-1")
    assert (marked(found), place(found)) == ("\x07", (2, 3, 2, 4))


def test_an_empty_file_has_a_place() -> None:
    for name in ("x.json", "x.txt", "x.xml"):
        (found,) = findings(b"", name)
        assert place(found) == (1, 1, 1, 1)


def test_an_excerpt_of_a_long_line_is_a_window_around_what_is_marked() -> None:
    (found,) = findings({**ARTICLE, "id": "a b", "metadata": {"title": "x" * 500, "url": "no", "section": "y" * 500}})
    (other,) = findings({**ARTICLE, "metadata": {"title": "x" * 500, "section": 7, "description": "y" * 500}})
    for each, words in ((found, '"a b"'), (other, "7")):
        assert each.excerpt is not None
        assert (len(each.excerpt.text), marked(each)) == (WINDOW, words)
    (long,) = findings({**ARTICLE, "metadata": {"language": "x" * 500}} | {"language": "x" * 500})[:1]
    assert long.excerpt is not None
    assert long.excerpt.end <= WINDOW


def test_nothing_is_located_in_a_document_without_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> list[Finding]:
        raise AssertionError

    monkeypatch.setattr(load, "complete", refuse)
    assert findings(ARTICLE) == []


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["x.json", "x.xml", "x.txt"])
def test_many_findings_in_a_line_of_a_million_characters_cost_one_pass(name: str) -> None:
    words = "rain " * 200_000
    article = {**ARTICLE, "blocks": [{"id": "b1", "role": "paragraph", "text": words}]}
    spans = [{"block": "b1", "start": at, "end": at + 5, "text": "rain "} for at in range(0, 5_000, 5)]
    annotations = [{"id": f"m{at}", "type": "place", "spans": [span]} for at, span in enumerate(spans)]
    article["layers"] = {"entity": {"annotations": annotations}}
    format_ = {"x.json": JSON, "x.xml": TEI}.get(name)
    data = words.encode() if format_ is None else format_.write(article, WriteOptions()).data
    loader = Loader(LoadOptions(lints=(RULE,)))
    assert seconds(lambda: loader.load_bytes(name, data)) < 6
    if format_ is not None:
        found = loader.load_bytes(name, data).findings
        assert len(found) == 1000
        assert all(each.location.column and each.location.end_column for each in found)


def test_what_a_seed_states_is_marked_where_it_states_it() -> None:
    data = "Storm shuts harbour\r\n\r\nBy Ana Silva and Rui Reis\r\n\r\n• one\r\n• two\r\n".encode()
    options = ReadOptions("x.txt", language="en")
    article = SEED.read(data, options)
    assert article["metadata"]["authors"][1]["name"] == "Rui Reis"
    words = {
        "/metadata/authors/1/name": "Rui Reis",
        "/metadata/authors/0": "Ana Silva",
        "/metadata/authors": "Ana Silva",
        "/metadata/title": "Storm shuts harbour",
        "/blocks/0/role": "Storm shuts harbour",
        "/groups/0": "• one",
        "/metadata/rights": "",
        "/blocks/99": "",
        "/layers/field/annotations/99": "",
        "/language": "",
    }
    text, sites = SEED.locate(data, options, article, [Sought(pointer) for pointer in words])
    assert [text[site.start : site.end] for site in sites if site] == list(words.values())


def test_a_place_beyond_the_text_is_its_line_or_nothing() -> None:
    lines = Lines("ab\ncd")
    assert _known(Location("a", 2, 9), "ab\ncd", lines) == Site(5, 5)
    assert _known(Location("a", 3, 1), "ab\ncd", lines) is None
    assert _known(Location("a"), "ab\ncd", lines) is None
