"""Finds the model files other programs keep on this computer, when asked to; nothing is copied or changed."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.models.modelfile import SPLIT_NAME, are_parts_of_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_FILES: Final = 2000
_DEEPEST: Final = 6
_MANIFEST_BYTES: Final = 1 << 20
_WEIGHTS: Final = "application/vnd.ollama.image.model"
_DIGEST: Final = re.compile(r"sha256:([0-9a-f]{64})")
# Where each program keeps models: below the home folder, or below the folder an environment variable names.
_FOLDERS: Final = (
    ("LM Studio", "", ".lmstudio/models"),
    ("LM Studio", "", ".cache/lm-studio/models"),
    ("Jan", "", "jan/models"),
    ("Jan", "", ".local/share/Jan/data/llamacpp/models"),
    ("Jan", "", ".local/share/Jan/data/models"),
    ("Jan", "", "Library/Application Support/Jan/data/llamacpp/models"),
    ("Jan", "APPDATA", "Jan/data/llamacpp/models"),
    ("GPT4All", "", ".local/share/nomic.ai/GPT4All"),
    ("GPT4All", "", "Library/Application Support/nomic.ai/GPT4All"),
    ("GPT4All", "LOCALAPPDATA", "nomic.ai/GPT4All"),
)
_OLLAMA_FOLDERS: Final = (".ollama/models", "/usr/share/ollama/.ollama/models")


@dataclass(frozen=True)
class FoundModel:
    """A model another program keeps: `name` as that program calls it, `path` its (first) file."""

    program: str
    name: str
    path: Path
    size_bytes: int


class _Layer(msgspec.Struct, frozen=True):
    media_type: Annotated[str, Meta(max_length=200)] = msgspec.field(name="mediaType")
    digest: Annotated[str, Meta(max_length=200)]


class _Manifest(msgspec.Struct, frozen=True):
    layers: Annotated[tuple[_Layer, ...], Meta(max_length=1000)]


def found_elsewhere(home: Path | None = None, environment: Mapping[str, str] = os.environ) -> tuple[FoundModel, ...]:
    """Return the models of Ollama, LM Studio, Jan and GPT4All; what may not be read is passed over."""
    home = home or Path.home()
    found = [*_of_ollama(home, environment)]
    for program, variable, below in _FOLDERS:
        root = Path(environment[variable]) if variable and environment.get(variable) else None if variable else home
        if root is not None:
            found += [FoundModel(program, _name(path), path, _size(path)) for path in gguf_files(root / below)]
    unique = {str(one.path.absolute()): one for one in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.program, one.name.casefold(), str(one.path))))


def gguf_files(folder: Path) -> tuple[Path, ...]:
    """Return the model files in a folder and below, of a split one the first part; at most 2,000, in settled order."""
    found: list[Path] = []
    for path in _below(folder, _DEEPEST):
        split = SPLIT_NAME.fullmatch(path.name)
        if path.suffix.lower() == ".gguf" and (split is None or int(split["part"]) == 1):
            found.append(path)
            if len(found) == MOST_FILES:
                break
    return tuple(found)


def _below(folder: Path, deep: int) -> Iterator[Path]:
    """Yield the files; links to folders are not followed, so that nothing goes round in circles."""
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return  # not there, or not ours to read
    for path in inside:
        if os.path.isdir(path):  # noqa: PTH112 - False, too, of what may not be looked at
            if deep and not path.is_symlink():
                yield from _below(path, deep - 1)
        else:
            yield path


def _of_ollama(home: Path, environment: Mapping[str, str]) -> Iterator[FoundModel]:
    """Yield what Ollama's manifests name: NAME:TAG, and the blob that holds the weights."""
    named = environment.get("OLLAMA_MODELS")
    for root in (Path(named),) if named else tuple(home / folder for folder in _OLLAMA_FOLDERS):
        manifests = root / "manifests"
        for file in _below(manifests, _DEEPEST):
            blob = _blob(root, file)
            if blob is not None and os.path.isfile(blob):  # noqa: PTH113 - as below
                parts = file.relative_to(manifests).parts
                name = "/".join(part for part in parts[1:-1] if part != "library")
                yield FoundModel("Ollama", f"{name}:{parts[-1]}", blob, _size(blob))


def _blob(root: Path, manifest: Path) -> Path | None:
    try:
        if manifest.stat().st_size > _MANIFEST_BYTES:
            return None
        layers = msgspec.json.decode(manifest.read_bytes(), type=_Manifest).layers
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None  # not a manifest
    for layer in layers:
        digest = _DIGEST.fullmatch(layer.digest)
        if layer.media_type == _WEIGHTS and digest:
            return root / "blobs" / f"sha256-{digest[1]}"
    return None


def _name(path: Path) -> str:
    """Return the file's own name; where every model is called “model”, its folder's."""
    split = SPLIT_NAME.fullmatch(path.name)
    stem = split["stem"] if split else path.stem
    return path.parent.name if stem.lower() == "model" else stem


def _size(path: Path) -> int:
    """Return the bytes of the file, or of all parts that are there."""
    split = SPLIT_NAME.fullmatch(path.name)
    try:
        if split is None:
            return path.stat().st_size
        return sum(part.stat().st_size for part in path.parent.iterdir() if are_parts_of_one(part, path))
    except OSError:
        return 0
