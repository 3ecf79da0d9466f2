"""The yearly self-check on paper: its questions to fill in by hand, or what came out of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.content.method_texts import CheckPartText
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import Threat
from cop_desktop.services import communities, self_check
from cop_desktop.services.self_check import CheckRow, Level, Part, Reading

SAME = 0.05  # of five: a smaller change is none


@frozen
class Facts:
    """The community, its latest check if there is one, and the one before that."""

    community: str
    today: date
    check: CheckRow | None
    earlier: CheckRow | None
    results: bool  # whether the check is told, or asked


def gather(session: Session, community_id: UUID, today: date, way: str = "") -> Facts:
    """This year's check if it is complete, else the questions; `way` asks for one of them."""
    name = communities.one(session, community_id, today).name
    checks = self_check.every(session, community_id)
    current = self_check.current(session, community_id, today)
    done = current is not None and current.complete
    results = bool(checks) and (way == "results" or (way != "questions" and done))
    check = checks[0] if checks else None
    earlier = self_check.before(checks, check) if check else None
    return Facts(name, today, check, earlier, results)


def self_check_paper(facts: Facts, _: Catalog) -> doc.Document:
    """The questions, or the results with what changed since the check before."""
    if facts.results and facts.check:
        return _paper(facts, facts.check.on, _("Results of the self-check"),
                      tuple(_results(facts, facts.check, _)), _)  # fmt: skip
    return _paper(facts, facts.today, _("Self-check of the community"),
                  tuple(_questions(_)), _, form=True)  # fmt: skip


def _paper(
    facts: Facts, on: date, title: str, blocks: tuple[doc.Block, ...], _: Catalog, *,
    form: bool = False,
) -> doc.Document:  # fmt: skip
    day = formats.date_long(on, _.language)
    told = formats.work_year_name(formats.work_year_of(on), _.language)
    return doc.Document(
        title=formats.dotted(title, facts.community),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(facts.community, title, told if form else formats.dotted(told, day), form),
        foot=doc.Foot(formats.dotted(title, told), _("For members of the community only")),
        author=facts.community,
        blocks=blocks,
    )


def _questions(_: Catalog) -> Iterator[doc.Block]:
    text = method(_.language).check()
    yield doc.Paragraph(text.intro, doc.Voice.LEAD)
    yield doc.Blanks(
        (doc.Blank(_("Date"), width=30), doc.Blank(_("Who answered together"), width=84))
    )
    first = 1
    threat = next(it for it in self_check.parts() if it.threat)
    turn = doc.Paragraph(
        _("From here on it is about what may endanger us: 5 means danger."), doc.Voice.LEAD
    )
    for part in self_check.parts():
        words = _part_text(part, _)
        statements = tuple(words.statements.values())
        blocks = (
            doc.Heading(words.title, words.gives),
            doc.Ratings(statements, text.scale_low, text.scale_high, first=first),
        )
        yield doc.Together((turn, *blocks) if part is threat else blocks)
        first += len(statements)
    yield doc.OpenQuestion(_("What will we strengthen this year?"), lines=3)


def _results(facts: Facts, check: CheckRow, _: Catalog) -> Iterator[doc.Block]:
    readings = self_check.read(check, facts.earlier)
    if check.who:
        yield doc.Paragraph(_("Answered together: {who}", who=check.who))
    yield from _groups(readings, facts.earlier, _)
    weak = [it for it in readings if it.weak]
    if weak:
        yield doc.Heading(_("What needs strengthening"))
    for reading in weak:
        yield doc.Together((
            doc.Paragraph((doc.Span(_part_text(reading.part, _).title), " · ",
                           _reading(reading, _))),
            doc.ItemList(tuple(doc.Item(it) for it in _part_text(reading.part, _).remedies)),
        ))  # fmt: skip
    if check.note:
        yield doc.Heading(_("What we will strengthen this year"))
        yield doc.Paragraph(check.note)
    note = _("1 to 5; beside them those of the check before") if facts.earlier else _("1 to 5")
    yield doc.Heading(_("The answers"), note)
    yield _answers(check, facts.earlier, _)


def _groups(
    readings: Sequence[Reading], earlier: CheckRow | None, _: Catalog
) -> Iterator[doc.Block]:
    """The components, then the threats."""
    for threats, title, note in (
        (False, _("What carries us"), _("5 is strength")),
        (True, _("What may endanger us"), _("5 is danger")),
    ):
        rows = tuple(_row(it, earlier, _) for it in readings if it.part.threat is threats)
        yield doc.Together((doc.Heading(title, note), doc.Table(_columns(earlier, _), rows)))


def _columns(earlier: CheckRow | None, _: Catalog) -> tuple[doc.Column, ...]:
    before = formats.date_short(earlier.on, _.language) if earlier else ""
    since = (doc.Column(_("Before ({day})", day=before), 26, doc.Align.CENTER),
             doc.Column(_("Change"), 20, doc.Align.CENTER, foreign=True))  # fmt: skip
    return (
        doc.Column(_("Part"), 44, look=doc.Look.STRONG),
        doc.Column(_("Mean"), 18, doc.Align.CENTER),
        *(since if earlier else ()),
        doc.Column(_("How it reads"), secondary=True),
    )


def _row(reading: Reading, earlier: CheckRow | None, _: Catalog) -> doc.Row:
    since = (_number(reading.before, _), _change(reading, _)) if earlier else ()
    title = _part_text(reading.part, _).title
    return doc.Row((title, _number(reading.mean, _), *since, _reading(reading, _)))


def _answers(check: CheckRow, earlier: CheckRow | None, _: Catalog) -> doc.Table:
    rows: list[doc.Row] = []
    for part in self_check.parts():
        words = _part_text(part, _)
        rows.append(doc.Row(("", words.title), doc.RowKind.GROUP))
        for key, said in zip(part.statements, words.statements.values(), strict=True):
            before = earlier.answers.get(key) if earlier else None
            rows.append(doc.Row((_rating(check.answers.get(key)), said, _rating(before))))
    columns = (
        doc.Column("", 14, align=doc.Align.CENTER, look=doc.Look.STRONG),
        doc.Column(_("Statement")),
        doc.Column(_("Before") if earlier else "", 22, align=doc.Align.CENTER, look=doc.Look.SOFT),
    )
    return doc.Table(columns, tuple(rows))


def _reading(reading: Reading, _: Catalog) -> str:
    words = _part_text(reading.part, _)
    if reading.level is None:
        return _("not all answered")
    return {Level.LOW: words.low, Level.HIGH: words.high}.get(reading.level, "")


def _change(reading: Reading, _: Catalog) -> str:
    if reading.change is None:
        return ""
    return (
        _("as before") if abs(reading.change) < SAME else formats.points(reading.change, _.language)
    )


def _number(value: float | None, _: Catalog) -> str:
    return "" if value is None else formats.number(value, _.language, decimals=1)


def _rating(value: int | None) -> str:
    return "" if value is None else str(value)


def _part_text(part: Part, _: Catalog) -> CheckPartText:
    words = method(_.language)
    return words.threat(part.key) if isinstance(part.key, Threat) else words.component(part.key)
