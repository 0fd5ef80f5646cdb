"""The page about continuous integration: what it shows can be done as it is shown."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from documents import ARTICLE

from corpus_tools.corpus.config import load_config
from corpus_tools.rules.catalogue import find_rule
from corpus_tools.services.selection import Request, select_rules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def shown(language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", PAGE)


PRE_COMMIT, GITHUB, GITLAB = (yaml.safe_load(text) for text in shown("yaml"))


def test_the_configuration_can_be_followed(tmp_path: Path) -> None:
    (text,) = shown("toml")
    (tmp_path / "layers").mkdir()
    (tmp_path / "layers/frame.json").touch()
    (tmp_path / "corpus-tools.toml").write_text(text)
    config = load_config(str(tmp_path / "corpus-tools.toml"))
    assert config.run.baseline == "known.json"
    assert find_rule("language-mismatch").kind.code in select_rules(Request(config.rules, config.error)).codes


def test_hooks_are_those_of_the_manifest() -> None:
    (repository,) = PRE_COMMIT["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in HOOKS}
    assert re.findall(r"(?m)^\| `(corpus-tools-[\w-]+)` \|", PAGE) == [hook["id"] for hook in HOOKS]


def test_inputs_are_those_of_the_action_with_their_defaults() -> None:
    given = GITHUB["jobs"]["validate"]["steps"][1]["with"]
    assert given.keys() <= ACTION["inputs"].keys()
    rows = re.findall(r"(?m)^\| `([\w-]+)` \| (?:`([\w.-]+)` )?\|", PAGE)
    assert {name: default for name, default in rows if name in ACTION["inputs"]} == {
        name: declared["default"] for name, declared in ACTION["inputs"].items()
    }


def test_versions_are_that_of_the_project() -> None:
    assert PRE_COMMIT["repos"][0]["rev"] == f"v{VERSION}"
    assert GITHUB["jobs"]["validate"]["steps"][1]["uses"].endswith(f"@v{VERSION}")
    assert f"corpus-tools=={VERSION}" in GITLAB["corpus"]["script"][0]


@pytest.mark.parametrize(
    "command", [GITLAB["corpus"]["script"][1], *re.findall(r"(?m)^\t(corpus-tools .*)$", shown("make")[0])]
)
def test_commands_do_what_they_say(repository: Path, environment, command: str) -> None:
    (repository / "corpus/bad name.json").write_bytes(ARTICLE.replace(b'"rain"', b'"bad"'))
    before = set(repository.iterdir())
    ran = subprocess.run(
        ["sh", "-c", command], cwd=repository, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1)
    assert "Error" not in ran.stderr
    assert {path.name for path in set(repository.iterdir()) - before} == set(re.findall(r"report\.\w+", command))
