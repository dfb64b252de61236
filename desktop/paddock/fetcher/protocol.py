"""What window, doorkeeper and fetcher say to one another: what may be wanted of the network, within bounds.

A model out of the catalogue is named by its id alone. Only what a person types in (a search, an address, a file of the
hub) carries words of theirs, and every field of it has a form and a length.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

MAX_FRAME_BYTES: Final = 256 << 10
MAX_FOUND: Final = 100
SEARCH_LETTERS: Final = 100
_CLIMBS: Final = re.compile(r"(^|/)\.{0,2}(/|$)")  # an empty part of a path, ".", ".."
_ADDRESS: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?(?P<path>/[!-~]*?)(\?[!-~]*)?"
)
_THIS_COMPUTER: Final = re.compile(r"localhost|127(\.\d{1,3}){3}|\[::1\]")
_NAMES_A_MODEL: Final = re.compile(r"[A-Za-z0-9][\w.+-]{0,190}\.gguf", re.ASCII | re.IGNORECASE)

Id = Annotated[int, Meta(ge=1, lt=1 << 53)]
Bytes = Annotated[int, Meta(ge=0, le=1 << 50)]
Sentence = Annotated[str, Meta(max_length=2000)]
Sha256 = Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?\Z", max_length=64)]
Token = Annotated[str, Meta(pattern=r"^[!-~]*\Z", max_length=500)]
FileName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][\w.+ -]*\.[gG][gG][uU][fF]\Z", max_length=200)]
Repo = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*\Z", max_length=200)]
PathInRepo = Annotated[
    str, Meta(pattern=r"^[A-Za-z0-9]([\w.+/ -]*/[A-Za-z0-9])?[\w.+ -]*\.[gG][gG][uU][fF]\Z", max_length=300)
]


# ---------------------------------------------------------------- what may be wanted


class StarterChoice(msgspec.Struct, frozen=True, tag="starter", forbid_unknown_fields=True):
    """The starter model. Which one, from where and to where is not the window's to say."""


class CatalogueChoice(msgspec.Struct, frozen=True, tag="catalogue", forbid_unknown_fields=True):
    """A file of the catalogue; where it lies and what it must be, the fetcher looks up itself."""

    model_id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]*\Z", max_length=80)]
    quantization: Annotated[str, Meta(pattern=r"^[A-Z0-9_]+\Z", max_length=20)]


class HubChoice(msgspec.Struct, frozen=True, tag="hub", forbid_unknown_fields=True):
    """A file of a model hub's repository."""

    repo: Repo
    path: PathInRepo
    revision: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][\w.-]*\Z", max_length=100)] = "main"
    sha256: Sha256 = ""

    def __post_init__(self) -> None:
        """Refuse a path that leaves its repository."""
        if _CLIMBS.search(self.path):
            raise ValueError("the path leaves its repository")


class UrlChoice(msgspec.Struct, frozen=True, tag="url", forbid_unknown_fields=True):
    """A file at an address of its own: HTTPS, or plain HTTP on this very computer."""

    url: Annotated[str, Meta(pattern=r"^https?://[!-~]+\Z", max_length=2000)]
    sha256: Sha256 = ""

    def __post_init__(self) -> None:
        """Refuse another scheme, and an address that names no model file or hides a password."""
        found = _ADDRESS.fullmatch(self.url)
        if found is None or not _NAMES_A_MODEL.fullmatch(self.file_name):
            raise ValueError("it is no address of a model file")
        if found["scheme"] != "https" and not _THIS_COMPUTER.fullmatch(found["host"]):
            raise ValueError("only HTTPS is used")

    @property
    def host(self) -> str:
        """Return the computer it leads to."""
        found = _ADDRESS.fullmatch(self.url)
        return found["host"] if found else ""

    @property
    def file_name(self) -> str:
        """Return the name of the file it leads to."""
        found = _ADDRESS.fullmatch(self.url)
        return found["path"].rpartition("/")[2] if found else ""


class IndexChoice(msgspec.Struct, frozen=True, tag="index", forbid_unknown_fields=True):
    """A file inside a wheel of a Python package index."""

    package: Annotated[str, Meta(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\Z", max_length=100)]
    version: Annotated[str, Meta(pattern=r"^[0-9][A-Za-z0-9.+!]*\Z", max_length=60)]
    file: FileName
    sha256: Sha256 = ""


class MirrorChoice(msgspec.Struct, frozen=True, tag="mirror", forbid_unknown_fields=True):
    """A file of the organisation's own mirror, whose address the policy or the settings name."""

    name: FileName
    sha256: Sha256 = ""


Choice = StarterChoice | CatalogueChoice | HubChoice | UrlChoice | IndexChoice | MirrorChoice


# ---------------------------------------------------------------- requests


class Fetch(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Bring one model file into the models folder. `token` goes to the hub alone, and only where one is needed.

    `beside`: a damaged file has its name until this one is whole, so that it gets a name of its own.
    """

    id: Id
    choice: Choice
    bytes_per_second: Annotated[int, Meta(ge=1024, le=1 << 40)] | None = None
    token: Token = ""
    beside: bool = False


class Search(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Find model files on the hub by words of their name."""

    id: Id
    words: Annotated[str, Meta(min_length=1, max_length=SEARCH_LETTERS)]
    token: Token = ""


class LookUp(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Say what the hub says of one file: its size, licence and hash."""

    id: Id
    choice: HubChoice
    token: Token = ""


class Stop(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """End an errand now. What has arrived of a file stays beside its place, to go on from."""

    id: Id


# ---------------------------------------------------------------- answers

Stage = Literal["connecting", "transferring", "waiting", "checking"]


class Started(msgspec.Struct, frozen=True, tag=True):
    """The fetcher is at work; the file will have this name in the models folder."""

    id: Id
    file_name: FileName


class Progress(msgspec.Struct, frozen=True, tag=True):
    """How many bytes of how many are here."""

    id: Id
    done: Bytes
    total: Bytes | None
    bytes_per_second: float | None = None
    stage: Stage = "transferring"
    note: Sentence = ""


class Arrived(msgspec.Struct, frozen=True, tag=True):
    """The last answer: the model lies in its place, whole; `vouched`: somebody had said what its hashes must be.

    `hashes` are the SHA-256 of each of its files, and `file_name` is the first one's.
    """

    id: Id
    file_name: FileName
    hashes: Annotated[tuple[Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")], ...], Meta(min_length=1, max_length=512)]
    size_bytes: Bytes
    vouched: bool


class Offered(msgspec.Struct, frozen=True):
    """One file of the hub. An empty `licence` or `sha256`: the hub does not say."""

    repo: Annotated[str, Meta(max_length=200)]
    path: Annotated[str, Meta(max_length=300)]
    size_bytes: Bytes | None = None
    sha256: Sha256 = ""
    licence: Annotated[str, Meta(max_length=100)] = ""
    downloads: Bytes | None = None
    gated: bool = False


class Found(msgspec.Struct, frozen=True, tag=True):
    """The last answer to a search or a looking up."""

    id: Id
    files: Annotated[tuple[Offered, ...], Meta(max_length=MAX_FOUND)]


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The last answer: what happened, why, and what to do next; or that it was stopped, or needs a token."""

    id: Id
    what: Sentence
    why: Sentence = ""
    next_step: Sentence = ""
    reason: Literal["error", "stopped", "needs token"] = "error"


Order = Fetch | Search | LookUp
Request = Order | Stop
Answer = Started | Progress | Arrived | Found | Failed
