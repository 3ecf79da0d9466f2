"""Before there is a charter: its questions on paper, to be talked over and filled in by hand."""

from collections.abc import Iterator

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import BENEFITS, CharterPart, Side
from cop_desktop.models.vocabulary import Horizon

LINES = 2  # to write on, for each part


def questions(_: Catalog) -> Iterator[doc.Block]:
    """A part after another; what can be chosen has boxes to tick."""
    yield doc.Paragraph(_("A few questions at a time are enough. What waits may wait."),
                        doc.Voice.LEAD)  # fmt: skip
    for number, part in enumerate(CharterPart, start=1):
        text = method(_.language).part(part)
        head = doc.Heading(f"{number}. {text.title}")
        asked = doc.Paragraph(text.question)
        hint = doc.Paragraph(text.hint, doc.Voice.NOTE)
        if part is CharterPart.PROMISES:
            yield doc.Together((head, asked, hint, _promises(_)))
        else:
            yield doc.Together((head, asked, hint, doc.NoteLines(LINES)))


def _promises(_: Catalog) -> doc.Columns:
    """All twenty, members at the reading side and organisations beside them."""
    words = content(_.language)
    columns = []
    for side in Side:
        items = [doc.Item((doc.Span(words.word(side)),), doc.Mark.NONE)]
        for horizon in Horizon:
            items += [
                doc.Item(words.word(it), doc.Mark.EMPTY, words.word(horizon) if not n else "")
                for n, it in enumerate(BENEFITS[side, horizon])
            ]
        columns.append((doc.ItemList(tuple(items)),))
    return doc.Columns(tuple(columns))
