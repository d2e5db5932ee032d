"""DingTalk 钉钉: group robots, their posts signed in the address.

`open.dingtalk.com/document/orgapp/custom-robot-access`: 20 messages a minute, beyond that silence
for ten minutes; 20,000 bytes. Codes: 130101 and 410100 too often; refusals 310000 (signature,
keyword, IP or clock), 300001, 300005 and 400101 (no such token), 400013 (group dissolved), 400102
(stopped), 400106 (no such robot), 460101 (too long), and every other one.
"""

import base64
import hmac
from datetime import datetime
from urllib.parse import quote

from gateway.channels.robot import Post, Robot
from workflow.channels import Address

TOO_MUCH = {130101, 410100}
TEN_MINUTES = 600.0


def _post(beginning: str, address: Address, text: str, at: datetime) -> Post:
    url = beginning + address.target
    if address.secret:
        stamp = f"{int(at.timestamp() * 1000)}"
        url += f"&timestamp={stamp}&sign={quote(_signature(stamp, address.secret), safe='')}"
    return Post(url, {"msgtype": "text", "text": {"content": text}})


def _signature(stamp: str, secret: str) -> str:
    """`document/orgapp/customize-robot-security-settings`: milliseconds, the secret is the key."""
    signed = hmac.digest(secret.encode(), f"{stamp}\n{secret}".encode(), "sha256")
    return base64.b64encode(signed).decode()


def _rest(code: int, words: str) -> float:
    del words
    return TEN_MINUTES if code in TOO_MUCH else 0.0


DINGTALK = Robot(longest=18_000, post=_post, codes=("errcode",), words="errmsg", rest=_rest)
