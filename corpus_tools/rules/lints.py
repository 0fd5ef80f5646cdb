"""Rules of the validator: what an article, or a corpus, should be, beyond what makes an article an article.

They run on articles in which no reference rule found an error. Those that are cheap, and right for every corpus,
run by default; the others run when they are selected.
"""

from __future__ import annotations

from typing import Final

from corpus_tools.rules import (
    annotation_across_blocks,
    annotation_without_spans,
    bidi_control,
    blank_at_span_edge,
    conflicting_types,
    crossing_annotations,
    discontinuous_annotation,
    duplicate_annotation,
    duplicate_article_id,
    duplicate_relation,
    implausible_date,
    invisible_character,
    label_of_one_annotator,
    language_mismatch,
    missing_attribute,
    mojibake,
    near_duplicate_article,
    nested_annotations,
    not_nfc,
    relation_cycle,
    several_sources,
    split_grapheme,
    title_differs_from_headline,
    twins_differ,
    ungrounded_line,
    unregistered_language,
    untiled_text,
    updated_before_published,
    wrong_entity_type,
    wrong_relation_end,
    zero_width_span,
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
    missing_attribute.RULE,
    wrong_relation_end.RULE,
    wrong_entity_type.RULE,
    crossing_annotations.RULE,
    nested_annotations.RULE,
    annotation_across_blocks.RULE,
    zero_width_span.RULE,
    discontinuous_annotation.RULE,
    annotation_without_spans.RULE,
    duplicate_annotation.RULE,
    duplicate_relation.RULE,
    relation_cycle.RULE,
    several_sources.RULE,
    untiled_text.RULE,
    conflicting_types.RULE,
    title_differs_from_headline.RULE,
    implausible_date.RULE,
    updated_before_published.RULE,
    language_mismatch.RULE,
    ungrounded_line.RULE,
    unregistered_language.RULE,
)
_CORPUS_RULES: tuple[CorpusRule, ...] = (
    duplicate_article_id.RULE,
    near_duplicate_article.RULE,
    label_of_one_annotator.RULE,
    twins_differ.RULE,
)

LINTS: Final = by_code(*_LINTS)
"""Rules about one article by code."""

CORPUS_RULES: Final = by_code(*_CORPUS_RULES)
"""Rules about many documents by code."""
