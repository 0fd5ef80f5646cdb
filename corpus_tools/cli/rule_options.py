"""Options that choose rules and say what findings come to, and the configuration where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.kept import all_options
from corpus_tools.cli.options import configuration
from corpus_tools.cli.output import say, today
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError
from corpus_tools.findings import Finding, Severity

if TYPE_CHECKING:
    from corpus_tools.services.selection import Selection
    from corpus_tools.tables import Path

NEVER = "never"


def _listed(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Names that are given one by one, or several with commas between them."""
    names = tuple(name.strip() for value in values for name in value.split(","))
    if "" in names:
        raise click.BadParameter("a name is empty; name rules with one comma between two of them, or leave this out.")
    return names


rule_options = all_options(
    click.option(
        "--select",
        metavar="RULES",
        multiple=True,
        callback=_listed,
        help="Rules that run instead of those that run by default: codes, slugs, beginnings of codes, or ALL, with "
        "commas between them.",
    ),
    click.option(
        "--extend-select",
        metavar="RULES",
        multiple=True,
        callback=_listed,
        help="Rules that run in addition.",
    ),
    click.option(
        "--ignore",
        metavar="RULES",
        multiple=True,
        callback=_listed,
        help="Rules that do not run, named in the same way.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([*(severity.value for severity in Severity), NEVER]),
        help="The least severity that makes the run fail; error if nothing is said.",
    ),
    click.option(
        "--max-findings",
        metavar="N",
        type=click.IntRange(min=0),
        help="Show the N worst findings; all of them are counted.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
)
"""The options that choose rules, and those that say what findings come to."""


def selected(select: tuple[str, ...], extend_select: tuple[str, ...], ignore: tuple[str, ...]) -> Selection:
    """What the configuration, and after it the options of the command line, choose.

    Raises:
        UsageError: a rule is not known, or cannot be ignored.
    """
    from corpus_tools.corpus.config_tables import RulesConfig
    from corpus_tools.services.selection import Request, select_rules, set_in_vain

    config = configuration()
    configured = Request(config.rules, config.error)
    asked = RulesConfig(select=select or None, extend_select=extend_select, ignore=ignore)
    chosen = select_rules(configured, Request(asked, _fault), directory=config.directory, today=today())
    for rule in set_in_vain(configured):
        code = rule.kind.code
        if code not in chosen.codes and level() >= 0:
            how = f'extend-select = ["{code}"] in the configuration has it run'
            say(f"note: settings of {code} {rule.kind.slug}: without effect, as it does not run; {how}\n", err=True)
    return chosen


def _fault(path: Path, reason: str) -> UsageError:
    return UsageError(f"--{path[0]}: {reason}")


def exit_code(findings: Iterable[Finding], fail_on: str | None, *, exit_zero: bool) -> int:
    """What a run with these findings exits with."""
    least = fail_on or configuration().run.fail_on or Severity.ERROR
    if exit_zero or least == NEVER:
        return CLEAN
    failing = list(Severity)[: list(Severity).index(Severity(least)) + 1]
    counting = (finding.kind.severity for finding in findings if finding.suppression is None)
    return FOUND if any(severity in failing for severity in counting) else CLEAN
