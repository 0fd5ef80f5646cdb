"""Options that several verbs share, and what they are turned into."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus_tools.cli.output import say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError
from corpus_tools.formats import FORMATS, SUFFIXES

if TYPE_CHECKING:
    from corpus_tools.corpus.config import Config
    from corpus_tools.services.load import Loader
    from corpus_tools.services.selection import Selection

_F = TypeVar("_F", bound=Callable[..., Any])


inputs_argument = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)

documents_argument = click.argument("inputs", metavar="[INPUT...]", nargs=-1)

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
    "--encoding",
    metavar="CODEC",
    help="Encoding of plain texts other than UTF-8 and marked UTF-16; auto to have it detected.",
)

language_option = click.option(
    "--language",
    metavar="TAG",
    help="Language of plain texts (BCP 47); auto to have it detected, which is the default; none to leave it out.",
)


def _remember(ctx: click.Context, parameter: click.Parameter, value: str | bool | None) -> None:
    ctx.meta[f"{__name__}.{parameter.name}"] = value


def config_options(command: _F) -> _F:
    """Give a command ``--config`` and ``--no-config``; `configuration` follows them."""
    for option in (
        click.option(
            "--no-config", is_flag=True, expose_value=False, callback=_remember, help="Read no configuration."
        ),
        click.option(
            "--config",
            metavar="FILE",
            expose_value=False,
            callback=_remember,
            help="Configuration to follow; else corpus-tools.toml, or [tool.corpus-tools] in pyproject.toml, of this "
            "directory or the nearest one above.",
        ),
    ):
        command = option(command)
    return command


def configured(command: _F) -> _F:
    """Give a command ``--seed-style``, ``--config`` and ``--no-config``; `make_loader` follows them."""
    style = click.option(
        "--seed-style",
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help="House style of plain texts: a TOML or JSON file, or one of blog, interview, press-release, wire.",
    )
    return style(config_options(command))


def make_loader(layer_files: tuple[str, ...], *, selection: Selection | None = None, **options: str | None) -> Loader:
    """The loader that the options of a command line ask for, and the configuration where they say nothing.

    Without a `selection` only the rules run that decide what an article is.
    """
    from corpus_tools.seed_style import find_style
    from corpus_tools.services.load import Loader, LoadOptions, all_layers

    config = configuration()
    seed = config.seed
    name = click.get_current_context().meta.get(f"{__name__}.seed_style")
    style = seed.style if name is None else find_style(name)
    for key, default in (("encoding", seed.encoding), ("language", seed.language)):
        if options.get(key) is None:
            options[key] = default
    reading = LoadOptions(
        format=options.get("format"),
        id=options.get("id"),
        language=_language_tag(options["language"]),
        encoding=options["encoding"],
        layers=all_layers([*map(config.located, config.corpus.layers), *layer_files]),
        style=style,
        detect_language=options["language"] != "none",
        lints=() if selection is None else selection.lints,
        corpus_rules=() if selection is None else selection.corpus_rules,
        rule_options={} if selection is None else selection.options,
        codes=None if selection is None else selection.codes,
    )
    return Loader(reading, _say_detected)


def _language_tag(asked: str | None) -> str | None:
    """The tag asked for, if one is."""
    from corpus_tools.model.datatypes import is_language

    if asked in (None, "auto", "none"):
        return None
    if not is_language(asked):
        raise UsageError(f"--language {asked}: no language tag (BCP 47) such as pt-BR, and neither auto nor none")
    return asked


def _say_detected(file: str, encoding: str) -> None:
    if level() >= 0:
        say(f"{visible(file)}: read as {encoding} (detected)\n", err=True)


def say_unused(loader: Loader, **options: str | None) -> None:
    """Say which of the options that the user gave for plain texts had no effect, because none was read."""
    given = [f"--{name}" for name, value in options.items() if value is not None]
    if given and loader.formats_read and "seed" not in loader.formats_read and level() >= 0:
        say(f"note: {', '.join(given)}: without effect, as there is no plain text among the inputs\n", err=True)


def configuration() -> Config:
    """What the configuration says that the command line asks for, or that is found; nothing if there is none."""
    from corpus_tools.corpus.config import Config, find_config, load_config

    meta = click.get_current_context().meta
    file, ignored = meta.get(f"{__name__}.config"), meta.get(f"{__name__}.no_config", True)
    if file is not None and ignored:
        raise UsageError("--config and --no-config exclude each other")
    if file is None and not ignored:
        file = find_config(os.curdir)
    return Config() if file is None else load_config(file)


def documents(inputs: tuple[str, ...]) -> tuple[str, ...]:
    """The inputs that are named, else the documents of the configuration.

    Raises:
        UsageError: neither are there.
    """
    config = configuration()
    found = inputs or tuple(map(config.located_glob, config.corpus.documents))
    if not found:
        raise UsageError("name at least one INPUT, or documents in corpus-tools.toml")
    return found


def scanned_suffixes() -> tuple[str, ...]:
    """The suffixes of the files that are taken from a directory."""
    return tuple(SUFFIXES)
