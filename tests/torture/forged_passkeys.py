"""Forged passkeys: what was signed elsewhere, for something else, before, or by somebody else."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric import ec

from mia_companion.server.schema import accounts
from tests.server.login.authenticator import AT, UP, UV, Authenticator, other_challenge
from tests.server.login.signing_in import add_passkey, mine
from tests.server.world import problem, unique
from tests.torture.forged_openid import Trial

Case = Callable[[Trial, Authenticator], Awaitable[httpx.Response]]
CASES: dict[str, Case] = {}


def case(one: Case) -> Case:
    """It is one, by what its function is called."""
    CASES["a passkey: " + one.__name__.strip("_").replace("_", " ")] = one
    return one


def _changed(name: str, make: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    async def one(t: Trial, key: Authenticator) -> httpx.Response:
        asked = (await t.browser.options(t.ticket)).json()["get"]
        return await t.browser.bring(t.ticket, key.get(asked, **make(asked)))

    CASES["a passkey: " + name] = one


_changed("another page's", lambda a: {"origin": "https://mia.example.evil.example"})
_changed("our page without https", lambda a: {"origin": "http://mia.example"})
_changed("another domain's", lambda a: {"rp_id": "evil.example"})
_changed("signed for something else", lambda a: {"challenge": other_challenge(a)})
_changed("not shown to be a person", lambda a: {"flags": UP})
_changed("nobody there", lambda a: {"flags": UV})
_changed("made as for a new one", lambda a: {"type": "webauthn.create"})
_changed("signed with another key", lambda a: {"key": ec.generate_private_key(ec.SECP256R1())})
_changed("under somebody else's name", lambda a: {"handle": "c29tZWJvZHk"})
_changed("with a challenge that is no text", lambda a: {"challenge": "\ud800"})


@case
async def _brought_twice(t: Trial, key: Authenticator) -> httpx.Response:
    asked = (await t.browser.options(t.ticket)).json()["get"]
    answer = key.get(asked, flags=UP)
    await t.browser.bring(t.ticket, answer)
    return await t.browser.bring(t.ticket, key.get(asked))


@case
async def _of_another_ticket(t: Trial, key: Authenticator) -> httpx.Response:
    asked = (await t.browser.options(await t.world.ask(unique("device")))).json()["get"]
    return await t.browser.bring(t.ticket, key.get(asked))


@case
async def _whose_count_goes_back(t: Trial, key: Authenticator) -> httpx.Response:
    """A copy of it is about."""
    first = await t.world.ask(unique("device"))
    assert (await t.another.use(first, key, count=40)).status_code == 200
    return await t.browser.use(t.ticket, key, count=40)


@case
async def _nobody_knows(t: Trial, key: Authenticator) -> httpx.Response:
    return await t.browser.use(t.ticket, Authenticator(handle=key.handle))


@case
async def _with_another_s_key_under_a_known_name(t: Trial, key: Authenticator) -> httpx.Response:
    colleague = await add_passkey(t.world, await t.world.coordinator())
    return await t.browser.use(t.ticket, replace(colleague, id=key.id, handle=key.handle))


@case
async def _that_is_another_s_where_one_person_is_asked(
    t: Trial, key: Authenticator
) -> httpx.Response:
    ticket = await mine(await t.world.coordinator(), "again")
    asked = (await t.browser.options(ticket)).json()["get"]
    return await t.browser.bring(ticket, key.get(asked))


@case
async def _in_another_browser(t: Trial, key: Authenticator) -> httpx.Response:
    asked = (await t.browser.options(t.ticket)).json()["get"]
    return await t.another.bring(t.ticket, key.get(asked))


@case
async def _brought_by_another_page(t: Trial, key: Authenticator) -> httpx.Response:
    asked = (await t.browser.options(t.ticket)).json()["get"]
    return await t.browser.bring(t.ticket, key.get(asked), origin="https://evil.example")


@case
async def _asked_for_by_another_page(t: Trial, key: Authenticator) -> httpx.Response:
    return await t.browser.options(t.ticket, origin="https://evil.example")


@case
async def _that_was_taken_away(t: Trial, key: Authenticator) -> httpx.Response:
    listed = (await t.coordinator.call("GET", "/v1/passkeys")).json()["passkeys"]
    answer = await t.coordinator.call("DELETE", f"/v1/passkeys/{listed[0]['id']}")
    assert answer.status_code == 204
    return await t.browser.use(t.ticket, key)


@case
async def _of_somebody_whose_work_has_ended(t: Trial, key: Authenticator) -> httpx.Response:
    async with t.world.backend.database.writing() as connection:
        change = accounts.update().where(accounts.c.id == t.coordinator.id)
        await connection.execute(change.values(ended_at=t.world.clock()))
    return await t.browser.use(t.ticket, key)


@case
async def _that_is_no_answer_at_all(t: Trial, key: Authenticator) -> httpx.Response:
    for answer in ({"response": 7}, {"rawId": "%", "response": {"clientDataJSON": "e30"}}):
        refused = await t.browser.bring(t.ticket, answer)
        assert problem(refused) in ("forbidden", "login-over"), refused.text
    return await t.browser.bring(t.ticket, {})


@case
async def _new_and_not_shown_to_be_a_person(t: Trial, key: Authenticator) -> httpx.Response:
    return await _new(t, Authenticator(), flags=UP)


@case
async def _new_from_another_page(t: Trial, key: Authenticator) -> httpx.Response:
    return await _new(t, Authenticator(), origin="https://evil.example")


@case
async def _new_for_another_domain(t: Trial, key: Authenticator) -> httpx.Response:
    return await _new(t, Authenticator(), rp_id="evil.example")


@case
async def _new_and_signed_for_something_else(t: Trial, key: Authenticator) -> httpx.Response:
    return await _new(t, Authenticator(), challenge="x" * 43)


@case
async def _new_before_the_digits_were_written(t: Trial, key: Authenticator) -> httpx.Response:
    """Whoever is lured to the page gives nobody a passkey of theirs."""
    new = Authenticator()
    assert (await _new(t, new)).status_code == 200
    return await t.browser.use(t.ticket, new)


@case
async def _that_somebody_else_has_already(t: Trial, key: Authenticator) -> httpx.Response:
    colleague = await t.world.coordinator()
    ticket = await mine(colleague, "passkey")
    asked = (await t.browser.options(ticket)).json()["create"]
    await t.browser.bring(ticket, replace(key, handle=None).create(asked))
    return await t.world.redeem(ticket, await t.browser.digits(), colleague.device)


async def _new(t: Trial, key: Authenticator, **changed: Any) -> httpx.Response:
    ticket = await mine(t.coordinator, "passkey")
    asked = (await t.browser.options(ticket)).json()["create"]
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert AT not in changed.values()
    return await t.browser.bring(ticket, key.create(asked, **changed))
