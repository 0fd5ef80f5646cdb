"""Reference rules: what makes an article an article, beyond what a schema can say.

One file holds one rule and exports it as ``RULE``; its docstring is its documentation. Rules that an article may
break and still be one are listed in `lints`, and all rules together in `catalogue`. The examples there are
merge patches (RFC 7396) over one small article: ``{"schema_version": "1.0", "id": "a", "metadata": {},
"blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."}]}``.
A new rule needs a line here, or in `lints`, and a folder of fixtures.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.article import Article
from corpus_tools.model.index import Index, is_plain
from corpus_tools.rules import (
    dangling_pointer,
    duplicate_id,
    empty_group,
    field_value_mismatch,
    illegal_character,
    impossible_date,
    malformed_language_tag,
    malformed_uri,
    misplaced_block,
    misplaced_credit,
    newline_in_text,
    part_of_cycle,
    quote_mismatch,
    scattered_group,
    span_out_of_bounds,
    spans_out_of_order,
    text_in_gap,
    too_large,
    undeclared_attribute,
    undeclared_type,
    unknown_layer,
    wrong_attribute_value,
    wrong_kind_of_pointer,
)
from corpus_tools.rules.base import Context, Level, Rule
from corpus_tools.rules.engine import Levels, by_code, by_level, run

__all__ = ["ALL_KINDS", "RULES", "Context", "Index", "Level", "Rule", "is_plain", "run_on", "run_rules"]

RULES: Final = by_code(
    duplicate_id.RULE,
    dangling_pointer.RULE,
    wrong_kind_of_pointer.RULE,
    part_of_cycle.RULE,
    empty_group.RULE,
    scattered_group.RULE,
    misplaced_block.RULE,
    undeclared_type.RULE,
    undeclared_attribute.RULE,
    unknown_layer.RULE,
    field_value_mismatch.RULE,
    misplaced_credit.RULE,
    wrong_attribute_value.RULE,
    span_out_of_bounds.RULE,
    quote_mismatch.RULE,
    spans_out_of_order.RULE,
    illegal_character.RULE,
    text_in_gap.RULE,
    too_large.RULE,
    newline_in_text.RULE,
    impossible_date.RULE,
    malformed_uri.RULE,
    malformed_language_tag.RULE,
)
"""Every reference rule by code."""

ALL_KINDS: Final = MappingProxyType({code: rule.kind for code, rule in RULES.items()})
"""The kinds of finding that rules make, by code."""

_BY_LEVEL: Final = by_level(RULES.values())


def run_rules(
    article: Article, context: Context, *, plain: bool = False, lints: Iterable[Rule] = ()
) -> list[tuple[Kind, Problem]]:
    """What the reference rules find in an article that the article schema accepts.

    A level of rules runs only if no lower one found an error, and `lints` only if none of them did. `plain` says that
    `is_plain` holds for the JSON text that `article` was read from; without it the same is found out more slowly.
    """
    return run_on(Index(article, plain=plain), context, lints)


def run_on(
    index: Index, context: Context, lints: Iterable[Rule] = (), levels: Levels = _BY_LEVEL
) -> list[tuple[Kind, Problem]]:
    """The same for an article whose index has been made; `levels` are the reference rules, or those in their place."""
    found = run(levels, index, context)
    if lints and not _has_error(found):
        found += [(lint.kind, problem) for lint in lints for problem in lint.check(index, context)]
    return found


def _has_error(found: Iterable[tuple[Kind, Problem]]) -> bool:
    return any(kind.severity is Severity.ERROR for kind, _ in found)
