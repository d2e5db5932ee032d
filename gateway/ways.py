"""By what somebody is reached: Telegram first, then their other addresses in their order."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from chat.screens.plain_digest import Plain
from chat.talk import Send, SendDocument
from gateway.calls import AtTurn, nothing_more
from gateway.ports import Addresses
from gateway.sender import Delivery, Sender
from workflow.channels import Address, ChannelKind
from workflow.reminders import Recipient

NEXT_WAY_AFTER = 3
"""So often in vain by one way, and the next is tried first: Telegram may be shut off for days."""


class Channels(Protocol):
    """What leads to people beside Telegram: `gateway.channels` answers it."""

    def serves(self, kind: ChannelKind) -> bool:
        """Whether something can go out by this channel as the program is set up."""
        ...

    async def post(
        self, address: Address, subject: str, text: str, at_turn: AtTurn = nothing_more
    ) -> Delivery:
        """Post a text under its subject, once; `at_turn` runs before anything leaves."""
        ...


class Worded(Protocol):
    """What somebody is to hear; None where it cannot be said so."""

    @property
    def send(self) -> Send | SendDocument | None:
        """In Telegram."""
        ...

    @property
    def plain(self) -> Plain | None:
        """By other channels."""
        ...


@dataclass(frozen=True, slots=True)
class Way:
    """One way for one message; what `go` is given runs when its turn comes, and may stop it."""

    channel: ChannelKind
    go: Callable[[AtTurn], Awaitable[Delivery]]


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways there are; the senders must not wait, for what was not sent is kept on disk."""

    urgent: Sender
    usual: Sender
    channels: Channels
    addresses: Addresses

    def of(self, to: Recipient, worded: Worded, rank: int, attempts: int) -> Sequence[Way]:
        """The ways for this message, the one to be tried first before the others."""
        ways = [*self._telegram(worded, rank), *self._others(to, worded)]
        first = attempts // NEXT_WAY_AFTER % max(len(ways), 1)
        return ways[first:] + ways[:first]

    def _telegram(self, worded: Worded, rank: int) -> list[Way]:
        if worded.send is None:
            return []
        send, sender = worded.send, self.usual if rank else self.urgent
        return [Way(ChannelKind.TELEGRAM, lambda at_turn: sender.once_granted(at_turn).send(send))]

    def _others(self, to: Recipient, worded: Worded) -> list[Way]:
        if worded.plain is None:
            return []
        plain = worded.plain
        addresses = [one for one in self.addresses(to) if self.channels.serves(one.kind)]
        return [self._other(one, plain) for one in addresses]

    def _other(self, address: Address, plain: Plain) -> Way:
        def go(at_turn: AtTurn) -> Awaitable[Delivery]:
            return self.channels.post(address, plain.subject, plain.text, at_turn)

        return Way(address.kind, go)
