"""CSV and TSV: rows with their numbers under a header that is repeated."""

from __future__ import annotations

import time

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.tables import TableDocument, header_row
from tests.reader.opening import blocks_of, pages_of, text_of


def test_rows_stand_under_their_header() -> None:
    [page] = pages_of('name,said\nAda,"a, ""b""\nc"\n\nAlan,x|y\n', "a.csv")
    assert page.kind == "sheet"
    assert blocks_of(page) == [
        ("table", "rows 2–4", '| name | said |\n| --- | --- |\n| Ada | a, "b" c |\n| Alan | x\\|y |')
    ]


def test_long_tables_come_in_parts_of_two_hundred_rows() -> None:
    pages = pages_of("id,value\n" + "".join(f"{number},{number * 2}\n" for number in range(1, 1001)), "a.csv")
    blocks = [block for page in pages for block in blocks_of(page)]
    assert [place for _, place, _ in blocks][:2] == ["rows 2–201", "rows 202–401"]
    assert blocks[-1][1] == "rows 802–1001"
    assert all(text.startswith("| id | value |\n| --- | --- |\n") for _, _, text in blocks)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["Jahr", "Erlös", "Anteil"], ["2023", "1,5", "3"], ["2024", "2,5", "4"]]
    text = "".join(
        delimiter.join(f'"{field}"' if delimiter in field else field for field in row) + "\n" for row in rows
    )
    assert text_of(text.encode("cp1252"), "a.csv").splitlines()[2] == "| 2023 | 1,5 | 3 |"


def test_excels_word_about_the_delimiter_is_heard() -> None:
    assert text_of("sep=;\na;b\n1,5;2\n", "a.csv").splitlines()[0] == "| a | b |"


def test_a_title_above_the_header_is_no_header() -> None:
    [page] = pages_of("Stanley Cups,,\nTeam,Location,Cups\nBlues,STL,1\n", "a.csv")
    assert [(kind, place) for kind, place, _ in blocks_of(page)] == [("paragraph", "row 1"), ("table", "row 3")]
    assert header_row([["1", "2"], ["3", "4"]]) == 0
    assert header_row([["only"]]) == 0
    assert header_row([["Item", "2023", "2024"], ["Sales", "1", "2"]]) == 1


def test_a_stray_quotation_mark_does_not_swallow_the_rest() -> None:
    text = text_of(b'a,b\n1,"2\n' + b"x,y\n" * 40_000, "a.csv")
    assert text.count("| x | y |") == 40_000


def test_a_single_column_and_nothing_but_a_header() -> None:
    assert "| Ada |" in text_of("name\nAda\nAlan\n", "a.csv")
    assert "| a | b |" in text_of("a,b\n", "a.csv")


def test_bombs_are_bounded() -> None:
    begin = time.process_time()
    pages = pages_of(b"a," * 40_000 + b"\n" + b"1\n" * 20_000, "a.csv")
    assert sum(len(page.text) for page in pages) < 5_000_000
    pages_of(b'"' * 300_000, "a.csv")
    assert time.process_time() - begin < 10


def test_binary_is_refused() -> None:
    with pytest.raises(Unreadable, match="not a text"):
        TableDocument(Source(bytes(range(256)) * 4, "a.csv"))
