"""Adding somebody to a person's network, from the site's contacts or written anew."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions.network import Reach
from mia_companion.domain import areas
from mia_companion.domain.directory import ContactListed
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip, choice
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.names import parties
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.form_end import buttons
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import NETWORK, open_part
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP


class ContactForm(Form):
    """Somebody half written down."""

    name: str = ""
    party: str = areas.OTHER
    role: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@ft.component
def NewContactForm(person: str, level: int) -> ft.Control:
    """A tap on one of the site's contacts fills all of it in."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"contact:{person}", ContactForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def take(one: ContactListed) -> Callable[[], None]:
        said = one.model_dump(include={"name", "party", "role", "phone", "email", "address"})
        return lambda: drafted.change(**said)

    def save() -> None:
        form = drafted.form
        reach = Reach(form.phone, form.email, form.address)
        done = here.do.network.add(
            form.name, form.party, form.role, reach, participant=person, item=form.id
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            told(done, here.t("In the network. The participant sees it."))
            open_part(here, person, NETWORK)

    chips: list[ft.Control] = [
        chip(
            as_written(here.words, one.name),
            chosen=one.name == form.name,
            tapped=take(one),
            key=one.contact_id,
        )
        for one in here.view.contacts
    ]
    ours = question(here.t("Is it one of these?"), [in_lines(chips)], gap=6)

    def field(label: str, name: str, wrong: str = "") -> ft.Control:
        value = getattr(form, name)
        typed, number = drafted.field(name), name == "phone"
        return keyed(name, WordsField, label, value, typed, wrong=wrong, number=number)

    name = name_of(here, person)
    return stack(
        [
            heading(here.t("Add someone to the network of {name}", name=name), level),
            muted(here.t("What you add here is seen by {name} and the coordinators.", name=name)),
            *([ours] if chips else []),
            field(here.t("Name"), "name", wrong),
            choice(
                here.t("Where are they?"), parties(here.words), form.party, drafted.field("party")
            ),
            field(here.t("What they do (if you know)"), "role"),
            field(here.t("Phone number"), "phone"),
            field(here.t("E-mail"), "email"),
            field(here.t("Address"), "address"),
            buttons(here, here.t("Add"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )
