"""Whole seeds in several styles are read as the articles beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.seed import FORMAT

FOLDER = Path(__file__).parents[2] / "fixtures" / "formats" / "seed"
SEEDS = sorted(FOLDER.glob("*.txt"))


def test_there_are_fixtures() -> None:
    assert len(SEEDS) >= 6


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_is_read_as_the_article_beside_it(path: Path) -> None:
    article = FORMAT.read(path.read_bytes(), ReadOptions(file=path.name, language="en", layers={}))
    assert article == json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert FORMAT.write(article, WriteOptions(layers={})).data == path.read_bytes()
