"""Citations in what is set: behind their sentences in prose, lists, tables and emphasis, and never altering a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from paddock.chat.citing import prepared
from paddock.chat.sources import Consulted, Mark, Source
from paddock.library.sentences import sentences
from paddock.ui.markdown.blocks import Block, Line, Style, Table
from paddock.ui.markdown.citing import cited_blocks, mark_index, uncited
from paddock.ui.markdown.growing import GrowingText
from paddock.ui.markdown.reader import MarkdownReader
from tests.ui_transcript.samples import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from paddock.chat.types import Message
    from paddock.ui.transcript.view import TranscriptView

SOURCES = tuple(
    Source(number=number, document_id=1, document="a.pdf", page=number, start=0, end=9, text="Some text")
    for number in (1, 2, 3)
)
READER = MarkdownReader("image not shown")


def consulted(text: str, verdicts: Sequence[int]) -> Consulted:
    """Return marks for the text's sentences: a source's number, or 0 for unsupported."""
    marks = tuple(
        Mark(start=start, end=end, verdict="supported" if number else "unsupported", source=number)
        for (start, end), number in zip(sentences(text), verdicts, strict=False)
    )
    return Consulted(used="searched", documents=1, sources=SOURCES, marks=marks)


def cited(text: str, *verdicts: int) -> list[Block]:
    return list(cited_blocks(READER, text, consulted(text, verdicts), lambda mark: f"tip {mark.source}"))[-1]


def shown(block: Block) -> list[str]:
    """Return a block's texts with its citations, `_` around words that are marked as said nowhere."""
    rows = block.rows if isinstance(block, Table) else ((block.runs,),)
    return [
        "".join(
            f"_{run.text}_" if run.style & Style.UNSUPPORTED and not run.style & Style.CITATION else run.text
            for run in cell
        ).replace("\u2060", "")
        for row in rows
        for cell in row
    ]


def test_prose_and_emphasis() -> None:
    (line,) = cited("The limit is **fifty.** It was *told in spring.*", 1, 2)
    assert shown(line) == ["The limit is fifty. It was told in spring.[1]"]
    (line,) = cited("The limit is **fifty**. It was told. Cows fly.", 1, 2, 0)
    assert shown(line) == ["The limit is fifty.[1] It was told.[2] _Cows fly._[?]"]
    assert isinstance(line, Line)
    citation = next(run for run in line.runs if run.style == Style.CITATION)
    assert (mark_index(citation.href), citation.tip) == (0, "tip 1")


def test_lists_tables_and_headings() -> None:
    blocks = cited(
        "# The wells here\n\n- It is **dry.**\n- Cows fly `a. b`.\n\n| a | b |\n|---|---|\n| so | it is |",
        1,
        2,
        0,
        1,
        1,
        3,
    )
    assert [shown(block) for block in blocks] == [
        ["The wells here[1]"],
        ["It is dry.[2]"],
        ["_Cows fly __a. b__._[?]"],
        ["a", "b[1]", "so", "it is[3]"],
    ]


def test_code_and_formulas_stay_whole() -> None:
    blocks = cited("See this:\n\n```python\nx. y\n```\n\nThe sum $a. b$ is it.", 1, 2, 3)
    assert [shown(block) for block in blocks] == [["See this:[1]"], ["x. y"], ["The sum a. b is it.[3]"]]
    assert any(run.style & Style.FORMULA for run in blocks[-1].runs)  # type: ignore[union-attr]


def test_a_number_of_the_models_own_gives_way_to_ours() -> None:
    (line,) = cited("The limit is fifty [3].", 1)
    assert shown(line) == ["The limit is fifty.[1]"]


PIECES = st.sampled_from(
    [
        *"It is so. |**bold.** |*it |`c. d` |\n\n|\n- |\n1. |\n> |```\n|[a. b](http://x.y/z. w) |$a. b$ |# T\n".split(
            "|"
        ),
        *"句子。|![i. j](k) |---\n|\\* |&amp; |~~x. y~~ |\u2e0e".split("|"),
        "# T\n",
        "| a | b. |\n",
        "|---|---|\n",
    ]
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14), st.lists(st.integers(0, 3), min_size=30, max_size=30))
def test_no_word_is_ever_altered(pieces: list[str], verdicts: list[int]) -> None:
    text = "".join(pieces)
    known = consulted(text, verdicts)
    ready = prepared(text, known)
    plain = GrowingText(READER).read(ready.text)
    made = list(cited_blocks(READER, text, known, lambda _mark: ""))[-1]
    count = 0
    for before, after in zip(plain, made, strict=True):
        rows = zip(
            before.rows if isinstance(before, Table) else ((before.runs,),),
            after.rows if isinstance(after, Table) else ((after.runs,),),
            strict=True,
        )
        for row, with_citations in rows:
            assert list(row) == [uncited(cell) for cell in with_citations]
            count += sum(bool(run.style & Style.CITATION) for cell in with_citations for run in cell)
    assert count <= len(ready.places)


# ---------------------------------------------------------------- in the conversation


def answer(text: str, number: int = 2) -> Message:
    return message(number, "assistant", text)


def settled(view: TranscriptView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(widget.busy for widget in view.rows.shown.values()))


def test_an_answer_gets_its_numbers_when_it_is_whole(view: TranscriptView, qtbot: QtBot) -> None:
    text = "The limit is fifty. Cows fly."
    view.set_messages([message(1, "user", "What?"), answer("")])
    view.start_stream(2)
    view.show_consulted({2: Consulted(used="searched", documents=3, sources=SOURCES)})
    view.stream_text(2, text)
    qtbot.waitUntil(lambda: view.rows.shown[2].body.toPlainText() == text)
    line = view.rows.shown[2].parts.sources
    assert line is not None
    assert line.accessibleName() == "Searched 3 document(s)"
    assert not line.legend.isVisible()
    view.show_consulted({2: consulted(text, [1, 0])})
    assert view.rows.shown[2].body.toPlainText() == text, "while it is written there are none"
    view.end_stream(answer(text))
    settled(view, qtbot)
    assert view.rows.shown[2].body.toPlainText().replace("\u2060", "") == "The limit is fifty.[1] Cows fly.[?]"
    assert line.legend.isVisible()
    view.set_messages([message(1, "user", "What?"), answer(text, 3)])
    assert view.rows.shown[3].body.toPlainText() == text, "another version has its own"


def test_a_citation_is_reached_and_chosen_by_keys(view: TranscriptView, qtbot: QtBot) -> None:
    text = "The limit is fifty. It was told. Cows fly."
    view.set_messages([answer(text)])
    view.show_consulted({2: consulted(text, [1, 2, 0])})
    settled(view, qtbot)
    view.focus_message(2)
    body = view.rows.shown[2].body
    view.rows.shown[2].enter_text()
    with qtbot.waitSignal(view.cited) as chosen:
        QTest.keyClick(body, Qt.Key.Key_Tab)
        assert body.textCursor().selectedText().replace("\u2060", "") == "[1]"
        QTest.keyClick(body, Qt.Key.Key_Return)
    assert chosen.args == [2, 0]
    with qtbot.waitSignal(view.cited) as chosen:
        QTest.keyClick(body, Qt.Key.Key_Tab)
        QTest.keyClick(body, Qt.Key.Key_Return)
    assert chosen.args == [2, 1]


def test_words_are_found_where_they_are_shown(view: TranscriptView, qtbot: QtBot) -> None:
    text = "The limit is fifty. The limit holds."
    view.set_messages([answer(text)])
    view.show_consulted({2: consulted(text, [1, 1])})
    settled(view, qtbot)
    told: list[tuple[int, int]] = []
    view.found_changed.connect(lambda at, of: told.append((at, of)))
    view.find_text("[1]")
    qtbot.waitUntil(lambda: bool(told) and told[-1][1] == 2)
    view.find_step(1)
    assert told[-1] == (2, 2)


def test_a_message_is_copied_with_its_numbers_and_a_selection_too(view: TranscriptView, qtbot: QtBot) -> None:
    text = "The limit is **fifty**."
    view.set_messages([answer(text)])
    view.show_consulted({2: consulted(text, [2])})
    settled(view, qtbot)
    view.rows.shown[2].copy_text()
    assert QGuiApplication.clipboard().text() == f"{text}[2]\n\n[2] a.pdf, page 2"
    body = view.rows.shown[2].body
    body.selectAll()
    assert body.selected_text() == "The limit is fifty.[2]"


def test_a_citation_stands_out_enough_and_no_line_grows(view: TranscriptView, qtbot: QtBot) -> None:
    text = "The limit is fifty. " * 12
    view.set_messages([answer(text)])
    settled(view, qtbot)
    body = view.rows.shown[2].body
    plain = body.document().firstBlock().layout()
    line_px = plain.lineAt(1).y() - plain.lineAt(0).y()
    view.show_consulted({2: consulted(text, [1] * 12)})
    settled(view, qtbot)
    layout = body.document().firstBlock().layout()
    steps = {round(layout.lineAt(at + 1).y() - layout.lineAt(at).y()) for at in range(layout.lineCount() - 1)}
    assert steps == {round(line_px)}


def test_a_long_answer_is_set_piece_by_piece_and_cited_at_last(view: TranscriptView, qtbot: QtBot) -> None:
    text = "The limit is fifty.\n\n" * 900
    view.set_messages([answer(text)])
    view.show_consulted({2: consulted(text, [1] * 400)})
    settled(view, qtbot)
    assert view.rows.shown[2].body.toPlainText().count("[1]") == 400
