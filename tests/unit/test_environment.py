"""What results depend on beside the document: all that is asked, the program and its libraries."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest

from corpus_tools.rules.lints import CORPUS_RULES, LINTS
from corpus_tools.seed_style import SeedStyle
from corpus_tools.services import environment as module
from corpus_tools.services.environment import LIBRARIES, environment
from corpus_tools.services.load import LoadOptions

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
NOT_ASKED = {"click", "platformdirs", "rapidfuzz", "rich"}
"""What only the command line, or `diff`, uses."""

OTHERS = {
    "format": "json",
    "id": "a",
    "language": "pt",
    "encoding": "latin-1",
    "layers": {},
    "style": SeedStyle(layout="line"),
    "detect_language": False,
    "lints": tuple(LINTS.values())[:1],
    "corpus_rules": tuple(CORPUS_RULES.values())[:1],
    "codes": frozenset({"T201"}),
    "rule_options": {"mojibake": {"patterns": ("x",)}},
}


@pytest.mark.parametrize("option", [option.name for option in fields(LoadOptions)])
def test_each_option_makes_another_environment(option: str) -> None:
    assert environment(replace(LoadOptions(), **{option: OTHERS[option]})) != environment(LoadOptions())


def test_the_same_options_are_the_same_environment() -> None:
    options = LoadOptions(rule_options={"a": {"x": 1, "y": 2}, "b": {}})
    assert environment(options) == environment(LoadOptions(rule_options={"b": {}, "a": {"y": 2, "x": 1}}))


def test_every_library_that_makes_findings_counts() -> None:
    project = tomllib.loads(PROJECT.read_text())["project"]
    needed = {name.split(">")[0].replace("-", "_") for name in project["dependencies"]} - NOT_ASKED
    assert needed <= LIBRARIES
    assert {name.split("-")[0].lower() for name in module._libraries()} >= needed


def test_another_version_of_a_library_or_python_makes_another_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = environment(LoadOptions())
    libraries = [name.replace("-", "-9") for name in module._libraries()]
    monkeypatch.setattr(module, "_libraries", lambda: libraries)
    other_libraries = environment(LoadOptions())
    monkeypatch.setattr(module.sys, "version", "4.0")
    assert len({before, other_libraries, environment(LoadOptions())}) == 3


def test_another_program_or_schema_makes_another_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = {module._program()}
    (tmp_path / "data").mkdir()
    for name, content in (("data/new.json", "{}"), ("data/new.json", "[]"), ("other.rng", "<a/>"), ("a.py", "")):
        (tmp_path / name).write_text(content)
        monkeypatch.setattr(module, "schema_path", lambda _name: tmp_path)
        module._program.cache_clear()
        digests.add(module._program())
    (tmp_path / "notes.txt").write_text("no part of it")
    module._program.cache_clear()
    assert module._program() in digests
    assert len(digests) == 5
    module._program.cache_clear()


def test_what_is_no_directory_on_the_path_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    before = module._libraries()
    monkeypatch.setattr(module.sys, "path", [*module.sys.path, "/nowhere.zip", ""])
    assert module._libraries() == before
