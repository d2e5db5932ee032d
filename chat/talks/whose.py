"""A file that names another client than the open one: asked whose it is before anything is bound."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from chat.card import Replies, Toasted
from chat.file_notes import Answering, LooseFiles, Parcel, Stray, WhoseFiles
from chat.note import Note
from chat.screens.clients import active_clients, whose_card
from chat.screens.tasks import loose_card, loose_case
from chat.session import Case, Session
from chat.sheet_notes import SheetsRead
from chat.talk import SentFile, Sheet
from chat.talks import files, filled_sheet
from chat.talks.clients import common_words
from messages.say import say
from workflow.errors import NoSuchSeason
from workflow.ids import CompanyId
from workflow.model import Lifecycle
from workflow.naming import named_in

SHEET_TOP = 5
"""Rows of a sheet in which a company's name may stand."""

Item = tuple[str, str, str]
"""Company, season and key of the item whose card a message replies to."""


def file_came(s: Session, sent: SentFile, replied: Item | None) -> Replies:
    """A file: asked about if it speaks of another client, else taken as it is."""
    note = s.note
    asked = note if isinstance(note, WhoseFiles) else None
    if asked and replied is None:
        there = s.case(asked.company, asked.season)
        return _ask(s, asked.joined_by(_stray(s, there, sent)))
    case, key = files.meant(s, replied)
    stray = _stray(s, case, sent) if case else None
    if case is None or stray is None or not stray.named:
        replies = files.received(s, sent, replied)
        return replies if asked is None else (*replies, *_again(s, asked))
    if asked:
        return _ask(s, asked.joined_by(stray))
    loose = note.parcels if isinstance(note, LooseFiles) else ()
    fresh = WhoseFiles((stray,), case.company.id, case.season.id, _item(note, case, key), loose)
    return _ask(s, replace(fresh, sheets=note if isinstance(note, SheetsRead) else None))


def _again(s: Session, asked: WhoseFiles) -> Replies:
    """The question still stands; what has become loose meanwhile waits behind it."""
    now = s.note
    loose = now.parcels if isinstance(now, LooseFiles) else ()
    return _ask(s, replace(asked, loose=(*asked.loose, *loose)))


def _item(note: Note | None, case: Case, key: str) -> Answering | None:
    """The item it would go to, as it is being asked."""
    if isinstance(note, Answering) and note.key == key:
        return note
    return Answering(case.company.id, case.season.id, key) if key else None


def _stray(s: Session, case: Case, sent: SentFile) -> Stray:
    """The file with the other clients that it names; with none if it names the open one too."""
    # a filled sheet is nobody's next page: it joins no album
    album = "" if filled_sheet.is_ours(s, sent) else sent.album
    parcel = Parcel((sent.file,), album, sent.caption)
    cards = active_clients(s)
    if not cards[1:]:
        return Stray(parcel, (), sent.sheet)
    ordinary = " ".join(f"{item.title.zh} {item.title.en}" for item in case.pack.items)
    found = named_in(_text(sent), [card.name for card in cards], common_words(s), ordinary)
    named = tuple(cards[place].id for place in found)
    return Stray(parcel, () if case.company.id in named else named, sent.sheet)


def _text(sent: SentFile) -> str:
    """All in which a company may be named: file name, caption, the top of a sheet."""
    rows = sent.sheet.rows[:SHEET_TOP] if isinstance(sent.sheet, Sheet) else ()
    cells = (cell for row in rows for cell in row)
    return " ".join((PurePath(sent.file.name).stem, sent.caption, *cells))


def _ask(s: Session, note: WhoseFiles) -> Replies:
    s.keep(note)
    return (whose_card(s, note),)


# --- the answer ---------------------------------------------------------------------------


def whose(s: Session, company: str, mark: str) -> Replies:
    """[归乙] or [仍归甲] was pressed, under the question of that mark."""
    note = s.note
    if not isinstance(note, WhoseFiles) or note.mark != mark:
        return (Toasted(say("toast-old-button")),)
    if company == note.company:
        return _stays(s, note)
    if company not in note.named:
        return (Toasted(say("toast-old-button")), whose_card(s, note))
    return _goes(s, note, company)


def _goes(s: Session, note: WhoseFiles, company: str) -> Replies:
    """To the other client's newest season: filled sheets are read there, the rest is loose."""
    found = s.company(CompanyId(company))
    going = [each for each in found.seasons if each.lifecycle is Lifecycle.ACTIVE]
    if not going:
        raise NoSuchSeason
    case = s.case(company, going[-1].id)
    if note.strays[1:] or note.loose or note.sheets:
        read = _read(s, case, note.sheets, note.asked)
        after = replace(note, sheets=read.sheets)
        return _go_on(s, after, read.told, (*read.loose, *note.loose))
    s.keep(None)  # alone it is what any file is: maybe a sheet of ours, else loose
    return files.received(s, _sent(note.strays[0]), None, note.strays[0].parcel.files[1:])


def _stays(s: Session, note: WhoseFiles) -> Replies:
    """It goes where it would have gone; others that came with it are asked about one by one."""
    first, *with_it = note.asked
    before = note.item or note.sheets or (LooseFiles(note.loose) if note.loose else None)
    s.keep(before)
    s.look_at(CompanyId(note.company), note.season)
    replies = files.received(s, _sent(first), None, first.parcel.files[1:])
    now = s.note
    if now != before and isinstance(now, LooseFiles | SheetsRead):
        replies = replies[:-1]  # it is asked again, with what waits behind it
    loose = now.parcels if isinstance(now, LooseFiles) else note.loose
    sheets = now if isinstance(now, SheetsRead) else note.sheets
    read = _read(s, s.case(note.company, note.season), sheets, with_it)
    after = replace(note, sheets=read.sheets)
    return _go_on(s, after, (*replies, *read.told), (*loose, *read.loose))


@dataclass(slots=True)
class _Read:
    """What became of files whose company is known now."""

    sheets: SheetsRead | None
    """Those that wait to be recorded."""
    loose: list[Parcel] = field(default_factory=list)
    told: Replies = ()
    """What is said of sheets that do not wait: nothing in them can be recorded."""


def _read(s: Session, case: Case, sheets: SheetsRead | None, strays: Iterable[Stray]) -> _Read:
    """Read filled sheets as sheets of that case; which item the other files are for is asked."""
    read = _Read(sheets)
    for stray in strays:
        s.keep(read.sheets)
        said = filled_sheet.came(s, case, _sent(stray))
        now = s.note if isinstance(s.note, SheetsRead) else None
        if said is None:
            read.loose.append(stray.parcel.of(case.company.id, case.season.id))
        elif now == read.sheets:
            read.told = (*read.told, *said)
        read.sheets = now
    return read


def _sent(stray: Stray) -> SentFile:
    """The first of its files as it came."""
    parcel = stray.parcel
    return SentFile(parcel.files[0], parcel.caption, parcel.album, stray.sheet)


def _go_on(s: Session, note: WhoseFiles, replies: Replies, loose: Iterable[Parcel]) -> Replies:
    """Ask about what names yet others, then about the sheets, then which papers the rest are."""
    behind = tuple(each.of(note.company, note.season) for each in loose)
    if note.others:
        return (*replies, *_ask(s, replace(note, strays=note.others, loose=behind)))
    if note.sheets:
        return (*replies, *_with_sheets(s, note.sheets, behind))
    waiting = LooseFiles(behind)
    case = loose_case(s, waiting) if behind else None
    if case is None:
        return replies
    s.keep(waiting)
    return (*replies, loose_card(s, case, waiting, 0))


def _with_sheets(s: Session, sheets: SheetsRead, behind: Iterable[Parcel]) -> Replies:
    s.keep(sheets)
    shown: Replies = filled_sheet.shown(s, sheets)
    for parcel in behind:
        now = s.note
        shown = filled_sheet.file_behind(s, now, parcel) if isinstance(now, SheetsRead) else shown
    return shown
