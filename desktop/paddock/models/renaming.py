"""Gives a model another name, with all that is known of it by the old one, or leaves everything as it was."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from paddock.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.verifying import Verifier
    from paddock.settings import SettingsFile

_DEFAULTS = ("model", "embedder", "reranker")


def rename_model(
    models: InstalledModels,
    verifier: Verifier,
    settings: SettingsFile,
    tell_chats: Callable[[str, str], None] | None,
    name: str,
    new_name: str,
) -> InstalledModel:
    """Rename the files; looks, options and defaults go along, and `tell_chats` takes the old and the new name.

    Raises ModelMissing, UserError, OSError; nothing was renamed then.
    """
    before = models.installed(name)
    named_so = [key for key in _DEFAULTS if getattr(settings.current, key) == before.name]
    if any(key in settings.governed for key in named_so):
        raise UserError("The model is fixed by a policy.", "", "Ask your administrator.")
    after = models.rename(before.name, new_name)
    try:
        verifier.follow(before, after)
        if named_so:
            settings.change(**dict.fromkeys(named_so, after.name))
        if tell_chats is not None:
            tell_chats(before.name, after.name)
    except (UserError, OSError):
        models.rename(after.name, before.name)
        if named_so:
            with contextlib.suppress(OSError):
                settings.change(**dict.fromkeys(named_so, before.name))
        raise
    return after
