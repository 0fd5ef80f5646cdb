"""What an installed corpus-tools is: its version, its data, its command, its quick start."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import corpus_tools
from corpus_tools import cli
from corpus_tools.formats import FORMATS, load_format
from corpus_tools.reporters import REPORTERS, load_reporter
from corpus_tools.reporters.deltas import DELTA_REPORTERS, load_delta_reporter
from corpus_tools.schemas import load_schema, schema_files

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = ("lxml", "jsonschema", "jsonschema_rs", "msgspec", "rich", "importlib.metadata")


def test_the_version_is_that_of_the_project() -> None:
    assert corpus_tools.__version__ == PROJECT["project"]["version"]


def test_the_schema_is_found() -> None:
    assert "article.schema.json" in schema_files()
    assert load_schema("article.schema.json")["$id"]


def test_the_wheel_takes_the_schema_and_the_types_along() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"schema": "corpus_tools/_schema"}
    assert (ROOT / "corpus_tools/py.typed").is_file()


def test_the_command_is_the_main_function() -> None:
    module, function = PROJECT["project"]["scripts"]["corpus-tools"].split(":")
    assert module == cli.__name__
    assert callable(getattr(cli, function))
    installed = [point.value for point in entry_points(group="console_scripts", name="corpus-tools")]
    assert installed in ([], [f"{module}:{function}"])


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    code = (
        "import sys\nfrom corpus_tools.cli import cli\n"
        f"cli([{argument!r}], standalone_mode=False)\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stderr.strip() == "[]"
    assert run.stdout


@pytest.mark.parametrize(
    "name", ["validate", "convert", "roundtrip", "fmt", "schema", "formats", "seed", "diff", "apply", "invert", "git"]
)
def test_the_help_of_each_verb_loads_nothing_heavy(name: str) -> None:
    code = (
        "import sys\nfrom corpus_tools.cli import cli\n"
        f"cli([{name!r}, '--help'], standalone_mode=False)\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stderr.strip() == "[]"


def test_the_package_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "corpus_tools", "--version"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout == f"corpus-tools, version {corpus_tools.__version__}\n"


@pytest.mark.parametrize("name", FORMATS)
def test_the_table_of_formats_agrees_with_the_formats(name: str) -> None:
    loaded = load_format(name)
    assert loaded.name == name
    assert loaded.suffixes == FORMATS[name].suffixes
    assert loaded.title


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for entry in FORMATS.values() for suffix in entry.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_every_format_and_reporter_of_the_source_tree_is_in_its_table() -> None:
    def modules(part: str) -> set[str]:
        folder = ROOT / "corpus_tools" / part.replace(".", "/")
        names = {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
        return {f"corpus_tools.{part}.{name}" for name in names - {"__init__", "base"}}

    assert modules("formats") == {entry.module for entry in FORMATS.values()}
    assert modules("reporters") == {*REPORTERS.values(), "corpus_tools.reporters.deltas"}
    shared = {f"corpus_tools.reporters.deltas.{name}" for name in ("items", "rows", "totals", "unseen", "words")}
    assert modules("reporters.deltas") == {*DELTA_REPORTERS.values()} | shared


@pytest.mark.parametrize("name", REPORTERS)
def test_each_reporter_loads(name: str) -> None:
    assert callable(load_reporter(name))


@pytest.mark.parametrize("name", DELTA_REPORTERS)
def test_each_view_of_a_comparison_loads(name: str) -> None:
    assert callable(load_delta_reporter(name))
