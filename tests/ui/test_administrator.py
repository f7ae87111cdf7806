"""What an administrator sees and does, on the real screens and against a real server."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.protection import code_of
from mia_companion.i18n.bidi import from_left
from mia_companion.server import operations
from mia_companion.wire.accounts import Invite
from tests.ui.at_work import SITE, add, at_work

pytestmark = pytest.mark.slow


async def test_the_association_with_its_sites_and_its_office(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work, work.screen() as screen:
        await screen.sees("Samordning Norr", SITE, "0 coordinators", "Berit Ask", "Olof Dal")
        assert not screen.shows("MIA Väst")


async def test_a_site_is_made_and_renamed(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work, work.screen() as screen:
        await screen.clicks("Add a site")
        await screen.clicks("Add the site")
        await screen.sees("Write something first.")
        await screen.type("The site's name", SITE.upper())
        await screen.clicks("Add the site")
        await screen.sees("There is a site with that name already.")
        await screen.type("The site's name", "MIA Syd")
        await screen.click("Add the site")
        await screen.sees("MIA Syd", SITE)
        await screen.clicks("MIA Syd")
        await screen.sees("Nobody works here yet.")
        await screen.clicks("Change the site's name")
        await screen.type("The site's name", "MIA Söder")
        await screen.click("Save")
        await screen.sees("MIA Söder", "Coordinators")


async def test_participants_are_handed_over_and_then_the_account_ends(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        await add(work, "Jonas Berg", "jonas@example.org")
        given = await add(work, "Eva Ek", "eva@example.org")
        eva = await work.device("eva@example.org", given.password)
        for name in ("Amina", "Bo"):
            assert not isinstance(await eva.do.access.invite(name), str)
        path = f"/sites/{work.site}/staff/{given.account}"
        async with work.screen(route=path) as screen:
            await screen.sees("Follows 2 participants", "eva@example.org", from_left("070-1"))
            assert not screen.shows("Amina")
            await screen.click("End the account")
            await screen.sees("Nobody is left without a coordinator")
            await screen.click("Hand over all participants")
            await screen.sees("Who takes over?")
            await screen.click("Jonas Berg")
            await screen.click("Hand over 2 participants")
            await screen.sees("2 participants have Jonas Berg as their coordinator now.")
            await screen.click("End the account")
            await screen.clicks("End the account of Eva Ek")
            await screen.sees("Have worked here", "Eva Ek, until", "Follows 2 participants")
        assert await eva.do.devices.mine() == "signed-out"


async def test_nobody_to_take_over_is_said_so(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        given = await add(work, "Eva Ek", "eva@example.org")
        path = f"/sites/{work.site}/staff/{given.account}/move"
        async with work.screen(route=path) as screen:
            await screen.sees("Nobody else works at this site. Add a coordinator first.")


async def test_oneself_is_ended_by_another_and_others_of_the_office_at_once(
    tmp_path: Path,
) -> None:
    async with at_work(tmp_path) as work:
        await work.desk.do.administration.look()
        seen = work.desk.companion.view.administration.seen
        assert seen
        ids = {one.name: one.id for one in seen.office}
        async with work.screen(route=f"/office/{ids['Berit Ask']}") as screen:
            await screen.sees("This is you.")
            assert not screen.shows("End the account")
            await screen.go(f"/office/{ids['Olof Dal']}")
            await screen.clicks("End the account")
            await screen.clicks("End the account of Olof Dal")
            await screen.sees("Olof Dal, until")


async def test_a_funder_and_an_administrator_are_added(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work, work.screen() as screen:
        for button, email in (
            ("Add a funder", "f@example.org"),
            ("Add an administrator", "a@example.org"),
        ):
            await screen.clicks(button)
            await screen.type("Name", "Ny Person")
            await screen.type("E-mail", email)
            assert not screen.shows("Phone")
            await screen.click("Make the account")
            await screen.sees("A password for Ny Person")
            await screen.click("I have handed it over")
            await screen.sees(SITE)
        assert screen.texts().count("Ny Person") == 2


async def test_without_a_network_it_says_so_and_promises_nothing(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        app, work.world.network.app = work.world.network.app, None
        async with work.screen() as screen:
            await screen.sees("This needs the network", "Try again")
            work.world.network.app = app
            await screen.click("Try again")
            await screen.sees(SITE)
            await screen.click("Add a site")
            work.world.network.app = None
            await screen.type("The site's name", "MIA Syd")
            await screen.click("Add the site")
            await screen.sees("nothing is kept here to be sent later")
            await screen.go("/")
            await screen.sees("This is how it was")
            work.world.network.app = app
            await screen.go("/sites/new")
            assert [one.value for one in screen.controls(ft.TextField)] == ["MIA Syd"]


async def test_what_was_seen_leaves_with_whoever_signs_out(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work, work.screen() as screen:
        await screen.sees(SITE)
        await screen.click("Sign out")
        await screen.sees("I work here")
        assert work.desk.companion.view.administration.seen is None


async def test_a_path_to_what_is_not_the_associations_leads_nowhere(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        backend = work.world.backend
        assert backend
        other = await operations.create_association(backend, "Samordning Öst")
        site = await operations.create_site(backend, other, "MIA Öst")
        async with work.screen(route=f"/sites/{site}") as screen:
            await screen.sees("That site is not in your association.")
            assert not screen.shows("MIA Öst")
            await screen.go("/office/someone")
            await screen.sees("That account is not in your association.")
            await screen.go("/person/someone")
            assert screen.shows("There is nothing here")


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_in_every_language_and_width(tmp_path: Path, language: str, width: int) -> None:
    async with at_work(tmp_path, language) as work, work.screen(width=width) as screen:
        await screen.sees(SITE, "Samordning Norr")


async def test_what_has_been_done_is_looked_through(tmp_path: Path) -> None:
    async with at_work(tmp_path) as work:
        given = await add(work, "Eva Ek", "eva@example.org")
        eva = await work.device("eva@example.org", given.password)
        amina = await eva.do.access.invite("Amina")
        assert not isinstance(amina, str)
        code = code_of(amina.participant)
        for _ in range(50):
            await eva.companion.client.invite(Invite(participant=amina.participant))
        async with work.screen() as screen:
            await screen.clicks("What has been done")
            await screen.sees("Invited a participant", code, "Eva Ek")
            assert not screen.shows("Amina")
            assert not screen.shows("Changed an account")
            await screen.click("Show more")
            await screen.sees("Changed an account", "Signed in")
            await screen.click("Invited a participant")
            await screen.sees(f"What has been done about {code}")
            assert not screen.shows("Changed an account")
        async with work.screen(route=f"/sites/{work.site}/staff/{given.account}") as screen:
            await screen.clicks("What they have done")
            await screen.sees("What Eva Ek has done", "Invited a participant")
            assert not screen.shows("Berit Ask")
