"""What somebody is called, and where a coordinator is reached."""

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui.administrator.asking import use_asking
from mia_companion.ui.administrator.looking import use_person
from mia_companion.ui.administrator.paths import member_path
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.context import go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.wire.administration import StaffMember


class CalledForm(Form):
    """Half changed."""

    name: str = ""
    phone: str = ""


@ft.component
def ChangePersonScreen() -> ft.Control:
    """The site's people read it at once."""
    here, id_ = use_here(), ft.use_route_params().get("account", "")
    inside = use_person(here, id_, lambda who: [keyed(who.id, ChangeForm, who)])
    return staff_page(here, here.t("Change name or phone"), inside)


@ft.component
def ChangeForm(who: StaffMember) -> ft.Control:
    """An administrator's and a funder's phone is nowhere listed."""
    here = use_here()
    asking = use_asking(here)
    drafted = use_form(f"called:{who.id}", CalledForm(name=who.name, phone=who.phone))

    async def save() -> None:
        form = drafted.form
        answer = await asking.ask(
            lambda: here.do.administration.change(who.id, form.name, form.phone)
        )
        if answer is not None:
            drafted.put_away()
            go(member_path(who))

    form, t = drafted.form, here.t
    phone = WordsField(
        t("Phone"), form.phone, drafted.field("phone"), submit=save, longest=60, number=True
    )
    waiting = t("Saving …")
    return stack(
        [
            WordsField(
                t("Name"),
                form.name,
                drafted.field("name"),
                submit=save,
                longest=200,
                wrong=asking.wrong,
            ),
            *([phone] if who.role == rights.COORDINATOR else []),
            ft.Row(
                [primary(waiting if asking.busy else t("Save"), save, disabled=asking.busy)],
                wrap=True,
            ),
        ]
    )
