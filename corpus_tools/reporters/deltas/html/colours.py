"""Colours of layers that can be read on a light and on a dark page, whatever a layer file says.

A colour is mixed with black or white until its contrast with the page is what WCAG 2.2 asks for text (criterion 1.4.3,
level AA: 4.5 to 1).
"""

from __future__ import annotations

from typing import Final

LIGHT_PAGE: Final = "#f5f6f8"
DARK_PAGE: Final = "#1f2229"
"""The grounds on a light and a dark page that are nearest to its text: those of panels."""

LEAST_CONTRAST: Final = 4.5

_STEPS = 20
_Channels = tuple[float, float, float]


def readable(colour: str, page: str) -> str:
    """The colour nearest to `colour`, both ``#rrggbb``, that can be read on `page`."""
    target = (0.0, 0.0, 0.0) if _luminance(_channels(page)) > 0.5 else (1.0, 1.0, 1.0)
    start = _channels(colour)
    mixed = (_mixed(start, target, step / _STEPS) for step in range(_STEPS + 1))
    return next(found for found in map(_hex, mixed) if contrast(found, page) >= LEAST_CONTRAST)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted(_luminance(_channels(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> _Channels:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def _hex(channels: _Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _mixed(one: _Channels, other: _Channels, share: float) -> _Channels:
    red, green, blue = (was + (to - was) * share for was, to in zip(one, other, strict=True))
    return red, green, blue


def _luminance(channels: _Channels) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
