"""All rules: those of readers and schemas, the reference rules, the lints and the rules about corpora.

Only who lists or explains rules, or selects among them, needs all of them.
"""

from __future__ import annotations

from typing import Final

from corpus_tools.rules import RULES, reader
from corpus_tools.rules.base import AnyRule
from corpus_tools.rules.engine import by_code
from corpus_tools.rules.lints import CORPUS_RULES, LINTS

READER_RULES: Final = by_code(*reader.READER_RULES)
"""What readers and schemas make sure of, by code."""

_ALL: list[AnyRule] = [*READER_RULES.values(), *RULES.values(), *LINTS.values(), *CORPUS_RULES.values()]

CATALOGUE: Final = by_code(*sorted(_ALL, key=lambda rule: rule.kind.code))
"""Every rule by code, in the order of codes."""


def find_rule(name: str) -> AnyRule | None:
    """The rule with a code or slug, in any case."""
    wanted = name.lower()
    return next((rule for rule in CATALOGUE.values() if wanted in (rule.kind.code.lower(), rule.kind.slug)), None)
