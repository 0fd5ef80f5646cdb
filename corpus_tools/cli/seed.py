"""``corpus-tools seed``."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.options import configured, encoding_option, language_option, make_loader
from corpus_tools.cli.output import emit, say, say_findings
from corpus_tools.cli.verbosity import level, verbosity

if TYPE_CHECKING:
    from corpus_tools.findings import Finding
    from corpus_tools.formats.seed.explain import Explanation

EXPLANATION_VERSION = "1.0"
_SUFFIXES = (".txt",)


@click.group()
def seed() -> None:
    """Look into how plain texts ("seeds") are read."""


@seed.command()
@click.argument("inputs", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as schema/explanation.schema.json describes it.")
@language_option
@encoding_option
@configured
@verbosity
@click.pass_context
def explain(ctx: click.Context, inputs: tuple[str, ...], as_json: bool) -> None:
    """Say why plain texts are read as they are.

    For each block: its line, its role, how sure that is, and what says so; below, the metadata found in it, and
    dates that can be read in several ways. A question mark is where another role is nearly as plausible. With -v
    every other possible role is told, with -q only blocks that are in doubt.

    FILE is a file of any name, a directory of .txt files, a glob, or - for standard input.
    """
    from corpus_tools.corpus.discovery import discover
    from corpus_tools.services.explain import explain as run
    from corpus_tools.services.load import has_error

    sources = discover(inputs, _SUFFIXES)
    loader = make_loader(format="seed")
    explanations: list[Explanation] = []
    findings: list[Finding] = []
    files = shown = 0
    for found, explanation in run(sources, loader):
        files += 1
        findings += found
        if explanation is None:
            continue
        if as_json:
            explanations.append(explanation)
        else:
            _say_explanation(explanation, is_first=not shown)
            shown += 1
    if as_json:
        _emit_json(explanations)
    say_findings(findings, files)
    ctx.exit(FOUND if has_error(findings) else CLEAN)


def _say_explanation(explanation: Explanation, *, is_first: bool) -> None:
    from corpus_tools.cli.explanation import lines_of

    width = shutil.get_terminal_size().columns
    lines = lines_of(explanation, width, level())
    say("".join(f"{line}\n" for line in (*([] if is_first else [""]), *lines)))


def _emit_json(explanations: list[Explanation]) -> None:
    import msgspec

    content = {"explanation_version": EXPLANATION_VERSION, "explanations": explanations}
    for told in explanations:
        told["file"] = told["file"].encode("utf-8", "backslashreplace").decode()  # a name need not be UTF-8
    emit(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
