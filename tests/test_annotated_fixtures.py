"""The hand-annotated articles: correct, canonical, equal in both encodings, and rich enough to be worth keeping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.json_ import FORMAT as JSON
from corpus_tools.formats.seed import FORMAT as SEED
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.layers import all_layers, builtin_layers
from corpus_tools.rules import Context, run_rules
from corpus_tools.schemas import article_validator
from corpus_tools.services.load import Loader, LoadOptions

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "fixtures" / "annotated"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
STEMS = [path.stem for path in SEEDS]
each = pytest.mark.parametrize("stem", STEMS)


def data_of(stem: str, suffix: str = ".json") -> bytes:
    return (FOLDER / f"{stem}{suffix}").read_bytes()


def article_of(stem: str) -> dict[str, Any]:
    return JSON.read(data_of(stem), ReadOptions(file=f"{stem}.json"))  # type: ignore[return-value]


def annotations_of(article: dict[str, Any], layer: str | None = None) -> Iterator[dict[str, Any]]:
    for name, content in article["layers"].items():
        if layer in {None, name}:
            yield from content.get("annotations", ())


def span_pairs(article: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Spans of different annotations on one block."""
    by_block: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for annotation in annotations_of(article):
        for span in annotation.get("spans", ()):
            by_block.setdefault(span["block"], []).append((annotation["id"], span))
    for found in by_block.values():
        for (one, left), (other, right) in combinations(found, 2):
            if one != other:
                yield left, right


def overlap(left: dict[str, Any], right: dict[str, Any]) -> bool:
    """Whether two spans share a letter."""
    return bool(max(left["start"], right["start"]) < min(left["end"], right["end"]))


def cross(left: dict[str, Any], right: dict[str, Any]) -> bool:
    first, second = sorted([left, right], key=lambda span: (span["start"], span["end"]))
    return bool(first["start"] < second["start"] < first["end"] < second["end"])


def blocks_of(annotation: dict[str, Any]) -> set[str]:
    return {span["block"] for span in annotation.get("spans", ())}


def quotation_speakers(article: dict[str, Any]) -> dict[str, str]:
    relations = article["layers"]["quotation"]["relations"]
    return {relation["source"]: relation["target"] for relation in relations if relation["type"] == "speaker"}


def test_every_seed_has_an_annotated_article() -> None:
    assert len(STEMS) >= 15
    for suffix in (".json", ".xml"):
        assert sorted(path.stem for path in FOLDER.glob(f"*{suffix}")) == STEMS


@each
@pytest.mark.parametrize("suffix", [".json", ".xml"])
def test_both_encodings_have_no_finding_and_are_one_article(stem: str, suffix: str) -> None:
    loaded = Loader(LoadOptions()).load_bytes(f"{stem}{suffix}", data_of(stem, suffix))
    assert loaded.findings == []
    assert loaded.article == article_of(stem)


@each
def test_an_annotated_article_meets_the_schema_and_breaks_no_rule(stem: str) -> None:
    article = article_of(stem)
    assert article_validator().is_valid(article)
    assert run_rules(article, Context(builtin_layers())) == []  # type: ignore[arg-type]


@each
def test_an_annotated_article_is_canonical(stem: str) -> None:
    assert JSON.write(article_of(stem), WriteOptions()).data == data_of(stem)  # type: ignore[arg-type]


@each
def test_the_tei_twin_is_what_the_writer_writes(stem: str) -> None:
    written = TEI.write(article_of(stem), WriteOptions())  # type: ignore[arg-type]
    assert written.losses == ()
    assert written.data.decode() == data_of(stem, ".xml").decode()


@each
def test_an_annotated_article_rebuilds_its_seed(stem: str) -> None:
    seed = (ROOT / "seeds" / f"{stem}.txt").read_bytes()
    assert SEED.write(article_of(stem), WriteOptions()).data == seed  # type: ignore[arg-type]


@each
def test_blocks_are_those_that_the_seed_reader_finds(stem: str) -> None:
    seed = (ROOT / "seeds" / f"{stem}.txt").read_bytes()
    found = SEED.read(seed, ReadOptions(file=f"{stem}.txt"))
    texts = [(block["id"], block["text"]) for block in article_of(stem)["blocks"]]
    assert texts == [(block["id"], block["text"]) for block in found["blocks"]]


@each
def test_mentions_are_many_and_corefer(stem: str) -> None:
    article = article_of(stem)
    mentions = list(annotations_of(article, "entity"))
    chains = Counter(mention["entity"] for mention in mentions if "entity" in mention)
    assert len(mentions) >= 10
    assert sum(1 for length in chains.values() if length >= 2) >= 3
    assert {entity["id"] for entity in article["entities"]} == set(chains)
    assert article["layers"]["coreference"]["relations"]


SAME_THING = {"anaphora", "cataphora", "identity", "apposition", "predicative"}


@each
def test_coreference_relations_agree_with_the_entities(stem: str) -> None:
    article = article_of(stem)
    entities = {mention["id"]: mention.get("entity") for mention in annotations_of(article, "entity")}
    for relation in article["layers"]["coreference"]["relations"]:
        source, target = entities[relation["source"]], entities.get(relation["target"])
        assert (source is not None and source == target) == (relation["type"] in SAME_THING), relation


@each
def test_direct_quotations_have_a_speaker_who_is_a_mention(stem: str) -> None:
    article = article_of(stem)
    mentions = {mention["id"] for mention in annotations_of(article, "entity")}
    speakers = quotation_speakers(article)
    quotations = [quotation for quotation in annotations_of(article, "quotation") if quotation["type"] == "direct"]
    assert quotations
    assert set(speakers.values()) <= mentions
    outer = {quotation["id"] for quotation in quotations if not is_inside_another(quotation, quotations)}
    assert outer <= set(speakers)


def is_inside_another(quotation: dict[str, Any], quotations: list[dict[str, Any]]) -> bool:
    """Whether every span of a quotation lies in another one: words that the speaker repeats of somebody else."""
    return any(
        all(any(covers(outer, inner) for outer in other["spans"]) for inner in quotation["spans"])
        for other in quotations
        if other["id"] != quotation["id"]
    )


def covers(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    return bool(outer["block"] == inner["block"] and outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


@each
def test_spans_overlap(stem: str) -> None:
    assert any(overlap(left, right) for left, right in span_pairs(article_of(stem)))


@each
def test_spans_begin_and_end_in_words_or_marks(stem: str) -> None:
    texts = [span["text"] for annotation in annotations_of(article_of(stem)) for span in annotation.get("spans", ())]
    assert [text for text in texts if not text or text != text.strip()] == []


@each
def test_a_mention_ends_with_no_comma(stem: str) -> None:
    texts = [
        span["text"] for mention in annotations_of(article_of(stem), "entity") for span in mention.get("spans", ())
    ]
    assert [text for text in texts if text[-1] in ",;:，、؛،"] == []


@each
def test_metadata_say_title_language_and_evidence(stem: str) -> None:
    article = article_of(stem)
    assert article["language"] == stem.partition("-")[0]
    assert article["metadata"]["title"]
    assert {"headline", "paragraph"} <= {block["role"] for block in article["blocks"]}
    assert "title" in {annotation["type"] for annotation in annotations_of(article, "field")}


def test_together_they_show_every_shape_of_annotation() -> None:
    articles = [article_of(stem) for stem in STEMS]
    every = [annotation for article in articles for annotation in annotations_of(article)]
    assert sum(any(cross(*pair) for pair in span_pairs(article)) for article in articles) >= 5
    assert sum(1 for annotation in every if len(annotation.get("spans", ())) > len(blocks_of(annotation))) >= 10
    assert any(len(blocks_of(annotation)) > 1 for annotation in every)
    assert any(not annotation.get("spans") for annotation in every)


def test_together_they_use_every_built_in_layer() -> None:
    used = Counter(layer for stem in STEMS for layer in article_of(stem)["layers"])
    assert set(used) == set(builtin_layers())
    assert used["token"] >= 3
    assert used["sentence"] >= 3


@pytest.mark.parametrize("suffix", [".json", ".xml"])
def test_a_layer_of_ones_own_is_known_by_its_file_and_warned_of_without(suffix: str) -> None:
    path = FOLDER / "layers" / f"de-deich-roboter-frames{suffix}"
    layers = all_layers([str(FOLDER / "layers" / "frame.json")])
    loaded = Loader(LoadOptions(layers=layers)).load_bytes(path.name, path.read_bytes())
    assert loaded.findings == []
    assert loaded.article is not None
    assert [annotation["type"] for annotation in loaded.article["layers"]["frame"]["annotations"]].count(
        "protecting"
    ) == 2
    written = {".json": JSON, ".xml": TEI}[suffix].write(loaded.article, WriteOptions(layers=layers))
    assert written.data == path.read_bytes()
    unknown = Loader(LoadOptions()).load_bytes(path.name, path.read_bytes()).findings
    assert {finding.kind.slug for finding in unknown} == {"unknown-layer"}
