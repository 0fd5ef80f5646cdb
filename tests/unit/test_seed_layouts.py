"""Pages as papers of the Romance languages lay them out: what stands beside what, and with or without a blank line."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "El puerto de Cádiz cierra por tercer día"
P = (
    "El puerto no abrió este miércoles, según ha explicado la alcaldesa, Marta Costa, porque las olas golpean "
    "el muelle desde hace tres días y nadie sabe cuándo van a parar."
)


def read(text: str) -> Article:
    return FORMAT.read(f"{text}\n".encode(), ReadOptions(layers={}))


def roles(text: str) -> list[str]:
    return [block["role"] for block in read(text)["blocks"]]


def test_a_name_right_below_a_caption_and_apart_from_the_author_credits_the_picture() -> None:
    caption = "Unos vecinos miran las olas desde el muelle, el lunes."
    together = f"{HEAD}\n\n{caption}\nRui Fontes\n\nAna Silva\n3 de noviembre de 2026\n\n{P}\n\n{P}"
    assert roles(together)[1:4] == ["caption", "credit", "byline"]
    assert read(together)["metadata"]["authors"] == [{"name": "Ana Silva"}]
    apart = f"{HEAD}\n\n{caption}\n\nRui Fontes\n\nAna Silva\n3 de noviembre de 2026\n\n{P}\n\n{P}"
    assert roles(apart)[2] == "byline"


def test_a_place_before_a_dash_below_the_author_is_the_dateline() -> None:
    article = read(f"{HEAD}\n\nAna Silva\nMurcia —\n3 de noviembre de 2026\n\n{P}\n\n{P}")
    assert article["blocks"][2]["role"] == "dateline"
    assert article["metadata"]["dateline"] == {"place": "Murcia"}


@pytest.mark.parametrize(("number", "role"), [("2", "boilerplate"), ("2026", "other")])
def test_a_small_number_alone_below_the_date_counts_something(number: str, role: str) -> None:
    assert roles(f"{HEAD}\n\nPor Ana Silva\n3 de noviembre de 2026\n{number}\n\n{P}\n\n{P}")[3] in {role, "paragraph"}
    assert roles(f"{HEAD}\n\n{P}\n\n{number}\n\n{P}")[2] != "boilerplate"


def test_several_words_below_the_date_are_tags() -> None:
    found = roles(f"{HEAD}\n\nPor Ana Silva\n3 de noviembre de 2026\nPuertos\nCádiz\nTemporal\n\n{P}\n\n{P}")
    assert found[3:6] == ["tags"] * 3
    names = roles(f"{HEAD}\n\n3 de noviembre de 2026\nAna Silva\nRui Reis\nEva Luna\n\n{P}\n\n{P}")
    assert "tags" not in names


def test_capitals_after_a_dash_credit_a_picture_if_they_name_an_organisation() -> None:
    line = "Un convoy del tranvía, en la plaza - AYUNTAMIENTO DE ZARAGOZA"
    article = read(f"{HEAD}\n\n{line}\n\nPor Ana Silva\n\n{P}\n\n{P}")
    (credit,) = [each for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert credit["spans"][0]["text"] == "AYUNTAMIENTO DE ZARAGOZA"
    assert (
        roles(f"{HEAD}\n\nUn convoy del tranvía, en la plaza - ZARAGOZA\n\nPor Ana Silva\n\n{P}\n\n{P}")[1] != "caption"
    )


def test_the_desk_of_an_agency_brings_its_report_and_names_nobody() -> None:
    text = "La tartaruga ha bloccato questa mattina il pontile, e nessuno sa ancora quando i vaporetti riprenderanno."
    metadata = read(f"Tartaruga blocca i vaporetti a Venezia\n\nRedazione ANSA\n3 novembre 2026\n\n{text}\n\n{text}")[
        "metadata"
    ]
    assert metadata["sources"] == [{"name": "ANSA"}]
    assert "authors" not in metadata


def test_the_office_of_an_agency_under_the_headline_is_the_byline() -> None:
    assert (
        roles(f"{HEAD}\n\nEuropa Press Aragón\nPublicado: martes, 3 noviembre 2026 12:04\n\n{P}\n\n{P}")[1] == "byline"
    )


def test_a_label_after_the_mark_of_a_credit_is_no_part_of_it() -> None:
    text = "Vinte e dois alunos da quarta classe passaram a ter aulas num embondeiro oco, disse o professor."
    article = read(f"Embondeiro vira sala de aulas\n\n© Fotografia por: Ana Silva\n\n{text}\n\n{text}")
    (credit,) = [each for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert credit["spans"][0]["text"] == "Ana Silva"


def test_a_time_beside_the_day_of_publication_is_of_that_day() -> None:
    same_line = read(f"{HEAD}\n\n03/11/2026 Actualizado a las 13:05 h\n\n{P}\n\n{P}")["metadata"]
    assert same_line["published"] == "2026-11-03"
    assert same_line["updated"] == "2026-11-03T13:05:00"
    assert "updated" not in read(f"{HEAD}\n\n03/11/2026\nActualizado a las 13:05 h\n\n{P}\n\n{P}")["metadata"]
