"""What is said of documents, in the person's language: a reader's refusal, a part that was read, a reader that died."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, get_args

import pytest
from PySide6.QtCore import QLocale, Qt

from paddock.library.coverage import UnreadPage
from paddock.library.types import Document, DocumentState
from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from paddock.ui.application import _translate
from paddock.ui.documents.gaps import _which
from paddock.ui.documents.phrases import standing_of, state_of, why_not_whole
from paddock.ui.sentences import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    before = QLocale()
    translators: list[Any] = []
    yield lambda language: translators.extend(_translate(qapp, language))
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def document(**what: Any) -> Document:
    known: dict[str, Any] = {"state": "refused", "reason": "", "note": "", "next_step": "", "pages": 0, "pages_kept": 0}
    return Document(
        id=1, sha256="", size_bytes=10, added_at=0.0, modified_at=0.0, read_at=None, pages_empty=0, pages_no_text=0,
        pages_damaged=0, pages_cut=0, pages_recognised=0, characters=0, draws=False, format="", name="wells", title="",
        author="", languages=(), **(known | what),
    )  # fmt: skip


def refused(name: str, data: bytes) -> Document:
    """Return the document that the library keeps of a file the reader refuses."""
    with pytest.raises(Unreadable) as raised:
        open_document(Source(data, name))
    failure = raised.value
    note = " ".join(part for part in (failure.what, failure.why) if part)
    return document(reason=failure.reason, note=note, next_step=failure.next_step)


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("talk.ogg", b"OggS\0\2" + bytes(range(256)) * 4,
         "Dateien dieser Art können nicht gelesen werden. Die Datei ist eine Tonaufnahme."),
        ("empty.pdf", b"", "Die Datei ist leer."),
        ("wells.docx", b"PK\3\4[Content_Types].xml word/document.xml" + bytes(40),
         "Dateien dieser Art können nicht gelesen werden. Die Datei ist ein ZIP-Archiv."),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\nendobj\n",
         ("Das PDF ist beschädigt. Der Aufbau ist nicht zu verstehen. Öffnen Sie es in einem anderen Programm und "
          "speichern Sie es neu, oder besorgen Sie es noch einmal.")),
    ],
)  # fmt: skip
def test_a_readers_refusal_is_told_in_german(
    speaking: Callable[[str], None], name: str, data: bytes, shown: str
) -> None:
    speaking("de")
    assert why_not_whole(refused(name, data)) == shown


def test_a_list_tells_a_refusal_without_a_stop(speaking: Callable[[str], None]) -> None:
    empty = refused("empty.pdf", b"")
    speaking("de")
    assert state_of(empty).words == "abgelehnt: Die Datei ist leer"
    speaking("zh_CN")
    assert state_of(empty).words == "被拒绝：文件是空的"


def test_a_part_that_was_read_is_told_in_german(speaking: Callable[[str], None]) -> None:
    speaking("de")
    part = document(state="part", pages=20_900, pages_kept=20_000, reason="limit", note="Only 20,000 pages are read.")
    assert why_not_whole(part) == "900 Seiten nicht erreicht. Nur 20.000 Seiten werden gelesen."


def test_a_document_that_readers_died_of_is_told_in_chinese(speaking: Callable[[str], None]) -> None:
    speaking("zh_CN")
    part = document(
        state="part", pages=9, pages_kept=7, reason="reader",
        note="The reader stopped 2 times, the last time after page 7. The reader stopped over this document. "
             "The system killed it, most likely for want of memory.",
        next_step="Other documents are not touched by it. Try this one again; if it happens again, the file is "
                  "damaged.",
    )  # fmt: skip
    assert why_not_whole(part) == (
        "2 页尚未读到。读取程序停止了 2 次，最近一次是在第 7 页之后。读取程序在此文档上停止了。"
        "系统结束了它，很可能是因为内存不足。其他文档不受影响。请再试一次；如果再次发生，则该文件已损坏。"
    )


@pytest.mark.parametrize("state", get_args(DocumentState))
def test_a_standing_is_the_same_without_its_words(state: DocumentState) -> None:
    for reason in ("", "password"):
        assert (
            standing_of(document(state=state, reason=reason)) == state_of(document(state=state, reason=reason)).standing
        )


def test_the_notes_of_a_large_library_are_told_at_once(speaking: Callable[[str], None]) -> None:
    speaking("de")
    notes = [
        "This file is damaged. A part of the file does not match its checksum.",
        "The file has 3,000 MB; at most 2,147 MB are read.",
        "The picture is damaged. Image file is truncated (17 bytes not processed).",
        "Words of a version that is not known here. And some more of them.",
        "It cannot be opened: Permission denied.",
    ]
    in_language(notes[0])  # the templates are taken in once
    began = time.process_time()
    told = [in_language(note) for _ in range(500) for note in notes]
    assert time.process_time() - began < 0.25
    assert told[4] == "Die Datei kann nicht geöffnet werden: Zugriff verweigert."


def test_pages_that_were_not_read_say_why_in_their_own_words() -> None:
    """Not every page without text lacks recognition data; the reader knows which does."""
    letters = "Its letters are stored without what they mean."
    pages = [
        UnreadPage(3, "", "no_text", letters),
        UnreadPage(4, "", "no_text", letters),
        UnreadPage(7, "", "no_text", "This is a picture; no text was found in it."),
        UnreadPage(9, "", "no_text", ""),
        UnreadPage(12, "", "damaged", ""),
    ]
    assert _which(pages) == (
        "Pages 3\u20134: Its letters are stored without what they mean. "
        "Page 7: This is a picture; no text was found in it. Page 9: no text. Page 12: damaged."
    )
