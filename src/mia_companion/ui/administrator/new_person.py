"""An account for somebody new."""

from typing import cast

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui import places
from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_site
from mia_companion.ui.administrator.paths import site_path
from mia_companion.ui.administrator.shown_once import ShownOnce
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.wire.administration import GivenPassword


class PersonForm(Form):
    """Somebody half written down. Their password is made by the server, and is in no form."""

    name: str = ""
    email: str = ""
    phone: str = ""


@ft.component
def NewCoordinatorScreen() -> ft.Control:
    """For a site."""
    here, id_ = use_here(), ft.use_route_params().get("site", "")
    inside = use_site(
        here, id_, lambda site: [keyed(site.id, NewPersonForm, rights.COORDINATOR, site.id)]
    )
    return staff_page(here, here.t("A new coordinator"), inside)


@ft.component
def NewOfficeScreen() -> ft.Control:
    """An administrator or a funder."""
    here, role = use_here(), ft.use_route_params().get("role", "")
    titles = {
        rights.ADMINISTRATOR: here.t("A new administrator"),
        rights.FUNDER: here.t("A new funder"),
    }
    if role not in titles:
        return staff_page(here, here.t("There is nothing here"), [])
    return staff_page(here, titles[role], [keyed(role, NewPersonForm, role, "")])


@ft.component
def NewPersonForm(role: str, site: str) -> ft.Control:
    """Then the password, once."""
    here = use_here()
    asking = use_asking(here)
    drafted = use_form(f"staff:{role}:{site}", PersonForm())
    made, set_made = ft.use_state(cast("tuple[GivenPassword, str] | None", None))

    async def add() -> None:
        form = drafted.form
        answer = await asking.ask(
            lambda: here.do.administration.add(role, site, form.name, form.email, form.phone)
        )
        if isinstance(answer, GivenPassword):
            drafted.put_away()
            set_made((answer, form.name.strip()))

    if made is not None:
        back = site_path(site) if site else places.TODAY
        return ShownOnce(made[0], as_written(here.words, made[1]), lambda: go(back))
    form, t = drafted.form, here.t
    phone = WordsField(
        t("Phone"), form.phone, drafted.field("phone"), submit=add, longest=60, number=True
    )
    waiting = t("Making the account …")
    nameless = not form.name.strip()
    return stack(
        [
            body(_about(here, role)),
            WordsField(
                t("Name"),
                form.name,
                drafted.field("name"),
                longest=200,
                autofocus=True,
                wrong=asking.wrong if nameless else "",
            ),
            WordsField(
                t("E-mail"),
                form.email,
                drafted.field("email"),
                submit=add,
                longest=254,
                wrong="" if nameless else asking.wrong,
            ),
            *([phone] if role == rights.COORDINATOR else []),
            muted(t("You get a password to hand over. It is shown once.")),
            ft.Row(
                [
                    primary(
                        waiting if asking.busy else t("Make the account"),
                        add,
                        disabled=asking.busy,
                    )
                ],
                wrap=True,
            ),
        ]
    )


def _about(here: Here, role: str) -> str:
    t = here.t
    if role == rights.COORDINATOR:
        return t("Participants at the site see the name and the phone. The e-mail is to sign in.")
    if role == rights.ADMINISTRATOR:
        return t("An administrator makes sites and accounts as you do, and can read nobody's plan.")
    return t("A funder reads the results that sites publish, and can read nobody's plan.")
