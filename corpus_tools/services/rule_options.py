"""Options of rules: what the user sets, checked against what the rules say they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from corpus_tools.errors import UsageError
from corpus_tools.rules.base import AnyRule, Option
from corpus_tools.rules.catalogue import CATALOGUE, find_rule
from corpus_tools.tables import Path, guess
from corpus_tools.tables.faults import shown

_TYPES = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotes",
    tuple: "a list of texts",
}


def checked_options(
    asked: Mapping[str, Mapping[str, Any]], fault: Callable[[Path, str], UsageError]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the slug of each rule of which something is set, with the values in the types of the rule's defaults.

    Args:
        asked: options by slug and name.
        fault: makes the error that what stands at a path of keys is wrong.

    Raises:
        UsageError: there is no such rule or option, or the value is of another type or out of its range.
    """
    by_slug = {rule.kind.slug: rule for rule in CATALOGUE.values() if rule.options}
    for slug, values in asked.items():
        if slug not in by_slug:
            raise fault(("rules", slug), _no_rule(slug, by_slug))
        yield slug, {name: _value(by_slug[slug], name, value, fault) for name, value in values.items()}


def range_of(option: Option) -> str:
    """The numbers that an option may have, in words; empty if it is no number or may have any."""
    if option.least is None:
        return ""
    return f"{option.least} or more" if option.most is None else f"{option.least} to {option.most}"


def _no_rule(slug: str, known: Mapping[str, AnyRule]) -> str:
    rule = find_rule(slug)
    if rule is None:
        return f"there is no rule {slug}{guess(slug, list(known))}; rules are named by their slug here"
    if rule.kind.slug == slug:
        return f"rule {slug} has no options"
    return f"rules are named by their slug here: {slug} is {rule.kind.slug}"


def _value(rule: AnyRule, name: str, value: Any, fault: Callable[[Path, str], UsageError]) -> Any:
    """The value of one option, in the type of its default."""
    path, known = ("rules", rule.kind.slug, name), list(rule.options)
    if name not in known:
        raise fault(path, f"unknown option{guess(name, known)}; {rule.kind.slug} has {', '.join(known)}")
    option = rule.options[name]
    if not _is_of_type(value, option):
        raise fault(path, f"{shown(value)} should be {_TYPES[type(option.default)]}, such as {_written(option)}")
    if not _is_in_range(value, option):
        raise fault(path, f"{shown(value)} is out of range; allowed is {range_of(option)}, such as {_written(option)}")
    return type(option.default)(value)


def _is_of_type(value: Any, option: Option) -> bool:
    wanted = type(option.default)
    if wanted is tuple:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if wanted is float:
        return type(value) in (int, float)
    return type(value) is wanted


def _is_in_range(value: Any, option: Option) -> bool:
    return (option.least is None or value >= option.least) and (option.most is None or value <= option.most)


def _written(option: Option) -> str:
    """The default as one writes it in TOML."""
    return shown(list(option.default) if isinstance(option.default, tuple) else option.default)
