"""What the part of a model that looks at pictures would take, were it loaded: its tensors, and a step over a picture.

Paddock loads none (docs/decisions/0017). The sums follow the clip.cpp of the llama.cpp in this build: all tensors lie
in one buffer, and the graph is reserved for one picture while loading. How many rows of it are held at once was read
off its own log, for each kind of part listed here at the sizes of real models (docs/models.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.models.architectures import VISION_INSIDE, VISION_TENSORS
from paddock.models.card import size_in_words

if TYPE_CHECKING:
    from paddock.models.header import Header

_NUMBER: Final = 4  # f32, in which every step is computed
_F32: Final = 0  # its number among the tensor types
_MATRIX: Final = 2
# As clip.cpp refuses beyond; a damaged file must not make absurd sums.
_MOST: Final = {"image_size": 8192, "patch_size": 1 << 15, "embedding_length": 1 << 20, "feed_forward_length": 1 << 24}
_MOST_MERGED: Final = 64
_MOST_STACKED: Final = 64


@dataclass(frozen=True)
class _Kind:
    """One kind of part, by the name of its projector.

    `rows`: how many hidden states of a whole picture are held at once, besides `forward` rows of the feed-forward and,
    if `pixels`, the picture itself. `tokens`: room is reserved for a picture of so many tokens a side; 0: of the file's
    own size. `merge`: so many patches a side become a token where the file does not say. `window`: there is a mask
    between all patches.
    """

    rows: float
    forward: int = 1
    pixels: bool = True
    tokens: int = 0
    merge: int = 1
    window: bool = False


_KINDS: Final = {
    "mlp": _Kind(rows=3),
    "gemma3": _Kind(rows=3, pixels=False, merge=4),
    "idefics3": _Kind(rows=3, pixels=False),
    "internvl": _Kind(rows=3, pixels=False),
    "janus_pro": _Kind(rows=3, pixels=False),
    "lfm2": _Kind(rows=3, pixels=False, tokens=16),
    "kimivl": _Kind(rows=3.5, tokens=16),
    "pixtral": _Kind(rows=7.5, forward=2, tokens=16),
    "lightonocr": _Kind(rows=7.5, forward=2, tokens=16),
    "gemma4v": _Kind(rows=3, forward=3, tokens=16, merge=3),
    "llama4": _Kind(rows=2),
    "qwen2vl_merger": _Kind(rows=2, tokens=46, merge=2),
    "qwen2.5vl_merger": _Kind(rows=4, tokens=46, merge=2, window=True),
    "qwen3vl_merger": _Kind(rows=2, tokens=46, merge=2),
}
_HALFWAY_ROWS: Final = 9  # Qwen3-VL hands on what layers halfway see
_STACKED_ROWS: Final = 2.5  # Granite Vision puts the outcomes of several layers side by side: for each of them


@dataclass(frozen=True)
class VisionNeed:
    """What a vision part would take. `picture_bytes` is one step over a picture of `picture_side` pixels a side.

    Both are 0 where the header does not tell, or this program does not know that kind: then the sum is not known.
    """

    weights_bytes: int
    picture_bytes: int
    picture_side: int

    @property
    def known(self) -> bool:
        """Return whether more is known than the weights."""
        return self.picture_bytes > 0

    @property
    def total_bytes(self) -> int:
        """Return the sum, as far as it is known."""
        return self.weights_bytes + self.picture_bytes

    @property
    def sentence(self) -> str:
        """Return it in words, to stand after “it would take”."""
        weights = size_in_words(self.weights_bytes)
        if not self.known:
            return f"{weights} of weights, and what a picture takes, which its header does not tell"
        picture = f"{size_in_words(self.picture_bytes)} for a picture of {self.picture_side:,} × {self.picture_side:,}"
        return f"{size_in_words(self.total_bytes)}: {weights} of weights, {picture}"


@dataclass(frozen=True)
class Tower:
    """The numbers that one step over a picture depends on.

    `projected` tells how many numbers a token has after each of the projector's last matrices; `stacked`, how many
    layers' outcomes are put side by side; `halfway`, of how many layers what they see is handed on by a projector of
    its own; `kernel_bytes`, what a number of the matrix takes that cuts the patches.
    """

    projector: str
    image_size: int
    patch_size: int
    embedding_length: int
    feed_forward_length: int
    merge: int = 0
    projected: tuple[int, ...] = ()
    stacked: int = 0
    halfway: int = 0
    kernel_bytes: int = 2
    class_tokens: int = 0


def has_vision_inside(header: Header) -> bool:
    """Return whether a model's own file carries its vision part, as Ollama writes some."""
    return not _is_part(header) and any(tensor.name.startswith(VISION_INSIDE) for tensor in header.tensors)


def vision_bytes_inside(header: Header) -> int:
    """Return how many of a model's weights are its vision part's."""
    if not has_vision_inside(header):
        return 0
    return sum(tensor.size_bytes for tensor in header.tensors if tensor.name.startswith(VISION_TENSORS))


def vision_need(header: Header) -> VisionNeed | None:
    """Return what a vision part would take, alone or inside a model's file; None for what looks at no pictures.

    A part for sound in the same file counts with its weights alone.
    """
    if _is_part(header):
        if header.metadata.get("clip.has_vision_encoder") is False:
            return None
        weights = header.tensor_bytes
    elif has_vision_inside(header):
        weights = vision_bytes_inside(header)
    else:
        return None
    return need_of_tower(weights, _tower(header))


def need_of_tower(weights_bytes: int, tower: Tower) -> VisionNeed:
    """Return what a part of these weights and this shape takes."""
    kind = _KINDS.get(tower.projector)
    shape = {key: getattr(tower, key) for key in _MOST}
    if kind is None or any(not 0 < shape[key] <= most for key, most in _MOST.items()):
        return VisionNeed(weights_bytes, 0, 0)
    merge = min(tower.merge or kind.merge, _MOST_MERGED)
    side = kind.tokens * tower.patch_size * merge or tower.image_size
    if side > _MOST["image_size"]:
        return VisionNeed(weights_bytes, 0, 0)
    return VisionNeed(weights_bytes, _picture_bytes(kind, tower, side, merge), side)


def _picture_bytes(kind: _Kind, tower: Tower, side: int, merge: int) -> int:
    """Return the largest of what is held at once: as patches are cut, in a layer, or where the parts are handed on."""
    patches = (side // tower.patch_size) ** 2
    hidden = (patches + tower.class_tokens) * tower.embedding_length * _NUMBER
    pixels = side * side * 3 * _NUMBER
    forward = hidden // tower.embedding_length * tower.feed_forward_length
    cut = pixels + pixels // _NUMBER * tower.kernel_bytes + hidden
    layer = kind.forward * forward + kind.rows * hidden + kind.pixels * pixels
    layer += patches * patches * (_NUMBER + 2) if kind.window else 0  # the mask, and as f16
    tokens = patches // merge**2 * _NUMBER
    handed_on = tokens * sum(tower.projected) + hidden + pixels
    if tower.halfway:
        layer = max(layer, _HALFWAY_ROWS * hidden + pixels)
        handed_on = tokens * (2 * tower.halfway + 2) * (tower.projected[-1] if tower.projected else 0) + 2 * pixels
    layer = max(layer, _STACKED_ROWS * tower.stacked * hidden + pixels)
    return int(max(cut, layer, handed_on))


# ---------------------------------------------------------------- what the header says


def _is_part(header: Header) -> bool:
    return header.architecture == "clip"


def _tower(header: Header) -> Tower:
    own = "clip.vision." if _is_part(header) else f"{header.architecture}.vision."
    projector = header.text("clip.projector_type") or header.text("clip.vision.projector_type")
    scale = header.number(own + "projector.scale_factor") or header.number(own + "spatial_merge_size") or 0
    kernel = next((one for one in header.tensors if one.name.startswith("v.patch_embd.weight")), None)
    names = {tensor.name for tensor in header.tensors}
    return Tower(
        projector=projector or header.architecture,
        image_size=header.number(own + "image_size") or 0,
        patch_size=header.number(own + "patch_size") or 0,
        embedding_length=header.number(own + "embedding_length") or 0,
        feed_forward_length=header.number(own + "feed_forward_length") or 0,
        merge=max(0, scale),
        projected=_projected(header),
        stacked=min(len(header.numbers(own + "feature_layer")), _MOST_STACKED),
        halfway=len({name.split(".")[2] for name in names if name.startswith("v.deepstack.")}),
        kernel_bytes=_NUMBER if kernel is not None and kernel.type_id == _F32 else 2,
        class_tokens=int("v.class_embd" in names),
    )


def _projected(header: Header) -> tuple[int, ...]:
    """Return how many numbers a token has after each of the projector's last two matrices, which are held together."""
    matrices = [one for one in header.tensors if one.name.startswith("mm.") and len(one.dims) == _MATRIX]
    return tuple(one.dims[1] for one in sorted(matrices, key=lambda one: one.name)[-2:])
