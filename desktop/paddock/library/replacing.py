"""Tells where another embedder could take the place of the one that serves, and which ones a person does not want."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.library.embedders import known_embedders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paddock.vault.vault import Vault


@dataclass(frozen=True)
class Replacement:
    """An embedder that could take the place of the one that made the vectors, or is taking it.

    `made_by` is the name of the one that serves. `begun`: vectors are being made, `done` of `total` passages so far.
    """

    sha256: str
    name: str
    made_by: str
    begun: bool
    done: int
    total: int


def replacement(vault: Vault, installed: Mapping[str, str], *, unasked: bool = False) -> Replacement | None:
    """Return what can take the serving embedder's place, or takes it; None where there is nothing to say of that.

    `installed` are names by SHA-256. `unasked`: one that was declined is returned as well.
    """
    known = known_embedders(vault)
    if not known or not known[0].serving:
        return None
    serving, *others = known
    for one in others:
        if (sha256 := one.identity.sha256) in installed:
            if one.whole:  # it serves in a moment
                return None
            return Replacement(
                sha256, one.identity.name, serving.identity.name, begun=True, done=one.done, total=one.total
            )
    if not unasked and serving.identity.sha256 not in installed:
        return None  # another follows by itself
    passed_over = {serving.identity.sha256, *(() if unasked else _declined(vault))}
    return next(
        (
            Replacement(sha256, name, serving.identity.name, begun=False, done=0, total=serving.total)
            for sha256, name in installed.items()
            if sha256 not in passed_over
        ),
        None,
    )


def decline(vault: Vault, sha256: str) -> None:
    """Keep in mind that a person does not want this embedder."""
    with vault.write() as connection:
        connection.execute("INSERT INTO declined_embedder VALUES (?) ON CONFLICT DO NOTHING", (sha256,))


def accept(vault: Vault, sha256: str) -> None:
    """Forget that this embedder was not wanted; the one that serves is not to be offered once it took its place."""
    for known in known_embedders(vault):
        if known.serving:
            decline(vault, known.identity.sha256)
    with vault.write() as connection:
        connection.execute("DELETE FROM declined_embedder WHERE sha256 = ?", (sha256,))


def _declined(vault: Vault) -> set[str]:
    with vault.read() as connection:
        return {str(sha256) for (sha256,) in connection.execute("SELECT sha256 FROM declined_embedder")}
