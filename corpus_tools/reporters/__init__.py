"""The forms a report can have: one module each, and the table of them all.

The table names modules, so that asking for help loads none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_tools.reporters.base import Reporter

REPORTERS: dict[str, str] = {
    "text": "corpus_tools.reporters.text",
    "json": "corpus_tools.reporters.json_",
    "jsonl": "corpus_tools.reporters.jsonl",
    "sarif": "corpus_tools.reporters.sarif",
    "code-scanning": "corpus_tools.reporters.code_scanning",
    "github": "corpus_tools.reporters.github",
    "markdown": "corpus_tools.reporters.markdown",
}
"""The module of each reporter by the name used on the command line."""


def load_reporter(name: str) -> Reporter:
    """The reporter `name` of `REPORTERS`, loaded."""
    loaded: Reporter = import_module(REPORTERS[name]).report
    return loaded
