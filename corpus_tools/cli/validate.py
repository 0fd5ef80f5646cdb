"""``corpus-tools validate``."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.baselines import Known, baseline_options
from corpus_tools.cli.documents import Documents, documents_options
from corpus_tools.cli.exit_codes import INTERRUPTED
from corpus_tools.cli.listing import Listing, listing_option
from corpus_tools.cli.options import configuration, layer_files, make_loader, reading_options, say_unused
from corpus_tools.cli.output import progress
from corpus_tools.cli.reports import Destinations, report_options
from corpus_tools.cli.rule_options import exit_code, rule_options, selected
from corpus_tools.cli.run_options import run_options, running, say_interrupted, say_lost_cache, say_times
from corpus_tools.cli.verbosity import verbosity

if TYPE_CHECKING:
    from corpus_tools.corpus.discovery import Input
    from corpus_tools.findings import Finding
    from corpus_tools.services.load import Loader
    from corpus_tools.services.selection import Selection
    from corpus_tools.services.validate import RunOptions


@click.command()
@report_options
@rule_options
@baseline_options
@listing_option
@documents_options
@run_options
@reading_options
@verbosity
@click.pass_context
def validate(
    ctx: click.Context,
    inputs: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    statistics: bool,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    max_findings: int | None,
    exit_zero: bool,
    baseline: str | None,
    write_baseline: bool,
    list_files: bool,
    force_exclude: bool,
) -> None:
    """Check documents against the schema, or the TEI profile, and the rules.

    INPUT is a file, a directory, a glob, or - for standard input; without it, the documents of the configuration.
    """
    from corpus_tools.services.report import make_report

    documents = Documents(inputs, force_exclude=force_exclude)
    selection = selected(select, extend_select, ignore)
    known = Known(baseline, write=write_baseline)
    own = {**dict.fromkeys(layer_files(), "a layer file"), **known.files}
    destinations = Destinations(form, outputs, {**dict.fromkeys(documents.names, "an input"), **own})
    own |= destinations.files
    if list_files:
        listing = Listing()
        listing.say(documents.sources(own, listing.pass_over), form)
        return
    loader = make_loader(selection=selection)
    how = running(loader)
    sources = known.watched(documents.sources(own))
    files, findings = _found(sources, loader, how, selection, known, of_whole_corpus=documents.are_all)
    matched = known.match(findings, selection)
    counting = findings if matched is None else matched.new
    report = make_report(
        files,
        counting,
        known=None if matched is None else matched.known,
        fixed=() if matched is None else matched.fixed,
        max_findings=configuration().run.max_findings if max_findings is None else max_findings,
        with_statistics=statistics,
        exit_code=exit_code(counting, fail_on, exit_zero=exit_zero),
    )
    destinations.write(report)
    say_times(how, files)
    say_unused(loader)
    ctx.exit(report.exit_code)


def _found(
    sources: Iterable[Input],
    loader: Loader,
    how: RunOptions,
    selection: Selection,
    known: Known,
    *,
    of_whole_corpus: bool,
) -> tuple[int, list[Finding]]:
    """How many documents there are, and what is found in them; after an interrupt the command ends here."""
    from corpus_tools.services.validate import validate as run

    files = 0
    findings: list[Finding] = []
    cache_fault = ""
    try:
        with (
            progress(sources, "Validating") as (read, advance),
            closing(run(read, loader, how, of_whole_corpus=of_whole_corpus)) as parts,
        ):
            for checked in parts:
                files += checked.files
                known.pass_over(selection.ignored_by_path(checked.findings))
                findings += selection.judged(checked.findings)
                advance(checked.files)
                cache_fault = cache_fault or checked.cache_fault
    except KeyboardInterrupt:
        say_interrupted(files, cache_fault)
        click.get_current_context().exit(INTERRUPTED)
    say_lost_cache(cache_fault)
    return files, findings
