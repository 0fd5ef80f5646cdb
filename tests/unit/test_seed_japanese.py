"""What is special about news in Japanese."""

from __future__ import annotations

import pytest
from seed_articles import credits_of, read, roles, roles_of

JA = "宮城県気仙沼市の高校で、漁業無線の資格取得を目指す放課後講座が始まった。講師はかつて船に乗った元通信士である。"
HEAD_JA = "カツオ船の無線、高校生が継ぐ　ＯＢ９人が特訓"


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
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == []


def test_keywords_after_a_label_may_have_ideographic_blanks_between_them() -> None:
    assert read(HEAD_JA, JA, JA, "関連タグ：気仙沼　漁業　高校")["metadata"]["keywords"] == ["気仙沼", "漁業", "高校"]


def test_a_region_alone_under_the_day_is_nobodys_name() -> None:
    metadata = read("ばんえい競馬の引退馬 幼稚園バスを引く", "2026年11月20日 17時42分", "北海道", JA, JA)["metadata"]
    assert "authors" not in metadata


def test_who_may_read_on_stands_beside_the_day() -> None:
    article = read("ワサビ残さで断熱材", "2026年11月20日 2:00 [有料会員限定]", JA, JA)
    assert roles_of(article)[1] == "date"
    assert article["metadata"]["published"] == "2026-11-20T02:00:00"
    assert credits_of(article) == []


def test_a_district_in_brackets_shows_a_caption() -> None:
    article = read(HEAD_JA, "2026年11月20日", "捨てられていた葉柄を乾燥させて使う（静岡県伊豆市）", JA, JA)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == []


def test_who_signs_may_stand_above_lines_of_the_page() -> None:
    article = read(HEAD_JA, JA, JA, JA + "（小川恵理子）", "続きを見る")
    assert article["metadata"]["authors"] == [{"name": "小川恵理子"}]


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


@pytest.mark.parametrize(
    ("last", "authors"),
    [("（鈴木里奈）", [{"name": "鈴木里奈"}]), ("（敬称略）", None), ("（九州新報）", None)],
)
def test_brackets_alone_that_sign_a_report(last: str, authors: list[dict[str, str]] | None) -> None:
    assert read(HEAD_JA, JA, JA, last)["metadata"].get("authors") == authors


def test_an_update_without_its_year_in_brackets_leaves_the_day() -> None:
    article = read(HEAD_JA, "2026年11月20日 05時05分 （11月20日 11時32分更新）", JA, JA)
    assert roles_of(article)[1] == "date"
    assert article["metadata"]["published"] == "2026-11-20T05:05:00"


def test_a_place_after_an_equals_sign_shows_a_caption() -> None:
    article = read(HEAD_JA, "2026年11月20日", "里帰りが決まった信楽焼のタヌキ＝三重県尾鷲市で", JA, JA)
    assert roles_of(article)[2] == "caption"


@pytest.mark.parametrize(
    ("end", "authors", "sources"),
    [
        ("（小笠原健）", ["小笠原健"], []),
        ("（共同通信）", [], ["共同通信"]),
        ("（小笠原健太郎吉）", [], []),
        ("（健）", [], []),
    ],
)
def test_who_signs_the_last_paragraph_of_a_japanese_report(end: str, authors: list[str], sources: list[str]) -> None:
    body = "県の担当者は「科学的な根拠はないが、礼儀としては正しい」と話す。"
    metadata = read("柿の木に「クマ用」札、実を残した町", body, body, body + end)["metadata"]
    assert [each["name"] for each in metadata.get("authors", [])] == authors
    assert [each["name"] for each in metadata.get("sources", [])] == sources


def test_a_japanese_caption_ends_with_day_and_place() -> None:
    body = "　県の担当者は「科学的な根拠はないが、礼儀としては正しい」と話す。"
    found = roles("柿の木に「クマ用」札、実を残した町", "札を下げた柿の木＝5日、岩手県住田町", body, body)
    assert found == ["headline", "caption", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("マリア・フェルナンデス", ["マリア・フェルナンデス"]),
        ("文・佐藤花子、マリア・フェルナンデス", ["佐藤花子", "マリア・フェルナンデス"]),
        ("斉藤 あかね、Chen Wei", ["斉藤 あかね", "Chen Wei"]),
        ("ロンドン特派員 髙橋 一郎", ["髙橋 一郎"]),
        ("髙橋 一郎（フリーライター）", ["髙橋 一郎"]),
        ("山田太郎、BBCニュース", ["山田太郎"]),
        ("ワシントン＝小林真理子", ["小林真理子"]),
        ("札幌の港を守る灯台の光", None),
    ],
)
def test_names_under_the_headline(line: str, authors: list[str] | None) -> None:
    found = read(HEAD_JA, line, "2026年11月20日", JA, JA)["metadata"].get("authors")
    assert (found and [each["name"] for each in found]) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("（Chen Wei）", ["Chen Wei"]),
        ("【佐藤 花子、ジョン・スミス】", ["佐藤 花子", "ジョン・スミス"]),
        ("（ソウル支局 マリア・フェルナンデス）", ["マリア・フェルナンデス"]),
        ("（社会部・マリア・フェルナンデス）", ["マリア・フェルナンデス"]),
        ("（ロンドン＝髙橋 一郎）", ["髙橋 一郎"]),
        ("［小林真理子，日経新聞］", ["小林真理子"]),
        ("― 渡辺 由美", ["渡辺 由美"]),
        ("（北海日報）", None),
        ("（ハフポスト）", None),
    ],
)
def test_who_signs_below_a_report(line: str, authors: list[str] | None) -> None:
    found = read(HEAD_JA, "2026年11月20日", JA, JA, line)["metadata"].get("authors")
    assert (found and [each["name"] for each in found]) == authors


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("夕暮れの港＝ゲッティ", "ゲッティ"),
        ("夕暮れの港＝伊藤 慎一撮影", "伊藤 慎一"),
        ("夕暮れの港／Mark Ellis/時事", "Mark Ellis/時事"),
        ("夕暮れの港 (c)共同", "共同"),
        ("夕暮れの港 — 田中圭/時事", "田中圭/時事"),
    ],
)
def test_credits_after_the_marks_of_japanese_captions(caption: str, credit: str) -> None:
    article = read(HEAD_JA, "2026年11月20日", caption, JA, JA)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == [credit]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("【ロンドンAFP＝時事】", "ロンドン"),
        ("ソウル（CNN） ", "ソウル"),
        ("札幌（AP）― ", "札幌"),
        ("【ワシントン】", "ワシントン"),
        ("東京、3月12日（共同）―", "東京"),
        ("【続報】", None),
        ("船長（元船員） ", None),
    ],
)
def test_datelines_of_japanese_reports(line: str, place: str | None) -> None:
    metadata = read(HEAD_JA, "2026年11月20日", line + JA, JA)["metadata"]
    assert metadata.get("dateline", {}).get("place") == place


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("山田太郎 2024年3月12日 5時00分", ["山田太郎"]),
        ("ジョン・スミス BBC気候担当編集委員", ["ジョン・スミス"]),
        ("フリーライター・山田太郎", ["山田太郎"]),
        ("北海道 2024年3月12日", None),
    ],
)
def test_names_before_a_day_and_beside_offices(line: str, authors: list[str] | None) -> None:
    found = read(HEAD_JA, line, JA, JA)["metadata"].get("authors")
    assert (found and [each["name"] for each in found]) == authors


@pytest.mark.parametrize("line", ["（政治部　山田太郎）", "（聞き手　山田太郎）"])
def test_a_wide_blank_after_the_office_of_who_signs(line: str) -> None:
    assert read(HEAD_JA, "2026年11月20日", JA, JA, line)["metadata"]["authors"] == [{"name": "山田太郎"}]


def test_an_agency_before_the_reporter_in_a_dateline() -> None:
    metadata = read(HEAD_JA, "2026年11月20日", "【ワシントン共同＝佐藤花子】" + JA, JA)["metadata"]
    assert metadata["dateline"] == {"place": "ワシントン"}
    assert metadata["authors"] == [{"name": "佐藤花子"}]
    assert metadata["sources"] == [{"name": "共同"}]


@pytest.mark.parametrize("signature", ["（共同）", "【共同】", "〔共同〕"])
def test_an_agency_in_any_brackets_after_the_last_sentence_brings_the_report(signature: str) -> None:
    body = "市と地元企業が６年前から取り組んできたもので、初めてキャビアが採取された。市は来年も続ける。"
    assert read("廃校の校舎、星を見る宿に", body, body + signature)["metadata"]["sources"] == [{"name": "共同"}]
