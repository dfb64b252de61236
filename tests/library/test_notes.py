"""Notes on a document: kept by part, gone when it is summarized, and with the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.library.shelf import NotInLibrary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.library.store import LibraryStore


@pytest.fixture
def document_id(store: LibraryStore, take_in: Callable[..., None], files: Path) -> int:
    (files / "dam.txt").write_text("The dam was completed in 1964.", encoding="utf-8")
    take_in(files / "dam.txt")
    return store.documents()[0].id


def test_a_note_is_kept_under_its_key_and_replaced(store: LibraryStore, document_id: int) -> None:
    assert store.note(document_id, "part one") is None
    store.keep_note(document_id, "part one", "A dam.")
    store.keep_note(document_id, "part one", "A dam of 1964.")
    store.keep_note(document_id, "part two", "Cracks.")
    assert store.note(document_id, "part one") == "A dam of 1964."
    store.forget_notes(document_id)
    assert store.note(document_id, "part one") is None
    assert store.note(document_id, "part two") is None


def test_notes_go_with_their_document_and_are_kept_of_none_that_is_gone(store: LibraryStore, document_id: int) -> None:
    store.keep_note(document_id, "part one", "A dam.")
    store.remove_documents([document_id])
    assert store.note(document_id, "part one") is None
    with pytest.raises(NotInLibrary):
        store.keep_note(document_id, "part two", "Cracks.")
