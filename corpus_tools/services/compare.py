"""``diff``: two versions of an article, or of a collection.

Of two collections every document is read once to know its id. Those whose bytes are the same on both sides are left at
that; only what differs is read again, compared, and kept for the views, so memory does not grow with what is the same.
"""

from __future__ import annotations

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
from corpus_tools.services.load import Loader
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
    findings: list[Finding] = []
    if of_corpora:
        pairs = list(_pairs(old, new, loader, chosen, findings, track))
    else:
        pairs = [_pair(old[0], new[0], loader, chosen, findings)]
    layers = {
        name for pair in pairs for article in (pair.old, pair.new) if article for name in article.get("layers", ())
    }
    definitions = loader.options.layers
    looks = {name: LayerLook(layer.title, layer.colour) for name, layer in definitions.items()}
    return Compared(
        Comparison(pairs, of_corpora, looks, __version__),
        findings,
        len(old) + len(new),
        frozenset(layers | definitions.keys()),
    )


def _pair(old: Input, new: Input, loader: Loader, chosen: Chosen, findings: list[Finding]) -> Pair:
    """Compare two documents; what is found in them is added to `findings`."""
    loaded = [loader.load(source) for source in (old, new)]
    findings += [finding for one in loaded for finding in one.findings]
    first, second = loaded
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
    loader: Loader,
    chosen: Chosen,
    findings: list[Finding],
    track: Callable[[Iterable[Input]], Iterable[Input]],
) -> Iterator[Pair]:
    """The documents of two collections, each with the one that it is on the other side."""
    broken: set[str] = set()
    olds, news = (list(_known(track(side), loader, findings, broken)) for side in (old, new))

    def text_of(side: Sequence[_Known]) -> Callable[[int], str]:
        return lambda index: _text(side[index].source, loader)

    partners = paired([one.name for one in olds], [one.name for one in news], text_of(olds), text_of(news))
    for i, j in partners:
        if i is None or j is None:
            name = (news[j] if j is not None else olds[i or 0]).name
            if place(name.path) not in broken:  # else it is there on the other side, and a finding says what it lacks
                yield Pair(("added",), None, name.path) if i is None else Pair(("removed",), name.path, None)
        else:
            yield _found(olds[i], news[j], loader, chosen)


def _found(old: _Known, new: _Known, loader: Loader, chosen: Chosen) -> Pair:
    names = old.source.relative, new.source.relative
    renamed = ("renamed",) if names[0] != names[1] else ()
    articles = [] if old.digest == new.digest else [loader.load(one.source).article for one in (old, new)]
    if not articles or articles[0] is None or articles[1] is None:  # None: it could be read a moment ago
        return Pair(renamed, *names)
    return _compared(renamed, *names, (articles[0], articles[1]), chosen)


def _known(side: Iterable[Input], loader: Loader, findings: list[Finding], broken: set[str]) -> Iterator[_Known]:
    """What is kept of each document that can be read; the places of the others are added to `broken`."""
    for source in side:
        loaded = loader.load(source)
        findings += loaded.findings
        if loaded.article is None:
            broken.add(place(source.relative))
        else:
            yield _Known(source, Named(loaded.article["id"], source.relative), hashlib.sha256(loaded.data).digest())


def _text(source: Input, loader: Loader) -> str:
    article = loader.load(source).article
    return "" if article is None else "\n".join(block["text"] for block in article["blocks"])
