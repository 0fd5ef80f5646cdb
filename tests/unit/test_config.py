"""The configuration: where it is found, what it says, and what is said of a wrong one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus_tools.corpus.config import Config, SeedConfig, find_config, load_config
from corpus_tools.errors import ConfigError, UsageError
from corpus_tools.schemas import load_schema
from corpus_tools.seed_style import ForcedRole, SeedStyle, StyleCue, builtin_style
from corpus_tools.services.selection import Request, select_rules

FIXTURES = Path(__file__).parent.parent.parent / "fixtures" / "config"
FAULTS = json.loads((FIXTURES / "fail.json").read_text(encoding="utf-8"))
KEYS = list(load_schema("config.schema.json")["properties"])
OWN = '[seed]\nlayout = "line"\n'
SHARED = '[project]\nname = "x"\n\n[tool.corpus-tools.seed]\nlayout = "wrapped"\n'


def test_everything_that_a_configuration_can_say_is_read() -> None:
    seed = load_config(str(FIXTURES / "pass" / "everything.toml")).seed
    assert (seed.encoding, seed.language) == ("windows-1252", "pt-BR")
    style = seed.style
    assert style is not None
    assert style.languages == ("fr", "en")
    assert style.layout == "wrapped"
    assert style.cues[0] == StyleCue("tagline", "opener", ("typed up by",), "contributors", "editor")
    assert style.roles[0] == ForcedRole("good morning*", "standfirst", "top")
    words = dict(style.words)
    assert words["agencies"] == ("Nordwind Press", "Südwind")
    assert words["jobs"] == ("stringer", "runner")
    assert words["end_marks"][0] == "over and out"


def test_the_table_wins_over_the_styles_it_names_and_these_over_the_style_file() -> None:
    style = load_config(str(FIXTURES / "pass" / "everything.toml")).seed.style
    assert style is not None
    expected = (
        style.roles[:1]
        + builtin_style("wire").roles
        + builtin_style("interview").roles
        + (ForcedRole("see you tomorrow*", "boilerplate", "bottom"),)
        + builtin_style("blog").roles
    )
    assert style.roles == expected


@pytest.mark.parametrize(
    ("name", "seed"),
    [("empty.toml", SeedConfig()), ("detected.toml", SeedConfig(encoding="auto", language="none"))],
)
def test_what_is_not_said_is_none(name: str, seed: SeedConfig) -> None:
    file = str(FIXTURES / "pass" / name)
    assert load_config(file) == Config(file, seed)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place_and_what_is_allowed(name: str) -> None:
    file = FIXTURES / "fail" / name
    with pytest.raises(ConfigError) as raised:
        load_config(str(file))
    line, column, reason = FAULTS[name]
    error = raised.value
    assert isinstance(error, UsageError)
    assert (error.line, error.column) == (line, column)
    assert error.reason.startswith(reason)
    assert Path(error.path).name == ("bad-style.json" if name == "style-file-at-fault.toml" else name)
    assert str(error) == f"{error.path}:{line}:{column}: {error.reason}"


def test_every_faulty_fixture_is_used() -> None:
    assert {path.name for path in (FIXTURES / "fail").iterdir()} - {"bad-style.json"} == set(FAULTS)


WORDS = ["T201", "T2", "mojibake", "ALL", "error", "auto", "wire", "pt", "", "x", "similarity"]
VALUES = st.recursive(
    st.one_of(st.sampled_from(WORDS), st.integers(-2, 9), st.booleans(), st.none(), st.floats(0, 2)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from([*WORDS, *KEYS]), inner, max_size=2),
    max_leaves=4,
)


def refused(file: Path) -> ConfigError | None:
    """Why a configuration cannot be followed; None if it can."""
    try:
        config = load_config(str(file))
        select_rules(Request(config.rules, config.error))
    except ConfigError as error:
        return error
    return None


@example(content={"fail-on": "error", "ignore": ["T2"], "severity": {"T201": "error"}}, is_followed=True)
@given(content=st.dictionaries(st.sampled_from([*KEYS, "sed", "rule"]), VALUES, max_size=3), is_followed=st.just(None))
def test_whatever_a_configuration_holds_is_followed_or_refused_with_a_place(
    tmp_path_factory, content: dict[str, Any], is_followed: bool | None
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_text(json.dumps(content))
    error = refused(file)
    assert is_followed in (None, error is None)
    if error is not None:
        assert (error.path, error.line) == (str(file), 1)
        assert error.column
        assert re.match(r"[\w\"][^ ]*: .{8}", error.reason)


def test_of_several_faults_the_first_in_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[seed]\nlayout = "x"\nlanguages = 1\nencoding = 2\n')
    with pytest.raises(ConfigError) as raised:
        load_config(str(tmp_path / "c.toml"))
    assert raised.value.line == 2


def test_a_file_that_is_not_there_has_no_place() -> None:
    with pytest.raises(ConfigError) as raised:
        load_config("gone.toml")
    assert str(raised.value) == "gone.toml: cannot be read: No such file or directory"


def test_a_name_that_no_file_can_have_is_told() -> None:
    with pytest.raises(ConfigError, match=r"cannot be read: .*null"):
        load_config("a\0b.toml")


def test_the_nearest_configuration_upwards_is_found(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "corpus-tools.toml").write_text(OWN)
    assert find_config(str(below)) == str(tmp_path / "corpus-tools.toml")
    (tmp_path / "a" / "pyproject.toml").write_text(SHARED)
    assert find_config(str(below)) == str(tmp_path / "a" / "pyproject.toml")
    (below / "corpus-tools.toml").write_text("")
    assert find_config(str(below)) == str(below / "corpus-tools.toml")


def test_in_one_directory_the_own_file_wins(tmp_path: Path) -> None:
    (tmp_path / "corpus-tools.toml").write_text(OWN)
    (tmp_path / "pyproject.toml").write_text(SHARED)
    assert find_config(str(tmp_path)) == str(tmp_path / "corpus-tools.toml")


@pytest.mark.parametrize(
    "text", ["", "not TOML", '[project]\ndependencies = ["corpus-tools"]\n', 'tool = "corpus-tools"\n']
)
def test_a_project_without_our_table_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "corpus-tools.toml").write_text(OWN)
    (tmp_path / "a" / "pyproject.toml").write_text(text)
    assert find_config(str(tmp_path / "a")) == str(tmp_path / "corpus-tools.toml")


def test_a_broken_project_that_names_us_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.corpus-tools\n")
    with pytest.raises(ConfigError, match="is not TOML"):
        find_config(str(tmp_path))


def test_a_project_that_cannot_be_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(SHARED)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", refuse)
    assert find_config(str(tmp_path)) is None


def test_a_directory_that_is_gone_has_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert find_config(".") is None


def test_a_project_is_read_from_its_table(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(SHARED)
    assert load_config(str(file)).seed.style == SeedStyle(layout="wrapped")
    file.write_text(SHARED.replace("layout", "layuot"))
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5:1: tool\.corpus-tools\.seed\.layuot: unknown key"):
        load_config(str(file))


def test_a_project_that_is_named_must_have_the_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    with pytest.raises(ConfigError, match=r"has no table tool\.corpus-tools"):
        load_config(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[tool.corpus_tools]\n", "1:1: tool.corpus_tools"),
        ('[project]\nname = "x"\n[tool.Corpus-Tool]\n', "3:1: tool.Corpus-Tool"),
        ("[corpus-tools]\n", "1:1: corpus-tools"),
    ],
)
def test_a_table_of_another_name_is_not_passed_over(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    told = f"pyproject.toml:{place}: is not read; the table is named tool.corpus-tools"
    for read in (find_config, load_config):
        with pytest.raises(ConfigError) as raised:
            read(str(tmp_path if read is find_config else file))
        assert str(raised.value).endswith(told)
    file.write_text(f"{text}[tool.corpus-tools]\n")
    assert find_config(str(tmp_path)) == str(file)


@pytest.mark.parametrize("table", ["tool.corpus-tools", "corpus-tools", "tool.corpus_tools.seed"])
def test_a_file_of_its_own_has_no_table_of_the_program(tmp_path: Path, table: str) -> None:
    file = tmp_path / "corpus-tools.toml"
    file.write_text(f'exclude = ["x"]\n[{table}]\n')
    with pytest.raises(ConfigError) as raised:
        load_config(str(file))
    told = str(raised.value)
    assert told.startswith(f"{file}:2:1: ")
    assert told.endswith(": only pyproject.toml has a table of this program; here its keys stand at the top")


@pytest.mark.parametrize("name", ["corpus_tools.toml", ".corpus-tools.toml"])
def test_a_file_of_another_name_is_not_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    with pytest.raises(ConfigError, match=f"{name}: is not read; a configuration is named corpus-tools.toml"):
        find_config(str(tmp_path))
    (tmp_path / "corpus-tools.toml").write_text("")
    assert find_config(str(tmp_path)) == str(tmp_path / "corpus-tools.toml")


def test_a_table_of_seeds_holds_the_keys_of_a_style() -> None:
    config, style = load_schema("config.schema.json"), load_schema("seed_style.schema.json")
    seed = config["$defs"]["seed"]["properties"]
    assert {key: part for key, part in style["properties"].items() if key not in ("title", "description")} == {
        key: part for key, part in seed.items() if key not in ("style-file", "encoding", "language")
    }
    assert style["$defs"] == {name: part for name, part in config["$defs"].items() if name != "seed"}
