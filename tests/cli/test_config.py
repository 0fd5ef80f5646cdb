"""Options of the command line that come from a configuration, and house styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


def test_a_found_configuration_at_fault_is_a_usage_error(run, asked, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.corpus-tools]\nseeds = 1\n")
    result = run("validate", "a.txt")
    assert result.exit_code == 2
    assert "pyproject.toml:2:1: tool.corpus-tools.seeds: unknown key (did you mean seed?)" in result.stderr
