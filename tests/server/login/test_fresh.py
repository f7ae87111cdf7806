"""What is grave needs somebody who has just shown who they are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mia_companion.domain.entries import Entry
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.rights import COORDINATOR, PARTICIPANT
from mia_companion.server.access import Caller
from mia_companion.server.login import freshness
from mia_companion.server.login.freshness import FRESH, fresh, too_stale
from mia_companion.wire.sync import Accepted, Refused
from tests.server.clock import Clock
from tests.server.login.signing_in import PASSWORD, LoginWorld
from tests.server.world import Person, problem, unique


async def show(who: Person, password: str = PASSWORD) -> str:
    """By the password; the problem, or nothing."""
    answer = await who.call("POST", "/v1/login/again", json={"password": password})
    return "" if answer.status_code == 204 else problem(answer)


async def test_grave_things_ask_once_more(login: LoginWorld) -> None:
    coordinator, participant, _ = await login.pair()
    colleague = await login.coordinator()
    day = login.clock.now.date()
    grave = [
        ("/v1/exports", {"sort": "csv", "participants": [participant.id]}),
        ("/v1/covers", {"id": unique("cover"), "by": colleague.id, "first_day": f"{day}",
                        "last_day": f"{day + timedelta(days=1)}"}),
        ("/v1/handovers", {"id": unique("hand"), "participant": participant.id,
                           "to": colleague.id}),
    ]  # fmt: skip
    login.clock.forward(minutes=5, seconds=1)
    for path, said in grave:
        answer = await coordinator.call("POST", path, json=said)
        assert (problem(answer), answer.status_code) == ("sign-in-again", 403), path
        # Whoever may not do it at all is told that.
        assert problem(await participant.call("POST", path, json=said)) == "forbidden", path
    assert await show(coordinator, "something else") == "password-wrong"
    path, said = grave[0]
    assert problem(await coordinator.call("POST", path, json=said)) == "sign-in-again"
    assert not await show(coordinator)
    for path, said in grave:
        answer = await coordinator.call("POST", path, json=said)
        assert answer.status_code == 204, (path, answer.text)
    assert await show(participant) == "forbidden"


async def test_an_administrator_s_grave_things_do_too(login: LoginWorld) -> None:
    administrator = await login.administrator()
    root = "/v1/administration"
    site = (await administrator.call("POST", f"{root}/sites", json={"name": "Öster"})).json()["id"]

    def someone() -> dict[str, str]:
        email = f"{unique('new')}@example.org"
        return {"role": "coordinator", "site": site, "name": "Ny", "email": email}

    made = [
        (await administrator.call("POST", f"{root}/staff", json=someone())).json()["account"]
        for _ in range(2)
    ]
    login.clock.forward(minutes=6)
    staff = f"{root}/staff/{made[0]}"
    grave = [
        ("POST", f"{root}/staff", someone()),
        ("POST", f"{staff}/password", None),
        ("POST", f"{staff}/login-link", None),
        ("POST", f"{staff}/participants", {"to": made[1]}),
        ("DELETE", staff, None),
    ]
    for method, path, said in grave:
        assert problem(await administrator.call(method, path, json=said)) == "sign-in-again", path
    renamed = {"name": "Norr"}
    assert (
        await administrator.call("PUT", f"{root}/sites/{site}", json=renamed)
    ).status_code == 204
    assert not await show(administrator)
    for method, path, said in grave:
        answer = await administrator.call(method, path, json=said)
        assert answer.status_code in (200, 204), (path, answer.text)


async def test_it_counts_on_the_device_where_it_was_shown(login: LoginWorld) -> None:
    coordinator = await login.coordinator()
    said = {"email": await login.email(coordinator), "password": PASSWORD}
    other = unique("device")
    answer = await login.http.post("/v1/sign-in", json={**said, "device": other})
    second = Person(login, coordinator.tokens, other)
    second.take(answer)
    login.clock.forward(minutes=6)
    assert not await show(second)
    me = {"purpose": "passkey"}
    assert problem(await coordinator.call("POST", "/v1/login/tickets/mine", json=me)) == (
        "sign-in-again"
    )
    assert (await second.call("POST", "/v1/login/tickets/mine", json=me)).status_code == 200


@pytest.mark.parametrize("kind", ["ConsentGiven", "ConsentWithdrawn", "MessageWritten"])
def test_consents_are_written_down_by_somebody_who_has_just_shown_who_they_are(kind: str) -> None:
    now = Clock()()
    staff = Caller("a", COORDINATOR, "s", "d", shown_at=now)
    late = now + FRESH + timedelta(microseconds=1)
    assert fresh(staff, now + FRESH)
    assert not fresh(staff, late)
    assert not fresh(replace(staff, shown_at=None), now)
    assert not too_stale(staff, kind, now)
    # A withdrawal always counts, and a participant is asked for nothing.
    assert too_stale(staff, kind, late) == (kind == "ConsentGiven")
    assert not too_stale(replace(staff, role=PARTICIPANT), kind, late)


async def test_a_grave_entry_is_refused_and_taken_as_it_was_once_it_was_shown(
    login: LoginWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "GRAVE", frozenset({MessageWritten.__name__}))
    coordinator, participant, shared = await login.pair()
    login.clock.forward(minutes=6)

    def said(who: Person) -> Entry:
        return who.entry(shared, MessageWritten(message_id=unique("message"), words="Hej"))

    entry = said(coordinator)
    [refused] = await coordinator.push(entry)
    assert isinstance(refused, Refused)
    assert refused.reason == "sign-in-again"
    assert isinstance((await participant.push(said(participant)))[0], Accepted)
    assert not await show(coordinator)
    assert isinstance((await coordinator.push(entry))[0], Accepted)
