"""/picture and its button: the season drawn, light or dark as the speaker likes it."""

from dataclasses import replace

from chat.card import Replies
from chat.documents import Theme
from chat.screens.timeline import season_picture
from chat.session import Case, Session
from chat.talks import general


def picture(s: Session) -> Replies:
    """The season on the screen as a picture; where there is none, what can be opened."""
    case = s.current()
    return general.status(s) if case is None else (season_picture(s, case),)


def picture_as(s: Session, case: Case, theme: Theme) -> Replies:
    """The same in that theme, in place of the one pressed; later pictures come so, too."""
    s.remember(replace(s.me, dark_pictures=theme is Theme.DARK))
    return (season_picture(s, case, in_place=True),)
