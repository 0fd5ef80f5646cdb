"""What people paste and scrape: lines of pages that stand around and amid an article."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts Lisbon harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."
Q = "No boat has left the port since Monday, and the fishermen mend their nets in the old fish market instead."
BY = "By Ana Silva"


def read(*blocks: str, language: str = "en", between: str = "\n\n") -> Article:
    return FORMAT.read(between.join(blocks).encode(), ReadOptions(language=language))


def roles(*blocks: str, language: str = "en") -> list[str]:
    return [block["role"] for block in read(*blocks, language=language)["blocks"]]


def said(*blocks: str, language: str = "en") -> dict[str, Any]:
    """The metadata, with the credits, and with names for those who bear them."""
    found = read(*blocks, language=language)
    meta = dict(found["metadata"])
    for key in ("authors", "sources"):
        if key in meta:
            meta[key] = [party["name"] for party in meta[key]]  # type: ignore[index,attr-defined]
    fields = found["layers"]["field"]["annotations"]
    meta["credits"] = [each["spans"][0]["text"] for each in fields if each["type"] == "credit"]
    return meta


@pytest.mark.parametrize("kicker", ["UPDATE", "EXCLUSIVE", "JUST IN", "VIDEO"])
def test_a_kicker_before_a_colon_is_no_place(kicker: str) -> None:
    assert "dateline" not in said(HEAD, f"{kicker}: {P}", Q)
    assert said(HEAD, f"KARACHI: {P}", Q)["dateline"] == {"place": "Karachi"}


def test_words_before_a_colon_are_no_place_where_papers_do_not_set_it_so() -> None:
    text = "El puerto no abrió el miércoles, según dijo la alcaldesa, porque las olas golpean el muelle desde el lunes."
    assert "dateline" not in said("El temporal cierra el puerto", f"ÚLTIMA HORA: {text}", text, language="es")


def test_words_before_a_colon_are_no_place_in_a_text_of_capitals() -> None:
    assert "dateline" not in said(HEAD.upper(), f"SCENE: {P.upper()}", Q.upper())


def test_a_credit_before_the_place_in_brackets_is_no_place() -> None:
    assert said(HEAD, f"RUI REIS/AFP/Getty Images(NEW YORK) -- {P}", Q)["dateline"] == {"place": "New York"}
    assert said(HEAD, f"Rui Reis/AFP via Getty Images(LISBON) -- {P}", Q)["dateline"] == {"place": "Lisbon"}
    assert "dateline" not in said(HEAD, f"Rui Reis/Reuters {P}", Q)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("El alcalde, este martes, en el pleno. Rui Reis (EFE)", "Rui Reis (EFE)"),
        ("El alcalde, este martes, en el pleno.Reis (EFE)", "Reis (EFE)"),
        ("El alcalde, este martes, en el pleno (EFE)", "EFE"),
        ("El alcalde y la doctora J. Reis (EFE)", "EFE"),
    ],
)
def test_a_name_after_a_full_stop_and_its_agency_in_brackets_are_one_credit(caption: str, credit: str) -> None:
    text = "El puerto no abrió el miércoles, según dijo la alcaldesa, porque las olas golpean el muelle desde el lunes."
    assert said("El temporal cierra el puerto", caption, text, text, language="es")["credits"] == [credit]


def test_what_a_file_photo_shows_is_no_credit() -> None:
    assert said(HEAD, "File photo: Police", P, Q)["credits"] == []
    assert said(HEAD, "File photo: Reuters", P, Q)["credits"] == ["Reuters"]
    assert said(HEAD, "File photo: Rui Reis", P, Q)["credits"] == ["Rui Reis"]


@pytest.mark.parametrize(
    "line",
    [
        "(To see the release, go to: http://example.org/news/ )",
        "(Sports)",
        "THE HARBOUR IS SHUT. NEW HOPE FOR THE FISHERMEN",
        "(1 / 4 photos)",
    ],
)
def test_these_are_no_credits(line: str) -> None:
    found = said(HEAD, line, P, Q)
    assert found["credits"] == []
    assert "sources" not in found


def test_initials_of_who_sent_a_report_are_no_credit() -> None:
    found = said("Il maltempo chiude il porto", f"{P} (Com)", language="it")
    assert found["credits"] == []
    assert said("Il maltempo chiude il porto", "© Agenzia Sole - Riproduzione riservata", P, Q, language="it")[
        "rights"
    ] == {"notice": "© Agenzia Sole - Riproduzione riservata", "holder": "Agenzia Sole"}


def test_a_caption_may_stand_twice() -> None:
    seen = "Waves hit the pier in Lisbon on Wednesday morning."
    below = f"{seen[:-1]}. Photo: Rui Reis"
    assert roles(HEAD, BY, seen, below, P, Q)[2:4] == ["caption", "caption"]
    assert roles(HEAD, BY, seen, "See 3 photos", below, P, Q)[2] == "caption"
    assert roles(HEAD, BY, seen, P, below, Q)[2] != "caption"
    assert roles(HEAD, BY, f"A gull. {seen}", below, P, Q)[2] != "caption"


def test_the_agency_below_a_caption_with_its_credit_brings_the_report() -> None:
    text = "El puerto no abrió el miércoles, según dijo la alcaldesa, porque las olas golpean el muelle desde el lunes."
    found = said(
        "El temporal cierra el puerto", "Las olas golpean el muelle. Foto: Rui Reis", "EFE", text, language="es"
    )
    assert found["credits"] == ["Rui Reis"]
    assert found["sources"] == ["EFE"]


@pytest.mark.parametrize(
    ("line", "published", "more"),
    [
        ("June 3, 2026 / 11:40 PM EDT / Harbour News", "2026-06-03T23:40:00", {"sources": ["Harbour News"]}),
        ("June 3, 2026 / 1:51 PM / 6 months ago", "2026-06-03T13:51:00", {}),
        ("June 3, 2026 by Ana Silva", "2026-06-03", {"authors": ["Ana Silva"]}),
        ("2026-06-03 16:03     print this", "2026-06-03T16:03:00", {}),
    ],
)
def test_a_line_of_dates(line: str, published: str, more: dict[str, list[str]]) -> None:
    found = said(HEAD, line, P, Q)
    assert found["published"] == published
    assert "dateline" not in found
    assert {key: found[key] for key in ("authors", "sources") if key in found} == more


def test_a_small_word_for_by_is_none_before_a_small_letter() -> None:
    assert "authors" not in said(HEAD, "June 3, 2026 by the sea", P, Q)


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("2026-03-09  来源: 古桥时报 作者:", {"sources": ["古桥时报"]}),
        ("2026-03-09 08:42    来源：古桥网     打印本页 关闭", {"sources": ["古桥网"]}),
        ("来源：新华社 作者：王芳 发布：2026-03-09 16:07", {"sources": ["新华社"], "authors": ["王芳"]}),
    ],
)
def test_labels_end_the_value_before_them(line: str, more: dict[str, list[str]]) -> None:
    text = "古桥在大雨中受损，当地政府周三表示，修复工作将于下月开始，预计持续三个月。"
    found = said("古桥修复工程下月开工", line, text, text, language="zh")
    assert found["published"].startswith("2026-03-09")
    assert {key: found[key] for key in ("authors", "sources") if key in found} == more


@pytest.mark.parametrize(
    ("language", "opening", "place", "more"),
    [
        ("zh", "新华社北京九月二十七日电 ", "北京", {"sources": ["新华社"]}),
        ("zh", "本报里斯本1月28日电记者王小芳报道：", "里斯本", {"authors": ["王小芳"]}),
        ("ja", "【新華社北京11月8日】", "北京", {"sources": ["新華社"]}),
        ("hi", "रवि वर्मा, मथुरा। मथुरा में ", "मथुरा", {"authors": ["रवि वर्मा"]}),
        ("ru", "Псков, 5 августа. ", "Псков", {}),
    ],
)
def test_a_dateline_opens_a_report(language: str, opening: str, place: str, more: dict[str, list[str]]) -> None:
    text = {
        "zh": "古桥在大雨中受损，当地政府周三表示，修复工作将于下月开始，预计持续三个月。",
        "ja": "市は水曜日、大雨で傷んだ古い橋の修理を来月から始めると発表した。",
        "hi": "पुराने पुल की मरम्मत अगले महीने शुरू होगी और तीन महीने तक चलेगी, अधिकारियों ने बुधवार को बताया।",
        "ru": "Старый мост, который пострадал от ливня, начнут ремонтировать в следующем месяце, сообщили власти.",
    }[language]
    found = said(text[:20].rstrip("，、,। "), opening + text, text, language=language)
    assert found["dateline"]["place"] == place
    assert {key: found[key] for key in ("authors", "sources") if key in found} == more


def test_a_name_and_a_place_that_nothing_tells_apart_are_no_place() -> None:
    text = "पुराने पुल की मरम्मत अगले महीने शुरू होगी और तीन महीने तक चलेगी, अधिकारियों ने बुधवार को बताया।"
    assert "dateline" not in said("पुल की मरम्मत", f"रवि वर्मा, मथुरा। {text}", text, language="hi")


def test_what_stands_below_the_end_mark_of_a_release_is_of_the_page() -> None:
    ask = ("Ana M. Silva", "Head of the Press Office", "Main office: (808) 555-0143")
    assert roles(HEAD, P, Q, "###", *ask)[3:] == ["boilerplate"] * 4
    assert roles(HEAD, P, Q, "###", "Lisbon", "Storms", "Ferries")[4:] == ["tags"] * 3
    assert roles(HEAD, P, Q, "###", "By Ana Silva", "ana@example.org")[4] == "byline"


def test_who_posted_what_is_embedded_amid_the_text_is_no_author() -> None:
    posted = (
        "View this post on Instagram",
        "A post shared by Rui Reis (@ruireis)",
        "Posted by Rui Reis on Sunday, 12 April 2026",
    )
    found = said(HEAD, BY, P, *posted, Q)
    assert found["authors"] == ["Ana Silva"]
    assert found["credits"] == []
    assert "published" not in found
    assert roles(HEAD, BY, P, *posted, Q)[3:6] == ["boilerplate"] * 3
    assert said(HEAD, posted[-1], P, Q)["authors"] == ["Rui Reis"]


def test_the_word_for_sources_may_stand_above_the_source() -> None:
    assert said(HEAD, BY, "Source:", "Harbour News", P, Q)["sources"] == ["Harbour News"]
    assert roles(HEAD, BY, "Source:", "Harbour News", P, Q)[2:4] == ["source", "source"]
    assert "sources" not in said(HEAD, P, Q, "Source:", "Story type:", "Rewritten Story")
    assert "authors" not in said(HEAD, P, Q, "Source:", "Story type:", "Rewritten Story")


def test_labels_without_values_are_no_tags() -> None:
    assert "keywords" not in said(HEAD, P, Q, "Keywords:", "Send to mobile app:")
    assert said(HEAD, P, Q, "Keywords:", "harbour")["keywords"] == ["harbour"]


def test_the_place_of_an_office_is_no_author() -> None:
    text = "Pelabuhan tidak dibuka pada hari Rabu karena ombak tinggi menghantam dermaga selama tiga hari."
    for line in ("Kontributor Mataram, Ana Silva", "Wartawan Mataram, Ana Silva"):
        assert said("Badai Menutup Pelabuhan", line, text, text, language="id")["authors"] == ["Ana Silva"]
    assert said(HEAD, "By Madonna, Ana Silva", P, Q)["authors"] == ["Madonna", "Ana Silva"]


def test_a_newsroom_with_a_number_in_its_name_signs() -> None:
    text = "O porto não abriu na quarta-feira, disse a prefeita, porque as ondas batem no cais há três dias."
    summary = "Pescadores esperam desde segunda-feira para sair ao mar."
    found = roles("Temporal fecha o porto", summary, "Por G1 RS", "13/06/2026 22h21", text, text, language="pt")
    assert found[:4] == ["headline", "standfirst", "byline", "date"]
    assert roles(HEAD, "By 2030", P, Q)[1] != "byline"


def test_published_in_a_paper_at_the_end_is_its_source() -> None:
    found = said(HEAD, P, Q, "Published in The Example, August 17th, 2026")
    assert found["sources"] == ["The Example"]
    assert found["published"] == "2026-08-17"


def test_the_kind_of_a_picture_is_no_part_of_its_credit() -> None:
    text = "Le port n'a pas ouvert mercredi, a indiqué la maire, car de hautes vagues frappent la jetée depuis lundi."
    found = said("La tempête ferme le port", "Image d'illustration - Rui Reis - AFP", text, text, language="fr")
    assert found["credits"] == ["Rui Reis - AFP"]


def test_a_newsroom_of_two_words_and_its_place_are_no_author() -> None:
    text = "Le port n'a pas ouvert mercredi, a indiqué la maire, car de hautes vagues frappent la jetée depuis lundi."
    line = "mardi 10 juillet 2026 à 18:44 Par Ana Silva, France Bleu Breizh Izel"
    found = said("La tempête ferme le port", line, text, text, language="fr")
    assert found["authors"] == ["Ana Silva"]
    assert found["published"] == "2026-07-10T18:44:00"


def test_the_words_for_a_paper_on_paper_are_no_place() -> None:
    found = said("E-Paper | June 3, 2026", HEAD, BY, P, Q)
    assert "dateline" not in found
    assert found["title"] == HEAD


def test_a_caption_that_stands_twice_below_the_title_is_no_title() -> None:
    seen = "Waves hit the pier in Lisbon (AP Photo/Rui Reis)"
    found = read("Home / Sea / " + HEAD, HEAD, seen, seen, P, Q)
    assert found["metadata"]["title"] == HEAD
    assert [block["role"] for block in found["blocks"]][2:4] == ["caption", "caption"]
    assert read(HEAD, "Accident / Harbour video", "Accident / Harbour video", P, Q)["metadata"]["title"] == HEAD


def test_a_word_for_by_may_be_joined_to_the_name() -> None:
    assert said(HEAD, "ByAna Silva", "June 3, 2026", P, Q)["authors"] == ["Ana Silva"]
    assert said(HEAD, "Byron Silva", "June 3, 2026", P, Q)["authors"] == ["Byron Silva"]


@pytest.mark.parametrize("line", ["By Express Web Desk", "Express Web Desk", "By Mirror Digital", "BySouth First Desk"])
def test_a_desk_is_no_author(line: str) -> None:
    assert "authors" not in said(HEAD, line, P, Q)


def test_the_staff_of_an_agency_brings_its_report() -> None:
    found = said(HEAD, "By Reuters Staff", P, Q)
    assert "authors" not in found
    assert found["sources"] == ["Reuters"]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Silva Times Staff Writer",
        "By ANA SILVA Tribune staff writer",
        "Ana Silva, USA TODAY",
        "By Ana Silva 12:01AM BST 03 Jun 2026",
        "Ana Silva, USA TODAY 5:12 p.m. EDT June 3, 2026",
        "By Ana Silva Last updated at 5:12 PM on 3rd June 2026",
        "By Ana Silva on June 3, 2026 at 5:12 PM, updated June 3, 2026 at 6:12 PM",
        "June 03, 2026|By Ana Silva, Tribune reporter",
        "Ana Silva, Associated Press Updated 5:12 pm, Monday, June 3, 2026",
        "By Ana Silva June 3, 2026",
    ],
)
def test_a_name_stands_alone_in_metadata(line: str) -> None:
    assert said(HEAD, line, P, Q)["authors"] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("By Ana Silva on June 3, 2026 at 5:12 PM, updated June 3", "published", "2026-06-03T17:12:00"),
        ("By Ana Silva, Updated June 3, 2026 5:12 PM", "updated", "2026-06-03T17:12:00"),
        ("By Ana Silva June 3, 2026", "published", "2026-06-03"),
        ("Updated 0512 GMT (1312 HKT) June 3, 2026", "updated", "2026-06-03"),
        ("Published June 3, 2026 | 3:50 PMUpdatedJune 3, 2026 | 3:50 PM", "published", "2026-06-03T15:50:00"),
        ("June 3, 2026 | A version of this story appeared in Volume 94", "published", "2026-06-03"),
    ],
)
def test_the_day_beside_a_name_or_a_note(line: str, kind: str, value: str) -> None:
    assert said(HEAD, line, P, Q)[kind] == value


def test_a_desk_may_stand_before_the_day() -> None:
    text = "ঢাকার পুরোনো সেতুর সংস্কার আগামী মাসে শুরু হবে বলে বুধবার জানিয়েছেন কর্মকর্তারা।"
    line = "নদী টাইমস ডেস্ক : | প্রকাশিত: ২৮ অক্টোবর ২০২৬ ১৭:১৫"
    assert said("সেতুর সংস্কার শুরু", line, text, text, language="bn")["published"] == "2026-10-28T17:15:00"


def test_sentences_right_below_a_byline_that_begin_with_its_name_are_about_the_author() -> None:
    about = "Dr. Ana Silva is a lecturer in hydrology at the University of Lisbon. She writes about rivers."
    assert roles(HEAD, BY, about, P, Q)[2] == "tagline"
    assert roles(HEAD, BY, about.replace("Ana Silva", "Eva Lopes"), P, Q)[2] != "tagline"
    assert roles(HEAD, BY, f"The mayor called {about}", P, Q)[2] != "tagline"


def test_a_word_for_source_needs_no_colon_in_capitals() -> None:
    assert said(HEAD, P, Q, "SOURCE Harbour Trust")["sources"] == ["Harbour Trust"]
    assert "sources" not in said(HEAD, P, Q, "Source Code Found")


def test_words_of_a_day_after_a_name_are_no_part_of_it() -> None:
    meta = said(HEAD, "Ana Silva Published July 8, 2026", P, Q)
    assert (meta["authors"], meta["published"]) == (["Ana Silva"], "2026-07-08")
    both = said(HEAD, "By Ana Silva on June 3, 2026, updated June 4, 2026", P, Q)
    assert (both["published"], both["updated"]) == ("2026-06-03", "2026-06-04")


def test_desks_edit_nothing() -> None:
    assert "contributors" not in said(HEAD, BY, "Edited by: Web Desk", P, Q)


def test_papers_written_as_one_word_are_no_places() -> None:
    assert "Lisbon" not in str(said(HEAD, "LisbonHerald - 14/04/2026, 10:25", P, Q).get("dateline"))
