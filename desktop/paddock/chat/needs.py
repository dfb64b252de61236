"""What asking the model needs from other rooms: an engine and a way to find models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.engine.client import CancelToken, LoadOptions
    from paddock.engine.protocol import Counted, Delta, Finished, ModelInfo, PromptProgress, Sampling, Turn
    from paddock.models.installed_model import InstalledModel


class Engine(Protocol):
    """The part of `EngineClient` that conversations use; its docstrings tell what each call does and raises."""

    def load(  # noqa: D102 - see the class
        self, files: Sequence[Path], options: LoadOptions, on_progress: Callable[[float], None], cancel: CancelToken
    ) -> ModelInfo: ...

    @property
    def loaded(self) -> ModelInfo | None: ...  # noqa: D102 - see the class

    def warm(  # noqa: D102 - see the class
        self,
        turns: Sequence[Turn],
        cancel: CancelToken | None = None,
        on_event: Callable[[PromptProgress | Delta], None] | None = None,
    ) -> Finished: ...

    def count(self, turns: Sequence[Turn]) -> Counted: ...  # noqa: D102 - see the class

    def generate(  # noqa: D102 - see the class
        self,
        turns: Sequence[Turn],
        sampling: Sampling,
        *,
        continue_last: bool = False,
        brake: bool = True,
        on_event: Callable[[PromptProgress | Delta], None],
        cancel: CancelToken,
        on_restart: Callable[[], None] | None = None,
    ) -> Finished: ...


class Models(Protocol):
    """The part of `InstalledModels` that conversations use."""

    def default(self, preferred: str = "") -> InstalledModel:
        """Return the preferred model, or the only one. Raises ModelMissing, ModelFileError."""
        ...
