"""How the parts of a conversation look that Qt draws itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.ui.theme import Theme

_SHEET = """
#transcript { background: transparent; border: 2px solid transparent; }
#transcript[ringed="true"] { border-color: %(focus)s; }
#message_body, #message_body:focus { background: transparent; border: none; padding: 0; border-radius: 0; }
#code_copy { padding: 2px 7px; font-size: %(small)dpx; color: %(muted)s; }
#code_copy:focus { border: 2px solid %(focus)s; padding: 1px 6px; }
QLabel[kind="code_language"] { font-size: %(small)dpx; color: %(muted)s; }
#reasoning_line { padding: 3px 8px 3px 4px; color: %(muted)s; font-size: %(line)dpx; }
#reasoning_line:checked { background: transparent; }
#reasoning_line:hover { background: %(hover)s; }
#reasoning_line:focus { border: 2px solid %(focus)s; padding: 2px 7px 2px 3px; }
#notice_step { font-size: %(small)dpx; padding: 2px 5px; }
#jump_to_newest { background: %(surface)s; border: 1px solid %(strong)s; border-radius: %(round)dpx;
    padding: %(air)dpx %(side)dpx; font-size: %(small)dpx; }
#jump_to_newest:hover { background: %(hover)s; }
#jump_to_newest:focus { border: 2px solid %(focus)s; padding: %(air_less)dpx %(side)dpx; }
"""


def sheet_for(theme: Theme) -> str:
    """Return the style sheet of a conversation in a theme."""
    palette, px = theme.palette, theme.px
    return _SHEET % {
        "small": px(13),
        "line": px(14),
        "round": px(13),
        "air": px(6),
        "air_less": px(6) - 1,
        "side": px(13),
        "muted": palette.text_muted,
        "focus": palette.focus,
        "hover": palette.hover,
        "surface": palette.surface,
        "strong": palette.border_strong,
    }
