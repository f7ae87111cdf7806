"""What the tortures found, printed as one table, and kept in the documentation by `make torture`."""

import os
from pathlib import Path

import pytest

from tests.torture.sizes import WHOLE

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- make torture writes from here -->\n", "<!-- to here -->"
_HEAD = ("", "What is done", "How often", "What came of it", "Time")
_NAME = "torture"


class Told:
    """One row of the table: a test tells it at its end, when all that it says has been asserted."""

    def __init__(self, node: pytest.Item) -> None:
        self._node = node

    def __call__(self, number: int, what: str, done: str, found: str) -> None:
        """`number` is the promise's place in docs/reliability.md; the rest stands as it is given."""
        self._node.user_properties.append((_NAME, (number, what, done, found)))


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Told:
    """Tells a row."""
    return Told(request.node)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table, when there is one."""
    rows = sorted(
        (*said, f"{report.duration:.0f} s")
        for report in terminalreporter.getreports("passed")
        for name, said in report.user_properties
        if name == _NAME
    )
    if not rows:
        return
    table = _table([tuple(str(cell) for cell in row) for row in rows])
    terminalreporter.section("torture, whole" if WHOLE else "torture, in short")
    terminalreporter.write_line(table)
    failed = any(terminalreporter.stats.get(one) for one in ("failed", "error"))
    if WHOLE and not failed and os.environ.get("TORTURE_KEEP"):
        page = PAGE.read_text("utf-8")
        before, _, rest = page.partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n\n{END}{after}", "utf-8")


def _table(rows: list[tuple[str, ...]]) -> str:
    lines = [_HEAD, tuple("--" for _ in _HEAD), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
