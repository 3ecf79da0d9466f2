"""Rows and cells of merging as they read to people: names instead of keys, days instead of text."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Column
from sqlalchemy.dialects import sqlite

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models import Base
from cop_desktop.models.method import Benefit, Norm
from cop_desktop.services.column_words import KINDS, NAMED_BY, column_word

from .key_words import in_words
from .registers import Value
from .replica import Key, Rows

EMPTY = N_("nothing")
_LONG = 60  # letters of a name; a value is told whole
_DEEP = 3  # links followed for a name: a rating, of a form, of a meeting
DIALECT = sqlite.dialect()


@frozen
class Reader:
    """Tells rows and cells in a language; `rows` are all that names may be looked up in."""

    rows: Rows
    words: Catalog

    def kind(self, table: str) -> str:
        """What one row of a table is called: `Meeting`."""
        return self.words(KINDS[table][1])

    def kinds(self, table: str) -> str:
        """What several are called: `Meetings`."""
        return self.words(KINDS[table][0])

    def column(self, table: str, column: str) -> str:
        """What a column is called."""
        return self.words(column_word(table, column))

    def name(self, key: Key, depth: int = _DEEP) -> str:
        """What a row is called: `Dana Levi`, `Opening · 13 Oct 2026`."""
        row = self.rows.get(key)
        if row is None or not depth:
            return self.kind(key[0])
        read = [self._read(key[0], it, row, depth, brief=True) for it in NAMED_BY[key[0]]]
        told = " ".join(filter(None, read)) if key[0] == "member" else formats.dotted(*read)
        return told or self.kind(key[0])

    def value(self, table: str, column: str, value: Value) -> str:
        """A cell as it reads; what is empty is said to be."""
        return self._read(table, column, {column: value}, _DEEP) or self.words(EMPTY)

    def _read(
        self, table: str, column: str, row: Mapping[str, Value], depth: int, *, brief: bool = False
    ) -> str:
        value = row.get(column)
        if value is None or value == "":
            return ""
        told = Base.metadata.tables[table].columns[column]
        for link in told.foreign_keys:
            return self.name((link.column.table.name, str(value)), depth - 1)
        if isinstance(value, bytes):
            return self.words("{n} KB", n=-(-len(value) // 1024))
        if said := in_words(table, column, row, self.words):
            return _short(said) if brief else said
        return self._told(_kept(told, value), brief=brief)

    def _told(self, value: object, *, brief: bool) -> str:
        if isinstance(value, tuple):
            return formats.listed([self._word(it) for it in value], self.words.language)
        if isinstance(value, StrEnum):
            return self._word(value)
        for kind, tell in _BRIEF if brief else _WHOLE:
            if isinstance(value, kind):
                return tell(value, self.words)
        return _short(str(value)) if brief else str(value)

    def _word(self, word: StrEnum) -> str:
        """A word of any vocabulary; one without a word of its own is shown as it is kept."""
        language = self.words.language
        if isinstance(word, Norm):
            return method(language).norm(word)
        if isinstance(word, Benefit):
            return method(language).benefit(word)
        return content(language).word(word)


def as_kept(table: str, column: str, value: Any) -> Value:
    """A value as the file keeps it, which is what a `Reader` reads."""
    if isinstance(value, UUID):
        return value.hex
    kept = Base.metadata.tables[table].columns[column].type
    process = kept.dialect_impl(DIALECT).bind_processor(DIALECT)
    told: Value = process(value) if process else value
    return told


def _kept(column: Column[Any], value: Value) -> object:
    """What the models make of a cell; a word of a newer program stays as it is kept."""
    process = column.type.dialect_impl(DIALECT).result_processor(DIALECT, None)
    try:
        return process(value) if process else value
    except (LookupError, ValueError, TypeError):
        return value


def _moment(moment: Any, words: Catalog) -> str:
    day = formats.date_long(moment.date(), words.language)
    return words("{day}, {time}", day=day, time=formats.clock(moment.time()))


_Tellers = tuple[tuple[type, Callable[[Any, Catalog], str]], ...]
_BRIEF: _Tellers = (
    (datetime, lambda value, words: formats.date_medium(value.date(), words.language)),
    (date, lambda value, words: formats.date_medium(value, words.language)),
)
_WHOLE: _Tellers = (
    (bool, lambda value, words: words.ctx("value", "yes") if value else words.ctx("value", "no")),
    (datetime, _moment),
    (date, lambda value, words: formats.date_long(value, words.language)),
    (time, lambda value, _words: formats.clock(value)),
)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"
