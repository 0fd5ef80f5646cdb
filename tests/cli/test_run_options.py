"""``corpus-tools validate``: processes and the cache change how long it takes, never what is found; ``cache``."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from documents import ARTICLE, SEED

from corpus_tools.corpus import running
from corpus_tools.corpus.cache import FILE
from corpus_tools.services.load import Loader

RULES = Path(__file__).parents[2] / "fixtures" / "rules"
WRONG = ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}')


@pytest.fixture
def cached(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus, with a cache of its own beside it."""
    monkeypatch.delenv("CORPUS_TOOLS_NO_CACHE")
    monkeypatch.setenv("CORPUS_TOOLS_CACHE", "cache")
    return corpus


def results(run) -> int:
    return int(re.search(r"results +(\d+)", run("cache", "info").stdout)[1])


def test_what_is_found_is_the_same_with_and_without_the_cache(run, cached: Path) -> None:
    for folder in RULES.glob("?[012]0[24]-*"):  # some of each letter
        shutil.copytree(folder, cached / "rules" / folder.name)
    for number in range(3):
        (cached / f"rules/twice-{number}.json").write_bytes(ARTICLE)
    (cached / "rules/nowhere.json").symlink_to("nothing")
    (cached / "rules/latin.txt").write_bytes("Ein schöner Tag für Übermut\n\nEs schneite früh.\n".encode("latin-1"))
    command = ["validate", "rules", "--select", "ALL", "--format", "json", "--encoding", "auto", "-q"]
    fresh = run(*command, "--no-cache")
    assert len(json.loads(fresh.stdout)["findings"]) > 30
    for options in ([], [], ["--trust-mtime"], ["--trust-mtime"]):
        again = run(*command, *options)
        assert again.stdout == fresh.stdout
        assert again.exit_code == fresh.exit_code == 1


def test_documents_that_are_known_are_not_checked_again(run, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cached / "in/again.json").write_bytes(ARTICLE)
    first = run("validate", "in")
    assert first.exit_code == 1
    monkeypatch.setattr(Loader, "load_bytes", lambda *_: pytest.fail("a document is checked"))
    assert run("validate", "in").stdout == first.stdout
    assert run("validate", "in", "--trust-mtime").stdout == first.stdout


def test_a_document_that_changes_is_checked_again(run, cached: Path) -> None:
    assert run("validate", "in").exit_code == 0
    (cached / "in/rain.json").write_bytes(WRONG)
    for options in ([], ["--trust-mtime"], ["--trust-mtime"]):
        assert run("validate", "in", *options).exit_code == 1
    (cached / "in/rain.json").write_bytes(ARTICLE)
    for options in ([], ["--trust-mtime"], ["--trust-mtime"]):
        assert run("validate", "in", *options).exit_code == 0


def test_other_rules_and_options_of_rules_are_other_results(run, cached: Path) -> None:
    (cached / "in/rain.json").write_bytes(ARTICLE.replace(b"It rained.", "It rained in cafe\u0301s.".encode()))
    assert run("validate", "in").exit_code == 0
    assert "T205" in run("validate", "in", "--extend-select", "T205", "--fail-on", "info").stdout
    (cached / "corpus-tools.toml").write_text('[severity]\nT205 = "error"\n')
    assert run("validate", "in", "--extend-select", "T205").exit_code == 1
    assert run("validate", "in").exit_code == 0


def test_processes_find_the_same_in_the_same_order(run, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "CHUNK", 3)
    for number in range(25):
        wrong = WRONG if number % 3 == 0 else ARTICLE
        (cached / f"in/many-{number}.json").write_bytes(wrong.replace(b'"rain"', b'"rain-%d"' % (number // 2)))
    (cached / "in/latin.txt").write_bytes("Ein schöner Tag für Übermut\n\nEs schneite früh.\n".encode("latin-1"))
    command = ["validate", "in", "-", "--format", "json", "--encoding", "auto"]
    one = run(*command, "--jobs", "1", "--no-cache", data=SEED)
    codes = [found["code"] for found in json.loads(one.stdout)["findings"]]
    assert (codes.count("T102"), codes.count("C201")) == (9, 4)
    assert "in/latin.txt: read as" in one.stderr
    for options in (["--no-cache"], []):
        two = run(*command, "--jobs", "2", *options, data=SEED)
        assert (two.stdout, two.stderr) == (one.stdout, one.stderr)
    assert results(run) == 29


def test_the_cache_is_where_it_is_asked_to_be(run, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("validate", "in", "--cache-dir", "own")
    assert (cached / "own" / FILE).is_file()
    assert not (cached / "cache").exists()
    run("validate", "in")
    assert (cached / "cache" / FILE).is_file()
    monkeypatch.delenv("CORPUS_TOOLS_CACHE")
    (cached / "corpus-tools.toml").write_text('cache = ".kept"\n')
    run("validate", "in")
    assert (cached / ".kept" / FILE).is_file()
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(cached / "user"))
    (cached / "corpus-tools.toml").write_text("cache = true\n")
    run("validate", "in")
    assert (cached / "user" / FILE).is_file()


@pytest.mark.parametrize("how", ["option", "environment", "configuration"])
def test_no_cache_is_made_if_none_is_wanted(run, cached: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    if how == "environment":
        monkeypatch.setenv("CORPUS_TOOLS_NO_CACHE", "1")
    if how == "configuration":
        (cached / "corpus-tools.toml").write_text("cache = false\n")
    options = ["--no-cache"] if how == "option" else []
    assert run("validate", "in", *options).exit_code == 0
    assert not (cached / "cache").exists()
    if how != "option":  # the command line decides
        run("validate", "in", "--cache-dir", "cache")
        assert (cached / "cache").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--no-cache", "--trust-mtime"],
        ["--no-cache", "--cache-dir", "x"],
        ["--cache-dir", "in/a.txt"],
        ["--jobs", "0"],
        ["--jobs", "many"],
        ["--jobs", "-1"],
    ],
)
def test_what_cannot_be_followed_is_a_usage_error(run, cached: Path, options: list[str]) -> None:
    assert run("validate", "in", *options).exit_code == 2


def test_the_cache_is_told_and_cleared(run, cached: Path) -> None:
    assert results(run) == 0
    assert not (cached / "cache").exists()
    run("validate", "in", "--trust-mtime")
    told = run("cache", "info").stdout
    assert str(Path("cache") / FILE) in told
    assert results(run) == 3
    assert run("cache", "clear").stdout == "3 results removed\n"
    assert results(run) == 0
    assert run("cache", "info", "--cache-dir", "other").exit_code == 0


def test_a_cache_that_cannot_be_removed_is_told(run, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_name: str) -> None:
        raise PermissionError(13, "Permission denied")

    run("validate", "in")
    monkeypatch.setattr("corpus_tools.corpus.cache.os.unlink", denied)
    result = run("cache", "clear")
    assert (result.exit_code, "cannot be removed: Permission denied" in result.stderr) == (1, True)


def test_a_damaged_cache_is_no_failure(run, cached: Path) -> None:
    first = run("validate", "in")
    (cached / "cache" / FILE).write_bytes(b"damaged" * 500)
    second = run("validate", "in")
    assert (second.exit_code, second.output) == (first.exit_code, first.output)
    assert results(run) == 3


def test_what_a_damaged_cache_holds_is_not_known(run, cached: Path) -> None:
    (cached / "cache").mkdir()
    (cached / "cache" / FILE).write_bytes(b"damaged" * 500)
    told = run("cache", "info").stdout
    assert told.endswith("results   not known, as the file cannot be read: file is not a database\n")


@pytest.mark.parametrize(("how", "options"), [("option", ["--jobs", "2"]), ("environment", []), ("configuration", [])])
def test_a_cache_that_was_asked_for_and_cannot_be_used_is_told(
    run, cached: Path, monkeypatch: pytest.MonkeyPatch, how: str, options: list[str]
) -> None:
    monkeypatch.setenv("CORPUS_TOOLS_CACHE", "in/a.txt/kept" if how == "environment" else "")
    if how == "configuration":
        (cached / "corpus-tools.toml").write_text('cache = "in/a.txt/kept"\n')
    if how == "option":
        options += ["--cache-dir", "in/a.txt/kept"]
    told = run("validate", "in", *options)
    assert (told.exit_code, told.stdout) == (0, "3 files: 0 errors, 0 warnings\n")
    assert told.stderr == "note: the cache in in/a.txt/kept cannot be used: Not a directory\n"
    assert run("validate", "-q", "in", *options).stderr == ""


def test_a_cache_that_nobody_asked_for_and_cannot_be_used_is_told_when_much_is(run, cached: Path, monkeypatch) -> None:
    monkeypatch.delenv("CORPUS_TOOLS_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(cached / "in/a.txt/kept"))
    assert run("validate", "in").stderr == ""
    assert run("validate", "-v", "in").stderr.endswith("a.txt/kept cannot be used: Not a directory\n")
    assert run("validate", "-v", "in", "--no-cache").stderr == ""


def test_an_interrupted_run_says_what_is_kept(run, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "CHUNK", 2)
    load = Loader.load_bytes

    def interrupted(self: Loader, file: str, data: bytes) -> object:
        if file.endswith("b.txt"):
            raise KeyboardInterrupt
        return load(self, file, data)

    monkeypatch.setattr(Loader, "load_bytes", interrupted)
    result = run("validate", "in", "--jobs", "1")
    assert result.exit_code == 130
    assert result.stderr.startswith("Interrupted after 2 files; the same command goes on from there")
    assert results(run) == 2
    for options in (["--no-cache"], ["--cache-dir", "in/a.txt/kept"]):
        alone = run("validate", "in", "--jobs", "1", *options)
        assert (alone.exit_code, alone.stderr) == (130, "Interrupted after 2 files\n")


def test_a_lost_process_is_told_with_what_to_do(run, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus_tools.errors import LostProcessError

    def lost(self: Loader, source: object) -> object:
        raise LostProcessError("a.json", "b.json", 2)

    monkeypatch.setattr(Loader, "load", lost)
    result = run("validate", "in", "--no-cache")
    assert result.exit_code == 3
    assert "one of 2 inputs from a.json to b.json" in result.stderr
    assert "--jobs 1" in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_profile_tells_what_each_step_took_and_changes_nothing_else(
    run, cached: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.setattr(running, "CHUNK", 2)
    for number in range(4):
        (cached / f"in/twin-{number}.json").write_bytes(ARTICLE)
    ignore = b'"layers": {', b'"extra": {"corpus-tools": {"ignore": [{"code": "C201", "reason": "x"}]}}, "layers": {'
    (cached / "in/twin-3.json").write_bytes(ARTICLE.replace(*ignore))
    plain = run("validate", "in", "--no-cache", "--format", "json")
    told = run("validate", "in", "--profile", "--format", "json", "--jobs", jobs)
    assert (told.stdout, told.exit_code) == (plain.stdout, 1)
    heading, *lines = told.stderr.splitlines()
    assert heading.split() == ["step", "seconds", "share", "us", "a", "file"]
    steps = {line[:36].strip(): line[36:].split() for line in lines}
    asked = {"reading files", "reading JSON", "article schema", "columns for rules", "suppressions"}
    asked |= {"places of findings", "T102 quote-mismatch", "T203 mojibake", "C201 duplicate-article-id"}
    assert asked <= {*steps}
    seconds = [float(row[0]) for row in steps.values()]
    assert seconds == sorted(seconds, reverse=True)
    assert sum(float(row[1].rstrip("%")) for row in steps.values()) == pytest.approx(100, abs=3)
    for taken, _, each in steps.values():
        assert float(each) == pytest.approx(float(taken) / 7 * 1e6, abs=75)  # the seconds are rounded
    assert not (cached / "cache").exists()
    assert run("validate", "in", "--profile", "--trust-mtime").exit_code == 2


def test_the_profile_of_nothing_is_told(run, cached: Path) -> None:
    (cached / "empty.json").write_bytes(b"")
    told = run("validate", "empty.json", "--profile")
    assert told.exit_code == 1
    assert "reading JSON" in told.stderr
