"""By what somebody is reached: Telegram first, then their other addresses in their order."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from chat.rounds import Digest
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

    async def post(self, address: Address, subject: str, text: str) -> Delivery:
        """Post a text under its subject, once."""
        ...


@dataclass(frozen=True, slots=True)
class Way:
    """One way for one message."""

    channel: ChannelKind
    go: Callable[[], Awaitable[Delivery]]


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways there are; the senders must not wait, for what was not sent is kept on disk."""

    urgent: Sender
    usual: Sender
    channels: Channels
    addresses: Addresses

    def of(self, to: Recipient, digest: Digest, rank: int, attempts: int) -> Sequence[Way]:
        """The ways for this message, the one to be tried first before the others."""
        ways = [*self._telegram(digest, rank), *self._others(to, digest)]
        first = attempts // NEXT_WAY_AFTER % max(len(ways), 1)
        return ways[first:] + ways[:first]

    def _telegram(self, digest: Digest, rank: int) -> list[Way]:
        if digest.send is None:
            return []
        send, sender = digest.send, self.usual if rank else self.urgent
        return [Way(ChannelKind.TELEGRAM, lambda: sender.send(send))]

    def _others(self, to: Recipient, digest: Digest) -> list[Way]:
        if digest.plain is None:
            return []
        plain = digest.plain
        return [
            Way(one.kind, partial(self.channels.post, one, plain.subject, plain.text))
            for one in self.addresses(to)
            if self.channels.serves(one.kind)
        ]
