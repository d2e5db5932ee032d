"""The forms in which people write a day: a table, tried from the top.

A form must fit the whole text; what no form fits is refused. What a form means: datereaders.py.
"""

import re
from collections.abc import Callable
from typing import Final

from messages.datereaders import (
    Days,
    ago,
    day_month_year,
    day_of_month_away,
    day_only,
    day_word,
    end_of_month,
    end_of_month_away,
    end_of_year,
    english_weekday,
    from_now,
    month_day,
    named_month,
    only_for_a_deadline,
    slashed,
    weekday,
    weekend,
    within,
    year_month_day,
)
from messages.datewords import (
    DAYS_AWAY,
    EN_MONTH,
    EN_WEEKDAY,
    IDIOM,
    VAGUE,
    WEEKDAYS,
    YEAR,
    with_arabic_figures,
)
from messages.days import Asked, DateTrouble, Unreadable

Reader = Callable[[re.Match[str], Asked], Days]


def readings(said: str, asked: Asked) -> Days:
    """Every day the tidy text may mean, at least one; Unreadable otherwise."""
    if IDIOM.search(said):
        raise Unreadable(DateTrouble.VAGUE)
    return _read(with_arabic_figures(said), asked)


def _read(text: str, asked: Asked) -> Days:
    for form, reader in _FORMS:
        if match := form.fullmatch(text):
            return reader(match, asked)
    raise Unreadable(DateTrouble.VAGUE if VAGUE.search(text) else DateTrouble.NOT_UNDERSTOOD)


def _with_weekday(match: re.Match[str], asked: Asked) -> Days:
    """3月31日(周三): both must agree."""
    weekday = WEEKDAYS[match["weekday"][:3]]
    agreeing = tuple(day for day in _read(match["rest"], asked) if day.weekday() == weekday)
    if not agreeing:
        raise Unreadable(DateTrouble.WEEKDAY_MISMATCH)
    return agreeing


def _by(match: re.Match[str], asked: Asked) -> Days:
    """The day itself still counts, as in the deadline that everybody here knows, 3月31日前."""
    only_for_a_deadline(asked)
    return _read(match["rest"], asked)


def _day_around(match: re.Match[str], asked: Asked) -> Days:
    """A day is asked: 明天下午 is tomorrow. Hours are not dropped in silence, they fit no form."""
    return _read(match["rest"], asked)


_M, _D = "(?P<m>[0-9]{1,2})", "(?P<d>[0-9]{1,2})"
_A_B = r"(?P<a>[0-9]{1,2})(?P<sep>[-/.])(?P<b>[0-9]{1,2})"
_YEAR_WORD = f"(?P<y>{YEAR}|[0-9]{{2}}|[今明后去前](?=年))年"
_ORDINAL = "(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_SHIFTED_MONTH = "(?P<shift>本|这个?|当|下个?|上个?)"
_ZH_WEEKDAY = r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
_ZH_SPAN = "(?P<n>[0-9]{1,3})(?P<unit>天|日|周|个?星期|个?礼拜|个月|年)"
_EN_SPAN = (
    r"(?P<n>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?P<unit>(?:day|week|month|year)s?)"
)
_EN_NAME = f"(?P<m>{EN_MONTH})"
_EN_YEAR = f"(?:(?:, ?| |-)(?P<y>{YEAR}))?"

_FORMS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = tuple(
    (re.compile(form), reader)
    for form, reader in (
        ("|".join(DAYS_AWAY), day_word),
        (rf"(?P<y>{YEAR})(?P<sep>[-/.]){_M}(?P=sep){_D}", year_month_day),
        (rf"(?P<y>{YEAR})(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})", year_month_day),
        (rf"{_YEAR_WORD}{_M}月{_D}[日号]?", year_month_day),
        (rf"{_A_B}(?P=sep)(?P<y>{YEAR})", day_month_year),
        (rf"{_M}月{_D}[日号]?", month_day),
        (_A_B, slashed),
        (rf"{_SHIFTED_MONTH}月{_D}[日号]", day_of_month_away),
        (rf"{_D}[日号]", day_only),
        (rf"(?P<shift>下下|上上|下个|上个|这个?|本|下|上)?{_ZH_WEEKDAY}", weekday),
        (rf"(?:(?P<shift>this|next|last) )?(?P<weekday>{EN_WEEKDAY})", english_weekday),
        (r"(?P<shift>这个?|本|下)?周末", weekend),
        (rf"(?:{_YEAR_WORD})?{_M}月月?[底末]", end_of_month),
        (rf"(?:the )?end of {_EN_NAME}{_EN_YEAR}", end_of_month),
        (rf"{_SHIFTED_MONTH}?月月?[底末]", end_of_month_away),
        (r"(?:the )?end of (?:(?P<shift>this|next|the) )?month|eom", end_of_month_away),
        (r"(?:(?P<y>[今本明])年)?年?(?<=年)[底末]", end_of_year),
        (rf"{_ORDINAL}(?: of)?[ -]?{_EN_NAME}\.?{_EN_YEAR}", named_month),
        (rf"{_EN_NAME}\.?[ -]?{_ORDINAL}{_EN_YEAR}", named_month),
        (rf"(?:再?过)?{_ZH_SPAN}[之以]?后", from_now),
        (rf"再?过{_ZH_SPAN}", from_now),
        (rf"{_ZH_SPAN}[之以]?内", within),
        (rf"within {_EN_SPAN}", within),
        (rf"{_ZH_SPAN}[之以]?前", ago),
        (rf"in {_EN_SPAN}", from_now),
        (rf"{_EN_SPAN} (?:from (?:now|today)|later)", from_now),
        (rf"{_EN_SPAN} ago", ago),
        (r"(?P<rest>.+?)[之以]?前", _by),
        (r"(?:到|至|截止到?|截至到?|by |until |till |due |no later than )(?P<rest>.+)", _by),
        (r"(?P<rest>.+?)(?:上午|早上|中午|下午|傍晚|晚上)", _day_around),
        (r"(?:在|于|on )(?P<rest>.+)", _day_around),
        (rf"(?P<rest>.+?)[\s,]*\(?{_ZH_WEEKDAY}\)?", _with_weekday),
        (rf"(?P<rest>.+?)[\s,]*\(?(?P<weekday>{EN_WEEKDAY})\)?", _with_weekday),
        (rf"{_ZH_WEEKDAY}[\s,]*(?P<rest>.+)", _with_weekday),
        (rf"(?P<weekday>{EN_WEEKDAY})[\s,]+(?P<rest>.+)", _with_weekday),
    )
)
