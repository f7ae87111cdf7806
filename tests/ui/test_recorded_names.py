"""What waits to be sent has a name of its own, whatever it is."""

from mia_companion.domain.facts import KINDS
from mia_companion.domain.rights import OWN, PARTICIPANT, SHARED, may_write
from mia_companion.ui.participant.me.recorded import WHAT


def test_everything_that_a_participant_may_write_has_a_name() -> None:
    theirs = {
        kind for kind in KINDS if any(may_write(PARTICIPANT, one, kind) for one in (SHARED, OWN))
    }
    assert set(WHAT) == theirs
    assert len(set(WHAT.values())) == len(WHAT)
