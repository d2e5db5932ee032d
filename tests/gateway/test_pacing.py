import asyncio

import pytest

from gateway.pacing import PATIENCE, TELEGRAM, UNPACED, ChatHeld, Limits, Pace, Rank
from tests.gateway.stage import VirtualTime
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

ONE, OTHER = ChatId(1), ChatId(2)


async def moments(pace: Pace, time: VirtualTime, chat: ChatId | None, count: int) -> list[float]:
    """When each of so many calls, made one after the other, may go; a call takes no time."""
    gone = []
    for _ in range(count):
        async with pace.turn(chat):
            gone.append(time.seconds)
    return gone


async def test_a_chat_gets_a_small_burst_and_then_one_a_second() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)

    gone = await moments(pace, time, ONE, 6)

    assert gone == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]


async def test_a_group_gets_no_more_than_twenty_in_any_minute() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)

    gone = await moments(pace, time, ChatId(-1), 60)

    assert gone[:4] == [0.0, 0.0, 0.0, 3.5]
    assert max(sum(start <= one < start + 60 for one in gone) for start in gone) <= 20


async def test_the_burst_comes_back_as_the_chat_rests() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    await moments(pace, time, ONE, 3)
    await time.sleep(2.0)

    gone = await moments(pace, time, ONE, 3)

    assert gone == [2.0, 2.0, 3.0]


async def test_one_chat_does_not_wait_for_another() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    await moments(pace, time, ONE, 3)

    gone = await moments(pace, time, OTHER, 3)

    assert gone == [0.0, 0.0, 0.0]


async def test_told_to_wait_only_the_named_chat_waits_and_then_goes_one_by_one() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    pace.hold(ONE, 5.0)

    other = await moments(pace, time, OTHER, 1)
    held = await moments(pace, time, ONE, 2)

    assert other == [0.0]
    assert held == [5.0, 6.0]


async def test_no_more_than_thirty_calls_go_in_a_second() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)

    gone = await moments(pace, time, None, 61)

    assert [gone.count(second) for second in (0.0, 1.0, 2.0)] == [30, 30, 1]


async def test_a_slot_rests_from_the_answer_on_not_from_the_call() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=1, rest=1.0, spacing=0.0, burst=1), time, time.sleep)
    async with pace.turn(None):
        time.seconds = 5.0  # the answer took five seconds

    gone = await moments(pace, time, None, 1)

    assert gone == [6.0]


async def test_no_more_calls_are_under_way_than_there_are_slots() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=2, rest=0.0, spacing=0.0, burst=1), time, time.sleep)
    under_way, most, answered = 0, 0, asyncio.Event()

    async def call() -> None:
        nonlocal under_way, most
        async with pace.turn(None):
            under_way += 1
            most = max(most, under_way)
            if under_way == 2:
                answered.set()
            await answered.wait()
            under_way -= 1

    await asyncio.gather(*[call() for _ in range(5)])

    assert most == 2


async def test_a_slot_comes_back_after_a_call_that_failed() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=1, rest=1.0, spacing=0.0, burst=1), time, time.sleep)
    with pytest.raises(ZeroDivisionError):
        async with pace.turn(None):
            raise ZeroDivisionError

    gone = await moments(pace, time, None, 1)

    assert gone == [1.0]


async def test_switched_off_nothing_waits() -> None:
    time = VirtualTime()
    pace = Pace(UNPACED, time, time.sleep)

    await moments(pace, time, ONE, 200)

    assert time.slept == []


async def test_chats_that_rest_are_forgotten() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    for number in range(1500):
        await moments(pace, time, ChatId(number), 1)

    remembered = len(pace._spent)  # noqa: SLF001 - the bound of memory is the promise

    assert remembered <= 1001


# --- who goes first -----------------------------------------------------------------------

ONE_SLOT = Limits(slots=1, rest=1.0, spacing=0.0, burst=1)


class Queue:
    """Calls that line up behind one that holds the only slot; in which order they go."""

    def __init__(self, limits: Limits = ONE_SLOT) -> None:
        self.time = VirtualTime()
        self.pace = Pace(limits, self.time, self.time.sleep)
        self.gone: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def line_up(self, name: str, rank: Rank) -> None:
        async def call() -> None:
            async with self.pace.turn(None, rank):
                self.gone.append(name)

        self.tasks.append(asyncio.create_task(call()))
        await asyncio.sleep(0)

    async def all_gone(self) -> list[str]:
        async with asyncio.timeout(5):
            await asyncio.gather(*self.tasks)
        return self.gone


async def test_answers_go_before_urgent_reminders_these_before_others_and_boards_last() -> None:
    queue = Queue()
    async with queue.pace.turn(None):
        await queue.line_up("board", Rank.BOARD)
        await queue.line_up("usual", Rank.USUAL)
        await queue.line_up("urgent", Rank.URGENT)
        await queue.line_up("answer", Rank.ANSWER)

    assert await queue.all_gone() == ["answer", "urgent", "usual", "board"]


async def test_a_board_is_not_starved_by_answers_that_never_end() -> None:
    queue = Queue()
    async with queue.pace.turn(None):
        await queue.line_up("board", Rank.BOARD)
        for _ in range(30):
            await queue.line_up("answer", Rank.ANSWER)

    assert (await queue.all_gone()).index("board") < 10


async def test_who_cannot_go_yet_lets_the_others_pass() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=2, rest=0.0, spacing=10.0, burst=1), time, time.sleep)
    gone: list[str] = []

    async def call(name: str, chat: ChatId, rank: Rank) -> None:
        async with pace.turn(chat, rank):
            gone.append(name)

    async with asyncio.timeout(5):
        await asyncio.gather(
            call("one", ONE, Rank.ANSWER),
            call("one more", ONE, Rank.ANSWER),
            call("other", OTHER, Rank.BOARD),
        )

    assert gone == ["one", "other", "one more"]


async def test_whoever_must_not_wait_is_told_that_a_chat_is_held_and_for_how_long() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    pace.hold(ONE, PATIENCE + 5)

    with pytest.raises(ChatHeld) as held:
        async with pace.turn(ONE, is_patient=False):
            pytest.fail("went all the same")

    assert held.value.seconds == PATIENCE + 5
    assert await moments(pace, time, OTHER, 1) == [0.0]


async def test_whoever_waits_already_is_told_too_when_the_chat_is_held() -> None:
    queue = Queue()

    async def call() -> None:
        async with queue.pace.turn(ONE, is_patient=False):
            pytest.fail("went all the same")

    async with queue.pace.turn(None):
        waiting = asyncio.create_task(call())
        await asyncio.sleep(0)
        queue.pace.hold(ONE, 600.0)
        with pytest.raises(ChatHeld):
            await waiting


async def test_the_usual_rhythm_of_a_chat_is_waited_for_also_by_who_must_not_wait() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    await moments(pace, time, ChatId(-1), 3)

    async with pace.turn(ChatId(-1), is_patient=False):
        assert time.seconds == 3.5


async def test_whoever_is_cut_off_while_waiting_takes_no_slot_along() -> None:
    queue = Queue()
    async with queue.pace.turn(None):
        await queue.line_up("gone", Rank.ANSWER)
        await queue.line_up("here", Rank.ANSWER)
        queue.tasks[0].cancel()

    async with asyncio.timeout(5):
        await asyncio.gather(*queue.tasks, return_exceptions=True)
    assert queue.gone == ["here"]


async def test_a_slot_that_comes_free_as_somebody_is_cut_off_goes_to_the_next() -> None:
    queue = Queue(Limits(slots=1, rest=0.0, spacing=0.0, burst=1))
    async with queue.pace.turn(None):
        await queue.line_up("gone", Rank.ANSWER)
        await queue.line_up("here", Rank.ANSWER)
        queue.tasks.pop(0).cancel()

    assert await queue.all_gone() == ["here"]


async def test_whoever_is_cut_off_just_as_their_turn_came_gives_it_back() -> None:
    queue = Queue()
    holding = queue.pace.turn(None)
    await holding.__aenter__()
    await queue.line_up("gone", Rank.ANSWER)
    queue.time.seconds += 1.0
    await holding.__aexit__(None, None, None)
    queue.time.seconds += 1.0
    queue.pace._let_go()  # noqa: SLF001 - what its timer would do now, before the loop turns
    queue.tasks.pop().cancel()
    await queue.line_up("here", Rank.ANSWER)

    assert await queue.all_gone() == ["here"]
