"""Inputs made to do harm, when they are at hand: a message or a clean result, never a crash or half a file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NEUTRAL = "json"
"""The JSON cases are no articles, so each of them is an error; what their manifest expects is about syntax."""


def cases(shared_data: Path) -> list[dict]:
    folder = shared_data / "hostile"
    listed = [json.loads(line) for line in (folder / "MANIFEST.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [case | {"path": folder / case["file"]} for case in listed if case["kind"] in {"txt", "xml", "json"}]
    found = [case for case in found if case["path"].is_file() and f"/{case['kind']}/" in str(case["path"])]
    assert len(found) > 100
    return found


def test_every_hostile_file_ends_in_a_message_or_a_whole_result(run, shared_data: Path, tmp_path: Path) -> None:
    surprises = []
    for number, case in enumerate(cases(shared_data)):
        out = tmp_path / f"out{number}.json"
        result = run("convert", str(case["path"]), "--to", "tei", "-o", str(out))
        wanted = {"error": {1}, "accept": {0}}.get("error" if case["kind"] == NEUTRAL else case["expect"], {0, 1})
        if result.exit_code not in wanted:
            surprises.append((case["file"], case["expect"], case["why"], result.exit_code, result.stderr[:300]))
        assert result.exit_code in {0, 1}, case["file"]
        assert out.exists() == (result.exit_code == 0)
        assert ("error " in result.stderr) == (result.exit_code == 1)
    assert sorted(os.listdir(tmp_path)) == sorted(path.name for path in tmp_path.glob("out*.json"))
    assert surprises == []
