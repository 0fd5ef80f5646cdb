"""The README tells the truth: its examples run as shown, its links lead somewhere, and every verb is in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from schema_files import ROOT

from corpus_tools.cli import VERBS, cli
from corpus_tools.cli.exit_codes import CLEAN, FOUND, INTERNAL, USAGE
from corpus_tools.schemas import schema_files, schema_path

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
NOT_THERE = {"schema/layers/NAME.json", "corpus_tools/rules/doubled_blank.py"}
"""Files that a reader is to write."""

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "schema/README.md",
    "schema/tei/README.md",
    "docs/schema.md",
    "docs/rules.md",
    "docs/ci.md",
    "docs/diff.md",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what the examples use, where they may write."""
    for name in ("seeds", "fixtures"):
        shutil.copytree(ROOT / name, tmp_path / "work" / name)
    return tmp_path / "work"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which `corpus-tools` is this checkout's."""
    command = tmp_path / "bin" / "corpus-tools"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m corpus_tools "$@"\n')
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


def sessions() -> list[str]:
    """The examples of the README, in their order: commands after a dollar sign, then what they print."""
    return re.findall(r"(?ms)^```console\n(.*?)^```$", README)


def test_examples_of_the_readme_print_what_it_shows(folder, environment):
    assert len(sessions()) >= 6
    for session in sessions():
        for example in re.split(r"(?m)^\$ ", session)[1:]:
            command, _, shown = example.partition("\n")
            ran = subprocess.run(
                command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            assert ran.stdout + ran.stderr == shown, command


def test_every_verb_has_an_example():
    shown = {command.split()[1] for command in re.findall(r"(?m)^\$ (corpus-tools .*)$", README)}
    assert shown == set(VERBS)


def test_exit_codes_are_those_of_the_program():
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert {int(code) for code in re.findall(r"(?m)^\| (\d) \|", text)} == {CLEAN, FOUND, USAGE, INTERNAL}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_and_headings(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    headings = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in re.findall(r"(?m)^#+ (.*)$", text)}
    for target in re.findall(r"\]\(([^)]+)\)", re.sub(r"(?ms)^```.*?^```$", "", text)):
        if target.startswith("#"):
            assert target[1:] in headings, target
        else:
            assert (ROOT / page).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_exist(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in re.findall(r"`((?:schema|corpus_tools|fixtures|tests|docs)/[\w./-]*)`", text):
        if name not in NOT_THERE:
            assert (ROOT / name).exists(), name


def test_schema_docs_prints_the_page_that_is_committed():
    ran = CliRunner().invoke(cli, ["schema", "docs"])
    assert ran.stdout_bytes == (ROOT / "docs" / "schema.md").read_bytes()


def test_the_page_of_the_rules_is_that_of_the_rules_there_are():
    ran = CliRunner().invoke(cli, ["rules", "--format", "markdown"])
    page = ROOT / "docs" / "rules.md"
    assert ran.stdout_bytes == page.read_bytes(), "docs/rules.md is out of date: run make generate"


def test_schema_list_names_every_file_that_schema_show_prints():
    listed = [line.split()[0] for line in CliRunner().invoke(cli, ["schema", "list"]).output.splitlines()]
    assert listed == schema_files()
    short = {"article": "article.schema.json", "layers/entity": "layers/entity.json", "tei/mapping": "tei/mapping.json"}
    for asked, name in {**{name: name for name in listed}, **short}.items():
        assert CliRunner().invoke(cli, ["schema", "show", asked]).stdout_bytes == schema_path(name).read_bytes(), asked


def test_a_schema_file_that_does_not_exist_is_named_with_those_that_do():
    ran = CliRunner().invoke(cli, ["schema", "show", "nothing"])
    assert ran.exit_code == USAGE
    assert "layers/entity.json" in ran.output
