"""One model file to be fetched: every place it may come from, and what it must be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

# As llama.cpp names the parts of a model: NAME-00001-of-00003.gguf
_FIRST_PART: Final = re.compile(r"(?P<stem>.+)-00001-of-(?P<parts>\d{5})(?P<ending>\.gguf)", re.IGNORECASE)
_PART: Final = re.compile(r".+-\d{5}-of-\d{5}\.gguf", re.IGNORECASE)
MAX_PARTS: Final = 512
_NAME_AND_PARTS: Final = re.compile(r"(?P<stem>.+?)(?P<rest>(-\d{5}-of-\d{5})?\.gguf)", re.IGNORECASE)
_LONGEST_STEM: Final = 170


@dataclass(frozen=True)
class FromHub:
    """A file of a model hub's repository."""

    repo: str
    path: str
    revision: str = "main"


@dataclass(frozen=True)
class FromIndex:
    """A file inside a wheel of a Python package index, by its whole path in there or by its name alone."""

    package: str
    version: str
    file: str
    wheel_bytes: int | None = None

    @property
    def requirement(self) -> str:
        """Return what pip is asked for."""
        return f"{self.package}=={self.version}"


@dataclass(frozen=True)
class FromUrl:
    """A file at an address of its own."""

    url: str


@dataclass(frozen=True)
class FromMirror:
    """A file of the organisation's mirror."""

    name: str


Place = FromHub | FromIndex | FromUrl | FromMirror


@dataclass(frozen=True)
class Wanted:
    """A file and its places, the first tried first. An empty `sha256`, a size of None: nobody has said.

    `beside`: it comes under a name of its own, since a damaged one has its name until this one is whole.
    """

    file_name: str
    places: tuple[Place, ...]
    sha256: str = ""
    size_bytes: int | None = None
    beside: bool = False

    @property
    def name_here(self) -> str:
        """Return the name it gets in the models folder."""
        found = _NAME_AND_PARTS.fullmatch(self.file_name) if self.beside else None
        return f"{found['stem'][:_LONGEST_STEM]}-new{found['rest']}" if found else self.file_name

    @property
    def is_part(self) -> bool:
        """Return whether it is one of several files, whose names say so."""
        return _PART.fullmatch(self.file_name) is not None

    @property
    def parts(self) -> tuple[Wanted, ...]:
        """Return itself, or every file of a model in parts of which it is the first. Of the others no hash is known."""
        found = _FIRST_PART.fullmatch(self.file_name)
        count = min(int(found["parts"]), MAX_PARTS) if found else 1
        return (self, *(self._part(number) for number in range(2, count + 1)))

    def _part(self, number: int) -> Wanted:
        def other(name: str) -> str:
            folder, slash, last = name.rpartition("/")
            return folder + slash + last.replace("-00001-of-", f"-{number:05d}-of-", 1)

        places: list[Place] = []
        for place in self.places:
            match place:
                case FromHub():
                    places.append(replace(place, path=other(place.path)))
                case FromUrl():
                    places.append(FromUrl(other(place.url)))
                case FromMirror():
                    places.append(FromMirror(other(place.name)))
        return Wanted(other(self.file_name), tuple(places), beside=self.beside)
