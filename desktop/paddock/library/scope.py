"""Turns a scope into a condition on the table `document`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.library.types import Scope


def condition(scope: Scope, alias: str = "document") -> tuple[str, dict[str, str | float]]:
    """Return an SQL condition on the table `document`, known as `alias`, and the values it names (`:scope_…`)."""
    parts: list[str] = []
    values: dict[str, str | float] = {}
    if scope.collections is not None or scope.documents is not None:
        values["scope_collections"] = json.dumps(scope.collections or ())
        values["scope_documents"] = json.dumps(scope.documents or ())
        parts.append(
            f"{alias}.id IN (SELECT value FROM json_each(:scope_documents) UNION SELECT m.document_id "  # noqa: S608 - our names
            "FROM json_each(:scope_collections) AS c JOIN membership AS m ON m.collection_id = c.value)"
        )
    if scope.formats is not None:
        values["scope_formats"] = json.dumps(scope.formats)
        parts.append(f"{alias}.format IN (SELECT value FROM json_each(:scope_formats))")  # noqa: S608 - our names
    if scope.since is not None:
        values["scope_since"] = scope.since
        parts.append(f"{alias}.modified_at >= :scope_since")
    if scope.until is not None:
        values["scope_until"] = scope.until
        parts.append(f"{alias}.modified_at < :scope_until")
    return " AND ".join(parts) or "1", values
