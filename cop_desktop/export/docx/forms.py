"""Forms and boxes in Word: rings become a table of numbers, a code becomes a picture."""

from io import BytesIO

from docx.shared import Mm

from cop_desktop.export import document as say
from cop_desktop.export.text.clean import clean
from cop_desktop.formats import isolate

from .page import BODY, FRAME, LEAD, NO_RULES, NOTE, SOFT, TEAL, Page, Place

_STEP, _APART, _GAP = 15.0, 19.0, 4.0  # mm
_ROW, _LINE = 11.0, 10.0
_WALL = 16.0  # points, to be read from afar
_SCALE = 8  # dots a square of a code


def ratings(page: Page, place: Place, block: say.Ratings) -> None:
    """Numbers 1 … n from the reading side, to be marked; the ends named over the first and last."""
    apart = [_APART] if block.apart else []
    steps = [_STEP] * block.steps
    widths = [7.0, page.width - 7 - sum(steps) - sum(apart), *steps, *apart]
    table = page.table(place, 1 + len(block.statements), widths)
    page.repeat_head(table)
    blank = [""] * (block.steps - 2)
    heads = ["", "", block.low, *blank, block.high, *([block.apart] if apart else [])]
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        page.line(cell, text, NOTE, colour=SOFT, align=say.Align.CENTER)
    numbers = [str(n) for n in range(1, block.steps + 1)] + ["☐"] * len(apart)
    for n, (row, text) in enumerate(
        zip(list(table.rows)[1:], block.statements, strict=True), block.first
    ):
        row.height = Mm(_ROW)
        page.line(row.cells[0], str(n), NOTE, colour=SOFT)
        page.line(row.cells[1], text)
        for cell, number in zip(row.cells[2:], numbers, strict=False):
            page.line(cell, number, align=say.Align.CENTER)


def open_question(page: Page, place: Place, block: say.OpenQuestion) -> None:
    number = () if block.number is None else (say.Span(f"{block.number}  ", say.Look.SMALL),)
    page.line(place, (*number, say.Span(block.text)), before=10)
    for row in page.table(place, block.lines, [page.width]).rows:
        row.height = Mm(_LINE)


def stamp(page: Page, place: Place, block: say.Stamp) -> None:
    text = (block.text,) if isinstance(block.text, str) else block.text
    page.line(place, (*text, "   ", say.Span(f"{block.label}: ", say.Look.SMALL),
                      say.Span(isolate(block.value))), before=4)  # fmt: skip


def panels(page: Page, place: Place, block: say.Panels) -> None:
    """A framed cell for each box, one row of a table for each row of boxes."""
    across = block.across or min(3, max(1, len(block.panels)))
    for at in range(0, len(block.panels), across):
        some = block.panels[at : at + across]
        table = page.table(place, 1, [page.width / across] * len(some), FRAME)
        for cell, panel in zip(table.rows[0].cells, some, strict=True):
            number = (say.Span(f"{panel.number}  ", say.Look.ACCENT),) if panel.number else ()
            page.line(cell, (*number, say.Span(panel.title)), LEAD)
            if panel.text:
                page.line(cell, panel.text)
        page.line(place, "", NOTE)


def qr_code(page: Page, place: Place, block: say.QrCode) -> None:
    """The code as a picture, its words beside it; Word keeps the link as text too."""
    import segno  # only documents with a link need it

    link = clean(block.link)
    table = page.table(place, 1, [block.side + _GAP, page.width - block.side - _GAP], NO_RULES)
    picture, words = table.rows[0].cells
    if link:
        png = BytesIO()
        segno.make(link, micro=False).save(png, kind="png", scale=_SCALE, border=4)
        page.line(picture, "").add_run().add_picture(png, width=Mm(block.side))
    page.line(words, block.title, NOTE, colour=SOFT)
    page.line(words, block.caption, BODY)
    page.line(words, link, NOTE, colour=TEAL)


def name_tents(page: Page, place: Place, block: say.NameTents) -> None:
    """Tents are folded from the PDF; here stand their words, to be changed."""
    for tent in block.tents:
        page.line(place, tent.name, LEAD, bold=True, before=8)
        for text in (tent.organisation, tent.role_name):
            if text:
                page.line(place, text, colour=SOFT)


def poster(page: Page, place: Place, block: say.Poster) -> None:
    """Numbered sentences, large; Word's own user may set them larger still."""
    for number, text in enumerate(block.lines, start=1):
        piece = say.Span(f"{number}.  ", say.Look.ACCENT)
        page.line(place, (piece, text), _WALL, before=10)
