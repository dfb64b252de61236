"""The hub of models: searching it by words, and what it says of one file. What it says is a stranger's word."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import msgspec
from msgspec import Meta

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.answers import Refused
from paddock.fetcher.https import address_below
from paddock.fetcher.pages import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from paddock.fetcher.https import Network
    from paddock.fetcher.retrying import Clock

T = TypeVar("T")

MAX_WORDS: Final = 100  # letters
REPOSITORIES: Final = 8  # each costs one more question, for its files' sizes
FILES_EACH: Final = 40
_MAX_BYTES: Final = 8 << 20
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9_][A-Za-z0-9._-]{0,95}")
_REVISION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_LICENCE: Final = re.compile(r"license:([a-z0-9][a-z0-9._-]{0,59})")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_COMMIT: Final = re.compile(r"[0-9a-f]{40}")
_SPLIT: Final = re.compile(r"(.+)-(\d{5})-of-(\d{5})\.gguf")
_LONGEST_PATH: Final = 255
_NOT_UNDERSTOOD: Final = "The hub's answer was not understood."

_Text = Annotated[str, Meta(max_length=1000)]
_Count = Annotated[int, Meta(ge=0, le=1 << 50)]


@dataclass(frozen=True)
class HubFile:
    """One model file on the hub, as the hub describes it; `sha256` and `licence` are empty where it does not say.

    `url` names a fixed revision, so that the bytes cannot change under way. Of a model in `parts` files this is the
    first, and `whole_bytes` is what all of them have together.
    """

    repo: str
    path: str
    revision: str
    url: str
    size_bytes: int | None
    sha256: str
    licence: str
    gated: bool
    downloads: int
    parts: int = 1
    whole_bytes: int | None = None

    @property
    def file_name(self) -> str:
        """Return the file's name without the folders before it."""
        return self.path.rpartition("/")[2]


class _Lfs(msgspec.Struct, frozen=True):
    sha256: _Text = ""
    size: _Count = 0


class _Sibling(msgspec.Struct, frozen=True):
    rfilename: _Text
    size: _Count | None = None
    lfs: _Lfs | None = None


class _Repository(msgspec.Struct, frozen=True):
    id: _Text
    sha: _Text | None = None
    gated: bool | _Text = False
    downloads: _Count = 0
    tags: Annotated[tuple[_Text, ...], Meta(max_length=1000)] = ()
    siblings: Annotated[tuple[_Sibling, ...], Meta(max_length=20_000)] = ()


class _Listed(msgspec.Struct, frozen=True):
    id: _Text


def search_hub(
    words: str,
    network: Network,
    token: str = "",
    *,
    on_tick: Callable[[], None] = lambda: None,
    clock: Clock | None = None,
) -> tuple[HubFile, ...]:
    """Return the GGUF files of the most fetched models that match the words. Raises UserError, NeedsToken.

    Nothing but the words is sent. `on_tick` is called several times a second; what it raises stops the search.
    """
    asked = " ".join(words.split())
    if not asked or len(asked) > MAX_WORDS or not asked.isprintable():
        raise UserError(
            "The hub is searched with a few words.", f"At most {MAX_WORDS} letters are sent.", "Shorten them."
        )
    query = {"search": asked, "filter": "gguf", "sort": "downloads", "direction": "-1", "limit": str(REPOSITORIES)}
    url = address_below(network.hub, "api", "models", query=query)
    listed = _decoded(
        read_page(network, url, _MAX_BYTES, token=token, on_tick=on_tick, clock=clock), tuple[_Listed, ...]
    )
    found: list[HubFile] = []
    for repository in listed[:REPOSITORIES]:
        if not _REPOSITORY.fullmatch(repository.id):
            continue
        with contextlib.suppress(Refused, NeedsToken):  # gone meanwhile, or private: the others are there
            said = _described(repository.id, "main", network, token, on_tick, clock)
            found += _files(said, repository.id, "main", network)[:FILES_EACH]
    return tuple(found)


def hub_download(
    repo: str,
    path: str,
    network: Network,
    revision: str = "main",
    token: str = "",
    *,
    on_tick: Callable[[], None] = lambda: None,
    clock: Clock | None = None,
) -> HubFile:
    """Return where `owner/repo`'s file lies and what the hub says of it. Raises UserError, NeedsToken."""
    if not _REPOSITORY.fullmatch(repo) or not _is_path(path) or not _REVISION.fullmatch(revision):
        raise UserError(
            "This names no model file on the hub.", "It has the form owner/repo/file.gguf.", "Check it and try again."
        )
    said = _described(repo, revision, network, token, on_tick, clock)
    for sibling in said.siblings:
        if sibling.rfilename == path:
            return _file(said, sibling, repo, revision, network)
    raise UserError(f"{repo} on the hub has no file “{path}”.", "", "Check the name, or search the hub.")


def _described(
    repo: str, revision: str, network: Network, token: str, on_tick: Callable[[], None], clock: Clock | None
) -> _Repository:
    below = ("api", "models", *repo.split("/"), *(() if revision == "main" else ("revision", revision)))
    url = address_below(network.hub, *below, query={"blobs": "true"})
    return _decoded(read_page(network, url, _MAX_BYTES, token=token, on_tick=on_tick, clock=clock), _Repository)


def _decoded(untrusted: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(untrusted, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise UserError(_NOT_UNDERSTOOD, "", "Try again later.") from None


def _files(said: _Repository, repo: str, revision: str, network: Network) -> list[HubFile]:
    """Return its model files, those of a split model once; not the vision parts that run with another file only."""
    found = []
    for sibling in said.siblings:
        name = sibling.rfilename.rpartition("/")[2]
        if not name.lower().endswith(".gguf") or name.lower().startswith("mmproj") or not _is_path(sibling.rfilename):
            continue
        split = _SPLIT.fullmatch(sibling.rfilename)
        if split is None or int(split[2]) == 1:
            found.append(_file(said, sibling, repo, revision, network))
    return found


def _file(said: _Repository, sibling: _Sibling, repo: str, revision: str, network: Network) -> HubFile:
    commit = said.sha if said.sha and _COMMIT.fullmatch(said.sha) else revision
    sha256 = sibling.lfs.sha256 if sibling.lfs and _SHA256.fullmatch(sibling.lfs.sha256) else ""
    licences = (match[1] for tag in said.tags if (match := _LICENCE.fullmatch(tag)))
    split = _SPLIT.fullmatch(sibling.rfilename)
    parts = [sibling] if split is None else list(_parts(said.siblings, split[1], split[3]))
    sizes = [_size(part) for part in parts]
    return HubFile(
        repo=repo,
        path=sibling.rfilename,
        revision=commit,
        url=address_below(network.hub, *repo.split("/"), "resolve", commit, *sibling.rfilename.split("/")),
        size_bytes=_size(sibling),
        sha256=sha256,
        licence=next(licences, ""),
        gated=said.gated not in {False, "", "false"},
        downloads=said.downloads,
        parts=len(parts),
        whole_bytes=sum(size for size in sizes if size is not None) if None not in sizes else None,
    )


def _parts(siblings: Iterable[_Sibling], stem: str, count: str) -> Iterable[_Sibling]:
    for sibling in siblings:
        split = _SPLIT.fullmatch(sibling.rfilename)
        if split is not None and (split[1], split[3]) == (stem, count):
            yield sibling


def _size(sibling: _Sibling) -> int | None:
    return (sibling.lfs.size if sibling.lfs else 0) or sibling.size


def _is_path(path: str) -> bool:
    """Return whether it is a file's path inside a repository, and leads nowhere else."""
    steps = path.split("/")
    return (
        0 < len(path) <= _LONGEST_PATH
        and path.isprintable()
        and not set('\\:*?"<>|') & set(path)
        and all(step and step.strip(". ") == step.strip() and step not in {".", ".."} for step in steps)
    )
