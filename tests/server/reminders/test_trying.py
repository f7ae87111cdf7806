"""What is not taken at once: tried again, given up in time, told of; and what is over is not sent."""

import pytest
import sqlalchemy as sa

from mia_companion.server import operations
from mia_companion.server.columns import metadata
from mia_companion.server.reminders.tables import reminder_plans, sendings
from mia_companion.server.results.tables import publications  # noqa: F401  every table is known
from tests.server.reminders.post_office import (
    DIES,
    NEVER,
    NEVER_AT_DATA,
    NOT_NOW,
    TAKES,
    PostOffice,
)
from tests.server.reminders.reminding import A_MINUTE, ADDRESS, BY_MAIL, TITLE, Reminding


async def test_what_cannot_be_taken_now_is_tried_again_with_the_same_id(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    office.moods = [NOT_NOW, NOT_NOW, DIES]
    for minute in range(0, 120, 2):
        await sends.look_at(sends.noon(2) + minute * A_MINUTE)
    assert len({mail["Message-ID"] for _, mail in office.came}) == 1
    assert len(office.came) == 2  # nobody knew that the one who died had taken it
    assert await who.states() == ["sent"]


@pytest.mark.whole
async def test_it_is_given_up_in_time(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"appointments": (60,)}))
    await who.booked(sends.noon(3))
    office.mood = NOT_NOW
    for minute in range(0, 60, 5):
        await sends.look_at(sends.noon(3) - 60 * A_MINUTE + minute * A_MINUTE)
    office.mood = TAKES
    await sends.look_at(sends.noon(3) + 20 * A_MINUTE)
    assert (office.came, await who.states()) == ([], [])


@pytest.mark.parametrize(("mood", "tell"), [(NEVER, False), (NEVER_AT_DATA, True)])
async def test_an_address_that_takes_nothing_is_told_of_once_and_not_used(
    sends: Reminding, office: PostOffice, mood: str, tell: bool
) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"tell": tell}))
    await who.booked(sends.noon(3))
    await who.booked(sends.noon(3) + A_MINUTE)
    await who.booked(sends.noon(4))
    office.mood = mood
    assert await sends.look_at(sends.noon(2) + 2 * A_MINUTE) == 2
    there, not_there = (who.shared, who.own) if tell else (who.own, who.shared)
    [said] = await who.not_reached(there)
    assert (said.channel, ADDRESS in said.model_dump_json()) == ("mail", False)
    assert await who.not_reached(not_there) == []
    assert await sends.look_at(sends.noon(3)) == 0
    office.mood = TAKES
    await who.say_alone(BY_MAIL)
    await who.booked(sends.noon(6))
    await sends.look_at(sends.noon(5))
    assert len(office.came) == 1


async def test_an_address_that_is_none_is_never_said_to_a_mail_server(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"mail": "a@b.se\r\nBcc: c@d.se"}))
    await who.booked(sends.noon(3))
    await sends.look_at(sends.noon(2))
    assert (office.came, await who.states()) == ([], ["refused"])


async def test_a_sending_of_a_dead_process_is_taken_up_with_the_same_id(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    await sends.look()
    [dead] = await sends.backend.reminders.claims.take(sends.noon(2), 8)
    assert await sends.look_at(sends.noon(2) + 4 * A_MINUTE) == 0
    assert await sends.look_at(sends.noon(2) + 6 * A_MINUTE) == 1
    await sends.backend.reminders.claims.put_back(dead, sends.noon(2))  # it was not dead, after all
    assert await sends.look_at(sends.noon(2) + 12 * A_MINUTE) == 0
    assert [mail["Message-ID"] for _, mail in office.came] == [f"<{dead.id}@mia.example.se>"]


async def test_both_tables_can_be_emptied(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL.model_copy(update={"appointments": (24 * 60, 60)}))
    await who.booked(sends.noon(3))
    await sends.look_at(sends.noon(2))
    async with sends.backend.database.writing() as connection:
        for table in (sendings, reminder_plans):
            await connection.execute(sa.delete(table))
    assert await sends.look_at(sends.noon(2) + A_MINUTE) == 0
    assert await who.states() == ["waits"]
    await sends.look_at(sends.noon(3) - 60 * A_MINUTE)
    assert len(office.came) == 2


async def test_an_erased_person_is_not_here_any_more(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    await sends.look()
    [claim] = await sends.backend.reminders.claims.take(sends.noon(2), 8)
    assert await operations.erase_participant(sends.backend, who.phone.id)
    await sends.backend.reminders.see_to(claim)
    await sends.look_at(sends.noon(2))
    assert office.came == []
    async with sends.backend.database.reading() as connection:
        for table in (sendings, reminder_plans):
            mine = sa.select(table).where(table.c.participant == who.phone.id)
            assert (await connection.execute(mine)).first() is None


async def test_nothing_stands_in_the_clear_in_the_database(
    sends: Reminding, office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    who = await sends.someone(BY_MAIL)
    id_, _ = await who.booked(sends.noon(3))
    office.moods = [NOT_NOW, NEVER]
    await sends.look_at(sends.noon(2))
    await sends.look_at(sends.noon(2) + 5 * A_MINUTE)
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


@pytest.mark.whole
async def test_nobody_who_has_chosen_nothing_is_folded(
    sends: Reminding, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await sends.someone()
    await who.booked(sends.noon(3))

    def folded(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(type(sends.backend.pictures), "now", folded)
        assert await sends.look() == 0
    async with sends.backend.database.reading() as connection:
        mine = sa.select(reminder_plans).where(reminder_plans.c.participant == who.phone.id)
        row = (await connection.execute(mine)).one()
    assert (row.chosen, row.shared_seq) == (False, 1)


async def test_a_restored_server_sends_nothing_that_is_over(alone: Reminding) -> None:
    who = await alone.someone(BY_MAIL)
    await who.booked(alone.noon(3))
    await who.booked(alone.noon(6))
    await alone.look()
    await alone.stop()
    await alone.database.back_up()
    await alone.start()
    await alone.look_at(alone.noon(2))
    assert len(alone.office.came) == 1
    async with alone.stopped():
        await alone.database.restore()
    assert await alone.look_at(alone.noon(2) + 121 * A_MINUTE) <= 1
    assert len(alone.office.came) == 1
    await alone.look_at(alone.noon(5))
    assert len(alone.office.came) == 2
