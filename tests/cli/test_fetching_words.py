"""The line that tells a person at a terminal how far a download is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paddock.cli.fetching import _progress
from paddock.fetcher.protocol import HubChoice
from paddock.models.download import Download

AT = Download(1, "model.gguf", "model.gguf", HubChoice("a/b", "model.gguf"), "running", 250_000_000, 1_000_000_000, 5e6)


@pytest.mark.parametrize(
    ("now", "line"),
    [
        (AT, "250 MB of 1.0 GB, 25%, 5.0 MB/s, 2 min left: model.gguf"),
        (replace(AT, done=990_000_000), "990 MB of 1.0 GB, 99%, 5.0 MB/s, 2 s left: model.gguf"),
        (replace(AT, bytes_per_second=1e4), "250 MB of 1.0 GB, 25%, 10.0 kB/s, 20.8 h left: model.gguf"),
        (replace(AT, total=None), "250 MB, 5.0 MB/s: model.gguf"),
        (replace(AT, state="checking", bytes_per_second=None), "250 MB of 1.0 GB, 25%, checking: model.gguf"),
        (replace(AT, state="waiting", done=0, bytes_per_second=None), "Fetching model.gguf …"),
        (replace(AT, bytes_per_second=None, note="The line broke."), "The line broke."),
        (replace(AT, note="Begun anew."), "250 MB of 1.0 GB, 25%, 5.0 MB/s, 2 min left: model.gguf"),
    ],
)
def test_it_says_how_far_how_fast_and_how_long(now: Download, line: str) -> None:
    assert _progress(now) == line
