"""A model over the network as a person gets it: sought, paused, gone on with, there; the window killed meanwhile."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.e2e.screen import Screen, until
from tests.e2e.test_killed_window import workers_of
from tests.e2e.told import ToldWindow
from tests.fetcher.authority import make_authority
from tests.fetcher.server import Shelf, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Answering, Asked

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server's"),
]

COMMIT = "a" * 40
AT = f"/own/small-starter/resolve/{COMMIT}/small-starter.gguf"
PLAIN = "/plain/small-starter.gguf"
DRIP = 100_000  # ten of them a second: no computer is so busy that all of it comes before it is paused


class Drip:
    """Sends a first part of the model, then drips until it is let go; counts what has left."""

    def __init__(self, shelf: Shelf, content: bytes) -> None:
        self._content = content
        self.quick = threading.Event()
        self.starts: list[int] = []
        self.sent = 0
        shelf.play = self

    def __call__(self, answering: Answering, asked: Asked) -> bool:
        if asked.path not in {AT, PLAIN}:
            return False
        self.starts.append(asked.start)
        rest = memoryview(self._content)[asked.start :]
        headers = {"ETag": '"one"', "Content-Length": str(len(rest))}
        if asked.start:
            headers["Content-Range"] = f"bytes {asked.start}-{len(self._content) - 1}/{len(self._content)}"
        answering.begin(206 if asked.start else 200, headers)
        first = len(self._content) // 5
        while rest:
            piece = rest[: first if first > 0 else DRIP]
            answering.wfile.write(piece)
            self.sent += len(piece)
            rest, first = rest[len(piece) :], 0
            if not self.quick.is_set():
                self.quick.wait(0.1)
        return True


class Window(ToldWindow):
    """The program at work."""

    def __init__(self, screen: Screen, home: Path, env: dict[str, str]) -> None:
        secret = home.with_name("passphrase")
        secret.write_text("correct horse battery staple\n", encoding="utf-8")
        arguments = ("--home", str(home), "--passphrase-file", str(secret))
        super().__init__(screen, home, "tests.e2e.fetching_window", *arguments, more=env)

    def open_models(self, tab: str) -> None:
        """Go to a part of the page of models."""
        self.screen.window("Paddock")
        until("the store is open", lambda: self["ready"] and not self["busy"])
        self.screen.key("ctrl+2")
        until("the page of models is there", lambda: self["page"] == "models")
        self.click(tab)

    def told(self, *words: str) -> None:
        """Wait until the one download there is says all this."""
        until(f"the tray says {words!r}", lambda: any(_holds(said, words) for said in self["downloads"] or ()))


def _holds(said: str, words: tuple[str, ...]) -> bool:
    return all(one in said for one in words)


class World:
    """A hub with one true model, a screen, and a home that has none."""

    def __init__(self, screen: Screen, shelf: Shelf, authority: Authority, folder: Path, model: Path) -> None:
        self._screen, self._authority, self.shelf = screen, authority, shelf
        self.home, self._pictures = folder / "home", folder
        self.content = model.read_bytes()
        self.drip = Drip(shelf, self.content)
        lfs = {"sha256": hashlib.sha256(self.content).hexdigest(), "size": len(self.content)}
        about = {"id": "own/small-starter", "sha": COMMIT, "tags": ["license:apache-2.0"], "downloads": 7, "siblings": [
            {"rfilename": "small-starter.gguf", "lfs": lfs}]}  # fmt: skip
        shelf.files["/api/models"] = json.dumps([{"id": "own/small-starter"}]).encode()
        shelf.files["/api/models/own/small-starter"] = json.dumps(about).encode()
        self._windows: list[Window] = []

    @property
    def arrived(self) -> bytes | None:
        """Return what lies at the model's name, if anything."""
        file = self.home / "models" / "small-starter.gguf"
        return file.read_bytes() if file.exists() else None

    def open(self) -> Window:
        """Start the program, for which this hub is the hub."""
        env = {"PADDOCK_HUB": self.shelf.url, "SSL_CERT_FILE": str(self._authority.file), "NO_PROXY": "*"}
        window = Window(self._screen, self.home, env)
        self._windows.append(window)
        return window

    def picture(self, name: str) -> None:
        """Keep what the screen shows."""
        self._screen.picture(self._pictures / f"{name}.png")

    def end(self) -> None:
        self.drip.quick.set()
        for window in self._windows:
            window.end()


@pytest.fixture
def world(tmp_path: Path, starter_model: Path) -> Iterator[World]:
    authority = make_authority(tmp_path)
    with Screen() as screen, serving(authority.server_context()) as shelf:
        world = World(screen, shelf, authority, tmp_path, starter_model)
        try:
            yield world
        finally:
            world.picture("last")
            world.end()


@pytest.fixture
def misnamed(tmp_path: Path, world: World) -> Iterator[Callable[[], str]]:
    """Give the address of a server whose certificate is another's."""
    with serving(world._authority.server_context(world._authority.misnamed)) as shelf:
        yield lambda: shelf.url


def test_sought_paused_gone_on_with_and_answering(world: World, misnamed: Callable[[], str]) -> None:
    """With one address before that whose server shows another's certificate."""
    window = world.open()
    window.open_models("Search the hub")
    window.click("Address of the file")
    window.screen.type(f"{misnamed()}/a.gguf")
    window.screen.key("Return")
    window.told("a.gguf", "not fetched", "certificate")
    world.picture("refused")
    window.click("Stop: a.gguf")
    until("it is off the list", lambda: window["downloads"] == [])

    window.click("Words of a model's name")
    window.screen.type("small starter")
    window.screen.key("Return")
    window.click("Get small-starter.gguf")
    window.told("small-starter.gguf", " of ", "/s")
    until("the strip tells how far it is", lambda: (window["strip"] or "").endswith("%"))
    world.picture("running")
    window.click("Pause: small-starter.gguf")
    window.told("paused")
    world.picture("paused")
    assert world.arrived is None
    world.drip.quick.set()
    window.click("Go on: small-starter.gguf")
    window.told("whole and installed")
    world.picture("done")
    first, second = world.drip.starts
    assert (first, second > 0) == (0, True)
    assert world.arrived == world.content
    window.click("Installed")
    until("it is listed", lambda: window["models"] == ["small-starter"])
    world.picture("listed")

    window.screen.key("ctrl+n")
    window.screen.type("What is two and two?")
    window.screen.key("Return")
    until("it answers", lambda: window["answer"], 120)
    world.picture("answered")
    window.screen.key("ctrl+q")
    assert window.process.wait(30) == 0, window.log.read_text(encoding="utf-8")
    assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_killed_in_the_middle_it_goes_on_where_it_was(world: World) -> None:
    """The window alone is killed; doorkeeper and fetcher end with it, and no byte on the disk is fetched twice."""
    window = world.open()
    window.open_models("Search the hub")
    window.click("Address of the file")
    window.screen.type(f"{world.shelf.url}{PLAIN}")
    window.click("SHA-256, if known")
    window.screen.type(hashlib.sha256(world.content).hexdigest())
    window.screen.key("Return")
    window.told("small-starter.gguf", " of ", "/s")
    window.process.kill()
    window.process.wait(10)
    until("nothing of it is left", lambda: not workers_of(window.process.pid))
    part = (world.home / "models" / "small-starter.gguf.part").stat().st_size
    assert part > 0

    again = world.open()
    again.open_models("Search the hub")
    again.told("paused", f"{part / 1e6:.0f} MB of 98 MB")
    world.picture("opened again")
    world.drip.quick.set()
    again.click("Go on: small-starter.gguf")
    again.told("whole and installed")
    assert world.drip.starts == [0, part]
    assert world.arrived == world.content
    again.screen.key("ctrl+q")
    assert again.process.wait(30) == 0, again.log.read_text(encoding="utf-8")
    assert "Traceback" not in again.log.read_text(encoding="utf-8")
