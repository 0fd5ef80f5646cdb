"""Why a delta cannot be applied to an article: the first thing in which it is not the one the delta was made for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NoReturn

from corpus_tools.delta import Delta
from corpus_tools.diffing.exact import digest
from corpus_tools.errors import DeltaError
from corpus_tools.model.article import Article


def refuse(article: Article, delta: Delta) -> NoReturn:
    """Say why `delta` was not made for `article`, which is in canonical form.

    Raises:
        DeltaError: always.
    """
    raise DeltaError(_reason(article, delta))


def _reason(article: Any, delta: Delta) -> str:
    if digest(article) == delta["new"]["sha256"]:
        return "the article is the delta's new version already"
    if article["id"] != delta["old"]["id"]:
        return f"the delta was made for article {delta['old']['id']}, this one is {article['id']}"
    found = next(chain(_blocks(article, delta), _things(article, delta), _items(article, delta)), None)
    return f"the delta was made for another version of the article: {found or 'they differ where it changes nothing'}"


def _blocks(article: Any, delta: Delta) -> Iterator[str]:
    texts = {block["id"]: block["text"] for block in article["blocks"]}
    for change in delta["blocks"]:
        for placed in change["old"]:
            if placed["block"]["id"] not in texts:
                yield f"there is no block {placed['block']['id']}"
        for edit in change["edits"]:
            told = edit["old"]
            found = texts.get(told["block"], "")[told["start"] : told["end"]]
            if "end_block" not in told and found != told["text"]:
                yield f"in block {told['block']} at {told['start']} stands {found!r}, not {told['text']!r}"


def _things(article: Any, delta: Delta) -> Iterator[str]:
    for part, changes in (("group", delta["groups"]), ("entity", delta["entities"]), ("agent", delta["agents"])):
        things = [thing for kind in ("groups", "entities", "agents") for thing in article.get(kind, ())]
        for change in changes:
            if "old" in change and change["old"] not in things:
                yield f"{part} {change['old']['id']} is not as it was"


def _items(article: Any, delta: Delta) -> Iterator[str]:
    for change in delta["layers"]:
        if "list" in change and "old" in change:
            items = article.get("layers", {}).get(change["layer"], {}).get(change["list"], ())
            if change["old"] not in items:
                yield f"{change['old']['id']} in layer {change['layer']} is not as it was"
