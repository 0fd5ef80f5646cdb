"""The house: which part may import which, and what only the command line may do."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "corpus_tools"
ROOTS = {
    "errors",
    "model",
    "findings",
    "delta",
    "kinds",
    "nearest",
    "mending",
    "language",
    "schemas",
    "violations",
    "layers",
    "mapping",
    "tables",
    "seed_style",
}
ABOVE = ROOTS | {"properties", "tei_places", "formats", "rules", "diffing", "corpus", "reporters", "services"}

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "model": {"errors"},
    "findings": {"errors", "model"},
    "delta": {"errors", "model"},
    "kinds": {"errors", "model", "findings"},
    "nearest": set(),
    "mending": set(),
    "language": set(),
    "schemas": {"errors", "model"},
    "violations": {"errors", "model", "findings", "mending", "nearest", "schemas"},
    "layers": {"errors", "model", "schemas", "tables"},
    "mapping": {"errors", "model", "schemas", "layers"},
    "tables": {"errors", "nearest", "schemas"},
    "seed_style": {"errors", "schemas", "tables"},
    "properties": {"errors", "model", "schemas"},
    "tei_places": {"errors", "model", "schemas", "layers", "mapping", "properties"},
    "formats": ROOTS | {"properties", "tei_places"},
    "rules": ROOTS,
    "diffing": ROOTS,
    "corpus": ROOTS,
    "reporters": {"errors", "model", "findings", "delta", "kinds"},
    "services": ABOVE | {"__init__"},
    "cli": ABOVE | {"__init__"},
    "__main__": {"cli"},
}
"""What each part may import besides itself; a new part needs a line here."""

INDEPENDENT = ("formats",)
"""Parts whose own members must not import each other."""

SEED_FOLDERS = ("lexicon", "names", "credits", "dates", "datelines", "roles", "fields")
"""The folders of the seed reader: each may import those before it; the modules beside them may import all."""
SEED_GROUND = {"lines", "gaps", "unwrap"}
"""The modules beside them that they may import, which build on none of them."""

MAX_LINES = 300
CLI_MODULES = {"click", "argparse"}
FORBIDDEN_CALLS = {"print", "input", "exit", "quit", "breakpoint"}
FORBIDDEN_ATTRIBUTES = {
    ("sys", "exit"),
    ("sys", "argv"),
    ("os", "environ"),
    ("os", "getenv"),
    ("os", "_exit"),
    ("sys", "stdout"),
    ("sys", "stderr"),
}


def sources() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 40
    return found


def part_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Full names of all modules that a file imports, wherever in it, under ``TYPE_CHECKING`` too."""
    found: list[str] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return tuple(found)


def own_imports(path: Path) -> Iterator[tuple[str, ...]]:
    """The imports of this package, as the parts of their names after the package's."""
    for name in imports(path):
        first, *rest = name.split(".")
        if first == "corpus_tools":
            is_module = bool(rest) and ((PACKAGE / rest[0]).is_dir() or (PACKAGE / f"{rest[0]}.py").is_file())
            yield tuple(rest) if is_module else ("__init__",)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_arrows_point_down(path: Path) -> None:
    part = part_of(path)
    assert part in MAY_IMPORT, f"a new part of the house needs a line in the table: {part}"
    reached = {target[0] for target in own_imports(path)} - {part}
    assert reached <= MAY_IMPORT[part]


@pytest.mark.parametrize("path", [path for path in sources() if part_of(path) in INDEPENDENT], ids=name_of)
def test_formats_know_nothing_of_each_other(path: Path) -> None:
    inside = path.relative_to(PACKAGE).parts
    itself = inside[1].removesuffix(".py")
    reached = {target[1] for target in own_imports(path) if target[0] == inside[0] and len(target) > 1}
    if itself != "__init__":
        assert reached <= {itself, "base"}


def test_folders_of_the_seed_reader_build_on_those_before_them() -> None:
    folders = {path.parent.name for path in (PACKAGE / "formats" / "seed").rglob("*.py")} - {"seed"}
    assert folders == set(SEED_FOLDERS)
    for number, folder in enumerate(SEED_FOLDERS):
        for path in (PACKAGE / "formats" / "seed" / folder).glob("*.py"):
            reached = {target[2] for target in own_imports(path) if target[:2] == ("formats", "seed")}
            assert reached <= {*SEED_FOLDERS[: number + 1], *SEED_GROUND}, path.name
    for name in SEED_GROUND:
        targets = own_imports(PACKAGE / "formats" / "seed" / f"{name}.py")
        assert {target[2] for target in targets if target[:2] == ("formats", "seed")} <= SEED_GROUND, name


@pytest.mark.parametrize("path", [path for path in sources() if part_of(path) not in {"cli", "__main__"}], ids=name_of)
def test_only_the_command_line_prints_exits_and_looks_at_the_environment(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & CLI_MODULES
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in FORBIDDEN_ATTRIBUTES, f"line {node.lineno}"


def test_exceptions_are_caught_broadly_at_one_place_only() -> None:
    broad = [
        name_of(path)
        for path in sources()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]
    assert broad == ["cli/__init__.py"]


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_files_stay_small_and_say_what_they_are(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    assert ast.get_docstring(tree_of(path))


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    assert not [name_of(path) for path in sources() if path.stem in {"utils", "util", "helpers", "misc", "common"}]
