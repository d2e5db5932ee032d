"""Babel's data for the languages we speak, looked up once."""

import functools

from babel import Locale


@functools.cache
def babel_locale(locale: str) -> Locale:
    """Babel's locale for `zh-CN`, `zh-Hant` or `en`; parsing one anew asks the disk each time."""
    return Locale.parse(locale, sep="-")
