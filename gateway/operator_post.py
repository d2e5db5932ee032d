"""Alarms out: to the operator's chat, and to their mailbox, which works where Telegram does not."""

from dataclasses import dataclass

from chat.talk import Message, Send
from gateway.failures import Fate
from gateway.markup import plain
from gateway.operator_config import OperatorSection
from gateway.ports import Word
from gateway.sender import Sender
from gateway.ways import Channels
from messages.say import Say, say
from workflow.channels import Address, ChannelKind
from workflow.ports import ChatId


@dataclass(frozen=True, slots=True)
class OperatorPost:
    """Told by all ways there are; again only where none of them took it and one may yet."""

    section: OperatorSection
    sender: Sender
    channels: Channels
    word: Word

    async def tell(self, alarm: Say) -> bool:
        """Whether that was that; raises TokenRevoked."""
        fates = [await self.mail(alarm), await self._chat(alarm)]
        return Fate.SENT in fates or Fate.NOT_SENT not in fates

    async def mail(self, alarm: Say) -> Fate:
        """What became of a letter; PERMANENT where there is nobody to write to."""
        if not self.section.mail:
            return Fate.PERMANENT
        to = Address(ChannelKind.MAIL, self.section.mail)
        subject, text = plain(self.word(say("alarm-subject"))), plain(self.word(alarm))
        return (await self.channels.post(to, subject, text)).fate

    async def _chat(self, alarm: Say) -> Fate:
        if not self.section.chat:
            return Fate.PERMANENT
        text = self.word(say("alarm", what=alarm))
        return (await self.sender.send(Send(ChatId(self.section.chat), Message(text)))).fate
