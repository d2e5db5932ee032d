"""What holds of the rules whatever was answered: no fault, no order, nothing unrelated moves."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.firm import MANAGER, PACKS, doer
from tests.workflow.golden import told
from workflow.checks import Check, run
from workflow.given import AnswerGiven, Choices, Day, Entry, ItemState, Number, Rows, Value, Words
from workflow.ids import ItemKey, PackRef
from workflow.looking import looked_at
from workflow.model import Company, Season, YearFacts
from workflow.pack import Item, Pack, Scope
from workflow.rules import Rule

NEWEST = [PACKS[PackRef("call_centre@2")], PACKS[PackRef("multi_party@2")]]

_numbers = st.builds(
    Number,
    st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from([Decimal(0), Decimal("1E+999999"), Decimal("-1E-999999"), Decimal("NaN")]),
)
_words = st.builds(Words, st.text(max_size=20) | st.just("2026-06-03 08:30"))
_days = st.builds(Day, st.dates())
_choices = st.builds(
    Choices, st.lists(st.sampled_from(["yes", "no", "11", "b24", "not_opened"])).map(tuple)
)
_cells = st.none() | _numbers | _words | _days | _choices
_rows = st.builds(Rows, st.lists(st.lists(_cells, max_size=7).map(tuple), max_size=3).map(tuple))
_values: st.SearchStrategy[Value] = _numbers | _words | _days | _choices | _rows
_packs = st.sampled_from(NEWEST)
_answers = st.lists(st.tuples(st.integers(0, 999), st.booleans(), _values), max_size=25)
"""Which item (counted round), of last year or this, and what: of any kind, the right one or not."""

Answers = list[tuple[int, bool, Value]]


def answered(pack: Pack, answers: Answers) -> tuple[Company, Season]:
    """A season in which all this stands."""
    company, _ = told(pack, "")
    asked = [item for item in pack.items if item.spec is not None]
    for place, is_last, value in answers:
        company = answer(company, asked[place % len(asked)], value, is_last=is_last)
    return company, company.seasons[0]


def answer(company: Company, item: Item, value: Value, *, is_last: bool = False) -> Company:
    """The same with another answer, past every check."""
    season = company.seasons[0]
    state = ItemState((Entry(1, MANAGER, doer().at, AnswerGiven(value)),))
    year = season.year - is_last
    if item.scope is Scope.COMPANY:
        facts = {each.year: each for each in company.facts}
        kept = facts.get(year, YearFacts(year))
        facts[year] = replace(kept, items={**kept.items, item.key: state})
        return replace(company, facts=tuple(facts.values()))
    if is_last:
        earlier = {year: {**season.earlier.get(year, {}), item.key: state}}
        return replace(company, seasons=(replace(season, earlier=earlier),))
    return replace(company, seasons=(replace(season, items={**season.items, item.key: state}),))


def checks(company: Company, pack: Pack) -> dict[str, Check]:
    return {str(each.rule.key): each for each in run(company, company.seasons[0], pack)}


def looks(rule: Rule) -> set[ItemKey]:
    """The items that its verdict stands on."""
    nodes = [rule.fires] if rule.applies is None else [rule.fires, rule.applies]
    return {look.item for node in nodes for look in looked_at(node)}


@given(_packs, _answers)
@settings(deadline=None, max_examples=150)
def test_whatever_was_answered_every_rule_says_something(pack: Pack, answers: Answers) -> None:
    company, season = answered(pack, answers)

    found = run(company, season, pack)

    assert [each.rule for each in found] == list(pack.rules)


@given(_packs, _answers, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_rules_changes_nothing(pack: Pack, answers: Answers, dice: Random) -> None:
    company, _ = answered(pack, answers)
    shuffled = list(pack.rules)
    dice.shuffle(shuffled)

    other = checks(company, replace(pack, rules=tuple(shuffled)))

    assert other == checks(company, pack)


@given(_packs, _answers, st.integers(0, 999), _values)
@settings(deadline=None, max_examples=150)
def test_another_answer_moves_only_the_rules_that_look_at_it(
    pack: Pack, answers: Answers, place: int, value: Value
) -> None:
    company, _ = answered(pack, answers)
    asked = [item for item in pack.items if item.spec is not None]
    item = asked[place % len(asked)]
    hiding = {look.item for each in pack.hides for look in looked_at(each.when)}

    before, after = checks(company, pack), checks(answer(company, item, value), pack)

    moved = {key for key, each in after.items() if each.verdict != before[key].verdict}
    related = {str(rule.key) for rule in pack.rules if item.key in looks(rule)}
    assert item.key in hiding or moved <= related


@given(_packs, _answers, st.integers(0, 999))
@settings(deadline=None, max_examples=150)
def test_another_content_is_another_mark_and_the_same_is_the_same(
    pack: Pack, answers: Answers, place: int
) -> None:
    company, _ = answered(pack, answers)
    asked = [item for item in pack.items if item.spec is not None]
    item = asked[place % len(asked)]
    one = answer(company, item, Words("one"))
    other = answer(company, item, Words("other"))

    marks, others = checks(one, pack), checks(other, pack)

    differ = {key for key, each in marks.items() if each.stands_on != others[key].stands_on}
    assert differ == {str(rule.key) for rule in pack.rules if item.key in looks(rule)}


def test_another_paper_is_another_mark() -> None:
    pack = NEWEST[0]
    one, _ = told(pack, "重大故障次数=1; 重大故障报告=一")
    other, _ = told(pack, "重大故障次数=1; 重大故障报告=二")

    marks = checks(one, pack)["r04"].stands_on, checks(other, pack)["r04"].stands_on

    assert marks[0] != marks[1]


def test_a_paper_is_never_a_figure_that_is_missing() -> None:
    company, _ = told(NEWEST[0], "重大故障次数=1")

    assert checks(company, NEWEST[0])["r04"].missing == ()


def test_the_reporting_year_has_its_own_hours() -> None:
    pack = NEWEST[1]
    figures = "接通率=99.656; 故障日志={year}-03-01 00:00,{year}-03-03 00:00,-,是,否"

    common, _ = told(pack, figures.format(year=2027), 2027)
    leap, _ = told(pack, figures.format(year=2028), 2028)

    ceilings = [f"{checks(each, pack)['r01'].numbers['b']:.5f}" for each in (common, leap)]
    assert ceilings == ["0.99652", "0.99654"]
