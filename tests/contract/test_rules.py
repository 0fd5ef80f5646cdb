"""Every rule is registered, documented with examples that hold, and shown by fixtures."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest

from corpus_tools import rules
from corpus_tools.findings import Kind, Severity
from corpus_tools.kinds import KINDS
from corpus_tools.layers import builtin_layers
from corpus_tools.rules import ALL_KINDS, RULES, Context, Level, Rule, run_rules
from corpus_tools.rules.catalogue import CATALOGUE, READER_RULES, find_rule
from corpus_tools.rules.engine import by_code
from corpus_tools.rules.lints import CORPUS_RULES, LINTS
from corpus_tools.schemas import article_validator

FIXTURES = Path(__file__).parents[2] / "fixtures" / "rules"
HEADINGS = ["What it does", "Why it matters", "Invalid", "Valid", "Source"]
NOT_RULES = {
    "attributes", "base", "catalogue", "engine", "extras", "kinds_of_things", "language_names", "layout", "lints",
    "pointers", "quotes", "reader", "spans", "suggestions", "texts",
}  # fmt: skip
ARTICLE_RULES = {**RULES, **LINTS}
BASE = {
    "schema_version": "1.0",
    "id": "a",
    "metadata": {},
    "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."}],
}

documented = pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.kind.slug)
every_rule = pytest.mark.parametrize("rule", ARTICLE_RULES.values(), ids=lambda rule: rule.kind.slug)


def patched(target, patch):
    """JSON merge patch, RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        merged[key] = patched(merged.get(key), value)
    return {key: value for key, value in merged.items() if value is not None}


def found_in(article, rule=None):
    """What the rules that run by default find, and `rule`."""
    lints = [lint for lint in LINTS.values() if lint.default or lint is rule]
    found = run_rules(article, Context(builtin_layers()), lints=lints)
    return [(kind.code, problem.pointer) for kind, problem in found]


def examples(rule, heading):
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", rule.doc, re.MULTILINE | re.DOTALL)
    return [patched(BASE, json.loads(text)) for text in re.findall(r"```json\n(.*?)```", section[1], re.DOTALL)]


def folder(rule):
    return FIXTURES / f"{rule.kind.code}-{rule.kind.slug}"


def documents(rule, outcome):
    files = sorted((folder(rule) / outcome).glob("*.json"))
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in files}


def at(article, pointer):
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        article = article[int(key)] if isinstance(article, list) else article[key]
    return article


def test_every_module_is_a_registered_rule_named_by_its_slug():
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)} - NOT_RULES
    found = {code: rule for code, rule in CATALOGUE.items() if code not in READER_RULES}
    listed = {rule.kind.slug.replace("-", "_") for rule in found.values()}
    assert not modules - listed, "no line in corpus_tools/rules/lints.py (or __init__.py), or its slug is another"
    assert not listed - modules, "the module of a rule is named by its slug"
    for name in modules:
        own = importlib.import_module(f"corpus_tools.rules.{name}").RULE
        assert CATALOGUE[own.kind.code] is own


def test_codes_and_slugs_are_unique_and_no_other_kind_has_them():
    kinds = {*KINDS.values(), *(rule.kind for rule in CATALOGUE.values())}
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert {kind.slug for kind in ALL_KINDS.values()} == {rule.kind.slug for rule in RULES.values()}


def test_a_rule_is_found_by_code_or_slug_in_any_case():
    assert find_rule("t102") is find_rule("Quote-Mismatch") is CATALOGUE["T102"]
    assert find_rule("T999") is None
    assert not {*READER_RULES, *CORPUS_RULES} & {*ARTICLE_RULES}


@pytest.mark.parametrize("twin", [Kind("A101", "other"), Kind("A999", "duplicate-id")])
def test_two_rules_with_one_code_or_slug_are_refused(twin):
    with pytest.raises(ValueError, match="same"):
        by_code(RULES["A101"], Rule(twin, Level.TEXT, "", lambda _index, _context: ()))


def test_the_base_of_the_examples_is_the_documented_one_and_clean():
    documented = re.search(r"``(\{.*?\})``", rules.__doc__, re.DOTALL)[1]
    assert json.loads(documented) == BASE
    assert found_in(BASE) == []


@documented
def test_documentation_has_the_fixed_headings(rule):
    assert re.findall(r"^## (.*)$", rule.doc, re.MULTILINE) == HEADINGS, "these five headings, in this order"
    assert rule.doc.splitlines()[0].endswith("."), "the first line says in one sentence what is found"


@every_rule
def test_invalid_examples_break_this_rule_only_and_valid_ones_none(rule):
    invalid, valid = examples(rule, "Invalid"), examples(rule, "Valid")
    assert invalid, "no example under Invalid: ```json, a merge patch over the small article, ```"
    assert valid, "no example under Valid: ```json, a merge patch over the small article, ```"
    for article in invalid:
        assert {code for code, _ in found_in(article, rule)} == {rule.kind.code}
    for article in valid:
        assert found_in(article, rule) == []


@every_rule
def test_fail_fixtures_yield_this_code_at_the_expected_place_and_nothing_else(rule):
    place = folder(rule) / "expected.json"
    assert place.is_file(), f"{place} is missing: for each file of fail/ the JSON Pointer of what is found"
    expected = json.loads(place.read_text(encoding="utf-8"))
    failing = documents(rule, "fail")
    assert failing, f"{folder(rule)}/fail holds no article in which the rule finds something"
    assert failing.keys() == expected.keys(), f"{place} has other files than fail/"
    for name, article in failing.items():
        assert found_in(article, rule) == [(rule.kind.code, expected[name])], name
        at(article, expected[name])


@every_rule
def test_pass_fixtures_yield_nothing(rule):
    passing = documents(rule, "pass")
    assert passing, f"{folder(rule)}/pass holds no article in which the rule finds nothing"
    for name, article in passing.items():
        assert found_in(article, rule) == [], name


@every_rule
def test_fixtures_are_articles_of_the_schema(rule):
    for outcome in ("pass", "fail"):
        for name, article in documents(rule, outcome).items():
            assert article_validator().is_valid(article), name


def test_every_fixture_folder_belongs_to_a_rule():
    folders = {folder(rule).name for rule in CATALOGUE.values()}
    situations = {folder(rule).name for code, rule in READER_RULES.items() if "```console" in rule.doc}
    assert folders - situations <= {path.name for path in FIXTURES.iterdir()} <= folders


def test_a_level_is_silent_after_an_error_on_a_lower_one():
    article = patched(BASE, {"id": "b1", "metadata": {"url": "nowhere"}})
    assert [code for code, _ in found_in(article)] == ["A101"]


def test_a_warning_silences_nothing():
    article = patched(BASE, {"metadata": {"url": "nowhere"}, "layers": {"negation": {"annotations": []}}})
    assert {code for code, _ in found_in(article)} == {"A110", "M102"}
    assert ALL_KINDS["A110"].severity is Severity.WARNING


def test_a_span_out_of_bounds_silences_the_other_rules_about_it():
    spans = [
        {"block": "b1", "start": 90, "end": 96, "text": "Lisbon"},
        {"block": "b1", "start": 0, "end": 4, "text": "Rain"},
    ]
    field = {"annotations": [{"id": "f1", "type": "dateline.place", "spans": spans}]}
    assert found_in(patched(BASE, {"layers": {"field": field}})) == [("T101", "/layers/field/annotations/0/spans/0")]


@pytest.mark.parametrize(
    ("start", "end", "codes"), [(8.0, 14.0, []), (7.0, 13.0, ["T102"]), (8.0, 1e6, ["T101"]), (16.0, 16.0, ["T101"])]
)
def test_offsets_written_as_decimals_are_the_integers_they_are_to_the_schema(start, end, codes):
    spans = [{"block": "b1", "start": start, "end": end, "text": "Lisbon"}]
    article = patched(BASE, {"layers": {"entity": {"annotations": [{"id": "m1", "type": "place", "spans": spans}]}}})
    assert article_validator().is_valid(article)
    assert [code for code, _ in found_in(article)] == codes


def test_of_several_spans_only_the_one_out_of_order_is_told():
    spans = [{"block": "b1", "start": at, "end": at + 1, "text": "Rain in Lisbon."[at]} for at in (0, 2, 8, 6, 10)]
    entity = {"annotations": [{"id": "m1", "type": "place", "spans": spans}]}
    assert found_in(patched(BASE, {"layers": {"entity": entity}})) == [("T103", "/layers/entity/annotations/0/spans/3")]
