"""Options that several verbs share, and what they are turned into."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

import click

from corpus_tools.cli.kept import FILE_NAME, all_options, kept, kept_option
from corpus_tools.cli.output import say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError
from corpus_tools.formats import FORMATS, SUFFIXES

if TYPE_CHECKING:
    from corpus_tools.corpus.config import Config
    from corpus_tools.services.load import Loader
    from corpus_tools.services.selection import Selection


inputs_argument = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)

layers_option = kept_option(
    "--layer",
    metavar="FILE",
    type=FILE_NAME,
    multiple=True,
    help="A layer file of your own; may be given several times.",
)

from_option = kept_option(
    "--from", type=click.Choice(sorted(FORMATS)), help="Format of the inputs; told by suffix, then content."
)

encoding_option = kept_option(
    "--encoding",
    metavar="CODEC",
    help="Encoding of plain texts other than UTF-8 and marked UTF-16; auto to have it detected.",
)

language_option = kept_option(
    "--language",
    metavar="TAG",
    help="Language of plain texts (BCP 47); auto to have it detected, which is the default; none to leave it out.",
)

style_option = kept_option(
    "--seed-style",
    metavar="FILE",
    type=FILE_NAME,
    help="House style of plain texts: a TOML or JSON file, or one of blog, interview, press-release, wire.",
)

config_options = all_options(
    kept_option(
        "--config",
        metavar="FILE",
        type=FILE_NAME,
        help="Configuration to follow; else corpus-tools.toml, or [tool.corpus-tools] in pyproject.toml, of this "
        "directory or the nearest one above.",
    ),
    kept_option("--no-config", is_flag=True, help="Read no configuration."),
)
"""``--config`` and ``--no-config``; `configuration` follows them."""

configured = all_options(style_option, config_options)
"""``--seed-style``, ``--config`` and ``--no-config``; `make_loader` follows them."""

reading_options = all_options(from_option, language_option, encoding_option, layers_option, configured)
"""All options by which inputs are read; `make_loader` follows them."""


def make_loader(*, selection: Selection | None = None, format: str | None = None, id: str | None = None) -> Loader:  # noqa: A002
    """The loader that the options of a command line ask for, and the configuration where they say nothing.

    Args:
        selection: the rules that run; if absent, only those that decide what an article is.
        format: the format of all inputs, for a command without ``--from``.
        id: the id of an article whose format holds none.

    Raises:
        UsageError: a layer file or house style is none, or there is no such encoding or language.
    """
    from corpus_tools.corpus.config_tables import ABSENT
    from corpus_tools.layers import all_layers
    from corpus_tools.seed_style import find_style
    from corpus_tools.services.load import Loader, LoadOptions

    seed = configuration().seed
    style = kept("seed_style")
    language = kept("language") or seed.language
    reading = LoadOptions(
        format=format or kept("source_format"),
        id=id,
        language=_language_tag(language),
        encoding=_encoding(kept("encoding")) or seed.encoding,
        layers=all_layers(layer_files()),
        style=seed.style if style is None else find_style(style),
        detect_language=language != ABSENT,
        lints=() if selection is None else selection.lints,
        corpus_rules=() if selection is None else selection.corpus_rules,
        rule_options={} if selection is None else selection.options,
        codes=None if selection is None else selection.codes,
    )
    return Loader(reading, _say_detected)


def layer_files() -> list[str]:
    """The layer files of a run: those of the configuration, then those of the command line."""
    config = configuration()
    return [*map(config.located, config.corpus.layers), *(kept("layer") or ())]


def _language_tag(asked: str | None) -> str | None:
    """The tag asked for, if one is."""
    from corpus_tools.corpus.config_tables import ABSENT, DETECTED
    from corpus_tools.model.datatypes import is_language

    if asked in (None, DETECTED, ABSENT):
        return None
    if not is_language(asked):
        raise UsageError(f"--language {asked}: no language tag (BCP 47) such as pt-BR, and neither auto nor none")
    return asked


def _encoding(asked: str | None) -> str | None:
    """The encoding asked for, if one is."""
    from corpus_tools.corpus.config_tables import DETECTED, is_encoding

    if asked is not None and asked.lower() != DETECTED and not is_encoding(asked):
        raise UsageError(f"--encoding {asked}: there is no such text encoding; {DETECTED} has it detected")
    return asked


def _say_detected(file: str, encoding: str) -> None:
    if level() >= 0:
        say(f"{visible(file)}: read as {encoding} (detected)\n", err=True)


def say_unused(loader: Loader, *, id: str | None = None) -> None:  # noqa: A002  as of `make_loader`
    """Say which of the options that the user gave for plain texts had no effect, because none was read."""
    values = {"id": id, "language": kept("language"), "encoding": kept("encoding")}
    given = [f"--{name}" for name, value in values.items() if value is not None]
    if given and loader.formats_read and "seed" not in loader.formats_read and level() >= 0:
        say(f"note: {', '.join(given)}: without effect, as there is no plain text among the inputs\n", err=True)


def configuration() -> Config:
    """What the configuration says that the command line asks for, or that is found; nothing if there is none.

    It is read once for a command.

    Raises:
        ConfigError: it cannot be read, or is not what it should be.
        UsageError: options exclude each other.
    """
    meta = click.get_current_context().meta
    if __name__ not in meta:
        meta[__name__] = _configuration()
    return cast("Config", meta[__name__])


def _configuration() -> Config:
    from corpus_tools.corpus.config import Config, find_config, load_config, shortest

    file, ignored = kept("config"), kept("no_config")
    if file is not None and ignored:
        raise UsageError("--config and --no-config exclude each other")
    if file is None and ignored is False:
        found = find_config(os.curdir)
        file = None if found is None else shortest(found)
    return Config() if file is None else load_config(file)


def scanned_suffixes() -> tuple[str, ...]:
    """The suffixes of the files that are taken from a directory."""
    return tuple(SUFFIXES)
