"""What a person has set on the device and what they chose in the app, together."""

import pytest

from mia_companion.ui.components.text_scale import in_the_theme


@pytest.mark.parametrize(
    ("chosen", "system", "together"),
    [(2, 1, 2), (1, 2, 2), (1.25, 1.2, 1.5), (2, 1.3, 2), (2, 2, 2), (1.5, 3, 3), (1, 1, 1)],
)
def test_both_count_up_to_twice_and_the_device_is_never_made_smaller(
    chosen: float, system: float, together: float
) -> None:
    assert in_the_theme(chosen, system) * system == pytest.approx(together)
