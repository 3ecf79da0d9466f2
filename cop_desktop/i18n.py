"""Catalogs: one per language, several at once (a Hebrew window may print an Arabic handout)."""

import gettext
import re
from dataclasses import dataclass
from functools import cache

from cop_desktop.errors import UserError
from cop_desktop.paths import resources

LANGUAGES = ("he", "en", "ar")
OWN_NAMES = {"he": "עברית", "en": "English", "ar": "العربية"}
RIGHT_TO_LEFT = frozenset({"he", "ar"})
_FSI, _PDI = "\u2068", "\u2069"
_FOREIGN = {  # what would disturb the order of a sentence: letters of the other side, ranges
    True: re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u04ff]|\d[^\w\s]+\d|^[-+]\d"),
    False: re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"),
}


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for extraction; it is translated where it is shown."""
    return message


@dataclass(frozen=True)
class Catalog:
    """A language: its words, its plurals, its direction."""

    language: str
    words: gettext.NullTranslations

    @property
    def rtl(self) -> bool:
        return self.language in RIGHT_TO_LEFT

    def __call__(self, message: str, **values: object) -> str:
        return self._fill(self.words.gettext(message), values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Choose the form for `n`, which is also the value of `{n}`."""
        return self._fill(self.words.ngettext(one, many, n), {"n": n, **values})

    def ctx(self, context: str, message: str, **values: object) -> str:
        """A message whose translation depends on where it stands (`pgettext`)."""
        return self._fill(self.words.pgettext(context, message), values)

    def error(self, problem: UserError) -> str:
        """The sentence of an error in this language."""
        return self(problem.message, **problem.told(self.language))

    def isolate(self, value: object) -> str:
        """Keep a value of the other direction in its own order inside a sentence (FSI … PDI)."""
        text = str(value)
        return f"{_FSI}{text}{_PDI}" if _FOREIGN[self.rtl].search(text) else text

    def _fill(self, sentence: str, values: dict[str, object]) -> str:
        if not values:
            return sentence
        return sentence.format(**{name: self.isolate(value) for name, value in values.items()})


@cache
def catalog(language: str) -> Catalog:
    """The catalog of `he`, `en` or `ar`; English is the language of the message ids."""
    words = gettext.translation("cop", resources() / "locale", [language], fallback=True)
    return Catalog(language, words)
