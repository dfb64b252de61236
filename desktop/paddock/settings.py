"""Typed settings: an administrator's policy over the person's choices over the defaults."""

from __future__ import annotations

import contextlib
import os
import tomllib
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta

from paddock.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

MOST_LANGUAGES: Final = 8  # each takes its time with every picture; reader.protocol.Read takes no more


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """The window's place; pixels. `chat_id` is the chat that was open (a number, never content)."""

    x: Annotated[int, Meta(ge=-1_000_000, le=1_000_000)] | None = None
    y: Annotated[int, Meta(ge=-1_000_000, le=1_000_000)] | None = None
    width: Annotated[int, Meta(ge=300, le=20_000)] = 1180
    height: Annotated[int, Meta(ge=300, le=20_000)] = 780
    maximized: bool = False
    sidebar_shown: bool = True
    sidebar_width: Annotated[int, Meta(ge=120, le=2_000)] = 272
    sources_shown: bool = True
    sources_width: Annotated[int, Meta(ge=120, le=2_000)] = 440
    chat_id: Annotated[int, Meta(ge=1, lt=1 << 53)] | None = None


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """Everything a person can set that is not content. Content lives in the vault."""

    theme: Literal["system", "light", "dark"] = "system"
    language: Annotated[str, Meta(max_length=20)] = ""
    zoom_percent: Annotated[int, Meta(ge=50, le=300)] = 100
    model: Annotated[str, Meta(max_length=1000)] = ""
    # Which embedding and which ranking model search uses where several are installed; empty: the first by title.
    embedder: Annotated[str, Meta(max_length=1000)] = ""
    reranker: Annotated[str, Meta(max_length=1000)] = ""
    # The languages text in pictures is recognised in, by Tesseract's codes, likeliest first; none: it is not.
    ocr_languages: Annotated[
        tuple[Annotated[str, Meta(pattern="^[A-Za-z_]{3,20}$")], ...], Meta(max_length=MOST_LANGUAGES)
    ] = ("eng",)
    context_tokens: Annotated[int, Meta(ge=256, le=1 << 24)] | None = None
    threads: Annotated[int, Meta(ge=1, le=1024)] | None = None
    gpu_layers: Annotated[int, Meta(ge=0, le=100_000)] | None = None
    prompt_cache_mb: Annotated[int, Meta(ge=0, le=1_000_000)] = 512
    # What an administrator allows (empty: everything): licences by id, and files by SHA-256 whatever their licence.
    allowed_licences: Annotated[tuple[Annotated[str, Meta(max_length=60)], ...], Meta(max_length=1000)] = ()
    allowed_models: Annotated[tuple[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")], ...], Meta(max_length=10_000)] = ()
    catalog_folder: Annotated[str, Meta(max_length=4096)] = ""
    catalog_replaces: bool = False
    # Whether anything may use the network at all, how much of it, an organisation's mirror of model files, and whom to
    # believe there.
    network: Literal["on", "off"] = "on"
    fetch_megabytes_per_second: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    mirror: Annotated[str, Meta(pattern=r"^(https?://[!-~]+)?$", max_length=1000)] = ""
    certificates: Annotated[str, Meta(max_length=4096)] = ""
    lock_after_minutes: Annotated[int, Meta(ge=0, le=10_000)] = 0
    shortcuts: Annotated[dict[str, str], Meta(max_length=200)] = {}
    window: Window = Window()


class SettingsFile:
    """Reads and writes the settings; the policy's values win and are listed in `governed`.

    A settings file that cannot be read is put aside, not deleted, and the defaults are used; `problem` says so.
    A policy file that cannot be read stops the program: an administrator's rule is never silently dropped.
    """

    def __init__(self, path: Path, policy_path: Path | None = None) -> None:
        self._path = path
        self._chosen = Settings()
        self._policy: dict[str, object] = {}
        self.problem = ""
        if policy_path is not None and _lies_there(policy_path):
            self._policy = _read_policy(policy_path)
        if path.exists():
            try:
                self._chosen = msgspec.json.decode(path.read_bytes(), type=Settings)
            except (msgspec.DecodeError, OSError) as error:
                aside = path.with_suffix(".unreadable.json")
                path.replace(aside)
                self.problem = (
                    f"The settings could not be read ({error}); the defaults are in use, "
                    f"{aside.name} holds the old file."
                )

    @property
    def governed(self) -> frozenset[str]:
        """Return the names of the settings an administrator's policy fixes."""
        return frozenset(self._policy)

    @property
    def current(self) -> Settings:
        """Return the settings in force."""
        return msgspec.structs.replace(self._chosen, **self._policy)

    def change(self, **changes: object) -> Settings:
        """Store changed settings atomically and return what is now in force. Raises OSError."""
        base = self._written_last()
        changed = msgspec.convert(msgspec.to_builtins(msgspec.structs.replace(base, **changes)), Settings)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")  # another window writes one of its own
        try:
            draft.write_bytes(msgspec.json.format(msgspec.json.encode(changed), indent=2))
            draft.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        self._chosen = changed
        return self.current

    def take_over(self, *names: str) -> Settings:
        """Take these from the file, where another window may have written them, and return what is in force."""
        written = self._written_last()
        self._chosen = msgspec.structs.replace(self._chosen, **{name: getattr(written, name) for name in names})
        return self.current

    def stamp(self) -> int:
        """Return what is another number once the file was written anew, 0 where there is none."""
        try:
            return self._path.stat().st_mtime_ns
        except OSError:
            return 0

    def _written_last(self) -> Settings:
        """Return what the file holds now: another window may have changed something else meanwhile."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except (OSError, msgspec.MsgspecError):
            return self._chosen


def settings_before_the_walls(path: Path, policy_path: Path) -> Settings | None:
    """Return the settings in force, changing nothing; None where they or the policy cannot be read.

    For the one decision that is made before the program begins. What is wrong with a file `SettingsFile` tells later.
    """
    try:
        chosen = msgspec.json.decode(path.read_bytes(), type=Settings) if path.exists() else Settings()
        return msgspec.structs.replace(chosen, **(_read_policy(policy_path) if _lies_there(policy_path) else {}))
    except (OSError, msgspec.MsgspecError, UserError):
        return None


def _lies_there(policy_path: Path) -> bool:
    """Return whether there is a policy; a link that leads nowhere is one that cannot be read. Raises OSError."""
    return policy_path.exists() or policy_path.is_symlink()


def _read_policy(path: Path) -> dict[str, object]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        governed = msgspec.to_builtins(msgspec.convert(values, Settings))
    except (OSError, ValueError, RecursionError, msgspec.ValidationError) as error:
        why = f"{error}."
        if isinstance(error, OSError):
            why = f"{error.strerror}."
        elif isinstance(error, UnicodeDecodeError):
            why = "It is not UTF-8 text."
        raise UserError(f"The policy file {path} cannot be used.", why, "Ask your administrator to mend it.") from error
    unknown = set(values) - set(Settings.__struct_fields__)
    if unknown:
        raise UserError(
            f"The policy file {path} cannot be used.",
            f"It names settings this version does not know: {', '.join(sorted(unknown))}.",
            "Ask your administrator to mend it.",
        )
    settings = msgspec.convert(governed, Settings)
    return {name: getattr(settings, name) for name in values}
