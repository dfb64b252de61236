"""Other programs' models are found where they keep them, on request, and nothing there is touched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from paddock.models.elsewhere import found_elsewhere, gguf_files
from paddock.models.installed import InstalledModels
from tests.models.building import build
from tests.models.test_modelfile import write_split

if TYPE_CHECKING:
    from pathlib import Path

GOOD = build().data
DIGEST = "ab" * 32


def write(path: Path, data: bytes = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def ollama(root: Path, name: str = "library/llama3.2/1b", digest: str = f"sha256:{DIGEST}") -> Path:
    layers = [
        {"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:" + "cd" * 32, "size": 3},
        {"mediaType": "application/vnd.ollama.image.model", "digest": digest, "size": len(GOOD)},
    ]
    manifest = {"schemaVersion": 2, "config": {}, "layers": layers}
    write(root / "manifests" / "a.registry" / name, json.dumps(manifest).encode())
    return write(root / "blobs" / f"sha256-{DIGEST}")


def test_every_programs_folder_is_looked_into(tmp_path: Path) -> None:
    blob = ollama(tmp_path / ".ollama" / "models")
    studio = write(tmp_path / ".lmstudio/models/maker/repo/Alpha-Q4_0.gguf")
    jan = write(tmp_path / ".local/share/Jan/data/llamacpp/models/beta/model.gguf")
    everyone = write(tmp_path / ".local/share/nomic.ai/GPT4All/Gamma.gguf")
    write(tmp_path / ".local/share/nomic.ai/GPT4All/notes.txt")
    found = {one.program: one for one in found_elsewhere(tmp_path, {})}
    assert {program: (one.name, one.path) for program, one in found.items()} == {
        "Ollama": ("llama3.2:1b", blob),
        "LM Studio": ("Alpha-Q4_0", studio),
        "Jan": ("beta", jan),
        "GPT4All": ("Gamma", everyone),
    }
    assert all(one.size_bytes == len(GOOD) for one in found.values())


def test_folders_named_by_the_environment_count(tmp_path: Path) -> None:
    blob = ollama(tmp_path / "elsewhere", "someone/own/latest")
    gamma = write(tmp_path / "local" / "nomic.ai" / "GPT4All" / "Gamma.gguf")
    environment = {"OLLAMA_MODELS": str(tmp_path / "elsewhere"), "LOCALAPPDATA": str(tmp_path / "local")}
    found = found_elsewhere(tmp_path / "home", environment)
    assert [(one.name, one.path) for one in found] == [("Gamma", gamma), ("someone/own:latest", blob)]
    assert found_elsewhere(tmp_path / "home", {}) == ()


def test_manifests_that_lie_lead_nowhere(tmp_path: Path) -> None:
    root = tmp_path / ".ollama" / "models"
    for place, digest in enumerate(("sha256:../../../etc/passwd", "sha256:" + "ab" * 31, "", f"sha256:{DIGEST}/..")):
        ollama(root, f"library/bad{place}/x", digest)
    write(root / "manifests" / "a.registry" / "library" / "torn" / "x", b'{"layers": [')
    write(root / "manifests" / "a.registry" / "library" / "huge" / "x", b" " * (2 << 20))
    write(root / "manifests" / "a.registry" / "library" / "bytes" / "x", b"\xff\xfe")
    assert found_elsewhere(tmp_path, {}) == ()


def test_a_folder_is_walked_within_bounds_and_never_in_circles(tmp_path: Path) -> None:
    write_split(tmp_path, 3)
    deep = write(tmp_path / "a" / "b" / "Deep.GGUF")
    (tmp_path / "a" / "round").symlink_to(tmp_path, target_is_directory=True)
    too_deep = tmp_path.joinpath(*"abcdefghij")
    write(too_deep / "lost.gguf")
    assert gguf_files(tmp_path) == (deep, tmp_path / "big-00001-of-00003.gguf")
    assert gguf_files(tmp_path / "nowhere") == ()


def test_what_was_found_is_linked_under_its_name_and_stays_where_it_is(tmp_path: Path) -> None:
    blob = ollama(tmp_path / ".ollama" / "models")
    models = InstalledModels(tmp_path / "models", tmp_path / "links.json", tmp_path / "hashes.json")
    model = models.import_link(blob, "llama3.2-1b")
    assert (model.name, model.linked, model.usable) == ("llama3.2-1b", True, True)
    assert models.remove("llama3.2-1b") == 0
    assert blob.read_bytes() == GOOD
