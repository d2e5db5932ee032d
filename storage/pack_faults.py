"""What can be wrong between the parts of a pack: names that lead nowhere, circles, dates.

Each check yields the path inside the file and what is wrong there; none stops the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from storage.pack_rule_faults import mode_faults, rule_faults
from storage.pack_rules import named_items, unsaid
from storage.pack_shapes import IncludeShape, ItemShape, LicenceShape, SharedShape
from workflow.due_rules import DayOfYear
from workflow.pack import Item, ItemKind, Scope
from workflow.rules import Rule

LONGEST_KEY = 24
"""A rule's key travels in buttons, as an item's does."""

Fault = tuple[str, str]
T = TypeVar("T")
SharedFiles = Mapping[str, SharedShape | None]
"""By name; None for a file that is there but has faults of its own."""


def faults_between(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    """All faults of a licence, given the shared files there are."""
    yield from _includes(licence)
    yield from _unknown_steps(licence)
    yield from _circles(licence)
    yield from _misplaced(licence, shared)
    yield from _keys_twice(licence, shared)
    yield from _proof(licence)
    yield from _dates(licence)
    yield from _numbers(licence, shared)
    yield from _profiles(licence)
    yield from _rules(licence, shared)
    yield from _quality(licence, shared)
    yield from _score(licence, shared)


def _quality(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    """What the service quality report is made of is there, and asks for what is worked out."""
    if licence.quality is None:
        return
    items: dict[str, ItemShape] = dict(licence.items)
    for _, _, file in whole_includes(licence, shared):
        items |= file.items
    specs = {key: item.spec.spec() if item.spec else None for key, item in items.items()}
    yield from licence.quality.faults_with(specs)


def _score(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    """The score looks at items there are."""
    if licence.score is None:
        return
    items = set(licence.items)
    for _, _, file in whole_includes(licence, shared):
        items |= set(file.items)
    for item in sorted(set(licence.score.named_items()) - items):
        yield "score", f"there is no item {item}"


def _rules(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    """Rules speak of items there are, papers are opened by rules there are, on both sides."""
    for _, _, file in whole_includes(licence, shared):
        yield from (
            (f"rules.{key}", "an included file has a rule of that key")
            for key in sorted(file.rules.keys() & licence.rules.keys())
        )
    items = _all_items(licence, shared)
    rules = {str(rule.key): rule for rule in all_rules(licence, shared)}
    words = {name: each.words for name, each in licence.modes.items()}
    for key, rule in rules.items():
        yield from ((f"rules.{key}", why) for why in _of_rule(rule, items))
        yield from ((f"rules.{key}", why) for why in mode_faults(rule, words))
    yield from _openings(rules, items)
    for number, hiding in enumerate(licence.hides):
        for item in sorted(set(hiding.items) - items.keys()):
            yield f"hides.{number}.items", f"there is no item {item}"


def _of_rule(rule: Rule, items: Mapping[str, Item]) -> Iterator[str]:
    if len(rule.key) > LONGEST_KEY:
        yield f"the key has more than {LONGEST_KEY} signs"
    unknown = sorted(set(named_items(rule)) - items.keys())
    yield from (f"there is no item {item}" for item in unknown)
    yield from (f"says has no {name}" for name in sorted(set(unsaid(rule))))
    if not unknown:
        yield from dict.fromkeys(rule_faults(rule, items))


def _openings(rules: Mapping[str, Rule], items: Mapping[str, Item]) -> Iterator[Fault]:
    """A rule and the papers it opens name each other."""
    for key, rule in rules.items():
        for item in rule.opens:
            if item in items and key not in items[item].opened_by:
                yield f"items.{item}.opened_by", f"it is to name {key}, which opens it"
    for name, each in items.items():
        for rule_key in each.opened_by:
            if rule_key not in rules or name not in rules[rule_key].opens:
                yield f"items.{name}.opened_by", f"no rule {rule_key} opens it"


def all_rules(licence: LicenceShape, shared: SharedFiles) -> Iterator[Rule]:
    """The shared rules first, as the shared items are; a family's one by one."""
    titles = {key: item.title for key, item in _all_items(licence, shared).items()}
    for _, _, file in whole_includes(licence, shared):
        for key, shape in file.rules.items():
            yield from shape.rules(key, titles)
    for key, shape in licence.rules.items():
        yield from shape.rules(key, titles)


def _all_items(licence: LicenceShape, shared: SharedFiles) -> Mapping[str, Item]:
    """By key, wherever they stand."""
    shapes: dict[str, ItemShape] = dict(licence.items)
    for _, _, file in whole_includes(licence, shared):
        shapes |= file.items
    return {key: shape.item(key, "", Scope.SEASON) for key, shape in shapes.items()}


def _includes(licence: LicenceShape) -> Iterator[Fault]:
    for file in _twice(include.file for include in licence.include):
        yield "include", f"{file} is included twice"


def whole_includes(
    licence: LicenceShape, shared: SharedFiles
) -> Iterator[tuple[int, IncludeShape, SharedShape]]:
    """The includes whose files can be looked into: number, include, file."""
    for number, include in enumerate(licence.include):
        file = shared.get(include.file)
        if file is not None:
            yield number, include, file


def _unknown_steps(licence: LicenceShape) -> Iterator[Fault]:
    for path, step in _named_steps(licence):
        if step not in licence.milestones:
            yield path, f"there is no step {step}"


def _named_steps(licence: LicenceShape) -> Iterator[Fault]:
    """Every place that names a step, with the step named."""
    yield "submission", licence.submission
    for key, item in licence.items.items():
        yield f"items.{key}.milestone", item.milestone
    for key, milestone in licence.milestones.items():
        yield from ((f"milestones.{key}.depends_on", step) for step in milestone.depends_on)
    for key, profile in licence.profiles.items():
        yield from ((f"profiles.{key}.milestones", step) for step in profile.milestones)
    for number, include in enumerate(licence.include):
        yield f"include.{number}.into", include.into
        yield from ((f"include.{number}.elsewhere", step) for step in include.elsewhere)


def _circles(licence: LicenceShape) -> Iterator[Fault]:
    graph = {key: milestone.depends_on for key, milestone in licence.milestones.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield "milestones", f"steps wait for each other: {' -> '.join(error.args[1])}"


def _misplaced(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    for number, include, file in whole_includes(licence, shared):
        placed = [item for items in include.elsewhere.values() for item in items]
        path = f"include.{number}.elsewhere"
        for item in _twice(placed):
            yield path, f"{item} is placed twice"
        for item in sorted(set(placed) - set(file.items)):
            yield path, f"{include.file} has no item {item}"


def _keys_twice(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    keys = list(licence.items)
    for _, _, file in whole_includes(licence, shared):
        keys.extend(file.items)
    for key in _twice(keys):
        yield f"items.{key}", "an included file has an item of that key"


def _proof(licence: LicenceShape) -> Iterator[Fault]:
    proof = licence.items.get(licence.proof)
    if proof is None:
        yield "proof", f"there is no item {licence.proof}"
    elif proof.kind is not ItemKind.MATERIAL or proof.milestone != licence.submission:
        yield "proof", f"{licence.proof} is to be a material of the step {licence.submission}"


def _dates(licence: LicenceShape) -> Iterator[Fault]:
    submission = licence.milestones.get(licence.submission)
    if submission is not None and submission.statutory is None:
        yield f"milestones.{licence.submission}.statutory", "the submission has a statutory date"
    for key, milestone in licence.milestones.items():
        inner, last = milestone.internal, milestone.statutory
        if isinstance(inner, DayOfYear) and last and _order(inner) > _order(last):
            yield f"milestones.{key}.internal", "the internal date is after the statutory one"


def _order(day: DayOfYear) -> tuple[int, int]:
    return day.month, day.day


def _numbers(licence: LicenceShape, shared: SharedFiles) -> Iterator[Fault]:
    """A step without anything to do would be done before it began; only dates may be empty."""
    numbers = [step.number for step in licence.milestones.values() if step.number is not None]
    for number in _twice(numbers):
        yield "milestones", f"two steps have the number {number}"
    used = {item.milestone for item in licence.items.values()}
    for _, include, file in whole_includes(licence, shared):
        used |= {include.step_of(item) for item in file.items}
    for key, milestone in licence.milestones.items():
        if milestone.number is not None and key not in used:
            yield f"milestones.{key}", "a step with a number has at least one item"


def _profiles(licence: LicenceShape) -> Iterator[Fault]:
    proof = licence.items.get(licence.proof)
    for key, profile in licence.profiles.items():
        path = f"profiles.{key}"
        for step in _twice(profile.milestones):
            yield f"{path}.milestones", f"{step} is named twice"
        if profile.fold_into not in profile.milestones:
            yield f"{path}.fold_into", "it is to be one of the profile's milestones"
        if licence.submission not in profile.milestones:
            yield f"{path}.milestones", f"the submission {licence.submission} is missing"
        if proof is not None and proof.duty not in profile.duties:
            yield f"{path}.duties", f"the proof {licence.proof} would be left out"


def _twice(values: Iterable[T]) -> list[T]:
    return [value for value, count in Counter(values).items() if count > 1]
