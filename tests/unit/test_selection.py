"""Which rules are chosen and what is set about them, and what is said of a request that cannot be followed."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.corpus.config_tables import RulesConfig, read_rules
from corpus_tools.errors import UsageError
from corpus_tools.findings import Severity
from corpus_tools.schemas import load_schema
from corpus_tools.services.selection import Request, Selection, select_rules
from corpus_tools.tables import Path, Table

EXAMPLES = load_schema("config.schema.json")


def chosen(**asked: Any) -> Selection:
    return select_rules(Request(RulesConfig(**asked), lambda path, reason: UsageError(f"{path}: {reason}")))


def option(slug: str, name: str, value: Any) -> dict[str, Any]:
    return {"options": {slug: {name: value}}}


@pytest.mark.parametrize(
    ("asked", "path", "reason"),
    [
        ({"select": ("T2", "T999")}, ("select", 1), "there is no rule T999; a rule is named by its code or slug"),
        ({"ignore": ("mojibak",)}, ("ignore", 0), "there is no rule mojibak (did you mean mojibake?); a rule is named"),
        (
            {"ignore": ("T102",)},
            ("ignore", 0),
            "T102 quote-mismatch decides what an article is and always runs; give it another severity, or ignore it ",
        ),
        ({"ignore": ("T201", "T10")}, ("ignore", 1), "T10 means only rules that decide what an article is and always"),
        (
            {"per_path_ignores": {"x": ("T", "F")}},
            ("per-path-ignores", "x", 1),
            "F means only rules that decide what an article is; name each of them by its code or slug",
        ),
        ({"severity": {"T2": "error"}}, ("severity", "T2"), "T2 means several rules; severities are set rule by rule"),
        (
            {"severity": {"T203": "error", "mojibake": "info"}},
            ("severity", "mojibake"),
            "T203 is the same rule, and has a severity already",
        ),
        ({"per_path_ignores": {"x": ("T2", "Q")}}, ("per-path-ignores", "x", 1), "there is no rule Q"),
        (
            {"options": {"near-duplicate": {}}},
            ("rules", "near-duplicate"),
            "there is no rule near-duplicate (did you mean near-duplicate-article?); rules are named by their slug h",
        ),
        (
            {"options": {"C202": {}}},
            ("rules", "C202"),
            "rules are named by their slug here: C202 is near-duplicate-art",
        ),
        ({"options": {"mojibake": {}}}, ("rules", "mojibake"), "rule mojibake has no options"),
        (
            option("near-duplicate-article", "similarty", 1),
            ("rules", "near-duplicate-article", "similarty"),
            "unknown option (did you mean similarity?); near-duplicate-article has similarity, length",
        ),
        (
            option("near-duplicate-article", "similarity", "0.5"),
            ("rules", "near-duplicate-article", "similarity"),
            '"0.5" should be a number, such as 0.8',
        ),
        (
            option("near-duplicate-article", "similarity", True),
            ("rules", "near-duplicate-article", "similarity"),
            "true should be a number, such as 0.8",
        ),
        (
            option("near-duplicate-article", "similarity", 1.5),
            ("rules", "near-duplicate-article", "similarity"),
            "1.5 is out of range; allowed is 0 to 1, such as 0.8",
        ),
        (
            option("near-duplicate-article", "length", 7),
            ("rules", "near-duplicate-article", "length"),
            "7 is out of range; allowed is 8 or more, such as 200",
        ),
        (
            option("near-duplicate-article", "length", 200.0),
            ("rules", "near-duplicate-article", "length"),
            "200.0 should be a whole number, such as 200",
        ),
        (
            option("conflicting-types", "layers", "entity"),
            ("rules", "conflicting-types", "layers"),
            '"entity" should be a list of texts, such as ["entity"]',
        ),
        (
            option("bidi-control", "allow-balanced", 1),
            ("rules", "bidi-control", "allow-balanced"),
            "1 should be true or false, such as false",
        ),
    ],
)
def test_what_cannot_be_followed_is_told_with_its_place(asked: dict[str, Any], path: Path, reason: str) -> None:
    with pytest.raises(UsageError) as raised:
        chosen(**asked)
    assert str(raised.value).startswith(f"{path}: {reason}")


def test_a_rule_of_readers_is_not_said_to_be_of_use_in_a_baseline() -> None:
    with pytest.raises(UsageError, match=r"\(per-path-ignores\), or keep known findings in a baseline$"):
        chosen(ignore=("quote-mismatch",))
    with pytest.raises(UsageError, match=r"\(per-path-ignores\)$"):
        chosen(ignore=("not-well-formed",))


def test_options_have_the_types_of_their_defaults() -> None:
    made = chosen(options={"near-duplicate-article": {"similarity": 1}, "conflicting-types": {"layers": ["a", "b"]}})
    similarity = made.options["near-duplicate-article"]["similarity"]
    assert (similarity, type(similarity)) == (1.0, float)
    assert made.options["conflicting-types"]["layers"] == ("a", "b")


def test_a_later_request_changes_severities_and_options_of_an_earlier_one() -> None:
    def request(**asked: Any) -> Request:
        return Request(RulesConfig(**asked), lambda _, reason: UsageError(reason))

    made = select_rules(
        request(severity={"T203": "error"}, options={"near-duplicate-article": {"length": 9, "similarity": 1}}),
        request(severity={"mojibake": "info"}, options={"near-duplicate-article": {"length": 10}}),
    )
    assert made.severities == {"T203": Severity.INFO}
    assert made.options == {"near-duplicate-article": {"length": 10, "similarity": 1.0}}


def test_the_examples_of_the_schema_can_be_followed() -> None:
    keys = ("select", "extend-select", "ignore", "severity", "per-path-ignores", "rules")
    contents = [{key: value} for key in keys for value in EXAMPLES["properties"][key]["examples"]]
    contents += EXAMPLES["examples"]
    assert len(contents) >= 8
    for content in contents:
        table = Table("corpus-tools.toml", "", content, is_toml=True)
        select_rules(Request(read_rules(table), table.error))
