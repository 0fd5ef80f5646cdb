"""Work inside one process: ours, through the services and formats that the command line uses, and its floor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import floors
import string_floor
import tree_floor
from corpus import Document
from lxml import etree

from corpus_tools.corpus.discovery import Input
from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.services.convert import convert, plan
from corpus_tools.services.environment import environment
from corpus_tools.services.load import Loaded, Loader, LoadOptions
from corpus_tools.services.results import CacheOptions
from corpus_tools.services.roundtrip import prove
from corpus_tools.services.selection import select_rules
from corpus_tools.services.validate import RunOptions, validate

Measured = Callable[[Sequence[Document]], Any]


@dataclass(frozen=True, slots=True)
class Work:
    """Ours and the floor, each on some documents; the budget is a number of times the floor, 0 for none.

    With `at_least` ours must be that many times faster.
    """

    name: str
    ours: Measured
    floor: Measured
    budget: float
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """The corpus, in memory and on disk."""

    documents: list[Document]
    top: Path
    json: Path
    tei: Path
    seed: Path

    @classmethod
    def write(cls, top: Path, corpus: Iterable[Document]) -> Files:
        """Write all documents in all forms below the directory `top`."""
        made = cls(list(corpus), top, top / "json", top / "tei", top / "seed")
        for directory in (made.json, made.tei, made.seed):
            directory.mkdir()
        for each in made.documents:
            (made.json / f"{each.name}.json").write_bytes(each.json)
            (made.tei / f"{each.name}.xml").write_bytes(each.tei)
            (made.seed / f"{each.name}.txt").write_bytes(each.seed)
        return made

    def many(self, count: int) -> Path:
        """A directory of `count` JSON files: the documents, again and again with ids of their own."""
        directory = self.top / f"many-{count}"
        if directory.exists():
            return directory
        directory.mkdir()
        for number in range(count):
            each = self.documents[number % len(self.documents)]
            name = f"copy-{number:05d}"
            (directory / f"{name}.json").write_bytes(each.json.replace(each.name.encode(), name.encode()))
        return directory


def all_works(files: Files) -> Iterator[Work]:
    """All comparisons inside one process."""
    yield from _validation(files)
    yield from _tei(files)
    yield from _conversion(files)


def _validation(files: Files) -> Iterator[Work]:
    reference = Loader(LoadOptions())
    chosen = select_rules()
    default = Loader(LoadOptions(lints=chosen.lints, corpus_rules=chosen.corpus_rules))

    def ours(directory: Path, suffix: str, loader: Loader = reference, cache: CacheOptions | None = None) -> Measured:
        how = RunOptions(cache=cache)

        def run(turn: Sequence[Document]) -> None:
            inputs = [Input(f"{directory}/{each.name}{suffix}", f"{each.name}{suffix}") for each in turn]
            found = [finding for checked in validate(inputs, loader, how) for finding in checked.findings]
            assert not found, found[0]

        return run

    name, parse = floors.json_parser()
    is_valid = floors.json_validator()

    def bare_json(turn: Sequence[Document]) -> None:
        assert floors.validate_json([f"{files.json}/{each.name}.json" for each in turn], parse, is_valid)

    parser, schema = floors.xml_parser(), floors.profile()

    def bare_tei(turn: Sequence[Document]) -> None:
        assert floors.validate_tei([f"{files.tei}/{each.name}.xml" for each in turn], parser, schema)

    yield Work(f"validate JSON, against read + {name} + jsonschema_rs", ours(files.json, ".json"), bare_json, 1.5)
    with_lints = ours(files.json, ".json", default)
    yield Work(f"validate JSON, all default rules, against read + {name} + jsonschema_rs", with_lints, bare_json, 3)
    yield Work("validate TEI, against read + lxml parse + RelaxNG", ours(files.tei, ".xml"), bare_tei, 2)
    for how, options, budget in (
        ("content", CacheOptions(str(files.top / "cache"), environment(default.options)), 4),
        ("stat", CacheOptions(str(files.top / "cache"), environment(default.options), trusts_times=True), 10),
    ):
        warm = ours(files.json, ".json", default, options)
        yield Work(
            f"warm cache by {how}, JSON, all default rules, against cold", warm, with_lints, budget, at_least=True
        )


def _tei(files: Files) -> Iterator[Work]:
    tei = load_format("tei")
    reading, writing = ReadOptions(), WriteOptions()
    parser = floors.xml_parser()
    loader = Loader(LoadOptions())
    loaded = {each.name: Loaded("-", [], each.json, load_format("json"), each.article) for each in files.documents}
    for each in files.documents:
        assert string_floor.write_tei(each.article) == each.tei, each.name
        assert _tree(tree_floor.write_tei(each.article)) == _tree(each.tei), each.name
        read = floors.read_tei(each.tei, parser)
        assert [block["text"] for block in read["blocks"]] == [block["text"] for block in each.article["blocks"]]

    def write(turn: Sequence[Document]) -> None:
        for each in turn:
            tei.write(each.article, writing)

    def read_(turn: Sequence[Document]) -> None:
        for each in turn:
            tei.read(each.tei, reading)

    def prove_(turn: Sequence[Document]) -> None:
        for each in turn:
            assert not prove(loaded[each.name], loader, "tei"), each.name

    strings: Measured = lambda turn: [string_floor.write_tei(each.article) for each in turn]  # noqa: E731
    tree: Measured = lambda turn: [tree_floor.write_tei(each.article) for each in turn]  # noqa: E731
    walk: Measured = lambda turn: [floors.read_tei(each.tei, parser) for each in turn]  # noqa: E731
    yield Work("write TEI, against a hand-written string writer", write, strings, 2)
    yield Work("write TEI, against lxml SubElement", write, tree, 3, at_least=True)
    yield Work("read TEI, against lxml parse + plain walk", read_, walk, 2)
    yield Work("prove a round trip by TEI, against our TEI read", prove_, read_, 2)


def _tree(data: bytes) -> bytes:
    """The canonical XML of a document without the blanks between elements."""
    root = etree.fromstring(data)
    for element in root.iter():
        if element.text and not element.text.strip():
            element.text = None
        if element.tail and not element.tail.strip():
            element.tail = None
    made: bytes = etree.tostring(root, method="c14n")
    return made


def _conversion(files: Files) -> Iterator[Work]:
    seed, json, tei = (load_format(name) for name in ("seed", "json", "tei"))
    loader, writing = Loader(LoadOptions()), WriteOptions()

    def to_both(turn: Sequence[Document]) -> None:
        inputs = [Input(f"{files.seed}/{each.name}.txt", f"{each.name}.txt") for each in turn]
        tasks = plan(inputs, ("json", "tei"), _fresh(files.top / "made"), single=False)
        for made in convert(tasks, loader, writing, force=False):
            assert made.changed, made.findings

    def stages(turn: Sequence[Document]) -> None:
        directory = _fresh(files.top / "stages")
        for each in turn:
            file = f"{files.seed}/{each.name}.txt"
            article = seed.read(floors.read(file), ReadOptions(file))
            for form in (json, tei):
                with open(f"{directory}/{each.name}{form.suffixes[0]}", "wb", buffering=0) as stream:
                    stream.write(form.write(article, writing).data)

    def read_seeds(turn: Sequence[Document]) -> None:
        for each in turn:
            file = f"{files.seed}/{each.name}.txt"
            seed.read(floors.read(file), ReadOptions(file, detect_language=False))

    lines: Measured = lambda turn: [floors.split_lines(f"{files.seed}/{each.name}.txt") for each in turn]  # noqa: E731
    yield Work("seeds to JSON and TEI files, against read + write + write + files", to_both, stages, 1.3)
    yield Work("read a seed, its language not detected, against read + split into lines", read_seeds, lines, 6)


def _fresh(directory: Path) -> str:
    """An empty directory in the place of `directory`; the old one is put aside, to be removed at the end."""
    if directory.exists():
        aside = directory.parent / "aside"
        aside.mkdir(exist_ok=True)
        os.rename(directory, aside / f"{directory.name}-{len(os.listdir(aside))}")
    directory.mkdir()
    return str(directory)
