"""SMS by 46elks and by any provider that takes JSON: each once, also where an answer was lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mia_companion.server.reminders.outcomes import Message, Outcome, Way
from mia_companion.server.reminders.settings import SmsSettings
from mia_companion.server.reminders.sms import provider as way_of
from tests.server.reminders.post_office import Provider, provider

NUMBER = "+46701740605"
FIRST = Message("0" * 32, NUMBER, "", "Du har något bokat.")
AGAIN = Message("0" * 32, NUMBER, "", "Du har något bokat.", datetime(2026, 3, 4, 11, tzinfo=UTC))


def _way(one: Provider, folder: Path, kind: str) -> Way:
    token = folder / "token"
    token.write_text("user:secret\n")
    return way_of(SmsSettings(one.url, kind, token, "MIA"))


@pytest.mark.parametrize("kind", ["46elks", "http"])
async def test_it_is_sent_and_when_the_answer_is_lost_not_again(tmp_path: Path, kind: str) -> None:
    async with provider() as one:
        way = _way(one, tmp_path, kind)
        one.cuts = 1
        assert await way.send(FIRST) is Outcome.LATER
        assert len(one.sent) == 1
        assert await way.send(AGAIN) is Outcome.ACCEPTED
        [sent] = one.sent
    assert (sent["to"], sent["from"]) == (NUMBER, "MIA")
    assert "Du har något bokat." in (sent.get("text"), sent.get("message"))


async def test_each_is_asked_in_its_own_way(tmp_path: Path) -> None:
    async with provider() as one:
        await _way(one, tmp_path, "http").send(FIRST)
        await _way(one, tmp_path, "46elks").send(AGAIN)
    [(_, headers, said), (method, _, asked), (posted, _, _)] = one.asked
    assert headers["authorization"] == "Bearer user:secret"
    assert headers["idempotency-key"] == said["id"] == FIRST.id
    assert (method, posted) == ("GET", "POST")
    assert asked == {"to": NUMBER, "end": "2026-03-04T10:58:00.000000", "limit": "100"}


@pytest.mark.parametrize("kind", ["46elks", "http"])
@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503, 302])
async def test_what_is_not_taken_is_tried_later(tmp_path: Path, kind: str, status: int) -> None:
    async with provider() as one:
        one.statuses = [status]
        assert await _way(one, tmp_path, kind).send(FIRST) is Outcome.LATER
        assert one.sent == []


async def test_a_number_that_takes_nothing(tmp_path: Path) -> None:
    async with provider() as one:
        one.statuses = [422]
        assert await _way(one, tmp_path, "http").send(FIRST) is Outcome.NEVER


@pytest.mark.parametrize("number", ["", "070-174 06 05", "+46701740605\r\nx: y", "+1"])
async def test_what_is_no_number_is_not_said_to_a_provider(tmp_path: Path, number: str) -> None:
    async with provider() as one:
        message = Message("0" * 32, number, "", "x")
        assert await _way(one, tmp_path, "http").send(message) is Outcome.NEVER
        assert one.asked == []


@pytest.mark.parametrize("kind", ["46elks", "http"])
async def test_nobody_there(tmp_path: Path, kind: str) -> None:
    async with provider() as one:
        way = _way(one, tmp_path, kind)
    assert await way.send(FIRST) is Outcome.LATER
    assert await way.send(AGAIN) is Outcome.LATER
