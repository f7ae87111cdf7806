"""What is chosen is sent, once, at its time, in words that tell nothing; what is called off is not."""

from datetime import time

import pytest
import sqlalchemy as sa

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.domain.people import IdentityProtected, LanguageChosen
from mia_companion.domain.reminders import ReminderSet
from mia_companion.domain.steps import StepPlanned
from mia_companion.i18n.words import words_for
from mia_companion.server import operations
from mia_companion.server.results.tables import publications  # noqa: F401  every table is known
from mia_companion.server.schema import entries
from tests.server.reminders.post_office import (
    NOT_NOW,
    TAKES,
    PostOffice,
)
from tests.server.reminders.reminding import A_MINUTE, ADDRESS, BY_MAIL, PLACE, TITLE, Reminding


async def test_it_comes_once_at_its_time_and_tells_nothing(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    assert await sends.look_at(sends.noon(2) - A_MINUTE) == 0
    assert office.came == []
    assert await sends.look_at(sends.noon(2)) == 1
    [(envelope, mail)] = office.came
    assert envelope.rcpt_tos == [ADDRESS]
    assert mail["To"] == ADDRESS
    assert mail["From"] == "MIA <no-reply@mia.example.se>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    text = mail.get_content()
    assert words_for("sv").day(sends.noon(3).date()) + " 12:00" in text
    for secret in (TITLE, PLACE, "region", "Eva", who.phone.id, "http"):
        assert secret not in str(mail) + text
    id_ = mail["Message-ID"].removeprefix("<").partition("@")[0]
    assert envelope.mail_from == f"bounces+{id_}@mia.example.se"
    assert await sends.look_at(sends.noon(2) + A_MINUTE) == 0
    assert len(office.came) == 1


async def test_a_moved_appointment_moves_it_and_a_cancelled_one_takes_it_away(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    moved, booking = await who.booked(sends.noon(3))
    off, other = await who.booked(sends.noon(3))
    await sends.look()
    assert await who.states() == ["waits", "waits"]
    sends.clock.now = sends.noon(2) - A_MINUTE
    await who.told(
        AppointmentMoved(appointment_id=moved, revision=booking, starts_at=sends.noon(5))
    )
    await who.told(AppointmentCancelled(appointment_id=off, revision=other))
    assert await sends.look_at(sends.noon(2)) == 0
    assert office.came == []
    assert await sends.look_at(sends.noon(4)) == 1
    [(_, mail)] = office.came
    assert words_for("sv").day(sends.noon(5).date()) in mail.get_content()


async def test_what_was_called_off_after_it_was_taken_is_not_sent(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    off, booking = await who.booked(sends.noon(3))
    await sends.look()
    sends.clock.now = sends.noon(2)
    [claim] = await sends.backend.reminders.claims.take(sends.noon(2), 8)
    await who.told(AppointmentCancelled(appointment_id=off, revision=booking))
    await sends.backend.reminders.see_to(claim)
    assert (office.came, await who.states()) == ([], [])


async def test_a_changed_address_gets_what_waits(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    await sends.look()
    await who.say_alone(BY_MAIL.model_copy(update={"mail": "other@example.org"}))
    await sends.look_at(sends.noon(2))
    assert [envelope.rcpt_tos for envelope, _ in office.came] == [["other@example.org"]]


async def test_one_who_has_no_app_is_reminded_as_the_coordinator_wrote_it_down(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone()
    await who.told(BY_MAIL)
    await who.booked(sends.noon(3))
    await sends.look_at(sends.noon(2))
    [(_, mail)] = office.came
    assert "MIA" not in mail.get_content()


async def test_with_a_protected_identity_only_by_ones_own_choice(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone()
    await who.told(BY_MAIL)
    await who.told(IdentityProtected(protected=True))
    await who.booked(sends.noon(3))
    assert await sends.look_at(sends.noon(2)) == 0
    await who.say_alone(BY_MAIL)
    await who.booked(sends.noon(6))
    await sends.look_at(sends.noon(5))
    assert len(office.came) == 1


async def test_quiet_hours_and_a_line_that_was_down_until_they_began(
    sends: Reminding, office: PostOffice
) -> None:
    quiet = {"quiet_from": time(12, 30), "quiet_until": time(15)}
    who = await sends.someone(BY_MAIL.model_copy(update=quiet))
    await who.booked(sends.noon(3))
    office.mood = NOT_NOW
    assert await sends.look_at(sends.noon(2)) == 1
    office.mood = TAKES
    assert await sends.look_at(sends.noon(2) + 40 * A_MINUTE) == 1
    assert office.came == []
    assert await sends.look_at(sends.noon(2) + 180 * A_MINUTE) == 1
    assert len(office.came) == 1


@pytest.mark.parametrize("language", ["ckb"])
@pytest.mark.whole
async def test_in_letters_that_every_mail_server_takes(
    sends: Reminding, office: PostOffice, language: str
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.told(LanguageChosen(language=language))
    await who.booked(sends.noon(3))
    await sends.look_at(sends.noon(2))
    [(envelope, mail)] = office.came
    assert isinstance(envelope.content, bytes)
    assert envelope.content.isascii()
    assert words_for(language).day(sends.noon(3).date()) in mail.get_content()


@pytest.mark.whole
async def test_of_steps_those_that_one_wants_to_be_reminded_of(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    day = sends.noon(2).date()
    for step in ("wanted", "not"):
        await who.say_alone(StepPlanned(step_id=step, words=TITLE, day=day))
    await who.say_alone(ReminderSet(item="wanted", at=time(12)))
    await sends.look()
    assert await sends.look_at(sends.noon(2)) == 1
    [(_, mail)] = office.came
    assert TITLE not in mail.get_content()


@pytest.mark.whole
async def test_somebody_whose_journal_is_broken_keeps_nobody_else_from_theirs(
    sends: Reminding, office: PostOffice
) -> None:
    broken, idle, who = [await sends.someone(one) for one in (BY_MAIL, None, BY_MAIL)]
    for one in (broken, idle, who):
        await one.booked(sends.noon(3))
    await sends.look()
    for one in (broken, idle, who):
        await one.booked(sends.noon(4))
    async with sends.backend.database.writing() as connection:
        for one in (broken, idle):
            mine = sa.update(entries).where(entries.c.journal == one.shared)
            await connection.execute(mine.values(sealed=b"broken"))
    assert await sends.look_at(sends.noon(2)) == 2
    assert len(office.came) == 1
    for one in (broken, idle):
        await operations.erase_participant(sends.backend, one.phone.id)
