"""Places that datelines and lines beside an author name."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, fields, read

TITLE_BN = "ভ্যানে করে স্কুল ঘোরে, চালক নিজেই পড়ান অঙ্ক"
P_BN = "রংপুরের পীরগাছা উপজেলার চরাঞ্চলে একটি ভ্যানে বসেছে ব্ল্যাকবোর্ড, তাক আর ১২টি মোড়া। প্রতিদিন বিকেলে তিনটি গ্রাম ঘুরে আসে।"
TITLE_AR = "نحّال بلجرشي يربط خلاياه بالأقمار ويبيع العسل قبل قطفه"
P_AR = "لم يعد النحّال سعد الغامدي يصعد الجبل كل صباح ليتفقد خلاياه في محافظة بلجرشي، فقد ثبّت في 60 خلية منها مجسات."
P_PA = "ਪਿੰਡ ਜੱਸੀ ਬਾਗ ਵਾਲੀ ਦੀ ਪੰਚਾਇਤ ਨੇ ਧਰਤੀ ਹੇਠਲਾ ਪਾਣੀ ਬਚਾਉਣ ਲਈ ਹਰ ਐਤਵਾਰ ਸਾਰੇ ਟਿਊਬਵੈੱਲ ਬੰਦ ਰੱਖਣ ਦਾ ਫ਼ੈਸਲਾ ਕੀਤਾ ਹੈ।"


def test_a_dateline_without_year_gives_no_date() -> None:
    article = read(HEAD, f"LISBON, March 4 (AP) — {P}", P)
    assert article["blocks"][1]["role"] == "paragraph"
    assert article["metadata"]["dateline"] == {"place": "Lisbon"}
    assert fields(article) == [("dateline.place", "LISBON", "Lisbon"), ("sources", "AP", None)]


def test_a_dateline_with_year_gives_its_date() -> None:
    article = read(HEAD, f"RIO DE JANEIRO, 4 March 2026 (Reuters) - {P}", P)
    assert article["metadata"]["dateline"] == {"place": "Rio de Janeiro", "date": "2026-03-04"}


@pytest.mark.parametrize("start", ["Storm — the worst in years. ", "The mayor (Marta Costa) - ", "What: nothing. "])
def test_a_dash_alone_makes_no_dateline(start: str) -> None:
    assert "dateline" not in read(HEAD, start + P, P)["metadata"]


def test_the_first_dateline_counts() -> None:
    article = read(HEAD, "LISBON, March 4, 2026", f"PORTO, March 5 (AP) — {P}")
    assert article["metadata"]["dateline"] == {"place": "Lisbon", "date": "2026-03-04"}


def test_the_agency_of_a_second_dateline_is_a_source() -> None:
    article = read(HEAD, "LISBON, March 4, 2026", f"PORTO, March 5 (AP) — {P}")
    assert article["metadata"]["sources"] == [{"name": "AP"}]


def test_an_agency_without_a_place_is_a_source_and_no_dateline() -> None:
    article = read(HEAD, f"(AP) — {P}", P)
    assert article["metadata"] == {"title": HEAD, "sources": [{"name": "AP"}]}


@pytest.mark.parametrize(
    ("written", "place"),
    [("Rio De Janeiro", "Rio De Janeiro"), ("U.S. ARMY BASE", "U.S. ARMY BASE"), ("LISBON", "Lisbon")],
)
def test_a_place_is_changed_only_where_its_usual_form_is_certain(written: str, place: str) -> None:
    assert read(HEAD, f"{written} (AP) — {P}", P)["metadata"]["dateline"] == {"place": place}


def test_a_keyword_stands_once_and_each_of_its_places_is_grounded() -> None:
    article = read(HEAD, P, "Tags: storm, harbour, storm, ,")
    assert article["metadata"]["keywords"] == ["storm", "harbour"]
    assert [words for _, words, _ in fields(article)] == ["storm", "harbour", "storm"]


def test_a_newsroom_and_its_place_under_a_byline_is_the_affiliation() -> None:
    article = read("سرخی جو ایک سطر میں ہے", "شازیہ نواز\nروزنامہ صدائے سندھ، حیدرآباد", "یہ ایک پیراگراف ہے۔ " * 9)
    assert article["metadata"]["authors"] == [{"name": "شازیہ نواز", "affiliation": "روزنامہ صدائے سندھ"}]


def test_a_name_with_its_place_in_a_script_without_capitals() -> None:
    body = "في حي قديم بالمدينة لا يرمي الخباز رغيفا واحدا، فالخبز الذي لا يباع يجف على السطح يومين ثم يدخل الفرن. " * 3
    article = read("خباز يحول فائض الخبز إلى وقود للفرن", "سمية بن صالح - تونس", body, body)
    assert [block["role"] for block in article["blocks"]][1] == "byline"
    assert article["metadata"]["authors"] == [{"name": "سمية بن صالح"}]


def test_a_name_in_a_city_is_a_byline_without_a_cue() -> None:
    article = read(
        HEAD, "The mail arrives by camel in the far north. It takes a week.", "Nadia Brookes in Marsabit", P, P
    )
    assert [block["role"] for block in article["blocks"]][2] == "byline"
    assert article["metadata"]["authors"] == [{"name": "Nadia Brookes"}]


def test_a_line_of_dates_that_ends_in_a_city() -> None:
    article = read(HEAD, "January 31, 2026 12:05 pm | Updated 01:10 pm IST - CHENNAI", P, P)
    assert article["metadata"]["published"] == "2026-01-31T12:05:00"
    assert article["metadata"]["updated"] == "2026-01-31T13:10:00"
    assert article["metadata"]["dateline"] == {"place": "Chennai"}


def test_a_place_after_its_newsroom_opens_the_text_under_a_standfirst() -> None:
    body = "शहर के सेवानिवृत्त डाकिए के घर में लोहे का एक पुराना बक्सा है, जिसमें तीस साल के लावारिस खत रखे हैं। " * 3
    summary = "सेवानिवृत्त डाकिए ने ऐसे पत्र सहेजे हैं, जिनके पते पर कोई नहीं मिला।"
    lead = f"जागरण संवाददाता, गोरखपुर। {body}"
    article = read("डाकिए ने संभाल कर रखे खत", summary, "By राकेश तिवारी", lead, body)
    assert article["metadata"]["dateline"] == {"place": "गोरखपुर"}


def test_speakers_in_capitals_are_no_places() -> None:
    lines = ["LUCIE MARNIER : How are you today, so early in the morning?", "ANSELME GUIDOUX : I am well, thank you."]
    assert "dateline" not in read("A bell is consoled", *lines, *lines)["metadata"]
    assert read(HEAD, f"LISBON: {P}", P)["metadata"]["dateline"] == {"place": "Lisbon"}


def test_a_place_before_a_dash_in_arabic() -> None:
    body = "أطلق صيادون في بحيرة ناصر مشروعا لزراعة الشاي والنعناع في صناديق خشبية فوق قواربهم القديمة. " * 3
    assert read("صيادو البحيرة يزرعون الشاي", f"أسوان - {body}", body)["metadata"]["dateline"] == {"place": "أسوان"}
    assert "dateline" not in read("صيادو البحيرة يزرعون الشاي", f"من على القارب - {body}", body)["metadata"]


def test_a_dateline_with_a_time_of_day_says_when_the_page_was_published() -> None:
    assert read(HEAD, "LISBON, 3 November 2026, 12:15", P)["metadata"]["published"] == "2026-11-03T12:15:00"
    assert "published" not in read(HEAD, "LISBON, 3 November 2026", P)["metadata"]


def test_an_office_and_its_city_are_a_byline_that_names_nobody() -> None:
    article = read(TITLE_BN, "নিজস্ব প্রতিবেদক, রংপুর", "০৩ নভেম্বর, ২০২৬", P_BN, P_BN)
    assert [block["role"] for block in article["blocks"]][:3] == ["headline", "byline", "date"]
    assert "authors" not in article["metadata"]


def test_a_name_with_its_place_in_brackets_above_a_day_in_a_script_without_capitals() -> None:
    day = "الثلاثاء 03 نوفمبر 2026"
    article = read(TITLE_AR, "عبدالله آل مسفر (الباحة)", day, P_AR, P_AR)
    assert article["metadata"]["authors"] == [{"name": "عبدالله آل مسفر"}]
    assert article["metadata"]["dateline"] == {"place": "الباحة"}
    for other in ("عبدالله آل مسفر (رويترز)", "عبدالله آل مسفر (صورة)", "آل مسفر في الباحة مع ابنه (الباحة)"):
        assert "authors" not in read(TITLE_AR, other, day, P_AR, P_AR)["metadata"]
    alone = read(TITLE_AR, "عبدالله آل مسفر (الباحة)", P_AR, P_AR)
    assert alone["metadata"]["authors"] == article["metadata"]["authors"]
    assert "dateline" not in alone["metadata"]  # the report may be from elsewhere


def test_an_office_in_brackets_is_no_place() -> None:
    article = read(TITLE_AR, "بقلم: عبدالله آل مسفر (مراسل)", P_AR, P_AR)
    assert "dateline" not in article["metadata"]


def test_a_korean_name_alone_is_no_place() -> None:
    text = "시에 따르면 항구는 수요일에 열리지 않았다. 시장은 파도가 너무 높았다고 말했다."
    metadata = read("폭풍에 항구가 사흘째 문을 닫았다", "박지훈", "2020.11.23", text, text)["metadata"]
    assert metadata["authors"] == [{"name": "박지훈"}]
    assert "dateline" not in metadata


@pytest.mark.parametrize(
    ("who", "authors", "sources"),
    [
        ("ਅੰਮ੍ਰਿਤਪਾਲ ਸਿੰਘ ਵਲਾਣ", ["ਅੰਮ੍ਰਿਤਪਾਲ ਸਿੰਘ ਵਲਾਣ"], []),
        ("ਪੱਤਰ ਪ੍ਰੇਰਕ", [], []),
        ("ਪੀਟੀਆਈ", [], ["ਪੀਟੀਆਈ"]),
        ("ਏ ਐੱਨ ਆਈ", [], ["ਏ ਐੱਨ ਆਈ"]),
    ],
)
def test_who_stands_in_the_brackets_of_a_dateline_without_capitals(
    who: str, authors: list[str], sources: list[str]
) -> None:
    found = read("ਪੰਚਾਇਤ ਨੇ ਟਿਊਬਵੈੱਲ ’ਤੇ ਲਾਇਆ ਆਰਾਮ ਦਾ ਦਿਨ", f"ਬਠਿੰਡਾ, 3 ਨਵੰਬਰ ({who})-{P_PA}", P_PA)["metadata"]
    assert found["dateline"]["place"] == "ਬਠਿੰਡਾ"
    assert [author["name"] for author in found.get("authors", [])] == authors
    assert [source["name"] for source in found.get("sources", [])] == sources


def test_a_place_after_a_name_whose_letters_have_signs() -> None:
    article = read(TITLE_BN, "তানভীর হাসান, সুনামগঞ্জ", "প্রকাশ: ০৩ নভেম্বর ২০২৬", P_BN, P_BN)
    assert article["metadata"]["authors"] == [{"name": "তানভীর হাসান"}]


def test_a_label_of_a_date_before_a_dash_is_no_place() -> None:
    found = read(HEAD, "ABN , Publish Date - Nov 03 , 2026 | 04:20 AM", P, P)["metadata"]
    assert "dateline" not in found
    assert "authors" not in found
