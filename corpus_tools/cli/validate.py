"""``corpus-tools validate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.options import (
    configured,
    encoding_option,
    from_option,
    inputs_argument,
    language_option,
    layers_option,
    level,
    make_loader,
    say_unused,
    scanned_suffixes,
    verbosity,
)
from corpus_tools.cli.output import emit, say, track
from corpus_tools.reporters import REPORTERS, load_reporter

if TYPE_CHECKING:
    from corpus_tools.findings import Finding


@click.command()
@inputs_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@from_option
@language_option
@encoding_option
@layers_option
@configured
@verbosity
@click.pass_context
def validate(
    ctx: click.Context,
    inputs: tuple[str, ...],
    form: str,
    source_format: str | None,
    language: str | None,
    encoding: str | None,
    layer_files: tuple[str, ...],
) -> None:
    """Check documents against the schema, or the TEI profile, and the reference rules.

    INPUT is a file, a directory, a glob, or - for standard input.
    """
    from corpus_tools.corpus.discovery import discover
    from corpus_tools.services.load import has_error
    from corpus_tools.services.report import make_report
    from corpus_tools.services.validate import validate as run

    sources = discover(inputs, scanned_suffixes())
    loader = make_loader(layer_files, format=source_format, language=language, encoding=encoding)
    files = 0
    findings: list[Finding] = []
    for found in run(track(sources, "Validating"), loader):
        files += 1
        findings += found
    report = load_reporter(form)(make_report(files, findings))
    if form != "text":
        emit(report.encode())
    elif findings or level() >= 0:
        say(report)
    say_unused(loader, language=language, encoding=encoding)
    ctx.exit(FOUND if has_error(findings) else CLEAN)
