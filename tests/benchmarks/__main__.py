"""`python -m tests.benchmarks [--json FILE] [--model GGUF] [--only PART]`: every figure beside its yardstick.

`--only documents` is reading, embedding, library, asking and dropping. `--folder` gives PDFs to read in place of those
made here; a million passages take a quarter of an hour to make, `--passages` makes fewer.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import platform
from pathlib import Path

import dev

from tests.benchmarks import (
    asking_speed,
    download_speed,
    embedding_speed,
    engine_speed,
    header_speed,
    library_speed,
    reading_speed,
    store_speed,
    window_speed,
)
from tests.benchmarks.figures import HEADING, Figure

DOCUMENTS = ("reading", "embedding", "library", "asking", "dropping")


def main() -> int:
    """Measure, print the table, and write the figures where asked; 1 where an aim was missed."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    parser.add_argument("--model", type=Path, default=dev.starter_path(), metavar="GGUF")
    parser.add_argument(
        "--only", choices=("documents", "engine", "store", "window", "models", "downloading", *DOCUMENTS)
    )
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="read the PDFs below this folder")
    parser.add_argument("--passages", type=int, default=library_speed.PASSAGES, metavar="NUMBER")
    asked = parser.parse_args()
    print(f"{_machine()}; model {asked.model.name}\n\n{HEADING}", flush=True)  # noqa: T201
    parts = {
        "engine": lambda: engine_speed.figures(asked.model),
        "store": store_speed.figures,
        "window": window_speed.figures,
        "models": lambda: [*header_speed.figures(), *window_speed.models()],
        "reading": lambda: reading_speed.figures(asked.folder),
        "embedding": lambda: embedding_speed.figures(dev.embedder_path()),
        "library": lambda: library_speed.figures(dev.embedder_path(), asked.passages),
        "asking": lambda: asking_speed.figures(asked.model, dev.embedder_path()),
        "dropping": window_speed.dropping,
        "downloading": download_speed.figures,
    }
    wanted = {"documents": DOCUMENTS, None: tuple(parts)}.get(asked.only, (asked.only,))
    measured: list[Figure] = []
    for name, figures in parts.items():
        if name in wanted:
            for figure in figures():
                measured.append(figure)
                print(figure.row(), flush=True)  # noqa: T201
    if asked.json:
        rows = [{**dataclasses.asdict(figure), "met": figure.met} for figure in measured]
        asked.json.write_text(json.dumps({"machine": _machine(), "figures": rows}, indent=2) + "\n", encoding="utf-8")
    return 0 if all(figure.met for figure in measured) else 1


def _machine() -> str:
    cores = [line for line in dev.text_of("/proc/cpuinfo").splitlines() if line.startswith("model name")]
    processor = cores[0].split(":")[1].strip() if cores else platform.processor()
    return f"{len(cores)} x {processor}, {platform.system()} {platform.release()}, Python {platform.python_version()}"


if __name__ == "__main__":
    raise SystemExit(main())
