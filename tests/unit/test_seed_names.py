"""What looks like a name, and what is known of organisations."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, read

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.names.addresses import address_in, handle_in
from corpus_tools.formats.seed.names.organisations import is_organisation, is_same_organisation
from corpus_tools.formats.seed.names.recognise import (
    is_job,
    is_name,
    listed,
    name_in,
    segments,
    sentence_end,
    trimmed,
    without_job,
)
from corpus_tools.formats.seed.names.usual import Spellings, usual_form, usual_place

EN = load_cues(("en",))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva",
        "K. V. Ramesh",
        "Ludo van der Berg",
        "Rui Reis Jr.",
        "ANA SILVA",
        "Ana al-Amin",
        "May Lee",
        "April Ryan",
    ],
)
def test_names(text: str) -> None:
    assert is_name(text, EN)


@pytest.mark.parametrize(
    "text", ["", "the night desk", "Ana Silva.", "van der", "March", "Monday", "Ana 2", "One Two Three Four Five Six"]
)
def test_no_names(text: str) -> None:
    assert not is_name(text, EN)


@pytest.mark.parametrize("text", ["Reuters", "QWX", "Lisbon News Agency"])
def test_an_organisation_is_known_or_in_initials_or_named_by_its_words(text: str) -> None:
    assert is_organisation(text, EN)


@pytest.mark.parametrize("text", ["Ana Silva", "Q", "QWXYZAB", "Q1", "Qwx"])
def test_a_person_or_a_single_word_is_no_organisation(text: str) -> None:
    assert not is_organisation(text, EN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sl", "Maja Kovač"),
        ("et", "Jaan Oja"),
        ("sw", "Juma Mwakyusa"),
        ("ru", "Ольга Иванова"),
        ("ja", "山田太郎"),
        ("ko", "홍길동"),
        ("ar", "محمد علي"),
        ("hi", "रवि रंजन"),
        ("th", "สมชาย ใจดี"),
        ("ka", "ნინო ბერიძე"),
        ("es", "José María de la Cruz"),
        ("nl", "Joost van den Berg"),
        ("pt", "João d'Ávila"),
    ],
)
def test_names_of_many_languages(language: str, text: str) -> None:
    assert is_name(text, load_cues((language,)))


def test_a_list_of_names_is_split_at_commas_and_ands_of_its_language() -> None:
    for language, text in (("en", "Ana Silva, Rui Reis and Joana Dias"), ("de", "Ana Silva, Rui Reis und Joana Dias")):
        found = [text[start:end] for start, end in listed(text, 0, len(text), load_cues((language,)))]
        assert found == ["Ana Silva", "Rui Reis", "Joana Dias"]


def test_parts_of_a_byline_stand_between_bars_bullets_and_spaced_dashes() -> None:
    text = "Ana Silva | AP • Lisbon – Jean-Luc"
    assert [text[start:end] for start, end in segments(text, 0, len(text))] == ["Ana Silva", "AP", "Lisbon", "Jean-Luc"]


def test_a_name_ends_before_its_place_or_its_brackets() -> None:
    for text in ("Ana Silva in Lisbon", "Ana Silva (Lisbon)"):
        assert name_in(text, 0, len(text), EN) == (0, 9)
    assert name_in("the night desk", 0, 14, EN) is None


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("ANA SILVA", "Ana Silva"),
        ("MARY-ANNE O'NEIL", "Mary-Anne O'Neil"),
        ("K. V. RAMESH", "K. V. Ramesh"),
        ("JOHN MCDONALD", "JOHN MCDONALD"),
        ("ANA", "ANA"),
        ("Ana Silva", "Ana Silva"),
        ("МАР’ЯНА КОВАЛЕНКО", "Мар’яна Коваленко"),
        ("ДЖОН О’КОННОР", "Джон О’Коннор"),
    ],
)
def test_capitals_become_the_usual_form_only_where_it_is_certain(name: str, usual: str) -> None:
    assert usual_form(name, EN) == usual


@pytest.mark.parametrize(
    ("language", "name", "usual"),
    [
        ("de", "FRIEDERIKE VON DER LEYEN", "Friederike von der Leyen"),
        ("nl", "JAN VAN DEN BERG", "Jan van den Berg"),
        ("sv", "MÄRTA AF KLINTBERG", "Märta af Klintberg"),
        ("af", "PIETER DU TOIT", "Pieter du Toit"),
        ("nl", "ANNE DE LA TOUR", "ANNE DE LA TOUR"),
        ("fr", "MATHIEU LE GOFF", "Mathieu Le Goff"),
        ("fr", "ANNE DE LA TOUR", "Anne de La Tour"),
        ("it", "NICCOLÒ DI STEFANO", "Niccolò Di Stefano"),
        ("es", "JUAN DE LA CRUZ Y SAN MARTÍN", "Juan de la Cruz y San Martín"),
        ("pt", "JOÃO SÁ E MELO DA SILVA", "João Sá e Melo da Silva"),
        ("ca", "JORDI I. SOLÉ I VILA", "Jordi I. Solé i Vila"),
        ("en", "AOIFE NÍ BHRIAIN", "Aoife Ní Bhriain"),
        ("en", "JOHN SMITH JR", "JOHN SMITH JR"),
        ("en", "JOHN SMITH II", "JOHN SMITH II"),
        ("en", "JOHN SMITH III", "John Smith III"),
        ("en", "AJ SMITH", "AJ SMITH"),
        ("en", "MATHIEU LE GOFF", "MATHIEU LE GOFF"),
    ],
)
def test_particles_and_short_words_of_names_in_capitals(language: str, name: str, usual: str) -> None:
    assert usual_form(name, load_cues((language, "en"))) == usual


def test_addresses_and_handles_are_found_with_the_brackets_around_them() -> None:
    text = "Ana Silva <ana@example.org> (@ana_silva)"
    assert address_in(text, 0, len(text)) == ((10, 27), "ana@example.org")
    assert handle_in("Ana Silva, @ana_silva", 0, 21) is not None
    assert address_in("Ana Silva", 0, 9) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (" Ana Silva, ", "Ana Silva"),
        ("Ana Silva.", "Ana Silva"),
        ("Ana Silva .", "Ana Silva"),
        ("Rui R.", "Rui R."),
        (" . ", ""),
    ],
)
def test_blanks_and_the_stop_of_a_sentence_are_no_part_of_a_name(text: str, left: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fiona Marchbank Environment correspondent", "Fiona Marchbank"),
        ("Fiona Marchbank Rural affairs correspondent", "Fiona Marchbank"),
        ("Ana Silva Staff Writer", "Ana Silva"),
        ("Reporter Ana Silva", "Ana Silva"),
        ("Ana Maria Lopes correspondent", "Ana Maria Lopes"),
        ("Staff Reporter", "Staff Reporter"),
        ("Ana Silva", "Ana Silva"),
    ],
)
def test_an_office_beside_a_full_name_is_no_part_of_it(text: str, name: str) -> None:
    start, end = without_job(text, 0, len(text), EN)
    assert text[start:end] == name


@pytest.mark.parametrize(
    ("language", "place", "usual"),
    [
        ("en", "LA TRINIDAD, BENGUET", "La Trinidad, Benguet"),
        ("en", "FARGO, N.D.", "Fargo, N.D."),
        ("en", "PARIS, UK", "Paris, UK"),
        ("en", "ST. LOUIS", "St. Louis"),
        ("en", "U.S. BASE", "U.S. BASE"),
        ("tr", "SİNOP", "Sinop"),
        ("tr", "IĞDIR", "Iğdır"),
        ("es", "SAN JUAN DE LA MAGUANA", "San Juan de la Maguana"),
        ("hy", "ԵՐԵՎԱՆ", "Երևան"),
        ("hy", "ԵՐԵՒԱՆ", "Երևան"),
        ("el", "ΑΘΗΝΑ", "Αθήνα"),
        ("el", "ΑΘΗΝΑ, ΕΛΛΑΔΑ", "Αθηνα, Ελλαδα"),
        ("cs", "ÚSTÍ NAD LABEM", "Ústí nad Labem"),
    ],
)
def test_a_place_in_capitals_has_the_small_letters_of_its_language(language: str, place: str, usual: str) -> None:
    assert usual_place(place, load_cues((language,))) == usual


@pytest.mark.parametrize(
    ("language", "text", "organisation"),
    [
        ("en", "The Guardian", True),
        ("fr", "Le Courrier des Arts", True),
        ("fr", "La rue est longue.", False),
        ("en", "Le Courrier", False),
        ("en", "Kurier.pl", True),
        ("en", "St. Clair", False),
    ],
)
def test_papers_are_told_by_their_article_or_their_site(language: str, text: str, *, organisation: bool) -> None:
    assert is_organisation(text, load_cues((language,))) is organisation


@pytest.mark.parametrize(
    ("language", "name", "usual"),
    [
        ("tr", "ELİF IŞIK", "Elif Işık"),
        ("tr", "Elif IŞIK", "Elif IŞIK"),
        ("tr", "ELİF", "ELİF"),
        ("tr", "KIBRIS POSTASI", "Kıbrıs Postası"),
        ("tr", "CNN TÜRK", "CNN TÜRK"),
        ("en", "ELİF ÖZKAYA", "ELİF ÖZKAYA"),
    ],
)
def test_a_name_in_capitals_has_the_two_letters_i_of_turkish(language: str, name: str, usual: str) -> None:
    assert usual_form(name, load_cues((language,))) == usual


def test_no_sentence_ends_after_a_title() -> None:
    assert sentence_end("Dr. Ana Silva and Prof. Rui Reis") is None
    assert sentence_end("He saw a doctor. Ana Silva") is not None


def test_a_particle_of_a_name_does_not_end_it() -> None:
    dutch = load_cues(("nl",))
    text = "Sjoerd van der Meulen in Antwerpen"
    assert name_in(text, 0, len(text), dutch) == (0, 21)
    text = "Jan de Wit van ANP-Nieuws (23)"
    assert name_in(text, 0, len(text), dutch) == (0, 25)


@pytest.mark.parametrize(
    ("language", "words", "job"),
    [
        ("sv", "kulturreporter", True),
        ("da", "Kulturjournalist", True),
        ("et", "majandusajakirjanik", True),
        ("sv", "Ana Silva/kulturreporter", False),
        ("sv", "reporterarna", False),
    ],
)
def test_an_office_may_end_a_longer_word(language: str, words: str, job: bool) -> None:
    assert is_job(words, load_cues((language,))) is job


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("AP", "Associated Press", True),
        ("Deutsche Presse-Agentur", "dpa", True),
        ("News Agency of Nigeria", "NAN", True),
        ("Ritzau", "ritzau", True),
        ("AFP", "Associated Press", False),
        ("AP", "the press", False),
    ],
)
def test_two_names_of_one_organisation(name: str, other: str, same: bool) -> None:
    assert is_same_organisation(name, other) is same
    assert is_same_organisation(other, name) is same


@pytest.mark.parametrize("line", ["— {}", "By {}", "{}", "Author: {}", "By {}, Reuters", "Reporting by {}"])
@pytest.mark.parametrize("name", ["J. R. Whitfield Jr.", "Mary-Anne St. Clair", "Aoife Ní Bhriain", "Anne de La Tour"])
def test_names_of_several_kinds_are_whole_at_the_top_and_at_the_end(line: str, name: str) -> None:
    text = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."
    for blocks in ((line.format(name), "March 4, 2026", text, text), ("March 4, 2026", text, text, line.format(name))):
        seed = "\n\n".join(("Storm shuts Lisbon harbour for a third day", *blocks))
        authors = FORMAT.read(seed.encode(), ReadOptions(layers={}))["metadata"]["authors"]
        assert [author["name"] for author in authors] == [name]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Andrés Soto y Luna, Ana Ruiz y Luis Gil", ["Andrés Soto y Luna", "Ana Ruiz", "Luis Gil"]),
        ("ca", "Jordi Solé i Vila", ["Jordi Solé i Vila"]),
        ("es", "ANDRÉS SOTO Y LUNA", ["ANDRÉS SOTO Y LUNA"]),
        ("es", "Andrés Soto y Luna (EFE)", ["Andrés Soto y Luna (EFE)"]),
        ("pt", "José Sá e Melo", ["José Sá e Melo"]),
        ("pt", "Ana Dias e Lusa", ["Ana Dias", "Lusa"]),
        ("pt", "Ana Dias e redação", ["Ana Dias", "redação"]),
        ("es", "Ana y Luis", ["Ana", "Luis"]),
        ("it", "Ana Rossi e Bianchi", ["Ana Rossi", "Bianchi"]),
    ],
)
def test_a_second_surname_may_follow_the_word_for_and(language: str, text: str, names: list[str]) -> None:
    assert [text[slice(*item)] for item in listed(text, 0, len(text), load_cues((language, "en")))] == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("zh", "王芳 李 明 张建国", ["王芳", "李 明", "张建国"]),
        ("ko", "홍길동 김철수", ["홍길동", "김철수"]),
        ("ja", "佐藤 花子", ["佐藤 花子"]),
        ("zh", "记者 王芳", ["王芳"]),
    ],
)
def test_whether_a_blank_divides_names_is_told_by_the_cue_file(language: str, text: str, names: list[str]) -> None:
    assert [text[slice(*item)] for item in listed(text, 0, len(text), load_cues((language, "en")))] == names


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("JOHN MCDONALD", "Says John McDonald, who edits it.", "John McDonald"),
        ("NAIROBI", "Nairobi'de herkes evde kaldı.", "Nairobi"),
        ("ISPARTA", "Dün Isparta'da kar yağdı.", "Isparta"),
        ("NICE", "It was a nice day.", None),
        ("MAN", "In Manchester nobody knew.", None),
        ("LEEDS", "LEEDS IS SHUT", None),
        ("Leeds", "In Leeds", None),
    ],
)
def test_a_name_in_capitals_is_spelled_as_the_text_spells_it(name: str, text: str, found: str | None) -> None:
    assert Spellings(["Nothing here.", text]).of(name) == found


def test_texts_that_do_not_hold_a_name_hide_none_that_does() -> None:
    assert Spellings([*["It rained."] * 50, "In Leeds"]).of("LEEDS") == "Leeds"
    assert Spellings([*["IN LEEDS"] * 50, "In Leeds"]).of("LEEDS") is None  # so many are not looked through


def test_the_value_of_a_name_in_capitals_is_as_the_text_spells_it() -> None:
    metadata = read(HEAD, "By LUDO VAN DER BERG", f"NAIROBI (AP) — {P}", "Ludo van der Berg has gone to Nairobi.")[
        "metadata"
    ]
    assert metadata["authors"] == [{"name": "Ludo van der Berg"}]
    assert metadata["dateline"] == {"place": "Nairobi"}
