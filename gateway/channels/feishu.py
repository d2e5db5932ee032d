"""Feishu 飞书: group robots, their posts signed in the body.

`open.feishu.cn/document/client-docs/bot-v3/add-custom-bot`: 100 messages a minute, 5 a second,
20 KB a body. Codes: 11232, 99991400 and 9499 with "too many request" (with other words 9499 is a
bad body); refusals 19001 (no such key), 19007 (stopped), 19021 (signature or clock), 19022 (IP),
19024 (keyword), 19036 (too long), and every other one.
"""

import base64
import hmac
from datetime import datetime

from gateway.channels.robot import MINUTE, Post, Robot
from workflow.channels import Address

TOO_MUCH = {11232, 99991400}
BAD_REQUEST = 9499


def _post(beginning: str, address: Address, text: str, at: datetime) -> Post:
    body: dict[str, object] = {"msg_type": "text", "content": {"text": text}}
    if address.secret:
        stamp = f"{int(at.timestamp())}"
        body |= {"timestamp": stamp, "sign": _signature(stamp, address.secret)}
    return Post(beginning + address.target, body)


def _signature(stamp: str, secret: str) -> str:
    """Seconds; stamp and secret together are the key, the signed message is empty."""
    signed = hmac.digest(f"{stamp}\n{secret}".encode(), b"", "sha256")
    return base64.b64encode(signed).decode()


def _rest(code: int, words: str) -> float:
    too_much = code in TOO_MUCH or (code == BAD_REQUEST and "too many" in words.lower())
    return MINUTE if too_much else 0.0


# Robots of before answered with `StatusCode` alone.
FEISHU = Robot(longest=18_000, post=_post, codes=("code", "StatusCode"), words="msg", rest=_rest)
