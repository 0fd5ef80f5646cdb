"""Rules of the validator on any article: they never raise, and point at what is there."""

from __future__ import annotations

import json

from hypothesis import given, settings
from laws import Laws
from mutations import at
from strategies import articles

from corpus_tools.formats.base import WriteOptions
from corpus_tools.formats.json_ import FORMAT as JSON
from corpus_tools.layers import builtin_layers
from corpus_tools.model.article import Article
from corpus_tools.model.index import Index
from corpus_tools.rules import Context
from corpus_tools.rules.lints import LINTS

CONTEXT = Context(builtin_layers())
law = Laws()


@law
def what_is_found_is_there(article: Article) -> None:
    index = Index(article)
    texts = {block["id"]: block["text"] for block in article["blocks"]}
    for rule in LINTS.values():
        for problem in rule.check(index, CONTEXT):
            at(article, problem.pointer)  # type: ignore[arg-type]
            assert problem.message
            if problem.block is not None and problem.start is not None and problem.end is not None:
                assert 0 <= problem.start <= problem.end <= len(texts[problem.block])


@law
def the_order_of_items_makes_no_difference(article: Article) -> None:
    """Whether something is found; of several annotations that cross, or relations in a circle, another may be told."""
    canonical = json.loads(JSON.write(article, WriteOptions()).data)
    for rule in LINTS.values():
        found = [any(True for _ in rule.check(Index(each), CONTEXT)) for each in (article, canonical)]
        assert found[0] == found[1], rule.kind


@settings(max_examples=settings.default.max_examples // 3)
@given(articles())
def test_the_laws_of_rules_hold_of_any_article(article: Article) -> None:
    law.hold_of(article)
