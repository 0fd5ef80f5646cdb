"""Views of a comparison: one module for each form, and the table of them all."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_tools.reporters.deltas.base import DeltaReporter

DELTA_REPORTERS: dict[str, str] = {
    "text": "corpus_tools.reporters.deltas.text",
    "json": "corpus_tools.reporters.deltas.json_",
    "markdown": "corpus_tools.reporters.deltas.markdown",
    "html": "corpus_tools.reporters.deltas.html",
}
"""The module of each view by the name used on the command line."""


def load_delta_reporter(name: str) -> DeltaReporter:
    """The view `name` of `DELTA_REPORTERS`, loaded."""
    loaded: DeltaReporter = import_module(DELTA_REPORTERS[name]).report
    return loaded
