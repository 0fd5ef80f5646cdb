"""``corpus-tools diff``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.options import make_loader, reading_options, say_unused, scanned_suffixes
from corpus_tools.cli.output import say, say_findings, track, visible
from corpus_tools.cli.results import put_document, refuse_input_as_output, result_option
from corpus_tools.cli.verbosity import level, verbosity
from corpus_tools.errors import UsageError
from corpus_tools.reporters.deltas import DELTA_REPORTERS, load_delta_reporter

if TYPE_CHECKING:
    from corpus_tools.corpus.discovery import Input
    from corpus_tools.reporters.deltas.base import Comparison
    from corpus_tools.services.compare import Compared
    from corpus_tools.services.filtering import Chosen

_COLOURS: dict[str, dict[str, Any]] = {
    "file": {"bold": True},
    "head": {"fg": "cyan"},
    "old": {"fg": "red"},
    "new": {"fg": "green"},
}
_TOTALS = ("stat", "name-only", "summary")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(DELTA_REPORTERS)),
    default="text",
    show_default=True,
    help="Form of what is told; json is the delta that apply takes.",
)
@result_option("what is told")
@click.option("--stat", "total", flag_value="stat", help="Tell only how many changes each document has.")
@click.option("--name-only", "total", flag_value="name-only", help="Tell only which documents differ.")
@click.option("--summary", "total", flag_value="summary", help="Tell only how often there is which kind of change.")
@click.option(
    "--only",
    metavar="NAME",
    multiple=True,
    help="Look only at this layer or part: text, metadata, entities, layers …; may be given several times.",
)
@click.option(
    "--ignore",
    metavar="NAME",
    multiple=True,
    help="Leave out this layer or part, such as token, metadata, origin, ids; may be given several times.",
)
@reading_options
@verbosity
@click.pass_context
def diff(
    ctx: click.Context,
    old: str,
    new: str,
    form: str,
    output: str | None,
    total: str | None,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """Tell what changed between two versions of an article, or of a collection.

    OLD and NEW are files in any format, or two directories; one of them may be - for standard input. Documents of
    directories are paired by their ids, then by their places, and those that are left by their words. The exit code
    is 1 if there is a difference, or something that cannot be read.
    """
    from corpus_tools.services.compare import compare
    from corpus_tools.services.filtering import Chosen
    from corpus_tools.services.load import has_error

    if total and form != "text":
        raise UsageError(f"--{total} is text; --format {form} tells all")
    chosen = Chosen(only, ignore)
    sides = _sides(old, new)
    refuse_input_as_output(output, *(source.path for side in sides for source in side))
    loader = make_loader()
    compared = compare(
        *sides,
        loader,
        chosen,
        of_corpora=os.path.isdir(old),
        track=lambda sources: track(sources, "Reading"),
    )
    say_findings(compared.findings, compared.files)
    _put(compared.comparison, form, total, output)
    _say_left_out(chosen, compared)
    say_unused(loader)
    differs = bool(compared.comparison.differing)
    ctx.exit(FOUND if differs or has_error(compared.findings) else CLEAN)


def _sides(old: str, new: str) -> tuple[list[Input], list[Input]]:
    """The documents of both sides.

    Raises:
        UsageError: one of them is a directory and the other is not, one is several files, or both are standard input.
    """
    from corpus_tools.corpus.discovery import STDIN, discover

    if old == new == STDIN:
        raise UsageError("standard input (-) can be read only once")
    first, second = (discover([name], scanned_suffixes(), may_be_empty=os.path.isdir(name)) for name in (old, new))
    if os.path.isdir(old) != os.path.isdir(new):
        raise UsageError("two files can be compared, or two directories, but not one with the other")
    sides = list(first), list(second)
    if not os.path.isdir(old) and any(len(side) > 1 for side in sides):
        raise UsageError("a glob that matches several files is no version: name one file, or a directory")
    return sides


def _put(comparison: Comparison, form: str, total: str | None, output: str | None) -> None:
    """Tell what was found, where it is to go; nothing if there is no pair that could be compared."""
    if comparison.unread and not comparison.of_corpora:
        return
    if form != "text":
        put_document(load_delta_reporter(form)(comparison).encode(), output)
    elif output is not None and output != "-":
        put_document(_text(comparison, total, None).encode(), output)
    else:
        say(_text(comparison, total, paint))


def _text(comparison: Comparison, total: str | None, paint_by: Callable[[str, str], str] | None) -> str:
    from corpus_tools.reporters.deltas import text, totals

    if total is None:
        return text.report(comparison, paint_by or text.plain)
    return {"stat": totals.stat, "name-only": totals.name_only, "summary": totals.summary}[total](comparison)


def paint(what: str, text: str) -> str:
    """Text in the colour of what it is."""
    style = _COLOURS.get(what)
    return click.style(text, **style) if style else text


def _say_left_out(chosen: Chosen, compared: Compared) -> None:
    """Say what was not compared, and which names have no effect."""
    from corpus_tools.reporters.deltas.base import not_compared

    if level() < 0:
        return
    if unread := compared.comparison.unread:
        what = visible(not_compared(unread))
        say(f"note: {what}; only valid articles can be, and corpus-tools validate says more\n", err=True)
    for name in chosen.unknown(compared.layers):
        say(f"note: there is no layer and no part {visible(name)} in these documents\n", err=True)
