"""Makes pages findable: cuts them into passages and keeps their words; takes them out again without a trace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from paddock.library.gathering import merge
from paddock.library.passages import context_line, cut
from paddock.library.rows import shown_line
from paddock.library.terms import comparable
from paddock.library.vectors import forget_vectors

if TYPE_CHECKING:
    from paddock.reader.protocol import Page
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault


class Index:
    """Keeps passages and their words in the transactions of whoever keeps the pages (`types.PageIndex`)."""

    def add_page(self, connection: Connection, document_id: int, page: Page) -> int:
        """Take in a page that is not in yet; return how many passages it made. Its document must be in the store."""
        passages = cut(page)
        if not passages:
            return 0
        title = document_title(connection, document_id)
        for passage in passages:
            connection.execute(
                "INSERT INTO passage (document_id, page, first, last, kind, place, headings, header) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document_id,
                    page.number,
                    passage.start,
                    passage.end,
                    passage.kind,
                    passage.place,
                    json.dumps([shown_line(heading) for heading in passage.headings], ensure_ascii=False),
                    passage.header,
                ),
            )
            connection.execute(
                "INSERT INTO passage_words (rowid, context, body) VALUES (?, ?, ?)",
                (
                    connection.last_insert_rowid(),
                    comparable(context_line(title, passage)),
                    comparable(page.text[passage.start : passage.end]),
                ),
            )
        return len(passages)

    def forget(self, connection: Connection, document_id: int) -> None:
        """Take all of a document's passages, words and vectors out. What lay in the file leaves it with `scrub`."""
        forget_vectors(connection, document_id)
        connection.execute(
            "DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE document_id = ?)", (document_id,)
        )
        connection.execute("DELETE FROM passage WHERE document_id = ?", (document_id,))

    def scrub(self, vault: Vault) -> None:
        """Take forgotten words out of the file: merge the index into one piece, in steps of some 30 ms.

        The caller empties the log after it. Called outside a transaction; ended by a crash, it is to be called again.
        """
        merge(vault)


def document_title(connection: Connection, document_id: int) -> str:
    """Return what search calls a document: its own title, else its file's name as words."""
    for title, name in connection.execute("SELECT title, name FROM document WHERE id = ?", (document_id,)):
        return readable_title(str(title), str(name))
    return ""


def readable_title(title: str, name: str) -> str:
    """Return `title`, or the words of a file's name; nothing where the name is only a digest or number."""
    if title.strip():
        return title.strip()
    stem = name.rpartition(".")[0] or name
    words = stem.replace("_", " ").replace("-", " ").replace("+", " ").split()
    return " ".join(words) if any(word.isalpha() for word in words) else ""
