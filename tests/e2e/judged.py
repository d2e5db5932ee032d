"""What people said of a finding and signed: as they saw it, held against what stands on the disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from running.rooms import PACKS, new_id
from storage.companies import CompanyFiles
from storage.disk import Disk
from storage.journal import Journal
from storage.packs import load_packs
from storage.tiny import TinyStore
from storage.trail import Trail
from tests.e2e.remains import entries, number_of
from workflow.canonical import Plain, digested
from workflow.events import Event, EventKind
from workflow.ids import CompanyId, ItemKey, PackRef
from workflow.model import Company
from workflow.rules import RuleKey
from workflow.signing import SEEN

SEATS, SIGNATURE, RULE = "seats_total", "sign_draft", "r18"
PACK = load_packs(PACKS)[PackRef("call_centre@2")]


@dataclass
class Words:
    """What was sent, and what the bot showed of it."""

    company: str = ""
    figures: list[int] = field(default_factory=list)
    """Sent as seats, in their order."""
    reasons: list[tuple[EventKind, str]] = field(default_factory=list)
    """Sent of the finding, in their order."""
    shown: dict[str, int] = field(default_factory=dict)
    """By the mark of a button to agree that was pressed: the seats on the card above it."""
    seen: set[str] = field(default_factory=set)
    """Reasons that the bot has shown as said."""
    signatures: int = 0
    """Seen to stand."""


def missing(folder: Path, words: Words) -> list[str]:
    """What was acknowledged, and is not in the company's file; FileDamaged if it is not whole."""
    company = _stored(folder, words)
    lost = sorted(words.seen - set(_reasons(company)))
    if signed(folder, words) < words.signatures:
        lost.append("signature")
    return lost


def signed(folder: Path, words: Words) -> int:
    """How often the draft was signed."""
    return len(entries(_stored(folder, words), SIGNATURE))


def require_kept_once(folder: Path, words: Words) -> None:
    """All that was sent is kept once, and every signature stands for what was on the card."""
    journal = Journal(folder / "journal.sqlite", "no server")
    store = TinyStore(folder, journal, new_id)
    assert list(store.check()) == []
    assert journal.database.ask("select id from inbox where state not in ('finished')") == []
    with store.begin(None) as work:
        company = work.company(CompanyId(words.company))
    events = Trail(journal.database).after(company.id, 0)
    journal.close()
    assert [event.seq for event in events] == list(range(1, company.event_seq + 1))
    assert _reasons(company) == [why for _, why in words.reasons]
    assert [(e.kind, e.why) for e in events if e.kind in JUDGED] == words.reasons
    assert [number_of(each) for each in entries(company, SEATS)] == words.figures
    signings = list(_signings(events))
    assert len(signings) == len(entries(company, SIGNATURE))
    assert len({seen_mark(each) for each in signings}) == len(signings)
    for each in signings:
        assert words.shown[seen_mark(each)] == _seats_before(each[0], events, company)
    assert company.seasons[0].signing.content == signings[-1][0].digests[0]


JUDGED = (EventKind.FINDING_EXPLAINED, EventKind.FINDING_ACCEPTED)


def _stored(folder: Path, words: Words) -> Company:
    stored = CompanyFiles(folder, Disk()).read(CompanyId(words.company))
    assert stored is not None
    return stored.company


def _reasons(company: Company) -> list[str]:
    """All that was ever said of the finding, oldest first."""
    record = company.seasons[0].findings[RuleKey(RULE)]
    said = (*record.former, *([record.judgement] if record.judgement else []))
    return [each.reason for each in said]


def _signings(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Those of one press together."""
    given = (event for event in events if event.kind is EventKind.SIGNED)
    return (list(together) for _, together in groupby(given, key=lambda event: event.at))


def seen_mark(signing: Sequence[Event]) -> str:
    """What the button carried under which that was signed, worked out from the trail."""
    items = [PACK.item(ItemKey(event.subject)) for event in signing]
    said: list[Plain] = [signing[0].digests[0]]
    said += [[item.key, item.title.zh, item.title.en] for item in items]
    return digested(said)[:SEEN]


def _seats_before(signing: Event, events: Sequence[Event], company: Company) -> int:
    """The seats that stood when it was signed."""
    given = [e for e in events if e.kind is EventKind.HANDED_IN and e.subject == SEATS]
    version = max(event.version for event in given if event.seq < signing.seq)
    return number_of(entries(company, SEATS)[version - 1])
