from datetime import UTC, datetime

import pytest

from gateway.pulse import Pulse

pytestmark = pytest.mark.anyio

NOW = datetime(2027, 2, 26, 1, 0, tzinfo=UTC)


class Heart:
    """Seconds that pass, and a wake-up that may fail."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.woken: list[datetime] = []
        self.is_ill = False

    def now(self) -> float:
        return self.seconds

    async def wake(self, now: datetime) -> None:
        self.woken.append(now)
        self.seconds += 5
        if self.is_ill:
            raise OSError


async def test_the_age_counts_from_the_end_of_the_last_wake_up() -> None:
    heart = Heart()
    pulse = Pulse(heart.wake, heart.now)
    heart.seconds += 30
    before = pulse.age()

    await pulse.wake(NOW)

    heart.seconds += 7
    assert (before, pulse.age()) == (30.0, 7.0)
    assert heart.woken == [NOW]


async def test_a_wake_up_that_fails_is_no_beat() -> None:
    heart = Heart()
    pulse = Pulse(heart.wake, heart.now)
    heart.is_ill = True

    with pytest.raises(OSError):  # noqa: PT011 - which one does not matter
        await pulse.wake(NOW)

    assert pulse.age() == 5.0


async def test_without_anything_to_do_it_beats_all_the_same() -> None:
    heart = Heart()
    pulse = Pulse(None, heart.now)
    heart.seconds += 60

    await pulse.wake(NOW)

    assert pulse.age() == 0.0
