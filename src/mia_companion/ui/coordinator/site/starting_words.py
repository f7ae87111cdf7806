"""Ready words for a team that has none yet: short, warm, plain. Taken once, they are the site's own."""

import flet as ft

from mia_companion.domain.directory import MessageTemplateListed
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here

STARTING_WORDS = tuple(
    MessageTemplateListed(template_id=f"start-{id_}", title=title, words=words)
    for id_, title, words in (
        (
            "welcome",
            "Välkommen",
            "Hej {name}! Välkommen hit. Skriv när du vill, om stort och smått. Jag svarar när jag är"
            " på jobbet.",
        ),
        (
            "seen",
            "Jag har läst och svarar snart",
            "Hej {name}! Tack för att du skrev. Jag har läst det, och jag svarar så snart jag kan.",
        ),
        (
            "how-are-you",
            "Hur går det?",
            "Hej {name}! Hur har du det? Skriv gärna en rad, om du orkar.",
        ),
        (
            "tomorrow",
            "Vi ses i morgon",
            "Hej {name}! Vi ses i morgon. Hör av dig om något inte passar, så hittar vi en annan tid.",
        ),
        (
            "new-time",
            "En ny tid",
            "Det går bra att byta tid. Vilka dagar passar dig bäst?",
        ),
        (
            "missed",
            "Vi missade varandra",
            "Hej {name}! Vi missade varandra i dag. Det gör ingenting. Vill du ha en ny tid?",
        ),
        ("call", "Kan jag ringa?", "Hej {name}! Kan jag ringa dig? Skriv när det passar."),
        (
            "letter",
            "Ett brev du undrar över",
            "Skicka gärna en bild på brevet här, så läser vi det tillsammans.",
        ),
        (
            "rest",
            "Ta det lugnt",
            "Tack för att du berättar. Ta den tid du behöver. Inget är bråttom, och jag finns kvar.",
        ),
        ("well-done", "Bra gjort", "Vad bra gjort, {name}! Det var ett steg på vägen."),
    )
)
"""In Swedish, which the team writes in; each with an id of its own, so that two who take them at the same
time list them once."""


@ft.component
def StartingWords() -> ft.Control:
    """One tap lists them all."""
    here = use_here()
    told = use_undo()

    def begin() -> None:
        done = here.do.message_templates.begin_with(STARTING_WORDS)
        told(done, here.t("They are the team's own now."))

    words = here.words.n(
        "Begin with {count} ready message", "Begin with {count} ready messages", len(STARTING_WORDS)
    )
    about = here.t("Short and friendly, in Swedish. Change them or take them away as you like.")
    button = ft.Row([primary(words, begin, ft.Icons.PLAYLIST_ADD)], wrap=True)
    return stack([muted(about), button], gap=8)
