"""The style sheet of the whole window, made from a palette and a zoom.

Widgets say what they are by the dynamic property `kind` or by their object name; colours and lengths are only here.
"""

from __future__ import annotations

import re
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.ui.palette import Palette

_LENGTH = re.compile(r"\b(\d+)u\b")

_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: 24u; font-weight: 600; }
QLabel[kind="heading"] { font-size: 17u; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: $text_muted; }
QLabel[kind="small"] { color: $text_muted; font-size: 13u; }
QLabel[kind="section"] { color: $text_muted; font-size: 12u; font-weight: 600; }
QLabel[kind="good"] { color: $link; }
QLabel[kind="mark"] { color: $link; background: $accent_soft; border-radius: 5u; padding: 2u 8u; font-size: 12u; }
QLabel[kind="strip"] { color: $text_muted; font-size: 12u; }
QLabel[kind="bad"] { color: $danger; }
QLabel[kind="warn"] { color: $warning; }
QLabel[kind="key"] { background: $surface; border: 1px solid $border_strong; border-radius: 4u;
    padding: 1u 6u; font-size: 13u; }
QToolTip { background: $toast; color: $on_toast; border: none; padding: 5u 8u; font-size: 13u; }

/* buttons ------------------------------------------------------------------------------------------- */
QPushButton { background: $surface; border: 1px solid $border_strong; border-radius: 7u; padding: 7u 15u;
    outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 7upm 15upm; }
QPushButton:disabled { color: $text_disabled; background: transparent; border-color: $border; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 7upm 15upm; }
QPushButton[kind="primary"]:disabled { background: $hover; color: $text_muted; border-color: $border; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[kind="danger"]:disabled { color: $text_disabled; border-color: $border; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; padding: 7u 11u; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed { background: $pressed; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; padding: 7upm 11upm; }
QPushButton[kind="quiet"]:disabled { color: $text_disabled; }
QPushButton[kind="nav"] { background: transparent; border: 1px solid transparent; padding: 7u 11u; text-align: left; }
QPushButton[kind="nav"]:hover { background: $hover; }
QPushButton[kind="nav"][shown="true"] { background: $selected; font-weight: 600; }
QPushButton[kind="nav"]:focus { border: 2px solid $focus; padding: 7upm 11upm; }
QPushButton[kind="strip"] { background: transparent; border: 1px solid transparent; border-radius: 5u;
    padding: 2u 7u; font-size: 12u; color: $text_muted; }
QPushButton[kind="strip"]:hover { background: $hover; color: $text; }
QPushButton[kind="strip"]:focus { border: 2px solid $focus; padding: 2upm 7upm; }
QPushButton[kind="badge"] { background: $accent_soft; border: 1px solid transparent; border-radius: 5u;
    padding: 2u 8u; font-size: 12u; color: $link; }
QPushButton[kind="badge"]:hover { border-color: $accent; }
QPushButton[kind="badge"]:focus { border: 2px solid $focus; padding: 2upm 8upm; }
QPushButton[kind="badge"][state="open"] { background: $warning_soft; color: $warning; }
QPushButton[kind="tab"] { background: transparent; border: 1px solid transparent; padding: 6u 13u; color: $text_muted; }
QPushButton[kind="tab"]:hover { background: $hover; }
QPushButton[kind="tab"]:checked { background: $selected; color: $text; }
QPushButton[kind="tab"]:focus { border: 2px solid $focus; padding: 6upm 13upm; }
QPushButton[kind="heading"] { background: transparent; border: 1px solid transparent; padding: 2u 5u; text-align: left;
    font-size: 17u; font-weight: 600; margin-left: -6u; }
QPushButton[kind="heading"]:hover { color: $link; }
QPushButton[kind="heading"]:focus { border: 2px solid $focus; padding: 2upm 5upm; }
QPushButton[kind="pill"] { background: $accent_soft; border: 1px solid $accent; border-radius: 9u;
    padding: 2u 10u; font-size: 12u; color: $link; }
QPushButton[kind="pill"][tone="warn"] { background: $warning_soft; border-color: $warning; color: $warning; }
QPushButton[kind="pill"][tone="bad"] { background: $danger_soft; border-color: $danger; color: $danger; }
QPushButton[kind="pill"]:hover { border-color: $text; }
QPushButton[kind="pill"]:focus { border: 2px solid $focus; padding: 2upm 10upm; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $link; padding: 3u 5u; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: 3upm 5upm; }
QPushButton[kind="card"] { background: $surface; border: 1px solid $border_strong; border-radius: 10u;
    padding: 15u; text-align: left; }
QPushButton[kind="card"]:hover { border-color: $accent; background: $accent_soft; }
QPushButton[kind="card"]:focus { border: 2px solid $focus; padding: 15upm; }
QPushButton[kind="chip"] { background: $sunken; border: 1px solid $border; border-radius: 7u; padding: 0;
    text-align: left; }
QPushButton[kind="chip"]:hover { background: $hover; border-color: $border_strong; }
QPushButton[kind="chip"]:pressed { background: $pressed; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6u; padding: 5u; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border: 2px solid $focus; padding: 5upm; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="inside"] { padding: 3u; border-radius: 5u; }
QToolButton[kind="inside"]:checked { background: transparent; }
QToolButton[kind="inside"]:focus { padding: 3upm; }
QToolButton[kind="send"] { background: $accent; border: 1px solid $accent; border-radius: 8u; padding: 7u; }
QToolButton[kind="send"]:hover { background: $accent_hover; }
QToolButton[kind="send"]:pressed { background: $accent_pressed; }
QToolButton[kind="send"]:focus { border: 2px solid $text; padding: 7upm; }
QToolButton[kind="send"]:disabled { background: $hover; border-color: $border; }

/* fields -------------------------------------------------------------------------------------------- */
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QKeySequenceEdit QLineEdit {
    background: $surface; border: 1px solid $border_strong; border-radius: 7u; padding: 6u 10u;
    selection-background-color: $selection; selection-color: $on_selection; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 6upm 10upm; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $text_disabled; background: transparent; border-color: $border; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $text_muted; }
QLineEdit[kind="bare"], QPlainTextEdit[kind="bare"] { background: transparent; border: none; padding: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { background: transparent; border: none; padding: 0 10u; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; height: 0; border: none; }
QComboBox { padding-right: 30u; }
QComboBox:focus { padding-right: 30upm; }
QComboBox::drop-down { border: none; width: 0; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border_strong; border-top: none;
    border-bottom: none; padding: 2u 4u; outline: none;
    selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28u; padding: 2u 8u; }
QSlider::groove:horizontal { height: 4u; background: $border_strong; border-radius: 2u; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2u; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: 12u; height: 12u;
    margin: -6u 0; border-radius: 8u; }
QSlider::handle:horizontal:focus { background: $accent; border-color: $text; }
QCheckBox, QRadioButton { spacing: 9u; padding: 4u 6u; border: 2px solid transparent; border-radius: 6u; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator { width: 16u; height: 16u; background: $surface;
    border: 1px solid $border_strong; border-radius: 4u; }
QRadioButton::indicator { border-radius: 8u; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QRadioButton::indicator:checked { width: 8u; height: 8u; border: 5u solid $accent; border-radius: 9u; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: transparent; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $text_disabled; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QProgressBar { background: $hover; border: none; border-radius: 3u; max-height: 6u; min-height: 6u; }
QProgressBar::chunk { background: $accent; border-radius: 3u; }

/* lists, menus, scroll bars ------------------------------------------------------------------------- */
QAbstractItemView { background: transparent; border: none; outline: none; }
QListView[kind="framed"], QTreeView[kind="framed"] { background: $surface; border: 1px solid $border;
    border-radius: 10u; padding: 5u; }
QListView[kind="framed"]:focus, QTreeView[kind="framed"]:focus { border: 2px solid $focus; padding: 5upm; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $text_muted; border: none;
    border-bottom: 1px solid $border_strong; padding: 5u 9u; font-size: 12u; font-weight: 600; }
QHeaderView::section:hover { background: $hover; color: $text; }
QMenu { background: $surface; border: 1px solid $border_strong; border-radius: 8u; padding: 5u;
    icon-size: 16u; }
QMenu::item { padding: 6u 22u 6u 10u; border-radius: 5u; }
QMenu::icon { padding-left: 8u; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $border; margin: 5u 8u; }
QScrollBar:vertical { background: transparent; width: 12u; margin: 0; }
QScrollBar::handle:vertical { background: $border_strong; min-height: 36u; border-radius: 3u; margin: 3u; }
QScrollBar:horizontal { background: transparent; height: 12u; margin: 0; }
QScrollBar::handle:horizontal { background: $border_strong; min-width: 36u; border-radius: 3u; margin: 3u; }
QScrollBar::handle:hover { background: $text_muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QAbstractScrollArea > QWidget#page_body { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea[kind="page"][ringed="true"]:focus { border: 2px solid $focus; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }

/* places -------------------------------------------------------------------------------------------- */
#sidebar { background: $sunken; }
#sources_panel { background: $sunken; }
#status_strip { background: $sunken; border-top: 1px solid $border; }
#composer_box { background: $surface; border: 1px solid $border_strong; border-radius: 12u; }
#composer_box[active="true"] { border: 2px solid $focus; }
QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: 10u; }
QFrame[kind="model"] { background: $surface; border: 1px solid $border; border-radius: 10u; }
QFrame[kind="line"] { background: $border; max-height: 1px; min-height: 1px; border: none; }
QFrame[kind="banner"] { background: $info_soft; border: 1px solid $info; border-radius: 10u; }
QFrame[kind="banner"][place="window"] { margin: 10u 10u 0 10u; }
QFrame[kind="banner"][tone="warning"] { background: $warning_soft; border-color: $warning; }
QFrame[kind="banner"][tone="danger"] { background: $danger_soft; border-color: $danger; }
QFrame[kind="toast"] { background: $toast; border-radius: 10u; }
QFrame[kind="toast"] QLabel { color: $on_toast; }
QFrame[kind="toast"] QPushButton { background: transparent; color: $toast_action; border: 1px solid transparent;
    font-weight: 600; padding: 4u 9u; }
QFrame[kind="toast"] QPushButton:hover { border-color: $toast_action; }
QFrame[kind="toast"] QPushButton:focus { border: 2px solid $toast_action; padding: 4upm 9upm; }
QFrame[kind="toast"] QToolButton:focus { border-color: $toast_action; }
#find_bar { background: $surface; border: 1px solid $border_strong; border-radius: 10u; }
#find_bar[active="true"] { border: 2px solid $focus; }
"""


def build_stylesheet(palette: Palette, zoom_percent: int) -> str:
    """Return the style sheet. `8u` is eight pixels at the zoom; `8upm` one less, where a ring took the pixel."""

    def scaled(number: str) -> int:
        return max(1, round(int(number) * zoom_percent / 100)) if number != "0" else 0

    colours = {role: getattr(palette, role) for role in palette.roles()}
    text = Template(_SHEET).substitute(colours)
    text = re.sub(r"\b(\d+)upm\b", lambda found: f"{max(0, scaled(found[1]) - 1)}px", text)
    return _LENGTH.sub(lambda found: f"{scaled(found[1])}px", text)
