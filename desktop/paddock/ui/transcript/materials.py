"""What every message of a conversation is shown with; made once per view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from paddock.ui.markdown.formulas import FormulaPress
from paddock.ui.markdown.look import Look
from paddock.ui.transcript import phrases
from paddock.ui.transcript.rested import tip_of
from paddock.ui.widgets.buttons import Buttons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.icons import Icons
    from paddock.ui.markdown.blocks import Block
    from paddock.ui.markdown.reader import MarkdownReader
    from paddock.ui.theme import Theme


@dataclass
class Materials:
    """Theme and icons, the look that follows from the theme, and the tools that set text."""

    theme: Theme
    icons: Icons
    look: Look
    press: FormulaPress
    buttons: Buttons

    @classmethod
    def of(cls, theme: Theme, icons: Icons) -> Materials:
        """Return what a view needs."""
        return cls(theme, icons, Look.of(theme), FormulaPress(), Buttons(theme, icons))

    @cached_property
    def reader(self) -> MarkdownReader:
        """Return the reader of Markdown; its parser is imported with the first message."""
        from paddock.ui.markdown.reader import MarkdownReader  # noqa: PLC0415 - not before a message is shown

        return MarkdownReader(QCoreApplication.translate("Markdown", "image not shown"))

    def set_in_steps(self, message: Message, consulted: Consulted | None) -> Iterator[list[Block]]:
        """Yield an answer's blocks as far as they are read; the last time all of them, with the citations."""
        from paddock.ui.markdown.citing import cited_blocks  # noqa: PLC0415 - not before a message is shown
        from paddock.ui.markdown.growing import GrowingText  # noqa: PLC0415 - as above

        text = phrases.said(message)
        if consulted is None or not consulted.marks:
            return GrowingText(self.reader).read_in_steps(text)
        return cited_blocks(self.reader, text, consulted, lambda mark: tip_of(consulted, mark))

    def refresh(self) -> None:
        """Take the theme's look anew."""
        self.look = Look.of(self.theme)
