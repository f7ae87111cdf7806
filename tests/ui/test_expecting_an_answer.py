"""When an answer can be expected, who gives it, and what to do when it cannot wait: known offline."""

from datetime import date, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.directory import ClosedListed, CoverListed, HoursListed
from mia_companion.ui import places
from tests.example_data import COORDINATOR, NOW
from tests.ui.home import a_home
from tests.ui.team import JONAS, JONAS_LISTED, KARIN_AWAY, WEEK, follow, list_in_directory

WEEKDAYS = "Karin Berg answers on weekdays 09:00–16:00."


@pytest.mark.parametrize(
    ("days", "hours", "promise"),
    [
        (0, 0, "You can expect an answer today."),  # Monday, nine o'clock
        (0, -3, "You can expect an answer today."),  # before it opens
        (0, 5.9, "You can expect an answer today."),
        (0, 6.1, "You can expect an answer tomorrow."),  # the last hour: better early than not
        (0, 14.5, "You can expect an answer tomorrow."),
        (0, 15.5, "You can expect an answer today."),  # half past midnight
        (4, 9, "You can expect an answer on Monday, 9 March."),  # Friday night
        (31, 9, "You can expect an answer on Tuesday, 7 April."),  # Maundy Thursday, then Easter
    ],
)
async def test_the_promise_is_one_that_can_be_kept(
    tmp_path: Path, days: float, hours: float, promise: str
) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK)
        follow(home, COORDINATOR)
        home.clock.now = NOW + timedelta(days=days, hours=hours)
        if days == 31:
            home.clock.now -= timedelta(hours=1)  # summer time has begun
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows(f"{WEEKDAYS} {promise} Messages are not for emergencies")


async def test_nothing_is_promised_where_no_hours_are_listed(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            assert not screen.shows("expect")
            assert not screen.shows("Opening hours")
            assert "Messages are not for emergencies." in screen.texts()
        async with home.screen(places.HOURS) as screen:
            assert screen.shows("No hours are listed yet.")
            assert screen.shows("Help now")


async def test_a_closed_day_is_no_day_for_an_answer(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK, ClosedListed(day=NOW.date()))
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Your coordinator answers on weekdays 09:00–16:00.")
            assert screen.shows("You can expect an answer tomorrow.")


async def test_hours_of_other_days_are_said_and_those_that_differ_left_to_their_screen(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK[:2], WEEK[3])
        follow(home, COORDINATOR)
        async with home.screen(places.MESSAGES) as screen:
            named = "Karin Berg answers on Monday, Tuesday and Thursday, 09:00–16:00."
            assert screen.shows(named)
            short = HoursListed(weekday=2, opens=time(9), closes=time(12))
            list_in_directory(home, short)
            await screen.settle()
            assert not screen.shows("answers on")
            assert screen.shows("You can expect an answer today. Messages are not")
            await screen.click("Opening hours")
            assert screen.shows("09:00–12:00")


async def test_while_the_team_is_closed_it_is_said_plainer_what_one_can_do(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK)
        async with home.screen(places.MESSAGES) as screen:
            assert not screen.shows("1177")
            home.clock.pass_by(hours=12)
            home.companion.show()
            await screen.settle()
            assert screen.shows("nobody reads them just now. If it cannot wait, call 1177.")


async def test_the_week_is_one_tap_away_with_the_closed_days_ahead(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK, JONAS_LISTED, ClosedListed(day=date(2026, 3, 20)))
        follow(home, COORDINATOR, JONAS)
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("Opening hours")
            texts = screen.texts()
            assert "The team answers now. You can expect an answer today." in texts
            assert "Monday (today)" in texts
            assert texts.count("09:00–16:00") == 5
            assert texts.count("Closed") == 2
            closed = texts[texts.index("Closed these days") :]
            assert closed[1:4] == ["Friday, 20 March", "Friday, 3 April", "Monday, 6 April"]
            assert screen.shows("Call Jonas Ek")
            assert not screen.shows("Call Karin Berg")  # no number is listed


async def test_whoever_is_away_is_told_with_who_answers_and_how_to_call(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK, JONAS_LISTED, KARIN_AWAY)
        follow(home, COORDINATOR)
        for place in (places.MESSAGES, f"{places.THREAD}/step:step-1", places.HOURS):
            async with home.screen(place) as screen:
                said = "Karin Berg is away until Thursday, 5 March. Jonas Ek answers meanwhile."
                assert said in screen.texts()
                await screen.click("Call Jonas Ek")
                called = [m.body for m in screen.sent.messages if "launch_url" in str(m.body)]
                assert "tel:0700000002" in str(called[-1])
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Jonas Ek answers on weekdays 09:00–16:00.")
            home.clock.pass_by(days=4)
            home.companion.show()
            await screen.settle()
            assert not screen.shows("is away")
            assert screen.shows(WEEKDAYS)


async def test_of_several_coordinators_only_the_one_who_is_away_is_told(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK, JONAS_LISTED, KARIN_AWAY)
        follow(home, COORDINATOR, JONAS)
        async with home.screen(places.MESSAGES) as screen:
            assert sum("is away" in said for said in screen.texts()) == 1
            assert screen.shows("Jonas Ek answers on weekdays")
            gone = KARIN_AWAY.model_copy(update={"covered_by": ""})
            list_in_directory(home, gone)
            await screen.settle()
            assert not screen.shows("is away")
            assert screen.shows("Your coordinators answer on weekdays 09:00–16:00.")


async def test_a_circle_of_covers_names_nobody(tmp_path: Path) -> None:
    back = CoverListed(
        coordinator_id=JONAS,
        covered_by=COORDINATOR,
        first_day=NOW.date(),
        last_day=NOW.date(),
    )
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK, JONAS_LISTED, KARIN_AWAY, back)
        follow(home, COORDINATOR)
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Someone else in the team answers meanwhile.")
            assert not screen.shows("Call")
            assert screen.shows("Your coordinator answers on weekdays")


async def test_where_there_is_little_room_one_line_leads_to_all_of_it(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK, JONAS_LISTED)
        follow(home, COORDINATOR)
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows(WEEKDAYS)
            [measure] = [
                one
                for one in screen.controls(ft.Icon)
                if one.apply_text_scaling and one.on_size_change and one.size == 10
            ][:1]
            await screen.fire(measure, "size_change", {"w": 20.0, "h": 20.0})
            assert not screen.shows(WEEKDAYS)
            list_in_directory(home, KARIN_AWAY)
            await screen.settle()
            await screen.click("Karin Berg is away")
            assert screen.shows("Jonas Ek answers meanwhile.")
            assert screen.shows("Messages are not for emergencies")
