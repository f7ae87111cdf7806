"""Help now: the numbers as they are now, one's own plan, and nothing of it for whoever finds the phone."""

from pathlib import Path

import flet as ft

from mia_companion.domain.bad_days import BadDayPlanWritten
from mia_companion.domain.directory import HelpNumberListed
from mia_companion.sync.listener import Came
from mia_companion.ui import places
from tests.example_data import COORDINATOR, OWN_JOURNAL, confirmed, entry
from tests.ui.home import DIRECTORY, Home, a_home


def listed(home: Home, *facts: HelpNumberListed) -> None:
    """The site's directory says so, after what it has said."""
    info = home.companion.view.journals[DIRECTORY]
    said = [
        entry(f, f"help-{n:04}", journal=DIRECTORY, author=COORDINATOR) for n, f in enumerate(facts)
    ]
    home.companion.came([Came(info, [confirmed(one, 3 + n) for n, one in enumerate(said)])])


async def test_the_directory_changes_and_takes_away_built_in_numbers(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        listed(
            home,
            HelpNumberListed(help_id="90390", name="Hjälplinjen", number="90 391"),
            HelpNumberListed(help_id="1177", name="1177", number=""),
        )
        async with home.screen(places.HELP) as screen:
            assert screen.shows("90 391")
            assert screen.shows("The help line")
            assert not screen.shows("90 390")
            assert not screen.shows("1177")
            assert screen.shows("Jouren Väster")


async def test_changed_numbers_stay_when_one_has_left(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        listed(home, HelpNumberListed(help_id="90390", name="Hjälplinjen", number="90 391"))
        home.do.bad_days.show_beforehand(True)

        async def yes() -> None:
            """The server takes the leave."""

        home.companion.engine.sync = yes  # type: ignore[method-assign,assignment]
        home.companion.client.sign_out = yes  # type: ignore[method-assign]
        assert await home.do.access.sign_out() == ""
        home.companion.client.session.drop()
        home.companion.reload()
        async with home.screen(places.HELP) as screen:
            assert screen.shows("90 391")
            assert not screen.shows("My plan for bad days")


async def test_a_plan_is_written_part_by_part_for_oneself_alone(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.HELP) as screen:
            await screen.click("My plan for bad days")
            assert screen.shows("For example: it has passed before.")
            await screen.fire(screen.controls(ft.TextButton)[0], "click")
            await screen.click("Write")
            await screen.type("How I notice that it is getting hard", "Jag tappar matlusten")
            await screen.click("Save")
            assert screen.shows("Jag tappar matlusten")
            assert home.waiting() == [(OWN_JOURNAL, "BadDayPlanWritten")]
            await screen.click("Change")
            await screen.type("How I notice that it is getting hard", "")
            await screen.click("Save")
            assert not screen.shows("Jag tappar matlusten")


async def test_whom_to_call_is_added_called_and_taken_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.BAD_DAYS) as screen:
            await screen.click("Add someone")
            await screen.type("Name", "Kim")
            await screen.type("Phone number", "ring mig")
            await screen.click("Add")
            assert screen.shows("There are no digits in the number.")
            await screen.type("Phone number", "070-000 00 03")
            await screen.click("Add")
            dialled: list[str] = []
            screen.sent.answers["launch_url"] = lambda args: dialled.append(str(args["url"]))
            await screen.click("070-000 00 03")
            assert "tel:0700000003" in dialled[0]
            await screen.click("Take Kim away")
            assert not screen.shows("070-000 00 03")
            await screen.fire(screen.find("Undo", ft.TextButton), "click")


async def test_before_signing_in_the_plan_is_not_there_unless_the_person_chose_so(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        home.tell(BadDayPlanWritten(part="helps", words="Ring Kim"), private=True)
        home.do.access.start_over()
        async with home.screen(places.HELP) as screen:
            assert not screen.shows("My plan for bad days")
        async with home.screen(places.BAD_DAYS) as screen:
            assert not screen.shows("Ring Kim")


async def test_chosen_it_can_be_read_beforehand_and_is_the_present_one(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.bad_days.write("helps", "Duscha")
        async with home.screen(places.BAD_DAYS) as screen:
            await screen.click("Show my plan here also before signing in")
        home.do.bad_days.write("helps", "Ring Kim")
        home.do.access.start_over()
        async with home.screen(places.BAD_DAYS) as screen:
            assert screen.shows("Ring Kim")
            assert not screen.shows("Change")
