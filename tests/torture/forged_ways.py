"""Forged ways: honest tokens, brought where they do not belong, twice, too late, or mixed up with others."""

import httpx

from tests.server.login.forging import ISSUER
from tests.server.world import unique
from tests.torture.forged_openid import CASES, Case, Trial


def case(one: Case) -> Case:
    """It is one, by what its function is called."""
    CASES[one.__name__.strip("_").replace("_", " ")] = one
    return one


@case
async def _a_state_nobody_gave_out(t: Trial) -> httpx.Response:
    return await t.browser.back({**await t.begins(), "state": "s" * 43})


@case
async def _no_state(t: Trial) -> httpx.Response:
    return await t.browser.back({**await t.begins(), "state": ""})


@case
async def _two_states(t: Trial) -> httpx.Response:
    said = await t.begins()
    query = f"code={said['code']}&iss={ISSUER}&state={'s' * 43}&state={said['state']}"
    return await t.browser.client.get(f"/v1/login/callback?{query}")


@case
async def _a_state_that_is_no_text(t: Trial) -> httpx.Response:
    await t.begins()
    return await t.browser.client.get("/v1/login/callback?code=x&state=%ff%fe")


@case
async def _an_answer_in_another_browser(t: Trial) -> httpx.Response:
    """Somebody's sign-in would be put under a lured person's hands."""
    return await t.another.back(await t.begins())


@case
async def _an_answer_in_a_browser_with_another_cookie(t: Trial) -> httpx.Response:
    said = await t.begins()
    await t.another.to_provider(await t.world.ask(unique("device")))
    return await t.another.back(said)


@case
async def _begun_anew_elsewhere(t: Trial) -> httpx.Response:
    said = await t.begins()
    await t.another.to_provider(t.ticket)
    return await t.browser.back(said)


@case
async def _an_answer_that_comes_twice(t: Trial) -> httpx.Response:
    said = await t.begins()
    await t.browser.back({**said, "code": "wrong"})
    return await t.browser.back(said)


@case
async def _a_code_that_was_used(t: Trial) -> httpx.Response:
    used = await t.begins()
    other = await t.world.ask(unique("device"))
    await t.another.back({**t.world.provider.authorize(await t.another.to_provider(other)), **{}})
    t.world.provider._codes.pop(used["code"])
    return await t.browser.back(used)


@case
async def _a_code_of_another_attempt(t: Trial) -> httpx.Response:
    """Whoever has stolen one cannot use it in an attempt of their own: the verifier is another."""
    mine_ = await t.begins()
    other = await t.another.to_provider(await t.world.ask(unique("device")))
    stolen = t.world.provider.authorize(other, t.subject)
    return await t.browser.back({**mine_, "code": stolen["code"]})


@case
async def _mixed_up_with_another_provider(t: Trial) -> httpx.Response:
    return await t.browser.back({**await t.begins(), "iss": "https://evil.example"})


@case
async def _a_provider_that_does_not_say_who_it_is(t: Trial) -> httpx.Response:
    said = await t.begins()
    del said["iss"]
    return await t.browser.back(said)


@case
async def _an_error_beside_a_code(t: Trial) -> httpx.Response:
    return await t.browser.back({**await t.begins(), "error": "access_denied"})


@case
async def _no_code(t: Trial) -> httpx.Response:
    said = await t.begins()
    del said["code"]
    return await t.browser.back(said)


@case
async def _another_issuer_s_document(t: Trial) -> httpx.Response:
    t.world.new_provider().document["issuer"] = "https://evil.example"
    return await t.browser.look(t.ticket, "/oidc")


@case
async def _a_document_that_leads_away_from_https(t: Trial) -> httpx.Response:
    t.world.new_provider().document["token_endpoint"] = "http://id.example/token"
    return await t.browser.look(t.ticket, "/oidc")


@case
async def _a_document_without_pkce(t: Trial) -> httpx.Response:
    t.world.new_provider().document["code_challenge_methods_supported"] = ["plain"]
    return await t.browser.look(t.ticket, "/oidc")


@case
async def _a_provider_that_sends_our_secret_on(t: Trial) -> httpx.Response:
    there = {"location": "https://evil.example/token"}
    t.world.provider.answers["/token"] = httpx.Response(307, headers=there)
    answer = await t.signs_in()
    assert t.world.provider.hosts == {"id.example"}
    return answer


@case
async def _an_answer_without_end(t: Trial) -> httpx.Response:
    t.world.provider.padding = b" " * 300_000
    return await t.signs_in()


@case
async def _too_late(t: Trial) -> httpx.Response:
    said = await t.begins()
    t.world.clock.forward(minutes=10)
    return await t.browser.back(said)


@case
async def _a_way_out_of_here(t: Trial) -> httpx.Response:
    """An open redirect: wherever it is asked to lead, it leads to our own page."""
    more = dict.fromkeys(("next", "redirect_uri", "url", "return_to"), "https://evil.example")
    answer = await t.browser.back({**await t.begins(), **more})
    assert answer.headers["location"] == "/v1/login/done"
    return httpx.Response(400)
