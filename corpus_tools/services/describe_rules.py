"""The rules described: for programs, for terminals and as the page ``docs/rules.md``; made from the catalogue alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NotRequired, TypedDict

from corpus_tools.errors import UsageError
from corpus_tools.rules.base import AnyRule, CorpusRule, Option, ReaderRule
from corpus_tools.rules.catalogue import CATALOGUE, find_rule
from corpus_tools.services.rule_options import range_of
from corpus_tools.services.selection import ALL, decides, is_suppressible, unknown
from corpus_tools.tables.faults import shown

LETTERS: Final = {
    "F": "Files",
    "S": "Schemas",
    "T": "Text and offsets",
    "A": "Annotations",
    "M": "Metadata",
    "X": "TEI",
    "C": "Corpora",
    "L": "Losses",
}
"""What the first letter of a code says, in the order in which documents are checked."""

_TYPES: Final = {bool: "boolean", int: "integer", float: "number", str: "string", tuple: "list of strings"}
_PATCHES = (
    "Examples are merge patches (RFC 7396) over one small article: "
    '`{"schema_version": "1.0", "id": "a", "metadata": {}, '
    '"blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."}]}`.'
)
_CORPORA = (
    "Examples of rules about corpora are such patches by file name; an article whose file ends in `.xml` is in TEI."
)
_EXAMPLES = {"document": _PATCHES, "corpus": f"{_PATCHES} {_CORPORA}"}
_INTRODUCTION = f"""\
# The rules

Every finding of `corpus-tools validate` carries the code and the slug of a rule on this page.
It is made from the rules themselves by `corpus-tools rules --format markdown`; do not edit it.

A rule runs *always* if it decides what an article is, *by default*, or *opt-in*, when it is selected.
{_PATCHES}
{_CORPORA}"""


class OptionDescription(TypedDict):
    """One thing that can be set about a rule, in the table ``rules.SLUG`` of the configuration."""

    name: str
    type: str
    default: bool | int | float | str | list[str]
    description: str
    least: NotRequired[float]
    most: NotRequired[float]


class RuleDescription(TypedDict):
    """One rule, for programs.

    `level` is what a rule takes for granted, `scope` what it looks at: a ``document``, the ``corpus``, or what the
    ``reader`` of a format meets. `always` says that the rule decides what an article is and cannot be ignored.
    `suppressible` says that a document may ask to ignore what it finds. `documentation` is Markdown by heading; it is
    there only when a single rule is explained.
    """

    code: str
    slug: str
    summary: str
    severity: str
    level: str
    scope: str
    default: bool
    always: bool
    fixable: bool
    suppressible: bool
    options: list[OptionDescription]
    documentation: NotRequired[dict[str, str]]


def rules_named(names: Iterable[str]) -> list[AnyRule]:
    """The rules that codes, slugs, beginnings of codes or ``ALL`` name, in the order of codes; all if there are none.

    Raises:
        UsageError: there is no such rule.
    """
    codes = {code for name in names for code in _codes(name)}
    return [rule for code, rule in CATALOGUE.items() if code in codes or not codes]


def rule_named(name: str) -> AnyRule:
    """The rule with a code or slug.

    Raises:
        UsageError: there is no such rule.
    """
    rule = find_rule(name)
    if rule is None:
        raise UsageError(unknown(name))
    return rule


def _codes(name: str) -> list[str]:
    rule = find_rule(name)
    upper = name.upper()
    codes = [code for code in CATALOGUE if upper == ALL or code.startswith(upper)] if rule is None else [rule.kind.code]
    if not codes or not name:
        raise UsageError(unknown(name))
    return codes


def describe(rule: AnyRule) -> RuleDescription:
    """What programs may want to know of a rule, without its documentation."""
    return {
        "code": rule.kind.code,
        "slug": rule.kind.slug,
        "summary": summary(rule),
        "severity": rule.kind.severity.value,
        "level": rule.level.name.lower(),
        "scope": _scope(rule),
        "default": rule.default,
        "always": decides(rule.kind.code),
        "fixable": False,  # no verb mends what a rule finds
        "suppressible": is_suppressible(rule),
        "options": [_describe_option(name, option) for name, option in rule.options.items()],
    }


def explain(rule: AnyRule) -> RuleDescription:
    """The same with its documentation."""
    return {**describe(rule), "documentation": dict(_sections(rule))}


def summary(rule: AnyRule) -> str:
    """The first paragraph of the documentation, on one line."""
    return " ".join(rule.doc.split("\n\n")[0].split())


def runs(rule: AnyRule) -> str:
    """When a rule runs: ``always``, by ``default``, or ``opt-in``."""
    if decides(rule.kind.code):
        return "always"
    return "default" if rule.default else "opt-in"


def _describe_option(name: str, option: Option) -> OptionDescription:
    default = list(option.default) if isinstance(option.default, tuple) else option.default
    told: OptionDescription = {
        "name": name,
        "type": _TYPES[type(option.default)],
        "default": default,
        "description": option.description,
    }
    if option.least is not None:
        told["least"] = option.least
    if option.most is not None:
        told["most"] = option.most
    return told


def _scope(rule: AnyRule) -> str:
    if isinstance(rule, ReaderRule):
        return "reader"
    return "corpus" if isinstance(rule, CorpusRule) else "document"


def _sections(rule: AnyRule) -> Iterator[tuple[str, str]]:
    """The parts of the documentation by heading, and those that every rule has in common."""
    for part in re.split(r"(?m)^## ", rule.doc)[1:]:
        heading, _, text = part.partition("\n")
        yield heading, text.strip()
    if rule.options:
        yield "Options", "\n".join(_option_lines(rule))
    yield "How to change it", "\n".join(f"- {line}" for line in _changes(rule))


def _option_lines(rule: AnyRule) -> Iterator[str]:
    for name, option in rule.options.items():
        described = _describe_option(name, option)
        values = ", ".join(filter(None, (described["type"], range_of(option))))
        yield f"- `{name} = {shown(described['default'])}` ({values}): {described['description']}"
    yield f"\nThey are set in the table `[rules.{rule.kind.slug}]` of `corpus-tools.toml`; these are the defaults."


def _changes(rule: AnyRule) -> Iterator[str]:
    """How a user switches a rule on or off, and gives it another severity."""
    code = rule.kind.code
    some = f'for some files: `"legacy/**" = ["{code}"]` in the table `[per-path-ignores]`'
    if decides(code):
        yield f"It decides what an article is, so it always runs. Its findings are ignored {some}."
    elif rule.default:
        yield f'Off: `--ignore {code}`, or `ignore = ["{code}"]` in `corpus-tools.toml`; {some}.'
    else:
        yield f'On: `--extend-select {code}`, or `extend-select = ["{code}"]` in `corpus-tools.toml`.'
        yield f"Off {some}."
    other = "warning" if rule.kind.severity.value == "error" else "error"
    yield f'Another severity: `{code} = "{other}"` in the table `[severity]`.'
    if is_suppressible(rule):
        entry = f'`{{"code": "{code}", "reason": "…"}}`'
        place = 'the list `extra["corpus-tools"].ignore` of the article, or of the object at fault'
        yield f"In one document: {entry} in {place}."


def rule_page(rule: AnyRule, level: int = 1) -> str:
    """The documentation of one rule as Markdown, under a heading of a level from 1."""
    kind = rule.kind
    marks = "#" * level
    when = {"always": "always runs", "default": "runs by default", "opt-in": "opt-in"}[runs(rule)]
    lines = [f"{marks} {kind.code} {kind.slug}", "", summary(rule), "", f"{kind.severity}, {when}"]
    if level == 1:
        lines += [line for scope, text in _EXAMPLES.items() if scope == _scope(rule) for line in ("", text)]
    for heading, text in _sections(rule):
        lines += ["", f"{marks}# {heading}", "", text]
    return "\n".join(lines) + "\n"


def rules_page() -> str:
    """The page of all rules as Markdown: tables by letter, then each rule."""
    lines = [_INTRODUCTION]
    groups = {letter: list(rules) for letter, rules in groupby(CATALOGUE.values(), key=lambda rule: rule.kind.code[0])}
    letters = [letter for letter in LETTERS if letter in groups]
    for letter in letters:
        lines += ["", f"## {letter}: {LETTERS[letter]}", "", *_table(groups[letter])]
    pages = [rule_page(rule, 2) for letter in letters for rule in groups[letter]]
    return "\n".join(["\n".join(lines), "", *pages]).rstrip("\n") + "\n"


def _table(rules: Iterable[AnyRule]) -> Iterator[str]:
    yield "| code | rule | what is found | severity | runs |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        kind = rule.kind
        anchor = f"#{kind.code.lower()}-{kind.slug}"
        yield f"| [{kind.code}]({anchor}) | {kind.slug} | {summary(rule)} | {kind.severity} | {runs(rule)} |"
