"""Frames: what is sent arrives, and nothing else is ever believed."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import threading
import tracemalloc

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.errors import WireError
from paddock.process.wire import Receiver, Sender, frame_of
from tests.process.messages import Answer, Did, Sum

CAP = 1 << 16

messages = st.one_of(
    st.builds(Did, st.integers(-(1 << 63), (1 << 63) - 1), st.text()),
    st.builds(Sum, st.lists(st.integers(-(1 << 63), (1 << 63) - 1)).map(tuple)),
)


def receiver_of(data: bytes, cap: int = CAP) -> Receiver[Did | Sum]:
    return Receiver(io.BytesIO(data), Answer, cap)


def framed(body: bytes) -> bytes:
    return struct.pack("<I", len(body)) + body


@given(st.lists(messages))
def test_what_is_sent_arrives(said: list[Did | Sum]) -> None:
    stream = io.BytesIO()
    sender = Sender(stream)
    for message in said:
        sender.send(message)
    assert list(receiver_of(stream.getvalue(), 1 << 30)) == said


@pytest.mark.slow
@given(st.lists(messages, min_size=1), st.data())
def test_a_stream_cut_anywhere_gives_whole_messages_then_an_end_or_a_refusal(
    said: list[Did | Sum], data: st.DataObject
) -> None:
    frames = [frame_of(message) for message in said]
    whole = b"".join(frames)
    cut = data.draw(st.integers(0, len(whole)))
    receiver = receiver_of(whole[:cut], 1 << 30)
    ends = {sum(map(len, frames[:number])) for number in range(len(frames) + 1)}
    arrived = []
    try:
        while (message := receiver.receive()) is not None:
            arrived.append(message)
        assert cut in ends
    except WireError:
        assert cut not in ends
    assert arrived == said[: len(arrived)]


@given(st.binary(max_size=2000))
def test_any_bytes_give_messages_or_a_refusal(data: bytes) -> None:
    receiver = receiver_of(data)
    with contextlib.suppress(WireError):
        while (message := receiver.receive()) is not None:
            assert isinstance(message, Did | Sum)


@given(st.binary(min_size=1, max_size=300))
def test_any_body_gives_a_message_or_a_refusal(body: bytes) -> None:
    with contextlib.suppress(WireError):
        assert isinstance(receiver_of(framed(body)).receive(), Did | Sum)


@given(messages, st.data())
def test_flipped_bits_give_a_message_or_a_refusal(message: Did | Sum, data: st.DataObject) -> None:
    spoilt = bytearray(frame_of(message))
    for place in data.draw(st.lists(st.integers(0, len(spoilt) - 1), min_size=1, max_size=4)):
        spoilt[place] ^= 1 << data.draw(st.integers(0, 7))
    with contextlib.suppress(WireError):
        assert isinstance(receiver_of(bytes(spoilt)).receive(), Did | Sum)


@pytest.mark.parametrize(
    "body",
    [
        b"\x82\xa4type\xa3did\xa4text\xdb\xff\xff\xff\xff",
        b"\x82\xa4type\xa3sum\xa6values\xdd\xff\xff\xff\xff",
        b"\x82\xa4type\xa3sum\xa5other\xdf\xff\xff\xff\xff",
        b"\x82\xa4type\xa3sum\xa5other" + b"\x91" * 60_000 + b"\xc0",
        b"\x83\xa4type\xa3did\xa2id\x01\xa4text\xa2\xff\xfe",
        b"\xa4text",
        b"\x82\xa4type\xa4else\xa2id\x01",
        msgspec.msgpack.encode({"type": "did", "id": 1, "text": 5}),
    ],
    ids=["long text", "long list", "long map", "deep", "not text", "no struct", "unknown struct", "wrong type"],
)
def test_what_lies_is_refused_without_being_believed(body: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            receiver_of(framed(body)).receive()
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("length", [0, CAP + 1, 0xFFFFFFFF])
def test_a_length_outside_the_cap_is_refused_before_a_byte_of_it_is_read(length: int) -> None:
    stream = io.BytesIO(struct.pack("<I", length) + b"x" * 100)
    with pytest.raises(WireError):
        Receiver(stream, Answer, CAP).receive()
    assert stream.tell() == 4


def test_memory_grows_with_what_arrives_and_not_with_what_is_claimed() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            receiver_of(struct.pack("<I", 1 << 30) + b"x" * 1000, 1 << 30).receive()
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_a_frame_longer_than_one_read_arrives_through_a_pipe() -> None:
    reading, writing = os.pipe()
    long = Did(1, "Größe" * 1_000_000)
    with os.fdopen(reading, "rb") as incoming, os.fdopen(writing, "wb") as outgoing:
        writer = threading.Thread(target=Sender(outgoing).send, args=(long,))
        writer.start()
        assert Receiver[Did](incoming, Answer, 1 << 24).receive() == long
        writer.join()


def test_the_sender_keeps_to_the_cap_too() -> None:
    stream = io.BytesIO()
    with pytest.raises(ValueError, match="over the cap"):
        Sender(stream, 100).send(Did(1, "x" * 100))
    assert stream.getvalue() == b""


def test_the_sender_says_that_nobody_listens() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as stream, pytest.raises(BrokenPipeError):
        Sender(stream).send(Did(1, ""))


def test_senders_on_several_threads_do_not_mix_their_frames() -> None:
    reading, writing = os.pipe()
    each = 200
    with os.fdopen(reading, "rb") as incoming, os.fdopen(writing, "wb") as outgoing:
        sender = Sender(outgoing)

        def send(who: int) -> None:
            for number in range(each):
                sender.send(Did(who, str(number) * 500))

        threads = [threading.Thread(target=send, args=(who,)) for who in range(4)]
        for thread in threads:
            thread.start()
        receiver: Receiver[Did] = Receiver(incoming, Answer, CAP)
        arrived = [receiver.receive() for _ in range(4 * each)]
        for thread in threads:
            thread.join()
    for who in range(4):
        assert [said.text for said in arrived if said and said.id == who] == [str(n) * 500 for n in range(each)]


def test_a_refusal_never_quotes_what_was_in_the_frame() -> None:
    body = msgspec.msgpack.encode({"type": "did", "id": "a secret", "text": "another secret"})
    with pytest.raises(WireError) as refused:
        receiver_of(framed(body)).receive()
    assert "secret" not in str(refused.value)
    assert "secret" not in str(refused.value.__cause__)
