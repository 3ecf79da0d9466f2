"""What a package says, on a page to read: made of its tables alone, so it tells no more than they.

The same package makes the same bytes on any machine.
"""

from collections.abc import Iterator
from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.package_form import Cell, tables_at
from cop_desktop.models.vocabulary import MeetingState, ProductKind, Role, Share, Stage
from cop_desktop.services.packages.descriptor import Contents

BARS = 8  # meetings in the picture of attendance
SHOWN = 8  # lines of a table; the tables themselves have all of them

UNTOLD = "–"

Values = dict[str, Cell]


def package_summary(contents: Contents, _: Catalog) -> doc.Document:
    """Figures, the stage, meetings, roles, products and answers, as far as they leave."""
    day = formats.date_medium(contents.as_of, _.language)
    return doc.Document(
        title=_("What the community tells: {name}", name=contents.name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(
            content(_.language).word(contents.level),
            contents.name,
            _("What is in this package, as of {day}", day=day),
        ),
        foot=doc.Foot(
            _("Summary of a package, {day}", day=day),
            _("Without names; groups of fewer than five are not told"),
        ),
        author=contents.name,
        blocks=tuple(_page(contents, _)),
        undated=True,
    )


def _page(contents: Contents, _: Catalog) -> Iterator[doc.Block]:
    community = _rows(contents, "community")[0]
    if sentence := community["sentence"]:
        yield doc.Paragraph(str(sentence), doc.Voice.LEAD)
    stages = sorted(_rows(contents, "stage"), key=lambda it: str(it["since"]))
    yield doc.StageBand(tuple(_stage(stage, stages, _) for stage in Stage))
    yield (tiles := _tiles(contents, community, _))
    if any(UNTOLD in tile.value for tile in tiles.tiles):
        yield doc.Paragraph(_("A dash stands for what is not known yet, or counts fewer than five "
                              "people."), doc.Voice.NOTE)  # fmt: skip
    held = [it for it in _rows(contents, "meeting") if it["state"] == MeetingState.HELD]
    told = sorted((it for it in held if it["expected"] and it["came"] is not None), key=_on)
    if told:
        note = _("share of those listed who came")
        yield doc.Heading(_("Attendance, meeting by meeting"), note)
        yield doc.BarChart(tuple(_bar(it, _) for it in told[-BARS:]))
    yield doc.Heading(_("Roles"))
    filled = {it["role"] for it in _rows(contents, "role") if it["filled"]}
    yield doc.RoleStrip(tuple(_seat(role, role.value in filled, _) for role in Role))
    yield from _products(contents, _)
    yield from _answers(contents, _)


def _tiles(contents: Contents, community: Values, _: Catalog) -> doc.Tiles:
    held = [it for it in _rows(contents, "meeting") if it["state"] == MeetingState.HELD]
    bounds = formats.work_year_bounds(formats.work_year_of(contents.as_of))
    this_year = [it for it in held if bounds[0].isoformat() <= _on(it) <= bounds[1].isoformat()]
    return doc.Tiles(
        (
            doc.Tile(_told(community["members"]), _("members")),
            doc.Tile(str(len(this_year)), _("meetings held")),
            doc.Tile(_percent(community["attendance"], _), _("average attendance")),
            doc.Tile(f"{_told(community['roles_filled'])}/7", _("roles filled")),
            doc.Tile(_percent(community["leader_share"], _), _("held by the leader")),
            doc.Tile(str(len(_rows(contents, "product"))), _("products approved")),
        )
    )


def _stage(stage: Stage, entered: list[Values], _: Catalog) -> doc.StagePiece:
    since = [str(it["since"]) for it in entered if it["stage"] == stage.value]
    now = bool(entered) and entered[-1]["stage"] == stage.value
    if not since:
        state, when = doc.StageState.FUTURE, ""
    else:
        state = doc.StageState.PRESENT if now else doc.StageState.PAST
        when = formats.month_and_year(date.fromisoformat(since[-1]), _.language)
    return doc.StagePiece(content(_.language).stage(stage).name, state, when)


def _bar(it: Values, _: Catalog) -> doc.Bar:
    came, expected = int(it["came"] or 0), int(it["expected"] or 0)
    day = formats.day_and_month_short(date.fromisoformat(_on(it)), _.language)
    return doc.Bar(day, came / expected, f"{came}/{expected}")


def _seat(role: Role, filled: bool, _: Catalog) -> doc.Seat:
    name = content(_.language).role(role).name
    return doc.Seat(role, name, _("Filled") if filled else _("Free"), not filled)


def _products(contents: Contents, _: Catalog) -> Iterator[doc.Block]:
    rows = _rows(contents, "product")
    if not rows:
        return
    kinds = [content(_.language).word(ProductKind(str(it["kind"]))) for it in rows]
    counted = sorted({kind: kinds.count(kind) for kind in kinds}.items())
    yield doc.Heading(_("Products approved"))
    yield doc.ItemList(
        tuple(doc.Item(kind, doc.Mark.DONE, str(count)) for kind, count in counted[:SHOWN])
    )


def _answers(contents: Contents, _: Catalog) -> Iterator[doc.Block]:
    year = formats.work_year_of(contents.as_of)
    rows = [it for it in _rows(contents, "survey") if it["work_year"] == year and it["answers"]]
    if not rows:
        return
    rows.sort(key=lambda it: str(it["statement"]))
    words = content(_.language).feedback().statements
    columns = (
        doc.Column(_("Statement")),
        doc.Column(_.ctx("how many", "Answers"), 22, doc.Align.END),
        doc.Column(_("Agree"), 22, doc.Align.END),
    )
    rounded = contents.level == Share.MINISTRY
    yield doc.Heading(_("Feedback of the work year"), _("in round numbers") if rounded else "")
    yield doc.Table(
        columns,
        tuple(
            doc.Row((words.get(str(it["statement"]), str(it["statement"])),
                     _told(it["answers"]), _percent(it["agree"], _)))
            for it in rows[:SHOWN]
        ),
    )  # fmt: skip


def _rows(contents: Contents, name: str) -> list[Values]:
    """The rows of a table by the names of its fields, in the order of their keys."""
    fields = next((it.fields for it in tables_at(contents.level) if it.name == name), ())
    names = [field.name for field in fields]
    rows = [dict(zip(names, row, strict=True)) for row in contents.rows.get(name, ())]
    return sorted(rows, key=lambda it: str(tuple(it.values())))


def _on(it: Values) -> str:
    return str(it["day"])


def _told(count: Cell) -> str:
    return UNTOLD if count is None else str(count)


def _percent(share: Cell, _: Catalog) -> str:
    return UNTOLD if share is None else formats.percent(int(share) / 100, _.language)
