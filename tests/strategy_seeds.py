"""Seeds for property tests: cue phrases of all languages, dates, names, brackets and marks, in all layouts."""

from __future__ import annotations

from datetime import date

from babel import UnknownLocaleError
from babel.dates import format_date
from hypothesis import strategies as st

from corpus_tools.formats.seed.cues import ALL, cue_languages, table_of

_TABLES = [table_of(language) for language in (*cue_languages(), ALL)]
_CUES = [
    (cue["form"], phrase, line)
    for table in _TABLES
    for cue in table["cues"]
    for phrase, line in cue["examples"].items()
]
_AGENCIES = sorted({name for table in _TABLES for name in table.get("words", {}).get("agencies", ())})
_WORDS = sorted({word for table in _TABLES for listed in table.get("words", {}).values() for word in listed})
_NAMES = (
    "Ana Silva", "ANA SILVA", "Rui Reis Jr.", "K. V. Ramesh", "Ludo van der Berg", "McDonald", "Ольга Иванова",
    "محمد علي",
    "山田太郎", "王 小明", "홍길동", "राम कुमार", "สมชาย ใจดี", "Jose\u0301 Nuñez", "ĐINH VĂN A", "O’Neil",
    "ana", "@ana_silva",
    "ana.silva@example.org", "<ana@example.org>", "May Lee", "İBRAHİM", "ß", "ﬁna", "ǅ", "Q", "",
)  # fmt: skip
_PLACES = ("LISBON", "Rio de Janeiro", "ST. LOUIS", "北京", "서울", "Москва", "القاهرة", "नई दिल्ली", "WASHINGTON, D.C.")
_SENTENCES = (
    "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day.",
    "港口周三没有开放，市长说。海浪第三天拍打码头。", "قالت رئيسة البلدية إن الميناء مغلق لليوم الثالث.",
    "बंदरगाह बुधवार को नहीं खुला।",
    "Порт не открылся в среду, сообщила мэр.", "Why? Nobody knows.", "Ferries", "No ferries, says mayor",
    "“We wait,” she said.",
)  # fmt: skip
_MARKS = (
    " ", " – ", " — ", "—", " - ", "-", "--", " / ", "/", " | ", "|", ", ", ",", "; ", ": ", ":", "：", ". ",
    ".", "。", "·", " • ",
    "、", "，", "＝", "=", "©", "© ", "#", "* ", "@", "\u00a0", "\u200b", "\u3000", "\t", "\u2028", "\x85",
    "\u200f", "\u0301", "",
)  # fmt: skip
_AROUND = (
    "{}", "{}", "{}", "({})", "[{}]", "（{}）", "【{}】", "<{}>", "*{}*", "**{}**", "_{}_", "— {}", "- {}",
    "• {}", "1. {}", "# {}",
    "## {}", "> {}", "“{}”", "„{}“", "«{}»", "「{}」", "({}", "{})", "| {} |", "#{}", "{}.", "{}:", "  {}",
    "{}  ", "![{}](a.jpg)",
)  # fmt: skip
_BREAKS = ("\n\n", "\n\n", "\n", "\n", "\n \n", "\n\n\n", "\n    ", " \n\n", "\n\u00a0\n", "\n\u200b\n", "\n\t\n\n")
_EDGES = ("", "", "\n", "\n\n", "  ", "\ufeff", "\ufeff\n", " \n")

names = st.sampled_from(_NAMES) | st.sampled_from(_AGENCIES)
marks = st.sampled_from(_MARKS)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A day as a language writes it, or in numbers, some of them impossible, with or without a time."""
    if draw(st.booleans()):
        day = draw(st.dates(date(1890, 1, 1), date(2150, 12, 31)))
        try:
            text = format_date(
                day,
                draw(st.sampled_from(("short", "medium", "long", "full"))),
                locale=draw(st.sampled_from(cue_languages())),
            )
        except UnknownLocaleError:
            text = day.isoformat()
    else:
        numbers = st.integers(0, 40) | st.integers(1890, 2600)
        text = draw(st.sampled_from("-./ 年")).join(str(draw(numbers)) for _ in range(3))
    clocks = (
        "",
        "",
        " 18:05",
        " at 6:05 PM GMT",
        ", 25:61",
        "T18:05:00+05:30",
        " 18h05",
        " 18時5分",
        " (AP)",
        " | 18:05 Uhr",
    )
    text += draw(st.sampled_from(clocks))
    return text.translate(
        str.maketrans("0123456789", draw(st.sampled_from(("0123456789", "०१२३४५६७८९", "٠١٢٣٤٥٦٧٨٩"))))
    )


@st.composite
def cue_lines(draw: st.DrawFn) -> str:
    """A line with a cue of any language: its example, or its phrase with something else beside it."""
    form, phrase, line = draw(st.sampled_from(_CUES))
    if draw(st.integers(0, 2)) == 0:
        return line
    phrase = draw(st.sampled_from((str, str.capitalize, str.upper)))(phrase)
    value = draw(st.sampled_from((" and ", ", ", "/", " ; "))).join(
        draw(st.lists(names | dates() | st.sampled_from(_WORDS), max_size=4))
    )
    mark = draw(marks | st.sampled_from((": ", " ")))
    return phrase if form == "line" else value + mark + phrase if form == "closer" else phrase + mark + value


@st.composite
def datelines(draw: st.DrawFn) -> str:
    """Place, day and agency in some order, before a sentence."""
    parts = [draw(st.sampled_from(_PLACES)), draw(dates()), f"({draw(names)})", draw(st.sampled_from(_SENTENCES))]
    shown = [part for part in parts if draw(st.integers(0, 4))]
    return "".join(part + draw(marks) for part in shown)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One line of a seed, with brackets or marks around it, or two of them beside each other."""
    kinds = cue_lines() | datelines() | dates() | names | st.sampled_from(_SENTENCES) | st.sampled_from(_WORDS)
    text = draw(kinds)
    if draw(st.integers(0, 3)) == 0:
        text += draw(marks) + draw(kinds)
    return draw(st.sampled_from(_AROUND)).replace("{}", text)


@st.composite
def seeds(draw: st.DrawFn) -> str:
    """A whole seed: lines in a layout, wrapped or not, with any newlines."""
    parts = [draw(st.sampled_from(_EDGES))]
    usual = draw(st.sampled_from(_BREAKS))
    for _ in range(draw(st.integers(1, 9))):
        line = draw(lines())
        if draw(st.integers(0, 5)) == 0:
            line = "\n".join(_wrapped((line + " ") * draw(st.integers(1, 5)), draw(st.integers(12, 80))))
        parts += (line, usual if draw(st.booleans()) else draw(st.sampled_from(_BREAKS)))
    text = "".join([*parts[:-1], draw(st.sampled_from(_EDGES))])
    newline = draw(st.sampled_from(("\n", "\n", "\r\n", "\r", "\n\r")))
    return text.replace("\n", newline)


def _wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]
