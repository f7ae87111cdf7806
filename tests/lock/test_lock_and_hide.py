"""Lock and hide: choosing, forgetting, being covered, hidden and discreet."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import flet as ft

from mia_companion.ui import places
from tests.lock.pocket import OTHER_PIN, PIN, a_pocket, locked, sees_nothing

STATE = ft.AppLifecycleState


async def test_a_pin_is_chosen_twice_changed_and_taken_away(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        async with pocket.in_hand(places.LOCK) as hand:
            await hand.click("Choose a PIN")
            await hand.enter("1234")
            assert hand.shows("That is among the first that others would try.")
            await hand.enter(PIN)
            assert hand.shows("The same once more")
            await hand.enter(OTHER_PIN)
            assert hand.shows("The two were not the same.")
            await hand.enter(PIN)
            await hand.enter(PIN)
            assert hand.shows("Your PIN is chosen.")
            await hand.click("Back to Lock and hide")
            await hand.click("Change the PIN")
            await hand.enter("1111")
            assert hand.shows("That is not the PIN.")
            await hand.enter(PIN)
            await hand.enter(OTHER_PIN)
            await hand.enter(OTHER_PIN)
            assert hand.shows("Your PIN is chosen.")
            await hand.go(places.LOCK)
            await hand.click("When it locks by itself")
            await hand.click("After five minutes")
            assert pocket.companion.view.choices.minutes_away == 5
            await hand.go(places.LOCK)
            await hand.click("Open with a finger or a face, too")
            assert pocket.device.state.by_body
            await hand.click("Lock now")
            assert hand.shows("Your PIN")
            await hand.click("Finger or face")
            await hand.settle(100)
            await hand.go(places.LOCK_NO_PIN)
            await hand.enter(OTHER_PIN)
            assert hand.shows("Choose a PIN")
        assert not pocket.device.state.has_pin


async def test_forgotten_and_in_again_and_what_lay_there_is_brought_back(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
        async with pocket.in_hand() as hand:
            await hand.click("I have forgotten it")
            assert hand.shows("Nothing is deleted.")
            await hand.click("I have a new code")
            await hand.settle(100)
            assert hand.shows("Welcome")  # in the language that was chosen before
            pocket.live_here()
            await hand.settle()
            await hand.go(places.LOCK)
            await hand.click("What lies locked from before")
            await hand.enter(PIN)
            assert hand.shows("Nothing is left of it here.")
            assert len(pocket.companion.view.to_send) == 1


async def test_covered_at_once_when_the_phone_turns_away_and_locked_when_it_is_time(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        async with pocket.in_hand() as hand:
            for said in (STATE.INACTIVE, STATE.HIDE, STATE.PAUSE):
                await hand.state(said)
                (sheet,) = hand.sheets()
                assert sheet.modal
                assert sheet.barrier_color == sheet.bgcolor == ft.Colors.SURFACE
                await hand.state(STATE.SHOW)
                assert not hand.sheets()
            await hand.state(STATE.PAUSE)
            pocket.pass_by(59)
            await hand.state(STATE.RESUME)
            assert not hand.sheets()
            assert hand.shows("Gå ut en stund")
            await hand.state(STATE.PAUSE)
            pocket.pass_by(60)
            await hand.state(STATE.RESUME)
            assert not hand.sheets()
            assert hand.shows("Your PIN")
            assert sees_nothing(hand)


async def test_a_browser_that_is_reloaded_is_not_covered_for_ever(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket, pocket.in_hand() as hand:
        await hand.state(STATE.HIDE)
        await hand.state(STATE.DETACH)
        assert hand.sheets()
        come_back = cast("Callable[[object], None]", hand.page.on_connect)
        come_back(None)  # the new page says nothing of how it stands
        await hand.settle()
        assert not hand.sheets()


async def test_hidden_behind_the_clock_it_comes_back_to_the_pin(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        async with pocket.in_hand() as hand:
            await hand.click("Hide the app")
            await hand.settle(100)
            assert hand.shows("09:00")
            assert hand.page.title == "Clock"
            assert pocket.device.state.is_locked
            assert not hand.shows("PIN")
            await pocket.restart()
        async with pocket.in_hand(places.HELP) as hand:
            assert hand.shows("09:00")
            for _ in range(3):
                await hand.click("09:00")
            assert hand.shows("Your PIN")
            await hand.enter(PIN)
            assert hand.shows("Gå ut en stund")
        await pocket.device.take_away(PIN)
        await pocket.restart()
        assert not pocket.companion.view.hidden


async def test_discreet_it_has_a_plain_name_and_a_first_screen_without_names(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        async with pocket.in_hand(places.LOCK) as hand:
            assert hand.page.title == "MIA companion"
            await hand.click("Discreet")
            assert hand.page.title == "My day"
        await pocket.restart()
        async with pocket.in_hand(places.MESSAGES) as hand:
            assert hand.page.title == "My day"
            assert hand.shows("Open")
            assert sees_nothing(hand)
            await hand.click("Open")
            assert hand.shows("Hur mår du nu")
            await hand.state(STATE.PAUSE)
            assert "MIA" not in str(hand.sheets()[0].content)
            pocket.pass_by(60)
            await hand.state(STATE.RESUME)
            assert sees_nothing(hand)


async def test_without_the_key_store_it_says_so_and_help_is_there(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.secrets.broken = True
        await pocket.restart()
        async with pocket.in_hand() as hand:
            assert hand.shows("Inget är borta.")  # in which language is not known without it
            assert hand.shows("Hjälp nu")
            pocket.secrets.broken = False
            await hand.fire(hand.controls(ft.FilledButton)[0], "click")
            await hand.settle(100)
            assert hand.shows("Gå ut en stund")
