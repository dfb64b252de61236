"""Books: chapters in the order of the spine, called by heading or table of contents; protected ones refused."""

from __future__ import annotations

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from tests.reader.offices import LAUGHS, epub
from tests.reader.opening import blocks_of, pages_of, reading

_LONG = "Words that fill a section well enough to stand alone. " * 10


def test_chapters_follow_the_spine_and_are_called_by_their_headings() -> None:
    data = epub(
        {"z.xhtml": f"<h1>One</h1><p>{_LONG}</p><h2>Inner</h2><p>{_LONG}</p>", "a b.xhtml": "<h1>Two</h1><p>end</p>"}
    )
    document = open_document(Source(data))
    assert (document.format, document.title, document.author) == ("epub", "A book", "A. Writer")
    pages = pages_of(data)
    assert [(page.label, page.headings) for page in pages] == [("One", ()), ("Inner", ("One",)), ("Two", ())]
    assert pages[2].text == "# Two\n\nend"
    assert blocks_of(pages[1])[0] == ("heading", "¶ 3", "## Inner")
    assert pages_of(data, first=2) == pages[1:]


def test_a_chapter_without_heading_is_called_by_the_contents() -> None:
    nav = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="one.xhtml">The <i>Sea</i></a></li>'
        '<li><a href="one.xhtml#later">Later</a></li></ol></nav></body></html>'
    )
    [page] = pages_of(epub({"one.xhtml": "<p>Water &nbsp;and &eacute;cume.</p>"}, {"OPS/nav.xhtml": nav}))
    assert (page.label, page.headings) == ("The Sea", ())
    assert "and écume." in page.text


def test_protected_books_are_refused_and_scrambled_fonts_are_not() -> None:
    def encryption(method: str) -> str:
        return (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
            'xmlns="http://www.w3.org/2001/04/xmlenc#">'
            f'<EncryptionMethod Algorithm="{method}"/></EncryptedData></encryption>'
        )

    chapters = {"a.xhtml": "<p>text</p>"}
    locked = epub(chapters, {"META-INF/encryption.xml": encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc")})
    with pytest.raises(Unreadable) as refused:
        open_document(Source(locked))
    assert (refused.value.reason, bool(refused.value.next_step)) == ("unsupported", True)
    with pytest.raises(Unreadable):
        open_document(Source(epub(chapters, {"META-INF/rights.xml": "<rights/>"})))
    fonts = epub(chapters, {"META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding")})
    assert [page.text for page in pages_of(fonts)] == ["text"]


def test_a_missing_chapter_is_said_behind_the_others() -> None:
    data = epub({"a.xhtml": "<p>first</p>", "b.xhtml": "<p>second</p>"}).replace(b"b.xhtml", b"c.xhtml")
    given = open_document(Source(data)).pages(1, reading())
    assert next(given).text == "first"
    with pytest.raises(Unreadable) as failure:
        list(given)
    assert failure.value.reason == "damaged"


def test_bombs_are_refused_or_harmless() -> None:
    with pytest.raises(Unreadable):
        open_document(Source(epub({"a.xhtml": "x"}, {"OPS/book.opf": f"{LAUGHS}<package>&j;</package>"})))
    with pytest.raises(Unreadable) as refused:
        open_document(Source(epub({"a.xhtml": "x"}, {"OPS/a.png": b"\0" * (20 << 20)})))
    assert refused.value.reason == "limit"
    [page] = pages_of(epub({"a.xhtml": ""}, {"OPS/a.xhtml": f"{LAUGHS}<html><body><p>x &j;</p></body></html>"}))
    assert len(page.text) < 1000


def test_a_book_without_a_package_is_damaged() -> None:
    with pytest.raises(Unreadable) as refused:
        open_document(Source(epub({"a.xhtml": "x"}, {"OPS/book.opf": ""})))
    assert refused.value.reason == "damaged"
