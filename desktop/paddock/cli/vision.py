"""What the commands tell of a vision part: it is not loaded, and what it would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.models.fit import Verdict
    from paddock.models.vision_beside import VisionPart


def vision_words(part: VisionPart) -> str:
    """Return it in one line."""
    named = f"{part.file_name}: " if part.file_name else ""
    return f"{named}not loaded here; it would take {part.need.sentence}."


def vision_facts(part: VisionPart | None, both: Verdict | None) -> dict[str, object] | None:
    """Return it for JSON, with the verdict on the model and its part together; None where there is no part."""
    if part is None:
        return None
    facts: dict[str, object] = {
        "file": part.file_name or None,
        "loaded": False,
        "needed_bytes": part.need.total_bytes if part.need.known else None,
        "weights_bytes": part.need.weights_bytes,
        "picture_bytes": part.need.picture_bytes or None,
        "picture_side": part.need.picture_side or None,
    }
    if both is None:
        return facts
    return facts | {"verdict_with_it": both.level, "needed_with_it_bytes": both.need.total_bytes}
