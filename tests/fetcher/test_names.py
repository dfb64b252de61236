"""Files that are called alike and come from different places: none takes another's bytes, or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher.errand import Errand
from paddock.fetcher.part_file import Note, PartFile
from paddock.fetcher.protocol import Arrived, Fetch, Started, UrlChoice
from tests.fetcher.material import SMALL, names_in
from tests.fetcher.test_errand import NOON_S, no_catalogue
from tests.fetcher.test_part_file import leave_part
from tests.fetcher.transferring import BODY, SHA256, fetch, refusal

if TYPE_CHECKING:
    from paddock.fetcher.environment import Places
    from paddock.fetcher.https import Network
    from paddock.fetcher.protocol import Choice, Progress
    from tests.fetcher.server import Shelf

OTHER = BODY[::-1][:300_000]


@pytest.fixture
def server(hub: Shelf) -> Shelf:
    hub.files |= {"/one/a.gguf": BODY, "/other/a.gguf": OTHER}
    return hub


def bring(places: Places, network: Network, choice: Choice) -> tuple[Arrived, str]:
    """Bring a file, and return what came of it and the name that was told last."""
    names: list[str] = []

    def say(now: Started | Progress) -> None:
        if isinstance(now, Started):
            names.append(now.file_name)

    arrived = Errand(places, network, no_catalogue, SMALL, say, lambda: NOON_S).run(Fetch(1, choice))
    assert isinstance(arrived, Arrived)
    return arrived, names[-1]


def leave_begun(places: Places, url: str, content: bytes, name: str = "a.gguf", sha256: str = "") -> None:
    leave_part(places.models / name, content, sha256=sha256, url=url, etag='"one"', kept=len(content))


@pytest.fixture(autouse=True)
def _models(places: Places) -> None:
    places.models.mkdir(parents=True)


def test_what_has_begun_to_come_from_elsewhere_keeps_its_bytes_and_its_name(
    server: Shelf, network: Network, places: Places
) -> None:
    one, other = f"{server.url}/one/a.gguf", f"{server.url}/other/a.gguf"
    leave_begun(places, one, BODY[:100_000])
    arrived, told = bring(places, network, UrlChoice(other))
    assert (arrived.file_name, told) == ("a-2.gguf", "a-2.gguf")
    assert (places.models / "a-2.gguf").read_bytes() == OTHER
    assert (places.models / "a.gguf.part").read_bytes() == BODY[:100_000]
    arrived, told = bring(places, network, UrlChoice(one))
    assert (arrived.file_name, told) == ("a.gguf", "a.gguf")
    assert (places.models / "a.gguf").read_bytes() == BODY
    assert server.starts() == [0, 100_000]
    assert names_in(places.models) == ["a-2.gguf", "a.gguf"]


def test_what_has_begun_under_a_number_goes_on_there_whatever_became_of_the_name(
    server: Shelf, network: Network, places: Places
) -> None:
    other = f"{server.url}/other/a.gguf"
    leave_begun(places, other, OTHER[:50_000], "a-2.gguf")
    (places.models / "a.gguf").write_bytes(BODY)
    arrived, _ = bring(places, network, UrlChoice(other))
    assert arrived.file_name == "a-2.gguf"
    assert server.starts() == [50_000]
    (places.models / "a.gguf").unlink()
    leave_begun(places, f"{server.url}/third/a.gguf", b"third")
    leave_begun(places, f"{server.url}/one/a.gguf", BODY[:60_000], "a-3.gguf")
    arrived, _ = bring(places, network, UrlChoice(f"{server.url}/one/a.gguf"))
    assert arrived.file_name == "a-3.gguf"
    assert names_in(places.models) == ["a-2.gguf", "a-3.gguf", "a.gguf.part", "a.gguf.part.json"]


def test_the_same_bytes_from_another_place_are_gone_on_with(server: Shelf, network: Network, places: Places) -> None:
    leave_begun(places, "https://elsewhere.test/a.gguf", BODY[:70_000], sha256=SHA256)
    arrived, _ = bring(places, network, UrlChoice(f"{server.url}/one/a.gguf", SHA256))
    assert arrived.file_name == "a.gguf"
    assert server.starts() == [70_000]


def test_a_part_as_it_was_noted_before_is_found(server: Shelf, network: Network, places: Places) -> None:
    """An older note of a file with a hash told no address until the first answer."""
    leave_part(places.models / "a.gguf", BODY[:40_000])
    arrived, _ = bring(places, network, UrlChoice(f"{server.url}/one/a.gguf", SHA256))
    assert arrived.file_name == "a.gguf"
    assert server.starts() == [40_000]


def test_a_newer_version_at_the_same_place_begins_anew_under_the_same_name(
    hub: Shelf, network: Network, places: Places
) -> None:
    target = places.models / "a.gguf"
    leave_begun(places, f"{hub.url}/own/it/resolve/{'a' * 40}/a.gguf", b"older", sha256="0" * 64)
    at = f"/own/it/resolve/{'b' * 40}/a.gguf"
    hub.files[at] = BODY
    fetch(network, target, f"{hub.url}{at}")
    assert hub.starts() == [0]
    assert names_in(places.models) == ["a.gguf"]


def test_where_no_number_helps_it_is_said_and_nothing_is_lost(server: Shelf, network: Network, places: Places) -> None:
    """A part of a model in parts has the name it must have."""
    name = "big-00001-of-00002.gguf"
    server.files[f"/one/{name}"] = BODY
    leave_begun(places, f"{server.url}/other/{name}", OTHER[:1000], name)
    with pytest.raises(UserError, match="has come from elsewhere, in part") as refused:
        bring(places, network, UrlChoice(f"{server.url}/one/{name}"))
    assert f"remove “{name}.part”" in refused.value.next_step
    assert (places.models / f"{name}.part").read_bytes() == OTHER[:1000]
    assert server.asked == []
    assert "has come from elsewhere" in refusal(network, places.models / name, f"{server.url}/one/{name}").what


def test_what_is_only_just_asked_for_is_anothers_already(server: Shelf, network: Network, places: Places) -> None:
    """The first of two is not answered yet: its part is empty, and says whose it is."""
    with PartFile.held(places.models / "a.gguf") as part:
        part.begin(Note("", f"{server.url}/one/a.gguf"))
        arrived, _ = bring(places, network, UrlChoice(f"{server.url}/other/a.gguf"))
        assert arrived.file_name == "a-2.gguf"
        with pytest.raises(UserError, match="is being fetched already"):
            bring(places, network, UrlChoice(f"{server.url}/one/a.gguf"))
