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


JA = "宮城県気仙沼市の高校で、漁業無線の資格取得を目指す放課後講座が始まった。講師はかつて船に乗った元通信士である。"
HEAD_JA = "カツオ船の無線、高校生が継ぐ　ＯＢ９人が特訓"
HEAD_ZH = "桃園這間早餐店寫詩抵餐費 老闆收了600首快沒蛋了"


@pytest.mark.parametrize(
    ("last", "authors"),
    [
        ("（気仙沼総局・藤井かをり）", [{"name": "藤井かをり"}]),
        ("（漁業・かをり）", None),
    ],
)
def test_a_name_after_its_office_in_brackets_below_a_report(last: str, authors: list[dict[str, str]] | None) -> None:
    assert read(HEAD_JA, JA, JA, last)["metadata"].get("authors") == authors


@pytest.mark.parametrize(
    ("ending", "authors"),
    [
        ("（秋田支局・佐藤はなこ）", [{"name": "佐藤はなこ"}]),
        ("（佐藤花子）", [{"name": "佐藤花子"}]),
        ("【中略】", None),
        ("（秋田支局からの報告）", None),
    ],
)
def test_who_signs_after_the_last_sentence(ending: str, authors: list[dict[str, str]] | None) -> None:
    article = read(HEAD_JA, JA, JA, JA + ending)
    assert article["metadata"].get("authors") == authors
    assert credits_of(article) == []


def test_a_place_in_brackets_at_the_end_shows_a_caption_and_credits_nothing() -> None:
    article = read(HEAD_JA, "2026年11月20日", "プールでチョウザメに餌をやる松田さん（福井県大野市で）", JA, JA)
    assert roles(article)[2] == "caption"
    assert credits_of(article) == []


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("咖啡店　邻里　乐龄", ["咖啡店", "邻里", "乐龄"]),
        ("桃園　早餐店", ["桃園", "早餐店"]),
        ("桃園 早餐店 詩", ["桃園", "早餐店", "詩"]),
        ("桃園 早餐店", None),
        ("台南老戲院改書店　首日賣出一張椅子", None),
    ],
)
def test_words_apart_at_the_end_are_tags(line: str, keywords: list[str] | None) -> None:
    metadata = read(HEAD_ZH, "2026/11/20 05:30", ZH, ZH, ZH, line)["metadata"]
    assert metadata.get("keywords") == keywords


def test_hash_tags_of_several_words() -> None:
    head = "Buôn làng dùng chiêng báo cháy rừng thay loa phát thanh"
    metadata = read(head, VI, VI, "#cồng chiêng #cháy rừng #Đắk Lắk")["metadata"]
    assert metadata["keywords"] == ["cồng chiêng", "cháy rừng", "Đắk Lắk"]
    assert "keywords" not in read(head, VI, VI, f"#1 {VI} # {VI}")["metadata"]


def test_keywords_after_a_label_may_have_ideographic_blanks_between_them() -> None:
    assert read(HEAD_JA, JA, JA, "関連タグ：気仙沼　漁業　高校")["metadata"]["keywords"] == ["気仙沼", "漁業", "高校"]


def test_the_issue_of_a_chinese_paper_is_its_source_and_its_day() -> None:
    article = read("沙海里种出“光伏葡萄”", ZH, ZH, "《 人民日报 》（ 2026年11月20日 06 版）")
    assert roles(article)[3] == "source"
    assert article["metadata"]["sources"] == [{"name": "人民日报"}]
    assert article["metadata"]["published"] == "2026-11-20"


@pytest.mark.parametrize(
    ("opening", "authors"),
    [
        ("中新网杭州11月20日电(钱晨曦)", [{"name": "钱晨曦"}]),
        ("中新网杭州11月20日电(记者 钱晨曦)", [{"name": "钱晨曦"}]),
        ("中新网杭州11月20日电(题:西湖船工)", None),
    ],
)
def test_who_reported_stands_after_the_dateline(opening: str, authors: list[dict[str, str]] | None) -> None:
    metadata = read("西湖游船“上新”：老船工用方言给AI当老师", opening + ZH, ZH)["metadata"]
    assert metadata.get("authors") == authors
    assert metadata["dateline"] == {"place": "杭州"}


def test_a_region_alone_under_the_day_is_nobodys_name() -> None:
    metadata = read("ばんえい競馬の引退馬 幼稚園バスを引く", "2026年11月20日 17時42分", "北海道", JA, JA)["metadata"]
    assert "authors" not in metadata


def test_a_place_before_the_name_in_a_korean_byline() -> None:
    metadata = read("통영 굴 껍데기로 지은 버스정류장… “비 오는 날 바다 냄새”", "통영=이서현 기자", KO, KO)["metadata"]
    assert metadata["authors"] == [{"name": "이서현"}]
    assert metadata["dateline"] == {"place": "통영"}


def test_a_newsroom_before_a_dash_is_no_place() -> None:
    head = "Chú chó ga Lăng Cô 9 năm trực tàu đêm"
    metadata = read(head, "TTO - Cứ 22h mỗi ngày, chú chó vàng lại chạy ra sân ga ngồi chờ tàu.", VI, VI)["metadata"]
    assert metadata["sources"] == [{"name": "TTO"}]
    assert "dateline" not in metadata


def test_a_summary_stands_above_the_day_that_opens_a_report() -> None:
    head = "Buôn làng dùng chiêng báo cháy rừng thay loa phát thanh"
    summary = "Từ mùa khô năm nay, 12 buôn sử dụng tiếng chiêng theo nhịp riêng để báo cháy rừng."
    article = read(
        head, summary, "Ngày 19/11, Hạt Kiểm lâm cho biết đã thống nhất với già làng 12 buôn về ba nhịp.", VI
    )
    assert roles(article) == ["headline", "standfirst", "paragraph", "paragraph"]
    assert roles(read(head, summary, VI.replace("Sáng 19/11", "Sau đó"), VI))[1] == "paragraph"


def test_initials_and_the_newsroom_after_the_last_sentence_sign_it() -> None:
    head = "Mag-asawa sa Dagupan, nagpakasal sa gitna ng palaisdaan"
    body = "Ayon sa bagong kasal, doon sila unang nagkakilala noong sila’y nag-aani ng bangus sa palaisdaan."
    assert credits_of(read(head, body, body, f"{body} —FRJ, North Balita")) == []
    assert credits_of(read(head, body, "Naka-lifevest pa ang mga ninong. —EV DUMARAN", body)) == ["EV DUMARAN"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20 พ.ย. 69 | 14:05 น.", "2026-11-20"),
        ("20 พ.ย. 26 | 14:05 น.", "2026-11-20"),
        ("20/11/69 14:05 น.", "2026-11-20T14:05:00"),
    ],
)
def test_high_years_of_two_digits_are_buddhist_in_thailand(line: str, day: str) -> None:
    assert read("ชาวประมงสงขลาตั้ง “ธนาคารปูไข่” ปล่อยลูกปูคืนทะเล 3 ล้านตัว", line, TH, TH)["metadata"]["published"] == day


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ワサビ残さで断熱材", "2026年11月20日 2:00 [有料会員限定]"),
        ("제주 감귤 창고가 ‘엄마들 공유 오피스’로", "한강일보 입력 2026.11.20 02:00 업데이트 2026.11.20 08:12"),
    ],
)
def test_what_stands_beside_the_day(name: str, line: str) -> None:
    body = JA if name < "가" else KO
    article = read(name, line, body, body)
    assert roles(article)[1] == "date"
    assert article["metadata"]["published"] == "2026-11-20T02:00:00"
    assert credits_of(article) == []


@pytest.mark.parametrize(
    ("place", "rest"),
    [("caption", [KO, KO]), ("paragraph", [])],
)
def test_a_reporter_after_the_only_sentence_of_a_caption(place: str, rest: list[str]) -> None:
    caption = "지난 18일 제주시 애월읍 한 감귤 창고에서 이용자들이 일하고 있다. 최충일 기자"
    article = read("제주 감귤 창고가 ‘엄마들 공유 오피스’로", "2026.11.20", KO, caption, *rest)
    assert roles(article)[3] == place
    assert credits_of(article) == (["최충일 기자"] if place == "caption" else [])


def test_who_speaks_in_brackets_credits_nothing_and_a_cue_in_brackets_does() -> None:
    article = read("속초 앞바다에 ‘명태 CCTV’…어민들 밤새 시청", "2026.11.19", "[앵커]", KO, "[리포트]", KO)
    assert credits_of(article) == []
    article = read(
        "속초 앞바다에 ‘명태 CCTV’…어민들 밤새 시청", "2026.11.19", "카메라 앞", "[부산항만공사 제공. DB 금지]", KO, KO
    )
    assert credits_of(article) == ["부산항만공사"]


def test_a_source_may_have_the_day_after_it() -> None:
    metadata = read("大理白族村寨：老戏台上的板凳图书馆", "来源：光明网-《光明日报》 2026-11-20 04:35", ZH, ZH)[
        "metadata"
    ]
    assert metadata["sources"] == [{"name": "光明网-《光明日报》"}]
    assert metadata["published"] == "2026-11-20T04:35:00"


def test_an_editor_in_brackets_with_blanks_and_authors_after_their_office() -> None:
    metadata = read("大理白族村寨：老戏台上的板凳图书馆", "作者：本报记者 张勇 任维东", ZH, ZH, "[ 责编：刘希尧 ]")[
        "metadata"
    ]
    assert metadata["authors"] == [{"name": "张勇"}, {"name": "任维东"}]
    assert metadata["contributors"] == [{"name": "刘希尧", "role": "editor"}]


def test_a_reporter_and_where_from_after_a_slash() -> None:
    metadata = read(HEAD_ZH, "記者陳崑福／屏東報導", ZH, ZH)["metadata"]
    assert metadata["authors"] == [{"name": "陳崑福"}]
    assert metadata["dateline"] == {"place": "屏東"}


def test_a_district_in_brackets_shows_a_caption() -> None:
    article = read(HEAD_JA, "2026年11月20日", "捨てられていた葉柄を乾燥させて使う（静岡県伊豆市）", JA, JA)
    assert roles(article)[2] == "caption"
    assert credits_of(article) == []


def test_who_signs_may_stand_above_lines_of_the_page() -> None:
    article = read(HEAD_JA, JA, JA, JA + "（小川恵理子）", "続きを見る")
    assert article["metadata"]["authors"] == [{"name": "小川恵理子"}]


@pytest.mark.parametrize(
    ("opening", "place", "role"),
    [
        (
            "TP HCMTối thứ hai, chiếc xe lam của ông Bảy Thành đậu dưới chân cầu để 14 người học chữ.",
            "TP HCM",
            "standfirst",
        ),
        ("Quảng NgãiSau ba ngày, chiếc xe lam của ông Bảy Thành đậu dưới chân cầu.", "Quảng Ngãi", "standfirst"),
        ("VinFastSau ba ngày, chiếc xe lam của ông Bảy Thành đậu dưới chân cầu.", None, "paragraph"),
        ("Mỹ Sơn sau ba ngày, chiếc xe lam của ông Bảy Thành đậu dưới chân cầu.", None, "paragraph"),
    ],
)
def test_a_known_place_may_be_glued_to_the_summary(opening: str, place: str | None, role: str) -> None:
    article = read("Lớp học xóa mù chữ trên xe lam", opening, "Học trò lớn nhất là bà Tư Hột, bán vé số.", VI)
    assert article["metadata"].get("dateline", {}).get("place") == place
    assert roles(article)[1] == role


def test_a_known_place_in_capitals_stays_as_it_is() -> None:
    article = read("Lớp học xóa mù chữ trên xe lam", "TP HCM - Tối thứ hai, chiếc xe đậu dưới chân cầu.", VI, VI)
    assert article["metadata"]["dateline"] == {"place": "TP HCM"}


def test_an_update_right_after_the_digits_of_the_day_before() -> None:
    metadata = read("강릉시, 오리 횡단보도 설치", "등록 2026.11.19 15:27:41수정 2026.11.20 16:40:24", KO, KO)[
        "metadata"
    ]
    assert metadata["published"].startswith("2026-11-19T15:27")
    assert metadata["updated"].startswith("2026-11-20T16:40")


@pytest.mark.parametrize("line", ["洪健倫 張梓嘉 ／ 金門報導", "洪健倫、張梓嘉／金門報導"])
def test_reporters_without_a_title_before_where_they_report_from(line: str) -> None:
    metadata = read("金門戰地坑道變身菇寮 阿兵哥口糧換香菇", line, ZH, ZH)["metadata"]
    assert metadata["authors"] == [{"name": "洪健倫"}, {"name": "張梓嘉"}]
    assert metadata["dateline"] == {"place": "金門"}


def test_names_with_commas_a_line_each() -> None:
    head = "Warga Banyumas Bangun Jembatan dari Galon Bekas"
    article = read(head, "19/11/2026, 15:08 WIB", "Iqbal Fahmi,\nKhairina", ID, ID)
    assert article["metadata"]["authors"] == [{"name": "Iqbal Fahmi"}, {"name": "Khairina"}]
    assert "dateline" not in article["metadata"]
    assert roles(read(head, "Iqbal Fahmi,", ID, ID))[1] != "byline"


@pytest.mark.parametrize(
    ("blocks", "metadata"),
    [
        (
            [
                "Өмнөговьд тэмээний сүүгээр цахилгаан гаргах туршилт хийв",
                (
                    "Улаанбаатар, 2026 оны арваннэгдүгээр сарын 19 /МОНЦАМЭ/. Өмнөговь аймагт цахилгаан гаргах "
                    "туршилтыг их сургуулийн судлаачид гурван жилийн турш хийж байгаа гэнэ."
                ),
                "Судлаачид ирэх онд арван өрхөд төхөөрөмжийг суурилуулахаар төлөвлөжээ.",
            ],
            {"dateline": {"place": "Улаанбаатар", "date": "2026-11-19"}, "sources": [{"name": "МОНЦАМЭ"}]},
        ),
        (
            [
                "សាលាបឋមសិក្សានៅកំពង់ធំ ដាំស្វាយជំនួសរបង",
                "ដោយ៖ សុខ ដារ៉ា",
                "១៧ វិច្ឆិកា ២០២៦",
                "កំពង់ធំ៖ សាលាបឋមសិក្សាមួយ បានដាំដើមស្វាយចំនួន ៤០០ ដើម ជំនួសរបងលួសបន្លា ដើម្បីឲ្យសិស្សមានផ្លែឈើហូប។",
                "លោកបន្តថា ប្រាក់ចំណូលពីការលក់ផ្លែស្វាយបានប្រើសម្រាប់ទិញសៀវភៅបណ្ណាល័យ។",
            ],
            {"authors": [{"name": "សុខ ដារ៉ា"}], "published": "2026-11-17", "dateline": {"place": "កំពង់ធំ"}},
        ),
        (
            [
                "အင်းလေးကန်တွင် စာကြည့်လှေ ပထမဆုံး စတင်ပြေးဆွဲ",
                "၂၀၂၆ ခုနှစ် နိုဝင်ဘာလ ၁၈ ရက်",
                "လှေသည် တစ်ပတ်လျှင် သုံးကြိမ် ပြေးဆွဲပြီး စာအုပ်ငှားရမ်းခ မယူကြောင်း သိရသည်။",
                "လာမည့်နှစ်တွင် ဒုတိယမြောက် လှေကို ထပ်မံ တိုးချဲ့မည်ဖြစ်သည်။",
            ],
            {"published": "2026-11-18"},
        ),
    ],
)
def test_mongolian_khmer_and_burmese(blocks: list[str], metadata: dict[str, object]) -> None:
    assert read(*blocks)["metadata"] == {"title": blocks[0], **metadata}


@pytest.mark.parametrize(
    ("opening", "place"),
    [("（中央社記者曾婷瑄巴黎20日專電）", "巴黎"), ("（中央社紐約20日綜合外電報導）", "紐約")],
)
def test_reports_from_abroad_of_the_agency_of_taiwan(opening: str, place: str) -> None:
    metadata = read("法國小鎮請求民眾停止餵食市長的驢子", opening + ZH, ZH)["metadata"]
    assert metadata["dateline"] == {"place": place}
    assert metadata["sources"] == [{"name": "中央社"}]


def test_an_agency_in_brackets_after_the_sentence_of_a_caption() -> None:
    article = read("法國小鎮請求民眾停止餵食市長的驢子", "2026/11/20", "法國小鎮居民19日與驢子合影。（法新社）", ZH, ZH)
    assert roles(article)[2] == "caption"
    assert credits_of(article) == ["法新社"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("大貫聡子　吉田啓", ["大貫聡子", "吉田啓"]),
        ("長谷川　由美子", ["長谷川 由美子"]),
        ("大貫聡子、吉田啓", ["大貫聡子", "吉田啓"]),
    ],
)
def test_wide_blanks_divide_names_that_are_long_enough(line: str, names: list[str]) -> None:
    metadata = read("路面電車に「沈黙車両」　しゃべらない人専用", line, "2026年11月21日 14時00分", JA, JA)["metadata"]
    assert [each["name"] for each in metadata["authors"]] == names


@pytest.mark.parametrize(("note", "authors"), [("（長竹祐子）", [{"name": "長竹祐子"}]), ("（敬称略）", None)])
def test_who_signs_the_first_paragraph(note: str, authors: list[dict[str, str]] | None) -> None:
    article = read(HEAD_JA, JA + note, JA, JA, JA, JA)
    assert article["metadata"].get("authors") == authors


def test_a_place_before_the_reporter_and_the_address_below_a_report() -> None:
    article = read("부여 시장 손님 두 배로", KO, KO, "부여=이정훈 기자 jh89@dongin.example")
    assert article["metadata"]["authors"] == [{"name": "이정훈", "uri": "mailto:jh89@dongin.example"}]
    assert article["metadata"]["dateline"] == {"place": "부여"}


def test_an_agency_after_a_dash_signs_the_last_paragraph() -> None:
    body = (
        "Adam berkata, loceng itu dihubungkan dengan telefon pintar dan berbunyi apabila kambing keluar dari kawasan."
    )
    article = read(
        "Budak 9 tahun cipta loceng kambing pintar", body, body, "Ciptaan itu memenangi tempat pertama. - UTUSAN"
    )
    assert roles(article)[3] == "paragraph"
    assert credits_of(article) == []


def test_a_name_before_a_dash_and_a_day_is_no_place() -> None:
    body = "Si Bruno ay palaging nakaupo sa ikalawang hanay at umaalis lamang kapag tumunog na ang bell ng paaralan."
    head = "Aso sa Naga City, tumanggap ng diploma matapos mag-‘enroll’ ng apat na taon"
    article = read(head, "Therese Arceo - November 20, 2026 - 08:15 AM\nPHOTO: Naga City College", body, body)
    assert article["metadata"]["authors"] == [{"name": "Therese Arceo"}]
    assert article["metadata"]["published"].startswith("2026-11-20")
    assert "dateline" not in article["metadata"]


def test_lines_without_stops_are_no_links_of_a_page() -> None:
    lines = [
        "ลูกชายซื้อมอเตอร์ไฟฟ้ามาติดให้ ครูที่โรงเรียนมาช่วยสอนจนขับได้คล่อง",
        "นางเขียด เล่าว่า เดิมใช้เรือพายแต่แรงเริ่มน้อย จึงอยากลองเรือไฟฟ้า",
        "ทุกเช้ามีเด็กนักเรียน 6 คนมารอที่ท่าเรือหน้าบ้านของนางเขียด",
        "เทศบาลมอบเสื้อชูชีพเพิ่มให้อีก 10 ตัวเพื่อความปลอดภัยของเด็ก",
        "ชาวบ้านบอกว่าไม่เคยเห็นยายมาสายแม้แต่วันเดียวตั้งแต่เริ่มขับเรือ",
    ]
    article = read("ยายวัย 84 เมืองตรังเรียนขับเรือไฟฟ้า รับส่งหลานข้ามคลองทุกเช้า", *lines)
    assert "boilerplate" not in roles(article)


def test_a_reporter_with_the_place_after_a_caption() -> None:
    caption = "지난 19일 강원 춘천시 1000번 버스에서 승객들이 손을 흔들고 있다. 춘천=배상철 기자"
    article = read("노선 폐지 앞둔 1000번 버스, 마지막 승객은 단골", "2026.11.20", caption, KO, KO)
    assert roles(article)[2] == "caption"
    assert credits_of(article) == ["배상철 기자"]


@pytest.mark.parametrize(
    ("last", "authors"),
    [("（鈴木里奈）", [{"name": "鈴木里奈"}]), ("（敬称略）", None), ("（九州新報）", None)],
)
def test_brackets_alone_that_sign_a_report(last: str, authors: list[dict[str, str]] | None) -> None:
    assert read(HEAD_JA, JA, JA, last)["metadata"].get("authors") == authors


def test_an_update_without_its_year_in_brackets_leaves_the_day() -> None:
    article = read(HEAD_JA, "2026年11月20日 05時05分 （11月20日 11時32分更新）", JA, JA)
    assert roles(article)[1] == "date"
    assert article["metadata"]["published"] == "2026-11-20T05:05:00"


def test_a_place_after_an_equals_sign_shows_a_caption() -> None:
    article = read(HEAD_JA, "2026年11月20日", "里帰りが決まった信楽焼のタヌキ＝三重県尾鷲市で", JA, JA)
    assert roles(article)[2] == "caption"


def test_a_credit_between_its_label_and_its_last_word() -> None:
    assert credits_of(read(HEAD_ZH, "2026.11.20", "圖：科管局提供", ZH, ZH)) == ["科管局"]


def test_a_paragraph_in_thai_is_no_deck_below_a_caption() -> None:
    line = "เสียงเล่าเป็นของผู้สูงอายุในชุมชน 22 คน บันทึกเสียงคนละ 2 เรื่อง ความยาวเรื่องละไม่เกิน 7 นาที"
    caption = "ตู้เล่านิทานที่ป้ายรถเมล์ประตูช้างเผือก ภาพ: เทศบาลนครเชียงใหม่"
    article = read("เชียงใหม่เปิดป้ายรถเมล์ “ฟังนิทาน” รอรถนานแค่ไหนก็ไม่เบื่อ", "17 พฤศจิกายน 2569", TH, caption, line, TH)
    assert roles(article) == ["headline", "date", "paragraph", "caption", "paragraph", "paragraph"]
