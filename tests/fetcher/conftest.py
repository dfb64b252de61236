"""A pip that knows only what a test tells it, and servers of the tests' own."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.https import Network
from tests.fetcher.authority import make_authority
from tests.fetcher.index import Index, index
from tests.fetcher.material import places_in
from tests.fetcher.server import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paddock.fetcher.environment import Places
    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Shelf


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return the places of an empty home."""
    return places_in(tmp_path / "home")


@pytest.fixture
def bare_pip(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take this computer's own settings of pip and proxies away."""
    for name in list(os.environ):
        if name.upper().startswith("PIP_") or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return monkeypatch


@pytest.fixture
def shelf(bare_pip: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty folder which is all the package index there is."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    bare_pip.setenv("PIP_FIND_LINKS", str(folder))
    bare_pip.setenv("PIP_NO_INDEX", "1")
    return folder


@pytest.fixture
def loopback_index(bare_pip: pytest.MonkeyPatch) -> Iterator[Index]:
    """Serve the right wheel over HTTP on this computer, in two halves, by settings that only pip itself can follow."""
    with index() as shared:
        bare_pip.setenv("PIP_INDEX_URL", shared.url)
        bare_pip.setenv("PIP_EXTRA_INDEX_URL", shared.url)
        yield shared


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Return who vouches for the servers of the tests."""
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def shelves(authority: Authority) -> Iterator[Callable[..., Shelf]]:
    """Give servers: over HTTPS, or without when asked; under another name; on another loopback address."""
    with contextlib.ExitStack() as stack:

        def serve(host: str = "127.0.0.1", *, plain: bool = False, misnamed: bool = False) -> Shelf:
            shown = authority.misnamed if misnamed else authority.served
            return stack.enter_context(serving(None if plain else authority.server_context(shown), host))

        yield serve


@pytest.fixture
def hub(shelves: Callable[..., Shelf]) -> Shelf:
    """Return the server that is the hub."""
    return shelves()


@pytest.fixture
def network(hub: Shelf, authority: Authority) -> Iterator[Network]:
    """Return a network whose hub is the test's, and which believes the test's authority alone."""
    network = Network.of({"SSL_CERT_FILE": str(authority.file), "PADDOCK_HUB": hub.url})
    yield network
    network.close()
