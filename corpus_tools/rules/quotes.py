"""What a span quotes, compared with what stands in its block, in the words of messages and hints."""

from __future__ import annotations

_SHOWN = 60  # characters of a text in a message
_BEFORE = 20  # of these, how many stand before the first difference


def both(found: str, quote: str) -> tuple[str, str]:
    """Two texts that differ, as they stand in a message; long ones are cut to where they begin to differ."""
    if len(found) <= _SHOWN and len(quote) <= _SHOWN:
        return repr(found), repr(quote)
    same = next((at for at, (one, other) in enumerate(zip(found, quote, strict=False)) if one != other), None)
    first = min(len(found), len(quote)) if same is None else same
    return _part(found, first), _part(quote, first)


def where(text: str, quote: str, start: int) -> str | None:
    """A hint at where in a block the words of a quote stand, nearest to `start`; None if they do not stand there."""
    places = [at for at in (text.rfind(quote, 0, start + len(quote)), text.find(quote, start)) if at >= 0]
    if not quote or not places:
        return None
    at = min(places, key=lambda at: abs(at - start))
    what = "the words of the quote" if text.count(quote) == 1 else "the nearest such words"
    return f"{what} stand at {at} to {at + len(quote)}; offsets count code points"


def _part(text: str, at: int) -> str:
    """The part of a text around an offset."""
    start = max(at - _BEFORE, 0)
    part = text[start : start + _SHOWN]
    return repr(f"{'…' if start else ''}{part}{'…' if start + _SHOWN < len(text) else ''}")
