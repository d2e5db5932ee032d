"""The morning of a crowd, against a server that keeps Telegram's limits and refuses what is too much."""

from pathlib import Path

from bench.morning import measure


def test_six_hundred_people_and_sixty_groups_hear_at_nine_as_fast_as_the_limits_allow(
    tmp_path: Path,
) -> None:
    morning = measure(tmp_path, people=600, groups=60)

    assert morning.told == 660
    assert morning.refused == 0
    assert morning.ratio <= 1.1
    assert morning.slowest_answer < 1.5
