"""What a process that makes one file may take, set by itself before it begins."""

import resource
from contextlib import suppress

_LIMITS = {
    resource.RLIMIT_AS: 1024 * 1024 * 1024,
    resource.RLIMIT_CPU: 10,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def keep_within() -> None:
    """1 GB of addresses, 10 s of processor time, and no files."""
    for what, most in _LIMITS.items():
        with suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS; the other limits still hold
            resource.setrlimit(what, (most, most))
