"""Rules of the validator: what an article, or a corpus, should be, beyond what makes an article an article.

They run on articles in which no reference rule found an error. Those that are cheap, and right for every corpus,
run by default; the others run when they are selected.
"""

from __future__ import annotations

from typing import Final

from corpus_tools.rules import (
    bidi_control,
    blank_at_span_edge,
    duplicate_article_id,
    implausible_date,
    invisible_character,
    language_mismatch,
    mojibake,
    not_nfc,
    split_grapheme,
    title_differs_from_headline,
    ungrounded_line,
    updated_before_published,
)
from corpus_tools.rules.base import CorpusRule, Rule
from corpus_tools.rules.engine import by_code

_LINTS: tuple[Rule, ...] = (
    blank_at_span_edge.RULE,
    split_grapheme.RULE,
    mojibake.RULE,
    bidi_control.RULE,
    not_nfc.RULE,
    invisible_character.RULE,
    title_differs_from_headline.RULE,
    implausible_date.RULE,
    updated_before_published.RULE,
    language_mismatch.RULE,
    ungrounded_line.RULE,
)
_CORPUS_RULES: tuple[CorpusRule, ...] = (duplicate_article_id.RULE,)

LINTS: Final = by_code(*_LINTS)
"""Rules about one article by code."""

CORPUS_RULES: Final = by_code(*_CORPUS_RULES)
"""Rules about many documents by code."""
