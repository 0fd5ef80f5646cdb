"""The TEI laws: what is written is valid TEI, reads back equal, and is written again the same."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from laws import Laws
from lxml import etree
from official import PROFILE, faults, jing, official_paths
from strategies import articles

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.tei import FORMAT
from corpus_tools.formats.tei.check import profile_validator
from corpus_tools.mapping import tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical

READ = ReadOptions(file="x.xml")
INLINE = WriteOptions()
STANDOFF = WriteOptions(standoff=True)
NS = f"{{{tei_mapping().namespace}}}"
law = Laws()
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def exactly(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def text_of(article: Article, options: WriteOptions = INLINE) -> bytes:
    written = FORMAT.write(article, options)
    assert written.losses == ()
    return written.data


@law
def what_is_written_reads_back_equal(article):
    found, findings = FORMAT.examine(text_of(article), READ)
    assert findings == []
    assert exactly(found) == exactly(canonical(article))


@law
def the_canonical_text_is_written_again_as_it_is(article):
    data = text_of(article)
    assert text_of(FORMAT.read(data, READ)) == data


@law
def with_every_annotation_standoff_it_reads_the_same(article):
    data = text_of(article, STANDOFF)
    inline = {candidate.tag for candidate in etree.fromstring(data).iter(f"{NS}seg", f"{NS}w", f"{NS}persName")}
    found, findings = FORMAT.examine(data, READ)
    assert findings == []
    assert exactly(found) == exactly(canonical(article))
    assert inline <= {f"{NS}seg", f"{NS}persName"}  # those of the header and of entities


@law
def what_is_written_is_valid_by_the_profile(article):
    assert faults(profile_validator(), text_of(article)) == []
    assert faults(profile_validator(), text_of(article, STANDOFF)) == []


@pytest.mark.parametrize("name", ["TEI 4.3", "TEI 4.8"])
def test_what_is_written_is_valid_by_the_official_schema(name, official_schemas):
    if name not in official_schemas:
        pytest.skip(f"the schema of {name} is not on this machine")
    schema = official_schemas[name]

    @given(articles())
    def check(article):
        assert faults(schema, text_of(article)) == []
        assert faults(schema, text_of(article, STANDOFF)) == []

    check()


def test_jing_agrees_about_profile_and_official_schemas(tmp_path):
    texts: list[bytes] = []

    @settings(max_examples=60, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(articles())
    def collect(article):
        texts.append(text_of(article))

    collect()
    assert len(texts) >= 60
    files = [tmp_path / f"{number}.xml" for number in range(len(texts))]
    for file, data in zip(files, texts, strict=True):
        file.write_bytes(data)
    for schema in (PROFILE, *official_paths().values()):
        assert jing(schema, files) == []


@law
def no_constraint_of_tei_beyond_its_grammar_is_broken(article):
    root = etree.fromstring(text_of(article))
    for element in root.iter():
        kind = element.tag.removeprefix(NS)
        if kind == "s":
            assert element.find(f".//{NS}s") is None
        if kind == "p":
            assert not [around for around in element.iterancestors() if around.tag in (f"{NS}p", f"{NS}ab")]
        if kind == "relation":
            assert {"name", "ref", "key"} & set(element.keys())
            assert "passive" not in element.keys() or "active" in element.keys()  # noqa: SIM118
        if kind == "link":
            assert len(element.get("target").split()) >= 2
        if kind == "span":
            assert ("to" not in element.keys() or "from" in element.keys()) and "target" not in element.keys()  # noqa: SIM118, PT018
        assert "subtype" not in element.keys() or "type" in element.keys()  # noqa: SIM118


@law
def every_pointer_leads_to_an_element_and_ids_are_unique(article):
    root = etree.fromstring(text_of(article), etree.XMLParser(collect_ids=False))
    ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID) is not None]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        for name in ("ref", "resp", "corresp", "active", "passive", "from", "to", "who"):
            value = element.get(name, "")
            assert not value.startswith("#") or value[1:] in ids, (element.tag, name, value)


@law
def only_gaps_and_extra_data_stand_in_foreign_data(article):
    for element in etree.fromstring(text_of(article)).iter(f"{NS}xenoData"):
        content = json.loads(element.text)
        if element.get("subtype") == "layout":
            assert set(content) <= {"separator", "after", "before"}
            for gap in (content.get("separator", ""), content.get("after", ""), *content.get("before", {}).values()):
                assert not any(character.isalnum() for character in gap)
        else:
            assert element.get("subtype") == "extra"
            assert set(content) <= {"metadata", "objects"}


@law
def layout_between_elements_carries_nothing(article):
    root = etree.fromstring(text_of(article), etree.XMLParser(collect_ids=False))
    for element in root.iter(
        f"{NS}teiHeader", f"{NS}fileDesc", f"{NS}standOff", f"{NS}div", f"{NS}figure", f"{NS}list"
    ):
        element.text = "\n\t" if len(element) else element.text
        for child in element:
            child.tail = None
    found = FORMAT.read(etree.tostring(root), READ)
    assert exactly(found) == exactly(canonical(article))


@law
def comments_and_processing_instructions_carry_nothing(article):
    data = text_of(article).replace(b"<p ", b"<!-- one --><?two three?><p ").replace(b"</p>", b"<!-- four --></p>")
    assert exactly(FORMAT.read(data, READ)) == exactly(canonical(article))


@law
def one_element_taken_out_or_renamed_is_a_finding_or_shows_in_the_article(article):
    """Nothing in a document is passed over: every element of the text and the standoff part matters."""
    original = text_of(article)
    root = etree.fromstring(original, etree.XMLParser(collect_ids=False))
    elements = [element for element in root.iter() if element.getparent() is not None]
    element = elements[len(original) % len(elements)]
    element.tag = f"{NS}foreignName"
    found, findings = FORMAT.examine(etree.tostring(root), READ)
    assert findings, element.tag
    assert found is None
    assert all(finding.location.line for finding in findings)


@law
def a_damaged_document_is_an_article_or_a_located_error(article):
    data = text_of(article)
    middle = len(data) // 2
    for damaged in (data[:middle], data[:middle] + data[middle + 1 :], data.replace(b'="#', b'="', 3)):
        with suppress(SourceError):
            FORMAT.read(damaged, READ)
        found, findings = FORMAT.examine(damaged, READ)
        assert found is not None or findings


@given(articles())
def test_the_laws_of_tei_hold_of_any_article(article):
    law.hold_of(article)
