"""Figures name nobody: every label is on a list, and what one person does is not seen in them."""

import re
from collections.abc import Iterator

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from mia_companion.server.api.application import HOT, ROUTERS
from mia_companion.server.watching import figures as f
from mia_companion.server.watching.figures import Figures, in_tens
from mia_companion.server.watching.settings import WatchingSettings
from mia_companion.server.watching.telling import figures_app, telling
from mia_companion.wire import problems
from tests.server.canaries import CANARY, IN_PATH, ask_everything
from tests.server.world import World, problem

pytestmark = pytest.mark.parametrize("world", ["sqlite"], indirect=True, scope="session")


def routes() -> set[str]:
    """As they stand in the code."""
    known = {str(getattr(one, "path", "")) for router in ROUTERS for one in router.routes}
    others = {"-", "/v1", "/v1/{rest:path}", "/v1/openapi.json"}
    return known | {path for _, path in HOT} | others


def allowed() -> dict[str, set[str]]:
    """Every label, and what it may say."""
    return {
        "route": routes(), "method": set(f.METHODS), "status": set(f.STATUSES), "kind": set(f.KINDS),
        "answer": set(f.ANSWERS), "outcome": set(f.OUTCOMES), "way": set(f.WAYS.values()),
        "state": {"used", "most"}, "what": {"database", "keys"},
        "le": {str(float(one)) for one in f._BUCKETS} | {"+Inf"},
    }  # fmt: skip


async def told(figures: Figures) -> str:
    transport = httpx.ASGITransport(figures_app(figures))
    async with httpx.AsyncClient(transport=transport, base_url="http://figures") as http:
        return (await http.get("/metrics")).text


def samples(text: str) -> Iterator[tuple[str, dict[str, str], float]]:
    for family in text_string_to_metric_families(text):
        for one in family.samples:
            yield one.name, one.labels, one.value


async def test_each_label_says_what_stands_on_a_list(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f, "TEN", 1)  # so that all of them are seen
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    paths = [*world.app.openapi()["paths"], "/v1/{x}", "/v1/x/{x}"]
    await ask_everything(world.http, paths, coordinator.headers)
    text = await told(world.backend.watched.figures)
    lists, seen = allowed(), 0
    for name, labels, _ in samples(text):
        if name == "mia_build_info":
            assert re.fullmatch(r"[\d.]+(\w*)", labels["version"])
            continue
        for label, value in labels.items():
            assert value in lists[label], (name, label, value)
            seen += 1
    assert seen > 200
    hidden = [CANARY, IN_PATH, shared, participant.id, coordinator.id, world.site, "Verksamheten"]
    assert not [one for one in hidden if one in text]


async def test_what_one_person_does_is_not_seen(world: World) -> None:
    assert [in_tens(one) for one in (0, 9, 10, 19, 20.5)] == [0, 0, 10, 10, 20]
    figures = Figures()
    figures.gauges = {"mia_live_lines": lambda: in_tens(9)}
    before = await told(figures)
    for _ in range(9):
        figures.request("/v1/me/own", "DELETE", 204, 0.1)
        figures.request("/v1/sign-in", "POST", 401, 0.1)
        figures.entries(["accepted"])
        figures.reminders["sent"] += 1
    without = r"mia_request_seconds\S* .*\n|#.*\n"
    after = await told(figures)
    assert re.sub(without, "", after) == re.sub(without, "", before), (
        "nor that there is a line of it"
    )
    figures.request("/v1/sign-in", "POST", 401, 0.1)
    figures.request("/v1/push", "POST", 500, 0.1)
    found = {
        (name, *sorted(labels.values())): value
        for name, labels, value in samples(await told(figures))
    }
    assert found["mia_sign_ins_refused_total", "password"] == 10
    assert found["mia_requests_total", "/v1/sign-in", "4xx", "POST"] == 10
    assert found["mia_requests_total", "/v1/push", "5xx", "POST"] == 1, "the first failure is seen"
    assert figures.registry is not Figures().registry


async def test_they_are_told_on_a_port_of_their_own_and_nowhere_else(world: World) -> None:
    assert (await world.http.get("/metrics")).status_code == 404
    assert problem(await world.http.get("/v1/metrics")) == problems.NOT_FOUND
    figures = world.backend.watched.figures
    async with telling(figures, WatchingSettings()) as port:
        assert port == 0, "off unless it is asked for"
    import socket  # noqa: PLC0415

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    async with telling(figures, WatchingSettings(number)) as port, httpx.AsyncClient() as http:
        answer = await http.get(f"http://127.0.0.1:{port}/metrics")
        assert answer.status_code == 200
        assert "mia_ready 1.0" in answer.text
        assert (await http.get(f"http://127.0.0.1:{port}/")).status_code == 404
        async with telling(figures, WatchingSettings(number)) as other:
            assert other == 0, "a port that is taken stops no server"
