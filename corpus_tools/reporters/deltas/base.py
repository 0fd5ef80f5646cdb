"""What a view of a comparison is: a function from a `Comparison` to text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, NamedTuple

from corpus_tools.delta import PARTS, Delta, is_empty
from corpus_tools.model.article import Article
from corpus_tools.reporters.base import count


def _are_equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


class Pair(NamedTuple):
    """Two versions of one document, of which one may be missing.

    Attributes:
        kinds: what happened: ``added``, ``removed``, ``renamed``, ``changed``; none if nothing did.
        old_file: the file of the old version, as the user named it; None if the document was added.
        new_file: the file of the new version; None if the document was removed.
        old: the old version; None if it was added, or cannot be read.
        new: the new version; None if it was removed, or cannot be read.
        delta: what is shown of what lies between them; None if there are not two articles.
        whole: all that lies between them, if that is more.
    """

    kinds: tuple[str, ...]
    old_file: str | None
    new_file: str | None
    old: Article | None = None
    new: Article | None = None
    delta: Delta | None = None
    whole: Delta | None = None

    @property
    def differs(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.kinds) or (self.delta is not None and not is_empty(self.delta))

    @property
    def name(self) -> str:
        """The document as it is named in a list; the folder that both files lie in is told once."""
        if self.old_file is None or self.new_file is None or self.old_file == self.new_file:
            return self.new_file or self.old_file or ""
        folders = [path.split("/")[:-1] for path in (self.old_file, self.new_file)]
        shared = "".join(f"{one}/" for one, _ in takewhile(_are_equal, zip(*folders, strict=False)))
        if not shared.strip("/"):
            return f"{self.old_file} → {self.new_file}"
        return f"{shared}{{{self.old_file[len(shared) :]} → {self.new_file[len(shared) :]}}}"


class LayerLook(NamedTuple):
    """How a layer is shown: its title, and a colour as ``#rrggbb``."""

    title: str
    colour: str


UNKNOWN_COLOUR = "#888888"
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Comparison:
    """What there is to show.

    Attributes:
        pairs: the documents, in order; those that do not differ may be among them.
        of_corpora: whether collections are compared, and not one pair of files.
        layers: the layers by name, as far as they are declared.
        version: version of the program.
        unread: the documents that were not compared because they are no valid articles, as the user named them.
    """

    pairs: Sequence[Pair]
    of_corpora: bool = False
    layers: Mapping[str, LayerLook] = field(default_factory=dict)
    version: str = ""
    unread: Sequence[str] = ()

    @property
    def differing(self) -> list[Pair]:
        """The documents that differ."""
        return [pair for pair in self.pairs if pair.differs]

    def look(self, layer: str) -> LayerLook:
        """How a layer is shown."""
        return self.layers.get(layer, LayerLook(layer, UNKNOWN_COLOUR))


DeltaReporter = Callable[[Comparison], str]
"""A comparison to its text with a final newline; the same comparison always gives the same text."""


def not_compared(unread: Sequence[str], most: int = _MOST_NAMES) -> str:
    """Which documents were not compared, such as ``1 document was not compared: a.json``; `most` are named."""
    said = f"{count(len(unread), 'document')} {'was' if len(unread) == 1 else 'were'} not compared"
    more = f" and {len(unread) - most} more" if len(unread) > most else ""
    return f"{said}: {', '.join(unread[:most])}{more}"


def changes_of(delta: Delta) -> Iterator[tuple[str, Sequence[str]]]:
    """The kinds of each change, with what it is a change of: a layer by its name, another part by its key."""
    parts: Mapping[str, Any] = delta
    for part in PARTS:
        for change in parts[part]:
            yield change.get("layer", part), change["kinds"]


def tally(pair: Pair) -> Counter[str]:
    """How many changes there are of each layer and part, in the order of the article."""
    return Counter(what for what, _ in changes_of(pair.delta)) if pair.delta else Counter()


_NOUNS = {
    "metadata": ("metadata field", "metadata fields"),
    "origin": ("field of the origin", "fields of the origin"),
    "blocks": ("block", "blocks"),
    "groups": ("group", "groups"),
    "entities": ("entity", "entities"),
    "agents": ("agent", "agents"),
    "revisions": ("revision", "revisions"),
}


def told(counted: Mapping[str, int]) -> str:
    """Counts in words, such as ``2 blocks, 3 in layer entity``."""
    return ", ".join(_told(what, number) for what, number in counted.items())


def _told(what: str, number: int) -> str:
    if what in _NOUNS:
        return f"{number} {_NOUNS[what][number > 1]}"
    return what if what in PARTS else f"{number} in layer {what}"
