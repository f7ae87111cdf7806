"""Puts together what sends reminders."""

import random
from dataclasses import dataclass

from mia_companion.domain.channels import MAIL, SMS
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.keys import KeyStore
from mia_companion.server.pictures import Pictures
from mia_companion.server.reminders.claiming import Claims
from mia_companion.server.reminders.digits import Digits
from mia_companion.server.reminders.mail import Mail
from mia_companion.server.reminders.not_reached import NotReached
from mia_companion.server.reminders.plans import Plans
from mia_companion.server.reminders.projecting import Projection
from mia_companion.server.reminders.proving import Proving
from mia_companion.server.reminders.settings import ReminderSettings
from mia_companion.server.reminders.sms import provider
from mia_companion.server.reminders.worker import Reminders
from mia_companion.server.speaking import Speaker
from mia_companion.server.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Sending:
    """What it takes besides what is written, not started."""

    settings: ReminderSettings
    look_seconds: float
    surroundings: Surroundings
    keys: KeyStore
    guesses: Guesses

    def made(self, changes: Changes, pictures: Pictures, speaker: Speaker) -> Reminders:
        """It, over the database that the changes are made in."""
        database, ways = changes.database, dict(self.settings.others)
        if self.settings.mail:
            ways[MAIL] = Mail(self.settings.mail, self.surroundings)
        if self.settings.sms:
            ways[SMS] = provider(self.settings.sms)
        plans = Plans(database, pictures)
        return Reminders(
            ways,
            Projection(database, pictures.journals, plans),
            plans=plans,
            claims=Claims(database),
            not_reached=NotReached(changes, speaker),
            clock=self.surroundings.clock,
            uniform=random.uniform,
            look_seconds=self.look_seconds,
            proving=Proving(
                ways,
                changes,
                plans=plans,
                speaker=speaker,
                digits=Digits(self.keys),
                guesses=self.guesses,
                surroundings=self.surroundings,
            ),
        )
