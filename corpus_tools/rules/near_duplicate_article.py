"""An article says nearly the same as another one of the corpus.

## What it does
Compares the texts of all articles of a run by their sequences of characters, without regard to case and white space.
MinHash estimates how many of them two texts share, within a few hundredths; of several earlier articles the most
similar is named. Twins, which are one article in several formats, and texts that are very short are not compared.
It needs the extra `near-duplicates`.

## Why it matters
A story that was taken twice, from two sites or in two versions, counts double in every frequency, and a model that is
trained on one copy is tested on the other.

## Invalid
```json
{
  "monday.json": {"id": "monday", "blocks": [
    {"id": "b1", "role": "paragraph",
     "text": "No ferry leaves the harbour of Lisbon before Thursday, the port authority said on Monday."},
    {"id": "b2", "role": "paragraph",
     "text": "Waves of six metres are expected, and trains run as usual."},
    {"id": "b3", "role": "paragraph",
     "text": "Those who hold a ticket can use it on any day of the week, or get their money back."}
  ]},
  "tuesday.json": {"id": "tuesday", "blocks": [
    {"id": "b1", "role": "paragraph",
     "text": "No ferry leaves the harbour of Lisbon before Friday, the port authority said on Monday."},
    {"id": "b2", "role": "paragraph",
     "text": "Waves of six metres are expected, and trains run as usual."},
    {"id": "b3", "role": "paragraph",
     "text": "Those who hold a ticket can use it on any day of the week, or get their money back."}
  ]}
}
```

## Valid
```json
{
  "monday.json": {"id": "monday", "blocks": [
    {"id": "b1", "role": "paragraph",
     "text": "No ferry leaves the harbour of Lisbon before Thursday, the port authority said on Monday."},
    {"id": "b2", "role": "paragraph",
     "text": "Waves of six metres are expected, and trains run as usual."},
    {"id": "b3", "role": "paragraph",
     "text": "Those who hold a ticket can use it on any day of the week, or get their money back."}
  ]},
  "tuesday.json": {"id": "tuesday", "blocks": [
    {"id": "b1", "role": "paragraph",
     "text": "The first ferry since Sunday crossed the Tagus at noon, with two hundred people on board."},
    {"id": "b2", "role": "paragraph",
     "text": "They had waited since dawn, and the sea was calm."},
    {"id": "b3", "role": "paragraph",
     "text": "No more delays are expected until the weekend, when the next storm arrives from the Azores."}
  ]}
}
```

## Source
Andrei Broder, On the resemblance and containment of documents (1997).
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from operator import eq
from typing import Final

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Digested, Extra, Option, corpus_rule

_SEQUENCE: Final = 8  # code points of a sequence: longer than most words, so single words do not make texts similar
_HASHES: Final = 128
_BAND: Final = 4  # hashes that two texts must share in one of the bands to be compared at all
_COMPARED: Final = 8  # earlier texts of a band that are compared, so that a thousand copies take no million comparisons
_SEED: Final = 1


def _digest(index: Index, context: Context) -> list[str] | None:
    text = " ".join(" ".join(index.texts.values()).casefold().split())
    if len(text) < context.option(RULE, "length"):
        return None
    import rensa  # noqa: PLC0415  an extra

    hashes = rensa.RMinHash(num_perm=_HASHES, seed=_SEED)
    hashes.update({text[at : at + _SEQUENCE] for at in range(len(text) - _SEQUENCE + 1)})
    low_bits = array("H", [value & 0xFFFF for value in hashes.digest()])  # they collide hardly more often
    return [index.article["id"], b64encode(low_bits.tobytes()).decode()]


def _judge(documents: Iterable[Digested], context: Context) -> Iterator[tuple[str, Problem]]:
    known = list(documents)
    hashes = [array("H", b64decode(document.digest[1])) for document in known]
    least = context.option(RULE, "similarity")
    for number, others in enumerate(_candidates(hashes)):
        similar = [
            (sum(map(eq, hashes[number], hashes[other])) / _HASHES, -other)
            for other in others
            if not _are_twins(known[number], known[other])
        ]
        share, other = max(similar, default=(0.0, 0))
        if share >= least:
            message = f"about {share:.0%} of the text is the same as in {known[-other].file}"
            yield known[number].file, Problem(message, "", "keep one of the two articles")


def _candidates(hashes: list[array[int]]) -> list[set[int]]:
    """For each text the earlier ones that may be similar."""
    found: list[set[int]] = [set() for _ in hashes]
    for band in range(0, _HASHES, _BAND):
        bands: dict[bytes, list[int]] = {}
        for number, own in enumerate(hashes):
            others = bands.setdefault(own[band : band + _BAND].tobytes(), [])
            found[number].update(others)
            if len(others) < _COMPARED:
                others.append(number)
    return found


def _are_twins(one: Digested, other: Digested) -> bool:
    return one.digest[0] == other.digest[0] and one.format != other.format


RULE = corpus_rule(
    Kind("C202", "near-duplicate-article", Severity.WARNING),
    __doc__,
    _digest,
    _judge,
    default=False,
    options={
        "similarity": Option(
            0.8, "the least share of sequences of characters that two near-duplicates have in common", 0, 1
        ),
        "length": Option(200, "the least number of characters of a text that is compared", _SEQUENCE),
    },
    extra=Extra("near-duplicates", "rensa"),
)
