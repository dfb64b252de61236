"""Which hosts are this computer itself."""

from __future__ import annotations

import random
import socket

import pytest

from paddock.fetcher.own_address import is_loopback, is_this_computer

NUMBERS = (
    "0 1 00 08 127 255 256 0x 0x7f 0x1ff 0177 65535 65536 16777215 16777216 2130706433 4294967295 4294967296 "
    "0xffffffff 0x100000000 017700000001 00000000000000000000000177 -1 1e3 a"
).split()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.10", "[::1]"])
def test_the_plain_ways_to_write_it(host: str) -> None:
    assert is_loopback(host)
    assert is_this_computer(host)


@pytest.mark.parametrize(
    "host",
    [
        "LocalHost.",
        "a.localhost",
        "127.1",
        "0x7F.1",
        "0177.0.0.1",
        "2130706433",
        "0",
        "0.0.0.0",  # noqa: S104 - only compared
        "[::]",
        "[::ffff:7f00:1]",
    ],
)
def test_ways_that_only_a_connection_shows(host: str) -> None:
    assert not is_loopback(host)
    assert is_this_computer(host)


@pytest.mark.parametrize(
    "host", ["example.org", "localhost.example.org", "128.1", "127.0.0.0.1", "127.", "08.1", "1" * 8000, "10.0.0.1", ""]
)
def test_others(host: str) -> None:
    assert not is_this_computer(host)


def test_numbers_are_read_as_the_system_reads_them() -> None:
    chance = random.Random(7)
    here = 0
    for _ in range(20_000):
        host = ".".join(chance.choice(NUMBERS) for _ in range(chance.randint(1, 5)))
        try:
            first = socket.inet_aton(host)
        except OSError:
            expected = False
        else:
            expected = first[0] == 127 or first == bytes(4)
        assert is_this_computer(host) is expected, host
        here += expected
    assert here > 100
