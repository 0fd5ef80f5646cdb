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
    make_loader,
    say_unused,
    scanned_suffixes,
    verbosity,
)
from corpus_tools.cli.output import track
from corpus_tools.cli.reports import Destinations, report_options

if TYPE_CHECKING:
    from corpus_tools.findings import Finding


@click.command()
@inputs_argument
@report_options
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
    outputs: tuple[str, ...],
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

    destinations = Destinations(form, outputs, inputs)
    sources = destinations.without(discover(inputs, scanned_suffixes()))
    loader = make_loader(layer_files, format=source_format, language=language, encoding=encoding)
    files = 0
    findings: list[Finding] = []
    for found in run(track(sources, "Validating"), loader):
        files += 1
        findings += found
    exit_code = FOUND if has_error(findings) else CLEAN
    destinations.write(make_report(files, findings, exit_code=exit_code))
    say_unused(loader, language=language, encoding=encoding)
    ctx.exit(exit_code)
