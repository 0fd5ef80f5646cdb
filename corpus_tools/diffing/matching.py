"""Things of two versions that belong together: the same id first, then the same content, then what is left of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

from corpus_tools.delta import ThingChange
from corpus_tools.diffing.exact import exact_bytes, same
from corpus_tools.diffing.values import keys_of

Thing = dict[str, Any]
Key = Callable[[Thing], Hashable | None]


class Names:
    """How things of the old version are called in the new one.

    Attributes:
        ids: new ids by old ones, where they differ.
        pointers: the same, for telling whether two pointers mean the same thing. The empty string, which is no id,
            stands for an old id whose thing is gone while the new version has another thing of that id.
    """

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Begin with the ids of the two articles."""
        self.ids: dict[str, str] = {}
        self.pointers: dict[str, str] = {}
        self._new = new
        self._taken: set[str] | None = None
        if old["id"] != new["id"]:
            self.pointers[old["id"]] = new["id"]

    def same(self, old: str, new: str) -> None:
        """The thing `old` is called `new` now."""
        if old != new:
            self.ids[old] = self.pointers[old] = new

    def gone(self, old: str) -> None:
        """The thing `old` is gone."""
        if self._taken is None:
            self._taken = set(_all_ids(self._new))
        if old in self._taken:
            self.pointers[old] = ""


def _all_ids(article: Mapping[str, Any]) -> Iterator[str]:
    yield article["id"]
    for part in ("blocks", "groups", "entities", "agents"):
        yield from (thing["id"] for thing in article.get(part, ()))
    for layer in article.get("layers", {}).values():
        for part in ("annotations", "relations"):
            yield from (item["id"] for item in layer.get(part, ()))


class Matching:
    """Pairs that are found step by step; each step looks at what the ones before left over.

    Attributes:
        pairs: new things by the ids of old ones.
        old: the old things left over, as they would be in the new version if nothing else had changed, by old id.
        new: the new things left over, by id.
    """

    def __init__(self, old: Mapping[str, Thing], new: Mapping[str, Thing]) -> None:
        """Begin with everything left over."""
        self.pairs: dict[str, Thing] = {}
        self.old = dict(old)
        self.new = dict(new)

    def pair(self, old: str, new: str) -> None:
        """Two things belong together."""
        self.pairs[old] = self.new.pop(new)
        del self.old[old]

    def by_id(self, plausible: Callable[[Thing, Thing], bool]) -> None:
        """Pair things with one id if that is plausible."""
        if self.new:
            for old in [each for each in self.old if each in self.new]:
                if plausible(self.old[old], self.new[old]):
                    self.pair(old, old)

    def by_key(self, key: Key, *, alone: bool = False) -> None:
        """Pair things with equal keys, in their order; with `alone` only if no other thing has that key.

        A thing without a key, that is None, is left out.
        """
        if not self.old or not self.new:
            return
        olds, news = _keyed(self.old, key), _keyed(self.new, key)
        for value, found in olds.items():
            others = news.get(value, [])
            if not alone or len(found) == len(others) == 1:
                for old, new in zip(found, others, strict=False):
                    self.pair(old, new)

    def by_votes(self, votes: Iterable[tuple[str, str]]) -> None:
        """Pair the things that most votes say belong together."""
        if not self.old or not self.new:
            return
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for old, new in votes:
            if old in self.old and new in self.new:
                counts[old, new] += 1
        for old, new in sorted(counts, key=lambda pair: -counts[pair]):
            if old in self.old and new in self.new:
                self.pair(old, new)


def _keyed(things: Mapping[str, Thing], key: Key) -> dict[Hashable, list[str]]:
    made: dict[Hashable, list[str]] = defaultdict(list)
    for name, thing in things.items():
        value = key(thing)
        if value is not None:
            made[value].append(name)
    return made


def content(thing: Thing) -> bytes:
    """All of a thing but its id, as a key."""
    return exact_bytes({key: value for key, value in thing.items() if key != "id"})


def changed_keys(old: Thing, new: Thing) -> list[str]:
    """The keys, but the id, whose values differ."""
    return [
        key
        for key in keys_of(old, new)
        if key != "id" and ((key in old) != (key in new) or not same(old[key], new[key]))
    ]


def thing_changes(
    olds: Iterable[Thing], news: Iterable[Thing], images: Mapping[str, Thing], pairs: Mapping[str, Thing]
) -> list[ThingChange]:
    """The changes of groups, entities or agents: in the order of the old version, then what was added.

    Args:
        olds: the things of the old version.
        news: the things of the new version.
        images: the old ones as they would be in the new version, by id.
        pairs: new things by the ids of old ones.
    """
    made: list[ThingChange] = []
    for old in olds:
        new = pairs.get(old["id"])
        if new is None:
            made.append({"kinds": ["removed"], "old": old})
        elif kinds := changed_keys(images[old["id"]], new):
            made.append({"kinds": kinds, "old": old, "new": new})
    known = {new["id"] for new in pairs.values()}
    made += [{"kinds": ["added"], "new": new} for new in news if new["id"] not in known]
    return made
