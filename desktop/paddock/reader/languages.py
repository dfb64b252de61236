"""Which languages text in pictures can be recognised in: Tesseract's data files, found by their names alone."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SUFFIX: Final = ".traineddata"
_NAME: Final = re.compile(r"[A-Za-z_]{3,20}")  # as `protocol.Read.languages`
_ORIENTATION: Final = "osd"
_NO_LANGUAGES: Final = {_ORIENTATION, "equ"}
_PARTS_LANGUAGES: Final = {"+", "~"}  # what Tesseract's list of languages is cut at
_SYSTEM_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/share/tessdata",
)


@dataclass(frozen=True)
class LanguageData:
    """The language data found: each language's file, without its suffix, as seen from the folder Tesseract is told.

    Tesseract takes one folder; a language in another one is reached by a name with steps ("../../other/fra").
    `orientation` is the file that tells which side of a page is up, empty where there is none.
    """

    root: str = "."
    names: Mapping[str, str] = field(default_factory=dict)
    orientation: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return Tesseract's codes of the languages there is data for, in alphabetical order."""
        return tuple(sorted(self.names))

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Return which of these languages there is no data for."""
        return tuple(name for name in languages if name not in self.names)


def code_of(path: Path) -> str | None:
    """Return Tesseract's code of the language a file's name says, None where it says none."""
    named = path.suffix == SUFFIX and _NAME.fullmatch(path.stem) and path.stem not in _NO_LANGUAGES
    return path.stem if named else None


def language_folders(own: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the folders that may hold language data and exist: `own`, the data packages', the system's.

    The reader's process must be able to read them when it is locked.
    """
    for_this_user = sysconfig.get_path("data", sysconfig.get_preferred_scheme("user"))
    packaged = (Path(prefix, "share", "tessdata") for prefix in (sys.prefix, for_this_user))  # tessdata.data_path()
    named = (*own, *packaged, *(Path(name) for name in _SYSTEM_FOLDERS))
    return tuple(dict.fromkeys(folder.resolve() for folder in named if folder.is_dir()))


def find_languages(folders: Sequence[Path]) -> LanguageData:
    """Return the languages these folders hold; of two files for one language, the first folder's counts."""
    root = str(folders[0]) if folders else "."
    names: dict[str, str] = {}
    for path in (path for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}"))):
        try:
            seen = Path(os.path.relpath(path.with_suffix(""), root)).as_posix()
        except ValueError:  # on another drive, where no steps lead
            continue
        if _NAME.fullmatch(path.stem) and not set(seen) & _PARTS_LANGUAGES:
            names.setdefault(path.stem, seen)
    orientation = names.get(_ORIENTATION, "")
    return LanguageData(root, {name: seen for name, seen in names.items() if name not in _NO_LANGUAGES}, orientation)
