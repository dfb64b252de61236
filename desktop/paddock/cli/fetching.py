"""`paddock models add` and `search`: the two commands that use the network, each because it was typed."""

from __future__ import annotations

import queue
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.cli.agreeing import accept, asks_person
from paddock.cli.ask import INTERRUPTED, stopped_by_interrupt
from paddock.cli.asking import somebody_is_there, typed_unseen
from paddock.engine.cancelling import CancelToken
from paddock.errors import ModelNotAllowed, NeedsToken, UsageError, UserError
from paddock.models.card import size_in_words
from paddock.models.here import all_here, already_here
from paddock.models.licences import licence_named
from paddock.models.mending import is_damaged
from paddock.models.sources import choice_of, settled, source_of
from paddock.vault.passphrase_file import read_passphrase

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.fetcher.protocol import Choice, Offered
    from paddock.models.about import About
    from paddock.models.download import Download
    from paddock.models.here import Here
    from paddock.models.installed_model import InstalledModel

_SHA256_LETTERS: Final = 64
_MINUTE_S: Final = 60
_HOUR_S: Final = 3600


def add_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Fetch a model into the models folder, after its licence was shown and agreed to; return the exit code.

    Raises UserError (ModelNotAllowed, NeedsToken), UsageError.
    """
    if (args.source is None) == (args.again is None):
        raise UsageError("What is to be fetched has to be said.", "", "Give a SOURCE, or --again with a model's name.")
    if args.again is not None:
        return _add_again(paddock, args, terminal)
    must_be = "" if args.sha256 is None else _hash(args.sha256)
    choice = settled(choice_of(args.source, must_be), paddock.catalogue())
    about, token = _told(paddock, choice, _given_token(args), terminal)
    _check_is(about, must_be)
    here = _already_here(paddock, about)
    if here is not None:
        _show(paddock, here, args, terminal)
        if not args.json:
            terminal.note("This model was already there.")
        return 0
    return _get(paddock, _Wanted(about, token), args, terminal)


def _add_again(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Fetch a damaged model anew; the file that is there stays until the new one is whole. Raises UserError."""
    model = paddock.models.installed(args.again)
    if not is_damaged(model, paddock.verifier):
        why = "It is what it was when it was first seen here, as far as was looked."
        raise UserError(f"“{model.name}” is not damaged.", why, f"Look again: paddock models verify {model.name}")
    about = paddock.fetchable_again(model)
    if about is None:
        what = f"Nobody here knows where “{model.name}” can be fetched."
        raise UserError(what, "", f"Import another copy: paddock models import FILE --again {model.name}")
    return _get(paddock, _Wanted(about, _given_token(args), model.name), args, terminal)


@dataclass(frozen=True)
class _Wanted:
    """What is to be fetched, the token that was needed to hear of it, and the damaged model it is for, if for one."""

    about: About
    token: str
    replaces: str = ""

    @property
    def go_on(self) -> str:
        """Return what `paddock models add` is given to go on with it."""
        if self.replaces:
            return f"--again {self.replaces}"
        sha256 = getattr(self.about.choice, "sha256", "")
        return source_of(self.about.choice) + (f" --sha256 {sha256}" if sha256 else "")


def _get(paddock: Paddock, wanted: _Wanted, args: argparse.Namespace, terminal: Terminal) -> int:
    about = wanted.about
    paddock.gate.check_offer(about)
    _agree(paddock, about, args, terminal)
    limit = None if args.limit is None else int(args.limit * 1e6)
    download = _fetched(paddock, wanted, limit, terminal)
    if download.state == "paused":
        terminal.note(f"Stopped. What has arrived is kept; go on with: paddock models add {wanted.go_on}")
        return INTERRUPTED
    if download.state != "done":
        if not (paddock.models.folder / f"{download.file_name}.part").exists():
            paddock.downloads.cancel(download.id)  # the window has nothing to go on with
        raise download.trouble or UserError(f"“{about.title}” was not fetched.")
    model = paddock.models.resolve(download.model)
    _show(paddock, model, args, terminal)
    if not args.json and model.problem:
        terminal.note(model.problem)
    return 0


def search_models(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print model files on the hub whose names hold these words. Raises UserError."""
    terminal.progress("Searching …")
    found = paddock.downloads.search(" ".join(args.words), _given_token(args))
    here = all_here(paddock.models)
    if args.json:
        terminal.json(
            [
                {
                    "source": f"{file.repo}/{file.path}",
                    "size_bytes": file.size_bytes,
                    "sha256": file.sha256 or None,
                    "licence": file.licence or None,
                    "downloads": file.downloads,
                    "gated": file.gated,
                    "installed": _holds(here, file),
                }
                for file in found
            ]
        )
    elif not found:
        terminal.note("The hub has no model file of that name.")
    else:
        terminal.table(
            [
                (
                    f"{file.repo}/{file.path}",
                    "size not known" if file.size_bytes is None else size_in_words(file.size_bytes),
                    file.licence or "licence not stated",
                    f"{file.downloads or 0:,} downloads"
                    + ", asks who you are" * file.gated
                    + ", installed" * _holds(here, file),
                )
                for file in found
            ]
        )
        terminal.note("Get one: paddock models add OWNER/REPO/FILE.gguf")
    return 0


def _holds(here: Sequence[Here], file: Offered) -> bool:
    return already_here(here, file.path.rpartition("/")[2], file.size_bytes, file.sha256) is not None


# ---------------------------------------------------------------- before the first byte


def _told(paddock: Paddock, choice: Choice, token: str, terminal: Terminal) -> tuple[About, str]:
    """Return what is known of the file, and the token that was needed to hear it. Raises UserError."""
    try:
        return paddock.downloads.about(choice, token), token
    except NeedsToken as needed:
        typed = _typed_token(needed, terminal)
        return paddock.downloads.about(choice, typed), typed


def _check_is(about: About, must_be: str) -> None:
    """Refuse a file of which somebody says beforehand that it is another than the one that is wanted."""
    if must_be and about.sha256 != must_be:
        why = f"Its SHA-256 is said to be {about.sha256}." if about.sha256 else "The catalogue does not say what it is."
        raise UserError(f"“{about.title}” is not known to be the file you want.", why, "Name another source.")


def _already_here(paddock: Paddock, about: About) -> InstalledModel | None:
    """Return the installed model that is this file, or None; reads no model file."""
    if not about.sha256 and about.size_bytes is None:
        return None
    return already_here(all_here(paddock.models), about.file_name, about.size_bytes, about.sha256)


def _agree(paddock: Paddock, about: About, args: argparse.Namespace, terminal: Terminal) -> None:
    """Show what is to be fetched and under which licence; return when that is agreed to. Raises ModelNotAllowed."""
    size = "of unknown size" if about.size_bytes is None else size_in_words(about.size_bytes)
    terminal.note(f"{about.title}, {size}. Its licence: {licence_named(about.licence).name}")
    licence = paddock.gate.to_accept_first(about)
    if licence is None:
        return
    if not args.yes and not asks_person(terminal, licence):
        raise ModelNotAllowed(
            f"“{about.title}” is under the {licence.name}, which has not been agreed to here.",
            "",
            "Read it and agree where you are asked, or agree with --yes.",
        )
    accept(paddock, licence)


def _given_token(args: argparse.Namespace) -> str:
    return "" if args.token_file is None else read_passphrase(args.token_file, "The token file cannot be used.")


def _typed_token(needed: UserError, terminal: Terminal) -> str:
    """Ask for the hub's token. Raises `needed` where nobody can be asked or nothing is typed."""
    if not somebody_is_there():
        raise NeedsToken(needed.what, needed.why, "Agree to its terms on the hub, and give --token-file FILE.")
    terminal.note(str(needed))
    token = (typed_unseen("Token: ") or "").strip()
    if not token:
        raise needed
    return token


# ---------------------------------------------------------------- on its way


def _fetched(paddock: Paddock, wanted: _Wanted, limit: int | None, terminal: Terminal) -> Download:
    """Fetch it and return how it stands at the end; the first Ctrl+C pauses it."""
    downloads = paddock.downloads
    changes: queue.SimpleQueue[None] = queue.SimpleQueue()
    leave = downloads.subscribe(lambda: changes.put(None))
    cancel = CancelToken()
    about = wanted.about
    number = downloads.start(about.choice, about, limit, wanted.token, replaces=wanted.replaces)
    try:
        with stopped_by_interrupt(cancel), cancel.heard_by(lambda: downloads.pause(number)):
            while True:
                (now,) = (one for one in downloads.downloads() if one.id == number)
                if now.state == "needs token":
                    needed = now.trouble or NeedsToken("The hub does not give this to everybody.")
                    downloads.give_token(number, _typed_token(needed, terminal))
                elif now.state in {"done", "failed", "paused", "stopped"}:
                    terminal.progress("")
                    return now
                terminal.progress(_progress(now))
                changes.get()
    finally:
        leave()


def _progress(now: Download) -> str:
    """Return one short line: what is odd while nothing comes, else how far it is, how fast, and how long it takes."""
    if now.note and now.bytes_per_second is None and now.state != "checking":
        return now.note
    if now.state == "waiting" or not now.done:
        return f"Fetching {now.title} …"
    of = "" if now.total is None else f" of {size_in_words(now.total)}, {now.done / max(now.total, 1):.0%}"
    words = [f"{size_in_words(now.done)}{of}"]
    if now.state == "checking":
        words.append("checking")
    elif now.bytes_per_second:
        words.append(f"{size_in_words(now.bytes_per_second)}/s")
        if now.seconds_left is not None:
            words.append(f"{_time(now.seconds_left)} left")
    return f"{', '.join(words)}: {now.title}"


def _time(seconds: float) -> str:
    if seconds < _MINUTE_S:
        return f"{seconds:.0f} s"
    return f"{seconds / _MINUTE_S:.0f} min" if seconds < _HOUR_S else f"{seconds / _HOUR_S:.1f} h"


def _show(paddock: Paddock, model: InstalledModel, args: argparse.Namespace, terminal: Terminal) -> None:
    origin = paddock.arrivals.origin(model)
    hashes = paddock.models.known_sha256(model)
    if args.json:
        terminal.json(
            {
                "name": model.name,
                "files": [str(file) for file in model.files],
                "size_bytes": model.size_bytes,
                "sha256": hashes[0] if len(hashes) == 1 else list(hashes),
                "source": None if origin is None else origin.source,
                "vouched": None if origin is None else origin.vouched,
                "licence": licence_named(origin.licence).id if origin else paddock.gate.licence(model).id,
                "problem": model.problem,
            }
        )
        return
    terminal.line(model.name)
    if origin is not None and not origin.vouched:
        terminal.note(f"Nobody vouched for this file before: it is noted as it was seen, SHA-256 {', '.join(hashes)}.")


def _hash(text: str) -> str:
    found = text.strip().lower()
    if len(found) != _SHA256_LETTERS or set(found) - set("0123456789abcdef"):
        raise UsageError("A SHA-256 has 64 digits and letters from a to f.", "", "Copy the whole of it.")
    return found
