"""Fixtures and settings that all tests share."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from lxml import etree

_CALM = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
    "print_blob": True,
}
settings.register_profile("ci", derandomize=True, max_examples=100, **_CALM)
settings.register_profile("dev", max_examples=25, **_CALM)
settings.register_profile("fuzz", max_examples=5000, **_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

os.environ["CORPUS_TOOLS_NO_CACHE"] = "1"  # what one test found must not be what another looks at
os.environ.pop("CORPUS_TOOLS_CACHE", None)

_ROOT = Path(__file__).parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests that need what takes long to make in front, so that they run in one process."""
    items.sort(key=lambda item: "official_schemas" not in getattr(item, "fixturenames", ()))


def pytest_collection_finish() -> None:
    """Look for garbage less often: modules and thousands of tests stay to the end, and are looked through each time."""
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of documents that are too many or not ours to keep in the project."""
    folder = Path(os.environ.get("CORPUS_TOOLS_DATA", _ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"there are no shared documents at {folder}; CORPUS_TOOLS_DATA may name another place")
    return folder


@pytest.fixture(scope="session")
def official_schemas() -> dict[str, etree.RelaxNG]:
    """The official TEI schemas that this machine has, compiled by libxml2, by name."""
    from official import compiled_schemas

    return compiled_schemas()
