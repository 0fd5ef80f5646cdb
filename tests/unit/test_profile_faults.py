"""What is said of TEI documents that break the profile: one mistake each, its place and the exact words for it."""

from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path

import pytest
from lxml import etree

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.tei import FORMAT, check, xml
from corpus_tools.formats.tei.check import PROFILE, profile_validator
from corpus_tools.formats.tei.grammar import Grammar, profile_grammar
from corpus_tools.formats.tei.profile_faults import profile_faults

ANNOTATED = sorted((Path(__file__).parents[2] / "fixtures/annotated").glob("*.xml"))
ARTICLE = {
    "schema_version": "1.0",
    "id": "a",
    "language": "pt",
    "metadata": {"title": "Chuva", "keywords": ["chuva"], "urgency": 3, "published": "2026-03-04"},
    "blocks": [
        {"id": "b1", "role": "headline", "text": "Chuva em Lisboa"},
        {"id": "b2", "role": "media", "text": "", "part_of": "g1",
         "media": {"type": "image", "uri": "https://example.org/a.jpg"}},
        {"id": "b3", "role": "paragraph", "text": "Choveu em Lisboa."},
        {"id": "b4", "role": "subhead", "text": "Amanhã"},
        {"id": "b5", "role": "paragraph", "text": "Sol."},
        {"id": "b6", "role": "source", "text": "Fonte: Lusa"},
    ],
    "groups": [{"id": "g1", "type": "figure"}],
    "layers": {
        "entity": {"annotations": [
            {"id": "m1", "type": "place", "agent": "x", "confidence": 0.5, "attributes": {"case": "loc"},
             "spans": [{"block": "b3", "start": 10, "end": 16, "text": "Lisboa"}]},
        ], "relations": [{"id": "r1", "type": "near", "source": "m1", "target": "m1"}]},
        "coreference": {"relations": [{"id": "r2", "type": "anaphora", "source": "m1", "target": "m1"}]},
    },
    "entities": [
        {"id": "e1", "type": "person", "name": "Rui"},
        {"id": "e2", "type": "place", "name": "Lisboa"},
        {"id": "e3", "type": "event", "name": "Chuva"},
    ],
    "origin": {"file": "a.txt", "sha256": "0" * 64},
    "agents": [{"id": "x", "type": "person", "name": "X"}],
}  # fmt: skip
DATA = FORMAT.write(ARTICLE, WriteOptions()).data.decode()
INLINE = "allowed here are <seg>, <persName>, <orgName>, <placeName>, <date>, <time>"

FAULTS = [
    ("<placeName", "<persname", "//*[@xml:id='m1']",
     f"<persname> cannot stand in <p>, did you mean <persName>? A{INLINE[1:]}", "write <persName>"),
    ("<placeName", "<strong", "//*[@xml:id='m1']", f"<strong> cannot stand in <p>; {INLINE}",
     "write one of them instead of <strong>, or remove it"),
    ('cert="0.5"', 'cert="0,5"', "//*[@xml:id='m1']",
     'cert of <placeName> is "0,5", but should be a number', "write 0.5"),
    ('cert="0.5"', 'certainty="0.5"', "//*[@xml:id='m1']",
     "<placeName> cannot have the attribute certainty; it may have xml:id, ref, resp, cert", "remove certainty"),
    ('resp="#x"', 'rsep="#x"', "//*[@xml:id='m1']",
     "<placeName> cannot have the attribute rsep, did you mean resp? It may have xml:id, ref, resp, cert",
     "write resp"),
    ('resp="#x"', 'resp="x"', "//*[@xml:id='m1']",
     'resp of <placeName> is "x", but should be a pointer such as #b1', "write #x"),
    ('xml:id="b1" type="main"', 'xml:id="b1" type="mian"', "//*[@xml:id='b1']",
     'type of <head> is "mian", did you mean "main"? Allowed are "kicker", "main", "sub"', "write main"),
    ('xml:id="b1" type="main"', 'type="main"', "//*[@xml:id='a']/text/body/div/head",
     "<head> needs the attribute xml:id", 'add xml:id="…", an id such as b1 that nothing else in the document has'),
    ('xml:id="b5"', 'xml:id="5"', "//*[@xml:id='5']",
     'xml:id of <p> is "5", but should be an id such as b1', "write _5"),
    ('<trailer xml:id="b6" type="source">', '<trailer xml:id="b6" type="weather">', "//*[@xml:id='b6']",
     'type of <trailer> is "weather"; allowed are "source", "tagline", "copyright", "tags", "correction"',
     "write one of them"),
    ("<text>", "<back/><text>", "//*[@xml:id='a']/back", "<back> cannot stand in <TEI>; allowed here is <text>",
     "write <text> instead of <back>, or remove it"),
    ('<head xml:id="b4">Amanhã</head>', "", "//*[@xml:id='b5']", "<head> is missing before <p> in <div>",
     "write <head> before <p>, and what belongs in it"),
    ("<titleStmt>", "<titelStmt>", "//*[@xml:id='a']/teiHeader/fileDesc/titelStmt",
     "<titelStmt> cannot stand in <fileDesc>, did you mean <titleStmt>? Allowed here is <titleStmt>",
     "write <titleStmt>"),
    ("<sourceDesc>", "note<sourceDesc>", "//*[@xml:id='a']/teiHeader/fileDesc",
     'the text "note" stands directly in <fileDesc>, where only elements may stand',
     "remove it, or put it into an element that may stand there, or write another instead of <fileDesc>"),
    ('a.jpg"/>', 'a.jpg">Chuva</graphic>', "//*[@xml:id='b2']",
     'the text "Chuva" stands directly in <graphic>, where nothing may stand',
     "remove it, or put it into an element that may stand there, or write another instead of <graphic>"),
    ("<term>chuva</term>", "<term><hi>chuva</hi></term>",
     "//*[@xml:id='a']/teiHeader/profileDesc/textClass/keywords/term/hi",
     "<hi> cannot stand in <term>; nothing may stand there", "remove <hi>"),
    ("<term>chuva</term>", "<term/>", "//*[@xml:id='a']/teiHeader/profileDesc/textClass/keywords/term",
     "<term> is empty, but should hold a text",
     "remove <term>, or write what it holds"),
    ("<term>chuva</term>", "", "//*[@xml:id='a']/teiHeader/profileDesc/textClass/keywords",
     "<keywords> needs <term>", "write <term> into it"),
    ('<note type="urgency">3<', '<note type="urgency">high<', "//*[@xml:id='a']/teiHeader/fileDesc/notesStmt/note",
     'the text of <note> is "high", but should be a whole number', None),
    ('<note type="urgency">', '<note type="urgnecy">', "//*[@xml:id='a']/teiHeader/fileDesc/notesStmt/note",
     'type of <note> is "urgnecy", did you mean "urgency"? Allowed are "status", "urgency", "editorial_note"',
     "write urgency"),
    ('<note type="urgency">3</note>', '<note type="urgency">3</note><note type="urgency">4</note>',
     "//*[@xml:id='a']/teiHeader/fileDesc/notesStmt/note[2]",
     '<note type="urgency"> stands a second time in <notesStmt>, where one may stand', "keep one of them"),
    ("<string>loc</string>", "", "//*[@xml:id='a']/standOff/fs/f",
     '<f> needs one of <string>, <numeric>, <binary>, <vColl org="list">',
     'write one of <string>, <numeric>, <binary>, <vColl org="list"> into it'),
    ("<string>loc</string>", '<string>loc</string><numeric value="1"/>', "//*[@xml:id='a']/standOff/fs/f/numeric",
     "<numeric> cannot stand at this place in <f>; nothing more may stand there", "remove <numeric>"),
    ("<standOff>", '<standOff xmlns="http://example.org/own">', "//*[@xml:id='a']/standOff",
     "<standOff> cannot stand in <TEI>: it is not in the namespace of TEI",
     'declare xmlns="http://www.tei-c.org/ns/1.0"'),
]  # fmt: skip

RENDERED = ["bold", "italic", "underline", "superscript", "subscript", "strikethrough", "small_caps", "highlight"]
HEADER = "//*[@xml:id='a']/teiHeader"
ONE_FAULT = [
    # what is exchanged, stands twice, is refused at the end, or needs several attributes
    (re.compile("(<fileDesc>.*</fileDesc>)(.*)(<encodingDesc>.*</encodingDesc>)", re.DOTALL), r"\3\2\1",
     f"{HEADER}/fileDesc", "<fileDesc> stands too late in <teiHeader>: it belongs before <encodingDesc>",
     "move it before <encodingDesc>"),
    (re.compile("(<notesStmt>.*</notesStmt>)(.*)(<sourceDesc>.*</sourceDesc>)", re.DOTALL), r"\3\2\1",
     f"{HEADER}/fileDesc/notesStmt", "<notesStmt> stands too late in <fileDesc>: it belongs before <sourceDesc>",
     "move it before <sourceDesc>"),
    (re.compile('(<head xml:id="b4">.*?</head>)(\\s*)(<p xml:id="b5">.*?</p>)'), r"\3\2\1", "//*[@xml:id='b4']",
     '<head xml:id="b4"> stands too late in <div>: it belongs before <p xml:id="b5">',
     'move it before <p xml:id="b5">'),
    (re.compile("(<titleStmt>.*</titleStmt>)", re.DOTALL), r"\1\1", f"{HEADER}/fileDesc/titleStmt[2]",
     "<titleStmt> stands a second time in <fileDesc>, where one may stand", "keep one of them"),
    (re.compile("<string>loc</string>"), "<loc/>", "//*[@xml:id='a']/standOff/fs/f/loc",
     '<loc> cannot stand in <f>; allowed here are <string>, <numeric>, <binary>, <vColl org="list">',
     "write one of them instead of <loc>, or remove it"),
    (re.compile("<string>loc</string>"), "loc", "//*[@xml:id='a']/standOff/fs/f",
     'the text "loc" stands directly in <f>, where only elements may stand', "put it into <string>"),
    (re.compile('<date type="published" when="2026-03-04"/>'), '<date type="published">2026-03-04</date>',
     f"{HEADER}/fileDesc/sourceDesc/biblStruct/monogr/imprint/date",
     '<date> has "2026-03-04" as its text, which should stand in the attribute when',
     'write when="2026-03-04" into the tag, and remove the text'),
    (re.compile('(<p xml:id="b3">.*?</p>)'), r'\1<trailer xml:id="z1" type="tags">x</trailer><p xml:id="z2">y</p>',
     "//*[@xml:id='z1']",
     '<trailer xml:id="z1"> stands too early in <div>: <p xml:id="z2"> and what follows belong before it',
     "move it behind them, or write another element than <trailer>"),
    (re.compile("(<sourceDesc>.*</sourceDesc>)", re.DOTALL), "", f"{HEADER}/fileDesc",
     "<fileDesc> needs <sourceDesc> after <notesStmt>, which is the last in it", "write <sourceDesc> into it"),
    (re.compile("(<publicationStmt>)"), r"\1<rs>a</rs> of the text ", f"{HEADER}/fileDesc/publicationStmt/rs",
     "<rs> cannot stand in <publicationStmt>; allowed here are <publisher>, <p>",
     "write one of them instead of <rs>, or remove it"),
    (re.compile('<note type="urgency">'), "<note>", f"{HEADER}/fileDesc/notesStmt/note",
     "<note> needs the attribute type", 'add type="…", "status" or "urgency" or "editorial_note"'),
    (re.compile("(<langUsage>.*</langUsage>)(.*)(<text>)", re.DOTALL), r"\2\1\3", "//*[@xml:id='a']/langUsage",
     "<langUsage> cannot stand in <TEI>; allowed here is <text>", "write <text> instead of <langUsage>, or remove it"),
    (re.compile("(<titleStmt>.*</titleStmt>)(.*)(<text>)", re.DOTALL), r"\2\1\3", "//*[@xml:id='a']/titleStmt",
     "<titleStmt> cannot stand in <TEI>: it belongs into <fileDesc>, where it is missing",
     "move it into the <fileDesc> of line 4"),
    (re.compile('<p xml:id="b3">(.*?)</p>'), r'<div xml:id="b3">\1</div>', "//*[@xml:id='b3']",
     'the text "Choveu em" stands directly in <div>, where only elements may stand',
     "remove it, or put it into an element that may stand there, or write another instead of <div>"),
    (re.compile('<idno type="sha256">'), "<idno>", f"{HEADER}/fileDesc/sourceDesc/bibl/idno[2]",
     "<idno> needs the attribute type", 'add type="…", "media_type" or "encoding" or "newline" or "sha256"'),
    (re.compile("<listPlace>.*</listPlace>", re.DOTALL), '<annotation xml:id="z"/>', "//*[@xml:id='z']",
     re.compile("<annotation> cannot stand in <standOff>, did you mean <listAnnotation>"), "write <listAnnotation>"),
    (re.compile('<title level="a" '), "<title ", f"{HEADER}/fileDesc/sourceDesc/biblStruct/analytic/title",
     "<title> needs the attribute level", 'add level="a"'),
    (re.compile('<note type="urgency">3'), '<note type="high">x', f"{HEADER}/fileDesc/notesStmt/note",
     'type of <note> is "high"; allowed are "status", "urgency", "editorial_note"', "write one of them"),
    (re.compile("Choveu em"), '<hi xml:id="h1">bold</hi>', "//*[@xml:id='h1']", "<hi> needs the attribute rend",
     f'add rend="…", {" or ".join(map(json.dumps, RENDERED))}'),
    (re.compile('<p xml:id="b5">'), '<p id="b5">', "//*[@xml:id='a']/text/body/div/div/p",
     "<p> cannot have the attribute id, did you mean xml:id? It may have xml:id, xml:lang", "write xml:id"),
    (re.compile("<language ident=.pt./>"), "<langue/>", f"{HEADER}/profileDesc/langUsage/langue",
     "<langue> cannot stand in <langUsage>, did you mean <language>? Allowed here is <language>", "write <language>"),
    (re.compile("<term>chuva</term>"), "<w>chuva</w>", f"{HEADER}/profileDesc/textClass/keywords/w",
     "<w> cannot stand in <keywords>; allowed here is <term>", "write <term> instead of <w>, or remove it"),
    (re.compile('<person xml:id="e1">'), "<person>", "/standOff/listPerson/person",
     "<person> needs the attribute xml:id", 'add xml:id="…", an id such as b1 that nothing else in the document has'),
    (re.compile('<link xml:id="r2" ana="layer:coreference/anaphora" target="#m1 #m1"'), '<link xml:id="r2"',
     "//*[@xml:id='r2']", "<link> needs the attributes ana and target",
     'add ana="…", a layer and a type such as layer:entity/place; target="…", pointers such as #b1 #b2'),
]  # fmt: skip
VALUES = [
    ("date when", "2024-02-30", "which does not exist: February 2024 has 29 days", "write what is known"),
    ("date when", "2023-13-01", "which does not exist: there is no month 13", "write what is known"),
    ("date when", "0000-01-01", "which does not exist: years begin with 0001", "write what is known"),
    ("date when", "2024-02-03T24:10:00", "which does not exist: there is no hour 24", "write what is known"),
    ("date when", "2024-02-03T10:61:00", "which does not exist: there is no minute 61", "write what is known"),
    ("date when", "2024-02-03T10:00:00+14:30", "offsets from UTC run from -13:00 to +13:59", "write what is known"),
    ("date when", "2024-2-3", "should be a date such as", "write 2024-02-03"),
    ("date when", "2024/02/03", "should be a date such as", "write 2024-02-03"),
    ("date when", "2024-02-03 9:30", "should be a date such as", "write 2024-02-03T09:30:00"),
    ("date when", "25.3.2024", "should be a date such as", "write 2024-03-25"),
    ("date when", "3.2.2024", "should be a date such as", "write what is known"),
    ("date when", "yesterday", "should be a date such as", "write what is known"),
    ("placeName cert", "0,5", "should be a number", "write 0.5"),
    ("placeName cert", "high", "should be a number", None),
    ("placeName resp", "x", "should be a pointer such as #b1", "write #x"),
    ("p xml:id", "b 3", "should be an id such as b1", "write b_3"),
    ("language ident", "pt_BR", "should be a language tag such as pt-BR", "write pt-BR"),
    ("language ident", "p", "should be a language tag such as pt-BR", None),
]


def findings(data: str) -> list:
    article, found = FORMAT.examine(data.encode(), ReadOptions("x.xml"))
    assert (article is None) == bool(found)
    return found


@pytest.mark.parametrize(("old", "new", "xpath", "message", "hint"), FAULTS)
def test_one_mistake_is_one_finding_in_words(old: str, new: str, xpath: str, message: str, hint: str | None) -> None:
    assert old in DATA
    damaged = DATA.replace(old, new, 1)
    if new.startswith("<") and " " not in new and "/" not in new:
        damaged = damaged.replace(f"</{old[1:].rstrip('>')}>", f"</{new[1:].rstrip('>')}>", 1)
    (finding,) = findings(damaged)
    assert finding.kind.code == "S002"
    assert finding.location.xpath == xpath
    assert finding.location.line is not None
    assert finding.message == message or (message.endswith("<time>") and finding.message.startswith(message))
    assert finding.hint == hint


@pytest.mark.parametrize(("old", "new", "xpath", "message", "hint"), ONE_FAULT)
def test_a_mistake_in_the_order_of_elements_is_one_finding(old, new, xpath, message, hint) -> None:
    damaged, count = old.subn(new, DATA)
    assert count == 1
    (finding,) = findings(damaged)
    assert finding.location.xpath.endswith(xpath.removeprefix("/"))
    assert message.match(finding.message) if isinstance(message, re.Pattern) else message == finding.message
    assert finding.hint == hint


@pytest.mark.parametrize(("place", "value", "message", "hint"), VALUES)
def test_a_value_of_another_form_is_told_with_what_was_meant(place, value, message, hint) -> None:
    element, attribute = place.split()
    before, count = re.subn(rf"(<{element} [^<>]*{attribute}=)\"[^\"]*\"", rf'\1"{value}"', DATA, count=1)
    assert count == 1
    (finding,) = findings(before)
    assert message in finding.message
    assert hint == finding.hint or (hint is not None and (finding.hint or "").startswith(hint))
    assert finding.location.attribute == (xml.ID if attribute == "xml:id" else attribute)


def test_what_is_in_a_refused_element_breaks_no_constraint_of_its_own() -> None:
    damaged = DATA.replace('<div type="article">', "<p>").replace("</div>\n    </body>", "</p>\n    </body>")
    (finding,) = findings(damaged)
    assert finding.message == '<p> cannot stand in <body>; allowed here is <div type="article">'
    (finding,) = findings(DATA.replace("Choveu em", "<p>Choveu</p>"))
    assert (finding.kind.code, finding.message) == ("X006", "<p> cannot stand inside <p> or <ab>")


def test_several_mistakes_are_several_findings() -> None:
    damaged = DATA.replace('cert="0.5"', 'cert="x"').replace("<term>chuva</term>", "<term/>")
    assert [finding.message.partition(" is ")[0] for finding in findings(damaged)] == [
        "<term>",
        "cert of <placeName>",
    ]


def test_where_the_grammar_finds_nothing_libxml2_has_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "profile_faults", lambda _root, _grammar: iter(()))
    finding = findings(DATA.replace('cert="0.5"', 'cert="x"'))[0]
    assert finding.message.startswith("libxml2 refuses the document, perhaps not for what is wrong with it: ")


def mutate(root: etree._Element, chance: random.Random) -> None:
    """Break one thing in a document, or nothing."""
    element = chance.choice(list(root.iter()))
    other = chance.choice(list(root.iter()))
    parent = element.getparent()
    kind = chance.randrange(7)
    if kind == 0:
        element.tag = other.tag
    elif kind == 1 and parent is not None:
        parent.remove(element)
    elif kind == 2 and parent is not None:
        parent.append(element)
    elif kind == 3 and element.attrib:
        del element.attrib[chance.choice(list(element.keys()))]
    elif kind == 4 and other.attrib:
        name = chance.choice(list(other.keys()))
        element.set(name, other.get(name) or "")
    elif kind == 5:
        element.text = chance.choice([None, "x", " ", "7"])
    elif parent is not None:
        parent.insert(parent.index(element), copy.deepcopy(element))


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.stem)
@pytest.mark.no_cover
def test_faults_are_told_exactly_when_libxml2_refuses_the_document(path: Path) -> None:
    data = path.read_bytes()
    grammar = profile_grammar(PROFILE)
    chance = random.Random(path.name)
    refused = 0
    for _ in range(16):
        root = etree.fromstring(data, etree.XMLParser(collect_ids=False))
        mutate(root, chance)
        root = xml.parse(etree.tostring(root))
        accepted = profile_validator().validate(root)
        faults = list(profile_faults(root, grammar))
        assert accepted == (not faults), etree.tostring(root)[:400]
        assert len(faults) <= 12
        refused += not accepted
    assert refused > 3


def test_the_deepest_document_is_walked_to_its_end() -> None:
    depth = 249
    nested = "".join(f'<seg xml:id="s{number}" ana="layer:entity/place">' for number in range(depth))
    damaged = DATA.replace("Sol", f'{nested}<seg xml:id="9"/>{"</seg>" * depth}')
    assert findings(damaged)[0].location.xpath == "//*[@xml:id='9']"


def test_a_long_document_takes_time_in_proportion() -> None:
    many = "".join(f'<p xml:id="c{number}">Sol</p>' for number in range(3000))
    damaged = DATA.replace('<p xml:id="b5">Sol.</p>', f'{many}<p xml:id="b5"/><q/>')
    assert [finding.message.partition(";")[0] for finding in findings(damaged)] == ["<q> cannot stand in <div>"]


OWN = Grammar(
    etree.fromstring("""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:own"><start><element name="a">
    <choice><attribute name="x"><value>1</value></attribute><attribute name="y"><value>1</value></attribute></choice>
    <oneOrMore><element name="b"><empty/></element></oneOrMore></element></start></grammar>""")
)


@pytest.mark.parametrize(
    ("document", "messages"),
    [
        ('<a xmlns="urn:own" x="1"><b/><b/></a>', []),
        ('<a xmlns="urn:own" x="1" y="1"><b/></a>', ['<a> cannot have y="1" beside its other attributes']),
        ('<a xmlns="urn:own"><b/></a>', ["<a> needs the attribute x"]),
        ('<a xmlns="urn:own" x="1"/>', ["<a> needs <b>"]),
        ('<b xmlns="urn:own"/>', ["<b> cannot stand in the document; allowed here is <a>"]),
    ],
)
def test_a_grammar_of_ones_own(document: str, messages: list[str]) -> None:
    assert [fault.message for fault in profile_faults(etree.fromstring(document), OWN)] == messages


def test_of_an_element_with_many_wrong_attributes_the_first_ones_are_told() -> None:
    many = " ".join(f'z{number}="1"' for number in range(3000))
    faults = list(profile_faults(etree.fromstring(f'<a xmlns="urn:own" x="1" {many}><b/></a>'), OWN))
    assert len(faults) == 100
    assert faults[0].message == "<a> cannot have the attribute z0; it may have x, y"
