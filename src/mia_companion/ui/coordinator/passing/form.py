"""What a coordinator has chosen to pass on, held each time to what stands now."""

from mia_companion.domain.consents import Consent
from mia_companion.domain.passing import Asked, Made, sheet_for
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.consent_words import ready_purpose, said_by
from mia_companion.ui.components.forms import Form
from mia_companion.ui.components.sheet_words import PAPERS
from mia_companion.ui.context import ZONE, Here


class PassForm(Form):
    """Something that may be passed on. `left` are the kinds of information that are left out."""

    to_party: str = ""
    consent: str = ""
    left: tuple[str, ...] = ()
    recipient: str = ""


def counting(here: Here, person: str) -> list[Consent]:
    """Those that cover something today, as far as this device knows, the first given first."""
    today, every = here.today(), here.view.plan(person).shared.consents.values()
    found = [
        (one.given_by.at, one.id, one) for one in every if one.given_by and one.counts_on(today)
    ]
    return [one for *_, one in sorted(found, key=lambda one: one[:2])]


def party_of(form: PassForm, counting: list[Consent]) -> str:
    """The one that was chosen while a consent is for it, or the first for which there is one."""
    told = [one.given.to_party for one in counting if one.given]
    return form.to_party if form.to_party in told else next(iter(told), "")


def consent_of(form: PassForm, counting: list[Consent], to: str) -> Consent | None:
    """The one that was chosen while it counts and is for that party, or the first that is."""
    fitting = [one for one in counting if one.given and one.given.to_party == to]
    chosen = (one for one in fitting if one.id == form.consent)
    return next(chosen, next(iter(fitting), None))


def made_of(here: Here, person: str, under: Consent, form: PassForm) -> Made | None:
    """What would be passed on; None where nothing is chosen."""
    given, account = under.given, here.view.account
    if given is None or account is None:
        return None
    asked = Asked(
        participant=person,
        consent=under,
        chosen=[one for one in given.categories if one not in form.left],
        disclosure=form.id,
        now=here.now(),
        zone=ZONE,
        purpose=ready_purpose(words_for(PAPERS), said_by(given)),
        sender=here.view.coordinator_name(account.id),
    )
    return sheet_for(here.view.plan(person), asked)
