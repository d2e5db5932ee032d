"""Hypothesis strategies for the words of the trade: companies of every shape, and their parts."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import strategies as st

from workflow.events import Event, EventKind
from workflow.findings import FindingRecord, Judgement
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Entry,
    FileRef,
    FilesGiven,
    ItemState,
    NotApplicable,
    Number,
    Origin,
    Review,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.ids import CompanyId, FileId, ItemKey, MilestoneKey, PackRef, PersonId, SeasonId
from workflow.matters import Matter, MatterKind, MatterState
from workflow.model import (
    AddedItem,
    AddedStep,
    Company,
    Coverage,
    Filing,
    FilingFact,
    Lifecycle,
    MovedDue,
    Season,
    Tailoring,
    Word,
    YearFacts,
)
from workflow.paper_record import PaperRecord
from workflow.policy import OwnPolicy, Shared
from workflow.rules import RuleKey
from workflow.signatures import Question, Reply, Seal, SignAsk, Signing
from workflow.team import Member, Role
from workflow.transcript import FormKey, LineKey, Said, Saved, Transcript, Typed

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Anything a person can type; half surrogates cannot be written as UTF-8 and never get this far."""
ids = st.text("abcxyzABC0189", min_size=1, max_size=6)
item_keys = ids.map(ItemKey)
step_keys = ids.map(MilestoneKey)
people = ids.map(PersonId)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
zones = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3.5))])
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001

numbers = st.builds(
    Number, st.decimals(allow_nan=False, allow_infinity=False) | st.just(Decimal("12.50"))
)
choices = st.builds(Choices, st.lists(ids, max_size=3).map(tuple))
cells = numbers | st.builds(Day, days) | st.builds(Words, texts) | choices
rows = st.lists(st.lists(st.none() | cells, max_size=4).map(tuple), max_size=4).map(tuple)
values = cells | st.builds(Rows, rows)

file_refs = st.builds(
    FileRef,
    ids.map(FileId),
    texts,
    st.sampled_from(["application/pdf", "image/png"]),
    st.integers(0, 20_000_000),
    st.just("0123456789abcdef" * 4),
)
origins = st.builds(Origin, texts, texts, st.none() | days)
givens = (
    st.builds(FilesGiven, st.lists(file_refs, min_size=1, max_size=3).map(tuple), texts)
    | st.builds(AnswerGiven, values, st.booleans(), st.none() | origins)
    | st.builds(Confirmed, texts)
    | st.builds(WaitingUntil, days, texts)
    | st.builds(NotApplicable, texts)
)
entries = st.builds(Entry, st.integers(1, 99), people, moments, givens, st.booleans())
item_states = st.builds(ItemState, st.lists(entries, max_size=3).map(tuple))
items = st.dictionaries(item_keys, item_states, max_size=4)

filings = st.builds(
    Filing, st.sampled_from(FilingFact), days, people, moments, texts, st.none() | days
)
tailorings = st.builds(
    Tailoring,
    added=st.lists(
        st.builds(
            AddedItem,
            item_keys,
            step_keys,
            texts,
            st.sampled_from(("material", "confirm")),
        ),
        max_size=2,
    ).map(tuple),
    renamed=st.dictionaries(ids, texts, max_size=2),
    dropped_items=st.dictionaries(item_keys, texts, max_size=2),
    added_steps=st.lists(st.builds(AddedStep, step_keys, texts, days), max_size=2).map(tuple),
    renamed_steps=st.dictionaries(step_keys, texts, max_size=2),
    dropped_steps=st.dictionaries(step_keys, texts, max_size=2),
)
moved = st.builds(MovedDue, days, people, texts)
words = st.builds(Word, days, people, st.booleans(), texts)
ladders = st.none() | st.lists(st.integers(0, 120), max_size=3).map(tuple)
policies = st.builds(
    OwnPolicy, ladders, ladders, st.booleans(), st.booleans(), st.sampled_from(Shared)
)
matters = st.builds(
    Matter,
    number=st.integers(1, 99),
    kind=st.sampled_from(MatterKind),
    on=days,
    said=texts,
    step=step_keys,
    paper=item_keys,
    by=people,
    at=moments,
    who=texts,
    due=st.none() | days,
    items=st.lists(item_keys, max_size=2).map(tuple),
    findings=st.lists(ids.map(RuleKey), max_size=2).map(tuple),
    state=st.sampled_from(MatterState),
    since=st.none() | days,
    withdrawn=st.booleans(),
)

judgements = st.builds(
    Judgement,
    st.booleans(),
    people,
    moments,
    texts,
    ids,
    st.lists(file_refs, max_size=2).map(tuple),
)
finding_records = st.builds(
    FindingRecord,
    number=st.integers(1, 99),
    raised=moments,
    by=people,
    judgement=st.none() | judgements,
    former=st.lists(judgements, max_size=2).map(tuple),
    fixed=st.none() | moments,
    fixed_by=st.none() | people,
)
papers = st.builds(PaperRecord, st.integers(1, 999), texts, moments, people)
reviews = st.builds(Review, people, moments, st.booleans(), texts)
seals = st.builds(Seal, ids, st.dictionaries(ids, ids, max_size=2))
questions = st.builds(
    Question,
    st.integers(1, 99),
    item_keys,
    people,
    people,
    moments,
    texts,
    st.none() | st.builds(Reply, people, moments, texts),
)
signings = st.builds(
    Signing,
    ids,
    st.dictionaries(
        item_keys,
        st.builds(SignAsk, people, moments, st.none() | reviews, st.booleans()),
        max_size=2,
    ),
    st.dictionaries(item_keys, st.dictionaries(st.integers(1, 9), seals, max_size=2), max_size=2),
    st.lists(questions, max_size=2).map(tuple),
)
line_keys = item_keys.map(LineKey)
remarks = st.builds(Said, people, moments, texts, ids)
typings = st.builds(
    Typed, people, moments, texts, st.none() | remarks, st.none() | remarks, st.booleans()
)
transcripts = st.builds(
    Transcript,
    public=st.dictionaries(item_keys, st.booleans(), max_size=2),
    pledge=texts,
    typed=st.dictionaries(line_keys, typings, max_size=2),
    refused=st.dictionaries(line_keys, remarks, max_size=2),
    otherwise=st.dictionaries(line_keys, remarks, max_size=2),
    saved=st.dictionaries(texts.map(FormKey), st.builds(Saved, people, moments, texts), max_size=2),
)

seasons = st.builds(
    Season,
    id=ids.map(SeasonId),
    pack=ids.map(lambda name: PackRef(f"{name}@1")),
    profile=ids,
    year=st.integers(2020, 2100),
    licence_no=texts,
    coverage=st.builds(Coverage, st.sampled_from(["", "11", "44"])),
    opened_on=days,
    items=items,
    filings=st.lists(filings, max_size=2).map(tuple),
    tailoring=tailorings,
    lifecycle=st.sampled_from(Lifecycle),
    moved=st.dictionaries(step_keys, moved, max_size=2),
    words=st.dictionaries(step_keys, words, max_size=2),
    matters=st.lists(matters, max_size=2).map(tuple),
    earlier=st.dictionaries(st.integers(2018, 2099), items, max_size=2),
    findings=st.dictionaries(ids.map(RuleKey), finding_records, max_size=2),
    triggered=st.frozensets(ids.map(RuleKey), max_size=2),
    papers=st.dictionaries(ids, papers, max_size=2),
    signing=signings,
    transcript=transcripts,
)
events = st.builds(
    Event,
    seq=st.integers(1, 9999),
    at=moments,
    by=people,
    kind=st.sampled_from(EventKind),
    season=st.none() | ids.map(SeasonId),
    subject=texts,
    version=st.integers(0, 99),
    old=texts,
    new=texts,
    why=texts,
)
members = st.builds(Member, people, texts, st.lists(st.sampled_from(Role), max_size=1).map(tuple))
companies = st.builds(
    Company,
    id=ids.map(CompanyId),
    name=texts,
    uscc=st.sampled_from(["91110000000000000X", "91310000MA1FL0YK3B"]),
    members=st.lists(members, max_size=3).map(tuple),
    seasons=st.lists(seasons, max_size=2).map(tuple),
    facts=st.lists(st.builds(YearFacts, st.integers(2020, 2100), items), max_size=2).map(tuple),
    lifecycle=st.sampled_from(Lifecycle),
    policy=policies,
    event_seq=st.integers(0, 9999),
    recent=st.lists(events, max_size=3).map(tuple),
)
"""Shapes, not truths: the event numbers of such a company need not fit together."""
