"""Rules about many documents: documented with examples that hold, and shown by fixtures."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from corpus_tools.corpus.discovery import discover
from corpus_tools.formats import SUFFIXES, load_format
from corpus_tools.formats.base import WriteOptions
from corpus_tools.rules import __doc__ as described
from corpus_tools.rules.base import CorpusRule
from corpus_tools.rules.lints import CORPUS_RULES, LINTS
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.validate import validate

FIXTURES = Path(__file__).parents[2] / "fixtures" / "rules"
BASE = json.loads(re.search(r"``(\{.*?\})``", described, re.DOTALL)[1])

every_rule = pytest.mark.parametrize("rule", CORPUS_RULES.values(), ids=lambda rule: rule.kind.slug)


def patched(target: object, patch: object) -> object:
    """JSON merge patch, RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        merged[key] = patched(merged.get(key), value)
    return {key: value for key, value in merged.items() if value is not None}


def write(corpus: dict, directory: Path) -> None:
    """Write the corpus of an example."""
    for name, patch in corpus.items():
        if isinstance(patch, str):
            data = patch.encode()
        else:
            form = "tei" if name.endswith(".xml") else "json"
            data = load_format(form).write(patched(BASE, patch), WriteOptions()).data
        (directory / name).write_bytes(data)


def found_in(directory: Path, rule: CorpusRule) -> list:
    """What the rules that run by default, and `rule`, find in the documents of a directory."""
    options = LoadOptions(
        lints=tuple(lint for lint in LINTS.values() if lint.default),
        corpus_rules=tuple(each for each in CORPUS_RULES.values() if each.default or each is rule),
    )
    inputs = discover([str(directory)], tuple(SUFFIXES))
    return [finding for checked in validate(inputs, Loader(options)) for finding in checked.findings]


def examples(rule: CorpusRule, heading: str) -> list[dict]:
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", rule.doc, re.MULTILINE | re.DOTALL)
    return [json.loads(text) for text in re.findall(r"```json\n(.*?)```", section[1], re.DOTALL)]


def corpora(rule: CorpusRule, outcome: str) -> list[Path]:
    found = sorted((folder(rule) / outcome).iterdir())
    assert found
    return found


def folder(rule: CorpusRule) -> Path:
    return FIXTURES / f"{rule.kind.code}-{rule.kind.slug}"


@every_rule
def test_invalid_examples_break_this_rule_only(rule: CorpusRule, tmp_path: Path) -> None:
    corpora = examples(rule, "Invalid")
    assert corpora
    for number, corpus in enumerate(corpora):
        directory = tmp_path / str(number)
        directory.mkdir()
        write(corpus, directory)
        assert {finding.kind for finding in found_in(directory, rule)} == {rule.kind}


@every_rule
def test_valid_examples_break_none(rule: CorpusRule, tmp_path: Path) -> None:
    corpora = examples(rule, "Valid")
    assert corpora
    for number, corpus in enumerate(corpora):
        directory = tmp_path / str(number)
        directory.mkdir()
        write(corpus, directory)
        assert found_in(directory, rule) == []


@every_rule
def test_fail_fixtures_yield_this_code_at_the_expected_places_and_nothing_else(rule: CorpusRule) -> None:
    expected = json.loads((folder(rule) / "expected.json").read_text(encoding="utf-8"))
    assert [corpus.name for corpus in corpora(rule, "fail")] == sorted(expected)
    for corpus in corpora(rule, "fail"):
        places: dict[str, list[str]] = {}
        for finding in found_in(corpus, rule):
            place = finding.location
            assert finding.kind is rule.kind, finding
            assert finding.fingerprint
            assert finding.excerpt.text
            assert place.line >= 1
            where = Path(place.file).relative_to(corpus).as_posix()
            places.setdefault(where, []).append(place.xpath or place.pointer)
        assert places == expected[corpus.name], corpus.name


@every_rule
def test_pass_fixtures_yield_nothing(rule: CorpusRule) -> None:
    for corpus in corpora(rule, "pass"):
        assert found_in(corpus, rule) == [], corpus.name


@every_rule
def test_digests_are_the_same_after_a_stay_in_the_cache(rule: CorpusRule) -> None:
    for corpus in [*corpora(rule, "fail"), *corpora(rule, "pass")]:
        loader = Loader(LoadOptions(corpus_rules=(rule,)))
        for source in discover([str(corpus)], tuple(SUFFIXES)):
            (digest,) = loader.load(source).digests
            assert msgspec.msgpack.decode(msgspec.msgpack.encode(digest)) == digest
