"""Lines of a wrapped document: whether it is one, and which lines go on in the next."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest

from corpus_tools.formats.seed.blocks import split
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.lines import lines_of
from corpus_tools.formats.seed.wrapping import wrapping_of

HEAD = "Storm shuts the harbour"
STORY = (
    (
        "The harbour did not open on Wednesday, the mayor said, as waves of nine metres hit the pier and the ferries "
        "stayed in port for a third day in a row, with no hope of better weather before the weekend."
    ),
    (
        "Fishermen mended their nets in the sheds behind the wall, and the baker gave away what he could not sell to "
        "those who had come for the boat."
    ),
    "The council meets on Friday and may ask the province for help.",
)


def blocks(text: str, *languages: str, layout: str | None = None) -> list[str]:
    return [text[start:end] for start, end in split(text, load_cues((*languages, "en")), layout)]


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def filled(text: str, width: int) -> str:
    """The text in lines of so many columns, broken anywhere."""
    lines = [""]
    for character in text:
        if columns(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


def wrapped(*paragraphs: str, width: int = 60, indent: str = "") -> list[str]:
    return [textwrap.fill(each, width, initial_indent=indent) for each in paragraphs]


# Whether a document is wrapped.


@pytest.mark.parametrize("width", [40, 60, 72, 100, 120])
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n", "\n \n"])
def test_blank_lines_divide_wrapped_paragraphs(width: int, between: str) -> None:
    paragraphs = wrapped(HEAD, *STORY, width=width)
    assert blocks(between.join(paragraphs)) == paragraphs


def test_a_han_character_has_two_columns() -> None:
    story = [
        "船には島の住民およそ40人が見送りに集まり、2025年に最後に積み込まれた1通は、あて先のない感謝の手紙だったという。",
        "船長の岩切さんは「手紙は軽いけれど、落とさないように運ぶのは1970年から変わらず重い仕事だった」と話していた。",
    ]
    paragraphs = [filled(each, 40) for each in story]
    assert [len(line) for line in paragraphs[0].split("\n")][:2] != [20, 20]
    assert blocks("\n\n".join(["島の郵便船が引退", *paragraphs]), "ja") == ["島の郵便船が引退", *paragraphs]


def test_a_program_may_have_counted_characters() -> None:
    story = "राजस्थान और उत्तर प्रदेश की सीमा पर बहने वाली चंबल नदी में घड़ियालों की संख्या बढ़ गई है और विभाग ने जानकारी दी है"
    paragraphs = wrapped(story, story.replace("चंबल", "यमुना"), width=44)
    assert blocks("\n\n".join(["नदी में घड़ियाल", *paragraphs]), "hi") == ["नदी में घड़ियाल", *paragraphs]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_have_no_column(form: str) -> None:
    story = (
        "Příliš žluťoučký kůň úpěl ďábelské ódy na břehu řeky, řekla mluvčí města, a lávka zůstala zavřená do středy."
    )
    paragraphs = wrapped("Kůň na lávce", story, story.replace("středy", "pátku"), width=52)
    text = unicodedata.normalize(form, "\n\n".join(paragraphs))
    assert [unicodedata.normalize("NFC", each) for each in blocks(text, "cs")] == paragraphs


def test_two_lines_below_the_top_are_a_paragraph_if_only_the_second_ends_a_sentence() -> None:
    text = (
        "גשר נפתח\n\nהכול שקט היום.\n\nבכל בוקר בשבע מתיישב יצחק ביטון על הספסל בתחנה שברחוב\nופותח תרמוס.\n\nהכול שקט."
    )
    assert blocks(text, "he")[2] == "בכל בוקר בשבע מתיישב יצחק ביטון על הספסל בתחנה שברחוב\nופותח תרמוס."
    assert len(blocks(text.replace("תרמוס.", "תרמוס"), "he")) == 5


@pytest.mark.parametrize(
    "lines",
    [
        ["Milk", "Eggs and flour", "Bread", "A dozen apples", "Tea"],
        ["Results of the regatta on the lake", "Ana Silva and Jo Gil, Porto", "Kim Lee, Busan", "Ole Dahl, Bergen"],
        ["Harbour Opens", "By Ana Silva", "Porto", "4 May 2026", " ".join(STORY[:1]), " ".join(STORY[1:])],
        ["The sea is calm.", "No ferry left the port on Tuesday.", "The baker was asleep when we came.", "It rained."],
    ],
)
def test_lines_that_are_not_full_are_blocks(lines: list[str]) -> None:
    assert blocks("\n".join(lines)) == lines


def test_one_line_that_is_full_by_chance_is_not_enough() -> None:
    text = "Harbour of the town opens again after storm\nNobody was hurt in it\n\nThe sea is calm."
    assert wrapping_of(text, lines_of(text), told=False) is None
    assert wrapping_of(text, lines_of(text), told=True) is not None


def test_whoever_says_that_lines_are_wrapped_may_have_wider_ones() -> None:
    paragraphs = wrapped(" ".join(STORY), " ".join(STORY[::-1]), width=150)
    assert len(blocks("\n\n".join(paragraphs))) == len("\n".join(paragraphs).split("\n"))
    assert blocks("\n\n".join(paragraphs), layout="wrapped") == paragraphs


# Which lines go on.


def test_indents_begin_paragraphs_even_after_full_lines_and_between_single_ones() -> None:
    first = (
        "   The mayor said on Wednesday evening that the whole town\n"
        "would have to wait until the sea was calm again, and the\nferries would stay."
    )
    lines = [
        "   It rained all day long, and nobody came to see the boat.",
        "   The baker was asleep, and the pier was under water by 5.",
    ]
    found = blocks("\n".join([HEAD, first, *lines, first]))
    assert found == [HEAD, first.strip(), *[line.strip() for line in lines], first.strip()]


def test_lines_of_a_list_may_hang() -> None:
    items = [
        "- The ferries would stay in port for a third day and the\n  passengers would have to wait in the hall",
        "- The council would meet on Friday morning and might ask\n  the province for help",
    ]
    story = wrapped(*STORY[:2], width=56)
    assert blocks("\n".join([HEAD, "", *items, "", "\n\n".join(story)])) == [HEAD, *items, *story]


def test_words_of_cues_inside_of_a_paragraph_that_stands_apart_begin_nothing() -> None:
    story = [
        "The stones were as large as loaves, the fishermen wrote on their\nPhoto: nobody had seen the like of it.",
        "The council will say more about the wall of the harbour on its next\n4 May 2026 meeting, if there is any.",
    ]
    assert blocks("\n\n".join([HEAD, *story])) == [HEAD, *story]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Source: Harbour News", True),
        ("https://harbour.example/storm", True),
        ("(ana/gil)", True),
        ("Read more", True),
        ("* The pier is closed", True),
        ("By the end of the week the sea was calm again, as the mayor", False),
        ("The sea was calm again.", False),
    ],
)
def test_a_line_after_a_full_one_that_ends_a_sentence_may_begin_a_block(line: str, *, begins: bool) -> None:
    story = "\n".join(wrapped(*STORY[:2]))
    full = "The mayor, who had been on the pier, said it was all over."
    assert len(full) > 56
    text = f"{HEAD}\n{story}\n{full}\n{line}\nknew, and the ferries left."
    starts = [block.split("\n")[0] for block in blocks(text)]
    assert (line in starts) is begins
    assert full in starts


def test_a_line_with_a_date_is_complete_though_it_is_full() -> None:
    date = "Published on 4 May 2026 at 11:12 - Updated on 5 May 2026 12"
    story = "\n".join(wrapped(*STORY[:2]))
    assert date in blocks(f"{HEAD}\n{date}\nWilliam of the harbour watch looks at the sea\n{story}")


# Headlines.


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Storm shuts the harbour of the town", "for a third day in a row", True),
        ("Storm shuts the harbour of the", "Azores for a third day", True),
        ("Storm Shuts the Harbour of Town", "As Ferries Wait for Better Weather", True),
        ("STORM SHUTS THE HARBOUR OF TOWN", "AS FERRIES WAIT", True),
        ("Mayor “does not know when the", "Harbour opens”, he says", True),
        ("Storm shuts the harbour of the town", "Ferries stay in port for a third day", False),
        ("Storm Shuts the Harbour of Town", "Anna Maria Silva", False),
        ("Storm Shuts the Harbour of Town", "The Harbour News, May 2026 Edition", False),
        ("Storm shuts the harbour of the town.", "for a third day in a row", False),
        ("Storm shuts the harbour of the town", "for a third day in a row.", False),
        ("By Ana Silva and Kim Lee of Porto", "for the Harbour News", False),
    ],
)
@pytest.mark.parametrize("above", ["", "World news\n\n"])
def test_headlines_of_two_lines_that_stand_apart(first: str, second: str, above: str, *, one: bool) -> None:
    text = f"{above}{first}\n{second}\n\n{STORY[0]}\n\n{STORY[1]}"
    assert (f"{first}\n{second}" in blocks(text)) is one


@pytest.mark.parametrize(
    ("first", "second"),
    [("عودة الترام إلى محطة الرمل بعد", "توقف دام عامين كاملين"), ("地下鉄の新駅、2027年度に", "開業へ、市が方針")],
)
def test_without_capitals_the_second_line_is_the_deck_where_lines_are_long(first: str, second: str) -> None:
    short = [each[:100] for each in STORY]
    assert f"{first}\n{second}" in blocks("\n\n".join([f"{first}\n{second}", *short]), "ar", "ja")
    assert first in blocks("\n\n".join([f"{first}\n{second}", *STORY]), "ar", "ja")


def test_below_other_lines_and_above_others_no_headline_goes_on() -> None:
    text = f"World news\n\nStorm shuts the harbour of the town\nfor a third day in a row\nBy Ana Silva\n\n{STORY[0]}"
    assert "Storm shuts the harbour of the town" in blocks(text)


@pytest.mark.parametrize(
    ("headline", "below", "one"),
    [
        ("Storm shuts the harbour of the town for a third day, or more", "Rains in Porto", False),
        ("Storm shuts the harbour of the town for a third day of the", "Porto regatta", True),
        ("Storm Shuts the Harbour of the Town for a Third Day While", "Porto Waits for Rain", True),
    ],
)
def test_a_full_headline_goes_on_in_a_capital_only_if_it_asks_for_it(headline: str, below: str, *, one: bool) -> None:
    text = "\n".join([headline, below, "By Ana Silva", *wrapped(*STORY)])
    assert (f"{headline}\n{below}" in blocks(text)) is one
