"""A corpus to measure with: articles of about 6 KB with 20 annotations, the same ones on every run.

The words are those of ``seeds/``, so that many scripts take part: the paragraphs of one seed are drawn in a new
order and annotated at places that a random generator with a fixed seed chooses. Every article holds what a
project's articles hold: metadata, fields marked in the text, entities and their mentions, sentences, quotations,
an annotation of two spans, one that crosses another, relations, agents.
"""

from __future__ import annotations

import hashlib
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.services.load import Loader, LoadOptions

SEEDS = Path(__file__).parents[2] / "seeds"
SIZE = 6100
"""Bytes of one article as JSON, about."""

_OVERHEAD = 5200
"""Bytes of an article as JSON without its paragraphs, about."""

_words = re.compile(r"[^\s.,;:!?…()\[\]«»“”„‘’\"'—–。、，「」『』；：！？।؟،・○〇□■•-]+").finditer
_sentence = re.compile(r".*?[.!?…。！？।؟]+[”»」』\"’]*", re.DOTALL).match
_TYPES = ("person", "place", "organisation", "event")

Json = dict[str, Any]


class Pool(NamedTuple):
    """What one seed gives: its language, and the texts that articles are made from."""

    language: str
    paragraphs: list[str]
    headlines: list[str]
    subheads: list[str]


class Document(NamedTuple):
    """One document in every form that is measured."""

    name: str
    article: Json
    json: bytes
    tei: bytes
    seed: bytes


def documents(count: int) -> Iterator[Document]:
    """Make the first `count` documents.

    Raises:
        AssertionError: one of them is not valid, so that nothing measured with it would mean anything.
    """
    pools = _pools()
    json, tei, seed = load_format("json"), load_format("tei"), load_format("seed")
    loader = Loader(LoadOptions())
    reading, writing = ReadOptions(), WriteOptions()
    for number in range(count):
        name = f"article-{number:05d}"
        data = json.write(_article(name, pools[number % len(pools)], random.Random(number)), writing).data
        if number < len(pools):
            findings = loader.load_bytes(f"{name}.json", data).findings
            assert not findings, findings
        article = json.read(data, reading)
        yield Document(name, article, data, tei.write(article, writing).data, seed.write(article, writing).data)


def _pools() -> list[Pool]:
    loader = Loader(LoadOptions())
    pools = []
    for path in sorted(SEEDS.glob("*.txt")):
        article = loader.load_bytes(str(path), path.read_bytes()).article
        assert article is not None, path
        texts: dict[str, list[str]] = {"headline": [], "paragraph": [], "subhead": []}
        for block in article["blocks"]:
            texts.setdefault(block["role"], []).append(block["text"].replace("\n", " "))
        paragraphs = [text for text in texts["paragraph"] if len(list(_words(text))) > 5]
        headlines = texts["headline"] or [paragraphs[0][:60].strip()]
        pools.append(Pool(path.name[:2], paragraphs, headlines, texts["subhead"] or headlines))
    return pools


def _article(name: str, pool: Pool, chance: random.Random) -> Json:
    author, source = _two_words(pool, chance), _two_words(pool, chance)
    title = chance.choice(pool.headlines)
    blocks = _blocks(pool, chance, title, author, source)
    things = [_entity(number, pool, chance) for number in range(1, 7)]
    return {
        "schema_version": "1.0",
        "id": name,
        "language": pool.language,
        "metadata": _metadata(name, title, author, source, pool, chance),
        "origin": {
            "file": f"{name}.txt",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "sha256": hashlib.sha256(name.encode()).hexdigest(),
            "after": "\n",
        },
        "blocks": blocks,
        "entities": things,
        "layers": _layers(blocks, author, source, chance),
        "agents": [
            {"id": "ana", "type": "person", "name": "Ana Annotator"},
            {"id": "tagger", "type": "software", "name": "ner", "version": "2.1"},
        ],
    }


def _two_words(pool: Pool, chance: random.Random) -> str:
    return " ".join(_word(chance.choice(pool.paragraphs), chance)[2] for _ in "12")


def _word(text: str, chance: random.Random) -> tuple[int, int, str]:
    """A word of `text`, with its offsets; of a script without spaces, the beginning of a run."""
    start, end = _cut(text, chance.choice(list(_words(text))))
    return start, end, text[start:end]


def _cut(text: str, word: re.Match[str]) -> tuple[int, int]:
    """Where a word begins, and where it ends or is cut; never before a mark that belongs to a letter."""
    start, end = word.start(), min(word.end(), word.start() + 12)
    while end < word.end() and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return start, end


def _entity(number: int, pool: Pool, chance: random.Random) -> Json:
    made: Json = {"id": f"e{number}", "type": _TYPES[number % 4], "name": _two_words(pool, chance)}
    if number % 2:
        made["uris"] = [f"http://www.wikidata.org/entity/Q{chance.randrange(10**6)}"]
    return made


def _metadata(name: str, title: str, author: str, source: str, pool: Pool, chance: random.Random) -> Json:
    return {
        "title": title,
        "authors": [{"name": author}],
        "sources": [{"name": source}],
        "publication": {"name": "The Example", "issue": str(chance.randrange(1, 400))},
        "url": f"https://example.org/news/{name}?section=world&page=1",
        "published": f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}T18:05:00Z",
        "section": _word(chance.choice(pool.paragraphs), chance)[2],
        "keywords": sorted({_word(text, chance)[2] for text in pool.paragraphs[:4]}),
        "rights": {"holder": source, "notice": f"© 2026 {source} & Co."},
    }


def _blocks(pool: Pool, chance: random.Random, title: str, author: str, source: str) -> list[Json]:
    texts = [("headline", title), ("byline", f"By {author}")]
    room = SIZE - _OVERHEAD
    while room > 0 or len(texts) < 6:
        text = chance.choice(pool.paragraphs)
        room -= len(text.encode()) + 45
        texts.append(("paragraph", text))
    texts.insert(4, ("subhead", chance.choice(pool.subheads)))
    texts.append(("source", f"Source: {source}"))
    blocks: list[Json] = []
    for number, (role, text) in enumerate(texts, 1):
        blocks.append({"id": f"b{number}", "role": role, "text": text})
        if role == "subhead":
            blocks[-1]["level"] = 1
    return blocks


def _layers(blocks: list[Json], author: str, source: str, chance: random.Random) -> Json:
    paragraphs = [block for block in blocks if block["role"] == "paragraph"]
    sentences, quotations = _sentences(paragraphs, chance)
    mentions = _mentions(paragraphs, chance)
    last = blocks[-1]
    field = [
        {"id": "f1", "type": "title", "spans": [_span(blocks[0], 0, len(blocks[0]["text"]))]},
        {"id": "f2", "type": "authors", "spans": [_span(blocks[1], 3, 3 + len(author))]},
        {"id": "f3", "type": "sources", "spans": [_span(last, len(last["text"]) - len(source), len(last["text"]))]},
    ]
    speaker = {"id": "q9", "type": "speaker", "source": "q1", "target": "m1"}
    anaphora = {"id": "c1", "type": "anaphora", "source": "m2", "target": "m1", "confidence": 0.8}
    return {
        "coreference": {"agent": "ana", "relations": [anaphora]},
        "entity": {"agent": "tagger", "annotations": mentions},
        "field": {"annotations": field},
        "quotation": {"agent": "ana", "annotations": quotations, "relations": [speaker]},
        "sentence": {"annotations": sentences},
    }


def _sentences(paragraphs: list[Json], chance: random.Random) -> tuple[list[Json], list[Json]]:
    """Two sentences of one paragraph and one that is all of another; three quotations.

    Two of these lie inside the first sentence of their paragraphs, the third crosses its end if it can.
    """
    quotations, ends = [], []
    for number, block in enumerate(paragraphs[:3], 1):
        text = block["text"]
        found = _sentence(text)
        end = found.end() if found else len(text)
        ends.append(end)
        inside = [word for word in _words(text) if word.end() <= end]
        beyond = [word for word in _words(text) if end < word.end() <= end + 40]
        first = inside[min(2, len(inside) - 1)]
        crosses = beyond and number == 3 and first.start() > 0  # else it would hold the sentence
        stop = (beyond[-1] if crosses else inside[-1]).end()
        quotations.append({"id": f"q{number}", "type": "direct", "spans": [_span(block, first.start(), stop)]})
    _, whole, split = paragraphs[:3]
    after = ends[2] + len(split["text"][ends[2] :]) - len(split["text"][ends[2] :].lstrip())
    spans = [_span(whole, 0, len(whole["text"])), _span(split, 0, ends[2]), _span(split, after, len(split["text"]))]
    sentences = [{"id": f"s{number}", "spans": [span]} for number, span in enumerate(spans, 1) if span["text"]]
    return sentences, quotations


def _mentions(paragraphs: list[Json], chance: random.Random) -> list[Json]:
    """Ten mentions of one word at different places, and one of the first and the last word of a paragraph."""
    apart = max(paragraphs, key=lambda block: len(list(_words(block["text"]))))
    first, *_, last = _words(apart["text"])
    pair = [_span(apart, *_cut(apart["text"], word)) for word in (first, last)]
    taken = {(apart["id"], word.start()) for word in (first, last)}
    held: list[list[Json]] = []
    while len(held) < 10:
        block = paragraphs[len(held) % len(paragraphs)]
        start, end, _ = _word(block["text"], chance)
        if (block["id"], start) in taken:
            block = chance.choice(paragraphs)
            start, end, _ = _word(block["text"], chance)
        if (block["id"], start) not in taken:
            taken.add((block["id"], start))
            held.append([_span(block, start, end)])
    mentions = []
    for number, spans in enumerate([*held, pair], 1):
        made: Json = {"id": f"m{number}", "type": _TYPES[number % 4], "spans": spans, "entity": f"e{number % 4 or 4}"}
        if number % 3 == 0:
            made["confidence"] = 0.97
        mentions.append(made)
    return mentions


def _span(block: Json, start: int, end: int) -> Json:
    return {"block": block["id"], "start": start, "end": end, "text": block["text"][start:end]}
