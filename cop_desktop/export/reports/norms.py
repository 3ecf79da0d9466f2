"""The page of rules, to hang or to hand out: rules of trust, quiet hours, who approves."""

from collections.abc import Iterator

from cop_desktop.content.method import method
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import CharterPart, Norm
from cop_desktop.services.charter import CharterRow

from .charter import Charter, framed, quiet

LONGEST = 300  # letters of a text of one's own that stands over the rules


def norms(told: Charter, _: Catalog) -> doc.Document:
    """One page; what is too long for a wall stays in the charter itself.

    Before anything is written it is a sheet of rules to choose from.
    """
    blocks = _body(told.row, _) if told.row else _to_choose(_)
    return framed(told, _("How we work together"), tuple(blocks), _)


def _to_choose(_: Catalog) -> Iterator[doc.Block]:
    texts = method(_.language)
    yield doc.Paragraph(_("Which of these rules do we take over? Tick them together."),
                        doc.Voice.LEAD)  # fmt: skip
    yield doc.ItemList(tuple(doc.Item(texts.norm(it), doc.Mark.EMPTY) for it in Norm))
    yield doc.Heading(_("In our own words"))
    yield doc.NoteLines()


def _body(row: CharterRow, _: Catalog) -> Iterator[doc.Block]:
    texts = method(_.language)
    own = row.texts.get(CharterPart.CONFIDENTIALITY, "")
    if own and len(own) <= LONGEST:
        yield doc.Callout(own)
    if row.norms:
        yield doc.Poster(tuple(texts.norm(norm) for norm in row.norms))
    elif not own:
        yield doc.Paragraph(_("No rules of trust are chosen in the charter yet."))
    elif len(own) > LONGEST:
        yield doc.Paragraph(own, doc.Voice.LEAD)
    tiles = []
    if hours := quiet(row, _):
        tiles.append(doc.Tile(hours, _("Quiet hours of the group")))
    if row.approver:
        tiles.append(doc.Tile(row.approver, _("Before something goes out, ask")))
    if tiles:
        yield doc.ToFoot((doc.Tiles(tuple(tiles)),))
