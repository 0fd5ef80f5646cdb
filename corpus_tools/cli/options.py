"""Options that several verbs share, and what they are turned into."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus_tools.formats import FORMATS, SUFFIXES

if TYPE_CHECKING:
    from corpus_tools.services.load import Loader

_F = TypeVar("_F", bound=Callable[..., Any])


class Verbosity:
    """How much is said: below 0 only what went wrong, above 0 also what went well."""

    level = 0


def _louder(ctx: click.Context, _parameter: click.Parameter, count: int) -> None:
    ctx.ensure_object(Verbosity).level += count


def _quieter(ctx: click.Context, _parameter: click.Parameter, count: int) -> None:
    ctx.ensure_object(Verbosity).level -= count


def verbosity(command: _F) -> _F:
    """Give a command ``-v`` and ``-q``."""
    louder = click.option("-v", "--verbose", count=True, expose_value=False, callback=_louder, help="Say more.")
    quieter = click.option(
        "-q", "--quiet", count=True, expose_value=False, callback=_quieter, help="Say only what is wrong."
    )
    return louder(quieter(command))


def level() -> int:
    """The verbosity asked for."""
    return click.get_current_context().ensure_object(Verbosity).level


inputs_argument = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)

layers_option = click.option(
    "--layer",
    "layer_files",
    metavar="FILE",
    multiple=True,
    help="A layer file of your own; may be given several times.",
)

from_option = click.option(
    "--from",
    "source_format",
    type=click.Choice(sorted(FORMATS)),
    help="Format of the inputs; told by suffix, then content.",
)

encoding_option = click.option(
    "--encoding", metavar="CODEC", help="Encoding of plain texts other than UTF-8 and marked UTF-16."
)


def make_loader(layer_files: tuple[str, ...], **options: str | None) -> Loader:
    """The loader that the options of a command line ask for."""
    from corpus_tools.services.load import Loader, LoadOptions, all_layers

    return Loader(LoadOptions(layers=all_layers(layer_files), **options))


def scanned_suffixes() -> tuple[str, ...]:
    """The suffixes of the files that are taken from a directory."""
    return tuple(SUFFIXES)
