"""``diff``: two versions of an article, or of a collection.

Of two collections, files that are the same to the last byte and at the same place are not even read as articles. Every
other document is read once to know its id; only what differs is read again, compared, and kept for the views, so memory
does not grow with what is the same.
"""

from __future__ import annotations

import filecmp
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus_tools import __version__
from corpus_tools.corpus.discovery import Input
from corpus_tools.delta import is_empty
from corpus_tools.diffing.compute import diff_articles
from corpus_tools.findings import Finding
from corpus_tools.model.article import Article
from corpus_tools.reporters.deltas.base import Comparison, LayerLook, Pair
from corpus_tools.services.filtering import Chosen
from corpus_tools.services.load import Loaded, Loader
from corpus_tools.services.pairing import Named, paired, place


class Compared(NamedTuple):
    """What came of a comparison.

    Attributes:
        comparison: what there is to show.
        findings: what was found in the documents.
        files: how many documents there are.
        layers: the layers that are declared, or stand in a document that differs.
    """

    comparison: Comparison
    findings: list[Finding]
    files: int
    layers: frozenset[str]


def compare(
    old: Sequence[Input],
    new: Sequence[Input],
    loader: Loader,
    chosen: Chosen = Chosen(),  # noqa: B008  it is never changed
    *,
    of_corpora: bool = False,
    track: Callable[[Iterable[Input]], Iterable[Input]] = iter,
) -> Compared:
    """Compare the documents of two sides.

    Args:
        old: the documents of the old side; one, unless `of_corpora`.
        new: the documents of the new side, likewise.
        loader: reads them.
        chosen: which changes count.
        of_corpora: whether these are collections, in which documents have to find each other.
        track: is given the documents of each collection, and yields them; may show how far they are read.
    """
    reader = _Reader(loader)
    pairs = list(_pairs(old, new, reader, chosen, track)) if of_corpora else [_pair(old[0], new[0], reader, chosen)]
    layers = {
        name for pair in pairs for article in (pair.old, pair.new) if article for name in article.get("layers", ())
    }
    definitions = loader.options.layers
    looks = {name: LayerLook(layer.title, layer.colour) for name, layer in definitions.items()}
    return Compared(
        Comparison(pairs, of_corpora, looks, __version__, reader.unread),
        reader.findings,
        len(old) + len(new),
        frozenset(layers | definitions.keys()),
    )


class _Reader:
    """Reads documents, and keeps what is found in them.

    Attributes:
        loader: reads them.
        findings: what was found.
        broken: the places of documents that are no valid articles.
        unread: the paths of these documents.
    """

    def __init__(self, loader: Loader) -> None:
        self.loader = loader
        self.findings: list[Finding] = []
        self.broken: set[str] = set()
        self.unread: list[str] = []

    def read(self, source: Input) -> Loaded:
        """Read a document for the first time."""
        loaded = self.loader.load(source)
        self.findings += loaded.findings
        if loaded.article is None:
            self.broken.add(place(source.relative))
            self.unread.append(source.path)
        return loaded

    def again(self, source: Input) -> Article | None:
        """The article of a document that was read before."""
        loaded = self.loader.load(source)
        if loaded.article is None and source.path not in self.unread:  # it could be read a moment ago
            self.findings += loaded.findings
            self.unread.append(source.path)
        return loaded.article


def _pair(old: Input, new: Input, reader: _Reader, chosen: Chosen) -> Pair:
    """Compare two documents."""
    first, second = reader.read(old), reader.read(new)
    if first.article is None or second.article is None:
        return Pair((), old.path, new.path)
    return _compared((), old.path, new.path, (first.article, second.article), chosen)


def _compared(kinds: tuple[str, ...], old: str, new: str, articles: tuple[Article, Article], chosen: Chosen) -> Pair:
    whole = diff_articles(*articles)
    delta = chosen.applied_to(whole)
    if is_empty(delta):
        return Pair(kinds, old, new, delta=delta)
    return Pair((*kinds, "changed"), old, new, *articles, delta, whole)


class _Known(NamedTuple):
    """What is kept of a document that was read: where it lies, its id and path, and the digest of its bytes."""

    source: Input
    name: Named
    digest: bytes


def _pairs(
    old: Sequence[Input],
    new: Sequence[Input],
    reader: _Reader,
    chosen: Chosen,
    track: Callable[[Iterable[Input]], Iterable[Input]],
) -> Iterator[Pair]:
    """The documents of two collections, each with the one that it is on the other side."""
    others = {source.relative: source for source in old}
    same = {
        source.relative
        for source in new
        if source.relative in others and _is_same_file(others[source.relative].path, source.path)
    }
    yield from (Pair((), name, name) for name in sorted(same))
    olds, news = (
        list(_known(track([source for source in side if source.relative not in same]), reader)) for side in (old, new)
    )

    def text_of(side: Sequence[_Known]) -> Callable[[int], str]:
        return lambda index: _text(reader.again(side[index].source))

    partners = paired([one.name for one in olds], [one.name for one in news], text_of(olds), text_of(news))
    for i, j in partners:
        if i is None or j is None:
            name = (news[j] if j is not None else olds[i or 0]).name
            if place(name.path) not in reader.broken:  # else it is on the other side, and a finding says what it lacks
                yield Pair(("added",), None, name.path) if i is None else Pair(("removed",), name.path, None)
        else:
            yield _found(olds[i], news[j], reader, chosen)


def _is_same_file(old: str, new: str) -> bool:
    try:
        return filecmp.cmp(old, new, shallow=False)
    except OSError:  # reading it will tell
        return False


def _found(old: _Known, new: _Known, reader: _Reader, chosen: Chosen) -> Pair:
    names = old.source.relative, new.source.relative
    renamed = ("renamed",) if place(names[0]) != place(names[1]) else ()
    articles = [] if old.digest == new.digest else [reader.again(one.source) for one in (old, new)]
    if not articles or articles[0] is None or articles[1] is None:
        return Pair(renamed, *names)
    return _compared(renamed, *names, (articles[0], articles[1]), chosen)


def _known(side: Iterable[Input], reader: _Reader) -> Iterator[_Known]:
    """What is kept of each document that can be read."""
    for source in side:
        loaded = reader.read(source)
        if loaded.article is not None:
            name = Named(loaded.article["id"], source.relative)
            yield _Known(source, name, hashlib.sha256(loaded.data).digest())


def _text(article: Article | None) -> str:
    return "" if article is None else "\n".join(block["text"] for block in article["blocks"])
