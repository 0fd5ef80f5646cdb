"""Options of a run of ``validate``: processes, the cache, times of rules; and where the cache is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from corpus_tools.cli.kept import FILE_NAME, all_options, kept, kept_option
from corpus_tools.cli.options import configuration
from corpus_tools.cli.output import say, visible
from corpus_tools.cli.verbosity import level
from corpus_tools.errors import UsageError

if TYPE_CHECKING:
    from corpus_tools.services.load import Loader
    from corpus_tools.services.validate import RunOptions

AUTO = "auto"
VARIABLE = "CORPUS_TOOLS_CACHE"
NO_CACHE_VARIABLE = "CORPUS_TOOLS_NO_CACHE"


class _Jobs(click.types.StringParamType):
    """A number of processes, or ``auto``."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        jobs: str = super().convert(value, param, ctx)
        if jobs != AUTO and not (jobs.isdecimal() and int(jobs)):
            self.fail(f"{jobs!r} is neither a number of processes from 1 nor {AUTO}.", param, ctx)
        return jobs


cache_directory_option = kept_option(
    "--cache-dir",
    metavar="DIRECTORY",
    type=FILE_NAME,
    help=f"Where the cache is; else ${VARIABLE}, the configuration, or the user's directory for caches.",
)
"""``--cache-dir``; `cache_directory` follows it."""

run_options = all_options(
    kept_option(
        "--jobs",
        metavar="N",
        type=_Jobs(),
        help="Number of processes; auto, which is the default, uses several for many documents.",
    ),
    kept_option(
        "--no-cache",
        is_flag=True,
        help=f"Check every document, and keep no results; also ${NO_CACHE_VARIABLE}=1.",
    ),
    cache_directory_option,
    kept_option(
        "--trust-mtime",
        is_flag=True,
        help="Do not read files whose size and times are those of the last run; for local use, since each checkout "
        "has times of its own.",
    ),
    kept_option(
        "--profile",
        is_flag=True,
        help="Tell on standard error how long reading, the schema, each rule and the places of findings took; the "
        "cache is not used.",
    ),
)
"""``--jobs``, ``--profile`` and the options of the cache; `running` follows them."""


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
        cache = CacheOptions(cache_directory(), environment(loader.options), kept("trust_mtime"))
    times = Times() if kept("profile") else None
    jobs = kept("jobs") or configuration().run.jobs or AUTO
    return RunOptions(jobs if jobs == AUTO else int(jobs), cache, times)


def _is_cached() -> bool:
    """Whether results are kept: as the command line says, else the environment, else the configuration."""
    asks_for_it = kept("cache_dir") is not None or kept("trust_mtime")
    for name in ("no_cache", "profile"):
        if kept(name):
            if asks_for_it:
                raise UsageError(f"--{name.replace('_', '-')} excludes --cache-dir and --trust-mtime")
            return False
    return asks_for_it or not (os.environ.get(NO_CACHE_VARIABLE) or configuration().run.cache is False)


def cache_directory() -> str:
    """Where the cache is: as the command line says, else the environment, else the configuration.

    Raises:
        UsageError: it is no directory.
    """
    config = configuration()
    for source, found in (("--cache-dir", kept("cache_dir")), (VARIABLE, os.environ.get(VARIABLE))):
        if found:
            if reason := _no_directory(found):
                raise UsageError(f"{source}: {reason}")
            return str(found)
    if isinstance(config.run.cache, str):
        found = config.located(config.run.cache)
        if reason := _no_directory(found):
            raise config.error(("cache",), reason)
        return found
    import platformdirs

    return platformdirs.user_cache_dir("corpus-tools", appauthor=False)


def _no_directory(path: str) -> str | None:
    """Why the cache cannot be at `path`; None if it can."""
    if os.path.lexists(path) and not os.path.isdir(path):
        return f"the cache cannot be in {path}, which is no directory"
    return None


def say_lost_cache(fault: str) -> None:
    """Say that the cache was of no use and why, if it was; one that nobody asked for only if much is to be said."""
    is_asked_for = kept("cache_dir") or os.environ.get(VARIABLE) or isinstance(configuration().run.cache, str)
    if fault and level() >= (0 if is_asked_for else 1):
        say(f"note: the cache in {visible(cache_directory())} cannot be used: {fault}\n", err=True)


def say_interrupted(files: int, cache_fault: str) -> None:
    """Say that the user ended a run in which so many files had been checked, and whether that was for nothing."""
    are_kept = _is_cached() and not cache_fault
    goes_on = "; the same command goes on from there, as their results are kept" if are_kept else ""
    click.echo(f"Interrupted after {files:,} files{goes_on}", err=True)


def say_times(options: RunOptions, files: int) -> None:
    """Tell where the time went, if that was asked for: the longest first."""
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
