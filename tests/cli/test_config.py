"""Options of the command line that come from a configuration, and house styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents import ARTICLE

from corpus_tools.formats.base import ReadOptions
from corpus_tools.seed_style import SeedStyle, builtin_style, builtin_styles
from corpus_tools.services import load

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = '[seed]\nlayout = "line"\nencoding = "windows-1252"\nlanguage = "pt"\n'
VERBS = [["validate", "a.txt"], ["roundtrip", "a.txt"], ["convert", "a.txt", "--to", "json"]]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[ReadOptions]:
    """What readers were told, by the runs of a test; nothing is read."""
    told: list[ReadOptions] = []
    (tmp_path / "a.txt").write_text("Rain\n\nIt rained.\n")

    class Silent:
        """A format that reads nothing."""

        @staticmethod
        def examine(_data: bytes, options: ReadOptions) -> tuple[None, list[object]]:
            told.append(options)
            return None, []

    monkeypatch.setattr(load, "load_format", lambda _name: Silent)
    return told


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_configuration_is_found_and_followed(run, asked, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "corpus-tools.toml").write_text(CONFIG)
    run(*verb)
    assert asked[0].style == SeedStyle(layout="line")
    assert (asked[0].encoding, asked[0].language) == ("windows-1252", "pt")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_configuration_can_be_ignored(run, asked, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "corpus-tools.toml").write_text("not TOML")
    run(*verb, "--no-config")
    assert (asked[0].style, asked[0].encoding, asked[0].language) == (None, None, None)


def test_a_configuration_can_be_named(run, asked, tmp_path: Path) -> None:
    (tmp_path / "corpus-tools.toml").write_text("not TOML")
    (tmp_path / "other.toml").write_text(CONFIG)
    run("validate", "a.txt", "--config", "other.toml")
    assert asked[0].style == SeedStyle(layout="line")


def test_without_a_configuration_nothing_is_said(run, asked) -> None:
    run("validate", "a.txt")
    assert (asked[0].style, asked[0].encoding, asked[0].language) == (None, None, None)


def test_options_win_over_the_configuration(run, asked, tmp_path: Path) -> None:
    (tmp_path / "corpus-tools.toml").write_text(CONFIG)
    (tmp_path / "s.json").write_text('{"layout": "wrapped"}')
    run("convert", "a.txt", "--to", "json", "--seed-style", "s.json", "--encoding", "cp1250", "--language", "cs")
    assert asked[0].style == SeedStyle(layout="wrapped")
    assert (asked[0].encoding, asked[0].language) == ("cp1250", "cs")


@pytest.mark.parametrize("name", builtin_styles())
def test_a_style_of_the_program_can_be_named(run, asked, name: str) -> None:
    run("validate", "a.txt", "--seed-style", name)
    assert asked[0].style == builtin_style(name)


def test_the_help_names_the_styles_that_are_there(run) -> None:
    shown = "".join(run("validate", "--help").stdout.split())
    assert f"oneof{','.join(builtin_styles())}." in shown


FAULTS = [
    (["--seed-style", "wir"], "wir: no such house style (did you mean wire?)"),
    (["--seed-style", "gone.toml"], "gone.toml: cannot be read"),
    (["--config", "gone.toml"], "gone.toml: cannot be read"),
    (["--config", "bad.toml"], "bad.toml:2:1: seed.layuot: unknown key (did you mean layout?)"),
    (["--seed-style", "bad.json"], "bad.json:1:2: layuot: unknown key (did you mean layout?)"),
    (["--config", "good.toml", "--no-config"], "--config and --no-config exclude each other"),
]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
@pytest.mark.parametrize(("options", "message"), FAULTS)
def test_a_fault_in_these_files_is_a_usage_error(run, asked, tmp_path, verb, options, message) -> None:
    (tmp_path / "good.toml").write_text("")
    (tmp_path / "bad.toml").write_text('[seed]\nlayuot = "line"\n')
    (tmp_path / "bad.json").write_text('{"layuot": "line"}')
    result = run(*verb, *options)
    assert result.exit_code == 2
    assert f"Error: {message}" in result.stderr
    assert asked == []


LAYER = '{"name": "frame",\n "titel": "Frames", "description": "How a text frames its subject."}'
WRONG = [
    ('documents = ["gone"]', "1:14: documents[0]: no such file or directory: gone"),
    ('documents = ["a.txt", "gone*"]', "1:23: documents[1]: nothing matches: gone*"),
    ('documents = ["in"]\nexclude = ["*.txt"]', "1:14: documents[0]: no .json .xml .txt files in in but what the conf"),
    ('documents = ["in/*"]\nexclude = ["*.txt"]', "1:14: documents[0]: no .json .xml .txt files in in/* but what the"),
    ("documents = []", "1:1: documents: no document is named; name at least one INPUT"),
    ('documents = ["in"]\nbaseline = "known"', "2:1: baseline: known should end in .json"),
    ('documents = ["in"]\nbaseline = "gone.json"', "2:1: baseline: there is no file gone.json; --write-baseline makes"),
    ('documents = ["in"]\ncache = "a.txt"', "2:1: cache: the cache cannot be in a.txt, which is no directory"),
    ('documents = ["in"]\nlayers = ["gone.json"]', "2:11: layers[0]: there is no file gone.json"),
    ('documents = ["in"]\nselect = ["T999"]', "2:11: select[0]: there is no rule T999"),
    ('documents = ["in"]\njobs = "all"', '2:1: jobs: "all" is not of the form that is needed, such as "auto"'),
    ('documents = ["in"]\nseverity = {"" = "error"}', '2:13: severity."": the key is empty'),
]


@pytest.mark.parametrize("name", ["corpus-tools.toml", "pyproject.toml"])
@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_value_that_cannot_be_followed_is_told_with_its_place(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, message: str
) -> None:
    monkeypatch.delenv("CORPUS_TOOLS_CACHE", raising=False)
    monkeypatch.delenv("CORPUS_TOOLS_NO_CACHE", raising=False)
    (tmp_path / "in").mkdir()
    for file in ("a.txt", "in/b.txt"):
        (tmp_path / file).write_text("Rain\n\nIt rained.\n")
    place, _, reason = message.partition(": ")
    if name == "pyproject.toml":
        text = f"[tool.corpus-tools]\n{text}"
        line, column = place.split(":")
        place, reason = f"{int(line) + 1}:{column}", f"tool.corpus-tools.{reason}"
    (tmp_path / name).write_text(text)
    result = run("validate")
    assert result.exit_code == 2
    assert f"Error: {name}:{place}: {reason}" in result.stderr


def test_without_documents_the_table_is_told_that_could_name_them(run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.corpus-tools]\nfail-on = "error"\n')
    told = run("validate").stderr
    assert "pyproject.toml:3:1: tool.corpus-tools.documents: no document is named; name at least one INPUT" in told
    assert "Error: no document is named" in run("validate", "--no-config").stderr


def test_a_configuration_above_is_named_from_here(run, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "corpus-tools.toml").write_text('documents = ["in/gone"]\n')
    monkeypatch.chdir(tmp_path / "in")
    assert (
        "Error: ../corpus-tools.toml:1:14: documents[0]: no such file or directory: ../in/gone"
        in run("validate").stderr
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--layer", "gone.json"], "gone.json: cannot be read: No such file or directory"),
        (["--layer", "layer"], "layer:2:2: titel: unknown key (did you mean title?)"),
        (["--encoding", "utf-88"], "--encoding utf-88: there is no such text encoding; auto has it detected"),
        (["--language", "pt_BR"], "--language pt_BR: no language tag (BCP 47) such as pt-BR"),
        (["--cache-dir", "a.txt"], "--cache-dir: the cache cannot be in a.txt, which is no directory"),
        *[
            ([option, ""], f"Invalid value for '{option}': the name is empty; name a file")
            for option in ("--layer", "--seed-style", "--config", "--baseline", "--cache-dir", "--output")
        ],
    ],
)
def test_an_option_that_cannot_be_followed_is_told(run, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "a.txt").write_text("Rain\n\nIt rained.\n")
    (tmp_path / "layer").write_text(LAYER)
    result = run("validate", "a.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Error: {message}" in result.stderr


def test_fmt_follows_the_layers_of_the_configuration(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(ARTICLE)
    (tmp_path / "layer").write_text(LAYER)
    (tmp_path / "corpus-tools.toml").write_text('layers = ["layer"]\n')
    result = run("fmt", "--check", "a.json")
    assert result.exit_code == 2
    assert "layer:2:2: titel: unknown key" in result.stderr
    assert run("fmt", "--check", "--no-config", "a.json").exit_code == 1


def test_a_found_configuration_at_fault_is_a_usage_error(run, asked, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.corpus-tools]\nseeds = 1\n")
    result = run("validate", "a.txt")
    assert result.exit_code == 2
    assert "pyproject.toml:2:1: tool.corpus-tools.seeds: unknown key (did you mean seed?)" in result.stderr
