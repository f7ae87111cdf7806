"""Passwords: shown once, replaced by one's own before anything else, changed whenever one wants."""

from pathlib import Path

import flet as ft
import pytest

from tests.ui.at_work import BERIT, FUNDER, SITE, add, at_work, large
from tests.world import PASSWORD

pytestmark = pytest.mark.slow


async def test_a_coordinator_gets_a_password_that_is_shown_once(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work, work.screen(route=f"/sites/{work.site}") as screen:
        await screen.clicks("Add a coordinator")
        await screen.type("Name", "Eva Ek")
        await screen.type("E-mail", "eva")
        await screen.click("Make the account")
        await screen.sees("That is not an e-mail address.")
        await screen.type("E-mail", BERIT)
        await screen.click("Make the account")
        await screen.sees("Another account signs in with that address.")
        await screen.type("E-mail", "eva@example.org")
        await screen.click("Make the account")
        await screen.sees("A password for Eva Ek")
        password = large(screen)
        await screen.click("Copy the password")
        await screen.sees("Copied")
        await screen.click("I have handed it over")
        await screen.sees("Eva Ek", "Follows nobody now")
        assert not screen.shows(password)
        eva = await work.device("eva@example.org", password)
        assert eva.companion.view.is_coordinator


async def test_whoever_has_a_given_password_chooses_one_before_anything_else(
    tmp_path: Path,
) -> None:
    async with at_work(tmp_path) as work:
        given = await add(work, "Eva Ek", "eva@example.org")
        eva = await work.device("eva@example.org", given.password)
        async with work.screen(eva, route="/invite") as screen:
            assert not screen.shows("Invite someone")
            await screen.go("/")
            await screen.sees("Choose a password of your own")
            await screen.type("The password you were given", given.password)
            await screen.type("Your new password", "kort")
            await screen.click("Choose it")
            await screen.sees("That is too short.")
            await screen.type("Your new password", given.password)
            await screen.click("Choose it")
            await screen.sees("That is the password you have now.")
            await screen.type("The password you were given", "gissning gissning")
            await screen.type("Your new password", "tre egna små ord")
            await screen.click("Choose it")
            await screen.sees("That is not your present password.")
            await screen.type("The password you were given", given.password)
            await screen.click("Choose it")
            await screen.sees("Invite someone")
        await work.device("eva@example.org", "tre egna små ord")


async def test_ones_own_password_is_changed_from_the_bar(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work, work.screen() as screen:
        await screen.sees(SITE)
        await screen.click("Your password")
        eyes = [said for said in screen.texts() if said.startswith("Show the password: ")]
        assert len(set(eyes)) == 2, eyes
        await screen.type("Your present password", PASSWORD)
        await screen.type("Your new password", "fyra helt andra ord")
        await screen.click("Choose it")
        await screen.sees("Your new password counts from now on.")
        fields = screen.controls(ft.TextField)
        assert {one.value for one in fields} == {""}


async def test_ones_devices_are_listed_and_one_is_signed_out(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        other = await work.device(FUNDER)
        async with work.screen(await work.device(FUNDER)) as screen:
            await screen.click("Your password")
            await screen.clicks("I have lost this one")
            await screen.clicks("Yes, sign it out")
            await screen.sees("That device is signed out.")
        assert isinstance(await other.do.devices.mine(), str)


async def test_a_name_a_phone_and_a_new_password(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        given = await add(work, "Eva Ek", "eva@example.org")
        path = f"/sites/{work.site}/staff/{given.account}"
        async with work.screen(route=path) as screen:
            await screen.clicks("Change name or phone")
            await screen.type("Name", "Eva Alm")
            await screen.type("Phone", "070-2")
            await screen.click("Save")
            await screen.sees("Eva Alm", "070-2", "Has not chosen a password")
            await screen.click("Give a new password")
            await screen.sees("every device is signed out")
            await screen.click("Make a new password")
            await screen.sees("A password for Eva Alm")
            await work.device("eva@example.org", large(screen))


async def test_a_funder_sees_what_the_account_is_for(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        olof = await work.device(FUNDER)
        async with work.screen(olof) as screen:
            await screen.sees("Your account reads what the association's sites publish.")
            await screen.go("/sites/new")
            assert screen.shows("There is nothing here")
            await screen.go("/")
            await screen.click("Sign out")
            await screen.sees("I work here")
