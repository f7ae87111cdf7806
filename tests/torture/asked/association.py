"""What an administrator asks."""

from tests.server.world import Person, unique
from tests.torture.asked.ask import Ask, asks
from tests.torture.cast import Cast

ROOT = "/v1/administration"


@asks("POST /v1/administration/sites")
async def make_site(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", f"{ROOT}/sites", {"name": unique("Plats")})


@asks("PUT /v1/administration/sites/{site}")
async def name_site(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("PUT", f"{ROOT}/sites/{cast.site}", {"name": unique("Plats")})


@asks("POST /v1/administration/staff")
async def add_staff(cast: Cast, by: Person, done: bool) -> Ask:
    email = f"{unique('mail')}@example.org"
    said = {"role": "coordinator", "site": cast.site, "name": "Eva", "email": email}
    return Ask("POST", f"{ROOT}/staff", said)


@asks("PUT /v1/administration/staff/{account}")
async def rename(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("PUT", f"{ROOT}/staff/{cast.people['follows'].id}", {"name": "Eva Ek"})


@asks("PUT /v1/administration/staff/{account} a participant")
async def rename_participant(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("PUT", f"{ROOT}/staff/{cast.people['participant'].id}", {"name": "Eva Ek"})


@asks("POST /v1/administration/staff/{account}/password")
async def reset(cast: Cast, by: Person, done: bool) -> Ask:
    who = await cast.coordinator() if done else cast.people["follows"]
    return Ask("POST", f"{ROOT}/staff/{who.id}/password")


@asks("POST /v1/administration/staff/{account}/participants")
async def move(cast: Cast, by: Person, done: bool) -> Ask:
    who = await cast.coordinator() if done else cast.people["follows"]
    said = {"to": cast.people["colleague"].id}
    return Ask("POST", f"{ROOT}/staff/{who.id}/participants", said)


@asks("DELETE /v1/administration/staff/{account}")
async def end(cast: Cast, by: Person, done: bool) -> Ask:
    who = await cast.coordinator() if done else cast.people["follows"]
    return Ask("DELETE", f"{ROOT}/staff/{who.id}")


@asks("POST /v1/administration/staff/{account}/login-link")
async def login_link(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", f"{ROOT}/staff/{cast.people['follows'].id}/login-link")
