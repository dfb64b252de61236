"""A zip with bounds: how many members, how large, how tightly packed; what was cut off is given as far as it goes."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from paddock.reader.document import LimitReached, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from paddock.reader.protocol import Limits

    # How large a locked member is, and what begins to decipher it piece by piece.
    Lock = tuple[int, Callable[[], Callable[[bytes], bytes]]]

# What a part may take that is held as a whole tree: a tree takes four to six times its text.
TREE_BYTES: Final = 48 << 20
_PIECE: Final = 1 << 16
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_CENTRAL_SIGNATURE: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1
# Deflate cannot pack tighter than 1032:1. Tables of equal rows reach 100:1; only bombs reach this.
_RATIO: Final = 500
_RATIO_FROM: Final = 16 << 20
# All members together, as many times the largest that one may be.
_TOGETHER: Final = 16
_TIGHT: Final = "A part of it unpacks to more than five hundred times its size."


class Archive:
    """The members of a zip by name; names are compared without regard to case and to the kind of slash.

    Nothing is unpacked before it is asked for, and nothing ever to a disk. Raises Unreadable where the zip is no zip,
    is encrypted, or is built to overwhelm: too many members, members that share their bytes, or absurd sizes.
    """

    def __init__(self, untrusted_data: bytes, limits: Limits) -> None:
        self._data = untrusted_data
        self._limits = limits
        # Before the directory is read at all: each entry begins with this mark, so there are not more than these.
        if untrusted_data.count(_CENTRAL_SIGNATURE) > limits.parts:
            raise _bomb(f"It holds more than {limits.parts:,} parts.")
        try:
            with zipfile.ZipFile(io.BytesIO(untrusted_data)) as directory:
                members = [member for member in directory.infolist() if not member.is_dir()]
        except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, EOFError, NotImplementedError) as error:
            why = "Its directory is missing or broken, as after a download that was cut off."
            raise Unreadable("damaged", "This file is damaged.", why, "Get the file once more.") from error
        _refuse_bombs(members, limits, len(untrusted_data))
        self._members = {_plain(member.filename).lower(): member for member in members}
        self.names = tuple(_plain(member.filename) for member in members)
        self._locks: dict[str, Lock] = {}

    def unlock(self, locks: Mapping[str, Lock]) -> None:
        """Decipher these members, by their names in small letters, when they are asked for. Raises Unreadable."""
        self._locks = {name: lock for name, lock in locks.items() if name in self._members}
        for name, (size, _) in self._locks.items():
            if size > _RATIO_FROM and size > self._members[name].compress_size * _RATIO:
                raise _bomb(_TIGHT)

    def __contains__(self, name: str) -> bool:
        return _plain(name).lower() in self._members

    def size(self, name: str) -> int:
        """Return how many bytes the member says that it has; 0 where there is none of that name."""
        name = _plain(name).lower()
        if name in self._locks:
            return self._locks[name][0]
        member = self._members.get(name)
        return member.file_size if member else 0

    def open(self, name: str) -> Member:
        """Return the member, to be read piece by piece. Raises Unreadable where there is none of that name."""
        member = self._members.get(_plain(name).lower())
        if member is None:
            raise Unreadable("damaged", "This file is damaged.", f"Its part “{name[-80:]}” is missing.")
        return Member(self._data, member, self._limits.part_bytes, self._locks.get(_plain(name).lower()))

    def read(self, name: str, most: int = TREE_BYTES) -> bytes:
        """Return the member's bytes, as many as there are. Raises LimitReached where it is larger than `most`."""
        if self.size(name) > most:
            raise LimitReached(f"A part of the file is larger than {most >> 20:,} MB.")
        return self.open(name).read()


class Member:
    """One member of a zip as a stream of bytes. A broken one ends early, and `damage` says so in a sentence."""

    def __init__(self, data: bytes, member: zipfile.ZipInfo, most: int, lock: Lock | None = None) -> None:
        self.damage = ""
        self._data = data
        self._left = member.file_size if lock is None else lock[0]
        self._decipher = None if lock is None else lock[1]()
        self._crc = 0
        self._declared_crc = None if lock else member.CRC  # which is that of what is locked
        self._unread = b""
        if self._left > most:
            raise LimitReached(f"A part of the file is larger than {most >> 20:,} MB.")
        start = self._start(member)
        self._at, self._end = start, min(start + member.compress_size, len(data))
        is_plain = member.compress_type == zipfile.ZIP_STORED and lock is None  # what is locked was packed before
        self._inflater = None if is_plain else zlib.decompressobj(-zlib.MAX_WBITS)
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            self._fail("A part of the file is packed in a way that Office files do not use.")

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, all of them where it is negative; none at the end."""
        wanted = self._left if size < 0 else min(size, self._left)
        pieces: list[bytes] = []
        while wanted > 0:
            piece = self._unread or self._more()
            if not piece:
                self._fail("A part of the file is cut off.")
                break
            self._unread = piece[wanted:]
            piece = piece[:wanted]
            wanted -= len(piece)
            self._left -= len(piece)
            self._crc = zlib.crc32(piece, self._crc)
            pieces.append(piece)
        if not self._left and not self.damage and self._declared_crc not in {None, self._crc}:
            self._fail("A part of the file does not match its checksum.")
        return b"".join(pieces)

    def _start(self, member: zipfile.ZipInfo) -> int:
        at = member.header_offset
        if not 0 <= at <= len(self._data) - _LOCAL_HEADER.size or self._data[at : at + 4] != b"PK\x03\x04":
            self._fail("A part of the file is not where its directory says.")
            return len(self._data)
        _, name, extra = _LOCAL_HEADER.unpack_from(self._data, at)
        return at + _LOCAL_HEADER.size + int(name) + int(extra)

    def _more(self) -> bytes:
        """Return the next unpacked bytes, at most `_PIECE` of them and none at the end."""
        if self._inflater is None:
            piece = self._data[self._at : min(self._at + _PIECE, self._end)]
            self._at += len(piece)
            return piece
        try:
            while not self._inflater.eof:
                packed = self._inflater.unconsumed_tail
                while not packed and self._at < self._end:
                    packed = self._data[self._at : min(self._at + _PIECE, self._end)]
                    self._at += len(packed)
                    packed = self._decipher(packed) if self._decipher is not None else packed
                piece = self._inflater.decompress(packed, _PIECE)
                if piece or not packed:
                    return piece
        except zlib.error:
            self._fail("A part of the file is damaged.")
        return b""

    def _fail(self, sentence: str) -> None:
        self.damage = self.damage or sentence
        self._left = 0


def resolve(base: str, untrusted_target: str) -> str:
    """Return the member that a link in member `base` means; it may leave the zip, and then is no member."""
    target = untrusted_target.replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _refuse_bombs(members: list[zipfile.ZipInfo], limits: Limits, size: int) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unreadable(
            "unsupported",
            "This file is protected with a password.",
            "Paddock cannot open files of this kind with their password.",
            "Save it without a password, and add that copy.",
        )
    if sum(member.file_size for member in members) > limits.part_bytes * _TOGETHER:
        raise _bomb("Its parts are too large together.")
    for member in members:
        if member.file_size > _RATIO_FROM and member.file_size > member.compress_size * _RATIO:
            raise _bomb(_TIGHT)
    # Entries that share their packed bytes unpack without end out of few (Fifield, A better zip bomb, 2019).
    ranges = sorted(
        (m.header_offset, m.header_offset + _LOCAL_HEADER.size + len(m.orig_filename.encode()) + m.compress_size)
        for m in members
    )
    if any(following < end for (_, end), (following, _) in pairwise(ranges)):
        raise _bomb("Its parts overlap.")
    if any(end > size for _, end in ranges[-1:]):
        raise Unreadable("damaged", "This file is damaged.", "It is cut off.", "Get the file once more.")


def _bomb(why: str) -> Unreadable:
    return Unreadable("limit", "This file is built to overwhelm whoever unpacks it, so it was not opened.", why)
