"""Findings with their places: line, column, end and excerpt, for each format."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any
from xml.parsers import expat

import pytest

from corpus_tools.findings import Finding, Location
from corpus_tools.formats.base import ReadOptions, Site, Sought, WriteOptions
from corpus_tools.formats.json_ import FORMAT as JSON
from corpus_tools.formats.seed import FORMAT as SEED
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.formats.tei.written import decode
from corpus_tools.model.lines import Lines
from corpus_tools.rules.blank_at_span_edge import RULE
from corpus_tools.services import load
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.locating import WINDOW, _known

ARTICLE: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "a",
    "metadata": {},
    "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."}],
}


def findings(data: bytes | Any, name: str = "x.json", **options: Any) -> list[Finding]:
    data = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return Loader(LoadOptions(**options)).load_bytes(name, data).findings


def marked(finding: Finding) -> str:
    excerpt = finding.excerpt
    assert excerpt is not None
    return excerpt.text[excerpt.start : excerpt.end]


def place(finding: Finding) -> tuple[int | None, ...]:
    where = finding.location
    return where.line, where.column, where.end_line, where.end_column


def entity(start: int, end: int, text: str) -> dict[str, Any]:
    spans = [{"block": "b1", "start": start, "end": end, "text": text}]
    return {**ARTICLE, "layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "spans": spans}]}}}


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


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


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


def test_a_place_beyond_the_text_is_its_line_or_nothing() -> None:
    lines = Lines("ab\ncd")
    assert _known(Location("a", 2, 9), "ab\ncd", lines) == Site(5, 5)
    assert _known(Location("a", 3, 1), "ab\ncd", lines) is None
    assert _known(Location("a"), "ab\ncd", lines) is None


def test_a_value_of_the_header_is_marked_where_an_element_says_it() -> None:
    def tag(pointer: str, **metadata: Any) -> str:
        article: Any = {**ARTICLE, "metadata": metadata}
        data = TEI.write(article, WriteOptions()).data
        text, (site,) = TEI.locate(data, ReadOptions(), article, [Sought(pointer)])
        assert site is not None
        return text[site.start : site.end]

    url = "https://example.org/"
    assert tag("/metadata/url", url=url) == url
    assert tag("/metadata/published", published="2026-03-04") == 'when="2026-03-04"'
    links = [{"rel": "related", "uri": url}]
    assert tag("/metadata/url", url=url, links=links) == url
    assert tag("/metadata/links/0/uri", url=url, links=links) == f'target="{url}"'
    assert tag("/id") == 'xml:id="a"'
    assert tag("/metadata") == "<teiHeader>"
    assert tag("").startswith("<TEI ")


def test_a_value_of_standoff_is_marked_where_it_stands() -> None:
    """Whatever says it: an element or an attribute of the object's own, or elements that point at it."""
    attributes = {"case": "loc", "sure": True, "count": 3, "weight": 0.5, "kin": ["a", "b", "loc"], "other": "loc"}
    quote = {"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}
    annotations = [
        {"id": "m1", "type": "place", "entity": "e1", "attributes": attributes, "note": "Seen", "spans": [quote]},
        {"id": "m2", "spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}, quote], "agent": "x"},
        {"id": "m3", "type": "place", "spans": [{"block": "b1", "start": 0, "end": 6, "text": "Rain i"}]},
    ]
    relations = [{"id": "r1", "type": "near", "source": "m1", "target": "m3", "confidence": 0.25}]
    links = [{"id": "r2", "type": "anaphora", "source": "m1", "target": "m3", "attributes": {"count": 3}}]
    article: Any = {
        **ARTICLE,
        "blocks": [*ARTICLE["blocks"], {"id": "b2", "role": "subhead", "text": "Sun", "level": 2}],
        "entities": [{"id": "e1", "type": "place", "name": "Lisbon", "uris": ["urn:a", "urn:b"], "note": "Seen"}],
        "agents": [{"id": "x", "type": "person", "name": "Ana", "version": "2"}],
        "layers": {
            "entity": {"annotations": annotations, "relations": relations},
            "coreference": {"relations": links},
        },
    }
    data = TEI.write(article, WriteOptions()).data
    entity, first = "/layers/entity", "/layers/entity/annotations/0"
    places = {
        f"{first}/id": ("<placeName ", 'xml:id="m1"'),
        f"{first}/type": ('<placeName xml:id="m1" ref="#e1">', None),
        f"{first}/entity": ('<placeName xml:id="m1" ', 'ref="#e1"'),
        f"{first}/note": ('<note target="#m1">', "Seen"),
        f"{first}/attributes/case": ('<f name="case">\n        <string>', "loc"),
        f"{first}/attributes/other": ('<f name="other">\n        <string>', "loc"),
        f"{first}/attributes/sure": ("<binary ", 'value="true"'),
        f"{first}/attributes/count": ('<f name="count">\n        <numeric ', 'value="3"'),
        f"{first}/attributes/weight": ('<f name="weight">\n        <numeric ', 'value="0.5"'),
        f"{first}/attributes/kin": ("<f ", 'name="kin"'),
        f"{first}/attributes/kin/1": ("<string>a</string>\n          <string>", "b"),
        f"{first}/attributes/kin/2": ("<string>b</string>\n          <string>", "loc"),
        f"{entity}/annotations/1/spans/0/text": ('<note type="quote">', "Rain"),
        f"{entity}/annotations/1/spans/1/text": ('<note type="quote">', "Lisbon"),
        f"{entity}/annotations/1/spans/1/start": ("", 'target="#string-range(b1,0,4) #string-range(b1,8,6)"'),
        f"{entity}/annotations/1/spans/1": ("", 'target="#string-range(b1,0,4) #string-range(b1,8,6)"'),
        f"{entity}/annotations/1/agent": ("", 'resp="#x"'),
        f"{entity}/relations/0/type": ('<relation xml:id="r1" ', 'name="near"'),
        f"{entity}/relations/0/source": ("", 'active="#m1"'),
        f"{entity}/relations/0/target": ("", 'passive="#m3"'),
        f"{entity}/relations/0/confidence": ("", 'cert="0.25"'),
        "/layers/coreference/relations/0/type": ("", 'ana="layer:coreference/anaphora"'),
        "/layers/coreference/relations/0/target": ("", 'target="#m1 #m3"'),
        "/layers/coreference/relations/0/attributes/count": ('<f name="count">\n        <numeric ', 'value="3"'),
        "/entities/0/name": ('<place xml:id="e1">\n        <placeName>', "Lisbon"),
        "/entities/0/uris/1": ('<idno type="URI">', "urn:b"),
        "/entities/0/note": ("<note>", "Seen"),
        "/blocks/1/level": ('<div type="section" ', 'n="2"'),
        "/agents/0/version": ('<note type="version">', "2"),
        "/layers/coreference": ("<interpretation ", 'n="coreference"'),
    }  # fmt: skip
    sought = [Sought(pointer, of_key=pointer.endswith("coreference")) for pointer in places]
    text, sites = TEI.locate(data, ReadOptions(), article, sought)
    for pointer, site, (before, words) in zip(places, sites, places.values(), strict=True):
        assert site is not None
        if words is None:
            assert text[site.start : site.end] == before, pointer
        else:
            assert text[site.start : site.end] == words, pointer
            assert text[: site.start].endswith(before), pointer


def test_elements_with_one_id_or_one_name_are_told_apart() -> None:
    article: Any = {**ARTICLE, "blocks": [*ARTICLE["blocks"], {"id": "b2", "role": "paragraph", "text": "Sun."}]}
    data = TEI.write(article, WriteOptions()).data
    twice = data.replace(b'<p xml:id="b1"', b'<p rend="x" xml:id="b1"').replace(
        b'<p xml:id="b2"', b'<p n="y" xml:id="b1"'
    )
    assert [marked(found) for found in findings(twice, "x.xml")] == ['rend="x"', 'n="y"']
    foreign = data.replace(b"<fileDesc>", b'<o:fileDesc xmlns:o="urn:o"/>\n<fileDesc n="1">')
    assert {marked(found).split()[0] for found in findings(foreign, "x.xml")} == {"<o:fileDesc", 'n="1"'}


def test_a_value_that_stands_twice_in_the_header_is_marked_where_the_mapping_puts_it() -> None:
    metadata = {"title": "Rain", "keywords": ["Rain"], "authors": [{"name": "Ana"}], "contributors": [{"name": "Ana"}]}
    article = {**ARTICLE, "metadata": metadata}
    data = TEI.write(article, WriteOptions()).data  # type: ignore[arg-type]
    places = {
        "/metadata/title": '<title level="a" type="main">',
        "/metadata/keywords/0": "<term>",
        "/metadata/authors/0/name": "<name>",
        "/metadata/contributors/0/name": "<name>",
        "/metadata/authors/0/nothing": "?>\n",
    }
    text, sites = TEI.locate(data, ReadOptions(), article, [Sought(pointer) for pointer in places])  # type: ignore[arg-type]
    assert all(site and text[: site.start].endswith(tag) for site, tag in zip(sites, places.values(), strict=True))
    assert sites[2] is not None
    assert (sites[2].xpath or "").endswith("/analytic/author/name")


def test_of_elements_with_one_id_that_is_marked_which_the_finding_is_about() -> None:
    span = {"block": "b1", "start": 0, "end": 4, "text": "Rain"}
    apart = [span, {"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]
    annotations = [{"id": "m1", "type": "object", "spans": [span]}, {"id": "m2", "type": "event", "spans": apart}]
    annotated = {**ARTICLE, "layers": {"entity": {"annotations": annotations}}}
    with_entity = {**ARTICLE, "entities": [{"id": "e1", "type": "person"}]}
    layer = "/layers/entity/annotations"
    assert tags_of(annotated, "m1", "/blocks/0", f"{layer}/0", f"{layer}/1") == ["<p", "<rs", "<annotation"]
    assert tags_of(annotated, "m2", "/blocks/0", f"{layer}/0", f"{layer}/1") == ["<p", "<rs", "<annotation"]
    assert tags_of(annotated, "m1 m2", "/blocks/0", f"{layer}/0", f"{layer}/1") == ["<p", "<rs", "<annotation"]
    assert tags_of(with_entity, "e1", "/entities/0", "/blocks/0") == ["<person", "<p"]


def tags_of(article: Any, renamed: str, *pointers: str) -> list[str]:
    """What is marked in TEI for each pointer, when things have the id of the block."""
    data = TEI.write(article, WriteOptions()).data.decode()
    told = json.dumps(article)
    for name in renamed.split():
        data = data.replace(f'xml:id="{name}"', 'xml:id="b1"')
        told = told.replace(f'"id": "{name}"', '"id": "b1"')
    sought = [Sought(f"{pointer}/id") for pointer in pointers]
    text, sites = TEI.locate(data.encode(), ReadOptions(), json.loads(told), sought)
    assert all(text[site.start :].startswith('xml:id="') for site in sites if site)
    return [text[text.rindex("<", 0, site.start) :].split()[0] for site in sites if site]
