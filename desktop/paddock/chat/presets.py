"""Named sets of system prompt and sampling parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.chat.folders import clean_name
from paddock.chat.rows import as_json, sampling_of
from paddock.chat.shelf import Shelf, check_changed
from paddock.chat.types import Preset

if TYPE_CHECKING:
    from paddock.engine.protocol import Sampling

OWN = "null"  # what stands for "each model's own parameters" in a column that holds JSON


class Presets(Shelf):
    """Presets are copied into a chat's options when chosen; changing one later changes no chat."""

    def presets(self) -> list[Preset]:
        """Return all presets by name."""
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT id, name, system_prompt, sampling FROM preset")
            found = [
                Preset(number, name, prompt, None if sampling == OWN else sampling_of(sampling))
                for number, name, prompt, sampling in rows
            ]
        return sorted(found, key=lambda one: one.name.casefold())

    def save_preset(self, name: str, system_prompt: str, sampling: Sampling | None) -> Preset:
        """Make a preset, or replace what the one of that name holds. Raises UserError for an empty name."""
        name = clean_name(name)
        with self._vault.write() as db:
            rows: Any = list(
                db.execute(
                    "INSERT INTO preset (name, system_prompt, sampling) VALUES (?, ?, ?) ON CONFLICT (name) "
                    "DO UPDATE SET system_prompt = excluded.system_prompt, sampling = excluded.sampling RETURNING id",
                    (name, system_prompt, as_json(sampling) or OWN),
                )
            )
            number = rows[0][0]
            self._changed("presets")
        return Preset(number, name, system_prompt, sampling)

    def rename_preset(self, preset_id: int, name: str) -> None:
        """Rename a preset; one that had the name before is replaced. Raises UserError for an empty name, Gone."""
        name = clean_name(name)
        with self._vault.write() as db:
            db.execute("DELETE FROM preset WHERE name = ? AND id <> ?", (name, preset_id))
            db.execute("UPDATE preset SET name = ? WHERE id = ?", (name, preset_id))
            check_changed(db, "preset")
            self._changed("presets")

    def remove_preset(self, preset_id: int) -> None:
        """Remove a preset. Raises Gone."""
        with self._vault.write() as db:
            db.execute("DELETE FROM preset WHERE id = ?", (preset_id,))
            check_changed(db, "preset")
            self._changed("presets")
