"""Where a photo or file ends that cannot go on: said, kept, and in nobody's way."""

import asyncio
from collections.abc import Callable

import httpx
import pytest

from mia_companion.store.blob_rows import WAITING
from mia_companion.wire import problems
from tests.sync.carrying import (
    CONTENT,
    attach,
    fetched,
    refused,
    tried,
    watching,
)
from tests.world import Device, World

People = tuple[Device, Device, Device]


def _says(name: str, status: int) -> httpx.Response:
    body = {"type": problems.PREFIX + name, "title": "x", "status": status}
    return httpx.Response(status, json=body)


def _only_blobs(answer: Callable[[httpx.Request], httpx.Response | None]) -> Callable[..., object]:
    return lambda request: answer(request) if "/blobs/" in request.url.path else None


async def test_beyond_the_quota_it_is_told_and_the_next_one_goes(
    world: World, people: People
) -> None:
    _, phone, tablet = people
    assert world.backend
    world.backend.blobs._quota = 600_000
    too_much, small = attach(phone), attach(phone, b"small")
    assert await tried(phone) == ""
    assert refused(phone) == [problems.TOO_LARGE]
    journal = phone.companion.view.journal("shared") or ""
    assert await fetched(tablet, small, journal) == b"small"
    assert await phone.do.access.sign_out() == "still-waiting"
    world.backend.blobs._quota = 10**9
    assert await tried(phone) == ""
    assert refused(phone) == [problems.TOO_LARGE]  # not asked for again by itself
    phone.do.attachments.send_again(too_much.blob_id)
    assert await tried(phone) == ""
    assert await fetched(tablet, too_much, journal) == CONTENT


async def test_what_is_taken_away_is_not_sent_and_its_words_stay(people: People) -> None:
    _, phone, _ = people
    watched = watching(phone)
    ref = attach(phone)
    watched.before = lambda request: (
        phone.do.attachments.take_away(ref.blob_id)
        if watched.asked.count("PUT blob") == 2
        else None
    )
    assert await tried(phone) == ""
    assert watched.asked.count("PUT blob") == 2
    assert phone.companion.view.carried == {}
    assert [s.words for s in phone.companion.view.plan().steps] == ["Se vad jag gjorde"]
    assert await phone.do.access.sign_out() == ""


@pytest.mark.parametrize(
    ("name", "status"),
    [("conflict", 409), ("forbidden", 403), ("not-found", 404), ("too-large", 413)],
)
async def test_a_plain_no_is_kept_with_its_reason(people: People, name: str, status: int) -> None:
    _, phone, _ = people
    watched = watching(phone)
    ref = attach(phone)
    watched.before = _only_blobs(lambda request: _says(name, status))  # type: ignore[assignment]
    assert await tried(phone) == ""
    assert refused(phone) == [name]
    journal = phone.companion.view.journal("shared") or ""
    assert phone.companion.store.blobs.content(ref, journal) == CONTENT
    watched.asked.clear()
    assert await tried(phone) == ""
    assert "PUT blob" not in watched.asked
    phone.companion.carrier.try_again()  # as when the app starts
    watched.before = lambda request: None
    assert await tried(phone) == ""
    assert refused(phone) == ([] if name == "not-found" else [name])


async def test_bytes_that_came_wrong_are_sent_once_more_from_the_beginning(people: People) -> None:
    _, phone, tablet = people
    watched = watching(phone)
    ref = attach(phone, b"a" * 1000)
    said = [_says("malformed", 422)]
    watched.before = lambda r: said.pop() if said and r.content and r.method == "PUT" else None
    assert await tried(phone) == ""
    assert refused(phone) == []
    journal = phone.companion.view.journal("shared") or ""
    assert await fetched(tablet, ref, journal) == b"a" * 1000
    attach(phone, b"b" * 1000)
    said += [_says("malformed", 422) for _ in range(2)]
    assert await tried(phone) == ""
    assert refused(phone) == [problems.MALFORMED]


@pytest.mark.parametrize("offset", ["0", "5", "-1", "x", "999999999", "²", ""])
async def test_a_server_that_says_odd_offsets_is_not_asked_for_ever(
    people: People, offset: str
) -> None:
    _, phone, _ = people
    watched = watching(phone)
    attach(phone)
    headers = [(b"upload-offset", offset.encode("latin-1"))]
    watched.before = _only_blobs(lambda request: httpx.Response(204, headers=headers))  # type: ignore[assignment]
    assert await asyncio.wait_for(tried(phone), 20) == problems.NOT_OUR_SERVER
    assert watched.asked.count("PUT blob") < 70
    assert [c.blob.state for c in phone.companion.view.carried.values()] == [WAITING]


async def test_too_many_requests_wait_and_signed_out_ends(people: People) -> None:
    _, phone, _ = people
    watched = watching(phone)
    attach(phone)
    watched.before = _only_blobs(lambda request: _says("too-many-requests", 429))  # type: ignore[assignment]
    assert await tried(phone) == problems.TOO_MANY
    assert refused(phone) == [""]


async def test_a_photo_whose_bytes_are_damaged_is_said_to_be(people: People) -> None:
    _, phone, tablet = people
    attach(phone)
    good = attach(phone, b"good")
    store = phone.companion.store
    store._database.write("UPDATE blob_bytes SET sealed = zeroblob(60) WHERE length(sealed) > 9000")
    assert await tried(phone) == ""
    assert refused(phone) == [problems.STORE_BROKEN]
    journal = phone.companion.view.journal("shared") or ""
    assert await fetched(tablet, good, journal) == b"good"
