"""What is special about news in Chinese, of the mainland and of Taiwan."""

from __future__ import annotations

import pytest
from seed_articles import credits_of, read, roles_of

ZH = "清晨的祁连山南麓，气温已降至零下十八摄氏度，牧民才让东知打开手机，屏幕上两百多头牦牛的位置一目了然。"
HEAD_ZH = "桃園這間早餐店寫詩抵餐費 老闆收了600首快沒蛋了"


def test_an_end_mark_in_brackets_credits_nothing() -> None:
    article = read("祁连山下智慧牧场让牦牛“上云”", ZH, ZH, "截至目前，当地已建成智慧牧场27个。（完）")
    assert roles_of(article)[3] == "paragraph"
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


def test_the_paper_itself_in_brackets_is_no_source() -> None:
    assert "sources" not in read("大澳棚屋阿婆開直播賣蝦膏", f"【本報訊】{ZH}", ZH)["metadata"]


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


def test_the_issue_of_a_chinese_paper_is_its_source_and_its_day() -> None:
    article = read("沙海里种出“光伏葡萄”", ZH, ZH, "《 人民日报 》（ 2026年11月20日 06 版）")
    assert roles_of(article)[3] == "source"
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


@pytest.mark.parametrize("line", ["洪健倫 張梓嘉 ／ 金門報導", "洪健倫、張梓嘉／金門報導"])
def test_reporters_without_a_title_before_where_they_report_from(line: str) -> None:
    metadata = read("金門戰地坑道變身菇寮 阿兵哥口糧換香菇", line, ZH, ZH)["metadata"]
    assert metadata["authors"] == [{"name": "洪健倫"}, {"name": "張梓嘉"}]
    assert metadata["dateline"] == {"place": "金門"}


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
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == ["法新社"]


def test_a_credit_between_its_label_and_its_last_word() -> None:
    assert credits_of(read(HEAD_ZH, "2026.11.20", "圖：科管局提供", ZH, ZH)) == ["科管局"]


@pytest.mark.parametrize(
    ("line", "names", "place"),
    [
        ("江城晚报记者 沈一苇", ["沈一苇"], None),
        ("東岸報／ 記者陳怡蓁／嘉義即時報導", ["陳怡蓁"], "嘉義"),
        ("记者 韦海兰、陆明", ["韦海兰", "陆明"], None),
    ],
)
def test_a_reporter_of_a_paper_in_han_characters(line: str, names: list[str], place: str | None) -> None:
    body = "在城北梅湖路口，每天清晨六点半，一群鸭子准时过马路。十年来，没有一只出过事。"
    article = read("鸭子过马路十年 司机们给它立了个站牌", line, body, body)
    assert article["blocks"][1]["role"] == "byline"
    assert [each["name"] for each in article["metadata"]["authors"]] == names
    assert article["metadata"].get("dateline", {}).get("place") == place


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("记者 约翰·史密斯", ["约翰·史密斯"]),
        ("約翰・史密斯、王小明", ["約翰・史密斯", "王小明"]),
        ("新京报记者 赵雨桐 发自伦敦", ["赵雨桐"]),
        ("赵雨桐 BBC中文", ["赵雨桐"]),
        ("—— 陈建国", ["陈建国"]),
    ],
)
def test_foreign_names_and_where_reporters_are(line: str, authors: list[str]) -> None:
    found = read("祁连山下智慧牧场让牦牛“上云”", line, "2026年11月20日", ZH, ZH)["metadata"]["authors"]
    assert [each["name"] for each in found] == authors


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("（北京讯）", "北京"),
        ("【中央社台北12日電】", "台北"),
        ("【法新社東京十二日電】", "東京"),
        ("（華盛頓綜合電）", "華盛頓"),
        ("（上海 12日 路透社）", "上海"),
        ("路透伦敦3月12日 - ", "伦敦"),
        ("上海（法新社）", "上海"),
        ("香港——", "香港"),
        ("牦牛——", None),
        ("（本报讯）", None),
        ("牧民（化名）", None),
    ],
)
def test_datelines_in_brackets_and_before_dashes(line: str, place: str | None) -> None:
    metadata = read("祁连山下智慧牧场让牦牛“上云”", "2026年11月20日", line + ZH, ZH)["metadata"]
    assert metadata.get("dateline", {}).get("place") == place


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("【本報記者李怡君香港報道】", ["李怡君"]),
        ("〔記者周杰／倫敦報導〕", ["周杰"]),
        ("〔駐高雄記者Éloïse D'Amboise〕", ["Éloïse D'Amboise"]),
        ("香港電台記者Éloïse D'Amboise／高雄報導", ["Éloïse D'Amboise"]),
        ("本报记者 Éloïse D'Amboise 欧阳静", ["Éloïse D'Amboise", "欧阳静"]),
        ("记者 K. V. Ramesh 通讯员 王小明", ["K. V. Ramesh", "王小明"]),
        ("（记者王小明 编辑吴晓）", ["王小明"]),
        ("撰稿：K. V. Ramesh 责编：Pedro Szekely", ["K. V. Ramesh"]),
        ("（记者刘洋）", ["刘洋"]),
        ("By 赵雨桐 and Noël Çelik", ["赵雨桐", "Noël Çelik"]),
        ("Reporting by Noël Çelik in 上海", ["Noël Çelik"]),
    ],
)
def test_reporters_with_papers_places_and_others(line: str, authors: list[str]) -> None:
    found = read("祁连山下智慧牧场让牦牛“上云”", "2026年11月20日", ZH, ZH, line)["metadata"]["authors"]
    assert [each["name"] for each in found] == authors


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("二〇二六年十一月廿三日", "2026-11-23"),
        ("发布时间：二零二六年三月四日", "2026-03-04"),
        ("二〇二六年十月十日 星期六", "2026-10-10"),
        ("二〇二六年二月三十日", None),
        ("2026年11月20日 格林尼治时间 09:15", "2026-11-20T09:15:00"),
    ],
)
def test_days_in_han_characters(line: str, published: str | None) -> None:
    article = read("祁连山下智慧牧场让牦牛“上云”", line, ZH, ZH)
    assert roles_of(article)[1] == "date"
    assert article["metadata"].get("published") == published


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("一艘渡轮驶离海岛 图：Pedro Szekely", "Pedro Szekely"),
        ("一艘渡轮驶离海岛 新华社 图", "新华社"),
        ("乘客在關閉的碼頭等候。（記者Mark Ellis攝）", "記者Mark Ellis"),
        ("居民已经抗议数周 / 美联社", "美联社"),
    ],
)
def test_credits_after_signs_of_one_character(caption: str, credit: str) -> None:
    article = read("祁连山下智慧牧场让牦牛“上云”", "2026年11月20日", caption, ZH, ZH)
    assert roles_of(article)[2] == "caption"
    assert credits_of(article) == [credit]


@pytest.mark.parametrize(
    ("line", "authors", "sources"),
    [
        ("新京报讯（记者 张伟）", ["张伟"], None),
        ("本报讯（记者张伟）", ["张伟"], None),
        ("【明報專訊】", None, ["明報"]),
    ],
)
def test_reports_that_name_no_place(line: str, authors: list[str] | None, sources: list[str] | None) -> None:
    metadata = read("祁连山下智慧牧场让牦牛“上云”", "2026年11月20日", line + ZH, ZH)["metadata"]
    assert [each["name"] for each in metadata.get("authors", [])] == (authors or [])
    assert [each["name"] for each in metadata.get("sources", [])] == (sources or [])
    assert "dateline" not in metadata


def test_who_the_author_is_names_nobody() -> None:
    article = read("祁连山下智慧牧场让牦牛“上云”", "2026年11月20日", ZH, ZH, "（作者为大学教授）")
    assert roles_of(article)[-1] == "note"
    assert "authors" not in article["metadata"]
