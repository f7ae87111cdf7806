"""Exact results for those who work at the site, frozen ones for the others, each look written down."""

import asyncio
from datetime import date

import pytest

from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.rights import ADMINISTRATOR, FUNDER
from mia_companion.server import operations
from tests.server.results_site import a_site, audited, of_the_association, read_by
from tests.server.world import World, problem


async def test_the_numbers_are_exact_and_each_look_is_written_in_the_log(world: World) -> None:
    site = await a_site(world)
    await site.finished("in_work", "in_work", "other")
    await site.begin()
    found = await site.look(site.period)
    assert (found.cube.started, found.cube.finished, found.cube.followed_up) == (4, 3, 0)
    assert found.cube.table("result").cells == {
        "in_work": 2, "in_studies": 0, "ready_for_work": 0, "other": 1
    }  # fmt: skip
    assert found.cube.table("time_in").cells["12_to_24"] == 3
    assert (found.outside, found.published_at) == (None, None)
    await site.look(site.period)
    assert await audited(world, "results-seen", site.id) == [site.coordinator.id] * 2


async def test_a_half_year_is_that_in_which_the_server_received_it_whatever_day_is_written(
    world: World,
) -> None:
    site = await a_site(world)
    await site.half_year_passes()
    await site.finished("in_work")
    first = await site.half_year_passes()
    assert (await site.look(first)).cube.finished == 1
    assert (await site.look(site.period)).cube.finished == 0


async def test_movement_and_a_protected_identity_count_as_anyones(world: World) -> None:
    site = await a_site(world)
    invited = await world.invite(site.coordinator)
    site.journals[invited.participant] = journal = invited.shared_journal
    person = await world.enrol(invited.code)
    for number, level in enumerate((2, 4)):
        rated = AreasRated(
            rating_id=f"rating-{number}-{invited.participant}", levels={"health": level}
        )
        await person.push(person.entry(journal, rated))
    theirs = AreasRated(rating_id=f"theirs-{invited.participant}", levels={"health": 1})
    await site.coordinator.push(site.coordinator.entry(journal, theirs))
    await site.coordinator.push(site.coordinator.entry(journal, IdentityProtected(protected=True)))
    await site.says(
        invited.participant,
        EnrolmentBegun(enrolment_id=f"time-{invited.participant}", day=date(2025, 1, 15)),
    )
    await site.finish(invited.participant)
    found = await site.look(site.period)
    assert found.cube.table("movement/health").cells["higher"] == 1
    assert found.cube.table("movement/care").cells["not_twice"] == 1


async def test_long_journals_are_counted_from_the_servers_own_pictures(world: World) -> None:
    site = await a_site(world)
    (who,) = await site.finished("in_work")
    me = site.coordinator
    for _ in range(3):
        rated = [AreasRated(rating_id=f"r-{n}-{who}", levels={"care": 3}) for n in range(100)]
        await me.push(*(me.entry(site.journals[who], one) for one in rated))
    first = await site.look(site.period)
    await site.follow_up(who)
    assert first.cube.finished == 1
    assert (await site.look(site.period)).cube.followed_up == 1


async def test_what_is_shown_is_what_is_published_and_only_once(world: World) -> None:
    site = await a_site(world)
    await site.finished(*["in_work"] * 6)
    running = site.period
    ended = await site.half_year_passes()
    assert ended == running
    shown = (await site.look(ended)).outside
    assert shown is not None
    assert (shown.started, shown.finished) == (6, 6)
    assert (await site.ask(shown)).status_code == 204
    assert problem(await site.ask(shown)) == "already-published"
    (read,) = await read_by(site.coordinator)
    assert read.told == shown
    after = await site.look(ended)
    assert after.outside == shown
    assert after.published_at == read.published_at
    assert await audited(world, "results-published", site.id) == [site.coordinator.id]


async def test_a_half_year_that_goes_on_is_not_published(world: World) -> None:
    site = await a_site(world)
    ended = await site.half_year_passes()
    shown = (await site.look(ended)).outside
    assert shown is not None
    running = shown.model_copy(update={"period": site.period})
    assert problem(await site.ask(running)) == "period-goes-on"
    assert await read_by(site.coordinator) == ()


async def test_what_others_would_see_changes_meanwhile_and_nothing_is_published(
    world: World,
) -> None:
    site = await a_site(world)
    people = await site.finished(*["in_work"] * 6)
    ended = await site.half_year_passes()
    shown = (await site.look(ended)).outside
    assert shown is not None
    await operations.erase_participant(world.backend, people[0])
    assert problem(await site.ask(shown)) == "results-changed"
    made_up = shown.model_copy(update={"started": 99})
    assert problem(await site.ask(made_up)) == "results-changed"
    assert await read_by(site.coordinator) == ()


async def test_a_half_year_before_one_that_is_published_is_never_published(world: World) -> None:
    site = await a_site(world)
    await site.finished(*["in_work"] * 5)
    first = await site.half_year_passes()
    second = await site.half_year_passes()
    shown = (await site.look(first)).outside
    assert shown is not None
    await site.publish(second)
    assert (await site.look(first)).outside is None
    assert problem(await site.ask(shown)) == "already-published"


async def test_two_who_publish_at_once_publish_once(world: World) -> None:
    site = await a_site(world)
    ended = await site.half_year_passes()
    shown = (await site.look(ended)).outside
    assert shown is not None
    answers = await asyncio.gather(*(site.ask(shown) for _ in range(4)))
    assert sorted(one.status_code for one in answers) == [204, 409, 409, 409]


@pytest.mark.parametrize("role", [FUNDER, ADMINISTRATOR])
async def test_the_association_reads_what_its_sites_published_and_nothing_more(
    world: World, role: str
) -> None:
    site = await a_site(world)
    other, stranger = await a_site(world, site.association), await a_site(world)
    await site.finished(*["in_work"] * 6)
    ended = await site.half_year_passes()
    for one in (other, stranger):
        await one.coordinator.refresh()
    told = [await one.publish(ended) for one in (site, other)]
    await stranger.publish(ended)
    funder = await of_the_association(world, site.association, role)
    assert {one.site: one.told for one in await read_by(funder)} == {
        site.id: told[0], other.id: told[1]
    }  # fmt: skip
    assert problem(await funder.call("GET", f"/v1/results?period={ended}")) == "forbidden"
    said = {"period": ended, "outside": told[0].model_dump(mode="json")}
    assert problem(await funder.call("POST", "/v1/publications", json=said)) == "forbidden"
    assert await audited(world, "results-seen", "") == []


async def test_a_participant_is_told_nothing_of_it(world: World) -> None:
    _, person, _ = await world.pair()
    assert problem(await person.call("GET", "/v1/results?period=2026H1")) == "forbidden"
    assert problem(await person.call("GET", "/v1/publications")) == "forbidden"


@pytest.mark.parametrize("period", ["", "2026", "2026H3", "0026H1", "2026H1%27", "H12026"])
async def test_what_is_no_half_year_is_refused_in_plain_words(world: World, period: str) -> None:
    site = await a_site(world)
    answer = await site.coordinator.call("GET", f"/v1/results?period={period}")
    assert problem(answer) == "malformed"
    assert await audited(world, "results-seen", site.id) == []
