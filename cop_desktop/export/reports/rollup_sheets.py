"""Many communities as tables: each in a row, sums beside, who is missing."""

from collections.abc import Iterator

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.rollup import Rollup
from cop_desktop.export.sheets import Sheet, SheetColumn
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import ProductKind, Role, Share, Stage
from cop_desktop.services.overview import OverviewRow

from . import overview_words as words

Line = tuple[str, object, str]


def sheets(facts: Rollup, _: Catalog) -> tuple[Sheet, ...]:
    """The workbook: communities, sums, who is missing."""
    return communities(facts, _), _sums(facts, _), _missing(facts, _)


def communities(facts: Rollup, _: Catalog) -> Sheet:
    """One row a community; what it did not tell stays empty, so that a sum does not take it in."""
    heads = (
        (_("Community"), 30), (_("Programme"), 18), (_("Region"), 14), (_("Stage"), 16),
        (_("Stage since"), 12), (_("Meetings this year"), 12), (_("Days between meetings"), 12),
        (_("Last meeting"), 12), (_("Attendance, percent"), 12), (_("Members"), 10),
        (_("Roles filled, of 7"), 12), (_("Products"), 10), (_("Published"), 10),
        (_("Agree, percent"), 12), (_("Warning signs that were shared"), 34),
        (_("Last package"), 12), (_("Sending"), 14),
    )  # fmt: skip
    return _sheet(_("Communities"), heads, tuple(_row(it, _) for it in facts.rows), _)


def _row(it: OverviewRow, _: Catalog) -> tuple[object, ...]:
    counts = (it.held, it.products, it.published) if it.as_of else (None, None, None)
    held, products, published = counts
    return (
        it.name, it.programme, it.region, words.stage(it.stage, _) if it.stage else "",
        it.stage_since, held, it.rhythm, it.last_meeting, it.attendance, it.members,
        it.roles_filled, products, published, it.agree,
        formats.listed([words.sign(key, _) for key in it.signs], _.language), it.as_of,
        _(words.SENDING[it.sending]),
    )  # fmt: skip


def _sums(facts: Rollup, _: Catalog) -> Sheet:
    heads = ((_("What is counted"), 44), (_("Number"), 12), (_("Remark"), 40))
    return _sheet(_("Together"), heads, tuple(_counted(facts, _)), _)


def _counted(facts: Rollup, _: Catalog) -> Iterator[Line]:
    it, texts = facts.sums, content(_.language)
    yield _("communities"), it.communities, facts.told
    yield _("members"), it.members, _least(it.untold, _)
    yield _("meetings held"), it.held, ""
    yield _("average attendance"), it.attendance, _("percent")
    yield _("answers to the feedback"), it.answers, ""
    yield _("agree in the feedback"), it.agree, _("percent")
    for stage in Stage:
        yield _("Stage: {name}", name=texts.word(stage)), it.stages.get(stage.value, 0), ""
    for role in Role:
        yield _("Role filled: {name}", name=texts.word(role)), it.roles.get(role.value, 0), ""
    for kind, n in it.products.items():
        yield _("Products: {name}", name=words.word(kind, ProductKind, _)), n, ""
    for sign, n in it.signs.items():
        yield _("Sign: {name}", name=words.sign(sign, _)), n, ""
    for name, district in sorted(it.districts.items()):
        told = district.members if district.members or not district.untold else None
        title = _("Members in the district {name}", name=name or _("not given"))
        yield title, told, _least(district.untold, _)


def _least(untold: int, _: Catalog) -> str:
    if not untold:
        return ""
    return _.plural(
        "at least: {n} community gave no number", "at least: {n} communities gave no number", untold
    )


def _missing(facts: Rollup, _: Catalog) -> Sheet:
    heads = (
        (_("Community"), 30), (_("Programme"), 18), (_("Sending"), 14), (_("Last package"), 12),
    )  # fmt: skip
    rows = tuple(
        (it.name, it.programme, _(words.SENDING[it.sending]), it.as_of) for it in facts.missing
    )
    return _sheet(_("Who is missing"), heads, rows, _)


def _sheet(
    title: str, heads: tuple[tuple[str, int], ...], rows: tuple[tuple[object, ...], ...], _: Catalog
) -> Sheet:
    columns = tuple(SheetColumn(name, Share.MINISTRY, width) for name, width in heads)
    return Sheet(title, _.rtl, columns, rows)
