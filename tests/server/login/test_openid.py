"""Staff sign in by an OpenID provider: there and back, and whom its names mean."""

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.server.login.forging import KEY, signed
from tests.server.login.signing_in import LoginWorld, a_browser, linked
from tests.server.world import problem, unique


async def test_there_and_back(login: LoginWorld) -> None:
    coordinator = await login.coordinator()
    login.provider.claims = {
        "email": (await login.email(coordinator)).upper(),
        "email_verified": True,
    }
    device = unique("device")
    ticket = await login.ask(device)
    assert problem(await login.redeem(ticket, "123456", device)) == "login-waits"
    async with a_browser(login) as browser:
        page = await browser.look(ticket)
        assert "Fortsätt med Prov-id" in page.text
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert "unsafe" not in page.headers["content-security-policy"]
        assert "set-cookie" not in page.headers
        came = await browser.sign_in(ticket, "somebody-there")
        assert (came.status_code, came.headers["location"]) == (303, "/v1/login/done")
        digits = await browser.digits()
        assert digits == await browser.digits()
        wrong = f"{(int(digits) + 1) % 1_000_000:06}"
        assert problem(await login.redeem(ticket, wrong, device)) == "digits-wrong"
        answer = await login.redeem(ticket, digits, device)
    assert answer.json()["account"]["id"] == coordinator.id
    again = await login.redeem(ticket, digits, device)  # the answer was lost
    assert again.json()["refresh"] == answer.json()["refresh"]
    headers = {"authorization": f"Bearer {again.json()['access']}"}
    assert (await login.http.get("/v1/me", headers=headers)).json()["id"] == coordinator.id
    # From now on the name there is enough.
    login.provider.claims = {}
    async with a_browser(login) as browser:
        assert (await browser.sign_in(await login.ask(device), "somebody-there")).status_code == 303


async def test_the_cookie_is_the_host_s_alone(login: LoginWorld) -> None:
    async with a_browser(login) as browser:
        answer = await browser.look(await login.ask(unique("device")), "/oidc")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-mia-login=")
    for said in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert said in cookie
    assert "Domain" not in cookie


async def test_new_keys_are_asked_for_once_a_minute(login: LoginWorld) -> None:
    coordinator = await login.coordinator()
    subject = await linked(login, coordinator)
    provider = login.provider
    other = type(KEY).generate_key(2048, {"kid": "two", "use": "sig"})
    provider.keys = [other.as_dict(private=False)]
    provider.sign = lambda claims: signed(claims, other, kid="two")
    login.clock.forward(minutes=2)
    async with a_browser(login) as browser:
        assert (
            await browser.sign_in(await login.ask(unique("device")), subject)
        ).status_code == 303
        asked = provider.asked.count("/jwks")
        provider.sign = lambda claims: signed(claims, other, kid="three")
        for _ in range(3):
            answer = await browser.sign_in(await login.ask(unique("device")), subject)
            assert answer.status_code == 403
        assert provider.asked.count("/jwks") == asked


async def test_a_link_of_an_administrator_s(login: LoginWorld) -> None:
    administrator = await login.administrator()
    root = "/v1/administration"
    site = (await administrator.call("POST", f"{root}/sites", json={"name": "Väster"})).json()["id"]
    said = {"role": "coordinator", "site": site, "name": "Eva", "email": f"{unique('e')}@x.example"}
    eva = (await administrator.call("POST", f"{root}/staff", json=said)).json()["account"]
    path = f"{root}/staff/{eva}/login-link"
    first = (await administrator.call("POST", path)).json()["url"]
    second = (await administrator.call("POST", path)).json()["url"]
    name = unique("name")
    async with a_browser(login) as browser:
        assert "är över" in (await browser.look(first)).text
        assert "Koppla din e-legitimation" in (await browser.look(second)).text
        assert (await browser.sign_in(second, name)).status_code == 303
        page = await browser.client.get("/v1/login/done")
        assert "Kopplingen är klar" in page.text
        assert not await browser.digits()
        assert "är över" in (await browser.look(second)).text
        device = unique("device")
        ticket = await login.ask(device)
        assert (await browser.sign_in(ticket, name)).status_code == 303
        answer = await login.redeem(ticket, await browser.digits(), device)
    assert answer.json()["account"]["id"] == eva


async def test_a_provider_that_does_not_answer(login: LoginWorld) -> None:
    ticket = await login.ask(unique("device"))
    login.provider.answers["/.well-known/openid-configuration"] = httpx.Response(503)
    async with a_browser(login) as browser:
        page = await browser.look(ticket, "/oidc")
        assert (page.status_code, "svarar inte" in page.text) == (503, True)
        page = await browser.client.get(ticket.url + "/oidc", headers={"accept-language": "en-GB"})
        assert "does not answer" in page.text
        login.provider.answers.clear()
        await browser.to_provider(ticket)  # nothing was used up


async def test_the_device_s_own_key_comes_with_the_digits(login: LoginWorld) -> None:
    """A stolen refresh token alone is worth nothing, as after any other way in."""
    coordinator = await login.coordinator()
    subject, device = await linked(login, coordinator), unique("device")
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw().hex()
    ticket = await login.ask(device)
    async with a_browser(login) as browser:
        await browser.sign_in(ticket, subject)
        said = {
            "ticket": ticket.ticket, "digits": await browser.digits(), "device": device,
            "key": public, "sort": "linux",
        }  # fmt: skip
    path = "/v1/login/redemptions"
    answer = await login.http.post(path, json=said)
    assert (await login.http.post(path, json=said)).json()["refresh"] == answer.json()["refresh"]
    another = {**said, "key": "0" * 64}
    assert problem(await login.http.post(path, json=another)) == "login-over"
    stolen = {"refresh": answer.json()["refresh"]}
    assert problem(await login.http.post("/v1/tokens", json=stolen)) == "signed-out"
