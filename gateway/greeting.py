"""Getting to know the server: who we are there, and which commands its menus show."""

import functools
import itertools
import logging
from collections.abc import Mapping

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from gateway.calls import Calls, Sleep, back_off

log = logging.getLogger(__name__)

Commands = Mapping[str, tuple[tuple[str, str], ...]]
"""By language: the commands, each with its description."""


async def meet(bot: Bot, calls: Calls, sleep: Sleep) -> None:
    """Get to know the server, however long it takes to be there."""
    for failures in itertools.count():
        try:
            await calls.surely(None, bot.initialize)
        except TelegramError as error:
            log.warning("server not reached", extra={"error": type(error).__name__})
            await sleep(back_off(failures))
        else:
            return


class Menu:
    """The command menus; the language `default` is for people of all languages we do not speak."""

    def __init__(self, calls: Calls, default: str) -> None:
        self._calls = calls
        self._default = default

    async def show(self, private: Commands, in_groups: Commands) -> None:
        """Fill the menus of private chats and of groups; without them the bot serves all the same."""
        scoped: tuple[tuple[BotCommandScope, Commands], ...] = (
            (BotCommandScopeAllPrivateChats(), private),
            (BotCommandScopeAllGroupChats(), in_groups),
        )
        for scope, menu in scoped:
            for language, commands in menu.items():
                await self._fill(scope, language, commands)

    async def _fill(
        self, scope: BotCommandScope, language: str, commands: tuple[tuple[str, str], ...]
    ) -> None:
        shown = [BotCommand(name, description) for name, description in commands]
        codes = [language.partition("-")[0]]
        if language == self._default:
            codes.append("")
        for code in codes:
            fill = functools.partial(
                self._calls.bot.set_my_commands, shown, scope=scope, language_code=code or None
            )
            try:
                await self._calls.surely(None, fill)
            except TelegramError as error:
                log.warning("commands not shown", extra={"why": error.message})
