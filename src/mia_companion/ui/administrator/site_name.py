"""What a site is called: a new one, or one that is there."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_site
from mia_companion.ui.administrator.paths import site_path
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import go, use_here
from mia_companion.ui.keyed import keyed


class NameForm(Form):
    """A name half written."""

    name: str = ""


@ft.component
def NewSiteScreen() -> ft.Control:
    """A site with nobody in it yet."""
    here = use_here()
    about = here.t("A municipality's team, with its own coordinators and participants.")
    inside = [body(about), SiteNameForm("", "")]
    return staff_page(here, here.t("A new site"), inside)


@ft.component
def RenameSiteScreen() -> ft.Control:
    """Everyone at the site reads the new name."""
    here, id_ = use_here(), ft.use_route_params().get("site", "")
    about = here.t("Coordinators and participants at the site read the new name at once.")
    inside = use_site(
        here, id_, lambda site: [body(about), keyed(site.id, SiteNameForm, site.id, site.name)]
    )
    return staff_page(here, here.t("Change the site's name"), inside)


@ft.component
def SiteNameForm(site: str, before: str) -> ft.Control:
    """Makes a site where there is none."""
    here = use_here()
    asking = use_asking(here)
    drafted = use_form(f"site-name:{site}", NameForm(name=before))

    async def save() -> None:
        name = drafted.form.name
        do = here.do.administration
        answer = await asking.ask(
            lambda: do.rename_site(site, name) if site else do.make_site(name)
        )
        if answer is not None:
            drafted.put_away()
            go(site_path(site) if site else places.TODAY)

    waiting = here.t("Saving …")
    words = here.t("Save") if site else here.t("Add the site")
    return stack(
        [
            WordsField(
                here.t("The site's name"),
                drafted.form.name,
                drafted.field("name"),
                submit=save,
                longest=200,
                wrong=asking.wrong,
                autofocus=True,
            ),
            ft.Row(
                [primary(waiting if asking.busy else words, save, disabled=asking.busy)], wrap=True
            ),
        ]
    )
