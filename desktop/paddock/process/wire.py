"""What goes between window and worker: length-framed MessagePack of typed structs, under hard size caps.

A frame is a 4-byte little-endian length, then that many bytes of one MessagePack object. The length is checked
before anything is read, memory grows only with bytes that really arrived, and the object is believed only after
it decoded as one of the expected structs. Nothing is ever unpickled.
"""

from __future__ import annotations

import errno
import struct
import sys
import threading
from typing import IO, TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from paddock.errors import WireError

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

MAX_FRAME_BYTES = 256 << 20
_LENGTH = struct.Struct("<I")
_PIECE_BYTES = 1 << 20


def frame_of(message: msgspec.Struct, max_frame_bytes: int = MAX_FRAME_BYTES) -> bytes:
    """Return the whole frame, length included. Raises ValueError where it would be longer than `max_frame_bytes`."""
    body = msgspec.msgpack.encode(message)
    if len(body) > max_frame_bytes:
        raise ValueError(f"a message of {len(body):,} bytes is over the cap of {max_frame_bytes:,}")
    return _LENGTH.pack(len(body)) + body


def nobody_reads(error: OSError) -> bool:
    """Return whether writing failed because the other end of a pipe is closed: Windows calls that a wrong argument."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)


class Sender:
    """Writes messages to a stream, whole and one after another, from any thread."""

    def __init__(self, stream: IO[bytes], max_frame_bytes: int = MAX_FRAME_BYTES) -> None:
        self._stream = stream
        self._max_frame_bytes = max_frame_bytes
        self._one_at_a_time = threading.Lock()

    def send(self, message: msgspec.Struct) -> None:
        """Write one message and flush it; waits while the pipe is full.

        Raises BrokenPipeError when the other side is gone, ValueError when the message is over the cap or the
        stream is closed.
        """
        frame = frame_of(message, self._max_frame_bytes)
        with self._one_at_a_time:
            try:
                self._stream.write(frame)
                self._stream.flush()
            except OSError as error:
                if nobody_reads(error):
                    raise BrokenPipeError(errno.EPIPE, "nobody reads any more") from error
                raise


class Receiver(Generic[T]):
    """Reads messages of one union of structs from a stream; one thread reads."""

    def __init__(self, stream: IO[bytes], kind: Any, max_frame_bytes: int) -> None:
        self._stream = stream
        self._decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind)
        self._max_frame_bytes = max_frame_bytes

    def __iter__(self) -> Iterator[T]:
        """Yield messages until the other side closes. Raises WireError."""
        while (message := self.receive()) is not None:
            yield message

    def receive(self) -> T | None:
        """Wait for one message; None when the other side has closed the stream between two frames.

        Raises WireError on a frame that is cut off, empty, too long, or not one of the expected structs.
        """
        header = self._read(_LENGTH.size)
        if not header:
            return None
        if len(header) < _LENGTH.size:
            raise WireError("A frame was cut off.", "The stream ended inside a frame's length.")
        (length,) = _LENGTH.unpack(header)
        if not 0 < length <= self._max_frame_bytes:
            raise WireError(
                "A frame was refused.", f"It claims {length:,} bytes; 1 to {self._max_frame_bytes:,} may be."
            )
        body = self._read(length)
        if len(body) < length:
            raise WireError("A frame was cut off.", f"{len(body):,} of {length:,} bytes arrived.")
        try:
            return self._decoder.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OverflowError) as error:
            # The decoder's sentence names fields and types, never values: safe to keep.
            raise WireError("A frame was not a message this side expects.", type(error).__name__) from error

    def _read(self, size: int) -> bytes | bytearray:
        """Return `size` bytes, or fewer at the end of the stream; memory grows as bytes arrive."""
        first = self._stream.read(min(size, _PIECE_BYTES)) or b""
        if len(first) == size or not first:
            return first
        whole = bytearray(first)
        while len(whole) < size:
            piece = self._stream.read(min(size - len(whole), _PIECE_BYTES))
            if not piece:
                break
            whole += piece
        return whole
