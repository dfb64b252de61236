"""A person turns the network off while a file is on its way: the line is cut, and nobody is left who could use it."""

from __future__ import annotations

import hashlib
import random
import threading
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.errors import UserError
from paddock.fetcher.client import Errands
from paddock.fetcher.door import Door
from paddock.fetcher.protocol import UrlChoice
from paddock.fetcher.seen import living_doorkeepers
from paddock.models.arrivals import Arrivals
from paddock.models.downloads import Downloads
from paddock.models.hub_token import HubToken
from paddock.models.installed import InstalledModels
from paddock.models.not_fetched import network_off
from paddock.models.verifying import Verifier
from tests.fetcher.material import doorkeeper_command
from tests.fetcher.test_doorkeeper import gone
from tests.fetcher.test_fetching import Half
from tests.models.building import build
from tests.process.harness import PATIENCE_S
from tests.vault.doubles import DictKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.fetcher.environment import Places
    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Shelf

pytestmark = pytest.mark.slow

CONTENT = build().data + random.Random(7).randbytes(4_000_000)


class Window:
    """The downloads of one start, over a door of their own."""

    def __init__(self, places: Places, settings: Path) -> None:
        models = InstalledModels(places.models, settings / "links.json", settings / "hashes.json")
        arrivals = Arrivals(places.models, models, Verifier(settings / "seen.json", models), settings / "origins.json")
        self.door = Door.open(doorkeeper_command(places))
        token = HubToken(DictKeyring)
        unfinished = settings / "unfinished.json"
        self.downloads = Downloads(Errands(self.door), arrivals, tuple, unfinished, token, lambda _about: None)
        self.changed = threading.Event()
        self.downloads.subscribe(self.changed.set)

    def until(self, state: str, done: int = 0) -> None:
        """Wait until the one download stands so, with so many bytes or more."""
        while not any(one.state == state and one.done >= done for one in self.downloads.downloads()):
            assert self.changed.wait(PATIENCE_S), self.downloads.downloads()
            self.changed.clear()


@pytest.fixture
def half(hub: Shelf, authority: Authority, bare_pip: pytest.MonkeyPatch) -> Iterator[Half]:
    """Return a server that sends half of a model."""
    bare_pip.setenv("SSL_CERT_FILE", str(authority.file))
    hub.files["/plain/p.gguf"] = CONTENT
    sends = Half(hub, "/plain/p.gguf", CONTENT)
    yield sends
    sends.release.set()


def test_at_once_the_line_is_cut_and_the_next_start_goes_on(
    places: Places, tmp_path: Path, hub: Shelf, half: Half
) -> None:
    window = Window(places, tmp_path)
    number = window.downloads.start(UrlChoice(f"{hub.url}/plain/p.gguf", hashlib.sha256(CONTENT).hexdigest()))
    assert half.half_sent.wait(PATIENCE_S)
    window.until("running", done=1)
    (fetcher,) = psutil.Process(window.door.pid).children()

    window.downloads.shut(network_off(by_policy=False))
    assert gone(fetcher.pid)
    assert gone(window.door.pid)
    assert living_doorkeepers(places.models) == ()
    window.until("paused")
    asked = len(hub.asked)
    for refused in (lambda: window.downloads.resume(number), lambda: window.downloads.search("llama")):
        with pytest.raises(UserError, match="turned off in the settings"):
            refused()
    assert len(hub.asked) == asked
    part = places.models / "p.gguf.part"
    assert part.stat().st_size > 0, "what has come is kept"

    half.release.set()
    again = Window(places, tmp_path)
    try:
        (left,) = again.downloads.downloads()
        assert (left.state, left.done) == ("paused", part.stat().st_size)
        again.downloads.resume(left.id)
        again.until("done")
        assert (places.models / "p.gguf").read_bytes() == CONTENT
    finally:
        again.downloads.close()
