"""Places that open a report with nothing but a mark of the language, or with an agency."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.datelines.bare import opening, reported
from corpus_tools.formats.seed.datelines.beside import beside_agency
from corpus_tools.formats.seed.lexicon.cues import load_cues

REST = "the harbour did not open on Wednesday."


@pytest.mark.parametrize(
    ("language", "text", "place", "agency"),
    [
        ("de", "BREMEN taz | Der Brief lag am Montag im Flur.", "BREMEN", "taz"),
        ("sw", "Arusha. Punda mmoja amevuka mstari.", "Arusha", None),
        ("ur", "لاہور: اندرون شہر کا ایک گھوڑا", "لاہور", None),
        ("ne", "पोखरा – सेती नदीको पुलमा", "पोखरा", None),
        ("hi", "जागरण संवाददाता, मथुरा। विश्राम घाट पर", "मथुरा", None),
        ("fa", "یزد- ایرنا- مدیرکل میراث فرهنگی", "یزد", "ایرنا"),
        ("fa", "ایسنا/لرستان مدیرکل راهداری", "لرستان", "ایسنا"),
        ("fa", "ایسنا/خراسان رضوی رئیس اداره", "خراسان رضوی", "ایسنا"),
        ("ar", "وطنية - صور - أعلنت البلدية", "صور", "وطنية"),
        ("ar", "دمشق-سانا أعلنت المحافظة", "دمشق", "سانا"),
        ("mr", "सातारा; पुढारी वृत्तसेवा : शाळेची घंटा", "सातारा", None),
        ("hi", "लखनऊ, विशेष संवाददाता। विश्राम घाट पर", "लखनऊ", None),
        ("ar", "الشارقة في 3 نوفمبر / وام / أطلقت البلدية", "الشارقة", "وام"),
        ("ar", "الشارقة / وام / أطلقت البلدية", "الشارقة", "وام"),
        ("te", "సాక్షి, విజయవాడ: కృష్ణా నదిలో", "విజయవాడ", None),
        ("fa", "بامیان (پژواک، ۱۲ عقرب ۱۴۰۵): یک آموزگار", "بامیان", "پژواک"),
        ("te", "విజయవాడ, నవంబర్ 3: కృష్ణా నదిలో", "విజయవాడ", None),
        ("mr", "पुणे, ता. ३ : शाळेची घंटा", "पुणे", None),
        ("kn", "ಮೈಸೂರು, ನ.3: ರೈಲು ನಿಲ್ದಾಣದಲ್ಲಿ", "ಮೈಸೂರು", None),
        ("ar", "بيروت ـ رويترز ـ أعلنت البلدية", "بيروت", "رويترز"),
        ("ne", "१७ कात्तिक, काठमाडौं । असन चोकको घडी", "काठमाडौं", None),
        ("ml", "കോഴിക്കോട് ∙ മഴ പെയ്തില്ല", "കോഴിക്കോട്", None),
        ("ru", "Нижний Новгород: пассажиры ждут", "Нижний Новгород", None),
        ("pl", "Zielona Góra. Pasażerowie czekają", "Zielona Góra", None),
        ("tr", "Ankara: Yolcular bekliyor", "Ankara", None),
        ("sk", "Spišská Nová Ves: Cestujúci čakajú", "Spišská Nová Ves", None),
        ("az", "Göyçay, 16 yanvar, AZƏRTAC. Ağac meyvə verib.", "Göyçay", "AZƏRTAC"),
        ("fr", "(Rimouski) Elle a un nom et une peinture neuve.", "Rimouski", None),
    ],
)
def test_a_place_opens_a_report(language: str, text: str, place: str, agency: str | None) -> None:
    found = opening(text, load_cues((language, "en")))
    assert found is not None
    assert found.place is not None
    assert text[slice(*found.place)] == place
    assert (text[slice(*found.agency)] if found.agency else None) == agency


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"Lisbon. Then {REST}"),
        ("sw", f"Lindoso: {REST}"),
        ("sw", f"Lisbon ilifungwa. {REST}"),
        ("sw", f"The Old Harbour Of Lisbon. {REST}"),
        ("hi", "जागरण संवाददाता। विश्राम घाट पर"),
        ("fa", "یزد شهر کهن ایران ما- مدیرکل میراث فرهنگی"),
        ("ne", "१७ कात्तिक, संवाददाता । असन चोकको घडी"),
        ("ar", "القاهرة: «لا أحد يشتري الشباك اليوم»"),
        ("ar", "الشارقة في 3 نوفمبر والعام / وام / أطلقت البلدية"),
        ("ar", "الشارقة / البلدية / أطلقت حافلة"),
        ("fa", "بامیان (پژواک، یک آموزگار): یک آموزگار"),
        ("fa", "بامیان (یکاولنگ، ۱۲ عقرب ۱۴۰۵): یک آموزگار"),
        ("ne", "१७ घडी, काठमाडौं । असन चोकको घडी"),
        ("en", f"17 March, Lisbon: {REST}"),
        ("hi", "आगरा, मथुरा, वृंदावन, गोवर्धन। विश्राम घाट पर"),
        ("az", "Göyçay, 16 yanvar, Bazar. Ağac meyvə verib."),
        ("fr", "(La Presse) Elle a un nom et une peinture neuve."),
        ("fr", "(Vidéo) Elle a un nom et une peinture neuve."),
        ("fr", "(Rimouski) et toute la région ont attendu."),
        ("de", "Büsum. Es war ein kalter Tag."),
        ("ru", "Иванов: пассажиры ждут"),
        ("ru", "Москва: «Мы ждём»"),
    ],
)
def test_other_beginnings_are_no_place(language: str, text: str) -> None:
    assert opening(text, load_cues((language, "en"))) is None


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("به گزارش خبرگزاری مهر از تبریز، مدیرکل گفت", "مهر", "تبریز"),
        ("به گزارش خبرنگار ایسنا، مدیرکل گفت", "ایسنا", None),
        ("به گزارش ایسنا از روابط عمومی استانداری، مدیرکل گفت", "ایسنا", None),
    ],
)
def test_the_agency_that_brings_a_report_may_open_it(text: str, agency: str, place: str | None) -> None:
    found = reported(text, load_cues(("fa", "en")))
    assert found is not None
    assert found.agency is not None
    assert text[slice(*found.agency)] == agency
    assert (text[slice(*found.place)] if found.place else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "به گزارش شاهدان عینی، مدیرکل گفت",
        "به گزارش خبرگزاری مهر از تبریز مدیرکل گفت",
        "مهر از تبریز، مدیرکل گفت",
    ],
)
def test_other_sources_of_a_report_bring_it_not(text: str) -> None:
    assert reported(text, load_cues(("fa", "en"))) is None


@pytest.mark.parametrize(
    ("text", "place", "agency", "name"),
    [
        ("شفق نيوز- البصرة", "البصرة", "شفق نيوز", None),
        ("إسطنبول / الأناضول", "إسطنبول", "الأناضول", None),
        ("إسطنبول / محمد الصاوي / الأناضول", "إسطنبول", "الأناضول", "محمد الصاوي"),
    ],
)
def test_a_place_beside_an_agency_is_a_line_of_its_own(text: str, place: str, agency: str, name: str | None) -> None:
    found = beside_agency(text, load_cues(("ar", "en")))
    assert found is not None
    assert [text[slice(*part)] if part else None for part in (found.place, found.agency, found.names)] == [
        place,
        agency,
        name,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "محمد الصاوي / الأناضول",
        "مراسل / الأناضول",
        "إسطنبول / البصرة",
        "الأناضول",
        "Lisbon / Reuters",
        "رويترز - / -",
    ],
)
def test_other_words_beside_marks_are_no_place_beside_an_agency(text: str) -> None:
    assert beside_agency(text, load_cues(("ar", "en"))) is None


def test_a_place_before_a_doubtful_mark_counts_if_the_report_names_it_again() -> None:
    cues = load_cues(("de", "en"))
    text = "Büsum. Es war ein kalter Tag."
    for block in ("Büsum", "Der Wettkampf in Büsum war einfach."):
        found = opening(text, cues, ["Krabbenpulen im Akkord", text, block])
        assert found is not None
        assert found.place == (0, 5)
    for block in ("Feierabend", "Büsumer Krabben"):
        assert opening(text, cues, ["Krabbenpulen im Akkord", text, block]) is None


def test_only_the_first_paragraph_opens_so() -> None:
    headline = "Punda ashinda mbio za baiskeli Monduli"
    opens = "Arusha. Punda mmoja amevuka mstari wa mwisho wa mbio za baiskeli kabla ya washiriki wote, na kwa haraka."
    text = "Zawadi ya kwanza, mbuzi, imepelekwa kwa mwenye punda kwa sababu hakuna sheria ambayo ilivunjwa, amesema."
    options = ReadOptions(layers={})
    assert "dateline" not in FORMAT.read(f"{headline}\n\n{text}\n\n{opens}".encode(), options)["metadata"]
    first = FORMAT.read(f"{headline}\n\n{opens}\n\n{text}".encode(), options)
    assert first["metadata"]["dateline"] == {"place": "Arusha"}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("am", "ባህር ዳር፡- በጣና ሐይቅ ዳርቻ የሚኖሩ", "ባህር ዳር"),
        ("am", "ጎንደር፦ የከተማው ነዋሪዎች", "ጎንደር"),
    ],
)
def test_ethiopic_marks_set_a_place_apart(language: str, text: str, place: str) -> None:
    found = opening(text, load_cues((language, "en")))
    assert found is not None
    assert found.place is not None
    assert text[slice(*found.place)] == place


def test_a_place_before_an_office_in_brackets() -> None:
    cues = load_cues(("ur", "en"))
    found = opening("کوئٹہ (نمائندہ خصوصی) بلوچستان کے دارالحکومت میں", cues)
    assert found is not None
    assert found.place == (0, 5)
    assert opening("کوئٹہ (اور نواح) بلوچستان کے دارالحکومت میں", cues) is None


def test_a_place_in_capitals_stands_before_a_paper_if_either_is_named_again() -> None:
    text = "LARVIK (Nyhetsposten) Med 19,4 grader ble rekorden slått."
    cues = load_cues(("nb", "en"))
    found = opening(text, cues, [text, "Det er varmt i Larvik."])
    assert found is not None
    assert found.place == (0, 6)
    assert opening(text, cues, [text, "Hun sier det til Nyhetsposten."]) is not None
    assert opening(text, cues, [text, "Det er varmt."]) is None
    assert opening(text.replace("LARVIK", "Larvik"), cues, [text, "I Larvik."]) is None
    assert opening(text.replace("Nyhetsposten", "Det norske meteorologiske institutt"), cues, ["I Larvik."]) is None


@pytest.mark.parametrize(
    ("opening", "place", "sources"),
    [
        ("(Beirut) – ", "Beirut", []),
        ("(New York) – ", "New York", []),
        ("(Belga) – ", None, ["Belga"]),
        ("(Harbour News) – ", None, ["Harbour News"]),
        ("(HNA) – ", None, ["HNA"]),
    ],
)
def test_a_name_in_brackets_before_a_dash_is_a_place_unless_an_agency_is_called_so(
    opening: str, place: str | None, sources: list[str]
) -> None:
    seed = f"Storm shuts harbour\n\n{opening}On Wednesday {REST}\n\nOn Thursday {REST}".encode()
    metadata = FORMAT.read(seed, ReadOptions("a.txt", language="en"))["metadata"]
    assert metadata.get("dateline", {}).get("place") == place
    assert [each["name"] for each in metadata.get("sources", [])] == sources


def test_an_english_place_before_a_colon_is_named_again() -> None:
    seed = f"Storm shuts harbour\n\nLeeds: On Wednesday {REST}\n\n%s, he said, {REST}"
    again, once = (
        FORMAT.read((seed % where).encode(), ReadOptions("a.txt", language="en"))["metadata"]
        for where in ("In Leeds", "In York")
    )
    assert again["dateline"] == {"place": "Leeds"}
    assert "dateline" not in once


@pytest.mark.parametrize(
    "text",
    [
        "The News Agency of Nigeria (NAN) reports that the harbour did not open on Wednesday.",
        "アメリカ航空宇宙局(NASA)は29日、太陽系の新たな惑星を発見したと発表した。",
        "法新社（AFP）报道，港口星期三没有开放。",
    ],
)
def test_an_agency_with_its_initials_is_no_place(text: str) -> None:
    article = FORMAT.read(f"Storm 惑星\n\n{text}\n\n{text}".encode(), ReadOptions("a.txt"))
    assert "dateline" not in article["metadata"]


@pytest.mark.parametrize("kicker", ["RÉCIT", "REPORTAGE", "ANALYSE"])
def test_a_kicker_before_a_dash_is_no_place(kicker: str) -> None:
    text = f"{kicker} - À Plouhinec, l’ancien bureau de poste devait être démoli, mais personne n’en avait les clés."
    seed = f"Le bureau de poste qui ne voulait pas fermer\n\n{text}\n\n{text[10:]}"
    assert "dateline" not in FORMAT.read(seed.encode(), ReadOptions("a.txt", language="fr"))["metadata"]
