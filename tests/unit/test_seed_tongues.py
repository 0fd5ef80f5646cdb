"""Whose cues are trusted: by script, then by small words; English always last."""

from __future__ import annotations

import pytest

from corpus_tools.formats.seed.lexicon.languages import trusted_languages
from corpus_tools.formats.seed.lexicon.tables import ALL, cue_languages

TEXTS = {
    "en": "The harbour did not open on Wednesday and the mayor said that it would be closed for a week.",
    "de": "Der Hafen blieb am Mittwoch geschlossen, und die Bürgermeisterin sagte, dass es nicht besser wird.",
    "fr": "Le port est resté fermé mercredi et la maire a dit que les vagues sont dans la ville pour une semaine.",
    "es": "El puerto no abrió el miércoles y la alcaldesa dijo que las olas son más altas que los barcos.",
    "pt": "O porto não abriu na quarta-feira e a presidente disse que as ondas são mais altas do que os barcos.",
    "it": "Il porto non ha aperto mercoledì e la sindaca ha detto che le onde sono più alte della città.",
    "nl": "De haven ging woensdag niet open en de burgemeester zei dat het een week gesloten zou zijn.",
    "pl": "Port nie został otwarty w środę i jak powiedziała burmistrz, że będzie zamknięty przez tydzień.",
    "tr": "Liman çarşamba günü açılmadı ve belediye başkanı bir hafta için kapalı olacağını söyledi, ancak daha sonra.",
    "hr": "Luka se u srijedu nije otvorila, a gradonačelnica je rekla da će tako biti i poslije te prije vikenda.",
    "sr": "Luka se u sredu nije otvorila, a gradonačelnica je rekla da će tako biti i posle i pre vikenda.",
    "ru": "Порт не открылся в среду, и мэр сказала, что он будет закрыт на неделю.",
    "ja": "港は水曜日に開かず、市長は一週間閉鎖されると述べた。",
    "ko": "항구는 수요일에 열리지 않았고 시장은 일주일 동안 닫힐 것이라고 말했다.",
    "zh": "港口周三没有开放，市长说将关闭一周。",
    "ar": "لم يفتح الميناء يوم الأربعاء وقالت رئيسة البلدية إن ذلك سيستمر أسبوعا على الأقل.",
    "hi": "बंदरगाह बुधवार को नहीं खुला और महापौर ने कहा कि यह एक सप्ताह तक बंद रहेगा।",
    "th": "ท่าเรือไม่เปิดในวันพุธ",
    "el": "Το λιμάνι δεν άνοιξε την Τετάρτη και η δήμαρχος είπε ότι θα μείνει κλειστό.",
    "he": "הנמל לא נפתח ביום רביעי וראש העיר אמרה כי הוא יהיה סגור.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_text_is_trusted_first_and_english_last(language: str) -> None:
    found = trusted_languages(TEXTS[language])
    assert found[0] == language
    assert found[-1] == "en"


@pytest.mark.parametrize("text", ["", "1234", "Reuters", "\u0301", "🏴"])
def test_a_text_that_says_nothing_trusts_languages_that_exist(text: str) -> None:
    found = trusted_languages(text)
    assert set(found) <= set(cue_languages())
    assert "en" in found
    assert ALL not in found


def test_the_answer_depends_on_the_beginning_alone() -> None:
    text = TEXTS["de"] * 50
    assert trusted_languages(text) == trusted_languages(text + TEXTS["fr"] * 50)


@pytest.mark.parametrize(("text", "borrowed"), [("El port no va obrir dimecres perquè les onades són altes.", "es")])
def test_the_cues_that_a_language_borrows_come_after_its_own(text: str, borrowed: str) -> None:
    found = trusted_languages(text)
    assert found.index("ca") < found.index(borrowed) < found.index("en")


def test_turkish_is_told_by_a_few_of_its_small_words() -> None:
    assert (
        trusted_languages("Liman üç gün önce kapandı. Bin kişi yolda bekledi, yaşındaki ilk yolcu diye yazdı.")[0]
        == "tr"
    )
