"""Markdown: readable as it stands, and nothing of a document gets out of its cell."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from reports import DEEP, FIXED, ODD, QUOTE, WRONG, full

from corpus_tools.findings import Finding, Location
from corpus_tools.reporters.markdown import LIMIT, report
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.services.report import make_report

_MARKDOWN = MarkdownIt("commonmark").enable("table")
STEP_SUMMARY = 1024 * 1024


def rendered(text: str) -> str:
    return _MARKDOWN.render(text)


def row(finding: Finding) -> str:
    lines = report(make_report(1, [finding])).splitlines()
    (found,) = [line for line in lines if f"| {finding.kind.code} " in line and "| 1 |" not in line]
    return found


def test_a_whole_report() -> None:
    assert report(make_report(2, [WRONG, ODD, DEEP])) == (
        "## corpus-tools validate: 2 errors, 1 warning\n"
        "\n"
        "2 files checked.\n"
        "\n"
        "| rule | severity | findings | what it finds |\n"
        "|---|---|---:|---|\n"
        "| T102 quote-mismatch | error | 2 | A span quotes other words than its offsets cut out. |\n"
        "| T201 blank-at-span-edge | warning | 1 | A span begins or ends with white space. |\n"
        "\n"
        "<details><summary><code>in/a b.json</code>: 1 error, 1 warning</summary>\n"
        "\n"
        "| place | severity | rule | finding |\n"
        "|---|---|---|---|\n"
        "| 3:14 <code>/blocks/0</code> | error | T102 quote-mismatch | the offsets cut out 'ação', "
        "the span quotes '東京'<br>hint: offsets count code points |\n"
        "| 9 | warning | T201 blank-at-span-edge | nobody knows it: 100 %, or&#92;r&#92;nless |\n"
        "\n"
        "</details>\n"
        "\n"
        "<details><summary><code>in/c.xml</code>: 1 error, 0 warnings</summary>\n"
        "\n"
        "| place | severity | rule | finding |\n"
        "|---|---|---|---|\n"
        "| 2:5 <code>/TEI/text</code> | error | T102 quote-mismatch | bad |\n"
        "\n"
        "</details>\n"
    )


def test_a_clean_run() -> None:
    assert report(make_report(1, [])) == "## corpus-tools validate: 0 errors, 0 warnings\n\n1 file checked.\n"


def test_what_else_there_is() -> None:
    made = report(full(max_findings=3))
    assert "\n6 files checked; 1 not shown, 1 suppressed, 1 known, 1 fixed.\n" in made
    assert made.endswith(
        "<details><summary>1 fixed: to be taken out of the baseline</summary>\n\n"
        "- <code>T998 of-the-past</code> in <code>in/gone.json</code>\n\n</details>\n"
    )


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a | b", "a &#124; b"),
        ("</td><script>x</script>", "&#60;/td&#62;&#60;script&#62;x&#60;/script&#62;"),
        ("&amp;", "&#38;amp;"),
        ("[x](http://y)", "&#91;x&#93;(http&#58;//y)"),
        ("*b* _i_ ~s~ `c` $m$ ![i]", "&#42;b&#42; &#95;i&#95; &#126;s&#126; &#96;c&#96; &#36;m&#36; !&#91;i&#93;"),
        ("\\|", "&#92;&#124;"),
        ("a\nb\u2028c\udce9", "a&#92;nb&#92;u2028c&#92;udce9"),
        ("@anna and #12", "<code>@</code>anna and <code>#</code>12"),
    ],
)
def test_a_message_stays_text(hostile: str, shown: str) -> None:
    assert row(Finding(QUOTE, hostile, Location("f"))) == f"|  | error | T102 quote-mismatch | {shown} |"
    assert row(Finding(QUOTE, "m", Location("f"), hostile)).endswith(f"| m<br>hint: {shown} |")


def test_names_and_places_stay_text_and_mention_nobody() -> None:
    made = report(make_report(1, [Finding(QUOTE, "m", Location("<b>|@x", xpath="/a[@n='|']"))]))
    assert "<summary><code>&#60;b&#62;&#124;&#64;x</code>:" in made
    assert "| <code>/a&#91;&#64;n='&#124;'&#93;</code> |" in made
    fixed = FIXED._replace(code="<i>", slug="|", file="@<b>")
    assert "- <code>&#60;i&#62; &#124;</code> in <code>&#64;&#60;b&#62;</code>\n" in report(full(fixed=[fixed]))


def test_the_midst_of_a_long_pointer_is_left_out() -> None:
    made = row(Finding(QUOTE, "m", Location("f", pointer="/0" * 100)))
    assert "/…/0/0/0/0/0 (76 steps left out)</code>" in made


def test_tables_are_tables_inside_of_details() -> None:
    html = rendered(report(make_report(2, [WRONG, ODD, DEEP])))
    assert html.count("<table>") == html.count("</table>") == 3
    assert html.count("<tr>") == 3 + 3 + 2
    assert html.count("<details>") == html.count("</details>") == 2


def test_what_a_rule_finds_has_its_code_as_code() -> None:
    found = Finding(CATALOGUE["X004"].kind, "bad", Location("x.xml"))
    page = rendered(report(make_report(1, [found])))
    assert "<code>@xml:lang</code> in a TEI document names a language that <code>&lt;langUsage&gt;</code> does" in page
    assert "`" not in page


def test_a_report_has_room_in_the_summary_of_a_job() -> None:
    many = [Finding(QUOTE, f"m {'ä|' * 200}", Location(f"f{number // 50:04}", number + 1, 1)) for number in range(3000)]
    fixed = [FIXED._replace(file="@" * 50 + str(number)) for number in range(3000)]
    made = report(make_report(60, many, known=[], fixed=fixed))
    assert LIMIT * 0.99 < len(made.encode()) < STEP_SUMMARY
    shown = len(re.findall(r"(?m)^\| \d+:1 ", made))
    assert f"\n{3000 - shown} findings more: there is no room for them here.\n" in made
    listed = made.count("- <code>T998 of-the-past")
    assert f"- {3000 - listed} more\n" in made
    html = rendered(made)
    assert html.count("<details>") == html.count("</details>")


def test_a_finding_too_large_for_any_room_leaves_no_empty_table() -> None:
    made = report(make_report(1, [Finding(QUOTE, "x" * LIMIT, Location("f"))]))
    assert "<details>" not in made
    assert made.endswith("\n1 finding more: there is no room for them here.\n")


def test_all_findings_are_told_as_long_as_there_is_room() -> None:
    assert "more" not in report(replace(make_report(1, [WRONG]), findings=(WRONG,)))
