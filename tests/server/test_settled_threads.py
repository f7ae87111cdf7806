"""That a thread needs no answer is said among coordinators: a participant's device never hears of it."""

import pytest

from mia_companion.domain.directory import MessageTemplateListed
from mia_companion.domain.messages import GENERAL, MessageWritten
from mia_companion.domain.settled_threads import ThreadSettled
from tests.server.test_push import reasons
from tests.server.world import World


async def test_the_participants_pull_never_has_it(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    written = MessageWritten(message_id="m-1", words="Tack, det var allt")
    await participant.push(participant.entry(shared, written))
    await participant.pull()
    team = (await coordinator.journals())["team", participant.id, None]
    settled = ThreadSettled(thread_id=GENERAL, message_id="m-1")
    said = coordinator.entry(team, settled)
    assert reasons(await coordinator.push(said)) == ["accepted"]
    assert [one.entry for one in await coordinator.read(team)] == [said]
    page = await participant.pull()
    assert not [c for one in page.pages for c in one.entries]
    for journal in (shared, team, *(await participant.journals()).values()):
        kinds = [one.entry.kind for one in await participant.read(journal)]
        assert "ThreadSettled" not in kinds
    history = await participant.call("GET", f"/v1/journals/{team}/history?before=9")
    assert history.status_code == 404


async def test_it_is_taken_in_the_teams_journal_alone_and_from_coordinators_alone(
    world: World,
) -> None:
    coordinator, participant, _ = await world.pair()
    settled = ThreadSettled(thread_id=GENERAL, message_id="m-1")
    for (role, _, owner), journal in (await coordinator.journals()).items():
        if role != "team":
            refused = reasons(await coordinator.push(coordinator.entry(journal, settled)))
            assert refused == ["not-allowed"], (role, owner)
    for journal in (await participant.journals()).values():
        refused = reasons(await participant.push(participant.entry(journal, settled)))
        assert refused == ["not-allowed"]


@pytest.mark.parametrize("title", ["Välkommen", ""])
async def test_only_coordinators_list_ready_words_and_everyone_at_the_site_may_read_them(
    world: World, title: str
) -> None:
    coordinator, participant, _ = await world.pair()
    site = (await coordinator.journals())["directory", None, None]
    fact = MessageTemplateListed(template_id="t-1", title=title, words="Hej {name}!")
    assert reasons(await participant.push(participant.entry(site, fact))) == ["not-allowed"]
    said = coordinator.entry(site, fact)
    assert reasons(await coordinator.push(said)) == ["accepted"]
    assert said in [one.entry for one in await participant.read(site)]
