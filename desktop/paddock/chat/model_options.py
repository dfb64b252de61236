"""What holds for a model in every chat that says nothing else: its system prompt and its sampling parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.chat.presets import OWN
from paddock.chat.rows import as_json, sampling_of
from paddock.chat.shelf import Shelf
from paddock.chat.types import ModelOptions

if TYPE_CHECKING:
    from paddock.engine.protocol import Sampling


class OptionsOfModels(Shelf):
    """By the model's installed name; they stay when it is removed, and hold again once it is back."""

    def options_of_models(self) -> dict[str, ModelOptions]:
        """Return what is kept, by the models' names."""
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT model, system_prompt, sampling FROM model_options")
            return {
                model: ModelOptions(prompt, None if sampling == OWN else sampling_of(sampling))
                for model, prompt, sampling in rows
            }

    def model_options(self, model: str) -> ModelOptions:
        """Return what is kept for a model; empty where nothing is."""
        return self.options_of_models().get(model, ModelOptions())

    def keep_model_options(self, model: str, system_prompt: str, sampling: Sampling | None) -> None:
        """Keep them from now on; without a prompt and parameters nothing is kept."""
        with self._vault.write() as db:
            db.execute("DELETE FROM model_options WHERE model = ?", (model,))
            if system_prompt or sampling is not None:
                db.execute(
                    "INSERT INTO model_options (model, system_prompt, sampling) VALUES (?, ?, ?)",
                    (model, system_prompt, as_json(sampling) or OWN),
                )
            self._changed("presets")

    def rename_model(self, model: str, new_name: str) -> None:
        """Let what is kept for a model, and the chats that name it, follow it to its new name.

        What was kept under the new name is replaced.
        """
        with self._vault.write() as db:
            db.execute("UPDATE OR REPLACE model_options SET model = ? WHERE model = ?", (new_name, model))
            naming: Any = db.execute("UPDATE chat SET model = ? WHERE model = ? RETURNING id", (new_name, model))
            chats = [int(chat_id) for (chat_id,) in naming]
            self._changed("presets")
            for chat_id in chats:
                self._changed("chat", chat_id)
