"""Articles set as the press of a language sets them: whatever is combined, each part must be read as it is alone.

`fixtures/press/LANGUAGE.json` says how papers, sites and agencies write bylines, days, datelines, credits, sources and
the lines below an article, and has bodies to dress in them. Articles are drawn from it by chance, which comes from
their number, so that they are the same each time; their gold follows from what was drawn.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from .figures import Outcome, judge, read
from .gold import ROOT, Gold
from .layouts import APART, AS_APART, HARD, TIGHT, Layout, laid_out

PRESS = ROOT / "fixtures" / "press"

_LAYOUTS: Mapping[str, tuple[Layout, int]] = {
    "blank lines": (APART, 10),
    "tight": (TIGHT, 4),
    "wrapped": (HARD["wrapped at 72, blank lines"], 2),
    "CRLF": (AS_APART["CRLF"], 2),
    "two blank lines": (AS_APART["two blank lines"], 1),
    "trailing blanks": (AS_APART["trailing blanks"], 1),
    "indents": (AS_APART["no-break indents"], 1),
}
"""Layouts, and how often each is drawn."""

_BELOW = {"tags": 0.15, "copyright": 0.15, "boilerplate": 0.15, "note": 0.08, "correction": 0.05}
"""How often each kind of line stands below an article."""

_SLOTS = {"A": "names", "B": "names", "D": "names", "P": "photographers", "Q": "photographers", "G": "agencies"}
_SLOTS |= {"C": "cities", "S": "outlets"}
_slot = re.compile(r"\{([ABDPQGCS])(U?)\}").sub
_field = re.compile("⟦(.*?)⟧")
_source = re.compile("⟪(.*?)⟫")
_place = re.compile("⟨(.*?)⟩")
_marks = re.compile("[⟦⟧⟪⟫⟨⟩]").sub

TELLS: Mapping[str, tuple[str, ...]] = {
    "byline": ("byline", "authors"),
    "date": ("date", "published"),
    "dateline": ("date", "dateline"),
    "credit": ("caption", "credit"),
    "source": ("source",),
    "kicker": ("kicker", "standfirst"),
    "standfirst": ("standfirst",),
    "subhead": ("subhead",),
    **{role: (role,) for role in _BELOW},
}
"""How what is wrong begins, if it is about what was drawn for a part."""


@cache
def languages() -> tuple[str, ...]:
    """The languages whose press is known."""
    return tuple(sorted(path.stem for path in PRESS.glob("*.json")))


def articles(language: str, count: int) -> Iterator[Gold]:
    """The first `count` articles of the press of a language."""
    stated = json.loads((PRESS / f"{language}.json").read_text(encoding="utf-8"))
    for number in range(count):
        yield _Writer(stated, f"{language}-press-{number}").article()


def outcomes(language: str, count: int) -> Iterator[Outcome]:
    """What comes of reading those articles."""
    for gold in articles(language, count):
        yield judge(gold, read(gold), tells_all=False)


def by_form(scored: Iterable[Outcome]) -> list[tuple[int, int, str, str]]:
    """For each form that was read wrong: how often it was, of how many, what it is, and an example; worst first."""
    drawn: Counter[str] = Counter()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for outcome in scored:
        for part, form in outcome.style.items():
            key = f"{part}: {form!r}"
            drawn[key] += 1
            if misses := [miss for miss in outcome.misses if miss.startswith(TELLS.get(part, ("",)))]:
                wrong[key].append(f"{outcome.id}: {misses[0]}")
    rows = [(len(misses), drawn[key], key, misses[0]) for key, misses in wrong.items()]
    return sorted(rows, key=lambda row: (-row[0] / row[1], row[2]))


class _Writer:
    """One article in the making."""

    def __init__(self, press: Mapping[str, Any], name: str) -> None:
        self._press = press
        self._name = name
        self._chance = random.Random(name)
        self._filled: dict[str, str] = {}
        self._style: dict[str, str] = {}
        self._metadata: dict[str, Any] = {"language": press["language"], "authors": [], "credits": []}
        self._blocks: list[tuple[str, str]] = []

    def article(self) -> Gold:
        body = self._chance.choice(self._press["bodies"])
        self._metadata["title"] = body["title"]
        self._head(body)
        self._body(body, self._caption())
        self._below()
        self._style["layout"] = name = self._chance.choices(list(_LAYOUTS), [often for _, often in _LAYOUTS.values()])[
            0
        ]
        return laid_out(self._gold(), _LAYOUTS[name][0])

    # What is drawn.

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _drawn(self, part: str, key: str, share: float) -> Any:
        """One of the forms of a part, or None."""
        if not self._press.get(key) or not self._happens(share):
            return None
        form = self._chance.choice(self._press[key])
        self._style[part] = form if isinstance(form, str) else form[0]
        return form

    def _name_for(self, slot: str) -> str:
        if slot not in self._filled:
            names = self._press[_SLOTS[slot]]
            others = [name for name in names if name not in self._filled.values()]
            self._filled[slot] = self._chance.choice(others or names)
        return self._filled[slot]

    def _fill(self, form: str) -> str:
        """A form with its names; U sets one in capitals."""
        return _slot(lambda found: self._name_for(found[1]).upper() if found[2] else self._name_for(found[1]), form)

    def _wanted(self, form: str) -> list[str]:
        """The values that a form marks, as they are usually written."""
        return [_marks("", self._fill(re.sub(r"U\}", "}", found))) for found in _field.findall(form)]

    def _add(self, role: str, form: str) -> None:
        """The lines of a form as blocks of one role."""
        for line in _marks("", self._fill(form)).split("\n"):
            self._blocks.append((role, line))
        self._beside(form)

    def _beside(self, form: str) -> None:
        """What a form says of other fields: whose report it is, and where it is from."""
        for key, found in (("agency", _source.findall(form)), ("dateline_place", _place.findall(form))):
            if found:
                self._metadata.setdefault(key, self._fill(found[0]))

    # What an article has.

    def _head(self, body: Mapping[str, Any]) -> None:
        if (kicker := self._drawn("kicker", "kickers", 0.12)) is not None:
            self._add("kicker", kicker)
        self._blocks.append(("headline", body["title"]))
        if body.get("standfirst") and self._happens(0.3):
            self._style["standfirst"] = "below the headline"
            self._blocks.append(("standfirst", body["standfirst"]))
        lines = [self._byline, self._date]
        self._chance.shuffle(lines)
        for line in lines:
            line()

    def _byline(self) -> None:
        form = self._drawn("byline", "bylines_top", 0.5)
        if form is not None:
            self._metadata["authors"] = self._wanted(form)
            self._add("byline", form)

    def _date(self) -> None:
        form = self._drawn("date", "dates", 0.6)
        if form is not None:
            self._add("date", form[0])
            self._metadata["published"] = form[1]

    def _caption(self) -> list[tuple[str, str]]:
        """A caption and its credit, in one line or in two."""
        form = self._drawn("credit", "credits", 0.6)
        if form is None:
            return []
        self._metadata["credits"] = self._wanted(form)
        words = self._chance.choice(self._press["captions"])
        lines = form.split("\n")
        filled = [_marks("", self._fill(line)).replace("{cap}", words) for line in lines]
        return [("caption" if "{cap}" in line else "credit", text) for line, text in zip(lines, filled, strict=True)]

    def _body(self, body: Mapping[str, Any], caption: Sequence[tuple[str, str]]) -> None:
        amid = self._chance.choice([0, 0, 2])
        if amid == 0:
            self._blocks += caption
        opening = self._dateline()
        subheads = list(body.get("subheads", ())) if self._happens(0.4) else []
        for index, paragraph in enumerate(body["paragraphs"]):
            if index and index == amid:
                self._blocks += caption
            if subheads and index > 1 and index % 2 == 0:
                self._style["subhead"] = "above a paragraph"
                self._blocks.append(("subhead", subheads.pop(0)))
            self._blocks.append(("paragraph", paragraph if index else opening + paragraph))

    def _dateline(self) -> str:
        """What opens the first paragraph; a dateline that ends its line is a block."""
        form = self._drawn("dateline", "datelines", 0.35)
        if form is None or (_source.search(form) and "agency" in self._metadata):
            self._style.pop("dateline", None)  # two agencies would be two sources
            return ""
        self._metadata["dateline_place"] = next(iter(self._wanted(form)), None)
        if form.endswith("\n"):
            self._add("dateline", form.rstrip("\n"))
            return ""
        self._beside(form)
        return _marks("", self._fill(form))

    def _below(self) -> None:
        if "byline" not in self._style and (form := self._drawn("byline", "bylines_end", 0.6)) is not None:
            self._metadata["authors"] = self._wanted(form)
            self._add("byline", form)
        if (form := self._drawn("source", "sources", 0.35)) is not None:
            self._metadata["source"] = next(iter(self._wanted(form)), None)
            self._add("source", form)
        for role, share in _BELOW.items():
            if (form := self._drawn(role, role, share)) is not None:
                self._add(role, form)

    def _gold(self) -> Gold:
        text, blocks = "", []
        for role, words in self._blocks:
            blocks.append({"role": role, "start": len(text), "end": len(text) + len(words), "text": words})
            text += words + "\n\n"
        metadata = {key: value for key, value in self._metadata.items() if value}
        return Gold(self._name, self._press["language"], self._style, "utf-8", metadata, blocks, text.encode())
