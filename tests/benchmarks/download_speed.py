"""Downloading: the fetcher, from the request to the verified file at its name, against curl from the same server.

`python -m tests.benchmarks.download_speed [--folder FOLDER]`; the file is written below FOLDER, or a temporary one.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from paddock.fetcher.https import Network
from paddock.fetcher.transfer import Download, transfer
from tests.benchmarks.figures import HEADING, Figure
from tests.benchmarks.serving_child import content
from tests.fetcher.authority import make_authority

_ROUNDS: Final = 7
_BYTES: Final = 600_000_000


def figures(folder: Path | None = None) -> list[Figure]:
    """Fetch the same file with both, in alternating rounds."""
    curl = shutil.which("curl")
    if curl is None:
        raise SystemExit("The yardstick is curl, and there is none: install it, then measure again.")
    digest = hashlib.sha256()
    for block in content(_BYTES):
        digest.update(block)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        authority = make_authority(place)
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.serving_child", str(authority.served), str(_BYTES)],
            stdout=subprocess.PIPE,
        )
        if server.stdout is None:
            raise AssertionError("started with a pipe")
        try:
            url = f"https://127.0.0.1:{int(server.stdout.readline())}/model.gguf"
            network = Network.of({"SSL_CERT_FILE": str(authority.file)})
            download = Download((url,), place / "ours", digest.hexdigest())
            yardstick = [curl, "-sS", "--cacert", str(authority.file), "-o", str(place / "theirs"), url]
            ours, theirs, processor_s = [], [], []
            for _ in range(_ROUNDS):
                began_s = time.perf_counter()
                subprocess.check_call(yardstick)
                theirs.append(_BYTES / (time.perf_counter() - began_s))
                (place / "theirs").unlink()
                began_s, used_s = time.perf_counter(), time.process_time()
                transfer(download, network, lambda _progress: None)
                ours.append(_BYTES / (time.perf_counter() - began_s))
                processor_s.append(time.process_time() - used_s)
                (place / "ours").unlink()
        finally:
            server.kill()
            server.communicate()
    shares = [mine / curls for mine, curls in zip(ours, theirs, strict=True)]
    return [
        Figure(
            "fetching over HTTPS, hash and flush to disk included ÷ curl", statistics.median(shares), "", 0.9,
            at_most=False,
            measured=f"{statistics.median(ours) / 1e6:,.0f} MB/s of a {_BYTES / 1e6:,.0f} MB file, "
            f"{statistics.median(processor_s):.2f} s of processor; {min(shares):.2f}–{max(shares):.2f}",
            yardstick=f"curl without hash and flush, {statistics.median(theirs) / 1e6:,.0f} MB/s",
        )
    ]  # fmt: skip


def main() -> int:
    """Print the figure; 1 where the aim was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.download_speed", description=__doc__)
    parser.add_argument("--folder", type=Path, metavar="FOLDER")
    measured = figures(parser.parse_args().folder)
    print(HEADING)  # noqa: T201
    for figure in measured:
        print(figure.row())  # noqa: T201
    return 0 if all(figure.met for figure in measured) else 1


if __name__ == "__main__":
    raise SystemExit(main())
