"""`paddock read`: what the reader makes of one file: pages, their places, and how reading ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from paddock.cli.asking import somebody_is_there
from paddock.cli.named_paths import check_readable
from paddock.cli.passwords import ask, password_in
from paddock.engine.cancelling import CancelToken
from paddock.errors import ReaderDied, ReadRefused, UsageError, UserError
from paddock.reader.page_name import page_name
from paddock.reader.protocol import Done

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.reader.protocol import Opened, Page


def read(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the text of a file, page by page; return 0 where it was read whole, else 1. Raises UserError, OSError."""
    opened, password = _open(paddock, args, terminal)
    pages: list[Page] = []

    def on_page(page: Page) -> None:
        if args.json:
            pages.append(page)
        else:
            _show(page, terminal)
        of = f" of {opened.pages}" if opened.pages else ""
        terminal.progress(f"Read page {page.number}{of} …")

    languages = paddock.settings.current.ocr_languages
    if args.languages is not None:
        languages = tuple(args.languages.split("+")) if args.languages else ()
    done = _read(paddock, args, password, languages, on_page)
    terminal.progress("")
    if args.json:
        terminal.json(_as_json(opened, pages, done))
    else:
        _conclude(done, terminal)
    return 0 if done.outcome == "whole" else 1


def _read(
    paddock: Paddock,
    args: argparse.Namespace,
    password: str | None,
    languages: tuple[str, ...],
    on_page: Callable[[Page], None],
) -> Done:
    """Read it, and on from the page where a reader stopped over it, once. Raises UserError, OSError."""
    last = 0

    def counted(page: Page) -> None:
        nonlocal last
        last = page.number
        on_page(page)

    try:
        return paddock.reader.read(languages=languages, on_page=counted, cancel=CancelToken())
    except ReaderDied:
        with args.file.open("rb") as file:
            opened = paddock.reader.open(args.file.name, file, password=password)
    try:
        return paddock.reader.read(first=last + 1, languages=languages, on_page=counted, cancel=CancelToken())
    except ReaderDied as error:
        if not last:
            raise
        why = " ".join(part for part in (error.what, error.why) if part)
        note = f"The reader stopped twice, the last time after page {last:,}. {why}"
        return Done(id=0, outcome="part", pages=max(last, opened.pages), note=note)


def _open(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> tuple[Opened, str | None]:
    """Hand the file to the reader; a password is asked for once, where somebody sits at a terminal, and returned."""
    check_readable([args.file])
    if args.file.is_dir():
        raise UsageError(f"{args.file} is a folder.", "", "Name one file, or take the folder in: paddock library add")
    with args.file.open("rb") as file:
        try:
            return paddock.reader.open(args.file.name, file), None
        except ReadRefused as refusal:
            if refusal.reason != "password" or not (args.password_file or somebody_is_there()):
                raise
            if not args.password_file:
                terminal.note(str(refusal))
        password = password_in(args) if args.password_file else ask("Password: ", terminal)
        if not password:
            raise UserError("No password was typed.")
        file.seek(0)
        return paddock.reader.open(args.file.name, file, password=password), password


def _show(page: Page, terminal: Terminal) -> None:
    name = page_name(page.kind, page.number, page.label)
    inside = f"{page.attachment}, " if page.attachment else ""
    terminal.document(f"── {inside}{name} ──\n")
    if page.outcome != "read":
        terminal.note(f"{inside}{name}: {page.detail or _OUTCOMES[page.outcome]}")
    if page.text:
        terminal.document(f"{page.text}\n\n")


_OUTCOMES = {
    "empty": "It holds nothing.",
    "no_text": "It holds no text, only a picture.",
    "damaged": "It is damaged.",
    "cut": "It was cut at a limit.",
}


def _conclude(done: Done, terminal: Terminal) -> None:
    if done.outcome != "whole":
        how = "Read in part." if done.outcome == "part" else "Not read."
        terminal.note(f"{how} {done.note}".strip())


def _as_json(opened: Opened, pages: list[Page], done: Done) -> dict[str, Any]:
    return {
        "format": opened.format,
        "title": opened.title,
        "author": opened.author,
        "outcome": done.outcome,
        "reason": done.reason,
        "note": done.note,
        "pages": [_page(page) for page in pages],
    }


def _page(page: Page) -> dict[str, Any]:
    blocks = [
        {"kind": block.kind, "start": block.start, "end": block.end, "level": block.level, "place": block.place}
        for block in page.blocks
    ]
    spans = [{"start": span.start, "length": span.length, "source": span.source} for span in page.spans]
    facts: dict[str, Any] = msgspec.to_builtins(page)
    del facts["id"], facts["type"]
    boxes = [
        dict(zip(("start", "length", "left", "top", "width", "height"), msgspec.to_builtins(box), strict=True))
        for box in page.boxes
    ]
    return {**facts, "blocks": blocks, "spans": spans, "boxes": boxes}
