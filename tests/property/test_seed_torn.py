"""Lines of the gold, torn and mixed, as no paper writes them: they are read all the same, and given back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.seed import FORMAT

SEEDS = Path(__file__).parents[2] / "fixtures" / "seeds"
FILES = [path.read_text("utf-8", "ignore") for path in sorted(SEEDS.glob("*.txt"))]
LINES = sorted({line for text in FILES if "\0" not in text for line in text.split("\n") if line})
MARKS = ("", " ", "\xa0", "\u200b", "\u2028", "“", "”", "«", "(", ")", "[", "/", "|", "—", "-", ":", ".", ",", "\u0301")
GAPS = ("\n", "\n\n", "\n\n\n", "\n ", "\r\n")


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """A line, or its beginning or end, perhaps with a mark inside, in large or small letters."""
    line = draw(st.sampled_from(LINES))
    at = draw(st.integers(0, len(line) - 1))
    whole = line[:at] + draw(st.sampled_from(MARKS)) + line[at:]
    return draw(st.sampled_from((whole, line[at:], line[:at], whole.upper(), whole.lower())))


torn = st.lists(st.tuples(pieces(), st.sampled_from(GAPS)).map("".join), max_size=8).map("".join)


@given(torn)
@example("محم|د الصاوي\n03.11.2026 - محدث : 03.11.2026\n\n / الأناضول\n\n\nافتتحت بلدية الفاتح نافورة.\n ")
@example("县城观察\n作者 | \n\n一鸣\n\n如果你在早上七点走进这座县城的菜市场，会先听见钟声。\n")
@example("一线见闻\n\n本报记者 \n\n杰\n\n本报银川11月19日电（记者秦瑞杰）葡萄藤刚刚埋土越冬。\n")
@example("一线见闻\n\n/ 기자\n\n전주시 완산구 풍남동은 20일 위촉식을 열었다고 밝혔다.\n")
def test_torn_seeds_are_read_and_given_back(text: str) -> None:
    data = text.encode("utf-8", "surrogateescape")
    written = FORMAT.write(FORMAT.read(data, ReadOptions("in.txt")), WriteOptions())
    assert (written.data, written.losses) == (data, ())
