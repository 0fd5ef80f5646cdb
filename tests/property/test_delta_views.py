"""Views of any two versions: they never fail, and the page holds both versions to the character."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings
from strategy_edits import version_pairs

from corpus_tools.delta import is_empty
from corpus_tools.diffing.compute import diff_articles
from corpus_tools.reporters.deltas import DELTA_REPORTERS, load_delta_reporter
from corpus_tools.reporters.deltas.base import Comparison, Pair
from corpus_tools.reporters.deltas.rows import lay_out


class _Texts(HTMLParser):
    """The text of each row of a page, as it was and as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.old: list[str] = []
        self.new: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = dict(attrs).get("class") or ""
        if "text" in shown.split():
            self.old.append("")
            self.new.append("")
        if tag not in ("meta", "input"):
            self._open.append((tag, shown))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [shown.split() for _, shown in self._open]
        if not any("text" in names for names in classes) or any(
            "tag" in names or "joint" in names for names in classes
        ):
            return
        if any("odd" in names for names in classes):
            data = chr(int(data.removeprefix("U+"), 16))
        if any("blank" in names for names in classes):
            data = data.translate({ord("␣"): " ", ord("⇥"): "\t", ord("⍽"): "\xa0", ord("□"): "\u3000", ord("↵"): None})
        inside = {tag for tag, _ in self._open}
        if "ins" not in inside:
            self.old[-1] += data
        if "del" not in inside:
            self.new[-1] += data


@settings(max_examples=12)
@given(version_pairs())
def test_no_two_versions_break_a_view(versions: tuple[Any, Any]) -> None:
    old, new = versions
    delta = diff_articles(old, new)
    comparison = Comparison([Pair(("changed",), "a.json", "a.json", old, new, delta)])
    for name in DELTA_REPORTERS:
        shown = load_delta_reporter(name)(comparison)
        assert shown.endswith("\n")
        assert shown.isprintable() or "\x1b" not in shown
    if is_empty(delta):
        return
    page = _Texts()
    page.feed(load_delta_reporter("html")(comparison))
    assert not page._open
    rows = lay_out(old, new, delta).rows
    assert page.old == [row.old.text for row in rows]
    assert page.new == [row.new.text for row in rows]
    assert sorted("".join(page.new)) == sorted("".join(block["text"] for block in new["blocks"]))
    assert sorted("".join(page.old)) == sorted("".join(block["text"] for block in old["blocks"]))
