"""Options that several verbs have, and that their functions do not take as parameters.

Their values are kept in the context of the command, for the one function that follows them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])


def kept_option(*declarations: str, **attributes: Any) -> Callable[[_F], _F]:
    """The same as `click.option`, but the value is for `kept` to tell."""
    return click.option(*declarations, expose_value=False, callback=_keep, **attributes)


def kept(name: str) -> Any:
    """The value of an option of this command; None if it has no such option."""
    return click.get_current_context().meta.get(f"{__name__}.{name}")


def all_options(*options: Callable[[_F], _F]) -> Callable[[_F], _F]:
    """Several options as one decorator; help shows them in this order."""

    def decorated(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorated


def _keep(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    ctx.meta[f"{__name__}.{parameter.name}"] = value


class _FileName(click.types.StringParamType):
    """The name of a file or directory. An empty one is no name: most likely a variable of a script is not set."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name: str = super().convert(value, param, ctx)
        if not name:
            self.fail("the name is empty; name a file, or leave the option out.", param, ctx)
        return name


FILE_NAME = _FileName()
