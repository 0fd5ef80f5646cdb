"""Seeds put together from blocks, and what they are read to be: roles, and the metadata that they state."""

from __future__ import annotations

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def read(*blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}))


def roles(*blocks: str) -> list[str]:
    return roles_of(read(*blocks))


def roles_of(article: Article) -> list[str]:
    return [block["role"] for block in article["blocks"]]


def credits_of(article: Article) -> list[str]:
    """The words that the field annotations of credits quote."""
    annotations = article["layers"]["field"].get("annotations", [])
    return [each["spans"][0]["text"] for each in annotations if each["type"] == "credit"]


def fields(article: Article) -> list[tuple[str, str, str | None]]:
    """Type, quoted words and value of each field annotation but the title."""
    return [
        (item["type"], item["spans"][0]["text"], item.get("attributes", {}).get("value"))
        for item in article["layers"]["field"]["annotations"]
        if item["type"] != "title"
    ]
