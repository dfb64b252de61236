"""The trash: nowhere to be found, back as it was, and once emptied no longer in the file's bytes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import apsw
import pytest

from paddock.chat import index
from paddock.chat.shelf import Gone
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.chat.conftest import KEY
from tests.chat.generator import fill

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.chat.store import ChatStore
    from tests.chat.conftest import Clock


def plain_bytes(folder: Path, copy: Path) -> bytes:
    """Return the store's file decrypted page by page, unused pages included, and its log, as they lie on the disk."""
    copy.mkdir()
    for file in folder.glob("paddock.db*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, copy / file.name)
    log = copy / "paddock.db-wal"
    assert not log.exists() or log.stat().st_size == 0, "the log still holds old pages"
    db = apsw.Connection(str(copy / "paddock.db"))
    for statement in ("cipher='aegis'", f"key='raw:{KEY}'", "journal_mode=DELETE", "secure_delete=OFF", "rekey=''"):
        list(db.execute(f"PRAGMA {statement}"))
    db.close()
    raw = (copy / "paddock.db").read_bytes()
    assert raw.startswith(b"SQLite format 3\0")
    return raw


def test_a_chat_in_the_trash_is_nowhere_else_and_comes_back(store: ChatStore) -> None:
    chat = store.create_chat("Zebra title").id
    store.add_user_message(chat, None, "A zebra is here")
    assert len(store.search("zebra")) == 2
    store.trash_chat(chat)
    assert store.chats() == []
    assert [one.id for one in store.trashed_chats()] == [chat]
    assert store.chat(chat).trashed_at is not None
    assert store.search("zebra") == []
    store.restore_chat(chat)
    assert [one.id for one in store.chats()] == [chat]
    assert len(store.search("zebra")) == 2


def test_a_message_goes_with_what_hangs_from_it_and_undo_brings_all_back(store: ChatStore) -> None:
    chat = store.create_chat("Chat").id
    first = store.add_user_message(chat, None, "first")
    second = store.add_user_message(chat, first.id, "second")
    store.add_user_message(chat, second.id, "third")
    other = store.add_user_message(chat, first.id, "other second")
    store.select_version(second.id)
    before = store.branch(chat)

    undo = store.trash_message(second.id)
    assert undo.count == 2
    assert [message.text for message in store.branch(chat)] == ["first", "other second"]
    assert (store.message(other.id).version, store.message(other.id).versions) == (1, 1)
    trashed = store.trashed_messages()
    assert [(one.message.id, one.title, one.count) for one in trashed] == [(second.id, "Chat", 2)]

    store.restore_message(undo.message_id, undo.leaf_id)
    assert store.branch(chat) == before
    assert store.trashed_messages() == []


def test_restoring_what_hung_from_trashed_messages_brings_those_back_too(store: ChatStore) -> None:
    chat = store.create_chat().id
    first = store.add_user_message(chat, None, "first")
    second = store.add_user_message(chat, first.id, "second")
    third = store.add_user_message(chat, second.id, "third")
    store.trash_message(third.id)
    store.trash_message(first.id)
    assert store.branch(chat) == []
    store.restore_message(third.id)
    assert [message.text for message in store.branch(chat)] == ["first", "second", "third"]


def test_emptied_is_gone_from_the_file(store: ChatStore, vault: Vault, tmp_path: Path) -> None:
    """Words are searched for in the decrypted pages: message, reasoning, title, and the index's own pieces of them."""
    fill(vault, 300, 50)  # neighbours: pages and index leaves are shared
    chat = store.create_chat("Quokkatitle").id
    first = store.add_user_message(chat, None, "Wombatword one " + "filler " * 5_000)
    reply = store.start_reply(chat, first.id, model="m")
    store.save_reply_progress(reply.id, "Numbatword so far", "Dingothought", 1.0)
    store.add_user_message(chat, first.id, "袋熊独特 stays not")
    store.set_chat_options(chat, system_prompt="Possumprompt")
    store.save_draft(chat, "Echidnadraft")
    keep = store.create_chat("Kept").id
    kept = store.add_user_message(keep, None, "Kangarooword is kept")
    lone = store.add_user_message(keep, kept.id, "Bilbyword is not")
    store.trash_chat(chat)
    store.trash_message(lone.id)

    folder = tmp_path / "vault"
    latin = ["Quokkatitle", "Wombatword", "Numbatword", "Dingothought", "Possumprompt", "Echidnadraft", "Bilbyword"]
    pieces = [*latin, "袋熊独特", "袋熊", "独特"]
    vault.empty_log()
    before = plain_bytes(folder, tmp_path / "before")
    assert [piece for piece in pieces if piece.encode() not in before] == []
    assert store.empty_trash() == 5
    after = plain_bytes(folder, tmp_path / "after")
    # FTS5 stores a word by what it does not share with the word before it: its last letters are looked for as well.
    traces = [*pieces, *(word.lower() for word in latin), *(word[3:] for word in latin)]
    assert [trace for trace in traces if trace.encode() in after] == []
    assert b"Kangarooword" in after
    assert [hit.message_id for hit in store.search("kangaroo")] == [kept.id]
    with pytest.raises(Gone):
        store.chat(chat)
    with vault.read() as db:
        assert db.problems() == ()


def test_only_what_lies_there_long_enough_is_removed(store: ChatStore, clock: Clock) -> None:
    old, new = store.create_chat("old").id, store.create_chat("new").id
    store.add_user_message(old, None, "in the old one")
    store.trash_chat(old)
    limit = clock()
    store.trash_chat(new)
    assert store.empty_trash(before=limit) == 2
    assert [chat.id for chat in store.trashed_chats()] == [new]
    assert store.empty_trash() == 1
    assert store.empty_trash() == 0


def test_cleaning_up_goes_on_after_a_crash(
    store: ChatStore, vault: Vault, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleted, but the program died before the index was cleaned: the next start's `tidy` does it."""
    chat = store.create_chat().id
    store.add_user_message(chat, None, "Wombatword")
    store.create_chat("Other")
    store.trash_chat(chat)

    def die(_vault: Vault) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("paddock.chat.trash.scrub", die)
        with pytest.raises(KeyboardInterrupt):
            store.empty_trash()
    vault.empty_log()
    assert b"wombatword" in plain_bytes(tmp_path / "vault", tmp_path / "before")
    vault.lock()

    again = Vault.open(tmp_path / "vault", Key.from_hex(KEY), clock)
    try:
        type(store)(again, clock).tidy()
        assert b"ombatword" not in plain_bytes(tmp_path / "vault", tmp_path / "after")
        index.scrub(again)  # nothing left to do
    finally:
        again.lock()
