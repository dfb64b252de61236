"""The tiny model, for tests of this folder."""

from __future__ import annotations

from tests.tiny_gguf import tiny_gguf

__all__ = ["tiny_gguf"]
