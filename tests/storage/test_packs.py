"""The packs as data, and the loader that tells every fault of theirs at once."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from storage.packs import load_packs
from workflow.basis import Standing
from workflow.due_rules import DayOfYear, WorkdaysBefore
from workflow.ids import ItemKey, PackRef
from workflow.pack import ChoiceSpec, Duty, FormSpec, Item, ItemKind, NumberSpec, Pack, Scope
from workflow.provinces import PROVINCES

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "workflow" / "packs"
RELEASED = [line.split() for line in (ROOT / "tests" / "packs.sha256").read_text().splitlines()]

SHARED_FIELDS = [
    "company_name",
    "uscc",
    "legal_rep",
    "licence_no",
    "licence_valid_to",
    "licence_services",
    "reg_address",
    "reg_province",
    "reg_capital",
    "company_nature",
    "listing_status",
    "branches",
    "shareholders",
    "contact_person",
    "staff_total",
    "staff_rd",
    "staff_vas",
    "insured_count",
    "revenue_total",
    "cost_total",
    "revenue_telecom",
    "profit_total",
    "tax_paid",
    "complaint_hotline",
    "complaints",
    "complaint_reply_rate",
    "security_regime",
    "compliance_events",
]
CALL_CENTRE_FIELDS = [
    "staff_tech",
    "agents_headcount",
    "revenue_callcenter",
    "service_opened",
    "coverage",
    "seats_total",
    "seats_self",
    "seats_outsourced",
    "seats_ai",
    "trunk_lines",
    "access_numbers",
    "outbound_share",
    "calls_in",
    "calls_out",
    "avg_month_eff_talk",
    "client_industries",
    "connect_rate",
    "satisfaction",
]
MULTI_PARTY_FIELDS = [
    "service_opened",
    "mp_service_kind",
    "mp_revenue",
    "mp_users",
    "mp_conferences",
    "mp_minutes",
    "mp_ports",
    "mp_availability",
    "mp_connect_rate",
    "mp_drop_rate",
    "mp_faults_major",
    "mp_faults_total",
    "mp_mttr_h",
    "mp_sla_mttr_h",
    "mp_sla_hit",
    "mp_complaint_rate",
    "mp_complaint_trend",
    "mp_satisfaction",
    "mp_tech_staff",
    "mp_servers",
    "mp_ip_changes",
    "mp_user_verify",
    "mp_log_retention",
]


@pytest.fixture(scope="module")
def packs() -> Mapping[PackRef, Pack]:
    return load_packs(PACKS)


@pytest.fixture(scope="module")
def call_centre(packs: Mapping[PackRef, Pack]) -> Pack:
    return packs[PackRef("call_centre@1")]


@pytest.fixture(scope="module")
def multi_party(packs: Mapping[PackRef, Pack]) -> Pack:
    return packs[PackRef("multi_party@1")]


def answers(pack: Pack) -> list[Item]:
    return [item for item in pack.items if item.kind is ItemKind.ANSWER]


def test_a_call_centre_reports_the_46_fields(call_centre: Pack) -> None:
    fields = answers(call_centre)

    assert [item.key for item in fields] == SHARED_FIELDS + CALL_CENTRE_FIELDS
    assert len(fields) == 46
    assert {(item.milestone, item.duty) for item in fields} == {("M3", Duty.STATUTORY)}


def test_how_sure_the_46_fields_are_is_as_the_sources_say(call_centre: Pack) -> None:
    standings = [item.basis.standing for item in answers(call_centre)]

    assert standings.count(Standing.OFFICIAL) == 24
    assert standings.count(Standing.PRACTICE) == 21
    assert standings.count(Standing.INTERNAL) == 1


def test_multi_party_shares_the_general_fields_and_adds_its_own(multi_party: Pack) -> None:
    fields = answers(multi_party)

    assert [item.key for item in fields] == SHARED_FIELDS + MULTI_PARTY_FIELDS


def test_the_sixteen_materials_of_multi_party_are_there(multi_party: Pack) -> None:
    materials = [item for item in multi_party.items if item.key.startswith(("d0", "d1"))]

    assert sorted(item.key[:3] for item in materials) == [f"d{n:02}" for n in range(1, 17)]
    assert {item.kind for item in materials} == {ItemKind.MATERIAL}


def test_a_call_centre_has_eight_steps_and_seven_dates_to_watch(call_centre: Pack) -> None:
    steps = {step.key: step.number for step in call_centre.milestones if step.number is not None}
    watched = [step.key for step in call_centre.milestones if step.number is None]

    assert steps == {f"M{n}": n for n in range(1, 9)}
    assert sorted(watched) == [f"S{n}" for n in range(7)]


def test_multi_party_has_ten_steps_and_watches_the_last_day(multi_party: Pack) -> None:
    steps = [step.key for step in multi_party.milestones if step.number is not None]
    watched = [step.key for step in multi_party.milestones if step.number is None]

    assert steps == ["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P10"]
    assert watched == ["P9", "S2", "S5", "S6"]


@pytest.mark.parametrize(("ref", "empty"), [("call_centre@1", "S1 S3"), ("multi_party@1", "P9")])
def test_only_dates_that_are_nobodys_debt_hold_nothing(
    packs: Mapping[PackRef, Pack], ref: str, empty: str
) -> None:
    pack = packs[PackRef(ref)]
    used = {item.milestone for item in pack.items}

    assert [step.key for step in pack.milestones if step.key not in used] == empty.split()


@pytest.mark.parametrize("ref", ["call_centre@1", "multi_party@1"])
def test_the_report_is_due_on_31_march_and_ours_ten_working_days_before(
    packs: Mapping[PackRef, Pack], ref: str
) -> None:
    pack = packs[PackRef(ref)]

    submission = pack.milestone(pack.submission)

    assert submission.statutory == DayOfYear(3, 31)
    assert submission.internal == WorkdaysBefore(10)
    assert pack.item(pack.proof).duty is Duty.STATUTORY


@pytest.mark.parametrize("ref", ["call_centre@1", "multi_party@1"])
def test_the_statutory_profile_holds_what_the_law_asks_and_the_full_one_everything(
    packs: Mapping[PackRef, Pack], ref: str
) -> None:
    pack = packs[PackRef(ref)]

    statutory, full = pack.profile("statutory"), pack.profile("full")

    assert statutory.milestones == (pack.submission, "S2")
    assert statutory.duties == (Duty.STATUTORY,)
    assert statutory.fold_into == full.fold_into == pack.submission
    assert set(full.milestones) == {step.key for step in pack.milestones}
    assert set(full.duties) == {Duty.STATUTORY, Duty.INTERNAL}


def test_company_facts_are_shared_but_what_belongs_to_a_licence_is_not(call_centre: Pack) -> None:
    shared = {item.key for item in call_centre.items if item.scope is Scope.COMPANY}

    of_a_licence = {"licence_no", "licence_valid_to", "licence_services"}
    assert shared == {*SHARED_FIELDS, "number_report", "list_check"} - of_a_licence


def test_both_packs_mean_the_same_by_what_they_share(call_centre: Pack, multi_party: Pack) -> None:
    theirs = {item.key: item.spec for item in multi_party.items if item.scope is Scope.COMPANY}

    ours = {item.key: item.spec for item in call_centre.items if item.scope is Scope.COMPANY}

    assert ours == theirs


def test_provinces_are_the_31_of_the_mainland_by_their_codes(call_centre: Pack) -> None:
    spec = call_centre.item(ItemKey("coverage")).spec

    assert isinstance(spec, ChoiceSpec)
    assert spec.many
    assert tuple(option.key for option in spec.options) == PROVINCES
    assert len(PROVINCES) == 31
    assert (spec.options[0].key, spec.options[0].title.zh) == ("11", "北京")
    assert (spec.options[-1].key, spec.options[-1].title.en) == ("65", "Xinjiang")


@pytest.mark.parametrize(
    ("key", "low", "high", "unit"),
    [
        ("staff_total", 1, None, "人"),
        ("seats_total", 0, None, "席"),
        ("outbound_share", 0, 100, "%"),
        ("complaint_reply_rate", 0, 100, "%"),
        ("avg_month_eff_talk", 0, 37440, "分钟"),
        ("revenue_total", 0, None, "万元"),
        ("profit_total", None, None, "万元"),
    ],
)
def test_numbers_know_their_bounds_and_units(
    call_centre: Pack, key: str, low: int | None, high: int | None, unit: str
) -> None:
    spec = call_centre.item(ItemKey(key)).spec

    assert isinstance(spec, NumberSpec)
    assert (spec.low, spec.high, spec.unit.zh) == (low, high, unit)


def test_a_form_always_names_the_papers_that_go_with_it(packs: Mapping[PackRef, Pack]) -> None:
    forms = [
        item for pack in packs.values() for item in pack.items if isinstance(item.spec, FormSpec)
    ]

    assert {item.key for item in forms} == {"hotline_test", "security_regime", "mp_user_verify"}
    assert all(item.evidence for item in forms)


def test_penalties_holdings_and_people_are_kept_from_groups(
    call_centre: Pack, multi_party: Pack
) -> None:
    sensitive = {item.key for item in (*call_centre.items, *multi_party.items) if item.sensitive}

    assert sensitive == {
        "shareholders",
        "compliance_events",
        "mp_tech_staff",
        "d05_tech_staff",
        "d06_insurance",
        "d14_equity",
        "legal_rep_check",
        "consent_samples",
        "cdr_extract",
    }


def test_copies_that_somebody_else_hands_out_are_accepted_by_a_second_person(
    call_centre: Pack, multi_party: Pack
) -> None:
    reviewed = {item.key for item in (*call_centre.items, *multi_party.items) if item.reviewed}

    assert reviewed == {
        "number_certificates",
        "trunk_contracts",
        "d02_business_licence",
        "d03_licence_copy",
        "d05_tech_staff",
        "d06_insurance",
        "d08_ip_filing",
        "d12_financials",
        "d14_equity",
    }


def test_what_is_accepted_comes_with_what_to_look_at(multi_party: Pack, call_centre: Pack) -> None:
    licence = multi_party.item(ItemKey("d03_licence_copy"))
    reviewed = [item for item in (*call_centre.items, *multi_party.items) if item.reviewed]

    assert [check.zh for check in licence.checks] == [
        "附页齐全",
        "有效期晚于 3 月 31 日",
        "盖了公章",
        "清晰完整",
    ]
    assert [item.key for item in reviewed if not item.checks] == []


def test_titles_fit_a_phone(packs: Mapping[PackRef, Pack]) -> None:
    titles = [item.title for pack in packs.values() for item in pack.items]
    titles += [step.title for pack in packs.values() for step in pack.milestones]

    assert max(len(title.zh) for title in titles) <= 14
    assert max(len(title.en) for title in titles) <= 34


@pytest.mark.parametrize(("digest", "name"), RELEASED)
def test_a_released_file_never_changes(digest: str, name: str) -> None:
    content = (PACKS / name).read_bytes()

    assert hashlib.sha256(content).hexdigest() == digest


def test_every_pack_file_is_a_released_one() -> None:
    files = sorted(path.name for path in PACKS.iterdir())

    assert files == sorted(name for _, name in RELEASED)
