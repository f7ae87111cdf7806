"""One question to every route, about something of somebody's."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from mia_companion.wire.sync import Accepted, PullAnswer, Push, PushAnswer, Refused
from tests.server.sockets import listens
from tests.server.world import Person, problem, unique
from tests.torture.cast import PHOTO, SAID, UPLOAD, Cast, future


@dataclass
class Ask:
    """A request. `path` is filled in."""

    method: str
    path: str
    json: Any = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)

    async def of(self, http: httpx.AsyncClient, authorization: dict[str, str]) -> httpx.Response:
        """Send it."""
        return await http.request(
            self.method,
            self.path,
            json=self.json,
            content=self.content,
            headers={**self.headers, **authorization},
        )


Make = Callable[[Cast, Person, bool], Awaitable[Ask]]
"""A question about something of that cast's, by that person; whether it is expected to be done."""

ASKED: dict[str, Make] = {}
"""By route, and what of."""


def asks(route: str) -> Callable[[Make], Make]:
    """The function makes the question to that route."""

    def keep(make: Make) -> Make:
        ASKED[route] = make
        return make

    return keep


def plain(route: str, body: Any = None) -> None:
    """A route that is asked about nobody but the caller."""
    method, path = route.split(" ")[:2]

    async def make(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask(method, path, json=body)

    ASKED[route] = make


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


def of_journal(role: str) -> None:
    """The routes of one journal of the participant's."""

    def at(cast: Cast, rest: str) -> str:
        return f"/v1/journals/{cast.journals[role]}/{rest}"

    async def history(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("GET", at(cast, "history?before=2"))

    async def read(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("GET", at(cast, "blobs/photo"))

    async def look(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("HEAD", at(cast, "blobs/photo"))

    async def send(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("PUT", at(cast, f"blobs/{unique('b')}"), content=PHOTO, headers=UPLOAD)

    async def push(cast: Cast, by: Person, done: bool) -> Ask:
        entry = by.entry(cast.journals[role], SAID[role])
        raw = Push(entries=(entry,)).model_dump_json().encode()
        return Ask("POST", "/v1/push", content=raw)

    async def pull(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("POST", "/v1/pull", {"cursors": {cast.journals[role]: 0}})

    async def left(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("GET", at(cast, "left-behind"))

    async def looked(cast: Cast, by: Person, done: bool) -> Ask:
        entry = cast.left_behind() if done and role == "shared" else "nothing"
        return Ask("DELETE", at(cast, f"left-behind/{entry}"))

    async def live(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask("GET", "/v1/live")

    one = "/v1/journals/{journal}"
    for route, make in (
        (f"GET {one}/history", history),
        (f"GET {one}/blobs/{{blob}}", read),
        (f"HEAD {one}/blobs/{{blob}}", look),
        (f"PUT {one}/blobs/{{blob}}", send),
        (f"GET {one}/left-behind", left),
        (f"DELETE {one}/left-behind/{{entry}}", looked),
        ("POST /v1/push", push),
        ("POST /v1/pull", pull),
        ("GET /v1/live", live),
    ):
        ASKED[f"{route} {role}"] = make


JOURNALS = ("shared", "own", "team", "view", "directory", "former's view")
SAID["former's view"] = SAID["view"]
for _role in JOURNALS:
    of_journal(_role)


def why_not(answer: httpx.Response) -> str:
    """The problem, or that a page says it."""
    if answer.headers["content-type"].startswith("text/html"):
        return "page"
    if answer.request.method == "HEAD":  # without a body to say why in
        return {404: "not-found"}[answer.status_code]
    return problem(answer)


async def answered(route: str, ask: Ask, cast: Cast, by: Person) -> str:
    """In a word: `done`, or why not."""
    _, path, *of = route.split(" ", 2)
    journal = cast.journals.get(of[0] if of else "")
    if path == "/v1/live":
        one = await listens(by)
        follows = journal in one.journals
        by.world.backend.relay.unsubscribe(one)
        return "done" if follows else "absent"
    answer = await ask.of(by.world.http, by.headers)
    if answer.status_code >= 400:
        return why_not(answer)
    if path == "/v1/push":
        result = PushAnswer.model_validate_json(answer.content).results[0]
        if isinstance(result, Refused):
            return result.reason
        assert isinstance(result, Accepted)
    if path == "/v1/pull":
        page = PullAnswer.model_validate_json(answer.content)
        if journal in {one.journal for one in page.gone}:
            return "gone"
        return "done" if journal in {one.journal.id for one in page.pages} else "absent"
    return "done"
