"""What is special about news of East and South-East Asia."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.names.recognise import listed
from corpus_tools.model.article import Article

ZH = "清晨的祁连山南麓，气温已降至零下十八摄氏度，牧民才让东知打开手机，屏幕上两百多头牦牛的位置一目了然。"
KO = "전주시 완산구 풍남동은 20일 주민센터에서 삼색 고양이의 위촉식을 열었다고 밝혔다."
VI = "Sáng 19/11, những tấm ván cuối cùng được lắp vào mặt cầu bắc qua sông Giăng, dài 86 m và rộng 1,8 m."
ID = "Kemacetan mengular hingga 3 kilometer dari arah Tegal. Pengendara sempat turun dan memotret barisan bebek itu."
TH = "เมื่อเวลา 05.40 น. ผู้สื่อข่าวรายงานว่า ช้างป่าเพศผู้อายุราว 20 ปี เดินออกจากอุทยานแห่งชาติเขาใหญ่ เข้าไปในร้านสะดวกซื้อริมถนน"


def read(*blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(layers={}))


def roles(article: Article) -> list[str]:
    return [block["role"] for block in article["blocks"]]


def credits_of(article: Article) -> list[str]:
    annotations = article["layers"]["field"].get("annotations", [])
    return [each["spans"][0]["text"] for each in annotations if each["type"] == "credit"]


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
    ("opening", "role"),
    [
        ("Nghệ An - Hơn 300 hộ dân xã Môn Sơn quyên góp gần một tỷ đồng để sửa cây cầu treo.", "standfirst"),
        ("(NLĐ) - Hơn 300 hộ dân xã Môn Sơn quyên góp gần một tỷ đồng để sửa cây cầu treo.", "standfirst"),
        ("Hà Nội (TTXVN) - Hơn 300 hộ dân xã Môn Sơn quyên góp gần một tỷ đồng để sửa cây cầu.", "paragraph"),
    ],
)
def test_papers_of_vietnam_open_the_summary_with_the_dateline(opening: str, role: str) -> None:
    article = read("Cầu treo gỗ lim trăm tuổi được làng góp tiền cứu", opening, VI, VI)
    assert roles(article) == ["headline", role, "paragraph", "paragraph"]


def test_a_line_between_byline_and_dateline_is_a_deck() -> None:
    opens = f"(전주=연합뉴스) 박민재 기자 = {KO}"
    deck = "11살 삼색이 '나비'…동사무소 출근 6년째"
    head = ["전주 한옥마을 고양이 '명예 통장'에…주민 80% 찬성", "박민재 기자", deck]
    assert roles(read(*head, opens, KO))[2] == "deck"
    picture = ["위촉장 앞에 앉은 '나비'", "[전주시 제공. 재판매 및 DB 금지]"]
    assert roles(read(*head, *picture, opens, KO))[2:5] == ["deck", "caption", "credit"]


def test_a_label_of_pictures_before_a_caption_with_its_credit() -> None:
    head = "Ratusan Bebek Bikin Macet Jalan Pantura, Polisi Ikut Menggiring"
    article = read(head, "Foto: Bebek melintas di Jalan Pantura (Rizal Firmansyah/beritaklik)", ID, ID)
    assert roles(article)[1] == "caption"
    assert credits_of(article) == ["Rizal Firmansyah/beritaklik"]
    article = read(head, "Foto: Rizal Firmansyah (beritaklik)", ID, ID)
    assert roles(article)[1] == "credit"


def test_a_word_of_pictures_inside_a_thai_name_is_none() -> None:
    said = "“เขาหยิบกล้วยไปหวีเดียว แล้วถอยหลังออกไปเหมือนลูกค้าทั่วไป” น.ส.สุภาพรกล่าว"
    article = read("ช้างป่าเขาใหญ่เดินเข้าร้านสะดวกซื้อ เลือกกล้วยหวีเดียวแล้วกลับ", TH, said, TH)
    assert credits_of(article) == []
    assert "caption" not in roles(article)


def test_a_label_of_pictures_after_a_blank_in_thai() -> None:
    caption = "แพไม้ไผ่ที่ใช้เป็นแผงขายทุเรียน ภาพจาก เพจจันทบุรีบ้านเรา"
    article = read("ตลาดน้ำทุเรียนแห่งแรกเปิดขายบนแพไม้ไผ่กลางแม่น้ำจันทบุรี", TH, caption, TH)
    assert credits_of(article) == ["เพจจันทบุรีบ้านเรา"]


def test_an_end_mark_in_brackets_credits_nothing() -> None:
    article = read("祁连山下智慧牧场让牦牛“上云”", ZH, ZH, "截至目前，当地已建成智慧牧场27个。（完）")
    assert roles(article)[3] == "paragraph"
    assert credits_of(article) == []


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("2026/11/21 14:22（11/21 15:03 更新）", "2026-11-21T15:03:00"),
        ("2026/12/31 14:22（1/1 15:03 更新）", None),
    ],
)
def test_an_update_without_its_year_is_of_the_year_of_publication(line: str, updated: str | None) -> None:
    metadata = read("嘉義火雞肉飯業者辦路跑 終點發免費便當", line, ZH, ZH)["metadata"]
    assert metadata["published"] == line[:10].replace("/", "-") + "T14:22:00"
    assert metadata.get("updated") == updated


def test_the_day_of_an_update_without_year_and_time() -> None:
    line = "Published: 3 March 2026, 14:20 | Updated: 5 March"
    metadata = read("Storm shuts Lisbon harbour", line, "The harbour did not open, Mayor Marta Costa said.")["metadata"]
    assert metadata["updated"] == "2026-03-05"


def test_the_paper_itself_in_brackets_is_no_source() -> None:
    assert "sources" not in read("大澳棚屋阿婆開直播賣蝦膏", f"【本報訊】{ZH}", ZH)["metadata"]


def test_a_paper_alone_in_han_characters_is_the_source_and_nobodys_name() -> None:
    article = read(
        "阿蘇の牛がGPS付き首輪　遭難者も捜索",
        "2026/11/17 18:04",
        "九州新報",
        "放牧牛に付けた首輪を捜索に活用する。" * 4,
    )
    assert article["metadata"]["sources"] == [{"name": "九州新報"}]
    assert "authors" not in article["metadata"]


def test_a_name_of_five_characters_is_a_byline_and_no_place() -> None:
    body = "秋田県横手市の駅で20日未明、1羽のハクチョウがホームに降り立ち、始発列車が出るまで動かなかった。"
    metadata = read("ハクチョウが駅のホームで一夜　始発まで駅員が見守る", "佐々木美穂", "2026年11月20日", body, body)[
        "metadata"
    ]
    assert metadata["authors"] == [{"name": "佐々木美穂"}]
    assert "dateline" not in metadata


def test_the_agency_that_signs_a_report_is_named_without_its_dashes() -> None:
    body = (
        "Sebuah perpustakaan bergerak menggunakan sampan mula beroperasi di sepanjang Batang Rajang bagi kanak-kanak."
    )
    article = read("Perpustakaan Bergerak Naik Sampan Sampai Ke Pedalaman", body, body, "-- BERNAMA")
    assert article["metadata"]["sources"] == [{"name": "BERNAMA"}]
