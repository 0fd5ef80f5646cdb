"""Which documents the inputs of a command mean."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from corpus_tools.corpus.discovery import Exclusion, Input, discover
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".json", ".txt", ".xml")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "in/b.txt",
        "in/a.XML",
        "in/sub/c.json",
        "in/sub/deep/d.txt",
        "in/notes.md",
        "in/.hidden.txt",
        "in/.git/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str, skip: str | None = None) -> list[tuple[str, str]]:
    return [(item.path, item.relative) for item in discover(arguments, SUFFIXES, skip=skip)]


def test_a_directory_gives_its_documents_sorted_and_relative_to_it(corpus: Path) -> None:
    assert found("in") == [
        ("in/a.XML", "a.XML"),
        ("in/b.txt", "b.txt"),
        ("in/sub/c.json", "sub/c.json"),
        ("in/sub/deep/d.txt", "sub/deep/d.txt"),
    ]


def test_a_trailing_slash_makes_no_difference_to_relative_paths(corpus: Path) -> None:
    assert [relative for _, relative in found("in/")] == [relative for _, relative in found("in")]


def test_the_current_directory_can_be_scanned(corpus: Path) -> None:
    assert ("./in/b.txt", "in/b.txt") in found(".")


def test_a_file_is_taken_whatever_its_suffix_and_by_its_name(corpus: Path) -> None:
    assert found("in/notes.md", "in/.hidden.txt") == [("in/notes.md", "notes.md"), ("in/.hidden.txt", ".hidden.txt")]


def test_inputs_keep_the_order_in_which_they_are_given(corpus: Path) -> None:
    assert [path for path, _ in found("in/sub", "in/a.XML")] == ["in/sub/c.json", "in/sub/deep/d.txt", "in/a.XML"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*.txt", [("in/b.txt", "b.txt")]),
        ("in/**/*.txt", [("in/b.txt", "b.txt"), ("in/sub/deep/d.txt", "sub/deep/d.txt")]),
        ("in/s*", [("in/sub/c.json", "sub/c.json"), ("in/sub/deep/d.txt", "sub/deep/d.txt")]),
        ("*/sub/c.[jx]*", [("in/sub/c.json", "in/sub/c.json")]),
    ],
)
def test_a_glob_matches_below_its_fixed_part(corpus: Path, pattern: str, expected: list[tuple[str, str]]) -> None:
    assert found(pattern) == expected


def test_an_absolute_glob_works(corpus: Path) -> None:
    assert found(f"{corpus}/in/*.txt") == [(f"{corpus}/in/b.txt", "b.txt")]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(corpus: Path) -> None:
    (corpus / "in/[b].txt").write_text("x")
    assert found("in/[b].txt") == [("in/[b].txt", "[b].txt")]


@pytest.mark.parametrize("argument", ["nowhere", "nowhere/x.txt", "in/*.nothing", "in/.*", "in/**z", "", "in/\0"])
def test_what_does_not_exist_is_a_usage_error_before_anything_is_read(corpus: Path, argument: str) -> None:
    with pytest.raises(UsageError):
        discover(["in", argument], SUFFIXES)


def test_a_directory_without_documents_is_a_usage_error(corpus: Path) -> None:
    (corpus / "empty").mkdir()
    with pytest.raises(UsageError, match="empty"):
        found("empty")


def test_standard_input_can_be_named_once_only(corpus: Path) -> None:
    assert found("-") == [("-", "-")]
    with pytest.raises(UsageError):
        found("-", "-")


def test_links_to_directories_are_not_followed(corpus: Path) -> None:
    (corpus / "in/loop").symlink_to(corpus / "in")
    (corpus / "in/dir.txt").symlink_to(corpus / "in/sub")
    assert len(found("in")) == 4
    assert len(found("in/**/*.txt")) == 2


def test_links_to_files_are_documents_also_when_they_lead_nowhere(corpus: Path) -> None:
    (corpus / "in/dangling.txt").symlink_to("nowhere.txt")
    (corpus / "in/link.txt").symlink_to("b.txt")
    assert {"dangling.txt", "link.txt"} <= {relative for _, relative in found("in")}


def test_a_directory_named_like_a_document_is_scanned(corpus: Path) -> None:
    (corpus / "in/z.txt").mkdir()
    (corpus / "in/z.txt/y.txt").write_text("x")
    assert found("in")[-1] == ("in/z.txt/y.txt", "z.txt/y.txt")


def test_the_output_directory_inside_the_input_is_not_scanned(corpus: Path) -> None:
    assert [path for path, _ in found("in", skip="in/sub")] == ["in/a.XML", "in/b.txt"]


def test_an_output_directory_that_is_the_input_is_scanned(corpus: Path) -> None:
    assert len(found("in", skip="in")) == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can read every directory")
def test_a_directory_that_cannot_be_read_is_told_and_the_rest_is_scanned(corpus: Path) -> None:
    (corpus / "in/sub").chmod(0)
    try:
        items = list(discover(["in"], SUFFIXES))
    finally:
        (corpus / "in/sub").chmod(0o755)
    assert items[-1] == Input("in/sub", "sub", "Permission denied")


def test_a_path_too_long_for_the_system_is_told_and_the_scan_goes_on(corpus: Path) -> None:
    os.chdir("in")
    for _ in range(25):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
    os.chdir(corpus)
    items = list(discover(["in"], SUFFIXES))
    assert [item.error for item in items if item.error] == ["File name too long"]
    assert len(items) == 5


def test_a_directory_inside_another_that_a_glob_matches_is_read_once(corpus: Path) -> None:
    (corpus / "in/sub/deep/s").mkdir()
    (corpus / "in/sub/deep/s/e.txt").write_text("x")
    for argument in ("in/**/s*", "in/sub/**"):
        paths = [path for path, _ in found(argument)]
        assert "in/sub/deep/s/e.txt" in paths
        assert sorted(set(paths)) == sorted(paths)


def left(*arguments: str, globs: tuple[str, ...], **more) -> tuple[list[str], dict[str, str]]:
    """The paths that are left, and what is told of the others."""
    told: dict[str, str] = {}
    exclusion = Exclusion(globs, **more)
    items = discover(arguments, SUFFIXES, exclusion=exclusion, tell=told.__setitem__)
    return [item.path for item in items], {path: why for path, why in told.items() if why.startswith("excluded")}


@pytest.mark.parametrize(
    ("globs", "paths", "told"),
    [
        (("*.txt",), ["in/a.XML", "in/sub/c.json"], ["in/b.txt", "in/sub/deep/d.txt"]),
        (("deep",), ["in/a.XML", "in/b.txt", "in/sub/c.json"], ["in/sub/deep"]),
        (("in/sub/**", "x"), ["in/a.XML", "in/b.txt"], ["in/sub/c.json", "in/sub/deep"]),
        (("./b.txt", "sub/"), ["in/a.XML", "in/b.txt"], ["in/sub"]),
    ],
)
def test_what_is_excluded_is_not_scanned_and_told(corpus: Path, globs, paths, told) -> None:
    made = left("in", globs=globs)
    assert made[0] == paths
    assert sorted(made[1]) == told
    assert set(made[1].values()) <= {f"excluded by the configuration: {glob}" for glob in globs}


def test_globs_of_exclusion_are_relative_to_their_directory(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert left("in", globs=("/sub",), directory="in")[0] == ["in/a.XML", "in/b.txt"]
    assert left("in", globs=("in/sub",), directory="in")[0][-1] == "in/sub/deep/d.txt"
    monkeypatch.chdir(corpus / "in/sub")
    assert left(".", globs=("in/sub/c.*",), directory="../..")[0] == ["./deep/d.txt"]
    assert left("..", globs=("in/b.txt",), directory=str(corpus))[0][:2] == ["../a.XML", "../sub/c.json"]


def test_a_file_that_is_named_is_excluded_only_if_asked_for(corpus: Path) -> None:
    assert left("in/b.txt", "in/*.*", globs=("b.txt",))[0] == ["in/b.txt", "in/a.XML", "in/notes.md"]
    assert left("in/b.txt", globs=("b.txt",), of_named=True) == (
        [],
        {"in/b.txt": "excluded by the configuration: b.txt"},
    )


@pytest.mark.parametrize(("argument", "named"), [("in", "in"), ("in/*.txt", r"in/\*\.txt"), ("in/s*", r"in/s\*")])
def test_where_all_is_excluded_that_is_said(corpus: Path, argument: str, named: str) -> None:
    with pytest.raises(UsageError, match=f"files in {named} but what the configuration excludes"):
        left(argument, globs=("in/**",))
    assert left("in/a.XML", argument, globs=("in/**",), of_named=True)[0] == []


def test_a_glob_may_match_directories_without_documents_beside_others(corpus: Path) -> None:
    (corpus / "in/void").mkdir()
    assert found("in/[sv]*") == found("in/s*")
    with pytest.raises(UsageError, match=r"files in in/v\*$"):
        found("in/v*")


def test_the_argument_at_fault_is_told_by_its_number(corpus: Path) -> None:
    def fault(number: int, reason: str) -> UsageError:
        return UsageError(f"{number}: {reason}")

    (corpus / "void").mkdir()
    for arguments, told in (
        (("in", "nowhere"), "1: no such file"),
        (("no*", "in"), "0: nothing matches"),
        (("in", "in/**z"), "1: not a glob"),
        (("-", "in", "-"), "2: standard input"),
        (("in", "void"), "1: no .json"),
    ):
        with pytest.raises(UsageError, match=told):
            list(discover(arguments, SUFFIXES, fault=fault))


def test_all_that_is_passed_over_is_told_with_its_reason(corpus: Path) -> None:
    (corpus / "in/dir.txt").symlink_to(corpus / "in/sub")
    (corpus / "in/more").symlink_to(corpus / "in/sub")
    told: dict[str, str] = {}
    list(discover(["in"], SUFFIXES, skip="in/sub", tell=told.__setitem__))
    assert told == {
        "in/.hidden.txt": "hidden",
        "in/.git": "hidden",
        "in/notes.md": "its name ends in none of .json .txt .xml",
        "in/dir.txt": "a link to a directory",
        "in/more": "a link to a directory",
        "in/sub": "where the output goes",
    }
