"""One's own caseload as a table: what its columns are called, and what stands in them."""

from collections.abc import Sequence

from mia_companion.domain.caseload_lines import caseload_line
from mia_companion.i18n.words import later
from mia_companion.paper.tables import Cell, Table
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.support_words import result_name, sort_name
from mia_companion.ui.context import ZONE, Here

COLUMNS = (
    later("Name or code"),
    later("Language"),
    later("Start"),
    later("Under way"),
    later("Finish"),
    later("Result"),
    later("Follow-up"),
    later("Result at the follow-up"),
    later("Next appointment"),
    later("With"),
    later("Open goals"),
    later("Open steps"),
)
"""What a follow-up system needs, and nothing else."""


def table_of(here: Here, people: Sequence[str]) -> Table:
    """A line for each, as it stands now; those with a protected identity by their code."""
    words = here.words
    return Table(
        title=words.t("Participants"),
        headings=[words.t(one) for one in COLUMNS],
        rows=[_cells(here, one) for one in people],
        rtl=words.rtl,
    )


def _cells(here: Here, person: str) -> list[Cell]:
    words = here.words
    line = caseload_line(here.state.view.plan(person), person, here.now(), ZONE)
    return [
        line.name,
        line.language,
        line.start,
        words.listing(sort_name(words, one) for one in line.interventions),
        line.finish,
        result_name(words, line.result),
        line.follow_up,
        result_name(words, line.follow_up_result),
        line.next_appointment,
        party_name(words, line.next_party) if line.next_party else "",
        line.open_goals,
        line.open_steps,
    ]
