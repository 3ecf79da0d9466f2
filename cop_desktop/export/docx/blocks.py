"""Each block in Word's own means. Pictures are told in words, or left to the PDF."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from docx.shared import Mm

from cop_desktop.export import document as say
from cop_desktop.export.writing import Watch, replacing
from cop_desktop.i18n import Catalog

from . import figures, forms, sheets
from .gantt import write_gantt
from .page import BLANK, BODY, HEADING, LEAD, NO_RULES, NOTE, SOFT, TEAL, TITLE, Page, Place

MARKS = {
    say.Mark.BULLET: "•", say.Mark.EMPTY: "☐", say.Mark.HALF: "◪", say.Mark.DONE: "☑",
    say.Mark.DROPPED: "☒", say.Mark.NONE: "",
}  # fmt: skip
BOXES = {say.Mark.EMPTY, say.Mark.HALF, say.Mark.DONE, say.Mark.DROPPED}
LINES = 7  # to write on, where the page decides on paper


def write_docx(document: say.Document, path: Path, _: Catalog, watch: Watch | None = None) -> None:
    """Write the document; a failed write leaves the old file as it was.

    Raises UserError when it takes longer than `watch` allows.
    """
    page = Page(document, watch or Watch(), _)
    if document.head:
        _head(page, document.head)
    _write(page, page.word, document.blocks)
    with replacing(path) as part:
        page.word.save(str(part))


def _head(page: Page, head: say.Head) -> None:
    page.line(page.word, head.community, NOTE + 1, colour=TEAL)
    for part in head.title.split("\n"):
        page.line(page.word, part, TITLE, bold=True)
    page.line(page.word, head.subtitle, BODY, colour=SOFT)


def _write(page: Page, place: Place, blocks: Iterable[say.Block]) -> None:
    for block in blocks:
        _WRITERS[type(block)](page, place, block)


def _inside(page: Page, place: Place, block: Any) -> None:
    _write(page, place, block.blocks)


def _nothing(_page: Page, _place: Place, _block: object) -> None:
    """A picture whose facts stand in a table of the same document."""


def _heading(page: Page, place: Place, block: say.Heading) -> None:
    page.heading(place, block.text, block.note)


def _paragraph(page: Page, place: Place, block: say.Paragraph) -> None:
    size = {say.Voice.LEAD: LEAD, say.Voice.NOTE: NOTE}.get(block.voice, BODY)
    soft = block.voice in (say.Voice.NOTE, say.Voice.GUIDE)
    paragraph = page.line(place, block.text, size, colour=SOFT if soft else None)
    if block.voice is say.Voice.GUIDE:
        for run in paragraph.runs:
            run.italic = run.font.cs_italic = True


def _callout(page: Page, place: Place, block: say.Callout) -> None:
    page.line(place, block.text, LEAD, colour=TEAL, before=6)
    if block.source:
        page.line(place, block.source, NOTE, colour=SOFT)


def _facts(page: Page, place: Place, block: say.Facts) -> None:
    widths = _widths(block.widths or (None,) * len(block.facts), page.width)
    table = page.table(place, 1, widths, NO_RULES)
    for cell, fact in zip(table.rows[0].cells, block.facts, strict=True):
        page.line(cell, fact.label, NOTE, colour=SOFT)
        page.line(cell, fact.value, BODY, bold=True)
        if fact.note:
            page.line(cell, fact.note, NOTE, colour=SOFT)


def _item_list(page: Page, place: Place, block: say.ItemList) -> None:
    for number, item in enumerate(block.items, start=1):
        sign = f"{number}." if item.mark is say.Mark.NUMBER else MARKS[item.mark]
        text = (item.text,) if isinstance(item.text, str) else item.text
        note = (say.Span(f"  · {item.note}", say.Look.SMALL),) if item.note else ()
        blank = () if item.text or item.note or item.mark not in BOXES else (_rule(page, place),)
        page.line(place, (f"{sign} ", *text, *note, *blank))


def _rule(page: Page, place: Place) -> str:
    """A line to write on; a short one in a cell, where a long one would break."""
    return BLANK * 2 if place is page.word else BLANK[:18]


def _pairs(page: Page, place: Place, block: say.Pairs) -> None:
    for label, text in block.rows:
        page.line(place, (*_pieces(label), "   ", *_pieces(text)))


def _table(page: Page, place: Place, block: say.Table) -> None:
    widths = _widths([column.width for column in block.columns], page.width)
    headed = any(column.heading for column in block.columns)
    table = page.table(place, headed + len(block.rows), widths)
    if headed:
        page.repeat_head(table)
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            page.line(cell, column.heading, NOTE, colour=SOFT, align=column.align)
    for words, row in zip(list(table.rows)[headed:], block.rows, strict=True):
        if block.row_height:
            words.height = Mm(block.row_height)
        _row(page, words.cells, row, block.columns)


def _row(page: Page, cells: Any, row: say.Row, columns: tuple[say.Column, ...]) -> None:
    if len(row.cells) < len(columns):  # a group or a pause: its last cell spans the rest
        cells[len(row.cells) - 1].merge(cells[-1])
    strong = row.kind is say.RowKind.GROUP
    for cell, told, column in zip(cells, row.cells, columns, strict=False):
        it = told if isinstance(told, say.Cell) else say.Cell(told)
        bold = strong or column.look in (say.Look.STRONG, say.Look.LARGE)
        mark = (f"{MARKS.get(it.mark, '')} ",) if it.mark is not say.Mark.NONE else ()
        page.line(cell, (*mark, *_pieces(it.text)), BODY, bold=bold, align=column.align)
        if it.note:
            page.line(cell, it.note, NOTE, colour=SOFT)
        if it.more:
            page.line(cell, it.more)
        if it.aloud:
            page.line(cell, it.aloud, BODY, colour=TEAL)


def _columns(page: Page, place: Place, block: say.Columns) -> None:
    widths = _widths(block.widths or (None,) * len(block.columns), page.width)
    table = page.table(place, 1, widths, NO_RULES)
    for cell, blocks in zip(table.rows[0].cells, block.columns, strict=True):
        _write(page, cell, blocks)
        if not cell.paragraphs or cell.tables:
            cell.add_paragraph()  # Word wants a cell to end with one


def _new_sheet(page: Page, _place: Place, _block: say.NewSheet) -> None:
    page.new_sheet()


def _tiles(page: Page, place: Place, block: say.Tiles) -> None:
    table = page.table(place, 1, _widths((None,) * len(block.tiles), page.width), NO_RULES)
    for cell, tile in zip(table.rows[0].cells, block.tiles, strict=True):
        page.line(cell, tile.value, TITLE, bold=True)
        page.line(cell, tile.label, NOTE, colour=SOFT)


def _question(page: Page, place: Place, block: say.QuestionBox) -> None:
    page.line(place, block.text, LEAD, before=4)
    _ruled_lines(page, place, block.lines)


def _note_lines(page: Page, place: Place, block: say.NoteLines) -> None:
    _ruled_lines(page, place, block.count or LINES)


def _ruled_lines(page: Page, place: Place, count: int) -> None:
    table = page.table(place, count, [page.width])
    for row in table.rows:
        row.height = Mm(9)


def _blanks(page: Page, place: Place, block: say.Blanks) -> None:
    told = [f"{blank.label}: {blank.value or BLANK}" for blank in block.blanks]
    for text in told if block.stacked else ["     ".join(told)]:
        page.line(place, text, before=8)


def _next_meeting(page: Page, place: Place, block: say.NextMeeting) -> None:
    page.line(place, block.label, NOTE, colour=SOFT, before=10)
    page.line(place, block.when, HEADING, bold=True)
    for text in (block.where, block.note, block.link):
        if text:
            page.line(place, text)


def _goals(page: Page, place: Place, block: say.Goals) -> None:
    for goal in block.goals:
        page.line(place, f"{goal.number}. {goal.title}", LEAD, bold=True, before=6)
        if goal.measure:
            page.line(place, goal.measure, colour=SOFT)


def _pieces(text: say.Text) -> tuple[str | say.Span, ...]:
    return (text,) if isinstance(text, str) else text


def _widths(given: Iterable[float | None], room: float) -> list[float]:
    """Widths in mm; the columns that named none share what is left."""
    asked = list(given)
    left = room - sum(width for width in asked if width)
    open_ones = sum(width is None for width in asked)
    return [left / open_ones if width is None else width for width in asked]


_WRITERS: dict[type, Callable[[Page, Place, Any], None]] = {
    say.Heading: _heading,
    say.Paragraph: _paragraph,
    say.Callout: _callout,
    say.Facts: _facts,
    say.ItemList: _item_list,
    say.Pairs: _pairs,
    say.Table: _table,
    say.Columns: _columns,
    say.Together: _inside,
    say.ToFoot: _inside,
    say.Poster: forms.poster,
    say.Spare: _inside,
    say.NewSheet: _new_sheet,
    say.Tiles: _tiles,
    say.QuestionBox: _question,
    say.NoteLines: _note_lines,
    say.Blanks: _blanks,
    say.NextMeeting: _next_meeting,
    say.Ribbon: _nothing,
    say.Goals: _goals,
    say.Gantt: write_gantt,
    say.SignIn: sheets.sign_in,
    say.Cards: sheets.cards,
    say.StageBand: figures.stage_band,
    say.Circles: figures.circles,
    say.RoleStrip: figures.role_strip,
    say.BarChart: figures.bar_chart,
    say.Ratings: forms.ratings,
    say.OpenQuestion: forms.open_question,
    say.Stamp: forms.stamp,
    say.Panels: forms.panels,
    say.QrCode: forms.qr_code,
    say.NameTents: forms.name_tents,
}
