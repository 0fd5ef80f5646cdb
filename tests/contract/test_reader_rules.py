"""The kinds that readers, schemas and writers find: documented with examples that hold, and shown by fixtures."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from corpus_tools.cli import cli
from corpus_tools.findings import on_day
from corpus_tools.formats import load_format
from corpus_tools.formats.base import WriteOptions
from corpus_tools.kinds import KINDS
from corpus_tools.rules import RULES, reader
from corpus_tools.rules.base import ReaderRule
from corpus_tools.rules.catalogue import READER_RULES
from corpus_tools.services.load import Loader, LoadOptions

FIXTURES = Path(__file__).parents[2] / "fixtures" / "rules"
BASE = json.loads(re.search(r"``(\{.*\})``", reader.__doc__, re.DOTALL)[1])
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SUFFIXES = {"json": ".json", "xml": ".xml", "text": ".txt"}
SITUATIONS = {"F001", "F008", "F014", "F015", "F016", "L001"}
"""Kinds that no small file shows; their examples are commands."""

every_rule = pytest.mark.parametrize("rule", READER_RULES.values(), ids=lambda rule: rule.kind.slug)
shown_by_files = pytest.mark.parametrize(
    "rule",
    [rule for code, rule in READER_RULES.items() if code not in SITUATIONS],
    ids=lambda rule: rule.kind.slug,
)


def in_tei(fragment: str) -> bytes:
    """The small article in TEI with an element in the place of the one with its id, or of the first of its name."""
    root = etree.fromstring(load_format("tei").write(BASE, WriteOptions()).data)
    new = etree.fromstring(f'<x xmlns="{TEI[1:-1]}">{fragment}</x>')[0]
    old = next(
        element
        for element in root.iter()
        if (element.get(XML_ID) == new.get(XML_ID) if new.get(XML_ID) else element.tag == new.tag)
    )
    new.tail = old.tail
    old.getparent().replace(old, new)
    return etree.tostring(root, encoding="utf-8")


def examples(rule: ReaderRule, heading: str) -> list[tuple[str, str]]:
    """What the first lines of the examples under a heading say, and the examples."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", rule.doc, re.MULTILINE | re.DOTALL)
    return re.findall(r"```([a-z ]+)\n(.*?)\n```", section[1], re.DOTALL)


def content(info: str, text: str) -> bytes:
    if "escaped" in info:
        return text.encode("latin-1").decode("unicode_escape").encode("latin-1")
    whole = not info.startswith("xml") or re.match(r"<(TEI|!|html)", text)
    return text.encode() if whole else in_tei(text)


def codes_in(info: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    if info == "console":
        return typed(text, tmp_path, monkeypatch)
    suffix = SUFFIXES[info.split(maxsplit=1)[0]]
    return {finding.kind.code for finding in findings(f"x{suffix}", content(info, text))}


def findings(name: str, data: bytes) -> list:
    found = Loader(LoadOptions(codes=frozenset(RULES))).load_bytes(name, data).findings
    return [finding for finding in on_day(found, "2026-01-01") if finding.suppression is None]


def typed(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The codes that the commands of a console tell, typed where the small article is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rain.json").write_text(json.dumps(BASE))
    codes: set[str] = set()
    for line in text.splitlines():
        command = line.removeprefix("$ ")
        if command.startswith("corpus-tools "):
            result = CliRunner().invoke(cli, shlex.split(command)[1:], catch_exceptions=False)
            assert result.exit_code in {0, 1}, result.output
            codes |= set(re.findall(r"\b[FSTAMXCL]\d{3}\b", result.output))
        else:
            subprocess.run(["/bin/sh", "-c", command.replace("python ", f"{sys.executable} ")], check=True)
    for path in tmp_path.iterdir():
        path.unlink()
    return codes


def folder(rule: ReaderRule) -> Path:
    return FIXTURES / f"{rule.kind.code}-{rule.kind.slug}"


def place(finding) -> str:
    """Where a finding is: in a file as such by line and column; else by pointer or XPath."""
    found = finding.location
    if finding.kind.code.startswith("F"):
        return f"{found.line}:{found.column}"
    return found.pointer or found.xpath


def test_every_kind_is_documented_by_a_module_of_its_name() -> None:
    assert {rule.kind for rule in READER_RULES.values()} == set(KINDS.values())
    modules = {module.name for module in pkgutil.iter_modules(reader.__path__)}
    assert modules == {rule.kind.slug.replace("-", "_") for rule in READER_RULES.values()}
    for name in modules:
        own = importlib.import_module(f"corpus_tools.rules.reader.{name}").RULE
        assert READER_RULES[own.kind.code] is own


def test_the_small_article_of_the_examples_is_clean() -> None:
    assert findings("a.json", json.dumps(BASE).encode()) == []
    assert findings("a.xml", in_tei("<title>a</title>")) == []


@every_rule
def test_invalid_examples_break_this_rule_only(rule: ReaderRule, tmp_path, monkeypatch) -> None:
    assert examples(rule, "Invalid")
    for info, text in examples(rule, "Invalid"):
        assert codes_in(info, text, tmp_path, monkeypatch) == {rule.kind.code}, text


@every_rule
def test_valid_examples_break_none(rule: ReaderRule, tmp_path, monkeypatch) -> None:
    assert examples(rule, "Valid")
    for info, text in examples(rule, "Valid"):
        assert codes_in(info, text, tmp_path, monkeypatch) == set(), text


@shown_by_files
def test_fail_fixtures_yield_this_code_at_the_expected_place_and_nothing_else(rule: ReaderRule) -> None:
    expected = json.loads((folder(rule) / "expected.json").read_text(encoding="utf-8"))
    failing = sorted((folder(rule) / "fail").iterdir())
    assert failing
    assert [path.name for path in failing] == sorted(expected)
    for path in failing:
        found = findings(path.name, path.read_bytes())
        assert [(finding.kind.code, place(finding)) for finding in found] == [(rule.kind.code, expected[path.name])]


@shown_by_files
def test_pass_fixtures_yield_nothing(rule: ReaderRule) -> None:
    passing = sorted((folder(rule) / "pass").iterdir())
    assert passing
    for path in passing:
        assert findings(path.name, path.read_bytes()) == [], path.name
