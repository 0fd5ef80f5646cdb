"""Options of a run of ``validate``: processes, the cache, times of rules; and where the cache is."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus_tools.cli.options import configuration
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.services.load import Loader
    from corpus_tools.services.validate import RunOptions

_F = TypeVar("_F", bound=Callable[..., Any])
AUTO = "auto"
VARIABLE = "CORPUS_TOOLS_CACHE"
NO_CACHE_VARIABLE = "CORPUS_TOOLS_NO_CACHE"


_CACHE_HELP = f"Where the cache is; else ${VARIABLE}, the configuration, or the user's directory for caches."

cache_directory_option = click.option("--cache-dir", metavar="DIRECTORY", help=_CACHE_HELP)


def _remember(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    ctx.meta[f"{__name__}.{parameter.name}"] = value


def _remember_jobs(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value not in (None, AUTO) and not (value.isdecimal() and int(value)):
        raise click.BadParameter(f"{value!r} is neither a number of processes from 1 nor {AUTO}.")
    _remember(ctx, parameter, int(value) if value not in (None, AUTO) else value)


def _given(name: str) -> Any:
    return click.get_current_context().meta.get(f"{__name__}.{name}")


def run_options(command: _F) -> _F:
    """Give a command ``--jobs`` and the options of the cache; `running` follows them."""
    for option in (
        click.option(
            "--profile",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Tell on standard error how long reading, the schema, each rule and the places of findings took; the "
            "cache is not used.",
        ),
        click.option(
            "--trust-mtime",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Do not read files whose size and times are those of the last run; for local use, since each checkout "
            "has times of its own.",
        ),
        click.option("--cache-dir", metavar="DIRECTORY", expose_value=False, callback=_remember, help=_CACHE_HELP),
        click.option(
            "--no-cache",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help=f"Check every document, and keep no results; also ${NO_CACHE_VARIABLE}=1.",
        ),
        click.option(
            "--jobs",
            metavar="N",
            expose_value=False,
            callback=_remember_jobs,
            help="Number of processes; auto, which is the default, uses several for many documents.",
        ),
    ):
        command = option(command)
    return command


def running(loader: Loader) -> RunOptions:
    """How to run, by the options of the command line and the configuration where they say nothing.

    Raises:
        UsageError: options exclude each other.
    """
    from corpus_tools.services.environment import environment
    from corpus_tools.services.results import CacheOptions
    from corpus_tools.services.timing import Times
    from corpus_tools.services.validate import RunOptions

    cache = None
    if _is_cached():
        cache = CacheOptions(cache_directory(_given("cache_dir")), environment(loader.options), _given("trust_mtime"))
    times = Times() if _given("profile") else None
    return RunOptions(_given("jobs") or configuration().run.jobs or AUTO, cache, times)


def _is_cached() -> bool:
    """Whether results are kept: as the command line says, else the environment, else the configuration."""
    asks_for_it = _given("cache_dir") is not None or _given("trust_mtime")
    for name in ("no_cache", "profile"):
        if _given(name):
            if asks_for_it:
                raise UsageError(f"--{name.replace('_', '-')} excludes --cache-dir and --trust-mtime")
            return False
    return asks_for_it or not (os.environ.get(NO_CACHE_VARIABLE) or configuration().run.cache is False)


def cache_directory(asked: str | None) -> str:
    """Where the cache is: as asked for, else as the environment or the configuration say.

    Raises:
        UsageError: it is no directory.
    """
    config = configuration()
    named = config.run.cache
    found = asked or os.environ.get(VARIABLE) or (config.located(named) if isinstance(named, str) else None)
    if found is not None and os.path.lexists(found) and not os.path.isdir(found):
        raise UsageError(f"the cache cannot be in {found}, which is no directory")
    if found is not None:
        return found
    import platformdirs

    return platformdirs.user_cache_dir("corpus-tools", appauthor=False)


def say_interrupted(files: int) -> None:
    """Say that the user ended a run in which so many files had been checked."""
    kept = "" if not _is_cached() else "; the same command goes on from there, as their results are kept"
    click.echo(f"Interrupted after {files:,} files{kept}", err=True)


def say_times(options: RunOptions, files: int) -> None:
    """Tell where the time went, if that was asked for: the longest first."""
    from corpus_tools.cli.output import say
    from corpus_tools.rules.catalogue import CATALOGUE

    if options.times is None:
        return
    taken = sorted(options.times.seconds.items(), key=lambda entry: -entry[1])
    total = sum(seconds for _, seconds in taken) or 1.0
    lines = [f"{'step':<36}{'seconds':>10}{'share':>8}{'us a file':>12}"]
    for step, seconds in taken:
        name = f"{step} {CATALOGUE[step].kind.slug}" if step in CATALOGUE else step
        lines.append(f"{name:<36}{seconds:>10.3f}{seconds / total:>8.1%}{seconds / max(files, 1) * 1e6:>12.1f}")
    say("\n".join(lines) + "\n", err=True)
