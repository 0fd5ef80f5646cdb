"""Our own gold: it is well-formed, the reader reaches its floors on it, and the README has the figures of today."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from schema_files import ARTICLE, ROOT
from scoring import tables
from scoring.figures import Figures, Outcome, figures, score
from scoring.gold import OWN, Gold, own
from scoring.roles import is_blank

MICRO_FLOOR = 0.92
MACRO_FLOOR = 0.88
FIELDS_FLOOR = 0.9
FURTHER_FLOOR = 0.65
LANGUAGE_FLOOR = 0.65
"""The lowest micro F1 of a language."""
INVENTED_CEILING = 0.1
"""The highest share of seeds with a value that the text does not state."""

LEAST_SEEDS = 130
LEAST_LANGUAGES = 50

ROLES = set(ARTICLE["$defs"]["block"]["properties"]["role"]["enum"])
FIELDS = {
    "title": str,
    "authors": list,
    "source": str,
    "credits": list,
    "published": str,
    "dateline_place": str,
    "language": str,
    "updated": str,
    "editors": list,
    "url": str,
    "keywords": list,
    "copyright_holder": str,
    "agency": str,
    "publisher": str,
    "dateline_date": str,
    "author_emails": list,
    "author_affiliations": list,
}
INVISIBLE = set("\ufeff\u200e\u200f\u2060\u00ad")
"""Characters that may stand between blocks, besides blanks."""
AS_WRITTEN = ("authors", "editors", "credits", "keywords", "author_emails")
"""Fields whose values stand in the text as they are."""

SET = own()
GOLD = list(SET.documents())


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [score(gold, tells_all=SET.tells_all) for gold in GOLD]


@pytest.fixture(scope="module")
def found(outcomes) -> Figures:
    return figures(outcomes)


def each_gold():
    return pytest.mark.parametrize("gold", GOLD, ids=[gold.id for gold in GOLD])


def folded(text: str) -> str:
    return " ".join("".join(character for character in text if character != "\u200b").split())


# The gold.


def test_there_are_enough_seeds_and_languages():
    assert len(GOLD) >= LEAST_SEEDS
    assert len({gold.language for gold in GOLD}) >= LEAST_LANGUAGES


def test_every_seed_has_its_gold_and_every_gold_its_seed():
    seeds = {path.name.removesuffix(".txt") for path in OWN.glob("*.txt")}
    assert seeds == {path.name.removesuffix(".gold.json") for path in OWN.glob("*.gold.json")}
    assert seeds == {gold.id for gold in GOLD}


def test_no_two_seeds_share_a_style():
    styles = [json.dumps(dict(gold.style), sort_keys=True) for gold in GOLD]
    assert [style for style in styles if styles.count(style) > 1] == []


def test_every_role_is_in_the_gold_somewhere():
    assert {block["role"] for gold in GOLD for block in gold.blocks} == ROLES


@pytest.mark.parametrize("path", sorted(OWN.glob("*.gold.json")), ids=lambda path: path.name.split(".")[0])
def test_the_facts_of_the_file_are_true(path: Path):
    stated = json.loads(path.read_text(encoding="utf-8"))
    data = path.with_name(f"{stated['id']}.txt").read_bytes()
    text = data.decode(stated["file"]["encoding"])
    assert hashlib.sha256(data).hexdigest() == stated["file"]["sha256"]
    assert text.startswith("\ufeff") == stated["file"]["bom"] or stated["file"]["encoding"] == "utf-16"
    assert stated["metadata"]["language"] == stated["language"]


@each_gold()
def test_offsets_cut_out_the_text_of_each_block_and_nothing_but_blanks_is_left(gold: Gold):
    text, at = gold.text, 0
    for block in gold.blocks:
        start, end = block["start"], block["end"]
        assert block["role"] in ROLES
        assert text[start:end] == block["text"]
        assert block["text"].strip() == block["text"] != ""
        assert all(is_blank(each) or each in INVISIBLE for each in text[at:start]), (gold.id, text[at:start])
        at = end
    assert all(is_blank(each) or each in INVISIBLE for each in text[at:]), (gold.id, text[at:])


def without_case(words: str) -> str:
    """The words in small letters, i with and without its dot being one."""
    return words.replace("İ", "i").casefold().replace("ı", "i")


@each_gold()
def test_fields_are_of_their_types_and_stand_in_the_text(gold: Gold):
    text = folded(gold.text)
    for field, value in gold.metadata.items():
        assert isinstance(value, FIELDS[field]), field
        assert value, field
        for words in value if field in AS_WRITTEN else ():
            assert without_case(folded(words)) in without_case(text), (field, words)  # capitals are written as usual
    (headline,) = (block["text"] for block in gold.blocks if block["role"] == "headline")
    assert folded(gold.metadata["title"]) in folded(headline)


# The reader.


def test_every_seed_is_read_and_keeps_the_laws(outcomes):
    assert [(outcome.id, outcome.misses) for outcome in outcomes if outcome.refused or outcome.broken] == []
    assert sum(outcome.lost for outcome in outcomes) == 0


def test_roles_reach_their_floors(found):
    assert found.micro >= MICRO_FLOOR
    assert found.macro >= MACRO_FLOOR


def test_fields_reach_their_floors(found):
    assert found.fields_mean >= FIELDS_FLOOR
    assert found.further_mean >= FURTHER_FLOOR


def test_values_are_hardly_ever_invented(found):
    assert found.invented <= INVENTED_CEILING * found.documents


def test_no_language_is_left_behind(outcomes):
    languages = {outcome.language for outcome in outcomes}
    micro = {each: figures(outcome for outcome in outcomes if outcome.language == each).micro for each in languages}
    assert {language: value for language, value in micro.items() if value < LANGUAGE_FLOOR} == {}


def test_the_readme_has_these_figures(found):
    shown = tables.rows((ROOT / "README.md").read_text(encoding="utf-8"))
    assert "own" in shown, "make score DATE=... writes them"
    date = shown["own"].split("|")[-2].strip()
    assert shown["own"] == tables.row("own", found, date), "make score DATE=... writes them anew"
