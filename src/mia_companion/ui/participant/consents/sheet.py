"""One thing that was passed on about me: every word of it, under which consent, and the paper itself."""

from textwrap import wrap

import flet as ft

from mia_companion.app.actions.passing import TAKEN, Standing, standing
from mia_companion.domain.rights import SHARED
from mia_companion.domain.sheets import read_sheet
from mia_companion.i18n.bidi import from_left
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.consent_words import kinds
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.handed_out import Given, HandedOut
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sheet_view import sheet_view
from mia_companion.ui.components.sheet_words import in_words
from mia_companion.ui.components.texts import body, muted, strong
from mia_companion.ui.context import ZONE, Here, go, use_here

_GROUP = 8
"""Signs of a fingerprint that stand together."""


@ft.component
def SheetScreen() -> ft.Control:
    """In the person's own language; the paper itself is in Swedish."""
    here = use_here()
    t = here.t
    known = standing(here.view, ft.use_route_params().get("disclosure", ""))
    if known is None or known.disclosure is None or known.state != TAKEN:
        away = quiet(t("What was passed on"), lambda: go(places.PASSED_ON))
        return page(here, t("That is not here any more."), [away])
    to = party_name(here.words, known.fact.to_party)
    return page(here, t("To {party}", party=to), [_about(here, known), *_content(here, known)])


def _about(here: Here, known: Standing) -> ft.Control:
    t, words, fact, said = here.t, here.words, known.fact, known.disclosure
    lines: list[ft.Control] = []
    if said is not None:
        who = here.view.coordinator_name(said.by.author) or t("Your coordinator")
        when = words.day_and_clock(said.by.at, ZONE.key, here.now())
        lines.append(strong(t("{who}, {time}", who=who, time=when)))
    if fact.recipient:
        lines.append(body(t("To: {party}", party=as_written(words, fact.recipient))))
    lines.append(body(t("About: {categories}", categories=kinds(words, fact.categories))))
    if fact.about:
        lines.append(body(as_written(words, fact.about)))
    lines.append(_consent(here, known))
    lines.append(ft.Row([quiet(t("My consents"), lambda: go(places.CONSENTS))], wrap=True))
    return card(lines, gap=6)


def _consent(here: Here, known: Standing) -> ft.Control:
    """As it was when the sheet was made, and that it was taken back since, if it was."""
    t, words = here.t, here.words
    consent = here.view.plan().shared.consents.get(known.fact.consent_id)
    if consent is None or consent.last is None:
        return muted(t("The consent for this is not here any more."))
    teller, told = consent.last.from_party, consent.last.to_party
    under = t(
        "Under your consent: {teller} may tell {told}.",
        teller=party_name(words, teller),
        told=party_name(words, told),
    )
    since = t("You have taken it back since.") if consent.given is None else ""
    return muted(f"{under} {since}".strip())


def _content(here: Here, known: Standing) -> list[ft.Control]:
    t = here.t
    sheet = read_sheet(known.fact.sheet) if known.fact.sheet else None
    if not known.fact.sheet:
        return [body(t("This was told in words, and no paper was given."))]
    if sheet is None:
        return [
            body(t("A newer MIA wrote this. You can read it here when this one is up to date."))
        ]
    given = Given(known, here.view.journal(SHARED) or "")
    proof = t(
        "Each file has a fingerprint, and it stands in your history. Yours and theirs have the same."
        " Paper: {paper}. File: {file}.",
        paper=" ".join(_in_groups(one.sha256) for one in known.fact.attachments),
        file=_in_groups(known.fact.sha256),
    )
    return [
        body(t("This is every word that they got. What they got is in Swedish.")),
        sheet_view(in_words(sheet, here.words), 2),
        HandedOut(given),
        Folded(t("How to see that it is the same"), [muted(proof)]),
    ]


def _in_groups(fingerprint: str) -> str:
    """As two people compare it, so that no line is longer than the page."""
    return from_left(" ".join(wrap(fingerprint, _GROUP)))
