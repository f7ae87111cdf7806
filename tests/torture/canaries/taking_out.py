"""What is taken out on purpose: lists, everything about one, backups, the audit; and a handover."""

from contextlib import suppress
from datetime import date

from mia_companion.app.actions.files import Arrivals
from mia_companion.domain.caseload_rows import Row
from mia_companion.domain.rights import SHARED
from mia_companion.server import operations
from mia_companion.server.auditing.exporting import export
from mia_companion.server.keeping.backup import back_up
from mia_companion.server.keeping.drill import drill
from mia_companion.server.keeping.key_backup import back_up_keys
from mia_companion.server.rights.everything import give_everything
from mia_companion.server.surroundings import Surroundings
from mia_companion.sync.errors import SyncError
from tests.torture import stolen
from tests.torture.canaries.people import People


async def take_out(people: People) -> str:
    """Lists, the file of everything, backups of both kinds, opened, a drill, and the audit.

    Gives all that could be read before the participant was handed over.
    """
    watch, folder = people.watch, people.world.folder
    backend = people.world.backend
    assert backend
    desk = people.desk
    arrivals = desk.do.files.begin(
        [Row(2, people.flock.word("name in a list"), "sv", date(2026, 1, 15), True)]
    )
    assert isinstance(arrivals, Arrivals)
    assert await desk.do.files.bring_in(arrivals) == ""
    await people.rest(desk.companion)
    assert people.who in await desk.do.files.take_out("list")
    read = people.read()
    await _handed_over(people)
    everything = folder / "everything.zip"
    watch.not_searched.add(everything)
    await give_everything(backend, people.who, str(everything))
    assert people.flock.found_in(everything.read_bytes())
    settings, around = backend.settings, Surroundings(clock=people.world.clock)
    backup, keys = folder / "backup.age", folder / "keys.age"
    await back_up(settings, around, backup, [stolen.IDENTITY.to_public()])
    back_up_keys(settings, around, keys, [stolen.IDENTITY.to_public()])
    found = await drill(settings, around, backup, [stolen.IDENTITY])
    assert not found.wrong, found.wrong
    watch.note("stolen backup", stolen.everything_in(stolen.decrypted(backup)))
    watch.note("stolen backup of keys", stolen.decrypted(keys))
    for end in ("jsonl", "csv"):
        assert await export(backend, folder / f"audit.{end}") > 3
    return read


async def _handed_over(people: People) -> None:
    """What the one before wrote too late lies in quarantine, and the next one reads it."""
    backend = people.world.backend
    assert backend
    desk, after, who = people.desk, people.next_desk, people.who
    ids = [one.view.account.id for one in (desk.companion, after.companion) if one.view.account]
    assert desk.do.messages.write(people.flock.word("too late"), participant=who)
    assert desk.do.messages.note(people.flock.word("a note too late"), who)
    await operations.hand_over(backend, who, *ids)
    with suppress(SyncError):
        await desk.sync()
    await people.even()
    shared = after.companion.view.journal(SHARED, who)
    assert shared
    left = await after.companion.client.left_behind(shared)
    assert people.flock.word("too late") in left.model_dump_json()
