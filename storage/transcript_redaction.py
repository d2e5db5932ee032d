"""What was typed over into the platform, without one person or the names of erased files."""

from collections.abc import Collection
from dataclasses import replace

from storage.forgotten import MARK, Forgotten
from workflow.given import FilesGiven
from workflow.ids import FileId
from workflow.model import Company
from workflow.transcript import Said, Transcript, Typed


def transcript_without(told: Transcript, gone: Forgotten) -> Transcript:
    """What was typed is the company's; what somebody wrote of the platform's words is theirs."""
    return replace(
        told,
        typed={key: _typed(each, gone) for key, each in told.typed.items()},
        refused={key: _told(each, gone) for key, each in told.refused.items()},
        otherwise={key: _told(each, gone) for key, each in told.otherwise.items()},
        saved={key: replace(each, by=gone.who(each.by)) for key, each in told.saved.items()},
    )


def _typed(typed: Typed, gone: Forgotten) -> Typed:
    refused = None if typed.refused is None else _told(typed.refused, gone)
    otherwise = None if typed.otherwise is None else _told(typed.otherwise, gone)
    return replace(typed, by=gone.who(typed.by), refused=refused, otherwise=otherwise)


def _told(said: Said, gone: Forgotten) -> Said:
    """It stays open, whoever said it: a mark in place of their words."""
    text = MARK if said.by == gone.person else gone.without(said.text)
    return replace(said, by=gone.who(said.by), text=text)


def typed_without(company: Company, erased: Collection[FileId]) -> Company:
    """What was typed over of a paper is the names of its files."""
    held = (*(year.items for year in company.facts), *(each.items for each in company.seasons))
    entries = (entry for items in held for state in items.values() for entry in state.entries)
    files = (
        f for entry in entries if isinstance(entry.given, FilesGiven) for f in entry.given.files
    )
    names = {file.name for file in files if file.id in erased}
    seasons = (
        replace(each, transcript=_unlisted(each.transcript, names)) for each in company.seasons
    )
    return replace(company, seasons=tuple(seasons)) if names else company


def _unlisted(told: Transcript, names: Collection[str]) -> Transcript:
    typed = {
        key: replace(
            each, value=" | ".join(MARK if n in names else n for n in each.value.split(" | "))
        )
        for key, each in told.typed.items()
    }
    return replace(told, typed=typed)
