"""What so many people need, by what was measured. Every constant here is an assumption."""

import math
from dataclasses import dataclass

from bench.measured import Measured
from bench.monday import COUNTRY
from bench.morning import Rates

PLACES = {
    "a site": (40, 3),
    "an association": (250, 16),
    "a county": (1_000, 70),
    "the country": (COUNTRY.participants, COUNTRY.coordinators),
}
"""Participants and coordinators."""

YEAR = 550
"""Entries of a participant, whoever writes them."""
DEVICES = 1.3
BROWSERS = 0.5
PHOTO_BYTES = 280_000
YEARS = 5
PEAK = 10
SPARE = 2.0
PROCESS_MIB = 4_096
PASSWORD_MIB = 2 * 64
POSTGRES_MIB = 1_024
MACHINE_CORES, MACHINE_MIB = 8, 32_768
STAYS_SECONDS = 300
_A_YEAR = 365.25 * 24 * 3600


@dataclass(frozen=True)
class Load:
    """One place's."""

    participants: int
    coordinators: int
    by: Measured

    @property
    def share(self) -> float:
        """Of the country."""
        return self.participants / COUNTRY.participants

    @property
    def there(self) -> int:
        """Coordinators at once in the busiest hour."""
        return math.ceil(self.coordinators * Rates().there / COUNTRY.coordinators)

    @property
    def visiting(self) -> int:
        """Participants at once in that hour."""
        return math.ceil(self.share * Rates().visits * Rates().stay_seconds)

    @property
    def entries(self) -> int:
        """A year."""
        return self.participants * YEAR

    @property
    def rows_bytes(self) -> float:
        """A year."""
        return float(self.entries * self.by.entry_bytes)

    @property
    def photo_bytes(self) -> float:
        """A year."""
        return self.share * Rates().photos / PEAK * _A_YEAR * PHOTO_BYTES

    @property
    def program_cores(self) -> float:
        """In the busiest hour, on PostgreSQL, without what screens cost."""
        return self.share * self.by.core * self.by.dearer

    def memory(self, processes: int) -> float:
        """MiB of all of them together, in the busiest hour."""
        by, caseload = self.by, self.participants * COUNTRY.followed_by / self.coordinators
        read = min(self.there * caseload, self.participants * processes)
        pages = self.share * Rates().visits * (Rates().stay_seconds + STAYS_SECONDS) * BROWSERS
        return (
            processes * (by.resting_mib + PASSWORD_MIB)
            + (self.there + self.visiting) * by.line_kib / 1024
            + pages * by.session_kib / 1024
            + self.there * by.caseload_mib
            + read * by.read_mib
        )

    @property
    def processes(self) -> int:
        """So that none holds more than it may; two from a county on, so that one may be lost."""
        some = 2 if self.participants >= PLACES["a county"][0] else 1
        while self.memory(some) / some > PROCESS_MIB:
            some += 1
        return some

    @property
    def machines(self) -> int:
        """Where one does not carry all: those that do, one that may be lost, and PostgreSQL's."""
        cores = SPARE * self.program_cores * (1 + self.by.beside)
        memory = self.memory(self.processes) + POSTGRES_MIB
        if memory <= MACHINE_MIB and max(cores, self.processes + 1) <= MACHINE_CORES:
            return 1
        carrying = max(self.memory(self.processes) / MACHINE_MIB, self.processes / MACHINE_CORES)
        return math.ceil(carrying) + 2
