"""Who asks for addresses that lead nowhere: after some they wait."""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

MOST = 10
SECONDS = 60.0
"""So many guesses in so many seconds."""
_KEPT = 4096
"""So many are remembered; the one heard of longest ago is forgotten first."""
_HOME = 64
"""Bits of an IPv6 address by which a household or a machine is known."""


class Guesses:
    """Counts wrong addresses by who asked for them; `now` counts seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def wait_of(self, host: str) -> float:
        """Seconds that they still have to wait; 0 for whoever guessed little."""
        since, count = self._seen.get(_home(host), (0.0, 0))
        return max(0.0, since + SECONDS - self._now()) if count >= MOST else 0.0

    def add(self, host: str) -> None:
        """They asked for one that leads nowhere."""
        home, now = _home(host), self._now()
        since, count = self._seen.pop(home, (now, 0))
        self._seen[home] = (since, count + 1) if now - since < SECONDS else (now, 1)
        while len(self._seen) > _KEPT:
            self._seen.popitem(last=False)


def _home(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(int(address) >> (address.max_prefixlen - _HOME))
    return host
