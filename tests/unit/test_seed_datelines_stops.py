"""Datelines whose parts stops, slashes and commas divide, and the agency after a dash."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.datelines.run_in import run_in
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.model.article import Article


@pytest.mark.parametrize(
    ("language", "text", "place", "day", "agency", "names"),
    [
        ("ru", "Мурманск. 22 января. INTERFAX.RU - Рояль уже на месте.", "Мурманск", "22 января", "INTERFAX.RU", None),
        ("ru", "АЛМАТЫ. КАЗИНФОРМ — Рояль уже на месте.", "АЛМАТЫ", None, "КАЗИНФОРМ", None),
        ("ru", "ОМСК. 22 января. НОВОЕ АГЕНТСТВО - Рояль", "ОМСК", "22 января", "НОВОЕ АГЕНТСТВО", None),
        ("ru", "22 января, Минск /Корр. БЕЛТА/. Рояль уже", "Минск", "22 января", "БЕЛТА", None),
        ("ru", "МОСКВА, 22 янв - РИА Новости. Рояль уже", "МОСКВА", "22 янв", "РИА Новости", None),
        ("ru", "ТВЕРЬ, 5 мар — РИА Новости, Иван Петров. Рояль", "ТВЕРЬ", "5 мар", "РИА Новости", "Иван Петров"),
        ("ca", "Sant Cugat del Vallès - Un porc senglar", "Sant Cugat del Vallès", None, None, None),
        ("en", "Lagos, March 12: The bridge", "Lagos", "March 12", None, None),
        ("en", "New Delhi [India], March 12 (ANI): The bridge", "New Delhi", "March 12", "ANI", None),
        ("fr", "Montréal, le 12 mars 2024 – Le pont", "Montréal", "12 mars 2024", None, None),
        ("pl", "21.03. Suwałki (PAP) - Bocian wrócił", "Suwałki", None, "PAP", None),
        ("ru", "ПСКОВ, 30 апреля. Два подрядчика", "ПСКОВ", "30 апреля", None, None),
        ("ru", "ПСКОВ, 30 апреля. /ТАСС/. Два подрядчика", "ПСКОВ", "30 апреля", "ТАСС", None),
        ("uk", "КИЇВ. 5 березня. УНН. Лелека повернувся", "КИЇВ", "5 березня", "УНН", None),
        ("az", "Bakı. Trend: Nar oğurlandı", "Bakı", None, "Trend", None),
        ("az", "Bakı. 12 mart. REPORT.AZ/ Nar oğurlandı", "Bakı", "12 mart", "REPORT.AZ", None),
        ("sq", "TIRANË, 12 mars 2026/ATSH/- Kambanat u gjetën", "TIRANË", "12 mars 2026", "ATSH", None),
        ("tr", "Ali KAYA/EDİRNE, (DHA) - EDİRNE'de nehir", "EDİRNE", None, "DHA", "Ali KAYA"),
        ("tr", "ANKARA (AA) - ELİF KAYA - Nehir dondu", "ANKARA", None, "AA", "ELİF KAYA"),
        ("tr", "ANKARA (AA) - ELİF KAYA/CAN DAĞ - Nehir", "ANKARA", None, "AA", "ELİF KAYA/CAN DAĞ"),
        ("tr", "ANKARA (AA) - Nehir dondu - yine", "ANKARA", None, "AA", None),
        ("tr", "Ali KAYA- Can DAĞ/MUĞLA, (DHA)- Kedi", "MUĞLA", None, "DHA", "Ali KAYA- Can DAĞ"),
    ],
)
def test_parts_of_a_dateline_are_told_apart(
    language: str, text: str, place: str, day: str | None, agency: str | None, names: str | None
) -> None:
    found = run_in(text, load_cues((language, "en")))
    assert found is not None
    told = [text[slice(*extent)] if extent else None for extent in (found.place, found.day, found.agency, found.names)]
    assert told == [place, day, agency, names]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мурманск. Порт закрыт. Рояль уже на месте."),
        ("en", "Correction, March 12: The bridge was opened in 1998."),
        ("ru", "Рояль на месте. ТАСС. Так было и раньше."),
        ("ru", "Псков, 30 апреля. Два подрядчика встретились"),
        ("ru", "МЧС России, 30 апреля. Два подрядчика встретились"),
        ("ru", "ПСКОВ, 30 метров. Два подрядчика встретились"),
        ("az", "Baş redaktor. Trend: nar oğurlandı"),
        ("en", "Sailing/rowing, (PA) - nobody came to the harbour."),
        ("tr", "kaya/Edirne, (DHA) - Kedi bulundu"),
        ("tr", "Ali KAYA/Edirne, (Kedi) nehre düştü"),
    ],
)
def test_other_words_with_stops_and_slashes_are_no_dateline(language: str, text: str) -> None:
    assert run_in(text, load_cues((language, "en"))) is None


def test_only_an_agency_and_people_follow_a_dash() -> None:
    text = "МОСКВА, 22 янв - РИА Новости, как обычно. Рояль"
    found = run_in(text, load_cues(("ru", "en")))
    assert found is not None
    assert found.agency is None
    assert text[found.end :].startswith("РИА")


def test_a_place_in_capitals_keeps_a_stop_only_after_a_region() -> None:
    cues = load_cues(("en",))
    for text, place in (("OMSK. The river rose again.", "OMSK"), ("OMSK, Pa. — The river rose.", "OMSK, Pa.")):
        found = run_in(text, cues)
        assert found is not None
        assert found.place is not None
        assert text[slice(*found.place)] == place


def _read(language: str, *blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions("a.txt", language=language))


REST = "Olay bu sabah meydana geldi ve köy için bir gün daha sürdü; çok sakin olan keçi ile sahibi de ne oldu bilmiyor."


def test_reporters_before_the_place_are_the_authors() -> None:
    article = _read(
        "tr",
        "Nehir dondu, balıkçılar bekliyor",
        f"Ali KAYA- Can DAĞ/EDİRNE, (DHA)- Edirne'de nehir dondu. {REST}",
        REST,
    )
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ali KAYA", "Can DAĞ"]
    assert article["metadata"]["dateline"] == {"place": "Edirne"}
    assert article["metadata"]["sources"] == [{"name": "DHA"}]


@pytest.mark.parametrize(
    ("brackets", "place", "sources"),
    [("ARTVİN", "Artvin", None), ("RİZE", "Rize", None), ("AA", None, ["AA"]), ("KEDİ AJANSI", None, ["KEDİ AJANSI"])],
)
def test_capitals_in_brackets_are_the_place_unless_an_agency_is_called_so(
    brackets: str, place: str | None, sources: list[str] | None
) -> None:
    metadata = _read(
        "tr", "Keçi minareye çıktı, ezanı bekledi", f"({brackets}) - Minareye çıkan keçi indi. {REST}", REST
    )["metadata"]
    assert metadata.get("dateline", {}).get("place") == place
    assert [each["name"] for each in metadata.get("sources", [])] == (sources or [])


def test_where_no_dash_sets_places_apart_the_report_has_to_name_it_again() -> None:
    rest = "The goat came down on its own before noon, said the keeper of the old tower on the hill."
    for again, place, sources in (("in Omsk", "Omsk", None), ("there", None, [{"name": "OMSK"}])):
        metadata = _read(
            "Goat waits on the tower for noon", f"(OMSK) — A goat went up. {rest}", f"{rest} It lives {again}."
        )["metadata"]
        assert metadata.get("dateline", {}).get("place") == place
        assert metadata.get("sources") == sources


def test_words_of_pictures_beside_a_place_are_no_agency() -> None:
    found = run_in("Přerov /FOTO/ – Zaměstnanci pošty doručili obálku", load_cues(("cs", "en")))
    assert found is not None
    assert found.place is not None
    assert found.agency is None


@pytest.mark.parametrize(
    ("language", "opening", "sources"),
    [
        ("et", "TARTU, 4. märts, BNS - ", ["BNS"]),
        ("lv", "RĪGA, 4. marts, LETA. ", ["LETA"]),
        ("et", "TARTU, 4. märts, KAJAKAS - ", []),
    ],
)
def test_an_agency_after_the_day_and_a_comma(language: str, opening: str, sources: list[str]) -> None:
    metadata = _read(language, "Sadam on kinni", f"{opening}The harbour is shut. {REST}", REST)["metadata"]
    assert [source["name"] for source in metadata.get("sources", [])] == sources


def test_initials_at_the_beginning_of_a_line_are_no_place() -> None:
    metadata = _read("lt", "Uostas uždarytas", "K. V. Silva ir J. R. Reis Jr.", REST, REST)["metadata"]
    assert "dateline" not in metadata
