"""A company without one person: their name, id and words taken out, the company's own record kept.

What goes and what stays is decided in docs/decisions/0010-the-trail.md.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from storage.forgotten import MARK, Forgotten
from storage.transcript_redaction import transcript_without, typed_without
from workflow.events import Event
from workflow.findings import FindingRecord, Judgement
from workflow.given import (
    AnswerGiven,
    Confirmed,
    Entry,
    FileRef,
    FilesGiven,
    Given,
    ItemState,
    Origin,
    Review,
)
from workflow.ids import FileId, ItemKey, PersonId
from workflow.matters import Matter
from workflow.model import Company, Filing, Hold, MovedDue, Season, Tailoring, Word
from workflow.signatures import Question, SignAsk, Signing
from workflow.team import Invitation, Member


def event_without(event: Event, gone: Forgotten) -> Event:
    """The event with nothing of theirs: what they said goes whole, what names them in part."""
    redacted = replace(
        event,
        by=gone.who(event.by),
        subject=gone.without(event.subject),
        old=gone.without(event.old),
        new=gone.without(event.new),
        why=gone.without(event.why),
        behalf=gone.without(event.behalf),
    )
    if event.by != gone.person:
        return redacted
    return replace(redacted, old="", new="", why="", behalf="", where=0)


def company_without(company: Company, gone: Forgotten) -> Company:
    """The company with the person among nobody, as one of the former whom no one can name."""
    company = typed_without(company, gone.files)
    was = [each for each in (*company.former, *company.members) if each.person == gone.person]
    others = tuple(each for each in company.former if each.person != gone.person)
    return replace(
        company,
        members=tuple(each for each in company.members if each.person != gone.person),
        former=(*others, *(_unnamed(each, gone) for each in was[-1:])),
        seasons=tuple(_season_without(season, gone) for season in company.seasons),
        facts=tuple(replace(year, items=_items(year.items, gone)) for year in company.facts),
        invitations=tuple(_invitation(each, gone) for each in company.invitations),
        colleagues=tuple(replace(c, name=gone.without(c.name)) for c in company.colleagues),
        groups=tuple(replace(g, title=gone.without(g.title)) for g in company.groups),
        robots=tuple(
            replace(r, name=gone.without(r.name)) for r in company.robots if not gone.owns(r)
        ),
        hold=None if company.hold is None else _hold(company.hold, gone),
        recent=tuple(event_without(event, gone) for event in company.recent),
    )


def without_files(company: Company, erased: Collection[FileId]) -> Company:
    """The company with a mark for the names of these files; that they were there, it still says."""
    company = typed_without(company, erased)
    seasons = (_papers_unnamed(each, erased) for each in company.seasons)
    years = (replace(each, items=_unnamed_in(each.items, erased)) for each in company.facts)
    return replace(company, seasons=tuple(seasons), facts=tuple(years))


def places_of(document: Any, gone: Forgotten, place: str = "") -> Iterator[str]:  # noqa: ANN401  (JSON)
    """Where in a company's document a text still names them: its own record, for a person to see."""
    match document:
        case str() if gone.is_in(document):
            yield place.removeprefix(".")
        case dict():
            for key, part in document.items():
                yield from places_of(part, gone, f"{place}.{key}")
        case list():
            for number, part in enumerate(document):
                yield from places_of(part, gone, f"{place}.{number}")


def _unnamed(member: Member, gone: Forgotten) -> Member:
    return replace(member, person=gone.alias, name=MARK)


def _season_without(season: Season, gone: Forgotten) -> Season:
    return replace(
        season,
        items=_items(season.items, gone),
        earlier={year: _items(items, gone) for year, items in season.earlier.items()},
        filings=tuple(_filing(filing, gone) for filing in season.filings),
        assigned={key: who for key, who in season.assigned.items() if who != gone.person},
        tailoring=_tailoring(season, gone),
        moved={key: _moved(due, gone) for key, due in season.moved.items()},
        words={key: _word(word, gone) for key, word in season.words.items()},
        matters=tuple(_matter(matter, gone) for matter in season.matters),
        findings={key: _finding(record, gone) for key, record in season.findings.items()},
        signing=_signing(season.signing, gone),
        transcript=transcript_without(season.transcript, gone),
    )


def _tailoring(season: Season, gone: Forgotten) -> Tailoring:
    """A reason of theirs becomes a mark: what was dropped for none could not be taken up again."""
    tailoring = season.tailoring

    def reason(key: str, why: str) -> str:
        return MARK if (season.id, key, why) in gone.left_out else gone.without(why)

    return replace(
        tailoring,
        added=tuple(replace(each, title=gone.without(each.title)) for each in tailoring.added),
        renamed={key: gone.without(title) for key, title in tailoring.renamed.items()},
        dropped_items={key: reason(key, why) for key, why in tailoring.dropped_items.items()},
        added_steps=tuple(
            replace(each, title=gone.without(each.title)) for each in tailoring.added_steps
        ),
        renamed_steps={key: gone.without(title) for key, title in tailoring.renamed_steps.items()},
        dropped_steps={key: reason(key, why) for key, why in tailoring.dropped_steps.items()},
    )


def _signing(signing: Signing, gone: Forgotten) -> Signing:
    """The seals have no names in them."""
    asked = {key: _ask(ask, gone) for key, ask in signing.asked.items()}
    questions = tuple(_question(each, gone) for each in signing.questions)
    return replace(signing, asked=asked, questions=questions)


def _ask(ask: SignAsk, gone: Forgotten) -> SignAsk:
    back = None if ask.given_back is None else _review(ask.given_back, gone)
    return replace(ask, by=gone.who(ask.by), given_back=back)


def _question(asked: Question, gone: Forgotten) -> Question:
    reply = asked.reply
    if reply is not None:
        said = "" if reply.by == gone.person else gone.without(reply.text)
        reply = replace(reply, by=gone.who(reply.by), text=said)
    text = "" if asked.by == gone.person else gone.without(asked.text)
    return replace(asked, by=gone.who(asked.by), to=gone.who(asked.to), text=text, reply=reply)


def _moved(due: MovedDue, gone: Forgotten) -> MovedDue:
    why = "" if due.by == gone.person else gone.without(due.why)
    return replace(due, by=gone.who(due.by), why=why)


def _word(word: Word, gone: Forgotten) -> Word:
    note = "" if word.by == gone.person else gone.without(word.note)
    return replace(word, by=gone.who(word.by), note=note)


def _matter(matter: Matter, gone: Forgotten) -> Matter:
    """What the authority said is the company's; what they are called in it is not."""
    said, who = gone.without(matter.said), gone.without(matter.who)
    return replace(matter, by=gone.who(matter.by), said=said, who=who)


def _finding(record: FindingRecord, gone: Forgotten) -> FindingRecord:
    """What they said of it loses its words; that something was said stays."""
    judgement = None if record.judgement is None else _judgement(record.judgement, gone)
    return replace(
        record,
        by=gone.who(record.by),
        judgement=judgement,
        former=tuple(_judgement(each, gone) for each in record.former),
        fixed_by=None if record.fixed_by is None else gone.who(record.fixed_by),
    )


def _judgement(said: Judgement, gone: Forgotten) -> Judgement:
    reason = MARK if said.by == gone.person else gone.without(said.reason)
    evidence = tuple(_file(file, gone.files) for file in said.evidence)
    return replace(said, by=gone.who(said.by), reason=reason, evidence=evidence)


def _items(items: Mapping[ItemKey, ItemState], gone: Forgotten) -> Mapping[ItemKey, ItemState]:
    return {
        key: replace(state, entries=tuple(_entry(entry, gone) for entry in state.entries))
        for key, state in items.items()
    }


def _entry(entry: Entry, gone: Forgotten) -> Entry:
    is_theirs = entry.by == gone.person
    return replace(
        entry,
        by=gone.who(entry.by),
        given=_given(entry.given, gone),
        behalf=gone.without(entry.behalf),
        reason="" if is_theirs else gone.without(entry.reason),
        review=None if entry.review is None else _review(entry.review, gone),
    )


def _given(given: Given, gone: Forgotten) -> Given:
    """Answers are the company's; who gave them, a signature's name, erased files' names are not."""
    match given:
        case AnswerGiven(origin=Origin() as origin):
            return replace(given, origin=_origin(origin, gone))
        case Confirmed():
            return replace(given, name=gone.without(given.name))
        case FilesGiven():
            return replace(given, files=tuple(_file(file, gone.files) for file in given.files))
        case _:
            return given


def _origin(origin: Origin, gone: Forgotten) -> Origin:
    return replace(origin, source=gone.without(origin.source), meaning=gone.without(origin.meaning))


def _unnamed_in(
    items: Mapping[ItemKey, ItemState], erased: Collection[FileId]
) -> Mapping[ItemKey, ItemState]:
    return {
        key: replace(state, entries=tuple(_entry_without(each, erased) for each in state.entries))
        for key, state in items.items()
    }


def _papers_unnamed(season: Season, erased: Collection[FileId]) -> Season:
    nobody = Forgotten(PersonId(""), frozenset(), PersonId(""), frozenset(erased))
    findings = {key: _finding(record, nobody) for key, record in season.findings.items()}
    return replace(season, items=_unnamed_in(season.items, erased), findings=findings)


def _entry_without(entry: Entry, erased: Collection[FileId]) -> Entry:
    given = entry.given
    if not isinstance(given, FilesGiven):
        return entry
    files = tuple(_file(file, erased) for file in given.files)
    return replace(entry, given=replace(given, files=files))


def _file(file: FileRef, erased: Collection[FileId]) -> FileRef:
    return replace(file, name=MARK) if file.id in erased else file


def _review(review: Review, gone: Forgotten) -> Review:
    is_theirs = review.by == gone.person
    reason = "" if is_theirs else gone.without(review.reason)
    return replace(review, by=gone.who(review.by), reason=reason)


def _filing(filing: Filing, gone: Forgotten) -> Filing:
    is_theirs = filing.by == gone.person
    note = "" if is_theirs else gone.without(filing.note)
    return replace(filing, by=gone.who(filing.by), note=note)


def _hold(hold: Hold, gone: Forgotten) -> Hold:
    """It stands on, whoever set it."""
    reason = "" if hold.by == gone.person else gone.without(hold.reason)
    return replace(hold, by=gone.who(hold.by), reason=reason)


def _invitation(invitation: Invitation, gone: Forgotten) -> Invitation:
    used_by = None if invitation.used_by is None else gone.who(invitation.used_by)
    return replace(invitation, by=gone.who(invitation.by), used_by=used_by)
