"""A person who ticks without end, and remembers what was sent and what the bot acknowledged."""

import re
from dataclasses import dataclass, field

from localchat.person import Bubble
from localchat.server import LocalChat
from tests.e2e.papers import pdf
from tests.e2e.talker import Talker, open_case

SEATS, PAPER, NATURE = "seats_total", "account_custody", "company_nature"
OPTIONS = ("state", "private")
WINDOW = 3
"""So many ticks are under way before their acknowledgements are waited for."""

PATIENCE = 60.0
"""Seconds to wait for an acknowledgement, a restart on a busy machine included."""

_SAID = {
    SEATS: re.compile(r"坐席总数.*?([\d,]+) 席", re.DOTALL),
    PAPER: re.compile(r"(\d+)\.pdf"),
    NATURE: re.compile(r"企业性质.*?第 (\d+) 版", re.DOTALL),
}


@dataclass
class Ticks:
    """The numbers sent for one item, 1, 2, 3 …, and how far the bot has acknowledged them."""

    sent: int = 0
    seen: set[int] = field(default_factory=set)


class Ticker:
    """Answers, presses and files in turn, each for a card of its own; every tick bears a number."""

    def __init__(self, chat: LocalChat, number: int) -> None:
        self.talker = Talker(chat, number)
        self.ticks = {key: Ticks() for key in _SAID}
        self.company = ""
        self._season = ""
        self._cards: dict[str, int] = {}
        self._read_up_to = 0

    async def settle_in(self, name: str, code: str) -> None:
        """Open a company and the three cards."""
        await open_case(self.talker, name, code)
        for key in _SAID:
            shown = await self.talker.says("/status", "法定截止")
            _, data = self.talker.button("全部步骤")
            _, self.company, self._season, *_ = data.split("|")
            await self.talker.after(self._press(shown.id, f"it|{self._here}|{key}"), "现在:")
            self._cards[key] = shown.id

    @property
    def is_ahead(self) -> bool:
        """Whether enough is under way."""
        return sum(tick.sent - len(tick.seen) for tick in self.ticks.values()) >= WINDOW

    @property
    def acknowledged(self) -> int:
        """How many ticks the person has seen confirmed."""
        return sum(len(tick.seen) for tick in self.ticks.values())

    @property
    def sent(self) -> int:
        """How many ticks were sent."""
        return sum(tick.sent for tick in self.ticks.values())

    async def tick(self) -> None:
        """Send the next tick for the item with the fewest."""
        key = min(self.ticks, key=lambda each: self.ticks[each].sent)
        card = self._cards[key]
        self.ticks[key].sent += 1
        number = self.ticks[key].sent
        match key:
            case "seats_total":
                await self.talker.person.say(str(number), reply_to=card)
            case "account_custody":
                await self.talker.person.send_file(f"{number}.pdf", paper(number), reply_to=card)
            case _:
                option = option_of(number)
                await self._press(card, f"ch|{self._here}|{key}|{option}|{number - 1}")

    def look(self) -> int:
        """Note what the bot has confirmed since; how much there is now."""
        person = self.talker.person
        fresh = person.replies_after(self._read_up_to)
        self._read_up_to = max([self._read_up_to, *(b.id for b in fresh)])
        for bubble in (*fresh, person.message(self._cards[NATURE])):
            self._note(bubble)
        return self.acknowledged

    async def hear(self, wanted: int) -> None:
        """Wait until so many ticks are acknowledged."""
        await self.talker.person.until(lambda: self.look() >= wanted, PATIENCE)

    def _note(self, bubble: Bubble) -> None:
        for key, words in _SAID.items():
            numbers = {int(n.replace(",", "")) for n in words.findall(bubble.text)}
            seen = self.ticks[key].seen
            # a press shows on one card: with version 5 on it, 4 was answered too
            upper = max(numbers, default=0) if key == NATURE else 0
            seen |= {n for n in numbers | set(range(1, upper + 1)) if n <= self.ticks[key].sent}

    async def _press(self, message: int, data: str) -> None:
        await self.talker.person.forge(message, data)

    @property
    def _here(self) -> str:
        return f"{self.company}|{self._season}"


def option_of(number: int) -> str:
    """The choice of that number: never the one before."""
    return OPTIONS[number % len(OPTIONS)]


def paper(number: int) -> bytes:
    """The file of that number, unlike any other."""
    return pdf(str(number))
