"""What is reported of versions whose edits are known: all of it, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from curation import STEPS, reported
from curator import Curator, Known
from schema_files import ROOT, named, read

from corpus_tools.delta import PARTS
from corpus_tools.diffing import apply_delta, diff_articles, invert_delta
from corpus_tools.diffing.align import align
from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions
from corpus_tools.model.canonical import canonical

PAIRS = sorted((ROOT / "fixtures" / "deltas").iterdir())
ANNOTATED = sorted((ROOT / "fixtures" / "annotated").glob("*.json"))
BAR = 0.98
_Counts = Counter[tuple[str, tuple[int, ...]]]


def versions(folder: Path) -> tuple[Any, Any]:
    return read(folder / "old.json"), read(folder / "new.json")


def test_there_are_pairs_in_many_scripts() -> None:
    assert len(PAIRS) >= 13
    assert {"ar", "bn", "el", "en", "he", "hi", "ja", "ko", "ru", "zh"} <= {folder.name[:2] for folder in PAIRS}


@named(PAIRS)
def test_all_that_was_done_to_a_fixture_is_reported_and_nothing_else(path: Path) -> None:
    known = [
        Known(one["part"], tuple(one["kinds"]), one["old"], one["new"]) for one in read(path / "edits.json")["changes"]
    ]
    delta = diff_articles(*versions(path))
    assert sorted(reported(delta)) == sorted(known)


@named(PAIRS)
def test_the_laws_hold_for_the_fixtures(path: Path) -> None:
    old, new = versions(path)
    delta = diff_articles(old, new)
    assert apply_delta(old, delta) == canonical(new)
    assert apply_delta(new, invert_delta(delta)) == canonical(old)
    assert not any(diff_articles(old, old)[part] for part in PARTS)  # type: ignore[literal-required]


@named([folder / "delta.json" for folder in PAIRS if (folder / "delta.json").is_file()])
def test_deltas_written_by_hand_are_what_is_reported(path: Path) -> None:
    assert diff_articles(*versions(path.parent)) == read(path)


@named(ANNOTATED)
def test_what_a_curator_does_is_reported(path: Path) -> None:
    article = read(path)
    right = wrong = missed = 0
    for seed in range(2):
        curator = Curator(article, seed)
        curator.run(STEPS, 8)
        found, known = Counter(reported(diff_articles(article, curator.new))), Counter(curator.known)
        right += (found & known).total()
        wrong += (found - known).total()
        missed += (known - found).total()
    assert right >= BAR * (right + wrong)
    assert right >= BAR * (right + missed)


@named(ANNOTATED)
def test_text_that_shifts_changes_no_annotation(path: Path) -> None:
    """A word before everything, in every paragraph, and new numbers for all."""
    curator = Curator(read(path), 1)
    for block in curator.new["blocks"]:
        spans = [span for _, item in curator.annotations_in(block["id"]) for span in item["spans"]]
        for span in spans:
            if span["block"] == block["id"]:
                span["start"], span["end"] = span["start"] + 4, span["end"] + 4
        block["text"] = f"Oh, {block['text']}"
    curator.renumber()
    curator.shuffle()
    delta = diff_articles(curator.old, curator.new)
    assert delta["layers"] == delta["entities"] == delta["groups"] == []
    assert {tuple(change["kinds"]) for change in delta["blocks"]} == {("text",)}


def _raw_pairs(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.edits.json"))]


def _known_blocks(edits: list[dict[str, Any]]) -> _Counts:
    """The edits of a raw pair: what happened, and to which old blocks; for a new one, after which."""
    kinds = {
        "change": "text",
        "insert": "added",
        "delete": "removed",
        "move": "moved",
        "merge": "merged",
        "split": "split",
    }
    made: _Counts = Counter()
    for edit in edits:
        blocks = edit.get("old_blocks") or [edit.get("old_block", edit.get("after_old_block"))]
        made[kinds[edit["op"]], tuple(blocks)] += 1
    return made


def _reported_blocks(delta: Any, old: Any, new: Any) -> _Counts:
    pairs = {match.new[-1]: match.old[-1] for match in align(old["blocks"], new["blocks"]).matches}
    made: _Counts = Counter()
    for change in delta["blocks"]:
        where = tuple(placed["index"] for placed in change["old"])
        for kind in change["kinds"]:
            before = max((pair for pair in pairs if not where and pair < change["new"][0]["index"]), default=-1)
            made[kind, where or (pairs.get(before, -1),)] += 1
    return made


def test_the_edits_of_real_articles_are_reported(shared_data: Path) -> None:
    """Known edits of raw texts; of two blocks that change places either is the one that moved."""
    folder = shared_data / "seeds-dev" / "diff"
    if not folder.is_dir():
        pytest.skip(f"there are no version pairs at {folder}")
    seed = load_format("seed")
    right = wrong = missed = 0
    for told in _raw_pairs(folder):
        old, new = (
            seed.read(
                (folder / f"{told['id']}.{version}.txt").read_bytes(), ReadOptions("a.txt", detect_language=False)
            )
            for version in ("v1", "v2")
        )
        found, known = _reported_blocks(diff_articles(old, new), old, new), _known_blocks(told["edits"])
        for edit in told["edits"]:
            if edit["op"] == "move":
                _exchange(known, found, (edit["old_block"],), (edit["with_old_block"],))
            quote = edit.get("new") or edit.get("old")
            assert quote is None or _is_quoted(diff_articles(old, new), quote), (told["id"], edit)
        right += (found & known).total()
        wrong += (found - known).total()
        missed += (known - found).total()
    assert right > 30
    assert right >= BAR * (right + wrong)
    assert right >= BAR * (right + missed)


def _exchange(known: _Counts, found: _Counts, first: tuple[int, ...], second: tuple[int, ...]) -> None:
    """Take either of two blocks that change places for the one that moved, and for the one that another follows."""
    for kind in ("moved", "added"):
        for here, there in ((first, second), (second, first)):
            if known[kind, here] > found[kind, here] and found[kind, there] > known[kind, there]:
                known[kind, here] -= 1
                known[kind, there] += 1


def _is_quoted(delta: Any, quote: str) -> bool:
    """Whether the words of a known edit stand in what is reported: in an edit, around one, or in a block."""
    texts = [
        placed["block"].get("text", "")
        for change in delta["blocks"]
        for side in ("old", "new")
        for placed in change[side]
    ]
    edits = [edit[side]["text"] for change in delta["blocks"] for edit in change["edits"] for side in ("old", "new")]
    return any(quote in text for text in texts) or any(text and text in quote for text in edits)
