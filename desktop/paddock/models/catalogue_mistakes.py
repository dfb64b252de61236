"""Every mistake in a catalogue's values: msgspec itself ends at the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator


def mistakes_in_values(value: object, kind: Any, path: str = "$") -> Iterator[str]:
    """Yield a sentence of msgspec's for each field of `value` that is not as `kind` has it, with where it stands."""
    inner = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if _is_struct(inner) and isinstance(value, dict):
        fields = {field.encode_name: field for field in msgspec.structs.fields(inner)}
        for name in value:
            if name not in fields:
                yield f"Object contains unknown field `{name}` - at `{path}`"
        for name, field in fields.items():
            if name in value:
                yield from mistakes_in_values(value[name], field.type, f"{path}.{name}")
            elif field.required:
                yield f"Object missing required field `{name}` - at `{path}`"
        return
    items = get_args(inner)
    if get_origin(inner) is tuple and _is_struct(items[0]) and isinstance(value, list):
        found = [one for at, item in enumerate(value) for one in mistakes_in_values(item, items[0], f"{path}[{at}]")]
        if found:
            yield from found
            return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        said, _, where = str(error).partition(" - at `$")
        yield f"{said} - at `{path}{where or '`'}"


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
