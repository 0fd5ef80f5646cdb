"""Running the command line in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from documents import ARTICLE, SEED

from corpus_tools.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in an empty directory; an unforeseen exception fails the test."""
    monkeypatch.chdir(tmp_path)

    def runner(*arguments: str, data: bytes | None = None) -> Result:
        return CliRunner().invoke(cli, list(arguments), input=data, catch_exceptions=False)

    return runner


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """``in/`` with a seed, a JSON article and a seed in a folder."""
    (tmp_path / "in/sub").mkdir(parents=True)
    (tmp_path / "in/a.txt").write_bytes(SEED)
    (tmp_path / "in/sub/b.txt").write_bytes(SEED + b"\n")
    (tmp_path / "in/rain.json").write_bytes(ARTICLE)
    return tmp_path
