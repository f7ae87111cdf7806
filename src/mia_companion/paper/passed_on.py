"""The sheet that an agency gets, on paper, and the same on a screen for whoever wants to see it.

It is told from the sheet alone: what is not in the file is not on the paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mia_companion.domain.sheets import Sheet
from mia_companion.i18n.words import Words
from mia_companion.paper import blocks
from mia_companion.paper.blocks import GAP, HEADING, NAME, SMALL, TITLE, Block, Group
from mia_companion.paper.passed_on_parts import Names, Parts


def sheet_on_paper(sheet: Sheet, names: Names, words: Words) -> blocks.Sheet:
    """The paper, in the language of `words`; people's own words stand as they wrote them."""
    told = _Telling(sheet, Parts(names, words), words)
    return blocks.Sheet(
        title=told.title,
        language=words.tag,
        rtl=words.rtl,
        foot=lambda page, pages: words.t("Page {page} of {pages}", page=page, pages=pages),
        unwritten=words.t(
            "{gap} stands for letters that could not be written here. They are in MIA.", gap=GAP
        ),
        groups=tuple(told.groups()),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    sheet: Sheet
    parts: Parts
    words: Words

    @property
    def title(self) -> str:
        return self.words.t("Who does what, and when")

    def groups(self) -> list[Group]:
        t = self.words.t
        nothing: list[Group] = [(Block(t("There is nothing to tell of this just now.")),)]
        told = [
            *self._headed(
                t("What {name} wants and does", name=self.parts.own(self.sheet.name)), self._path()
            ),
            *self._headed(
                t("Booked times"), [tuple(self.parts.time(one)) for one in self.sheet.times]
            ),
            *self._headed(
                t("Activities"), [tuple(self.parts.activity(one)) for one in self.sheet.activities]
            ),
            *self._headed(
                t("How things are just now, as the person sees it"),
                [(one,) for one in map(self.parts.rating, self.sheet.ratings)],
            ),
        ]
        return [tuple(self._head()), tuple(self._consent()), *(told or nothing)]

    def _head(self) -> Iterable[Block]:
        t, sheet = self.words.t, self.sheet
        yield Block(self.title, TITLE)
        yield Block(self.parts.own(sheet.name), NAME)
        if sheet.to_party:
            yield Block(t("To: {party}", party=self.parts.names.party(sheet.to_party)))
        if sheet.sender:
            yield Block(t("From: {name}, coordinator", name=self.parts.own(sheet.sender)))
        yield Block(self.parts.day(sheet.made_on))

    def _consent(self) -> Iterable[Block]:
        t, sheet = self.words.t, self.sheet
        about = self.words.listing([self.parts.names.category(one) for one in sheet.categories])
        first, last = self.parts.day(sheet.valid_from), self.parts.day(sheet.valid_until)
        yield Block(t("By consent"), HEADING)
        if sheet.from_party and sheet.to_party:
            yield Block(
                t(
                    "{name} has agreed that {teller} may tell {told} about: {categories}.",
                    name=self.parts.own(sheet.name),
                    teller=self.parts.names.party(sheet.from_party),
                    told=self.parts.names.party(sheet.to_party),
                    categories=about,
                )
            )
        else:
            name = self.parts.own(sheet.name)
            yield Block(
                t(
                    "{name} has agreed to this being told: {categories}.",
                    name=name,
                    categories=about,
                )
            )
        if sheet.purpose:
            yield Block(t("It is for this: {purpose}", purpose=self.parts.own(sheet.purpose)))
        yield Block(t("The consent counts from {first} until {last}.", first=first, last=last))
        yield Block(
            t(
                "This paper holds what the consent covers and nothing else. It may be old when it is read."
            ),
            SMALL,
        )

    def _path(self) -> list[Group]:
        groups: list[Group] = [tuple(self.parts.goal(one)) for one in self.sheet.goals]
        if self.sheet.steps:
            steps = (self.parts.step(one) for one in self.sheet.steps)
            groups.append((Block(self.words.t("Small steps"), NAME), *steps))
        return groups

    def _headed(self, heading: str, groups: list[Group]) -> list[Group]:
        return [(Block(heading, HEADING), *groups[0]), *groups[1:]] if groups else []
