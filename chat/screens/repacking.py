"""改用新版规则: what another version of the rules brings, takes and changes, before it is taken."""

from collections.abc import Iterator

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.ids import PackRef
from workflow.pack import Item, Pack
from workflow.permissions import Action, may
from workflow.repacking import newer_version, preview, version_of

MOST_NAMED = 4
"""Items that are named on a line; the others are counted."""


def repack_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """The way to a newer version, where there is one and the speaker decides that."""
    newer = newer_version(case.season, s.house.packs)
    if newer is None or not may(s.me.person, Action.ADMINISTER, case.company):
        return ()
    here = (case.company.id, case.season.id)
    return (Tap(say("tap-repack"), ref(Verb.REPACK, *here, version_of(newer))),)


def repack_card(case: Case, new: Pack) -> Card:
    """What would come, go and change; nothing is changed yet."""
    seen = preview(case.company, case.season.id, case.pack, new)
    here = (case.company.id, case.season.id)
    lines: list[Fact] = headed(
        case, say("repack-title", old=version_of(seen.old), new=version_of(seen.new))
    )
    lines += [
        *_named(say("repack-comes", items=_shown(seen.comes), more=_more(seen.comes)), seen.comes),
        *_named(say("repack-goes", items=_shown(seen.goes), more=_more(seen.goes)), seen.goes),
        *_named(
            say("repack-changes", items=_shown(seen.changes), more=_more(seen.changes)),
            seen.changes,
        ),
    ]
    if not (seen.comes or seen.goes or seen.changes):
        lines.append(say("repack-same-list"))
    lines += _counts(seen.rules, seen.inputs, seen.papers)
    if seen.aside:
        lines.append(say("repack-aside", count=seen.aside))
    lines.append(say("repack-kept"))
    return Card(
        tuple(lines),
        (
            (Tap(say("tap-repack-sure"), ref(Verb.REPACK_SURE, *here, version_of(new.ref))),),
            (Tap(say("tap-case"), ref(Verb.CASE, *here)),),
        ),
    )


def back_tap(case: Case, old: PackRef) -> Tap:
    """The way back to the version before, by the same preview."""
    number = version_of(old)
    here = (case.company.id, case.season.id)
    return Tap(say("tap-repack-back", version=number), ref(Verb.REPACK, *here, number))


def _named(line: Say, items: tuple[Item, ...]) -> Iterator[Fact]:
    if items:
        yield line


def _shown(items: tuple[Item, ...]) -> Listed:
    return Listed(tuple(item.title for item in items[:MOST_NAMED]))


def _more(items: tuple[Item, ...]) -> int:
    return max(len(items) - MOST_NAMED, 0)


def _counts(rules: int, inputs: int, papers: int) -> Iterator[Fact]:
    if rules > 0:
        yield say("repack-rules", count=rules)
    if rules < 0:
        yield say("repack-fewer-rules", count=-rules)
    if inputs > 0:
        yield say("repack-inputs", count=inputs)
    if papers > 0:
        yield say("repack-papers", count=papers)
