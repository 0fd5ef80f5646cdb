"""The law of validators: the fast one and the reference agree, whatever the document."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles
from strategy_values import extra

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.json_ import FORMAT
from corpus_tools.schemas import ARTICLE_SCHEMA, article_validator, load_schema
from corpus_tools.violations import MAX_DEPTH, violations


@cache
def reference() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(load_schema(ARTICLE_SCHEMA))


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container with each of its keys."""
    found = []
    waiting = [value]
    while waiting:
        outer = waiting.pop()
        for key, inner in outer.items() if isinstance(outer, dict) else enumerate(outer):
            found.append((outer, key))
            if isinstance(inner, dict | list):
                waiting.append(inner)
    return found


@st.composite
def mutated(draw):
    """An article with values dropped, replaced or added at random places."""
    article: Any = deepcopy(draw(articles()))
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(places(article)))
        what = draw(st.sampled_from(("drop", "replace", "add", "rename")))
        if what == "replace":
            container[key] = draw(extra())
        elif isinstance(container, list):
            container.insert(key, draw(extra())) if what == "add" else container.pop(key)
        elif what == "add":
            container[draw(st.sampled_from(("x", "id", "type", "extra", "", "level", "media", "text\n")))] = draw(
                extra()
            )
        elif len(article) > 1:
            dropped = container.pop(key)
            if what == "rename":
                container[f"{key}\n"] = dropped
        if not article:
            break
    return article


@given(articles())
def test_both_validators_accept_valid_articles(article):
    assert article_validator().is_valid(article)
    assert reference().is_valid(article)


@given(mutated())
def test_both_validators_agree_on_damaged_articles(article):
    assert article_validator().is_valid(article) == reference().is_valid(article)


@given(mutated())
def test_violations_are_told_exactly_when_there_are_some_and_once_a_place(article):
    found = violations(article)
    assert bool(found) != article_validator().is_valid(article)
    assert len({problem.pointer for problem in found}) == len(found)


def test_the_deepest_document_that_can_be_read_can_be_validated():
    inner = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    text = f'{{"schema_version": "1.0", "id": "a", "metadata": {{}}, "blocks": [], "extra": {inner}}}'
    assert FORMAT.examine(text.encode(), ReadOptions())[1] == []
