"""Web pages: what a reader of the page sees, in bounded time."""

from __future__ import annotations

import time

from tests.reader.opening import blocks_of, pages_of, text_of

PAGE = """<!doctype html><html><head><title>A &amp; B</title><meta name="author" content="Ada">
<style>p { color: red }</style><script>document.write("<p>scripted</p>")</script></head>
<body><nav><a href="/">Home</a></nav>
<h1>Title</h1><p>First <b>bold</b>, a <a href="https://example.org">link</a><br>and a second line.</p>
<ul><li>one<li>two<ul><li>inner</ul></ul><ol><li>first</li><li>second</li></ol>
<blockquote><p>Quoted words</p></blockquote>
<pre>
def f():
    return 1
</pre>
<table><caption>Sales</caption><tr><th>Year<th>Sum<tr><td>2023<td>5<tr><td>2024<td>a|b</table>
<p hidden>secret one</p><p style="display: none">secret two</p><p style="font-size:0px">secret three</p>
<!-- secret four --><template>secret five</template><noscript>secret six</noscript>
<img src="https://example.org/x.png" alt="picture"><p>Last.</p></body></html>"""


def test_a_page_becomes_blocks() -> None:
    [page] = pages_of(PAGE, "a.html")
    assert page.kind == "section"
    assert page.label == "Title"
    assert [(kind, text) for kind, _, text in blocks_of(page)] == [
        ("heading", "# Title"),
        ("paragraph", "First bold, a link\nand a second line."),
        ("list", "- one"),
        ("list", "- two"),
        ("list", "  - inner"),
        ("list", "1. first"),
        ("list", "2. second"),
        ("quote", "> Quoted words"),
        ("code", "```\ndef f():\n    return 1\n```"),
        ("caption", "Sales"),
        ("table", "| Year | Sum |\n| --- | --- |\n| 2023 | 5 |\n| 2024 | a\\|b |"),
        ("paragraph", "Last."),
    ]
    assert blocks_of(page)[1][1] == "¶ 2"


def test_what_a_picture_is_said_to_show_stands_behind_its_paragraph_once() -> None:
    page = (
        '<p>Sales <img src=a alt="Chart: sales rose to five million"> rose.</p><p><img src=b alt="logo"></p>'
        '<p>Again <img src=a alt="Chart: sales rose to five million"></p><p hidden><img alt="Not seen by anybody"></p>'
        '<figure><img alt="A map of\nUlm"><figcaption>Fig. 1</figcaption></figure>'
    )
    assert text_of(page, "a.html").split("\n\n") == [
        "Sales rose.",
        "[Picture: Chart: sales rose to five million]",
        "Again",
        "[Picture: A map of Ulm]",
        "Fig. 1",
    ]


def test_what_is_hidden_or_run_is_left_out() -> None:
    text = text_of(PAGE, "a.html")
    assert "secret" not in text
    assert "scripted" not in text
    assert "Home" not in text


def test_a_page_of_links_is_read_for_its_links() -> None:
    assert text_of("<html><body><nav><a href=x>Contents</a></nav></body></html>") == "Contents"


def test_headings_of_the_two_highest_ranks_begin_sections() -> None:
    body = f"<p>{'Words in a row. ' * 40}</p>"
    pages = pages_of(f"<html><h2>A</h2>{body}<h3>B</h3>{body}<h4>C</h4>{body}<h2>D</h2>{body}", "a.html")
    assert [(page.label, page.headings) for page in pages] == [("A", ()), ("B", ("A",)), ("D", ())]


def test_tables_that_lay_out_the_page_are_no_tables() -> None:
    page = "<html><table><tr><td><h2>News</h2><p>One</p><table><tr><th>a<th>b<tr><td>1<td>2</table><td>Side</table>"
    [read] = pages_of(page, "a.html")
    assert [kind for kind, _, _ in blocks_of(read)] == ["heading", "paragraph", "table", "paragraph"]


def test_cells_over_columns_and_rows_keep_their_places() -> None:
    table = """<html><table><tr><th>Region<th>Year<th colspan=3>Sum
      <tr><td rowspan=2>North<td>2023<td>$<td>1,200<td></td><tr><td>2024<td>$<td>(300<td>)</table>"""
    assert text_of(table).splitlines() == [
        "| Region | Year | Sum |",
        "| --- | --- | --- |",
        "| North | 2023 | $1,200 |",
        "| North | 2024 | $(300) |",
    ]


def test_a_head_of_several_rows_names_each_column_by_all_that_stands_over_it() -> None:
    marked = """<html><table><thead><tr><th rowspan=2>Region<th colspan=2>2022<th colspan=2>2023</tr>
      <tr><th>Q1<th>Q2<th>Q1<th>Q2</tr></thead><tr><td>North<td>1<td>2<td>3<td>4</table>"""
    assert text_of(marked).splitlines() == [
        "| Region | 2022 Q1 | 2022 Q2 | 2023 Q1 | 2023 Q2 |",
        "| --- | --- | --- | --- | --- |",
        "| North | 1 | 2 | 3 | 4 |",
    ]
    # As annual reports write them: nothing is marked, and signs of money have columns of their own.
    unmarked = """<html><table><tr><td colspan=7>In millions<tr><td><td colspan=6>Year ended
      <tr><td><td colspan=3>2022<td colspan=3>2021<tr><td>Sales<td>$<td>1,200<td><td>$<td>(300<td>)</table>"""
    assert text_of(unmarked).splitlines() == [
        "In millions",
        "",
        "|  | Year ended 2022 | Year ended 2021 |",
        "| --- | --- | --- |",
        "| Sales | $1,200 | $(300) |",
    ]


def test_a_row_of_units_and_a_row_over_two_columns_stay_what_they_are() -> None:
    table = "<html><table><tr><td>Steel<td>Strength<td>Stretch<tr><td>-<td>N/mm <sup>2</sup><td>%<tr><td>Bars<td>9<td>4"
    assert text_of(table).splitlines()[2:] == ["| - | N/mm 2 | % |", "| Bars | 9 | 4 |"]
    table = "<html><table><tr><td>Name<td>From<td>To<tr><td colspan=2>Ada<td>all<tr><td>Bo<td>x<td>y</table>"
    assert text_of(table).splitlines() == [
        "| Name | From | To |", "| --- | --- | --- |", "| Ada |  | all |", "| Bo | x | y |",
    ]  # fmt: skip


def test_lists_are_numbered_as_the_page_says() -> None:
    page = """<html><ol start=5><li>five<li value=9>nine<li>ten</ol><ol type=a><li>alpha</ol>
      <ol reversed><li>two<li>one</ol>"""
    lines = [line for line in text_of(page).splitlines() if line]
    assert lines == ["5. five", "9. nine", "10. ten", "- a. alpha", "2. two", "1. one"]


def test_formulas_and_raised_figures_keep_their_meaning() -> None:
    page = """<html><p>About 3·10<sup>-6</sup>
      m<sup>2</sup>, the 1<sup>st</sup>, H<sub>2</sub>O<del>, no</del> [1]<sup>[2]</sup></p>
      <p>So <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> holds.</p>
      <p><math><mi>a</mi><annotation>a^b</annotation></math><span class=katex-html>ab</span></p>"""
    assert text_of(page).split("\n\n") == ["About 3·10^-6 m^2, the 1st, H2O [1][2]", "So E=mc^2 holds.", "a^b"]


def test_menus_and_requests_for_consent_are_left_out() -> None:
    page = """<html><div id=cookie-banner><p>We use cookies.</p><button>Accept</button></div>
      <ul class="main-menu"><li><a href=a>Home</a><li><a href=b>Products</a></ul>
      <div class=menu><p>Soup, bread and <a href=c>wine</a></p></div><p>Content.</p></html>"""
    assert text_of(page) == "Soup, bread and wine\n\nContent."


def test_a_table_whose_rows_are_named_has_no_header() -> None:
    assert text_of("<html><table><tr><th>Name<td>Ada<tr><th>Born<td>1815</table>").splitlines() == [
        "|  |  |",
        "| --- | --- |",
        "| Name | Ada |",
        "| Born | 1815 |",
    ]


def test_a_long_table_repeats_its_header() -> None:
    rows = "".join(f"<tr><td>{number}<td>{'x' * 100}" for number in range(1000))
    pages = pages_of(f"<html><table><tr><th>Number<th>Text{rows}</table>", "a.html")
    assert len(pages) > 1
    assert all(text.startswith("| Number | Text |\n") for page in pages for _, _, text in blocks_of(page))


def test_the_declared_encoding_is_heard() -> None:
    page = '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"></head><p>Тест</p>'
    assert text_of(page.encode("cp1251")) == "Тест"
    assert text_of(page.encode("utf-16")) == "Тест"


def test_damaged_pages_are_read_as_far_as_they_go() -> None:
    assert text_of("<html><p>One</b></div><p>Two<table><td>x</p") == "One\n\nTwo\n\nx"
    assert text_of("<html>" + "<" * 1000 + "p>End", "a.html").endswith("End")


def test_nesting_without_end_takes_no_minutes() -> None:
    begin = time.process_time()
    assert text_of("<html>" + "<div>" * 60_000 + "deep") == "deep"
    assert text_of("<html>" + "".join(f"<b id={n}>" for n in range(20_000)) + "<p>x" * 1000 + "deep").endswith("deep")
    assert text_of("<html>" + "<a " * 30_000 + ">deep") in {"", "deep"}
    assert "deep" in text_of("<html><svg>" + "<g>" * 30_000 + "</svg><p>deep")
    assert text_of("<html><p>a" + "&nbsp;" * 30_000 + "<br>" * 30_000 + "b") == "a\n\nb"
    assert time.process_time() - begin < 10


def test_menus_without_end_take_no_minutes() -> None:
    begin = time.process_time()
    page = "<html>" + "<div class=menu>" * 2900 + "x<b>y</b>" * 5000 + "</div>" * 2900
    assert "xy" in text_of(page, "a.html")
    assert time.process_time() - begin < 10


def test_spans_without_end_make_no_endless_table() -> None:
    begin = time.process_time()
    pages = pages_of("<html><table>" + "<tr><td colspan=1000 rowspan=1000>a<td>b" * 500, "a.html")
    assert sum(len(page.text) for page in pages) < 1_000_000
    assert time.process_time() - begin < 5


def test_ten_thousand_unclosed_fonts_keep_their_paragraphs() -> None:
    [page, *_] = pages_of("<html>" + '<p><font face="Arial">word' * 4_000, "a.html")
    assert blocks_of(page)[0] == ("paragraph", "¶ 1", "word")
