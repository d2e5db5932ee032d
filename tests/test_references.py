"""Where the code and the packs say "docs/domain.md section N", that section is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import ROOMS, ROOT, files, named

DOMAIN = (ROOT / "docs" / "domain.md").read_text(encoding="utf-8")
SECTIONS = frozenset(re.findall(r"^##+ (\d+(?:\.\d+)?)\.? ", DOMAIN, re.MULTILINE))
FACTS = frozenset(
    re.findall(r"^(\d+)\. ", DOMAIN.partition("\n## 0.")[2].partition("\n## 1.")[0], re.MULTILINE)
)
MENTION = re.compile(r"domain\.md,?\s+sections?\s+(\d[\d., and]*)(?:,?\s*fact\s+(\d+))?")
PLACES = [*files(*ROOMS, "tests", "bot.py"), *sorted((ROOT / "workflow").rglob("*.toml"))]


def mentions(path: Path) -> Iterator[tuple[str, str]]:
    """Each section that the file names, with the fact of it or nothing."""
    text = re.sub(r"\s+[#\s]*", " ", path.read_text(encoding="utf-8"))  # a mention may be wrapped
    for found in MENTION.finditer(text):
        for section in re.findall(r"\d+(?:\.\d+)?", found[1]):
            yield section, found[2] or ""


NAMED = [(named(path), *each) for path in PLACES for each in mentions(path)]


@pytest.mark.parametrize(("path", "section", "fact"), NAMED)
def test_a_section_that_is_named_exists(path: str, section: str, fact: str) -> None:
    assert section in SECTIONS, path
    assert not fact or (section == "0" and fact in FACTS), path


def test_the_sections_are_found_and_named() -> None:
    assert {"0", "2", "4.1", "7.2", "9"} <= SECTIONS & {section for _, section, _ in NAMED}
    assert "5" in FACTS


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_leads_to_the_facts_of_the_trade(readme: str) -> None:
    assert "](docs/domain.md)" in (ROOT / readme).read_text(encoding="utf-8")
