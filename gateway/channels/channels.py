"""The one door of the channels beyond Telegram: a text goes to an address, its fate comes back."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import httpx

from gateway.calls import AtTurn, nothing_more
from gateway.channel_config import ChannelsSection, MailSection
from gateway.channels.dingtalk import DINGTALK
from gateway.channels.feishu import FEISHU
from gateway.channels.fitting import cut, plain, sayable
from gateway.channels.mail import Postman
from gateway.channels.rhythm import Rhythms, Sleep
from gateway.channels.robot import Robot, put
from gateway.channels.wecom import WECOM
from gateway.connect import NO_PROXY
from gateway.failures import Fate
from gateway.logs import Redaction
from gateway.sender import Delivery
from workflow.channels import Address, ChannelKind

log = logging.getLogger(__name__)

PATIENCE = 15.0
"""Seconds for each answer of a server."""
_POOL_SECONDS = 60.0
_CONNECTIONS = 20
_LONGEST_WHY = 200

ROBOTS: Mapping[ChannelKind, Robot] = {
    ChannelKind.WECOM: WECOM,
    ChannelKind.DINGTALK: DINGTALK,
    ChannelKind.FEISHU: FEISHU,
}


class Channels:
    """Posts plain texts to robots and mailboxes.

    `clock` must tell the true time (a robot refuses a signature that is an hour off), `now`
    seconds that rise.
    """

    def __init__(
        self,
        hosts: ChannelsSection,
        mail: MailSection,
        clock: Callable[[], datetime],
        now: Callable[[], float],
        sleep: Sleep = asyncio.sleep,
        patience: float = PATIENCE,
    ) -> None:
        self._beginnings = {
            ChannelKind.WECOM: hosts.wecom,
            ChannelKind.DINGTALK: hosts.dingtalk,
            ChannelKind.FEISHU: hosts.feishu,
        }
        self._password = mail.password.get_secret_value()
        self._clock = clock
        self._rhythms = Rhythms(now, sleep)
        self._postman = Postman(mail, patience)
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(patience, pool=_POOL_SECONDS),
            # None kept open: one that the server has closed meanwhile would look like a lost post.
            limits=httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=0),
            mounts=NO_PROXY,
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    def serves(self, kind: ChannelKind) -> bool:
        """Whether something can go out by this channel as the program is set up."""
        return kind in ROBOTS or (kind is ChannelKind.MAIL and self._postman.is_at_work)

    async def post(
        self, address: Address, subject: str, text: str, at_turn: AtTurn = nothing_more
    ) -> Delivery:
        """Post a text under its subject, once, in the address's own rhythm; waits for its turn.

        To a robot subject and text go as one message, cut where it takes no more. NOT_SENT with
        `wait` while a robot wants silence: nobody else waits for it. `at_turn` runs when the turn
        has come, before anything leaves; what it raises is raised.
        """

        async def send() -> Delivery:
            at_turn()
            return await self._send(address, subject, text)

        delivery = await self._rhythms.go(address, send)
        hidden = Redaction((address.target, address.secret, self._password))
        return _told(address, delivery, hidden)

    async def _send(self, address: Address, subject: str, text: str) -> Delivery:
        at, subject, text = self._clock(), sayable(subject), sayable(text)
        if address.kind is ChannelKind.MAIL:
            return await self._postman.send(address.target, subject, text, at)
        robot, beginning = ROBOTS[address.kind], self._beginnings[address.kind]
        words = plain("\n".join(part for part in (subject, text) if part))
        post = robot.post(beginning, address, cut(words, robot.longest), at)
        return await put(self._client, robot, post)


def _told(address: Address, delivery: Delivery, hidden: Redaction) -> Delivery:
    """The delivery without what is secret in its words; what went wrong stands in the log."""
    why = hidden.clean(" ".join(delivery.why.split()))
    facts = {
        "channel": address.kind,
        "address": _mark(address),
        "wait": delivery.wait,
        "said": why.partition(" ")[0],  # the code; words may hold anything
    }
    match delivery.fate:
        case Fate.SENT:
            pass
        case Fate.NOT_SENT:
            log.info("not posted yet", extra=facts)
        case Fate.UNKNOWN:
            log.warning("maybe not posted", extra=facts)
        case _:
            log.error("refused by the channel", extra=facts)
    return replace(delivery, why=why[:_LONGEST_WHY])


def _mark(address: Address) -> str:
    """By what the log tells addresses apart without giving one away."""
    return hashlib.sha256(f"{address.kind}:{address.target}".encode()).hexdigest()[:8]
