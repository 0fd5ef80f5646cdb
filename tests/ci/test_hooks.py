"""The hooks that others use with pre-commit: run by pre-commit itself, on the command of this checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from documents import ARTICLE

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def git(top: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
    subprocess.run(command, cwd=top, check=True, capture_output=True)


def commit_with(hook: str, top: Path, environment: dict[str, str], **more: Any) -> subprocess.CompletedProcess[str]:
    """Run a hook on the files that are staged, as a commit does.

    Pre-commit would install this project into an environment of the hook; here the command is there already, which is
    what ``language: system`` says. All else is as the manifest has it.
    """
    local = {**HOOKS[hook], "language": "system", **more}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (top / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git(top, "init", "--quiet")
    git(top, "add", ".")
    command = [sys.executable, "-m", "pre_commit", "run", "--color=never", "--verbose"]
    home = {**environment, "PRE_COMMIT_HOME": str(top.parent / "pre-commit")}
    return subprocess.run(command, cwd=top, env=home, capture_output=True, text=True, check=False)


def test_the_manifest_is_what_pre_commit_takes() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_each_hook_installs_this_project_and_runs_a_verb_of_it(hook: dict[str, Any]) -> None:
    assert hook["language"] == "python"
    assert hook["entry"].startswith("corpus-tools ")
    assert hook["description"].endswith(".")


def test_documents_that_are_committed_are_validated_by_the_configuration(repository: Path, environment) -> None:
    ran = commit_with("corpus-tools-validate", repository, environment, files="^corpus/")
    assert ran.returncode == 1
    assert "corpus/bad name.json:11:" in ran.stdout
    assert "2 files: 1 error, 0 warnings" in ran.stdout
    (repository / "corpus/bad name.json").write_bytes(ARTICLE.replace(b'"rain"', b'"bad"'))
    ran = commit_with("corpus-tools-validate", repository, environment, files="^corpus/")
    assert (ran.returncode, "2 files: 0 errors, 0 warnings" in ran.stdout) == (0, True)


def test_what_is_no_document_by_its_type_is_not_looked_at(repository: Path, environment) -> None:
    ran = commit_with("corpus-tools-validate", repository, environment)
    assert "package.json" in ran.stdout
    assert "notes.md" not in ran.stdout


def test_the_whole_corpus_is_validated_whatever_is_committed(repository: Path, environment) -> None:
    (repository / "corpus/again.json").write_bytes(ARTICLE)
    (repository / ".gitignore").write_text("good.json\n")
    ran = commit_with("corpus-tools-validate-corpus", repository, environment)
    assert ran.returncode == 1
    assert "C201 duplicate-article-id" in ran.stdout
    assert "3 files: 2 errors" in ran.stdout


def test_documents_are_rewritten_or_only_named(repository: Path, environment) -> None:
    before = (repository / "corpus/good.json").read_bytes()
    ran = commit_with("corpus-tools-fmt-check", repository, environment, files="good")
    assert (ran.returncode, "1 of 1 would change" in ran.stdout) == (1, True)
    assert (repository / "corpus/good.json").read_bytes() == before
    ran = commit_with("corpus-tools-fmt", repository, environment, files="good")
    assert (ran.returncode, "files were modified by this hook" in ran.stdout) == (1, True)
    assert (repository / "corpus/good.json").read_bytes() != before
    assert commit_with("corpus-tools-fmt-check", repository, environment, files="good").returncode == 0


def test_round_trips_are_proved(repository: Path, environment) -> None:
    ran = commit_with("corpus-tools-roundtrip", repository, environment, files="good")
    assert (ran.returncode, "1 proved, 0 broken" in ran.stdout) == (0, True)
