"""The one file that reaches the network: where it may lead, through what, and whom it believes.

TLS is always verified; plain HTTP goes to this computer's loopback only. Redirects are followed by hand, each checked
as the first address was. No cookies, no `.netrc`, and a user agent that says no version and no system.
"""

from __future__ import annotations

import contextlib
import ssl
import sys
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import truststore
import urllib3
from urllib3.exceptions import HTTPError, LocationParseError, NameResolutionError, ProxyError, SSLError

from paddock.errors import UserError
from paddock.fetcher.own_address import is_loopback, is_this_computer
from paddock.fetcher.retrying import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from urllib3.util import Url

HUB: Final = "https://huggingface.co"
HUB_VARIABLE: Final = "PADDOCK_HUB"
MAX_REDIRECTS: Final = 5
CONNECT_S: Final = 15.0
SILENCE_S: Final = 30.0
_LONGEST_ADDRESS: Final = 8192  # signed addresses of content servers are long
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CERTIFICATES: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
_AGAIN: Final = "Check the address and try again."


class LedHome(UserError):
    """Another computer leads to this computer's own services, which are not asked for it."""


@dataclass(frozen=True)
class Address:
    """An address that was found fit to be asked."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> tuple[str, str, int]:
        """Return what has to be the same for two addresses to be one server's."""
        return self.scheme, self.host, self.port

    @property
    def is_loopback(self) -> bool:
        """Return whether it is this computer itself."""
        return is_loopback(self.host)

    @property
    def is_this_computer(self) -> bool:
        """Return whether a connection would end here, however the address is written; no name is looked up."""
        return is_this_computer(self.host)


def address_below(base: str, *steps: str, query: Mapping[str, str] | None = None) -> str:
    """Return the address of something below another one, each step of the way a name and nothing more."""
    way = "/".join([base.rstrip("/"), *(urllib.parse.quote(step, safe="") for step in steps)])
    return f"{way}?{urllib.parse.urlencode(query)}" if query else way


def address_of(url: str) -> Address:
    """Check an address and take it apart. Raises UserError where it may not be asked."""
    if len(url) > _LONGEST_ADDRESS or any(letter <= " " or letter == "\x7f" for letter in url):
        raise UserError("This is no address to fetch from.", "It is too long or holds spaces.", _AGAIN)
    try:
        parsed: Url = urllib3.util.parse_url(url)
    except LocationParseError:
        raise UserError("This is no address to fetch from.", "It cannot be understood.", _AGAIN) from None
    scheme, host = parsed.scheme or "", parsed.host or ""
    if scheme not in {"http", "https"} or not host:
        raise UserError("This is no address to fetch from.", "It does not begin with https://.", _AGAIN)
    if parsed.auth is not None:
        raise UserError("This address is not asked.", "It holds a name or a password.", "Leave them out.")
    found = Address(parsed._replace(fragment=None).url, scheme, host, parsed.port or (443 if scheme == "https" else 80))
    if scheme == "http" and not found.is_loopback:
        raise UserError(
            f"{host} is not asked without encryption.",
            "On the way anybody could read and change what comes over http.",
            "Use the address that begins with https://.",
        )
    return found


def address_from(page: str, link: str) -> Address:
    """Check where a link on a page leads, and take it apart. Raises UserError where it may not be asked."""
    try:
        there = address_of(urllib.parse.urljoin(page, link))
    except ValueError:
        raise UserError("This is no address to fetch from.", "It cannot be understood.", _AGAIN) from None
    _check_not_home(address_of(page), there)
    return there


def _check_not_home(here: Address, there: Address) -> None:
    """Refuse a way from outside to this computer's own services. Raises LedHome."""
    if there.is_this_computer and not here.is_this_computer:
        raise LedHome(
            f"{here.host} sends to an address that is not asked.",
            "It is this computer's own.",
            "Try another source.",
        )


class Reply:
    """The beginning of an answer: what it says of itself; the body is read piece by piece."""

    def __init__(self, address: Address, response: urllib3.BaseHTTPResponse) -> None:
        self.address = address
        self.status = response.status
        self._response = response
        self._line = response.connection
        self._was_interrupted = False

    def header(self, name: str) -> str:
        """Return a header's value, or nothing."""
        return str(self._response.headers.get(name, ""))

    def read(self, size_bytes: int) -> bytes:
        """Wait for so many bytes, less only at the end; nothing is the end. Raises Interrupted."""
        return self._read(size_bytes, whole=True)

    def read_some(self, size_bytes: int) -> bytes:
        """Return what has come, at most so many bytes; nothing is the end. Raises Interrupted."""
        return self._read(size_bytes, whole=False)

    def _read(self, size_bytes: int, *, whole: bool) -> bytes:
        try:
            read = self._response.read if whole else self._response.read1
            return read(size_bytes, decode_content=False) or b""
        except (HTTPError, OSError, ValueError) as error:  # ValueError: closed by another thread
            raise Interrupted(f"The line to {self.address.host} broke.") from error

    @property
    def is_short(self) -> bool:
        """Return whether less came than was announced."""
        return bool(self._response.length_remaining)

    def interrupt(self) -> None:
        """Wake a thread that waits for bytes of it; what it then gets is worth nothing."""
        self._was_interrupted = True
        with contextlib.suppress(OSError, ValueError, RuntimeError):
            self._response.shutdown()

    def close(self) -> None:
        """Give the line up."""
        with contextlib.suppress(OSError, ValueError, HTTPError):
            self._response.close()
        # Where its answer was read to the end at that moment, the line has been kept for the next question, which fails
        # on Windows: elsewhere the system tells that it is shut.
        if self._was_interrupted and self._line is not None:
            self._line.close()


class Network:
    """How this computer reaches others. Not thread-safe: one question at a time.

    `hub` is where models are looked for, the only server that is ever shown a token. `ca_file` replaces the system's
    certificates. `proxies` maps "http", "https" or "all" to an address; `no_proxy` lists whom they are not used for.
    `before_led_on` is called with another host's address before a redirect to it is followed; what it raises ends it.
    """

    def __init__(self, hub: str, proxies: Mapping[str, str], no_proxy: str, ca_file: str) -> None:
        self.hub = hub.rstrip("/")
        self._hub_origin = address_of(self.hub).origin
        self._proxies = proxies
        self._no_proxy = no_proxy
        self._ca_file = ca_file
        self._managers: dict[str, urllib3.PoolManager] = {}
        self.before_led_on: Callable[[Address], None] = _no_matter

    @classmethod
    def of(cls, environ: Mapping[str, str], hub: str = HUB, ca_file: str = "") -> Network:
        """Return what the environment says, and the system where it says nothing. Raises UserError.

        `PADDOCK_HUB` replaces the hub; `ca_file`, the policy's, comes before the environment's certificates.
        """
        system = _system_says()
        said = {name: _said(environ, f"{name}_proxy") for name in ("http", "https", "all")}
        found = {name: value for name, value in said.items() if value}
        certificates = (environ.get(name, "") for name in _CERTIFICATES)
        return cls(
            environ.get(HUB_VARIABLE, "") or hub,
            found or system,
            _said(environ, "no_proxy") or system.get("no", ""),
            ca_file or next(filter(None, certificates), ""),
        )

    def open(self, url: str, headers: Mapping[str, str] | None = None, token: str = "") -> Reply:
        """Ask for an address, go where it leads, and return the answer's beginning.

        The token is shown to the hub alone, on whatever way the question comes there. Raises UserError for what must
        not be, Interrupted for what may pass.
        """
        here = address_of(url)
        for _ in range(MAX_REDIRECTS + 1):
            response = self._ask(here, dict(headers or {}), token)
            if response.status not in _REDIRECTS:
                return Reply(here, response)
            location = str(response.headers.get("Location", ""))
            response.close()
            before, here = here, _led_on(here, location)
            if here.host != before.host:
                self.before_led_on(here)
        raise UserError(
            f"{here.host} sends from one address to the next without end.",
            "",
            "Try another source, or try again later.",
        )

    def is_hub(self, address: Address) -> bool:
        """Return whether an address is the hub's own."""
        return address.origin == self._hub_origin

    def close(self) -> None:
        """Give all lines up."""
        for manager in self._managers.values():
            manager.clear()
        self._managers.clear()

    def _ask(self, address: Address, headers: dict[str, str], token: str) -> urllib3.BaseHTTPResponse:
        asked = {"User-Agent": "paddock", "Accept": "*/*", "Accept-Encoding": "identity", **headers}
        if token and self.is_hub(address):
            asked["Authorization"] = f"Bearer {token}"
        proxy = self._proxy_for(address)
        try:
            return self._manager(proxy).urlopen(
                "GET",
                address.url,
                headers=asked,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=urllib3.Timeout(connect=CONNECT_S, read=SILENCE_S),
            )
        except (HTTPError, OSError, ValueError) as error:
            raise _in_words(error, address, proxy) from error

    def _proxy_for(self, address: Address) -> str:
        """Return the proxy's address, or nothing. This computer itself is never asked through one."""
        if address.is_loopback:
            return ""
        proxy = self._proxies.get(address.scheme) or self._proxies.get("all") or ""
        if not proxy or _is_listed(address, self._no_proxy) or _excepted_by_system(address.host):
            return ""
        return proxy if "://" in proxy else f"http://{proxy}"

    def _manager(self, proxy: str) -> urllib3.PoolManager:
        if proxy not in self._managers:
            self._managers[proxy] = self._made(proxy)
        return self._managers[proxy]

    def _made(self, proxy: str) -> urllib3.PoolManager:
        if not proxy:
            return urllib3.PoolManager(num_pools=4, ssl_context=self._context())
        try:
            parsed = urllib3.util.parse_url(proxy)
        except LocationParseError:
            parsed = urllib3.util.parse_url("")
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            raise UserError(
                "The proxy set for this computer cannot be used.",
                "Its address begins neither with http:// nor with https://.",
                "Set another one (HTTPS_PROXY), or none.",
            )
        secret = urllib.parse.unquote(parsed.auth) if parsed.auth else None
        return urllib3.ProxyManager(
            parsed._replace(auth=None).url,
            num_pools=4,
            ssl_context=self._context(),
            proxy_ssl_context=self._context(),
            proxy_headers=urllib3.make_headers(proxy_basic_auth=secret) if secret else None,
        )

    def _context(self) -> ssl.SSLContext:
        """Return whom is believed: the system's authorities, or those of the file alone. Raises UserError."""
        if not self._ca_file:
            return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # checks certificate and name; TLS 1.2 at least
        try:
            context.load_verify_locations(cafile=self._ca_file)
        except (OSError, ValueError) as error:
            raise UserError(
                "The network was not used, because the file of certificates set for it cannot be read.",
                f"{self._ca_file}: {getattr(error, 'strerror', None) or error}.",
                "Correct SSL_CERT_FILE or the policy, or take them away.",
            ) from error
        return context


def proxies_set(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses of all proxies that the environment or the system names; not whom they are not used for."""
    said = (_said(environ, f"{name}_proxy") for name in ("http", "https", "all"))
    system = (address for name, address in _system_says().items() if name != "no")
    return tuple(filter(None, (*said, *system)))


def _system_says() -> dict[str, str]:
    """Return the proxies of the system's own settings, where it has such."""
    return urllib.request.getproxies() if sys.platform in {"win32", "darwin"} else {}


def _no_matter(_address: Address) -> None:
    """Let a redirect be followed."""


def _said(environ: Mapping[str, str], name: str) -> str:
    """Return a variable in small letters, else in capitals, as every program reads these."""
    return environ.get(name, "") or environ.get(name.upper(), "")


def _is_listed(address: Address, no_proxy: str) -> bool:
    """Return whether `NO_PROXY` names it: a host with all below it, with or without a port, or everybody (`*`)."""
    for entry in no_proxy.lower().split(","):
        host, _, port = entry.strip().lstrip(".").partition(":")
        if host == "*":
            return True
        if host and port in {"", str(address.port)} and f".{address.host}".endswith(f".{host}"):
            return True
    return False


def _excepted_by_system(host: str) -> bool:
    """Return whether the system's settings name it as one to be reached without a proxy."""
    if sys.platform == "win32" or sys.platform == "darwin":
        return bool(urllib.request.proxy_bypass(host))
    return False


def _led_on(here: Address, location: str) -> Address:
    """Return where a redirect leads. Raises UserError where it may not lead there."""
    try:
        there = address_of(urllib.parse.urljoin(here.url, location) if location else "")
    except (UserError, ValueError) as error:
        raise UserError(
            f"{here.host} sends to an address that is not asked.",
            str(getattr(error, "what", "")),
            "Try another source.",
        ) from error
    _check_not_home(here, there)
    return there


def _in_words(error: Exception, address: Address, proxy: str) -> Exception:
    """Return a UserError for what trying again cannot mend, Interrupted for the rest."""
    causes = [error, *(arg for arg in error.args if isinstance(arg, Exception))]
    for cause in causes:
        inner = next((arg for arg in cause.args if isinstance(arg, ssl.SSLCertVerificationError)), None)
        unproven = cause if isinstance(cause, ssl.SSLCertVerificationError) else inner
        if unproven is not None:
            return UserError(
                f"{address.host} could not prove who it is, so nothing was fetched from it.",
                f"Its certificate is refused: {unproven.verify_message.rstrip('.')}.",
                "If your organisation looks into traffic, have its certificate set (SSL_CERT_FILE or the policy).",
            )
    if isinstance(error, ProxyError) and " 407" in str(error):
        return UserError("The proxy wants a name and a password.", "", "Set them in the proxy's address (HTTPS_PROXY).")
    if isinstance(error, ProxyError):
        return Interrupted(f"The proxy {urllib3.util.parse_url(proxy).host} does not let through.")
    if isinstance(error, NameResolutionError):
        return Interrupted(f"{address.host} cannot be found from this computer.")
    if isinstance(error, SSLError):
        return Interrupted(f"{address.host} and this computer could not agree on encryption.")
    return Interrupted(f"{address.host} cannot be reached from this computer.")
