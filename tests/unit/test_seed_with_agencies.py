"""Words that stand before agencies and before people: ``With inputs from``, ``Con información de``, ``Avec``."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article


def read_in(language: str, *blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions("a.txt", language=language, layers={}))


@pytest.mark.parametrize(
    ("language", "line", "sources", "people"),
    [
        ("en", "With inputs from PTI", ["PTI"], []),
        ("en", "(With inputs from PTI)", ["PTI"], []),
        ("en", "With inputs from Priya Rao in Chennai", [], ["Priya Rao"]),
        ("en", "– With a report from Priya Rao", [], ["Priya Rao"]),
        ("en", "Additional reporting by Reuters", ["Reuters"], []),
        ("en", "Via The Hindu", ["The Hindu"], []),
        ("es", "Con información de EFE", ["EFE"], []),
        ("pt", "*Com informações de Ana Dias", [], ["Ana Dias"]),
        ("es", "Con información de Noël Çelik", [], ["Noël Çelik"]),
        ("es", "(Reporte de Ana Ruiz y Luis Soto. Editado por Eva Gil)", [], ["Ana Ruiz", "Luis Soto", "Eva Gil"]),
        ("fr", "Avec Ouest-France", ["Ouest-France"], []),
        ("it", "Via AGI", ["AGI"], []),
    ],
)
def test_an_agency_is_a_source_and_a_person_is_none(
    language: str, line: str, sources: list[str], people: list[str]
) -> None:
    metadata = read_in(language, HEAD, P, P, line)["metadata"]
    assert [each["name"] for each in metadata.get("sources", [])] == sources
    found = [*metadata.get("authors", []), *metadata.get("contributors", [])]
    assert [each["name"] for each in found] == people


@pytest.mark.parametrize(("language", "line"), [("fr", "Avec Jeanne Moreau"), ("it", "Via Garibaldi")])
def test_other_names_after_a_word_for_with_are_no_source(language: str, line: str) -> None:
    assert "sources" not in read_in(language, HEAD, P, P, line)["metadata"]
