"""One file over HTTPS: whole and verified at its name, whatever the line and the server do."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher import https, incoming
from paddock.fetcher.retrying import FRUITLESS_AT_MOST, LONGEST_WAIT_S
from paddock.fetcher.transfer import Arrived, Download, Progress, transfer
from tests.fetcher.material import names_in
from tests.fetcher.transferring import BODY, SHA256, Told, fetch, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.https import Network
    from tests.fetcher.server import Answering, Asked, Shelf

OTHER = bytes(reversed(BODY))
OTHER_SHA256 = hashlib.sha256(OTHER).hexdigest()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "a.gguf"


@pytest.fixture
def url(hub: Shelf) -> str:
    hub.files["/a.gguf"] = BODY
    return f"{hub.url}/a.gguf"


def test_a_file_arrives_whole_and_nothing_beside_it(network: Network, target: Path, url: str) -> None:
    arrived, told = fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert arrived == Arrived(target, SHA256, len(BODY), vouched=True)
    assert names_in(target.parent) == ["a.gguf"]
    assert {progress.stage for progress in told} >= {"connecting", "checking"}
    assert told[-1].done == told[-1].total == len(BODY)


def test_without_a_known_hash_it_is_seen_and_not_vouched_for(network: Network, target: Path, url: str) -> None:
    arrived, _ = fetch(network, target, url, sha256="")
    assert arrived == Arrived(target, SHA256, len(BODY), vouched=False)


def test_nothing_is_told_of_this_computer(hub: Shelf, network: Network, target: Path, url: str) -> None:
    fetch(network, target, url)
    (asked,) = hub.asked
    assert asked.headers == {
        "host": hub.url.removeprefix("https://"),
        "user-agent": "paddock",
        "accept": "*/*",
        "accept-encoding": "identity",
    }


# ---------------------------------------------------------------- lines that break


@pytest.mark.slow
def test_lines_cut_at_random_bytes_never_begin_again_at_zero(
    hub: Shelf, network: Network, tmp_path: Path, url: str
) -> None:
    chance = random.Random(23)
    for number in range(120):
        hub.asked.clear()
        hub.sent.clear()
        hub.cuts[:] = cuts = [chance.choice((1, 17, 16_384, chance.randrange(1, 150_000))) for _ in range(4)]
        known = number % 2 == 0
        target = tmp_path / f"{number}.gguf"
        arrived, _ = fetch(network, target, url, sha256=SHA256 if known else "")
        assert target.read_bytes() == BODY
        assert arrived.sha256 == SHA256
        starts = hub.starts()
        assert starts[0] == 0
        assert starts == sorted(set(starts))
        assert len(starts) > 1
        assert hub.sent["/a.gguf"] == len(BODY), f"bytes were sent twice after {cuts}"
        target.unlink()


def test_a_line_that_goes_on_breaking_is_gone_on_with_while_it_brings_bytes(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.cuts = [1000] * 60
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert hub.starts() == [1000 * number for number in range(61)]


def test_a_line_that_brings_nothing_is_given_up_and_what_came_is_kept(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.cuts = [1000, *[0] * 50]
    told = Told()
    error = refusal(network, target, url, told=told)
    assert error.what == "“a.gguf” was not fetched."
    assert "kept" in error.next_step
    assert len(hub.asked) == 1 + FRUITLESS_AT_MOST
    assert told.clock.waited[:3] == pytest.approx([1, 1, 1], abs=0.01)
    assert sum(told.clock.waited) == pytest.approx(1 + 1 + 2 + 4 + 8 + 16 + 30, abs=0.1)
    assert (target.parent / "a.gguf.part").stat().st_size == 1000
    assert {progress.stage for progress in told} >= {"waiting"}
    hub.cuts = []
    fetch(network, target, url)
    assert hub.starts()[-1] == 1000
    assert target.read_bytes() == BODY


def test_where_nothing_came_nothing_is_said_to_be_kept(hub: Shelf, network: Network, target: Path, url: str) -> None:
    hub.cuts = [0] * 50
    error = refusal(network, target, url, told=Told())
    assert error.next_step == "Check the network and try again."


def test_a_line_cut_before_the_answer_is_tried_again(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        if len(hub.asked) % 2:
            answering.wfile.write(b"HTTP/1.1 200 O")
            answering.cut()
            return True
        return False

    hub.play = play
    fetch(network, target, url)
    assert target.read_bytes() == BODY


def test_an_unfinished_chunked_body_is_not_taken_for_the_whole(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        if len(hub.asked) > 1:
            return False
        answering.begin(200, {"Transfer-Encoding": "chunked"})
        answering.wfile.write(b"3e8\r\n" + BODY[:1000] + b"\r\n3e8\r\n" + BODY[1000:1500])
        answering.cut()
        return True

    hub.play = play
    fetch(network, target, url, sha256="")
    assert target.read_bytes() == BODY
    assert len(hub.asked) == 2


def test_a_chunked_body_arrives(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.begin(200, {"Transfer-Encoding": "chunked"})
        for at in range(0, len(BODY), 50_000):
            answering.wfile.write(b"c350\r\n" + BODY[at : at + 50_000] + b"\r\n")
        answering.wfile.write(b"0\r\n\r\n")
        return True

    hub.play = play
    fetch(network, target, url)
    assert target.read_bytes() == BODY


@pytest.mark.slow
def test_a_slow_drip_is_waited_for_and_silence_is_not(
    hub: Shelf, network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(https, "SILENCE_S", 1.0)
    drips = 30

    def play(answering: Answering, asked: Asked) -> bool:
        if asked.start:
            return False
        answering.begin(200, {"Content-Length": str(len(BODY)), "ETag": '"one"'})
        for at in range(drips):
            answering.wfile.write(BODY[at : at + 1])
            hub.over.wait(0.05)  # in all far longer than the silence that is waited for
        hub.over.wait(20)
        return True

    hub.play = play
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert hub.starts() == [0, drips]


# ---------------------------------------------------------------- servers with a will of their own


def test_a_server_that_ignores_ranges_is_begun_anew_with(hub: Shelf, network: Network, target: Path, url: str) -> None:
    hub.honours_ranges = False
    hub.cuts = [100_000, 200_000]
    _, told = fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert "The source cannot go on in the middle: begun anew." in told.notes()


@pytest.mark.parametrize("known", [True, False])
def test_a_file_that_changes_under_way_is_begun_anew(
    hub: Shelf, network: Network, target: Path, url: str, *, known: bool
) -> None:
    hub.cuts = [100_000]

    def play(_answering: Answering, asked: Asked) -> bool:
        if len(hub.asked) == 2:
            assert asked.headers["if-range"] == '"one"'
            hub.files["/a.gguf"], hub.etags["/a.gguf"] = OTHER, '"two"'
        return False

    hub.play = play
    arrived, told = fetch(network, target, url, sha256=OTHER_SHA256 if known else "")
    assert target.read_bytes() == OTHER
    assert arrived.sha256 == OTHER_SHA256
    assert "The file changed at its source: begun anew." in told.notes()


def test_a_file_that_changes_under_way_without_a_sign_is_found_out_by_its_hash(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.etags["/a.gguf"] = ""
    hub.cuts = [100_000]

    def play(_answering: Answering, _asked: Asked) -> bool:
        if len(hub.asked) == 2:
            hub.files["/a.gguf"] = OTHER
        return False

    hub.play = play
    _, told = fetch(network, target, url, sha256=OTHER_SHA256)
    assert target.read_bytes() == OTHER
    assert "What came was not the file: fetched anew." in told.notes()


@pytest.mark.parametrize("etag", ["", 'W/"one"'])
def test_without_hash_and_sign_a_broken_line_begins_anew(
    etag: str, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.etags["/a.gguf"] = etag
    hub.cuts = [100_000]
    fetch(network, target, url, sha256="")
    assert target.read_bytes() == BODY
    assert hub.starts() == [0, 0]


@pytest.mark.parametrize("said", ["bytes 0-399999/400000", "bytes 5-9/10", "bytes 100000-399999/400001"])
def test_another_part_than_the_one_asked_for_is_not_believed(
    said: str, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.cuts = [100_000]

    def play(answering: Answering, _asked: Asked) -> bool:
        if len(hub.asked) != 2:
            return False
        answering.begin(206, {"Content-Range": said, "Content-Length": "10", "ETag": '"one"'})
        answering.wfile.write(bytes(10))
        return True

    hub.play = play
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert hub.starts() == [0, 100_000, 0]


def test_a_part_that_does_not_say_which_it_is_is_refused(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.say(206, body=b"anything")
        return True

    hub.play = play
    assert "which part" in refusal(network, target, url).why


def test_a_wrong_hash_leaves_nothing_behind(hub: Shelf, network: Network, target: Path, url: str) -> None:
    hub.files["/a.gguf"] = OTHER
    error = refusal(network, target, url)
    assert str(error) == (
        f"What was fetched is not “a.gguf”. Its SHA-256 is {OTHER_SHA256}, not {SHA256}. "
        "Nothing of it was kept. Try another source."
    )
    assert names_in(target.parent) == []
    assert len(hub.asked) == 1


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_trouble_that_passes_is_waited_for(status: int, hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        if len(hub.asked) > 2:
            return False
        answering.say(status, {"Retry-After": "7"}, b"later")
        return True

    hub.play = play
    _, told = fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert sum(told.clock.waited) == pytest.approx(14, abs=0.1)
    assert max(told.clock.waited) <= 1, "somebody is told each second that it waits"
    assert any(f"({status})" in note for note in told.notes())


def test_a_server_cannot_make_one_wait_for_ever(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.say(503, {"Retry-After": "99999999999"})
        return True

    hub.play = play
    told = Told()
    refusal(network, target, url, told=told)
    assert sum(told.clock.waited) <= LONGEST_WAIT_S * FRUITLESS_AT_MOST
    assert len(hub.asked) == FRUITLESS_AT_MOST


@pytest.mark.parametrize(
    ("status", "said"), [(404, "does not have"), (410, "does not have"), (418, "418"), (204, "204")]
)
def test_an_answer_without_the_file_is_told(
    status: int, said: str, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.begin(status, {"Content-Length": "0"})
        return True

    hub.play = play
    assert said in str(refusal(network, target, url))
    assert len(hub.asked) == 1


# ---------------------------------------------------------------- lies about the length


@pytest.mark.parametrize("length", ["500000", "3", "1000000000000000000000", "-5", "many"])
def test_a_length_that_is_not_the_files_is_refused(
    length: str, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.begin(200, {"Content-Length": length})
        answering.wfile.write(BODY)
        answering.cut()
        return True

    hub.play = play
    error = refusal(network, target, url, size_bytes=len(BODY))
    assert "not the file" in error.what
    assert names_in(target.parent) == []


def test_a_length_larger_than_what_comes_is_never_whole(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, asked: Asked) -> bool:
        answering.begin(200 if not asked.start else 416, {"Content-Length": "500000"})
        answering.wfile.write(BODY[asked.start :])
        answering.cut()
        return True

    hub.play = play
    assert "was not fetched" in refusal(network, target, url, sha256="").what


def test_a_body_that_does_not_end_is_left(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.begin(200, {"Connection": "close"})
        while not hub.over.is_set():
            answering.wfile.write(BODY)
        return True

    hub.play = play
    assert "More comes" in refusal(network, target, url, size_bytes=len(BODY)).what
    assert names_in(target.parent) == []


def test_a_body_packed_unasked_is_refused(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.say(200, {"Content-Encoding": "gzip"}, b"\x1f\x8b")
        return True

    hub.play = play
    assert "packed" in refusal(network, target, url).why


def test_a_bomb_of_headers_harms_nobody(hub: Shelf, network: Network, target: Path, url: str) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            answering.wfile.write(b"X-%d: " % number + b"x" * 60_000 + b"\r\n")
        return True

    hub.play = play
    assert "cannot be reached" in refusal(network, target, url).why
    assert names_in(target.parent) == []


@pytest.mark.slow
def test_promises_of_headers_without_end_are_left(
    hub: Shelf, network: Network, target: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "_BEGINS_AT_LATEST_S", 1.5)

    def play(answering: Answering, _asked: Asked) -> bool:
        while not hub.over.wait(0.01) and len(hub.asked) < 2:
            answering.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return len(hub.asked) < 2

    hub.play = play
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert len(hub.asked) == 2


# ---------------------------------------------------------------- several sources


def test_the_next_source_is_asked_at_once(
    hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    mirror = shelves()
    mirror.files["/m.gguf"] = BODY
    for trouble in (
        lambda: hub.files.pop("/a.gguf"),
        lambda: hub.files.update({"/a.gguf": OTHER}),
        lambda: hub.files.update({"/a.gguf": BODY[:-1]}),
    ):
        trouble()
        _, told = fetch(network, target, url, f"{mirror.url}/m.gguf", size_bytes=len(BODY))
        assert target.read_bytes() == BODY
        assert told.clock.waited == []
        target.unlink()


def test_another_source_goes_on_where_the_first_broke(
    hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    mirror = shelves()
    mirror.files["/m.gguf"], mirror.etags["/m.gguf"] = BODY, '"another server, another sign"'
    hub.cuts = [150_000]
    fetch(network, target, url, f"{mirror.url}/m.gguf")
    assert target.read_bytes() == BODY
    assert mirror.starts() == [150_000]


def test_without_a_known_hash_sources_are_not_mixed(
    hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    mirror = shelves()
    mirror.files["/m.gguf"] = OTHER
    hub.cuts = [150_000]
    fetch(network, target, url, f"{mirror.url}/m.gguf", sha256="")
    assert target.read_bytes() == OTHER
    assert mirror.starts() == [0]


def test_one_good_source_among_bad_ones_is_found_though_lines_break(
    hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    bad = shelves()
    bad.files["/b.gguf"] = OTHER
    bad.cuts = [90_000]
    hub.cuts = [150_000]
    fetch(network, target, f"{bad.url}/b.gguf", url)
    assert target.read_bytes() == BODY


@pytest.mark.slow
def test_whatever_comes_together_the_file_is_whole_or_not_there(
    hub: Shelf, network: Network, tmp_path: Path, url: str
) -> None:
    """Servers that cut, are busy, ignore ranges, lie about them and change their signs, each answer by lot."""
    chance = random.Random(31)

    def play(answering: Answering, asked: Asked) -> bool:
        lot = chance.random()
        if lot < 0.1:
            answering.say(chance.choice((429, 500, 503)), {"Retry-After": "1"})
        elif lot < 0.15:
            answering.cut()
        elif lot < 0.2:
            answering.begin(206, {"Content-Range": f"bytes 7-{len(BODY) - 1}/{len(BODY)}", "Content-Length": "9"})
            answering.wfile.write(bytes(9))
        elif lot < 0.25 and asked.start:  # the right part by its own word, with other bytes in it
            length = len(BODY) - asked.start
            said = f"bytes {asked.start}-{len(BODY) - 1}/{len(BODY)}"
            answering.begin(206, {"Content-Range": said, "Content-Length": str(length), "ETag": '"one"'})
            answering.wfile.write(bytes(length))
        else:
            hub.etags["/a.gguf"] = chance.choice(('"one"', '"one"', '"one"', '"two"', ""))
            hub.honours_ranges = chance.random() < 0.9
            hub.cuts = [chance.randrange(len(BODY))] if chance.random() < 0.7 else []
            return False
        return True

    hub.play = play
    arrived = 0
    for number in range(100):
        target = tmp_path / f"{number}.gguf"
        for _ in range(20):
            try:
                fetch(network, target, url)
            except UserError:
                assert not target.exists()
            else:
                break
        assert target.read_bytes() == BODY
        assert names_in(tmp_path) == [target.name]
        arrived += 1
        target.unlink()
    assert arrived == 100


# ---------------------------------------------------------------- pace, stopping


def test_a_limit_is_kept(network: Network, target: Path, url: str) -> None:
    _, told = fetch(network, target, url, bytes_per_second=100_000)
    assert sum(told.clock.waited) == pytest.approx(len(BODY) / 100_000, rel=0.2)


def test_what_the_listener_raises_stops_it_and_what_came_is_kept(
    hub: Shelf, network: Network, target: Path, url: str
) -> None:
    class Stop(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.done > 100_000:
            raise Stop

    clock = Told().clock
    download = Download((url,), target, SHA256, bytes_per_second=50_000)
    with pytest.raises(Stop):
        transfer(download, network, stop, clock)
    kept = (target.parent / "a.gguf.part").stat().st_size
    assert kept > 100_000
    fetch(network, target, url)
    assert hub.starts() == [0, kept]
    assert target.read_bytes() == BODY


@pytest.mark.parametrize("sha256", ["abc", "Z" * 64, SHA256.upper()])
def test_a_hash_that_is_none_is_told(sha256: str, network: Network, target: Path, url: str) -> None:
    assert "no SHA-256" in refusal(network, target, url, sha256=sha256).what


def test_no_source_is_told(network: Network, target: Path) -> None:
    with pytest.raises(UserError, match="No source"):
        fetch(network, target)
