"""What somebody wrote before they knew: those who follow the participant now find it, and nobody else."""

import httpx

from mia_companion.domain.messages import MessageWritten
from mia_companion.wire.following import LeftBehind
from tests.server.test_handovers import hand_over
from tests.server.test_push import reasons
from tests.server.world import Person, World, problem, unique


async def ask(who: Person, journal: str) -> httpx.Response:
    return await who.call("GET", f"/v1/journals/{journal}/left-behind")


async def found(who: Person, journal: str) -> list[str]:
    answer = await ask(who, journal)
    assert answer.status_code == 200, answer.text
    return [one.entry.id for one in LeftBehind.model_validate_json(answer.content).entries]


async def handed_over(world: World) -> tuple[Person, Person, Person, str, list[str]]:
    """The old and the new one, the participant, the shared journal and what came too late in it."""
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    assert (await hand_over(old, participant.id, new.id)).status_code == 204
    late = []
    for words in ("Vi ses på tisdag", "Ta med brevet"):
        world.clock.forward(seconds=1)
        said = old.entry(shared, MessageWritten(message_id=unique("m"), words=words))
        assert reasons(await old.push(said)) == ["access-ended"]
        late.append(said.id)
    return old, new, participant, shared, late


async def test_the_successor_finds_it_and_marks_it_as_looked_at(world: World) -> None:
    _, new, _, shared, late = await handed_over(world)
    answer = LeftBehind.model_validate_json((await ask(new, shared)).content)
    assert [one.entry.id for one in answer.entries] == late
    assert "Vi ses på tisdag" in answer.entries[0].entry.body
    path = f"/v1/journals/{shared}/left-behind"
    for _ in range(2):  # repeated is harmless
        assert (await new.call("DELETE", f"{path}/{late[0]}")).status_code == 204
        assert await found(new, shared) == late[1:]


async def test_nobody_else_finds_it(world: World) -> None:
    old, new, participant, shared, late = await handed_over(world)
    stranger = await world.coordinator()
    for who in (old, participant, stranger):
        assert problem(await ask(who, shared)) == "not-found"
        gone = await who.call("DELETE", f"/v1/journals/{shared}/left-behind/{late[0]}")
        assert problem(gone) == "not-found"
    for other in ("no-such-journal", "%C3%A5"):
        assert problem(await ask(new, other)) == "not-found"
    elsewhere = await new.call("DELETE", f"/v1/journals/{shared}/left-behind/no-such-entry")
    assert problem(elsewhere) == "not-found"
    assert await found(new, shared) == late


async def test_it_goes_along_when_the_participant_is_handed_on(world: World) -> None:
    _, new, participant, shared, late = await handed_over(world)
    third = await world.coordinator()
    assert (await hand_over(new, participant.id, third.id)).status_code == 204
    assert problem(await ask(new, shared)) == "not-found"
    assert await found(third, shared) == late


async def test_the_old_ones_own_view_stays_closed(world: World) -> None:
    old, participant, _ = await world.pair()
    new = await world.coordinator()
    view = (await old.journals())[("own", participant.id, old.id)]
    assert (await hand_over(old, participant.id, new.id)).status_code == 204
    belief = '{"kind":"NoteWritten","note_id":"n","words":"Min egen tanke"}'
    assert reasons(await old.push(old.entry(view, belief))) == ["access-ended"]
    assert problem(await ask(new, view)) == "not-found"
