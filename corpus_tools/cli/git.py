"""``corpus-tools git``."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from corpus_tools.cli.exit_codes import CLEAN, FOUND
from corpus_tools.cli.options import configured, make_loader
from corpus_tools.cli.output import emit, say, visible
from corpus_tools.cli.verbosity import level, verbosity

if TYPE_CHECKING:
    from corpus_tools.services.git_driver import Scope, Status

_global = click.option(
    "--global", "everywhere", is_flag=True, help="For all repositories of yours, in your own configuration of git."
)


@click.group()
def git() -> None:
    """Let git show articles in words when it compares them."""


@git.command()
@click.argument("patterns", metavar="[PATTERN]...", nargs=-1)
@_global
@click.option("--cache", is_flag=True, help="Let git keep what was converted, as notes in refs/notes/textconv.")
@click.option("--force", is_flag=True, help="Replace what is set otherwise already.")
@verbosity
def install(patterns: tuple[str, ...], everywhere: bool, cache: bool, force: bool) -> None:
    """Have git diff, git log -p and git show compare articles by their text and annotations.

    Sets a diff driver for this clone, in .git/config and .git/info/attributes. PATTERN says which files are given to
    it, as a line of .gitattributes does; without one these are all JSON and XML files. Files that are no articles are
    compared as they were.
    """
    from corpus_tools.services import git_driver

    settings = git_driver.settings_for(_this_command(), cache=cache)
    told = git_driver.install(_scope(everywhere), _config_home(), settings, patterns, force=force)
    if level() >= 0:
        _say_status(told)


@git.command()
@_global
@verbosity
def uninstall(everywhere: bool) -> None:
    """Remove what install set, and nothing else."""
    from corpus_tools.services import git_driver

    was = git_driver.uninstall(_scope(everywhere), _config_home())
    if level() >= 0:
        there = was.patterns or was.settings
        say("the diff driver is removed\n" if there else "there is no diff driver of corpus-tools\n", err=True)


@git.command()
@_global
@click.pass_context
def status(ctx: click.Context, everywhere: bool) -> None:
    """Say what is installed; the exit code is 1 if git does not use the driver."""
    from corpus_tools.services import git_driver

    told = git_driver.status(_scope(everywhere), _config_home())
    _say_status(told)
    ctx.exit(CLEAN if told.complete else FOUND)


@git.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
def textconv(file: str) -> None:
    """Print the article in FILE as git is to compare it; another file as it is.

    A block is told with its role, its text sentence by sentence, and the annotations that begin in it, by the words
    that they mark. Ids of annotations and offsets are left out: a shift is no change.
    """
    from corpus_tools.corpus.reading import MAX_BYTES
    from corpus_tools.services.textconv import textconv as convert

    with click.open_file(file, "rb") as stream:
        data = stream.read(MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            emit(convert(data))
            return
        emit(data)
        shutil.copyfileobj(stream, sys.stdout.buffer)


@git.command()
@click.argument("local")
@click.argument("remote")
@click.argument("name")
@configured
def difftool(local: str, remote: str, name: str) -> None:
    """Show two versions of the file NAME as diff does; git difftool -t corpus-tools runs this.

    Files that are no articles are shown as git diff shows them.
    """
    from corpus_tools.cli.diff import paint
    from corpus_tools.corpus.discovery import Input
    from corpus_tools.reporters.deltas import text
    from corpus_tools.services.compare import compare
    from corpus_tools.services.git_driver import plain_diff
    from corpus_tools.services.textconv import STRUCTURED

    loader = make_loader()
    compared = compare([Input(local, name)], [Input(remote, name)], loader)
    pair = compared.comparison.pairs[0]
    if pair.delta is None or not loader.formats_read.issubset(STRUCTURED):
        say(plain_diff(local, remote))
    else:
        named = pair._replace(old_file=name, new_file=name)
        say(text.report(replace(compared.comparison, pairs=[named]), paint))


def _say_status(told: Status) -> None:
    settings = {**told.settings, **told.others}
    lines = [f"{key} = {value}" for key, value in settings.items()] or ["no settings"]
    where = visible(told.attributes_file)
    lines.append(f"{where}: {' '.join(told.patterns)}" if told.patterns else f"{where}: no files")
    lines += [f"not set by install: {key}" for key in told.others]
    say("".join(f"{visible(line)}\n" for line in lines))


def _scope(everywhere: bool) -> Scope:
    from corpus_tools.services.git_driver import Scope

    return Scope.GLOBAL if everywhere else Scope.LOCAL


def _config_home() -> str:
    return os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")


def _this_command() -> str:
    """What a shell runs this program with, wherever it is and whatever the path is then.

    The module is not looked for in the directory git happens to be in, which may hold anything (``-P``).
    """
    script = os.path.join(os.path.dirname(sys.executable), "corpus-tools")
    if os.access(script, os.X_OK):
        return shlex.quote(script)
    return f"{shlex.quote(sys.executable)} -P -m corpus_tools"
