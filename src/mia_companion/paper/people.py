"""Who is around one and how to reach them, and whom to call when it is hard."""

from collections.abc import Iterator

from mia_companion.domain.network import Contact
from mia_companion.paper.blocks import NAME, Block, Group
from mia_companion.paper.telling import Telling, headed, number


def people(told: Telling) -> list[Group]:
    """The coordinators first."""
    role = told.words.t("Your coordinator")
    coordinators = [
        tuple(_lines(told, one.name, role, one.phone)) for one in told.beside.coordinators
    ]
    kept = {**told.plan.shared.contacts, **told.plan.own.contacts}
    contacts = [tuple(_contact(told, one)) for one in kept.values() if one.is_here]
    return headed(told.words.t("People around me"), [*coordinators, *contacts])


def help_now(told: Telling) -> list[Group]:
    """Those of the whole country, and then the site's own."""
    lines = [tuple(_lines(told, o.name, o.about, o.number)) for o in told.beside.help_lines]
    return headed(told.words.t("Help now"), lines)


def _contact(told: Telling, one: Contact) -> Iterator[Block]:
    said, party = one.fact, told.beside.party(one.fact.party)
    role = told.own(said.role)
    about = told.words.t("{role}, {party}", role=role, party=party) if role else party
    yield from _lines(told, said.name, about, said.phone)
    for more in (said.email, said.address):
        if more:
            yield Block(told.own(more))


def _lines(told: Telling, name: str, about: str, phone: str) -> Iterator[Block]:
    yield Block(told.own(name), NAME)
    if phone.strip():
        yield Block(told.words.t("Phone: {number}", number=number(phone)))
    if about:
        yield Block(about)
