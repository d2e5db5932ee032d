"""The section of the configuration about the bot's own small web server."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field
from pydantic import model_validator as checked_as_whole

from gateway.section import Section

OFF = -1


def _public(address: str) -> str:
    """Without a slash at its end, so that paths can follow."""
    if address and not address.startswith(("https://", "http://")):
        message = "must begin with https:// (or http://)"
        raise ValueError(message)
    return address.rstrip("/")


class WebSection(Section):
    """Where calendar feeds and the health page are served; port -1: nowhere, 0: any free port."""

    host: str = "127.0.0.1"
    port: int = Field(default=OFF, ge=OFF, le=65535)
    public_url: Annotated[str, AfterValidator(_public)] = ""

    @property
    def is_on(self) -> bool:
        """Whether anything is served."""
        return self.port != OFF

    @checked_as_whole(mode="after")
    def _serves_what_it_promises(self) -> Self:
        if self.public_url and not self.is_on:
            message = "public_url: needs a port here, else nothing answers at that address"
            raise ValueError(message)
        return self
