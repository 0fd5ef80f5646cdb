"""``corpus-tools git``, with real repositories and a home of their own."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from documents import ARTICLE
from schema_files import ROOT

from corpus_tools.cli import cli
from corpus_tools.cli import git as git_verb

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OTHER_JSON = b'{"name":"corpus", "private" :true}\r\n'
RELABELLED = ARTICLE.replace(b'"type": "place"', b'"type": "facility"')
SHIFTED = (
    ARTICLE.replace(b'"Rain in Lisbon"', b'"Heavy rain in Lisbon"')
    .replace(b'"start": 8, "end": 14', b'"start": 14, "end": 20')
    .replace(b'"m1"', b'"m9"')
)
THIS = f"{shlex.quote(sys.executable)} -P -m corpus_tools"
Git = "Callable[..., str]"


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in an empty repository, with nobody's settings; the working directory is the repository."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home/config"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "home/gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_PAGER", "cat")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(git_verb, "_this_command", lambda: THIS)
    (tmp_path / "home").mkdir()
    (tmp_path / "repository").mkdir()
    monkeypatch.chdir(tmp_path / "repository")

    def run_git(*arguments: str) -> str:
        named = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        ran = subprocess.run(named, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    run_git("init", "-q")
    return run_git


@pytest.fixture
def run(git: Git) -> Callable:
    def runner(*arguments: str, data: bytes | None = None):
        return CliRunner().invoke(cli, ["git", *arguments], input=data, catch_exceptions=False)

    return runner


def committed(git: Git, path: Path, *versions: bytes) -> None:
    """Commit each version of a file but the last, which is left in the work tree."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(versions):
        path.write_bytes(data)
        if number < len(versions) - 1:
            git("add", "-A")
            git("commit", "-qm", f"version {number}")


def changes(diff: str) -> list[str]:
    """The lines of a diff that were added or removed."""
    return [line for line in diff.splitlines() if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


def settings(tmp_path: Path) -> list[bytes | None]:
    """Everything that install may write to."""
    files = (
        "repository/.git/config",
        "repository/.git/info/attributes",
        "home/gitconfig",
        "home/config/git/attributes",
    )
    paths = [tmp_path / name for name in files]
    return [path.read_bytes() if path.exists() else None for path in paths]


def test_a_change_is_one_line_and_its_block_is_named_above_it(git, run, tmp_path) -> None:
    run("install")
    before = ARTICLE.replace(b"It rained.", b"It rained. Then came snow. " + b"It was cold. " * 4 + b"It ended.")
    after = before.replace(b"ended", b"stopped").replace(b'"type": "place"', b'"type": "facility"')
    committed(git, tmp_path / "repository/rain.json", before, after)
    shown = git("diff")
    assert changes(shown) == [
        "-    [entity place] “Lisbon”",
        "+    [entity facility] “Lisbon”",
        "-  It ended.",
        "+  It stopped.",
    ]
    assert re.search(r"(?m)^@@ .* @@ b2 paragraph$", shown)


def test_a_shift_and_a_new_numbering_change_only_the_text(git, run, tmp_path) -> None:
    run("install")
    committed(git, tmp_path / "repository/rain.json", ARTICLE, SHIFTED)
    assert changes(git("diff")) == ["-  Rain in Lisbon", "+  Heavy rain in Lisbon"]


def test_tei_is_shown_in_the_same_words(git, run, tmp_path) -> None:
    run("install")
    versions = []
    for data in (ARTICLE, RELABELLED):
        converted = CliRunner().invoke(cli, ["convert", "-", "--to", "tei"], input=data)
        versions.append(converted.stdout_bytes)
    committed(git, tmp_path / "repository/sub/rain.xml", *versions)
    assert changes(git("diff")) == ["-    [entity place] “Lisbon”", "+    [entity facility] “Lisbon”"]


def test_log_shows_articles_in_words_and_with_cache_converts_each_once(git, run, tmp_path) -> None:
    run("install", "--cache")
    committed(git, tmp_path / "repository/rain.json", ARTICLE, RELABELLED, RELABELLED)
    shown = git("log", "-p", "-1")
    assert "+    [entity facility] “Lisbon”" in shown
    assert git("for-each-ref", "refs/notes").split()[-1] == "refs/notes/textconv/corpus-tools"
    run("uninstall")
    assert git("for-each-ref", "refs/notes") == ""


def test_the_difftool_shows_articles_as_diff_does_and_other_files_as_git_does(git, run, tmp_path) -> None:
    run("install")
    (tmp_path / "repository/package.json").write_bytes(OTHER_JSON)
    committed(git, tmp_path / "repository/rain.json", ARTICLE, RELABELLED)
    (tmp_path / "repository/package.json").write_bytes(OTHER_JSON.replace(b"true", b"false"))
    shown = git("difftool", "-y", "-t", "corpus-tools")
    assert "rain.json\n  1 in layer entity\n" in shown
    assert "      - Rain in [place Lisbon]\n      + Rain in [facility Lisbon]\n" in shown
    assert '-{"name":"corpus", "private" :true}' in shown


def test_the_difftool_names_the_file_as_it_is_called(run, tmp_path) -> None:
    for name, data in (("a", ARTICLE), ("b", RELABELLED)):
        (tmp_path / f"{name}.json").write_bytes(data)
    shown = run("difftool", str(tmp_path / "a.json"), str(tmp_path / "b.json"), "news/rain.json").stdout
    assert shown.startswith("news/rain.json\n  1 in layer entity\n")


def test_the_difftool_shows_a_new_article_as_git_does(run, tmp_path) -> None:
    (tmp_path / "rain.json").write_bytes(ARTICLE)
    shown = run("difftool", "/dev/null", str(tmp_path / "rain.json"), "rain.json").stdout
    assert "new file mode" in shown
    assert '+"id": "rain",' in shown


def test_other_files_are_compared_as_they_were(git, run, tmp_path) -> None:
    committed(git, tmp_path / "repository/package.json", OTHER_JSON, OTHER_JSON.replace(b"true", b"false"))
    before = git("diff")
    run("install")
    assert git("diff") == before
    assert before


def test_uninstall_leaves_every_byte_that_was_there(git, run, tmp_path) -> None:
    git("config", "--local", "diff.other.textconv", "cat")
    git("config", "--local", "diff.corpus-tools.algorithm", "histogram")
    (tmp_path / "repository/.git/info/attributes").write_bytes(b"*.png binary\n# no newline at the end")
    before = settings(tmp_path)
    run("install")
    installed = settings(tmp_path)
    assert installed != before
    run("install")
    assert settings(tmp_path) == installed
    run("uninstall")
    assert settings(tmp_path) == before
    assert run("uninstall").exit_code == 0
    assert settings(tmp_path) == before


def test_global_install_works_in_every_repository_and_goes_without_a_trace(git, run, tmp_path) -> None:
    attributes = tmp_path / "home/config/git/attributes"
    attributes.parent.mkdir(parents=True)
    attributes.write_bytes(b"\xef\xbb\xbf*.png binary\r\n")
    git("config", "--global", "user.name", "A")
    before = settings(tmp_path)
    run("install", "--global")
    assert git("check-attr", "diff", "rain.json").endswith(": corpus-tools\n")
    assert git("config", "diff.corpus-tools.textconv") == f"{THIS} git textconv\n"
    assert settings(tmp_path)[:2] == before[:2]
    assert "binary: set" in git("check-attr", "binary", "x.png")
    run("uninstall", "--global")
    assert settings(tmp_path) == before


def test_the_attributes_file_of_the_user_is_the_one_git_is_told_of(git, run, tmp_path) -> None:
    git("config", "--global", "core.attributesFile", "~/mine")
    run("install", "--global")
    assert (tmp_path / "home/mine").exists()
    assert not (tmp_path / "home/config").exists()
    run("uninstall", "--global")
    assert not (tmp_path / "home/mine").exists()


def test_a_configuration_that_is_locked_is_told(run, tmp_path) -> None:
    run("install")
    (tmp_path / "repository/.git/config.lock").touch()
    result = run("uninstall")
    assert (result.exit_code, "could not lock config file" in result.stderr) == (2, True)


def test_an_included_configuration_names_the_attributes_file_and_the_driver_too(git, run, tmp_path) -> None:
    git("config", "--file", str(tmp_path / "included"), "core.attributesFile", "~/mine")
    git("config", "--global", "include.path", str(tmp_path / "included"))
    run("install", "--global")
    assert git("check-attr", "diff", "rain.json").endswith(": corpus-tools\n")
    assert (tmp_path / "home/mine").exists()
    run("uninstall", "--global")
    assert not (tmp_path / "home/mine").exists()
    git("config", "--file", str(tmp_path / "included"), "diff.corpus-tools.textconv", "my-own")
    refused = run("install", "--global")
    assert (refused.exit_code, "'my-own'" in refused.stderr) == (2, True)
    git("config", "--file", str(tmp_path / "included"), "diff.corpus-tools.textconv", "x git textconv")
    assert run("uninstall", "--global").exit_code == 0
    assert git("config", "diff.corpus-tools.textconv") == "x git textconv\n"


def test_attributes_of_the_repository_are_not_overruled(git, run, tmp_path) -> None:
    (tmp_path / "repository/.gitattributes").write_text("data/*.json diff=json\n")
    committed(git, tmp_path / "repository/data/x.json", OTHER_JSON, OTHER_JSON)
    before = settings(tmp_path)
    refused = run("install")
    assert refused.exit_code == 2
    assert "diff: json of data/x.json" in refused.stderr
    assert settings(tmp_path) == before
    assert run("install", "articles/**/*.json").exit_code == 0
    assert git("check-attr", "diff", "data/x.json").endswith(": json\n")
    assert git("check-attr", "diff", "articles/2026/x.json").endswith(": corpus-tools\n")
    assert run("install", "--force").exit_code == 0
    assert git("check-attr", "diff", "data/x.json").endswith(": corpus-tools\n")


def test_a_line_of_the_user_has_the_last_word(git, run, tmp_path) -> None:
    attributes = tmp_path / "repository/.git/info/attributes"
    attributes.write_text("package.json diff=json\n")
    run("install")
    assert git("check-attr", "diff", "package.json").endswith(": json\n")
    assert git("check-attr", "diff", "rain.json").endswith(": corpus-tools\n")


def test_a_driver_that_the_user_has_set_is_kept(git, run, tmp_path) -> None:
    git("config", "--local", "diff.corpus-tools.textconv", "my-own")
    before = settings(tmp_path)
    refused = run("install")
    assert refused.exit_code == 2
    assert "'my-own'" in refused.stderr
    assert settings(tmp_path) == before
    assert "not set by install: diff.corpus-tools.textconv" in run("status").stdout
    run("uninstall")
    assert settings(tmp_path) == before
    assert run("install", "--force").exit_code == 0
    assert git("config", "diff.corpus-tools.textconv") == f"{THIS} git textconv\n"


def test_status_says_what_is_installed(git, run, tmp_path) -> None:
    nothing = run("status")
    assert (nothing.exit_code, nothing.stdout) == (1, "no settings\n.git/info/attributes: no files\n")
    run("install", "*.json", 'with "blank and.json')
    told = run("status")
    assert told.exit_code == 0
    assert f"diff.corpus-tools.textconv = {THIS} git textconv\n" in told.stdout
    assert '.git/info/attributes: *.json with "blank and.json\n' in told.stdout
    assert git("check-attr", "diff", 'with "blank and.json').endswith(": corpus-tools\n")


def test_install_says_what_it_did_unless_it_is_to_be_quiet(run) -> None:
    assert "*.json *.xml" in run("install").stdout
    assert run("install", "-q").output == ""
    assert run("uninstall").stderr == "the diff driver is removed\n"
    assert run("uninstall").stderr == "there is no diff driver of corpus-tools\n"
    assert run("uninstall", "-q").output == ""


def test_a_new_cache_setting_replaces_the_old_one(git, run) -> None:
    run("install", "--cache")
    assert git("config", "diff.corpus-tools.cachetextconv") == "true\n"
    run("install")
    assert "cachetextconv" not in git("config", "--list")
    git("config", "--local", "diff.corpus-tools.cachetextconv", "false")
    assert run("install").exit_code == 0
    assert git("config", "diff.corpus-tools.cachetextconv") == "false\n"


@pytest.mark.parametrize("pattern", ["!*.json", "a\nb"])
def test_patterns_that_git_does_not_take_are_refused(run, tmp_path, pattern) -> None:
    before = settings(tmp_path)
    refused = run("install", pattern)
    assert refused.exit_code == 2
    assert "git takes no such pattern" in refused.stderr
    assert settings(tmp_path) == before


def test_outside_of_a_repository_only_the_global_settings_can_be_made(run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run("install")
    assert refused.exit_code == 2
    assert "--global" in refused.stderr
    assert run("install", "--global").exit_code == 0


def test_without_git_there_is_a_message(run, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    refused = run("status")
    assert (refused.exit_code, "there is no git" in refused.stderr) == (2, True)


def test_settings_that_cannot_be_written_are_a_message(git, run, tmp_path) -> None:
    (tmp_path / "repository/.git/info/attributes").mkdir()
    assert "cannot be read: Is a directory" in run("install").stderr
    (tmp_path / "repository/.git/info/attributes").rmdir()
    (tmp_path / "repository/.git/config.lock").touch()
    refused = run("install")
    assert (refused.exit_code, "git config: " in refused.stderr) == (2, True)


def test_an_attributes_file_where_none_can_be_is_a_message(git, run, tmp_path) -> None:
    git("config", "--global", "core.attributesFile", "/proc/nowhere/attributes")
    refused = run("install", "--global")
    assert refused.exit_code == 2
    assert "/proc/nowhere/attributes cannot be written: " in refused.stderr


def test_a_file_that_is_too_large_passes_through(run, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("corpus_tools.corpus.reading.MAX_BYTES", 100)
    (tmp_path / "large.json").write_bytes(ARTICLE)
    assert run("textconv", str(tmp_path / "large.json")).stdout_bytes == ARTICLE


def test_an_article_is_printed_in_words_and_another_file_as_it_is(run) -> None:
    assert "\nb1 headline\n  Rain in Lisbon\n" in run("textconv", "-", data=ARTICLE).stdout
    assert run("textconv", "-", data=OTHER_JSON).stdout_bytes == OTHER_JSON


def test_a_file_that_does_not_exist_is_an_error(run) -> None:
    assert run("textconv", "none.json").exit_code == 2


def test_the_program_that_git_runs_is_this_one() -> None:
    command = f"{git_verb._this_command()} --version"
    version = subprocess.run(command, shell=True, capture_output=True, check=True)
    assert version.stdout.startswith(b"corpus-tools, version")


def test_without_an_installed_command_the_module_is_run(monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/with blank/python")
    assert git_verb._this_command() == "'/with blank/python' -P -m corpus_tools"
