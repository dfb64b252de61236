"""Why nothing is fetched, in sentences: the network turned off, nobody there, or what the fetcher itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.errors import Cancelled, NeedsToken, UserError

if TYPE_CHECKING:
    from paddock.fetcher.protocol import Failed


def network_off(*, by_policy: bool) -> UserError:
    """Return why nothing is fetched where the network is turned off."""
    if by_policy:
        return UserError(
            "The network is turned off by a policy.", "", "Import a model file, or ask your administrator."
        )
    return UserError(
        "The network is turned off in the settings.",
        "",
        "Turn it on and start Paddock again, or import a model file.",
    )


def not_before_next_start() -> UserError:
    """Return why nothing is fetched where the network was turned off and may be used again."""
    return UserError(
        "Nothing can be fetched until Paddock is opened again.",
        "The network was turned off, and what fetches models is started with Paddock alone.",
        "Close Paddock and open it again, or import a model file.",
    )


def folder_moved() -> UserError:
    """Return why nothing is fetched once the models folder lies elsewhere."""
    return UserError(
        "Nothing can be fetched until Paddock is opened again.",
        "The models folder was moved, and what fetches models knows the old place alone.",
        "Close Paddock and open it again, or import a model file.",
    )


def nobody_there() -> UserError:
    """Return why nothing is fetched where the doorkeeper has ended."""
    return UserError(
        "Nothing can be fetched now.",
        "The only part of Paddock that may use the network has ended.",
        "Close Paddock and open it again, or import a model file.",
    )


def as_error(failed: Failed) -> UserError:
    """Return what the fetcher says as an error of its own kind."""
    error = {"stopped": Cancelled, "needs token": NeedsToken}.get(failed.reason, UserError)
    return error(failed.what, failed.why, failed.next_step)
