"""The statement in English, in the order of the Swedish one."""

from collections.abc import Iterable

from tools.statement.blocks import CONTACT, Block, heading, link, paragraph, point
from tools.statement.found import FULLY, NOT, PARTLY, Found
from tools.statement.results import called
from tools.statement.swedish import DIGG

NAMES = {
    "sv": "Swedish",
    "sv-x-lattlast": "easy Swedish",
    "en": "English",
    "fi": "Finnish",
    "ar": "Arabic",
    "fa": "Persian",
    "fa-AF": "Dari",
    "so": "Somali",
    "ti": "Tigrinya",
    "uk": "Ukrainian",
    "pl": "Polish",
    "ckb": "Sorani",
}
_STATUS = {
    FULLY: "MIA is fully compliant with the law on accessibility of digital public services.",
    PARTLY: "MIA is partially compliant with the law on accessibility of digital public services.",
    NOT: "MIA is not compliant with the law on accessibility of digital public services.",
}
_WHO = {
    "no-sight": "If you do not see",
    "low-sight": "If you see poorly",
    "no-hearing": "If you do not hear",
    "no-voice": "If you do not hear or do not speak",
    "keyboard": "If you cannot use a mouse or a touch screen",
    "slow": "If you need a long time",
    "cognition": "If it is hard to read, to remember or to find the strength",
    "languages": "If you read another language than Swedish",
}
_UNTESTED = {
    "screens": "Not all screens in all languages, light and dark, have been checked by a program.",
    "readings": "What a screen reader is told of the screens has not been tested.",
    "keyboard": "Using MIA with a keyboard alone has not been tested.",
    "room": "Large text on a narrow screen has not been tested.",
}


def statement(found: Found) -> list[Block]:
    """All of it, as blocks."""
    return [
        heading(1, "Accessibility statement for MIA"),
        paragraph(
            "{authority} is responsible for MIA. We want everybody to be able to use MIA. Here you read how"
            " well MIA follows the Swedish law (2018:1937) on accessibility of digital public services,"
            " which carries out Directive (EU) 2016/2102. You also read what does not work, and how to tell"
            " us. This is about the app MIA on phones and MIA in a browser."
        ),
        heading(2, "How accessible is MIA?"),
        paragraph(_STATUS[found.status]),
        paragraph("What falls short, and what you can do, stands under Technical information."),
        heading(2, "If you cannot use some part of MIA"),
        paragraph(
            "Tell your coordinator, or write to us. You can get what stands in MIA in another way, for"
            " example on paper or read to you."
        ),
        CONTACT,
        heading(2, "Tell us what falls short"),
        paragraph(
            "Do you find something that does not stand here? Or do you think that we do not follow the law?"
            " Tell us. It helps to know which screen it is, and which aid you use."
        ),
        heading(2, "Supervision"),
        paragraph(
            "The Swedish Agency for Digital Government (Digg) supervises the law. Are you not content with"
            " our answer? Then you can report it to Digg."
        ),
        link("Report to Digg", DIGG),
        heading(2, "Technical information"),
        paragraph(
            f"{_STATUS[found.status]} It is measured by the standard EN 301 549 V3.2.1, which contains WCAG"
            " 2.1, levels A and AA. MIA is built for WCAG 2.2, level AA."
        ),
        *_short(found),
        heading(3, "What has not been tried"),
        *[point(_UNTESTED[name]) for name in found.untested],
        *[point(one.en) for one in found.known.untried],
        heading(3, "Disproportionate burden"),
        paragraph("We claim no exception under section 12 of the law."),
        heading(3, "What the law does not cover"),
        paragraph(
            "What people write in MIA themselves, and the pictures and files that they send, are not ours to"
            " change. Nor are maps, video calls and other pages that MIA links to."
        ),
        heading(2, "How we have tested MIA"),
        *_tests(found),
        heading(2, "Days"),
        *_days(found),
    ]


def _short(found: Found) -> list[Block]:
    """What is not accessible, by whom it meets."""
    blocks = [heading(3, "What is not accessible")]
    known = found.known.shortcoming
    for who, words in _WHO.items():
        mine = [one for one in known if one.who == who]
        if mine or (who == "languages" and found.unread):
            blocks.append(heading(4, words))
        for one in mine:
            told = f"{one.en.what} {one.en.means}\nWhat you can do: {one.en.around}"
            blocks.append(point(f"{told} ({_measured(one.criterion)})"))
        if who == "languages" and found.unread:
            blocks.append(
                point(
                    "Nobody with it as a mother tongue has read the texts in"
                    f" {_listed(found.unread)}. Words may be wrong or odd.\nWhat you can do: Ask your"
                    " coordinator."
                )
            )
    wrong = [
        point(f"In {NAMES.get(tag, tag)} axe-core found: {_rules(found, tag)}.")
        for tag in found.violating
    ]
    shell = [
        point(f"Something in Flutter, which MIA is built with: {one.said}. {one.issue}")
        for one in found.results.shell
    ]
    room = found.results.room
    spilled = [point(f"Text has no room: {called(one)}.") for one in (room.spilled if room else ())]
    if wrong or shell or spilled:
        blocks += [heading(4, "What the tests have found"), *wrong, *shell, *spilled]
    return blocks


def _tests(found: Found) -> list[Block]:
    results = found.results
    blocks = [
        paragraph(
            "Those who built MIA have tested it themselves, with programs. This is a self-assessment."
        )
    ]
    if found.tested:
        clean = [tag for tag in found.tested if tag not in found.violating]
        outcome = f" In {_listed(clean)} it found nothing in what is ours." if clean else ""
        blocks.append(
            point(
                f"The program axe-core {results.axe} has looked for faults on {results.screens} screens,"
                f" light and dark, in {_listed(found.tested)}.{outcome}"
            )
        )
    if results.readings:
        blocks.append(
            point(f"What a screen reader is told is kept for {results.readings} screens.")
        )
    if results.keyboard and results.keyboard.journeys:
        blocks.append(
            point(
                f"{results.keyboard.journeys} ways through MIA have been walked with a keyboard alone, in"
                f" {_listed(results.keyboard.languages)}."
            )
        )
    if (room := results.room) and room.screens:
        blocks.append(
            point(
                f"{room.screens} screens have been drawn {room.width} pixels wide with text at"
                f" {room.text:.0%} of the usual, in {_listed(room.languages)}."
            )
        )
    return blocks


def _days(found: Found) -> list[Block]:
    results = found.results
    tested = (
        f"MIA was last tested {results.made}, in version {results.version}."
        if results.made
        else "There is no result of tests yet."
    )
    return [
        paragraph(
            f"{tested} The list of what falls short was gone through {found.known.looked_through}."
        ),
        paragraph(f"This statement was last updated {found.updated}."),
    ]


def _listed(tags: Iterable[str]) -> str:
    names = [NAMES.get(tag, tag) for tag in tags]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _measured(criterion: str) -> str:
    if criterion.startswith("beyond"):
        return "more than the law asks"
    return criterion if criterion.startswith("EN") else f"WCAG {criterion}"


def _rules(found: Found, tag: str) -> str:
    return ", ".join(map(called, found.results.languages[tag].violations))
