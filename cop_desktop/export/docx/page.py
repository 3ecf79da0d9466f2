"""A Word document under the hand: paragraphs, runs and tables in the document's direction."""

import re
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from cop_desktop import formats
from cop_desktop.export import document as say
from cop_desktop.export.text.clean import clean
from cop_desktop.export.writing import Watch
from cop_desktop.i18n import Catalog

from .watermark import watermark

FONT = "Arial"  # on every machine with Word, with Hebrew and Arabic letters
TEAL, SOFT, BRICK = (RGBColor.from_string(it) for it in ("0B5A60", "465156", "9C3526"))
BODY, NOTE, LEAD, HEADING, TITLE = 10.5, 8.5, 12.0, 13.0, 20.0  # points
COLOURS = {
    say.Look.SOFT: SOFT, say.Look.SMALL: SOFT, say.Look.ACCENT: TEAL, say.Look.ALERT: BRICK
}  # fmt: skip
BOLD = {say.Look.STRONG, say.Look.MEDIUM, say.Look.LARGE}
SIDES = {  # in a right-to-left paragraph Word reads LEFT as "at the start"
    say.Align.START: WD_ALIGN_PARAGRAPH.LEFT,
    say.Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    say.Align.END: WD_ALIGN_PARAGRAPH.RIGHT,
}
# the schema fixes the order of siblings: what each of our marks must stand before
AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
              "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")  # fmt: skip
AFTER_VISUAL = ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc",
                "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout",
                "w:tblCellMar", "w:tblLook")  # fmt: skip
AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
AFTER_SECTION = ("w:rtlGutter", "w:docGrid")
BLANK = "_" * 24  # a line to write on
RULES = (("top", 8, "1B2427"), ("bottom", 4, "99A3A7"), ("insideH", 4, "99A3A7"))  # eighths of pt
GRID = (*RULES, ("insideV", 4, "CDD4D6"))
FRAME = tuple(
    (side, 6, "1B2427") for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
NO_RULES: tuple[tuple[str, int, str], ...] = ()
_FIELDS = re.compile(r"\{(PAGE|NUMPAGES)\}")
PROPERTY = 255  # letters that Word takes in a property of a file
Place = Word | _Cell
Rules = tuple[tuple[str, int, str], ...]


class Page:
    """One Word document being written; `width` is that of its text in mm."""

    def __init__(self, document: say.Document, watch: Watch, _: Catalog) -> None:
        self.document, self.rtl, self.watch = document, document.rtl, watch
        self._new_sheet = False
        self.word = docx.Document()
        lying = document.paper == say.Format.LANDSCAPE
        self.width = 265.0 if lying else 170.0
        self._lay_out(lying, _)
        self._name()

    def line(
        self,
        place: Place,
        text: say.Text,
        size: float = BODY,
        *,
        bold: bool = False,
        colour: RGBColor | None = None,
        align: say.Align = say.Align.START,
        before: float = 0,
    ) -> Paragraph:
        """A paragraph; the empty one that every new cell has is used first."""
        self.watch(_beginning(text))
        paragraph = place.paragraphs[-1] if _unused(place) else place.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(before)
        paragraph.paragraph_format.space_after = Pt(3)
        if self._new_sheet:
            paragraph.paragraph_format.page_break_before = True
            self._new_sheet = False
        self._direct(paragraph, align)
        for piece in (text,) if isinstance(text, str) else text:
            self._run(paragraph, piece, size, bold, colour)
        return paragraph

    def heading(self, place: Place, text: str, note: str = "") -> None:
        """A heading that Word's outline knows; its note stands small beside it."""
        pieces = (text, say.Span(f"  {note}", say.Look.SMALL)) if note else text
        paragraph = self.line(place, pieces, HEADING, before=12)
        paragraph.runs[0].bold = paragraph.runs[0].font.cs_bold = True
        paragraph.paragraph_format.keep_with_next = True

    def new_sheet(self) -> None:
        """What is said next begins a page; a break of its own could stand alone on an empty one."""
        self._new_sheet = True

    def table(self, place: Place, rows: int, widths: list[float], rules: Rules = RULES) -> Table:
        """A table whose first column stands at the reading side; widths in mm."""
        if _ends_with_table(place):  # Word would make one table of the two
            self.line(place, "", NOTE)
        table = place.add_table(rows, len(widths))
        table.autofit = False
        properties = table._tbl.tblPr  # noqa: SLF001 - Word's own marks have no public names
        if self.rtl:
            properties.insert_element_before(OxmlElement("w:bidiVisual"), *AFTER_VISUAL)
        if rules:
            properties.insert_element_before(_borders(rules), *AFTER_BORDERS)
        for row in table.rows:  # a step is read as one; Word parts what no page could hold
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table

    def repeat_head(self, table: Table) -> None:
        """The first row stands again on every page."""
        row = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
        row.append(OxmlElement("w:tblHeader"))

    def _direct(self, paragraph: Paragraph, align: say.Align) -> None:
        if self.rtl:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
            properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)
        paragraph.alignment = SIDES[align]

    def _run(
        self, paragraph: Paragraph, piece: str | say.Span, size: float, bold: bool,
        colour: RGBColor | None,
    ) -> None:  # fmt: skip
        text, look = (piece, None) if isinstance(piece, str) else (piece.text, piece.look)
        run = paragraph.add_run(clean(text))
        size = NOTE if look is say.Look.SMALL else size
        font = run.font
        font.name, font.size = FONT, Pt(size)
        font.rtl = self.rtl or None
        run.bold = font.cs_bold = (bold or look in BOLD) or None
        if shade := (COLOURS.get(look, colour) if look else colour):
            font.color.rgb = shade
        _complex(run._r.get_or_add_rPr(), size)  # noqa: SLF001

    def _lay_out(self, lying: bool, _: Catalog) -> None:
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        if lying:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(16 if lying else 20)
        section.top_margin = section.bottom_margin = Mm(16)
        if self.rtl:
            section._sectPr.insert_element_before(  # noqa: SLF001
                OxmlElement("w:bidi"), *AFTER_SECTION
            )
        self._mark_as(section.header.paragraphs[0] if self.document.watermark else None)
        foot = self.document.foot
        paragraph = section.footer.paragraphs[0]
        self._direct(paragraph, say.Align.START)
        words = _("Page {page} of {pages}", page="{PAGE}", pages="{NUMPAGES}")
        for piece in _FIELDS.split(formats.dotted(foot.start, foot.privacy, words)):
            if piece in ("PAGE", "NUMPAGES"):
                self._field(paragraph, piece)
            else:
                self._run(paragraph, piece, NOTE, False, SOFT)

    def _mark_as(self, head: Paragraph | None) -> None:
        """Say at the head of every page, in letters and across it, what this paper is."""
        if head is not None:
            self._direct(head, say.Align.END)
            self._run(head, self.document.watermark, NOTE, True, BRICK)
            watermark(head, self.document.watermark)

    def _field(self, paragraph: Paragraph, name: str) -> None:
        """A number that Word counts."""
        self._run(paragraph, "1", NOTE, False, SOFT)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        field.append(paragraph.runs[-1]._r)  # noqa: SLF001
        paragraph._p.append(field)  # noqa: SLF001

    def _name(self) -> None:
        about, document = self.word.core_properties, self.document
        about.title, about.author, about.subject = (
            formats.without_isolates(clean(words))[:PROPERTY]
            for words in (document.title, document.author, document.subject)
        )
        about.language = document.language


def _beginning(text: say.Text) -> str:
    """What an error calls a text."""
    first = text if isinstance(text, str) else next(iter(text), "")
    return clean((first if isinstance(first, str) else first.text)[:40])


def _unused(place: Place) -> bool:
    """A new cell's own empty paragraph; one right after a table must stay empty."""
    return isinstance(place, _Cell) and len(place.paragraphs) == 1 and not place.text


def _ends_with_table(place: Place) -> bool:
    inside = place._tc if isinstance(place, _Cell) else place.element.body  # noqa: SLF001
    last = [child.tag for child in inside if child.tag in (qn("w:p"), qn("w:tbl"))][-1:]
    return last == [qn("w:tbl")]


def _complex(properties: Any, size: float) -> None:
    """Hebrew and Arabic take their font and size from marks of their own."""
    properties.rFonts.set(qn("w:cs"), FONT)
    mark = OxmlElement("w:szCs")
    mark.set(qn("w:val"), str(round(size * 2)))
    properties.find(qn("w:sz")).addnext(mark)


def _borders(rules: Rules) -> Any:
    borders = OxmlElement("w:tblBorders")
    for side, weight, colour in rules:
        rule = OxmlElement(f"w:{side}")
        said = {"val": "single", "sz": str(weight), "space": "0", "color": colour}
        for key, value in said.items():
            rule.set(qn(f"w:{key}"), value)
        borders.append(rule)
    return borders
