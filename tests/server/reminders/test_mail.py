"""What is chosen is sent, once, at its time, in words that tell nothing; what is called off is not."""

from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.domain.channels import ChannelsChosen, ReminderNotReached
from mia_companion.domain.facts import read_fact
from mia_companion.domain.people import IdentityProtected, LanguageChosen
from mia_companion.domain.reminders import ReminderSet
from mia_companion.server import operations
from mia_companion.server.reminders.tables import reminder_plans, sendings
from mia_companion.server.results.tables import publications  # noqa: F401  every table is known
from mia_companion.server.schema import metadata
from tests.server.reminders.conftest import ADDRESS, PLACE, TITLE, Reminding, Someone, noon
from tests.server.reminders.post_office import (
    DIES,
    NEVER,
    NEVER_AT_DATA,
    NOT_NOW,
    TAKES,
    PostOffice,
)

BY_MAIL = ChannelsChosen(mail=ADDRESS, appointments=(24 * 60,))
A_MINUTE = timedelta(minutes=1)


async def _states(world: Reminding) -> list[str]:
    async with world.backend.database.reading() as connection:
        return sorted(await connection.scalars(sa.select(sendings.c.state)))


async def _at(world: Reminding, moment: object) -> int:
    world.clock.now = moment  # type: ignore[assignment]
    return await world.look()


async def _not_reached(who: Someone, journal: str) -> list[ReminderNotReached]:
    await who.phone.refresh()
    found = (read_fact(one.entry.body) for one in await who.phone.read(journal))
    return [one for one in found if isinstance(one, ReminderNotReached)]


async def test_it_comes_once_at_its_time_and_tells_nothing(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(noon(3))
    assert await _at(sends, noon(2) - A_MINUTE) == 0
    assert office.came == []
    assert await _at(sends, noon(2)) == 1
    [(envelope, mail)] = office.came
    assert envelope.rcpt_tos == [ADDRESS]
    assert mail["To"] == ADDRESS
    assert mail["From"] == "MIA <no-reply@mia.example.se>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    text = mail.get_content()
    assert "torsdag 5 mars 12:00" in text
    for secret in (TITLE, PLACE, "region", "Eva", who.phone.id, "http"):
        assert secret not in str(mail) + text
    id_ = mail["Message-ID"].removeprefix("<").partition("@")[0]
    assert envelope.mail_from == f"bounces+{id_}@mia.example.se"
    assert await _at(sends, noon(2) + A_MINUTE) == 0
    assert len(office.came) == 1


async def test_a_moved_appointment_moves_it_and_a_cancelled_one_takes_it_away(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    moved, booking = await who.booked(noon(3))
    off, other = await who.booked(noon(3))
    await sends.look()
    assert await _states(sends) == ["waits", "waits"]
    sends.clock.now = noon(2) - A_MINUTE
    await who.told(AppointmentMoved(appointment_id=moved, revision=booking, starts_at=noon(5)))
    await who.told(AppointmentCancelled(appointment_id=off, revision=other))
    assert await _at(sends, noon(2)) == 0
    assert office.came == []
    assert await _at(sends, noon(4)) == 1
    [(_, mail)] = office.came
    assert "lördag 7 mars" in mail.get_content()


async def test_what_was_called_off_after_it_was_taken_is_not_sent(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    off, booking = await who.booked(noon(3))
    await sends.look()
    sends.clock.now = noon(2)
    [claim] = await sends.backend.reminders.claims.take(noon(2), 8)
    await who.told(AppointmentCancelled(appointment_id=off, revision=booking))
    await sends.backend.reminders.see_to(claim)
    assert (office.came, await _states(sends)) == ([], [])


async def test_a_changed_address_gets_what_waits(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(noon(3))
    await sends.look()
    await who.say_alone(BY_MAIL.model_copy(update={"mail": "other@example.org"}))
    await _at(sends, noon(2))
    assert [envelope.rcpt_tos for envelope, _ in office.came] == [["other@example.org"]]


async def test_one_who_has_no_app_is_reminded_as_the_coordinator_wrote_it_down(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone()
    await who.told(BY_MAIL)
    await who.booked(noon(3))
    await _at(sends, noon(2))
    [(_, mail)] = office.came
    assert "MIA" not in mail.get_content()


async def test_with_a_protected_identity_only_by_ones_own_choice(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone()
    await who.told(BY_MAIL)
    await who.told(IdentityProtected(protected=True))
    await who.booked(noon(3))
    assert await _at(sends, noon(2)) == 0
    await who.say_alone(BY_MAIL)
    await who.booked(noon(6))
    await _at(sends, noon(5))
    assert len(office.came) == 1


async def test_quiet_hours_and_a_line_that_was_down_until_they_began(
    sends: Reminding, office: PostOffice
) -> None:
    quiet = {"quiet_from": time(12, 30), "quiet_until": time(15)}
    who = await sends.someone(BY_MAIL.model_copy(update=quiet))
    await who.booked(noon(3))
    office.mood = NOT_NOW
    assert await _at(sends, noon(2)) == 1
    office.mood = TAKES
    assert await _at(sends, noon(2) + 40 * A_MINUTE) == 1
    assert office.came == []
    assert await _at(sends, noon(2) + 180 * A_MINUTE) == 1
    assert len(office.came) == 1


@pytest.mark.parametrize("language", ["sv", "ar", "fa-AF", "ckb", "ti", "xx"])
async def test_in_the_persons_language(sends: Reminding, office: PostOffice, language: str) -> None:
    who = await sends.someone(BY_MAIL)
    await who.told(LanguageChosen(language=language))
    await who.booked(noon(3))
    await _at(sends, noon(2))
    [(envelope, mail)] = office.came
    assert isinstance(envelope.content, bytes)
    assert envelope.content.isascii()  # every mail server takes it
    day = {"sv": "5 mars", "xx": "5 mars", "ar": "5 مارس", "fa-AF": "5 مارچ"}.get(language, "")
    assert day in mail.get_content()
    assert mail.get_content().count("\u2068") == mail.get_content().count("\u2069")


async def test_what_cannot_be_taken_now_is_tried_again_with_the_same_id(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(noon(3))
    office.moods = [NOT_NOW, NOT_NOW, DIES]
    for minute in range(0, 120, 2):
        await _at(sends, noon(2) + minute * A_MINUTE)
    assert len({mail["Message-ID"] for _, mail in office.came}) == 1
    assert len(office.came) == 2  # nobody knew that the one who died had taken it
    assert await _states(sends) == ["sent"]


async def test_it_is_given_up_in_time(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"appointments": (60,)}))
    await who.booked(noon(3))
    office.mood = NOT_NOW
    for minute in range(0, 60, 5):
        await _at(sends, noon(3) - 60 * A_MINUTE + minute * A_MINUTE)
    office.mood = TAKES
    await _at(sends, noon(3) + 20 * A_MINUTE)
    assert (office.came, await _states(sends)) == ([], [])


@pytest.mark.parametrize("mood", [NEVER, NEVER_AT_DATA])
@pytest.mark.parametrize("tell", [False, True])
async def test_an_address_that_takes_nothing_is_told_of_once_and_not_used(
    sends: Reminding, office: PostOffice, mood: str, tell: bool
) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"tell": tell}))
    await who.booked(noon(3))
    await who.booked(noon(3) + A_MINUTE)
    await who.booked(noon(4))
    office.mood = mood
    assert await _at(sends, noon(2) + 2 * A_MINUTE) == 2
    there, not_there = (who.shared, who.own) if tell else (who.own, who.shared)
    [said] = await _not_reached(who, there)
    assert (said.channel, ADDRESS in said.model_dump_json()) == ("mail", False)
    assert await _not_reached(who, not_there) == []
    assert await _at(sends, noon(3)) == 0
    office.mood = TAKES
    await who.say_alone(BY_MAIL)
    await who.booked(noon(6))
    await _at(sends, noon(5))
    assert len(office.came) == 1


async def test_an_address_that_is_none_is_never_said_to_a_mail_server(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"mail": "a@b.se\r\nBcc: c@d.se"}))
    await who.booked(noon(3))
    await _at(sends, noon(2))
    assert (office.came, await _states(sends)) == ([], ["refused"])


async def test_a_sending_of_a_dead_process_is_taken_up_with_the_same_id(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(noon(3))
    await sends.look()
    [dead] = await sends.backend.reminders.claims.take(noon(2), 8)
    assert await _at(sends, noon(2) + 4 * A_MINUTE) == 0
    assert await _at(sends, noon(2) + 6 * A_MINUTE) == 1
    await sends.backend.reminders.claims.put_back(dead, noon(2))  # it was not dead, after all
    assert await _at(sends, noon(2) + 12 * A_MINUTE) == 0
    assert [mail["Message-ID"] for _, mail in office.came] == [f"<{dead.id}@mia.example.se>"]


async def test_both_tables_can_be_emptied(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"appointments": (24 * 60, 60)}))
    await who.booked(noon(3))
    await _at(sends, noon(2))
    async with sends.backend.database.writing() as connection:
        for table in (sendings, reminder_plans):
            await connection.execute(sa.delete(table))
    assert await _at(sends, noon(2) + A_MINUTE) == 0
    assert await _states(sends) == ["waits"]
    await _at(sends, noon(3) - 60 * A_MINUTE)
    assert len(office.came) == 2


async def test_a_restored_server_sends_nothing_that_is_over(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(noon(3))
    await who.booked(noon(6))
    await sends.look()
    await sends.stop()
    await sends.database.back_up()
    await sends.start()
    await _at(sends, noon(2))
    assert len(office.came) == 1
    async with sends.stopped():
        await sends.database.restore()
    assert await _at(sends, noon(2) + 121 * A_MINUTE) <= 1
    assert len(office.came) == 1
    await _at(sends, noon(5))
    assert len(office.came) == 2


async def test_an_erased_person_is_not_here_any_more(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(noon(3))
    await sends.look()
    [claim] = await sends.backend.reminders.claims.take(noon(2), 8)
    assert await operations.erase_participant(sends.backend, who.phone.id)
    await sends.backend.reminders.see_to(claim)
    await _at(sends, noon(2))
    assert office.came == []
    async with sends.backend.database.reading() as connection:
        for table in (sendings, reminder_plans):
            mine = sa.select(table).where(table.c.participant == who.phone.id)
            assert (await connection.execute(mine)).first() is None


async def test_steps_are_told_of_where_it_was_chosen(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL)
    step = who.phone.entry(who.shared)
    await who.phone.push(step)
    await who.say_alone(ReminderSet(item="no-such-step", at=time(9)))
    assert await _at(sends, noon(0)) == 0
    assert office.came == []


async def test_nothing_stands_in_the_clear_in_the_database(
    sends: Reminding, office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    who = await sends.someone(BY_MAIL)
    id_, _ = await who.booked(noon(3))
    office.moods = [NOT_NOW, NEVER]
    await _at(sends, noon(2))
    await _at(sends, noon(2) + 5 * A_MINUTE)
    async with sends.backend.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(sa.select(table)):
                for value in row:
                    said = value if isinstance(value, bytes) else str(value).encode()
                    for secret in (ADDRESS, "hemlig", TITLE, id_):
                        assert secret.encode() not in said, (table.name, secret)
    assert ADDRESS not in caplog.text
    for record in caplog.records:
        assert "hemlig" not in str(record.__dict__)


async def test_nobody_who_has_chosen_nothing_is_folded(
    sends: Reminding, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await sends.someone()
    await who.booked(noon(3))

    def folded(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(type(sends.backend.pictures), "now", folded)
        assert await sends.look() == 0
    async with sends.backend.database.reading() as connection:
        row = (await connection.execute(sa.select(reminder_plans))).one()
    assert (row.participant, row.chosen, row.shared_seq) == (who.phone.id, False, 1)
