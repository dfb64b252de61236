"""All of Qt. Whatever of it is imported first makes the process safe for PySide6."""

from paddock.ui.immortal import make_constants_immortal

make_constants_immortal()
