"""The command line: the only place that prints, exits, or looks at the environment.

Each verb is a click command in a module, which is imported when the verb is asked for; what is heavy is imported when
it runs. So one verb does not wait for the others, and help and version stay quick.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from corpus_tools import __version__
from corpus_tools.cli.exit_codes import FOUND, INTERNAL
from corpus_tools.cli.output import visible
from corpus_tools.cli.verbosity import Verbosity, verbosity
from corpus_tools.errors import LostProcessError, SchemaDataError, UsageError

VERBS = {
    "apply": "apply",
    "cache": "cache",
    "convert": "convert",
    "diff": "diff",
    "explain": "explain",
    "fmt": "fmt",
    "formats": "formats",
    "git": "git",
    "invert": "apply",
    "roundtrip": "roundtrip",
    "rules": "rules",
    "schema": "schema",
    "seed": "seed",
    "validate": "validate",
}
"""The module of each verb."""


class _Edge(click.Group):
    """The edge of the program: here, and only here, failures become messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks so
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click asks so
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"corpus_tools.cli.{VERBS[cmd_name]}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (UsageError, SchemaDataError) as error:
            raise click.UsageError(visible(str(error))) from error
        except LostProcessError as error:
            click.secho(f"Error: {error}", fg="red", err=True)
            click.echo(
                "It was killed, perhaps for want of memory, or a library failed. What was checked before is in the "
                "cache, if one is used; --jobs 1 needs less memory.",
                err=True,
            )
            ctx.exit(INTERNAL)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001  a fault of our own must not end in a traceback
            if ctx.ensure_object(Verbosity).level > 0:
                import traceback

                click.echo(traceback.format_exc(), err=True)
            click.secho(f"internal error: {type(error).__name__}: {error}", fg="red", err=True)
            click.echo(
                "This is a fault of corpus-tools. Please report it, with the output of the same command and -v.",
                err=True,
            )
            ctx.exit(INTERNAL)


@click.group(cls=_Edge, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="corpus-tools")
@verbosity
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Convert, validate and prove annotated news articles: JSON, TEI, plain text."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run the command line and exit; streams that are closed or full end in one message."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  for as long as the program runs
    if sys.stdout is None:
        click.echo("Error: standard output is closed", err=True)
        sys.exit(FOUND)
    try:
        cli(prog_name="corpus-tools")
    except OSError as error:
        click.echo(f"Error: standard output cannot be written: {error.strerror}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries again at its end
        sys.exit(FOUND)
