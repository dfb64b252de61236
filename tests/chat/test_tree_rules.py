"""Whatever is done to a conversation, its tree stays a tree, versions count, undo undoes, and search agrees."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from paddock.chat.replies import ReplyEnd
from paddock.chat.store import ChatStore
from paddock.chat.tree import Tree
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.chat.conftest import KEY, Clock


class Conversation(RuleBasedStateMachine):
    """One chat beside a plain model of it: every message's parent, words, whether trashed and with whom, last shown."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.vault = Vault.open(self.folder / "vault", Key.from_hex(KEY), Clock())
        self.store = ChatStore(self.vault, Clock())
        self.chat = self.store.create_chat("Rules").id
        self.parent: dict[int, int | None] = {}
        self.word: dict[int, str] = {}
        self.taken_by: dict[int, int | None] = {}
        self.shown: list[int] = []
        self.words = 0
        self.undo: dict[int, Any] = {}

    def teardown(self) -> None:
        self.vault.lock()
        shutil.rmtree(self.folder)

    # ------------------------------------------------------------ the plain model

    def visible(self) -> list[int]:
        return [number for number in self.parent if self.taken_by[number] is None]

    def children(self, number: int | None) -> list[int]:
        return [one for one in self.visible() if self.parent[one] == number]

    def below(self, number: int) -> list[int]:
        return [number, *(deep for child in self.children(number) for deep in self.below(child))]

    def path(self, number: int | None) -> list[int]:
        return [] if number is None else [*self.path(self.parent[number]), number]

    def last_leaf(self, number: int | None) -> int | None:
        tops = self.children(None) if number is None else [number]
        leaves = [one for top in tops for one in self.below(top) if not self.children(one)]
        latest = [one for one in reversed(self.shown) if one in leaves]
        return latest[0] if latest else max(leaves, default=None)

    def leaf(self) -> int | None:
        return self.store.chat(self.chat).leaf_id

    def made(self, number: int, parent: int | None, word: str) -> None:
        self.parent[number], self.word[number], self.taken_by[number] = parent, word, None
        self.shown.append(number)

    def pick(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.visible()))

    def a_word(self) -> str:
        self.words += 1
        return f"word{self.words}q"

    # ------------------------------------------------------------ what can be done

    @initialize()
    def begin(self) -> None:
        self.say_at(None)

    def say_at(self, parent: int | None) -> None:
        word = self.a_word()
        self.made(self.store.add_user_message(self.chat, parent, f"I say {word}").id, parent, word)

    @rule(data=st.data())
    def say(self, data: st.DataObject) -> None:
        self.say_at(data.draw(st.sampled_from([None, *self.visible()])))

    @precondition(lambda self: self.visible())
    @rule(data=st.data(), state=st.sampled_from(["complete", "stopped", "failed"]))
    def answer(self, data: st.DataObject, state: Any) -> None:
        parent, word = self.pick(data), self.a_word()
        reply = self.store.start_reply(self.chat, parent, model="m")
        assert self.store.search(word) == []
        self.store.save_reply_progress(reply.id, word[:3], "", 0.0)
        self.store.finish_reply(reply.id, ReplyEnd(state=state, text=f"answer {word}"))
        self.made(reply.id, parent, word)

    @precondition(lambda self: self.visible())
    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        number = self.pick(data)
        word, wanted = self.a_word(), self.last_leaf(number)
        text = self.store.message(number).text
        self.store.resume_reply(number, model="m")
        assert self.leaf() == wanted
        assert wanted is not None
        self.shown.append(wanted)
        self.store.finish_reply(number, ReplyEnd(state="complete", text=f"{text} {word}"))
        assert [hit.message_id for hit in self.store.search(word)] == [number]

    @precondition(lambda self: self.visible())
    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        number = self.pick(data)
        wanted = self.last_leaf(number)
        assert self.store.select_version(number) == wanted
        assert wanted is not None
        self.shown.append(wanted)

    @precondition(lambda self: self.visible())
    @rule(data=st.data())
    def trash(self, data: st.DataObject) -> None:
        number = self.pick(data)
        before, gone = self.leaf(), self.below(number)
        self.undo[number] = self.store.trash_message(number)
        assert self.undo[number].count == len(gone)
        for one in gone:
            self.taken_by[one] = number
        if before in gone:
            after = self.last_leaf(self.parent[number])
            assert self.leaf() == after
            if after is not None:
                self.shown.append(after)
        else:
            assert self.leaf() == before

    @precondition(lambda self: any(self.taken_by.values()))
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(one for one, by in self.taken_by.items() if by == one)))
        self.store.restore_message(number)
        taker: int | None = number
        while taker is not None:
            for one, by in self.taken_by.items():
                self.taken_by[one] = None if by == taker else by
            parent = self.parent[taker]
            taker = None if parent is None else self.taken_by[parent]
        wanted = self.last_leaf(number)
        assert self.leaf() == wanted
        assert wanted is not None
        self.shown.append(wanted)

    @rule()
    def empty_the_trash(self) -> None:
        gone = [number for number, by in self.taken_by.items() if by is not None]
        assert self.store.empty_trash() == len(gone)
        for number in gone:
            del self.parent[number], self.word[number], self.taken_by[number]

    @rule()
    def remake_the_index(self) -> None:
        with self.vault.write() as db:
            db.execute("UPDATE search_state SET words_version = 'older'")
        self.store.tidy()

    # ------------------------------------------------------------ what always holds

    @invariant()
    def the_branch_shown_ends_at_a_leaf(self) -> None:
        leaf = self.leaf()
        assert (leaf is None) == (not self.visible())
        assert leaf is None or (leaf in self.visible() and not self.children(leaf))
        assert [message.id for message in self.store.branch(self.chat)] == self.path(leaf)

    @invariant()
    def every_branch_and_version_is_as_it_was_made(self) -> None:
        for number in self.visible():
            branch = self.store.branch(self.chat, number)
            assert [message.id for message in branch] == self.path(number)
            family = self.children(self.parent[number])
            assert (branch[-1].version, branch[-1].versions) == (family.index(number) + 1, len(family))
            assert self.word[number] in branch[-1].text

    @invariant()
    def search_finds_what_is_visible_and_nothing_else(self) -> None:
        for number, word in self.word.items():
            found = [hit.message_id for hit in self.store.search(f'"{word}"')]
            assert found == ([number] if self.taken_by[number] is None else [])


TestConversation = pytest.mark.slow(Conversation.TestCase)
TestConversation.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_a_hundred_thousand_versions_of_one_message_are_no_trouble() -> None:
    """A stranger's file may hold half a million: counting each one's place by looking for it would take hours."""
    count = 100_000
    tree = Tree([(1, None, 0, False), *((number, 1, 0, False) for number in range(2, count + 2))])
    began = time.process_time()
    assert [tree.place(number)[0] for number in tree.siblings(2)] == list(range(1, count + 1))
    assert tree.place(1) == (1, 1)
    assert time.process_time() - began < 3
