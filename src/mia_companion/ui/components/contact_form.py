"""Somebody at a party or around a person, half written down: the same fields wherever it is done."""

from functools import partial

import flet as ft

from mia_companion.app.actions.network import Reach
from mia_companion.domain import areas
from mia_companion.domain.directory import ContactListed
from mia_companion.domain.network import ContactAdded
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, Form
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.names import parties
from mia_companion.ui.components.options import option
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here

FIELDS = {"name", "party", "role", "phone", "email", "address"}


class ContactForm(Form):
    """Somebody half written down."""

    name: str = ""
    party: str = areas.OTHER
    role: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    private: bool = False

    @property
    def reach(self) -> Reach:
        """How to reach them."""
        return Reach(self.phone, self.email, self.address)


def form_of(fact: ContactAdded | ContactListed) -> ContactForm:
    """What stands, to be changed."""
    return ContactForm(**fact.model_dump(include=FIELDS))


def contact_fields(here: Here, drafted: Drafted[ContactForm], wrong: str) -> list[ft.Control]:
    """`wrong` is said beneath the name."""
    t, form, field = here.t, drafted.form, drafted.field
    lines = [
        option(
            name,
            chosen=one == form.party,
            tapped=partial(drafted.change, party=one),
            icon=party_icon(one),
        )
        for one, name in parties(here.words)
    ]
    return [
        WordsField(t("Name"), form.name, field("name"), longest=200, wrong=wrong),
        question(t("Where are they?"), lines),
        WordsField(t("What they do (if you know)"), form.role, field("role"), longest=200),
        WordsField(t("Phone number"), form.phone, field("phone"), longest=40, number=True),
        WordsField(t("E-mail"), form.email, field("email"), longest=254),
        WordsField(t("Address"), form.address, field("address"), longest=300),
    ]
