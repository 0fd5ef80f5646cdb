"""Inputs made to do harm, when they are at hand: a message or a clean result, never a crash or half a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def cases(shared_data: Path) -> list[dict]:
    folder = shared_data / "hostile"
    listed = [json.loads(line) for line in (folder / "MANIFEST.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [case | {"path": folder / case["file"]} for case in listed if case["kind"] in {"txt", "xml", "json"}]
    found = [case for case in found if case["path"].is_file() and f"/{case['kind']}/" in str(case["path"])]
    assert len(found) > 100
    return found


def expected(case: dict) -> set[int]:
    """The exit codes that a case allows; the JSON ones are no articles, and the TEI ones are not in our profile."""
    if case["kind"] == "json" or case["expect"] == "error":
        return {1}
    return {0} if case["expect"] == "accept" and case["kind"] == "txt" else {0, 1}


@pytest.mark.no_cover
def test_every_hostile_file_ends_in_a_message_or_a_whole_result(run, shared_data: Path, tmp_path: Path) -> None:
    surprises = []
    for number, case in enumerate(cases(shared_data)):
        out = tmp_path / f"out{number}.json"
        result = run("convert", str(case["path"]), "--to", "tei", "-o", str(out))
        wanted = expected(case)
        if result.exit_code not in wanted:
            surprises.append((case["file"], case["expect"], case["why"], result.exit_code, result.stderr[:300]))
        assert result.exit_code in {0, 1}, case["file"]
        assert out.exists() == (result.exit_code == 0)
        assert ("error " in result.stderr) == (result.exit_code == 1)
    assert sorted(os.listdir(tmp_path)) == sorted(path.name for path in tmp_path.glob("out*.json"))
    assert surprises == []


def test_a_hostile_directory_is_walked_to_its_end(run, shared_data: Path, tmp_path: Path) -> None:
    maker = shared_data / "hostile/make_hostile.py"
    subprocess.run([sys.executable, str(maker), "fs", str(tmp_path / "fs")], check=True, capture_output=True)
    result = run("convert", "fs", "--to", "json", "-o", "out")
    assert result.exit_code == 1
    failed = {line.split(":")[0] for line in result.stderr.splitlines() if ": error F001 " in line}
    assert {"fs/loop_a.txt", "fs/loop_b.txt", "fs/dangling.txt", "fs/devzero.txt", "fs/fifo.txt"} <= failed
    assert (tmp_path / "out/selfdir/ok.json").is_file()
    assert {"same_id_1", "same_id_2", "--help.json", " lead and trail .json", "new\nline.json"} <= set(
        os.listdir(tmp_path / "out")
    )
    assert run("convert", "fs/empty_dir", "--to", "json", "-o", "out").exit_code == 2
