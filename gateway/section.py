"""What every section of the configuration is made of: frozen, strict, silent about its values."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Section(BaseModel):
    """Settings under one heading; a misspelt one is a fault, and a fault shows no value."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _web_address(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        message = "must begin with http:// or https://"
        raise ValueError(message)
    return address


WebAddress = Annotated[str, AfterValidator(_web_address)]
