"""``roundtrip``: the laws, proved for the documents at hand.

seed  ``write_seed(read_seed(bytes)) == bytes``
json  ``read_json(write_json(a)) == a``, and writing that again gives the same bytes
tei   ``read_tei(write_tei(a)) == a``, and writing that again gives the same bytes
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from corpus_tools.errors import SourceError
from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical
from corpus_tools.model.pointers import escape
from corpus_tools.services.load import Loaded, Loader

LAWS = ("seed", "json", "tei")
_SHOWN = 3
_WIDTH = 100


class Broken(NamedTuple):
    """A law that a document breaks, and where: a few lines for people."""

    law: str
    differences: tuple[str, ...]


def prove(loaded: Loaded, loader: Loader, via: str | None = None) -> list[Broken]:
    """Try the laws on one article and tell the broken ones.

    Args:
        loaded: the article; it must be one.
        loader: what it was loaded with.
        via: name of the format to try; all if absent, but the seed law only for a seed.
    """
    assert loaded.format is not None
    assert loaded.article is not None
    is_seed = loaded.format.name == "seed"
    laws = [via] if via else [law for law in LAWS if law != "seed" or is_seed]
    broken = []
    for law in laws:
        try:
            differences = _seed_law(loaded, loader) if law == "seed" else _article_law(loaded.article, law, loader)
            found = tuple(differences)
        except SourceError as error:
            found = (f"cannot be read back: {error}",)
        if found:
            broken.append(Broken(law, found))
    return broken


def _seed_law(loaded: Loaded, loader: Loader) -> Iterator[str]:
    """A seed must come back as it was; of another document, the seed it gives must."""
    assert loaded.format is not None
    assert loaded.article is not None
    seed = load_format("seed")
    options = WriteOptions(layers=loader.options.layers)
    written = seed.write(loaded.article, options).data
    if loaded.format.name == "seed":
        yield from first_difference(loaded.data, written)
        return
    encoding = loaded.article.get("origin", {}).get("encoding")
    article = seed.read(written, replace(_read_options(loader), encoding=encoding, detect_language=False))
    yield from first_difference(written, seed.write(article, options).data)


def _article_law(article: Article, name: str, loader: Loader) -> Iterator[str]:
    used = load_format(name)
    options = WriteOptions(layers=loader.options.layers)
    written = used.write(article, options).data
    back = used.read(written, _read_options(loader))
    wanted = canonical(article)
    if back != wanted:
        yield from differences(wanted, back)
    yield from first_difference(written, used.write(back, options).data)


def _read_options(loader: Loader) -> ReadOptions:
    return ReadOptions(layers=loader.options.layers)


def differences(wanted: Any, got: Any) -> Iterator[str]:
    """Say the first few places where two JSON values differ, as JSON Pointers with both values."""
    for number, (pointer, left, right) in enumerate(_compare(wanted, got, "")):
        if number == _SHOWN:
            yield "…"
            return
        yield f"{pointer or '(document)'}: {_show(left)} became {_show(right)}"


_ABSENT = object()


def _compare(left: Any, right: Any, pointer: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(left, dict) and isinstance(right, dict):
        for key in [*left, *(key for key in right if key not in left)]:
            yield from _compare(left.get(key, _ABSENT), right.get(key, _ABSENT), f"{pointer}/{escape(key)}")
    elif isinstance(left, list) and isinstance(right, list):
        for index in range(max(len(left), len(right))):
            old = left[index] if index < len(left) else _ABSENT
            new = right[index] if index < len(right) else _ABSENT
            yield from _compare(old, new, f"{pointer}/{index}")
    elif left != right or type(left) is not type(right):
        yield pointer, left, right


def _show(value: Any) -> str:
    return "nothing" if value is _ABSENT else _cut(repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def first_difference(wanted: bytes, got: bytes) -> Iterator[str]:
    """Say the first line where two texts differ; nothing if they are equal."""
    if wanted == got:
        return
    old, new = wanted.split(b"\n"), got.split(b"\n")
    index = next(
        (i for i, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    yield f"line {index + 1}: {_line(old, index)} became {_line(new, index)}"


def _line(lines: list[bytes], index: int) -> str:
    return _cut(repr(lines[index].decode("utf-8", "backslashreplace"))) if index < len(lines) else "the end of the file"
