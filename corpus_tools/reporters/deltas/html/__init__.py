"""A comparison as one page that needs nothing else: no network, no fonts, no scripts of others.

What the documents say is text on the page, never markup, and a content security policy lets nothing run or load but the
style and the script of the page, which are named by their digests.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Final

from corpus_tools.reporters.base import count
from corpus_tools.reporters.deltas.base import Comparison, not_compared, tally, told
from corpus_tools.reporters.deltas.html.colours import DARK_PAGE, LIGHT_PAGE, readable
from corpus_tools.reporters.deltas.html.document import section
from corpus_tools.reporters.deltas.html.elements import Page, said
from corpus_tools.reporters.deltas.html.escaping import in_attribute, in_text

_SLOT: Final = re.compile(r"\{\{(\w+)\}\}")
_HERE: Final = Path(__file__).parent


def report(comparison: Comparison) -> str:
    """The comparison as an HTML page."""
    page = Page()
    pairs = comparison.differing
    sections = "".join(section(pair, page, number) for number, pair in enumerate(pairs))
    style = _asset("page.css") + _colours(comparison, page)
    script = _asset("page.js")
    title = f"{pairs[0].name} – changes" if len(pairs) == 1 else f"{count(len(pairs), 'document')} – changes"
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    values = {
        "policy": in_attribute(policy),
        "title": in_text(title),
        "style": style,
        "script": script,
        "heading": in_text(_heading(comparison)),
        "summary": in_text(_summary(comparison)),
        "parts": _choices("part", page.parts, page),
        "kinds": _choices("kind", page.kinds, page),
        "contents": _contents(comparison) if len(pairs) > 1 else "",
        "shape": "single" if len(pairs) == 1 and not comparison.of_corpora else "several",
        "sections": sections + _nothing(comparison),
        "version": in_text(comparison.version),
    }
    return _SLOT.sub(lambda match: values[match[1]], _asset("page.html"))


def _nothing(comparison: Comparison) -> str:
    """What is to be said of documents that were not compared, or if there is nothing to show."""
    if comparison.unread:
        return f'<p class="nothing">{in_text(not_compared(comparison.unread))}</p>\n'
    return "" if comparison.differing else '<p class="nothing">There is no difference.</p>\n'


def _heading(comparison: Comparison) -> str:
    pairs = comparison.differing
    if comparison.of_corpora or not pairs:
        return f"{count(len(pairs), 'document')} of {len(comparison.pairs)} with changes"
    return pairs[0].name


def _summary(comparison: Comparison) -> str:
    """How many changes there are, by part and layer."""
    counted = sum((tally(pair) for pair in comparison.differing), Counter[str]())
    return told(counted)


def _contents(comparison: Comparison) -> str:
    """Links to the documents."""
    links = "".join(
        f'<li><a href="#d{number}"><bdi>{in_text(pair.name)}</bdi></a> '
        f"<small>{in_text(told(tally(pair)) or ', '.join(pair.kinds))}</small></li>\n"
        for number, pair in enumerate(comparison.differing)
    )
    return f'<nav aria-label="Documents"><ol class="contents">\n{links}</ol></nav>\n'


def _choices(sort: str, counted: Counter[str], page: Page) -> str:
    """A box to tick for each value of a filter."""
    return "".join(
        f'<label{_layer(value, page) if sort == "part" else ""}><input type="checkbox" checked data-{sort}="'
        f'{in_attribute(value)}"> {in_text(said(value) if sort == "kind" else value)} <small>{number}</small></label>\n'
        for value, number in counted.items()
    )


def _layer(value: str, page: Page) -> str:
    return f' data-l="{page.layers[value]}"' if value in page.layers else ""


def _colours(comparison: Comparison, page: Page) -> str:
    """The colours of the layers, for both colour schemes."""
    light, dark = (
        "".join(
            f'[data-l="{number}"]{{--layer:{readable(comparison.look(name).colour, paper)}}}'
            for name, number in page.layers.items()
        )
        for paper in (LIGHT_PAGE, DARK_PAGE)
    )
    return f"{light}\n@media (prefers-color-scheme:dark){{{dark}}}\n"


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
