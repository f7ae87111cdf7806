"""What is seen of a locked app: the PIN and Help now, and nothing else at any address."""

import asyncio
from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from tests.lock.pocket import INSIDE, OTHER_PIN, PIN, Hand, Pocket, a_pocket

STATE = ft.AppLifecycleState


def sees_nothing(hand: Hand) -> bool:
    return not any(hand.shows(word) for word in (*INSIDE, "osänt"))


async def _locked(pocket: Pocket) -> None:
    pocket.do.messages.write("osänt")
    await pocket.device.choose(PIN)
    await pocket.restart()


async def test_the_pin_is_asked_and_opens(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await _locked(pocket)
        async with pocket.in_hand() as hand:
            assert hand.shows("Your PIN")
            assert sees_nothing(hand)
            await hand.enter("1111")
            assert hand.shows("That is not the PIN. You can try 4 more times at once.")
            await hand.enter(PIN)
            assert hand.shows("Gå ut en stund")
            assert not hand.shows("Your PIN")


ADDRESSES = [one for name, one in vars(places).items() if name.isupper()]
OTHERS = ["/path/step/step-1", "/photo/journal/blob", "/nowhere"]
OPEN = {
    places.HELP: "90101",
    places.FORGOTTEN: "Nobody can look it up",
    places.BAD_DAYS: "My plan for bad days",
}


async def test_nothing_is_seen_at_any_address(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await _locked(pocket)
        assert len(ADDRESSES) > 60
        async with pocket.in_hand() as hand:
            for place in [*ADDRESSES, *OTHERS]:
                await hand.go(place)
                assert sees_nothing(hand), place
                assert hand.shows(OPEN.get(place, "Your PIN")), place


@pytest.mark.parametrize("place", [places.MESSAGES, places.BAD_DAYS, *OTHERS])
async def test_nor_when_the_app_is_opened_there(tmp_path: Path, place: str) -> None:
    async with a_pocket(tmp_path) as pocket:
        await _locked(pocket)
        async with pocket.in_hand(place) as hand:
            assert sees_nothing(hand)
            assert hand.shows(OPEN.get(place, "Your PIN"))


async def test_help_is_there_without_the_pin_and_ones_plan_if_one_chose_so(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await _locked(pocket)
        async with pocket.in_hand() as hand:
            await hand.click("Help now")
            for number in ("112", "1177", "90101", "90 390", "010-000 00 99"):
                assert hand.shows(number)
            assert not hand.shows("My plan for bad days")
            await hand.go(places.BAD_DAYS)
            assert not hand.shows("Jag sover dåligt")
        await pocket.device.open(PIN)
        pocket.do.bad_days.show_beforehand(True)
        await pocket.device.lock()
        await pocket.restart()
        async with pocket.in_hand(places.HELP) as hand:
            await hand.click("My plan for bad days")
            assert hand.shows("Jag sover dåligt")
            assert not hand.shows("Change")
            assert sees_nothing(hand)


async def test_a_keyboard_types_it_too_in_any_digits_and_the_eye_sees_none(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await _locked(pocket)
        async with pocket.in_hand() as hand:
            field = hand.find("PIN", ft.TextField)
            assert field.password
            assert field.keyboard_type is ft.KeyboardType.NONE
            await hand.type("PIN", "٢٧٠٥١٩")
            await hand.fire(hand.find("PIN", ft.TextField), "submit")
            await hand.settle(200)
            assert hand.shows("Gå ut en stund")


async def test_the_keys_are_large_named_and_from_left_to_right_in_arabic(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        for language, mirrored in (("en", False), ("ar", True)):
            pocket.do.choices.language(language)
            if not pocket.device.state.has_pin:
                await pocket.device.choose(PIN)
            await pocket.device.lock()
            async with pocket.in_hand() as hand:
                keys = hand.controls(ft.FilledTonalButton)
                digits = [k.content.value for k in keys if isinstance(k.content, ft.Text)]
                expected = "3216549870" if mirrored else "1234567890"
                assert "".join(digits) == expected  # an Arabic row is drawn from the right
                assert all((k.width or 0) >= 48 and (k.height or 0) >= 48 for k in keys)
                icons = [k.content for k in keys if isinstance(k.content, ft.Icon)]
                assert all(icon.semantics_label for icon in icons)
                assert len(icons) == 1
            await pocket.device.open(PIN)


async def test_a_pause_is_said_and_ends_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mia_companion.ui.lock.trying._LOOK_SECONDS", 0.01)
    async with a_pocket(tmp_path) as pocket:
        await _locked(pocket)
        async with pocket.in_hand() as hand:
            for _ in range(5):
                await hand.enter("1111")
            assert hand.shows("Wait 30 seconds, then try again. Nothing is deleted.")
            assert hand.find("PIN", ft.TextField).disabled
        async with pocket.in_hand() as hand:  # opened anew
            assert hand.shows("Wait 30 seconds")
            pocket.pass_by(30)
            for _ in range(20):
                await hand.settle()
                await asyncio.sleep(0.005)
            assert not hand.shows("Wait 30 seconds")
            await hand.enter(PIN)
            assert hand.shows("Gå ut en stund")


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
        await _locked(pocket)
        async with pocket.in_hand() as hand:
            await hand.click("I have forgotten it")
            assert hand.shows("Nothing is deleted.")
            await hand.click("I have a new code")
            await hand.settle(100)
            assert hand.shows("Svenska")
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
                (sheet,) = hand.page.overlay
                assert isinstance(sheet, ft.Container)
                assert (sheet.left, sheet.top, sheet.right, sheet.bottom) == (0, 0, 0, 0)
                assert sheet.bgcolor == ft.Colors.SURFACE
            pocket.pass_by(59)
            await hand.state(STATE.RESUME)
            assert not hand.page.overlay
            assert hand.shows("Gå ut en stund")
            await hand.state(STATE.PAUSE)
            pocket.pass_by(60)
            await hand.state(STATE.RESUME)
            assert not hand.page.overlay
            assert hand.shows("Your PIN")
            assert sees_nothing(hand)


async def test_hidden_behind_the_clock_it_comes_back_to_the_pin(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        async with pocket.in_hand() as hand:
            await hand.click("Hide the app")
            await hand.settle(100)
            assert hand.shows("09:00")
            assert hand.page.title == "Clock"
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
            await hand.click("Tell little")
            assert hand.page.title == "My day"
        await pocket.restart()
        async with pocket.in_hand(places.MESSAGES) as hand:
            assert hand.page.title == "My day"
            assert hand.shows("Open")
            assert sees_nothing(hand)
            await hand.click("Open")
            assert hand.shows("Hur mår du nu")
            await hand.state(STATE.PAUSE)
            assert "MIA" not in str(hand.page.overlay)
            pocket.pass_by(60)
            await hand.state(STATE.RESUME)
            assert sees_nothing(hand)


async def test_without_the_key_store_it_says_so_and_help_is_there(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.secrets.broken = True
        await pocket.restart()
        async with pocket.in_hand() as hand:
            assert hand.shows("Ingenting är borta") or hand.shows("Nothing is lost")
            pocket.secrets.broken = False
            await hand.fire(hand.controls(ft.FilledButton)[0], "click")
            await hand.settle(100)
            assert hand.shows("Gå ut en stund")
