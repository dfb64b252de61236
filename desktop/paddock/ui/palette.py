"""The colours: one frozen set for light, one for dark, one each for high contrast."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Palette:
    """Every colour the window uses, as #RRGGBB.

    Text colours keep a contrast of at least 4.5:1 on `window`, `surface`, `sunken` and `selected`; `border_strong`,
    `focus` and the accents at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). `border` only decorates and may be fainter.
    """

    name: str
    dark: bool
    window: str  # behind the conversation
    surface: str  # raised: composer, menus, dialogs, the person's own messages
    sunken: str  # sidebar, status strip
    hover: str
    pressed: str
    selected: str  # the selected row
    border: str
    border_strong: str  # edges of controls one must find
    text: str
    text_muted: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str  # a tint of the accent behind text
    focus: str
    link: str
    selection: str  # selected text
    on_selection: str
    highlight: str  # words found by a search
    on_highlight: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    info: str
    info_soft: str
    code: str  # behind code
    on_code: str
    toast: str
    on_toast: str
    toast_action: str

    def color(self, role: str) -> QColor:
        """Return one of the colours by its field's name. Raises AttributeError on an unknown one."""
        return QColor(str(getattr(self, role)))

    @classmethod
    def roles(cls) -> tuple[str, ...]:
        """Return the names of all colours."""
        return tuple(field.name for field in fields(cls) if field.name not in {"name", "dark"})


LIGHT = Palette(
    name="light",
    dark=False,
    window="#FAF9F6",
    surface="#FFFFFF",
    sunken="#F2F0EA",
    hover="#EAE7DF",
    pressed="#E0DCD2",
    selected="#E1EBE2",
    border="#E4E1D8",
    border_strong="#85857A",
    text="#22231F",
    text_muted="#5E5F57",
    text_disabled="#9B9B91",
    accent="#2F6B4F",
    accent_hover="#285C44",
    accent_pressed="#214D39",
    on_accent="#FFFFFF",
    accent_soft="#E6F0E9",
    focus="#2F6B4F",
    link="#22603F",
    selection="#BFDCCB",
    on_selection="#17201B",
    highlight="#FBE7A1",
    on_highlight="#22231F",
    danger="#A33A2C",
    danger_soft="#FBEAE6",
    warning="#7A5A10",
    warning_soft="#FAF1D9",
    info="#2A5B8C",
    info_soft="#E8F0F8",
    code="#F3F1EB",
    on_code="#22231F",
    toast="#2B2D29",
    on_toast="#F2F0EA",
    toast_action="#9AD8B8",
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#1B1C1A",
    surface="#252623",
    sunken="#151614",
    hover="#2B2D29",
    pressed="#363833",
    selected="#26352D",
    border="#31332E",
    border_strong="#7C7C72",
    text="#E8E6E0",
    text_muted="#A9A89F",
    text_disabled="#6C6C64",
    accent="#7FC8A2",
    accent_hover="#93D4B2",
    accent_pressed="#6BB68F",
    on_accent="#13241B",
    accent_soft="#22332A",
    focus="#7FC8A2",
    link="#8FD3B0",
    selection="#35604A",
    on_selection="#F4F2EC",
    highlight="#6B5716",
    on_highlight="#FFF6D8",
    danger="#F0937F",
    danger_soft="#3A2420",
    warning="#E2B95C",
    warning_soft="#352C17",
    info="#8FBCE8",
    info_soft="#1F2C39",
    code="#232521",
    on_code="#E8E6E0",
    toast="#3A3C37",
    on_toast="#F2F0EA",
    toast_action="#9AD8B8",
)

CONTRAST_LIGHT = Palette(
    name="contrast-light",
    dark=False,
    window="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    hover="#E6E6E6",
    pressed="#D0D0D0",
    selected="#D5EADC",
    border="#595959",
    border_strong="#000000",
    text="#000000",
    text_muted="#2B2B2B",
    text_disabled="#6B6B6B",
    accent="#0B4A2C",
    accent_hover="#063A21",
    accent_pressed="#042A18",
    on_accent="#FFFFFF",
    accent_soft="#E3F2E9",
    focus="#000000",
    link="#003D7A",
    selection="#0B4A2C",
    on_selection="#FFFFFF",
    highlight="#FFE14D",
    on_highlight="#000000",
    danger="#8A0F00",
    danger_soft="#FFE9E5",
    warning="#5A3F00",
    warning_soft="#FFF3CC",
    info="#003D7A",
    info_soft="#E5F0FB",
    code="#F2F2F2",
    on_code="#000000",
    toast="#000000",
    on_toast="#FFFFFF",
    toast_action="#9DF0C4",
)

CONTRAST_DARK = Palette(
    name="contrast-dark",
    dark=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#2A2A2A",
    pressed="#404040",
    selected="#12402A",
    border="#A6A6A6",
    border_strong="#FFFFFF",
    text="#FFFFFF",
    text_muted="#DADADA",
    text_disabled="#9A9A9A",
    accent="#8CF0BC",
    accent_hover="#B0F7D3",
    accent_pressed="#6AD9A0",
    on_accent="#000000",
    accent_soft="#0F2C1E",
    focus="#FFFFFF",
    link="#8CC8FF",
    selection="#8CF0BC",
    on_selection="#000000",
    highlight="#FFE14D",
    on_highlight="#000000",
    danger="#FF9E8C",
    danger_soft="#3A0F08",
    warning="#FFD15C",
    warning_soft="#332600",
    info="#8CC8FF",
    info_soft="#0A2238",
    code="#141414",
    on_code="#FFFFFF",
    toast="#FFFFFF",
    on_toast="#000000",
    toast_action="#0B4A2C",
)


def palette_for(*, dark: bool, high_contrast: bool) -> Palette:
    """Return the palette for what the person, or the system for them, asked for."""
    if high_contrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT
