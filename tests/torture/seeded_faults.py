"""All faults in the engine, each seeded alone."""

from tests.torture import seeded_meaning, seeded_reading, seeded_sending
from tests.torture.seeding import Fault

FAULTS: tuple[Fault, ...] = (
    *seeded_sending.FAULTS,
    *seeded_reading.FAULTS,
    *seeded_meaning.FAULTS,
)
