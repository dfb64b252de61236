"""An organisation's mirror: plain files, a list of their hashes, and names that lead nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.errors import UserError
from paddock.fetcher.sums import mirror_url, read_sums, sums_of
from tests.fetcher.transferring import BODY, SHA256, fetch

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.https import Network
    from tests.fetcher.server import Shelf

A, B = "a" * 64, "b" * 64


def test_a_mirror_is_read_and_its_file_fetched(hub: Shelf, network: Network, tmp_path: Path) -> None:
    base = f"{hub.url}/models"
    hub.files["/models/SHA256SUMS"] = f"{SHA256}  a.gguf\n{A} *deep/er/b.gguf\n".encode()
    hub.files["/models/a.gguf"] = BODY
    sums = read_sums(base, network)
    assert sums == {"a.gguf": SHA256, "deep/er/b.gguf": A}
    fetch(network, tmp_path / "a.gguf", mirror_url(base, "a.gguf"), sha256=sums["a.gguf"])
    assert mirror_url(base, "deep/er/b.gguf") == f"{base}/deep/er/b.gguf"


@pytest.mark.parametrize(
    "line",
    [
        f"{A}  ../a.gguf", f"{A}  /etc/passwd", f"{A}  a/../../b", f"{A}  C:\\a", f"{A}  a\\b", f"{A}  .hidden",
        f"{A}  a//b", f"{A}  a/", f"{A}  a\x00b", f"{A} a.gguf", f"{A}", f"{A[:-1]}  a.gguf", f"{A}a  a.gguf",
        "# a comment", "", f"\\{A}  a\\nb", f"{A}  a b", f"{A}  a/b/c/d/e", f"{A}  " + "x" * 300, f"{A}  -rf",
    ],
)  # fmt: skip
def test_a_line_that_names_no_plain_file_counts_for_nothing(line: str) -> None:
    assert sums_of(f"{line}\n{B}  good.gguf".encode()) == {"good.gguf": B}


def test_what_sha256sum_writes_is_read() -> None:
    said = f"{A.upper()}  ./a.gguf\r\n{B} *b-1.0+x.gguf\r\n{B} *b-1.0+x.gguf\r\n".encode()
    assert sums_of(said) == {"a.gguf": A, "b-1.0+x.gguf": B}


def test_a_file_with_two_hashes_has_none() -> None:
    assert sums_of(f"{A}  a.gguf\n{B}  a.gguf\n{A}  a.gguf\n{B}  b.gguf".encode()) == {"b.gguf": B}


@pytest.mark.parametrize("name", ["../a", "/a", "", "a\\b", "a?b", "a#b", "a%2fb", ".."])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="no name of a file"):
        mirror_url("https://mirror.test", name)


def test_a_list_without_end_is_left(hub: Shelf, network: Network) -> None:
    hub.files["/SHA256SUMS"] = b"x" * (2 << 20)
    with pytest.raises(UserError) as refused:
        read_sums(hub.url, network)
    assert "longer than" in refused.value.why


def test_a_mirror_without_a_list_is_told(hub: Shelf, network: Network) -> None:
    with pytest.raises(UserError, match="does not have this file"):
        read_sums(hub.url, network)


@given(st.binary(max_size=300))
def test_whatever_comes_gives_plain_names_and_hashes(untrusted: bytes) -> None:
    for name, sha256 in sums_of(untrusted).items():
        assert len(sha256) == 64
        mirror_url("https://mirror.test", name)
