"""A feedback form, a digest, a run-sheet and name tents in three languages."""

from cop_desktop.export.document import (
    Cell,
    Column,
    Document,
    Format,
    Heading,
    Item,
    ItemList,
    Look,
    Mark,
    NameTent,
    NameTents,
    OpenQuestion,
    Panel,
    Panels,
    QrCode,
    Ratings,
    Row,
    Stamp,
    Table,
)  # fmt: skip
from cop_desktop.models.vocabulary import Role
from tests.export.samples import WORDS, paper

SCALES = {
    "he": ("כלל לא", "במידה רבה מאוד", "לא רלוונטי"),
    "en": ("Not at all", "Very much so", "Not relevant"),
    "ar": ("أبدا", "بدرجة كبيرة جدا", "غير ذي صلة"),
}
LINK = "https://example.org/27-03"


def feedback(language: str, statements: int = 6) -> Document:
    """A form of one page: ratings, and three open questions."""
    words = WORDS[language]
    low, high, apart = SCALES[language]
    rows = (words["outcome"], f"{words['item']} (Zoom 2.0)")
    questions = [OpenQuestion(words["question"], statements + n) for n in (1, 2, 3)]
    return paper(
        Stamp(words["decisions"], "27-03", words["purpose"]),
        Ratings(tuple(rows[n % 2] for n in range(statements)), low, high, apart),
        *questions,
        language=language,
    )


def digest(language: str) -> Document:
    """Boxed decisions, a checklist with blank rows, a code, and a row of a run-sheet."""
    words = WORDS[language]
    panels = tuple(Panel(words["outcome"], words["purpose"], str(n)) for n in (1, 2, 3))
    step = Cell(words["item"], words["role"], Role.COMMUNITY, more=words["purpose"],
                aloud=words["question"])  # fmt: skip
    columns = (Column("", 17, look=Look.LARGE), Column("", 14, pen=True), Column("", pen=True))
    return paper(
        Panels(panels, accented=True),
        Heading(words["agenda"]),
        ItemList((Item(words["outcome"], Mark.EMPTY), Item("", Mark.EMPTY))),
        QrCode(LINK, words["decisions"], words["purpose"]),
        Table(columns, (Row(("09:30", "", step)),)),
        language=language,
    )


def tents(language: str, each: int = 2) -> Document:
    """Three names to fold, the first with a role."""
    words = WORDS[language]
    names = (
        NameTent(words["leader"], words["community"], Role.COMMUNITY, words["role"]),
        NameTent(words["leader"]),
        NameTent(words["leader"], words["community"]),
    )
    block = NameTents(names, each, words["community"])
    return paper(block, language=language, paper=Format.TENTS, head=None, one_sided=True)
