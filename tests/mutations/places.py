"""What a mutation is, and where in an article it can be made: tuples that are its arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

Json = dict[str, Any]
Places = Callable[[Json], Iterable[Any]]
Break = Callable[..., "str | set[str]"]


class Mutation(NamedTuple):
    """The code that is to be found, where it can be made, and how; whether TEI can say it, if its rule says so."""

    code: str
    places: Places
    make: Break
    in_tei: bool


MUTATIONS: list[Mutation] = []
NEW = "zz9"
"""The id of what a mutation adds."""


def breaks(code: str, places: Places, *, in_tei: bool = True) -> Callable[[Break], Break]:
    """Register a mutation; with `in_tei` false, TEI has no way to say it, though it can break the rule otherwise."""

    def register(make: Break) -> Break:
        MUTATIONS.append(Mutation(code, places, make, in_tei))
        return make

    return register


def once(_article: Json) -> Iterator[tuple[()]]:
    yield ()


def blocks(article: Json) -> Iterator[tuple[int]]:
    for number, block in enumerate(article["blocks"]):
        if block["role"] == "paragraph":
            yield (number,)


def items(layer: str, wanted: Callable[[Json, Json], object] = lambda _article, _item: True) -> Places:
    """The places of the annotations and relations of a layer that are `wanted`."""

    def places(article: Json) -> Iterator[tuple[str, int]]:
        for kind in ("annotations", "relations"):
            for number, item in enumerate(article["layers"].get(layer, {}).get(kind, ())):
                if wanted(article, item):
                    yield f"/layers/{layer}/{kind}/{number}", number

    return places


def is_end(article: Json, item: Json) -> bool:
    """Whether a relation begins or ends at `item`."""
    relations = [each for layer in article["layers"].values() for each in layer.get("relations", ())]
    return any(item["id"] in (relation["source"], relation["target"]) for relation in relations)


def text_of(article: Json, span: Json) -> str:
    return next(block["text"] for block in article["blocks"] if block["id"] == span["block"])


def place_of(article: Json, span: Json) -> str:
    return f"/blocks/{[block['id'] for block in article['blocks']].index(span['block'])}/text"


def at(article: Json, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        article = article[int(key)] if isinstance(article, list) else article[key]
    return article


def listed(article: Json, pointer: str) -> list[Json]:
    """The list in which the item at `pointer` stands."""
    return at(article, pointer.rpartition("/")[0])  # type: ignore[no-any-return]


def added(article: Json, pointer: str, item: Json) -> str:
    """The pointer of `item`, put at the end of the list in which the item at `pointer` stands."""
    listed(article, pointer).append(item)
    return f"{pointer.rpartition('/')[0]}/{len(listed(article, pointer)) - 1}"


def cut(article: Json, span: Json, start: int, end: int) -> Json:
    return {"block": span["block"], "start": start, "end": end, "text": text_of(article, span)[start:end]}


def has_one_span(_article: Json, item: Json) -> bool:
    return len(item.get("spans", ())) == 1


def is_mention(_article: Json, item: Json) -> bool:
    return "entity" in item and len(item.get("spans", ())) == 1
