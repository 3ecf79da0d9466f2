"""The succession book: who we were, what we did and where it is, for whoever comes next."""

from collections.abc import Iterator

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.export import document as doc
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.method import CharterPart
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.stages import StagePath, StageRow
from cop_desktop.services.stories import StoryRow
from cop_desktop.services.succession import Book

from .succession_lists import open_matters, partners, people, products, routines

ASKED = (
    N_("What helped us most"),
    N_("What we would do differently"),
    N_("Whom to turn to, and about what"),
)
WORDS = (  # parts of the charter that are told whole, in this order
    CharterPart.DOMAIN_OUT, CharterPart.FOR_WHOM, CharterPart.GOALS_SHORT, CharterPart.GOALS_LONG,
    CharterPart.VALUES,
)  # fmt: skip


def succession(book: Book, _: Catalog) -> doc.Document:
    """A title page to keep; then who, how, what came of it, and what is open."""
    name, day = book.community.name, formats.date_long(book.today, _.language)
    title = _("Succession book")
    return doc.Document(
        title=formats.dotted(title, name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(
            book.community.region,
            f"{title}\n{name}",
            formats.dotted(_years(book, _), day),
            running=name,
        ),
        foot=doc.Foot(title, _("For the community and those who come after it")),
        author=name,
        blocks=(*_title_page(book, _), doc.NewSheet(), *_chapters(book, _)),
    )


def _years(book: Book, _: Catalog) -> str:
    if book.begun is None:
        return ""
    first, last = str(book.begun.year), str(book.today.year)
    return first if first == last else _("{first} to {last}", first=first, last=last)


def _title_page(book: Book, _: Catalog) -> Iterator[doc.Block]:
    if sentence := book.community.sentence or book.community.domain:
        yield doc.Paragraph(sentence, doc.Voice.LEAD)
    yield _band(book.path, _)
    yield _tiles(book, _)
    if turning := book.turning:
        kind = method(_.language).transformation(turning.kind).title
        decided = turning.decided_on
        when = formats.date_medium(decided, _.language) if decided else ""
        yield doc.Heading(_("What becomes of us: {kind}", kind=kind), when)
        if turning.reason:
            yield doc.Paragraph(turning.reason)
        if turning.becomes:
            yield doc.Callout(turning.becomes, turning.decided_by)
    thanks = _("Thanks to everybody who took part")
    if book.names:
        listed = formats.listed(book.names, _.language)
        yield doc.ToFoot((doc.Heading(thanks), doc.Paragraph(listed)))
    elif book.people:
        yield doc.ToFoot((doc.Heading(thanks),))


def _band(path: StagePath, _: Catalog) -> doc.StageBand:
    now = path.now.stage if path.now else None
    return doc.StageBand(tuple(_piece(stage, path, now, _) for stage in Stage))


def _piece(stage: Stage, path: StagePath, now: Stage | None, _: Catalog) -> doc.StagePiece:
    """Also a stage that was left again has been lived."""
    first = next((row.since for row in path.history if row.stage == stage), None)
    state = doc.StageState.PAST if first else doc.StageState.FUTURE
    if stage == now:
        state = doc.StageState.PRESENT
    when = formats.month_and_year(first, _.language) if first else ""
    return doc.StagePiece(content(_.language).stage(stage).name, state, when)


def _tiles(book: Book, _: Catalog) -> doc.Tiles:
    hours = round(sum(row.invited_minutes for row in book.meetings) / 60)
    return doc.Tiles(
        (
            doc.Tile(str(book.people), _("people took part")),
            doc.Tile(str(len(book.meetings)), _("meetings held")),
            doc.Tile(str(hours), _("hours together")),
            doc.Tile(str(len({it.member_id for it in book.terms})), _("carried a role")),
            doc.Tile(str(len(book.products)), _("products")),
        )
    )


def _chapters(book: Book, _: Catalog) -> Iterator[doc.Block]:
    yield from _who_we_were(book, _)
    yield from _way(book.path, _)
    yield from people(book, _)
    yield from routines(book, _)
    yield from products(book, _)
    if book.stories:
        yield doc.Heading(_("What made a difference"))
        for story in book.stories:
            yield from _story(story, _)
    yield from open_matters(book, _)
    yield from partners(book, _)
    yield doc.Heading(_("What we would tell the next"))
    for question in ASKED:
        yield doc.QuestionBox(_(question), lines=3)


def _who_we_were(book: Book, _: Catalog) -> Iterator[doc.Block]:
    charter, text = book.charter, method(_.language)
    domain = charter.texts.get(CharterPart.DOMAIN_IN, "") if charter else ""
    domain = domain or book.community.domain
    told = (
        [(text.part(part).title, charter.texts.get(part, "")) for part in WORDS] if charter else []
    )
    pairs = [(title, words) for title, words in told if words]
    if charter and charter.promises:
        promised = "\n".join(text.benefit(it) for it in charter.promises)
        pairs.append((text.part(CharterPart.PROMISES).title, promised))
    if not (domain or pairs):
        return
    adopted = charter.adopted_on if charter else None
    note = ""
    if adopted:
        note = _("from the charter of {day}", day=formats.date_medium(adopted, _.language))
    yield doc.Heading(_("Who we were"), note)
    if domain:
        yield doc.Callout(domain)
    if pairs:
        yield doc.Pairs(tuple(pairs), 38)
    if charter and charter.norms:
        yield doc.Heading(_("Rules we kept"))
        yield doc.ItemList(tuple(doc.Item(text.norm(it)) for it in charter.norms))


def _way(path: StagePath, _: Catalog) -> Iterator[doc.Block]:
    if not path.history:
        return
    columns = (
        doc.Column(_("Stage"), 34, look=doc.Look.STRONG),
        doc.Column(_("Since"), 34),
        doc.Column(_("Why")),
    )
    yield doc.Heading(_("The road we took"))
    yield doc.Table(columns, tuple(_stay(row, _) for row in path.history))


def _stay(row: StageRow, _: Catalog) -> doc.Row:
    name = content(_.language).stage(row.stage).name
    marks = [
        words
        for marked, words in (
            (row.skipped, _("a stage was passed over")), (row.back, _("moved back")),
        )
        if marked
    ]  # fmt: skip
    since = doc.Cell(formats.date_medium(row.since, _.language), row.decided_by)
    return doc.Row((doc.Cell(name, formats.dotted(*marks)), since, row.reason or row.evidence))


def _story(story: StoryRow, _: Catalog) -> Iterator[doc.Block]:
    told = [text for text in (story.happened, story.got, story.did) if text]
    blocks: list[doc.Block] = [doc.Paragraph((doc.Span(story.title),))]
    if told:
        blocks.append(doc.Paragraph("\n".join(told)))
    blocks.append(doc.Callout(story.changed, formats.dotted(story.teller, story.product)))
    yield doc.Together(tuple(blocks))
