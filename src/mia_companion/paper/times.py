"""The appointments that come: when, with whom, where, what to bring, and what one wants to say there."""

from collections.abc import Iterator
from datetime import timedelta

from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.paper.blocks import DOT, NAME, Block, Group
from mia_companion.paper.telling import Telling, headed, number

_WITHIN_A_DAY = timedelta(hours=12)


def times(told: Telling) -> list[Group]:
    """Those that will take place, the nearest first; that there are none is worth knowing too."""
    coming = [one for one in told.plan.coming(told.now) if one.cancelled_by is None]
    groups = [tuple(_appointment(told, one)) for one in coming]
    nothing: list[Group] = [(Block(told.words.t("Nothing is booked ahead.")),)]
    return headed(told.words.t("My next appointments"), groups or nothing)


def _appointment(told: Telling, one: Appointment) -> Iterator[Block]:
    t, own = told.words.t, told.own
    yield Block(_when(told, one.now, one.zone), NAME)
    yield Block(own(one.title))
    name, party = own(one.contact), told.party(one.party)
    if name and party:
        yield Block(t("{name}, {party}", name=name, party=party))
    elif name or party:
        yield Block(name or party)
    way = told.beside.way(one.way)
    yield Block(t("{way}, {place}", way=way, place=own(one.now.place)) if one.now.place else way)
    for said in (one.directions, one.first_time):
        if said:
            yield Block(own(said))
    if one.phone:
        yield Block(t("Phone: {number}", number=number(one.phone)))
    if one.link:
        yield Block(own(one.link))
    if one.bring:
        yield Block(t("Bring: {things}", things=own(one.bring)))
    yield from _to_say(told, one.id)


def _when(told: Telling, now: Revision, zone: str) -> str:
    words, ends = told.words, now.ends_at
    day = words.day(now.starts_at.astimezone(told.zone).date(), told.today)
    if ends is not None and ends - now.starts_at < _WITHIN_A_DAY:
        clock = words.span(now.starts_at, ends, zone)
    else:
        clock = words.clock(now.starts_at, zone)
    when = words.c("day and time", "{day} {time}", day=day, time=clock)
    return when[:1].upper() + when[1:]


def _to_say(told: Telling, appointment: str) -> Iterator[Block]:
    found = [
        item
        for picture in (told.plan.shared, told.plan.own)
        if (prepared := picture.preparations.get(appointment)) is not None
        for item in prepared.items
        if not item.gone
    ]
    if found:
        yield Block(told.words.t("What I want to say:"))
    for item in found:
        yield Block(told.own(item.words), mark=DOT)
