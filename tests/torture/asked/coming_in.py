"""What is asked about nobody but the caller, and by who comes in or goes."""

from tests.server.world import Person, unique
from tests.torture.asked.ask import DOOR, Ask, asks, plain
from tests.torture.cast import Cast

plain("GET /v1/health")
plain("GET /v1/openapi.json")
plain("GET /v1/me")
plain("GET /v1/devices")
plain("GET /v1/administration")
plain("GET /v1/administration/deeds")
plain("GET /v1/opened")
plain("GET /v1/pairing")
plain("GET /v1/publications")
plain("GET /v1/results?period=2025H2")
plain("POST /v1/sign-out")
plain("POST /v1/password", {"old": "not it at all", "new": "ett nytt långt lösenord"})
plain("POST /v1/pairing", {"pair": [1, 2], "same": True})


plain("GET /v1/login")
plain("GET /v1/login/login.css")
plain("GET /v1/login/passkey.js")
plain("GET /v1/login/callback")
plain("GET /v1/login/done")
for _way in ("GET {}", "GET {}/oidc", "POST {}/passkey/options"):  # a door of nobody's
    plain(_way.format("/v1/login/at/{door}"), at=_way.partition(" ")[2].format(DOOR))
plain("GET /v1/passkeys")
plain("POST /v1/login/tickets", {"device": "device-of-nobody"})
plain("POST /v1/login/tickets/mine", {"purpose": "again"})
plain("POST /v1/login/again", {"password": "not it at all"})
plain(
    "POST /v1/login/redemptions",
    {"ticket": "A" * 22, "digits": "000000", "device": "device-of-nobody"},
)


@asks("POST /v1/login/at/{door}/passkey")
async def sign_with(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", f"{DOOR}/passkey", {"answer": {}})


@asks("DELETE /v1/passkeys/{passkey}")
async def remove_passkey(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("DELETE", f"/v1/passkeys/{await cast.passkey(cast.people['follows'])}")


@asks("POST /v1/enrolments")
async def enrol(cast: Cast, by: Person, done: bool) -> Ask:
    code = (await cast.world.invite(cast.people["follows"])).code
    return Ask("POST", "/v1/enrolments", {"code": code, "device": unique("device")})


@asks("POST /v1/sign-in")
async def sign_in(cast: Cast, by: Person, done: bool) -> Ask:
    said = {"email": f"{unique('nobody')}@example.org", "password": "x", "device": unique("device")}
    return Ask("POST", "/v1/sign-in", said)


@asks("POST /v1/tokens")
async def tokens(cast: Cast, by: Person, done: bool) -> Ask:
    one = await cast.enter(cast.people["participant"].id)
    return Ask("POST", "/v1/tokens", {"refresh": one.tokens.refresh})


@asks("DELETE /v1/devices/{device}")
async def remove_device(cast: Cast, by: Person, done: bool) -> Ask:
    one = await cast.enter(cast.people["participant"].id)
    return Ask("DELETE", f"/v1/devices/{one.device}")


plain("DELETE /v1/devices")


@asks("GET /v1/participants/{participant}/devices")
async def their_devices(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("GET", f"/v1/participants/{cast.people['participant'].id}/devices")


@asks("DELETE /v1/participants/{participant}/devices/{device}")
async def remove_theirs(cast: Cast, by: Person, done: bool) -> Ask:
    one = await cast.enter(cast.people["participant"].id)
    return Ask("DELETE", f"/v1/participants/{one.id}/devices/{one.device}")
