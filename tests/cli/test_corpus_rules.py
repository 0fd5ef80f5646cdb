"""``corpus-tools validate``: rules about many documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import ARTICLE

from corpus_tools.corpus.discovery import Input
from corpus_tools.findings import Kind, Problem
from corpus_tools.rules.base import corpus_rule
from corpus_tools.rules.duplicate_article_id import RULE
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.validate import validate


@pytest.fixture
def twice(corpus: Path) -> Path:
    (corpus / "in/again.json").write_bytes(ARTICLE)
    return corpus


def findings(result) -> list[tuple]:
    return [(found["file"], found["line"], found["column"]) for found in json.loads(result.stdout)["findings"]]


def test_an_id_of_two_articles_is_told_where_it_stands(run, twice: Path) -> None:
    result = run("validate", "in")
    assert result.exit_code == 1
    assert result.stdout.startswith("in/rain.json:3:7: error C201 duplicate-article-id: the id 'rain' is already ")
    assert result.stdout.endswith("4 files: 1 error, 0 warnings\n")


@pytest.mark.parametrize(
    "arguments", [["in/rain.json", "in/rain.json"], ["in/rain.json", "./in/../in/rain.json"], ["in", "in/*.json"]]
)
def test_a_file_that_is_named_twice_is_one_article(run, corpus: Path, arguments: list[str]) -> None:
    assert run("validate", *arguments).exit_code == 0
    assert run("validate", *arguments[:1], str(corpus / "in/rain.json")).exit_code == 0


def test_the_rule_is_chosen_like_others(run, twice: Path) -> None:
    assert run("validate", "in", "--ignore", "C201").exit_code == 0
    assert run("validate", "in", "--select", "T", "--extend-select", "duplicate-article-id").exit_code == 1


def test_a_document_with_errors_is_not_compared(run, twice: Path) -> None:
    (twice / "in/rain.json").write_bytes(ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}'))
    made = json.loads(run("validate", "in", "--format", "json").stdout)
    assert [found["code"] for found in made["findings"]] == ["T102"]


def test_standard_input_is_compared_and_its_finding_has_a_place(run, corpus: Path) -> None:
    result = run("validate", "in", "-", "--format", "json", data=ARTICLE)
    assert findings(result) == [("-", 3, 7)]


def test_a_document_that_has_gone_since_it_was_read_keeps_its_finding(twice: Path) -> None:
    loader = Loader(LoadOptions(corpus_rules=(RULE,)))
    inputs = [Input(str(twice / "in/again.json"), ""), Input(str(twice / "in/rain.json"), "")]
    run = validate(inputs, loader)
    assert next(run)[:2] == (2, [])
    Path(inputs[1].path).unlink()
    (found,) = next(run).findings
    assert (found.kind.code, found.location.file, found.location.line) == ("C201", inputs[1].path, None)


def test_rules_judge_only_what_they_digest(corpus: Path) -> None:
    seen = []

    def judge(documents, context):
        seen.extend(documents)
        return [(seen[0].file, Problem("a problem", "/id"))]

    odd = corpus_rule(Kind("C999", "odd"), "", lambda index, _: index.article.get("language"), judge)
    inputs = [Input(str(corpus / f"in/{name}"), "") for name in ("rain.json", "a.txt")]
    loader = Loader(LoadOptions(corpus_rules=(RULE, odd), detect_language=False))
    (found,) = [finding for checked in validate(inputs, loader) for finding in checked.findings]
    assert [(document.file, document.format, document.keeps_ids) for document in seen] == [
        (inputs[0].path, "json", True)
    ]
    assert found.kind is odd.kind
