"""Who is turned away at the door: other sites' scripts, and names that only pretend to be ours."""

import ipaddress

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


def refusal(request: Request, served: str, *, is_page: bool) -> Response | None:
    """The answer for a request that must not come in, or None if it may.

    A page is only served under a number, `localhost` or the configured name, so that a foreign
    name pointed at this machine (DNS rebinding) reads nothing; and whatever a browser sends on
    behalf of another site is refused.
    """
    host = request.headers.get("host", "")
    if is_page and not _is_ours(_name(host), served):
        return PlainTextResponse("Unknown host", 421)
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return PlainTextResponse("Cross-origin", 403)
    return None


def _name(host: str) -> str:
    return host.partition("]")[0].strip("[") if host.startswith("[") else host.partition(":")[0]


def _is_ours(name: str, served: str) -> bool:
    if name in {"localhost", served}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
