"""Mail and SMS in the demo: they come to the terminal, and to nobody.

What the server alone can say is said here: that an address is right, and that something did not arrive.
"""

from dataclasses import dataclass

from mia_companion.domain.channels import CHANNELS, MAIL, SMS, AddressProved
from mia_companion.domain.ways import addresses_of, channels_of
from mia_companion.server.backend import Backend
from mia_companion.server.reminders.outcomes import Message, Outcome
from mia_companion.server.reminders.settings import ReminderSettings


@dataclass(frozen=True, slots=True)
class Terminal:
    """Whoever has the demo before them reads what is sent."""

    name: str

    async def send(self, message: Message) -> Outcome:
        """Always taken."""
        print(f"  {self.name} to {message.to}: {message.text.strip()}", flush=True)  # noqa: T201
        return Outcome.ACCEPTED


TO_THE_TERMINAL = ReminderSettings(others={MAIL: Terminal("Mail"), SMS: Terminal("SMS")})


async def tell_post(backend: Backend, reached: str, not_reached: str) -> None:
    """Of two participants who have chosen: both have confirmed it, and to one of them a mail came back."""
    for participant in (reached, not_reached):
        plans = backend.reminders.plans
        if (heads := await plans.heads(participant)) is None:
            continue
        plan = await plans.of(heads)
        if (chosen := channels_of(plan)) is None:
            continue
        journal = heads.own if chosen == plan.own.channels.get(CHANNELS) else heads.shared
        async with backend.changes.open() as change:
            for channel, to in addresses_of(chosen.said):
                said = AddressProved(channel=channel, to=to)
                await backend.speaker.say(change, journal, said)
        if participant == not_reached:
            await backend.reminders.not_reached.say(heads, plan, chosen, MAIL)
