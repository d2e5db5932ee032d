"""What things are called by: opaque names, never shown to people."""

from typing import NewType

CompanyId = NewType("CompanyId", str)
SeasonId = NewType("SeasonId", str)
PersonId = NewType("PersonId", str)
ItemKey = NewType("ItemKey", str)
MilestoneKey = NewType("MilestoneKey", str)
FileId = NewType("FileId", str)
PackRef = NewType("PackRef", str)
"""`<id>@<version>`: the pack a season was opened with, pinned for its life."""
