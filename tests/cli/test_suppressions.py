"""Findings that a document asks to ignore: what runs come to, and what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from documents import ARTICLE
from reports import check_sarif

if TYPE_CHECKING:
    from pathlib import Path


def with_suppressions(*entries: dict[str, Any], layers: tuple[str, ...] = ("negation",)) -> bytes:
    """An article in which A110 is found, that ignores what `entries` say."""
    article = json.loads(ARTICLE)
    article["layers"] = {name: {"annotations": []} for name in layers}
    article["extra"] = {"corpus-tools": {"ignore": list(entries)}}
    return json.dumps(article).encode()


A110 = {"code": "A110", "reason": "the layer is being designed"}


def test_what_is_suppressed_does_not_count(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(with_suppressions(A110))
    result = run("validate", "a.json", "--fail-on", "info")
    assert (result.exit_code, result.stdout) == (0, "1 file: 0 errors, 0 warnings (1 suppressed)\n")
    made = json.loads(run("validate", "a.json", "--format", "json").stdout)
    assert made["suppressed"][0]["suppression"]["reason"] == A110["reason"]
    (result,) = check_sarif(run("validate", "a.json", "--format", "sarif").stdout)["results"]
    assert [one["justification"] for one in result["suppressions"]] == [A110["reason"]]


def test_what_has_expired_counts_and_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(with_suppressions({**A110, "expires": "2020-01-01"}))
    result = run("validate", "a.json", "--fail-on", "warning")
    assert result.exit_code == 1
    assert "A110 unknown-layer: no layer file" in result.stdout
    assert "M302 expired-suppression: the suppression of A110 unknown-layer in the article expired" in result.stdout


def test_what_is_wrong_with_suppressions_can_be_made_an_error(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(with_suppressions(A110, layers=("entity",)))
    (tmp_path / "corpus-tools.toml").write_text('severity = {M303 = "error"}')
    result = run("validate", "a.json")
    assert result.exit_code == 1
    assert "error M303 unused-suppression: A110 unknown-layer finds nothing in the article" in result.stdout
    assert run("validate", "a.json", "--ignore", "M303").exit_code == 0


def test_a_rule_that_does_not_run_has_no_needless_suppressions(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(with_suppressions({"code": "T204", "reason": "so"}, layers=("entity",)))
    assert "M303" in run("validate", "a.json").stdout
    assert "M303" not in run("validate", "a.json", "--ignore", "T204").stdout


def test_findings_about_the_corpus_are_suppressed_where_they_are_told(run, corpus: Path) -> None:
    (corpus / "in/again.json").write_bytes(ARTICLE)
    assert run("validate", "in").exit_code == 1
    ignored = with_suppressions({"code": "C201", "reason": "a copy for the exhibition"}, layers=("entity",))
    (corpus / "in/rain.json").write_bytes(ignored)
    result = run("validate", "in")
    assert (result.exit_code, result.stdout) == (0, "4 files: 0 errors, 0 warnings (1 suppressed)\n")


def test_a_suppression_about_the_corpus_is_judged_where_all_of_it_is_looked_at(run, corpus: Path) -> None:
    needless = with_suppressions({"code": "C201", "reason": "a copy for the exhibition"}, layers=("entity",))
    (corpus / "in/rain.json").write_bytes(needless)
    (corpus / "corpus-tools.toml").write_text('documents = ["in"]\n')
    for arguments in ([], ["--cache-dir", "kept"], ["--cache-dir", "kept"], ["--jobs", "2"]):
        made = json.loads(run("validate", "--format", "json", *arguments).stdout)
        (found,) = made["findings"]
        assert (found["code"], found["pointer"]) == ("M303", "/extra/corpus-tools/ignore/0")
        assert found["message"] == "C201 duplicate-article-id finds nothing in the article, so nothing is suppressed"
    for arguments in (["in"], ["in/rain.json"], ["--ignore", "C201"], ["--ignore", "M303"]):
        assert run("validate", *arguments, "-q").stdout == ""
    (corpus / "in/again.json").write_bytes(ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}'))
    assert "M303" not in run("validate").stdout
    (corpus / "in/again.json").write_bytes(ARTICLE)
    assert run("validate").stdout == "4 files: 0 errors, 0 warnings (1 suppressed)\n"


def test_a_key_of_extra_that_is_misspelt_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(with_suppressions(A110).replace(b'"corpus-tools"', b'"corpus_tools"'))
    told = run("validate", "a.json").stdout
    assert "M301 malformed-suppression: extra has a key 'corpus_tools', which says nothing to this program" in told
    assert "at /extra/corpus_tools\n" in told
    assert 'hint: write "corpus-tools", or give data of your own another name' in told
    assert "A110 unknown-layer" in told


@pytest.mark.parametrize("entries", [(A110,), (A110, {"code": "T204", "reason": "so"}, 7)])
def test_other_verbs_follow_suppressions_and_do_not_judge_them(run, tmp_path: Path, entries) -> None:
    (tmp_path / "a.json").write_bytes(with_suppressions(*entries))
    result = run("convert", "a.json", "--to", "tei", "-o", "a.xml")
    assert (result.exit_code, result.stderr) == (0, "1 written, 0 unchanged, 0 failed\n")
    (tmp_path / "a.json").write_bytes(with_suppressions({**A110, "expires": "2020-01-01"}))
    assert "A110" in run("convert", "a.json", "--to", "tei", "-o", "a.xml", "--force").stderr
