"""WeCom 企业微信: group robots, known by their key alone.

`developer.work.weixin.qq.com/document/path/91770`: 20 messages a minute, 2048 bytes of text.
Codes (`/document/path/90313`): 45009 too often, 45033 too many at once; refusals 93000 (the key
is wrong or the robot was removed), 40058 (too long), and every other one.
"""

from datetime import datetime

from gateway.channels.robot import MINUTE, Post, Robot
from workflow.channels import Address

TOO_MUCH = {45009, 45033}


def _post(beginning: str, address: Address, text: str, at: datetime) -> Post:
    """Nothing is signed here, so the moment does not matter."""
    del at
    return Post(beginning + address.target, {"msgtype": "text", "text": {"content": text}})


def _rest(code: int, words: str) -> float:
    """Its limit is one of a minute, whatever the words."""
    del words
    return MINUTE if code in TOO_MUCH else 0.0


WECOM = Robot(longest=2048, post=_post, codes=("errcode",), words="errmsg", rest=_rest)
