"""A message's text can be read, selected and copied; it loads nothing and follows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from paddock.ui.markdown.body import MessageBody, QuietDocument
from paddock.ui.markdown.code_header import CodeHeader
from paddock.ui.markdown.formulas import FormulaPress, set_formula
from paddock.ui.markdown.look import Look
from paddock.ui.markdown.occurrences import positions
from paddock.ui.palette import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from paddock.ui.markdown.reader import MarkdownReader
    from paddock.ui.theme import Theme

WIDTH = 500


def show(body: MessageBody, reader: MarkdownReader, source: str) -> None:
    body.set_blocks(reader.read(source, {}).blocks)
    body.resize(WIDTH, body.height_for(WIDTH))
    body.place()
    body.show()


def colours_in(body: MessageBody, word: str) -> set[str]:
    """Return the colours the highlighter gave to a word."""
    found = set()
    paragraph = body.document().begin()
    while paragraph.isValid():
        for each in paragraph.layout().formats():
            if paragraph.text()[each.start : each.start + each.length] == word:
                found.add(each.format.foreground().color().name())
        paragraph = paragraph.next()
    return found


def test_a_document_loads_neither_files_nor_addresses(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    document = QuietDocument()
    document.setHtml(f'<img src="{secret.as_uri()}"><img src="https://example.org/x.png">words')
    document.setTextWidth(300)
    assert document.size().height() > 0
    for address in (secret.as_uri(), str(secret), "https://example.org/x.png"):
        assert document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) is None
        assert document.resource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(address)) is None


def test_a_link_is_told_and_not_followed(
    qtbot: QtBot, body: MessageBody, reader: MarkdownReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    show(body, reader, "[a link that is long enough to hit](https://example.org/a%20b?c=d#e) and words")
    text = body.toPlainText()
    with qtbot.waitSignal(body.link_activated) as told:
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 14))
    assert told.args == ["https://example.org/a%20b?c=d#e"]
    assert opened == []
    assert body.toPlainText() == text
    assert body.source().isEmpty()


def test_the_height_follows_the_width(body: MessageBody, reader: MarkdownReader) -> None:
    body.set_blocks(reader.read("word " * 300, {}).blocks)
    assert body.height_for(300) > 1.8 * body.height_for(600)


def test_a_selection_is_copied_as_it_reads(qtbot: QtBot, body: MessageBody, reader: MarkdownReader) -> None:
    with qtbot.waitSignal(body.relaid):
        show(
            body,
            reader,
            "One **two** 🙂\n\n- item\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$x^2$ end\n\n```python\ncode\n```",
        )
    body.selectAll()
    copied = body.createMimeDataFromSelection()
    assert copied.text() == "One two 🙂\n• item\na\tb\n1\t2\n$x^2$ end\ncode"
    assert copied.formats() == ["text/plain"]


def test_a_part_of_a_line_is_copied_exactly(body: MessageBody, reader: MarkdownReader) -> None:
    show(body, reader, "🙂 one two three")
    cursor = body.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    assert body.selected_text() == "one two"


def test_code_has_its_language_and_a_button_that_copies_it(
    qtbot: QtBot, body: MessageBody, reader: MarkdownReader
) -> None:
    show(body, reader, "Words\n\n```rust\nfn main() {}\n\n\tindented\n```\n\n    plain")
    first, second = body.copy_buttons()
    assert first.accessibleName()
    assert first.isVisible()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "fn main() {}\n\n\tindented"
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "plain"
    assert first.mapTo(body, QPoint()).y() < second.mapTo(body, QPoint()).y()
    qtbot.waitUntil(lambda: not body.busy)


def test_code_is_coloured_by_the_look(qtbot: QtBot, body: MessageBody, reader: MarkdownReader, theme: Theme) -> None:
    show(body, reader, '```python\nprefix = "🙂"; return_ = 1\n# words\nfor x in y: pass\n```')
    qtbot.waitUntil(lambda: not body.busy)
    colours = Look.of(theme).code_colours
    assert colours_in(body, "for") == {colours["keyword"].name()}
    assert colours_in(body, "# words") == {colours["comment"].name()}
    theme.set_mode("dark")
    body.set_look(Look.of(theme))
    qtbot.waitUntil(lambda: not body.busy)
    assert colours_in(body, "for") == {Look.of(theme).code_colours["keyword"].name()}
    assert Look.of(theme).code_colours["keyword"] != colours["keyword"]


def test_code_in_an_unknown_language_stays_as_it_is(qtbot: QtBot, body: MessageBody, reader: MarkdownReader) -> None:
    show(body, reader, "```no-such-language\nfor x in y\n```")
    qtbot.waitUntil(lambda: not body.busy)
    assert colours_in(body, "for") == set()


def test_code_that_changes_while_it_is_coloured_does_no_harm(
    qtbot: QtBot, body: MessageBody, reader: MarkdownReader
) -> None:
    code = "\n".join(f"value_{number} = {number}" for number in range(900))
    show(body, reader, f"```python\n{code}\n```")
    assert body.busy
    show(body, reader, "Short.")
    qtbot.waitUntil(lambda: not body.busy)
    assert body.toPlainText() == "Short."


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda palette: palette.name)
def test_code_colours_can_be_read(palette: object, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_palette", palette)
    look = Look.of(theme)
    for name, colour in look.code_colours.items():
        assert contrast(colour, look.code_ground) >= 4.5, name
    assert contrast(look.muted, look.code_ground) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_a_formula_is_first_its_source_and_then_set(
    qtbot: QtBot, body: MessageBody, reader: MarkdownReader, press: FormulaPress
) -> None:
    show(body, reader, r"Before $\frac{a}{b}$ after")
    assert body.toPlainText() == r"Before $\frac{a}{b}$ after"
    qtbot.waitUntil(lambda: not press.busy)
    qtbot.waitUntil(lambda: body.toPlainText() == "Before \ufffc after")


@pytest.mark.parametrize("source", [r"\frac{a", "{" * 3_000, r"\left(" * 100, "x" * 5_000, r"\begin{pmatrix}" * 50])
def test_a_formula_that_cannot_be_set_is_refused(source: str) -> None:
    assert set_formula(source, display=False) is None


def test_a_formula_that_cannot_be_set_stays_its_source(
    qtbot: QtBot, body: MessageBody, reader: MarkdownReader, press: FormulaPress
) -> None:
    show(body, reader, r"See $\frac{a$ there")
    qtbot.waitUntil(lambda: not press.busy)
    assert body.toPlainText() == r"See $\frac{a$ there"


def test_formulas_stand_on_the_baseline_and_have_extent() -> None:
    fraction = set_formula(r"\frac{a}{b}", display=True)
    letter = set_formula("x", display=False)
    assert fraction is not None
    assert letter is not None
    assert fraction.ascent > letter.ascent
    assert fraction.descent > 20 > letter.descent
    assert not letter.path.isEmpty()


def test_a_closed_press_sets_nothing_more() -> None:
    press = FormulaPress()
    press.close()
    assert press.formula("x", display=False) is None
    assert not press.busy


def test_found_words_are_marked_and_their_place_is_told(body: MessageBody, reader: MarkdownReader) -> None:
    show(body, reader, "Needle, **needle** and\n\n- NEEDLE 🙂 needle")
    place = body.mark_found("needle", 3)
    assert [each.cursor.selectedText() for each in body.extraSelections()] == ["Needle", "needle", "NEEDLE", "needle"]
    assert place is not None
    assert place.top() > 20
    assert body.mark_found("", None) is None
    assert body.extraSelections() == []


def test_words_are_found_without_regard_to_case_and_never_across_themselves() -> None:
    assert positions("Aaaa", "aa") == [0, 2]
    assert positions("STRASSE straße", "straße") == [8]
    assert positions("İi", "i") == [1]
    assert positions("", "a") == []


@pytest.mark.parametrize("after", ["```python\nx = 1\n```", "## Heading", "Words."])
def test_nothing_lies_over_a_table(body: MessageBody, reader: MarkdownReader, after: str) -> None:
    """What follows a table keeps its room, though Qt passes over the room above a paragraph behind a table."""
    show(body, reader, f"| a | b |\n|---|---|\n| last | row |\n\n{after}")
    document = body.document()
    layout = document.documentLayout()
    (table,) = document.rootFrame().childFrames()
    last_cell = layout.blockBoundingRect(table.lastCursorPosition().block())
    below = [widget.geometry().top() for widget in body.findChildren(CodeHeader) if widget.isVisible()]
    assert min([layout.blockBoundingRect(document.lastBlock()).top(), *below]) > last_cell.bottom()
