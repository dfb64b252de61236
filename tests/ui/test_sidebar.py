"""The list of chats: what stands where."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def test_chats_dated_in_the_future_stand_last_under_a_heading_of_their_own(person: Person) -> None:
    store, rows = person.paddock.chats, person.window.sidebar.rows
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    for title, days in (("ahead", 4000), ("now", 0), ("old", -1), ("further ahead", 9000)):
        chat = store.create_chat(title)
        with person.paddock.vault.write() as db:
            db.execute(
                "UPDATE chat SET updated_at = ? WHERE id = ?", ((now + timedelta(days=days)).timestamp(), chat.id)
            )
    rows.show(store.chats(), store.folders(), now)
    shown = [row.text for row in rows._rows]
    assert shown == ["Today", "now", "Yesterday", "old", "Dated in the future", "further ahead", "ahead"]
    person.settle()
