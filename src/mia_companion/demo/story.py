"""What has happened in the demo, told through the same verbs that people use."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from mia_companion.demo import reminders
from mia_companion.demo.away import tell_away
from mia_companion.demo.handed_over import hand_over
from mia_companion.demo.keepsakes import tell_keepsakes
from mia_companion.demo.letters import LETTERS, list_hours
from mia_companion.demo.meetings import tell_meetings
from mia_companion.demo.people import (
    ANNA,
    CONTACTS,
    ELIN,
    JONAS,
    MAREK,
    SAMIRA,
    DemoCoordinator,
    DemoParticipant,
)
from mia_companion.demo.support import say_yes, tell_support
from mia_companion.demo.tales import TALES
from mia_companion.demo.tellers import Random, StoryClock, Teller, app_of
from mia_companion.domain import rights
from mia_companion.domain.directory import ContactListed
from mia_companion.wire.accounts import Invitation, Invite


class StoryFailed(Exception):
    """The story could not be told; says at which word."""


async def tell(server: str, today: datetime, random: Random) -> dict[DemoParticipant, str]:
    """Tell everything to an empty server; each participant's id."""
    clock = StoryClock(today)
    clock.go(-42, 9)
    async with signed_in(server, clock, random, ANNA) as anna:
        _list_contacts(anna)
        list_hours(anna, clock)
        invited = {one: await _invited(anna, one.name) for one in (SAMIRA, ELIN, MAREK)}
        ids = {one: invitation.participant for one, invitation in invited.items()}
        await anna.sync()
        clock.go(-8, 16)
        tell_meetings(clock, anna, tuple(ids.values()))
        await anna.sync()
        for person, invitation in invited.items():
            async with app_of(server, clock, random) as app:
                app.do.choices.language(person.language)
                _must(not await app.do.access.enrol(invitation.code), "enrol")
                await anna.sync()
                await TALES[person](clock, anna, app, invitation.participant)
                await tell_support(person, clock, anna, invitation.participant)
                if person is SAMIRA:
                    say_yes(clock, app)
                if person is MAREK:
                    reminders.write_down(clock, anna, invitation.participant)
                await tell_keepsakes(person, clock, anna, app, invitation.participant)
                await app.sync()
                await reminders.choose(clock, app, person)
                if person in LETTERS:
                    await LETTERS[person](clock, anna, app, invitation.participant)
                    await app.sync()
        await anna.sync()
        await hand_over(clock, anna, ids[SAMIRA])
    async with signed_in(server, clock, random, JONAS) as jonas:
        await tell_away(server, clock, random, jonas)
    return ids


async def new_code(server: str, today: datetime, random: Random, participant: str) -> str:
    """A fresh code, with which one more device can open a participant's app."""
    async with signed_in(server, StoryClock(today), random, ANNA) as anna:
        return (await anna.companion.client.invite(Invite(participant=participant))).code


@asynccontextmanager
async def signed_in(
    server: str, clock: StoryClock, random: Random, who: DemoCoordinator
) -> AsyncIterator[Teller]:
    """A coordinator's app."""
    async with app_of(server, clock, random) as app:
        app.do.choices.language("sv")
        _must(not await app.do.access.sign_in(who.email, who.password), "sign in")
        yield app


def _list_contacts(anna: Teller) -> None:
    directory = anna.companion.view.journal(rights.DIRECTORY)
    for name, party, role, phone, address in CONTACTS:
        anna.companion.record(
            directory or "",
            ContactListed(
                contact_id=anna.companion.ids.new(),
                name=name,
                party=party,
                role=role,
                phone=phone,
                address=address,
            ),
        )


async def _invited(anna: Teller, name: str) -> Invitation:
    answer = await anna.do.access.invite(name)
    if isinstance(answer, str):
        raise StoryFailed(answer)
    return answer


def _must(well: bool, what: str) -> None:
    if not well:
        raise StoryFailed(what)
