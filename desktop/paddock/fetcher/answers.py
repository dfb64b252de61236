"""What the first lines of an answer mean: the file, a part of it, try again, show a token, or never."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.retrying import Interrupted, asked_to_wait, passes

if TYPE_CHECKING:
    from paddock.fetcher.https import Network, Reply

OK: Final = 200
PARTIAL: Final = 206
RANGE_NOT_THERE: Final = 416
_NOT_ALLOWED: Final = frozenset({401, 403})
_NOT_THERE: Final = frozenset({404, 410})
_LONGEST_NUMBER: Final = 15  # digits: a petabyte
_RANGE: Final = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)", re.ASCII)


class Refused(UserError):
    """One source is not believed, or has no such file; another may."""


class KeptBack(Refused):
    """A source gives the file to those alone whom it knows."""


def refuse_other(reply: Reply, network: Network, token: str) -> None:
    """Raise what an answer without the file means. Raises NeedsToken, Interrupted, Refused."""
    host = reply.address.host
    if reply.status in _NOT_ALLOWED and network.is_hub(reply.address):
        raise _needs_token(reply, token)
    if reply.status in _NOT_ALLOWED:
        raise KeptBack(f"{host} does not give this file.", f"It answers with {reply.status}.", "Try another source.")
    if passes(reply.status):
        said = reply.header("Retry-After")
        raise Interrupted(f"{host} is busy or in trouble ({reply.status}).", asked_to_wait(said) if said else None)
    if reply.status in _NOT_THERE:
        raise Refused(f"{host} does not have this file.", "", "Check the name, or try another source.")
    if reply.status not in {OK, PARTIAL, RANGE_NOT_THERE}:
        raise Refused(f"{host} does not give this file.", f"It answers with {reply.status}.", "Try another source.")
    encoding = reply.header("Content-Encoding").strip().lower()
    if encoding not in {"", "identity"}:
        raise another_file(reply, "It comes packed in a way that was not asked for.")


def range_of(reply: Reply) -> tuple[int, int | None]:
    """Return where a partial answer begins and how long the whole is (RFC 9110, 14.4). Raises Refused."""
    match = _RANGE.fullmatch(reply.header("Content-Range").strip())
    if match is None:
        raise another_file(reply, "It does not say which part it sends.")
    return int(match[1]), None if match[3] == "*" else int(match[3])


def length_of(reply: Reply) -> int | None:
    """Return how long the body says it is. Raises Refused where that is no number."""
    said = reply.header("Content-Length").strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit()) or len(said) > _LONGEST_NUMBER:
        raise another_file(reply, "It says an impossible length.")
    return int(said)


def is_strong(etag: str) -> bool:
    """Return whether an ETag stands for the very same bytes (RFC 9110, 8.8.1)."""
    return bool(etag) and not etag.startswith("W/")


def another_file(reply: Reply, why: str) -> Refused:
    """Return the refusal of an answer that cannot be the file."""
    return Refused(f"What {reply.address.host} offers is not the file that was asked for.", why, "Try another source.")


def _needs_token(reply: Reply, token: str) -> NeedsToken:
    if not token:
        return NeedsToken(
            "The hub does not give this to everybody.",
            "Its maker wants to know who gets it, or there is nothing of this name.",
            "Agree to the maker's terms on the hub's page, and give a token of your account there.",
        )
    return NeedsToken(
        "The hub does not accept the token for this.",
        f"It answers with {reply.status}.",
        "See on the hub's page whether your account has been let in, or give another token.",
    )
