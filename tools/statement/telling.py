"""The statement in the order of the template of Myndigheten för digital förvaltning, in either language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.statement.blocks import CONTACT, Block, heading, link, paragraph, point
from tools.statement.found import Found
from tools.statement.known import Shortcoming, Told, Untried
from tools.statement.results import called

DIGG = "https://www.digg.se/tdosanmalan"


@dataclass(frozen=True)
class Wording:
    """One language. Words in braces are put in; `told` and `untried` choose the language of the kept list."""

    told: Callable[[Shortcoming], Told]
    untried: Callable[[Untried], str]
    names: Mapping[str, str]
    """Of languages, by tag; `and_` stands before the last of several."""
    and_: str
    status: Mapping[str, str]
    who: Mapping[str, str]
    untested: Mapping[str, str]
    title: str
    responsible: str
    how_accessible: str
    see_technical: str
    cannot_use: str
    other_ways: str
    tell_us: str
    what_to_tell: str
    supervision: str
    complain: str
    report: str
    technical: str
    standard: str
    not_accessible: str
    what_to_do: str
    unread: str
    violations: str
    shell: str
    spilled: str
    tests_found: str
    not_tried: str
    burden: str
    no_burden: str
    beyond: str
    others_words: str
    how_tested: str
    themselves: str
    axe: str
    fewer: str
    clean: str
    readings: str
    keyboard: str
    again: str
    room: str
    days: str
    tested_on: str
    never_tested: str
    looked_through: str
    updated: str
    more_than_asked: str


def statement(found: Found, say: Wording) -> list[Block]:
    """All of it, as blocks."""
    return [
        heading(1, say.title),
        paragraph(say.responsible),
        heading(2, say.how_accessible),
        paragraph(say.status[found.status]),
        paragraph(say.see_technical),
        heading(2, say.cannot_use),
        paragraph(say.other_ways),
        CONTACT,
        heading(2, say.tell_us),
        paragraph(say.what_to_tell),
        heading(2, say.supervision),
        paragraph(say.complain),
        link(say.report, DIGG),
        heading(2, say.technical),
        paragraph(f"{say.status[found.status]} {say.standard}"),
        *_short(found, say),
        heading(3, say.not_tried),
        *[point(say.untested[name]) for name in found.untested],
        *[point(say.untried(one)) for one in found.known.untried],
        heading(3, say.burden),
        paragraph(say.no_burden),
        heading(3, say.beyond),
        paragraph(say.others_words),
        heading(2, say.how_tested),
        *_tests(found, say),
        heading(2, say.days),
        *_days(found, say),
    ]


def _short(found: Found, say: Wording) -> list[Block]:
    """What is not accessible, by whom it meets."""
    blocks = [heading(3, say.not_accessible)]
    for who, words in say.who.items():
        mine = [one for one in found.known.shortcoming if one.who == who]
        unread = found.unread if who == "languages" else ()
        if mine or unread:
            blocks.append(heading(4, words))
        for one in mine:
            told = say.told(one)
            way = f"{say.what_to_do} {told.around}"
            measured = _measured(one.criterion, say)
            blocks.append(point(f"{told.what} {told.means}\n{way} ({measured})"))
        if unread:
            blocks.append(point(say.unread.format(languages=_listed(unread, say))))
    results, room = found.results, found.results.room
    wrong = [
        *(
            say.violations.format(language=say.names.get(tag, tag), rules=_rules(found, tag))
            for tag in found.violating
        ),
        *(say.shell.format(what=one.said, issue=one.issue) for one in results.shell),
        *(say.spilled.format(what=called(one)) for one in (room.spilled if room else ())),
    ]
    if wrong:
        blocks += [heading(4, say.tests_found), *map(point, wrong)]
    return blocks


def _tests(found: Found, say: Wording) -> list[Block]:
    results = found.results
    lines: list[str] = []
    if found.tested:
        clean = [tag for tag in found.tested if tag not in found.violating]
        axe = "".join(_seen(found, say))
        lines.append(axe + (say.clean.format(languages=_listed(clean, say)) if clean else ""))
    if results.readings:
        lines.append(say.readings.format(screens=results.readings))
    if (keys := results.keyboard) and keys.journeys:
        languages = _listed(keys.languages, say)
        walked = say.keyboard.format(journeys=keys.journeys, languages=languages)
        again = say.again.format(again=keys.again, languages=_listed(keys.again_in, say))
        lines.append(walked + (again if keys.again else ""))
    if (room := results.room) and room.screens:
        languages = _listed(room.languages, say)
        lines.append(say.room.format(room=room, languages=languages))
    return [paragraph(say.themselves), *map(point, lines)]


def _seen(found: Found, say: Wording) -> Iterator[str]:
    """On how many screens, and in which languages on fewer of them."""
    screens = {tag: found.results.languages[tag].screens for tag in found.tested}
    for at, most in enumerate(sorted(set(screens.values()), reverse=True)):
        languages = _listed([tag for tag, count in screens.items() if count == most], say)
        if at:
            yield say.fewer.format(screens=most, languages=languages)
        else:
            yield say.axe.format(axe=found.results.axe, screens=most, languages=languages)


def _days(found: Found, say: Wording) -> list[Block]:
    results = found.results
    tested = say.tested_on.format(found=results) if results.made else say.never_tested
    looked_through = say.looked_through.format(day=found.known.looked_through)
    return [
        paragraph(f"{tested} {looked_through}"),
        paragraph(say.updated.format(day=found.updated)),
    ]


def _listed(tags: Iterable[str], say: Wording) -> str:
    names = [say.names.get(tag, tag) for tag in tags]
    *most, last = names or [""]
    return f"{', '.join(most)} {say.and_} {last}" if most else last


def _measured(criterion: str, say: Wording) -> str:
    if criterion.startswith("beyond"):
        return say.more_than_asked
    return criterion if criterion.startswith("EN") else f"WCAG {criterion}"


def _rules(found: Found, tag: str) -> str:
    return ", ".join(map(called, found.results.languages[tag].violations))
