"""Consulting the documents attached to a chat: whole where they fit, else the passages that speak of the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from paddock.chat.following import queries_for
from paddock.chat.material import passages_text, system_for_passages, system_with_documents
from paddock.chat.prompt import Prompt
from paddock.chat.sources import Consulted, NotConsulted, Source
from paddock.engine.protocol import Turn
from paddock.errors import NothingToConsult
from paddock.library.passages import estimate_tokens
from paddock.library.types import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.sources import Attachment, Outlook
    from paddock.library.search import Hit
    from paddock.library.types import Document

# Reading a prompt is most of the waiting on a processor: passages take at most so many tokens, by estimate.
PASSAGE_TOKENS: Final = 1300
_PASSAGES: Final = 8
# Of the context, what whole documents may fill; the rest is for the conversation and the answer.
_WHOLE_SHARE: Final = 0.6
# Characters a token has at least in running text that is written with spaces; tokenizers are worse at the rest.
_CHARACTERS_PER_TOKEN: Final = 3.0
_RANK_OFFSET: Final = 60  # reciprocal rank fusion (Cormack, Clarke, Büttcher 2009)


class Library(Protocol):
    """The part of `library.library.Library` that conversations use."""

    def find(self, query: str, scope: Scope, limit: int, *, exact: bool) -> Sequence[Hit]:
        """Return the best passages, best first; unless `exact`, words in quotes are no condition."""

    def speaks_of(self, query: str, hits: Sequence[Hit]) -> bool:
        """Return whether what was found has anything to do with the question."""

    def documents(self, scope: Scope) -> Sequence[Document]:
        """Return the documents a scope means."""

    def text_of(self, document_id: int) -> str:
        """Return a document's whole text, page after page."""

    def passages_of(self, document_id: int) -> Sequence[Hit]:
        """Return all passages of a document, in order."""


@dataclass(frozen=True)
class Consultation:
    """What is put before the model: the system prompt, passages for the question (or none), and the record of it.

    `material` holds the passages that a reply is judged by.
    """

    system: str
    passages: str
    consulted: Consulted
    material: tuple[Source, ...]

    def prompt(self, plain: Prompt) -> Prompt:
        """Return a conversation's prompt with the documents in it; its last turn of the person's is the question."""
        turns = list(plain.turns)
        for at in range(len(turns) - 1, -1, -1):
            if turns[at].role == "user":
                if self.passages:
                    turns[at] = Turn("user", f"{self.passages}\n\n{turns[at].content}")
                break
        return Prompt(self.system, tuple(turns))


class Consultant:
    """Knows the library; asked once a question."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def consult(
        self,
        attachments: Sequence[Attachment],
        system: str,
        question: str,
        earlier: Sequence[str],
        context_tokens: int,
        *,
        search: bool = False,
    ) -> Consultation:
        """Return what the model is shown. `earlier` are the person's earlier questions, oldest first.

        `search` rules out reading whole (it did not fit after all). Raises NothingToConsult.
        """
        scope = scope_of(attachments)
        documents = self._library.documents(scope)
        ready = [document for document in documents if document.characters > 0]
        left = tuple(_left_out(document) for document in documents if document.characters == 0)
        if not ready:
            raise NothingToConsult(
                "None of the attached documents can be consulted.",
                left[0].why if left else "They are no longer in the library.",
                "Wait until they are read, or attach others.",
            )
        if not search and self._goes_in_whole(attachments, ready, context_tokens):
            return self._whole(system, ready, left)
        return self._searched(scope, system, question, earlier, ready, left, context_tokens)

    def again(self, attachments: Sequence[Attachment], system: str, consulted: Consulted) -> Consultation:
        """Return what the model was shown for a reply that goes on."""
        if consulted.used == "searched":
            return Consultation(
                system_for_passages(system), passages_text(consulted.sources), consulted, consulted.sources
            )
        ready = [one for one in self._library.documents(scope_of(attachments)) if one.characters > 0]
        return self._whole(system, ready, consulted.not_consulted)

    def front(self, attachments: Sequence[Attachment], system: str, context_tokens: int) -> str | None:
        """Return the system prompt that whole documents make, to be read ahead; None where they are searched."""
        ready = [one for one in self._library.documents(scope_of(attachments)) if one.characters > 0]
        if not ready or not self._goes_in_whole(attachments, ready, context_tokens):
            return None
        return self._front(system, ready)

    def outlook(self, attachments: Sequence[Attachment], context_tokens: int) -> Outlook:
        """Return what would become of them if something were asked now."""
        ready = [one for one in self._library.documents(scope_of(attachments)) if one.characters > 0]
        if not ready:
            return "nothing"
        return "whole" if self._goes_in_whole(attachments, ready, context_tokens) else "searched"

    # ---------------------------------------------------------------- whole

    def _goes_in_whole(self, attachments: Sequence[Attachment], ready: Sequence[Document], context_tokens: int) -> bool:
        if any(attachment.used == "searched" for attachment in attachments):
            return False
        if attachments and all(attachment.used == "whole" for attachment in attachments):
            return True
        finished = all(document.finished for document in ready)
        characters = sum(document.characters for document in ready)
        return finished and characters <= _WHOLE_SHARE * context_tokens * _CHARACTERS_PER_TOKEN

    def _front(self, system: str, ready: Sequence[Document]) -> str:
        return system_with_documents(system, ((one.name, self._library.text_of(one.id)) for one in ready))

    def _whole(self, system: str, ready: Sequence[Document], left: tuple[NotConsulted, ...]) -> Consultation:
        hits = [hit for document in ready for hit in self._library.passages_of(document.id)]
        material = tuple(source_of(number, hit) for number, hit in enumerate(hits, start=1))
        consulted = Consulted(used="whole", documents=len(ready), not_consulted=left)
        return Consultation(self._front(system, ready), "", consulted, material)

    # ---------------------------------------------------------------- searched

    def _searched(
        self,
        scope: Scope,
        system: str,
        question: str,
        earlier: Sequence[str],
        ready: Sequence[Document],
        left: tuple[NotConsulted, ...],
        context_tokens: int,
    ) -> Consultation:
        hits = self._find(question, earlier, scope)
        relevant = self._library.speaks_of(" ".join([question, *earlier[-1:]]), hits)
        room = min(PASSAGE_TOKENS, context_tokens // 3)
        sources: list[Source] = []
        for hit in hits:
            tokens = estimate_tokens(hit.text)
            if sources and tokens > room:
                continue  # a shorter one further down may have room
            room -= tokens
            sources.append(source_of(len(sources) + 1, hit))
        consulted = Consulted(
            used="searched",
            documents=len(ready),
            relevant=relevant,
            sources=tuple(sources),
            not_consulted=left,
        )
        return Consultation(system_for_passages(system), passages_text(sources), consulted, tuple(sources))

    def _find(self, question: str, earlier: Sequence[str], scope: Scope) -> list[Hit]:
        """Return the best passages for a question that may lean on those before it."""
        ranks: dict[int, float] = {}
        found: dict[int, Hit] = {}
        for query in queries_for(question, earlier):
            for rank, hit in enumerate(self._library.find(query, scope, _PASSAGES, exact=False), start=1):
                found.setdefault(hit.passage_id, hit)
                ranks[hit.passage_id] = ranks.get(hit.passage_id, 0.0) + 1 / (_RANK_OFFSET + rank)
        best = sorted(ranks, key=lambda number: -ranks[number])
        return [found[number] for number in best[:_PASSAGES]]


def scope_of(attachments: Sequence[Attachment]) -> Scope:
    """Return which documents the attachments mean."""
    return Scope(
        collections=tuple(one.target_id for one in attachments if one.kind == "collection"),
        documents=tuple(one.target_id for one in attachments if one.kind == "document"),
    )


def source_of(number: int, hit: Hit) -> Source:
    """Return a passage found as what an answer is given, under its number."""
    return Source(
        number=number,
        document_id=hit.document_id,
        document=hit.document,
        page=hit.page,
        start=hit.start,
        end=hit.end,
        text=hit.text,
        label=hit.label,
        kind=hit.kind,
        headings=hit.headings,
        score=hit.score,
    )


def _left_out(document: Document) -> NotConsulted:
    whys = {
        "waiting": "It has not been read yet.",
        "reading": "It is being read, and nothing of it is there yet.",
        "stopped": "Its reading was stopped before its first page.",
    }
    why = whys.get(document.state) or document.note or "It holds no text that could be read."
    return NotConsulted(document_id=document.id, document=document.name, why=why)
