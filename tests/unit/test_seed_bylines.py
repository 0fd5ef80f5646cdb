"""Lines that say who wrote an article, and lines that only look like one."""

from __future__ import annotations

import pytest
from seed_articles import P, read, roles


def test_a_name_after_a_dash_in_the_middle_is_no_byline() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, P, "— Ana Silva", P, P)[4] == "paragraph"


def test_a_byline_after_two_hyphens() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "-- By Ana Silva")[-1] == "byline"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ana Silva & Rui Reis, AAP - August 19, 2026", ["Ana Silva", "Rui Reis"]),
        ("Ana Silva - Lisbon", ["Ana Silva"]),
        ("Ana Silva, Lisbon", ["Ana Silva"]),
        ("Ana Silva (DPA)", ["Ana Silva"]),
    ],
)
def test_names_with_a_newsroom_a_place_or_a_day_are_a_byline(line: str, authors: list[str]) -> None:
    article = read("Storm shuts Lisbon harbour", line, P, P)
    assert article["blocks"][1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"]["authors"]] == authors
    assert article["metadata"].get("published") == ("2026-08-19" if "2026" in line else None)


@pytest.mark.parametrize(("line", "role"), [("Ana Silva (Getty Images)", "caption"), ("Harbour Results 2026", "deck")])
def test_what_looks_like_a_name_may_be_none(line: str, role: str) -> None:
    assert roles("Storm shuts Lisbon harbour", line, P, P)[1] == role


def test_a_place_alone_under_a_byline_is_a_dateline() -> None:
    article = read("Storm shuts Lisbon harbour", "By Ana Silva", "Lisbon", P, P)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "dateline"]
    assert article["metadata"]["dateline"] == {"place": "Lisbon"}


def test_an_office_in_small_letters_says_more_about_the_author_above() -> None:
    article = read("Storm shuts Lisbon harbour", "Ana Silva", "reporter", "March 4, 2026", P)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "byline"]
    assert article["metadata"]["authors"] == [{"name": "Ana Silva", "role": "reporter"}]


def test_an_office_below_or_beside_names_is_no_name() -> None:
    body = "Новият кей на язовира беше открит в събота, съобщиха от общината, но хората още чакат лодките."
    article = read("Новият кей е отворен, лодки няма", "Текст: Иван Щерев", "репортер", body, body)
    assert article["metadata"]["authors"] == [{"name": "Иван Щерев", "role": "репортер"}]
    article = read("Новият кей е отворен, лодки няма", "Иван Щерев, Анна Пенева, репортер", "4 март 2026", body, body)
    assert article["blocks"][1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"]["authors"]] == ["Иван Щерев", "Анна Пенева"]


def test_a_desk_signs_but_is_no_author() -> None:
    body = (
        "Jembatan bambu di desa itu kembali hanyut pada hari Rabu, dan warga menyambutnya dengan kenduri yang meriah."
    )
    article = read("Jembatan bambu ini roboh setiap tahun", "Sekar Ayu Lestari", "Tim Redaksi", body, body)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "byline"]
    assert [each["name"] for each in article["metadata"]["authors"]] == ["Sekar Ayu Lestari"]


def test_lines_with_one_label_are_no_headers_of_an_email() -> None:
    body = (
        "Der Hafen blieb am Mittwoch geschlossen, sagte die Bürgermeisterin, weil hohe Wellen auf die Mole trafen. " * 2
    )
    assert roles("Von: Eva Klein", "Von: Hans Meier", "Sturm schließt den Hafen", body, body)[:2] == [
        "byline",
        "byline",
    ]


def test_loose_initials_sign_a_report_only_at_its_end() -> None:
    assert roles("Storm shuts Lisbon harbour", P, P, "jsk mka")[-1] == "byline"
    assert roles("Storm shuts Lisbon harbour", P, "jsk mka", P)[2] == "paragraph"
    assert "authors" not in read("Storm shuts Lisbon harbour", P, P, "jsk mka")["metadata"]


@pytest.mark.parametrize(
    ("line", "role", "place", "authors"),
    [
        ("ARTVİN - İHA", "dateline", "Artvin", None),
        ("ANKARA/Cumhuriyet", "dateline", "Ankara", None),
        ("Ankara, AA", "dateline", "Ankara", None),
        ("Ali Kaya / AA", "byline", None, [{"name": "Ali Kaya", "affiliation": "AA"}]),
        ("Haber Merkezi / AA", "byline", None, None),
    ],
)
def test_a_place_or_a_name_before_agencies(line: str, role: str, place: str | None, authors: object) -> None:
    body = "Olay bu sabah meydana geldi ve köy için bir gün daha sürdü; çok sakin olan keçi ile sahibi de bekledi."
    article = read("Keçi minareye çıktı ve inmedi", line, body, body)
    assert article["blocks"][1]["role"] == role
    metadata = article["metadata"]
    assert metadata.get("dateline", {}).get("place") == place
    assert metadata.get("authors") == authors
    assert [each["name"] for each in metadata["sources"]] == [line.replace("/", " ").split()[-1]]
