"""One figure is one row of the one table."""

from dataclasses import dataclass

HEAD = ("What", "Median", "p99", "Floor", "Ratio", "Reach")


@dataclass(frozen=True, slots=True)
class Figure:
    """Values are ready to print; what was not measured is empty. `reach` is the highest ratio wanted."""

    what: str
    median: str
    p99: str = ""
    floor: str = ""
    ratio: float | None = None
    reach: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row, in the order of `HEAD`."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        reach = "" if self.reach is None else f"{self.reach:.1f} ×"
        return (self.what, self.median, self.p99, self.floor, ratio, reach)

    @property
    def missed(self) -> bool:
        """Whether it is above what was wanted."""
        return None not in (self.ratio, self.reach) and self.ratio > self.reach  # type: ignore[operator]


def table(figures: list[Figure]) -> str:
    """All figures as one Markdown table, its columns level."""
    rows = [HEAD, *(one.cells for one in figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEAD))]
    rule = "|".join("-" * (w + 2) if n == 0 else "-" * (w + 1) + ":" for n, w in enumerate(widths))
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows
    ]
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def duration(seconds: float) -> str:
    """Three digits and the unit that fits."""
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 0.1 else f"{seconds * 1e3:.0f} ms"
