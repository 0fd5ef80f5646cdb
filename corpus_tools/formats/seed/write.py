"""An article to seed text: blocks and gaps, in the encoding and with the newlines of its origin."""

from __future__ import annotations

from typing import Any

from corpus_tools.errors import CorpusToolsError
from corpus_tools.formats.base import ReadOptions, WriteOptions, Written
from corpus_tools.formats.seed.gaps import DEFAULT_SEPARATOR
from corpus_tools.formats.seed.lines import expand_newlines
from corpus_tools.formats.seed.read import read
from corpus_tools.model.article import Article, Origin


def write(article: Article, options: WriteOptions) -> Written:
    """Write an article as plain text; what reading it does not give back is named as a loss.

    Without `origin` the text is UTF-8 with LF, a blank line between blocks and one final newline. Characters
    that the origin's encoding does not have make the file UTF-8.
    """
    data = encode(article)
    return Written(data, tuple(_losses(article, data, options)))


def encode(article: Article) -> bytes:
    """The bytes of the seed."""
    blocks = article["blocks"]
    origin = article.get("origin")
    after = origin.get("after", "") if origin is not None else "\n" * bool(blocks)
    origin = origin or Origin()
    separator = origin.get("separator", DEFAULT_SEPARATOR)
    pieces: list[str] = []
    for number, block in enumerate(blocks):
        pieces += (block.get("before", separator if number else ""), block["text"])
    text = expand_newlines("".join(pieces) + after, origin.get("newline"))
    try:
        return text.encode(origin.get("encoding", "utf-8"))
    except (LookupError, ValueError):
        return text.encode("utf-8", "surrogatepass")


def _losses(article: Article, data: bytes, writing: WriteOptions) -> list[str]:
    origin = article.get("origin", Origin())
    options = ReadOptions(
        file=origin.get("file", "-"),
        id=article["id"],
        language=article.get("language"),
        detect_language=False,
        style=writing.style,
        encoding=origin.get("encoding"),
    )
    try:
        again = read(data, options)
    except CorpusToolsError as error:
        return [f"the text cannot be read back: {error}"]
    return [] if again == article else _differences(dict(article), dict(again))


def _differences(article: dict[str, Any], again: dict[str, Any]) -> list[str]:
    """One sentence for each part of the model that reading the seed does not give back."""
    lists = ("entities", "groups", "agents", "revisions")
    found = [_counted(key, article.get(key, ())) for key in lists if article.get(key) != again.get(key)]
    found += _different_blocks(article["blocks"], again["blocks"])
    found += _different_layers(article.get("layers", {}), again.get("layers", {}))
    found += _different_keys("metadata", article["metadata"], again["metadata"])
    found += _different_keys("origin", article.get("origin", {}), again.get("origin", {}))
    if "extra" in article:
        found.append("extra: not held")
    if article["schema_version"] != again["schema_version"]:
        found.append("schema_version: not held")
    return found or ["the order of items is not held"]


def _counted(key: str, items: Any) -> str:
    return f"{key}: its {len(items)} items are not what the text says" if items else f"{key}: only the text has some"


def _different_blocks(blocks: list[Any], again: list[Any]) -> list[str]:
    if len(blocks) != len(again):
        return [f"blocks: {len(blocks)} read back as {len(again)}"]
    changed = [left for left, right in zip(blocks, again, strict=True) if left != right]
    return [f"blocks: {len(changed)} read back otherwise ({changed[0]['id']} first)"] if changed else []


def _different_layers(layers: dict[str, Any], again: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for name in sorted({*layers, *again}):
        if layers.get(name) != again.get(name):
            layer = layers.get(name, {})
            size = len(layer.get("annotations", ())) + len(layer.get("relations", ()))
            found.append(f"layer {name}: its {size} items are not what the text says")
    return found


def _different_keys(name: str, mapping: dict[str, Any], again: dict[str, Any]) -> list[str]:
    keys = [key for key in sorted({*mapping, *again}) if mapping.get(key) != again.get(key)]
    return [f"{name}: the text does not give {', '.join(keys)}"] if keys else []
