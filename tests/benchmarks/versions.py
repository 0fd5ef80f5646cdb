"""Pairs of versions to compare: articles of about 5 KB and 500 KB of text, and what was done to them.

The words are those of ``seeds/`` in Latin script. For every 5 KB there are twenty annotations and five words are other;
in every pair one paragraph is new, and three annotations are changed: one type, one boundary, one attribute.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from corpus import SEEDS

from corpus_tools.diffing import apply_delta, diff_canonical
from corpus_tools.formats import load_format
from corpus_tools.formats.base import WriteOptions
from corpus_tools.model.canonical import canonical

Json = dict[str, Any]
Pair = tuple[Any, Any]
SMALL, LARGE = 5_000, 500_000
_WORDS = 55  # of a paragraph
_EDITS, _ANNOTATIONS = 5, 20  # for every 5 KB
_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Versions:
    """A comparison of pairs of versions.

    Attributes:
        name: what is measured.
        ours, floor: the work on all pairs.
        ours_count, floor_count: how many pairs each of them compares.
        budget: how many times the floor ours may take; how many times faster it must be if `at_least`.
        missing: why it cannot be measured; empty if it can.
    """

    name: str
    ours: Callable[[], Any]
    floor: Callable[[], Any]
    ours_count: int
    floor_count: int
    budget: float
    at_least: bool = False
    missing: str = ""


def all_versions() -> Iterator[Versions]:
    """All comparisons of pairs."""
    small = [_pair(SMALL, seed) for seed in range(20)]
    large = [_pair(LARGE, 0)]
    patience = "" if find_spec("patiencediff") else "patiencediff is not installed"
    xmldiff = "" if find_spec("xmldiff") else "xmldiff is not installed"
    for pairs, size in ((small, "5 KB"), (large, "500 KB")):
        assert apply_delta(pairs[0][0], diff_canonical(*pairs[0])) == pairs[0][1]
        count = len(pairs)
        for what, cut in (("in words and marks", re.compile(r"\w+|\W").findall), ("split at blanks", str.split)):
            name = f"diff, {size}, against patiencediff on the text {what}"
            yield Versions(name, _ours(pairs), _patience(pairs, cut), count, count, 0.5, missing=patience)
    for name, options in (("as it is", {}), ("with fast_match", {"fast_match": True, "F": 0.5})):
        floor = _xmldiff(small[:5], options)
        yield Versions(f"diff, 5 KB, against xmldiff {name}", _ours(small[:5]), floor, 5, 5, 12, True, xmldiff)
    yield Versions("diff, 500 KB, against 5 KB", _ours(large), _ours(small), 1, 20, 130)


def _ours(pairs: list[Pair]) -> Callable[[], Any]:
    return lambda: [diff_canonical(old, new) for old, new in pairs]


def _patience(pairs: list[Pair], cut: Callable[[str], list[str]]) -> Callable[[], Any]:
    texts = [tuple(" ".join(block["text"] for block in side["blocks"]) for side in pair) for pair in pairs]

    def run() -> None:
        from patiencediff import PatienceSequenceMatcher

        for old, new in texts:
            PatienceSequenceMatcher(None, cut(old), cut(new)).get_opcodes()

    return run


def _xmldiff(pairs: list[Pair], options: dict[str, Any]) -> Callable[[], Any]:
    write, form = load_format("tei").write, WriteOptions()
    texts = [tuple(write(side, form).data for side in pair) for pair in pairs]

    def run() -> None:
        from xmldiff.main import diff_texts

        for old, new in texts:
            diff_texts(old, new, diff_options=options)

    return run


def _pair(size: int, seed: int) -> Pair:
    chooser = random.Random(seed)
    seeds = sorted(path for path in SEEDS.glob("*.txt") if path.name[:2] in {"de", "en", "fr", "pt", "sw"})
    words = seeds[seed % len(seeds)].read_text(encoding="utf-8").split()
    old = _article(chooser, words, size)
    return canonical(old), canonical(_edited(chooser, words, old, size // SMALL))  # type: ignore[arg-type]


def _article(chooser: random.Random, words: list[str], size: int) -> Json:
    blocks: list[Json] = []
    annotations: list[Json] = []
    length = 0
    while length < size:
        text = " ".join(chooser.choices(words, k=_WORDS))
        length += len(text.encode())
        blocks.append({"id": f"b{len(blocks) + 1}", "role": "paragraph", "text": text})
    for number in range(_ANNOTATIONS * size // SMALL):
        block = blocks[number % len(blocks)]
        start, end = _span(block["text"], chooser.randrange(_WORDS - 2), 2)
        span = {"block": block["id"], "start": start, "end": end, "text": block["text"][start:end]}
        kind = chooser.choice(("person", "place"))
        annotations.append({"id": f"m{number + 1}", "type": kind, "spans": [span], "entity": f"e{number % 7 + 1}"})
    entities = [{"id": f"e{number}", "type": "person", "name": f"Name {number}"} for number in range(1, 8)]
    layers = {"entity": {"annotations": annotations}}
    whole = {"schema_version": "1.0", "id": "a", "metadata": {"title": "T"}}
    return {**whole, "blocks": blocks, "entities": entities, "layers": layers}


def _span(text: str, first: int, count: int) -> tuple[int, int]:
    """Where some words of a text begin and end."""
    words = text.split(" ")
    start = sum(len(word) + 1 for word in words[:first])
    return start, start + len(" ".join(words[first : first + count]))


def _edited(chooser: random.Random, words: list[str], old: Json, times: int) -> Json:
    new = deepcopy(old)
    annotations = new["layers"]["entity"]["annotations"]
    for block in chooser.sample(new["blocks"], min(len(new["blocks"]), _EDITS * times)):
        start, end = _span(block["text"], chooser.randrange(_WORDS), 1)
        inside = [span for item in annotations for span in item["spans"] if span["block"] == block["id"]]
        if any(span["start"] < end and span["end"] > start for span in inside):
            continue
        word = chooser.choice(words) + "x"
        for span in inside:
            if span["start"] >= end:
                by = len(word) - (end - start)
                span.update(start=span["start"] + by, end=span["end"] + by)
        block["text"] = block["text"][:start] + word + block["text"][end:]
    chosen = chooser.sample(annotations, _CHANGES)
    chosen[0]["type"] = "event"
    chosen[1]["spans"][0]["start"] += 1
    chosen[1]["spans"][0]["text"] = chosen[1]["spans"][0]["text"][1:]
    chosen[2]["attributes"] = {"certain": False}
    text = " ".join(chooser.choices(words, k=_WORDS))
    new["blocks"].insert(chooser.randrange(len(new["blocks"])), {"id": "new", "role": "paragraph", "text": text})
    return new
