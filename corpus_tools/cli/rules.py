"""``corpus-tools rules``."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.output import emit, say
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.rules.base import AnyRule

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_NARROWEST = 24


@click.command()
@click.argument("selectors", metavar="[RULE...]", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="A table, a document for programs, or the page docs/rules.md.",
)
def rules(selectors: tuple[str, ...], form: str) -> None:
    """List the rules: code, name, severity, when each runs, and what it finds.

    RULE is a code, a slug, the beginning of codes (T, T2) or ALL. A rule runs always, by default, or is opt-in.
    """
    from corpus_tools.services.describe_rules import describe, rules_named, rules_page

    if form == "markdown":
        if selectors:
            raise UsageError("--format markdown is the page of all rules; explain RULE --format markdown tells of one")
        emit(rules_page().encode())
        return
    named = rules_named(selectors)
    if form == "json":
        import msgspec

        emit(msgspec.json.format(msgspec.json.encode({"rules": [describe(rule) for rule in named]}), indent=2) + b"\n")
        return
    say("".join(f"{line}\n" for line in _table(named, shutil.get_terminal_size().columns)))


def _table(named: Iterable[AnyRule], width: int) -> Iterator[str]:
    """One row for each rule; what it finds goes on below where it is longer than its column."""
    from corpus_tools.services.describe_rules import runs, summary

    rows = [(rule.kind.code, rule.kind.slug, rule.kind.severity.value, runs(rule), summary(rule)) for rule in named]
    slug = max(len(row[1]) for row in rows)
    left = 4 + 2 + slug + 2 + 7 + 2 + 7 + 2
    yield click.style(f"{'code':<4}  {'rule':<{slug}}  {'is':<7}  {'runs':<7}  finds", dim=True)
    for code, name, severity, when, finds in rows:
        first, *rest = textwrap.wrap(finds, max(width - left, _NARROWEST), break_on_hyphens=False)
        coloured = click.style(f"{severity:<7}", fg=_COLOURS[severity])
        yield f"{click.style(code, bold=True)}  {name:<{slug}}  {coloured}  {when:<7}  {first}"
        yield from (" " * left + line for line in rest)
    yield ""
    yield f"{len(rows)} {'rule' if len(rows) == 1 else 'rules'}; corpus-tools explain RULE tells more of one"
