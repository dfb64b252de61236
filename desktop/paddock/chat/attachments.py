"""Keeps which documents a chat asks, and what each reply rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from paddock.chat.shelf import Shelf, check_changed, one_row
from paddock.chat.sources import Attachment, Consulted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.sources import AttachmentKind, AttachmentUse
    from paddock.vault.connection import Connection

_consulted = msgspec.json.Decoder(Consulted)


class Attachments(Shelf):
    """Documents and collections by their numbers in the library, which may have lost them since."""

    def attach(self, chat_id: int, kind: AttachmentKind, target_id: int, name: str) -> Attachment:
        """Let a chat ask a document or collection; what is attached already stays as it is. Raises Gone."""
        with self._vault.write() as db:
            one_row(db, "SELECT 1 FROM chat WHERE id = ?", chat_id, what="chat")
            db.execute(
                "INSERT INTO attachment (chat_id, kind, target_id, used, name) VALUES (?, ?, ?, 'auto', ?) "
                "ON CONFLICT DO NOTHING",
                (chat_id, kind, target_id, name),
            )
            row = one_row(
                db,
                "SELECT id, chat_id, kind, target_id, used, name FROM attachment "
                "WHERE chat_id = ? AND kind = ? AND target_id = ?",
                chat_id,
                kind,
                target_id,
                what="attachment",
            )
            self._changed("attachments", chat_id)
            return Attachment(*row)

    def detach(self, attachment_id: int) -> None:
        """Take a document or collection away from its chat. Raises Gone."""
        with self._vault.write() as db:
            chat_id = int(
                one_row(db, "SELECT chat_id FROM attachment WHERE id = ?", attachment_id, what="attachment")[0]
            )
            db.execute("DELETE FROM attachment WHERE id = ?", (attachment_id,))
            self._changed("attachments", chat_id)

    def use_attachment(self, attachment_id: int, used: AttachmentUse) -> None:
        """Choose whether it is read whole, searched, or as fits best. Raises Gone."""
        with self._vault.write() as db:
            db.execute("UPDATE attachment SET used = ? WHERE id = ?", (used, attachment_id))
            check_changed(db, "attachment")
            chat_id = one_row(db, "SELECT chat_id FROM attachment WHERE id = ?", attachment_id, what="attachment")[0]
            self._changed("attachments", int(chat_id))

    def attachments(self, chat_id: int) -> list[Attachment]:
        """Return what a chat asks, in the order it was attached."""
        with self._vault.read() as db:
            sql = "SELECT id, chat_id, kind, target_id, used, name FROM attachment WHERE chat_id = ? ORDER BY id"
            rows: Any = db.execute(sql, (chat_id,))
            return [Attachment(*row) for row in rows]

    def attached_to_be(self) -> list[Attachment]:
        """Return what a chat that is not begun yet will ask; their numbers are 0."""
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT 0, 0, kind, target_id, used, name FROM new_chat_attachment ORDER BY place")
            return [Attachment(*row) for row in rows]

    def keep_attached_to_be(self, attachments: Sequence[Attachment]) -> None:
        """Keep what a chat that is not begun yet will ask. Not announced: only one page shows it."""
        with self._vault.write() as db:
            db.execute("DELETE FROM new_chat_attachment")
            for one in attachments:
                db.execute(
                    "INSERT INTO new_chat_attachment (kind, target_id, used, name) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT DO NOTHING",
                    (one.kind, one.target_id, one.used, one.name),
                )

    def keep_consulted(self, message_id: int, consulted: Consulted) -> None:
        """Keep what a reply rests on, in place of what was kept of it before. Raises Gone."""
        with self._vault.write() as db:
            chat_id = one_row(db, "SELECT chat_id FROM message WHERE id = ?", message_id, what="message")[0]
            write_consulted(db, message_id, consulted)
            self._changed("messages", int(chat_id), message_id)

    def consulted(self, message_ids: Sequence[int]) -> dict[int, Consulted]:
        """Return what is kept of those messages that rest on documents."""
        with self._vault.read() as db:
            return read_consulted(db, message_ids)


def write_consulted(db: Connection, message_id: int, consulted: Consulted) -> None:
    """Write what a reply rests on, in place of what was written of it before."""
    db.execute(
        "INSERT INTO consulted VALUES (?, ?) ON CONFLICT (message_id) DO UPDATE SET what = excluded.what",
        (message_id, msgspec.json.encode(consulted).decode()),
    )


def read_consulted(db: Connection, message_ids: Sequence[int]) -> dict[int, Consulted]:
    """Return what is written of those messages that rest on documents."""
    rows: Any = db.execute(
        "SELECT message_id, what FROM json_each(?) AS wanted JOIN consulted ON consulted.message_id = wanted.value",
        (msgspec.json.encode(list(message_ids)).decode(),),
    )
    return {number: _consulted.decode(what) for number, what in rows}
