"""What is asked about participants, those who follow them, and results."""

from tests.server.world import Person, unique
from tests.torture.asked.ask import Ask, asks, plain
from tests.torture.cast import Cast, future


@asks("POST /v1/imports")
async def bring_in(cast: Cast, by: Person, done: bool) -> Ask:
    said = {"participants": [cast.people["participant"].id, unique("person")]}
    return Ask("POST", "/v1/imports", said)


@asks("POST /v1/exports")
async def take_out(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask(
        "POST", "/v1/exports", {"sort": "list", "participants": [cast.people["participant"].id]}
    )


@asks("POST /v1/handovers")
async def hand_over(cast: Cast, by: Person, done: bool) -> Ask:
    who = await cast.participant(by) if done else cast.people["participant"]
    to = await cast.coordinator()
    return Ask("POST", "/v1/handovers", {"id": unique("over"), "participant": who.id, "to": to.id})


@asks("POST /v1/covers")
async def cover(cast: Cast, by: Person, done: bool) -> Ask:
    asked = cast.cover(await cast.coordinator(), 0)
    later = future(asked.first_day).isoformat()
    said = {**asked.model_dump(mode="json"), "first_day": later, "last_day": later}
    return Ask("POST", "/v1/covers", said)


@asks("DELETE /v1/covers/{cover}")
async def end_cover(cast: Cast, by: Person, done: bool) -> Ask:
    asked = cast.cover(await cast.coordinator(), 40)
    of = cast.people["follows"].id
    await cast.world.backend.covers.set_for(of, cast.site, asked, by=of)
    return Ask("DELETE", f"/v1/covers/{asked.id}")


@asks("POST /v1/invitations")
async def invite(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", "/v1/invitations", {"participant": cast.people["participant"].id})


@asks("GET /v1/invitations/{participant}")
async def inviting(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("GET", f"/v1/invitations/{cast.people['participant'].id}")


@asks("POST /v1/invitations/{participant}/pairing")
async def compared(cast: Cast, by: Person, done: bool) -> Ask:
    path = f"/v1/invitations/{cast.people['participant'].id}/pairing"
    return Ask("POST", path, {"pair": [1, 2], "same": True})


@asks("POST /v1/publications")
async def publish(cast: Cast, by: Person, done: bool) -> Ask:
    outside = {"period": "2025H2", "tables": []}
    return Ask("POST", "/v1/publications", {"period": "2025H2", "outside": outside})


plain("GET /v1/calendar")
plain("PUT /v1/calendar", {})
plain("DELETE /v1/calendar")
plain("GET /v1/calendars/{name}", at="/v1/calendars/x.y.ics")


@asks("POST /v1/proofs")
async def prove(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", "/v1/proofs", _proof(cast))


@asks("POST /v1/proofs/read")
async def proved(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("POST", "/v1/proofs/read", {**_proof(cast), "digits": "000000"})


def _proof(cast: Cast) -> dict[str, str]:
    of = cast.people["participant"].id
    return {"channel": "mail", "to": "someone@example.org", "participant": of}
