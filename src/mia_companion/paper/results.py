"""Results on paper: each number a line that is a sentence by itself."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.words import Words
from mia_companion.paper.blocks import DOT, GAP, HEADING, NAME, SMALL, TITLE, Block, Group, Sheet
from mia_companion.paper.results_told import Line, Part, Told
from mia_companion.paper.results_words import movement_about, rule_in_words


def results_on_paper(
    told: Told, *, published: bool, words: Words, now: datetime, zone: ZoneInfo
) -> Sheet:
    """The sheet. What is exact says so, and that it stays with those who work at the site."""
    day = words.day(now.astimezone(zone).date(), date.min)
    head: Group = (
        Block(told.title, TITLE),
        Block(isolated_if_needed(told.about, words.rtl)),
        Block(day, SMALL),
    )
    kept = (
        rule_in_words(words)
        if published
        else words.t(
            "This paper has exact numbers. It is for those who work here and for nobody else."
        )
    )
    counts = (
        Block(words.t("In all"), HEADING),
        *(_line(words, line) for line in told.counts),
    )
    moved = [_part(words, one, NAME) for one in told.movement]
    about: Group = (Block(words.t("Movement"), HEADING), Block(movement_about(words)), *moved[0])
    return Sheet(
        title=told.title,
        language=words.tag,
        rtl=words.rtl,
        foot=lambda page, pages: words.t("Page {page} of {pages}", page=page, pages=pages),
        unwritten=words.t(
            "{gap} stands for letters that could not be written here. They are in MIA.", gap=GAP
        ),
        groups=(
            head,
            (Block(kept),),
            counts,
            *(_part(words, one, HEADING) for one in told.parts),
            about,
            *moved[1:],
        ),
    )


def _part(words: Words, part: Part, style: str) -> Group:
    said = [one for one in (part.about, part.note) if one]
    return (
        Block(part.title, style),
        *(Block(one) for one in said),
        *(_line(words, line) for line in part.lines),
    )


def _line(words: Words, line: Line) -> Block:
    return Block(line_said(words, line), mark=DOT)


def line_said(words: Words, line: Line) -> str:
    """`In work: 7`, and of how many sites."""
    said = words.c("result", "{line}: {number}", line=line.label, number=line.said)
    return words.in_turn([said, line.note])
