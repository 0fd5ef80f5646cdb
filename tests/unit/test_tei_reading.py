"""TEI documents that are not read: each says what is wrong, and where; and what reading passes over."""

from __future__ import annotations

import re

import pytest

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions, Sought, WriteOptions
from corpus_tools.formats.tei import FORMAT
from corpus_tools.formats.tei.xml import parse

READ = ReadOptions(file="x.xml")


def span(block, start, end, text):
    return {"block": block, "start": start, "end": end, "text": text}


ARTICLE = {
    "schema_version": "1.0",
    "id": "a",
    "language": "en",
    "metadata": {"title": "Rain", "keywords": ["x"], "urgency": 3},
    "blocks": [
        {"id": "b1", "role": "headline", "text": "Rain in Lisbon"},
        {"id": "b2", "role": "standfirst", "text": "Rain", "language": "pt"},
        {"id": "b3", "role": "media", "text": "", "part_of": "g1",
         "media": {"type": "image", "uri": "https://example.org/a.jpg", "alt": "Rain"}},
        {"id": "b4", "role": "table_row", "text": "a\tb", "part_of": "g2"},
        {"id": "b5", "role": "paragraph", "text": "one two", "part_of": "g3"},
        {"id": "b6", "role": "paragraph", "text": "three", "part_of": "g3"},
        {"id": "b7", "role": "subhead", "text": "four", "level": 2},
        {"id": "b8", "role": "other", "text": "five", "level": 2},
    ],
    "groups": [{"id": "g1", "type": "figure"}, {"id": "g2", "type": "table"}, {"id": "g3", "type": "box"}],
    "layers": {
        "entity": {"annotations": [
            {"id": "m0", "type": "place", "spans": [span("b5", 0, 3, "one"), span("b5", 4, 7, "two")]},
            {"id": "m1", "type": "place", "spans": [span("b1", 8, 14, "Lisbon")], "confidence": 0.5,
             "attributes": {"x": "y"}, "note": "n"},
        ]},
        "event": {"annotations": [], "relations": [{"id": "r1", "type": "t", "source": "m0", "target": "m1"}]},
        "coreference": {"relations": [{"id": "r2", "type": "anaphora", "source": "m0", "target": "m1"}]},
    },
    "agents": [{"id": "x", "type": "person", "name": "X"}],
}  # fmt: skip
DATA = FORMAT.write(ARTICLE, WriteOptions()).data

REFUSED = [
    ('<TEI xmlns="http://www.tei-c.org/ns/1.0"', "<TEI", "<TEI> is in no namespace, but should be in that of TEI"),
    (' xml:id="a"', "", "root has xml:id"),
    (' xml:lang="en"', ' xml:lang="en" n="1"', "root has xml:id"),
    ("<text>", "<text/><text>", "<text> has no place here"),
    ("</teiHeader>", "</teiHeader>\u00a0", "text directly in <TEI>"),
    ('<body xml:space="preserve">', "<body>", '<body xml:space="preserve">'),
    ("<body", '<body xml:space="preserve"/><body', "exactly one <body>"),
    ("<fileDesc>", "<fileDesc>x", "text directly in <fileDesc>"),
    ("</titleStmt>", "</titleStmt>x", "text directly in <fileDesc>"),
    ("<keywords n", "<keywords rend='x' n", '<keywords rend="x"'),
    ("<fileDesc>", "<fileDesc><other/>", "<other> has no place here"),
    ("<respStmt ", '<respStmt rend="x" ', 'rend="x"'),
    ("</keywords>", "</keywordz>", None),
    ("<term>x</term>", "<term><hi>x</hi></term>", "<hi> has no place"),
    ('<note type="urgency">3<', '<note type="urgency">three<', "'three' in note cannot be read"),
    ("<resp>annotation<", "<resp>editing<", "<resp> has no place"),
    ('<head xml:id="b1"', "<head", "<head> has no xml:id"),
    ('<head xml:id="b1"', '<head n="1" xml:id="b1"', "no attribute n"),
    ('xml:id="b1" type="main"', 'xml:id="b1" type="other"', "no attribute type"),
    ("<argument>", "<argument>x", "text directly in <argument>"),
    ("</argument>", "<p/></argument>", "holds one <p>"),
    ('<figure xml:id="g1"', '<figure/><figure xml:id="g1"', "<figure> holds nothing"),
    ('<figure xml:id="g1"', '<figure xml:id="g1" rend="x"', "no attribute rend"),
    ("<figDesc>Rain<", "<figDesc>Rain</figDesc><figDesc>Rain<", "medium directly before it"),
    ('a.jpg"/>', 'a.jpg">x</graphic>', "<graphic> is empty"),
    ("<cell>b</cell>", '<cell n="1">b</cell>', "<cell> without attributes"),
    ("<cell>a\t", "<cell>a", "ends with a tab"),
    ("<cell>a\t", "<cell/><cell>a\t", "ends with a tab"),
    ('to="#b6"', 'to="#b6" corresp="#g3"', "g3 is part of itself"),
    ('<figure xml:id="g1"', '<figure xml:id="g1" corresp="#g1"', "g1 is part of itself"),
    ('<head xml:id="b7">four</head>', "", "begins with the head"),
    ('type="section" n="2"', 'type="section" n="two"', "n='two' is no number"),
    ('type="other" n="2"', 'type="other" n="two"', "n='two' is no number"),
    ('type="other"', 'type="else"', "'else' is no role"),
    ("<placeName", "<hi", None),
    ('<placeName xml:id="m1"', "<placeName", "<placeName> has no xml:id"),
    ("<placeName", '<placeName rend="x"', "no attribute rend"),
    ("<placeName", '<placeName ana="layer:entity/place"', "not the general form"),
    ('cert="0.5"', 'cert="half"', "'half' is no number"),
    ("#string-range(b5,0,3)", "#string-range(b5,0)", "neither into a block"),
    ("#string-range(b5,0,3)", "#b5", "neither into a block"),
    ('<note type="quote">two</note>', "", "marks 2 spans and quotes 1 span"),
    ('ana="layer:entity/place"', 'ana="entity/place"', "not of the form layer:LAYER/TYPE"),
    ('ana="layer:entity/place"', 'ana="layer:nowhere/place"', "which the header does not declare"),
    ('<interpretation n="event">', '<interpretation n="entity">', "given twice"),
    ('active="#m0"', 'active="m0"', "is not a pointer"),
    ('name="t"', 'name="t" ref="layer:event"', "names its type twice"),
    ("<string>y</string>", "", "feature x has 0 values instead of one"),
    (' active="#m0"', "", "<relation> has no active, and needs it"),
    ('<annotation xml:id="m0"', "<annotation", "<annotation> has no xml:id, and needs it"),
    ('name="t"', 'ref="layer:other"', "stands among those of event"),
    ('target="#m0 #m1"', 'target="#m0"', "1 ends instead of two"),
    ('from="#b5"', 'from="#b99"', "points at 'b99'"),
    ('from="#b5"', 'from="#b4"', "does not hold the blocks from b4 to b6"),
    ('corresp="#m1"', 'corresp="#m9"', "points at 'm9'"),
    ("<string>y</string>", '<string>y</string><numeric value="1"/>', "feature x has 2 values instead of one"),
    ('<note target="#m1">n</note>', '<note target="#m1">n</note>' * 2, "note of m1 is given twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "reason"), REFUSED)
def test_what_the_encoding_has_no_place_for_is_refused_at_its_line(old, new, reason):
    assert DATA.decode().count(old) >= 1, old
    damaged = DATA.decode().replace(old, new, 1).encode()
    with pytest.raises(SourceError) as caught:
        FORMAT.read(damaged, READ)
    assert reason is None or reason in caught.value.reason
    assert caught.value.line is not None
    found, findings = FORMAT.examine(damaged, READ)
    assert found is None
    assert findings
    assert all(finding.message and finding.location.line for finding in findings)


READABLE = [
    ('<title level="a" type="main">Rain</title>', '<title level="a" type="main">Rain</title>' * 2),
    ('<note type="urgency">3</note>', '<note type="urgency">3</note><note type="urgency">4</note>'),
    ("<textClass>", "<textClass/><textClass>"),
]


@pytest.mark.parametrize(("old", "new"), READABLE)
def test_what_can_be_read_but_is_outside_the_profile_is_a_located_finding(old, new):
    damaged = DATA.decode().replace(old, new, 1).encode()
    assert damaged != DATA
    assert FORMAT.read(damaged, READ)
    found, findings = FORMAT.examine(damaged, READ)
    assert found is None
    assert {finding.kind.slug for finding in findings} == {"profile"}
    assert all(finding.location.line and finding.location.xpath for finding in findings)


@pytest.mark.parametrize(
    "before", ['<head xml:id="b1" type="main">h</head>', '<figure><p xml:id="b1">c</p></figure>', ""]
)
def test_the_profile_refuses_a_bottom_run_where_tei_does(before):
    article = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
    data = FORMAT.write(article, WriteOptions()).data.decode()
    trailer = f'{before}<trailer xml:id="b2" type="source">s</trailer></div>'
    found, findings = FORMAT.examine(data.replace("</div>", trailer).encode(), READ)
    assert found is None
    assert {finding.kind.slug for finding in findings} == {"profile"}


FOREIGN = [
    ('{"objects":{"a":1}}', "{", "cannot be read"),
    ('{"objects":{"a":1}}', "[]", "no object of JSON"),
    ('{"objects":{"a":1}}', '{"objects":{},"objects":{}}', "a key stands twice"),
    ('{"objects":{"a":1}}', '{"objects":{"a":NaN}}', "NaN is no number"),
    ('{"objects":{"a":1}}', '{"objects":{"q":1}}', "extra data of 'q'"),
    ('{"objects":{"a":1}}', '{"secret":1}', "secret"),
    ('{"objects":{"a":1}}', '{"objects":null}', "objects is no object"),
    ('{"objects":{"a":1}}', '{"objects":["b1"]}', "objects is no object"),
    ('{"objects":{"a":1}}', '{"objects":{"a":1e999}}', "1e999 is beyond"),
    ('"layout">{"after":"\\n"}', '"layout">"x"', "no object of JSON"),
    ('"layout">{"after":"\\n"}', '"layout">{"before":null}', "before is no object"),
    ('"layout">{"after":"\\n"}', '"layout">{"before":{"b1":1}}', "gap b1 is no string"),
    ('"layout">{"after":"\\n"}', '"layout">{"after":[]}', "gap after is no string"),
    ('"layout">{"after":"\\n"}', '"layout">{"file":"x"}', "gaps are separator, after and before"),
    ('{"objects":{"a":1}}', '{"objects":{"a":' + "[" * 100_000 + "]" * 100_000 + "}}", "cannot be read"),
]


@pytest.mark.parametrize(("old", "new", "reason"), FOREIGN)
def test_foreign_data_that_are_not_ours_are_refused(old, new, reason):
    data = FORMAT.write({**ARTICLE, "extra": 1, "origin": {"after": "\n"}}, WriteOptions()).data.decode()
    assert data.count(old) == 1
    with pytest.raises(SourceError, match=reason):
        FORMAT.read(data.replace(old, new).encode(), READ)


HEAD = '<?xml version="1.0"?>\n'
MALFORMED = [
    (b"", "empty-file", 1),
    (b" \n ", "empty-file", 1),
    (b"<TEI>", "not-well-formed", 1),
    (b"\x00\x01", "not-well-formed", 1),
    (b"<TEI>\n\x01</TEI>", "illegal-in-xml", 2),
    (b"<TEI>\n&#xFFFE;</TEI>", "illegal-in-xml", 2),
    (b"<TEI>\ncaf\xe9</TEI>", "undecodable", 2),
    (b"<?xml version='1.0' encoding='klingon'?><TEI/>", "undecodable", 1),
    (b"<TEI>\n<" + b"a" * 60_000 + b"/></TEI>", "file-too-large", 2),
    (b"<TEI>\n" + b"a" * 10_100_000 + b"</TEI>", "file-too-large", 2),
    (f"{HEAD}<!-- <!DOCTYPE --><!DOCTYPE TEI><TEI/>".encode(), "dtd-not-allowed", 2),
    (f"{HEAD}\n<!DOCTYPE TEI [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><TEI>&e;</TEI>".encode(), "dtd-not-allowed", 3),
    (HEAD.replace("?>", " encoding='UTF-16'?>").encode("utf-16")[:2] + "<!DOCTYPE TEI><TEI/>".encode("utf-16")[2:],
     "dtd-not-allowed", 1),
    (b'<TEI>\n<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a"/></TEI>', "xinclude-not-allowed", 2),
    (b"<TEI>\n&nbsp;</TEI>", "not-well-formed", 2),
    (b"<a>" * 5000 + b"</a>" * 5000, "too-deep", 1),
    (b"<html/>", "not-an-article", 1),
]  # fmt: skip


@pytest.mark.parametrize(("data", "kind", "line"), MALFORMED)
def test_what_is_no_sound_xml_is_one_finding(data, kind, line):
    found, findings = FORMAT.examine(data, READ)
    assert found is None
    assert [(finding.kind.slug, finding.location.line) for finding in findings] == [(kind, line)]


def test_a_doctype_in_the_text_is_text():
    data = DATA.replace(b"one two", b"<![CDATA[<!DOCTYPE]]>")
    assert parse(data) is not None


def test_hostile_documents_are_findings_and_nothing_else(shared_data):
    cases = sorted((shared_data / "hostile" / "cases" / "xml").glob("*.xml"))
    assert len(cases) > 50
    for case in cases:  # those that are well-formed TEI have no ids, so they are outside the profile
        found, findings = FORMAT.examine(case.read_bytes(), READ)
        assert found is None, case.name
        assert findings, case.name


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<title>Rain<", "<title>Sun<", "repeats title and says “Sun” instead of “Rain”"),
        ('<language ident="pt"/>', '<language ident="pt"/><language ident="fr"/>', "“en”, “pt”, “fr”"),
        ('<language ident="en"/>', '<language ident="pt"/><language ident="en"/>', "“pt”, “en”, “pt”"),
    ],
)
def test_a_copy_that_was_edited_is_a_finding_and_the_article_is_read(old, new, message):
    found, (finding,) = FORMAT.examine(DATA.decode().replace(old, new, 1).encode(), READ)
    assert found == FORMAT.read(DATA, READ)
    assert finding.kind.code == "X001"
    assert message in finding.message
    assert finding.location.line


@pytest.mark.parametrize(
    ("pointer", "xpath"),
    [
        ("/layers/entity/annotations/0/spans/0/text", "//*[@xml:id='m1']"),
        ("/blocks/2/media/alt", "//*[@xml:id='b3']"),
        ("/metadata/authors", "//*[@xml:id='a']"),
        ("/agents/0", "//*[@xml:id='x']"),
        ("/blocks/99", "//*[@xml:id='a']"),
        ("", "//*[@xml:id='a']"),
    ],
)
def test_a_value_of_the_article_is_located_at_the_nearest_element_with_an_id(pointer, xpath):
    text, (site,) = FORMAT.locate(DATA, READ, FORMAT.read(DATA, READ), [Sought(pointer)])
    assert site.xpath == xpath
    tag = text[site.start : site.end]
    assert (tag[0], tag[-1], tag.count("<")) == ("<", ">", 1)
    assert f'xml:id="{xpath[len("//*[@xml:id=") + 1 : -2]}"' in tag


def test_the_second_of_two_elements_with_one_id_is_located():
    data = DATA.replace(b'<p xml:id="b6"', b'<p xml:id="b5"').replace(b'to="#b6"', b'to="#b5"')
    article = {**ARTICLE, "blocks": [{**block, "id": block["id"].replace("b6", "b5")} for block in ARTICLE["blocks"]]}
    text, sites = FORMAT.locate(data, READ, article, [Sought(f"/blocks/{number}/id") for number in (4, 5)])
    assert [text[site.start : site.end] for site in sites] == ['xml:id="b5"', 'xml:id="b5"']
    assert [text[site.end :].partition("<")[0] for site in sites] == [">one two", ">three"]


@pytest.mark.parametrize(
    ("data", "like"), [(b"<TEI/>", True), (b"\xef\xbb\xbf <?xml", True), ("<a".encode("utf-16"), True), (b"a <", False)]
)
def test_a_file_that_begins_with_a_tag_looks_like_tei(data, like):
    assert FORMAT.looks_like(data) is like


def test_several_pairs_in_one_pointer_are_several_spans():
    old = b'target="#string-range(b5,0,3) #string-range(b5,4,3)"'
    assert old in DATA
    assert FORMAT.read(DATA.replace(old, b'target="#string-range(b5,0,3,4,3)"'), READ) == FORMAT.read(DATA, READ)


def test_a_document_without_text_is_refused():
    damaged = re.sub(rb"<text>.*</text>", b"", DATA, flags=re.DOTALL)
    with pytest.raises(SourceError, match="<teiHeader> and <text> are needed"):
        FORMAT.read(damaged, READ)


def test_a_corpus_of_articles_is_told_to_be_divided():
    corpus = b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI/></teiCorpus>'
    _, (finding,) = FORMAT.examine(corpus, READ)
    assert (finding.kind.code, finding.hint) == ("F010", "write each <TEI> in it into a file of its own")


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("<hi ", "<hi> is no annotation that a layer declares"),
        ('<seg ana="entity/place" ', "not of the form layer:LAYER/TYPE"),
        ('<seg ana="layer:/place" ', "not of the form layer:LAYER/TYPE"),
    ],
)
def test_an_element_that_no_layer_declares_is_refused_where_it_stands(start, reason):
    name = start[1:].split()[0]
    damaged = DATA.decode().replace("<placeName ", start).replace("</placeName>", f"</{name}>").encode()
    with pytest.raises(SourceError) as caught:
        FORMAT.read(damaged, READ)
    assert reason in caught.value.reason
    assert caught.value.xpath == "//*[@xml:id='m1']"


def test_a_value_whose_id_is_no_element_is_located_at_the_root():
    article = ARTICLE | {"extra": {"id": "nowhere", "list": ["x", {}, {"id": "there"}]}}
    for pointer in ("/extra/id", "/extra/list/2/id"):
        text, (site,) = FORMAT.locate(DATA, READ, article, [Sought(pointer)])
        assert site.xpath == "//*[@xml:id='a']"
        assert text[site.start : site.end].startswith("<TEI ")


def test_a_document_with_a_prefix_for_tei_is_read_and_what_is_outside_the_profile_located():
    prefixed = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1t:", DATA).replace(b"xmlns=", b"xmlns:t=")
    assert FORMAT.read(prefixed, READ) == FORMAT.read(DATA, READ)
    found, findings = FORMAT.examine(prefixed.replace(b"<t:textClass>", b"<t:textClass/><t:textClass>"), READ)
    assert found is None
    assert {finding.kind.slug for finding in findings} == {"profile"}
    assert all(finding.location.line and finding.location.xpath for finding in findings)


UNSOUND = [
    ('<language ident="pt"/>', "", "X004", "b2",
     'xml:lang of <p> is "pt", which <langUsage> does not declare; declared: en'),
    ('<language ident="pt"/>', '<language ident="fr"/>', "X004", "b2", "declared: en, fr"),
    ('<placeName xml:id="m1"', '<placeName resp="#b1" xml:id="m1"', "X003", "m1",
     'resp of <placeName> is "#b1", which no <respStmt> declares; declared: #x'),
    ("#string-range(b5,4,3)", "#string-range(b5,4,4)", "X005", "m0",
     "string-range(b5,4,4) ends at 8, but the text of b5 has 7 characters"),
    ('target="#m0 #m1"', 'target="#m0"', "X006", "r2", "target of <link> needs at least two pointers"),
    (' active="#m0"', "", "X006", "r1", "passive of <relation> stands only beside active"),
    ('name="t"', "", "X006", "r1", "<relation> needs name, ref or key"),
    ('<note type="quote">two</note>', "", "X002", "m0", "annotation m0 marks 2 spans and quotes 1 span"),
    ('ana="layer:entity/place"', 'ana="layer:nowhere/place"', "X002", "m0",
     "there are annotations of layer nowhere, which the header does not declare"),
    ('from="#b5"', 'from="#b4"', "X002", "g3", "group g3 does not hold the blocks from b4 to b6"),
    ('to="#b6"', 'to="#b6" corresp="#g3"', "X002", "g3", "group g3 is part of itself"),
    ('from="#b5"', 'from="#b99"', "X002", "g3",
     "from of <span> points at 'b99', and nothing that can be meant has this id"),
    ('<p xml:id="b6"', '<p xml:id="b5"', "X002", "b5",
     "the id 'b5' stands twice, and 'b6', which is pointed at, nowhere"),
    ('ana="layer:entity/place"', 'ana="layer:entitie/place"', "X002", "m0",
     "there are annotations of layer entitie, which the header does not declare, did you mean entity?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "element", "message"), UNSOUND)
def test_what_does_not_fit_together_is_one_finding_at_its_element(old, new, code, element, message):
    _, (finding,) = FORMAT.examine(DATA.decode().replace(old, new, 1).encode(), READ)
    assert (finding.kind.code, finding.location.xpath) == (code, f"//*[@xml:id='{element}']")
    assert message in finding.message


def test_a_document_that_declares_no_languages_is_told_so_once():
    data = DATA.decode().replace("<langUsage>", "").replace("</langUsage>", "")
    data = data.replace('<language ident="en"/>', "").replace('<language ident="pt"/>', "")
    _, (finding,) = FORMAT.examine(data.encode(), READ)
    assert finding.kind.code == "X004"
    assert finding.message == 'xml:lang of <TEI> is "en", and no <langUsage> declares it'
    assert '<langUsage><language ident="en"/><language ident="pt"/></langUsage>' in (finding.hint or "")


SAID_TWICE = [
    ('(<f name="case">.*?</f>)', "case of m1 is given twice", 'name="case"'),
    ('(<note target="#m1">.*?</note>)', "note of m1 is given twice", '<note target="#m1">'),
    (
        '(<interpretation n="entity".*?</interpretation>)',
        "entity of the declaration of layers is given twice",
        'n="entity"',
    ),
]


@pytest.mark.parametrize(("pattern", "message", "marked"), SAID_TWICE)
def test_what_is_said_twice_is_marked_where_it_is_said_again(pattern, message, marked):
    span = {"block": "b1", "start": 0, "end": 4, "text": "Rain"}
    mention = {"id": "m1", "type": "place", "spans": [span], "attributes": {"case": "loc"}, "note": "Seen"}
    article = {
        "schema_version": "1.0",
        "id": "a",
        "metadata": {},
        "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain."}],
        "layers": {"entity": {"annotations": [mention]}},
    }
    data = re.sub(pattern, r"\1\1", FORMAT.write(article, WriteOptions()).data.decode(), count=1, flags=re.DOTALL)
    found, (finding,) = FORMAT.examine(data.encode(), READ)
    assert found is None
    assert (finding.kind.code, finding.message, finding.hint) == ("X002", message, "keep one of them")
    place = finding.location
    sought = Sought(xpath=place.xpath, line=place.line, attribute=place.attribute)
    text, (site,) = FORMAT.locate(data.encode(), READ, None, [sought])
    assert text[site.start : site.end] == marked
    assert text[: site.start].count(marked) == 1
