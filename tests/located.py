"""A small article, the findings about a file, and what of the file they mark."""

from __future__ import annotations

import json
from typing import Any

from corpus_tools.findings import Finding
from corpus_tools.services.load import Loader, LoadOptions

ARTICLE: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "a",
    "metadata": {},
    "blocks": [{"id": "b1", "role": "paragraph", "text": "Rain in Lisbon."}],
}


def findings(data: bytes | Any, name: str = "x.json", **options: Any) -> list[Finding]:
    data = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return Loader(LoadOptions(**options)).load_bytes(name, data).findings


def marked(finding: Finding) -> str:
    excerpt = finding.excerpt
    assert excerpt is not None
    return excerpt.text[excerpt.start : excerpt.end]


def place(finding: Finding) -> tuple[int | None, ...]:
    where = finding.location
    return where.line, where.column, where.end_line, where.end_column
