"""``corpus-tools apply`` and ``corpus-tools invert``."""

from __future__ import annotations

import click

from corpus_tools.cli.exit_codes import FOUND
from corpus_tools.cli.options import make_loader, reading_options, say_unused
from corpus_tools.cli.output import say, say_findings, visible
from corpus_tools.cli.results import put_document, refuse_input_as_output, result_option
from corpus_tools.cli.verbosity import verbosity
from corpus_tools.errors import DeltaError, UsageError


@click.command()
@click.argument("delta")
@click.argument("file")
@result_option("the article")
@reading_options
@verbosity
@click.pass_context
def apply(ctx: click.Context, delta: str, file: str, output: str | None) -> None:
    """Make the new version of an article of the old one.

    DELTA is what diff --format json printed, FILE the article as it was, in any format; either may be - for standard
    input. The article is written in the format of FILE and in canonical form. A delta that was made for another
    article, or another version of it, is refused, and why; a plain text has to be read as diff read it, with the same
    options and configuration.
    """
    from corpus_tools.services.apply import apply as run

    if delta == file == "-":
        raise UsageError("standard input (-) can be read only once")
    refuse_input_as_output(output, delta, file)
    loader = make_loader()
    try:
        made = run(delta, file, loader)
    except DeltaError as error:
        say(f"{visible(file)}: not applied: {visible(str(error))}\n", err=True)
        ctx.exit(FOUND)
    say_findings(made.findings, made.files)
    say_unused(loader)
    if made.data is None:
        ctx.exit(FOUND)
    put_document(made.data, output)


@click.command()
@click.argument("delta")
@result_option("the delta")
@verbosity
@click.pass_context
def invert(ctx: click.Context, delta: str, output: str | None) -> None:
    """Turn a delta round: what makes the old version of the new one.

    DELTA is what diff --format json printed, or - for standard input.
    """
    from corpus_tools.services.apply import invert as run

    refuse_input_as_output(output, delta)
    made = run(delta)
    say_findings(made.findings, made.files)
    if made.data is None:
        ctx.exit(FOUND)
    put_document(made.data, output)
