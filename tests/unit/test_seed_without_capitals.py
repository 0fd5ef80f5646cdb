"""Seeds in scripts without capitals: Arabic, Hebrew, Ethiopic, and those of India."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.datelines.bare import opening
from corpus_tools.formats.seed.datelines.beside import beside_agency
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.model.article import Article

TITLE_HI = "बिहार: गांववालों ने 11 नावें जोड़कर बना दिया पुल, अब टोल भी ले रहे हैं"
P_HI = (
    "बिहार के भागलपुर जिले में सरकारी पुल का काम तीन साल से अटका तो गांववालों ने 11 पुरानी नावों को बांस और रस्सी से "
    "जोड़कर 140 मीटर लंबा पुल तैयार कर दिया।"
)
TITLE_BN = "ছৌ মুখোশ পরে ট্রাফিক সামলাচ্ছেন পুলিশ! পুরুলিয়ায় কমল দুর্ঘটনা"
P_BN = "পুজো শেষ, কিন্তু মুখোশ খোলেনি। পুরুলিয়া শহরের চারটি মোড়ে এখন ছৌ নাচের মুখোশ পরে গাড়ি থামাচ্ছেন পুলিশের কর্মীরা।"
TITLE_HE = "הגשר החדש בחיפה נפתח הבוקר לתנועה"
P_HE = "הגשר החדש בכניסה הצפונית לעיר נפתח הבוקר לתנועה לאחר שלוש שנות עבודה, ועשרות תושבים חצו אותו ברגל."
P_AR = "توقفت مباراة كريكيت للهواة في دبي لنحو نصف ساعة، مساء الاثنين، بعدما هبط صقر على حامل المضرب ورفض المغادرة."


def read(*blocks: str, gap: str = "\n\n") -> Article:
    return FORMAT.read(gap.join(blocks).encode(), ReadOptions(layers={}))


def roles(*blocks: str, gap: str = "\n\n") -> list[str]:
    return [block["role"] for block in read(*blocks, gap=gap)["blocks"]]


def test_a_site_under_the_headline_is_a_byline_of_nobody_and_no_second_line_of_it() -> None:
    article = read(f"{TITLE_HI}\naajtak.in\n03 नवंबर 2026", P_HI, P_HI)
    assert [block["role"] for block in article["blocks"]] == ["headline", "byline", "date", "paragraph", "paragraph"]
    assert article["metadata"]["title"] == TITLE_HI
    assert "authors" not in article["metadata"]


def test_a_place_before_a_day_and_an_update_on_one_line() -> None:
    found = read(TITLE_HI, "भागलपुर, 03 नवंबर 2026, अपडेटेड 4:20 PM IST", P_HI, P_HI)
    assert found["blocks"][1]["role"] == "date"
    assert found["metadata"]["published"] == "2026-11-03"
    assert found["metadata"]["dateline"] == {"place": "भागलपुर"}


@pytest.mark.parametrize("line", ["भागलपुर, 03 नवंबर 2026", "भागलपुर जिला मुख्यालय से, 03 नवंबर 2026, अपडेटेड 4:20 PM IST"])
def test_a_place_and_a_day_without_an_update_are_a_dateline_or_nothing_sure(line: str) -> None:
    assert roles(TITLE_HI, line, P_HI, P_HI)[1] != "date"


def test_sentences_above_the_main_points_are_the_standfirst() -> None:
    points = ("स्टोरी हाइलाइट्स", "तीन साल से अधूरा पड़ा था सरकारी पुल", "दूल्हे की गाड़ी से लिए जाते हैं 51 रुपये")
    assert roles(TITLE_HI, P_HI, *points, P_HI)[1:3] == ["standfirst", "subhead"]


def test_a_reporter_and_a_place_before_a_colon() -> None:
    opens = f"সুমিত মাহাতো, পুরুলিয়া: {P_BN}"
    found = read(TITLE_BN, opens, P_BN)["metadata"]
    assert [author["name"] for author in found["authors"]] == ["সুমিত মাহাতো"]
    assert found["dateline"] == {"place": "পুরুলিয়া"}
    cues = load_cues(("bn", "en"))
    named_again = opening(opens, cues, [opens, "সুমিত মাহাতো বলেন, পুরুলিয়া ভালো।"])
    assert named_again is None or named_again.names is None
    for other in ("সুমিত মাহাতো, বাঁকুড়া", "পুরুলিয়া পুলিশ, পুরুলিয়া", "সুমিত, পুরুলিয়া", "সুমিত মাহাতো"):
        found_other = opening(f"{other}: {P_BN}", cues, [P_BN])
        assert found_other is None or found_other.names is None, other


def test_a_rubric_beside_an_agency_is_no_place() -> None:
    assert beside_agency("استان‌ها / فارس", load_cues(("fa", "en"))) is None
    assert beside_agency("شیراز / فارس", load_cues(("fa", "en"))) is not None


def test_an_agency_between_a_place_and_a_reporter() -> None:
    text = "صفاقس - الشروق أونلاين - سنية الهمامي"
    found = beside_agency(text, load_cues(("ar", "en")))
    assert found is not None
    assert found.names is not None
    assert text[slice(*found.names)] == "سنية الهمامي"


def test_an_agency_in_brackets_after_a_dash_signs_its_report() -> None:
    article = read("صقر هارب يوقف مباراة كريكيت في دبي نصف ساعة", P_AR, P_AR, P_AR, "--(بترا)", "ر ن/س ع")
    assert [block["role"] for block in article["blocks"]][-2:] == ["source", "byline"]
    assert [source["name"] for source in article["metadata"]["sources"]] == ["بترا"]


def test_an_end_mark_with_the_codes_of_who_wrote_and_edited() -> None:
    p = "این درخت که در ضلع شرقی آرامگاه حافظ قرار دارد، ۱۷۰ سال سن و ۹ متر ارتفاع دارد و امسال ۲۳۰۰ نارنج داده است."
    assert roles("درخت نارنج ۱۷۰ ساله حافظیه شناسنامه‌دار شد", p, p, "انتهای پیام/ ۸۴۰۲۴/ ه")[-1] == "boilerplate"


def test_an_initial_with_a_sign_ends_no_sentence() -> None:
    caption = "പാതിരാമണലിലേക്ക് തപാലുമായി പോകുന്ന ബോട്ട് | ഫോട്ടോ: സി. ബിജു / മാതൃഭൂമി"
    p = "വേമ്പനാട്ടുകായലിലെ പാതിരാമണലിൽ താമസിക്കുന്ന മൂന്നു കുടുംബങ്ങൾക്കുവേണ്ടി തപാൽവകുപ്പ് ആഴ്ചയിൽ രണ്ടു ദിവസം ബോട്ട് ഓടിക്കും."
    article = read("പാതിരാമണലിലേക്ക് ബോട്ടിൽ തപാൽ", caption, p, p)
    credits_found = [item for item in article["layers"]["field"]["annotations"] if item["type"] == "credit"]
    assert [item["spans"][0]["text"] for item in credits_found] == ["സി. ബിജു / മാതൃഭൂമി"]


def test_an_agency_and_names_at_the_end_say_who_wrote_and_edited_its_report() -> None:
    title = "صقر هارب يوقف مباراة كريكيت في دبي نصف ساعة"
    found = read(title, P_AR, P_AR, "وام/ هدى الكبيسي/ دينا عمر")
    assert found["blocks"][-1]["role"] == "tagline"
    assert "credit" not in [item["type"] for item in found["layers"]["field"]["annotations"]]
    assert roles(title, P_AR, P_AR, "وام/المراسل/1420/-ع م")[-1] == "tagline"
    assert roles(title, P_AR, P_AR, "وام/ هدى / دينا عمر")[-1] != "tagline"
    assert roles(title, P_AR, P_AR, "وام/ هدى 2/ دينا عمر")[-1] != "tagline"


@pytest.mark.parametrize(("line", "is_date"), [("बाड़मेर4 घंटे पहले", True), ("4 घंटे पहले", True), ("वे सब 4 घंटे पहले", False)])
def test_how_long_ago_may_stand_right_after_a_place(line: str, is_date: bool) -> None:
    assert (roles(TITLE_HI, line, P_HI, P_HI)[1] == "date") == is_date


def test_months_of_two_words_in_two_calendars() -> None:
    text = f"هامبورج 3 تشرين ثان/نوفمبر (د ب أ)- {P_AR}"
    found = read("سفينة شحن تعيد إلى هامبورج قطة", text, P_AR)["metadata"]
    assert found["dateline"]["place"] == "هامبورج"
    assert [source["name"] for source in found["sources"]] == ["د ب أ"]


def test_labels_with_a_comma_say_who_wrote_and_in_which_office() -> None:
    for author, office in (("Author, सलमान रावी", "Role, बीबीसी हिंदी"), ("लेखक, सलमान रावी", "पदनाम, बीबीसी संवाददाता")):
        article = read(TITLE_HI, f"{author}\n{office}\n3 नवंबर 2026", P_HI, P_HI)
        assert [block["role"] for block in article["blocks"]][1:4] == ["byline", "byline", "date"]
        assert article["metadata"]["authors"] == [{"name": "सलमान रावी"}]
        assert "sources" not in article["metadata"]


def test_a_place_of_two_words_before_a_bar_and_an_update() -> None:
    found = read(TITLE_HI, "नई दिल्ली | Updated: November 3, 2026 16:22 IST", P_HI, P_HI)
    assert found["blocks"][1]["role"] == "date"
    assert found["metadata"]["updated"] == "2026-11-03T16:22:00"
    assert found["metadata"]["dateline"] == {"place": "नई दिल्ली"}
    rubric = read(TITLE_HI, "राजनीति | Updated: November 3, 2026 16:22 IST", P_HI, P_HI)
    assert "dateline" not in rubric["metadata"]


def test_a_hyphen_right_after_the_word_for_a_picture_goes_on_to_its_credit() -> None:
    article = read(TITLE_HI, "चांदनी चौक की दुकान में रखा रेडियो। (फोटो- एएनआई)", P_HI, P_HI)
    credits_found = [item for item in article["layers"]["field"]["annotations"] if item["type"] == "credit"]
    assert [item["spans"][0]["text"] for item in credits_found] == ["एएनआई"]


def test_sentences_right_under_the_heading_of_main_points_are_its_items() -> None:
    points = "Muktasari:\nMamba wa mita nne alikwama kwenye bwawa kwa siku tatu.\nWazee walimwimbia wimbo wa wavuvi."
    p = "Mwanza. Mamba wa mita nne aliyekuwa amekwama katika bwawa la samaki ameondolewa baada ya wazee kumwimbia."
    head = ("Mamba aliyekwama bwawani Mwanza aondolewa kwa kuimbiwa", "Jumanne, Novemba 03, 2026")
    assert roles(*head, points, p, p)[2:5] == ["subhead", "list_item", "list_item"]


def test_a_place_beside_the_agency_of_a_source_is_where_the_report_is_from() -> None:
    title = "شرطة دبي تعيد دمية إلى طفلة بعد رحلة بالمترو"
    found = read(title, "المصدر: دبي - الإمارات اليوم", "التاريخ: 03 نوفمبر 2026", P_AR, P_AR)["metadata"]
    assert found["sources"] == [{"name": "الإمارات اليوم"}]
    assert found["dateline"] == {"place": "دبي"}
    assert "dateline" not in read(title, "المصدر: رويترز", P_AR, P_AR)["metadata"]


def test_a_correspondent_of_a_place_under_the_headline_is_a_byline_of_nobody() -> None:
    article = read(TITLE_BN, "কুষ্টিয়া প্রতিনিধি", "প্রকাশ: ০৩ নভেম্বর ২০২৬", P_BN, P_BN)
    assert [block["role"] for block in article["blocks"]][:3] == ["headline", "byline", "date"]
    assert "authors" not in article["metadata"]


def test_initials_whose_letters_have_signs_sign_a_report() -> None:
    assert roles(TITLE_HI, P_HI, P_HI, "एमजी/एआर/डीके/एसके")[-1] == "byline"


def test_an_urdu_full_stop_is_no_part_of_a_place() -> None:
    p = "چترال کے ایک سرکاری سکول کے طلبہ نے سکول کے باغیچے میں اگائی گئی زعفران کی پہلی فصل اکٹھی کر لی۔"
    found = read("چترال کے سکول میں زعفران کی پہلی فصل", f"اسلام آباد۔3نومبر (اے پی پی):{p}", p)["metadata"]
    assert found["dateline"]["place"] == "اسلام آباد"


@pytest.mark.parametrize(
    ("title", "line", "text", "authors", "place"),
    [
        (TITLE_HI, "अनुराग मिश्रा और नेहा बंसल", P_HI, ["अनुराग मिश्रा", "नेहा बंसल"], None),
        (TITLE_HI, "लखनऊ, अनुराग मिश्रा", P_HI, ["अनुराग मिश्रा"], "लखनऊ"),
        ("صقر هارب يوقف مباراة كريكيت", "بيروت - ليلى حداد", P_AR, ["ليلى حداد"], "بيروت"),
        ("صقر هارب يوقف مباراة كريكيت", "ليلى حداد وسامي الخطيب", P_AR, ["ليلى حداد", "سامي الخطيب"], None),
        (
            "הגשר החדש בחיפה נפתח הבוקר לתנועה",
            "נועה לוי ודני כהן",
            P_HE,
            ["נועה לוי", "דני כהן"],
            None,
        ),
    ],
)
def test_full_names_and_places_under_the_headline(
    title: str, line: str, text: str, authors: list[str], place: str | None
) -> None:
    article = read(title, f"{line}\n3.11.2026", text, text)
    assert article["blocks"][1]["role"] == "byline"
    assert [author["name"] for author in article["metadata"]["authors"]] == authors
    assert article["metadata"].get("dateline", {}).get("place") == place


def test_a_newsroom_before_full_names_is_no_place() -> None:
    found = read(TITLE_HI, "पीटीआई - अनुराग मिश्रा\n3.11.2026", P_HI, P_HI)["metadata"]
    assert "dateline" not in found


def test_the_colon_of_ethiopic_follows_a_label() -> None:
    p = "በጅማ ዞን ለአይነ ስውራን ወጣቶች የቡና ቅምሻ ሥልጠና መስጠት ተጀመረ። ሥልጠናውን የሚሰጡት አቶ ታደሰ ገመቹ ናቸው ብለዋል።"
    article = read("በጅማ የቡና ቅምሻ ለአይነ ስውራን ተጀመረ", "ዘጋቢ፦ ሳሙኤል ወርቁ", p, p)
    assert article["metadata"]["authors"] == [{"name": "ሳሙኤል ወርቁ"}]


def test_a_picture_of_the_archive_is_told_after_its_caption() -> None:
    assert roles("افتتاح خط جديد للترام", P_AR, "ترام الإسكندرية في محطة الرمل – أرشيفية", P_AR, P_AR)[2] == "caption"


def test_a_name_without_capitals_stands_by_its_place() -> None:
    body = "הנמל לא נפתח ביום רביעי וראש העיר אמרה כי הוא יהיה סגור במשך שבוע שלם בגלל הגלים."
    article = read("התחנה שאף אוטובוס לא עוצר בה ובכל זאת מלאה", "יעל אברמוב", "07.05.26, 06:45", body, body)
    assert [block["role"] for block in article["blocks"]][1:3] == ["byline", "date"]
    assert [each["name"] for each in article["metadata"]["authors"]] == ["יעל אברמוב"]
