"""A summary as a reply in a chat: kept as it is written, stopped, gone on with, made again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from paddock.chat.consulting import Consultant
from paddock.chat.events import Delta, DocumentsConsulted, PartsNoted, ReplyStarted
from paddock.chat.loading import ChatToBe, Loading
from paddock.chat.reading_ahead import ReadingAhead
from paddock.chat.service import ChatService
from paddock.chat.sources import Attachment
from paddock.engine.client import CancelToken
from paddock.engine.protocol import Sampling
from paddock.errors import EngineDied, ModelMissing, NothingToConsult
from paddock.settings import SettingsFile
from tests.chat.scripted_engine import OneModel, ScriptedEngine, raise_cancelled
from tests.chat.test_documents import FewPages, document, passage

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.chat.events import Event
    from paddock.chat.store import ChatStore
    from paddock.chat.types import Message
    from paddock.library.search import Hit

DAM = "The dam was completed in 1964. " + "It holds water. " * 28
CRACKS = "Cracks were found in the left abutment in 1987. " + "They were filled. " * 24
SUMMARY = "The dam was completed in 1964. Cracks were found in the left abutment in 1987."


@dataclass
class TwoPages(FewPages):
    """One long document, with notes on it."""

    hits: list[Hit] = field(
        default_factory=lambda: [passage(1, 7, "dam.pdf", 1, DAM), passage(2, 7, "dam.pdf", 2, CRACKS)]
    )
    notes: dict[str, str] = field(default_factory=dict)

    def note(self, document_id: int, key: str) -> str | None:
        return self.notes.get(key)

    def keep_note(self, document_id: int, key: str, text: str) -> None:
        self.notes[key] = text

    def forget_notes(self, document_id: int) -> None:
        self.notes.clear()


class Talk:
    """A chat, and what its service told."""

    def __init__(self, store: ChatStore, folder: Path, context_tokens: int = 350) -> None:
        self.store = store
        self.engine = ScriptedEngine(context_tokens=context_tokens)
        self.library = TwoPages()
        settings = SettingsFile(folder / "settings.json", None)
        consultant = Consultant(self.library)
        loading = Loading(self.engine, OneModel(), settings)
        self.service = ChatService(store, self.engine, loading, consultant, library=self.library)
        self.ahead = ReadingAhead(store, self.engine, loading, consultant)
        self.chat_id = store.create_chat().id
        self.heard: list[Event] = []

    def summarize(self, *answers: list[object]) -> Message:
        self.engine.answers.extend(answers)
        return self.service.summarize(
            self.chat_id, 7, "Summarise “dam.pdf”.", on_event=self.heard.append, cancel=CancelToken()
        )


@pytest.fixture
def talk(store: ChatStore, tmp_path: Path) -> Talk:
    return Talk(store, tmp_path)


def test_what_holds_for_the_model_holds_for_summaries(talk: Talk) -> None:
    talk.store.keep_model_options(OneModel().default("").name, "Answer in Welsh.", Sampling(top_k=7, temperature=0.1))
    talk.summarize(["Note one."], ["Note two."], [SUMMARY])
    systems = [asked.turns[0].content for asked in talk.engine.asked]
    assert len(systems) == 3
    assert all(one.startswith("Answer in Welsh.\n\n") for one in systems)
    assert {(asked.sampling.top_k, asked.sampling.temperature) for asked in talk.engine.asked} == {(7, 0.1)}


def test_a_summary_is_a_reply_that_streams_and_is_kept_with_its_places(talk: Talk) -> None:
    reply = talk.summarize(["Note one."], ["Note two."], [SUMMARY[:31], SUMMARY[31:]])
    asked, kept = talk.store.branch(talk.chat_id)
    assert (asked.text, kept.text, kept.state) == ("Summarise “dam.pdf”.", SUMMARY, "complete")
    assert kept == reply
    kinds = [type(event) for event in talk.heard]
    assert kinds.index(ReplyStarted) < kinds.index(PartsNoted) < kinds.index(Delta) < kinds.index(DocumentsConsulted)
    assert "".join(event.text for event in talk.heard if isinstance(event, Delta)) == SUMMARY
    noted = [event for event in talk.heard if isinstance(event, PartsNoted)]
    assert (noted[0], noted[-1]) == (PartsNoted(0, 3), PartsNoted(3, 3))
    consulted = talk.store.consulted([reply.id])[reply.id]
    pages = {source.number: source.page for source in consulted.sources}
    assert [pages[mark.source] for mark in consulted.marks] == [1, 2]
    assert consulted.summary_of == 7
    assert talk.library.notes == {}


def test_a_summary_that_was_stopped_goes_on_with_what_was_noted(talk: Talk) -> None:
    stopped = talk.summarize(["Note one."], [raise_cancelled])
    assert (stopped.state, stopped.text) == ("stopped", "")
    assert list(talk.library.notes.values()) == ["Note one."]
    talk.engine.answers.clear()
    talk.engine.answers.extend([["Note two."], [SUMMARY]])
    whole = talk.service.continue_reply(stopped.id, on_event=talk.heard.append, cancel=CancelToken())
    assert (whole.state, whole.text, whole.parent_id) == ("complete", SUMMARY, stopped.parent_id)
    assert len(talk.engine.asked) == 2 + 2


def test_a_summary_that_stopped_in_its_last_words_is_written_again_and_not_gone_on_with_by_chance(talk: Talk) -> None:
    stopped = talk.summarize(["Note one."], ["Note two."], ["The dam", raise_cancelled])
    assert (stopped.state, stopped.text) == ("stopped", "The dam")
    talk.engine.answers.clear()
    talk.engine.answers.append([SUMMARY])
    whole = talk.service.continue_reply(stopped.id, on_event=talk.heard.append, cancel=CancelToken())
    assert whole.text == SUMMARY
    assert "<document>" in talk.engine.asked[-1].turns[-1].content


def test_the_wish_is_answered_again_by_a_summary(talk: Talk) -> None:
    reply = talk.summarize(["Note one."], ["Note two."], [SUMMARY])
    assert reply.parent_id is not None
    talk.engine.answers.extend([["Note one."], ["Note two."], ["The dam was completed in 1964."]])
    again = talk.service.regenerate(reply.parent_id, on_event=talk.heard.append, cancel=CancelToken())
    assert (again.text, again.version, again.versions) == ("The dam was completed in 1964.", 2, 2)


def test_an_engine_that_dies_leaves_its_sentence_and_what_was_noted(talk: Talk) -> None:
    with pytest.raises(EngineDied):
        talk.summarize(["Note one."], [EngineDied("The engine ended.")])
    reply = talk.store.branch(talk.chat_id)[-1]
    assert (reply.state, reply.error) == ("failed", "The engine ended.")
    assert list(talk.library.notes.values()) == ["Note one."]


def test_a_model_that_cannot_be_loaded_leaves_the_wish_and_why(talk: Talk) -> None:
    talk.engine.load_error = EngineDied("The engine ended.")
    with pytest.raises(EngineDied):
        talk.summarize()
    asked, reply = talk.store.branch(talk.chat_id)
    assert (asked.text, reply.state) == ("Summarise “dam.pdf”.", "failed")


def test_without_a_model_or_without_text_nothing_is_kept(talk: Talk) -> None:
    talk.engine.load_error = ModelMissing("None.")
    with pytest.raises(ModelMissing):
        talk.summarize()
    talk.engine.load_error = None
    talk.library.hits = []
    with pytest.raises(NothingToConsult, match="nothing to summarize"):
        talk.summarize()
    assert talk.store.branch(talk.chat_id) == []


def test_what_a_chat_to_be_would_do_is_told_and_read_ahead(store: ChatStore, tmp_path: Path) -> None:
    talk = Talk(store, tmp_path, context_tokens=4000)
    talk.library.kept = [document(7, "dam.pdf", len(DAM + CRACKS))]
    one = Attachment(0, 0, "document", 7, "auto", "dam.pdf")
    to_be = ChatToBe((one,), system_prompt="Be exact.", context_tokens=4000)
    assert talk.ahead.outlook(to_be) == "whole"
    assert talk.ahead.outlook(ChatToBe((one,), context_tokens=100)) == "searched"
    assert talk.ahead.outlook(ChatToBe((Attachment(0, 0, "document", 9, "auto", "gone.pdf"),))) == "nothing"
    assert talk.ahead.read(to_be, cancel=CancelToken()) is False
    assert talk.ahead.read(to_be, cancel=CancelToken(), load=True, on_event=talk.heard.append) is True
    assert talk.engine.loads[0][1].context_tokens == 4000
    system, question = talk.engine.warmed[0]
    assert system.content.startswith("Be exact.")
    assert DAM.strip() in system.content
    assert question.role == "user"


def test_no_model_is_loaded_ahead_for_what_is_searched(store: ChatStore, tmp_path: Path) -> None:
    talk = Talk(store, tmp_path)
    talk.library.kept = [document(7, "dam.pdf", 90_000)]
    one = Attachment(0, 0, "document", 7, "auto", "dam.pdf")
    to_be = ChatToBe((one,), context_tokens=350)
    assert talk.ahead.read(to_be, cancel=CancelToken(), load=True) is False
    assert talk.engine.loads == []
