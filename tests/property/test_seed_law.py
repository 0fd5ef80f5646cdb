"""What holds of every seed that a newspaper could have written, and of many that none would."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from laws import Laws
from strategy_seeds import lines, seeds

from corpus_tools.findings import Severity
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.json_ import FORMAT as JSON
from corpus_tools.formats.seed import FORMAT as SEED
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.layers import builtin_layers
from corpus_tools.model.article import Article
from corpus_tools.rules import Context, run_rules
from corpus_tools.schemas import article_validator
from corpus_tools.seed_style import SeedStyle, builtin_style, builtin_styles

OPTIONS = ReadOptions(file="in.txt")
WRITE = WriteOptions()
CONTEXT = Context(layers=builtin_layers())
law = Laws()
LAYOUTS = ("blank-line", "line", "wrapped")


def read(text: str, style: SeedStyle | None = None) -> Article:
    return SEED.read(text.encode(), ReadOptions(file="in.txt", style=style))


def exactly(article: Any) -> str:
    return json.dumps(article, sort_keys=True)


@law
def it_is_given_back_byte_for_byte_without_losses(text: str, article: Article) -> None:
    written = SEED.write(article, WRITE)
    assert written.data == text.encode()
    assert written.losses == ()


@law
def reading_twice_gives_the_same(text: str, article: Article) -> None:
    assert exactly(read(text)) == exactly(article)


@law
def it_is_a_valid_article_without_errors(_: str, article: Article) -> None:
    assert [error.message for error in article_validator().iter_errors(article)] == []
    found = [(kind.slug, problem) for kind, problem in run_rules(article, CONTEXT) if kind.severity is Severity.ERROR]
    assert found == []


@law
def it_is_equal_through_json_and_tei(text: str, article: Article) -> None:
    for other in (JSON, TEI):
        written = other.write(article, WRITE)
        assert written.losses == ()
        again = other.read(written.data, OPTIONS)
        assert exactly(again) == exactly(article)
        assert SEED.write(again, WRITE).data == text.encode()


@given(seeds())
@example("")
@example(" \n")
@example("Ana Silva\n\nبقلم ليلى حد\nّاد \n\nAna Silva \n\nGeskryf deur Pieter Steyn بقلم الدكتور سامي الخطيب")
@example("Deur Annelie\n Botha Deur \nAnnelie Both\na \n\n“deur\u2028” “deur\n\u2028” ")
@example("Bykomende verslaggewing deur Thandi Jacobs\n\nVan ons korrespondent\xa0Deur Annelie Botha")
@example("Storm\n\nTekst: Ana Silva Foto: Rui Reis\n\nThe harbour did not open.")
@example("Ana Silva \n\nDeur Annelie Botha Im video: presse@beispiel.de")
def test_the_laws_of_seeds_hold_of_what_is_read(text: str) -> None:
    law.hold_of(text, read(text))


def test_the_language_found_changes_nothing_when_it_is_read_back() -> None:
    text = "Διαβάστε επίσης Διαβάστε\n επίσης Διαβάστε επίσης \n\nMet bydraes deur Thandi Jacobs Deur Annelie Botha"
    assert SEED.write(read(text), WRITE).losses == ()


@given(seeds(), st.sampled_from([*map(builtin_style, builtin_styles()), *(SeedStyle(layout=each) for each in LAYOUTS)]))
def test_a_style_changes_no_character(text: str, style: SeedStyle) -> None:
    article = read(text, style)
    assert SEED.write(article, WriteOptions(style=style)).data == text.encode()
    assert [error.message for error in article_validator().iter_errors(article)] == []


@given(lines())
def test_one_line_is_given_back(text: str) -> None:
    assert SEED.write(read(text), WRITE).data == text.encode()
