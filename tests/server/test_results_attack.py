"""Whoever keeps every publication, from before and after, learns of nobody from them."""

from datetime import date

import sqlalchemy as sa

from mia_companion.domain.cube import FINISHED, RESULT, STARTED, cells_of
from mia_companion.domain.enrolments import EnrolmentFinished
from mia_companion.domain.suppression import LEAST
from mia_companion.domain.words import Undone
from mia_companion.server import operations
from mia_companion.server.results.tables import publications
from tests.server.results_site import Site, a_site, of_the_association, read_by
from tests.server.world import World, problem


async def frozen(site: Site) -> list[str]:
    """The bytes in the table."""
    async with site.world.backend.database.reading() as connection:
        chosen = sa.select(publications.c.cube).where(publications.c.site == site.id)
        return list(await connection.scalars(chosen.order_by(publications.c.period)))


async def test_one_persons_erasure_changes_no_publication_and_so_tells_nothing_of_them(
    world: World,
) -> None:
    site = await a_site(world)
    people = await site.finished(*["in_work"] * 6, *["other"] * 5)
    ended = await site.half_year_passes()
    await site.publish(ended)
    funder = await of_the_association(world, site.association)
    before, kept = await read_by(funder), await frozen(site)
    await operations.erase_participant(world.backend, people[-1])
    assert await read_by(funder) == before
    assert await frozen(site) == kept
    assert (await site.look(ended)).cube.finished == 10  # inside, as it is now
    assert problem(await site.ask(before[0].told)) == "already-published"
    assert await frozen(site) == kept


async def test_the_next_publication_has_nobody_of_the_last_so_subtracting_them_is_of_no_use(
    world: World,
) -> None:
    site = await a_site(world)
    early = await site.finished(*["in_work"] * 6, *["other"] * 5)
    first = await site.publish(await site.half_year_passes())
    who = early[0]
    await site.finish(who, "other")  # said anew, a half-year later
    late = await site.finished(*["in_work"] * 5)
    second = await site.publish(await site.half_year_passes())
    assert (first.finished, second.started, second.finished) == (11, len(late), len(late))


async def test_a_finish_that_is_taken_back_and_said_anew_is_not_told_twice(world: World) -> None:
    site = await a_site(world)
    people = await site.finished(*["in_work"] * 5)
    who, me = await site.begin(), site.coordinator
    fact = EnrolmentFinished(enrolment_id=f"time-{who}", day=date(2026, 3, 1), result="in_work")
    said = me.entry(site.journals[who], fact)
    await me.push(said)
    first = await site.publish(await site.half_year_passes())
    back = Undone(item=f"time-{who}", entry=said.id)
    await me.push(me.entry(site.journals[who], back))
    await site.finish(who, "other")
    await site.finished(*["in_work"] * 5)
    second = await site.publish(await site.half_year_passes())
    assert (first.finished, second.finished) == (len(people) + 1, 5)


async def test_nothing_that_is_told_outside_is_under_five(world: World) -> None:
    site = await a_site(world)
    other = await a_site(world, site.association)
    await site.finished(
        *["in_work"] * 9, *["in_studies"] * 6, *["ready_for_work"] * 3, "other", "other"
    )
    await other.finished(*["in_work"] * 4)
    ended = await site.half_year_passes()
    await other.coordinator.refresh()
    mine, theirs = await site.publish(ended), await other.publish(ended)
    assert [(g.cells, g.count) for g in mine.table(RESULT).groups] == [
        (("in_work",), 9), (("in_studies",), 6), (("ready_for_work", "other"), 5)
    ]  # fmt: skip
    assert (theirs.count(STARTED), theirs.count(FINISHED)) == (None, None)
    for one in await read_by(await of_the_association(world, site.association)):
        counts = [g.count for table in one.told.tables for g in table.groups]
        assert all(count >= LEAST for count in counts)
    exact = (await site.look(ended)).cube.table(RESULT).cells
    assert [exact[cell] for cell in cells_of(RESULT)] == [9, 6, 3, 2]


async def test_a_restored_server_has_the_publication_again_and_makes_no_other(
    fresh: World,
) -> None:
    """Else one from before an erasure and one from after it could be subtracted."""
    site = await a_site(fresh)
    people = await site.finished(*["in_work"] * 6, *["other"] * 5)
    ended = await site.half_year_passes()
    async with fresh.stopped():
        await fresh.database.back_up()
    await site.publish(ended)
    kept = await frozen(site)
    await operations.erase_participant(fresh.backend, people[0])
    async with fresh.stopped():
        await fresh.database.restore()
    assert await frozen(site) == kept
    assert (await site.look(ended)).published_at is not None
