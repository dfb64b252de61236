"""`paddock ask` with documents: the answer, which sentence rests on what, and what was not consulted."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paddock.chat.consulting import Consultant
from paddock.chat.marking import marked
from paddock.chat.prompt import Prompt
from paddock.chat.service import NOTHING_FOUND
from paddock.chat.sources import Attachment
from paddock.cli.excerpt import excerpt
from paddock.cli.library import by_meaning, collection_number, opened, wait
from paddock.cli.named_paths import check_readable
from paddock.engine.protocol import Turn
from paddock.errors import UsageError
from paddock.reader.page_name import page_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from paddock.app import Paddock
    from paddock.chat.consulting import Consultation
    from paddock.chat.sources import Consulted, Mark, Source
    from paddock.cli.terminal import Terminal
    from paddock.library.library import Library

_QUOTED_CHARACTERS = 160


@dataclass(frozen=True)
class Question:
    """A question put to documents, before a model is asked."""

    text: str
    library: Library
    consultation: Consultation

    @property
    def answered(self) -> bool:
        """Return whether there is nothing for a model to say."""
        return not self.consultation.consulted.relevant

    def turns(self, system: str) -> tuple[Turn, ...]:
        """Return what the model is shown."""
        prompt = self.consultation.prompt(Prompt(system, (Turn("user", self.text),)))
        return prompt.without(0)

    def judged(self, answer: str) -> Consulted:
        """Return what the answer rests on."""
        if self.answered:
            return self.consultation.consulted
        return marked(self.consultation.consulted, answer, self.text, self.consultation.material)


@contextmanager
def consulted_documents(
    paddock: Paddock, args: argparse.Namespace, question: str, context_tokens: int, terminal: Terminal
) -> Iterator[Question | None]:
    """Give the question with what the documents named on the command line say of it; None where none are named.

    Files given with `--doc` are read into a store of their own that is gone, with its key, when the block ends.
    """
    if args.collection and args.doc:
        raise UsageError("Give --collection or --doc, not both.")
    with ExitStack() as stack:
        if args.collection:
            library = opened(paddock, args)
            number = collection_number(library, args.collection)
            attachments = [Attachment(0, 0, "collection", number, "auto", args.collection)]
            by_meaning(library, terminal)
        elif args.doc:
            check_readable(args.doc)
            library = stack.enter_context(paddock.passing_library())
            found = library.ingest.add(args.doc)
            wait(library, terminal)
            attachments = [
                Attachment(0, 0, "document", one.id, "auto", one.name)
                for one in library.store.documents_with(found.documents)
            ]
        else:
            yield None
            return
        consultation = Consultant(library).consult(attachments, args.system or "", question, (), context_tokens)
        yield Question(question, library, consultation)


def show_sources(consulted: Consulted, answer: str, terminal: Terminal) -> None:
    """Print what an answer rests on, and what of it stands in no document."""
    if not consulted.relevant:
        terminal.line(NOTHING_FOUND)
    supported = [mark for mark in consulted.marks if mark.verdict == "supported"]
    if supported:
        terminal.line()
    for source in consulted.sources:
        place = page_name(source.kind, source.page, source.label)
        quotes = [_quote(source, mark) for mark in supported if mark.source == source.number]
        for quote in dict.fromkeys(excerpt(one, _QUOTED_CHARACTERS) for one in quotes):
            terminal.line(f"[{source.number}] {source.document}, {place}: “{quote}”")
    for mark in consulted.marks:
        if mark.verdict == "unsupported":
            claim = excerpt(answer[mark.start : mark.end], _QUOTED_CHARACTERS)
            terminal.note(f"Not found in the documents: “{claim}”")
    for left in consulted.not_consulted:
        terminal.note(f"Not consulted: {left.document}. {left.why}")


def sources_as_json(consulted: Consulted, answer: str) -> dict[str, Any]:
    """Return what JSON tells of it."""
    sources = {source.number: source for source in consulted.sources}
    citations = [
        {
            "sentence": answer[mark.start : mark.end],
            "start": mark.start,
            "end": mark.end,
            "verdict": mark.verdict,
            "support": mark.support,
            "verified": mark.verdict == "supported",
            **(_citation(sources[mark.source], mark) if mark.source in sources else {}),
        }
        for mark in consulted.marks
        if mark.verdict != "no claim"
    ]
    return {
        "used": consulted.used,
        "found": consulted.relevant,
        "documents": consulted.documents,
        "citations": citations,
        "passages": [
            {"number": one.number, "document": one.document, "page": one.page, "start": one.start, "end": one.end}
            | {"label": one.label, "text": one.text, "score": one.score}
            for one in consulted.sources
        ],
        "not_consulted": [{"document": one.document, "why": one.why} for one in consulted.not_consulted],
    }


def _citation(source: Source, mark: Mark) -> dict[str, Any]:
    return {
        "number": source.number,
        "document": source.document,
        "page": source.page,
        "quote": _quote(source, mark),
        "quote_start": mark.source_start,
        "quote_end": mark.source_end,
        "word_for_word": mark.quoted,
    }


def _quote(source: Source, mark: Mark) -> str:
    return source.text[mark.source_start - source.start : mark.source_end - source.start]
