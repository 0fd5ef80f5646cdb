"""What breaks one rule is found as that one thing, at its place, in JSON and in TEI; what is sound is clean."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from mutations import MUTATIONS, Mutation, at

from corpus_tools.findings import Finding
from corpus_tools.formats.base import WriteOptions
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.rules import RULES
from corpus_tools.rules.lints import LINTS
from corpus_tools.services.load import Loader, LoadOptions

FOLDER = Path(__file__).parents[2] / "fixtures" / "annotated"
ARTICLES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
LOADER = Loader(LoadOptions(lints=tuple(rule for rule in LINTS.values() if rule.default)))
SAID_IN_TEI = [
    "A101",
    "A102",
    "A103",
    "A108",
    "A109",
    "A110",
    "A111",
    "A112",
    "A113",
    "M102",
    "T103",
    "T105",
    "T106",
    "T107",
]
"""The reference rules that TEI can break; what it cannot say, or its profile refuses, is found as something else."""

every_mutation = pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.make.__name__)


@cache
def places(mutation: Mutation) -> list[tuple[str, tuple[Any, ...]]]:
    """Where `mutation` can be made: article and arguments."""
    return [(stem, arguments) for stem, article in ARTICLES.items() for arguments in mutation.places(article)]


def line_of(article: dict[str, Any], pointer: str) -> int:
    """The line on which what a pointer names begins in the indented JSON of an article."""
    marked = copy.deepcopy(article)
    parent, _, key = pointer.rpartition("/")
    holder = at(marked, parent)
    holder[int(key) if isinstance(holder, list) else key] = "\ue000"
    written = json.dumps(marked, ensure_ascii=False, indent=1)
    return written[: written.index("\ue000")].count("\n") + 1


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, [(finding.kind.code, finding.message, finding.location) for finding in findings]
    return findings[0]


@every_mutation
@settings(max_examples=settings.default.max_examples // 25)
@given(st.data())
def test_one_thing_broken_is_one_finding(mutation: Mutation, data: st.DataObject) -> None:
    stem, arguments = data.draw(st.sampled_from(places(mutation)))
    article = copy.deepcopy(ARTICLES[stem])
    told = mutation.make(article, *arguments)
    expected = {told} if isinstance(told, str) else told
    text = json.dumps(article, ensure_ascii=False, indent=1)
    found = only(LOADER.load_bytes("a.json", text.encode()).findings)
    assert found.kind.code == mutation.code
    assert found.location.pointer in expected
    assert found.location.line == line_of(article, found.location.pointer)
    if mutation.in_tei and (mutation.code in LINTS or mutation.code in SAID_IN_TEI):
        check_tei(article, mutation.code, expected)


def check_tei(article: dict[str, Any], code: str, expected: set[str]) -> None:
    """The same in TEI: one finding, on the lines of what it is about."""
    written = TEI.write(article, WriteOptions()).data.decode()
    found = only(LOADER.load_bytes("a.xml", written.encode()).findings)
    assert found.kind.code == code
    assert found.location.xpath
    root = etree.fromstring(written.encode(), etree.XMLParser(recover=True))  # ids may stand twice
    lines = [lines_in_tei(article, root, pointer) for pointer in expected]
    assert any(found.location.line in each for each in lines), (found.location, lines)


def lines_in_tei(article: dict[str, Any], root: Any, pointer: str) -> set[int]:
    """The lines on which a fault may be shown: of what it is about, or of the words that this marks."""
    if pointer.startswith(("/origin/after", "/extra")):
        kind = "layout" if "origin" in pointer else "extra"
        return {element.sourceline for element in root.xpath("//*[@subtype = $kind]", kind=kind)}
    if pointer.startswith("/metadata"):
        value = at(article, pointer)
        held = root.xpath("//*[text() = $value or @when = $value]", value=value)
        return {element.sourceline for element in held if "titleStmt" not in element.getparent().tag}
    named = at(article, re.match(r"/layers/\w+/\w+/\d+|/blocks/\d+|", pointer)[0])
    feature = re.search(r"/attributes/(\w+)$", pointer)
    if feature:  # the very value, which has an element of its own
        found = root.xpath("//*[@corresp = $of]/*[@name = $key]", of=f"#{named['id']}", key=feature[1])
        return {line for element in found for line in range(element.sourceline, element[0].sourceline + 1)}
    names = [named["id"], *(span["block"] for span in named.get("spans", ()))]
    return {line for name in names for line in lines_of(root, name)}


def lines_of(root: Any, name: str) -> range:
    """The lines from the start of the element with an id to that of the next element outside of it."""
    elements = root.xpath("//*[@xml:id = $name]", name=name)
    if not elements:  # a block that is not there
        return range(0)
    element = elements[-1]  # the block of that id stands before the annotation
    after = element.xpath("following::*[1]")
    return range(element.sourceline, (after[0].sourceline if after else 10**4) + 1)


def test_what_is_not_broken_is_clean() -> None:
    for stem, article in ARTICLES.items():
        assert LOADER.load_bytes("a.json", json.dumps(article).encode()).findings == [], stem
        assert LOADER.load_bytes("a.xml", (FOLDER / f"{stem}.xml").read_bytes()).findings == [], stem


def test_every_rule_that_an_article_can_break_alone_is_broken() -> None:
    broken = {mutation.code for mutation in MUTATIONS}
    default = {code for code, rule in LINTS.items() if rule.default}
    assert broken >= RULES.keys() | default
    assert all(places(mutation) for mutation in MUTATIONS)
