"""What is special about news in Korean."""

from __future__ import annotations

import pytest
from seed_articles import credits_of, read, roles_of

KO = "전주시 완산구 풍남동은 20일 주민센터에서 삼색 고양이의 위촉식을 열었다고 밝혔다."


def test_a_line_between_byline_and_dateline_is_a_deck() -> None:
    opens = f"(전주=연합뉴스) 박민재 기자 = {KO}"
    deck = "11살 삼색이 '나비'…동사무소 출근 6년째"
    head = ["전주 한옥마을 고양이 '명예 통장'에…주민 80% 찬성", "박민재 기자", deck]
    assert roles_of(read(*head, opens, KO))[2] == "deck"
    picture = ["위촉장 앞에 앉은 '나비'", "[전주시 제공. 재판매 및 DB 금지]"]
    assert roles_of(read(*head, *picture, opens, KO))[2:5] == ["deck", "caption", "credit"]


def test_a_place_before_the_name_in_a_korean_byline() -> None:
    metadata = read("통영 굴 껍데기로 지은 버스정류장… “비 오는 날 바다 냄새”", "통영=이서현 기자", KO, KO)["metadata"]
    assert metadata["authors"] == [{"name": "이서현"}]
    assert metadata["dateline"] == {"place": "통영"}


def test_paper_and_labels_stand_beside_the_days() -> None:
    line = "한강일보 입력 2026.11.20 02:00 업데이트 2026.11.20 08:12"
    article = read("제주 감귤 창고가 ‘엄마들 공유 오피스’로", line, KO, KO)
    assert roles_of(article)[1] == "date"
    assert article["metadata"]["published"] == "2026-11-20T02:00:00"
    assert credits_of(article) == []


@pytest.mark.parametrize(
    ("place", "rest"),
    [("caption", [KO, KO]), ("paragraph", [])],
)
def test_a_reporter_after_the_only_sentence_of_a_caption(place: str, rest: list[str]) -> None:
    caption = "지난 18일 제주시 애월읍 한 감귤 창고에서 이용자들이 일하고 있다. 최충일 기자"
    article = read("제주 감귤 창고가 ‘엄마들 공유 오피스’로", "2026.11.20", KO, caption, *rest)
    assert roles_of(article)[3] == place
    assert credits_of(article) == (["최충일 기자"] if place == "caption" else [])


def test_who_speaks_in_brackets_credits_nothing_and_a_cue_in_brackets_does() -> None:
    article = read("속초 앞바다에 ‘명태 CCTV’…어민들 밤새 시청", "2026.11.19", "[앵커]", KO, "[리포트]", KO)
    assert credits_of(article) == []
    article = read(
        "속초 앞바다에 ‘명태 CCTV’…어민들 밤새 시청", "2026.11.19", "카메라 앞", "[부산항만공사 제공. DB 금지]", KO, KO
    )
    assert credits_of(article) == ["부산항만공사"]


def test_an_update_right_after_the_digits_of_the_day_before() -> None:
    metadata = read("강릉시, 오리 횡단보도 설치", "등록 2026.11.19 15:27:41수정 2026.11.20 16:40:24", KO, KO)[
        "metadata"
    ]
    assert metadata["published"].startswith("2026-11-19T15:27")
    assert metadata["updated"].startswith("2026-11-20T16:40")


def test_a_place_before_the_reporter_and_the_address_below_a_report() -> None:
    article = read("부여 시장 손님 두 배로", KO, KO, "부여=이정훈 기자 jh89@dongin.example")
    assert article["metadata"]["authors"] == [{"name": "이정훈", "uri": "mailto:jh89@dongin.example"}]
    assert article["metadata"]["dateline"] == {"place": "부여"}


def test_a_reporter_with_the_place_after_a_caption() -> None:
    caption = "지난 19일 강원 춘천시 1000번 버스에서 승객들이 손을 흔들고 있다. 춘천=배상철 기자"
    article = read("노선 폐지 앞둔 1000번 버스, 마지막 승객은 단골", "2026.11.20", caption, KO, KO)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == ["배상철 기자"]


@pytest.mark.parametrize(
    ("line", "place", "sources"),
    [
        ("(런던 로이터=연합뉴스) ", "런던", ["연합뉴스"]),
        ("[워싱턴=AP/뉴시스] ", "워싱턴", ["뉴시스"]),
        ("도쿄, 3월 12일 (로이터) - ", "도쿄", ["로이터"]),
        ("[런던 12일 로이터] - ", "런던", ["로이터"]),
        ("[서울] ", "서울", None),
        ("(파리) ", "파리", None),
        ("[앵커] ", None, None),
    ],
)
def test_datelines_of_korean_reports(line: str, place: str | None, sources: list[str] | None) -> None:
    metadata = read("부여 시장 손님 두 배로", "2026.11.19", line + KO, KO)["metadata"]
    assert metadata.get("dateline", {}).get("place") == place
    found = metadata.get("sources")
    assert (found and [each["name"] for each in found]) == sources


@pytest.mark.parametrize("line", ["김민수·이서연 기자", "취재 김민수·이서연 기자"])
def test_names_that_a_dot_divides(line: str) -> None:
    metadata = read("부여 시장 손님 두 배로", line, "2026.11.19", KO, KO)["metadata"]
    assert metadata["authors"] == [{"name": "김민수"}, {"name": "이서연"}]


@pytest.mark.parametrize(
    ("line", "authors", "place"),
    [
        ("런던/김민수 기자", ["김민수"], "런던"),
        ("강원일보=춘천 김민수 기자", ["김민수"], "춘천"),
        ("김민수 기자 Chen Wei 기자", ["김민수", "Chen Wei"], None),
        ("한지원 BBC 코리아", ["한지원"], None),
        ("존 스미스 BBC 코리아", ["존 스미스"], None),
        ("KBS 뉴스 김민수입니다.", ["김민수"], None),
        ("[조선일보 남궁민 기자]", ["남궁민"], None),
    ],
)
def test_reporters_beside_papers_and_places(line: str, authors: list[str], place: str | None) -> None:
    metadata = read("부여 시장 손님 두 배로", line, "2026.11.19", KO, KO)["metadata"]
    assert [each["name"] for each in metadata["authors"]] == authors
    assert metadata.get("dateline", {}).get("place") == place


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("닫힌 선착장에서 기다리는 승객들 / 사진=Mark Ellis 기자", "Mark Ellis 기자"),
        ("해 질 무렵의 항구./Mark Ellis 기자", "Mark Ellis 기자"),
        ("여객선이 섬을 떠나고 있다. Pedro Szekely 기자", "Pedro Szekely 기자"),
        ("닫힌 선착장에서 기다리는 승객들 출처: 로이터", "로이터"),
        ("여객선이 섬을 떠나고 있다 ⓒ연합뉴스", "연합뉴스"),
    ],
)
def test_captions_with_reporters_and_marks(caption: str, credit: str) -> None:
    article = read("부여 시장 손님 두 배로", "2026.11.19", caption, KO, KO)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == [credit]


def test_an_agency_in_pointed_brackets_is_the_source() -> None:
    assert read("부여 시장 손님 두 배로", "2026.11.19", KO, KO, "<AP>")["metadata"]["sources"] == [{"name": "AP"}]


@pytest.mark.parametrize("line", ["/ 기자", "— 기자", "| 기자"])
def test_the_word_of_reporters_without_a_name_credits_nobody(line: str) -> None:
    metadata = read("고양이 통장", KO, KO, line)["metadata"]
    assert "authors" not in metadata
    assert "contributors" not in metadata


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("오세훈, K. V. Ramesh", ["오세훈", "K. V. Ramesh"]),
        ("By 髙橋 一郎", ["髙橋 一郎"]),
    ],
)
def test_foreign_names_among_others(line: str, authors: list[str]) -> None:
    found = read("부여 시장 손님 두 배로", line, "2026.11.19", KO, KO)["metadata"]["authors"]
    assert [each["name"] for each in found] == authors


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("해 질 무렵의 항구 – 송경호", "송경호"),
        ("닫힌 선착장에서 기다리는 승객들 (UK Government)", "UK Government"),
    ],
)
def test_a_clause_before_a_name_is_a_caption(caption: str, credit: str) -> None:
    article = read("부여 시장 손님 두 배로", "2026.11.19", caption, KO, KO)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == [credit]


@pytest.mark.parametrize(
    ("line", "place", "sources"),
    [
        ("[헤럴드경제=김민수 기자] ", None, ["헤럴드경제"]),
        ("[이데일리 김민수 기자] ", None, ["이데일리"]),
        ("[워싱턴=이데일리 김민수 특파원] ", "워싱턴", ["이데일리"]),
    ],
)
def test_reporters_inside_the_brackets_of_a_dateline(line: str, place: str | None, sources: list[str]) -> None:
    metadata = read("부여 시장 손님 두 배로", "2026.11.19", line + KO, KO)["metadata"]
    assert metadata["authors"] == [{"name": "김민수"}]
    assert metadata.get("dateline", {}).get("place") == place
    assert [each["name"] for each in metadata["sources"]] == sources


@pytest.mark.parametrize("line", ["[서울=뉴시스] 김민수 기자", "김민수 베이징 특파원"])
def test_places_beside_a_reporter_are_no_names(line: str) -> None:
    assert read("부여 시장 손님 두 배로", line, "2026.11.19", KO, KO)["metadata"]["authors"] == [{"name": "김민수"}]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [("▲ 해 질 무렵의 항구 ⓒ연합뉴스", "연합뉴스"), ("해 질 무렵의 항구 ⓒ AFP=뉴스1", "AFP=뉴스1")],
)
def test_the_sign_of_rights_before_an_agency_credits(caption: str, credit: str) -> None:
    assert credits_of(read("부여 시장 손님 두 배로", "2026.11.19", caption, KO, KO)) == [credit]
