"""What a block could be, seen alone, and how a house style decides it."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.roles.screen import Screen
from corpus_tools.formats.seed.roles.shapes import candidates_of
from corpus_tools.model.article import Article
from corpus_tools.seed_style import ForcedRole, SeedStyle, StyleCue

HEAD = "Storm shuts Lisbon harbour"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def read(*blocks: str, style: SeedStyle | None = None, gap: str = "\n\n") -> Article:
    return FORMAT.read(gap.join(blocks).encode(), ReadOptions(style=style))


def roles(*blocks: str, style: SeedStyle | None = None) -> list[str]:
    return [block["role"] for block in read(*blocks, style=style)["blocks"]]


@pytest.mark.parametrize(
    ("language", "line", "role"),
    [
        ("de", "Von Ana Silva", "byline"),
        ("fr", "Par Ana Silva", "byline"),
        ("es", "Por Ana Silva", "byline"),
        ("it", "di Ana Silva", "byline"),
        ("nl", "Door Ana Silva", "byline"),
        ("ja", "記者：田中美咲", "byline"),
        ("ar", "بقلم: محمد علي", "byline"),
        ("ko", "홍길동 기자", "byline"),
        ("en", "ana@example.org", "byline"),
        ("en", "@ana_silva", "byline"),
        ("en", "© 2026 The Example", "copyright"),
        ("en", "Tags: storm", "tags"),
        ("en", "• Ferries: none", "list_item"),
        ("en", "## Ferries", "subhead"),
        ("en", "| a | b | c |", "table_row"),
        ("en", "![Waves](waves.jpg)", "media"),
        ("en", "> We wait, she said.", "quote"),
        ("en", "March 4, 2026", "date"),
        ("en", "LISBON, March 4, 2026", "dateline"),
        ("en", "Waves at the pier. (Photo: Ana Silva/AP)", "caption"),
        ("de", "Quelle: AP", "source"),
        ("de", "Quelle: dpa", "source"),
        ("pt", "Foto de arquivo", "caption"),
        ("zh", "王芳", "byline"),
        ("ja", "佐藤 花子、山田太郎", "byline"),
        ("en", "Associated Press, Lisbon", "byline"),
        ("en", "Ana Silva/Associated Press", "credit"),
        ("en", "Reporter: 50172", "boilerplate"),
        ("en", "Author: ana7", "byline"),
        ("ar", "===== ن.ح.", "byline"),
        ("am", "በሳሙኤል ወርቁ", "byline"),
        ("gu", "સુરત, તા. 3 નવેમ્બર 2026, મંગળવાર", "dateline"),
        ("ar", "خورفكان: سعيد المزروعي", "byline"),
    ],
)
def test_a_line_could_be_what_its_shape_says(language: str, line: str, role: str) -> None:
    found = candidates_of(line, 2, P, Screen([line, line, line, P], load_cues((language,))))
    assert role in {candidate.role for candidate in found}
    assert all(candidate.reason for candidate in found)


@pytest.mark.parametrize(
    "line", ["a", ".", "“", "港", "\u0301", "#", "-", "()", "(", "1.", "@", "©", "—", "By", "A" * 1000, "*" * 600]
)
@pytest.mark.parametrize("index", [0, 3, 50])
def test_every_block_could_be_something_everywhere(line: str, index: int) -> None:
    assert candidates_of(line, index, "", Screen([line] * (index + 1), load_cues(("en",))))


# --- house styles


def test_a_forced_role_is_beyond_dispute() -> None:
    style = SeedStyle(roles=(ForcedRole("By *", "note"), ForcedRole("*harbour", "headline", "first")))
    assert roles(HEAD, "By Ana Silva", P, style=style) == ["headline", "note", "paragraph"]
    assert roles(HEAD, "By Ana Silva", P) == ["headline", "byline", "paragraph"]


def test_a_forced_role_holds_only_in_its_place() -> None:
    style = SeedStyle(roles=(ForcedRole("By *", "tagline", "bottom"), ForcedRole("By *", "note", "top")))
    found = roles(HEAD, "By Ana Silva", P, P, "By Ana Silva", style=style)
    assert found == ["headline", "note", "paragraph", "paragraph", "tagline"]


@pytest.mark.xfail(strict=True, reason="a line that would be a paragraph is not after the last paragraph")
def test_a_line_that_reads_as_a_paragraph_can_be_forced_at_the_bottom() -> None:
    style = SeedStyle(roles=(ForcedRole("Ferries*", "tagline", "bottom"),))
    assert roles(HEAD, P, P, "Ferries stay in port", style=style)[-1] == "tagline"


def test_a_cue_of_a_style_gives_role_and_metadata() -> None:
    style = SeedStyle(cues=(StyleCue("byline", "label", ("scribe",), "authors"),))
    article = read(HEAD, "Scribe: Ana Silva", P, style=style)
    assert article["blocks"][1]["role"] == "byline"
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]
    assert "authors" not in read(HEAD, "Scribe: Ana Silva", P)["metadata"]


def test_an_agency_of_a_style_is_one() -> None:
    style = SeedStyle(words=(("agencies", ("Northwave",)),))
    assert roles(HEAD, P, P, "Northwave", style=style)[-1] == "source"
    assert roles(HEAD, P, P, "Northwave")[-1] != "source"


def test_the_languages_of_a_style_are_trusted_instead_of_those_of_the_text() -> None:
    lines = (HEAD, P, P, "Fonte: Northwave")
    assert roles(*lines, style=SeedStyle(languages=("it",)))[-1] == "source"
    assert roles(*lines, style=SeedStyle(languages=("fr",)))[-1] != "source"


@pytest.mark.parametrize(
    ("layout", "blocks"),
    [("line", ["One line", "goes on", "and on", "Other"]), ("blank-line", ["One line\ngoes on\nand on", "Other"])],
)
def test_the_layout_of_a_style_decides_where_blocks_end(layout: str, blocks: list[str]) -> None:
    article = read("One line", "goes on", "and on", "", "Other", style=SeedStyle(layout=layout), gap="\n")
    assert [block["text"] for block in article["blocks"]] == blocks


def test_the_layout_wrapped_joins_full_lines_though_they_are_few() -> None:
    text = ("The harbour did not open on Wednesday.", "The mayor of it said so, and nobody was", "surprised.")
    assert len(read(*text, style=SeedStyle(layout="wrapped"), gap="\n")["blocks"]) < 3
    assert len(read(*text, style=SeedStyle(layout="line"), gap="\n")["blocks"]) == 3


def test_sentences_without_the_last_stop_above_running_text_are_the_standfirst() -> None:
    summary = "The pier is closed until further notice. Ferries from the islands go to Setúbal instead"
    top = (HEAD, "By Ana Silva", "March 4, 2026")
    assert roles(*top, summary, P, P)[3] == "standfirst"
    assert roles(*top, f"{summary}.", P, P)[3] == "paragraph"


def test_a_place_before_newsrooms_under_the_headline_is_the_dateline() -> None:
    article = read(
        "Medvedka je zasedla igrišče vrtca v Kočevju",
        "Kočevje - RTV SLO, STA",
        f"Medvedka je v peskovniku in ne kaže, da bi odšla, je za radio povedala ravnateljica. {P}",
        P,
    )
    assert article["blocks"][1]["role"] == "dateline"
    assert article["metadata"]["dateline"] == {"place": "Kočevje"}
    assert article["metadata"]["sources"] == [{"name": "RTV SLO"}]


def test_a_short_quotation_without_a_stop_heads_the_text_below_it() -> None:
    assert roles(HEAD, P, P, P, "“The sea does not know any borders”", P)[4] == "subhead"
    assert roles(HEAD, P, P, P, "“The sea does not know any borders.”", P)[4] == "quote"


def test_a_question_may_head_text_but_not_where_somebody_asks_it() -> None:
    assert roles(HEAD, P, P, "How did the storm get so far inland?", P)[3] == "subhead"
    assert roles(HEAD, P, P, "AS: How did the storm get so far inland?", P)[3] == "paragraph"


def test_two_newsrooms_beside_a_bar_credit_a_picture() -> None:
    assert roles(HEAD, "By Ana Silva", "4 March 2026", "Conaf | City Council of Lisbon", P, P)[3] == "credit"


def test_a_caption_before_a_label_of_its_credit_is_no_credit() -> None:
    line = "Cliente registrou a ave em agosto deste ano — Foto: Arquivo pessoal"
    article = read("Tucano aprende a abrir geladeira de sorveteria em Itu", "Por Ana Silva", line, P, P)
    assert article["blocks"][2]["role"] == "caption"
    (credit,) = [each for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert credit["spans"][0]["text"] == "Arquivo pessoal"


def test_an_agency_in_brackets_is_the_source_whatever_follows() -> None:
    assert (
        roles(HEAD, P, P, P, "(Reuters)", "Something about this page that nobody has ever heard of. Yes.")[4]
        == "source"
    )


def test_a_quotation_that_ends_as_a_sentence_is_no_title() -> None:
    said = (
        ",,I thought at first that it was a joke”, says Ana Silva (71) on the pier. ,,But it is the hand of my aunt.”"
    )
    caption = "The front: the pier of Lisbon. © Rui Reis"
    assert roles(HEAD, "By Ana Silva", said, P, caption, P)[2:4] == ["paragraph", "paragraph"]


def test_a_word_of_pictures_after_a_label_of_authors_names_nobody() -> None:
    body = "Nové mólo na priehrade otvorili v sobotu a ľudia naň prišli aj vo vlaku, ktorý ide iba raz za deň."
    metadata = read("Mólo na priehrade je otvorené", "Autor: archív", body, body)["metadata"]
    assert "authors" not in metadata
    metadata = read("Mólo na priehrade je otvorené", "Autor: jano", body, body)["metadata"]
    assert metadata["authors"] == [{"name": "jano"}]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Foto: sosial şəbəkə", "credit"),
        ("Foto: sosial şəbəkə yenə də yazır", "subhead"),
        ("Foto: yoxdur.", "paragraph"),
    ],
)
def test_a_few_small_words_after_a_label_credit_a_picture(line: str, role: str) -> None:
    body = "Göldəki yeni körpü şənbə günü açıldı və bu gün oraya çox adam gəlib, amma qayıqlar hələ də yoxdur."
    assert roles("Göldə yeni körpü açıldı", body, body, line, body)[3] == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Псков, мост, ремонт, третий цвет", "tags"),
        ("Псков, Великая, Михаил Юдин", "paragraph"),
        ("Псков, мост, и ремонт", "paragraph"),
        ("Псков, мост, ремонт и не только это всё там", "paragraph"),
    ],
)
def test_a_few_words_between_commas_at_the_end_are_tags_unless_all_are_names(line: str, role: str) -> None:
    body = "Два подрядчика встретились посередине моста: один красил его в зелёный, другой в синий цвет."
    assert (roles("Мост покрасили дважды", body, body, body, body, line)[-1] == "tags") is (role == "tags")


def test_several_sentences_that_a_credit_stands_apart_from_are_no_caption() -> None:
    summary = (
        "The pier is closed until further notice, and so is the old lighthouse at its end. "
        "Ferries from the islands go to Setúbal instead."
    )
    assert roles(HEAD, "By Ana Silva", summary, "Photo: Rui Reis", P, P)[2:4] != ["caption", "credit"]
    assert (
        roles(HEAD, "By Ana Silva", "The pier is closed. Ferries go elsewhere.", "Photo: Rui Reis", P, P)[2]
        == "caption"
    )


def test_a_day_that_is_also_the_one_of_the_update_is_no_title_that_stands_twice() -> None:
    body = "Ледокол доставил рояль в посёлок, где его ждали с августа, и музыка там будет уже в феврале, говорят люди."
    days = ("7 декабря 2026, 21:47", "Обновлено: 7 декабря 2026, 21:47")
    assert roles("Ледокол доставил рояль на Таймыр", *days, body, body)[:3] == ["headline", "date", "date"]
