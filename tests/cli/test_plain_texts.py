"""What the command line says of plain texts: their encoding and their language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from documents import ARTICLE
from news import NEWS

Run = Callable[..., Result]
POLISH = NEWS["pl"].encode("cp1250")
TOLD = "pl.txt: read as windows-1250 (detected)\n"


@pytest.fixture
def files(tmp_path: Path, run: Run) -> Path:
    """A Polish text in windows-1250, a French one in UTF-8, and a JSON article."""
    (tmp_path / "pl.txt").write_bytes(POLISH)
    (tmp_path / "fr.txt").write_text(NEWS["fr"], "utf-8")
    (tmp_path / "rain.json").write_bytes(ARTICLE)
    return tmp_path


@pytest.mark.usefixtures("files")
def test_a_detected_encoding_is_told_and_kept(run: Run) -> None:
    result = run("convert", "pl.txt", "--to", "json", "--encoding", "auto")
    assert result.exit_code == 0
    assert TOLD in result.stderr
    assert json.loads(result.stdout)["origin"]["encoding"] == "windows-1250"
    assert json.loads(result.stdout)["blocks"][0]["text"] == NEWS["pl"].partition("\n")[0]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("verb", ["validate", "roundtrip"])
def test_every_verb_that_reads_texts_tells_it(run: Run, verb: str) -> None:
    result = run(verb, "pl.txt", "fr.txt", "--encoding", "auto")
    assert result.exit_code == 0
    assert result.stderr == TOLD


@pytest.mark.usefixtures("files")
def test_quiet_does_not_tell_it(run: Run) -> None:
    result = run("validate", "pl.txt", "--encoding", "auto", "-q")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.usefixtures("files")
def test_without_auto_the_text_is_refused_with_the_way_out(run: Run) -> None:
    result = run("validate", "pl.txt")
    assert result.exit_code == 1
    assert "--encoding auto" in result.output


def test_an_encoding_that_is_not_clear_is_a_finding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    result = run("validate", "a.txt", "--encoding", "auto")
    assert result.exit_code == 1
    assert "no other encoding is clear" in result.output


def test_a_mark_of_utf_16_is_not_a_detection(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"\ufeff{NEWS['fr']}".encode("utf-16-le"))
    assert run("validate", "a.txt", "--encoding", "auto").stderr == ""


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("option", "told"), [((), "fr"), (("auto",), "fr"), (("none",), None), (("fr-CA",), "fr-CA"), (("de",), "de")]
)
def test_the_language_is_detected_left_out_or_named(run: Run, option: tuple[str, ...], told: str | None) -> None:
    result = run("convert", "fr.txt", "--to", "json", *(f"--language={value}" for value in option))
    assert json.loads(result.stdout).get("language") == told
    assert run("roundtrip", "fr.txt", *(f"--language={value}" for value in option)).exit_code == 0


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("verb", [("convert", "--to", "json"), ("validate",), ("roundtrip",)])
def test_what_is_no_language_tag_is_an_error_of_use(run: Run, verb: tuple[str, ...]) -> None:
    result = run(*verb, "fr.txt", "--language", "french language")
    assert result.exit_code == 2
    assert "pt-BR" in result.stderr


@pytest.mark.usefixtures("files")
def test_options_of_plain_texts_without_any_are_noted(run: Run) -> None:
    result = run("convert", "rain.json", "--to", "tei", "--id", "other", "--language", "fr")
    assert result.exit_code == 0
    assert "note: --id, --language: without effect" in result.stderr
    result = run("validate", "rain.json", "--encoding", "auto")
    assert result.stderr.startswith("note: --encoding: without effect")
    assert run("roundtrip", "rain.json", "--language", "none").stderr.startswith("note: --language")


@pytest.mark.usefixtures("files")
def test_options_that_one_input_takes_are_not_noted(run: Run) -> None:
    assert run("validate", "rain.json", "fr.txt", "--language", "fr").stderr == ""
    assert run("validate", "rain.json").stderr == ""
    assert run("validate", "rain.json", "--language", "fr", "-q").stderr == ""
    assert "note" not in run("validate", "absent.json", "--language", "fr").stderr
