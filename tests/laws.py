"""Laws that hold of the same examples: to make an article takes many times as long as to look at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import note

Law = Callable[..., None]


class Laws:
    """Functions that raise where something does not hold; used as a decorator, it adds one."""

    def __init__(self) -> None:
        self._laws: list[Law] = []

    def __call__(self, law: Law) -> Law:
        self._laws.append(law)
        return law

    def hold_of(self, *example: Any) -> None:
        """Check an example by each of them; what fails is named."""
        assert self._laws
        for law in self._laws:
            note(law.__name__)
            law(*example)
