"""What is held about a member, on paper and as data: every row with who may see it."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.formats import isolate
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.column_words import KINDS, column_word
from cop_desktop.services.held import MEMBER, Held, HeldCell, HeldRow, told

BESIDE, NARROW = 4, 29  # columns of a table, and the width of all but the first, in mm


def kind(table: str, _: Catalog) -> str:
    """What the rows of a table are called; of members there is one."""
    several, one = KINDS[table]
    return _(one if table == MEMBER else several)


def label(name: str, _: Catalog) -> str:
    """The words for `table.column`."""
    table, _dot, column = name.partition(".")
    return _(column_word(table, column))


def reader(share: Share, _: Catalog) -> str:
    """Who may see it, as a member reads it: the leader alone, instead of "only me"."""
    return _("Only the leader") if share == Share.ME else content(_.language).word(share)


def held(facts: Held, today: date, _: Catalog) -> doc.Document:
    """Table by table; what the leader keeps for herself is named by kind, or told in full."""
    day = formats.date_medium(today, _.language)
    title = _("What is held about {name}", name=facts.name)
    return doc.Document(
        title=title,
        language=_.language,
        rtl=_.rtl,
        head=doc.Head("", title, _("As of {day}", day=day)),
        foot=doc.Foot(_("What is held, {day}", day=day), _("For {name} alone", name=facts.name)),
        blocks=tuple(_blocks(facts, _)),
    )


def as_json(facts: Held, today: date) -> bytes:
    """The same as data: every column of every row, keys included."""
    tables = {
        name: [{cell.column: _plain(cell.value) for cell in row.cells} for row in rows]
        for name, rows in facts.rows.items()
    }
    answer = {
        "name": facts.name,
        "as_of": today.isoformat(),
        "tables": tables,
        "levels": _levels(facts),
        "kept_by_the_leader": dict(facts.private),
        "with_what_the_leader_keeps": facts.with_private,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode()


def _levels(facts: Held) -> dict[str, str]:
    return {
        f"{name}.{cell.column}": cell.share.value
        for name, rows in facts.rows.items()
        for cell in rows[0].cells
    }


def _blocks(facts: Held, _: Catalog) -> Iterator[doc.Block]:
    yield doc.Paragraph(
        _("Everything that the file of the community holds with a link to {name}. A name may also "
          "stand in running text, such as minutes; the search of the program finds it there.",
          name=facts.name)
    )  # fmt: skip
    yield from _private(facts, _)
    for name, rows in facts.rows.items():
        yield doc.Heading(kind(name, _), str(len(rows)) if len(rows) > 1 else "")
        yield from _one(name, rows[0], _) if len(rows) == 1 else _several(name, rows, _)


def _one(name: str, row: HeldRow, _: Catalog) -> Iterator[doc.Block]:
    columns = (doc.Column(_("What"), 46), doc.Column(_("What is written")),
               doc.Column(_("Who may see it"), 34, secondary=True))  # fmt: skip
    rows = (
        doc.Row((title, words, reader(cell.share, _))) for cell, title, words in _told(name, row, _)
    )
    yield doc.Table(columns, tuple(rows))


def _several(name: str, rows: tuple[HeldRow, ...], _: Catalog) -> Iterator[doc.Block]:
    """A line for each row, the oldest first; who may see what is said once for all of them."""
    lines = [
        {title: words for _cell, title, words in _told(name, row, _)}
        for row in sorted(rows, key=_when)
    ]
    titles = list(dict.fromkeys(title for row in lines for title in row))
    yield _in_columns(titles, lines) if len(titles) <= BESIDE else _in_lines(lines)
    yield doc.Paragraph("\n".join(_readers(name, rows, _)), doc.Voice.NOTE)


def _in_columns(titles: list[str], lines: list[dict[str, str]]) -> doc.Table:
    """What a few words each tell, beside one another."""
    columns = tuple(doc.Column(title, NARROW if at else None) for at, title in enumerate(titles))
    rows = (doc.Row(tuple(row.get(title, "") for title in titles)) for row in lines)
    return doc.Table(columns, tuple(rows))


def _in_lines(lines: list[dict[str, str]]) -> doc.ItemList:
    texts = (
        "; ".join(f"{title}: {isolate(words)}" for title, words in row.items()) for row in lines
    )
    return doc.ItemList(tuple(doc.Item(text, doc.Mark.NUMBER) for text in texts))


def _when(row: HeldRow) -> str:
    """The first day that a row tells, for the order of rows."""
    values = (value for cell in row.cells for value in (*cell.named, cell.value))
    return next((it.isoformat() for it in values if isinstance(it, date)), "")


def _readers(name: str, rows: tuple[HeldRow, ...], _: Catalog) -> Iterator[str]:
    seen: dict[Share, dict[str, None]] = {}
    for row in rows:
        for cell, title, _words in _told(name, row, _):
            seen.setdefault(cell.share, {})[title] = None
    for share, titles in seen.items():
        yield _("{reader} may see: {what}", reader=reader(share, _),
                what=formats.listed(list(titles), _.language))  # fmt: skip


def _told(name: str, row: HeldRow, _: Catalog) -> Iterator[tuple[HeldCell, str, str]]:
    """The cells with something in them, but for the link to the member, which all rows have."""
    for cell in row.cells:
        words = _words(cell, _)
        if words and told(f"{name}.{cell.column}") and row.by != (cell.column,):
            yield cell, label(f"{name}.{cell.column}", _), words


def _private(facts: Held, _: Catalog) -> Iterator[doc.Block]:
    if not facts.private:
        return
    kinds = list(dict.fromkeys(_kind(name, _) for name in facts.private))
    words = formats.listed(kinds, _.language)
    if facts.with_private:
        yield doc.Callout(
            _("With what the leader keeps for their own eyes only: {kinds}.", kinds=words)
        )
        return
    yield doc.Callout(
        _("The leader also keeps, for their own eyes only: {kinds}. It is in no paper that "
          "leaves; ask the leader to see it.", kinds=words)
    )  # fmt: skip


def _kind(name: str, _: Catalog) -> str:
    """A column as a kind of note; where only the link is private, the table."""
    table, _dot, column = name.partition(".")
    return kind(table, _) if column.endswith("_id") else label(name, _)


def _words(cell: HeldCell, _: Catalog) -> str:
    if cell.named:
        parts = [_word(it, _) for it in cell.named]
        people = cell.column != "meeting_id" and len(parts) > 1
        return " ".join(filter(None, parts)) if people else formats.dotted(*parts)
    return "" if isinstance(cell.value, UUID) else _word(cell.value, _)


def _word(value: Any, _: Catalog) -> str:
    if value is None or value in ("", ()):
        return ""
    say = next((say for sort, say in _SAID.items() if isinstance(value, sort)), None)
    return say(value, _) if say else str(value)


_SAID: Mapping[type, Callable[[Any, Catalog], str]] = {  # the first that fits
    bool: lambda value, _: _("Yes") if value else _("No"),
    StrEnum: lambda value, _: content(_.language).word(value),
    tuple: lambda value, _: formats.listed([_word(it, _) for it in value], _.language),
    date: lambda value, _: formats.date_short(value, _.language),  # a moment is a day, too
    time: lambda value, _: f"{value:%H:%M}",
}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(it) for it in value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)
