"""The parts of a sheet for an agency, as lines of a paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from mia_companion.domain import sheets as s
from mia_companion.domain.zones import there
from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.words import Words
from mia_companion.paper.blocks import DOT, NAME, Block
from mia_companion.paper.telling import Named


@dataclass(frozen=True, slots=True)
class Names:
    """What a sheet holds by id or number, in the reader's words."""

    party: Named
    way: Named
    area: Named
    sort: Named
    category: Named
    level: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Parts:
    """Each part as its lines, in the language of `words`."""

    names: Names
    words: Words

    def goal(self, goal: s.SheetGoal) -> Iterable[Block]:
        """A goal with what is under it."""
        yield Block(self.own(goal.words), NAME)
        yield Block(self.names.area(goal.area))
        for one in goal.milestones:
            reached = self.words.t("Milestone, reached: {milestone}", milestone=self.own(one.words))
            ahead = self.words.t("Milestone: {milestone}", milestone=self.own(one.words))
            yield Block(reached if one.reached else ahead, mark=DOT)
        for step in goal.steps:
            yield self.step(step)

    def step(self, step: s.SheetStep) -> Block:
        """A step, and when."""
        words, when = self.words, ""
        if step.weekdays:
            when = words.t("every {days}", days=words.listing(map(words.weekday, step.weekdays)))
        elif step.day is not None:
            when = self.day(step.day)
        said = self.own(step.words)
        both = words.t("{step} ({when})", step=said, when=when)
        return Block(both if when else said, mark=DOT)

    def time(self, one: s.SheetTime) -> Iterable[Block]:
        """A booked time: when, what, with whom and where, as far as it is told."""
        words, t = self.words, self.words.t
        begins = there(one.starts_at, one.zone).date()
        clock = words.clock(one.starts_at, one.zone)
        if one.ends_at is not None and there(one.ends_at, one.zone).date() == begins:
            clock = words.span(one.starts_at, one.ends_at, one.zone)
        day = self.day(begins)
        when = words.c("day and time", "{day} {time}", day=day, time=clock)
        yield Block(when[:1].upper() + when[1:], NAME)
        if one.title:
            yield Block(self.own(one.title))
        party = self.names.party(one.party) if one.party else ""
        if one.contact and party:
            yield Block(t("{name}, {party}", name=self.own(one.contact), party=party))
        elif one.contact or party:
            yield Block(self.own(one.contact) or party)
        way, place = self.names.way(one.way), self.own(one.place)
        yield Block(t("{way}, {place}", way=way, place=place) if place else way)

    def activity(self, one: s.SheetActivity) -> Iterable[Block]:
        """What a party does, and from when until when."""
        t = self.words.t
        yield Block(self.names.sort(one.sort), NAME)
        if one.words:
            yield Block(self.own(one.words))
        if one.party:
            yield Block(self.names.party(one.party))
        first = self.day(one.first_day)
        last = self.day(one.last_day) if one.last_day else ""
        both = t("From {first} until {last}", first=first, last=last)
        yield Block(both if last else t("From {first}", first=first))

    def rating(self, one: s.SheetRating) -> Block:
        """How an area of life was that day."""
        said = self.words.t(
            "{area}: {level} ({day})",
            area=self.names.area(one.area),
            level=self.names.level(one.level),
            day=self.day(one.rated_on),
        )
        return Block(said, mark=DOT)

    def day(self, day: date) -> str:
        """With its year: a paper is read for long."""
        return self.words.day(day, date.min)

    def own(self, said: str) -> str:
        """People's own words, each line in its own direction."""
        lines = (" ".join(line.split()) for line in said.splitlines())
        return "\n".join(isolated_if_needed(line, self.words.rtl) for line in lines if line)
