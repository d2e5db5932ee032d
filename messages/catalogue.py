"""The sentences: Fluent files under locales/, one bundle a language. zh-CN is the source.

Traditional Chinese (zh-Hant) has no files: it is the source in other characters.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.syntax import FluentParser, ast

from messages.script import traditional

SOURCE = "zh-CN"
WRITTEN = (SOURCE, "en")
"""The languages that have files."""
TRADITIONAL = "zh-Hant"
LOCALES = (SOURCE, TRADITIONAL, "en")
OF_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
"""What the tags begin with of those who read traditional characters."""
FOLDER = Path(__file__).parent / "locales"


class CatalogueFaulty(Exception):
    """The files of the catalogue do not read; each fault names its file."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All sentences of all languages."""

    bundles: Mapping[str, FluentBundle]
    """Those of the languages that have files."""
    folder: Path

    def format(self, sentence: str, facts: Mapping[str, object], locale: str) -> str:
        """The sentence in that language; LookupError if it, or a fact of it, is missing.

        Facts are texts and Fluent's own types. The bundle's own way to format makes every number
        one of its plain ones, which are told by Babel: slowly, and not as we want them.
        """
        bundle = self._bundle(locale)
        message = bundle.get_message(sentence)
        if message.value is None:
            raise LookupError(sentence)
        errors: list[Exception] = []
        here = CurrentEnvironment(args=dict(facts))
        text = message.value(ResolverEnvironment(context=bundle, current=here, errors=errors))
        if errors:
            raise LookupError(sentence, locale, errors)
        return str(text)

    def has(self, sentence: str, locale: str) -> bool:
        """Whether the language has the sentence."""
        return bool(self._bundle(locale).has_message(sentence))

    def _bundle(self, locale: str) -> FluentBundle:
        if locale == TRADITIONAL and locale not in self.bundles:
            return _traditional(self.folder)
        return self.bundles[locale]


def nearest_locale(language: str) -> str:
    """The language we speak that is nearest to an IETF tag."""
    if language.lower().startswith(OF_TRADITIONAL):
        return TRADITIONAL
    if not language or language.lower().startswith("zh"):
        return SOURCE
    return "en"


def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """Read every file; CatalogueFaulty with all faults at once."""
    faults: list[str] = []
    bundles = {locale: _bundle(folder / locale, locale, faults) for locale in WRITTEN}
    if faults:
        raise CatalogueFaulty("\n".join(faults))
    return Catalogue(bundles, folder)


@functools.cache
def _traditional(folder: Path) -> FluentBundle:
    """Made when somebody first reads it: few do, and a start is short."""
    return _bundle(folder / SOURCE, TRADITIONAL, [])


def _bundle(folder: Path, locale: str, faults: list[str]) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    seen: set[str] = set()
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        text = traditional(text) if locale == TRADITIONAL else text
        resource = FluentParser(with_spans=False).parse(text)
        faults.extend(_faults(path, resource, seen))
        bundle.add_resource(resource)
    return bundle


def _faults(path: Path, resource: ast.Resource, seen: set[str]) -> list[str]:
    faults = []
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            faults.append(f"{path.name}: cannot read {(entry.content or '').strip()!r}")
        elif isinstance(entry, ast.Message):
            if entry.id.name in seen:
                faults.append(f"{path.name}: {entry.id.name} stands twice")
            seen.add(entry.id.name)
    return faults
