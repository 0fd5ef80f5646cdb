"""The page of a comparison in a browser: its views, filters and keys, and what hostile documents can do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import Browser, browser, missing
from comparisons import article, comparison, entities, ferry, mark

from corpus_tools.reporters.deltas.html import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus_tools.reporters.deltas.base import Comparison

pytestmark = pytest.mark.skipif(missing() is not None, reason=f"there is no {missing()} to look at pages with")

HOSTILE = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
ESCAPE = "\ue00c"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests: to start it takes longest."""
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def show(window: Browser, tmp_path: Path):
    """Show a comparison, wide and light unless told otherwise."""

    def open_page(made: Comparison, width: int = 1300, height: int = 900, scheme: str = "light") -> Browser:
        page = tmp_path / "page.html"
        page.write_text(report(made), encoding="utf-8")
        window.show(width, height, scheme)
        window.open(page)
        return window

    return open_page


def position(window: Browser) -> str:
    return window.run("return document.getElementById('position').textContent")


def text_shown(window: Browser, side: str) -> list[str]:
    """The text of one side of each row that is not folded, as it can be read."""
    texts = f"document.querySelectorAll('.row:not(details .row) .text.{side}')"
    return window.run(f"return [...{texts}].map((one) => one.innerText.trim())")


def test_a_wide_window_shows_both_versions_side_by_side(show) -> None:
    window = show(ferry())
    assert text_shown(window, "was")[2:] == [
        "“Nobody was hurt,” Tulloch said. The 84 passengers were taken to − organisationLarne Bay by lifebaot.",
        "The owner, ~ organisationNorthern Isles Line, will inspect the ship on Thursday.",
    ]
    assert text_shown(window, "now")[1] == "A + objecttug held the ship off the rocks."
    boxes = window.run(
        "return [...document.querySelectorAll('.row:not(details .row) .sides')].map("
        "(one) => [...one.querySelectorAll('.text')].map((side) => side.getBoundingClientRect().left))"
    )
    assert all(left < right for left, right in boxes)


def test_a_narrow_window_shows_them_inline_and_never_scrolls_sideways(show) -> None:
    long = "A" * 300
    window = show(comparison(article(f"one {long} two"), article(f"one {long} three")), width=360, height=700)
    assert window.run("return document.documentElement.classList.contains('inline')")
    for press in ("v", "v"):
        assert window.run("return document.documentElement.scrollWidth <= window.innerWidth")
        window.press(press)


def test_keys_go_from_change_to_change_and_round(show) -> None:
    window = show(ferry())
    assert position(window) == "11 changes"
    window.press("n")
    assert position(window) == "1 of 11"
    assert window.run("return document.activeElement.dataset.part") == "metadata"
    window.press("j", "n")
    assert position(window) == "3 of 11"
    assert window.run("return document.activeElement.textContent").startswith("b3")
    window.press("n")
    assert window.run("return document.activeElement.dataset.kinds") == "boundary"
    lit = (
        "return [...document.querySelectorAll('.was .a')].filter((one) => getComputedStyle(one).backgroundColor"
        " !== 'rgba(0, 0, 0, 0)').map((one) => one.innerText)"
    )
    assert window.run(lit) == ["− personharbour master Ewan Tulloch"]
    window.press("p", "k", "p", "p")
    assert position(window) == "11 of 11"
    box = window.run(
        "const box = document.activeElement.getBoundingClientRect();"
        "return [box.top > document.querySelector('.tools').getBoundingClientRect().bottom, box.bottom < innerHeight]"
    )
    assert box == [True, True]


def test_the_focus_can_be_seen(show) -> None:
    window = show(ferry())
    window.press("n")
    outline = "const style = getComputedStyle(document.activeElement); return [style.outlineWidth, style.outlineStyle]"
    assert window.run(outline) == ["3px", "solid"]


def test_filters_hide_parts_and_kinds_and_are_counted(show) -> None:
    window = show(ferry())
    window.press("f")
    assert window.run("return document.getElementById('filters').checkVisibility()")
    window.run("document.querySelector('[data-part=entity]:is(input)').click()")
    assert position(window) == "7 changes"
    assert window.run("return [...document.querySelectorAll('.now .a[data-c]')].every((one) => one.matches('.off'))")
    window.run("document.querySelector('[data-part=text]:is(input)').click()")
    assert position(window) == "3 changes"
    assert window.run("return [...document.querySelectorAll('.row:not(details .row)')].every((one) => one.hidden)")
    window.run("document.querySelector('[data-part=entity]:is(input)').click()")
    window.run("document.querySelector('[data-kind=added]:is(input)').click()")
    assert position(window) == "5 changes"
    for box in ("[data-part=entity]", "[data-part=entities]", "[data-part=metadata]"):
        window.run(f"document.querySelector('{box}:is(input)').click()")
    assert position(window) == "0 changes"
    assert window.run("return document.getElementById('none').checkVisibility()")


def test_the_keys_are_told_on_request(show) -> None:
    window = show(ferry())
    window.press("?")
    assert window.wait_for("return document.getElementById('keys').open")
    window.press("n")
    assert position(window) == "11 changes"
    window.press(ESCAPE)
    assert window.wait_for("return !document.getElementById('keys').open")


def test_annotations_that_have_not_changed_are_shown_on_request(show) -> None:
    window = show(ferry())
    count = "return [...document.querySelectorAll('.now .tag')].filter((one) => one.checkVisibility()).length"
    before = window.run(count)
    window.press("u")
    assert window.run(count) > before
    assert window.run("return document.getElementById('unchanged').getAttribute('aria-pressed')") == "true"


def test_a_click_on_an_annotation_leads_to_what_changed(show) -> None:
    window = show(ferry())
    window.run("document.querySelector('.now .a[data-c]').click()")
    assert window.run("return document.activeElement.matches('li.change')")


def test_hostile_documents_do_nothing(show) -> None:
    words = f"one {HOSTILE}"
    new = article(words, metadata={"title": HOSTILE}, layers=entities(mark("m1", HOSTILE, words, note=HOSTILE)))
    window = show(comparison(article("one"), new))
    window.press("n", "v", "u")
    assert window.run("return window.hacked") is None
    assert window.run("return document.scripts.length") == 1
    assert window.complaints() == []


def test_nothing_but_the_page_itself_may_run(show) -> None:
    window = show(ferry())
    window.run(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hacked = 1'}))"
    )
    assert window.run("return window.hacked") is None
    assert any("Content Security Policy" in complaint for complaint in window.complaints())


def test_right_to_left_text_runs_from_the_right_and_tags_stay_out_of_it(show) -> None:
    text = "محطة تحلية جديدة في العقبة"
    new = article(text.replace("جديدة", "حديثة"), layers=entities(mark("m1", "محطة", text)))
    window = show(comparison(article(text, layers=entities()), new))
    direction = "return getComputedStyle(document.querySelector('.row .text.now')).direction"
    assert window.run(direction) == "rtl"
    edges = window.run(
        "const tag = document.querySelector('.now .tag').getBoundingClientRect();"
        "const text = document.querySelector('.now.text').getBoundingClientRect();"
        "return text.right - tag.right"
    )
    assert edges < 3
    assert window.run("return getComputedStyle(document.querySelector('.row h4')).direction") == "ltr"


def test_an_override_in_a_text_turns_nothing_around_it(show) -> None:
    window = show(comparison(article("a b c"), article("a \u202e b \u2067 d")))
    assert "U+202E" in text_shown(window, "now")[0]
    assert window.run("return document.querySelector('.now.text').textContent.includes('\\u202e')") is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_that_are_seen_can_be_read(show, scheme) -> None:
    window = show(ferry(), scheme=scheme)
    window.press("f", "u")
    worst = window.run(_CONTRASTS)
    assert min(ratio for ratio, _ in worst) >= 4.5, worst


_CONTRASTS = """
  const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = numbers(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *:not(script)")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const [one, two] = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    found.push([(one + 0.05) / (two + 0.05), element.outerHTML.slice(0, 80)]);
  }
  return found.sort((a, b) => a[0] - b[0]).slice(0, 3);
"""


def test_without_script_the_page_can_be_read(window: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(report(ferry()).partition("<script>")[0], encoding="utf-8")
    window.open(page)
    shown = window.run("return document.querySelector('main').innerText")
    assert "lifebaotlifeboat" in shown.replace("\n", "")
    assert not window.run("return document.querySelector('.tools').checkVisibility()")
