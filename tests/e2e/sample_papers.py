"""Makes docs/papers anew: the papers of the two sample companies, played through the chat.

`python -m tests.e2e.sample_papers`
"""

import asyncio
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.e2e.sampled import Firm, takes
from tests.e2e.test_sample_call_centre import explained
from tests.e2e.test_sample_multi_party import put_right
from tests.source import ROOT

FOLDER = ROOT / "docs" / "papers"
OF_CALLS = {"风险差异清单": "differences", "初版年报": "draft"}
OF_MEETINGS = {"服务质量报告": "quality"}
FORMATS = {"Word": "docx", "Excel": "xlsx", "PDF": "pdf"}


async def main() -> None:
    """Play both, and keep what they are given."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with explained(Path(folder) / "calls") as firm:
            await _keep(firm, OF_CALLS)
        async with put_right(Path(folder) / "meetings") as firm:
            await _keep(firm, OF_MEETINGS)


async def _keep(firm: Firm, papers: Mapping[str, str]) -> None:
    for title, name in papers.items():
        for format_, ending in FORMATS.items():
            _, content = await takes(firm.wang, title, format_)
            (FOLDER / f"{name}.{ending}").write_bytes(content)


if __name__ == "__main__":
    asyncio.run(main())
