"""What is special about news of South-East Asia, and of Mongolia."""

from __future__ import annotations

import pytest
from seed_articles import credits_of, read, roles_of

VI = "Sáng 19/11, những tấm ván cuối cùng được lắp vào mặt cầu bắc qua sông Giăng, dài 86 m và rộng 1,8 m."
ID = "Kemacetan mengular hingga 3 kilometer dari arah Tegal. Pengendara sempat turun dan memotret barisan bebek itu."
TH = "เมื่อเวลา 05.40 น. ผู้สื่อข่าวรายงานว่า ช้างป่าเพศผู้อายุราว 20 ปี เดินออกจากอุทยานแห่งชาติเขาใหญ่ เข้าไปในร้านสะดวกซื้อริมถนน"


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
    assert roles_of(article) == ["headline", role, "paragraph", "paragraph"]


def test_a_label_of_pictures_before_a_caption_with_its_credit() -> None:
    head = "Ratusan Bebek Bikin Macet Jalan Pantura, Polisi Ikut Menggiring"
    article = read(head, "Foto: Bebek melintas di Jalan Pantura (Rizal Firmansyah/beritaklik)", ID, ID)
    assert roles_of(article)[1] == "caption"
    assert credits_of(article) == ["Rizal Firmansyah/beritaklik"]
    article = read(head, "Foto: Rizal Firmansyah (beritaklik)", ID, ID)
    assert roles_of(article)[1] == "credit"


def test_a_word_of_pictures_inside_a_thai_name_is_none() -> None:
    said = "“เขาหยิบกล้วยไปหวีเดียว แล้วถอยหลังออกไปเหมือนลูกค้าทั่วไป” น.ส.สุภาพรกล่าว"
    article = read("ช้างป่าเขาใหญ่เดินเข้าร้านสะดวกซื้อ เลือกกล้วยหวีเดียวแล้วกลับ", TH, said, TH)
    assert credits_of(article) == []
    assert "caption" not in roles_of(article)


def test_a_label_of_pictures_after_a_blank_in_thai() -> None:
    caption = "แพไม้ไผ่ที่ใช้เป็นแผงขายทุเรียน ภาพจาก เพจจันทบุรีบ้านเรา"
    article = read("ตลาดน้ำทุเรียนแห่งแรกเปิดขายบนแพไม้ไผ่กลางแม่น้ำจันทบุรี", TH, caption, TH)
    assert credits_of(article) == ["เพจจันทบุรีบ้านเรา"]


def test_the_agency_that_signs_a_report_is_named_without_its_dashes() -> None:
    body = (
        "Sebuah perpustakaan bergerak menggunakan sampan mula beroperasi di sepanjang Batang Rajang bagi kanak-kanak."
    )
    article = read("Perpustakaan Bergerak Naik Sampan Sampai Ke Pedalaman", body, body, "-- BERNAMA")
    assert article["metadata"]["sources"] == [{"name": "BERNAMA"}]


def test_hash_tags_of_several_words() -> None:
    head = "Buôn làng dùng chiêng báo cháy rừng thay loa phát thanh"
    metadata = read(head, VI, VI, "#cồng chiêng #cháy rừng #Đắk Lắk")["metadata"]
    assert metadata["keywords"] == ["cồng chiêng", "cháy rừng", "Đắk Lắk"]
    assert "keywords" not in read(head, VI, VI, f"#1 {VI} # {VI}")["metadata"]


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
    assert roles_of(article) == ["headline", "standfirst", "paragraph", "paragraph"]
    assert roles_of(read(head, summary, VI.replace("Sáng 19/11", "Sau đó"), VI))[1] == "paragraph"


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
    assert roles_of(article)[1] == role


def test_a_known_place_in_capitals_stays_as_it_is() -> None:
    article = read("Lớp học xóa mù chữ trên xe lam", "TP HCM - Tối thứ hai, chiếc xe đậu dưới chân cầu.", VI, VI)
    assert article["metadata"]["dateline"] == {"place": "TP HCM"}


def test_names_with_commas_a_line_each() -> None:
    head = "Warga Banyumas Bangun Jembatan dari Galon Bekas"
    article = read(head, "19/11/2026, 15:08 WIB", "Iqbal Fahmi,\nKhairina", ID, ID)
    assert article["metadata"]["authors"] == [{"name": "Iqbal Fahmi"}, {"name": "Khairina"}]
    assert "dateline" not in article["metadata"]
    assert roles_of(read(head, "Iqbal Fahmi,", ID, ID))[1] != "byline"


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


def test_an_agency_after_a_dash_signs_the_last_paragraph() -> None:
    body = (
        "Adam berkata, loceng itu dihubungkan dengan telefon pintar dan berbunyi apabila kambing keluar dari kawasan."
    )
    article = read(
        "Budak 9 tahun cipta loceng kambing pintar", body, body, "Ciptaan itu memenangi tempat pertama. - UTUSAN"
    )
    assert roles_of(article)[3] == "paragraph"
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
    assert "boilerplate" not in roles_of(article)


def test_a_paragraph_in_thai_is_no_deck_below_a_caption() -> None:
    line = "เสียงเล่าเป็นของผู้สูงอายุในชุมชน 22 คน บันทึกเสียงคนละ 2 เรื่อง ความยาวเรื่องละไม่เกิน 7 นาที"
    caption = "ตู้เล่านิทานที่ป้ายรถเมล์ประตูช้างเผือก ภาพ: เทศบาลนครเชียงใหม่"
    article = read("เชียงใหม่เปิดป้ายรถเมล์ “ฟังนิทาน” รอรถนานแค่ไหนก็ไม่เบื่อ", "17 พฤศจิกายน 2569", TH, caption, line, TH)
    assert roles_of(article) == ["headline", "date", "paragraph", "caption", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "published"),
    [("12 มี.ค. 67", "2024-03-12"), ("13/03/2567", "2024-03-13"), ("12 คน 67", None)],
)
def test_years_of_the_buddhist_era(line: str, published: str | None) -> None:
    article = read("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", line, TH, TH)
    assert article["metadata"].get("published") == published


def test_running_text_without_stops_is_neither_a_heading_nor_a_link() -> None:
    line = "บริษัทผู้ให้บริการเรียกการหยุดงานครั้งนี้ว่าผิดกฎหมาย และจะฟ้องศาลในวันพุธ"
    more = "ร้านค้าบนเกาะไม่มีนมเหลือตั้งแต่ก่อนเที่ยง แต่ยังมีแป้งและปลาเหลืออยู่บ้าง"
    last = "การเจรจาระหว่างลูกเรือกับบริษัทจะเริ่มอีกครั้งในวันพฤหัสบดีที่ท่าเรือ"
    article = read("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", "12 มี.ค. 2567", TH, line, more, last, "ติดตามเราได้ที่ Facebook")
    assert roles_of(article) == ["headline", "date", *["paragraph"] * 4, "boilerplate"]


def test_a_line_without_stops_above_the_byline_is_the_deck() -> None:
    line = "ลูกเรือคัดค้านแผนใช้เครื่องจักรแทนคนขายตั๋ว ยังไม่รู้ว่าเรือจะกลับมาวิ่งเมื่อไร"
    article = read("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", line, "โดย สมชาย ใจดี ผู้สื่อข่าวบีบีซีไทย", TH, TH)
    assert roles_of(article)[1] == "deck"
    assert article["metadata"]["authors"] == [{"name": "สมชาย ใจดี"}]


def test_a_second_name_of_one_word_is_no_place_in_thai() -> None:
    metadata = read("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", "โดย ธนวัฒน์ แซ่ลี้ และ กมลชนก", TH, TH)["metadata"]
    assert [each["name"] for each in metadata["authors"]] == ["ธนวัฒน์ แซ่ลี้", "กมลชนก"]


def test_words_of_rights_after_the_sign_credit_no_picture() -> None:
    article = read("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", "12 มี.ค. 2567", TH, TH, "© สงวนลิขสิทธิ์ มติชน")
    assert roles_of(article)[-1] == "copyright"
    assert credits_of(article) == []


@pytest.mark.parametrize(
    ("head", "body", "line", "place"),
    [
        ("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", TH, "เชียงใหม่ - ", "เชียงใหม่"),
        ("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", TH, "[ภูเก็ต] ", "ภูเก็ต"),
        ("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", TH, "[ช้างป่า] ", None),
        ("រកឃើញសំបុកឃ្មុំចាស់ជាងគេនៅក្រោមចំណត", "អ្នកបុរាណវិទ្យាបានរកឃើញសំបុកឃ្មុំនៅភាគខាងជើង។", "(សៀមរាប)៖ ", "សៀមរាប"),
        (
            "រកឃើញសំបុកឃ្មុំចាស់ជាងគេនៅក្រោមចំណត",
            "អ្នកបុរាណវិទ្យាបានរកឃើញសំបុកឃ្មុំនៅភាគខាងជើង។",
            "ភ្នំពេញ ថ្ងៃទី១២ ខែមីនា — ",
            "ភ្នំពេញ",
        ),
        ("ကမ္ဘာ့ရှေးအကျဆုံး ပျားအုံကို တွေ့ရှိ", "ရေပိုက်တပ်ဆင်နေသော အလုပ်သမားများက တွေ့ရှိခဲ့သည်။", "ရန်ကုန်၊ မတ် ၁၂ - ", "ရန်ကုန်"),
        ("Cầu treo gỗ lim trăm tuổi", VI, "Tokyo, ngày 12/3 - ", "Tokyo"),
    ],
)
def test_known_places_open_reports(head: str, body: str, line: str, place: str | None) -> None:
    metadata = read(head, "2026-11-20", line + body, body, body)["metadata"]
    assert metadata.get("dateline", {}).get("place") == place


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("ថ្ងៃអង្គារ ទី១២ ខែមីនា ឆ្នាំ២០២៤", "2024-03-12"),
        ("ចុះផ្សាយ៖ ១២ មីនា ២០២៤", "2024-03-12"),
        ("၂၀၂၄ခုနှစ် မတ်လ ၁၂ရက် အင်္ဂါနေ့", "2024-03-12"),
        ("မတ်လ ၁၂ ရက်၊ ၂၀၂၄", "2024-03-12"),
    ],
)
def test_days_in_khmer_and_burmese(line: str, published: str) -> None:
    khmer = "\u1780" <= line[0] < "\u1800"
    body = "អ្នកបុរាណវិទ្យាបានរកឃើញសំបុកឃ្មុំនៅភាគខាងជើង។" if khmer else "ရေပိုက်တပ်ဆင်နေသော အလုပ်သမားများက တွေ့ရှိခဲ့သည်။"
    assert read(body[:-1], line, body, body)["metadata"].get("published") == published


@pytest.mark.parametrize(
    ("head", "body", "line", "authors"),
    [
        ("Cầu treo gỗ lim trăm tuổi", VI, "Hoàng Long - Minh Châu", ["Hoàng Long", "Minh Châu"]),
        ("Cầu treo gỗ lim trăm tuổi", VI, "Minh Châu (Theo Tuổi Trẻ)", ["Minh Châu"]),
        ("Barisan bebek macetkan jalan Tegal", ID, "Oleh Siti Nurhaliza di Jakarta", ["Siti Nurhaliza"]),
        ("Barisan bebek macetkan jalan Tegal", ID, "OLEH SITI NURHALIZA", ["Siti Nurhaliza"]),
    ],
)
def test_names_beside_sources_places_and_others(head: str, body: str, line: str, authors: list[str]) -> None:
    found = read(head, line, body, body)["metadata"]["authors"]
    assert [each["name"] for each in found] == authors


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("ท่าเรือยามเย็น | Pedro Szekely", "Pedro Szekely"),
        ("เรือออกจากเกาะ – Mark Ellis", "Mark Ellis"),
    ],
)
def test_names_after_marks_in_captions_without_blanks(caption: str, credit: str) -> None:
    article = read("ช้างป่าเดินเข้าร้านสะดวกซื้อริมถนน", "12 มี.ค. 2567", caption, TH, TH)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == [credit]


def test_a_sentence_that_begins_with_its_source_is_text() -> None:
    line = "Theo Reuters, khoảng 3.000 người mắc kẹt trên đảo hôm thứ Ba sau khi thủy thủ phà đình công."
    article = read("Cầu treo gỗ lim trăm tuổi", "13/03/2024", VI, line, VI)
    assert roles_of(article)[3] == "paragraph"
    assert "sources" not in article["metadata"]
