import asyncio

import pytest

from gateway.failures import TokenRevoked
from gateway.rounds import Round, Rounds
from tests.gateway.stage import VirtualTime

pytestmark = pytest.mark.anyio


class Job:
    """Counts how often it is done; says each time what the test has told it to."""

    def __init__(self, *answers: float | Exception | None) -> None:
        self.answers = list(answers)
        self.done = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = asyncio.Event()
        self.rested = asyncio.Event()

    async def __call__(self) -> float | None:
        self.done += 1
        self.begun.set()
        await self.gate.wait()
        answer = self.answers.pop(0)
        if not self.answers:
            self.rested.set()
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_nothing_is_done_before_a_poke_and_a_poke_before_the_start_is_not_lost() -> None:
    poked, unpoked = Job(None), Job(None)
    rounds = [Round(poked), Round(unpoked)]
    rounds[0].poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds(rounds)
        running.start(tasks)
        await poked.rested.wait()
        await running.stop(5)

    assert (poked.done, unpoked.done) == (1, 0)


async def test_pokes_during_the_work_make_it_be_done_once_more() -> None:
    job = Job(None, None)
    job.gate.clear()
    one = Round(job)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await job.begun.wait()
        running.poke()
        running.poke()
        job.gate.set()
        await job.rested.wait()
        await running.stop(5)

    assert job.done == 2


async def test_who_has_only_done_a_part_is_not_at_rest_before_the_whole() -> None:
    job = Job(0, 0, None)
    one = Round(job)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await running.rest()
        done = job.done
        await running.stop(5)

    assert done == 3


async def test_it_is_done_again_when_it_wanted_to() -> None:
    time = VirtualTime()
    job = Job(10.0, 2.5, None)
    one = Round(job, time.sleep)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await job.rested.wait()
        await running.stop(5)

    assert time.slept == [10.0, 2.5]


async def test_work_that_fails_is_done_at_the_next_poke(caplog: pytest.LogCaptureFixture) -> None:
    job = Job(OSError("disk"), None)
    one = Round(job)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await job.begun.wait()
        running.poke()
        await job.rested.wait()
        await running.stop(5)

    assert job.done == 2
    assert "round failed" in caplog.messages


async def test_work_that_fails_is_done_again_without_a_poke_after_longer_and_longer_waits() -> None:
    time = VirtualTime()
    job = Job(OSError("disk"), OSError("disk"), 10.0, OSError("disk"), None)
    one = Round(job, time.sleep)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await job.rested.wait()
        await running.stop(5)

    assert time.slept == [0.5, 1.0, 10.0, 0.5]


async def test_a_revoked_token_ends_it() -> None:
    one = Round(Job(TokenRevoked("new token, please")))
    one.poke()

    with pytest.raises(TokenRevoked):
        await one.run()


async def test_stopping_waits_for_the_work_but_not_for_ever() -> None:
    job = Job(None)
    job.gate.clear()
    one = Round(job)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await job.begun.wait()
        await running.stop(0.01)

    assert job.done == 1
    assert not job.rested.is_set()


async def test_it_can_be_waited_for_until_what_was_poked_for_is_done() -> None:
    job = Job(None, None)
    job.gate.clear()
    one = Round(job)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        waiting = asyncio.create_task(running.rest())
        await job.begun.wait()
        one.poke()
        assert not waiting.done()
        job.gate.set()
        await waiting
        await running.stop(5)

    assert job.done == 2


async def test_what_went_wrong_is_told() -> None:
    told = list[Exception]()
    trouble = OSError("disk")
    one = Round(Job(trouble), failed=told.append)
    one.poke()

    async with asyncio.TaskGroup() as tasks:
        running = Rounds([one])
        running.start(tasks)
        await running.rest()
        await running.stop(5)

    assert told == [trouble]
