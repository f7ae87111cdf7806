"""What may befall the ledger, the keys, the clock and somebody's access while a backup comes back."""

import shutil

from mia_companion.i18n.words import words_for
from mia_companion.server import operations
from mia_companion.server.keys import KeysMissing
from mia_companion.server.ledger import LedgerBroken
from mia_companion.ui.components.sentences import sentence
from mia_companion.wire import problems
from mia_companion.wire.accounts import Invitation, Invite
from tests.torture.disasters import NOTHING, does_not_start
from tests.torture.looking_in import screen
from tests.torture.restored import BACKUP, DATABASE, KEYS, LAST, LEDGER, Story


async def a_ledger_that_is_missing(story: Story) -> None:
    await does_not_start(story, lambda: story.put(NOTHING, LEDGER), LedgerBroken)


async def a_ledger_cut_short(story: Story) -> None:
    def cut() -> None:
        file = story.server / LEDGER
        file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))

    await does_not_start(story, cut, LedgerBroken)


async def keys_older_than_the_database(story: Story) -> None:
    """Journals made since have no key there; a database as old as the keys brings everything back."""
    anders = await _somebody_new(story)

    await does_not_start(story, lambda: story.put(BACKUP, KEYS), KeysMissing, mended=False)
    await story.world.stop()
    story.put(LAST)
    story.put(BACKUP, KEYS, DATABASE)
    await story.world.start()
    await story.meet()
    await _in_again(story, anders)


async def a_database_older_than_the_keys(story: Story) -> None:
    """Somebody came in since: the phone is not known there, and keeps everything until it is let in."""
    anders = await _somebody_new(story)
    async with story.down():
        story.put(BACKUP, DATABASE)
    await story.meet()
    await _in_again(story, anders)


async def without_the_key_of_receipts(story: Story) -> None:
    async with story.down():
        story.put(BACKUP, DATABASE)
        (story.server / KEYS / "server" / "receipt.key").unlink()
    await story.meet("desk")
    words = sentence(words_for("sv"), problems.RECEIPT_WRONG)
    assert words in await screen(story.desk)
    await story.meet()
    await story.says({})
    assert words not in await screen(story.desk)


async def taken_away_and_given_back(story: Story) -> None:
    """Karin lost her access and has it again, and the backup is from in between."""
    backend, karin = story.world.backend, story.desk.participant
    assert backend
    jonas = await story.colleague()
    await operations.hand_over(backend, story.who, karin, jonas)
    shutil.rmtree(story.world.folder / BACKUP)
    await story.copy(BACKUP)
    assert story.world.backend
    await operations.hand_over(story.world.backend, story.who, jonas, karin)
    async with story.down():
        story.put(BACKUP, DATABASE)
    await story.meet()
    await story.says({})


async def a_clock_far_back(story: Story) -> None:
    """The server believes that nobody has been assigned yet."""
    story.world.clock.pass_by(days=-3650)
    await story.meet("phone", "tablet")
    waiting = story.desk.companion.view.waiting_count
    await story.meet("desk")
    await story.says({})
    assert story.desk.companion.view.waiting_count == waiting == 0
    assert story.desk.companion.view.clock_is_off
    story.world.clock.pass_by(days=3650)


async def _somebody_new(story: Story) -> str:
    """Anders came in after the backup, and has written."""
    invited = await story.desk.do.access.invite("Anders Ny")
    assert isinstance(invited, Invitation)
    phone = story.world.device("new")
    await phone.enrol(invited.code)
    phone.do.messages.write("jag är ny")
    await phone.sync()
    await story.desk.sync()
    story.settled("new", phone)
    story.remember("new", phone)
    return invited.participant


async def _in_again(story: Story, anders: str) -> None:
    """Nobody knows his phone; the ledger knows him, and he gets a new code."""
    await story.says({"new": problems.SIGNED_OUT})
    again = await story.desk.companion.client.invite(Invite(participant=anders))
    await story.people["new"].enrol(again.code)
    await story.meet()
    await story.says({})
