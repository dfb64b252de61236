"""A figure: what was measured, its yardstick in the same run, and the aim it is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One row of the table. `at_most` tells whether small is good; `yardstick` is empty where the aim is absolute."""

    name: str
    value: float
    unit: str
    aim: float
    at_most: bool
    measured: str = ""
    yardstick: str = ""

    @property
    def met(self) -> bool:
        """Tell whether the aim is reached."""
        return self.value <= self.aim if self.at_most else self.value >= self.aim

    def row(self) -> str:
        """Return the figure as a line of a Markdown table."""
        sign = "≤" if self.at_most else "≥"
        value, aim = (f"{number:,.3f}" if number < 10 else f"{number:,.0f}" for number in (self.value, self.aim))
        verdict = "met" if self.met else "**missed**"
        return f"| {self.name} | {value} {self.unit} | {sign} {aim} | {verdict} | {self.measured} | {self.yardstick} |"


HEADING = "| figure | value | aim | | measured | yardstick |\n|---|---|---|---|---|---|"
