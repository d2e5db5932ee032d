"""The section of the configuration about the operator: who hears when something is wrong."""

from typing import Annotated

from pydantic import AfterValidator

from gateway.section import Section
from workflow.channels import is_mail_address


def _mail(address: str) -> str:
    if address and not is_mail_address(address):
        message = "is no mail address"
        raise ValueError(message)
    return address


class OperatorSection(Section):
    """Where alarms are told beside the log; 0 and "": nowhere."""

    chat: int = 0
    mail: Annotated[str, AfterValidator(_mail)] = ""
