"""Reports: text for people, JSON for programs."""

from __future__ import annotations

import json

import jsonschema
import pytest

from corpus_tools.findings import Finding, Kind, Location, Severity
from corpus_tools.reporters import REPORTERS, load_reporter
from corpus_tools.reporters.base import Summary, summarise, visible
from corpus_tools.schemas import load_schema
from corpus_tools.services.report import make_report

ERROR = Kind("T101", "span-text-differs")
WARNING = Kind("A105", "unknown-layer", Severity.WARNING)
FINDINGS = [
    Finding(ERROR, "the span quotes “a”", Location("in/a.json", 3, 14, "/blocks/0", None, "b1", 0, 4), "set it anew"),
    Finding(WARNING, "nobody knows it", Location("in/a.json", 9)),
    Finding(ERROR, "bad", Location("in/b.xml", 2, None, None, "/TEI/text")),
]


def text(findings: list[Finding], files: int = 1) -> str:
    return load_reporter("text")(make_report(files, findings))


def as_json(findings: list[Finding], files: int = 1) -> dict:
    made = json.loads(load_reporter("json")(make_report(files, findings)))
    jsonschema.validate(made, load_schema("report.schema.json"))
    return made


def test_the_summary_counts_by_severity() -> None:
    assert summarise(7, FINDINGS) == Summary(files=7, error=2, warning=1, info=0)


def test_the_text_report_groups_by_file_with_place_code_hint_and_summary() -> None:
    assert text(FINDINGS, 5) == (
        "in/a.json:3:14: error T101 span-text-differs: the span quotes “a”\n"
        "    at /blocks/0\n"
        "    hint: set it anew\n"
        "in/a.json:9: warning A105 unknown-layer: nobody knows it\n"
        "\n"
        "in/b.xml:2: error T101 span-text-differs: bad\n"
        "    at /TEI/text\n"
        "\n"
        "5 files: 2 errors, 1 warning\n"
    )


def test_a_clean_text_report_is_the_summary_alone() -> None:
    assert text([]) == "1 file: 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    "hostile", ["\x1b[31mred", "a\nb", "a\rb", "\x07", "\x9b31m", "\u202eevil", "\u2028", "\udce9", "\x00"]
)
@pytest.mark.parametrize("place", ["message", "file", "hint", "pointer"])
def test_what_steers_a_terminal_is_shown_as_an_escape(hostile: str, place: str) -> None:
    values = {"message": "m", "file": "f", "hint": "h", "pointer": "/p"} | {place: f"/{hostile}"}
    found = Finding(ERROR, values["message"], Location(values["file"], pointer=values["pointer"]), values["hint"])
    report = text([found])
    assert not set(hostile) & set("\x1b\r\x07\x9b\u202e\u2028\udce9\x00") & set(report)
    assert len(report.splitlines()) == 5
    report.encode()
    as_json([found])


@pytest.mark.parametrize("plain", ["“Ação”", "हिन्दी", "e\u0301", "👩\u200d🚒", "می\u200cخواهم"])
def test_letters_of_every_script_stay_as_they_are(plain: str) -> None:
    assert visible(plain) == plain


def test_the_json_report_has_what_is_known_and_nothing_else() -> None:
    made = as_json(FINDINGS, 5)
    assert made["files"] == 5
    assert made["summary"] == {"error": 2, "warning": 1, "info": 0}
    assert made["findings"][0] == {
        "code": "T101",
        "slug": "span-text-differs",
        "severity": "error",
        "message": "the span quotes “a”",
        "hint": "set it anew",
        "file": "in/a.json",
        "line": 3,
        "column": 14,
        "pointer": "/blocks/0",
        "block": "b1",
        "start": 0,
        "end": 4,
    }
    assert set(made["findings"][1]) == {"code", "slug", "severity", "message", "file", "line"}


def test_a_pointer_to_the_whole_document_is_told() -> None:
    assert as_json([Finding(ERROR, "m", Location("f", pointer=""))])["findings"][0]["pointer"] == ""


@pytest.mark.parametrize("name", REPORTERS)
def test_every_report_ends_in_one_newline_also_when_nothing_was_found(name: str) -> None:
    report = load_reporter(name)(make_report(0, []))
    assert report.endswith("\n")
    assert not report.endswith("\n\n")


def test_remarks_are_counted_only_where_there_are_some() -> None:
    remark = Finding(Kind("A900", "remark", Severity.INFO), "so it is", Location("a"))
    assert text([remark]).endswith("\n1 file: 0 errors, 0 warnings, 1 info\n")
