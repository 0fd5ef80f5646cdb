"""What documents ask to ignore: what it holds for, until when, and what the reports make of it."""

from __future__ import annotations

import copy
import json
import time
from typing import Any

import pytest

from corpus_tools.findings import Finding, Severity, on_day
from corpus_tools.formats import load_format
from corpus_tools.formats.base import WriteOptions
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.rules.lints import LINTS
from corpus_tools.services.load import Loader, LoadOptions, has_error

TODAY = "2026-03-04"
USUAL = tuple(rule for code, rule in LINTS.items() if rule.default and not code.startswith("A2"))
"""The lints that these tests are not about find nothing."""

MENTIONS = [
    {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 7, "end": 14, "text": " Lisbon"}]},
    {"id": "m2", "type": "place", "spans": [{"block": "b2", "start": 0, "end": 5, "text": "Porto"}]},
    {"id": "m3", "type": "place", "spans": [{"block": "b2", "start": 0, "end": 6, "text": "Porto "}]},
]


def entry(code: str = "T201", **more: str) -> dict[str, str]:
    return {"code": code, "reason": "on purpose", **more}


def article(**ignored: list[Any]) -> dict[str, Any]:
    """An article in which T201 is found in `m1` and `m3`, with suppressions by id; `a` is the article itself."""
    made: dict[str, Any] = {
        "schema_version": "1.0",
        "id": "a",
        "metadata": {},
        "blocks": [
            {"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."},
            {"id": "b2", "role": "paragraph", "text": "Porto is dry."},
        ],
        "layers": {"entity": {"annotations": copy.deepcopy(MENTIONS)}},
    }
    things = {thing["id"]: thing for thing in (made, *made["blocks"], *made["layers"]["entity"]["annotations"])}
    for name, listed in ignored.items():
        things[name]["extra"] = {"corpus-tools": {"ignore": listed}}
    return made


def findings(made: dict[str, Any], form: str = "json", **options: Any) -> list[Finding]:
    data = json.dumps(made).encode() if form == "json" else load_format("tei").write(made, WriteOptions()).data
    given = {"lints": USUAL, "codes": frozenset(CATALOGUE), **options}
    return Loader(LoadOptions(**given)).load_bytes("x.json" if form == "json" else "x.xml", data).findings


def told(made: dict[str, Any], form: str = "json", today: str = TODAY, **options: Any) -> tuple[list[str], int]:
    """The codes of what counts, and how many findings are suppressed."""
    found = on_day(findings(made, form, **options), today)
    return sorted(one.kind.code for one in found if one.suppression is None), sum(
        one.suppression is not None for one in found
    )


both_forms = pytest.mark.parametrize("form", ["json", "tei"])


@both_forms
@pytest.mark.parametrize(
    ("ignored", "counting", "suppressed"),
    [
        ({}, ["T201", "T201"], 0),
        ({"a": [entry()]}, [], 2),
        ({"m1": [entry()]}, ["T201"], 1),
        ({"b2": [entry("blank-at-span-edge")]}, ["T201"], 1),
        ({"m1": [entry()], "m3": [entry()]}, [], 2),
        ({"m2": [entry()]}, ["M303", "T201", "T201"], 0),
        ({"a": [entry("T204"), entry()]}, ["M303"], 2),
        ({"a": [entry()], "m1": [entry()]}, [], 2),
    ],
)
def test_a_suppression_holds_for_what_is_at_or_below_its_object(form: str, ignored, counting, suppressed) -> None:
    assert told(article(**ignored), form) == (counting, suppressed)


def test_an_object_does_not_hold_for_those_whose_index_begins_like_its_own() -> None:
    made = article(m2=[entry()])
    made["layers"]["entity"]["annotations"] += [{**MENTIONS[1], "id": f"n{n}"} for n in range(7)]
    made["layers"]["entity"]["annotations"].append({**MENTIONS[2], "id": "m11"})  # /layers/entity/annotations/10
    assert told(made) == (["M303", "T201", "T201", "T201"], 0)


@both_forms
def test_it_holds_on_its_last_day_and_no_longer(form: str) -> None:
    made = article(a=[entry(expires="2026-03-04")])
    assert told(made, form) == ([], 2)
    assert told(made, form, "2026-03-05") == (["M302", "T201", "T201"], 0)


def test_of_two_that_hold_the_one_that_holds_longer_counts() -> None:
    old, new = entry(expires="2026-01-01"), entry(expires="2027-01-01")
    assert told(article(a=[old], m1=[new])) == (["M302", "T201"], 1)
    assert told(article(a=[new], m1=[old])) == (["M302"], 2)
    assert told(article(a=[entry()], m1=[new]))[1] == 2
    reasons = {one.suppression.expires for one in findings(article(a=[entry()], m1=[new])) if one.suppression}
    assert reasons == {None}


def test_reason_and_place_are_told() -> None:
    first, *_ = findings(article(m1=[entry(expires="2027-01-01")]))
    said = first.suppression
    assert said is not None
    assert (said.reason, said.expires) == ("on purpose", "2027-01-01")
    assert said.location is not None
    assert (said.location.file, said.location.line) == ("x.json", 1)
    assert said.location.pointer == "/layers/entity/annotations/0/extra/corpus-tools/ignore/0"
    text = json.dumps(article(m1=[entry(expires="2027-01-01")]))
    assert text[said.location.column - 1 :].startswith('{"code"')
    first, *_ = findings(article(m1=[entry()]), "tei")
    assert first.suppression is not None
    assert first.suppression.location is not None
    assert first.suppression.location.xpath == "//*[@xml:id='a']/teiHeader/xenoData"


def test_a_rule_that_did_not_run_leaves_its_suppressions_alone() -> None:
    made = article(a=[entry("T205"), entry("language-mismatch")])
    assert told(made, codes=frozenset({"T201"}))[0] == ["T201", "T201"]
    assert told(made)[0] == ["M303", "M303", "T201", "T201"]


def test_of_a_document_that_is_no_article_it_is_not_said_which_suppressions_are_needless() -> None:
    made = article(a=[entry("T204"), entry("T102"), entry("A110")])
    made["layers"]["entity"]["annotations"][0]["spans"][0]["text"] = "Porto"
    made["layers"]["negation"] = {"annotations": []}
    assert told(made) == (["M301", "T102"], 0)
    (wrong,) = [one for one in findings(made) if one.kind.code == "M301"]
    assert wrong.message.endswith("T102 quote-mismatch decides what an article is and cannot be ignored")


def test_verbs_that_do_not_judge_say_nothing_about_suppressions_but_follow_them() -> None:
    made = article(a=[entry("T204"), entry("A110")])
    made["layers"]["negation"] = {"annotations": []}
    assert told(made, codes=None) == (["T201", "T201"], 1)


def test_a_suppressed_error_of_a_lint_is_none() -> None:
    strict = tuple(
        type(rule)(type(rule.kind)(rule.kind.code, rule.kind.slug, Severity.ERROR), rule.level, rule.doc, rule.check)
        for rule in LINTS.values()
        if rule.kind.code == "T201"
    )
    assert has_error(findings(article(), lints=strict))
    assert not has_error(findings(article(a=[entry()]), lints=strict))


def test_messages_name_the_object_and_the_reason() -> None:
    old = entry(expires="2026-01-01")
    made = article(m1=[entry("T2")], b1=[entry("T204")], m3=[old, "x", {"code": "T205", "reasn": "so"}])
    assert [one.message for one in findings(made) if one.kind.code.startswith("M3")] == [
        "suppression 1 of m1: 'T2' is no single rule",
        "suppression 2 of m3 is no object",
        "suppression 3 of m3 has an unknown key 'reasn' (did you mean reason?)",
        "T204 bidi-control finds nothing in b1, so nothing is suppressed",
        "the suppression of T201 blank-at-span-edge in m3 expired on 2026-01-01; its reason was 'on purpose'",
    ]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ({}, ["names no rule", "gives no reason"]),
        ({"cod": "T201", "reason": "so"}, ["has an unknown key 'cod' (did you mean code?)"]),
        ({"code": "T201", "raison": "so"}, ["has an unknown key 'raison' (did you mean reason?)"]),
        (
            {"code": "T201", "reason": " ", "raison": "so"},
            ["has an unknown key 'raison' (did you mean reason?)", "gives no reason"],
        ),
    ],
)
def test_a_misspelt_key_is_not_missed_as_well(one: dict[str, str], said: list[str]) -> None:
    told = [found.message for found in findings(article(a=[one])) if found.kind.code == "M301"]
    assert told == [f"suppression 1 of the article {what}" for what in said]


def test_many_findings_and_many_suppressions_take_time_in_proportion() -> None:
    def seconds(number: int) -> float:
        made = article()
        annotations = made["layers"]["entity"]["annotations"]
        annotations[:] = [
            {**MENTIONS[0], "id": f"m{n}", "extra": {"corpus-tools": {"ignore": [entry()]}}} for n in range(number)
        ]
        start = time.process_time()
        assert told(made) == ([], number)
        return time.process_time() - start

    seconds(20)
    assert seconds(1600) < 40 * seconds(200)
