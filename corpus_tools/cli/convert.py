"""``corpus-tools convert``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.kept import FILE_NAME
from corpus_tools.cli.options import inputs_argument, make_loader, reading_options, say_unused, scanned_suffixes
from corpus_tools.cli.output import emit, say, say_findings, track, visible
from corpus_tools.cli.verbosity import level, verbosity
from corpus_tools.errors import UsageError
from corpus_tools.formats import FORMATS

if TYPE_CHECKING:
    from corpus_tools.findings import Finding


@click.command()
@inputs_argument
@click.option(
    "--to",
    "forms",
    required=True,
    multiple=True,
    type=click.Choice(sorted(FORMATS)),
    help="Format to write; may be given several times, to read each document once.",
)
@click.option(
    "-o", "--output", metavar="PATH", type=FILE_NAME, help="File or directory to write to; - is standard output."
)
@click.option(
    "--annotations",
    type=click.Choice(["inline", "standoff"]),
    default="inline",
    show_default=True,
    help="Where TEI holds annotations.",
)
@click.option("--force", is_flag=True, help="Replace files that have other content.")
@click.option("--id", "article_id", metavar="ID", help="Id of the article made from a plain text; else its file name.")
@reading_options
@verbosity
@click.pass_context
def convert(
    ctx: click.Context,
    inputs: tuple[str, ...],
    forms: tuple[str, ...],
    output: str | None,
    annotations: str,
    force: bool,
    article_id: str | None,
) -> None:
    """Write documents in other formats.

    INPUT is a file, a directory, a glob, or - for standard input. One document in one format goes to standard
    output unless -o names a file or directory; several keep their places below the directory of -o.
    """
    from corpus_tools.corpus.discovery import discover
    from corpus_tools.formats.base import WriteOptions
    from corpus_tools.services.convert import STDOUT, plan
    from corpus_tools.services.convert import convert as run
    from corpus_tools.services.load import has_error

    sources = list(discover(inputs, scanned_suffixes(), skip=output))
    single = len(sources) == 1 and not os.path.isdir(inputs[0])
    _check_id(article_id, single=single)
    loader = make_loader(id=article_id)
    tasks = plan(sources, tuple(dict.fromkeys(forms)), output, single=single, name=article_id or "article")
    options = WriteOptions(standoff=annotations == "standoff", layers=loader.options.layers, style=loader.options.style)
    findings: list[Finding] = []
    written = failed = 0
    for done in run(track(tasks, "Converting"), loader, options, force=force):
        findings += done.findings
        failed += done.data is None
        written += done.changed
        if done.task.target == STDOUT:
            if done.data is not None:
                emit(done.data)
        elif done.changed and level() > 0:
            say(f"{visible(done.task.source.path)} -> {visible(done.task.target)}\n", err=True)
    say_findings(findings, len(sources))
    say_unused(loader, id=article_id)
    if level() >= 0 and tasks[0].target != STDOUT:
        say(f"{written} written, {len(tasks) - written - failed} unchanged, {failed} failed\n", err=True)
    ctx.exit(FOUND if has_error(findings) else CLEAN)


def _check_id(article_id: str | None, *, single: bool) -> None:
    from corpus_tools.model.ids import ID_PATTERN, is_id

    if article_id is None:
        return
    if not single:
        raise UsageError("--id names one article, and there are several inputs")
    if not is_id(article_id):
        raise UsageError(f"--id {article_id}: an id is {ID_PATTERN}")
