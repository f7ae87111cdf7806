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
    """Those of the whole country, and then the site's own: all in sight at once."""
    lines = told.beside.help_lines
    blocks = tuple(block for o in lines for block in _lines(told, o.name, o.about, o.number))
    return headed(told.words.t("Help now"), [blocks] if blocks else [])


def _contact(told: Telling, one: Contact) -> Iterator[Block]:
    said = one.fact
    role, party = told.own(said.role), told.party(said.party)
    both = role and party
    about = told.words.t("{role}, {party}", role=role, party=party) if both else role or party
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
