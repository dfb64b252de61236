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
        "| Region | Year | Sum |  |",
        "| --- | --- | --- | --- |",
        "| North | 2023 |  | $1,200 |",
        "| North | 2024 |  | $(300) |",
    ]


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
    begin = time.monotonic()
    assert text_of("<html>" + "<div>" * 60_000 + "deep") == "deep"
    assert text_of("<html>" + "".join(f"<b id={n}>" for n in range(20_000)) + "<p>x" * 1000 + "deep").endswith("deep")
    assert text_of("<html>" + "<a " * 30_000 + ">deep") in {"", "deep"}
    assert "deep" in text_of("<html><svg>" + "<g>" * 30_000 + "</svg><p>deep")
    assert text_of("<html><p>a" + "&nbsp;" * 30_000 + "<br>" * 30_000 + "b") == "a\n\nb"
    assert time.monotonic() - begin < 10


def test_spans_without_end_make_no_endless_table() -> None:
    begin = time.monotonic()
    pages = pages_of("<html><table>" + "<tr><td colspan=1000 rowspan=1000>a<td>b" * 500, "a.html")
    assert sum(len(page.text) for page in pages) < 1_000_000
    assert time.monotonic() - begin < 5


def test_ten_thousand_unclosed_fonts_keep_their_paragraphs() -> None:
    [page, *_] = pages_of("<html>" + '<p><font face="Arial">word' * 4_000, "a.html")
    assert blocks_of(page)[0] == ("paragraph", "¶ 1", "word")
