"""Reports: text for people, JSON for programs."""

from __future__ import annotations

import json

import pytest
from reports import DEEP, EDGE, FIXED, SUPPRESSED, WRONG, check_json, full

from corpus_tools import __version__
from corpus_tools.findings import Finding, Kind, Location, Severity, Suppression
from corpus_tools.reporters import REPORTERS, load_reporter
from corpus_tools.reporters.base import Summary, summarise, visible
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
    return check_json(load_reporter("json")(make_report(files, findings)))


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


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (["a"] * 25, "/a" * 25),
        (["a"] * 26, "/a" * 19 + "/…" + "/a" * 5 + " (2 steps left out)"),
        ([str(number) for number in range(200)], "/17/18/…/195/196/197/198/199 (176 steps left out)"),
        (["k" * 1000, "b"], "/" + "k" * 249 + "…/b"),
    ],
)
def test_a_pointer_of_hundreds_of_steps_is_cut_in_its_midst(steps: list[str], shown: str) -> None:
    found = [Finding(ERROR, "bad", Location("a.json", pointer="/" + "/".join(steps)))]
    assert text(found).splitlines()[1].endswith(shown)
    assert as_json(found)["findings"][0]["pointer"] == found[0].location.pointer


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


def test_the_json_report_tells_excerpts_ends_and_fingerprints() -> None:
    (made,) = as_json([WRONG])["findings"]
    assert made["excerpt"] == {"text": '"text": "ação"', "start": 9, "end": 13}
    assert (made["end_line"], made["end_column"], made["fingerprint"]) == (3, 18, "b1:ação")


def test_the_json_report_tells_all_that_does_not_count() -> None:
    made = check_json(load_reporter("json")(full(max_findings=1)))
    assert (made["report_version"], made["tool_version"], made["hidden"]) == ("1.1", __version__, 3)
    assert made["summary"] == {"error": 2, "warning": 1, "info": 1}
    assert made["statistics"][0] == {"code": "F001", "slug": "unreadable-file", "severity": "error", "findings": 1}
    assert [entry["code"] for entry in made["known"]] == ["T102"]
    assert made["fixed"] == [
        {"code": "T998", "slug": "of-the-past", "file": "in/gone.json", "message": "it was bad", "fingerprint": "x1"}
    ]
    assert [entry["suppression"] for entry in made["suppressed"]] == [
        {"reason": "on purpose", "expires": "2030-12-31", "line": 2, "column": 3, "pointer": "/extra"}
    ]


def test_known_and_fixed_are_told_only_with_a_baseline() -> None:
    assert not {"known", "fixed"} & as_json([]).keys()
    assert check_json(load_reporter("json")(make_report(0, [], known=[])))["known"] == []


def test_what_is_suppressed_is_no_finding_that_counts() -> None:
    made = as_json([SUPPRESSED])
    assert (made["findings"], len(made["suppressed"])) == ([], 1)


def test_json_lines_to_the_byte() -> None:
    made = make_report(2, [DEEP, Finding(EDGE, "b", Location("f"), suppression=Suppression("so"))])
    assert load_reporter("jsonl")(made) == (
        '{"type":"finding","code":"T102","slug":"quote-mismatch","severity":"error","message":"bad",'
        '"file":"in/c.xml","line":2,"column":5,"end_line":4,"end_column":1,"xpath":"/TEI/text"}\n'
        '{"type":"suppressed","code":"T201","slug":"blank-at-span-edge","severity":"warning","message":"b",'
        '"file":"f","suppression":{"reason":"so"}}\n'
        '{"type":"summary","report_version":"1.1","tool_version":"' + __version__ + '","files":2,'
        '"summary":{"error":1,"warning":0,"info":0},"statistics":[{"code":"T102","slug":"quote-mismatch",'
        '"severity":"error","findings":1}],"hidden":0,"suppressed":1}\n'
    )


def test_json_lines_tell_known_and_fixed_with_a_baseline() -> None:
    lines = [json.loads(line) for line in load_reporter("jsonl")(full()).splitlines()]
    assert [line["type"] for line in lines] == [*["finding"] * 4, "suppressed", "known", "fixed", "summary"]
    assert lines[-2]["file"] == FIXED.file
    assert (lines[-1]["suppressed"], lines[-1]["known"], lines[-1]["fixed"]) == (1, 1, 1)


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


def test_the_text_report_tells_what_is_fixed_and_how_to_take_it_out() -> None:
    made = load_reporter("text")(make_report(1, [], known=[], fixed=[FIXED, FIXED._replace(file="z", message="")]))
    assert made == (
        "in/gone.json: fixed T998 of-the-past: it was bad\n"
        "z: fixed T998 of-the-past: not found any more\n"
        "    hint: --write-baseline takes what is fixed out of the baseline\n\n"
        "1 file: 0 errors, 0 warnings (2 fixed)\n"
    )
    many = load_reporter("text")(make_report(1, [], known=[], fixed=[FIXED] * 23))
    assert many.count("fixed T998") == 20
    assert "\n    and 3 more\n    hint" in many
