"""What the README says about adding a rule, done word for word in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SECTION = re.search(
    r"(?ms)^### A rule, step by step$(.*?)^## Exit codes", (ROOT / "README.md").read_text(encoding="utf-8")
)[1]
MODULE = re.search(r"`(corpus_tools/rules/\w+\.py)`", SECTION)[1]
CODE = re.search(r"(?ms)^````python\n(.*?)^````$", SECTION)[1]
COMMANDS = re.search(r"(?ms)^```sh\n(.*?)^```$", SECTION)[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the steps touch; the rest of the project is linked."""
    for path in ROOT.iterdir():
        if path.name not in {"corpus_tools", "fixtures", "tests"} and not path.name.startswith("."):
            (tmp_path / path.name).symlink_to(path)
    for name in ("corpus_tools", "fixtures/rules", "tests/contract"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("conftest.py", "documents.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests")
    return tmp_path


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def contract(project: Path) -> subprocess.CompletedProcess[str]:
    wanted = "doubled-blank or registered or folder or unique"
    return run(
        project,
        "-m",
        "pytest",
        "-q",
        "--no-cov",
        "-p",
        "no:cacheprovider",
        "tests/contract/test_rules.py",
        "-k",
        wanted,
    )


def registered(text: str) -> str:
    """`lints.py` with the new rule in its import and its table."""
    name = Path(MODULE).stem
    text = text.replace("from corpus_tools.rules import (\n", f"from corpus_tools.rules import (\n    {name},\n", 1)
    return re.sub(r"(_LINTS: tuple\[Rule, \.\.\.\] = \(\n)", rf"\1    {name}.RULE,\n", text, count=1)


def test_a_rule_is_added_as_the_readme_says(project: Path) -> None:
    (project / MODULE).write_text(CODE)
    ran = contract(project)
    assert (ran.returncode, "no line in corpus_tools/rules/lints.py" in ran.stdout) == (1, True)
    table = project / "corpus_tools/rules/lints.py"
    table.write_text(registered(table.read_text()))
    ran = contract(project)
    assert (ran.returncode, "expected.json is missing" in ran.stdout) == (1, True)
    subprocess.run(["sh", "-ec", COMMANDS], cwd=project, check=True)
    ran = contract(project)
    assert ran.returncode == 0, ran.stdout
    assert "passed" in ran.stdout
    ran = run(
        project,
        "-m",
        "corpus_tools",
        "validate",
        "--no-cache",
        "--select",
        "T290",
        "fixtures/rules/T290-doubled-blank/fail",
    )
    assert "block.json:2:59: warning T290 doubled-blank: two blanks stand at offset 4\n" in ran.stdout
    assert "    hint: leave one of them\n" in ran.stdout
