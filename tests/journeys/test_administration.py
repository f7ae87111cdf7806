"""An administrator begins a site; its coordinator comes in, invites, and one day works there no longer."""

import re

import pytest

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.cast import Company
from tests.journeys.person import DESKTOP, PHONE, Person, person
from tests.journeys.stage import BERIT, BERIT_EMAIL, PASSWORD
from tests.journeys.ways import SWEDISH, come_in, enter, invite, tap_away

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
OWN = "tre egna små ord"


def add_coordinator(berit: Person, site: str, name: str, email: str) -> str:
    """From the site's screen and back to it; the password that was shown."""
    sv = SWEDISH.t
    berit.sees(site)
    berit.tap(sv("Add a coordinator"))
    berit.write(sv("Name"), name)
    berit.write(sv("E-mail"), email)
    berit.clean()
    tap_away(berit, sv("Make the account"))
    berit.sees(sv("A password for {name}", name=name))
    berit.clean()
    found = re.search(r"\b[a-z]{4}(-[a-z]{4}){4}\b", berit.tells())
    assert found, berit.tells()
    berit.tap(sv("I have handed it over"))
    berit.sees(name)
    return found.group()


@pytest.mark.long
def test_from_a_new_site_to_a_coordinator_who_has_left(company: Company, words: Words) -> None:
    t, sv, stage = words.t, SWEDISH.t, company.stage
    site, email = f"MIA Vidare {words.tag}", f"eva-{words.tag}@prov.example"
    with (
        person(company.browser, stage.coordinator, DESKTOP) as berit,
        person(company.browser, stage.coordinator, DESKTOP) as eva,
        person(company.browser, stage.participant, PHONE, language=words.language.tag) as samira,
    ):
        come_in(berit, SWEDISH, BERIT_EMAIL, PASSWORD)
        berit.sees(BERIT)
        berit.clean()
        berit.tap(sv("Add a site"))
        berit.write(sv("The site's name"), site)
        tap_away(berit, sv("Add the site"))
        berit.tap_row(site)
        add_coordinator(berit, site, "Ola Dahl", f"ola-{words.tag}@prov.example")
        given = add_coordinator(berit, site, "Eva Ek", email)

        come_in(eva, SWEDISH, email, given)
        eva.sees(sv("Choose a password of your own"))
        eva.clean()
        eva.write(sv("The password you were given"), given)
        eva.write(sv("Your new password"), OWN)
        eva.tap(sv("Choose it"))
        eva.sees(site)
        enter(samira, invite(eva, "Samira Ny"), words)

        berit.go(places.TODAY)
        berit.tap_row(site)
        berit.tap_row("Eva Ek")
        berit.sees("Följer 1 deltagare")
        berit.sees_not("Samira Ny")
        berit.tap(sv("End the account"))
        berit.tap(sv("Hand over all participants"))
        berit.tap("Ola Dahl")
        berit.clean()
        berit.tap(SWEDISH.n("Hand over {count} participant", "Hand over {count} participants", 1))
        berit.sees("1 deltagare har nu Ola Dahl som samordnare.")
        berit.tap(sv("End the account"))
        berit.tap(sv("End the account of {name}", name="Eva Ek"))
        berit.sees(sv("Have worked here"))
        berit.clean()

        eva.sees(sv("You are signed out here. What you wrote is kept. Sign in again."))
        samira.go(places.NETWORK)
        samira.sees("Ola Dahl")
        samira.sees_not("Eva Ek")
        samira.sees(t("Your coordinator"))
        for who in (berit, eva, samira):
            assert not who.left
            assert not who.missing_fonts
