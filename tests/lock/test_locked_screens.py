"""What is seen of a locked app: the PIN and Help now, and nothing else at any address."""

import asyncio
from pathlib import Path

import flet as ft
import pytest

from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.lock.pocket import PIN, a_pocket, locked, sees_nothing


async def test_the_pin_is_asked_and_opens(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
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
    places.LANGUAGE: "Svenska",
}


async def test_a_language_chosen_before_the_pin_holds_behind_it(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
        async with pocket.in_hand() as hand:
            await hand.fire(hand.find("Language", ft.IconButton), "click")
            await hand.click("Suomi")
            assert sees_nothing(hand)
            await hand.go("/")
            assert hand.shows(words_for("fi").t("Your PIN"))
            await hand.key(PIN)
            await hand.click(words_for("fi").t("Done"))
            await hand.settle(200)
            assert hand.shows("Gå ut en stund")
            assert pocket.companion.view.choices.language == "fi"
        await pocket.restart()
        assert pocket.companion.view.choices.language == "fi"


async def test_nothing_is_seen_at_any_address(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
        assert len(ADDRESSES) > 60
        async with pocket.in_hand() as hand:
            for place in [*ADDRESSES, *OTHERS]:
                await hand.go(place)
                assert sees_nothing(hand), place
                assert hand.shows(OPEN.get(place, "Your PIN")), place


@pytest.mark.parametrize("place", [places.MESSAGES, places.BAD_DAYS, *OTHERS])
async def test_nor_when_the_app_is_opened_there(tmp_path: Path, place: str) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
        async with pocket.in_hand(place) as hand:
            assert sees_nothing(hand)
            assert hand.shows(OPEN.get(place, "Your PIN"))


async def test_help_is_there_without_the_pin_and_ones_plan_if_one_chose_so(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
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
        await locked(pocket)
        async with pocket.in_hand() as hand:
            field = hand.find("PIN", ft.TextField)
            assert field.password
            assert field.keyboard_type is ft.KeyboardType.NONE
            await hand.type("PIN", "٢٧٠٥١٩")
            await hand.fire(hand.find("PIN", ft.TextField), "submit")
            await hand.settle(200)
            assert hand.shows("Gå ut en stund")


async def test_a_digit_typed_while_the_one_before_is_drawn_stays(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await locked(pocket)
        async with pocket.in_hand() as hand:
            field = hand.find("PIN", ft.TextField)
            hand.session.apply_patch(field._i, {"value": PIN[:2]})
            await hand.session.dispatch_event(field._i, "change", PIN[:2])
            hand.session.apply_patch(field._i, {"value": PIN})
            await hand.settle()
            assert hand.find("PIN", ft.TextField).value == PIN
            await hand.session.dispatch_event(field._i, "change", PIN)
            await hand.settle()
            await hand.click("Take away the last digit")
            assert hand.find("PIN", ft.TextField).value == PIN[:-1]


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
        await locked(pocket)
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
