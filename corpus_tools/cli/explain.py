"""``corpus-tools explain``."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator

import click

from corpus_tools.cli.output import emit, say

_WIDEST = 100


@click.command()
@click.argument("name", metavar="RULE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For a terminal, for programs, or as Markdown.",
)
def explain(name: str, form: str) -> None:
    """Explain a rule: what it finds, why that matters, examples, and how to switch it on or off.

    RULE is a code, such as T102, or a slug, such as quote-mismatch; each finding carries both.
    """
    from corpus_tools.services.describe_rules import explain as described
    from corpus_tools.services.describe_rules import rule_named, rule_page

    rule = rule_named(name)
    if form == "json":
        import msgspec

        emit(msgspec.json.format(msgspec.json.encode(described(rule)), indent=2) + b"\n")
    elif form == "markdown":
        emit(rule_page(rule).encode())
    else:
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        say("".join(f"{line}\n" for line in _rendered(rule_page(rule), width)))


def _rendered(markdown: str, width: int) -> Iterator[str]:
    """Markdown as a terminal shows it: headings in bold, text wrapped, code indented and left as it is."""
    for number, part in enumerate(re.split(r"(?ms)^```\w*\n(.*?)^```\n?", markdown)):
        if number % 2:
            yield from (f"    {line}" for line in part.splitlines())
            continue
        for line in _paragraphs(part):
            if line.startswith("#"):
                yield click.style(line.lstrip("# "), bold=True)
            elif line:
                item = "  " if line.startswith("- ") else ""
                yield from textwrap.wrap(
                    line,
                    width,
                    initial_indent="  ",
                    subsequent_indent=f"  {item}",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            else:
                yield ""


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs, headings, list items and blank lines of Markdown without code, each on one line."""
    for line in re.sub(r"(?m)(?<=[^\n])\n(?!\n|- |#|\Z)", " ", text).split("\n")[: text.count("\n") or None]:
        yield line.strip()
