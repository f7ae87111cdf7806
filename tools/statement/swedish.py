"""The statement in Swedish, in the order of the template of Myndigheten för digital förvaltning."""

from collections.abc import Iterable

from tools.statement.blocks import CONTACT, Block, heading, link, paragraph, point
from tools.statement.found import FULLY, NOT, PARTLY, Found
from tools.statement.results import called

DIGG = "https://www.digg.se/tdosanmalan"
NAMES = {
    "sv": "svenska",
    "sv-x-lattlast": "lättläst svenska",
    "en": "engelska",
    "fi": "finska",
    "ar": "arabiska",
    "fa": "persiska",
    "fa-AF": "dari",
    "so": "somaliska",
    "ti": "tigrinska",
    "uk": "ukrainska",
    "pl": "polska",
    "ckb": "sorani",
}
_STATUS = {
    FULLY: "MIA är helt förenlig med lagen om tillgänglighet till digital offentlig service.",
    PARTLY: "MIA är delvis förenlig med lagen om tillgänglighet till digital offentlig service.",
    NOT: "MIA är inte förenlig med lagen om tillgänglighet till digital offentlig service.",
}
_WHO = {
    "no-sight": "Om du inte ser",
    "low-sight": "Om du ser dåligt",
    "no-hearing": "Om du inte hör",
    "no-voice": "Om du inte hör eller inte talar",
    "keyboard": "Om du inte kan använda mus eller pekskärm",
    "slow": "Om du behöver lång tid",
    "cognition": "Om det är svårt att läsa, minnas eller orka",
    "languages": "Om du läser ett annat språk än svenska",
}
_UNTESTED = {
    "screens": "Alla skärmar på alla språk, i ljust och mörkt läge, har inte prövats med ett program.",
    "readings": "Vad en skärmläsare får veta om skärmarna har inte prövats.",
    "keyboard": "Att använda MIA med bara tangentbord har inte prövats.",
    "room": "Stor text på smal skärm har inte prövats.",
}


def statement(found: Found) -> list[Block]:
    """All of it, as blocks."""
    return [
        heading(1, "Tillgänglighetsredogörelse för MIA"),
        paragraph(
            "{authority} står bakom MIA. Vi vill att alla ska kunna använda MIA. Här står hur väl MIA"
            " följer lagen (2018:1937) om tillgänglighet till digital offentlig service. Här står också"
            " vad som inte fungerar, och hur du säger till. Texten gäller appen MIA på telefon och MIA i"
            " webbläsaren."
        ),
        heading(2, "Hur tillgänglig är MIA?"),
        paragraph(_STATUS[found.status]),
        paragraph("Vad som brister, och vad du kan göra, står under Teknisk information."),
        heading(2, "Om du inte kan använda någon del av MIA"),
        paragraph(
            "Säg det till din samordnare, eller hör av dig till oss. Du kan få det som står i MIA på ett"
            " annat sätt, till exempel på papper eller uppläst."
        ),
        CONTACT,
        heading(2, "Säg till om något brister"),
        paragraph(
            "Hittar du ett fel som inte står här? Eller tycker du att vi inte följer lagen? Säg till, så"
            " får vi veta det. Skriv gärna vilken skärm det gäller, och vilket hjälpmedel du använder."
        ),
        heading(2, "Tillsyn"),
        paragraph(
            "Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Är du inte nöjd med vårt"
            " svar? Då kan du anmäla det till Digg."
        ),
        link("Anmäl till Digg", DIGG),
        heading(2, "Teknisk information"),
        paragraph(
            f"{_STATUS[found.status]} Kraven är de i standarden EN 301 549 V3.2.1, som bygger på WCAG 2.1,"
            " nivå A och AA. MIA är byggd för WCAG 2.2, nivå AA."
        ),
        *_short(found),
        heading(3, "Det som inte är prövat"),
        *[point(_UNTESTED[name]) for name in found.untested],
        *[point(one.sv) for one in found.known.untried],
        heading(3, "Oskäligt betungande anpassning"),
        paragraph("Vi åberopar inget undantag enligt 12 § i lagen."),
        heading(3, "Det som inte omfattas av lagen"),
        paragraph(
            "Det människor själva skriver i MIA, och bilder och filer som de skickar, styr vi inte över."
            " Det gäller också kartor, videosamtal och andra sidor som MIA länkar till."
        ),
        heading(2, "Hur vi har prövat MIA"),
        *_tests(found),
        heading(2, "Dagar"),
        *_days(found),
    ]


def _short(found: Found) -> list[Block]:
    """What is not accessible, by whom it meets."""
    blocks = [heading(3, "Det som inte är tillgängligt")]
    known = found.known.shortcoming
    for who, words in _WHO.items():
        mine = [one for one in known if one.who == who]
        if mine or (who == "languages" and found.unread):
            blocks.append(heading(4, words))
        for one in mine:
            told = f"{one.sv.what} {one.sv.means}\nSå kan du göra: {one.sv.around}"
            blocks.append(point(f"{told} ({_measured(one.criterion)})"))
        if who == "languages" and found.unread:
            blocks.append(
                point(
                    f"Ingen med språket som modersmål har läst texterna på {_listed(found.unread)}. Ord"
                    " kan vara fel eller konstiga.\nSå kan du göra: Fråga din samordnare."
                )
            )
    wrong = [
        point(f"På {NAMES.get(tag, tag)} hittade axe-core fel: {_rules(found, tag)}.")
        for tag in found.violating
    ]
    shell = [
        point(f"Ett fel i ramverket Flutter, som MIA är byggd med: {one.said}. {one.issue}")
        for one in found.results.shell
    ]
    room = found.results.room
    spilled = [
        point(f"Text får inte plats: {called(one)}.") for one in (room.spilled if room else ())
    ]
    if wrong or shell or spilled:
        blocks += [heading(4, "Fel som testerna har hittat"), *wrong, *shell, *spilled]
    return blocks


def _tests(found: Found) -> list[Block]:
    results = found.results
    blocks = [
        paragraph(
            "De som har byggt MIA har prövat den själva, med program. Det är en självskattning."
        )
    ]
    if found.tested:
        clean = [tag for tag in found.tested if tag not in found.violating]
        outcome = f" På {_listed(clean)} hittade det inga fel i det som är vårt." if clean else ""
        blocks.append(
            point(
                f"Programmet axe-core {results.axe} har sökt fel på {results.screens} skärmar, i ljust och"
                f" mörkt läge, på {_listed(found.tested)}.{outcome}"
            )
        )
    if results.readings:
        blocks.append(
            point(f"Vad en skärmläsare får veta är sparat för {results.readings} skärmar.")
        )
    if results.keyboard and results.keyboard.journeys:
        blocks.append(
            point(
                f"{results.keyboard.journeys} vägar genom MIA har gåtts med bara tangentbord, på"
                f" {_listed(results.keyboard.languages)}."
            )
        )
    if (room := results.room) and room.screens:
        blocks.append(
            point(
                f"{room.screens} skärmar har ritats {room.width} bildpunkter breda med text på"
                f" {room.text:.0%} av den vanliga, på {_listed(room.languages)}."
            )
        )
    return blocks


def _days(found: Found) -> list[Block]:
    results = found.results
    tested = (
        f"MIA prövades senast {results.made}, i version {results.version}."
        if results.made
        else "Inget resultat av tester finns än."
    )
    return [
        paragraph(f"{tested} Listan över brister gicks igenom {found.known.looked_through}."),
        paragraph(f"Redogörelsen uppdaterades senast {found.updated}."),
    ]


def _listed(tags: Iterable[str]) -> str:
    names = [NAMES.get(tag, tag) for tag in tags]
    return " och ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _measured(criterion: str) -> str:
    if criterion.startswith("beyond"):
        return "mer än lagen kräver"
    return criterion if criterion.startswith("EN") else f"WCAG {criterion}"


def _rules(found: Found, tag: str) -> str:
    return ", ".join(map(called, found.results.languages[tag].violations))
