"""My consents: what counts now, what has ended, and what was passed on. Each taken back by one tap."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial

import flet as ft

from mia_companion.domain.consents import Consent, ConsentGiven
from mia_companion.i18n.words import Words, later
from mia_companion.ui import places
from mia_companion.ui.components.beside import consent_swedish, swedish
from mia_companion.ui.components.buttons import Tapped, deed_for, primary, secondary
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.consent_record import record_of
from mia_companion.ui.components.consent_words import kinds, purpose_in, said_by, whole_text
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted, said_aloud, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.consents.answer import STAYS, answers, coordinator, taken_back
from mia_companion.ui.participant.consents.passed_on import passed_on, passed_on_under

_ABOUT = later(
    "The authorities may not talk to each other about you unless you say yes. You decide who may tell whom,"
    " about what, and for how long."
)
_NONE = later(
    "So nobody may pass anything on about you. That is fine. If it would help that they plan together, you"
    " can say yes to exactly that, and take it back whenever you want."
)
_ON_SKY = ft.Colors.ON_TERTIARY_CONTAINER


@ft.component
def ConsentsScreen() -> ft.Control:
    """What counts first."""
    here = use_here()
    told = use_undo()
    t, today = here.t, here.today()

    def take_back(consent: Consent) -> None:
        told(
            here.do.consents.withdraw(consent.id),
            t("Taken back. From now on nothing more may be passed on under it."),
        )

    known = [c for c in here.view.plan().shared.consents.values() if c.last is not None]
    known.sort(key=lambda c: c.last.valid_from if c.last else today, reverse=True)
    counting = [c for c in known if _counts(c, today)]
    ended = [c for c in known if not _counts(c, today)]
    unknown = [c for c in ended if _is_unsent(here, c)]
    alike = Counter(_parties(c.last) for c in known if c.last is not None)
    card_of = partial(_card, here, alike)
    shown = [card_of(one, None) for one in unknown]
    shown += [card_of(one, partial(take_back, one)) for one in counting]
    ended = [c for c in ended if c not in unknown]
    return page(
        here,
        t("Consents"),
        [
            body(t(_ABOUT)),
            *swedish(here, lambda words: words.t(_ABOUT)),
            *(shown or [_none(here)]),
            (secondary if shown else primary)(
                t("Give a consent"), lambda: go(places.NEW_CONSENT), ft.Icons.ADD
            ),
            Folded(
                here.words.n("What has ended ({count})", "What has ended ({count})", len(ended)),
                [card_of(one, None) for one in ended],
            ),
            passed_on(here),
            way_on(
                ft.Icons.VISIBILITY_OUTLINED,
                t("Who has opened my pages"),
                places.OPENED,
                t("Which of them, and when."),
            ),
            said_aloud(""),
        ],
    )


def _counts(consent: Consent, today: date) -> bool:
    """Whether it stands: it covers something today, or will when its first day comes."""
    given = consent.given
    return given is not None and given.valid_until >= today


def _is_unsent(here: Here, consent: Consent) -> bool:
    """Whether what was said of it last is still on this device alone."""
    by = consent.given_by if consent.given is not None else consent.withdrawn_by
    return by is not None and here.view.is_waiting(by.entry)


def _none(here: Here) -> ft.Control:
    return card(
        [
            heading(here.t("You have given no consent")),
            body(here.t(_NONE)),
            *swedish(here, lambda words: words.t(_NONE), tint=_ON_SKY),
        ],
        tone=SKY,
    )


def _parties(given: ConsentGiven) -> tuple[str, str]:
    """Who may tell whom; several consents may be between the same."""
    return given.from_party, given.to_party


def _card(
    here: Here,
    alike: Mapping[tuple[str, str], int],
    consent: Consent,
    take_back: Tapped | None,
) -> ft.Control:
    """`alike` is how many there are between the same parties: of several, buttons say when something was said
    of each last."""
    given = consent.last
    if given is None:
        return ft.Container(visible=False)
    t, words = here.t, here.words
    said = said_by(given)
    names = {
        "teller": party_name(words, given.from_party),
        "told": party_name(words, given.to_party),
    }
    until = words.day(given.valid_until, here.today())
    matter = t("{teller} may tell {told}", **names)
    by = consent.last_by if alike[_parties(given)] > 1 else None

    def named(deed: str) -> str:
        which = deed_for(words, deed, matter)
        return (
            words.beside(which, words.day_and_clock(by.at, ZONE.key, here.now())) if by else which
        )

    lines: list[ft.Control] = [
        strong(matter),
        body(t("About: {categories}", categories=kinds(words, given.categories))),
        body(as_written(words, purpose_in(words, said))),
    ]
    withdrawn = consent.withdrawn_by
    if take_back is not None:
        begins = given.valid_from > here.today()
        first = words.day(given.valid_from, here.today())
        unsent = t("It is not sent yet. Your coordinator sees it when there is a connection.")
        lines += [
            *([body(t("Begins on {day}", day=first))] if begins else []),
            body(t("Ends by itself on {day}", day=until)),
            *([muted(unsent)] if _is_unsent(here, consent) else []),
            *answers(here, consent, named, take_back),
        ]
    elif withdrawn is not None and consent.given is None:
        waits = _is_unsent(here, consent)
        told = here.view.coordinator_name(withdrawn.author)
        wrote = t("{who} wrote down that you said so.", who=told)

        def taken(words: Words) -> str:
            return taken_back(words, words.day_and_clock(withdrawn.at, ZONE.key, here.now()), waits)

        lines += [body(taken(words)), *([muted(wrote)] if told else []), muted(t(STAYS))]
        lines += swedish(here, taken, lambda words: words.t(STAYS))
    else:
        lines.append(body(t("Ended on {day}", day=until)))
    whole = body(as_written(words, whole_text(words, said)))

    def record(words: Words) -> str:
        return "\n".join(record_of(here, consent, coordinator(here, consent, words), words))

    other = consent_swedish(here, lambda words: whole_text(words, said), record)
    name = t("The whole text")
    lines.append(Folded(name, [whole, *other], consent.is_asked_about, named(name)))
    lines += [muted(said) for said in record(words).splitlines()]
    lines += passed_on_under(here, consent.id)
    return card(lines, gap=6)
