"""While a coordinator is away another reads and answers for all of theirs: so long, and no longer."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import httpx

from mia_companion.domain.directory import CoverListed
from mia_companion.domain.facts import read_fact
from tests.server.test_handovers import hand_over
from tests.server.test_left_behind import ask, found
from tests.server.test_push import reasons
from tests.server.world import Person, World, problem, unique

HOME = ZoneInfo("Europe/Stockholm")


def day(world: World, ahead: int = 0) -> date:
    """So many days after today, in the site's zone."""
    return world.clock.now.astimezone(HOME).date() + timedelta(days=ahead)


async def ask_cover(
    away: Person, by: str, first: int = 0, last: int = 2, id_: str = ""
) -> httpx.Response:
    days = {"first_day": f"{day(away.world, first)}", "last_day": f"{day(away.world, last)}"}
    return await away.call(
        "POST", "/v1/covers", json={"id": id_ or unique("cover"), "by": by} | days
    )


async def cover(away: Person, by: Person, first: int = 0, last: int = 2) -> str:
    id_ = unique("cover")
    answer = await ask_cover(away, by.id, first, last, id_)
    assert answer.status_code == 204, answer.text
    away.world.clock.forward(seconds=1)
    return id_


async def end(away: Person, id_: str) -> httpx.Response:
    return await away.call("DELETE", f"/v1/covers/{id_}")


async def reads(who: Person, *journals: str) -> bool:
    """Whether all of these are the person's to read now. Tokens live for minutes, covers for days."""
    await who.refresh()
    return set(journals) <= set((await who.journals()).values())


async def listed(who: Person) -> dict[str, CoverListed]:
    """What the directory says last of each cover."""
    directory = (await who.journals())[("directory", None, None)]
    facts = [read_fact(c.entry.body) for c in await who.read(directory)]
    return {f.cover_id: f for f in facts if isinstance(f, CoverListed)}


async def test_whoever_covers_reads_and_answers_and_the_participant_knows(world: World) -> None:
    away, participant, shared = await world.pair()
    answers = await world.coordinator()
    team = (await away.journals())[("team", participant.id, None)]
    view = (await away.journals())[("own", participant.id, away.id)]
    assert not await reads(answers, shared)
    id_ = await cover(away, answers)
    assert await reads(answers, shared, team)
    assert not await reads(answers, view)
    message = '{"kind":"MessageWritten","message_id":"m","words":"Jag svarar så länge"}'
    assert reasons(await answers.push(answers.entry(shared, message))) == ["accepted"]
    assert len(await participant.read(shared)) == 1
    said = (await listed(participant))[id_]
    assert (said.coordinator_id, said.covered_by) == (away.id, answers.id)
    assert (said.first_day, said.last_day) == (day(world), day(world, 2))
    assert await reads(away, shared, team, view)
    page = await participant.pull()
    assert {p.journal.id: p.coordinators for p in page.pages}[shared] == (away.id,)


async def test_it_holds_from_the_first_midnight_to_the_last(world: World) -> None:
    away, _, shared = await world.pair()
    answers = await world.coordinator()
    await cover(away, answers, 3, 4)
    first, after = day(world, 3), day(world, 5)
    second = timedelta(seconds=1)
    begins, ends = (datetime.combine(one, time(), HOME) for one in (first, after))
    for at, is_open in (
        (begins - second, False), (begins, True), (ends - second, True), (ends, False),
    ):  # fmt: skip
        world.clock.forward(seconds=(at - world.clock.now).total_seconds())
        assert await reads(answers, shared) is is_open


async def test_afterwards_the_journals_leave_and_what_comes_late_is_kept_aside(
    world: World,
) -> None:
    away, participant, shared = await world.pair()
    answers = await world.coordinator()
    id_ = await cover(away, answers)
    await answers.pull()
    assert shared in answers.cursors
    late = answers.entry(shared, '{"kind":"MessageWritten","message_id":"m","words":"Hej då"}')
    assert (await end(away, id_)).status_code == 204
    assert reasons(await answers.push(late)) == ["access-ended"]
    gone = {one.journal: one.reason for one in (await answers.pull()).gone}
    assert gone[shared] == "access-ended"
    assert await found(away, shared) == [late.id]
    assert problem(await ask(answers, shared)) == "not-found"
    assert await participant.read(shared) == []


async def test_it_reaches_whoever_is_invited_or_handed_over_meanwhile(world: World) -> None:
    away, _, _ = await world.pair()
    answers, third = await world.coordinator(), await world.coordinator()
    await cover(away, answers)
    invited = await world.invite(away)
    moved = await world.invite(third)
    assert (await hand_over(third, moved.participant, away.id)).status_code == 204
    assert await reads(answers, invited.shared_journal, moved.shared_journal)
    assert (await hand_over(away, invited.participant, third.id)).status_code == 204
    assert not await reads(answers, invited.shared_journal)


async def test_a_chain_is_followed_and_a_ring_ends(world: World) -> None:
    anna, _, shared = await world.pair()
    jonas, _, of_jonas = await world.pair()
    cecilia, _, of_cecilia = await world.pair()
    await cover(anna, jonas, 0, 9)
    await cover(jonas, cecilia, 0, 4)
    assert await reads(cecilia, shared, of_jonas)
    assert await reads(jonas, shared, of_jonas)
    await cover(cecilia, anna, 0, 2)
    for who in (anna, jonas, cecilia):
        assert await reads(who, shared, of_jonas, of_cecilia)
    world.clock.forward(days=5)  # Jonas is back, Anna is not
    assert not await reads(cecilia, shared)
    assert await reads(jonas, shared)


async def test_a_new_one_takes_its_days_and_leaves_those_before(world: World) -> None:
    away, _, shared = await world.pair()
    one, two = await world.coordinator(), await world.coordinator()
    first = await cover(away, one, 0, 9)
    whole = await cover(away, two, 6, 8)
    apart = await cover(away, two, 20, 22)
    said = await listed(away)
    assert (said[first].covered_by, said[first].last_day) == (one.id, day(world, 5))
    assert said[apart].covered_by == two.id
    again = await cover(away, one, 5, 21)
    said = await listed(away)
    assert said[first].last_day == day(world, 4)
    assert said[whole].covered_by == said[apart].covered_by == ""
    assert said[again].covered_by == one.id
    at_once = await cover(away, two, 0, 1)
    said = await listed(away)
    assert said[first].covered_by == ""
    assert said[at_once].covered_by == two.id
    assert await reads(two, shared)
    assert not await reads(one, shared)
