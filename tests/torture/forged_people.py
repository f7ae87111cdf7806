"""Honest sign-ins by the wrong people, and digits that come to the wrong hands."""

import httpx

from mia_companion.server.login.tickets import TRIES
from mia_companion.server.schema import accounts
from tests.server.login.signing_in import linked, mine
from tests.server.world import problem, unique
from tests.torture.forged_openid import CASES, Trial
from tests.torture.forged_ways import case

__all__ = ["CASES"]


@case
async def _another_person_shows_who_they_are(t: Trial) -> httpx.Response:
    colleague = await t.world.coordinator()
    ticket = await mine(colleague, "again")
    return await t.browser.sign_in(ticket, t.subject)


@case
async def _an_e_mail_whose_account_has_a_name_there(t: Trial) -> httpx.Response:
    t.world.provider.claims = {
        "email": await t.world.email(t.coordinator), "email_verified": True
    }  # fmt: skip
    return await t.browser.sign_in(t.ticket, "stranger-3")


async def _with_email(t: Trial, verified: object) -> httpx.Response:
    colleague = await t.world.coordinator()
    t.world.provider.claims = {
        "email": await t.world.email(colleague), "email_verified": verified
    }  # fmt: skip
    return await t.browser.sign_in(t.ticket, unique("stranger"))


@case
async def _an_e_mail_that_is_not_verified(t: Trial) -> httpx.Response:
    return await _with_email(t, False)


@case
async def _an_e_mail_that_is_verified_by_a_word(t: Trial) -> httpx.Response:
    return await _with_email(t, "true")


@case
async def _an_e_mail_of_which_nothing_is_said(t: Trial) -> httpx.Response:
    return await _with_email(t, None)


@case
async def _a_participant_s_account(t: Trial) -> httpx.Response:
    """However it came by an address: participants do not come in here."""
    _, participant, _ = await t.world.pair()
    async with t.world.backend.database.writing() as connection:
        change = accounts.update().where(accounts.c.id == participant.id)
        await connection.execute(change.values(email="deltagare@example.org"))
    t.world.provider.claims = {"email": "deltagare@example.org", "email_verified": True}
    return await t.browser.sign_in(t.ticket, "stranger-4")


@case
async def _somebody_whose_work_has_ended(t: Trial) -> httpx.Response:
    ended = await t.world.coordinator()
    subject = await linked(t.world, ended)
    async with t.world.backend.database.writing() as connection:
        change = accounts.update().where(accounts.c.id == ended.id)
        await connection.execute(change.values(ended_at=t.world.clock()))
    return await t.browser.sign_in(t.ticket, subject)


@case
async def _the_digits_in_another_browser(t: Trial) -> httpx.Response:
    await t.signs_in()
    assert await t.browser.digits()
    assert not await t.another.digits()
    return httpx.Response(400)


@case
async def _the_digits_in_a_browser_with_another_cookie(t: Trial) -> httpx.Response:
    await t.signs_in()
    await t.another.to_provider(await t.world.ask(unique("device")))
    assert not await t.another.digits()
    return httpx.Response(400)


@case
async def _the_sixth_guess_of_the_digits(t: Trial) -> httpx.Response:
    """Somebody who lured another to sign in guesses; after five even the right ones are nothing."""
    await t.signs_in()
    right = await t.browser.digits()
    for n in range(1, TRIES + 1):
        wrong = f"{(int(right) + n) % 1_000_000:06}"
        assert problem(await t.world.redeem(t.ticket, wrong, t.device)) == "digits-wrong"
    return await t.world.redeem(t.ticket, right, t.device)


@case
async def _the_digits_from_another_device(t: Trial) -> httpx.Response:
    await t.signs_in()
    return await t.world.redeem(t.ticket, await t.browser.digits(), unique("thief"))


@case
async def _the_digits_of_another_ticket(t: Trial) -> httpx.Response:
    other = await t.world.ask(t.device)
    await t.browser.sign_in(other, t.subject)
    digits = await t.browser.digits()
    assert problem(await t.world.redeem(t.ticket, digits, t.device)) == "login-waits"
    return httpx.Response(400)


@case
async def _the_door_in_the_ticket_s_place(t: Trial) -> httpx.Response:
    """What stood in a browser's history redeems nothing."""
    await t.signs_in()
    door = t.ticket.model_copy(update={"ticket": t.ticket.url.rsplit("/", 1)[1]})
    return await t.world.redeem(door, await t.browser.digits(), t.device)


@case
async def _signed_in_and_written_too_late(t: Trial) -> httpx.Response:
    await t.signs_in()
    digits = await t.browser.digits()
    t.world.clock.forward(minutes=10)
    return await t.world.redeem(t.ticket, digits, t.device)
