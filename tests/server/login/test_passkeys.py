"""Passkeys: added by those who have just shown who they are, several, with names, and taken away."""

from pathlib import Path

from tests.server.databases import TestDatabase
from tests.server.login.signing_in import LoginWorld, a_browser, add_passkey, mine
from tests.server.world import problem, unique


async def test_added_used_and_taken_away(login: LoginWorld) -> None:
    coordinator = await login.coordinator()
    first, second = [await add_passkey(login, coordinator) for _ in range(2)]
    listed = (await coordinator.call("GET", "/v1/passkeys")).json()["passkeys"]
    assert [one["name"] for one in listed] == ["Min nyckel"] * 2
    assert {one["used_at"] for one in listed} == {None}
    device = unique("device")
    for key in (first, second, first):
        ticket = await login.ask(device)
        async with a_browser(login) as browser:
            asked = (await browser.options(ticket)).json()["get"]
            assert asked["allowCredentials"] == []  # whoever has one is found by it
            assert (asked["userVerification"], asked["rpId"]) == ("required", "mia.example")
            assert (await browser.bring(ticket, key.get(asked))).json() == {
                "next": "/v1/login/done"
            }
            answer = await login.redeem(ticket, await browser.digits(), device)
        assert answer.json()["account"]["id"] == coordinator.id
    path = f"/v1/passkeys/{listed[0]['id']}"
    stranger = await login.coordinator()
    assert problem(await stranger.call("DELETE", path)) == "not-found"
    assert (await coordinator.call("DELETE", path)).status_code == 204
    async with a_browser(login) as browser:
        ticket = await login.ask(device)
        assert problem(await browser.use(ticket, first)) == "forbidden"
        assert (await browser.use(ticket, second)).status_code == 200


async def test_one_is_added_by_those_alone_who_have_just_shown_who_they_are(
    login: LoginWorld,
) -> None:
    coordinator = await login.coordinator()
    key = await add_passkey(login, coordinator)
    login.clock.forward(minutes=5, seconds=1)
    asked = {"purpose": "passkey"}
    answer = await coordinator.call("POST", "/v1/login/tickets/mine", json=asked)
    assert problem(answer) == "sign-in-again"
    ticket = await mine(coordinator, "again")
    async with a_browser(login) as browser:
        assert (await browser.options(ticket)).json()["get"]["allowCredentials"] != []
        assert (await browser.use(ticket, key)).status_code == 200
        redeemed = await login.redeem(ticket, await browser.digits(), coordinator.device)
        coordinator.take(redeemed)
        await add_passkey(login, coordinator)
        # What was shown six minutes ago is not shown now, however long the digits lay about.
        login.clock.forward(minutes=6)
        late = await mine(coordinator, "again")
        assert (await browser.use(late, key)).status_code == 200
        digits = await browser.digits()
        login.clock.forward(minutes=6)
        coordinator.take(await login.redeem(late, digits, coordinator.device))
    answer = await coordinator.call("POST", "/v1/login/tickets/mine", json=asked)
    assert problem(answer) == "sign-in-again"


async def test_a_new_password_of_an_administrator_s_ends_passkeys(login: LoginWorld) -> None:
    administrator = await login.administrator()
    root = "/v1/administration/staff"
    key = await add_passkey(login, administrator)
    said = {"role": "administrator", "name": "Ny", "email": f"{unique('ny')}@x.example"}
    added = (await administrator.call("POST", root, json=said)).json()["account"]
    assert (await administrator.call("POST", f"{root}/{added}/password")).status_code == 200
    answer = await administrator.call("POST", f"{root}/{administrator.id}/password")
    assert answer.status_code == 200
    async with a_browser(login) as browser:
        ticket = await login.ask(unique("device"))
        assert problem(await browser.use(ticket, key)) == "forbidden"


async def test_one_that_was_taken_away_stays_so_after_a_restore(
    tmp_path: Path, database: TestDatabase
) -> None:
    login = LoginWorld(tmp_path, database)
    await login.start()
    await login.furnish()
    coordinator = await login.coordinator()
    lost, kept = [await add_passkey(login, coordinator) for _ in range(2)]
    await login.stop()
    await database.back_up()
    await login.start()
    listed = (await coordinator.call("GET", "/v1/passkeys")).json()["passkeys"]
    path = f"/v1/passkeys/{listed[0]['id']}"
    assert (await coordinator.call("DELETE", path)).status_code == 204
    await login.stop()
    await database.restore()
    await login.start()
    async with a_browser(login) as browser:
        ticket = await login.ask(unique("device"))
        assert problem(await browser.use(ticket, lost)) == "forbidden"
        assert (await browser.use(ticket, kept)).status_code == 200
    await login.stop()
