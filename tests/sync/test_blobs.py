"""Photos and files arrive whole, once, after their entries, wherever the line breaks."""

import asyncio
import hashlib

import httpx
import pytest

from mia_companion.sync.blobs import LARGEST_PART, SMALLEST_PART
from mia_companion.wire import problems
from tests.example_data import blob
from tests.sync.carrying import CONTENT, Watched, attach, fetched, refused, tried, watching, write
from tests.sync.faults import FAULTS, Faults
from tests.world import Device, World

People = tuple[Device, Device, Device]


async def test_a_photo_goes_from_the_phone_to_the_others(people: People) -> None:
    desktop, phone, tablet = people
    ref = attach(phone)
    journal = phone.companion.view.journal("shared") or ""
    assert phone.companion.view.carried[ref.blob_id].percent == 0
    await phone.sync()
    await tablet.sync()
    assert await fetched(tablet, ref, journal) == problems.NOT_FOUND  # its entry was quicker
    await phone.companion.carrier.carry()
    assert phone.companion.view.carried == {}
    for device in (tablet, desktop):
        assert await fetched(device, ref, journal) == CONTENT
        assert device.companion.store.blobs.content(ref, journal) == CONTENT  # and from now on here
    assert phone.companion.store.blobs.content(ref, journal) == CONTENT


async def test_what_is_only_ones_own_goes_to_ones_own_devices(people: People) -> None:
    desktop, phone, tablet = people
    ref = attach(phone, private=True)
    assert await tried(phone) == ""
    await tablet.sync()
    own = tablet.companion.view.journal("own") or ""
    assert await fetched(tablet, ref, own) == CONTENT
    assert await fetched(desktop, ref, own) == problems.NOT_FOUND


async def test_entries_go_first_and_in_between(people: People) -> None:
    _, phone, _ = people
    watched = watching(phone)
    attach(phone)
    await phone.companion.carrier.carry()
    assert watched.asked == []  # not before its entry

    def a_tap_in_the_middle(request: httpx.Request) -> None:
        if watched.asked.count("PUT blob") == 2 and request.method == "PUT":
            assert phone.do.messages.write("hej")
            running.append(asyncio.create_task(phone.sync()))

    running: list[asyncio.Task[None]] = []
    watched.before = a_tap_in_the_middle
    await phone.sync()
    watched.asked.clear()
    await phone.companion.carrier.carry()
    await running[0]
    assert watched.asked[:3] == ["PUT blob", "PUT blob", "POST push"]
    after = watched.asked[3:]
    assert after[: after.index("PUT blob")] == ["POST pull"] * after.count("POST pull")
    assert phone.companion.view.carried == {}


async def test_progress_is_seen_and_never_says_all_too_early(people: People) -> None:
    _, phone, _ = people
    attach(phone)
    seen: list[int] = []
    phone.companion.subscribe(lambda view: seen.extend(c.percent for c in view.carried.values()))
    assert await tried(phone) == ""
    assert seen == sorted(seen)
    assert seen[-1] == 99
    assert any(10 < one < 90 for one in seen)


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
async def test_each_fault_at_each_request_costs_nothing_but_time(
    people: People, fault: str
) -> None:
    _, phone, tablet = people
    await phone.companion.close()
    faults = Faults(phone.transport)
    phone.transport = faults
    phone.open()
    journal = phone.companion.view.journal("shared") or ""
    for at in range(5):
        ref = attach(phone, CONTENT[at:])
        await phone.sync()
        faults.plan(*["fine"] * at, fault, fault)
        for _ in range(6):
            await tried(phone)
        assert fault in faults.met
        assert phone.companion.view.carried == {}
        assert await fetched(tablet, ref, journal) == CONTENT[at:]


async def test_a_broken_line_makes_parts_small_and_goes_on_from_where_the_server_is(
    people: People,
) -> None:
    _, phone, _ = people
    watched = watching(phone)
    attach(phone)
    sizes: list[int] = []

    def breaks(request: httpx.Request) -> None:
        if request.method == "PUT" and request.content:
            sizes.append(len(request.content))
            if len(sizes) == 2:
                raise httpx.ReadError("broken", request=request)

    watched.before = breaks
    assert await tried(phone) == problems.OFFLINE
    assert await tried(phone) == ""
    assert sizes[:4] == [LARGEST_PART, LARGEST_PART, SMALLEST_PART, 2 * SMALLEST_PART]
    assert sum(sizes) - LARGEST_PART == len(CONTENT)  # nothing that had come was sent again


async def test_a_restart_of_either_side_in_the_middle_loses_nothing(
    world: World, people: People
) -> None:
    _, phone, tablet = people
    watched = watching(phone)
    ref = attach(phone)
    await phone.sync()
    for count in (1, 3):

        def dies(request: httpx.Request, count: int = count) -> None:
            if watched.asked.count("PUT blob") > count:
                raise httpx.ConnectError("gone", request=request)

        watched.asked.clear()
        watched.before = dies
        assert await tried(phone) == problems.OFFLINE
        await world.stop()
        assert await tried(phone) == problems.OFFLINE
        await phone.companion.close()
        phone.open()
        await world.start()
    watched.before = lambda request: None
    assert await tried(phone) == ""
    assert await fetched(tablet, ref, phone.companion.view.journal("shared") or "") == CONTENT


async def test_an_expired_token_in_the_middle_is_renewed(people: People) -> None:
    _, phone, tablet = people
    body = {"type": problems.PREFIX + "signed-out", "title": "x", "status": 401}
    lines = [watching(device) for device in (phone, tablet)]
    for line, at in zip(lines, (3, 1), strict=True):

        def expires(_: httpx.Request, line: Watched = line, at: int = at) -> httpx.Response | None:
            blobs = [asked for asked in line.asked if asked.endswith("blob")]
            spent = (
                len(blobs) == at and line.asked[-1] == blobs[-1] and "POST tokens" not in line.asked
            )
            return httpx.Response(401, json=body) if spent else None

        line.before = expires
    ref = attach(phone)
    assert await tried(phone) == ""
    assert await fetched(tablet, ref, phone.companion.view.journal("shared") or "") == CONTENT
    assert all("POST tokens" in line.asked for line in lines)


async def test_bytes_that_are_others_than_the_entry_said_are_not_taken(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    ref = write(desktop, phone.participant)
    assert await tried(desktop) == ""
    await phone.sync()
    journal = phone.companion.view.journal("shared") or ""
    other = ref.model_copy(update={"sha256": hashlib.sha256(b"other").hexdigest()})
    assert await fetched(phone, other, journal) == problems.BLOB_WRONG
    longer = ref.model_copy(update={"size": ref.size + 5})
    assert await fetched(phone, longer, journal) == problems.OFFLINE
    shorter = ref.model_copy(update={"size": 9})
    assert await fetched(phone, shorter, journal) == problems.NOT_OUR_SERVER
    assert not phone.companion.store.blobs.has(ref.blob_id, journal)
    assert refused(desktop) == []


@pytest.mark.parametrize("name", ["..", ".", "../../devices", "%2e%2e/x", "a/b?c=d#e", "å", "x\ny"])
async def test_an_id_of_somebody_elses_making_leads_nowhere_else(people: People, name: str) -> None:
    _, phone, _ = people
    watched = watching(phone)
    paths: list[str] = []
    watched.before = lambda request: paths.append(request.url.raw_path.decode())
    journal = phone.companion.view.journal("shared") or ""
    assert await fetched(phone, blob(b"x", name), journal) in (
        problems.NOT_FOUND,
        problems.MALFORMED,
    )
    assert all(one.startswith(f"/v1/journals/{journal}/blobs/") for one in paths)
    assert all(one.count("/") == 5 for one in paths)
