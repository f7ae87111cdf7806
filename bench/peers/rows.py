"""The table: one row is one kind of work, ours beside the peers and the floor."""

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = (
    *("What", "Ours", "PocketBase", "Kinto", "Floor", "To the floor", "To PocketBase"),
    *("Reach", "Met"),
)


@dataclass(frozen=True, slots=True)
class Reach:
    """What is wanted of a ratio: at least so much, or at most. `to` names the column, or is the unit."""

    limit: float
    to: str
    at_most: bool = False

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        times = "×" if self.to in (FLOOR, POCKETBASE) else ""
        return " ".join(part for part in (sign, f"{self.limit:.3g}", times, self.to) if part)

    def met_by(self, value: float) -> bool:
        """Whether that is enough."""
        return value <= self.limit if self.at_most else value >= self.limit


FLOOR, POCKETBASE = "floor", "PocketBase"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells are ready to print, empty where nothing was measured; ratios are ours to theirs.

    `value` is what a reach that is no ratio is held against.
    """

    what: str
    ours: str
    pocketbase: str = ""
    kinto: str = ""
    floor: str = ""
    to_floor: float | None = None
    to_pocketbase: float | None = None
    reaches: Sequence[Reach] = ()
    value: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether every reach is met; None when there is none, or one that cannot be told."""
        values = [self._of(one) for one in self.reaches]
        if not values or None in values:
            return None
        pairs = zip(self.reaches, values, strict=True)
        return all(reach.met_by(value) for reach, value in pairs if value is not None)

    def _of(self, reach: Reach) -> float | None:
        return {FLOOR: self.to_floor, POCKETBASE: self.to_pocketbase}.get(reach.to, self.value)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row, in the order of `HEAD`."""
        reach = ", ".join(str(one) for one in self.reaches)
        met = {True: "yes", False: "**no**", None: ""}[self.met]
        named = (self.what, self.ours, self.pocketbase, self.kinto, self.floor)
        return (*named, _times(self.to_floor), _times(self.to_pocketbase), reach, met)


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f} ×"


def table(rows: Sequence[Row]) -> str:
    """All rows as one Markdown table."""
    rule = ["---", *("--:" for _ in HEAD[1:])]
    lines = [HEAD, rule, *(one.cells for one in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
