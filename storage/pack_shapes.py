"""The shape of a pack's TOML file as a whole: items, steps, profiles, what it includes.

Two kinds of file: `licence`, which becomes a Pack, and `shared`, items that licences include; a
third, `reminders`, is read by storage/policies.py.
A shared file includes nothing, so that includes cannot run in a circle.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, PlainValidator, StringConstraints, model_validator

from storage.pack_days import Day, DayOrWorkdays
from storage.pack_fields import (
    AnswerShape,
    Key,
    NamedBasis,
    NamedCheck,
    Shape,
    StepKey,
)
from storage.pack_quality import QualityShape
from storage.pack_rules import HidingShape, RuleShape
from storage.pack_score import ScoreShape
from workflow.ids import ItemKey, MilestoneKey
from workflow.pack import Duty, Item, ItemKind, Milestone, Profile, Scope
from workflow.rules import RuleKey
from workflow.signatures import ANY_ONE, SignTerms
from workflow.team import Department
from workflow.text import Text

FileRef = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}@[1-9][0-9]{0,3}$")]

MOST_CHECKS = 6
"""They stand on one card beside what else it says."""

RESERVED = re.compile(r"own[0-9]+")
"""Keys of the items that a company adds to its season (workflow/tailoring.py)."""


def _item_key(raw: object) -> str:
    if not isinstance(raw, str) or not re.fullmatch(r"[a-z0-9_]{1,24}", raw):
        message = "a key has at most 24 of a-z, 0-9 and _"
        raise ValueError(message)
    if RESERVED.fullmatch(raw):
        message = "such keys are kept for items that companies add"
        raise ValueError(message)
    return raw


ItemName = Annotated[str, PlainValidator(_item_key)]
Departments = Annotated[tuple[Department, ...], Field(min_length=1)]
Checks = Annotated[tuple[NamedCheck, ...], Field(max_length=MOST_CHECKS)]


class SignShape(Shape):
    """How many have to sign, and whether those who handed in the figures may."""

    quorum: int = Field(default=1, ge=1, le=5, strict=True)
    own: bool = Field(default=True, strict=True)


class ItemShape(Shape):
    """One thing on the checklist, wherever it stands."""

    title: Text
    kind: ItemKind
    departments: Departments
    basis: NamedBasis
    duty: Duty = Duty.INTERNAL
    hint: Text | None = None
    evidence: Text | None = None
    sensitive: bool = False
    reviewed: bool = False
    checks: Checks = ()
    opened_by: tuple[Key, ...] = ()
    spec: AnswerShape | None = None
    sign: SignShape | None = None

    @model_validator(mode="after")
    def _asks_what_it_is(self) -> Self:
        if (self.kind is ItemKind.ANSWER) != (self.spec is not None):
            message = "an answer has a spec, and nothing else has one"
            raise ValueError(message)
        if len(set(self.departments)) < len(self.departments):
            message = "a department is named twice"
            raise ValueError(message)
        if self.checks and self.kind not in (ItemKind.MATERIAL, ItemKind.SIGN):
            message = "checks are asked of a paper"
            raise ValueError(message)
        if self.sign is not None and self.kind is not ItemKind.SIGN:
            message = "who signs is said of a signature"
            raise ValueError(message)
        return self

    def item(self, key: str, milestone: str, scope: Scope) -> Item:
        """The item of that key, standing in that step."""
        return Item(
            key=ItemKey(key),
            milestone=MilestoneKey(milestone),
            kind=self.kind,
            title=self.title,
            basis=self.basis,
            departments=self.departments,
            duty=self.duty,
            scope=scope,
            spec=self.spec.spec() if self.spec else None,
            hint=self.hint,
            evidence=self.evidence,
            sensitive=self.sensitive,
            reviewed=self.reviewed,
            checks=self.checks,
            opened_by=tuple(RuleKey(each) for each in self.opened_by),
            sign=SignTerms(self.sign.quorum, self.sign.own) if self.sign else ANY_ONE,
        )


class OwnItemShape(ItemShape):
    """An item of one licence; its answer is the season's."""

    milestone: StepKey


class SharedItemShape(ItemShape):
    """An item that licences include; unless it says otherwise the whole company shares its answer.

    Only these may be shared: two packs mean the same by a key only where they share the file.
    """

    scope: Scope = Scope.COMPANY


class MilestoneShape(Shape):
    """A step, or without a number a date to watch."""

    title: Text
    basis: NamedBasis
    departments: Departments
    number: int | None = Field(default=None, ge=1, strict=True)
    statutory: Day | None = None
    internal: DayOrWorkdays | None = None
    after_filing: bool = False
    depends_on: tuple[StepKey, ...] = ()
    done_when: Text | None = None

    @model_validator(mode="after")
    def _has_a_date(self) -> Self:
        if self.statutory is None and self.internal is None:
            message = "a milestone has a statutory or an internal date"
            raise ValueError(message)
        return self

    def milestone(self, key: str) -> Milestone:
        """As the trade knows it."""
        return Milestone(
            key=MilestoneKey(key),
            number=self.number,
            title=self.title,
            basis=self.basis,
            departments=self.departments,
            statutory=self.statutory,
            internal=self.internal,
            after_filing=self.after_filing,
            depends_on=tuple(MilestoneKey(step) for step in self.depends_on),
            done_when=self.done_when,
        )


class ProfileShape(Shape):
    """How much of the pack a company takes on."""

    title: Text
    about: Text
    milestones: tuple[StepKey, ...] = Field(min_length=1)
    duties: tuple[Duty, ...] = Field(min_length=1)
    fold_into: StepKey

    def profile(self, key: str) -> Profile:
        """As the trade knows it."""
        steps = tuple(MilestoneKey(step) for step in self.milestones)
        return Profile(
            key, self.title, self.about, steps, self.duties, MilestoneKey(self.fold_into)
        )


class IncludeShape(Shape):
    """The items of a shared file: all stand in the step `into`, but for those told elsewhere."""

    file: FileRef
    into: StepKey
    elsewhere: dict[StepKey, tuple[Key, ...]] = Field(default_factory=dict)

    def step_of(self, item: str) -> str:
        """The step in which an item of the file stands."""
        return next((step for step, items in self.elsewhere.items() if item in items), self.into)


class SharedShape(Shape):
    """A file of items that licences include."""

    kind: Literal["shared"]
    items: dict[ItemName, SharedItemShape] = Field(min_length=1)
    rules: dict[Key, RuleShape] = Field(default_factory=dict)


class ModeShape(Shape):
    """A switch of the rules: the word it stands at, and all it may stand at."""

    stands: str
    words: tuple[str, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _stands_at_one(self) -> Self:
        if self.stands not in self.words:
            message = f"{self.stands} is none of {', '.join(self.words)}"
            raise ValueError(message)
        return self


class LicenceShape(Shape):
    """A file that is one licence's yearly report."""

    kind: Literal["licence"]
    title: Text
    licence_code: str
    submission: StepKey
    proof: Key
    reminders: FileRef | None = None
    """By which file it reminds, if not by the first (storage/policies.py)."""
    include: tuple[IncludeShape, ...] = ()
    profiles: dict[Key, ProfileShape] = Field(min_length=1)
    milestones: dict[StepKey, MilestoneShape] = Field(min_length=1)
    items: dict[ItemName, OwnItemShape] = Field(min_length=1)
    hides: tuple[HidingShape, ...] = ()
    modes: dict[Key, ModeShape] = Field(default_factory=dict)
    rules: dict[Key, RuleShape] = Field(default_factory=dict)
    quality: QualityShape | None = None
    score: ScoreShape | None = None
