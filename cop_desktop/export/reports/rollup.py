"""Many communities on paper: what they are together, then each in a line, then who is missing."""

from collections.abc import Iterator, Mapping

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.export.rollup import Rollup
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import ProductKind, Role, Stage
from cop_desktop.services.overview import OverviewRow, Sums

from . import overview_words as words

COLUMNS = 3  # of short lines side by side: what all are together has to fit one page


def rollup(facts: Rollup, _: Catalog) -> doc.Document:
    """The report; a number that some did not tell stands as “at least”."""
    day = formats.date_medium(facts.today, _.language)
    return doc.Document(
        title=_("Report of communities"),
        language=_.language,
        rtl=_.rtl,
        paper=doc.Format.LANDSCAPE,
        head=doc.Head(
            facts.told or _("All communities"), _("Report of communities"),
            _("What their packages told, on {day}", day=day),
        ),
        foot=doc.Foot(
            _("Report of communities, {day}", day=day),
            _("Without names of people; groups of fewer than five are not told"),
        ),
        blocks=tuple(_page(facts, _)),
    )  # fmt: skip


def _page(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    yield _tiles(facts, _)
    yield doc.Paragraph(_sending(facts, _))
    yield doc.Columns((tuple(_stages(facts, _)), tuple(_roles(facts, _))))
    yield from _products(facts, _)
    yield from _signs(facts, _)
    yield doc.NewSheet()
    yield doc.Heading(_("Community by community"))
    yield doc.Table(_columns(_), tuple(doc.Row(_line(it, _)) for it in facts.rows))
    yield from _missing(facts, _)
    yield from _districts(facts, _)


def _stages(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    counts, name = facts.sums.stages, content(_.language).word
    yield doc.Heading(_("Stages"), _("communities by their present stage"))
    yield _bars({name(it): counts.get(it.value, 0) for it in Stage}, facts.sums.communities)


def _roles(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    counts, name = facts.sums.roles, content(_.language).word
    yield doc.Heading(_("Roles"), _("communities in which the role is filled"))
    yield _bars({name(it): counts.get(it.value, 0) for it in Role}, facts.sums.communities)


def _tiles(facts: Rollup, _: Catalog) -> doc.Tiles:
    it = facts.sums
    return doc.Tiles(
        (
            doc.Tile(words.number(it.communities, _), _("communities")),
            _members(it, _),
            doc.Tile(words.number(it.held, _), _("meetings held")),
            doc.Tile(words.percent(it.attendance, _), _("average attendance")),
            doc.Tile(words.number(sum(it.products.values()), _), _("products approved")),
            doc.Tile(words.percent(it.agree, _), _("agree in the feedback")),
        )
    )


def _members(it: Sums, _: Catalog) -> doc.Tile:
    """The sum alone is large; that it is the least stands under it, where there is room."""
    name = _("members, at least") if it.untold else _("members")
    return doc.Tile(words.number(it.members, _), name)


def _sending(facts: Rollup, _: Catalog) -> str:
    counts = facts.sums.sending
    return formats.dotted(
        *(
            _("{state}: {n}", state=_(name), n=counts[state])
            for state, name in words.SENDING.items()
            if counts.get(state)
        )
    )


def _bars(counts: Mapping[str, int], whole: int) -> doc.BarChart:
    return doc.BarChart(
        tuple(doc.Bar(name, n / whole if whole else 0.0, str(n)) for name, n in counts.items())
    )


def _products(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    counts = facts.sums.products
    if not counts:
        return
    kinds = {words.word(it, ProductKind, _): n for it, n in counts.items()}
    yield doc.Heading(_("Products approved"))
    rows = [(name, str(n)) for name, n in sorted(kinds.items())]
    third = -(-len(rows) // COLUMNS)
    parts = [tuple(rows[at : at + third]) for at in range(0, third * COLUMNS, third)]
    yield doc.Columns(tuple((doc.Pairs(it, label_width=55),) if it else () for it in parts))


def _signs(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    if not facts.sums.signs:
        return
    yield doc.Heading(_("Warning signs that were shared"), _("communities that shared the sign"))
    rows = sorted((words.sign(key, _), n) for key, n in facts.sums.signs.items())
    yield doc.Pairs(tuple((name, str(n)) for name, n in rows), label_width=100)


def _districts(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    if not facts.sums.districts:
        return
    yield doc.Heading(_("Members by district"))
    yield doc.Table(
        (
            doc.Column(_("District")),
            doc.Column(_("Communities"), 30, doc.Align.END),
            doc.Column(_("Members"), 34, doc.Align.END),
        ),
        tuple(
            doc.Row((name or _("not given"), str(it.communities),
                     words.at_least(it.members, it.untold, _) if it.members else words.UNTOLD))
            for name, it in sorted(facts.sums.districts.items())
        ),
    )  # fmt: skip


def _columns(_: Catalog) -> tuple[doc.Column, ...]:
    return (
        doc.Column(_("Community")),
        doc.Column(_("Programme"), 40),
        doc.Column(_("Stage"), 30),
        doc.Column(_("Rhythm"), 27),
        doc.Column(_("Attendance"), 21, doc.Align.END),
        doc.Column(_("Roles"), 17, doc.Align.END),
        doc.Column(_("Products"), 17, doc.Align.END),
        doc.Column(_("Agree"), 18, doc.Align.END),
        doc.Column(_("Last package"), 25, doc.Align.END),
    )


def _line(it: OverviewRow, _: Catalog) -> tuple[str, ...]:
    return (
        it.name,
        it.programme,
        words.stage(it.stage, _),
        words.rhythm(it, _),
        words.percent(it.attendance, _),
        words.UNTOLD if it.roles_filled is None else f"{it.roles_filled}/{len(Role)}",
        words.number(it.products if it.as_of else None, _),
        words.percent(it.agree, _),
        formats.date_short(it.as_of, _.language) if it.as_of else words.UNTOLD,
    )


def _missing(facts: Rollup, _: Catalog) -> Iterator[doc.Block]:
    if not facts.missing:
        return
    yield doc.Heading(_("Who is missing"), _("no package of this term has come"))
    yield doc.ItemList(
        tuple(
            doc.Item(it.name, note=formats.dotted(_(words.SENDING[it.sending]), it.programme))
            for it in facts.missing
        )
    )
