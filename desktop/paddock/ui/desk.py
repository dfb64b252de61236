"""What every page is handed: the program, the pool, the look, and the ways to speak to the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.ui.changes import Changes
    from paddock.ui.documents.feed import LibraryFeed
    from paddock.ui.icons import Icons
    from paddock.ui.notices import Notices
    from paddock.ui.preferences import Preferences
    from paddock.ui.shortcuts import Shortcuts
    from paddock.ui.tasks import Tasks
    from paddock.ui.theme import Theme


@dataclass(frozen=True)
class Desk:
    """Made once by `application.py` and passed down."""

    paddock: Paddock
    tasks: Tasks
    preferences: Preferences
    changes: Changes
    theme: Theme
    icons: Icons
    shortcuts: Shortcuts
    notices: Notices
    documents: LibraryFeed
