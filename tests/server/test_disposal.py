"""What has been kept long enough goes by a decision, with its keys, and nothing goes before its day."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from mia_companion.domain.beliefs import BeliefNoted
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.facts import Fact
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.reminders import ReminderSet
from mia_companion.server.journals import Arrival
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.rights import disposal
from mia_companion.server.rights.disposal import dispose
from mia_companion.server.schema import audit
from mia_companion.wire.sync import Accepted
from tests.server.world import Person, World, unique

MONTH = timedelta(days=31)


class Case:
    """Amina, whom Eva followed, and a journal of each role with something in it."""

    def __init__(self, world: World, eva: Person, amina: Person) -> None:
        self.world, self.eva, self.amina = world, eva, amina
        self.journals: dict[str, str] = {}

    async def live(self) -> None:
        found = {**await self.eva.journals(), **await self.amina.journals()}
        for (role, participant, owner), id_ in found.items():
            if participant == self.amina.id:
                self.journals["mine" if owner == self.amina.id else "view" if owner else role] = id_
        await self.say(self.eva, "team", NoteWritten(note_id=unique("n"), words="Ringer hellre"))
        await self.say(self.eva, "view", BeliefNoted(belief_id=unique("b"), level=4, words="Ja"))
        await self.say(self.amina, "mine", ReminderSet(item="s-1", before=(60,)))
        await self.say(self.amina, "shared")
        day = self.world.clock.now.date()
        await self.say(self.eva, "shared", EnrolmentBegun(enrolment_id="e-1", day=day))

    async def finish(self, enrolment: str = "e-1") -> None:
        day = self.world.clock.now.date()
        fact = EnrolmentFinished(enrolment_id=enrolment, day=day, result="in_work")
        await self.say(self.eva, "shared", fact)

    async def say(self, who: Person, where: str, fact: Fact | None = None) -> None:
        [answer] = await who.push(who.entry(self.journals[where], fact))
        assert isinstance(answer, Accepted), answer

    def stands(self) -> set[str]:
        """The journals whose keys are still there."""
        return {name for name, id_ in self.journals.items() if _has_key(self.world, id_)}

    async def later(self, months: int) -> None:
        """So long has passed; tokens are an hour's, and are renewed."""
        self.world.clock.now += months * MONTH
        for who in (self.eva, self.amina):
            await who.refresh()

    async def list_(self, decision: str = "") -> str:
        """What the command says of Amina's."""
        said = await dispose(self.world.backend, decision)
        mine = [line for line in said.splitlines() if line.startswith(self.amina.id)]
        return "\n".join(mine).replace(self.amina.id, "A")


def _has_key(world: World, journal: str) -> bool:
    try:
        world.backend.keys.journal_keys(journal)
    except KeyDestroyed:
        return False
    return True


async def _case(world: World) -> Case:
    eva, amina, _ = await world.pair()
    case = Case(world, eva, amina)
    await case.live()
    return case


ALL = {"team", "view", "mine", "shared"}


async def test_nothing_goes_while_somebody_takes_part_or_before_its_day(fresh: World) -> None:
    case = await _case(fresh)
    await case.later(120)
    assert "A: no finish is noted, and nothing has come since" in await case.list_("Beslut 1")
    assert case.stands() == ALL
    await case.finish()
    assert await case.list_("Beslut 1") == ""
    await case.later(11)
    assert await case.list_("Beslut 1") == ""
    assert case.stands() == ALL


async def test_each_journal_goes_on_its_day_and_only_by_a_decision(fresh: World) -> None:
    case = await _case(fresh)
    await case.finish()
    await case.later(13)
    assert "A: own, 1 entries: may go." in await case.list_()
    assert case.stands() == ALL, "listing takes nothing"
    assert "A: own, 1 entries: has gone." in await case.list_("Beslut 1")
    assert case.stands() == ALL - {"view"}
    await case.later(12)
    assert "A: team, 1 entries: has gone." in await case.list_("Beslut 2")
    assert case.stands() == {"mine", "shared"}
    assert len(await case.amina.read(case.journals["mine"])) == 1
    await case.say(case.amina, "shared")
    team = [i for (role, _, _), i in (await case.eva.journals()).items() if role == "team"]
    assert await case.eva.read(team[0]) == [], "another one is there"
    note = NoteWritten(note_id=unique("n"), words="Ny")
    [answer] = await case.eva.push(case.eva.entry(team[0], note))
    assert isinstance(answer, Accepted)
    await case.later(36)
    assert await case.list_("Beslut 3")
    assert case.stands() == set()
    pull = await case.amina.pull(cursors={case.journals["shared"]: 1})
    assert [one.reason for one in pull.gone] == ["journal-erased"]
    async with fresh.backend.database.reading() as connection:
        wanted = sa.select(audit.c.what).where(audit.c.subject == case.amina.id)
        done = list(await connection.scalars(wanted))
    assert done.count("disposed") == 3


async def test_what_no_term_is_known_for_stays_and_is_named(fresh: World) -> None:
    case = await _case(fresh)
    await case.finish()
    odd = case.eva.entry(case.journals["team"], '{"kind":"FromLater"}')
    backend = fresh.backend
    async with backend.changes.open() as change:
        arrival = [Arrival(odd, fresh.clock.now)]
        await change.connection.run_sync(backend.journals.append, arrival, "epoch")
    await case.later(130)
    said = await case.list_("Beslut 1")
    assert "A: team, 2 entries: stays; no term is known for FromLater." in said
    assert case.stands() == ALL, "not half a person"


async def test_somebody_who_writes_meanwhile_stops_it(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await _case(fresh)
    await case.finish()
    await case.later(61)

    async def write_first(*given: object) -> bool:
        await case.say(
            case.eva, "shared", EnrolmentBegun(enrolment_id="e-2", day=fresh.clock.now.date())
        )
        return await carry_out(*given)  # type: ignore[arg-type]

    carry_out = disposal._carry_out
    monkeypatch.setattr(disposal, "_carry_out", write_first)
    assert "has gone" not in await case.list_("Beslut 1")
    assert case.stands() == ALL
    monkeypatch.setattr(disposal, "_carry_out", carry_out)
    assert "has gone" not in await case.list_("Beslut 1"), "who has begun anew takes part"


async def test_a_backup_from_before_does_not_bring_it_back(fresh: World) -> None:
    case = await _case(fresh)
    await case.finish()
    await case.later(13)
    async with fresh.stopped():
        await fresh.database.back_up()
    assert "has gone" in await case.list_("Beslut 1")
    after = {
        i for (role, _, owner), i in (await case.eva.journals()).items() if owner == case.eva.id
    }
    async with fresh.stopped():
        await fresh.database.restore()
    assert case.stands() == ALL - {"view"}
    again = Person(fresh, case.eva.tokens, case.eva.device)
    assert {
        i for (_, _, owner), i in (await again.journals()).items() if owner == case.eva.id
    } == after
