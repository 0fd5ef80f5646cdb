"""The files that are made from the schema's data and the rules: `make generate` writes them, tests compare them."""

from __future__ import annotations

from pathlib import Path

from corpus_tools.formats.tei.profile import profile
from corpus_tools.services.describe import schema_docs
from corpus_tools.services.describe_rules import rules_page

ROOT = Path(__file__).parent.parent

GENERATED = {
    "docs/schema.md": lambda: schema_docs().encode(),
    "docs/rules.md": lambda: rules_page().encode(),
    "schema/tei/news.rng": profile,
}

if __name__ == "__main__":
    for name, make in GENERATED.items():
        (ROOT / name).write_bytes(make())
