"""`paddock summarize`: a document of any length in a few sentences, each with the page it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.chat.consulting import source_of
from paddock.chat.summarizing import Summarizer
from paddock.cli.ask import INTERRUPTED, load, stopped_by_interrupt, usable_model
from paddock.cli.consult import show_sources, sources_as_json
from paddock.cli.library import wait
from paddock.cli.named_paths import check_readable
from paddock.engine.client import CancelToken
from paddock.errors import Cancelled, UserError

if TYPE_CHECKING:
    import argparse

    from paddock.app import Paddock
    from paddock.chat.summarizing import Progress
    from paddock.cli.terminal import Terminal
    from paddock.library.library import Library
    from paddock.library.types import Document


class _PassingNotes:
    """Notes on parts, for as long as the command runs."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def note(self, key: str) -> str | None:
        return self._kept.get(key)

    def keep_note(self, key: str, text: str) -> None:
        self._kept[key] = text


def summarize(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Summarize `args.file`; return the exit code. Nothing of it is kept. Raises UserError."""
    check_readable([args.file])
    model = usable_model(paddock, args.model)
    cancel = CancelToken()
    with stopped_by_interrupt(cancel), paddock.passing_library() as library:
        document = _read(library, args, terminal)
        info = load(paddock, model, args.context, terminal, cancel)
        passages = [source_of(number, hit) for number, hit in enumerate(library.passages_of(document.id), start=1)]

        def on_progress(now: Progress) -> None:
            terminal.progress(f"Part {min(now.done + 1, now.total)} of {now.total} …")

        def on_text(text: str) -> None:
            if not args.json:
                terminal.write(text)

        try:
            summary = Summarizer(paddock.engine, info, info.defaults, model.name).summarize(
                passages, _PassingNotes(), on_progress=on_progress, on_text=on_text, cancel=cancel
            )
        except Cancelled:
            terminal.end_line()
            terminal.note("Stopped; nothing of it is kept. In the window a summary goes on where it was.")
            return INTERRUPTED
    if args.json:
        told = sources_as_json(summary.consulted, summary.text)
        terminal.json({"text": summary.text, "document": document.name, "model": model.name, **told})
    else:
        terminal.end_line()
        show_sources(summary.consulted, summary.text, terminal)
    return 0


def _read(library: Library, args: argparse.Namespace, terminal: Terminal) -> Document:
    found = library.ingest.add([args.file])
    wait(library, terminal)
    documents = library.store.documents_with(found.documents)
    for document, why in library.store.not_whole():
        terminal.note(f"{document.name}: {why}")
    if len(documents) != 1:
        raise UserError("One file can be summarized at a time.", f"{args.file} holds {len(documents)}.")
    return documents[0]
