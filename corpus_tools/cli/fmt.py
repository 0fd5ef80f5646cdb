"""``corpus-tools fmt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from corpus_tools.cli.documents import excluded, force_exclude_option
from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.options import config_options, from_option, inputs_argument, layers_option, make_loader
from corpus_tools.cli.output import emit, say, say_findings, track, visible
from corpus_tools.cli.verbosity import level, verbosity

if TYPE_CHECKING:
    from corpus_tools.findings import Finding
    from corpus_tools.services.canonicalise import Canonical


@click.command()
@inputs_argument
@click.option("--check", is_flag=True, help="Write nothing; name the files that would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@force_exclude_option
@from_option
@layers_option
@config_options
@verbosity
@click.pass_context
def fmt(ctx: click.Context, inputs: tuple[str, ...], check: bool, show_diff: bool, force_exclude: bool) -> None:
    """Rewrite JSON and TEI documents in their canonical form, in place.

    INPUT is a file, a directory, a glob, or - for standard input, whose canonical form goes to standard output.
    """
    from corpus_tools.corpus.discovery import discover
    from corpus_tools.formats import FORMATS
    from corpus_tools.services.canonicalise import CANONICAL_FORMATS, canonicalise
    from corpus_tools.services.load import has_error

    suffixes = tuple(suffix for name in CANONICAL_FORMATS for suffix in FORMATS[name].suffixes)
    sources = discover(inputs, suffixes, exclusion=excluded(force_exclude=force_exclude))
    loader = make_loader()
    findings: list[Finding] = []
    files = changes = 0
    for source in track(sources, "Formatting"):
        files += 1
        made = canonicalise(source, loader)
        findings += made.findings
        changes += made.changes
        if check or show_diff:
            _show(made, in_full=show_diff)
        else:
            findings += _write(made)
    say_findings(findings, files)
    if level() >= 0 and inputs != ("-",):
        say(f"{changes} of {files} {'would change' if check or show_diff else 'changed'}\n", err=True)
    ctx.exit(FOUND if has_error(findings) or ((check or show_diff) and changes) else CLEAN)


def _write(made: Canonical) -> list[Finding]:
    """Put the canonical form where it belongs."""
    from corpus_tools.services.canonicalise import store

    if made.file == "-":
        if made.after is not None:
            emit(made.after)
        return []
    found = store(made)
    if made.changes and not found and level() > 0:
        say(f"{visible(made.file)}\n", err=True)
    return found


def _show(made: Canonical, *, in_full: bool) -> None:
    """Tell what would change, to standard output: the lines, or only the name of the file."""
    if not made.changes or made.after is None:
        return
    name = visible(made.file)
    if in_full:
        import difflib

        old, new = (data.decode("utf-8", "backslashreplace").split("\n") for data in (made.before, made.after))
        lines = difflib.unified_diff(old, new, name, f"{name} (canonical)", lineterm="")
        say("".join(f"{visible(line)}\n" for line in lines))
    else:
        say(f"{name}\n")
