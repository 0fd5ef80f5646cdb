"""Text of documents as HTML that stays text, whatever it is.

Characters that HTML cannot hold, that steer a terminal, or that turn the direction of what stands around them, are
shown by their number. Marks that only say which way a neutral character runs are left in: words need them.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from corpus_tools.reporters.deltas.unseen import JOINERS, UNSEEN

_ODD: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BLANKS: Final = str.maketrans({" ": "␣", "\n": "↵\n", "\t": "⇥", "\u00a0": "⍽", "\u3000": "□"})


def in_text(text: str) -> str:
    """`text` between tags."""
    return _ODD.sub(_odd, escape(text))


def in_attribute(text: str) -> str:
    """`text` in the quotation marks of an attribute."""
    return _ODD.sub(_number, escape(text))


def in_edit(text: str, *, with_joiners: bool = False) -> str:
    """`text` of an edit, with what nobody sees by its number; joiners only if asked."""
    shown = UNSEEN.sub(_odd, in_text(text))
    return JOINERS.sub(_odd, shown) if with_joiners else shown


def in_blank(text: str) -> str:
    """Blanks between tags, made visible."""
    return f'<span class="blank">{in_edit(text.translate(_BLANKS))}</span>'


def _odd(match: re.Match[str]) -> str:
    return f'<span class="odd">{_number(match)}</span>'


def _number(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"
