"""What lies there while a file is not whole: gone on with, locked, and never in the way."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import threading
from collections import namedtuple
from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher import part_file
from paddock.fetcher import transfer as transfer_module
from paddock.fetcher.part_file import Note, PartFile
from paddock.fetcher.part_lock import clear_empty, throw_away
from paddock.process import file_lock
from tests.fetcher.material import names_in
from tests.fetcher.transferring import BODY, SHA256, Told, fetch, refusal
from tests.process.harness import module_environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.https import Network
    from paddock.fetcher.transfer import Progress
    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Answering, Asked, Shelf


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "a.gguf"


@pytest.fixture
def url(hub: Shelf) -> str:
    hub.files["/a.gguf"] = BODY
    return f"{hub.url}/a.gguf"


def leave_part(target: Path, content: bytes, **note: object) -> Path:
    """Lay down what an earlier run would have left."""
    target.parent.mkdir(exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.write_bytes(content)
    target.with_name(f"{target.name}.part.json").write_text(json.dumps({"sha256": SHA256, **note}))
    return part


# ---------------------------------------------------------------- going on


def test_what_an_earlier_run_left_is_gone_on_with(hub: Shelf, network: Network, target: Path, url: str) -> None:
    leave_part(target, BODY[:123_456], url="https://another.test/")
    _, told = fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert hub.starts() == [123_456]
    assert told[0].stage == "checking"
    assert names_in(target.parent) == ["a.gguf"]


def test_a_whole_part_needs_no_network(hub: Shelf, network: Network, target: Path, url: str) -> None:
    leave_part(target, BODY)
    fetch(network, target, url, size_bytes=len(BODY))
    assert target.read_bytes() == BODY
    assert hub.asked == []


def test_damage_in_what_was_left_is_found_and_mended(hub: Shelf, network: Network, target: Path, url: str) -> None:
    leave_part(target, bytes(100_000))
    _, told = fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert hub.starts() == [100_000, 0]
    assert "What came was not the file: fetched anew." in told.notes()


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (BODY[:1000], {"sha256": "0" * 64}),
        (BODY + b"more", {"total": len(BODY)}),
        (BODY[:1000], {"sha256": 5}),
        (BODY[:1000], {"an unknown field": True}),
    ],
)
def test_what_is_no_part_of_it_is_thrown_away(
    content: bytes, note: dict[str, object], hub: Shelf, network: Network, target: Path, url: str
) -> None:
    leave_part(target, content, **note)
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert hub.starts() == [0]


@pytest.mark.parametrize(
    ("note", "start"),
    [
        ({"etag": '"one"', "kept": 5000}, 5000),
        ({"etag": 'W/"one"', "kept": 5000}, 0),
        ({"etag": '"one"', "kept": 0}, 0),
        ({"etag": '"older"', "kept": 5000}, 5000),  # asked for with If-Range, and refused by the server
    ],
)
def test_without_a_hash_only_what_is_known_to_lie_on_the_disk_counts(
    note: dict[str, object], start: int, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    leave_part(target, BODY[:5000] + bytes(3000), **{"sha256": "", "url": url, **note})
    fetch(network, target, url, sha256="")
    assert target.read_bytes() == BODY
    assert hub.starts() == [start]


def test_a_broken_line_without_a_hash_is_gone_on_with_by_the_next_run(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.cuts = [150_000, *[0] * 50]
    refusal(network, target, url, sha256="")
    hub.cuts = []
    hub.asked.clear()
    arrived, _ = fetch(network, target, url, sha256="")
    assert arrived.sha256 == SHA256
    assert hub.starts() == [150_000]


@pytest.mark.parametrize(("sha256", "kept"), [("", [0, 0, 200, 310]), (SHA256, [0, 0, 0, 0])])
def test_what_the_drive_took_in_is_noted_only_afterwards(
    sha256: str, kept: list[int], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_file, "_FLUSHED_EVERY_BYTES", 100)
    real, may_end, noted = os.fsync, threading.Semaphore(0), []

    def fsync(handle: int) -> None:
        assert may_end.acquire(timeout=30)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with PartFile.held(target) as part:
        part.begin(part_file.Note(sha256))
        part.append(bytes(200))  # flushed from here on
        noted.append(part.note.kept)
        part.append(bytes(100))  # not yet
        noted.append(part.note.kept)
        may_end.release()
        assert part._flushing is not None
        part._flushing.result()
        part.append(bytes(100))  # that was the first flush
        noted.append(part.note.kept)
        assert part._flushing is not None
        may_end.release(10)
        part._flushing.result()
        part.begin(part_file.Note(sha256))  # what is begun anew has nothing to do with flushes of before
        assert part.note.kept == 0
        part.append(bytes(300))
        part.append(bytes(10))
        part.keep()
        part.append(bytes(10))
        noted.append(part.note.kept)
    assert noted == kept


def test_without_a_hash_never_more_than_a_second_of_bytes_is_not_noted(target: Path) -> None:
    now_s = 0.0
    with PartFile.held(target, lambda: now_s) as part:
        part.begin(Note(url="https://a.test/a.gguf", etag='"one"'))
        for _ in range(40):
            part.append(bytes(1000))
            if part._flushing is not None:
                part._flushing.result()  # a drive that keeps up
            now_s += 0.1
            note = json.loads(target.with_name("a.gguf.part.json").read_text())
            assert part.size - note["kept"] <= 10_000
        assert part.note.kept >= 30_000
    with PartFile.held(target, lambda: now_s) as part:
        part.begin(Note(SHA256))
        for _ in range(40):
            part.append(bytes(1000))
            now_s += 0.1
        assert part._flushing is None, "a hash tells what is whole: the drive is left in peace"


@pytest.mark.slow
def test_a_run_without_a_hash_that_is_killed_loses_about_a_second(
    hub: Shelf, network: Network, authority: Authority, target: Path, url: str
) -> None:
    """Of 4 seconds' bytes the most of it is there for the next run, though 32 MB never came together."""
    rest = threading.Event()

    def drip(answering: Answering, asked: Asked) -> bool:
        if asked.start:
            return False
        answering.begin(200, {"Content-Length": str(len(BODY)), "ETag": hub.etags["/a.gguf"]})
        at = 0
        while at < len(BODY) - 8_000 and not rest.is_set():
            piece = BODY[at : at + (8_000 if at < 320_000 else 100)]
            answering.wfile.write(piece)
            at += len(piece)
            rest.wait(0.1)
        rest.wait(30)
        answering.cut()
        return True

    hub.etags["/a.gguf"] = '"one"'
    hub.play = drip
    process = start(url, target, hub, authority, sha256="")
    assert process.stdout is not None
    note = target.with_name("a.gguf.part.json")
    for line in process.stdout:
        # On a disk that is busy with other things the note follows later.
        if int(line.split()[0]) >= 240_000 and json.loads(note.read_bytes())["kept"] >= 120_000:
            break
    process.kill()
    process.communicate()
    rest.set()
    fetch(network, target, url, sha256="")
    assert target.read_bytes() == BODY
    assert 120_000 <= hub.starts()[-1] < len(BODY)


# ---------------------------------------------------------------- what is there already


def test_the_file_itself_costs_no_network(hub: Shelf, network: Network, target: Path, url: str) -> None:
    leave_part(target, BODY[:7])
    target.write_bytes(BODY)
    arrived, _ = fetch(network, target, url)
    assert arrived.vouched
    assert hub.asked == []
    assert names_in(target.parent) == ["a.gguf"]


@pytest.mark.parametrize("sha256", [SHA256, ""])
def test_a_persons_own_file_of_that_name_is_not_touched(
    sha256: str, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    target.parent.mkdir()
    target.write_bytes(b"mine")
    with pytest.raises(UserError, match="another file called"):
        fetch(network, target, url, sha256=sha256)
    assert target.read_bytes() == b"mine"
    assert names_in(target.parent) == ["a.gguf"]
    assert hub.asked == []


def test_a_file_that_gets_the_name_meanwhile_is_not_touched(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    def play(_answering: Answering, _asked: Asked) -> bool:
        target.write_bytes(b"mine")
        return False

    hub.play = play
    with pytest.raises(UserError, match="another file called"):
        fetch(network, target, url)
    assert target.read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="no such links there without rights")
def test_a_link_in_place_of_the_part_is_not_followed(network: Network, target: Path, url: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    target.parent.mkdir()
    (target.parent / "a.gguf.part").symlink_to(mine)
    assert "could not be written" in refusal(network, target, url).what
    assert mine.read_bytes() == b"mine"


# ---------------------------------------------------------------- two at once


def test_a_second_window_is_told(hub: Shelf, network: Network, target: Path, url: str) -> None:
    with PartFile.held(target):
        assert str(refusal(network, target, url)) == (
            "“a.gguf” is being fetched already. Another window or command of Paddock does it. "
            "Wait for it, or stop it there."
        )
    assert hub.asked == []
    fetch(network, target, url)


@pytest.mark.slow
def test_of_many_at_once_one_fetches_and_the_others_are_told(
    hub: Shelf, network: Network, authority: Authority, target: Path, url: str
) -> None:
    """Opening, locking, finishing and removing in every order that comes about; nobody writes what another writes."""
    from paddock.fetcher.https import Network as OneNetwork

    for _ in range(20):
        done: list[str] = []
        gate = threading.Barrier(6)

        def go(done: list[str] = done, gate: threading.Barrier = gate) -> None:
            own = OneNetwork.of({"SSL_CERT_FILE": str(authority.file), "PADDOCK_HUB": hub.url})
            gate.wait()
            try:
                fetch(own, target, url)
                done.append("arrived")
            except UserError as error:
                done.append(error.what)
            own.close()

        threads = [threading.Thread(target=go) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert "arrived" in done
        assert set(done) <= {"arrived", "“a.gguf” is being fetched already."}
        assert target.read_bytes() == BODY
        assert names_in(target.parent) == ["a.gguf"]
        target.unlink()


# ---------------------------------------------------------------- the disk


def usage(free: int) -> Callable[[object], object]:
    """Return what `shutil.disk_usage` says of a disk with so much room."""
    kind = namedtuple("kind", "total used free")  # noqa: PYI024 - as shutil has it
    return lambda _folder: kind(1 << 40, 1 << 40, free)


def test_room_is_looked_for_before_anything_is_asked(
    hub: Shelf, network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", usage(transfer_module.SPARE_BYTES + len(BODY) - 1))
    assert "no room" in refusal(network, target, url, size_bytes=len(BODY)).what
    assert hub.asked == []
    assert names_in(target.parent) == []
    leave_part(target, BODY[:10])
    fetch(network, target, url, size_bytes=len(BODY))
    assert hub.starts() == [10]


def test_a_length_learnt_from_the_server_is_looked_at_too(
    hub: Shelf, network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", usage(transfer_module.SPARE_BYTES + 1000))
    assert "no room" in refusal(network, target, url).what
    assert sum(hub.sent.values()) <= len(BODY)
    assert names_in(target.parent) == []


def test_a_disk_that_fills_up_under_way_is_left_some_room(
    hub: Shelf, network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer_module, "_LOOK_AT_DISK_EVERY_BYTES", 100_000)
    room = transfer_module.SPARE_BYTES + len(BODY) + 1000
    part = target.parent / "a.gguf.part"

    def shrinking(_folder: object) -> object:
        there = part.stat().st_size
        return usage(room - 2 * there)(None)

    monkeypatch.setattr(shutil, "disk_usage", shrinking)
    assert "no room" in refusal(network, target, url).what
    kept = part.stat().st_size
    assert 100_000 <= kept < len(BODY)
    monkeypatch.undo()
    fetch(network, target, url)
    assert hub.starts() == [0, kept]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_and_what_came_is_kept(
    code: int, hub: Shelf, network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def write(handle: int, data: bytes) -> int:
        if os.fstat(handle).st_size + len(data) > 200_000:
            raise OSError(code, os.strerror(code))
        return real(handle, data)

    monkeypatch.setattr(os, "write", write)
    error = refusal(network, target, url)
    assert str(error) == (
        "The disk became full while the file was fetched. What has come was kept. Free some space and try again."
    )
    monkeypatch.undo()
    fetch(network, target, url)
    assert hub.starts()[1] > 0
    assert target.read_bytes() == BODY


def test_a_drive_that_is_slow_to_take_it_in_is_no_silence(
    network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, real, heard = Told(), os.fsync, threading.Event()

    def fsync(handle: int) -> None:
        assert heard.wait(30)
        real(handle)

    def tell(progress: Progress) -> None:
        told.append(progress)
        if [earlier.stage for earlier in told].count("checking") > 2:
            heard.set()

    monkeypatch.setattr(os, "fsync", fsync)
    transfer_module.transfer(transfer_module.Download((url,), target, SHA256), network, tell, told.clock)
    assert heard.is_set()
    assert target.read_bytes() == BODY


def test_a_folder_that_cannot_be_made_is_told(network: Network, tmp_path: Path, url: str) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="could not be written"):
        fetch(network, tmp_path / "models" / "a.gguf", url)


# ---------------------------------------------------------------- processes that are killed


def start(
    url: str, target: Path, hub: Shelf, authority: Authority, largest: int = 0, sha256: str = SHA256
) -> subprocess.Popen[str]:
    """Start a process that fetches."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.fetcher.workers.transferring", url, str(target), sha256, str(largest)],
        env={**module_environment(), "SSL_CERT_FILE": str(authority.file), "PADDOCK_HUB": hub.url},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_a_killed_process_is_gone_on_after(
    hub: Shelf, network: Network, authority: Authority, target: Path, url: str
) -> None:
    chance = random.Random(5)
    part = target.parent / "a.gguf.part"

    def play(answering: Answering, asked: Asked) -> bool:
        if "/a.gguf" in hub.etags:
            return False
        rest = BODY[asked.start :]
        answering.begin(
            206 if asked.start else 200,
            {
                "Content-Length": str(len(rest)),
                "ETag": '"one"',
                "Content-Range": f"bytes {asked.start}-{len(BODY) - 1}/{len(BODY)}",
            },
        )
        for at in range(0, 40_000, 2000):  # never all of it, however late the process is killed
            answering.wfile.write(rest[at : at + 2000])
            hub.over.wait(0.02)
        hub.over.wait(60)
        return True

    hub.play = play
    for _ in range(6):
        wanted = chance.randrange(1, 20_000) + (part.stat().st_size if part.exists() else 0)
        process = start(url, target, hub, authority)
        assert process.stdout is not None
        for line in process.stdout:
            done, _, stage = line.strip().partition(" ")
            if stage == "transferring" and int(done) >= wanted:
                break
        process.kill()
        process.wait()
        process.stdout.close()
        assert not target.exists()
        assert names_in(target.parent) == ["a.gguf.part", "a.gguf.part.json"]
    starts = hub.starts()
    assert starts == sorted(set(starts)), "each went on further on than the one before"
    hub.etags["/a.gguf"] = '"one"'
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert names_in(target.parent) == ["a.gguf"]
    assert hub.starts()[-1] > starts[-1]


@pytest.mark.slow
def test_a_second_process_is_told(hub: Shelf, network: Network, authority: Authority, target: Path, url: str) -> None:
    asked = threading.Event()

    def play(answering: Answering, _asked: Asked) -> bool:
        answering.begin(200, {"Content-Length": str(len(BODY)), "ETag": '"one"'})
        answering.wfile.write(BODY[:1000])
        asked.set()
        hub.over.wait(30)
        return True

    hub.play = play
    process = start(url, target, hub, authority)
    assert asked.wait(30)
    assert "is being fetched already" in refusal(network, target, url).what
    process.kill()
    process.communicate()
    hub.play = None
    fetch(network, target, url)
    assert target.read_bytes() == BODY


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_file_that_may_not_grow_further_is_told(
    hub: Shelf, network: Network, authority: Authority, target: Path, url: str
) -> None:
    """The operating system's file size limit stands for the disk: write(2) fails in the middle of a file."""
    process = start(url, target, hub, authority, largest=150_000)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert json.loads(said.splitlines()[-1])[0] == "The disk became full while the file was fetched."
    assert (target.parent / "a.gguf.part").stat().st_size == 150_000
    fetch(network, target, url)
    assert hub.starts() == [0, 150_000]
    assert target.read_bytes() == BODY


# ---------------------------------------------------------------- thrown away


def test_what_another_window_fetches_is_not_thrown_away(target: Path) -> None:
    with PartFile.held(target) as part:
        part.begin(Note("x"))
        part.append(b"whole")
        with pytest.raises(UserError, match="is being fetched already"):
            throw_away(target)
        part.place(lambda: None)
    assert target.read_bytes() == b"whole"
    leave_part(target, b"left")
    throw_away(target)
    throw_away(target)
    assert names_in(target.parent) == ["a.gguf"]


def test_parts_of_which_nothing_came_are_cleared_away_and_no_others(target: Path) -> None:
    leave_part(target, b"")
    leave_part(target.with_name("a.gguf.whl"), b"")
    others = target.with_name("a browser's download.pdf.part")  # the models may lie in a folder of the person's
    others.touch()
    kept = leave_part(target.with_name("b.gguf"), b"some")
    with PartFile.held(target.with_name("c.gguf")) as held:
        held.begin(Note("x"))
        clear_empty(target.parent)
        mine = ["b.gguf.part", "b.gguf.part.json", "c.gguf.part", "c.gguf.part.json"]
        assert names_in(target.parent) == [others.name, *mine]
    assert kept.read_bytes() == b"some"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_part_that_was_removed_gives_its_name_to_no_other(target: Path) -> None:
    with PartFile.held(target) as part:
        part.begin(Note("x"))
        part.append(b"whole")
        target.with_name("a.gguf.part").unlink()
        target.with_name("a.gguf.part").write_bytes(b"half")
        with pytest.raises(UserError, match="was removed while it was fetched"):
            part.place(lambda: None)
    assert not target.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="making a link is a privilege there")
def test_a_note_is_not_written_through_a_link(target: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    target.parent.mkdir()
    target.with_name("a.gguf.part.json.new").symlink_to(mine)
    with PartFile.held(target) as part:
        part.begin(Note("x"))
        part.append(b"some")
    assert mine.read_bytes() == b"mine"
    assert names_in(target.parent) == ["a.gguf.part", "a.gguf.part.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be renamed there")
def test_a_part_that_was_finished_between_opening_and_locking_is_not_written_to(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = leave_part(target, b"whole")
    lock = file_lock.try_lock

    def finished_meanwhile(handle: int) -> bool:
        monkeypatch.setattr(file_lock, "try_lock", lock)
        part.rename(target)
        return lock(handle)

    monkeypatch.setattr(file_lock, "try_lock", finished_meanwhile)
    with PartFile.held(target) as held:
        held.begin(Note("x"))
        held.append(b"anew")
    assert target.read_bytes() == b"whole"
    assert part.read_bytes() == b"anew"
