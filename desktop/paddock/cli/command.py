"""Reads the command line, runs the command, and turns what went wrong into one line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.cli.grammar import make_parser
from paddock.cli.terminal import NobodyReads, Terminal
from paddock.errors import Cancelled, KeyLost, LicenceNotAgreed, PaddockError, UsageError, VaultDamaged, refusal_in
from paddock.home import Home, find_home, policy_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.app import Paddock

FAILED: Final = 1
USAGE: Final = 2
PIPE_CLOSED: Final = 141  # 128 + SIGPIPE, as shells count


def main(
    argv: Sequence[str],
    make_paddock: Callable[[Home], Paddock] | None = None,
    open_window: Callable[[Home, Path | None], int] | None = None,
) -> int:
    """Run one command and return its exit code; without a command, open the window.

    `make_paddock` builds the program for a home (tests give their own). `open_window` gets the home and the
    passphrase file; the command line cannot import the window's room itself.
    """
    _open_missing_streams()
    terminal = Terminal()
    try:
        return _run(argv, make_paddock or _make_paddock, open_window, terminal)
    except NobodyReads:
        return PIPE_CLOSED
    except (Cancelled, KeyboardInterrupt):
        terminal.end_line_quietly()
        from paddock.cli.ask import INTERRUPTED  # noqa: PLC0415 - see `later`

        return INTERRUPTED
    except UsageError as error:
        terminal.note(str(error))
        return USAGE
    except PaddockError as error:
        terminal.note(_words_of(error))
        return FAILED
    except (OSError, MemoryError, RuntimeError) as error:
        terminal.note(_what_the_system_refused(error))
        return FAILED
    finally:
        _let_go_of_output()


def _what_the_system_refused(error: OSError | MemoryError | RuntimeError) -> str:
    """Return it as a sentence. Raises the error itself where it is a bug."""
    if isinstance(error, OSError):
        if not error.filename and _is_nowhere():
            return "The folder this was called from is gone. Change to another one and try again."
        where = f" ({error.filename})" if error.filename else ""
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        next_step = "Free some space and try again." if full else "Check the disk and its permissions."
        return f"{error.strerror or error}{where}. {next_step}"
    refused = refusal_in(error)
    if refused is None:
        raise error
    return str(refused)


def _is_nowhere() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _words_of(error: PaddockError) -> str:
    """Return what an error says, with the command that helps where the window would offer a button."""
    if isinstance(error, LicenceNotAgreed):
        return f"{error.what} Read it and agree: paddock models accept {error.model}"
    if isinstance(error, VaultDamaged | KeyLost):  # what becomes of a store is nothing to decide by a command
        return f"{error} The window offers it: paddock"
    return str(error)


def _run(
    argv: Sequence[str],
    make_paddock: Callable[[Home], Paddock],
    open_window: Callable[[Home, Path | None], int] | None,
    terminal: Terminal,
) -> int:
    parser = make_parser()
    try:
        args = parser.parse_args([_as_text(argument) for argument in argv])
    except SystemExit as ended:  # --help, --version, or called wrongly: argparse has said so
        return int(ended.code or 0)
    home = find_home(args.home)
    _as_text(str(home.config))
    if args.command is None:
        if open_window is None:
            parser.print_usage(sys.stderr)
            return USAGE
        return open_window(home, args.passphrase_file)
    paddock = make_paddock(home)
    try:
        if paddock.settings.problem:
            terminal.note(paddock.settings.problem)
        code: int = args.run(paddock, args, terminal)
        return code
    finally:
        paddock.close()
        _tell_what_was_put_aside(paddock, terminal)


def _tell_what_was_put_aside(paddock: Paddock, terminal: Terminal) -> None:
    for remembers in (paddock.models.links, paddock.verifier):
        if remembers.put_aside is not None:
            terminal.note(str(remembers.put_aside))
    if paddock.library_put_aside is not None:
        what = f"The store of documents was damaged, and was put aside. It lies in {paddock.library_put_aside}."
        terminal.note(f"{what} Add your documents again to have them read anew: paddock library add PATH…")


def _make_paddock(home: Home) -> Paddock:
    from paddock.app import Paddock  # noqa: PLC0415  --help and --version need none of it

    return Paddock(home, policy_path=policy_path())


def _as_text(argument: str) -> str:
    """Return the argument; bytes that are no text come as surrogates and would fail far from here."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        shown = argument.encode("utf-8", "backslashreplace").decode()
        raise UsageError(f"“{shown}” holds bytes that are not UTF-8 text.") from None
    return argument


# ---------------------------------------------------------------- streams


def _open_missing_streams() -> None:
    """Give a program started without standard output or error (`>&-`) somewhere to write."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  lives as long as we do
        else:
            getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_output() -> None:
    """Flush, and where nobody reads or the disk is full, keep Python from complaining about it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
            os.close(null)
