"""Figures of the service worked out from logs and other figures, each with what it is made of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from workflow.arithmetic import decimal_of
from workflow.figures import Figures
from workflow.given import Choices, Day, Number, Rows
from workflow.ids import ItemKey
from workflow.measures import COMPLAINT_COLUMNS, SURVEY_COLUMNS, Measure, QualitySpec
from workflow.outages import FaultRecord, cells_of, fault_record
from workflow.rules import Year

REPLY_DAYS = 15
PER_SESSIONS = 10_000
LEEWAY = Fraction(2, 1000)
"""What rule R01 allows above the ceiling."""
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Worked:
    """One figure, exact as far as 50 digits go, with the numbers it is made of by name."""

    measure: Measure
    value: Decimal
    of: Mapping[str, Decimal]
    sources: tuple[ItemKey, ...]
    """The items that those numbers are from."""


@dataclass(frozen=True, slots=True)
class Complaints:
    """A complaint log of one year."""

    received: int
    replied: int
    """Within 15 days."""
    by_channel: Mapping[str, int]
    outside: tuple[int, ...]
    """Rows of other years, counted from 1: left out."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was asked of users and what they said, all batches together."""

    batches: int
    answered: Decimal
    satisfied: Decimal


def rounded(value: Decimal, decimals: int) -> Decimal:
    """As it is written down: half a step is rounded up."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Logs:
    """The logs of one season, as far as they were handed in."""

    figures: Figures
    spec: QualitySpec

    @property
    def faults(self) -> FaultRecord | None:
        """None while there is no fault log; an empty one says that there was no fault."""
        rows = self.figures.value(self.spec.faults)
        if not isinstance(rows, Rows):
            return None
        return fault_record(rows, self.figures.season.year, self.spec)

    @property
    def complaints(self) -> Complaints | None:
        """None while there is no complaint log."""
        rows = self.figures.value(self.spec.complaints)
        return _complaints(rows, self.figures.season.year) if isinstance(rows, Rows) else None

    @property
    def survey(self) -> Survey | None:
        """None while nothing was asked, or the answers do not add up."""
        rows = self.figures.value(self.spec.survey)
        found = _survey(rows) if isinstance(rows, Rows) else None
        return found if found and found.satisfied <= found.answered else None

    @property
    def ceiling(self) -> Worked | None:
        """No connection rate is above it (rule R01): percent, the rule's leeway included."""
        faults = self.faults
        if faults is None:
            return None
        share = 1 - faults.reached / faults.hours_of_year + LEEWAY
        of = {"hours": decimal_of(faults.reached), "total": Decimal(faults.hours_of_year)}
        value = decimal_of(min(share, Fraction(1)) * HUNDRED)
        return Worked(Measure.CONNECT_RATE, value, of, (self.spec.faults,))

    def worked_out(self) -> Mapping[Measure, Worked]:
        """Every figure that the logs, and what was answered beside them, give."""
        makers = (self._of_faults, self._of_complaints, self._of_survey)
        return {each.measure: each for maker in makers for each in maker()}

    # --- faults -------------------------------------------------------------------------

    def _of_faults(self) -> Iterator[Worked]:
        faults = self.faults
        if faults is None:
            return
        count, major = len(faults.faults), len(faults.major)
        total = faults.hours_of_year
        make = self._maker(self.spec.faults)
        available = 1 - faults.down / total
        yield make(Measure.AVAILABILITY, available * HUNDRED, hours=faults.down, total=total)
        yield make(Measure.FAULTS, count, planned=len(faults.planned))
        yield make(Measure.FAULTS_MAJOR, major)
        if not count:
            return
        yield make(Measure.REPAIR_HOURS, faults.repair / count, hours=faults.repair, count=count)
        limit = self._answered(self.spec.fields.get(Measure.SLA_HOURS))
        if limit is not None:
            hit = sum(1 for each in faults.faults if each.hours <= limit)
            make = self._maker(self.spec.faults, self.spec.fields[Measure.SLA_HOURS])
            share = Fraction(hit, count) * HUNDRED
            yield make(Measure.SLA_HIT, share, hit=hit, count=count, limit=limit)

    # --- complaints ---------------------------------------------------------------------

    def _of_complaints(self) -> Iterator[Worked]:
        log = self.complaints
        make = self._maker(self.spec.complaints)
        if log is not None:
            yield make(Measure.COMPLAINTS, log.received)
            if log.received:
                share = Fraction(log.replied, log.received) * HUNDRED
                yield make(Measure.REPLY_RATE, share, replied=log.replied, count=log.received)
        yield from self._complaint_rate(None if log is None else log.received)

    def _complaint_rate(self, logged: int | None) -> Iterator[Worked]:
        asked = self.spec.fields.get(Measure.COMPLAINTS)
        count = self._answered(asked) if logged is None else Fraction(logged)
        parts = [self._answered(key) for key in self.spec.sessions]
        known = [each for each in parts if each is not None]
        sessions = sum(known, Fraction(0)) if len(known) == len(parts) else Fraction(0)
        if count is None or not sessions:
            return
        sources = (self.spec.complaints if logged is not None or asked is None else asked,)
        rate = count / sessions * PER_SESSIONS
        make = self._maker(*sources, *self.spec.sessions)
        yield make(Measure.COMPLAINT_RATE, rate, count=count, sessions=sessions)
        key = self.spec.fields.get(Measure.COMPLAINT_RATE)
        before = self._answered(key, Year.LAST)
        if before:
            change = (rate / before - 1) * HUNDRED
            yield make(Measure.COMPLAINT_TREND, change, rate=rate, before=before)

    # --- survey -------------------------------------------------------------------------

    def _of_survey(self) -> Iterator[Worked]:
        survey = self.survey
        if survey is None or not survey.answered:
            return
        share = Fraction(survey.satisfied) / Fraction(survey.answered) * HUNDRED
        of = {"satisfied": Fraction(survey.satisfied), "sample": Fraction(survey.answered)}
        yield self._maker(self.spec.survey)(Measure.SATISFACTION, share, **of)

    # --- what they are made with --------------------------------------------------------

    def _answered(self, key: ItemKey | None, year: Year = Year.THIS) -> Fraction | None:
        value = self.figures.value(key, year) if key is not None else None
        return Fraction(value.value) if isinstance(value, Number) else None

    @staticmethod
    def _maker(*sources: ItemKey) -> "Callable[..., Worked]":
        def made(measure: Measure, value: Fraction | int, **of: Fraction | int) -> Worked:
            told = {name: decimal_of(Fraction(each)) for name, each in of.items()}
            return Worked(measure, decimal_of(Fraction(value)), told, sources)

        return made


def _complaints(rows: Rows, year: int) -> Complaints:
    received = replied = 0
    channels: dict[str, int] = {}
    outside: list[int] = []
    for number, row in enumerate(rows.rows, start=1):
        came, channel, answered, _ = cells_of(row, COMPLAINT_COLUMNS)
        if not isinstance(came, Day) or came.value.year != year:
            outside.append(number)
            continue
        received += 1
        if isinstance(answered, Day) and (answered.value - came.value).days <= REPLY_DAYS:
            replied += 1
        if isinstance(channel, Choices):
            for key in channel.keys:
                channels[key] = channels.get(key, 0) + 1
    return Complaints(received, replied, channels, tuple(outside))


def _survey(rows: Rows) -> Survey:
    answered = satisfied = Decimal(0)
    for row in rows.rows:
        _, sample, happy, _ = cells_of(row, SURVEY_COLUMNS)
        answered += sample.value if isinstance(sample, Number) else 0
        satisfied += happy.value if isinstance(happy, Number) else 0
    return Survey(len(rows.rows), answered, satisfied)
