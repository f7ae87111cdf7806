"""A server that comes back with less than its devices know, or as another one: nothing is wiped on any
device, what it lacks is sent again, and a person is told the truth.

Each disaster ends with the right server, and with everybody even.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.torture import disasters, disasters_beside, impostors
from tests.torture.printed import Told
from tests.torture.restored import Story
from tests.torture.restored_postgres import OnPostgres, a_cluster
from tests.torture.sizes import times
from tests.world import a_world

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

DISASTERS: list[Callable[[Story], Awaitable[None]]] = [
    disasters.an_older_database,
    disasters.an_older_folder_and_nobody_sees_it,
    disasters.an_older_folder_in_which_others_wrote_first,
    disasters.an_older_folder_of_which_an_administrator_tells,
    disasters.the_same_backup_twice,
    disasters.back_to_the_future_of_another_branch,
    disasters.an_empty_folder,
    disasters.an_empty_database_beside_the_ledger,
    disasters.a_database_cut_off,
    disasters.a_database_without_its_log,
    disasters.another_tenants_server,
    disasters.another_tenants_database,
    disasters_beside.a_ledger_that_is_missing,
    disasters_beside.a_ledger_cut_short,
    disasters_beside.keys_older_than_the_database,
    disasters_beside.a_database_older_than_the_keys,
    disasters_beside.without_the_key_of_receipts,
    disasters_beside.taken_away_and_given_back,
    disasters_beside.a_clock_far_back,
    disasters.the_database_replaced_under_a_running_server,
    impostors.another_server_answers_in_its_place,
    impostors.a_login_page_answers_in_its_place,
    impostors.a_stale_copy_answers_in_its_place,
    impostors.somebody_elses_tokens,
    impostors.answers_that_say_nothing,
    impostors.heads_below_ones_own,
    impostors.gone_with_a_wrong_proof,
    impostors.everything_gone_with_another_devices_proofs,
    impostors.everything_said_to_be_new,
]
COUNTED: Counter[str] = Counter()


@pytest.mark.parametrize("disaster", DISASTERS, ids=lambda one: str(one.__name__))
async def test_nothing_is_wiped_by(
    disaster: Callable[[Story], Awaitable[None]], tmp_path: Path
) -> None:
    async with a_world(tmp_path) as world:
        story = await Story(world).begin()
        await disaster(story)
        await story.ends_well()
    COUNTED.update(disasters=1, looks=story.looks, entries=story.entries, told=story.told)


ON_POSTGRES = [
    (disasters.an_older_database, False),
    (disasters.an_older_folder_in_which_others_wrote_first, True),
    (disasters.an_older_database, True),
]
"""With a copy of the whole cluster, or dumped and loaded."""


@pytest.mark.postgres
@pytest.mark.parametrize(("disaster", "dumped"), ON_POSTGRES[: times(2, 3)])
async def test_nor_on_postgresql_by(
    disaster: Callable[[Story], Awaitable[None]], dumped: bool, tmp_path: Path
) -> None:
    with a_cluster() as cluster:
        async with a_world(tmp_path, cluster.url) as world:
            story = await OnPostgres(world, cluster, dumped=dumped).begin()
            await disaster(story)
            await story.ends_well()
    COUNTED.update(postgres=1, looks=story.looks, entries=story.entries, told=story.told)


@pytest.mark.postgres  # so that it comes last
def test_and_of_all_of_them_this_is_told(tell: Told) -> None:
    assert COUNTED["disasters"] == len(DISASTERS) >= 20
    assert COUNTED["told"] >= 20
    tell(
        7,
        "A server restored from an older backup, in part, twice, as another one; what answers is another",
        f"{COUNTED['disasters']} disasters, {COUNTED['postgres']} of them on PostgreSQL, too,"
        f" {COUNTED['looks']} looks into devices",
        f"0 of {COUNTED['entries']} entries wiped, all even in the end, {COUNTED['told']} told on a screen",
    )
