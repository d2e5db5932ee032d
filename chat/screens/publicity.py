"""公示: what everybody can read once the report is published, and whether the three figures are."""

from collections.abc import Iterator

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed, heading
from chat.screens.steps import page_taps
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_given
from workflow.checklist import Task
from workflow.pack import NumberSpec
from workflow.permissions import Action, may
from workflow.publicity import Publicity, publicity

PUBLISHED_A_PAGE = 7
FIGURES_SHOWN = 3
"""Numbers of those always published, that are said at once: complaints and how they were answered."""


def publicity_of(s: Session, case: Case) -> Publicity:
    """What of this season is published."""
    return publicity(case.company, case.season, case.pack, s.house.forms)


def publicity_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """「公示后人人可见:投诉 37 件 …… 营业收入公示吗?」."""
    found = publicity_of(s, case)
    lines = headed(case, lead)
    figures = _figures(s, case, found)
    if figures:
        lines.append(say("publicity-seen", figures=Listed(tuple(figures))))
    lines.append(say("publicity-always", count=len(found.always)))
    lines += [_asked_line(s, case, task) for task in found.asked]
    if found.asked:
        lines.append(say("publicity-ask"))
    ids = (case.company.id, case.season.id)
    may_choose = may(s.me.person, Action.RECORD_FILING, case.company)
    return Card(
        tuple(lines),
        (
            *(_choosing(case, found) if may_choose else ()),
            (Tap(say("tap-published"), ref(Verb.PUBLISHED, *ids, 0)),),
            (Tap(say("tap-forms"), ref(Verb.FORMS, *ids)),),
        ),
    )


def _figures(s: Session, case: Case, found: Publicity) -> list[Fact]:
    """Numbers that everybody will read: 用户投诉量 37 件."""
    tasks = [each for each in found.always if isinstance(each.item.spec, NumberSpec)]
    return [
        say("publicity-figure", title=each.item.title, value=_value(s, case, each))
        for each in tasks[-FIGURES_SHOWN:]
        if each.newest is not None and s.sees(case, each.item)
    ]


def _value(s: Session, case: Case, task: Task) -> Fact:
    if not s.sees(case, task.item):
        return say("internal-matter")
    return say("value-empty") if task.newest is None else tell_given(task.newest.given, task.item)


def _asked_line(s: Session, case: Case, task: Task) -> Say:
    chosen = case.season.transcript.public.get(task.item.key)
    state = "unsaid" if chosen is None else "yes" if chosen else "no"
    return say(
        "publicity-asked",
        title=task.item.title,
        value=_value(s, case, task),
        state=say(f"publicity-{state}"),
    )


def _choosing(case: Case, found: Publicity) -> Iterator[tuple[Tap, ...]]:
    """Not published stands first, as on the platform nothing is ticked by itself."""
    ids = (case.company.id, case.season.id)
    for task in found.asked:
        yield tuple(
            Tap(
                say(f"tap-publish-{word}", title=task.item.title),
                ref(Verb.PUBLISH, *ids, task.item.key, word),
            )
            for word in ("no", "yes")
        )
    if found.asked[1:]:
        yield tuple(
            Tap(say(f"tap-publish-all-{word}"), ref(Verb.PUBLISH, *ids, "all", word))
            for word in ("no", "yes")
        )


def published_card(s: Session, case: Case, page: int) -> Card:
    """All that is published, with this company's values: what is compared in May."""
    found = publicity_of(s, case)
    public = case.season.transcript.public
    tasks = (*found.always, *(each for each in found.asked if public.get(each.item.key)))
    first = page * PUBLISHED_A_PAGE
    shown = tasks[first : first + PUBLISHED_A_PAGE]
    lines = [
        say("published-line", title=each.item.title, value=_value(s, case, each)) for each in shown
    ]
    ids = (case.company.id, case.season.id)
    turn = page_taps(page, len(tasks), PUBLISHED_A_PAGE, lambda to: ref(Verb.PUBLISHED, *ids, to))
    back = Tap(say("tap-publicity"), ref(Verb.PUBLICITY, *ids))
    title = say("published-title", count=len(tasks))
    return Card((heading(case), title, *lines), (turn, (back,)))


def comparing_lines(s: Session, case: Case, task: Task) -> list[Fact]:
    """On the card of the publicity check: what is to be compared."""
    if task.item.key != s.house.forms.compared_in:
        return []
    found = publicity_of(s, case)
    public = case.season.transcript.public
    extra = sum(bool(public.get(each.item.key)) for each in found.asked)
    count = len(found.always) + extra
    figures = Listed(tuple(_figures(s, case, found)))
    return [say("comparing", count=count, figures=figures)]


def comparing_rows(s: Session, case: Case, task: Task) -> tuple[tuple[Tap, ...], ...]:
    """To the list of it."""
    if task.item.key != s.house.forms.compared_in:
        return ()
    here = ref(Verb.PUBLISHED, case.company.id, case.season.id, 0)
    return ((Tap(say("tap-published"), here),),)
