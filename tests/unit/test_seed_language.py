"""The language of a text: by script, by words, or not told."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.language import detect, fluency
from corpus_tools.model.datatypes import is_language

SENTENCES = {
    "cs": "Městský úřad oznámil, že nový most přes řeku bude otevřen v sobotu ráno. Stavba trvala téměř tři roky.",
    "da": "Den nye bro over åen åbner lørdag morgen, oplyser kommunen. Byggeriet tog næsten tre år, siger de.",
    "de": "Die Stadtverwaltung teilte mit, dass die neue Brücke über den Fluss am Samstagmorgen geöffnet wird.",
    "en": "The city said that the new bridge over the river will open on Saturday morning, after almost three years.",
    "es": "El ayuntamiento anunció que el nuevo puente sobre el río abrirá el sábado por la mañana tras tres años.",
    "fr": "La municipalité a annoncé que le nouveau pont sur la rivière sera ouvert samedi matin, après trois ans.",
    "hi": "नगर निगम ने कहा कि नदी पर बना नया पुल शनिवार सुबह खोल दिया जाएगा। निर्माण में लगभग तीन साल लगे।",
    "ar": "أعلنت البلدية أن الجسر الجديد فوق النهر سيفتتح صباح يوم السبت. واستمرت أعمال البناء نحو ثلاث سنوات.",
    "ru": "Городские власти сообщили, что новый мост через реку откроют в субботу утром. Работы заняли три года.",
    "uk": "Міська влада повідомила, що новий міст через річку відкриють у суботу вранці. Будівництво тривало три роки.",
    "tr": "Belediye, nehir üzerindeki yeni köprünün cumartesi sabahı açılacağını duyurdu. İnşaat üç yıl sürdü.",
    "no": "Den nye bro over elva åpner lørdag morgen, opplyser kommunen. Byggingen tok nesten tre år, sier ordføreren.",
    "zh": "市政府宣布，跨越河流的新桥将在周六上午正式通车。工程历时近三年，费用超出了原先的预计。",
    "zh-Hant": "市政府宣布，跨越河流的新橋將在週六上午正式通車。工程歷時近三年，費用超出了原先的預計。",
    "id": "Pemerintah kota mengumumkan bahwa jembatan baru di atas sungai itu akan dibuka pada Sabtu pagi.",
    "jv": "Pamaréntah kutha ngumumaké yèn jembatan anyar ing kali iku bakal dibukak dina Setu ésuk, wong padha seneng.",
}

SHORT = {
    "ko": "한국",
    "ja": "東京で大雨",
    "th": "สะพานใหม่",
    "lo": "ຂົວໃໝ່",
    "km": "ស្ពានថ្មី",
    "my": "တံတားသစ်",
    "el": "Ελλάδα",
    "ka": "ხიდი",
    "hy": "Կամուրջ",
    "he": "גשר חדש",
    "yi": "װאָס איז דאָס",
    "ta": "புதிய பாலம்",
    "te": "కొత్త వంతెన",
    "kn": "ಹೊಸ ಸೇತುವೆ",
    "ml": "പുതിയ പാലം",
    "si": "නව පාලම",
    "gu": "નવો પુલ",
    "pa": "ਨਵਾਂ ਪੁਲ",
    "or": "ନୂଆ ପୋଲ",
    "dv": "އާ ފާލަން",
}


@pytest.mark.parametrize(("tag", "text"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_or_two_tell_the_language(tag: str, text: str) -> None:
    found = detect(text)
    assert found is not None
    assert found.tag == tag
    assert found.confidence > 0.9
    assert found.evidence.startswith("CLD2: ")


@pytest.mark.parametrize(("tag", "text"), SHORT.items(), ids=SHORT)
def test_a_script_of_one_language_tells_it_from_a_word(tag: str, text: str) -> None:
    found = detect(text)
    assert found is not None
    assert (found.tag, found.confidence) == (tag, 1.0)
    assert found.evidence.startswith("script: 100 % of the letters are ")


def test_every_tag_is_a_language_tag() -> None:
    assert all(is_language(tag) for tag in (*SENTENCES, *SHORT))


def test_pointed_hebrew_is_not_yiddish() -> None:
    found = detect("שָׁלוֹם אַתָּה")
    assert found is not None
    assert found.tag == "he"


def test_latin_names_do_not_hide_a_script_but_most_of_the_text_does() -> None:
    korean = detect("삼성전자는 Galaxy 스마트폰을 공개했다")
    assert korean is not None
    assert korean.tag == "ko"
    assert 0.5 < korean.confidence < 1
    english = detect(f"{SENTENCES['en']} It is called Ακρόπολη in Greek.")
    assert english is not None
    assert english.tag == "en"


def test_a_few_kana_do_not_make_chinese_japanese() -> None:
    found = detect(
        "据日本媒体报道，东京の人们对新政策表示欢迎。市政府宣布，跨越河流的新桥将在周六上午正式通车，费用超出预计。"
    )
    assert found is not None
    assert found.tag == "zh"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "π",
        "12:30",
        "Hello world",
        "大雨",
        "asdf jkl qwer uiop zxcv bnm lkjh poiu rewq vcxz mnbv fdsa asdf jkl qwer uiop zxcv bnm lkjh poiu",
        "Bayern - Dortmund 2:1\nSchalke - Köln 0:0\nMainz - Bremen 1:3\nLeipzig - Freiburg 4:0\nUlm - Augsburg 1:1",
        "https://example.org/the/quick/brown/fox/jumps/over/the/lazy/dog/and/runs/away/from/it/in/the/morning",
        "the.mayor.of.the.city@example.org the.people.of.the.town@example.org they.were.with.us@example.org",
        f"{SENTENCES['en']}\n{SENTENCES['fr']}",
    ],
)
def test_what_is_not_clear_is_not_told(text: str) -> None:
    assert detect(text) is None


def test_a_quotation_in_another_language_does_not_change_the_language() -> None:
    found = detect(f"{SENTENCES['de']} {SENTENCES['de']} {SENTENCES['de']} „We waited a long time for this day.“")
    assert found is not None
    assert found.tag == "de"


def test_characters_that_the_detector_refuses_do_no_harm() -> None:
    for start in range(0, 0x110000, 0x400):
        detect("".join(map(chr, range(start, start + 0x400))) * 2)
    assert detect(f"\0\x07\ud800{SENTENCES['fr']}\x85\ufffe\U0010ffff") == detect(SENTENCES["fr"])


@pytest.mark.parametrize(
    "text", ["a" * 10**6, "@" * 10**6, "a@" * 10**6, "http://" * 10**5, "\0" * 10**6, "é" * 10**6, "한 " * 10**6]
)
def test_long_and_hostile_texts_take_no_longer_than_an_article(text: str) -> None:
    start = time.process_time()
    detect(text)
    assert time.process_time() - start < 0.5  # measured: 2 ms


def test_the_middle_and_the_end_of_a_long_text_count() -> None:
    found = detect(f"{SENTENCES['en'] * 20}{SENTENCES['de'] * 2000}")
    assert found is not None
    assert found.tag == "de"


def test_addresses_are_in_no_language() -> None:
    address = " https://example.org/the-quick-brown-fox-jumps-over-the-lazy-dog-and-runs-away-with-the-other-animals"
    found = detect(SENTENCES["cs"] + 5 * address)
    assert found is not None
    assert found.tag == "cs"
    assert found.confidence > 0.9


def test_fluency_prefers_the_right_reading_and_knows_no_words_of_a_script() -> None:
    text = SENTENCES["cs"]
    language, usual = fluency(text)
    _, misread = fluency(text.encode("cp1250").decode("cp1252", "replace"))
    assert language == "cs"
    assert usual > misread
    assert fluency("Η γέφυρα στο ποτάμι ανοίγει το Σάββατο το πρωί") == ("el", 0.0)
    assert fluency("xyz") == (None, 0.0)


def test_a_seed_has_the_language_found_unless_it_is_named_or_not_wanted() -> None:
    data = f"Pont\n\n{SENTENCES['fr']}\n".encode()
    assert FORMAT.read(data, ReadOptions())["language"] == "fr"
    assert FORMAT.read(data, ReadOptions(language="fr-CA"))["language"] == "fr-CA"
    assert "language" not in FORMAT.read(data, ReadOptions(detect_language=False))


def test_the_language_of_real_articles_is_found(shared_data: Path) -> None:
    right = wrong = 0
    for path in (shared_data / "seeds-dev/gold").glob("*.json"):
        article = json.loads(path.read_text("utf-8"))
        found = detect("\n".join(block["text"] for block in article["blocks"]))
        right += found is not None and found.tag == article["language"]
        wrong += found is not None and found.tag != article["language"]
    assert right > 235
    assert wrong <= 1


def test_names_and_days_in_another_language_hide_none() -> None:
    text = "В управлении городского хозяйства предложили перекрасить мост ещё раз, а в депо ждут осени. "
    lines = ("The Example Daily News", "Sunday, December 22, 2013", "By Ana Silva and Rui Reis in Lisbon")
    mixed = "\n".join((*lines * 3, text, text))
    assert FORMAT.read(mixed.encode(), ReadOptions(layers={})).get("language") == "ru"
    assert "language" not in FORMAT.read(b"xq zt\ngh jk", ReadOptions(layers={}))
