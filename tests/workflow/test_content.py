"""What a signature is bound to: any change of content changes the hash, and nothing else does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from tests.strategies import givens, moments, people
from tests.workflow.crew import BOSS, CHIEF, FINANCE
from tests.workflow.firm import FIRST, count, paper
from tests.workflow.signatory import (
    PACK,
    REVENUE,
    SEATS,
    assigned,
    at,
    case,
    digest,
    firm,
    gives,
    kept,
)
from workflow.cases import correct_company
from workflow.change import with_season
from workflow.content import changed, content, content_digest, digest_of, marks_of, signed_items
from workflow.findings import Judgement
from workflow.given import (
    AnswerGiven,
    Confirmed,
    Entry,
    FilesGiven,
    ItemState,
    Located,
    NotApplicable,
    Number,
    Origin,
    Review,
    WaitingUntil,
)
from workflow.ids import FileId, ItemKey, PersonId
from workflow.judging import explain
from workflow.model import Company
from workflow.pack import ItemKind, Scope
from workflow.rules import RuleKey

PAPER = ItemKey("account_custody")
DRAFT_PAPER = ItemKey("draft_report")
PROOF = ItemKey("reported_screenshot")
HOTLINE = ItemKey("complaint_hotline")
SUM = RuleKey("r17")
WHEN = at(CHIEF).at
KEYS = [i.key for i in signed_items(case(firm()), PACK) if i.scope is Scope.SEASON]


def put(company: Company, key: ItemKey, *entries: Entry) -> Company:
    """The item with exactly these entries, whatever it is."""
    season = case(company)
    return with_season(company, replace(season, items={**season.items, key: ItemState(entries)}))


def only(company: Company, states: dict[ItemKey, ItemState]) -> Company:
    """The season with nothing else in it."""
    return with_season(company, replace(case(company), items=states))


def entry(what: object, version: int = 1) -> Entry:
    """One version, by the manager."""
    assert isinstance(what, AnswerGiven | FilesGiven | Located | NotApplicable | WaitingUntil)
    return Entry(version, CHIEF, WHEN, what)


FIGURE = AnswerGiven(
    Number(Decimal(280)), origin=Origin("HR 系统", "12-31 在岗", date(2026, 12, 31))
)
CHANGES: dict[str, AnswerGiven] = {
    "another number": replace(FIGURE, value=Number(Decimal(281))),
    "a number a little less": replace(FIGURE, value=Number(Decimal("279.99"))),
    "an estimate": replace(FIGURE, estimate=True),
    "another source": replace(FIGURE, origin=Origin("工资表", "12-31 在岗", date(2026, 12, 31))),
    "another meaning": replace(FIGURE, origin=Origin("HR 系统", "全年平均", date(2026, 12, 31))),
    "another date": replace(FIGURE, origin=Origin("HR 系统", "12-31 在岗", date(2026, 12, 30))),
    "no origin": replace(FIGURE, origin=None),
}


@pytest.mark.parametrize("now", CHANGES.values(), ids=CHANGES)
def test_whatever_is_said_otherwise_of_a_figure_is_another_content(now: AnswerGiven) -> None:
    before = put(firm(), SEATS, entry(FIGURE))

    after = put(firm(), SEATS, entry(now))

    assert digest(after) != digest(before)


def given_back(company: Company) -> Company:
    """Somebody gave the figure back."""
    said = Entry(
        1, FINANCE, WHEN, count(280), review=Review(CHIEF, WHEN, accepted=False, reason="x")
    )
    return put(company, SEATS, said)


def explained(company: Company) -> Company:
    """The seats do not add up, and it was said why."""
    return kept(explain(wrong(company), FIRST, PACK, SUM, "外包未计", by=at(CHIEF)), at(CHIEF))


def wrong(company: Company) -> Company:
    """The seats do not add up."""
    company = gives(company, ItemKey("seats_self"), count(100), CHIEF)
    return gives(company, ItemKey("seats_outsourced"), count(100), CHIEF)


def last_year(company: Company) -> Company:
    """What was answered a year before is known."""
    states = {SEATS: ItemState((entry(count(400)),))}
    return with_season(company, replace(case(company), earlier={2025: states}))


OTHERWISE: dict[str, Callable[[Company], Company]] = {
    "a paper": lambda c: gives(c, PAPER, paper("b.pdf"), CHIEF),
    "where a paper lies": lambda c: gives(c, PAPER, Located("2 号柜"), CHIEF),
    "a reason why not": lambda c: gives(c, PAPER, NotApplicable("没有"), CHIEF),
    "a wait": lambda c: gives(c, PAPER, WaitingUntil(date(2027, 3, 1), ""), CHIEF),
    "the draft": lambda c: gives(c, DRAFT_PAPER, paper(), CHIEF),
    "an answer withdrawn": lambda c: put(c, SEATS, replace(entry(count(280)), withdrawn=True)),
    "an answer given back": given_back,
    "another name of the company": lambda c: (
        correct_company(c, name="乙公司", by=at(CHIEF)).company
    ),
    "last year's figure": last_year,
    "a finding": wrong,
    "a figure the company's reports share": lambda c: gives(c, REVENUE, count(1860), CHIEF),
}


@pytest.mark.parametrize("happens", OTHERWISE.values(), ids=OTHERWISE)
def test_whatever_the_report_says_otherwise_is_another_content(
    happens: Callable[[Company], Company],
) -> None:
    before = firm()

    after = happens(before)

    assert digest(after) != digest(before)


def test_an_explanation_its_reason_and_its_papers_are_content() -> None:
    said = explained(firm())
    record = case(said).findings[SUM]
    assert record.judgement is not None

    def with_judgement(judgement: Judgement) -> str:
        kept_as = {**case(said).findings, SUM: replace(record, judgement=judgement)}
        return digest(with_season(said, replace(case(said), findings=kept_as)))

    (file,) = paper().files
    digests = {
        digest(wrong(firm())),
        digest(said),
        with_judgement(replace(record.judgement, reason="外包另计")),
        with_judgement(replace(record.judgement, evidence=(file,))),
        with_judgement(replace(record.judgement, accepted=True)),
    }

    assert len(digests) == 5


def test_who_explained_it_and_when_is_none() -> None:
    said = explained(firm())
    record = case(said).findings[SUM]
    assert record.judgement is not None
    other = replace(record.judgement, by=BOSS, at=WHEN + timedelta(days=3))
    later = replace(record, judgement=other, raised=WHEN + timedelta(days=1), by=BOSS, number=9)

    as_later = with_season(said, replace(case(said), findings={**case(said).findings, SUM: later}))

    assert digest(as_later) == digest(said)


# --- nothing else -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "happens",
    [
        lambda c: assigned(c, {SEATS: BOSS}),
        lambda c: gives(c, PROOF, paper("已报.png"), CHIEF),
        lambda c: replace(c, members=c.members[:1], event_seq=99, recent=()),
        lambda c: put(c, SEATS, Entry(7, BOSS, WHEN + timedelta(days=9), count("280.00"))),
        lambda c: put(c, SEATS, entry(count(9)), entry(count(280), 2)),
    ],
    ids=[
        "whose it is",
        "a later step",
        "the team and its trail",
        "who and when",
        "versions before",
    ],
)
def test_what_is_no_content_changes_nothing(happens: Callable[[Company], Company]) -> None:
    before = firm()

    after = happens(before)

    assert digest(after) == digest(before)


def test_a_file_is_its_bytes_whatever_it_is_called() -> None:
    (one,) = paper("a.pdf").files
    (other,) = paper("b.pdf").files
    renamed = replace(one, name="重命名.pdf", id=FileId("elsewhere"))

    before = put(firm(), PAPER, entry(FilesGiven((one, other), "album")))
    after = put(firm(), PAPER, entry(FilesGiven((other, renamed))))

    assert digest(after) == digest(before)


states = st.builds(
    lambda what, who, when, version: ItemState((Entry(version, who, when, what),)),
    givens.filter(lambda what: not isinstance(what, Confirmed)),
    people,
    moments,
    st.integers(1, 99),
)
seasons_items = st.dictionaries(st.sampled_from(KEYS), states, max_size=8)
FIRM = firm()


@drawn(seasons_items, st.randoms(), people, moments)
def test_neither_order_nor_who_nor_when_is_content(
    items: dict[ItemKey, ItemState], dice: Random, who: PersonId, when: datetime
) -> None:
    shuffled = list(items.items())
    dice.shuffle(shuffled)
    others = {
        key: ItemState(tuple(replace(e, by=who, at=when, version=3) for e in state.entries))
        for key, state in shuffled
    }

    assert digest(only(FIRM, others)) == digest(only(FIRM, items))


@drawn(seasons_items, st.sampled_from(KEYS), states)
def test_any_change_of_content_changes_the_hash_and_is_named(
    items: dict[ItemKey, ItemState], key: ItemKey, state: ItemState
) -> None:
    before, after = only(FIRM, items), only(FIRM, {**items, key: state})
    old, new = (content(each, case(each), PACK) for each in (before, after))

    names = changed(marks_of(old), marks_of(new))

    assert bool(names) == (content_digest(after, case(after), PACK) != digest_of(old))
    assert (key in names) == (_bare(items.get(key)) != _bare(state))


def _bare(state: ItemState | None) -> object:
    """What of it is content, said a second time: no names of files, no albums, no zeros at the end."""
    if state is None:
        return None
    what = state.entries[-1].given
    match what:
        case FilesGiven(files):
            return ("files", sorted(file.sha256 for file in files))
        case AnswerGiven(Number(number), estimate):
            return ("answer", number, estimate)
        case _:
            return what


def test_all_answers_are_signed_and_no_signature_is() -> None:
    kinds = {item.key: item.kind for item in signed_items(case(firm()), PACK)}

    answers = {item.key for item in PACK.items if item.kind is ItemKind.ANSWER}

    assert answers <= kinds.keys() | {i.key for i in PACK.items if i.opened_by}
    assert ItemKind.SIGN not in kinds.values()
