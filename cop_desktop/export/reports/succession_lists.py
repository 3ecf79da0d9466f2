"""The lists of the succession book: people, routines, products, what is open, partners."""

from collections.abc import Iterator, Sequence
from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.products import ProductRow
from cop_desktop.services.roles import Holding
from cop_desktop.services.routines import RoutineRow
from cop_desktop.services.stakeholders import StakeholderRow
from cop_desktop.services.succession import Book

from .meeting import MARKS


def people(book: Book, _: Catalog) -> Iterator[doc.Block]:
    """Who led; and role by role who held it, until when, and what they pass on."""
    if book.leaders:
        yield doc.Heading(_("Who led"))
        yield doc.Pairs(tuple((it.name, _term(it.since, it.until, _)) for it in book.leaders), 50)
    if not book.terms:
        return
    columns = (
        doc.Column(_("Held by"), 44, look=doc.Look.MEDIUM),
        doc.Column(_("Term"), 52),
        doc.Column(_("For whoever comes next"), secondary=True),
    )
    rows: list[doc.Row] = []
    for role in Role:
        if held := [it for it in book.terms if it.role == role]:
            name = content(_.language).role(role).name
            rows.append(doc.Row(("", name), doc.RowKind.GROUP))
            rows += [_holding(it, _) for it in held]
    yield doc.Heading(_("Who carried the community"), _("with what they pass on"))
    yield doc.Table(columns, tuple(rows))


def routines(book: Book, _: Catalog) -> Iterator[doc.Block]:
    """What comes round between meetings, and who looks after it."""
    if not book.routines:
        return
    columns = (
        doc.Column(_("Routine"), look=doc.Look.MEDIUM),
        doc.Column(_("Rhythm"), 34),
        doc.Column(_("Looked after by"), 40),
        doc.Column(_("Last time"), 30),
    )
    yield doc.Heading(_("What recurred between meetings"))
    yield doc.Table(columns, tuple(_routine(it, _) for it in book.routines))


def products(book: Book, _: Catalog) -> Iterator[doc.Block]:
    """Where each product is, and whom to ask; unfinished ones too."""
    if not book.products:
        return
    columns = (
        doc.Column(_("Product"), look=doc.Look.MEDIUM),
        doc.Column(_("State"), 28),
        doc.Column(_("Where it is"), 50, secondary=True),
        doc.Column(_("Whom to ask"), 36),
    )
    yield doc.Heading(_("What came of it, and where it is"))
    yield doc.Table(columns, tuple(_product(it, _) for it in book.products))


def open_matters(book: Book, _: Catalog) -> Iterator[doc.Block]:
    """Topics, decisions, tasks and conclusions that somebody will have to take up, or let go."""
    lists = (
        (_("Topics that wait"), [doc.Item(it.title, note=it.owner) for it in book.topics]),
        (
            _("Decisions not carried out yet"),
            [doc.Item(it.text, MARKS[it.state], it.owner) for it in book.decisions],
        ),
        (_("Open tasks"), [doc.Item(it.text, MARKS[it.state], it.owner) for it in book.actions]),
        (_("Conclusions to act on"), [doc.Item(it.text) for it in book.conclusions]),
    )
    for title, items in lists:
        if items:
            yield doc.Heading(_("Still open: {what}", what=title))
            yield doc.ItemList(tuple(items))


def partners(book: Book, _: Catalog) -> Iterator[doc.Block]:
    """Who cares outside, about what, and who kept the tie."""
    if not book.stakeholders:
        return
    columns = (
        doc.Column(_("Who"), 46, look=doc.Look.MEDIUM),
        doc.Column(_("What matters to them")),
        doc.Column(_("The tie is kept by"), 36),
        doc.Column(_("Next step"), 42, secondary=True),
    )
    yield doc.Heading(_("Partners outside"), _("pass on only with their consent"))
    yield doc.Table(columns, tuple(_partner(it, _) for it in book.stakeholders))


def _term(since: date, until: date | None, _: Catalog) -> str:
    first = formats.date_short(since, _.language)
    if until is None:
        return _("since {day}", day=first)
    return _("{first} to {last}", first=first, last=formats.date_short(until, _.language))


def _holding(it: Holding, _: Catalog) -> doc.Row:
    return doc.Row((it.name, _term(it.since, it.until, _), it.handover or it.note))


def _routine(it: RoutineRow, _: Catalog) -> doc.Row:
    words = content(_.language)
    last = formats.date_medium(it.last, _.language) if it.last else ""
    channel = words.word(it.channel) if it.channel else ""
    rhythm = doc.Cell(words.word(it.rhythm), channel)
    return doc.Row((it.name, rhythm, it.owner, last))


def _product(it: ProductRow, _: Catalog) -> doc.Row:
    words = content(_.language)
    cells: Sequence[str | doc.Cell] = (
        doc.Cell(it.title, words.word(it.kind)), words.word(it.status), it.where, it.owner,
    )  # fmt: skip
    return doc.Row(tuple(cells))


def _partner(it: StakeholderRow, _: Catalog) -> doc.Row:
    who = doc.Cell(it.name, formats.dotted(it.title, it.organisation))
    return doc.Row((who, it.aim, it.broker, it.next_step))
