"""``corpus-tools cache``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from corpus_tools.cli.options import config_options
from corpus_tools.cli.output import say, visible
from corpus_tools.cli.run_options import cache_directory, cache_directory_option

if TYPE_CHECKING:
    from corpus_tools.corpus.cache import Cache


@click.group()
def cache() -> None:
    """Look at the results that validate keeps, or remove them."""


@cache.command()
@cache_directory_option
@config_options
def info() -> None:
    """Tell where the cache is and what it holds."""
    held = _cache().contents()
    say(f"file      {visible(held.file)}\n")
    say(f"size      {held.size:,} bytes\n")
    if held.fault:
        say(f"results   not known, as the file cannot be read: {held.fault}\n")
        return
    say(f"results   {held.results:,} of documents, by content\n")
    say(f"files     {held.files:,} known by size and times, for --trust-mtime\n")


@cache.command()
@cache_directory_option
@config_options
def clear() -> None:
    """Remove all results that are kept."""
    found = _cache()
    held = found.contents()
    try:
        found.clear()
    except OSError as error:
        raise click.ClickException(f"{visible(held.file)} cannot be removed: {error.strerror}") from error
    say(f"{held.results:,} results removed\n")


def _cache() -> Cache:
    from corpus_tools.corpus.cache import Cache

    return Cache(cache_directory())
