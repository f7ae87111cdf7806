"""The statement in Swedish."""

from tools.statement.blocks import Block
from tools.statement.found import FULLY, NOT, PARTLY, Found
from tools.statement.telling import Wording
from tools.statement.telling import statement as tell

WORDING = Wording(
    told=lambda one: one.sv,
    untried=lambda one: one.sv,
    names={
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
    },
    and_="och",
    status={
        FULLY: "MIA är helt förenlig med lagen om tillgänglighet till digital offentlig service.",
        PARTLY: "MIA är delvis förenlig med lagen om tillgänglighet till digital offentlig service.",
        NOT: "MIA är inte förenlig med lagen om tillgänglighet till digital offentlig service.",
    },
    who={
        "no-sight": "Om du inte ser",
        "low-sight": "Om du ser dåligt",
        "no-hearing": "Om du inte hör",
        "no-voice": "Om du inte hör eller inte talar",
        "keyboard": "Om du inte kan använda mus eller pekskärm",
        "slow": "Om du behöver lång tid",
        "cognition": "Om det är svårt att läsa, minnas eller orka",
        "languages": "Om du läser ett annat språk än svenska",
    },
    untested={
        "screens": "Alla skärmar på alla språk, i ljust och mörkt läge, har inte prövats med ett program.",
        "readings": "Vad en skärmläsare får veta om skärmarna har inte prövats.",
        "keyboard": "Att använda MIA med bara tangentbord har inte prövats.",
        "room": "Stor text på smal skärm har inte prövats.",
    },
    title="Tillgänglighetsredogörelse för MIA",
    responsible="{authority} står bakom MIA. Vi vill att alla ska kunna använda MIA. Här står hur väl MIA"
    " följer lagen (2018:1937) om tillgänglighet till digital offentlig service. Här står också"
    " vad som inte fungerar, och hur du säger till. Texten gäller appen MIA på telefon och MIA i"
    " webbläsaren.",
    how_accessible="Hur tillgänglig är MIA?",
    see_technical="Vad som brister, och vad du kan göra, står under Teknisk information.",
    cannot_use="Om du inte kan använda någon del av MIA",
    other_ways="Säg det till din samordnare, eller hör av dig till oss. Du kan få det som står i MIA på ett"
    " annat sätt, till exempel på papper eller uppläst.",
    tell_us="Säg till om något brister",
    what_to_tell="Hittar du ett fel som inte står här? Eller tycker du att vi inte följer lagen? Säg till, så"
    " får vi veta det. Skriv gärna vilken skärm det gäller, och vilket hjälpmedel du använder.",
    supervision="Tillsyn",
    complain="Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Är du inte nöjd med vårt"
    " svar? Då kan du anmäla det till Digg.",
    report="Anmäl till Digg",
    technical="Teknisk information",
    standard="Kraven är de i standarden EN 301 549 V3.2.1, som bygger på WCAG 2.1,"
    " nivå A och AA. MIA är byggd för WCAG 2.2, nivå AA.",
    not_accessible="Det som inte är tillgängligt",
    what_to_do="Så kan du göra:",
    unread="Ingen med språket som modersmål har läst texterna på {languages}. Ord kan vara fel"
    " eller konstiga.\n"
    "Så kan du göra: Fråga din samordnare.",
    violations="På {language} hittade axe-core fel: {rules}.",
    shell="Ett fel i ramverket Flutter, som MIA är byggd med: {what}. {issue}",
    spilled="Text får inte plats: {what}.",
    tests_found="Fel som testerna har hittat",
    not_tried="Det som inte är prövat",
    burden="Oskäligt betungande anpassning",
    no_burden="Vi åberopar inget undantag enligt 12 § i lagen.",
    beyond="Det som inte omfattas av lagen",
    others_words="Det människor själva skriver i MIA, och bilder och filer som de skickar, styr vi inte över."
    " Det gäller också kartor, videosamtal och andra sidor som MIA länkar till.",
    how_tested="Hur vi har prövat MIA",
    themselves="De som har byggt MIA har prövat den själva, med program. Det är en självskattning.",
    axe="Programmet axe-core {axe} har sökt fel på {screens} skärmar, i ljust och mörkt läge, på"
    " {languages}.",
    fewer=" På {screens} av dem har det sökt även på {languages}.",
    clean=" På {languages} hittade det inga fel i det som är vårt.",
    readings="Vad en skärmläsare får veta är sparat för {screens} skärmar.",
    keyboard="{journeys} vägar genom MIA har gåtts med bara tangentbord, på {languages}.",
    again=" {again} av dem gicks även på {languages}.",
    room="{room.screens} skärmar har ritats {room.width} bildpunkter breda med text på {room.text:.0%} av den"
    " vanliga, på {languages}.",
    days="Dagar",
    tested_on="MIA prövades senast {found.made}, i version {found.version}.",
    never_tested="Inget resultat av tester finns än.",
    looked_through="Listan över brister gicks igenom {day}.",
    updated="Redogörelsen uppdaterades senast {day}.",
    more_than_asked="mer än lagen kräver",
)


def statement(found: Found) -> list[Block]:
    """All of it, as blocks."""
    return tell(found, WORDING)
