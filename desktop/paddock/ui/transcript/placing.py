"""Where the parts of a message stand: one under the other, the person's own words in a bubble at the line's end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from paddock.ui.mirroring import turned
from paddock.ui.transcript.extents import INSET

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.ui.markdown.body import MessageBody
    from paddock.ui.transcript.actions import ActionRow
    from paddock.ui.transcript.doing import DoingLine
    from paddock.ui.transcript.editor import MessageEditor
    from paddock.ui.transcript.notices import NoticeRow
    from paddock.ui.transcript.reasoning import ReasoningFold
    from paddock.ui.transcript.rested import SourcesLine
    from paddock.ui.widgets.plain import PlainLabel

_WIDEST_BUBBLE = 0.86


@dataclass
class Parts:
    """What a message consists of, as it is read; what most messages lack is made when one has it."""

    who: PlainLabel
    when: PlainLabel
    doing: DoingLine
    body: MessageBody
    actions: ActionRow
    reasoning: ReasoningFold | None = None
    editor: MessageEditor | None = None
    sources: SourcesLine | None = None
    notices: list[NoticeRow] = field(default_factory=list)


class Placing:
    """Places the parts for a width. `bubble` is where the person's words stand, empty where there is none."""

    def __init__(self, parts: Parts, px: Callable[[float], int]) -> None:
        self._parts = parts
        self._px = px
        self.bubble = QRect()

    def place(self, full_width: int, *, user: bool) -> int:
        """Place everything for a width, which includes the room for the focus ring at both sides; return the height."""
        parts, px = self._parts, self._px
        left = px(INSET)
        width = full_width - 2 * left
        y = self._place_heading(px(10), left, width, trailing=user)
        if parts.reasoning is not None and not parts.reasoning.isHidden():
            height = parts.reasoning.height_for(width)
            parts.reasoning.setGeometry(left, y, width, height)
            y += height + px(8)
        if not parts.doing.isHidden():
            height = parts.doing.height_for(width)
            parts.doing.setGeometry(left, y, width, height)
            y += height
        self.bubble = QRect()
        if parts.editor is not None:
            height = parts.editor.height_for(width)
            parts.editor.setGeometry(left, y, width, height)
            y += height + px(6)
        elif not parts.body.isHidden():
            y = self._place_bubble(y, left, width) if user else self._place_body(y, left, width)
        y = self._place_under_text(y, left, width)
        height = px(32)
        outdent = px(6)
        row_left = left if user else left - outdent
        parts.actions.setGeometry(turned(QRect(row_left, y + px(6), width + outdent, height), full_width))
        return y + height + px(8)

    def _place_heading(self, y: int, left: int, width: int, *, trailing: bool) -> int:
        parts, px = self._parts, self._px
        who, when = parts.who.sizeHint(), parts.when.sizeHint()
        height = max(who.height(), when.height())
        room = min(who.width(), width - when.width() - px(8))
        begin = left + width - room if trailing else left
        parts.who.setGeometry(turned(QRect(begin, y, room, height), width + 2 * left))
        beside = begin - px(8) - when.width() if trailing else begin + room + px(8)
        parts.when.setGeometry(turned(QRect(beside, y, when.width(), height), width + 2 * left))
        return y + height + px(5)

    def _place_body(self, y: int, left: int, width: int) -> int:
        body = self._parts.body
        height = body.height_for(width)
        body.setGeometry(left, y, width, height)
        body.place()
        return y + height

    def _place_bubble(self, y: int, left: int, width: int) -> int:
        body, px = self._parts.body, self._px
        side, above, below = px(14), px(6), px(10)
        widest = round(width * _WIDEST_BUBBLE) - 2 * side
        body.height_for(widest)
        text_width = min(max(body.ideal_width(), px(16)), widest)
        height = body.height_for(text_width)
        begin = left + width - text_width - 2 * side
        self.bubble = turned(QRect(begin, y, text_width + 2 * side, height + above + below), width + 2 * left)
        body.setGeometry(self.bubble.x() + side, y + above, text_width, height)
        body.place()
        return y + height + above + below

    def _place_under_text(self, y: int, left: int, width: int) -> int:
        parts, px = self._parts, self._px
        if parts.sources is not None and not parts.sources.isHidden():
            height = parts.sources.height_for(width)
            parts.sources.setGeometry(left, y + px(8), width, height)
            y += height + px(8)
        for row in parts.notices:
            height = row.height_for(width)
            row.setGeometry(left, y + px(6), width, height)
            y += height + px(6)
        return y
