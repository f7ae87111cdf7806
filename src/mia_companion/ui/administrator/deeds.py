"""What those who work for the association have done. Participants stand here as codes, and nothing of what
anybody has written."""

from dataclasses import dataclass, replace

import flet as ft

from mia_companion.domain.protection import code_of
from mia_companion.domain.rights import SERVER
from mia_companion.ui import places
from mia_companion.ui.administrator.deed_words import deed_words
from mia_companion.ui.administrator.looking import use_looked
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.staff_page import staff_page
from mia_companion.ui.components.texts import body, live, muted, strong
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.wire.deeds import Deed, Deeds

BY, ABOUT = "by", "about"


def deeds_path(whose: str = "", who: str = "") -> str:
    """All, or those BY or ABOUT somebody."""
    return f"{places.DEEDS}/{whose}/{who}" if who else places.DEEDS


@ft.component
def DeedsScreen() -> ft.Control:
    """All of the association's, or those by or about somebody."""
    here, params = use_here(), ft.use_route_params()
    whose, who = params.get("whose", ""), params.get("who", "")
    inside = use_looked(here, lambda _: [keyed(f"{whose}/{who}", DeedList, whose, who)])
    return staff_page(here, _title(here, whose, who), inside)


def _title(here: Here, whose: str, who: str) -> str:
    if whose == BY:
        return here.t("What {name} has done", name=_name(here, who) or here.t("somebody"))
    if whose == ABOUT:
        return here.t("What has been done about {name}", name=_name(here, who) or code_of(who))
    return here.t("What has been done")


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What was fetched behind an answer, whether there is more, and why there is not yet."""

    behind: Deeds | None = None
    deeds: tuple[Deed, ...] = ()
    more: bool = False
    problem: str = ""


@ft.component
def DeedList(whose: str, who: str) -> ft.Control:
    """The newest first, and earlier ones as they are asked for."""
    here = use_here()
    by, about = (who if whose == one else "" for one in (BY, ABOUT))
    ask = here.do.administration.deeds
    found, again = use_asked(lambda: ask(by=by, about=about), here.state.returned)
    earlier, set_earlier = ft.use_state(_Earlier())
    if not isinstance(found, Deeds):
        return stack(not_there(here, found, again))
    # Asked anew: what was fetched behind the last answer is not shown behind this one.
    now = earlier if earlier.behind is found else _Earlier(found, more=found.more)
    lines = (*found.deeds, *now.deeds)

    async def fetch() -> None:
        next_ones = await ask(by=by, about=about, before=lines[-1].number)
        if isinstance(next_ones, Deeds):
            set_earlier(_Earlier(found, (*now.deeds, *next_ones.deeds), next_ones.more))
        else:
            set_earlier(replace(now, behind=found, problem=next_ones))

    shown: list[ft.Control] = [
        body(
            here.t(
                "Everyone who works here leaves a line by what they do. A participant is a code here."
            )
        ),
        *(_line(here, one, who) for one in lines),
    ]
    if not lines:
        shown.append(body(here.t("Nothing has been done yet.")))
    if now.problem:
        told = body(asked_sentence(here.words, now.problem))
        shown.append(live(told))
    if now.more:
        shown.append(
            ft.Row([secondary(here.t("Show more"), fetch, ft.Icons.EXPAND_MORE)], wrap=True)
        )
    return stack(shown)


def _line(here: Here, one: Deed, shown_for: str) -> ft.Control:
    words, name = deed_words(here, one.what), _about(here, one)
    by = here.t("The server") if one.by == SERVER else _name(here, one.by) or here.t("somebody")
    when = here.words.day_and_clock(one.at, ZONE.key, here.now())
    told = here.words.beside(name, by, when)
    if not name or one.about == shown_for:
        return card([strong(words), muted(told)], gap=2)
    return way_on(_ICONS[one.kind], words, deeds_path(ABOUT, one.about), told)


_ICONS = {
    "participant": ft.Icons.PERSON_OUTLINED,
    "staff": ft.Icons.BADGE_OUTLINED,
    "site": ft.Icons.HOME_WORK_OUTLINED,
    "other": ft.Icons.CIRCLE_OUTLINED,
}


def _about(here: Here, one: Deed) -> str:
    if one.kind == "participant":
        return code_of(one.about)
    return _name(here, one.about) if one.about != one.by else ""


def _name(here: Here, id_: str) -> str:
    """Somebody who works here, or a site; empty for anything else."""
    now = here.view.administration
    found = now.member(id_) or now.site(id_)
    return as_written(here.words, found.name) if found else ""
