"""Chats, folders, presets and drafts; what is announced; what is gone says so."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from paddock.chat.shelf import Gone
from paddock.chat.sources import Attachment
from paddock.chat.store import ChatStore
from paddock.chat.types import Changed, Folder, ModelOptions
from paddock.engine.protocol import Sampling
from paddock.errors import UserError
from paddock.vault.key import Key
from paddock.vault.places import SCHEMA
from paddock.vault.vault import Vault
from tests.chat.conftest import KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.chat.conftest import Clock


def test_a_chat_begins_empty_and_takes_its_title_from_the_first_words(store: ChatStore, clock: Clock) -> None:
    began = clock.now
    chat = store.create_chat()
    assert (chat.title, chat.leaf_id, chat.pinned, chat.draft, chat.sampling) == ("", None, False, "", None)
    assert chat.created_at > began
    first = store.add_user_message(chat.id, None, "What is a paddock? Tell me all about it.")
    store.add_user_message(chat.id, first.id, "And a meadow?")
    again = store.chat(chat.id)
    assert again.title == "What is a paddock?"
    assert again.updated_at > again.created_at


def test_a_title_given_by_hand_stays(store: ChatStore) -> None:
    chat = store.create_chat()
    store.rename_chat(chat.id, "  My \n own  ")
    store.add_user_message(chat.id, None, "Hello there")
    assert store.chat(chat.id).title == "My own"
    with pytest.raises(UserError, match="A name is needed"):
        store.rename_chat(chat.id, " \n ")


def test_pinned_chats_come_first_then_the_latest_used(store: ChatStore) -> None:
    old, middle, new = (store.create_chat(title).id for title in ("old", "middle", "new"))
    store.pin_chat(middle, pinned=True)
    assert [chat.id for chat in store.chats()] == [middle, new, old]
    store.add_user_message(old, None, "Hello")
    assert [chat.id for chat in store.chats()] == [middle, old, new]
    store.pin_chat(middle, pinned=False)
    assert [chat.id for chat in store.chats()] == [old, new, middle]


def test_folders_hold_chats_and_let_them_go(store: ChatStore) -> None:
    work, home = store.create_folder("work"), store.create_folder("Home")
    assert store.folders() == [home, work]
    chat = store.create_chat(folder_id=work.id).id
    store.move_chat(chat, home.id)
    store.rename_folder(home.id, "House")
    assert store.folders() == [Folder(home.id, "House"), work]
    store.remove_folder(home.id)
    assert store.chat(chat).folder_id is None
    with pytest.raises(Gone):
        store.move_chat(chat, home.id)


def test_a_preset_may_leave_the_parameters_to_each_model(store: ChatStore) -> None:
    own = store.save_preset("Brief", "Be brief.", None)
    assert store.presets() == [own]
    assert own.sampling is None


def test_presets_are_kept_by_name(store: ChatStore) -> None:
    warm = store.save_preset("Poet", "Rhyme.", Sampling(temperature=1.5, seed=7))
    assert store.presets() == [warm]
    colder = store.save_preset("Poet", "Rhyme less.", Sampling(temperature=0))
    assert colder.id == warm.id
    assert store.presets() == [colder]
    other = store.save_preset("Clerk", "", Sampling())
    store.rename_preset(other.id, "Poet")
    assert [(preset.id, preset.name) for preset in store.presets()] == [(other.id, "Poet")]
    store.remove_preset(other.id)
    assert store.presets() == []


def test_what_holds_for_a_model_is_no_preset(store: ChatStore) -> None:
    assert store.model_options("tiny") == ModelOptions()
    store.keep_model_options("tiny", "Rhyme.", Sampling(temperature=1.5))
    store.keep_model_options("tiny", "Rhyme.", None)
    store.keep_model_options("poet", "", Sampling(seed=7))
    assert store.presets() == []
    assert store.model_options("tiny") == ModelOptions("Rhyme.", None)
    assert store.model_options("poet") == ModelOptions("", Sampling(seed=7))
    chat = store.create_chat()
    store.set_chat_options(chat.id, model="tiny")
    store.rename_model("tiny", "poet")
    assert store.chat(chat.id).model == "poet"
    assert store.model_options("poet") == ModelOptions("Rhyme.", None)
    assert store.model_options("tiny") == ModelOptions()
    store.keep_model_options("poet", "", None)
    assert store.model_options("poet") == ModelOptions()


def test_what_held_for_a_model_by_a_preset_of_its_name_still_does(tmp_path: Path, clock: Clock) -> None:
    schema = tmp_path / "schema"
    shutil.copytree(SCHEMA, schema)
    (schema / "0004_model_options.sql").unlink()
    earlier = Vault.open(tmp_path / "vault", Key.from_hex(KEY), clock, schema=schema)
    ChatStore(earlier, clock).save_preset("tiny", "Rhyme.", Sampling(temperature=1.5))
    earlier.lock()
    vault = Vault.open(tmp_path / "vault", Key.from_hex(KEY), clock)
    store = ChatStore(vault, clock)
    assert store.model_options("tiny") == ModelOptions("Rhyme.", Sampling(temperature=1.5))
    assert [preset.name for preset in store.presets()] == ["tiny"]
    vault.lock()


def test_options_change_one_by_one(store: ChatStore) -> None:
    chat = store.create_chat().id
    store.set_chat_options(chat, system_prompt="Be brief.", sampling=Sampling(top_k=3), model="m", context_tokens=2048)
    store.set_chat_options(chat, model=None)
    kept = store.chat(chat)
    assert (kept.system_prompt, kept.sampling, kept.model, kept.context_tokens) == (
        "Be brief.",
        Sampling(top_k=3),
        None,
        2048,
    )


def test_drafts_are_kept_per_chat_and_before_there_is_one(store: ChatStore) -> None:
    chat = store.create_chat().id
    store.save_draft(None, "a new beg")
    store.save_draft(chat, "half a thou")
    assert (store.draft(None), store.draft(chat), store.chat(chat).draft) == ("a new beg", "half a thou", "half a thou")
    store.add_user_message(chat, None, "something else")
    assert store.draft(chat) == "half a thou"
    store.add_user_message(chat, None, "half a thou")
    assert store.draft(chat) == ""


def test_a_branch_is_copied_into_a_chat_of_its_own(store: ChatStore) -> None:
    chat = store.create_chat("Hay", store.create_folder("Farm").id)
    store.set_chat_options(chat.id, system_prompt="Be brief.", context_tokens=512)
    one = store.add_user_message(chat.id, None, "one")
    two = store.add_user_message(chat.id, one.id, "two")
    store.add_user_message(chat.id, two.id, "three")
    copy = store.copy_branch(two.id)
    assert (copy.title, copy.folder_id, copy.system_prompt, copy.context_tokens) == (
        "Hay (2)",
        chat.folder_id,
        "Be brief.",
        512,
    )
    branch = store.branch(copy.id)
    assert [(message.text, message.created_at) for message in branch] == [
        ("one", one.created_at),
        ("two", two.created_at),
    ]
    assert store.copy_branch(branch[0].id).title == "Hay (3)"
    assert [message.text for message in store.branch(chat.id)] == ["one", "two", "three"]


def test_an_outline_and_a_few_messages_serve_a_view_that_shows_a_part(store: ChatStore) -> None:
    chat = store.create_chat().id
    parent = None
    for number in range(10):
        parent = store.add_user_message(chat, parent, f"é{number}").id
    outline = store.outline(chat)
    assert [(one.role, one.state, one.size_bytes, one.version) for one in outline] == [("user", "complete", 3, 1)] * 10
    wanted = [outline[7].id, outline[2].id, 999_999]
    assert [message.text for message in store.messages(chat, wanted)] == ["é7", "é2"]


def test_what_is_gone_says_so(store: ChatStore) -> None:
    chat = store.create_chat().id
    message = store.add_user_message(chat, None, "Hello").id
    calls: list[Callable[[], object]] = [
        lambda: store.chat(99),
        lambda: store.branch(99),
        lambda: store.message(99),
        lambda: store.branch(chat, 99),
        lambda: store.rename_chat(99, "x"),
        lambda: store.pin_chat(99, pinned=True),
        lambda: store.move_chat(99, None),
        lambda: store.set_chat_options(99, model="x"),
        lambda: store.save_draft(99, "x"),
        lambda: store.trash_chat(99),
        lambda: store.trash_message(99),
        lambda: store.restore_message(99),
        lambda: store.select_version(99),
        lambda: store.start_reply(chat, 99, model=""),
        lambda: store.save_reply_progress(99, "", "", 0),
        lambda: store.remove_folder(99),
        lambda: store.remove_preset(99),
    ]
    for call in calls:
        with pytest.raises(Gone, match="no longer there"):
            call()
    store.trash_message(message)
    for call in (lambda: store.message(message), lambda: store.add_user_message(chat, message, "under it")):
        with pytest.raises(Gone):
            call()


def test_changes_are_told_once_they_are_kept(store: ChatStore, vault: Vault) -> None:
    told: list[object] = []
    seen: list[str] = []

    def listen(change: object) -> None:
        told.append(change)
        if isinstance(change, Changed) and change.chat_id is not None:
            seen.append(store.chat(change.chat_id).title)  # what is told can be read at once

    end = vault.subscribe(listen)
    chat = store.create_chat().id
    message = store.add_user_message(chat, None, "Hello").id
    store.create_folder("F")
    store.save_preset("P", "", Sampling())
    store.rename_chat(chat, "New")
    with pytest.raises(Gone):
        store.move_chat(chat, 99)
    end()
    store.rename_chat(chat, "Newer")
    assert told == [
        Changed("chats", chat),
        Changed("messages", chat, message),
        Changed("chats", chat),
        Changed("folders"),
        Changed("presets"),
        Changed("chat", chat),
    ]
    assert seen == ["", "Hello", "Hello", "New"]


@pytest.mark.parametrize("kept", ['{"prompt_tokens":1}', '{"prompt_ms":null}', "[]"])
def test_timings_that_make_no_sense_cost_no_message(store: ChatStore, vault: Vault, kept: str) -> None:
    chat = store.create_chat()
    asked = store.add_user_message(chat.id, None, "Hello")
    reply = store.start_reply(chat.id, asked.id, model="m")
    with vault.write() as db:
        db.execute("UPDATE message SET timings = ? WHERE id = ?", (kept, reply.id))
    assert [message.timings for message in store.branch(chat.id)] == [None, None]


def test_what_a_chat_to_be_will_ask_is_kept_in_order(store: ChatStore) -> None:
    assert store.attached_to_be() == []
    wanted = [
        Attachment(0, 0, "collection", 4, "auto", "Reports"),
        Attachment(0, 0, "document", 9, "whole", "wells.pdf"),
        Attachment(0, 0, "document", 2, "searched", "dam.pdf"),
    ]
    store.keep_attached_to_be(wanted)
    assert store.attached_to_be() == wanted
    store.keep_attached_to_be(wanted[::-1])
    assert store.attached_to_be() == wanted[::-1]
    store.keep_attached_to_be(())
    assert store.attached_to_be() == []
