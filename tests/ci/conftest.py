"""What the tests of hooks and of the action share: a command of this checkout, and a small corpus."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from documents import ARTICLE

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which `corpus-tools` is this checkout's, and nothing is written outside of the test."""
    command = tmp_path / "bin" / "corpus-tools"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m corpus_tools "$@"\n')
    command.chmod(0o755)
    return {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "CORPUS_TOOLS_CACHE": str(tmp_path / "cache"),
    }


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The files of a project with a small corpus in which two documents are wrong, one of them a draft."""
    top = tmp_path / "project"
    (top / "corpus/drafts").mkdir(parents=True)
    broken = ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}')
    (top / "corpus/good.json").write_bytes(ARTICLE)
    (top / "corpus/bad name.json").write_bytes(broken.replace(b'"rain"', b'"bad"'))
    (top / "corpus/drafts/draft.json").write_bytes(broken.replace(b'"rain"', b'"draft"'))
    (top / "package.json").write_text("{}")
    (top / "notes.md").write_text("# Notes\n")
    (top / "corpus-tools.toml").write_text('documents = ["corpus"]\nexclude = ["drafts"]\n')
    return top
