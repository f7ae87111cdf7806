"""Rows from what the rounds of each side gave."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from bench.figures import Figure
from bench.peers.rounds import ratio
from bench.peers.rows import FLOOR, POCKETBASE, Reach, Row

OURS, KINTO = "ours", "Kinto"
_ON_ANOTHER_ENGINE = {POCKETBASE: "SQLite only", KINTO: "PostgreSQL only"}
_NO_DEVICE = "has no device"


def row(
    what: str,
    values: Mapping[str, Sequence[float]],
    show: Callable[[float], str],
    *reaches: Reach,
    absent: Mapping[str, str] = _ON_ANOTHER_ENGINE,
    value: float | None = None,
) -> Row:
    """Medians of the rounds, and the medians of the rounds' own ratios.

    `absent` says why there is nothing of a peer; `value` is what a reach that is no ratio is held against.
    """

    def cell(name: str) -> str:
        return show(median(values[name])) if name in values else absent.get(name, "")

    def beside(name: str) -> float | None:
        return ratio(values[OURS], values[name]) if {OURS, name} <= values.keys() else None

    return Row(
        what=what,
        ours=cell(OURS),
        pocketbase=cell(POCKETBASE),
        kinto=cell(KINTO),
        floor=cell(FLOOR),
        to_floor=beside(FLOOR),
        to_pocketbase=beside(POCKETBASE),
        reaches=reaches,
        value=value,
    )


def of_a_device(figure: Figure) -> Row:
    """What is measured on a device, where the peers have nothing."""
    reach = () if figure.reach is None else (Reach(figure.reach, FLOOR, at_most=True),)
    return Row(
        what=figure.what, ours=figure.median, pocketbase=_NO_DEVICE, kinto=_NO_DEVICE,
        floor=figure.floor, to_floor=figure.ratio, reaches=reach,
    )  # fmt: skip


def rate(number: float) -> str:
    """So many in a second."""
    return f"{number:,.0f}/s"


def megabytes(size: float) -> str:
    """A million bytes is one."""
    return f"{size / 1e6:.2f} MB"


def kibibytes(size: float) -> str:
    """1,024 bytes are one."""
    return f"{size / 1024:.1f} KiB"
