"""Whether a host is this computer itself, however it is spelled; no name is looked up."""

from __future__ import annotations

import ipaddress
import re
from typing import Final

_NUMBER: Final = re.compile(r"0x(?P<hexadecimal>[0-9a-f]+)|(?P<octal>0[0-7]*)|(?P<decimal>[1-9][0-9]{0,9})")
_BASES: Final = {"hexadecimal": 16, "octal": 8, "decimal": 10}
_MOST_NUMBERS: Final = 4


def is_loopback(host: str) -> bool:
    """Return whether this is the plain name or number that every program takes for this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_this_computer(host: str) -> bool:
    """Return whether a connection to this host would end here: 127.1, 0x7f000001 and [::ffff:127.0.0.1] do."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    found: ipaddress.IPv4Address | ipaddress.IPv6Address | None
    try:
        found = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        found = _short_address(name)
    if found is None:
        return False
    mapped = getattr(found, "ipv4_mapped", None) or found
    return bool(mapped.is_loopback or mapped.is_unspecified)


def _short_address(host: str) -> ipaddress.IPv4Address | None:
    """Return the address that C libraries read in one to four numbers, the last of which fills the rest; None else."""
    numbers: list[int] = []
    for step in host.split("."):
        found = _NUMBER.fullmatch(step)
        if found is None or found.lastgroup is None or len(numbers) == _MOST_NUMBERS:
            return None
        numbers.append(int(step, _BASES[found.lastgroup]))
    *first, last = numbers
    if any(number > 0xFF for number in first) or last >= 1 << 8 * (_MOST_NUMBERS - len(first)):  # noqa: PLR2004
        return None
    whole = last
    for place, number in enumerate(first):
        whole |= number << 8 * (_MOST_NUMBERS - 1 - place)
    return ipaddress.IPv4Address(whole)
