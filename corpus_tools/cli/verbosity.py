"""``-v`` and ``-q``: how much is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

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
