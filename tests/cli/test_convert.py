"""``corpus-tools convert``."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from documents import ARTICLE, SEED

if TYPE_CHECKING:
    from pathlib import Path


def test_one_input_without_output_goes_to_standard_output(run, corpus: Path) -> None:
    result = run("convert", "in/a.txt", "--to", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "a"
    assert result.stderr == ""


@pytest.mark.parametrize("to", ["json", "tei", "seed"])
def test_standard_input_becomes_the_article_named_article(run, to: str) -> None:
    result = run("convert", "-", "--to", to, data=SEED)
    assert result.exit_code == 0
    assert result.stdout_bytes == SEED if to == "seed" else b"article" in result.stdout_bytes


def test_json_on_standard_input_is_told_by_its_content(run) -> None:
    assert run("convert", "-", "--to", "tei", data=ARTICLE).stdout.startswith("<?xml")


def test_a_directory_keeps_its_structure(run, corpus: Path) -> None:
    result = run("convert", "in", "--to", "tei", "-o", "out")
    assert result.exit_code == 0
    assert sorted(path.relative_to(corpus / "out").as_posix() for path in (corpus / "out").rglob("*.*")) == [
        "a.xml",
        "rain.xml",
        "sub/b.xml",
    ]
    assert result.stdout == ""
    assert "3 written" in result.stderr


def test_the_way_there_and_back_gives_the_seed(run, corpus: Path) -> None:
    for to, source, target in (("tei", "in/sub", "tei/"), ("json", "tei", "json/"), ("seed", "json", "seed/")):
        assert run("convert", source, "--to", to, "-o", target).exit_code == 0
    assert (corpus / "seed/b.txt").read_bytes() == (corpus / "in/sub/b.txt").read_bytes()


def test_output_names_the_file_unless_it_is_a_directory(run, corpus: Path) -> None:
    (corpus / "there").mkdir()
    for output, expected in (("new/made.json", "new/made.json"), ("there", "there/a.json"), ("dir/", "dir/a.json")):
        assert run("convert", "in/a.txt", "--to", "json", "-o", output).exit_code == 0
        assert (corpus / expected).is_file()


@pytest.mark.parametrize("arguments", [["in"], ["in/a.txt", "in/sub/b.txt"], ["in", "-o", "-"], ["in/sub"]])
def test_several_documents_need_a_directory(run, corpus: Path, arguments: list[str]) -> None:
    result = run("convert", *arguments, "--to", "json")
    assert result.exit_code == 2
    assert "-o" in result.stderr


def test_each_document_is_read_once_and_written_in_every_format(
    run, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus_tools.services.load import Loader

    read: list[str] = []
    load = Loader.load
    monkeypatch.setattr(Loader, "load", lambda self, source: read.append(source.path) or load(self, source))
    result = run("convert", "in", "--to", "json", "--to", "tei", "--to", "json", "-o", "out")
    assert read == ["in/a.txt", "in/rain.json", "in/sub/b.txt"]
    assert "6 written, 0 unchanged, 0 failed" in result.stderr
    for form, suffix in (("json", ".json"), ("tei", ".xml")):
        run("convert", "in", "--to", form, "-o", "alone")
        for stem in ("a", "rain", "sub/b"):
            assert (corpus / f"out/{stem}{suffix}").read_bytes() == (corpus / f"alone/{stem}{suffix}").read_bytes()


def test_what_the_reader_finds_is_told_once_and_what_a_format_cannot_hold_of_that_format(run, corpus: Path) -> None:
    (corpus / "in/bad.txt").write_bytes(b"caf\xe9 au lait")
    result = run("convert", "in/bad.txt", "in/rain.json", "--to", "tei", "--to", "seed", "-o", "out")
    assert result.exit_code == 1
    alone = run("convert", "in/rain.json", "--to", "seed", "-o", "alone/")
    assert result.stderr.count("F002") == 1
    assert result.stderr.count("L001") == alone.stderr.count("L001") > 0
    assert "2 written, 0 unchanged, 2 failed" in result.stderr
    assert sorted(os.listdir(corpus / "out")) == ["rain.txt", "rain.xml"]


def test_one_format_that_is_there_already_does_not_keep_the_other_from_being_written(run, corpus: Path) -> None:
    (corpus / "out").mkdir()
    (corpus / "out/a.json").write_text("mine")
    result = run("convert", "in/a.txt", "--to", "json", "--to", "tei", "-o", "out")
    assert result.exit_code == 1
    assert "1 written, 0 unchanged, 1 failed" in result.stderr
    assert (corpus / "out/a.xml").is_file()


@pytest.mark.parametrize("output", [[], ["-o", "-"], ["-o", "in/a.txt"], ["-o", "made.JSON"]])
def test_several_formats_need_a_directory(run, corpus: Path, output: list[str]) -> None:
    result = run("convert", "in/rain.json", "--to", "json", "--to", "tei", *output)
    assert result.exit_code == 2
    assert "directory" in result.stderr
    assert not (corpus / "made.JSON").exists()


def test_several_formats_of_one_document_go_to_a_new_directory(run, corpus: Path) -> None:
    assert run("convert", "-", "--to", "json", "--to", "seed", "-o", "v1.2", data=SEED).exit_code == 0
    assert sorted(os.listdir(corpus / "v1.2")) == ["article.json", "article.txt"]


def test_a_file_is_no_place_for_several_documents(run, corpus: Path) -> None:
    assert run("convert", "in", "--to", "json", "-o", "in/a.txt").exit_code == 2


@pytest.mark.parametrize("second", ["in/a.txt", "in/other/a.txt", "in/a.json"])
def test_two_inputs_for_one_output_are_refused_before_anything_is_written(run, corpus: Path, second: str) -> None:
    (corpus / second).parent.mkdir(exist_ok=True)
    (corpus / second).write_bytes(SEED)
    result = run("convert", "in/sub/b.txt", "in/a.txt", second, "--to", "tei", "-o", "out")
    assert result.exit_code == 2
    assert second in result.stderr
    assert not (corpus / "out").exists()


def test_names_that_differ_in_case_are_two_files_where_the_system_says_so(run, corpus: Path) -> None:
    (corpus / "in/A.txt").write_bytes(SEED + b"!")
    if (corpus / "in/a.txt").read_bytes() != SEED:
        pytest.skip("this file system ignores case")
    assert run("convert", "in", "--to", "tei", "-o", "out").exit_code == 0
    assert {"a.xml", "A.xml"} <= set(os.listdir(corpus / "out"))


def test_an_input_is_never_written_over(run, corpus: Path) -> None:
    before = (corpus / "in/rain.json").read_bytes()
    for output in ("in", "in/rain.json", "./in/../in/rain.json"):
        result = run("convert", "in/rain.json", "--to", "json", "-o", output, "--force")
        assert result.exit_code == 2
    assert (corpus / "in/rain.json").read_bytes() == before


def test_an_existing_file_is_replaced_only_by_force(run, corpus: Path) -> None:
    (corpus / "out").mkdir()
    (corpus / "out/a.json").write_text("mine")
    refused = run("convert", "in", "--to", "json", "-o", "out")
    assert refused.exit_code == 1
    assert "output-exists" in refused.stderr
    assert (corpus / "out/a.json").read_text() == "mine"
    assert (corpus / "out/sub/b.json").is_file()
    assert run("convert", "in", "--to", "json", "-o", "out", "--force").exit_code == 0
    assert json.loads((corpus / "out/a.json").read_bytes())["id"] == "a"


def test_a_file_that_holds_the_same_bytes_is_left_alone(run, corpus: Path) -> None:
    run("convert", "in", "--to", "tei", "-o", "out")
    before = (corpus / "out/a.xml").stat().st_mtime_ns
    again = run("convert", "in", "--to", "tei", "-o", "out")
    assert again.exit_code == 0
    assert "0 written, 3 unchanged, 0 failed" in again.stderr
    assert (corpus / "out/a.xml").stat().st_mtime_ns == before


def test_an_output_directory_inside_the_input_is_not_an_input(run, corpus: Path) -> None:
    for _ in range(2):
        assert run("convert", "in", "--to", "tei", "-o", "in/out").exit_code == 0
    assert sorted(os.listdir(corpus / "in/out")) == ["a.xml", "rain.xml", "sub"]


def test_a_failed_input_is_told_and_the_others_are_written(run, corpus: Path) -> None:
    (corpus / "in/bad.txt").write_bytes(b"caf\xe9 au lait")
    (corpus / "in/cut.json").write_bytes(ARTICLE[:100])
    result = run("convert", "in", "--to", "tei", "-o", "out")
    assert result.exit_code == 1
    assert "in/bad.txt:1:4: error F002" in result.stderr
    assert "in/cut.json:" in result.stderr
    assert "3 written, 0 unchanged, 2 failed" in result.stderr
    assert sorted(os.listdir(corpus / "out")) == ["a.xml", "rain.xml", "sub"]


def test_an_encoding_can_be_named(run, corpus: Path) -> None:
    (corpus / "in/bad.txt").write_bytes("café".encode("latin-1"))
    result = run("convert", "in/bad.txt", "--to", "json", "--encoding", "windows-1252")
    assert result.exit_code == 0
    assert "café" in result.stdout


def test_an_unknown_encoding_is_a_usage_error(run, corpus: Path) -> None:
    assert run("convert", "in/a.txt", "--to", "json", "--encoding", "klingon").exit_code == 2


def test_id_and_language_of_a_seed_can_be_given(run, corpus: Path) -> None:
    made = json.loads(run("convert", "in/a.txt", "--to", "json", "--id", "x-1", "--language", "pt-BR").stdout)
    assert (made["id"], made["language"]) == ("x-1", "pt-BR")


@pytest.mark.parametrize("arguments", [["in/a.txt", "--id", "1 x"], ["in", "-o", "out", "--id", "x"]])
def test_an_id_is_legal_and_for_one_article(run, corpus: Path, arguments: list[str]) -> None:
    assert run("convert", *arguments, "--to", "json").exit_code == 2


def test_a_malformed_language_is_told_and_nothing_is_written(run, corpus: Path) -> None:
    result = run("convert", "in/a.txt", "--to", "json", "--language", "en_US", "-o", "out/")
    assert result.exit_code != 0
    assert not (corpus / "out").exists()


def test_standoff_tei_reads_equal(run, corpus: Path) -> None:
    inline = run("convert", "in/rain.json", "--to", "tei").stdout_bytes
    standoff = run("convert", "in/rain.json", "--to", "tei", "--annotations", "standoff").stdout_bytes
    assert inline != standoff
    back = [run("convert", "-", "--from", "tei", "--to", "json", data=data).stdout_bytes for data in (inline, standoff)]
    assert back[0] == back[1]


def test_what_a_seed_cannot_hold_is_told(run, corpus: Path) -> None:
    result = run("convert", "in/rain.json", "--to", "seed")
    assert result.exit_code == 0
    assert "warning L001 loss" in result.stderr
    assert result.stdout.startswith("Rain in Lisbon")


def test_a_layer_of_ones_own_is_a_layer_file(run, corpus: Path) -> None:
    (corpus / "no.json").write_text("{}")
    for file in ("no.json", "nowhere.json", "in/a.txt"):
        assert run("convert", "in/a.txt", "--to", "json", "--layer", file).exit_code == 2


def test_nothing_half_written_is_left_behind(run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus_tools.corpus import writing

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "write", full)
    result = run("convert", "in/a.txt", "--to", "json", "-o", "out/")
    assert result.exit_code == 1
    assert "No space left" in result.stderr
    assert os.listdir(corpus / "out") == []


def test_verbose_names_what_is_written_and_quiet_says_nothing(run, corpus: Path) -> None:
    assert "in/a.txt -> out/a.json" in run("convert", "in", "--to", "json", "-o", "out", "-v").stderr
    assert run("convert", "in", "--to", "json", "-o", "out2", "-q").output == ""
    assert run("-q", "convert", "in", "--to", "json", "-o", "out3").output == ""


def test_what_is_no_article_gives_no_output(run, corpus: Path) -> None:
    (corpus / "bad.json").write_text("{")
    result = run("convert", "bad.json", "--to", "tei")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "bad.json:1:" in result.stderr
