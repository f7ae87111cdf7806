"""Apps that are too old are told so before anything of theirs is taken, and reach what they must."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from mia_companion import __version__
from mia_companion.server.api.application import ROUTERS
from mia_companion.server.api.outdated import ALWAYS_OPEN
from mia_companion.server.app_versions import least_version, read_version
from mia_companion.server.settings import Settings
from mia_companion.wire.headers import APP_VERSION
from mia_companion.wire.sync import Accepted, Push, PushAnswer
from tests.server.conftest import furnished
from tests.server.databases import SqliteFiles
from tests.server.test_erasing_own import _own
from tests.server.world import World, problem, unique

OLD, NEW = {APP_VERSION: "1.9.9"}, {APP_VERSION: "1.10.0"}


@pytest_asyncio.fixture(loop_scope="session")
async def strict(tmp_path: Path, sqlite_files: SqliteFiles) -> AsyncIterator[World]:
    """A server that takes apps from 1.10.0 on."""
    async with furnished(tmp_path, await sqlite_files.copy_to(tmp_path)) as world:
        world.app.least_app_version = (1, 10, 0)  # type: ignore[attr-defined]
        yield world


async def test_nothing_is_taken_from_it_or_given_to_it_and_the_same_comes_through_updated(
    strict: World,
) -> None:
    _, amina, shared = await strict.pair()
    push = Push(entries=(amina.entry(shared),)).model_dump_json()
    for method, path, body in (
        ("POST", "/v1/push", push),
        ("POST", "/v1/pull", "{}"),
        ("GET", "/v1/live", None),
        ("GET", f"/v1/journals/{shared}/history?before=9&limit=1", None),
        ("GET", f"/v1/journals/{shared}/blobs/blob-1", None),
        ("GET", "/v1/me", None),
    ):
        answer = await amina.call(method, path, content=body, headers=OLD)
        assert (answer.status_code, problem(answer)) == (403, "app-too-old"), path
        assert answer.headers["cache-control"] == "no-store"
    assert [one for one in await amina.read(shared) if one.entry.author == amina.id] == []
    answer = await amina.call("POST", "/v1/push", content=push, headers=NEW)
    [result] = PushAnswer.model_validate_json(answer.content).results
    assert isinstance(result, Accepted)


async def test_a_code_is_not_spent_by_an_app_that_is_too_old(strict: World) -> None:
    invitation = await strict.invite(await strict.coordinator())
    said = {"code": invitation.code, "device": unique("device")}
    answer = await strict.http.post("/v1/enrolments", json=said, headers=OLD)
    assert problem(answer) == "app-too-old"
    assert (await strict.http.post("/v1/enrolments", json=said, headers=NEW)).status_code == 200


async def test_it_comes_in_leaves_erases_and_ends_the_access_of_a_lost_device(
    strict: World,
) -> None:
    anna, amina, _ = await strict.pair()
    own = await _own(amina)
    for who, method, path in (
        (amina, "GET", "/v1/health"),
        (amina, "GET", "/v1/login"),
        (amina, "GET", "/v1/devices"),
        (anna, "GET", f"/v1/participants/{amina.id}/devices"),
        (amina, "DELETE", f"/v1/own/{own}"),
    ):
        answer = await who.call(method, path, headers=OLD)
        assert answer.is_success, (path, answer.text)
    said = {"refresh": amina.tokens.refresh}
    amina.take(await strict.http.post("/v1/tokens", json=said, headers=OLD))
    assert (await amina.call("POST", "/v1/sign-out", headers=OLD)).status_code == 204


async def test_whose_access_has_ended_is_told_that_first(strict: World) -> None:
    """Or a lost phone with an old app would never learn that it is to forget."""
    anna, amina, _ = await strict.pair()
    path = f"/v1/participants/{amina.id}/devices/{amina.device}"
    assert (await anna.call("DELETE", path)).status_code == 204
    answer = await amina.call("POST", "/v1/pull", content="{}", headers=OLD)
    assert (answer.status_code, problem(answer)) == (401, "signed-out")


async def test_what_says_no_version_is_no_app_and_what_says_nonsense_is_too_old(
    strict: World,
) -> None:
    _, amina, _ = await strict.pair()
    assert (await amina.call("GET", "/v1/me")).status_code == 200
    for said in ("", "1", "1.10", "1.10.0b1", "v1.10.0", "1.10.0.0", "1.10.-1", "١.١٠.٠"):
        answer = await amina.call("GET", "/v1/me", headers={APP_VERSION: said.encode()})
        assert problem(answer) == "app-too-old", said


async def test_without_the_setting_every_app_is_taken(
    tmp_path: Path, sqlite_files: SqliteFiles
) -> None:
    async with furnished(tmp_path, await sqlite_files.copy_to(tmp_path)) as world:
        _, amina, _ = await world.pair()
        answer = await amina.call("GET", "/v1/me", headers={APP_VERSION: "0.0.1"})
        assert answer.status_code == 200


def test_the_setting_is_a_version_that_this_server_has_itself() -> None:
    assert least_version("") == ()
    said = Settings.from_environment({"MIA_DATA_DIR": "x", "MIA_LEAST_APP_VERSION": __version__})
    assert said.least_app_version == read_version(__version__) != ()
    with pytest.raises(ValueError, match="three numbers"):
        least_version("newest")
    with pytest.raises(ValueError, match="refuse everybody"):
        least_version("999.0.0")


def test_what_is_always_open_is_the_beginning_of_routes_there_are() -> None:
    paths = {str(getattr(one, "path", "")) for router in ROUTERS for one in router.routes}
    assert {path.split("/")[2] for path in paths} >= ALWAYS_OPEN
