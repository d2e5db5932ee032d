"""The catalogues are complete: every sentence in both languages, used, and with its facts."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping

import pytest

from chat.documents import PaperFormat, Theme
from chat.errands import Came
from chat.note import FIELDS, Wanted
from chat.routes import COMMANDS, KEYS
from chat.screens.settings import ClockOf
from messages.catalogue import LOCALES, WRITTEN
from messages.days import DateTrouble
from messages.numbers import Ambiguity, Trouble
from messages.plain_words import plain_words
from reports.difference_words import FOUND, UNCHECKED
from reports.draft_words import FIELDS as DRAFT_FIELDS
from reports.draft_words import MATERIALS
from sheets.refusal import Refusal
from tests.messages.sentences import (
    SPEAKING,
    Said,
    every_sentence,
    families,
    said,
    sentences,
    written,
)
from tests.source import ROOT, files, nodes
from workflow import (
    channels,
    client_errors,
    errors,
    evidence_errors,
    figure_errors,
    finding_errors,
    reminder_errors,
    sign_errors,
    team_errors,
)
from workflow.across import Sign
from workflow.agenda import Clock
from workflow.asking_again import Why
from workflow.basis import Standing
from workflow.channels import ChannelKind
from workflow.client_list import Column
from workflow.colleagues import Nudge
from workflow.elsewhere import Elsewhere
from workflow.errors import WorkflowError
from workflow.events import EventKind
from workflow.filing import FilingState
from workflow.findings import FindingState
from workflow.habits import Wants
from workflow.matters import MatterKind, MatterState
from workflow.measures import Measure, Part
from workflow.model import FilingFact, Lifecycle
from workflow.papers import PaperKind, Publicity
from workflow.permissions import Action
from workflow.policy import Shared
from workflow.provinces import PROVINCES
from workflow.record import Sort
from workflow.reminders import Ending, RungKind
from workflow.rules import Severity, Year
from workflow.scoring import Component
from workflow.team import Department, Role
from workflow.timeline import Mark

PAPER_GRIDS = (FOUND, UNCHECKED, DRAFT_FIELDS, MATERIALS)

FAMILIES: Mapping[str, Iterable[str]] = {
    "ask-": Wanted,
    "audit-": ("on", "off"),
    "audit-sort-": Sort,
    "channel-": ChannelKind,
    "client-column-": Column,
    "client-hint-": Column,
    "command-": COMMANDS,
    "date-": DateTrouble,
    "department-": Department,
    "elsewhere-": Elsewhere,
    "event-": EventKind,
    "fact-": FilingFact,
    "finding-": FindingState,
    "finding-mark-": FindingState,
    "group-unnamed-": ("anonymous", "channel"),
    **dict.fromkeys(("habit-wants-", "tap-wants-"), Wants),
    "ics-clock-": Clock,
    "ics-clock-says-": Clock,
    "language-": LOCALES,
    "measure-": Measure,
    **dict.fromkeys(("matter-kind-", "tap-matter-"), MatterKind),
    **dict.fromkeys(("matter-word-", "said-turn-", "tap-turn-"), MatterState),
    "new-": FIELDS,
    "not-text-": ("voice", "sticker", "video-note", "other"),
    "nudge-": Nudge,
    "offer-": [meaning.replace("_", "-") for meaning in plain_words().whole.values()],
    "paper-": PaperKind,
    "paper-column-": [name for columns in PAPER_GRIDS for name, _, _ in columns],
    "paper-missing-": Year,
    "paper-publicity-": [each for each in Publicity if each is not Publicity.KEPT],
    "paper-severity-": Severity,
    "paper-standing-": Standing,
    "paper-state-": FindingState,
    "publicity-": ("unsaid", "yes", "no"),
    "tap-publish-": ("no", "yes"),
    "tap-publish-all-": ("no", "yes"),
    "picture-words-": [mark for mark in Mark if mark is not Mark.WATCHED],
    "province-": PROVINCES,
    "paper-quality-": Part,
    "quality-part-": Part,
    "reckoned-": set(Measure) - {Measure.CONNECT_RATE, Measure.DROP_RATE, Measure.SLA_HOURS},
    "right-": Action,
    "role-": Role,
    "said-case-": Lifecycle,
    "said-company-": Lifecycle,
    "score-": Component,
    **dict.fromkeys(("secret-", "secret-group-"), ("gone", "stays")),
    "settings-": ClockOf,
    "settings-shared-": Shared,
    "severity-": Severity,
    "severity-mark-": Severity,
    "sign-": Sign,
    "standing-": Standing,
    "signing-state-": ("open", "explained", "accepted", "fixed"),
    "state-": FilingState,
    "tap-amend-": FIELDS,
    "tap-elsewhere-": Elsewhere,
    "tap-ladder-": ClockOf,
    "tap-set-": ("few", "many"),
    "tap-shared-": Shared,
    "tap-paper-": PaperFormat,
    "tap-picture-": Theme,
    "tap-sign-": Sign,
    "timeline-mark-": Mark,
    "told-": RungKind,
    "told-how-": Ending,
    "told-why-": Why,
    "tried-": Came,
    "trouble-": Trouble,
    "unsure-": Ambiguity,
    "verdict-": FilingState,
}
"""Sentences whose ids are completed in the code, with all that they are completed by."""

COMPLETED = {
    f"{beginning}{str(end).lower().replace('_', '-')}"
    for beginning, ends in FAMILIES.items()
    for end in ends
}
ERRORS = sorted(
    {
        each
        for module in (
            *(channels, client_errors, errors, evidence_errors, figure_errors),
            *(finding_errors, reminder_errors, sign_errors, team_errors),
        )
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, WorkflowError)
    },
    key=lambda error: error.__name__,
)

UNMARKED = ("key-", "tap-", "toast-", "command-", "option-", "province-", "fact-", "mark-")
UNMARKED_TOO = ("error-", "table-", "sheet-", "file-", "trouble-", "unsure-", "date-", "words-")
"""Shown where no markup is read: on buttons, over the screen, in the command menu."""
ON_A_CARD_ONLY = {
    "error-company-damaged",  # never a toast: it comes with what to do about it
}
UNMARKED_NAMES = {
    *("task-label", "step-name", "season-line", "season-archived", "company-archived"),
    *("new-year-of", "coverage-nationwide", "said-restored", "said-tailored", "request-text"),
    *("download-caption", "template-caption", "column-required", "column-optional"),
    *("language-zh-cn", "language-en", "choice-not-understood", "list-comma"),
}

IN_EVERY_HELP = set(COMMANDS) - {"start", "help"}
"""Who reads the help has started, and has found the help."""


# --- both languages ---------------------------------------------------------------------


@pytest.mark.parametrize("name", every_sentence())
def test_a_sentence_stands_in_both_languages_with_the_same_facts(name: str) -> None:
    facts = {locale: sentences(locale)[name].facts for locale in WRITTEN}

    assert len(set(facts.values())) == 1, facts


@pytest.mark.parametrize("name", every_sentence())
def test_a_sentence_uses_only_the_markup_that_telegram_knows(name: str) -> None:
    for locale in WRITTEN:
        tags = re.findall(r"</?([^>\s]*)[^>]*>", sentences(locale)[name].words)
        assert set(tags) <= {"b", "i", "s", "code", "pre"}


# --- said and used ----------------------------------------------------------------------


@pytest.mark.parametrize("spoken", said(), ids=lambda each: f"{each.where}-{each.sentence}")
def test_what_the_code_says_exists_and_is_given_its_facts(spoken: Said) -> None:
    sentence = sentences(WRITTEN[0]).get(spoken.sentence)

    assert sentence is not None
    assert spoken.open_ended or sentence.facts <= spoken.facts


def test_every_sentence_that_is_completed_in_the_code_is_enumerated_here() -> None:
    assert families() == set(FAMILIES)


@pytest.mark.parametrize("name", sorted(COMPLETED))
def test_a_sentence_that_the_code_completes_exists(name: str) -> None:
    assert name in sentences(WRITTEN[0])


@pytest.mark.parametrize("name", every_sentence())
def test_a_sentence_is_used(name: str) -> None:
    raised = {error.sentence for error in ERRORS}

    assert name in written() | COMPLETED | raised


# --- refusals ---------------------------------------------------------------------------


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_has_a_sentence_in_both_languages(error: type[WorkflowError]) -> None:
    if error is WorkflowError:
        return

    assert all(error.sentence in sentences(locale) for locale in WRITTEN)
    assert error.sentence.startswith("error-")


def test_no_two_errors_share_a_sentence() -> None:
    used = [error.sentence for error in ERRORS]

    assert len(used) == len(set(used))


@pytest.mark.parametrize("reason", Refusal)
def test_a_refused_sheet_has_a_sentence_that_needs_no_facts(reason: Refusal) -> None:
    assert sentences(WRITTEN[0])[reason.value].facts == frozenset()


def _raised() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where an error of the workflow is raised, its name and the facts it is given."""
    known = {error.__name__ for error in ERRORS}
    for path in files(*SPEAKING):
        for node in nodes(path):
            match node:
                case ast.Raise(exc=ast.Name(id=name)) if name in known:
                    yield f"{path.name}:{node.lineno}", name, frozenset()
                case ast.Call(func=ast.Name(id=name), keywords=words) if name in known:
                    facts = frozenset(word.arg for word in words if word.arg)
                    yield f"{path.name}:{node.lineno}", name, facts
                case _:
                    pass


@pytest.mark.parametrize("raised", sorted(_raised()), ids=lambda each: f"{each[0]}-{each[1]}")
def test_an_error_is_raised_with_all_that_its_sentence_names(
    raised: tuple[str, str, frozenset[str]],
) -> None:
    _, name, facts = raised
    sentence = next(error.sentence for error in ERRORS if error.__name__ == name)

    assert sentences(WRITTEN[0])[sentence].facts <= facts


# --- where no markup is read ------------------------------------------------------------


def _is_unmarked(name: str) -> bool:
    begins = name.startswith((*UNMARKED, *UNMARKED_TOO))
    return (begins or name in UNMARKED_NAMES) and name not in ON_A_CARD_ONLY


@pytest.mark.parametrize("name", [name for name in every_sentence() if _is_unmarked(name)])
def test_buttons_toasts_and_captions_hold_no_markup(name: str) -> None:
    for locale in WRITTEN:
        assert not re.search(r"[<>]|&\w+;", sentences(locale)[name].words)


# --- commands ---------------------------------------------------------------------------


@pytest.mark.parametrize("locale", WRITTEN)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_a_description_short_enough_for_the_menu(command: str, locale: str) -> None:
    description = sentences(locale)[f"command-{command}"]

    assert 3 <= len(description.words.encode("utf-16-le")) // 2 * 2 <= 512
    assert description.facts == frozenset()


@pytest.mark.parametrize("locale", WRITTEN)
@pytest.mark.parametrize("command", sorted(IN_EVERY_HELP))
def test_a_command_stands_in_the_help(command: str, locale: str) -> None:
    assert re.search(rf"/{command}\b", sentences(locale)["help-text"].words)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_stands_in_the_readme(command: str, readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")

    assert re.search(rf"/{command}\b", text)


def test_every_key_is_a_command_and_has_its_own_label() -> None:
    assert set(KEYS.values()) <= set(COMMANDS)
    for locale in WRITTEN:
        labels = {sentences(locale)[key].words for key in KEYS}
        assert len(labels) == len(KEYS)
