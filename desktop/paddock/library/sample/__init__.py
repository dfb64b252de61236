"""A short report to try documents on: made up, and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SAMPLE: Final = Path(__file__).parent / "Groundwater in the Elmbrook Valley.pdf"
QUESTION: Final = "In how many wells was nitrate above the limit, and what does the office recommend?"
