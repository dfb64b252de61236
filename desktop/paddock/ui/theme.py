"""The look in force: palette, zoom and fonts, following the person's choice and the system live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPalette

from paddock.ui.palette import Palette, palette_for
from paddock.ui.stylesheet import build_stylesheet

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints
    from PySide6.QtWidgets import QApplication, QWidget

Mode = Literal["system", "light", "dark"]
BODY_PX = 15
SMALLEST_ZOOM = 50
LARGEST_ZOOM = 300
_STYLED = "styled by paddock"


class Theme(QObject):
    """One per program. `changed` tells everyone who paints by themselves; the rest follows the style sheet."""

    changed = Signal()

    def __init__(
        self, hints: QStyleHints, mode: Mode = "system", zoom_percent: int = 100, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hints = hints
        self._mode: Mode = mode
        self._zoom_percent = min(max(zoom_percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._application: QApplication | None = None
        self._top: QWidget | QApplication | None = None
        self._family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._mono_family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._palette = self._choose()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    # ------------------------------------------------------------ what is in force

    @property
    def palette(self) -> Palette:
        """Return the colours in force."""
        return self._palette

    @property
    def mode(self) -> Mode:
        """Return what the person chose, not what came of it."""
        return self._mode

    @property
    def zoom_percent(self) -> int:
        """Return the zoom, 50 to 300."""
        return self._zoom_percent

    def px(self, length: float) -> int:
        """Return a length of the 8 px grid at the zoom in force, in device-independent pixels."""
        return max(1, round(length * self._zoom_percent / 100)) if length > 0 else 0

    def font(self, size_px: float = BODY_PX, *, bold: bool = False, mono: bool = False) -> QFont:
        """Return the system's font (or its fixed-width one) at a size given for 100 % zoom."""
        font = QFont(self._mono_family if mono else self._family)
        if mono:
            font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(self.px(size_px))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def motion_ms(self, duration_ms: int) -> int:
        """Return a duration for motion: at most 150 ms, and 0 where the system asks for none."""
        reduced = self._hints.accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion
        return 0 if reduced else min(duration_ms, 150)

    # ------------------------------------------------------------ changing it

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        if mode != self._mode:
            self._mode = mode
            self._refresh()

    def set_zoom(self, percent: int) -> None:
        """Scale text and everything around it; out of 50 to 300 is clamped."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        if percent != self._zoom_percent:
            self._zoom_percent = percent
            self._apply()

    def prepare(self, application: QApplication) -> None:
        """Give the application style and font, before a widget is made: a style sheet keeps later fonts from some."""
        if not application.property(_STYLED):
            # WORKAROUND(PySide6 6.12.0): of a style that was replaced, its Python object stays, at an address that Qt
            # gives to something else. So it is set once, also where a second window is made in one process.
            application.setStyle("Fusion")
            application.setProperty(_STYLED, True)
        application.setFont(self.font())

    def dress(self, application: QApplication, top: QWidget | QApplication) -> None:
        """Give the application style, font and colours, and `top` the style sheet, now and after every change.

        `top` is the window with all that is in it. Where the application itself has a style sheet, a change of it makes
        Qt polish each widget once for every widget around it: 2.0 s for all pages, 0.3 s where the window has it.
        """
        if self._application is None:
            self.prepare(application)
        self._application, self._top = application, top
        self._apply()

    def _choose(self) -> Palette:
        system_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        dark = system_dark if self._mode == "system" else self._mode == "dark"
        high = self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        return palette_for(dark=dark, high_contrast=high)

    def _on_system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._choose()
        if chosen != self._palette:
            self._palette = chosen
            self._apply()

    def _apply(self) -> None:
        if self._application is not None and self._top is not None:
            if self._application.font() != self.font():
                self._application.setFont(self.font())
            self._application.setPalette(_qt_palette(self._palette))
            self._top.setStyleSheet(build_stylesheet(self._palette, self._zoom_percent))
        self.changed.emit()


def _qt_palette(colours: Palette) -> QPalette:
    """Return Qt's palette, for whatever the style sheet does not reach (menus of text fields, native dialogs)."""
    qt = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.ToolTipBase: "toast",
        QPalette.ColorRole.ToolTipText: "on_toast",
        QPalette.ColorRole.PlaceholderText: "text_muted",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "on_selection",
        QPalette.ColorRole.Link: "link",
        QPalette.ColorRole.LinkVisited: "link",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "border_strong",
        QPalette.ColorRole.Shadow: "border",
    }
    for role, name in roles.items():
        qt.setColor(role, colours.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        qt.setColor(QPalette.ColorGroup.Disabled, role, colours.color("text_disabled"))
    return qt
