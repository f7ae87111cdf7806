"""Somebody who works for the association: what they are here, and what may be done."""

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from mia_companion.domain import rights
from mia_companion.i18n.bidi import from_left
from mia_companion.ui.administrator.deeds import BY, deeds_path
from mia_companion.ui.administrator.login_link import LinkWay
from mia_companion.ui.administrator.looking import use_person
from mia_companion.ui.administrator.paths import member_path
from mia_companion.ui.administrator.rows import follows, last_here, role_name
from mia_companion.ui.components.buttons import Tapped, quiet, secondary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, muted, strong
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP
from mia_companion.wire.administration import StaffMember


@ft.component
def PersonScreen() -> ft.Control:
    """Counts, and nothing of whom they follow."""
    here, id_ = use_here(), ft.use_route_params().get("account", "")
    who = here.view.administration.member(id_)
    title = as_written(here.words, who.name) if who else here.t("Account")
    return staff_page(here, title, use_person(here, id_, lambda who: _shown(here, who)))


def _shown(here: Here, who: StaffMember) -> Sequence[ft.Control]:
    facts = card([strong(role_name(here, who.role)), *map(body, _facts(here, who))], gap=4)
    return [facts, *_deeds(here, who), *([] if who.ended else [keyed(who.id, LinkWay, who)])]


def _facts(here: Here, who: StaffMember) -> list[str]:
    t, words = here.t, here.words

    def day(at: datetime) -> str:
        return words.day(at.astimezone(ZONE).date(), here.today())

    lines = [t("Has had an account since {day}", day=day(who.since))]
    if who.ended is not None:
        return [*lines, t("Ended {day}", day=day(who.ended))]
    lines = [who.email, *([from_left(who.phone)] if who.phone else []), *lines]
    if who.role == rights.COORDINATOR:
        lines.append(follows(here, who.participants))
    lines.append(last_here(here, who))
    if len(who.seen) > 1:
        lines.append(words.n("On {count} device", "On {count} devices", len(who.seen)))
    if who.password_given:
        lines.append(t("Has not chosen a password of their own yet"))
    return lines


def _deeds(here: Here, who: StaffMember) -> list[ft.Control]:
    t, account = here.t, here.view.account
    done = secondary(t("What they have done"), lambda: go(deeds_path(BY, who.id)), ft.Icons.HISTORY)
    if who.ended is not None:
        return [ft.Row([done], wrap=True)]

    def to(deed: str) -> Tapped:
        return lambda: go(member_path(who, deed))

    oneself = account is not None and account.id == who.id
    deeds = [secondary(t("Change name or phone"), to("change"), ft.Icons.EDIT_OUTLINED)]
    if who.role != rights.COORDINATOR:
        deeds = [secondary(t("Change the name"), to("change"), ft.Icons.EDIT_OUTLINED)]
    if not oneself:
        deeds.append(secondary(t("Give a new password"), to("password"), ft.Icons.KEY_OUTLINED))
    if who.participants:
        deeds.append(secondary(t("Hand over all participants"), to("move"), ft.Icons.SWAP_HORIZ))
    deeds.append(done)
    lines: list[ft.Control] = [ft.Row(list(deeds), wrap=True, spacing=GAP, run_spacing=GAP)]
    if oneself:
        lines.append(muted(t("This is you. Another administrator can end your account.")))
    else:
        lines.append(ft.Row([quiet(t("End the account"), to("end"))], wrap=True))
    return lines
