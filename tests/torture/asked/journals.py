"""What is asked about one journal of a participant's, or their site's directory."""

from mia_companion.wire.sync import Push
from tests.server.world import Person, unique
from tests.torture.asked.ask import ASKED, Ask, asks
from tests.torture.cast import PHOTO, SAID, UPLOAD, Cast


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


@asks("DELETE /v1/own/{journal}")
async def erase_own(cast: Cast, by: Person, done: bool) -> Ask:
    return Ask("DELETE", f"/v1/own/{cast.journals['own']}")
