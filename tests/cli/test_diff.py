"""``corpus-tools diff``."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from click.testing import CliRunner
from comparisons import FERRY
from documents import ARTICLE, SEED

from corpus_tools.cli import cli
from corpus_tools.reporters.deltas.html.colours import LIGHT_PAGE, readable
from corpus_tools.schemas import load_schema
from corpus_tools.services import compare

if TYPE_CHECKING:
    from pathlib import Path

EMPTY: Any = {"entity": {"annotations": []}}
OLD, NEW = str(FERRY / "old.json"), str(FERRY / "new.json")


def article(**parts: Any) -> str:
    """An article as JSON."""
    return json.dumps({**json.loads(ARTICLE), **parts})


def test_two_versions_are_told_as_text(run) -> None:
    result = run("diff", OLD, NEW)
    assert result.exit_code == 1
    assert "    {+A tug held the ship off the rocks.+}\n" in result.stdout
    assert result.stderr == ""


def test_the_same_article_in_two_formats_is_no_difference(run) -> None:
    run("convert", OLD, "--to", "tei", "-o", "old.xml")
    result = run("diff", OLD, "old.xml")
    assert (result.exit_code, result.output) == (0, "")


def test_seeds_are_compared_too(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SEED)
    (tmp_path / "b.txt").write_bytes(SEED.replace(b"all day", b"all week"))
    result = run("diff", "a.txt", "b.txt", "--language", "none", "--ignore", "origin")
    assert "It rained all [-day-]{+week+}." in result.stdout
    assert run("diff", OLD, NEW, "--language", "none").stderr.startswith("note: --language: without effect")


@pytest.mark.parametrize("option", ["--stat", "--name-only", "--summary"])
def test_totals_alone_can_be_asked_for(run, option) -> None:
    result = run("diff", OLD, NEW, option)
    assert result.exit_code == 1
    assert "tug" not in result.stdout
    assert result.stdout
    assert run("diff", OLD, NEW, option, "--format", "html").exit_code == 2


@pytest.mark.parametrize(
    ("options", "code", "counts"),
    [
        (["--only", "entity"], 1, "4 in layer entity"),
        (["--only", "layers"], 1, "4 in layer entity"),
        (["--only", "text"], 1, "4 blocks"),
        (["--ignore", "text", "--ignore", "layers"], 1, "2 metadata fields, 1 entity"),
        (["--only", "metadata", "--ignore", "metadata"], 0, ""),
        (["--only", "quotation"], 0, ""),
        (["--ignore", "entity", "--ignore", "text", "--ignore", "entities", "--ignore", "metadata"], 0, ""),
    ],
)
def test_what_counts_can_be_chosen(run, options, code, counts) -> None:
    result = run("diff", OLD, NEW, *options)
    assert result.exit_code == code
    assert (result.stdout.splitlines()[1].strip() if result.stdout else "") == counts


def test_ids_alone_are_no_difference_and_can_be_left_out(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(ARTICLE)
    (tmp_path / "b.json").write_bytes(ARTICLE.replace(b'"m1"', b'"m7"'))
    result = run("diff", "a.json", "b.json", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["ids"] == {"m1": "m7"}
    assert json.loads(run("diff", "a.json", "b.json", "--format", "json", "--ignore", "ids").stdout)["ids"] == {}


def test_a_name_that_is_nowhere_is_told(run) -> None:
    assert "no layer and no part tokens " in run("diff", OLD, NEW, "--ignore", "tokens").stderr
    assert run("diff", OLD, NEW, "--ignore", "token").stderr == ""
    assert run("diff", OLD, NEW, "--ignore", "tokens", "-q").stderr == ""


def test_layer_files_are_named_by_layer_as_everywhere(run, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(
        json.dumps({"name": "mine", "title": "Mine", "description": "My own.", "version": "1.0",
                    "colour": "#ff0000", "annotations": {"types": {"a": {"label": "A", "description": "An a."}}}})
    )  # fmt: skip
    layers = {"mine": {"annotations": [{"id": "x", "type": "a"}]}}
    (tmp_path / "a.json").write_bytes(ARTICLE)
    (tmp_path / "b.json").write_text(article(layers={**json.loads(ARTICLE)["layers"], **layers}))
    result = run("diff", "a.json", "b.json", "--layer", "mine.json", "--only", "mine", "--format", "html")
    assert result.exit_code == 1
    assert f"{{--layer:{readable('#ff0000', LIGHT_PAGE)}}}" in result.stdout
    assert "error" not in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_each_form_goes_to_standard_output_or_a_file(run, tmp_path: Path, form) -> None:
    shown = run("diff", OLD, NEW, "--format", form)
    written = run("diff", OLD, NEW, "--format", form, "-o", "out")
    assert (written.exit_code, written.stdout) == (1, "")
    assert (tmp_path / "out").read_bytes() == shown.stdout_bytes != b""
    assert run("diff", OLD, NEW, "--format", form, "-o", "-").stdout_bytes == shown.stdout_bytes


def test_text_is_coloured_on_a_terminal_only(run, monkeypatch) -> None:
    assert "\x1b" not in run("diff", OLD, NEW).stdout
    shown = CliRunner().invoke(cli, ["diff", OLD, NEW], color=True).stdout
    assert "\x1b[31m[-Line-]\x1b[0m\x1b[32m{+Lines+}\x1b[0m" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(cli, ["diff", OLD, NEW], color=True).stdout


def test_a_file_that_cannot_be_written_is_a_message(run, tmp_path: Path) -> None:
    result = run("diff", OLD, NEW, "--format", "html", "-o", "no/such/place")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: no/such/place cannot be written: No such file or directory\n",
    )
    assert run("diff", OLD, NEW, "-o", "").exit_code == 2
    assert run("diff", OLD, NEW, "-o", str(tmp_path)).exit_code == 2


def test_an_input_is_never_written_over(run, tmp_path: Path) -> None:
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.json").write_bytes((FERRY / f"{side}.json").read_bytes())
    (tmp_path / "link.json").symlink_to("new/a.json")
    for old, new, output in (
        ("old/a.json", "new/a.json", "old/a.json"),
        ("old/a.json", "new/a.json", "link.json"),
        ("old/a.json", "link.json", "new/a.json"),
        ("old", "new", "new/a.json"),
    ):
        result = run("diff", old, new, "--format", "json", "-o", output)
        assert (result.exit_code, f"an input would be written over: {output}" in result.stderr) == (2, True)
    for side in ("old", "new"):
        assert (tmp_path / side / "a.json").read_bytes() == (FERRY / f"{side}.json").read_bytes()


def test_an_unreadable_document_is_a_finding(run, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    result = run("diff", OLD, "broken.json")
    assert result.exit_code == 1
    assert "broken.json:1:2: error F003" in result.stderr
    assert result.stderr.endswith(
        "note: 1 document was not compared: broken.json; only valid articles can be, and corpus-tools validate says "
        "more\n"
    )
    assert result.stdout == ""
    assert "2 documents were not compared" in run("diff", "broken.json", "broken.json").stderr
    assert "compared" not in run("diff", OLD, "broken.json", "-q").stderr


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_a_pair_that_was_not_compared_is_not_told_as_one(run, tmp_path: Path, form) -> None:
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "out").write_text("earlier")
    for sides in ((OLD, "broken.json"), ("broken.json", NEW)):
        result = run("diff", *sides, "--format", form)
        assert (result.exit_code, result.stdout) == (1, "")
        assert run("diff", *sides, "--format", form, "-o", "out").exit_code == 1
    assert (tmp_path / "out").read_text() == "earlier"


@pytest.mark.parametrize("options", [[], ["--stat"], ["--summary"], ["--format", "markdown"], ["--format", "html"]])
def test_what_was_not_compared_of_collections_is_named(run, two_collections, options) -> None:
    (two_collections / "new/changed.json").write_text("{")
    for sides in (("old", "new"), ("old/sub", "new")):
        assert "1 document was not compared: new/changed.json" in run("diff", *sides, *options).stdout
    (two_collections / "old/broken").mkdir()
    (two_collections / "new/broken").mkdir()
    (two_collections / "new/broken/a.json").write_text("{")
    (two_collections / "old/broken/a.json").write_text("[")
    result = run("diff", "old/broken", "new/broken", *options)
    assert result.exit_code == 1
    assert "no difference" not in result.stdout
    assert "2 documents were not compared: old/broken/a.json, new/broken/a.json" in result.stdout


def test_a_document_that_changes_while_it_is_compared_is_told(run, two_collections, monkeypatch) -> None:
    def again(self: Any, source: Any) -> Any:
        (two_collections / "new/changed.json").write_text("{")
        return kept(self, source)

    kept = compare._Reader.again
    monkeypatch.setattr(compare._Reader, "again", again)
    result = run("diff", "old", "new", "--stat")
    assert result.exit_code == 1
    assert "new/changed.json:1:2: error" in result.stderr
    assert "1 document was not compared: new/changed.json\n" in result.stdout


def test_json_names_what_was_not_compared(run, two_collections) -> None:
    assert "not_compared" not in json.loads(run("diff", "old", "new", "--format", "json").stdout)
    (two_collections / "new/changed.json").write_text("{")
    found = json.loads(run("diff", "old", "new", "--format", "json").stdout)
    assert found["not_compared"] == ["new/changed.json"]
    jsonschema.validate(found, load_schema("delta.schema.json"))


def test_a_directory_may_be_empty(run, two_collections) -> None:
    (two_collections / "none").mkdir()
    added = run("diff", "none", "new", "--stat")
    assert (added.exit_code, added.stdout.splitlines()[-1]) == (1, "5 documents: 5 added")
    removed = run("diff", "new", "none", "--stat")
    assert (removed.exit_code, removed.stdout.splitlines()[-1]) == (1, "5 documents: 5 removed")
    same = run("diff", "none", "none")
    assert (same.exit_code, same.output) == (0, "")


def test_another_format_alone_is_no_difference(run, two_collections) -> None:
    run("convert", "old", "--to", "tei", "-o", "tei")
    result = run("diff", "old", "tei")
    assert (result.exit_code, result.output) == (0, "")


def test_what_cannot_be_compared_is_refused(run, tmp_path: Path) -> None:
    assert run("diff", OLD, str(tmp_path)).exit_code == 2
    assert run("diff", OLD, "none.json").exit_code == 2
    assert run("diff", "-", "-").exit_code == 2
    several = run("diff", str(FERRY / "*w.json"), str(FERRY / "*.json"))
    assert (several.exit_code, "several files" in several.stderr) == (2, True)
    assert "two files can be compared, or two directories" in run("diff", OLD, str(FERRY)).stderr


def test_one_side_may_be_standard_input(run) -> None:
    result = run("diff", "-", NEW, data=(FERRY / "old.json").read_bytes())
    assert result.stdout.startswith(f"- → {NEW}\n")


@pytest.fixture
def two_collections(tmp_path: Path) -> Path:
    """``old/`` and ``new/``: one document is the same, one changed, one moved, one removed, two were added."""
    (tmp_path / "old/sub").mkdir(parents=True)
    (tmp_path / "new").mkdir()
    same = article(id="same")
    for name in ("old/same.json", "new/same.json"):
        (tmp_path / name).write_text(same)
    (tmp_path / "old/changed.json").write_text(article(id="changed"))
    (tmp_path / "new/changed.json").write_text(article(id="changed", language="pt"))
    (tmp_path / "old/sub/moved.json").write_text(article(id="moved"))
    (tmp_path / "new/moved.json").write_text(article(id="moved", metadata={"title": "x"}))
    (tmp_path / "old/renumbered.json").write_text(article(id="first"))
    (tmp_path / "new/renumbered.json").write_text(article(id="second"))
    (tmp_path / "old/gone.json").write_text(article(id="gone", blocks=[], layers=EMPTY))
    (tmp_path / "new/made.json").write_text(article(id="made", blocks=[], layers=EMPTY, extra=1))
    return tmp_path


def test_collections_are_paired_by_id_then_by_place(run, two_collections) -> None:
    result = run("diff", "old", "new", "--stat")
    assert result.exit_code == 1
    assert sorted(re.sub(" +", " ", line) for line in result.stdout.splitlines()) == [
        "5 documents: 3 changed, 1 renamed, 1 added, 1 removed",
        "changed.json | language",
        "gone.json | removed",
        "made.json | added",
        "renumbered.json | id",
        "sub/moved.json → moved.json | renamed, 1 metadata field",
    ]
    documents = json.loads(run("diff", "old", "new", "--format", "json").stdout)["documents"]
    assert {(tuple(one["kinds"]), one.get("old"), one.get("new"), "delta" in one) for one in documents} == {
        (("changed",), "changed.json", "changed.json", True),
        (("changed",), "renumbered.json", "renumbered.json", True),
        (("renamed", "changed"), "sub/moved.json", "moved.json", True),
        (("removed",), "gone.json", None, False),
        (("added",), None, "made.json", False),
    }
    assert run("diff", "old", "old").exit_code == 0
    assert run("diff", "old", "new", "--only", "entity", "--name-only").stdout == "made.json\ngone.json\nmoved.json\n"


def test_a_document_that_was_only_moved_is_renamed(run, two_collections) -> None:
    os.rename("new/same.json", "new/other.json")
    assert "same.json → other.json " in run("diff", "old", "new", "--stat").stdout


def test_files_that_are_the_same_are_not_read_as_articles(run, two_collections) -> None:
    for side in ("old", "new"):
        (two_collections / side / "broken.json").write_text("{")
        (two_collections / side / "nowhere.json").symlink_to("nothing")
    result = run("diff", "old", "new", "--name-only")
    assert "broken.json" not in result.output
    assert result.stderr.count("nowhere.json: error F001") == 2


def test_an_unreadable_document_of_a_collection_does_not_stop_the_others(run, two_collections) -> None:
    (two_collections / "new/changed.json").write_text("{")
    result = run("diff", "old", "new", "--name-only")
    assert "new/changed.json:1:2: error" in result.stderr
    assert result.stdout == "made.json\ngone.json\nmoved.json\nrenumbered.json\n"


def test_the_delta_of_two_collections_is_not_applied(run, two_collections) -> None:
    run("diff", "old", "new", "--format", "json", "-o", "delta.json")
    result = run("apply", "delta.json", "old/changed.json")
    assert "the delta of one article is needed" in result.stderr
    assert result.exit_code == 1
