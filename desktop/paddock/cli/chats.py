"""`paddock chats`: what is in the encrypted store, listed, shown, searched, exported and imported."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Final

from paddock.chat.archive import FILE_LIMIT_BYTES
from paddock.chat.export import from_json, to_html, to_json, to_markdown
from paddock.cli.access import open_store
from paddock.errors import UsageError, UserError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.chat.types import Chat, Message
    from paddock.cli.terminal import Terminal

FORMS: Final = {
    "": "markdown",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "markdown",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
}
SNIPPET_MARKS: Final = {0xE000: "", 0xE001: ""}


def list_chats(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print all chats, one a line: number, time of the last change, title."""
    open_store(paddock, args.passphrase_file)
    found = paddock.chats.chats()
    if args.json:
        terminal.json([_facts(chat) for chat in found])
    elif not found:
        terminal.note("There are no chats. Keep one: paddock ask QUESTION --save")
    else:
        terminal.table([(str(chat.id), _when(chat.updated_at), chat.title or "(no title)") for chat in found])
    return 0


def show_chat(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the messages of one chat, the branch that is shown in the window. Raises UserError for no such chat."""
    open_store(paddock, args.passphrase_file)
    chat = paddock.chats.chat(args.chat)
    messages = paddock.chats.branch(args.chat)
    if args.json:
        terminal.json({**_facts(chat), "messages": [_message_facts(message) for message in messages]})
        return 0
    terminal.line(f"{chat.title or '(no title)'} · {_when(chat.created_at)}")
    for message in messages:
        version = f" · {message.version}/{message.versions}" if message.versions > 1 else ""
        state = "" if message.state == "complete" else f" · {message.state}"
        who = "You" if message.role == "user" else message.model or "Model"
        terminal.line(f"\n— {who} · {_when(message.created_at)}{version}{state}")
        terminal.line(message.text or message.error)
    return 0


def search_chats(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what was found: chat number, time, title, the words around."""
    if not args.words.strip():
        raise UsageError("There are no words to look for.")
    open_store(paddock, args.passphrase_file)
    hits = paddock.chats.search(args.words, args.limit)
    if args.json:
        terminal.json([{**asdict(hit), "snippet": hit.snippet.translate(SNIPPET_MARKS)} for hit in hits])
    elif not hits:
        terminal.note("Nothing was found.")
    else:
        rows = [
            (str(hit.chat_id), _when(hit.created_at), hit.title, hit.snippet.translate(SNIPPET_MARKS)) for hit in hits
        ]
        terminal.table(rows)
    return 0


def export_chats(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Write chats to standard output or a new file. Raises UserError for no such chat, OSError for the file.

    Where no form is asked for, the file's ending tells it.
    """
    form = _form(args)
    open_store(paddock, args.passphrase_file)
    which = None if args.chat is None else (args.chat,)
    if form == "json":
        raw = to_json(paddock.chats, time.time(), which)
    else:
        raw = (to_markdown if form == "markdown" else to_html)(paddock.chats, which).encode()
    if args.output is None:
        if form == "json":
            terminal.ready_json(raw.decode().rstrip("\n"))
        else:
            terminal.document(raw.decode())
        return 0
    _write_new(args.output, raw)
    return 0


def import_chats(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Add the chats of an exported JSON file. Raises ImportRefused and then adds nothing, OSError for the file."""
    open_store(paddock, args.passphrase_file)
    with args.file.open("rb") as file:
        raw = file.read(FILE_LIMIT_BYTES + 1)
    added = from_json(paddock.chats, raw)
    if args.json:
        terminal.json([_facts(chat) for chat in added])
    else:
        terminal.line(f"{len(added)} chats imported." if len(added) != 1 else "1 chat imported.")
    return 0


def _form(args: argparse.Namespace) -> str:
    """Return the form that is asked for, or that the file's ending tells. Raises UsageError for another ending."""
    if args.format or args.json:
        return str(args.format or "json")
    ending = args.output.suffix.lower() if args.output is not None else ""
    if ending not in FORMS:
        what = f"“{args.output}” has the ending of something that chats are not written as."
        raise UsageError(what, "", "Choose .md, .json or .html, or name the form with --format.")
    return FORMS[ending]


def _write_new(path: Path, raw: bytes) -> None:
    """Write a new file, whole or not at all. Raises UserError where it is there, OSError."""
    try:
        file = path.open("xb")
    except FileExistsError as error:
        raise UserError(f"“{path}” is there already.", "", "Choose another name.") from error
    try:
        with file:
            file.write(raw)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _facts(chat: Chat) -> dict[str, object]:
    return {
        "id": chat.id,
        "title": chat.title,
        "created_at": chat.created_at,
        "updated_at": chat.updated_at,
        "pinned": chat.pinned,
        "model": chat.model,
    }


def _message_facts(message: Message) -> dict[str, object]:
    return {
        "id": message.id,
        "parent_id": message.parent_id,
        "role": message.role,
        "text": message.text,
        "reasoning": message.reasoning,
        "state": message.state,
        "model": message.model,
        "seed": message.seed,
        "created_at": message.created_at,
        "version": message.version,
        "versions": message.versions,
    }


def _when(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
