"""The settings of the channels beyond Telegram: where robots are posted to, how mail goes out."""

from typing import Literal, Self

from pydantic import Field, SecretStr
from pydantic import model_validator as checked_as_whole

from gateway.section import Section, WebAddress
from workflow.channels import OFFICIAL, ChannelKind, is_mail_address


class ChannelsSection(Section):
    """How the webhook addresses of the robots begin; a robot's key follows."""

    wecom: WebAddress = OFFICIAL[ChannelKind.WECOM]
    dingtalk: WebAddress = OFFICIAL[ChannelKind.DINGTALK]
    feishu: WebAddress = OFFICIAL[ChannelKind.FEISHU]


class MailSection(Section):
    """The server that takes our mail; without a host none is sent."""

    host: str = ""
    port: int = Field(default=465, ge=1, le=65535)
    tls: Literal["tls", "starttls", "none"] = "tls"
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: str = ""

    @checked_as_whole(mode="after")
    def _has_what_it_needs(self) -> Self:
        if self.host and not is_mail_address(self.sender):
            message = "sender: must be the mail address that we send from"
            raise ValueError(message)
        if bool(self.user) != bool(self.password.get_secret_value()):
            message = "user: a user needs a password and a password a user"
            raise ValueError(message)
        if self.user and self.tls == "none":
            message = 'tls: "none" would show the password to everybody on the way'
            raise ValueError(message)
        return self
