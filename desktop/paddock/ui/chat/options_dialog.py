"""A chat's own system prompt, sampling parameters and context length, and named presets of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from paddock.engine.protocol import Sampling
from paddock.ui.chat.options import ChatOptions
from paddock.ui.phrases import number, size
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.choice import Choice
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.name_dialog import ask_name
from paddock.ui.widgets.numbers import Decimal, Whole
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import Page, line, words
from paddock.ui.widgets.scaled import follow, spaced
from paddock.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import Preset
    from paddock.models.header import Header
    from paddock.ui.desk import Desk

_LENGTHS = (2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072)


class OptionsDialog(QDialog):
    """`kept` carries the `ChatOptions` the person chose."""

    kept = Signal(object)

    def __init__(
        self,
        desk: Desk,
        options: ChatOptions,
        defaults: Sampling,
        header: Header | None,
        parent: QWidget | None = None,
        *,
        of_model: str = "",
    ) -> None:
        """`of_model` is a model's title, where what is chosen holds for its chats that have none of their own."""
        super().__init__(parent)
        title = self.tr("“{0}” in every chat").format(of_model) if of_model else self.tr("Options of this chat")
        self._of_model = bool(of_model)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self._desk = desk
        self._defaults = defaults
        self._presets: Sequence[Preset] = ()
        self._make = Buttons(desk.theme, desk.icons)
        self._page = Page(desk.theme, title)
        self._prompt = QPlainTextEdit()
        self._prompt.setAccessibleName(self.tr("System prompt"))
        self._prompt.setTabChangesFocus(True)
        self._prompt.setPlaceholderText(self.tr("For example: Answer briefly and in German."))
        follow(desk.theme, self._prompt, lambda: self._prompt.setFixedHeight(desk.theme.px(110)))
        self._own = Tick(desk.icons, self.tr("Use the model's own sampling parameters"))
        self._fields = QWidget()
        self._make_fields()
        self._length = Choice(desk.theme, desk.icons, self.tr("Context length"))
        self._fill_lengths(header, options.context_tokens)
        self._fill_page()
        self._show(options)
        self._own.toggled.connect(self._on_own)
        sized(desk.theme, self, 640, 680)
        self._read_presets()

    # ------------------------------------------------------------ making

    def _make_fields(self) -> None:
        self._temperature = Decimal("temperature", 0, 5, 0.1)
        self._top_k = Whole("top-k", 0, 1_000_000)
        self._top_p = Decimal("top-p", 0, 1, 0.05)
        self._min_p = Decimal("min-p", 0, 1, 0.05)
        self._repeat = Decimal("repeat penalty", 0.01, 3, 0.05)
        self._last = Whole("repeat last n", -1, 1_000_000, 16)
        self._seed = Whole("seed", -1, 2**31 - 1, special=self.tr("a new one each time"))
        self._most = Whole("max tokens", 0, 10_000_000, 64, special=self.tr("no limit"))

    def _fill_page(self) -> None:
        page = self._page
        page.section(self.tr("Preset"), self.tr("A system prompt and parameters kept under a name."))
        page.add(self._preset_row())
        page.section(
            self.tr("System prompt"), self.tr("Stands before the conversation and tells the model how to behave.")
        )
        page.add(self._prompt)
        page.section(self.tr("Sampling"), self.tr("How the next token is chosen from those the model finds likely."))
        page.add(self._own)
        page.add(self._field_grid())
        if not self._of_model:
            page.section(
                self.tr("Context length"), self.tr("How many tokens of the conversation the model can see at once.")
            )
            page.add(self._length)
        page.fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(line())
        column.addLayout(self._bottom_row())

    def _preset_row(self) -> QWidget:
        self._preset = Choice(self._desk.theme, self._desk.icons, self.tr("Preset"))
        use = self._make.push(self.tr("Apply"))
        keep = self._make.push(self.tr("Save as…"))
        drop = self._make.push(self.tr("Delete"), "danger")
        use.clicked.connect(self._use_preset)
        keep.clicked.connect(self._keep_preset)
        drop.clicked.connect(self._drop_preset)
        self._needs_preset = (use, drop)
        row = QWidget()
        flow = FlowLayout(row)
        for part in (self._preset, use, keep, drop):
            flow.addWidget(part)
        spaced(self._desk.theme, flow)
        follow(self._desk.theme, row, lambda: self._preset.setMinimumWidth(self._desk.theme.px(220)))
        return row

    def _field_grid(self) -> QWidget:
        grid = QGridLayout(self._fields)
        grid.setColumnStretch(0, 1)
        for place, (field, text) in enumerate(self._explained()):
            name = words(field.accessibleName(), "strong")
            name.setBuddy(field)
            field.setAccessibleDescription(text)
            self._keep_width(field)
            grid.addWidget(name, place * 2, 0)
            grid.addWidget(field, place * 2, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words(text, "small"), place * 2 + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.setRowMinimumHeight(place * 2 + 1, 24)
        spaced(self._desk.theme, grid, (0, 4, 0, 0), 4)
        return self._fields

    def _keep_width(self, field: QWidget) -> None:
        follow(self._desk.theme, field, lambda: field.setFixedWidth(self._desk.theme.px(190)))

    def _bottom_row(self) -> QHBoxLayout:
        keep = self._make.push(self.tr("Save"), "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = self._make.push(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(keep)
        spaced(self._desk.theme, row, (32, 12, 32, 16))
        return row

    def _explained(self) -> tuple[tuple[Decimal | Whole, str], ...]:
        return (
            (self._temperature, self.tr("0 always takes the likeliest token; higher is more varied.")),
            (self._top_k, self.tr("Only the so many likeliest tokens are considered; 0 considers all.")),
            (self._top_p, self.tr("Only the likeliest tokens that together reach this probability; 1 considers all.")),
            (self._min_p, self.tr("Leaves out tokens less likely than this share of the likeliest one.")),
            (self._repeat, self.tr("Above 1, tokens used lately become less likely.")),
            (self._last, self.tr("How many of the last tokens count as lately; -1 means all.")),
            (self._seed, self.tr("The same seed and the same conversation give the same answer.")),
            (self._most, self.tr("Where an answer is ended at the latest.")),
        )

    def _fill_lengths(self, header: Header | None, chosen: int | None) -> None:
        from paddock.models.fit import default_context, kv_bytes, trained_context  # noqa: PLC0415 - seldom needed

        trained = (trained_context(header) if header else None) or max(_LENGTHS)
        usual = self._desk.preferences.current.context_tokens or (default_context(header) if header else 8192)
        self._length.add(self.tr("Default ({0} tokens)").format(number(min(usual, trained))), None)
        lengths = {length for length in _LENGTHS if length <= trained} | {trained}
        for length in sorted(lengths | ({chosen} if chosen else set())):
            text = self.tr("{0} tokens").format(number(length))
            if header is not None:
                text = self.tr("{0} tokens, {1} of memory").format(number(length), size(kv_bytes(header, length)))
            self._length.add(text, length)
        self._length.choose(chosen)

    # ------------------------------------------------------------ showing and taking

    def _show(self, options: ChatOptions) -> None:
        self._prompt.setPlainText(options.system_prompt)
        self._own.setChecked(options.sampling is None)
        self._show_sampling(options.sampling or self._defaults)
        self._on_own(self._own.isChecked())
        self._length.choose(options.context_tokens)

    def _show_sampling(self, sampling: Sampling) -> None:
        self._temperature.setValue(sampling.temperature)
        self._top_k.put(sampling.top_k)
        self._top_p.setValue(sampling.top_p)
        self._min_p.setValue(sampling.min_p)
        self._repeat.setValue(sampling.repeat_penalty)
        self._last.put(sampling.repeat_last_n)
        self._seed.put(sampling.seed)
        self._most.put(sampling.max_tokens)

    def _sampling(self) -> Sampling:
        return Sampling(
            temperature=round(self._temperature.value(), 4),
            top_k=self._top_k.value(),
            top_p=round(self._top_p.value(), 4),
            min_p=round(self._min_p.value(), 4),
            repeat_penalty=round(self._repeat.value(), 4),
            repeat_last_n=self._last.value(),
            seed=self._seed.value_or_none,
            max_tokens=self._most.value_or_none,
        )

    def options(self) -> ChatOptions:
        """Return what the fields say now."""
        length = self._length.value
        return ChatOptions(
            self._prompt.toPlainText().strip(),
            None if self._own.isChecked() else self._sampling(),
            length if isinstance(length, int) else None,
        )

    def _on_own(self, own: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._fields.setEnabled(not own)
        if own:
            self._show_sampling(self._defaults)

    def _keep(self) -> None:
        self.kept.emit(self.options())
        self.accept()

    # ------------------------------------------------------------ presets

    def _read_presets(self, select: str = "") -> None:
        store = self._desk.paddock.chats
        self._desk.tasks.do(self, store.presets, lambda presets: self._show_presets(presets, select), lane="presets")

    def _show_presets(self, presets: Sequence[Preset], select: str) -> None:
        self._presets = presets
        self._preset.clear()
        for preset in presets:
            self._preset.add(preset.name, preset.id)
            if preset.name == select:
                self._preset.choose(preset.id)
        if not presets:
            self._preset.add(self.tr("none kept yet"), None)
        self._preset.setEnabled(bool(presets))
        for button in self._needs_preset:
            button.setEnabled(bool(presets))

    def _chosen_preset(self) -> Preset | None:
        return next((preset for preset in self._presets if preset.id == self._preset.value), None)

    def _use_preset(self) -> None:
        preset = self._chosen_preset()
        if preset is not None:
            self._prompt.setPlainText(preset.system_prompt)
            self._own.setChecked(preset.sampling is None)
            self._show_sampling(preset.sampling or self._defaults)

    def _keep_preset(self) -> None:
        chosen = self._chosen_preset()
        ask_name(
            self._desk,
            self,
            self.tr("Save as preset"),
            self.tr("Name; an existing one is replaced"),
            self._save_preset,
            chosen.name if chosen else "",
        )

    def _save_preset(self, name: str) -> None:
        kept = self.options()
        store = self._desk.paddock.chats
        self._desk.tasks.do(
            self,
            lambda: store.save_preset(name, kept.system_prompt, kept.sampling),
            lambda preset: self._read_presets(preset.name),
            lane="presets",
        )

    def _drop_preset(self) -> None:
        preset = self._chosen_preset()
        if preset is not None:
            store = self._desk.paddock.chats
            self._desk.tasks.do(
                self, lambda: store.remove_preset(preset.id), lambda _none: self._read_presets(), lane="presets"
            )
