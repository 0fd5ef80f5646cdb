"""``corpus-tools roundtrip``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from corpus_tools.cli.documents import excluded, force_exclude_option
from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.options import inputs_argument, make_loader, reading_options, say_unused, scanned_suffixes
from corpus_tools.cli.output import say, say_findings, track, visible
from corpus_tools.cli.verbosity import level, verbosity
from corpus_tools.formats import FORMATS

if TYPE_CHECKING:
    from corpus_tools.findings import Finding


@click.command()
@inputs_argument
@click.option("--via", type=click.Choice(sorted(FORMATS)), help="Prove the way through this format only.")
@force_exclude_option
@reading_options
@verbosity
@click.pass_context
def roundtrip(
    ctx: click.Context,
    inputs: tuple[str, ...],
    via: str | None,
    force_exclude: bool,
) -> None:
    """Prove that documents survive the way into each format and back, byte for byte.

    INPUT is a file, a directory, a glob, or - for standard input.
    """
    from corpus_tools.corpus.discovery import discover
    from corpus_tools.services.roundtrip import prove

    sources = discover(inputs, scanned_suffixes(), exclusion=excluded(force_exclude=force_exclude))
    loader = make_loader()
    findings: list[Finding] = []
    proved = broken = files = 0
    for source in track(sources, "Proving"):
        files += 1
        loaded = loader.load(source)
        findings += loaded.findings
        if loaded.article is None:
            continue
        name = visible(loaded.file)
        laws = prove(loaded, loader, via)
        for law in laws:
            say(
                f"{name}: the {law.law} law is broken\n" + "".join(f"    {visible(line)}\n" for line in law.differences)
            )
        broken += bool(laws)
        proved += not laws
        if not laws and level() > 0:
            say(f"{name}: proved\n")
    say_findings(findings, files)
    say_unused(loader)
    if level() >= 0:
        unread = files - proved - broken
        say(f"{proved} proved, {broken} broken, {unread} not readable\n")
    ctx.exit(CLEAN if proved == files else FOUND)
