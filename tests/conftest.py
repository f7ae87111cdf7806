"""What every test gets: an order with the fast ones first, and no silent skips in CI."""

import gc
import os
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.torture.printed"]

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# In CI the same examples every time, so that a red build is red again on a desk.
_slow_machines = [HealthCheck.too_slow]
settings.register_profile("default", deadline=None, suppress_health_check=_slow_machines)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, database=None)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2_000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "default")
)

LATE = ("slow", "postgres", "browser", "journey")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_lateness)


def pytest_collection_finish() -> None:
    """What has been imported stays. Looked through for garbage again and again, it is a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _no_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _no_skip((yield))


def _lateness(item: pytest.Item) -> tuple[int, float]:
    """Last what is slowest; of that, first what may take longest, so that nobody waits for it alone."""
    late = max((LATE.index(m.name) + 1 for m in item.iter_markers() if m.name in LATE), default=0)
    longest = item.get_closest_marker("timeout")
    return late, -longest.args[0] if longest and late == len(LATE) else 0


def _no_skip(report: Report) -> Report:
    """In CI a test that did not run has not passed. An expected failure did run."""
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which is a failure in CI: {report.longrepr}"
    return report
