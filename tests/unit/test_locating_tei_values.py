"""Where TEI says the values of an article: its header, its standoff, and elements that are alike."""

from __future__ import annotations

import json
from typing import Any

from located import ARTICLE, findings, marked

from corpus_tools.formats.base import ReadOptions, Sought, WriteOptions
from corpus_tools.formats.tei import FORMAT as TEI


def entity(start: int, end: int, text: str) -> dict[str, Any]:
    spans = [{"block": "b1", "start": start, "end": end, "text": text}]
    return {**ARTICLE, "layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "spans": spans}]}}}


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
