"""Somebody in the network: written down, said anew, taken off the list."""

from collections.abc import Callable
from functools import partial

import flet as ft

from mia_companion.domain.areas import OTHER
from mia_companion.domain.directory import ContactListed
from mia_companion.domain.network import Contact, ContactAdded
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.contact_form import FIELDS, ContactForm, contact_fields, form_of
from mia_companion.ui.components.former_words import Former, former_words
from mia_companion.ui.components.forms import Drafted, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here


@ft.component
def NewContactScreen() -> ft.Control:
    """The name, and whatever one knows; the site's own contacts are one tap away."""
    here = use_here()
    told = use_undo()
    drafted = use_form("contact:new", ContactForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        form = drafted.form
        done = here.do.network.add(
            form.name, form.party, form.role, form.reach, private=form.private, item=form.id
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            told(done, here.t("In your network."))
            go(places.NETWORK)

    return page(
        here,
        here.t("Add someone"),
        [
            *_listed(here, drafted),
            *contact_fields(here, drafted, wrong),
            who_sees(here, form.private, drafted.field("private")),
            primary(here.t("Add"), save),
        ],
    )


@ft.component
def ContactScreen() -> ft.Control:
    """The same fields, as they stand."""
    here = use_here()
    told = use_undo()
    contact_id = ft.use_route_params().get("contact", "")
    contact = here.view.plan().contact(contact_id)
    blank = ContactForm()
    if contact is not None:
        blank = form_of(contact.fact)
    drafted = use_form(f"contact:{contact_id}", blank)
    wrong, set_wrong = ft.use_state("")
    if contact is None or not contact.is_here:
        away = quiet(here.t("To my network"), lambda: go(places.NETWORK))
        return page(here, here.t("That is not here any more."), [away])

    def save() -> None:
        form = drafted.form
        done = here.do.network.change(contact_id, form.name, form.party, form.role, form.reach)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            told(done, here.t("Changed."))
            go(places.NETWORK)

    def again(before: ContactAdded) -> None:
        form = form_of(before)
        drafted.put_away()
        done = here.do.network.change(contact_id, form.name, form.party, form.role, form.reach)
        told(done, here.t("Changed."))
        go(places.NETWORK)

    def remove() -> None:
        drafted.put_away()
        told(here.do.network.remove(contact_id), here.t("Taken off your list."))
        go(places.NETWORK)

    return page(
        here,
        as_written(here.words, contact.fact.name),
        [
            *contact_fields(here, drafted, wrong),
            primary(here.t("Save"), save),
            ft.Row([quiet(here.t("Take off the list"), remove)], wrap=True),
            former_words(here, _before(here, contact, again)),
        ],
    )


def _before(here: Here, one: Contact, again: Callable[[ContactAdded], None]) -> list[Former]:
    """What was said of them before, newest first; a tap says it anew."""
    return [
        Former(by, _in_a_line(here, said), partial(again, said))
        for by, said in reversed(one.versions)
        if said != one.fact
    ]


def _in_a_line(here: Here, said: ContactAdded) -> str:
    party = "" if said.party == OTHER else party_name(here.words, said.party)
    parts = (said.name, said.role, party, said.phone, said.email, said.address)
    return "\n".join(one for one in parts if one)


def _listed(here: Here, drafted: Drafted[ContactForm]) -> list[ft.Control]:
    """Those whom the site knows already: a tap fills in all of it."""

    def take(one: ContactListed) -> None:
        drafted.change(**form_of(one).model_dump(include=FIELDS))

    chips = [
        chip(
            as_written(here.words, one.name),
            chosen=one.name == drafted.form.name,
            tapped=partial(take, one),
            key=one.contact_id,
        )
        for one in here.view.contacts
    ]
    return [question(here.t("Is it one of these?"), [in_lines(chips)])] if chips else []
