"""What an answer rests on: the passages it was given, which sentence which of them says, and what was not consulted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

AttachmentKind = Literal["document", "collection"]
AttachmentUse = Literal["auto", "whole", "searched"]
Outlook = Literal["whole", "searched", "nothing"]
Verdict = Literal["supported", "unsupported", "no claim"]


@dataclass(frozen=True)
class Attachment:
    """A document or collection a chat asks; `target_id` is its number in the library.

    `used`: read whole, searched, or as fits best ("auto").
    """

    id: int
    chat_id: int
    kind: AttachmentKind
    target_id: int
    used: AttachmentUse
    name: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A passage: `text` is characters `start` to `end` of the text of page `page` (from 1) of a document.

    `number` is what the answer cites it by, from 1. `label` and `kind` are the page's, `headings` the path above it.
    """

    number: int
    document_id: int
    document: str
    page: int
    start: int
    end: int
    text: str
    label: str = ""
    kind: str = "page"
    headings: tuple[str, ...] = ()
    score: float = 0.0


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the reply, `reply.text[start:end]`, and what the documents say of it.

    For a supported one: source `source` says it, at `source_start` to `source_end` of its page's text; `quoted` tells
    that the very words stand there. `support` is between 0 and 1.
    """

    start: int
    end: int
    verdict: Verdict
    source: int = 0
    source_start: int = 0
    source_end: int = 0
    support: float = 0.0
    quoted: bool = False


class NotConsulted(msgspec.Struct, frozen=True, kw_only=True):
    """A document that took no part in an answer, and why, in a sentence."""

    document_id: int
    document: str
    why: str


class Consulted(msgspec.Struct, frozen=True, kw_only=True):
    """What one reply has to do with the documents attached.

    `used`: "whole" where the model read them from end to end (then `sources` holds what the reply cites), "searched"
    where it was given passages. `relevant` is False where the search found nothing that speaks of the question; then
    no model was asked. `documents` counts those that could be consulted. `summary_of` is the document that the reply
    summarizes, 0 where it answers a question.
    """

    used: Literal["whole", "searched"]
    documents: int
    relevant: bool = True
    sources: tuple[Source, ...] = ()
    marks: tuple[Mark, ...] = ()
    not_consulted: tuple[NotConsulted, ...] = ()
    summary_of: int = 0
