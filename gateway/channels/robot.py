"""What the group robots have in common: a post goes out, an answer with a code comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from gateway.failures import Fate
from gateway.sender import Delivery
from workflow.channels import Address

BUSY = -1
"""All of them: the system is busy. Whether the message went out before it was, nobody says."""
MINUTE = 60.0
NEVER_LEFT = (
    *(httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout),
    *(httpx.ProxyError, httpx.UnsupportedProtocol),
)


@dataclass(frozen=True, slots=True)
class Post:
    """One post to a robot; its text form does not show the key."""

    url: str = field(repr=False)
    body: Mapping[str, object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Robot:
    """What one kind of robot wants to be given and how it answers."""

    longest: int
    """Bytes of text, as JSON in UTF-8, that it takes."""
    post: Callable[[str, Address, str, datetime], Post]
    """From the beginning of its webhook addresses, the robot, the text and the present moment."""
    codes: tuple[str, ...]
    """The fields of an answer that may hold its code; the first that is there counts."""
    words: str
    """The field with the words to the code."""
    rest: Callable[[int, str], float]
    """From a code and its words: seconds to be silent, if it says that it was too much."""


async def put(client: httpx.AsyncClient, robot: Robot, post: Post) -> Delivery:
    """Make the post once, following no redirection."""
    try:
        response = await client.post(post.url, json=post.body)
    except NEVER_LEFT as error:
        return Delivery(Fate.NOT_SENT, why=type(error).__name__)
    except httpx.HTTPError as error:
        return Delivery(Fate.UNKNOWN, why=type(error).__name__)
    return _judged(robot, response)


def _judged(robot: Robot, response: httpx.Response) -> Delivery:
    """What an answer means: HTTP 200 alone means nothing, the code in it does."""
    status = f"status {response.status_code}"
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return Delivery(Fate.NOT_SENT, wait=MINUTE, why=status)
    if response.is_server_error:
        return Delivery(Fate.UNKNOWN, why=status)
    answer = _read(response)
    code = _code(robot, answer)
    if code is not None:
        return _meant(robot, code, str(answer.get(robot.words, "")))
    return Delivery(Fate.PERMANENT if response.is_client_error else Fate.UNKNOWN, why=status)


def _meant(robot: Robot, code: int, words: str) -> Delivery:
    """Any code but 0 is a refusal; one that is new to us would be refused again."""
    if code == 0:
        return Delivery(Fate.SENT)
    why = f"{code} {words}".strip()
    if code == BUSY:
        return Delivery(Fate.UNKNOWN, why=why)
    rest = robot.rest(code, words)
    return Delivery(Fate.NOT_SENT if rest else Fate.PERMANENT, wait=rest, why=why)


def _read(response: httpx.Response) -> Mapping[str, object]:
    try:
        answer = response.json()
    except ValueError:  # no JSON, or none in a coding that we know
        return {}
    return answer if isinstance(answer, dict) else {}


def _code(robot: Robot, answer: Mapping[str, object]) -> int | None:
    held = (answer[name] for name in robot.codes if name in answer)
    code = next(held, None)
    return code if isinstance(code, int) and not isinstance(code, bool) else None
