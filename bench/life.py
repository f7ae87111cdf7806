"""A life as journals tell it, of as many entries as are wanted. The same in every run."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bench.weeks import Told, Weeks
from mia_companion.domain.appointments import AppointmentConfirmed


def life(entries: int, until: datetime, seed: int = 1) -> list[Told]:
    """So many entries, the last of them at `until`. Every life ends alike: an appointment lies ahead, and
    a message has not been read."""
    first, before, told = until - timedelta(days=4000), 0, list[Told]()
    for _ in range(3):  # how long it is, and how many are missing, is known when it has been told
        told = list(_told(Weeks(first, seed), entries, before))
        late = until - told[-1].at if told else timedelta()
        first, before = first + late, before + entries - len(told)
    return told


def _told(weeks: Weeks, most: int, before: int) -> Iterator[Told]:
    """Some check-ins before everything, and then weeks as long as the next one ends within `most`."""
    count, held = before, list[Told]()
    for _ in range(before):
        yield weeks.check_in()
    for one in weeks.weeks():
        held.append(one)
        if count + len(held) > most:
            return
        if isinstance(one.fact, AppointmentConfirmed):
            yield from held
            count, held = count + len(held), []
