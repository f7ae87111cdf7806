"""What befalls those of the second association, where anything may happen to anybody: by their coordinators,
and by the server. For each language that is walked somebody new is there, with a long talk behind them."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from unittest.mock import patch

from mia_companion.demo.story import signed_in
from mia_companion.demo.tellers import StoryClock, Teller, app_of
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.consents import ON_PAPER
from mia_companion.i18n.words import words_for
from mia_companion.server import judging, operations
from mia_companion.server.backend import Backend
from mia_companion.server.push import Pushes
from mia_companion.server.refusals import Refusal
from mia_companion.server.running import running
from mia_companion.server.surroundings import Surroundings
from mia_companion.ui.components.consent_words import PURPOSES, TEXT_VERSION
from mia_companion.ui.components.earlier import PAGE
from mia_companion.wire import problems
from mia_companion.wire.accounts import Invitation, Invite
from tools.walk.scene import Told
from tools.walk.second import SIV, TORE

VERA = "Vera Ny"
COFFEE, SPRING, STEP = "Fika med Kim", "Möte om våren", "Gå till biblioteket"


async def arrive(told: Told, tag: str) -> None:
    """Somebody who reads that language. `told.ids` has them as `vera`, the `code` that opens one browser for
    them, and their times as `own` and `spring`."""
    telling = StoryClock(told.clock())
    telling.go(-40, 9)
    async with signed_in(told.scene.address, telling, os.urandom, SIV) as siv:
        invited = await siv.do.access.invite(VERA)
        if not isinstance(invited, Invitation):
            raise SystemExit(f"Nobody could be invited: {invited}")
        told.ids["vera"] = invited.participant
        async with app_of(told.scene.address, telling, os.urandom) as app:
            app.do.choices.language(tag)
            if problem := await app.do.access.enrol(invited.code):
                raise SystemExit(f"The app could not be opened: {problem}")
            await app.sync()
            await siv.sync()
            await _tell(told, telling, app, siv)
        await next_code(told)


async def _tell(told: Told, telling: StoryClock, app: Teller, siv: Teller) -> None:
    vera = told.ids["vera"]
    for number in range(1, PAGE // 2 + 2):
        telling.go(-39 + number, 9)
        app.do.messages.write(f"Fråga {number}")
        await app.sync()
        await siv.sync()
        telling.go(-39 + number, 10)
        siv.do.messages.write(f"Svar {number}", participant=vera)
        await siv.sync()
        await app.sync()
    goal = app.do.path.set_goal("Hitta tillbaka", "studies").item
    app.do.path.plan_step(STEP, goal_id=goal)
    app.do.path.plan_step("Andas ut", private=True)
    meets = telling.go(9, 13)
    telling.go(-2, 9)
    told.ids["own"] = app.do.appointments.book(COFFEE, "other", meets).item
    told.ids["spring"] = siv.do.appointments.book(
        SPRING,
        "municipality",
        meets + timedelta(days=1),
        participant=vera,
        booking_id=siv.companion.ids.new(),
    ).item
    await siv.sync()
    await app.sync()
    await siv.sync()


async def next_code(told: Told) -> None:
    """A code that opens one browser."""
    async with _at_work(told) as siv:
        invited = await siv.companion.client.invite(Invite(participant=told.ids["vera"]))
    told.ids["code"] = invited.code


@asynccontextmanager
async def _at_work(told: Told) -> AsyncIterator[Teller]:
    """Siv, on another device, who knows all that is known, and what is done is sent."""
    async with signed_in(told.scene.address, StoryClock(told.clock()), os.urandom, SIV) as siv:
        await siv.sync()
        yield siv
        await siv.sync()


async def arrives(told: Told) -> None:
    """Somebody new, whom nobody walks with themselves."""
    await arrive(told, "sv")


async def goes_away(told: Told) -> None:
    """Siv, for a week; Tore answers."""
    async with _at_work(told) as siv:
        tore = next(one for one in siv.companion.view.coordinators if one.name == TORE.name)
        today = told.clock().date()
        problem = await siv.do.following.cover(
            tore.coordinator_id, today, today + timedelta(days=6), siv.do.drafts.new_id()
        )
        if problem:
            raise SystemExit(f"Siv cannot be away: {problem}")


async def moves_the_coffee(told: Told) -> None:
    """Siv gives the person's own time another hour."""
    await _moves(told, "own")


async def moves_the_meeting(told: Told) -> None:
    """Siv, on another device."""
    await _moves(told, "spring")


async def _moves(told: Told, name: str) -> None:
    async with _at_work(told) as siv:
        one = _time(told, siv, name)
        later = one.now.starts_at + timedelta(hours=1)
        siv.do.appointments.move(one, later, participant=told.ids["vera"])


def _time(told: Told, siv: Teller, name: str) -> Appointment:
    found = siv.companion.view.plan(told.ids["vera"]).appointment(told.ids[name])
    assert found is not None
    return found


async def cancels_the_meeting(told: Told) -> None:
    """Siv, on another device."""
    async with _at_work(told) as siv:
        spring = _time(told, siv, "spring")
        siv.do.appointments.cancel(spring, participant=told.ids["vera"])


async def takes_down_a_consent(told: Told) -> None:
    """Siv writes down a yes that was said on paper."""
    async with _at_work(told) as siv:
        today = told.clock().date()
        said = {
            "from_party": "region",
            "to_party": "municipality",
            "categories": ("plan", "work"),
            "purpose": words_for("sv").t(PURPOSES[2]),
            "valid_from": today,
            "valid_until": today + timedelta(days=20),
            "language": "sv",
            "text_version": TEXT_VERSION,
        }
        done = siv.do.consents.take_down(
            told.ids["vera"], said, collected=ON_PAPER, said_on=today, today=today
        )
        told.ids["consent"] = done.item


async def takes_it_back(told: Told) -> None:
    """Siv writes down that the yes was taken back."""
    async with _at_work(told) as siv:
        siv.do.consents.withdraw(told.ids["consent"], told.ids["vera"])


async def refuses(told: Told) -> None:
    """The server takes nothing of what is written, whoever has written it, until it is `willing`."""
    told.held.enter_context(patch.object(judging, "may_say", lambda *_: False))


async def is_silent(told: Told) -> None:
    """The server answers that it cannot, until it is `willing`."""

    async def cannot(*_: object) -> None:
        raise Refusal(problems.UNAVAILABLE)

    told.held.enter_context(patch.object(Pushes, "take", cannot))


async def is_willing(told: Told) -> None:
    """As it was."""
    told.held.close()


async def erased(told: Told) -> None:
    """Everything about the person, for good."""
    async with running(Backend(told.settings, Surroundings(told.clock))) as backend:
        await operations.erase_participant(backend, told.ids["vera"])
