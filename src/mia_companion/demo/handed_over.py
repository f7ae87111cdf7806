"""Anna passes on to the municipality what Samira lets the region tell."""

from mia_companion.demo.tellers import ZONE, StoryClock, Teller
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.consent_words import ready_purpose, said_by
from mia_companion.ui.components.made_file import as_pdf
from mia_companion.ui.components.sheet_words import PAPERS, in_words


async def hand_over(clock: StoryClock, anna: Teller, who: str) -> None:
    """Some days ago, under the consent that stands."""
    clock.go(-5, 10)
    plan, swedish = anna.companion.view.plan(who), words_for(PAPERS)
    for consent in plan.shared.consents.values():
        if consent.given is None:
            continue
        asked = Asked(
            participant=who,
            consent=consent,
            chosen=consent.given.categories,
            disclosure=anna.companion.ids.new(),
            now=clock(),
            zone=ZONE,
            purpose=ready_purpose(swedish, said_by(consent.given)),
            sender="Anna Lind",
        )
        if made := sheet_for(plan, asked):
            await anna.do.passing.pass_on(
                who,
                made.sheet,
                consent.given.to_party,
                as_pdf(in_words(made.sheet, swedish), clock()),
                recipient="Vuxenutbildningen",
            )
    await anna.sync()
