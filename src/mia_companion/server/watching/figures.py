"""What a process tells of itself in figures, for Prometheus. Of the whole process or database, never of a
site or a person, and what people do in tens:

    a request, how long it took        exact where it failed through us; else in tens, by the route's pattern
    entries, reminders, sign-ins       in tens, rounded down
    who has a line open                in tens, rounded down
    connections, backups, versions     exact: nobody does these by being somebody

At a site of three, one more `StepDone` at three in the night is somebody. In tens it is nobody, and over a
day the sums are right all the same.
"""

import platform
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator

from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from mia_companion import __version__

TEN = 10
KINDS = ("push", "pull", "file", "other")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other")
STATUSES = ("2xx", "3xx", "4xx", "5xx", "gone")
ANSWERS = ("accepted", "held", "refused")
OUTCOMES = ("sent", "refused", "later")
WAYS = {
    "/v1/sign-in": "password", "/v1/enrolments": "code", "/v1/tokens": "token",
    "/v1/login/callback": "provider", "/v1/login/at/{door}/passkey": "passkey",
    "/v1/login/redemptions": "digits",
}  # fmt: skip
"""By which people come in, by route."""
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_LIVE = "/v1/live"

Look = Callable[[], Awaitable[None]]


def in_tens(count: float) -> int:
    """Rounded down."""
    return int(count) // TEN * TEN


class Figures:
    """Counts, and is asked. `gauges` are read when it is asked, by name; a name is one of `_GAUGES`."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(self)
        self.gauges: dict[str, Callable[[], float]] = {}
        self.connections: Callable[[], dict[str, int]] = dict
        self.backups: dict[str, float] = {}
        """When the last one of each kind was made, in seconds since 1970."""
        self.reminders: Counter[str] = Counter()
        self.looks: list[Look] = []
        """What asks the database, before figures are told."""
        self._requests: Counter[tuple[str, str, str]] = Counter()
        self._entries: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._seconds = Histogram(
            "mia_request_seconds", "From a request's head to its answer's end, without live lines.",
            ["kind"], buckets=_BUCKETS, registry=self.registry,
        )  # fmt: skip

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """One was answered, or its asker went away: status 0."""
        kind = "gone" if status == 0 else f"{status // 100}xx"
        # Whoever asks chooses the method, and may choose any word.
        self._requests[route, method if method in METHODS else "other", kind] += 1
        if route != _LIVE:
            self._seconds.labels(_kind(route)).observe(seconds)
        if kind == "4xx" and route in WAYS:
            self._refused[WAYS[route]] += 1

    def entries(self, answers: Iterable[str]) -> None:
        """What was answered to each entry of a push."""
        self._entries.update(answers)

    async def look(self) -> None:
        """Ask what has to be asked, before it is told."""
        for one in self.looks:
            await one()

    def collect(self) -> Iterator[Metric]:
        """As Prometheus's library wants it."""
        yield _counted(
            "mia_requests", "Answered requests, in tens, 5xx exactly.", ["route", "method", "status"],
            self._told(),
        )  # fmt: skip
        yield _counted(
            "mia_entries", "Entries that were pushed, in tens.", ["answer"],
            (((one,), in_tens(self._entries[one])) for one in ANSWERS),
        )  # fmt: skip
        yield _counted(
            "mia_sign_ins_refused", "Of whoever came in, in tens.", ["way"],
            (((one,), in_tens(self._refused[one])) for one in WAYS.values()),
        )  # fmt: skip
        yield _counted(
            "mia_reminders", "Tries of this process to send one, in tens.", ["outcome"],
            (((one,), in_tens(self.reminders[one])) for one in OUTCOMES),
        )  # fmt: skip
        yield from self._collect_gauges()

    def _told(self) -> Iterator[tuple[tuple[str, str, str], int]]:
        for key, count in list(self._requests.items()):
            told = count if key[2] == "5xx" else in_tens(count)
            if told:  # that there is a line at all would tell of the first one
                yield key, told

    def _collect_gauges(self) -> Iterator[Metric]:
        for name, about in _GAUGES.items():
            if name in self.gauges:
                yield GaugeMetricFamily(name, about, value=self.gauges[name]())
        used = GaugeMetricFamily("mia_database_connections", "Of this process.", labels=["state"])
        for state, count in self.connections().items():
            used.add_metric([state], count)
        about = "Of `admin backup` and `backup-keys`."
        made = GaugeMetricFamily("mia_last_backup_timestamp_seconds", about, labels=["what"])
        for what, at in self.backups.items():
            made.add_metric([what], at)
        built = GaugeMetricFamily("mia_build_info", "Always 1.", labels=["version", "python"])
        built.add_metric([__version__, platform.python_version()], 1)
        yield from (used, made, built)


_GAUGES = {
    "mia_ready": "1 where requests may come, else 0.",
    "mia_live_lines": "Open lines of apps, in tens.",
    "mia_web_sessions": "Open pages of browsers, in tens.",
    "mia_reminders_waiting": "Of the database: those that are due, in tens.",
    "mia_reminders_overdue_seconds": "Of the database: for how long the oldest has been due.",
}


def _kind(route: str) -> str:
    if "/blobs/" in route:
        return "file"
    return route[4:] if route in ("/v1/push", "/v1/pull") else "other"


def _counted(
    name: str, about: str, labels: list[str], found: Iterable[tuple[tuple[str, ...], int]]
) -> CounterMetricFamily:
    made = CounterMetricFamily(name, about, labels=labels)
    for key, count in found:
        made.add_metric(list(key), count)
    return made
