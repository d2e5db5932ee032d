"""A paper as JSON takes it, on its way to the setter of pages."""

from dataclasses import asdict
from typing import Any

from reports.paper import Paper


def to_plain(paper: Paper) -> dict[str, Any]:
    """As JSON takes it; each part says of which kind it is."""
    parts = [{"kind": type(part).__name__, **asdict(part)} for part in paper.parts]
    return {**asdict(paper), "parts": parts}
