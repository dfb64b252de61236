"""A short report to try documents on: made up, and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SAMPLE: Final = Path(__file__).parent / "Groundwater in the Elmbrook Valley.pdf"
# One that the smallest model answers rightly, so that the first answer a person sees shows its page.
QUESTION: Final = "How many wells did the regional water office inspect?"
