"""What a coordinator says is passed on: a true sheet, made from what their device has read, or a lie."""

import json
import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from mia_companion.domain.areas import INFO_CATEGORIES
from mia_companion.domain.consents import ConsentGiven
from mia_companion.domain.disclosures import PassedOn, hash_of
from mia_companion.domain.facts import write_fact
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.plan import Plan
from mia_companion.domain.sheets import SheetGoal, SheetTime, read_sheet, write_sheet
from tests.server.world import unique
from tests.torture.consent_people import People

_ZONE = ZoneInfo("Europe/Stockholm")
PARTIES = ("insurance", "employment", "municipality")


def some(chance: random.Random) -> tuple[str, ...]:
    """Some kinds of information."""
    return tuple(chance.sample(INFO_CATEGORIES, chance.randint(1, 4)))


def sheet_claim(people: People, consent: str, chance: random.Random) -> str | None:
    """As the app makes it, by what its device knows of the consent; None where it makes none."""
    hand = people.coordinator
    known = hand.picture.consents.get(consent)
    if known is None or known.given is None:
        return None
    asked = Asked(
        participant=people.participant,
        consent=known,
        chosen=known.given.categories if chance.random() < 0.5 else some(chance),
        disclosure=unique("disclosure"),
        now=hand.person.world.clock.now,
        zone=_ZONE,
    )
    made = sheet_for(Plan(shared=hand.picture), asked)
    if made is None:
        return None
    text = write_sheet(made.sheet)
    return write_fact(
        PassedOn(
            disclosure_id=asked.disclosure,
            consent_id=consent,
            to_party=known.given.to_party,
            categories=made.sheet.categories,
            sheet=text,
            sha256=hash_of(text),
        )
    )


def bare_claim(consent: str, given: dict[str, Any] | None, chance: random.Random) -> str:
    """Told in words: what stands, or that with one thing of it wrong, or whatever there is nothing for."""
    named = tuple(given["categories"]) if given else some(chance)
    party = given["to_party"] if given else chance.choice(PARTIES)
    wrong = chance.randrange(5)
    if wrong == 1:
        party = chance.choice([one for one in PARTIES if one != party])
    if wrong == 2:
        named = (*named, *some(chance))
    return write_fact(
        PassedOn(
            disclosure_id=unique("disclosure"),
            consent_id=unique("consent") if wrong == 3 else consent,
            to_party=party,
            categories=tuple(chance.sample(named, chance.randint(1, len(named)))),
        )
    )


def given(consent: str, today: date, chance: random.Random) -> ConsentGiven:
    """For most often now."""
    first = today + timedelta(days=chance.choice((-30, -1, 0, 0, 0, 0, 0, 1)))
    last = today + timedelta(days=chance.choice((-1, 0, 1, 60, 60, 60, 60, 60)))
    return ConsentGiven(
        consent_id=consent,
        from_party=chance.choice(("region", "insurance")),
        to_party=chance.choice(PARTIES),
        categories=some(chance),
        purpose="Planera tillsammans",
        valid_from=first,
        valid_until=last,
        language="sv",
        text_version="1",
    )


def disguised(body: str, chance: random.Random) -> str:
    """The same, spelled so that it does not look like it."""
    letter = chance.randrange(len("PassedOn"))
    spelled = "PassedOn"[:letter] + f"\\u{ord('PassedOn'[letter]):04x}" + "PassedOn"[letter + 1 :]
    return body.replace("PassedOn", spelled, 1)


def smuggled(body: str, chance: random.Random) -> str:
    """The claim with one more thing on its sheet, for which a yes may be missing."""
    said = json.loads(body)
    sheet = read_sheet(said["sheet"])
    assert sheet is not None
    goal = SheetGoal(area="health", words="hemlig-halsa")
    time = SheetTime(
        starts_at=datetime(2031, 1, 1, 9, tzinfo=UTC),
        zone="Europe/Stockholm",
        party=sheet.from_party,
        way="phone",
        title=f"hemlig-tid-{'region' if sheet.from_party == 'region' else 'kassan'}",
    )
    more = {"goals": (goal,)} if chance.random() < 0.5 else {"times": (time,)}
    said["sheet"] = write_sheet(sheet.model_copy(update=more))
    said["sha256"] = hash_of(said["sheet"])
    return json.dumps(said)


def lie(body: str, chance: random.Random) -> str:
    """The claim with a sheet that is not what it is said to be: refused, whatever was consented to."""
    said = json.loads(body)
    sheet = json.loads(said["sheet"])
    which = chance.randrange(6)
    if which == 0:
        sheet["note"] = "hemlig-ord bredvid"
    elif which == 1:
        sheet["to_party"] = "other"
    elif which == 2:
        sheet["consent_id"] = unique("consent")
    elif which == 3:
        sheet["goals"] = [{"area": "unknown", "words": "hemlig-halsa"}]
    elif which == 4:
        sheet["categories"] = [*sheet["categories"], "everything"]
    else:
        sheet["times"] = [
            {
                "starts_at": "2031-01-01T09:00:00Z",
                "zone": "Europe/Stockholm",
                "party": "somebody",
                "way": "phone",
            }
        ]
    said["sheet"] = json.dumps(sheet, separators=(",", ":"), ensure_ascii=False)
    said["sha256"] = hash_of(said["sheet"])
    return json.dumps(said)
