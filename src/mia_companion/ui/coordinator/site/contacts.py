"""The team's contacts at the parties: offered wherever somebody is booked with or written down."""

import flet as ft

from mia_companion.domain.directory import ContactListed
from mia_companion.i18n.bidi import from_left
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.contact_form import ContactForm, contact_fields, form_of
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.site.above import above_site
from mia_companion.ui.theme import GAP


@ft.component
def ContactsScreen() -> ft.Control:
    """By name, each with the way to change it."""
    here = use_here()
    t = here.t
    found = sorted(here.view.contacts, key=lambda one: (one.name.casefold(), one.contact_id))
    about = t(
        "People at the parties whom you meet again and again. Participants can choose among them."
    )
    new = secondary(
        t("Add a contact"),
        lambda: go(f"{places.SITE_CONTACTS}/new"),
        ft.Icons.PERSON_ADD_OUTLINED,
    )
    return above_site(
        here,
        t("Contacts at the parties"),
        [
            body(about),
            *([_line(here, one) for one in found] or [body(t("Nobody is listed yet."))]),
            ft.Row([new], wrap=True),
        ],
    )


def _line(here: Here, one: ContactListed) -> ft.Control:
    phone = from_left(one.phone) if one.phone else ""
    role = as_written(here.words, one.role)
    about = here.words.beside(role, party_name(here.words, one.party), phone)
    name = as_written(here.words, one.name)
    return way_on(party_icon(one.party), name, f"{places.SITE_CONTACTS}/{one.contact_id}", about)


@ft.component
def NewSiteContactScreen() -> ft.Control:
    """The name, and what is known."""
    here = use_here()
    return above_site(here, here.t("Add a contact"), [SiteContact(None)])


@ft.component
def SiteContactScreen() -> ft.Control:
    """As it stands; who was taken off meanwhile is not here any more."""
    here = use_here()
    wanted = ft.use_route_params().get("contact", "")
    one = next((one for one in here.view.contacts if one.contact_id == wanted), None)
    if one is None:
        back = quiet(here.t("To the contacts"), lambda: go(places.SITE_CONTACTS))
        return above_site(here, here.t("That is not here any more."), [back])
    return above_site(here, as_written(here.words, one.name), [SiteContact(one)])


@ft.component
def SiteContact(one: ContactListed | None) -> ft.Control:
    """The fields, and one button; somebody who is listed can be taken off."""
    here = use_here()
    t = here.t
    told = use_undo()
    blank = form_of(one) if one else ContactForm()
    drafted = use_form(f"site-contact:{one.contact_id if one else 'new'}", blank)
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        form = drafted.form
        done = here.do.directory.contact(
            form.name, form.party, form.role, form.reach, item=one.contact_id if one else form.id
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            told(done.for_good(), t("Saved. Everyone at the site sees it."))
            go(places.SITE_CONTACTS)

    def remove(gone: ContactListed) -> None:
        drafted.put_away()
        told(here.do.directory.remove_contact(gone).for_good(), t("Taken off the list."))
        go(places.SITE_CONTACTS)

    buttons: list[ft.Control] = [primary(t("Save"), save)]
    if one is not None:
        buttons.append(quiet(t("Take off the list"), lambda: remove(one)))
    return stack(
        [*contact_fields(here, drafted, wrong), ft.Row(buttons, wrap=True, spacing=GAP)],
        gap=GAP + 4,
    )
