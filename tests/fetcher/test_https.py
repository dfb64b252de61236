"""Where the fetcher goes and whom it believes; and where it never goes, whoever sends it there."""

from __future__ import annotations

import base64
import contextlib
from typing import TYPE_CHECKING

import pytest

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.https import HUB, MAX_REDIRECTS, LedHome, Network, _led_on, address_below, address_from, address_of
from paddock.fetcher.retrying import Interrupted
from tests.fetcher.proxy import proxying
from tests.fetcher.transferring import BODY, Told, fetch, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Answering, Asked, Shelf


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "a.gguf"


@pytest.fixture
def url(hub: Shelf) -> str:
    hub.files["/a.gguf"] = BODY
    return f"{hub.url}/a.gguf"


def sending(where: str, status: int = 302) -> Callable[[Answering, Asked], bool]:
    """Return a server's way of sending everybody elsewhere."""

    def play(answering: Answering, _asked: Asked) -> bool:
        answering.say(status, {"Location": where}, b"over there")
        return True

    return play


@pytest.mark.parametrize(("interrupted", "lines"), [(False, 1), (True, 2)])
def test_a_line_that_was_interrupted_is_not_used_again(
    hub: Shelf,
    network: Network,
    interrupted: bool,  # noqa: FBT001
    lines: int,
) -> None:
    """Its answer may have been read to the end at that moment; any other line is kept for the next question."""
    asked_from = []

    def play(answering: Answering, _asked: Asked) -> bool:
        asked_from.append(answering.client_address)
        # In one piece: all of it has come when the beginning is read.
        answering.wfile.write(b"HTTP/1.1 503 Later\r\nContent-Length: 5\r\n\r\nlater")
        return True

    hub.play = play
    for _ in range(2):
        reply = network.open(f"{hub.url}/a")
        if interrupted:
            reply.interrupt()
        with contextlib.suppress(Interrupted):
            while reply.read_some(100):
                pass
        reply.close()
    assert len(set(asked_from)) == lines


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "url",
    [
        "", "a.gguf", "//host/a", "ftp://host/a", "file:///etc/passwd", "https://", "https:///a", "HTTPS:a",
        "http://example.org/a", "http://127.0.0.1.example.org/a", "http://128.0.0.1/a", "http://[2001:db8::1]/a",
        "http://localhost.example.org/a", "https://me:secret@example.org/a", "https://me@example.org/a",
        "https://example.org/a b", "https://example.org/\r\nHost: other", "https://example.org/" + "a" * 9000,
        "https://example.org:port/", "https://exa mple.org/", "javascript:alert(1)", "data:,x", "https://[::1",
        "http://0x7f.example/", "http://127.0.0.1@example.org/",
    ],
)  # fmt: skip
def test_an_address_that_is_not_asked(url: str) -> None:
    with pytest.raises(UserError) as refused:
        address_of(url)
    assert refused.value.next_step


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("https://example.org/a.gguf", "example.org", 443),
        ("https://Example.ORG:8443/a?b=c#d", "example.org", 8443),
        ("http://127.0.0.1:8080/a", "127.0.0.1", 8080),
        ("http://127.9.9.9/a", "127.9.9.9", 80),
        ("http://localhost/a", "localhost", 80),
        ("http://[::1]:81/a", "[::1]", 81),
    ],
)
def test_an_address_that_is_asked(url: str, host: str, port: int) -> None:
    found = address_of(url)
    assert (found.host, found.port) == (host, port)
    assert "#" not in found.url


def test_a_step_of_the_way_is_a_name_and_nothing_more() -> None:
    assert address_below("https://h/base/", "a b", "../c?d#e") == "https://h/base/a%20b/..%2Fc%3Fd%23e"
    assert address_below("https://h", "a", query={"q": "x&y=z"}) == "https://h/a?q=x%26y%3Dz"


def test_plain_http_to_another_computer_is_refused_before_a_connection(network: Network, target: Path) -> None:
    error = refusal(network, target, "http://192.0.2.1/a.gguf")
    assert error.what == "192.0.2.1 is not asked without encryption."


def test_plain_http_to_this_computer_is_allowed(network: Network, target: Path, shelves: Callable[..., Shelf]) -> None:
    plain = shelves(plain=True)
    plain.files["/a.gguf"] = BODY
    fetch(network, target, f"{plain.url}/a.gguf")
    assert target.read_bytes() == BODY


# ---------------------------------------------------------------- certificates


def test_a_certificate_the_system_does_not_know_is_refused(hub: Shelf, target: Path, url: str) -> None:
    network = Network.of({"PADDOCK_HUB": hub.url})
    told = Told()
    error = refusal(network, target, url, told=told)
    assert error.what == "127.0.0.1 could not prove who it is, so nothing was fetched from it."
    assert "certificate" in error.why
    assert hub.asked == []
    assert told.clock.waited == [], "trying again mends nothing"
    network.close()


def test_a_certificate_of_another_name_is_refused(
    network: Network, target: Path, shelves: Callable[..., Shelf]
) -> None:
    misnamed = shelves(misnamed=True)
    assert "could not prove who it is" in refusal(network, target, f"{misnamed.url}/a.gguf").what
    assert misnamed.asked == []


def test_what_speaks_no_tls_is_told(network: Network, target: Path, shelves: Callable[..., Shelf]) -> None:
    plain = shelves(plain=True)
    assert "encryption" in refusal(network, target, f"{plain.url.replace('http', 'https')}/a.gguf").why
    assert plain.asked == []


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_of_certificates_that_is_none_is_told(
    content: str | None, hub: Shelf, target: Path, url: str, tmp_path: Path
) -> None:
    file = tmp_path / "ca.pem"
    if content:
        file.write_text(content)
    error = refusal(Network.of({"REQUESTS_CA_BUNDLE": str(file), "PADDOCK_HUB": hub.url}), target, url)
    assert "file of certificates" in error.what
    assert str(file) in error.why
    assert hub.asked == []


def test_the_policys_certificates_come_before_the_environments(
    hub: Shelf, authority: Authority, target: Path, url: str
) -> None:
    network = Network.of({"SSL_CERT_FILE": "/nowhere", "PADDOCK_HUB": hub.url}, ca_file=str(authority.file))
    fetch(network, target, url)
    network.close()


# ---------------------------------------------------------------- redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_with_the_range_it_was_asked_for(
    status: int, hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    other = shelves()
    other.files["/there"] = BODY
    other.cuts = [150_000]
    hub.play = sending(f"{other.url}/there?signed=1", status)
    fetch(network, target, url)
    assert target.read_bytes() == BODY
    assert other.starts() == [0, 150_000]


def test_a_relative_redirect_is_followed(hub: Shelf, network: Network, target: Path, url: str) -> None:
    hub.files["/deeper/b.gguf"] = BODY

    def play(answering: Answering, asked: Asked) -> bool:
        return asked.path == "/a.gguf" and sending("deeper/b.gguf")(answering, asked)

    hub.play = play
    fetch(network, target, url)
    assert target.read_bytes() == BODY


def test_a_loop_of_redirects_is_left(hub: Shelf, network: Network, target: Path, url: str) -> None:
    hub.play = sending(url)
    assert "without end" in refusal(network, target, url).what
    assert len(hub.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "where",
    ["http://192.0.2.1/a.gguf", "ftp://192.0.2.1/a", "file:///etc/passwd", "", "https://me:x@192.0.2.1/", "//[/"],
)
def test_a_redirect_to_where_it_may_not_lead_is_refused(
    where: str, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    hub.play = sending(where)
    assert "an address that is not asked" in refusal(network, target, url).what
    assert len(hub.asked) == 1


def test_nobody_outside_sends_to_this_computer() -> None:
    outside = address_of("https://example.org/a")
    for where in (
        "https://127.0.0.1/",
        "http://127.0.0.1/",
        "https://localhost:8080/",
        "https://[::1]/",
        "https://localhost./",
        "https://a.localhost/",
        "https://0.0.0.0/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://2130706433/",
    ):
        with pytest.raises(UserError, match="not asked"):
            _led_on(outside, where)
        with pytest.raises(LedHome, match="not asked"):
            address_from(outside.url, where)
    here = address_of("https://localhost:9/a")
    assert _led_on(here, "https://127.0.0.1/b").host == "127.0.0.1", "who is here may lead on here"
    assert _led_on(outside, "/b").url == "https://example.org/b"
    with pytest.raises(UserError, match="not asked"):
        _led_on(outside, "http://example.org/b")


# ---------------------------------------------------------------- tokens


def gated(hub: Shelf, on_to: str = "", status: int = 401) -> None:
    """Let in only who shows the token, and send them on where asked to."""

    def play(answering: Answering, asked: Asked) -> bool:
        if asked.headers.get("authorization") != "Bearer hf_secret":
            answering.say(status)
            return True
        return bool(on_to) and sending(on_to)(answering, asked)

    hub.play = play


@pytest.mark.parametrize("status", [401, 403])
def test_a_gated_file_needs_a_token_and_comes_with_it(
    status: int, hub: Shelf, network: Network, target: Path, url: str
) -> None:
    gated(hub, status=status)
    error = refusal(network, target, url)
    assert isinstance(error, NeedsToken)
    assert "does not give this to everybody" in error.what
    wrong = refusal(network, target, url, token="hf_wrong")
    assert isinstance(wrong, NeedsToken)
    assert str(status) in wrong.why
    fetch(network, target, url, token="hf_secret")
    assert target.read_bytes() == BODY


def test_a_token_is_shown_to_the_hub_alone(
    hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    content = shelves()
    content.files["/there"] = BODY
    gated(hub, on_to=f"{content.url}/there")
    fetch(network, target, url, token="hf_secret")
    (asked,) = content.asked
    assert "authorization" not in asked.headers
    target.unlink()
    fetch(network, target, f"{content.url}/there", token="hf_secret")
    assert all("hf_secret" not in str(asked) for asked in content.asked)


def test_a_token_comes_back_with_a_redirect_to_the_hub(
    hub: Shelf, network: Network, target: Path, url: str, shelves: Callable[..., Shelf]
) -> None:
    gated(hub)
    other = shelves()
    other.play = sending(url)
    fetch(network, target, f"{other.url}/a.gguf", token="hf_secret")
    assert "authorization" not in other.asked[0].headers
    assert hub.asked[0].headers["authorization"] == "Bearer hf_secret"


def test_a_strangers_refusal_asks_for_no_token(network: Network, target: Path, shelves: Callable[..., Shelf]) -> None:
    other = shelves()
    gated(other)
    error = refusal(network, target, f"{other.url}/a.gguf", token="hf_secret")
    assert not isinstance(error, NeedsToken)
    assert "401" in error.why
    assert "authorization" not in other.asked[0].headers


def test_cookies_are_not_kept(hub: Shelf, network: Network, target: Path, url: str) -> None:
    hub.files["/b.gguf"] = BODY

    def play(answering: Answering, asked: Asked) -> bool:
        if asked.path != "/a.gguf":
            return False
        answering.say(302, {"Location": "/b.gguf", "Set-Cookie": "known=again"})
        return True

    hub.play = play
    fetch(network, target, url)
    assert all("cookie" not in asked.headers for asked in hub.asked)


# ---------------------------------------------------------------- proxies


def through(environ: dict[str, str], hub: Shelf, authority: Authority) -> Network:
    """Return a network of this environment."""
    return Network.of({**environ, "SSL_CERT_FILE": str(authority.file), "PADDOCK_HUB": hub.url})


def test_a_proxy_joins_and_sees_nothing_but_the_name(hub: Shelf, authority: Authority, target: Path, url: str) -> None:
    port = address_of(url).port
    with proxying() as proxy:
        network = through({"HTTPS_PROXY": proxy.url}, hub, authority)
        fetch(network, target, f"https://mirror.test:{port}/a.gguf")
        network.close()
        assert proxy.joined == [f"mirror.test:{port}"]
        assert "proxy-authorization" not in hub.asked[0].headers
    assert target.read_bytes() == BODY


def test_a_proxy_cannot_pretend_to_be_somebody_else(hub: Shelf, authority: Authority, target: Path, url: str) -> None:
    port = address_of(url).port
    with proxying() as proxy:
        network = through({"https_proxy": proxy.url}, hub, authority)
        assert "could not prove" in refusal(network, target, f"https://elsewhere.test:{port}/a.gguf").what
        network.close()
    assert hub.asked == []


def test_a_proxys_password_is_given_to_the_proxy_alone(
    hub: Shelf, authority: Authority, target: Path, url: str
) -> None:
    port = address_of(url).port
    with proxying() as proxy:
        proxy.wants = "Basic " + base64.b64encode(b"me:s@cret").decode()
        network = through({"https_proxy": proxy.url}, hub, authority)
        error = refusal(network, target, f"https://mirror.test:{port}/a.gguf")
        assert error.what == "The proxy wants a name and a password."
        network.close()
        network = through({"all_proxy": proxy.url.replace("//", "//me:s%40cret@")}, hub, authority)
        fetch(network, target, f"https://mirror.test:{port}/a.gguf")
        network.close()
    assert all("s%40cret" not in str(asked) and "s@cret" not in str(asked) for asked in hub.asked)
    assert target.read_bytes() == BODY


def test_a_proxy_that_is_not_there_is_told(hub: Shelf, authority: Authority, target: Path) -> None:
    with proxying() as proxy:
        gone = proxy.url
    network = through({"https_proxy": gone}, hub, authority)
    assert "proxy" in refusal(network, target, "https://mirror.test/a.gguf").why
    network.close()


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "ftp://proxy", "http://"])
def test_a_proxy_of_another_kind_is_told(proxy: str, hub: Shelf, authority: Authority, target: Path) -> None:
    network = through({"https_proxy": proxy}, hub, authority)
    assert "proxy set for this computer cannot be used" in refusal(network, target, "https://mirror.test/a.gguf").what


@pytest.mark.parametrize(
    ("no_proxy", "url", "used"),
    [
        ("", "https://example.org/", True),
        ("", "https://127.0.0.1/", False),
        ("", "http://localhost/", False),
        ("example.org", "https://example.org/", False),
        ("example.org", "https://models.example.org/", False),
        (".example.org", "https://models.example.org/", False),
        ("example.org", "https://badexample.org/", True),
        ("example.org:8443", "https://example.org/", True),
        ("example.org:8443", "https://example.org:8443/", False),
        ("other, EXAMPLE.org ", "https://example.org/", False),
        ("*", "https://example.org/", False),
    ],
)
def test_whom_a_proxy_is_used_for(no_proxy: str, url: str, *, used: bool) -> None:
    network = Network.of({"https_proxy": "proxy.test:3128", "no_proxy": no_proxy})
    assert network._proxy_for(address_of(url)) == ("http://proxy.test:3128" if used else "")


# ---------------------------------------------------------------- names and addresses


def test_the_hub_can_be_an_organisations_own() -> None:
    assert Network.of({}).hub == HUB
    assert Network.of({"PADDOCK_HUB": "https://hub.example.org/models/"}).hub == "https://hub.example.org/models"
    with pytest.raises(UserError):
        Network.of({"PADDOCK_HUB": "http://hub.example.org"})


def test_a_name_nobody_knows_is_told(network: Network) -> None:
    with pytest.raises(Interrupted, match=r"nowhere\.invalid"):
        network.open("https://nowhere.invalid/")
