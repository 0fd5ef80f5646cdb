"""Findings in TEI with their places: elements, attributes, texts, and what XML writes in several ways."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from xml.parsers import expat

import pytest
from located import ARTICLE, findings, marked, place

from corpus_tools.formats.base import ReadOptions, Sought, WriteOptions
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.formats.tei.written import decode
from corpus_tools.rules.blank_at_span_edge import RULE


def entity(start: int, end: int, text: str) -> dict[str, Any]:
    spans = [{"block": "b1", "start": start, "end": end, "text": text}]
    return {**ARTICLE, "layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "spans": spans}]}}}


def test_a_span_in_tei_is_marked_within_its_words() -> None:
    data = TEI.write(entity(7, 14, " Lisbon"), WriteOptions()).data
    (found,) = findings(data, "x.xml", lints=(RULE,))
    assert (found.kind.code, found.location.xpath, found.location.pointer) == ("T201", "//*[@xml:id='m1']", None)
    assert marked(found) == " Lisbon"


def test_an_element_in_tei_is_marked_by_its_start_tag() -> None:
    data = TEI.write(ARTICLE, WriteOptions()).data.replace(b'<p xml:id="b1"', b"<quotes\n ")
    (found,) = findings(data.replace(b"</p>\n      </div>", b"</quotes>\n      </div>"), "x.xml")
    line = data.split(b"\n").index(b"        <quotes") + 1
    assert place(found) == (line, 9, line + 1, 3)
    assert marked(found) == "<quotes"


def test_an_attribute_in_tei_is_marked_itself() -> None:
    data = TEI.write(ARTICLE, WriteOptions()).data.replace(b"<p xml:id", b"<p n='rend=\"x\"'\n  rend = 'x' xml:id")
    (other, found) = findings(data, "x.xml")
    line = data.split(b"\n").index(b"        <p n='rend=\"x\"'") + 1
    assert (marked(other), place(other)) == ("n='rend=\"x\"'", (line, 12, line, 24))
    assert (marked(found), place(found)) == ("rend = 'x'", (line + 1, 3, line + 1, 13))


@pytest.mark.parametrize(
    ("old", "new", "words", "column"),
    [
        (b'<p xml:id="b1">', b"\n x y <p xml:id='b1'>", "x y", 2),
        (b"Rain in Lisbon.</p>", b"Rain <seg/></p>\n \xc3\xa9t\xc3\xa9\n", "été", 2),
        (b"Rain in Lisbon.</p>", b"Rain</p>\n  &amp; more", "&amp;", 3),
        (b"Rain in Lisbon.</p>", b"Rain</p>\n<![CDATA[x]]>", "x", 10),
        (b"<publicationStmt>", b"<publicationStmt>\n\xf0\x9f\x98\x80 here", "😀 here", 1),
    ],
)
def test_a_text_between_elements_is_marked_itself(old: bytes, new: bytes, words: str, column: int) -> None:
    data = TEI.write(ARTICLE, WriteOptions()).data
    assert data.count(old) == 1
    found = findings(data.replace(old, new.replace(b"<seg/>", b"")), "x.xml")[0]
    assert (marked(found), found.location.column) == (words, column)
    assert "stands directly in" in found.message


def test_a_text_of_another_datatype_is_marked_itself() -> None:
    data = TEI.write({**ARTICLE, "metadata": {"urgency": 3}}, WriteOptions()).data
    (found,) = findings(data.replace(b">3</note>", b"\n>high</note>"), "x.xml")
    assert (marked(found), found.location.column) == ("high", 2)


def test_a_gap_is_marked_where_all_gaps_stand() -> None:
    blocks = [{**ARTICLE["blocks"][0], "before": " "}]
    data = TEI.write({**ARTICLE, "origin": {"after": "\n"}, "blocks": blocks}, WriteOptions()).data  # type: ignore[arg-type]
    for old, new in ((b'"b1":" "', b'"b1":"x"'), (b'"after":"\\n"', b'"after":"x"')):
        assert data.count(old) == 1
        (found,) = findings(data.replace(old, new), "x.xml")
        assert (found.kind.code, marked(found)) == ("T105", '<xenoData type="application/json" subtype="layout">')


def test_a_title_that_the_text_does_not_say_is_one_finding() -> None:
    head = {"id": "h", "role": "headline", "text": "Rain"}
    spans = [{"block": "h", "start": 0, "end": 4, "text": "Rain"}]
    field = {"annotations": [{"id": "f1", "type": "title", "spans": spans}]}
    article: Any = {**ARTICLE, "metadata": {"title": "Rain"}, "blocks": [head], "layers": {"field": field}}
    data = TEI.write(article, WriteOptions()).data
    (copy,) = findings(data.replace(b"<title>Rain", b"<title>Sun"), "x.xml")
    assert (copy.kind.code, marked(copy)) == ("X001", "Sun")
    (told,) = findings(data.replace(b'type="main">Rain</title>', b'type="main">Sun</title>'), "x.xml")
    assert (told.kind.code, told.location.xpath) == ("A111", "//*[@xml:id='f1']")


def test_a_copy_of_a_language_that_is_one_too_many_is_marked_itself() -> None:
    data = TEI.write({**ARTICLE, "language": "en"}, WriteOptions()).data
    (found,) = findings(
        data.replace(b'<language ident="en"/>', b'<language ident="en"/><language ident="fr"/>'), "x.xml"
    )
    assert (found.kind.code, marked(found)) == ("X001", 'ident="fr"')


def test_xml_that_is_not_well_formed_is_marked_where_the_fault_begins() -> None:
    (found,) = findings(b"<TEI>\n <a>&x;</a></TEI>", "x.xml")
    assert (marked(found), place(found)) == ("&x;", (2, 5, 2, 8))
    (found,) = findings(b"<TEI>\n <a>\n  caf\xc3\xa9</b>\n</TEI>", "x.xml")
    assert (marked(found), place(found)) == ("</b>", (3, 7, 3, 11))


def test_a_line_alone_marks_what_stands_in_it() -> None:
    (found,) = findings(b"<?xml version='1.0'?>\n  <!DOCTYPE TEI>\n<TEI/>", "x.xml")
    assert (marked(found), place(found)) == ("<!DOCTYPE TEI>", (2, 3, 2, 17))


def test_a_document_that_the_second_parser_refuses_is_located_by_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise expat.ExpatError("no")

    monkeypatch.setattr(import_module("corpus_tools.formats.tei.locate"), "written", refuse)
    data = TEI.write(ARTICLE, WriteOptions()).data.replace(b"<p xml:id", b'<p rend="x" xml:id')
    (found,) = findings(data, "x.xml")
    assert '<p rend="x"' in marked(found)
    assert found.location.xpath == "//*[@xml:id='b1']"


def test_xml_is_decoded_as_it_says() -> None:
    assert decode('<?xml version="1.0"?><a>é</a>'.encode("utf-16-le")).endswith("<a>é</a>")
    assert decode('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1")).endswith("<a>é</a>")
    for wrong in ("klingon", "utf-16", "hex"):
        assert decode(f'<?xml version="1.0" encoding="{wrong}"?><a>é</a>'.encode()).endswith("<a>é</a>")
    (found,) = findings(b'<?xml version="1.0" encoding="klingon"?><a/>', "x.xml")
    assert (found.kind.slug, found.location.end_line) == ("undecodable", 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_characters_in_tei_are_found_across_all_that_xml_can_write(newline: str) -> None:
    content = "a&amp;b&#x1F600;<!-- no --><![CDATA[<c>&lt;\n&]]>d<?no p?>\n"
    content += "<placeName xml:id='m1' cert='0.5'>é&#233;😀</placeName>"
    data = TEI.write(ARTICLE, WriteOptions()).data.decode().replace("Rain in Lisbon.", content)
    data = data.replace("\n", newline)
    text = "a&b😀<c>&lt;\n&d\néé😀"
    article = {**ARTICLE, "blocks": [{**ARTICLE["blocks"][0], "text": text}]}
    sought = [Sought("/blocks/0", block="b1", start=at, end=at + 1) for at in range(len(text))]
    file, sites = TEI.locate(data.encode(), ReadOptions(), article, sought)  # type: ignore[arg-type]
    written = [file[site.start : site.end] for site in sites if site]
    expected = ["a", "&amp;", "b", "&#x1F600;", "<", "c", ">", *"&lt;", newline, "&", "d", newline, "é", "&#233;", "😀"]
    assert written == expected
    whole = Sought("/blocks/0", block="b1", start=0, end=len(text))
    file, (site,) = TEI.locate(data.encode(), ReadOptions(), article, [whole])  # type: ignore[arg-type]
    assert site is not None
    assert file[site.start : site.end] == content.replace("\n", newline).removesuffix("</placeName>")
