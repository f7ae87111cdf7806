"""The same of the routes by which staff sign in."""

import os

import sqlalchemy as sa

from mia_companion.server.login.table import passkeys
from tests.server.login.authenticator import ORIGIN
from tests.server.world import Person, unique
from tests.torture.asking import ASKED, ROOT, Ask, Make, asks, plain
from tests.torture.cast import Cast

__all__ = ["ASKED"]

plain("GET /v1/login")
plain("GET /v1/login/login.css")
plain("GET /v1/login/passkey.js")
plain("GET /v1/login/callback")
plain("GET /v1/login/done")
plain("GET /v1/passkeys")
plain("POST /v1/login/tickets", {"device": "a-new-device"})
plain("POST /v1/login/tickets/mine", {"purpose": "again"})
plain("POST /v1/login/again", {"password": "not it at all"})
plain("POST /v1/login/redemptions", {"ticket": "t" * 22, "digits": "123456", "device": "a-device"})


def at_a_door(method: str, rest: str, body: object = None) -> Make:
    """One of the pages behind a ticket's door."""

    async def make(cast: Cast, by: Person, done: bool) -> Ask:
        ticket = await cast.world.backend.login.tickets.make("sign-in", unique("device"))
        path = ticket.url.removeprefix(ORIGIN)
        return Ask(method, path + rest, body, headers={"origin": ORIGIN})

    ASKED[f"{method} /v1/login/at/{{door}}{rest}"] = make
    return make


at_a_door("GET", "")
at_a_door("GET", "/oidc")
at_a_door("POST", "/passkey/options", {})
at_a_door("POST", "/passkey", {"answer": {}})


@asks("POST /v1/administration/staff/{account}/login-link")
async def login_link(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", f"{ROOT}/staff/{cast.people['follows'].id}/login-link")


@asks("DELETE /v1/passkeys/{passkey}")
async def remove_passkey(cast: Cast, by: Person, done: bool) -> Ask:
    one = {
        "id": unique("passkey"), "account": cast.people["follows"].id, "credential": os.urandom(16),
        "public_key": b"k", "sign_count": 0, "name": "", "made_at": cast.world.clock(),
    }  # fmt: skip
    async with cast.world.backend.database.writing() as connection:
        await connection.execute(sa.insert(passkeys).values(one))
    return Ask("DELETE", f"/v1/passkeys/{one['id']}")
