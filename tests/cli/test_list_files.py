"""Which files a run looks at: ``--list-files``, ``--force-exclude`` and ``exclude`` of the configuration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from documents import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

LAYER = """{"name": "frame", "title": "Frames", "description": "How a text frames its subject.",
"annotations": {"types": {"loss": {"label": "loss", "description": "Told as a loss."}}}}"""


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    """A corpus with a file of every sort beside its documents."""
    (tmp_path / "in/drafts").mkdir(parents=True)
    for name in ("a", "b", "drafts/c"):
        (tmp_path / f"in/{name}.json").write_bytes(ARTICLE.replace(b'"rain"', f'"{name[-1]}"'.encode()))
    (tmp_path / "in/notes.md").touch()
    (tmp_path / "in/frame.json").write_text(LAYER)
    (tmp_path / "in/known.json").write_text('{"baseline_version": "1.0", "files": {}}')
    (tmp_path / "corpus-tools.toml").write_text(
        'documents = ["in"]\nexclude = ["drafts"]\nlayers = ["in/frame.json"]\nbaseline = "in/known.json"\n'
    )
    return tmp_path


def test_the_files_are_told_and_why_others_are_not_checked(run, configured: Path) -> None:
    (configured / "in/report.json").touch()
    result = run("validate", "--list-files", "--output", "json:in/report.json")
    assert (result.exit_code, result.stdout) == (0, "in/a.json\nin/b.json\n")
    assert result.stderr.splitlines() == [
        "in/drafts: not checked: excluded by the configuration: drafts",
        "in/frame.json: not checked: a layer file",
        "in/known.json: not checked: the baseline",
        "in/notes.md: not checked: its name ends in none of .json .xml .txt",
        "in/report.json: not checked: a report of this run",
    ]
    assert run("validate", "-q", "--list-files").output == "in/a.json\nin/b.json\nin/report.json\n"


def test_where_nothing_is_left_to_check_the_reasons_are_told(run, configured: Path) -> None:
    (configured / "corpus-tools.toml").write_text('layers = ["in/frame.json"]\nbaseline = "in/known.json"\n')
    result = run("validate", "--list-files", "in/frame.json", "in/known.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "in/frame.json: not checked: a layer file\nin/known.json: not checked: the baseline\n" in result.stderr
    assert "Error: no document is left to check: all that is named are files of the run itself" in result.stderr
    assert run("validate", "in/frame.json").exit_code == 2


def test_those_files_and_no_others_are_checked(run, configured: Path) -> None:
    result = run("validate")
    assert (result.exit_code, result.stdout) == (0, "2 files: 0 errors, 0 warnings\n")
    assert run("validate", "--layer", "in/frame.json", "--no-config", "in/a.json", "in/frame.json").exit_code == 0


def test_programs_get_the_list_as_json(run, configured: Path) -> None:
    made = json.loads(run("validate", "--list-files", "--format", "json").stdout)
    assert made["files"] == ["in/a.json", "in/b.json"]
    assert made["not_checked"][0] == {"file": "in/drafts", "reason": "excluded by the configuration: drafts"}
    result = run("validate", "--list-files", "--format", "sarif")
    assert result.exit_code == 2
    assert "--list-files: there is no list as sarif; --format text or json" in result.stderr


def test_hooks_name_files_that_the_configuration_excludes(run, configured: Path) -> None:
    named = ("in/drafts/c.json", "in/a.json")
    assert run("validate", "-q", "--list-files", *named).output == "in/drafts/c.json\nin/a.json\n"
    assert run("validate", "-q", "--list-files", "--force-exclude", *named).output == "in/a.json\n"
    result = run("validate", "--force-exclude", "in/drafts/c.json", "in/known.json", "in/frame.json")
    assert (result.exit_code, result.stdout) == (0, "0 files: 0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["in"], ("0 of 4 would change", "2 proved, 0 broken, 2 not readable")),
        (["in/drafts/c.json", "in/a.json"], ("0 of 2 would change", "2 proved, 0 broken, 0 not readable")),
        (["--force-exclude", "in/drafts/c.json", "in/a.json"], ("0 of 1 would", "1 proved, 0 broken, 0 not readable")),
        (["--force-exclude", "in/drafts/c.json"], ("0 of 0 would change", "0 proved, 0 broken, 0 not readable")),
        (["--no-config", "in/drafts"], ("0 of 1 would change", "1 proved, 0 broken, 0 not readable")),
    ],
)
def test_what_the_configuration_excludes_is_not_rewritten_and_not_proved(
    run, configured: Path, arguments: list[str], told: tuple[str, str]
) -> None:
    run("fmt", "in/a.json", "in/b.json", "in/drafts/c.json", "-q")
    formatted, proved = run("fmt", "--check", *arguments), run("roundtrip", *arguments)
    assert told[0] in formatted.output
    assert told[1] in proved.output
