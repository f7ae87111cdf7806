"""Handing a person over: chosen, asked once more, done; and what was left behind is found."""

import json
from pathlib import Path

import flet as ft
import httpx
import pytest

from mia_companion.domain import rights
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.messages import MessageWritten, ThreadReadUpTo
from mia_companion.wire.following import Left, LeftBehind
from mia_companion.wire.leave import leave_proof
from mia_companion.wire.problems import PREFIX
from mia_companion.wire.sync import Gone, Held, PullAnswer, Push, PushAnswer
from tests.example_data import COORDINATOR, NOW, entry
from tests.ui.office import TOKENS, Office, an_office
from tests.ui.picking import until
from tests.ui.team import JONAS, JONAS_LISTED, KARIN_AWAY

ADA = "person-ada"
PERSON = f"/person/{ADA}"
HAND_OVER = f"{PERSON}/hand-over"
JOURNALS = (f"shared-{ADA}", f"team-{ADA}")


def _furnish(office: Office) -> None:
    office.tell(rights.DIRECTORY, None, JONAS_LISTED, COORDINATOR)
    office.person(ADA, "Ada")


def _server(office: Office, *, refuses: str = "") -> list[dict[str, str]]:
    """A server that hands over, and then says that Ada's journals are gone; what it was asked."""
    asked: list[dict[str, str]] = []

    def hand_over(request: httpx.Request) -> httpx.Response:
        if refuses:
            said = {"type": PREFIX + refuses, "title": "x", "status": 409}
            return httpx.Response(409, json=said)
        asked.append(json.loads(request.content))
        return httpx.Response(204)

    def pull(request: httpx.Request) -> httpx.Response:
        gone = [
            Gone(journal=one, reason="access-ended", proof=leave_proof(key, one, "access-ended"))
            for one in (JOURNALS if asked else ())
        ]
        answer = PullAnswer(epoch="epoch-1", now=NOW, gone=tuple(gone))
        return httpx.Response(200, content=answer.model_dump_json())

    def push(request: httpx.Request) -> httpx.Response:
        taken = tuple(Held(id=e.id) for e in Push.model_validate_json(request.content).entries)
        return httpx.Response(200, content=PushAnswer(results=taken).model_dump_json())

    key = TOKENS.leave_key
    office.answers |= {"/handovers": hand_over, "/pull": pull, "/push": push}
    return asked


async def test_a_colleague_is_chosen_and_it_is_asked_once_more(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _furnish(office)
        asked = _server(office)
        async with office.screen(route=PERSON) as screen:
            await screen.click("Hand over to a colleague")
            assert screen.shows("Ada is told who it is")
            assert not screen.shows("Only Jonas Ek can hand back")
            await screen.click("Hand over")
            assert screen.shows("Choose a colleague first.")
            await screen.click("Jonas Ek")
            await screen.click("Hand over")
            assert screen.shows("Hand over Ada to Jonas Ek now? Only Jonas Ek can hand back.")
            await screen.click("Not now")
            assert asked == []
            await screen.click("Hand over")
            await screen.click("Yes, hand over to Jonas Ek")
            await until(screen, lambda: screen.shows("Ada is handed over to Jonas Ek."))
            assert [(one["participant"], one["to"]) for one in asked] == [(ADA, JONAS)]
            assert not screen.shows("Hand over Ada")
            assert office.companion.view.participants == ()
            assert list(office.companion.view.journals) == ["directory-site"]


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        ("has-left", "That colleague does not work here any more"),
        ("not-a-colleague", "That person is not a coordinator in your team"),
        ("not-your-participant", "Only the person's own coordinator can do that"),
    ],
)
async def test_what_the_server_refuses_is_told_and_nothing_is_changed(
    tmp_path: Path, refused: str, sentence: str
) -> None:
    with an_office(tmp_path) as office:
        _furnish(office)
        _server(office, refuses=refused)
        async with office.screen(route=HAND_OVER) as screen:
            await screen.click("Jonas Ek")
            await screen.click("Hand over")
            await screen.click("Yes, hand over to Jonas Ek")
            await until(screen, lambda: screen.shows(sentence))
            assert not screen.shows("Yes, hand over")
            assert office.companion.view.participants == (ADA,)


async def test_without_a_network_it_says_so_and_nothing_is_changed(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _furnish(office)
        async with office.screen(route=HAND_OVER) as screen:
            await screen.click("Jonas Ek")
            await screen.click("Hand over")
            await screen.click("Yes, hand over to Jonas Ek")
            await until(screen, lambda: screen.shows("No connection."))
            assert office.companion.view.participants == (ADA,)


async def test_alone_in_the_team_there_is_nobody_to_choose(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=HAND_OVER) as screen:
            assert screen.shows("There is no other coordinator in your team's list yet.")
            assert not screen.shows("Who takes over?")


async def test_in_somebodys_place_it_is_said_and_there_is_no_handing_over(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        away = KARIN_AWAY.model_copy(update={"coordinator_id": JONAS, "covered_by": COORDINATOR})
        office.followed_by[ADA] = (JONAS,)
        _furnish(office)
        office.tell(rights.DIRECTORY, None, away, "server")
        async with office.screen(route=PERSON) as screen:
            assert screen.texts().count("For Jonas Ek, who is away") == 2  # in the list and above
            assert not screen.shows("Hand over to a colleague")
            await screen.go(HAND_OVER)
            assert screen.shows("Only Ada's own coordinator can hand over.")
            assert not screen.shows("Who takes over?")


async def test_who_is_away_is_seen_before_one_chooses(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _furnish(office)
        away = KARIN_AWAY.model_copy(update={"coordinator_id": JONAS, "covered_by": COORDINATOR})
        office.tell(rights.DIRECTORY, None, away, "server")
        async with office.screen(route=HAND_OVER) as screen:
            assert screen.shows("Karin Berg answers meanwhile.")


def _left(office: Office) -> list[str]:
    """Two things that Jonas wrote too late, and a mark without words; which were looked at."""
    said = (
        entry(MessageWritten(message_id="m", words="Vi ses på tisdag"), "late-0001", author=JONAS),
        entry(MessageWritten(message_id="n", words="Ta med brevet"), "late-0002", author=JONAS),
        entry(ThreadReadUpTo(thread_id="general", seq=1), "late-0003", author=JONAS),
    )
    looked_at: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "DELETE":
            looked_at.append(request.url.path.rpartition("/")[2])
            return httpx.Response(204)
        mine = f"shared-{ADA}" in request.url.path
        entries = tuple(Left(entry=one, received_at=NOW) for one in said) if mine else ()
        return httpx.Response(200, content=LeftBehind(entries=entries).model_dump_json())

    office.answers |= {"/left-behind": answer, "/late-0001": answer}
    return looked_at


@pytest.mark.parametrize("width", [390, 1280])
async def test_what_was_left_behind_is_read_copied_and_put_away(tmp_path: Path, width: int) -> None:
    with an_office(tmp_path) as office:
        office.tell(
            rights.DIRECTORY, None, CoordinatorListed(coordinator_id=JONAS, name="Jonas Ek"), JONAS
        )
        office.person(ADA, "Ada")
        looked_at = _left(office)
        async with office.screen(route=PERSON, width=width) as screen:
            await until(screen, lambda: screen.shows("What Jonas Ek had not sent"))
            assert screen.shows("2 things to look at")
            await screen.click("What Jonas Ek had not sent")
            await until(screen, lambda: screen.shows("Vi ses på tisdag"))
            assert screen.shows("Ta med brevet")
            assert screen.texts().count("I have looked at this") == 2
            await screen.click("Copy the words")
            assert screen.shows("Copied")
            first = screen.find("I have looked at this", ft.TextButton)
            await screen.fire(first, "click")
            await until(screen, lambda: looked_at == ["late-0001"])
            await until(screen, lambda: not screen.shows("Vi ses på tisdag"))
            assert screen.shows("Ta med brevet")
            await screen.click("Back to the person")


async def test_where_nothing_was_left_or_nobody_answers_there_is_no_card(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _furnish(office)
        async with office.screen(route=PERSON) as screen:
            assert not screen.shows("had not sent")
