"""The catalogue: models worth getting, read from TOML files that an organisation can add to or replace."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta

from paddock.errors import UserError
from paddock.models.architectures import KNOWN
from paddock.models.catalogue_mistakes import mistakes_in_values
from paddock.models.header import Header
from paddock.models.vision_beside import VisionPart
from paddock.models.vision_fit import Tower, need_of_tower

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.models.header import Value
    from paddock.models.vision_fit import VisionNeed

MAX_FILE_BYTES: Final = 4 << 20
MAX_FILES: Final = 200
_WHERE: Final = re.compile(r"\s*- at `\$(?:\.model\[(?P<model>\d+)\])?(?P<rest>[^`]*)`")

Words = Annotated[str, Meta(min_length=1, max_length=300)]
Small = Annotated[int, Meta(ge=1, le=1 << 24)]
Group = Literal["small", "balanced", "large"]
# "hub:owner/repo/file" or "index:package/version/file": where to get it is the fetcher's to know.
Source = Annotated[str, Meta(pattern=r"^(hub|index):[\w.+-]+/[\w.+-]+/[\w.+/-]+\.gguf$", max_length=400)]


def _shipped() -> Path:
    """Return the folder of the program's own catalogue: beside the sources, or where a wheel puts its data."""
    beside = Path(__file__).parents[3] / "resources" / "catalog"
    return beside if beside.is_dir() else Path(sys.prefix) / "share" / "paddock" / "catalog"


SHIPPED: Final = _shipped()


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of a model's header that memory depends on, by the names GGUF gives them."""

    architecture: Annotated[str, Meta(pattern="^[a-z0-9_.-]{1,40}$")]
    layers: Annotated[int, Meta(ge=1, le=512)]
    embedding_length: Small
    feed_forward_length: Small
    heads: Annotated[int, Meta(ge=1, le=1 << 16)]
    kv_heads: Annotated[int, Meta(ge=1, le=1 << 16)]
    vocabulary: Small
    key_length: Annotated[int, Meta(ge=1, le=1 << 16)] | None = None
    value_length: Annotated[int, Meta(ge=1, le=1 << 16)] | None = None
    sliding_window: Small | None = None


class Vision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part that looks at pictures, in a file of its own that is not fetched: what its memory depends on."""

    size_bytes: Annotated[int, Meta(ge=1, le=1 << 40)]
    projector: Annotated[str, Meta(pattern="^[a-z0-9_.-]{1,40}$")]
    image_size: Annotated[int, Meta(ge=1, le=1 << 13)]
    patch_size: Annotated[int, Meta(ge=1, le=1 << 13)]
    embedding_length: Small
    feed_forward_length: Small
    merge: Annotated[int, Meta(ge=1, le=64)] | None = None

    def need(self, width: int) -> VisionNeed:
        """Return what it would take beside a model of that width."""
        tower = Tower(
            projector=self.projector,
            image_size=self.image_size,
            patch_size=self.patch_size,
            embedding_length=self.embedding_length,
            feed_forward_length=self.feed_forward_length,
            merge=self.merge or 0,
            projected=(width, width),
        )
        return need_of_tower(self.size_bytes, tower)


class CatalogueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a model. An empty `sha256`: nobody vouches for it, so the first download notes what it saw."""

    quantization: Annotated[str, Meta(pattern=r"^[A-Z0-9_]{2,20}$")]
    size_bytes: Annotated[int, Meta(ge=1, le=1 << 44)]
    sources: Annotated[tuple[Source, ...], Meta(min_length=1, max_length=20)]
    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""
    size_is_exact: bool = True

    @property
    def name(self) -> str:
        """Return the file's own name."""
        return self.sources[0].rpartition("/")[2]

    @property
    def vouched(self) -> str:
        """Return in words whether the catalogue knows what the file must be."""
        return "hash known" if self.sha256 else "hash unknown: the first download is noted as seen, not vouched for"


class CatalogueModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model that can be got; the first file is the one to take."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,79}$")]
    name: Words
    maker: Words
    kind: Literal["chat", "embedding", "reranking"]
    group: Group
    licence: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,59}$")]
    context_tokens: Annotated[int, Meta(ge=1, le=1 << 30)]
    parameters: Annotated[int, Meta(ge=1, le=1 << 50)]
    shape: Shape
    files: Annotated[tuple[CatalogueFile, ...], Meta(min_length=1, max_length=40)] = msgspec.field(name="file")
    languages: Annotated[tuple[Annotated[str, Meta(pattern="^[a-z]{2,3}$")], ...], Meta(max_length=200)] = ()
    prompt: Annotated[str, Meta(max_length=1000)] = ""
    vision: Vision | None = None

    @property
    def vision_part(self) -> VisionPart | None:
        """Return what its vision part would take, where the catalogue tells of one."""
        if self.vision is None:
            return None
        return VisionPart("", self.vision.need(self.shape.embedding_length))

    def header(self, file: CatalogueFile) -> Header:
        """Return a header as the file's own would be, as far as memory depends on it; it has no tensors."""
        shape, prefix = self.shape, self.shape.architecture
        values: dict[str, Value | None] = {
            "general.architecture": prefix,
            f"{prefix}.block_count": shape.layers,
            f"{prefix}.context_length": self.context_tokens,
            f"{prefix}.embedding_length": shape.embedding_length,
            f"{prefix}.feed_forward_length": shape.feed_forward_length,
            f"{prefix}.attention.head_count": shape.heads,
            f"{prefix}.attention.head_count_kv": shape.kv_heads,
            f"{prefix}.vocab_size": shape.vocabulary,
            f"{prefix}.attention.key_length": shape.key_length,
            f"{prefix}.attention.value_length": shape.value_length,
            f"{prefix}.attention.sliding_window": shape.sliding_window,
        }
        return Header(
            path=Path(file.name),
            file_bytes=file.size_bytes,
            version=3,
            byte_order="little",
            alignment=32,
            metadata={key: value for key, value in values.items() if value is not None},
            tensors=(),
            data_offset=0,
        )


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One TOML file of the catalogue."""

    model: Annotated[tuple[CatalogueModel, ...], Meta(min_length=1, max_length=1000)]


def read_catalogue(folders: Sequence[Path]) -> tuple[CatalogueModel, ...]:
    """Return all models of the folders' TOML files. A later folder's model takes the place of one with the same id.

    A folder that is not there counts as empty. Raises UserError with the first mistake and where it stands.
    """
    found: dict[str, CatalogueModel] = {}
    for folder in folders:
        mistakes, models = _read(folder)
        if mistakes:
            raise UserError(
                "The catalogue of models cannot be used.",
                f"{folder}{os.sep}{mistakes[0]}",
                "Mend the file, or take it away.",
            )
        found |= {model.id: model for model in models}
    return tuple(found.values())


def mistakes_in(path: Path) -> tuple[str, ...]:
    """Return every mistake in a catalogue's file or folder, each with the file and the entry or line it stands in."""
    if not path.exists():
        return (f"{path}: there is no such file or folder.",)
    mistakes, models = _read(path)
    if not mistakes and not models:
        mistakes.append(f"{path}: there is no .toml file in it.")
    return tuple(mistakes)


def _read(path: Path) -> tuple[list[str], list[CatalogueModel]]:
    mistakes: list[str] = []
    models: list[CatalogueModel] = []
    owner: dict[str, str] = {}
    for file in _toml_files(path):
        try:
            listed = _decode(file)
        except ValueError as error:
            mistakes += [f"{file.name}: {one}" for one in error.args]
            continue
        for model in listed:
            where = f"{file.name}: model “{model.id}”"
            if model.id in owner:
                mistakes.append(f"{where} stands twice, here and in {owner[model.id]}.")
            if model.shape.architecture not in KNOWN:
                mistakes.append(f"{where} is of the architecture “{model.shape.architecture}”, which cannot be run.")
            mistakes += _mistakes_in_vision(model, where)
            quantizations = [one.quantization for one in model.files]
            if len(set(quantizations)) != len(quantizations):
                mistakes.append(f"{where} lists a quantization twice.")
            owner[model.id] = file.name
            models.append(model)
    return mistakes, models


def _mistakes_in_vision(model: CatalogueModel, where: str) -> Iterator[str]:
    if model.vision is not None and model.vision.patch_size > model.vision.image_size:
        yield f"{where} has a vision part whose patches are larger than its pictures."
    elif model.vision_part is not None and not model.vision_part.need.known:
        yield f"{where} has a vision part of which nobody knows what a picture takes."


def _toml_files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.iterdir() if file.suffix == ".toml" and file.is_file())[:MAX_FILES]
    elif path.exists():
        yield path


def _decode(file: Path) -> tuple[CatalogueModel, ...]:
    """Return the file's models. Raises ValueError with a sentence for each mistake that says where it is."""
    try:
        if not file.is_file():  # a device or a pipe has no end
            raise ValueError("it is not a file.")
        if file.stat().st_size > MAX_FILE_BYTES:
            raise ValueError(f"it is larger than {MAX_FILE_BYTES >> 20} MiB.")
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ValueError(f"it cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8 text.") from error
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"it is not TOML: {error}.") from error
    try:
        return msgspec.convert(values, _File).model
    except msgspec.ValidationError as error:
        every = list(mistakes_in_values(values, _File)) or [str(error)]
        raise ValueError(*(_in_words(one, values) for one in every)) from error


def _in_words(error: str, values: dict[str, object]) -> str:
    """Return msgspec's sentence with the entry it speaks of: “model “llama…”, file[0].sha256: …”."""
    found = _WHERE.search(error)
    said = error[: found.start()] if found else error
    models = values.get("model")
    entry = ""
    if found and found["model"] and isinstance(models, list):
        place = int(found["model"])
        named = models[place].get("id") if isinstance(models[place], dict) else None
        entry = f"model “{named}”" if isinstance(named, str) else f"model number {place + 1}"
    field = found["rest"].removeprefix(".") if found else ""
    where = ", ".join(part for part in (entry, field) if part)
    return f"{where}: {said}." if where else f"{said}."
