"""What may befall a server's folder: backups in its place, whole, in part, twice, or another one's."""

import os
import shutil
from collections.abc import Callable

import pytest

from mia_companion.server import operations
from mia_companion.server.ledger import LedgerBroken
from mia_companion.wire import problems
from tests.torture.looking_in import another
from tests.torture.restored import BACKUP, DATABASE, LAST, Story

_ALL = ("desk", "phone", "tablet")
NOTHING = "nothing"
"""A copy that has no part of anything."""


async def an_older_database(story: Story) -> None:
    async with story.down():
        story.put(BACKUP, DATABASE)
    await story.meet()
    await story.says({})


async def an_older_folder_and_nobody_sees_it(story: Story) -> None:
    """Ledger and watermark are as old as the database: only the devices know more. The first to come has
    something to send that says it had read what is not there."""
    async with story.down():
        story.put(BACKUP)
    await story.meet("tablet", "phone", "desk")
    await story.says({})


async def an_older_folder_in_which_others_wrote_first(story: Story) -> None:
    """The places of what was lost are taken before the devices that know more are back: only in the
    journals of one's own does a cursor lie beyond the head."""
    async with story.down():
        story.put(BACKUP)
    for count in range(9):
        story.laptop.do.messages.write(f"tar en plats {count}", participant=story.who)
    await story.laptop.sync()
    await story.meet("phone", "tablet", "desk")
    await story.says({})


async def an_older_folder_of_which_an_administrator_tells(story: Story) -> None:
    async with story.down():
        story.put(BACKUP)
    assert story.world.backend
    await operations.begin_epoch(story.world.backend)
    await story.meet()
    await story.says({})


async def the_same_backup_twice(story: Story) -> None:
    for words in ("efter den första", "efter den andra"):
        async with story.down():
            story.put(BACKUP, DATABASE)
        story.desk.do.messages.write(words, participant=story.who)
        await story.meet()
    await story.says({})


async def back_to_the_future_of_another_branch(story: Story) -> None:
    """Restored, written in, and then it is found that the lost database was not lost."""
    async with story.down():
        story.put(BACKUP, DATABASE)
    story.desk.do.messages.write("på den nya grenen", participant=story.who)
    await story.meet("desk")
    await story.world.stop()
    story.put(LAST, DATABASE)
    await story.world.start()
    await story.meet()
    await story.says({})


async def an_empty_folder(story: Story) -> None:
    async with story.down():
        story.put(NOTHING)
    await story.meet()
    await story.says(dict.fromkeys(_ALL, problems.SIGNED_OUT))
    await _mended(story)


async def an_empty_database_beside_the_ledger(story: Story) -> None:
    """The ledger knows of everybody, and the database of no site."""
    async with story.down():
        story.put(NOTHING, DATABASE)
    await story.meet()
    await story.says(dict.fromkeys(_ALL, problems.SIGNED_OUT))
    await _mended(story)


async def a_database_cut_off(story: Story) -> None:
    def half() -> None:
        story.put(BACKUP, DATABASE)
        file = story.server / DATABASE
        os.truncate(file, file.stat().st_size // 2)

    await does_not_start(story, half, Exception)


async def a_database_without_its_log(story: Story) -> None:
    """Copied while the server ran, and without what SQLite had not moved into the file."""
    shutil.copy(story.server / DATABASE, story.world.folder / "copied.db")
    async with story.down():
        story.put(NOTHING, DATABASE)
        shutil.copy(story.world.folder / "copied.db", story.server / DATABASE)
    await story.meet()
    await story.says({})


async def another_tenants_server(story: Story) -> None:
    async with another(story.world):
        pass
    async with story.down():
        story.put("other/server")
    await story.meet()
    await story.says(dict.fromkeys(_ALL, problems.SIGNED_OUT))
    assert await story.desk.do.access.sign_in("karin@example.org", "fel lösenord") != ""
    await _mended(story)


async def another_tenants_database(story: Story) -> None:
    async with another(story.world):
        pass
    await does_not_start(story, lambda: story.put("other/server", DATABASE), LedgerBroken)


async def the_database_replaced_under_a_running_server(story: Story) -> None:
    shutil.copy(story.world.folder / BACKUP / DATABASE, story.world.folder / "new.db")
    for file in story.server.glob(f"{DATABASE}-*"):
        file.unlink()
    os.replace(story.world.folder / "new.db", story.server / DATABASE)
    await story.meet()
    async with story.down():
        pass
    await story.meet()
    await story.says({})


async def _mended(story: Story) -> None:
    await story.world.stop()
    story.put(LAST)
    await story.world.start()


async def does_not_start(
    story: Story, befalls: Callable[[], None], wrong: type[Exception], *, mended: bool = True
) -> None:
    """The server would rather not start than answer with what it has; devices wait."""
    with pytest.raises(wrong):
        async with story.down():
            befalls()
    await story.let_go()
    await story.meet()
    await story.says(dict.fromkeys(story.people, problems.OFFLINE))
    if mended:
        story.put(LAST)
        await story.world.start()
