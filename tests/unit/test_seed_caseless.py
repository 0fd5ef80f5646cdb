"""Names and credits in scripts without capitals: what stands beside a name shows that it is one."""

from __future__ import annotations

from typing import Any

import pytest
from seed_articles import read

P_AR = "أعلنت الهيئة أن الجسر الجديد سيفتح أمام المارة في الربيع بعد ثلاث سنوات من العمل المتواصل على ضفتي النهر."
P_HE = "העירייה הודיעה כי הגשר החדש ייפתח לציבור באביב, אחרי שלוש שנים של עבודה רצופה על שתי גדות הנחל."
P_HI = "नगर निगम ने बताया कि नदी पर बना नया पुल तीन साल के काम के बाद वसंत में लोगों के लिए खोल दिया जाएगा।"
P_FA = "شهرداری اعلام کرد که پل تازه پس از سه سال کار پیوسته در دو سوی رودخانه، بهار آینده به روی مردم باز می‌شود."
T_AR, T_HE, T_HI, T_FA = (
    "افتتاح جسر المدينة في الربيع",
    "הגשר החדש ייפתח באביב",
    "वसंत में खुलेगा शहर का नया पुल",
    "پل تازه شهر بهار باز می‌شود",
)


def names(title: str, line: str, text: str) -> list[str]:
    """The authors of an article whose second line is `line`."""
    return [each["name"] for each in _authors(read(title, line, text, text))]


def _authors(article: Any) -> list[dict[str, str]]:
    return article["metadata"].get("authors", [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("د. سامي الخطيب – رام الله", ["د. سامي الخطيب"]),
        ("سامي الخطيب، رام الله", ["سامي الخطيب"]),
        ("سامي الخطيب - صحيفة النهر", ["سامي الخطيب"]),
        ("سامي الخطيب (طنجة)", ["سامي الخطيب"]),
        ("وكالة النهر - Ana Silva", ["Ana Silva"]),
        ("بقلم سامي الخطيب في رام الله", ["سامي الخطيب"]),
        ("سامي الخطيب ووليد حمدان", ["سامي الخطيب", "وليد حمدان"]),
        ("سامي الخطيب وليلى حمدان", ["سامي الخطيب", "ليلى حمدان"]),
        ("بقلم: أحمد وليد حمدان", ["أحمد وليد حمدان"]),
        ("تقرير: سامي الخطيب؛ تحرير: منى صالح", ["سامي الخطيب"]),
        ("أسرار الجسر القديم والنهر في المدينة", []),
    ],
)
def test_arabic_names(line: str, expected: list[str]) -> None:
    assert names(T_AR, line, P_AR) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ג׳ון סמית", ["ג׳ון סמית"]),
        ("ד״ר מיכל אלמוג, תל אביב", ["ד״ר מיכל אלמוג"]),
        ("נועם שרון וג׳ון סמית", ["נועם שרון", "ג׳ון סמית"]),
        ("מאת נועם שרון וורד אלמוג", ["נועם שרון", "ורד אלמוג"]),
    ],
)
def test_hebrew_names(line: str, expected: list[str]) -> None:
    assert names(T_HE, line, P_HE) == expected


@pytest.mark.parametrize(
    ("title", "text", "line", "expected"),
    [
        (T_HI, P_HI, "नीरज चौधरी, नई दिल्ली", ["नीरज चौधरी"]),
        (T_HI, P_HI, "नीरज चौधरी | दैनिक नदी समाचार", ["नीरज चौधरी"]),
        (T_HI, P_HI, "नीरज चौधरी, अंजलि वर्मा और सुनीता सिंह", ["नीरज चौधरी", "अंजलि वर्मा", "सुनीता सिंह"]),
        (T_FA, P_FA, "پریسا نوری در مشهد", ["پریسا نوری"]),
        (T_FA, P_FA, "نویسنده: چن وی", ["چن وی"]),
    ],
)
def test_names_of_other_scripts(title: str, text: str, line: str, expected: list[str]) -> None:
    assert names(title, line, text) == expected


def test_abbreviations_of_amharic_are_part_of_names() -> None:
    text = "በወንዙ ላይ የተሠራው አዲስ ድልድይ ከሦስት ዓመት ሥራ በኋላ በጸደይ ለሕዝብ ክፍት እንደሚሆን የከተማው አስተዳደር አስታወቀ።"
    assert names("አዲሱ ድልድይ በጸደይ ይከፈታል", "ዶ/ር መስፍን አርአያ", text) == ["ዶ/ር መስፍን አርአያ"]


def test_a_known_city_before_a_colon_opens_a_report_in_swahili() -> None:
    text = "KISUMU: Daraja jipya la mto litafunguliwa kwa watu wote baada ya miaka mitatu ya kazi, serikali ilisema."
    article = read("Daraja jipya kufunguliwa", text, text[8:])
    assert article["metadata"]["dateline"] == {"place": "Kisumu"}


def test_words_after_a_semicolon_say_who_else_had_a_part() -> None:
    text = "Daraja jipya la mto litafunguliwa kwa watu wote baada ya miaka mitatu ya kazi, serikali ilisema Jumatatu."
    article = read("Daraja jipya kufunguliwa", text, text, "Imeandikwa na Asha Mwinyi; imehaririwa na Juma Kamau")
    assert _authors(article) == [{"name": "Asha Mwinyi"}]
    assert article["metadata"]["contributors"] == [{"name": "Juma Kamau", "role": "editor"}]


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        (T_HE, f"תל אביב: {P_HE}", "תל אביב"),
        (T_FA, f"تهران: {P_FA}", "تهران"),
        (T_FA, f"تهران، AP - {P_FA}", "تهران"),
    ],
)
def test_places_that_a_language_lists_open_a_report(title: str, text: str, place: str) -> None:
    assert read(title, text, text)["metadata"]["dateline"] == {"place": place}


def test_a_paper_after_words_of_pictures_credits_a_caption_that_has_no_stop() -> None:
    text = "Daraja jipya la mto litafunguliwa kwa watu wote baada ya miaka mitatu ya kazi, serikali ilisema Jumatatu."
    line = "Wavuvi wakisubiri kando ya gati lililofungwa Picha kwa hisani ya Mwananchi"
    article = read("Daraja jipya kufunguliwa", text, line, text)
    assert article["blocks"][2]["role"] == "caption"


def test_a_line_below_a_name_that_begins_with_the_word_of_an_office_is_the_office() -> None:
    article = read(T_AR, "سامي الخطيب", "مراسل الشؤون السياسية", P_AR, P_AR)
    assert _authors(article) == [{"name": "سامي الخطيب", "role": "مراسل الشؤون السياسية"}]


def test_a_place_whose_time_is_named_is_a_place_before_a_day() -> None:
    article = read(T_AR, "القاهرة، 12 مارس 2024", P_AR, P_AR)
    assert article["metadata"]["dateline"] == {"place": "القاهرة", "date": "2024-03-12"}
    article = read(T_AR, "12 مارس 2024 14:05 بتوقيت القاهرة", P_AR, P_AR)
    assert article["metadata"]["published"].startswith("2024-03-12")
    assert "dateline" not in article["metadata"]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("यात्री बंद घाट के पास नाव का इंतज़ार करते रहे इमेज स्रोत, Getty Images", "Getty Images"),
        ("बंद घाट के पास नाव का इंतज़ार करते यात्री। मीरा जोशी/एएफपी", "मीरा जोशी/एएफपी"),
    ],
)
def test_credits_at_the_end_of_a_caption(line: str, credit: str) -> None:
    article = read(T_HI, P_HI, line, P_HI)
    assert article["blocks"][2]["role"] == "caption"
    found = [each["spans"][0]["text"] for each in article["layers"]["field"]["annotations"] if each["type"] == "credit"]
    assert found == [credit]


def test_a_full_stop_of_urdu_ends_a_dateline() -> None:
    text = "پشاور۔ دریا پر بنے نئے پل کو تین سال کی محنت کے بعد موسم بہار میں عوام کے لیے کھول دیا جائے گا۔"
    article = read("نیا پل موسم بہار میں کھلے گا", text, text[7:])
    assert article["metadata"]["dateline"] == {"place": "پشاور"}


def test_what_somebody_says_at_the_end_of_a_paragraph_heads_nothing() -> None:
    said = "সংস্থার প্রকৌশলী ড. মীরা সেন বলেন, ‘সেতুটি দেখে আমি প্রথমে বিশ্বাসই করতে পারিনি যে কাজ শেষ হয়েছে।’"
    text = "নদীর ওপর তৈরি নতুন সেতু তিন বছরের কাজের পর বসন্তে সাধারণ মানুষের জন্য খুলে দেওয়া হবে বলে জানিয়েছে পৌরসভা।"
    article = read("বসন্তে খুলছে শহরের নতুন সেতু", text, said, text)
    assert [block["role"] for block in article["blocks"]] == ["headline", "paragraph", "paragraph", "paragraph"]
