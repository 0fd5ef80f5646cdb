"""Annotations and relations of two versions: which belong together, and what changed in them.

An annotation is carried through the edits of the text first. What is then the same has not changed, wherever it stands;
of the others those belong together that have one id and touch, or the same words and type, or that overlap most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from typing import Any

from corpus_tools.delta import LayerChange
from corpus_tools.diffing.carry import Carry, Span
from corpus_tools.diffing.exact import same
from corpus_tools.diffing.matching import Matching, Names, Thing, changed_keys, content
from corpus_tools.model.ids import natural_key

Layer = Mapping[str, Any]
_NEAR = 8  # annotations on either side of one that are looked at for an overlap
_HALF = 0.5  # of two stretches, how much must be common for annotations of different types to be one


class LayerComparison:
    """The layers of two versions.

    Relations may end at anything, so all annotations are compared before the first relation.
    """

    def __init__(
        self, old: Mapping[str, Layer], new: Mapping[str, Layer], carry: Carry, back: Callable[[], Carry], names: Names
    ) -> None:
        """Compare `old` and `new`, the layers by name.

        Args:
            old: the layers of the old version by name.
            new: the layers of the new version by name.
            carry: from the old version to the new one.
            back: makes the way from the new version to the old one.
            names: how things are called now; what is found out about annotations and relations goes in.
        """
        self._old, self._new = old, new
        self._carry = carry
        self._make_back = back
        self._images: dict[str, Thing] = {}
        self._sure: set[str] = set()
        self._names = names
        self._order = {block: index for index, block in enumerate(carry.texts)}
        self._relations = _ids_of_relations(old), _ids_of_relations(new)

    def changes(self) -> list[LayerChange]:
        """All changes, by layer: the layer itself, its annotations in the order of the text, its relations by id."""
        found = {name: self._layer(name) for name in sorted({*self._old, *self._new})}
        both = [name for name in found if name in self._old and name in self._new]
        pairs = {(name, "annotations"): self._annotation_pairs(name) for name in both}
        for name in both:
            pairs[name, "relations"] = self._relation_pairs(name)
        for name, kind in list(pairs):
            self._name_gone(name, kind, pairs[name, kind])
        for name in both:
            for kind in ("annotations", "relations"):
                found[name] += self._list(name, kind, pairs[name, kind])
        return [change for changes in found.values() for change in changes]

    @cached_property
    def _back(self) -> Carry:
        return self._make_back()

    def _annotation_pairs(self, name: str) -> dict[str, Thing]:
        olds, news = self._old[name].get("annotations", ()), self._new[name].get("annotations", ())
        return self._pairs(olds, news, partial(_annotations, olds))

    def _relation_pairs(self, name: str) -> dict[str, Thing]:
        """Pairs of relations: first of those that do not end at relations, because then those are known."""
        pairs: dict[str, Thing] = {}
        olds, news = self._old[name].get("relations", ()), self._new[name].get("relations", ())
        if not olds or not news:
            return pairs
        for deep in (False, True):
            x = [each for each in olds if self._ends_at_relation(each, self._relations[0]) is deep]
            y = [each for each in news if self._ends_at_relation(each, self._relations[1]) is deep]
            pairs.update(self._pairs(x, y, _relations))
        return pairs

    @staticmethod
    def _ends_at_relation(relation: Thing, relations: AbstractSet[str]) -> bool:
        return relation["source"] in relations or relation["target"] in relations

    def _name_gone(self, name: str, kind: str, pairs: Mapping[str, Thing]) -> None:
        for item in self._old[name].get(kind, ()):
            if item["id"] not in pairs:
                self._names.gone(item["id"])

    def _layer(self, name: str) -> list[LayerChange]:
        """The change of the layer itself."""
        if name not in self._old:
            return [{"layer": name, "kinds": ["added"], "new": dict(self._new[name])}]
        if name not in self._new:
            for kind in ("annotations", "relations"):
                for item in self._old[name].get(kind, ()):
                    self._names.gone(item["id"])
            return [{"layer": name, "kinds": ["removed"], "old": dict(self._old[name])}]
        old, new = self._old[name], self._new[name]
        kinds = []
        agent = old.get("agent")
        if old.get("definition") != new.get("definition"):
            kinds.append("definition")
        if (agent and self._names.pointers.get(agent, agent)) != new.get("agent"):
            kinds.append("agent")
        kinds += [
            kind
            for kind in ("annotations", "relations")
            if (kind in old) != (kind in new) and not old.get(kind) and not new.get(kind)
        ]
        return [{"layer": name, "kinds": kinds, "old": head(old), "new": head(new)}] if kinds else []

    def _list(self, name: str, kind: str, pairs: Mapping[str, Thing]) -> list[LayerChange]:
        """The changes in one list of a layer."""
        made: list[tuple[Any, LayerChange]] = []
        for old in self._old[name].get(kind, ()):
            new = pairs.get(old["id"])
            if new is None:
                made.append((self._place(old, None), {"layer": name, "list": kind, "kinds": ["removed"], "old": old}))
            elif old["id"] in self._sure and ("source" not in old or self._carry.stays(old)):
                continue
            elif kinds := self._kinds(old, new):
                place = self._place(old, new)
                made.append((place, {"layer": name, "list": kind, "kinds": kinds, "old": old, "new": new}))
        if len(pairs) < len(self._new[name].get(kind, ())):
            known = {new["id"] for new in pairs.values()}
            made += [
                (self._place(None, new), {"layer": name, "list": kind, "kinds": ["added"], "new": new})
                for new in self._new[name].get(kind, ())
                if new["id"] not in known
            ]
        made.sort(key=lambda entry: entry[0])
        changes = [change for _, change in made]
        if changes and (kind in self._old[name]) != (kind in self._new[name]):
            changes[0]["with_list"] = True
        return changes

    def _pairs(
        self, olds: Sequence[Thing], news: Sequence[Thing], steps: Callable[[Matching], None]
    ) -> dict[str, Thing]:
        """New items by the ids of the old ones that they belong to."""
        carry = self._carry
        by_id = {item["id"]: item for item in news}
        pairs: dict[str, Thing] = {}
        rest: dict[str, Thing] = {}
        for old in olds:
            new = by_id.get(old["id"])
            if new is not None and same(old, new) and carry.stays(old):
                pairs[old["id"]] = new
                self._sure.add(old["id"])
            else:
                rest[old["id"]] = self._images[old["id"]] = carry.image(old)
        if rest and len(pairs) < len(news):
            matching = Matching(rest, {item["id"]: item for item in news if item["id"] not in pairs})
            matching.by_id(same)
            matching.by_key(content)
            steps(matching)
            for old_id, new in matching.pairs.items():
                self._names.same(old_id, new["id"])
            pairs.update(matching.pairs)
        return pairs

    def _kinds(self, old: Thing, new: Thing) -> list[str]:
        """What changed in an annotation or relation."""
        image = self._images.get(old["id"]) if "source" not in old else None
        image = self._carry.image(old) if image is None else image
        if "spans" not in old and "spans" not in new:
            return changed_keys(image, new)
        others = []
        if not same({**image, "id": new["id"]}, new):
            others = [key for key in changed_keys(image, new) if key != "spans"]
        x, y = old.get("spans", []), new.get("spans", [])
        carried = image.get("spans", [])
        quotes = _quotes(x)
        kinds = []
        if carried != y and not self._fit(x, y):
            kinds = ["boundary", *(["text"] if _quotes(y) != quotes != _quotes(carried) else [])]
        elif quotes != _quotes(y):
            kinds = ["text"]
        elif carried != y or not (self._carry.is_solid(x) or self._back.places(y) == _spans(old)):
            kinds = ["boundary"]
        return kinds + others

    def _fit(self, old: Sequence[Span], new: Sequence[Span]) -> bool:
        """Whether the edits alone may have made the new spans of the old ones."""
        return len(old) == len(new) and all(map(self._carry.fits, old, new))

    def _place(self, old: Thing | None, new: Thing | None) -> Any:
        """Where a change is told: by the place in the new text, then by id."""
        item = new or old
        assert item is not None
        places = [(span["block"], span["start"], span["end"]) for span in item.get("spans", ())[:1]]
        if new is None and places:
            places = self._carry.places(item["spans"])[:1]
        for block, start, end in places:
            return self._order[block], start, -end, natural_key(item["id"])
        return -1, 0, 0, natural_key(item["id"])


def _annotations(olds: Sequence[Thing], matching: Matching) -> None:
    """Pair annotations that are not the same; `olds` are all of the old version as they are there."""
    matching.by_id(_may_be_one)
    matching.by_key(lambda item: (item.get("type"), *_spans(item)) if item.get("spans") else None)
    matching.by_key(lambda item: tuple(_spans(item)) if item.get("spans") else None)
    matching.by_key(lambda item: None if item.get("spans") else (item.get("type"), item.get("entity")), alone=True)
    _pair_overlapping(matching)
    if matching.old and matching.new:  # where the words went elsewhere, nothing is left of them under the image
        there = {old["id"]: old for old in olds if old["id"] in matching.old}
        matching.by_id(lambda _, y: _has_same_words(there[y["id"]], y))


def _ids_of_relations(layers: Mapping[str, Layer]) -> AbstractSet[str]:
    return {item["id"] for layer in layers.values() for item in layer.get("relations", ())}


def head(layer: Layer) -> dict[str, Any]:
    """A layer without its items, which are empty lists where it has one."""
    return {key: [] if isinstance(value, list) else value for key, value in layer.items()}


def _relations(matching: Matching) -> None:
    """Pair relations that are not the same."""
    matching.by_id(_may_be_one_relation)
    matching.by_key(lambda item: (item.get("type"), item["source"], item["target"]))
    matching.by_key(lambda item: (item["source"], item["target"]))
    matching.by_key(lambda item: (item.get("type"), item["source"]), alone=True)
    matching.by_key(lambda item: (item.get("type"), item["target"]), alone=True)


def _may_be_one_relation(x: Thing, y: Thing) -> bool:
    """Whether two relations with one id may be one: they have an end in common, or both of them exchanged."""
    ends, others = (x["source"], x["target"]), (y["source"], y["target"])
    return ends[0] == others[0] or ends[1] == others[1] or ends == others[::-1]


def _may_be_one(x: Thing, y: Thing) -> bool:
    """Whether two annotations with one id may be one: they touch, or have the same type and words."""
    olds, news = x.get("spans", ()), y.get("spans", ())
    if not olds and not news:
        return x.get("type") == y.get("type")
    if any(_common(a, b) >= 0 for a in olds for b in news):
        return True
    return _has_same_words(x, y)


def _has_same_words(x: Thing, y: Thing) -> bool:
    """Whether two annotations mark the same words as the same type."""
    return x.get("type") == y.get("type") and _quotes(x.get("spans", ())) == _quotes(y.get("spans", ()))


def _common(a: Span, b: Span) -> int:
    """How many code points two spans have in common; below 0 if they do not even touch."""
    return min(a["end"], b["end"]) - max(a["start"], b["start"]) if a["block"] == b["block"] else -1


def _spans(item: Thing) -> list[tuple[str, int, int]]:
    return [(span["block"], span["start"], span["end"]) for span in item.get("spans", ())]


def _quotes(spans: Sequence[Span]) -> list[str]:
    """The words under spans; their order follows the blocks, which may have moved."""
    return sorted(span["text"] for span in spans)


def _pair_overlapping(matching: Matching) -> None:
    """Pair annotations that overlap, the best overlaps first.

    Those of different types must have half of their words in common, and the entity.
    """
    if not matching.old or not matching.new:
        return
    places = sorted(
        (span["block"], span["start"], name)
        for name, item in matching.new.items()
        for span in item.get("spans", ())[:1]
    )
    found = []
    for old, item in matching.old.items():
        for span in item.get("spans", ())[:1]:
            at = bisect_left(places, (span["block"], span["start"], ""))
            for block, _, new in places[max(0, at - _NEAR) : at + _NEAR]:
                if block == span["block"]:
                    other = matching.new[new]["spans"][0]
                    common = _common(span, other)
                    whole = max(span["end"], other["end"]) - min(span["start"], other["start"])
                    theirs = matching.new[new]
                    is_one_type = item.get("type") == theirs.get("type")
                    is_one_thing = item.get("entity") == theirs.get("entity") and common >= _HALF * whole
                    if common > 0 and (is_one_type or is_one_thing):
                        found.append((not is_one_type, -common / whole, natural_key(old), natural_key(new), old, new))
    for *_, old, new in sorted(found):
        if old in matching.old and new in matching.new:
            matching.pair(old, new)
