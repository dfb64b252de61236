"""Where everything lies: the folders the program may write to, and no others."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

MODELS_NOTE = "models_folder.txt"  # in the settings' folder, where the models were moved


@dataclass(frozen=True)
class Home:
    """The program's folders. `portable` is true where one folder holds them all (`--home`, `PADDOCK_HOME`)."""

    config: Path
    data: Path
    cache: Path
    models: Path
    portable: bool

    @classmethod
    def under(cls, folder: Path) -> Home:
        """Everything under one folder: portable use, and what the tests use."""
        root = _expanded(folder).absolute()
        config = root / "config"
        return cls(config, root / "data", root / "cache", _models(config, root / "models"), portable=True)

    @classmethod
    def of_this_user(cls) -> Home:
        """Return the folders the operating system sets aside for programs of this user."""
        dirs = platformdirs.PlatformDirs("paddock", appauthor=False)
        data, config = Path(dirs.user_data_dir), Path(dirs.user_config_dir)
        return cls(config, data, Path(dirs.user_cache_dir), _models(config, data / "models"), portable=False)

    @property
    def vault(self) -> Path:
        """Return the folder of the encrypted store and its backups."""
        return self.data / "vault"

    @property
    def library(self) -> Path:
        """Return the folder of the encrypted store of documents."""
        return self.data / "library"

    @property
    def languages(self) -> Path:
        """Return the folder of the person's own language data for text in pictures; it is made with the first."""
        return self.data / "languages"

    def make(self) -> None:
        """Create the folders, readable by this user alone. Raises OSError."""
        for folder in (self.config, self.data, self.cache, self.vault, self.library):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self.models.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            if not (self.config / MODELS_NOTE).exists():
                raise
            # It lies on a drive that is not there now: then there are no models, and chats can be read all the same.

    def with_models(self, folder: Path) -> Home:
        """Note that the models lie in another folder from now on, for every start; return that home. Raises OSError."""
        note = self.config / MODELS_NOTE
        draft = note.with_name(f"{note.name}.{os.getpid()}.part")
        draft.write_text(str(folder.absolute()), encoding="utf-8")
        draft.replace(note)
        return replace(self, models=folder.absolute())


def _expanded(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError:  # "~name" of a user there is not: a folder that is called so
        return folder


def _models(config: Path, usual: Path) -> Path:
    """Return the folder of the models: the usual one, or the one they were moved to."""
    try:
        noted = Path((config / MODELS_NOTE).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return usual
    return noted if noted.is_absolute() else usual


def policy_path() -> Path:
    """Return where an administrator's policy file lies; only they can write there."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Paddock" / "policy.toml"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Paddock/policy.toml")
    return Path("/etc/paddock/policy.toml")


def find_home(asked: Path | None) -> Home:
    """Return the home asked for on the command line, else by PADDOCK_HOME, else this user's own."""
    if asked is not None:
        return Home.under(asked)
    named = os.environ.get("PADDOCK_HOME")
    return Home.under(Path(named)) if named else Home.of_this_user()
