"""Which changes of a comparison are looked at: all, or those of some parts and layers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final, cast

from corpus_tools.delta import PARTS, Delta

IDS: Final = "ids"
"""The name of what things are called now that had another id."""

_SAID_OTHERWISE = {"text": "blocks"}
NAMES: Final = (*PARTS, IDS, *_SAID_OTHERWISE)
"""The parts of a delta that can be named; every other name is that of a layer."""


class Chosen:
    """The parts and layers that a user wants to see."""

    def __init__(self, only: Iterable[str] = (), ignored: Iterable[str] = ()) -> None:
        """Take `only` these parts and layers, if any are named, and never those that are `ignored`."""
        self._only = {_SAID_OTHERWISE.get(name, name) for name in only}
        self._ignored = {_SAID_OTHERWISE.get(name, name) for name in ignored}
        self.layers = (self._only | self._ignored) - set(NAMES)

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not self._only and not self._ignored

    def applied_to(self, delta: Delta) -> Delta:
        """The delta without the changes that are not wanted; it does not lead to the new version any more."""
        if self.is_everything:
            return delta
        made: dict[str, Any] = {**delta}
        for part in PARTS:
            if part != "layers":
                made[part] = made[part] if self._takes(part) else []
        made["layers"] = [change for change in delta["layers"] if self._takes_layer(change["layer"])]
        if not self._takes(IDS):
            made["ids"] = {}
        return cast("Delta", made)

    def unknown(self, layers: Collection[str]) -> list[str]:
        """The layers that are named and are not among `layers`."""
        return sorted(self.layers - set(layers))

    def _takes(self, name: str) -> bool:
        return name not in self._ignored and (not self._only or name in self._only)

    def _takes_layer(self, name: str) -> bool:
        if name in self._ignored or "layers" in self._ignored:
            return False
        return not self._only or name in self._only or "layers" in self._only
