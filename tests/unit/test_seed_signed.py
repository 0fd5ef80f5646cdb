"""Names in brackets that stand alone below a report, and words after labels that say what they are."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, fields, read

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article


def read_in(language: str, *blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}, language=language))


def last(*blocks: str) -> tuple[str, list[tuple[str, str, str | None]]]:
    article = read(*blocks)
    return article["blocks"][-1]["role"], fields(article)


def test_a_full_name_in_brackets_signs_a_report_whose_source_is_told_elsewhere() -> None:
    role, found = last(HEAD, P, P, "Source: The Example", "(Ana Silva)")
    assert (role, found[-1]) == ("byline", ("authors", "Ana Silva", None))


def test_initials_in_brackets_are_those_of_a_person() -> None:
    assert last(HEAD, P, P, "(K. V. Ramesh)") == ("byline", [("authors", "K. V. Ramesh", None)])


def test_a_name_in_brackets_is_the_source_below_a_report_with_a_byline() -> None:
    role, found = last(HEAD, "By Rui Reis", P, P, "(Ana Silva)")
    assert (role, found[-1]) == ("source", ("sources", "Ana Silva", None))


@pytest.mark.parametrize("paper", ["Lisbon Online", "The Morning Courier", "Reuters", "Courier", "Harbour Star"])
def test_a_paper_in_brackets_is_the_source(paper: str) -> None:
    assert last(HEAD, P, P, f"({paper})") == ("source", [("sources", paper, None)])


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Topics: Climate | Ports", "tags"),
        ("Topics: Climate", "tags"),
        ("Topics: How the town of Sines got its first port", "paragraph"),
    ],
)
def test_a_label_of_tags_has_a_list_or_a_few_words_after_it(line: str, role: str) -> None:
    assert last(HEAD, P, P, line)[0] == role


def test_who_is_shown_and_the_office_before_an_agency_are_a_caption() -> None:
    line = "Marta Costa, Mayor of Lisbon / Reuters"
    article = read(HEAD, "By Ana Silva", line, P, P)
    assert [block["role"] for block in article["blocks"]][2] == "caption"
    assert ("credit", "Reuters", None) in fields(article)


def test_a_day_that_begins_with_a_small_word_is_no_second_line_of_the_headline() -> None:
    text = f"Storm lukker havnen i Aarhus\nden 4. marts 2026\nBølgerne slår mod molen. {P}\n{P}\n"
    article = FORMAT.read(text.encode(), ReadOptions(layers={}, language="da"))
    assert [block["role"] for block in article["blocks"]][:2] == ["headline", "date"]


def test_an_office_in_a_caption_is_no_byline_beside_a_name_in_brackets() -> None:
    caption = "Marta Costa talks to journalists in the harbour of Lisbon [Rui Reis/AP]"
    article = read(HEAD, caption, P, P, "(Ana Silva)", "Source: Reuters")
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert article["metadata"]["sources"] == [{"name": "Reuters"}]


@pytest.mark.parametrize(("line", "role"), [("© Ana Silva", "credit"), ("© Lisbon Media 2026", "copyright")])
def test_a_notice_with_its_year_credits_no_picture(line: str, role: str) -> None:
    article = read(HEAD, "By Rui Reis", P, line, P)
    assert article["blocks"][3]["role"] == role


@pytest.mark.parametrize("agency", ["epd", "Getty Images", "AFP"])
def test_an_agency_after_a_dash_at_the_end_is_the_source(agency: str) -> None:
    article = read_in("de", HEAD, P, P, f"— {agency}")
    assert article["blocks"][-1]["role"] == "source"
    assert "authors" not in article["metadata"]


def test_who_is_shown_before_a_credit_in_brackets_is_no_author() -> None:
    caption = "Marta Costa, Direktorin von Norwik (Foto: Rui Reis / AP)"
    article = read_in("de", HEAD, caption, P, P)
    assert article["blocks"][1]["role"] == "caption"
    assert "authors" not in article["metadata"]


def test_a_paper_whose_first_word_alone_is_capitalised_is_beside_its_author() -> None:
    for line in ("Ana Silva, Verslo žinios", "Ana Silva | Uosto žinios"):
        article = read_in("lt", HEAD, line, P, P)
        assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva"]


def test_a_report_and_its_writer_and_editor_in_brackets() -> None:
    signed = (
        "(Bericht von Ana Silva, geschrieben von Rui Reis, redigiert von Eva Lopes. "
        "Bei Rückfragen wenden Sie sich an die Redaktion in Lissabon.)"
    )
    article = read_in("de", HEAD, P, P, signed)
    assert article["blocks"][-1]["role"] == "tagline"
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva", "Rui Reis"]


def test_a_list_of_who_reported_wrote_and_edited_in_a_byline() -> None:
    line = "Bericht von Ana Silva, geschrieben von Rui Reis, redigiert von Eva Lopes"
    article = read_in("de", HEAD, line, P, P)
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva", "Rui Reis"]
    assert article["metadata"]["contributors"] == [{"name": "Eva Lopes", "role": "editor"}]


@pytest.mark.parametrize("line", ["(Ana Silva, Reuters)", "(Ana Silva, Lisbon Media)"])
def test_a_name_and_its_newsroom_in_brackets_below_a_report(line: str) -> None:
    role, found = last(HEAD, P, P, line)
    assert (role, found[0]) == ("byline", ("authors", "Ana Silva", None))


@pytest.mark.parametrize("line", ["(Lisbon Media, Reuters)", "(Ana, Reuters)"])
def test_newsrooms_in_brackets_are_no_byline(line: str) -> None:
    assert last(HEAD, P, P, line)[0] != "byline"


@pytest.mark.parametrize("paper", ["Lisbon Media", "RTP", "Al Jazeera"])
def test_a_newsroom_after_a_dash_is_the_source_beside_a_byline(paper: str) -> None:
    article = read(HEAD, "By Rui Reis", P, P, f"— {paper}")
    assert article["metadata"]["authors"] == [{"name": "Rui Reis"}]
    assert [source["name"] for source in article["metadata"]["sources"]] == [paper]


def test_a_name_and_its_newsroom_after_a_dash_are_a_byline() -> None:
    article = read(HEAD, P, P, "— Ana Silva, Lisbon Media")
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva"]


@pytest.mark.parametrize("name", ["Ana Silva", "J. R. Reis Jr.", "Anna Maria van der Berg"])
def test_a_handle_after_a_name_of_any_length(name: str) -> None:
    article = read(HEAD, f"{name} @handle", P, P)
    assert [author["name"] for author in article["metadata"]["authors"]] == [name]


def test_a_label_of_file_pictures_before_a_name_credits_and_before_a_scene_describes() -> None:
    for line, role in (("Arkistokuva: Ana Silva", "credit"), ("Arkistokuva: Satama tiistaina.", "caption")):
        assert read_in("fi", HEAD, P, line, P)["blocks"][2]["role"] == role


def test_a_name_in_capitals_above_the_day_is_the_author() -> None:
    article = read(HEAD, "ANA PAULA SILVA", "4 March 2026", P, P)
    assert [block["role"] for block in article["blocks"]][:3] == ["headline", "byline", "date"]


def test_an_office_that_begins_with_the_word_of_its_beat_is_no_second_author() -> None:
    article = read_in("fi", HEAD, "Ana Silva", "Politiikan toimittaja", P, P)
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva"]


@pytest.mark.parametrize(("language", "line"), [("fi", "TURKU: "), ("lv", "RĪGA: "), ("lt", "KAUNAS: ")])
def test_a_place_before_a_colon(language: str, line: str) -> None:
    place = read_in(language, HEAD, f"{line}{P}", P)["metadata"]["dateline"]["place"]
    assert place == line[:-2].capitalize()


def test_a_reporter_before_a_dash_and_an_agency_is_no_place() -> None:
    for line, place in (("Ana Silva – Reuters", None), ("New York – Reuters", "New York"), ("LISBON – AFP", "Lisbon")):
        article = read(HEAD, line, P, P)
        assert article["metadata"].get("dateline", {}).get("place") == place


def test_a_scene_that_begins_with_an_article_is_no_name_before_an_agency() -> None:
    article = read_in("de", HEAD, "Von Rui Reis", "Der Hafen am Abend – Ana Silva/epd", P, P)
    assert article["blocks"][2]["role"] == "caption"
    assert ("credit", "Ana Silva/epd", None) in fields(article)


def test_a_newsroom_whose_name_is_small_beside_its_author_in_brackets() -> None:
    article = read_in("de", HEAD, P, P, "(Ana Silva, imago images)")
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("line", "sources"),
    [("khs/dpa/Reuters", ["dpa", "Reuters"]), ("dpa/Reuters", ["dpa", "Reuters"]), ("(AFP/khs/dpa)", ["AFP", "dpa"])],
)
def test_agencies_and_initials_between_slashes_are_the_sources(line: str, sources: list[str]) -> None:
    article = read_in("de", HEAD, "Von Ana Silva", P, P, line)
    assert article["blocks"][-1]["role"] == "source"
    assert [source["name"] for source in article["metadata"]["sources"]] == sources


@pytest.mark.parametrize(("line", "role"), [("Indland 4. mar. 2026 kl. 14.05", "date"), ("Havnen 4. mar. 2026", None)])
def test_a_rubric_before_a_day_is_of_the_day(line: str, role: str | None) -> None:
    article = read_in("da", HEAD, "Af Ana Silva", line, P, P)
    assert (article["blocks"][2]["role"] == "date") == (role is not None)
    if role is not None:
        assert article["metadata"]["published"] == "2026-03-04T14:05:00"


def test_small_words_of_german_headings_are_none_of_names() -> None:
    article = read_in("de", HEAD, "Von Rui Reis", P, "Ruhe am Markt", P, P)
    assert article["blocks"][3]["role"] == "subhead"
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Rui Reis"]


@pytest.mark.parametrize("line", ["hafen/dpa/Reuters", "khs/Hafen/kai", "dpa/Reuters/Hafen am Abend"])
def test_other_words_between_slashes_are_no_sources(line: str) -> None:
    assert "sources" not in read_in("de", HEAD, "Von Ana Silva", P, P, line)["metadata"]


@pytest.mark.parametrize(
    ("language", "line"), [("nb", "Publisert i går kl. 14:05"), ("de", "Veröffentlicht: heute, 14:05 Uhr")]
)
def test_a_label_before_yesterday_or_today_and_a_time_is_of_a_day(language: str, line: str) -> None:
    article = read_in(language, HEAD, "Ana Silva", line, P, P)
    assert article["blocks"][2]["role"] == "date"
    assert "published" not in article["metadata"]


@pytest.mark.parametrize(
    ("language", "line", "place"),
    [
        ("sv", "Göteborg den 4 mars 2026", "Göteborg"),
        ("sv", "New York 4 mars 2026", "New York"),
        ("fi", "Turku 4.3.2026", "Turku"),
        ("sv", "Måndagen den 4 mars 2026", None),
    ],
)
def test_a_known_place_right_before_a_day(language: str, line: str, place: str | None) -> None:
    metadata = read_in(language, HEAD, line, P, P)["metadata"]
    assert metadata.get("dateline", {}).get("place") == place
    assert "authors" not in metadata or place is None
