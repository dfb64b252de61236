"""Thousands of generated headers, each with one lie: every one is refused with its reason, in both byte orders."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paddock.errors import ModelFileError
from paddock.models.modelfile import read_model
from paddock.models.tensor_types import REMOVED_TYPES, TENSOR_TYPES
from tests.models.building import CODES, entry, tensor_line, text

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_CASES = 2000
HUGE = st.sampled_from([2**31, 2**32, 2**40, 2**50, 2**62, 2**63 - 1, 2**63, 2**64 - 1])
UNKNOWN_KINDS = st.one_of(st.integers(13, 2**32 - 1), st.sampled_from([13, 14, 2**31, 2**32 - 1]))
UNKNOWN_TENSORS = sorted({*REMOVED_TYPES, *range(43, 60), 255, 2**16, 2**31, 2**32 - 1} - set(TENSOR_TYPES))


@dataclass
class Plan:
    """A file in pieces, before it is joined: what a lie is put into."""

    order: str
    version: int
    keys: list[bytes]
    tensors: list[bytes]
    body: bytes
    key_count: int | None = None
    tensor_count: int | None = None

    def joined(self) -> bytes:
        keys = len(self.keys) if self.key_count is None else self.key_count
        tensors = len(self.tensors) if self.tensor_count is None else self.tensor_count
        data = b"GGUF" + struct.pack(self.order + "IQQ", self.version, tensors, keys)
        data += b"".join(self.keys) + b"".join(self.tensors)
        return data + bytes(-len(data) % 32) + self.body


def number_entries(order: str) -> st.SearchStrategy[list[bytes]]:
    """Return metadata of numbers, texts and lists of both, each under a name of its own."""

    def one(kind: str) -> st.SearchStrategy[tuple[str, Any]]:
        if kind == "string":
            return st.tuples(st.just(kind), st.text(max_size=12))
        value: Any = {"f32": 0.5, "f64": 0.25, "bool": True}.get(kind, 7)
        return st.tuples(st.just(kind), st.just(value))

    values = st.one_of(
        st.sampled_from([*CODES, "string"]).flatmap(one),
        st.tuples(st.just("[string]"), st.lists(st.text(max_size=5), max_size=300)),
        st.tuples(st.just("[i32]"), st.lists(st.integers(0, 99), max_size=20)),
    )
    return st.lists(values, min_size=1, max_size=6).map(
        lambda pairs: [entry(f"key.{n}", kind, value, order) for n, (kind, value) in enumerate(pairs)]
    )


@st.composite
def good_plans(draw: st.DrawFn) -> Plan:
    """Return a file with nothing wrong in it."""
    order, version = draw(st.sampled_from([("<", 2), ("<", 3), (">", 3)]))
    keys = [entry("general.architecture", "string", "llama", order), *draw(number_entries(order))]
    tensors, offset = [], 0
    for number, (type_id, rows) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from([0, 1, 2, 8]), st.integers(1, 4)), min_size=1, max_size=4))
    ):
        kind = TENSOR_TYPES[type_id]
        tensors.append(tensor_line(f"blk.{number}.weight", (32, rows), type_id, offset, order))
        offset += 32 * rows // kind.block * kind.size
        offset += -offset % 32
    return Plan(order, version, keys, tensors, bytes(offset))


# ---------------------------------------------------------------- lies


def cut(plan: Plan, draw: st.DrawFn) -> bytes:
    data = plan.joined()
    return data[: draw(st.integers(0, len(data) - 33))]


def wrong_magic(plan: Plan, draw: st.DrawFn) -> bytes:
    data = bytearray(plan.joined())
    data[draw(st.integers(0, 3))] ^= draw(st.integers(1, 255))
    return bytes(data)


def wrong_version(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.version = draw(st.one_of(st.sampled_from([0, 1, 4, 5, 255]), st.integers(4, 2**16 - 1)))
    return plan.joined()


def too_many_keys(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.key_count = draw(st.one_of(HUGE, st.integers(len(plan.joined()), 2**20)))
    return plan.joined()


def too_many_tensors(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.tensor_count = draw(st.one_of(HUGE, st.integers(len(plan.tensors) + 1, 2**20)))
    return plan.joined()


def long_key(plan: Plan, draw: st.DrawFn) -> bytes:
    at = draw(st.integers(0, len(plan.keys) - 1))
    plan.keys[at] = struct.pack(plan.order + "Q", draw(HUGE)) + plan.keys[at][8:]
    return plan.joined()


def long_text(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.keys.append(text("lie", plan.order) + struct.pack(plan.order + "IQ", 8, draw(HUGE)))
    return plan.joined()


def unknown_kind(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.keys.append(text("lie", plan.order) + struct.pack(plan.order + "IQ", draw(UNKNOWN_KINDS), 1))
    return plan.joined()


def unknown_list(plan: Plan, draw: st.DrawFn) -> bytes:
    inner = draw(st.one_of(st.just(9), UNKNOWN_KINDS))
    plan.keys.append(text("lie", plan.order) + struct.pack(plan.order + "IIQ", 9, inner, draw(st.integers(0, 9))))
    return plan.joined()


def long_list(plan: Plan, draw: st.DrawFn) -> bytes:
    inner = draw(st.sampled_from([0, 4, 5, 6, 7, 8, 10, 12]))
    plan.keys.append(text("lie", plan.order) + struct.pack(plan.order + "IIQ", 9, inner, draw(HUGE)))
    return plan.joined()


def twice_the_same_key(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.keys.append(draw(st.sampled_from(plan.keys)))
    return plan.joined()


def wrong_alignment(plan: Plan, draw: st.DrawFn) -> bytes:
    wrong = st.integers(0, 2**32 - 1).filter(lambda n: n & (n - 1) or n == 0 or n > 2**20)
    plan.keys.append(entry("general.alignment", "u32", draw(wrong), plan.order))
    return plan.joined()


def wrong_tensor(plan: Plan, draw: st.DrawFn) -> bytes:
    """Put one wrong line behind the good ones; its offset is the due one unless that is the lie."""
    order, due = plan.order, len(plan.body)
    lines: list[st.SearchStrategy[bytes]] = [
        st.integers(5, 40).map(lambda n: tensor_line("lie", (1,) * n, 0, due, order)),
        st.sampled_from(UNKNOWN_TENSORS).map(lambda n: tensor_line("lie", (256,), n, due, order)),
        st.integers(1, 2**40).filter(lambda n: n % 32 != 0).map(lambda n: tensor_line("lie", (n, 2), 2, due, order)),
        st.integers(64, 65).map(lambda n: tensor_line("n" * n, (1,), 0, due, order)),
        HUGE.map(lambda n: tensor_line("lie", (n, n), 0, due, order)),
        HUGE.map(lambda n: tensor_line("lie", (32,), 0, n, order)),
        st.integers(0, 2**40).filter(lambda n: n != due).map(lambda n: tensor_line("lie", (32,), 0, n, order)),
        st.integers(1, 2**40).map(lambda n: tensor_line("lie", (n,), 0, due, order)),
        st.just(tensor_line("blk.0.weight", (32,), 0, due, order)),
        HUGE.map(lambda n: struct.pack(order + "Q", n) + b"lie"),
    ]
    plan.tensors.append(draw(st.one_of(lines)))
    return plan.joined()


def a_part_that_is_alone(plan: Plan, draw: st.DrawFn) -> bytes:
    plan.keys.append(entry("split.count", "u16", draw(st.integers(2, 2**16 - 1)), plan.order))
    return plan.joined()


LIES: tuple[Callable[[Plan, st.DrawFn], bytes], ...] = (
    cut, wrong_magic, wrong_version, too_many_keys, too_many_tensors, long_key, long_text, unknown_kind, unknown_list,
    long_list, twice_the_same_key, wrong_alignment, wrong_tensor, a_part_that_is_alone,
)  # fmt: skip


@st.composite
def lying_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return a lie's name and the file that tells it."""
    lie = draw(st.sampled_from(LIES))
    return lie.__name__, lie(draw(good_plans()), draw)


@pytest.mark.slow
def test_every_generated_lie_is_refused_with_its_reason(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lies") / "lie.gguf"
    told: dict[str, set[bytes]] = {lie.__name__: set() for lie in LIES}

    @settings(max_examples=2400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(lying_files())
    def refused(case: tuple[str, bytes]) -> None:
        name, data = case
        path.write_bytes(data)
        with pytest.raises(ModelFileError) as caught:
            read_model(path)
        assert caught.value.what == "“lie.gguf” cannot be used as a model."
        assert caught.value.why, name
        assert caught.value.next_step, name
        told[name].add(data)

    refused()
    assert sum(map(len, told.values())) >= LEAST_CASES, {name: len(cases) for name, cases in told.items()}
    assert all(told.values()), "every kind of lie was told"


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(plan=good_plans())
def test_without_the_lie_the_same_files_are_read(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> None:
    """What the cases above are made of is good: it is the lie that is refused."""
    path = tmp_path_factory.getbasetemp() / "good.gguf"
    path.write_bytes(plan.joined())
    _files, header = read_model(path)
    assert len(header.tensors) == len(plan.tensors)
    assert len(header.metadata) == len(plan.keys)
