"""The statement in English."""

from tools.statement.blocks import Block
from tools.statement.found import FULLY, NOT, PARTLY, Found
from tools.statement.telling import Wording
from tools.statement.telling import statement as tell

WORDING = Wording(
    told=lambda one: one.en,
    untried=lambda one: one.en,
    names={
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
    },
    and_="and",
    status={
        FULLY: "MIA is fully compliant with the law on accessibility of digital public services.",
        PARTLY: "MIA is partially compliant with the law on accessibility of digital public services.",
        NOT: "MIA is not compliant with the law on accessibility of digital public services.",
    },
    who={
        "no-sight": "If you do not see",
        "low-sight": "If you see poorly",
        "no-hearing": "If you do not hear",
        "no-voice": "If you do not hear or do not speak",
        "keyboard": "If you cannot use a mouse or a touch screen",
        "slow": "If you need a long time",
        "cognition": "If it is hard to read, to remember or to find the strength",
        "languages": "If you read another language than Swedish",
    },
    untested={
        "screens": "Not all screens in all languages, light and dark, have been checked by a program.",
        "readings": "What a screen reader is told of the screens has not been tested.",
        "keyboard": "Using MIA with a keyboard alone has not been tested.",
        "room": "Large text on a narrow screen has not been tested.",
    },
    title="Accessibility statement for MIA",
    responsible="{authority} is responsible for MIA. We want everybody to be able to use MIA. Here"
    " you read how"
    " well MIA follows the Swedish law (2018:1937) on accessibility of digital public services,"
    " which carries out Directive (EU) 2016/2102. You also read what does not work, and how to tell"
    " us. This is about the app MIA on phones and MIA in a browser.",
    how_accessible="How accessible is MIA?",
    see_technical="What falls short, and what you can do, stands under Technical information.",
    cannot_use="If you cannot use some part of MIA",
    other_ways="Tell your coordinator, or write to us. You can get what stands in MIA in another way, for"
    " example on paper or read to you.",
    tell_us="Tell us what falls short",
    what_to_tell="Do you find something that does not stand here? Or do you think that we do not"
    " follow the law?"
    " Tell us. It helps to know which screen it is, and which aid you use.",
    supervision="Supervision",
    complain="The Swedish Agency for Digital Government (Digg) supervises the law. Are you not content with"
    " our answer? Then you can report it to Digg.",
    report="Report to Digg",
    technical="Technical information",
    standard="It is measured by the standard EN 301 549 V3.2.1, which contains WCAG"
    " 2.1, levels A and AA. MIA is built for WCAG 2.2, level AA.",
    not_accessible="What is not accessible",
    what_to_do="What you can do:",
    unread="Nobody with it as a mother tongue has read the texts in {languages}. Words may be wrong or odd.\n"
    "What you can do: Ask your coordinator.",
    violations="In {language} axe-core found: {rules}.",
    shell="Something in Flutter, which MIA is built with: {what}. {issue}",
    spilled="Text has no room: {what}.",
    tests_found="What the tests have found",
    not_tried="What has not been tried",
    burden="Disproportionate burden",
    no_burden="We claim no exception under section 12 of the law.",
    beyond="What the law does not cover",
    others_words="What people write in MIA themselves, and the pictures and files that they send,"
    " are not ours to"
    " change. Nor are maps, video calls and other pages that MIA links to.",
    how_tested="How we have tested MIA",
    themselves="Those who built MIA have tested it themselves, with programs. This is a self-assessment.",
    axe="The program axe-core {axe} has looked for faults on {screens} screens, light and dark, in"
    " {languages}.",
    fewer=" On {screens} of them it has looked in {languages}, too.",
    clean=" In {languages} it found nothing in what is ours.",
    readings="What a screen reader is told is kept for {screens} screens.",
    keyboard="{journeys} ways through MIA have been walked with a keyboard alone, in {languages}.",
    again=" {again} of them were walked in {languages}, too.",
    room="{room.screens} screens have been drawn {room.width} pixels wide with text at {room.text:.0%} of the"
    " usual, in {languages}.",
    days="Days",
    tested_on="MIA was last tested {found.made}, in version {found.version}.",
    never_tested="There is no result of tests yet.",
    looked_through="The list of what falls short was gone through {day}.",
    updated="This statement was last updated {day}.",
    more_than_asked="more than the law asks",
)


def statement(found: Found) -> list[Block]:
    """All of it, as blocks."""
    return tell(found, WORDING)
