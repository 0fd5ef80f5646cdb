"""Places in a text of an article are the same characters of its file, in whatever format it is written."""

from __future__ import annotations

import codecs
import json
import re
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st
from laws import Laws
from lxml import etree
from strategies import articles, seed_bytes
from strategy_seeds import seeds

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import Format, ReadOptions, Site, Sought, WriteOptions
from corpus_tools.formats.json_ import FORMAT as JSON
from corpus_tools.formats.seed import FORMAT as SEED
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.formats.tei.written import decode
from corpus_tools.model.article import Article

READ = ReadOptions(file="in")
REFERENCE = re.compile(r"&#x?[0-9A-Fa-f]+;|&[a-z]+;")
ENCODINGS = ("utf-8-sig", "utf-16", "utf-8")
parts_of_text = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
some_cuts = st.lists(parts_of_text, min_size=1, max_size=3)
law = Laws()


def sites_of(format_: Format, data: bytes, article: Article, cuts: list[list[int]]) -> list[tuple[str, str, Site]]:
    """For each cut of each block: the words that it cuts out, the text of the file, and the site that is found."""
    sought, words = [], []
    for number, block in enumerate(article["blocks"]):
        for start, end in cuts:
            if end <= len(block["text"]):
                sought.append(Sought(f"/blocks/{number}", block=block["id"], start=start, end=end))
                words.append(block["text"][start:end])
    text, sites = format_.locate(data, READ, article, sought)
    assert None not in sites
    return [(quote, text, site) for quote, site in zip(words, sites, strict=True) if site is not None]


def annotated(article: Article) -> list[tuple[Sought, str]]:
    """Every span of an article, and its words."""
    found = []
    for name, layer in article.get("layers", {}).items():
        for number, item in enumerate(layer.get("annotations", ())):
            for place, span in enumerate(item.get("spans", ())):
                pointer = f"/layers/{name}/annotations/{number}/spans/{place}"
                found.append(
                    (Sought(pointer, None, None, None, span["block"], span["start"], span["end"]), span["text"])
                )
    return found


@law
def places_in_json(article: Article, data: st.DataObject) -> None:
    cuts, ascii_only = data.draw(some_cuts), data.draw(st.booleans())
    written = json.dumps(article, ensure_ascii=ascii_only, indent=1 if ascii_only else None).encode()
    for words, text, site in sites_of(JSON, written, article, cuts):
        assert json.loads(f'"{text[site.start : site.end]}"') == words


def plain(xml: str) -> str:
    """A part of an XML text without tags, its references and line breaks resolved; tags may be cut off at its edges."""
    root = etree.fromstring(f"<x>{xml}</x>".encode())
    return "".join(root.itertext())


def check_tei(data: bytes, article: Article, cuts: list[list[int]]) -> None:
    for words, text, site in sites_of(TEI, data, article, cuts):
        marked = text[site.start : site.end]
        without_layout = re.sub(r"</cell>\s*<cell>", "", marked)
        without_tags = re.sub(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>", "", without_layout)
        assert plain(without_tags) == words
        if words:  # it is as short as can be
            assert not (without_tags and marked.startswith("<")) or words[0] == "<"


@law
def places_in_tei(article: Article, data: st.DataObject) -> None:
    written = TEI.write(article, WriteOptions(standoff=data.draw(st.booleans()))).data
    check_tei(written, TEI.read(written, READ), data.draw(some_cuts))


@law
def places_in_tei_in_other_encodings_and_with_other_breaks(article: Article, data: st.DataObject) -> None:
    newline, encoding = data.draw(st.sampled_from(("\r\n", "\n"))), data.draw(st.sampled_from(ENCODINGS))
    text = TEI.write(article, WriteOptions()).data.decode()
    written = text.replace("\n", newline).replace("UTF-8", encoding.removesuffix("-sig"), 1).encode(encoding)
    assert decode(written).removeprefix("\ufeff").replace("\r\n", "\n") == text.replace(
        "UTF-8", encoding.removesuffix("-sig"), 1
    )
    check_tei(written, TEI.read(written, READ), [[0, 1], [0, 4], [2, 3]])


@law
def a_span_in_tei_is_marked_where_its_words_or_its_element_stand(article: Article, _: st.DataObject) -> None:
    written = TEI.write(article, WriteOptions()).data
    found = TEI.read(written, READ)
    spans = annotated(found)
    text, sites = TEI.locate(written, READ, found, [sought for sought, _ in spans])
    for (sought, words), site in zip(spans, sites, strict=True):
        assert site is not None
        marked = text[site.start : site.end]
        if text[: site.start].rpartition("<")[2].startswith("annotation "):
            assert marked.startswith('target="#string-')
            assert f"({sought.block},{sought.start}" in marked
        else:
            assert plain(re.sub(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>", "", marked)) == words


@given(articles(), st.data())
def test_places_in_any_article_are_found_in_its_file(article: Article, data: st.DataObject) -> None:
    law.hold_of(article, data)


def check_seed(data: bytes, article: Article, cuts: list[list[int]]) -> None:
    newline = {"crlf": "\r\n", "cr": "\r"}.get(article["origin"].get("newline", ""), "\n")
    for words, text, site in sites_of(SEED, data, article, cuts):
        assert text[site.start : site.end] == words.replace("\n", newline)
    spans = annotated(article)
    text, sites = SEED.locate(data, READ, article, [Sought(sought.pointer) for sought, _ in spans])
    for (sought, words), site in zip(spans, sites, strict=True):
        assert site is not None
        if sought.pointer is not None and sought.pointer.endswith("/0"):
            assert text[site.start : site.end] == words.replace("\n", newline)


@given(seeds(), some_cuts, st.sampled_from(("\n", "\r\n", "\r")), st.booleans())
def test_seeds(seed: str, cuts: list[list[int]], newline: str, marked: bool) -> None:
    data = (("\ufeff" if marked else "") + seed.replace("\n", newline)).encode("utf-16-le" if marked else "utf-8")
    check_seed(data, SEED.read(data, READ), cuts)


@given(seed_bytes(), some_cuts)
@example(b"a\r\nb\n\nc", [[0, 1]])
def test_seeds_of_any_sort(data: bytes, cuts: list[list[int]]) -> None:
    try:
        article = SEED.read(data, READ)
    except SourceError:
        assume(False)
    check_seed(data, article, cuts)


@given(st.binary(max_size=40) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")), st.data())
def test_whatever_was_examined_can_be_located(noise: bytes, data: Any) -> None:
    file = bytearray(data.draw(st.sampled_from((b"<TEI>", b"{", b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE))) + noise)
    for format_ in (JSON, TEI, SEED):
        article, findings = format_.examine(bytes(file), READ)
        sought = [Sought("", None, finding.location.line, finding.location.column) for finding in findings]
        text, sites = format_.locate(bytes(file), READ, article, sought)
        assert len(sites) == len(sought)
        assert isinstance(text, str)
