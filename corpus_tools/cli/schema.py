"""``corpus-tools schema``."""

from __future__ import annotations

import click

from corpus_tools.cli.output import emit, say
from corpus_tools.errors import UsageError


@click.group()
def schema() -> None:
    """Show the schemas, the layers and the TEI mapping."""


@schema.command("list")
def list_files() -> None:
    """List the files of the schema with their titles."""
    from corpus_tools.schemas import load_schema, schema_files

    names = schema_files()
    width = max(map(len, names))
    for name in names:
        title = load_schema(name).get("title", "") if name.endswith(".json") else ""
        say(f"{name:<{width}}  {title}".rstrip() + "\n")


@schema.command()
@click.argument("name")
def show(name: str) -> None:
    """Print one file of the schema, by the name that `schema list` gives."""
    from corpus_tools.schemas import schema_files, schema_path

    found = next(
        (
            file
            for file in schema_files()
            if name in (file, file.removesuffix(".json"), file.removesuffix(".schema.json"))
        ),
        None,
    )
    if found is None:
        raise UsageError(f"no such schema file: {name}; there are: {' '.join(schema_files())}")
    emit(schema_path(found).read_bytes())


@schema.command()
def docs() -> None:
    """Print the documentation of the schemas, layers and mapping, as Markdown."""
    from corpus_tools.services.describe import schema_docs

    emit(schema_docs().encode())
