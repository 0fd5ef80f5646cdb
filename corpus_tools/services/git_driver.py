"""``git install`` and ``git uninstall``: the diff driver and the difftool for articles, in the user's own settings.

Two things are written, both for one clone, or with `Scope.GLOBAL` for all clones of the user: keys of git's
configuration, and a block of lines at the top of an attributes file. At the top, because of two lines that say
something of one file the later one wins: lines that the user wrote stay in force. What was installed can be told from
what the user wrote, so that removing it leaves every other byte as it was.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from corpus_tools.corpus.writing import write_atomically
from corpus_tools.errors import UsageError
from corpus_tools.services.textconv import SUFFIXES

DRIVER: Final = "corpus-tools"
"""The name of the diff driver, and of the difftool."""

PATTERNS: Final = tuple(f"*{suffix}" for suffix in SUFFIXES)
"""The files that the driver is for, unless the user names others."""

_BEGIN = b"# corpus-tools: what stands up to its end is written by corpus-tools git install\n"
_END = b"# corpus-tools: end\n"
_BLOCK = re.compile(rb"(?m)^%b(?:.*\n)*?%b" % (re.escape(_BEGIN), re.escape(_END)))
_BOM = b"\xef\xbb\xbf"


class Scope(StrEnum):
    """For which repositories: this clone, or all of the user."""

    LOCAL = "--local"
    GLOBAL = "--global"


class Setting(NamedTuple):
    """One key of git's configuration: the value that is installed, and the values that count as installed by us."""

    key: str
    value: str
    ours: re.Pattern[str]


class Status(NamedTuple):
    """What is installed.

    Attributes:
        settings: keys and values of ours that are set.
        patterns: the patterns that the attributes give to the driver.
        attributes_file: the file in which they stand, or would.
        others: keys of ours that the user has set to something else.
    """

    settings: dict[str, str]
    patterns: tuple[str, ...]
    attributes_file: str
    others: dict[str, str]

    @property
    def complete(self) -> bool:
        """Whether git uses the driver."""
        return bool(self.patterns) and f"diff.{DRIVER}.textconv" in {**self.settings, **self.others}


def settings_for(command: str, *, cache: bool = False) -> list[Setting]:
    """The settings, for a program that the shell runs as `command`; with `cache` git keeps what was converted."""
    wanted = [
        (f"diff.{DRIVER}.textconv", f"{command} git textconv", r".* git textconv"),
        (f"diff.{DRIVER}.xfuncname", _HEADINGS, re.escape(_HEADINGS)),
        (f"difftool.{DRIVER}.cmd", f'{command} git difftool "$LOCAL" "$REMOTE" "$MERGED"', r".* git difftool .*"),
    ]
    if cache:
        wanted.append((f"diff.{DRIVER}.cachetextconv", "true", "true"))
    return [Setting(key, value, re.compile(ours, re.DOTALL)) for key, value, ours in wanted]


_HEADINGS: Final = "^[^ {<].*"
"""What git shows of the lines above a change, by its own regular expressions: the last one that is not indented."""

_KNOWN = settings_for("", cache=True)
_NO_SUCH_KEY = 5  # what git config exits with


def status(scope: Scope, config_home: str) -> Status:
    """What is installed; `config_home` is the folder of the user's configuration files.

    Raises:
        UsageError: there is no git, or this is no repository.
    """
    _check(scope)
    found = {setting.key: value for setting in _KNOWN if (value := _get(scope, setting.key)) is not None}
    ours = {setting.key for setting in _KNOWN if setting.ours.fullmatch(found.get(setting.key, ""))}
    file = _attributes_file(scope, config_home)
    block = _BLOCK.search(_read(file))
    return Status(
        {key: value for key, value in found.items() if key in ours},
        tuple(_pattern(line) for line in block[0].splitlines()[1:-1]) if block else (),
        file,
        {key: value for key, value in found.items() if key not in ours},
    )


def install(
    scope: Scope, config_home: str, settings: Sequence[Setting], patterns: Sequence[str], *, force: bool = False
) -> Status:
    """Install the driver; once more changes nothing, or what is different now.

    Raises:
        UsageError: there is no git, no repository, a pattern that git does not take, or something that the user has
            set otherwise and `force` does not replace; nothing is changed then.
    """
    before = status(scope, config_home)
    lines = b"".join(_line(pattern) for pattern in patterns or PATTERNS)
    if not force:
        _refuse_others(before, [setting.key for setting in settings])
        if scope is Scope.LOCAL and not patterns:
            _refuse_other_drivers()
    for key in before.settings.keys() - {setting.key for setting in settings}:
        _unset(scope, key)
    for setting in settings:
        if before.settings.get(setting.key) != setting.value:
            _git("config", scope, "--replace-all", setting.key, setting.value)
    _write_block(before.attributes_file, _BEGIN + lines + _END)
    return status(scope, config_home)


def uninstall(scope: Scope, config_home: str) -> Status:
    """Remove what was installed, and nothing else; return what was there.

    Raises:
        UsageError: there is no git, or no repository.
    """
    before = status(scope, config_home)
    for key in before.settings:
        _unset(scope, key)
    _write_block(before.attributes_file, b"")
    _run("update-ref", "-d", f"refs/notes/textconv/{DRIVER}")  # what was kept of this repository, if this is one
    return before


def plain_diff(old: str, new: str) -> str:
    """What git says of two files that are no articles."""
    return _run("diff", "--no-index", "--no-ext-diff", "--", old, new).stdout.decode("utf-8", "backslashreplace")


def _check(scope: Scope) -> None:
    try:
        inside = _run("rev-parse", "--git-dir").returncode == 0
    except FileNotFoundError as error:
        raise UsageError("there is no git on the path") from error
    if scope is Scope.LOCAL and not inside:
        raise UsageError("this is no git repository; --global installs for all repositories of yours")


def _refuse_others(before: Status, keys: Sequence[str]) -> None:
    for key, value in before.others.items():
        if key in keys:
            raise UsageError(f"git's {key} is set already: {value!r}; --force replaces it")


def _refuse_other_drivers() -> None:
    """Refuse if the repository itself says how files of our patterns are compared: its word would be overruled."""
    top = os.fsdecode(_run("rev-parse", "--show-toplevel").stdout.rstrip(b"\n")) or os.curdir
    names = _run("-C", top, "ls-files", "-z", "--", *PATTERNS).stdout
    told = _run("-C", top, "check-attr", "-z", "--stdin", "diff", data=names).stdout.split(b"\0")
    for name, value in zip(told[::3], told[2::3], strict=False):
        if value not in (b"unspecified", DRIVER.encode()):
            raise UsageError(
                f"the attributes of this repository say diff: {os.fsdecode(value)} of {os.fsdecode(name)}; name the "
                "files that are articles, such as 'articles/**/*.json', or say --force"
            )


def _attributes_file(scope: Scope, config_home: str) -> str:
    if scope is Scope.LOCAL:
        return os.fsdecode(_git("rev-parse", "--git-path", "info/attributes").rstrip(b"\n"))
    for where in (Scope.GLOBAL, "--system"):
        if named := _run("config", where, "--includes", "--type=path", "core.attributesFile").stdout.rstrip(b"\n"):
            return os.fsdecode(named)
    return str(Path(config_home, "git", "attributes"))


def _line(pattern: str) -> bytes:
    if pattern.startswith("!") or not pattern.isprintable():
        raise UsageError(f"git takes no such pattern of files: {pattern}")
    if " " in pattern or pattern[:1] in ('"', "#"):
        pattern = '"{}"'.format(pattern.replace("\\", "\\\\").replace('"', '\\"'))
    return f"{pattern} diff={DRIVER}\n".encode()


def _pattern(line: bytes) -> str:
    """The pattern of a line that `_line` wrote."""
    pattern = os.fsdecode(line).rpartition(" ")[0]
    return re.sub(r"\\(.)", r"\1", pattern[1:-1]) if pattern.startswith('"') else pattern


def _write_block(file: str, block: bytes) -> None:
    """Put `block` into an attributes file in place of the one there is; a file that would be empty is removed."""
    old = _read(file)
    mark = _BOM if old.startswith(_BOM) else b""
    rest = _BLOCK.sub(b"", old.removeprefix(mark))
    new = mark + block + rest if block or rest else b""
    if new == old:
        return
    try:
        if not new:
            Path(file).unlink()
            return
        path = Path(file).resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(str(path), new)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from error


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _get(scope: Scope, key: str) -> str | None:
    """The last value of a key; None if it is not set."""
    ran = _run("config", scope, "--includes", "--get", key)
    return os.fsdecode(ran.stdout.removesuffix(b"\n")) if ran.returncode == 0 else None


def _unset(scope: Scope, key: str) -> None:
    """Remove a key; one that stands in an included file, which somebody else wrote, stays."""
    ran = _run("config", scope, "--unset-all", key)
    if ran.returncode not in (0, _NO_SUCH_KEY):
        raise UsageError(f"git config: {os.fsdecode(ran.stderr).strip()}")


def _git(*arguments: str) -> bytes:
    ran = _run(*arguments)
    if ran.returncode:
        raise UsageError(f"git {arguments[0]}: {os.fsdecode(ran.stderr).strip()}")
    return ran.stdout


def _run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], input=data, capture_output=True, check=False)  # noqa: S603, S607
