"""Steps of a curator that change the text: its words, its paragraphs and their roles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from curator import WORDS, Curator, Json, grounded
from strategy_edits import fresh_id, quote_anew


def typo(curator: Curator) -> None:
    """A letter inside of a mention is corrected: the text changes, and the words under all that is there."""
    found = [each for each in curator.mentions() if len(each["spans"][0]["text"]) > 4]
    found = [each for each in found if not curator.is_busy(each["spans"][0]["block"])]
    if item := curator.pick(found):
        span = item["spans"][0]
        curator.replace(span["block"], span["start"] + 2, span["start"] + 3, "q")


def insert_word(curator: Curator) -> None:
    """A word more, before everything annotated in a paragraph or in the middle of it."""
    if block := curator.pick([each for each in curator.paragraphs() if not curator.is_busy(each["id"])]):
        word = WORDS.get(curator.new["language"], "yesterday")
        spaces = [at + 1 for at, sign in enumerate(block["text"]) if sign == " "]
        at = curator.random.choice([0, *spaces])
        curator.replace(block["id"], at, at, f"{word} ")


def headline(curator: Curator) -> None:
    """The headline gets a word more, and so does the title."""
    block = next(each for each in curator.new["blocks"] if each["role"] == "headline")
    titles = grounded(curator, "title")
    if not curator.is_busy(block["id"]) and all("attributes" not in item for item in titles):
        word = WORDS.get(curator.new["language"], "again")
        curator.replace(block["id"], 0, 0, f"{word} ")
        curator.new["metadata"]["title"] = f"{word} {curator.new['metadata']['title']}"
        curator.tell("metadata", ("changed",), "title", "title")
        for item in titles:
            item["spans"][0]["start"] = 0
            curator.tell("layers", ("text",), item["id"], item["id"])
        quote_anew(curator.new)


def insert_paragraph(curator: Curator) -> None:
    """A paragraph more."""
    at = curator.new["blocks"].index(curator.random.choice(curator.paragraphs()))
    word = WORDS.get(curator.new["language"], "nothing")
    text = f"{word}: {curator.random.randrange(10**6)} {word} {curator.random.randrange(10**6)}."
    made = {"id": fresh_id(curator.new, "added"), "role": "paragraph", "text": text}
    curator.new["blocks"].insert(at, made)
    curator.touched.add(made["id"])
    curator.tell("blocks", ("added",), "", made["id"])


def remove_paragraph(curator: Curator) -> None:
    """A paragraph less, with all that is annotated in it alone."""
    if block := curator.pick([each for each in curator.paragraphs() if not curator.is_busy(each["id"])]):
        for name, item in curator.annotations_in(block["id"]):
            curator.touched.add(item["id"])
            rest = [span for span in item["spans"] if span["block"] != block["id"]]
            if rest:
                item["spans"] = rest
                curator.tell("layers", ("text",), item["id"], item["id"])
            else:
                curator.remove(name, item)
        curator.new["blocks"].remove(block)
        curator.tell("blocks", ("removed",), block["id"], "")


def move_paragraph(curator: Curator) -> None:
    """A short paragraph goes past a longer one."""
    paragraphs = curator.paragraphs()
    for first, second in pairwise(paragraphs):
        if not {first["id"], second["id"]} & curator.touched and len(first["text"]) < len(second["text"]):
            blocks = curator.new["blocks"]
            if blocks.index(second) != blocks.index(first) + 1 or "before" in first or "before" in second:
                continue
            at = blocks.index(first)
            blocks[at : at + 2] = [second, first]
            curator.touched |= {first["id"], second["id"]}
            curator.tell("blocks", ("moved",), first["id"], first["id"])
            order = [each["id"] for each in blocks]
            for _, item in curator.annotations_in(first["id"]):
                item["spans"].sort(key=lambda span: order.index(span["block"]))
            return


def _cuts(curator: Curator, block: Json) -> Iterator[int]:
    """Spaces that no annotation covers."""
    spans = [
        span
        for _, item in curator.annotations_in(block["id"])
        for span in item["spans"]
        if span["block"] == block["id"]
    ]
    for at, sign in enumerate(block["text"]):
        if sign == " " and not any(span["start"] < at + 1 and span["end"] > at for span in spans):
            yield at


def split_paragraph(curator: Curator) -> None:
    """A paragraph becomes two, at a space."""
    for block in curator.paragraphs():
        cuts = [at for at in _cuts(curator, block) if 30 < at < len(block["text"]) - 30]
        if cuts and not curator.is_busy(block["id"]):
            at = curator.random.choice(cuts)
            second = {"id": fresh_id(curator.new, "added"), "role": "paragraph", "text": block["text"][at + 1 :]}
            for _, item in curator.annotations_in(block["id"]):
                curator.touched.add(item["id"])
                for span in item["spans"]:
                    if span["block"] == block["id"] and span["start"] > at:
                        start, end = span["start"] - at - 1, span["end"] - at - 1
                        span.update(block=second["id"], start=start, end=end)
            block["text"] = block["text"][:at]
            curator.new["blocks"].insert(curator.new["blocks"].index(block) + 1, second)
            curator.touched |= {block["id"], second["id"]}
            curator.tell("blocks", ("split",), block["id"], f"{block['id']} {second['id']}")
            return


def merge_paragraphs(curator: Curator) -> None:
    """Two paragraphs become one."""
    blocks = curator.new["blocks"]
    for first, second in pairwise(blocks):
        pair = {first["id"], second["id"]}
        if {first["role"], second["role"]} != {"paragraph"} or "before" in second or "part_of" in {**first, **second}:
            continue
        if curator.is_busy(first["id"]) or curator.is_busy(second["id"]):
            continue
        if any(len(item["spans"]) > 1 for block in pair for _, item in curator.annotations_in(block)):
            continue
        size = len(first["text"]) + 1
        for _, item in curator.annotations_in(first["id"]):
            curator.touched.add(item["id"])
        for _, item in curator.annotations_in(second["id"]):
            curator.touched.add(item["id"])
            span = item["spans"][0]
            span.update(block=first["id"], start=span["start"] + size, end=span["end"] + size)
        first["text"] += f" {second['text']}"
        blocks.remove(second)
        curator.touched |= pair
        curator.tell("blocks", ("merged",), f"{first['id']} {second['id']}", first["id"])
        return


def role(curator: Curator) -> None:
    """A paragraph is a quote."""
    if block := curator.pick(curator.paragraphs()):
        block["role"] = "quote"
        curator.tell("blocks", ("role",), block["id"], block["id"])
