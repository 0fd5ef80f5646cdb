"""Whatever a message says, it stays in its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reports import SUPPRESSED, check_json, check_sarif, findings, texts

from corpus_tools.reporters import REPORTERS, load_reporter
from corpus_tools.reporters.base import Fixed, Report, visible
from corpus_tools.services.report import make_report

if TYPE_CHECKING:
    from corpus_tools.findings import Finding

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_TAGS = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "code", "br", "ul", "li"}


_FOUND = st.lists(findings(), max_size=4)
_LIMITS = st.none() | st.integers(0, 3)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports of a few findings, with and without a baseline."""
    has_baseline = draw(st.booleans())
    return make_report(
        9,
        draw(_FOUND) + draw(st.sampled_from([[], [SUPPRESSED]])),
        known=draw(_FOUND) if has_baseline else None,
        fixed=[Fixed("T102", "quote-mismatch", draw(texts()))] if has_baseline else [],
        max_findings=draw(_LIMITS),
    )


@given(made=reports())
def test_json_follows_its_schema(made: Report) -> None:
    check_json(load_reporter("json")(made))


@given(made=reports())
def test_a_line_of_json_lines_has_what_json_has(made: Report) -> None:
    whole = check_json(load_reporter("json")(made))
    *lines, last = [json.loads(line) for line in load_reporter("jsonl")(made).removesuffix("\n").split("\n")]
    parts = {"finding": "findings", "suppressed": "suppressed", "known": "known", "fixed": "fixed"}
    for kind, key in parts.items():
        assert [line for line in lines if line["type"] == kind] == [
            {"type": kind, **entry} for entry in whole.get(key, [])
        ]
    assert [line["type"] for line in lines] == sorted(
        (line["type"] for line in lines), key=["finding", "suppressed", "known", "fixed"].index
    )
    numbers = {key: len(whole[key]) for key in ("suppressed", "known", "fixed") if key in whole}
    assert last == {"type": "summary", **{key: whole[key] for key in whole if key not in parts.values()}, **numbers}


@settings(max_examples=50)
@given(made=reports())
def test_sarif_follows_the_official_schema(made: Report) -> None:
    run = check_sarif(load_reporter("sarif")(made))
    assert len(run["results"]) == sum(map(len, (made.findings, made.known, made.suppressed, made.fixed)))


@given(made=reports())
def test_github_gets_one_command_a_finding(made: Report) -> None:
    text = load_reporter("github")(made)
    *lines, last = text.splitlines()
    assert len(lines) == len(made.findings)
    assert not last.startswith("::")
    for line, finding in zip(lines, made.findings, strict=True):
        assert re.match(r"::(error|warning|notice) ((file|line|col|title)=[^,:]+,?)+::", line)
        assert unescaped(line.split("::", 2)[2]) == "\n".join(shown(finding))


def unescaped(text: str) -> str:
    """What the runner makes of the message of a command."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def shown(finding: Finding) -> list[str]:
    """Message and hint as they are shown: breaks stay, what cannot be shown is an escape."""
    kept = {"\n", "\r"}
    parts = [finding.message, f"hint: {finding.hint}"] if finding.hint else [finding.message]

    return ["".join(c if c in kept else visible(c) for c in part) for part in parts]


@given(made=reports())
def test_markdown_has_the_rows_and_elements_that_it_should(made: Report) -> None:
    html = _MARKDOWN.render(load_reporter("markdown")(made))
    files = len({finding.location.file for finding in made.findings})
    assert html.count("<table>") == files + bool(made.statistics)
    rows = [row.count("<td") for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL) if "<td" in row]
    assert rows == [4] * (len(made.findings) + len(made.statistics))
    assert set(re.findall(r"</?([^\s>/]+)", html)) <= _TAGS
    assert "@" not in re.sub(r"<code>.*?</code>", "", html)


@given(made=reports())
def test_the_same_report_gives_the_same_bytes(made: Report) -> None:
    for form in REPORTERS:
        text = load_reporter(form)(made)
        assert load_reporter(form)(made).encode() == text.encode(), form
        assert text.endswith("\n"), form
