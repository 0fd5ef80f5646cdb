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


def test_words_of_a_page_that_the_report_does_not_name_are_no_tags() -> None:
    found = roles(f"{HEAD}\n\n3 de noviembre de 2026\nEscríbenos\nOfrecer texto\nMúsica\n\n{P}\n\n{P}")
    assert "tags" not in found


def test_a_line_that_a_pictograph_begins_belongs_to_the_page_unless_it_is_the_headline() -> None:
    line = "🌳 ¿Quieres conocer las últimas noticias? Te invitamos a verlas en El Observador."
    assert roles(f"{HEAD}\n\n{P}\n\n{P}\n\n{line}")[3] == "boilerplate"
    assert roles(f"🦙 {HEAD}\n\n{P}\n\n{P}")[0] == "headline"


def test_a_name_and_where_its_bearer_is_after_a_dash() -> None:
    article = read(f"{HEAD}\n\nFatou Diallo - en Segú\n3 de noviembre de 2026\n\n{P}\n\n{P}")
    assert article["blocks"][1]["role"] == "byline"
    assert article["metadata"]["authors"] == [{"name": "Fatou Diallo"}]


def test_a_name_between_the_date_and_the_rubric_above_the_headline_is_the_byline() -> None:
    assert roles(f"3 de noviembre de 2026\nANA SILVA\nPuertos\n{HEAD}\n\n{P}\n\n{P}")[:4] == [
        "date",
        "byline",
        "kicker",
        "headline",
    ]


def test_a_summary_opens_with_its_name() -> None:
    text = "Elle ne mord pas, elle pince, et depuis le mois de septembre elle garde la déchetterie de Pavie."
    summary = "l'essentiel Une oie garde la déchetterie depuis que le vigile est à la retraite, et les vols ont cessé."
    found = roles(f"Une oie garde la déchetterie\n\nPar Ana Silva\n\n{summary}\n\n{text}\n\n{text}")
    assert found[2:4] == ["standfirst", "paragraph"]


def test_an_agency_of_pictures_alone_credits_one_and_brings_no_report() -> None:
    article = read(f"{HEAD}\n\nGetty Images\n3 de noviembre de 2026\n\n{P}\n\n{P}")
    assert article["blocks"][1]["role"] == "credit"
    assert "sources" not in article["metadata"]


def test_a_place_and_a_full_day_before_a_stop_open_a_report() -> None:
    dateline = read(f"{HEAD}\n\nBaena, 3 de noviembre de 2026. {P}\n\n{P}")["metadata"]["dateline"]
    assert dateline == {"place": "Baena", "date": "2026-11-03"}
    assert "dateline" not in read(f"{HEAD}\n\nNació en Baena, el 3 de noviembre de 2026. {P}\n\n{P}")["metadata"]


def test_a_weekday_after_a_place_is_no_part_of_it() -> None:
    article = read(f"{HEAD}\n\nAna Silva\nMurcia. Martes, 3 de noviembre de 2026. 05:30\n\n{P}\n\n{P}")
    assert article["metadata"]["dateline"]["place"] == "Murcia"
    assert article["metadata"]["published"] == "2026-11-03T05:30:00"


def test_a_name_with_its_agency_above_the_agency_that_brings_the_report_credits_a_picture() -> None:
    text = f"{HEAD}\n\nRui Fontes / LUSA\n\nLusa\n3 nov 2026 15:08\n\n{P}\n\n{P}"
    assert roles(text)[1:3] == ["credit", "byline"]
    assert "authors" not in read(text)["metadata"]
