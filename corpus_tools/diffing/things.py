"""Agents, groups and entities of two versions: which belong together, and what changed in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from corpus_tools.delta import ThingChange
from corpus_tools.diffing.align import Alignment
from corpus_tools.diffing.carry import Carry
from corpus_tools.diffing.exact import same
from corpus_tools.diffing.matching import Matching, Names, Thing, content, thing_changes

_Votes = Callable[[], Iterable[tuple[str, str]]]
_Steps = Callable[[Matching], None]


def agents(old: Mapping[str, Any], new: Mapping[str, Any], names: Names) -> list[ThingChange]:
    """The changes of agents; how they are called now goes into `names`."""

    def steps(matching: Matching) -> None:
        matching.by_key(content)
        matching.by_id(lambda x, y: x["type"] == y["type"] or x["name"] == y["name"])
        matching.by_key(lambda x: (x["type"], x["name"]), alone=True)

    return _changes(old.get("agents", []), new.get("agents", []), names, steps)


def groups(old: Mapping[str, Any], new: Mapping[str, Any], alignment: Alignment, names: Names) -> list[ThingChange]:
    """The changes of groups; a group is known by the blocks in it."""

    def votes() -> Iterable[tuple[str, str]]:
        for match in alignment.matches:
            x, y = old["blocks"][match.old[0]], new["blocks"][match.new[0]]
            if "part_of" in x and "part_of" in y:
                yield x["part_of"], y["part_of"]

    def steps(matching: Matching) -> None:
        matching.by_votes(votes())
        matching.by_id(lambda x, y: x["type"] == y["type"])
        matching.by_key(content)

    return _changes(old.get("groups", []), new.get("groups", []), names, steps, votes)


def entities(old: Mapping[str, Any], new: Mapping[str, Any], carry: Carry, names: Names) -> list[ThingChange]:
    """The changes of entities; one without a name is known by its mentions."""
    olds, news = old.get("entities", []), new.get("entities", [])

    def votes() -> Iterable[tuple[str, str]]:
        return _mention_votes(old, new, carry)

    def steps(matching: Matching) -> None:
        matching.by_key(lambda x: None if _is_anonymous(x) else content(x), alone=True)
        anonymous = {thing["id"] for thing in (*olds, *news) if _is_anonymous(thing)}
        matching.by_votes(vote for vote in votes() if anonymous.issuperset(vote))
        matching.by_id(_is_one_entity)
        for key in (_first_uri, _type_and_name, _name):
            matching.by_key(key, alone=True)
        matching.by_votes(votes())
        matching.by_key(content)

    return _changes(olds, news, names, steps, votes if any(map(_is_anonymous, olds)) else None)


def _is_anonymous(thing: Thing) -> bool:
    return "name" not in thing and "uris" not in thing


def _is_one_entity(x: Thing, y: Thing) -> bool:
    """Whether two entities with one id may be one: something that tells entities apart is the same."""
    if "name" not in x or "name" not in y:
        return bool(x["type"] == y["type"])
    return bool(x["name"].casefold() == y["name"].casefold()) or x["type"] == y["type"]


def _first_uri(thing: Thing) -> Hashable | None:
    uris = thing.get("uris")
    return uris[0] if uris else None


def _type_and_name(thing: Thing) -> Hashable | None:
    return (thing["type"], thing["name"]) if "name" in thing else None


def _name(thing: Thing) -> Hashable | None:
    return thing.get("name")


def _mention_votes(old: Mapping[str, Any], new: Mapping[str, Any], carry: Carry) -> Iterable[tuple[str, str]]:
    """The entities that mentions of the same words point at, in both versions."""
    mentions = {
        (name, item.get("type"), span["block"], span["start"], span["end"]): item["entity"]
        for name, item, span in _mentions(new)
    }
    for name, item, span in _mentions(old):
        places = carry.places([span])
        if places and (found := mentions.get((name, item.get("type"), *places[0]))):
            yield item["entity"], found


def _mentions(article: Mapping[str, Any]) -> Iterable[tuple[str, Thing, Thing]]:
    for name, layer in article.get("layers", {}).items():
        for item in layer.get("annotations", ()):
            if "entity" in item and item.get("spans"):
                yield name, item, item["spans"][0]


def _changes(
    olds: Sequence[Thing],
    news: Sequence[Thing],
    names: Names,
    steps: _Steps,
    votes: _Votes | None = None,
) -> list[ThingChange]:
    """Pair things by `steps`, but first those that did not change; `votes` may say that these are others by that id."""
    if not names.pointers and same(olds, news):
        return []
    images = {thing["id"]: _image(thing, names.pointers) for thing in olds}
    matching = Matching(images, {thing["id"]: thing for thing in news})
    contradicted: set[str] = set()
    if votes is not None and [thing["id"] for thing in olds] != [thing["id"] for thing in news]:
        sure: dict[str, set[str]] = {}
        for x, y in votes():
            sure.setdefault(x, set()).add(y)
        contradicted = {x for x, found in sure.items() if x not in found}
    matching.by_id(lambda x, y: x["id"] not in contradicted and same(x, y))
    steps(matching)
    for thing in olds:
        if (pair := matching.pairs.get(thing["id"])) is None:
            names.gone(thing["id"])
        else:
            names.same(thing["id"], pair["id"])
    images = {thing["id"]: _image(thing, names.pointers) for thing in olds}
    return thing_changes(olds, news, images, matching.pairs)


def _image(thing: Thing, pointers: Mapping[str, str]) -> Thing:
    made = thing
    for key in ("agent", "part_of"):
        if key in thing and thing[key] in pointers:
            made = {**made, key: pointers[thing[key]]}
    return made
