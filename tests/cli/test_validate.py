"""``corpus-tools validate``."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import jsonschema
import pytest
from documents import ARTICLE

from corpus_tools.schemas import load_schema

if TYPE_CHECKING:
    from pathlib import Path

WRONG_QUOTE = ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}')


def report(result) -> dict:
    made = json.loads(result.stdout)
    jsonschema.validate(made, load_schema("report.schema.json"))
    return made


def test_clean_documents_are_clean(run, corpus: Path) -> None:
    result = run("validate", "in")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "3 files: 0 errors, 0 warnings\n", "")


def test_a_file_that_several_inputs_mean_is_checked_once(run, corpus: Path) -> None:
    (corpus / "in/rain.json").write_bytes(WRONG_QUOTE)
    (corpus / "link.json").symlink_to("in/rain.json")
    result = run("validate", "in", "./in/../in", "in/rain.json", "link.json", str(corpus / "in/rain.json"))
    assert result.stdout.endswith("3 files: 1 error, 0 warnings\n")
    listed = run("validate", "in", "link.json", "--list-files")
    assert "link.json: not checked: it is named already" in listed.stderr


def test_quiet_says_nothing_of_clean_documents(run, corpus: Path) -> None:
    assert run("validate", "in", "-q").output == ""


def test_a_broken_rule_is_told_with_its_place(run, corpus: Path) -> None:
    (corpus / "in/rain.json").write_bytes(WRONG_QUOTE)
    result = run("validate", "in")
    assert result.exit_code == 1
    assert result.stdout.startswith("in/rain.json:11:")
    assert "/layers/entity/annotations/0/spans/0" in result.stdout
    assert result.stdout.endswith("3 files: 1 error, 0 warnings\n")


def test_the_json_report_follows_its_schema_and_is_all_of_standard_output(run, corpus: Path) -> None:
    (corpus / "in/rain.json").write_bytes(WRONG_QUOTE)
    (corpus / "in/cut.xml").write_bytes(b"<TEI>")
    made = report(run("validate", "in", "--format", "json"))
    assert made["files"] == 4
    assert made["summary"]["error"] == len(made["findings"]) == 2
    assert [found["file"] for found in made["findings"]] == ["in/cut.xml", "in/rain.json"]
    assert made["findings"][1]["block"] == "b1"


def test_a_broken_schema_is_told_at_the_value(run, corpus: Path) -> None:
    data = ARTICLE.replace(b'"role": "headline"', b'"role": "hedline"')
    made = report(run("validate", "-", "--format", "json", data=data))
    (found,) = made["findings"]
    assert (found["code"], found["file"], found["pointer"], found["line"]) == ("S001", "-", "/blocks/0/role", 7)


def test_a_fault_in_tei_is_told_with_line_and_xpath(run, corpus: Path) -> None:
    tei = run("convert", "in/rain.json", "--to", "tei", "--annotations", "standoff").stdout_bytes
    assert run("validate", "-", data=tei).exit_code == 0
    made = report(run("validate", "-", "--format", "json", data=tei.replace(b">Lisbon<", b">London<")))
    assert made["summary"]["error"] == 1
    assert made["findings"][0]["line"] > 1
    assert "xpath" in made["findings"][0]


def test_tei_outside_the_profile_is_told(run, corpus: Path) -> None:
    tei = run("convert", "in/rain.json", "--to", "tei").stdout_bytes
    made = report(
        run("validate", "-", "--format", "json", data=tei.replace(b"<p ", b"<para ").replace(b"</p>", b"</para>"))
    )
    assert "S002" in {found["code"] for found in made["findings"]}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.json", b"", "F009"),
        ("cut.json", ARTICLE[:80], "F003"),
        ("twice.json", ARTICLE.replace(b'"language"', b'"id"'), "F004"),
        ("list.json", b"[]", "F010"),
        ("nan.json", ARTICLE.replace(b'"metadata": {}', b'"metadata": {}, "extra": NaN'), "F003"),
        ("latin.txt", b"caf\xe9", "F002"),
        ("nul.txt", b"a\x00b", "F013"),
        (
            "dtd.xml",
            b'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/passwd">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&e;</TEI>',
            "F011",
        ),
        ("cut.xml", b"<TEI", "F003"),
        ("empty.xml", b"", "F009"),
    ],
)
def test_bad_input_is_one_located_error_and_the_others_are_still_looked_at(
    run, corpus: Path, name: str, content: bytes, code: str
) -> None:
    (corpus / "in" / name).write_bytes(content)
    result = run("validate", "in", "--format", "json")
    assert result.exit_code == 1
    made = report(result)
    assert made["files"] == 4
    assert [(found["file"], found["code"]) for found in made["findings"]] == [(f"in/{name}", code)]


def test_what_is_no_plain_file_is_told_and_not_read(run, corpus: Path) -> None:
    os.mkfifo(corpus / "in/pipe.txt")
    (corpus / "in/zero.txt").symlink_to("/dev/zero")
    (corpus / "in/loop.txt").symlink_to("loop.txt")
    (corpus / "in/dangling.txt").symlink_to("nowhere")
    made = report(run("validate", "in", "--format", "json"))
    assert [found["file"] for found in made["findings"]] == [
        "in/dangling.txt",
        "in/loop.txt",
        "in/pipe.txt",
        "in/zero.txt",
    ]
    assert {found["code"] for found in made["findings"]} == {"F001"}


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["in/*.nothing"], ["empty"], [], ["in", "--format", "yaml"], ["-", "-"]]
)
def test_what_cannot_be_followed_is_a_usage_error(run, corpus: Path, arguments: list[str]) -> None:
    (corpus / "empty").mkdir()
    result = run("validate", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_names_that_are_not_text_can_be_told(run, corpus: Path) -> None:
    name = os.fsdecode(b"in/caf\xe9\x1b[31m.json")
    try:
        (corpus / name).write_bytes(b"[")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    for form in ("text", "json"):
        result = run("validate", "in", "--format", form)
        assert result.exit_code == 1
        assert "\x1b" not in result.stdout


def test_an_undeclared_layer_is_a_warning_that_lets_the_run_pass(run, corpus: Path) -> None:
    (corpus / "in/rain.json").write_bytes(ARTICLE.replace(b'"entity":', b'"weather":'))
    result = run("validate", "in")
    assert result.exit_code == 0
    assert "1 warning" in result.stdout


def test_a_layer_file_declares_a_layer_of_ones_own(run, corpus: Path) -> None:
    (corpus / "in/rain.json").write_bytes(ARTICLE.replace(b'"entity":', b'"weather":'))
    layer = {"name": "weather", "title": "Weather", "description": "Weather words.", "version": "1.0"}
    layer["annotations"] = {"types": {"place": {"label": "place", "description": "Where the weather is."}}}
    (corpus / "weather.json").write_text(json.dumps(layer))
    result = run("validate", "in", "--layer", "weather.json")
    assert (result.exit_code, result.stdout) == (0, "3 files: 0 errors, 0 warnings\n"), result.output
    assert run("roundtrip", "in", "--layer", "weather.json").exit_code == 0
    assert run("validate", "in", "--layer", "weather.json", "--layer", "./weather.json").exit_code == 0
    (corpus / "again.json").write_text(json.dumps(layer))
    twice = run("validate", "in", "--layer", "weather.json", "--layer", "again.json")
    assert twice.exit_code == 2
    assert "again.json:1:2: name: there is already a layer weather, that of weather.json" in twice.stderr
