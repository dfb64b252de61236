"""Finds the model that answers in a chat, and loads it if need be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from paddock.chat.events import ModelLoading
from paddock.chat.prompt import sampling_for
from paddock.engine.client import LoadOptions
from paddock.errors import ModelFileError, UserError
from paddock.models.fit import DEFAULT_CONTEXT_TOKENS
from paddock.models.touched import never, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.needs import Engine, Models
    from paddock.chat.sources import Attachment
    from paddock.engine.client import CancelToken
    from paddock.engine.protocol import ModelInfo, Sampling
    from paddock.models.installed_model import InstalledModel
    from paddock.models.touched import SameAgain
    from paddock.settings import SettingsFile


class ChatOptions(Protocol):
    """What a chat says of who answers in it, as `chat.types.Chat` does; None leaves it to the settings or the model."""

    @property
    def system_prompt(self) -> str: ...  # noqa: D102 - see the class
    @property
    def sampling(self) -> Sampling | None: ...  # noqa: D102 - see the class
    @property
    def context_tokens(self) -> int | None: ...  # noqa: D102 - see the class
    @property
    def model(self) -> str | None: ...  # noqa: D102 - see the class


@dataclass(frozen=True)
class ChatToBe:
    """A chat that is made with its first message: its options and what it will ask."""

    attachments: tuple[Attachment, ...] = ()
    system_prompt: str = ""
    sampling: Sampling | None = None
    context_tokens: int | None = None
    model: str | None = None


@dataclass(frozen=True)
class Writer:
    """A model that is loaded: its installed name, what it is, and how it shall write."""

    name: str
    info: ModelInfo
    sampling: Sampling


class Loading:
    """One engine, and the models it may load; `permit` raises UserError for one that may not run here.

    `same_again` looks at one that was touched after it was permitted (`models.touched`).
    """

    def __init__(
        self,
        engine: Engine,
        models: Models,
        settings: SettingsFile,
        permit: Callable[[InstalledModel], None] = lambda _model: None,
        same_again: SameAgain = never,
    ) -> None:
        self._engine = engine
        self._models = models
        self._settings = settings
        self._permit = permit
        self._same_again = same_again

    def load(self, chat: ChatOptions, on_event: Callable[[ModelLoading], None], cancel: CancelToken) -> Writer:
        """Load the chat's model with the chat's context.

        Raises ModelMissing, ModelFileError, ModelNotAllowed, and as the engine.
        """
        settings = self._settings.current
        model = self._models.default(chat.model or settings.model)
        if model.problem:
            raise ModelFileError(model.problem)
        if not model.writes:
            raise ModelFileError(f"“{model.title}” cannot answer.", "It does not write text.", "Choose another model.")
        options = LoadOptions(
            context_tokens=chat.context_tokens or settings.context_tokens,
            threads=settings.threads,
            gpu_layers=settings.gpu_layers,
            prompt_cache_bytes=settings.prompt_cache_mb << 20,
        )

        def load(checked: InstalledModel) -> ModelInfo:
            self._permit(checked)
            return self._engine.load(checked.files, replace(options, stamps=checked.stamps), tell, cancel)

        def tell(fraction: float) -> None:
            on_event(ModelLoading(model.name, fraction))

        info = run(model, load, self._same_again, lambda done, total: tell(done / max(total, 1)), cancel)
        return Writer(model.name, info, sampling_for(chat.sampling or info.defaults, info))

    def name_of(self, chat: ChatOptions) -> str:
        """Return the name of the model that would answer, or nothing where none would."""
        try:
            return self._models.default(chat.model or self._settings.current.model).name
        except UserError:
            return ""

    def context_of(self, chat: ChatOptions) -> int:
        """Return the context there will be, as far as can be told before the model is loaded."""
        loaded = self._engine.loaded
        if loaded is not None:
            return loaded.context_tokens
        return chat.context_tokens or self._settings.current.context_tokens or DEFAULT_CONTEXT_TOKENS
