"""The tree of errors: what happened, why, and what to do next.

PaddockError
├── UserError               shown to the person as it stands; anything else is a bug and says so
│   ├── UsageError          the command line was called wrongly (exit code 2)
│   ├── ModelFileError      missing, not a GGUF, truncated, damaged, unknown architecture
│   │   └── ModelTouched    checked, and touched since: its content may be the same (a link to it, other rights)
│   ├── ModelMissing        no model of that name is installed
│   ├── ModelNotAllowed     the policy does not allow this model, or its licence is not agreed to
│   │   └── LicenceNotAgreed  it can be agreed to; carries the model's name
│   ├── ContextOverflow     the conversation needs more tokens than the context window holds
│   ├── NothingToConsult    none of the documents a chat asks holds text yet, or any more
│   ├── EngineFailed        the engine died, hung or refused; the conversation goes on
│   │   ├── OutOfMemory     the model or its context does not fit
│   │   ├── EngineDied      the engine's process ended by itself (signal, crash, illegal instruction)
│   │   └── EngineHung      the engine was silent for too long and was ended
│   ├── Cancelled           the person stopped it
│   ├── VaultError          the encrypted store
│   │   ├── WrongPassphrase
│   │   ├── PassphraseNeeded
│   │   ├── KeyLost         the keyring no longer holds this store's key
│   │   ├── KeyringClosed   the keyring is locked or does not answer; the key is probably still in it
│   │   ├── VaultLocked
│   │   ├── VaultDamaged    carries the newest good backup, if there is one
│   │   └── DiskFull
│   ├── NeedsToken          the hub gives a file only to those who show who they are
│   ├── ImportRefused       a file offered for import is not what it should be
│   ├── ReadRefused         a document cannot be read, or a page of it not drawn; `reason` for the program
│   ├── ReaderDied          the reader's process ended, hung or broke the protocol over one document
│   ├── SystemRefused       the computer has no memory or thread left to give
│   └── SourceGone          no file holds a document's content any more
│       └── SourceChanged   its file is there, with other content
└── WireError               a worker broke the protocol (bug, or a worker taken over)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class PaddockError(Exception):
    """What happened, why, and what to do next; each a plain sentence or empty."""

    def __init__(self, what: str, why: str = "", next_step: str = "") -> None:
        super().__init__(what, why, next_step)
        self.what = what
        self.why = why
        self.next_step = next_step

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.next_step) if part)


class UserError(PaddockError):
    """Something a person can cause or meet, told in their words."""


class UsageError(UserError):
    """The command line was called wrongly."""


class ModelFileError(UserError):
    """A model file is missing, is not a GGUF, is damaged, or is of a kind this program cannot run."""


class ModelTouched(ModelFileError):
    """A model file has another time of change than when it was checked, and the same size and time of writing."""


class ModelMissing(UserError):
    """No model of that name is installed."""


class ModelNotAllowed(UserError):
    """The policy does not allow this model, or its licence has not been agreed to."""


class LicenceNotAgreed(ModelNotAllowed):
    """The licence of the model called `model` wants to be agreed to before its first use."""

    def __init__(self, what: str, why: str = "", next_step: str = "", *, model: str = "") -> None:
        super().__init__(what, why, next_step)
        self.model = model


class ContextOverflow(UserError):
    """The prompt and the room kept for the answer do not fit the context window.

    `needed` and `holds` are tokens, the room for the answer included; `droppable_turns` is how many of the
    oldest turns would have to be left out for the rest to fit, or None where even the last turn alone does not.
    """

    def __init__(self, needed: int, holds: int, droppable_turns: int | None) -> None:
        super().__init__(
            f"This needs {needed:,} tokens, the model holds {holds:,}.",
            "",
            "Leave out the oldest turns, use a larger context, or shorten the message."
            if droppable_turns is not None
            else "Shorten the message, use a larger context, or choose a model that holds more.",
        )
        self.needed = needed
        self.holds = holds
        self.droppable_turns = droppable_turns


class NothingToConsult(UserError):
    """None of the documents attached to a chat can be consulted."""


class EngineFailed(UserError):
    """The engine could not do what was asked; the conversation is untouched."""


class OutOfMemory(EngineFailed):
    """The model or its context does not fit into memory."""


class EngineDied(EngineFailed):
    """The engine's process ended by itself."""


class EngineHung(EngineFailed):
    """The engine said nothing for too long and was ended."""


class Cancelled(UserError):
    """The person stopped it."""


class VaultError(UserError):
    """The encrypted store cannot do what was asked."""


class WrongPassphrase(VaultError):
    """The passphrase does not open this store."""


class PassphraseNeeded(VaultError):
    """This store opens with a passphrase and none was given."""


class KeyLost(VaultError):
    """The system's keyring no longer holds this store's key."""


class KeyringClosed(VaultError):
    """The system's keyring is locked or does not answer; what it holds is untouched."""


class VaultLocked(VaultError):
    """The store is locked; unlock it first."""


class VaultDamaged(VaultError):
    """The store's file cannot be read; `backup` is the newest good copy. Nothing is moved until the person says so."""

    def __init__(self, what: str, why: str = "", next_step: str = "", *, backup: Path | None = None) -> None:
        super().__init__(what, why, next_step)
        self.backup = backup


class DiskFull(VaultError):
    """There is no room on the disk to save; nothing already saved is lost."""


class NeedsToken(UserError):
    """The hub gives this only to those who show a token of their account, or does not accept the one shown."""


class ImportRefused(UserError):
    """A file offered for import is not what it should be."""


class ReadRefused(UserError):
    """A document cannot be read, or one of its pages cannot be drawn.

    `reason` is one of reader.protocol's: "password" (one is needed, or the one given is wrong), "unknown_format",
    "damaged", "limit", "empty", "unsupported", "bug". `office` says what an office program would open it as ("doc",
    "ppt", "xls"); empty where none would help.
    """

    def __init__(self, reason: str, what: str, why: str = "", next_step: str = "", *, office: str = "") -> None:
        super().__init__(what, why, next_step)
        self.reason = reason
        self.office = office


class ReaderDied(UserError):
    """The reader's process ended, hung or broke the protocol over one document; the next one gets a new process."""


class SourceGone(UserError):
    """No file holds this document's content any more: it was moved, removed, or cannot be opened."""


class SourceChanged(SourceGone):
    """The document's file is there, and its content is not what was read."""


class WireError(PaddockError):
    """A worker broke the protocol; it is ended and not believed."""


class SystemRefused(UserError):
    """The computer gives the program no further memory or thread."""


def refusal_in(error: BaseException) -> SystemRefused | None:
    """Return what an exception says of the computer's limits, None where it is of another kind."""
    if isinstance(error, MemoryError):
        return SystemRefused(
            "There is not enough free memory for this.",
            next_step="Nothing is lost: close other programs, then try again.",
        )
    if isinstance(error, RuntimeError) and str(error).startswith("can't start new thread"):  # threading says no more
        return SystemRefused(
            "The system gives Paddock no further thread.",
            "Too much runs at the same time, or a limit is set for this account.",
            "Nothing is lost: close other programs, then try again.",
        )
    return None
