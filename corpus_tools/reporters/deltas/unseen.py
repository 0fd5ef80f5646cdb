"""Characters that nobody sees: inside an edit they are shown by number, for they may be all that was edited."""

from __future__ import annotations

import re
from typing import Final

UNSEEN: Final = re.compile(
    "[\u00a0\u00ad\u034f\u115f\u1160\u1680\u180b-\u180f\u2000-\u200b\u202f\u205f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""What has no shape, or that of a common blank."""

JOINERS: Final = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
"""What words and emoji need: shown only where nothing else was edited."""


def sides_shown(old: str, new: str) -> tuple[str, str]:
    """Both sides of an edit with their unseen characters as escapes."""
    sides = (JOINERS.sub(_escape, old), JOINERS.sub(_escape, new)) if differ_in_joiners(old, new) else (old, new)
    return UNSEEN.sub(_escape, sides[0]), UNSEEN.sub(_escape, sides[1])


def differ_in_joiners(old: str, new: str) -> bool:
    """Whether two sides of an edit differ in nothing but joiners."""
    return JOINERS.sub("", old) == JOINERS.sub("", new)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
