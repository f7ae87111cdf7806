"""The same by SMS: sent once though an answer is lost, and told of where it does not work."""

from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain.channels import ChannelsChosen, ReminderNotReached
from mia_companion.domain.facts import read_fact
from mia_companion.server.reminders.settings import SmsSettings
from mia_companion.server.reminders.sms import provider as way_of
from mia_companion.server.reminders.worker import AT_ONCE, MOST_A_DAY
from tests.server.reminders.post_office import PostOffice, Provider, provider
from tests.server.reminders.reminding import ADDRESS, Reminding
from tests.torture.sizes import WHOLE

NUMBER = "+46701740605"
BOTH = ChannelsChosen(mail=ADDRESS, number=NUMBER, appointments=(24 * 60,))


def _by(sends: Reminding, one: Provider, folder: Path, kind: str) -> None:
    token = folder / "token"
    token.write_text("user:secret")
    ways = {**sends.backend.reminders.ways, "sms": way_of(SmsSettings(one.url, kind, token, "MIA"))}
    sends.backend.reminders.ways = ways


@pytest.mark.parametrize("kind", ["46elks", "http"] if WHOLE else ["46elks"])
async def test_by_both_ways_each_once(
    sends: Reminding, office: PostOffice, tmp_path: Path, kind: str
) -> None:
    who = await sends.someone(BOTH)
    await who.booked(sends.noon(3))
    await sends.look()
    async with provider() as one:
        _by(sends, one, tmp_path, kind)
        one.cuts = 1
        sends.clock.now = sends.noon(2)
        for _ in range(3):
            await sends.look()
            sends.clock.forward(minutes=2)
        [sent] = one.sent
    assert sent["to"] == NUMBER
    assert "12:00" in (sent.get("message") or sent["text"])
    assert [envelope.rcpt_tos for envelope, _ in office.came] == [[ADDRESS]]
    assert len(one.asked) > 1  # the first answer was lost


@pytest.mark.whole
async def test_a_number_that_takes_nothing_leaves_the_mail_as_it_was(
    sends: Reminding, office: PostOffice, tmp_path: Path
) -> None:
    who = await sends.someone(BOTH)
    await who.booked(sends.noon(3))
    await who.booked(sends.noon(5))
    await sends.look()
    async with provider() as one:
        _by(sends, one, tmp_path, "http")
        one.statuses = [422]
        sends.clock.now = sends.noon(2)
        await sends.look()
        sends.clock.now = sends.noon(4)
        await sends.look()
        assert (len(one.asked), one.sent, len(office.came)) == (1, [], 2)
    await who.phone.refresh()
    found = [read_fact(entry.entry.body) for entry in await who.phone.read(who.own)]
    [said] = [one for one in found if isinstance(one, ReminderNotReached)]
    assert said.channel == "sms"


@pytest.mark.whole
async def test_a_way_that_is_not_offered_is_passed_over(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone(BOTH)
    await who.booked(sends.noon(3))
    await sends.look()
    ways = dict(sends.backend.reminders.ways)
    ways.pop("sms", None)
    sends.backend.reminders.ways = ways
    sends.clock.now = sends.noon(2) + timedelta(seconds=1)
    assert await sends.look() == 2
    assert len(office.came) == 1


@pytest.mark.whole
async def test_nobodys_mailbox_is_filled(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone(BOTH.model_copy(update={"number": ""}))
    minutes = (timedelta(minutes=one) for one in range(MOST_A_DAY + 5))
    await who.told(*(who.booking(sends.noon(3) + one) for one in minutes))
    await sends.look()
    sends.clock.now = sends.noon(2) + timedelta(hours=1)
    await sends.look()
    assert MOST_A_DAY <= len(office.came) < MOST_A_DAY + AT_ONCE
    sends.clock.forward(minutes=10)
    await sends.look()
    assert len(office.came) < MOST_A_DAY + AT_ONCE
