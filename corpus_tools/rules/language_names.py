"""Languages that are told by their names, where tags are asked for."""

from __future__ import annotations

from functools import cache

from corpus_tools.schemas import load_schema, schema_path


def tag_for(text: str) -> str | None:
    """The tag that is meant by `English` or `Portuguese-BR`, if seeds are read in that language."""
    name, _, rest = text.partition("-")
    tag = _names().get(name.lower())
    return f"{tag}-{rest}" if tag and rest else tag


def hint_for(tag: str | None) -> str:
    """What to do where `tag` is meant, or where nobody knows which."""
    return "write it as in en or pt-BR" if tag is None else f"write {tag}"


@cache
def _names() -> dict[str, str]:
    """Tags by English names in lower case."""
    tables = [load_schema(f"seed/{path.name}") for path in schema_path("seed").glob("*.json")]
    return {table["name"].lower(): table["language"] for table in tables}
