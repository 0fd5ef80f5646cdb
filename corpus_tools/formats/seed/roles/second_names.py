"""Names below the text that a byline stands above: they are no other byline, and may be of an embedded post."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.roles.candidates import HEAD, RUNNING, TOP, Candidate, hint
from corpus_tools.formats.seed.roles.cued import DATED_BYLINE

_EMBEDDED = hint("boilerplate", "who posted what stands above, amid the text", body=2.2)


def without_second_names(found: list[tuple[Candidate, ...]]) -> None:
    """Let words below running text, which has a byline above it, be no other byline, but for what a cue tells.

    Amid the text, a cue with a day tells who posted what is embedded there: ``Posted by Ana Silva on Sunday, …``.
    """
    signed = next((index for index in range(min(TOP, len(found))) if _is_signed(found, index)), TOP)
    for index in range(signed + 2, min(TOP, len(found))):
        if found[index - 1][-1] is RUNNING:
            found[index] = tuple(option for option in found[index] if option.cue or option.role != "byline")
    last = max((index for index, options in enumerate(found) if options[-1] is RUNNING), default=0)
    for index in range(signed + 2, last):
        first = found[index][0]
        if first.role == "byline" and first.cue is not None and first.weights == DATED_BYLINE:
            found[index] = (*found[index], _EMBEDDED)


def _is_signed(found: Sequence[Sequence[Candidate]], index: int) -> bool:
    """Whether a block is a byline by its cue, or by its form and the office or the day below it."""
    if found[index][0].role == "byline":
        return True
    below = index > 0 and index + 1 < len(found) and found[index + 1][0].role in {"byline", "date"}
    return below and any(option.role == "byline" and option.weights[HEAD] >= 1 for option in found[index])
