"""The log of exports on paper: what left, when, for whom, and how far it came."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.package_words import ExportStep
from cop_desktop.services import communities, exports
from cop_desktop.services.exports import Entry

STEPS = {
    ExportStep.EXPORTED: N_("Exported"),
    ExportStep.HANDED_OVER: N_("Handed over"),
    ExportStep.RECEIPT_SEEN: N_("Receipt seen"),
}
SHOWN = 12  # of a digest's 64 letters: enough to find the package by


@frozen
class Log:
    """The entries, the oldest first, the first that does not fit the one before, and how many this
    computer remembers where the last of them is gone."""

    name: str
    today: date
    entries: tuple[Entry, ...]
    broken: int | None
    lost: int


def gather(session: Session, community_id: UUID, today: date) -> Log:
    return Log(
        communities.one(session, community_id, today).name,
        today,
        exports.log(session, community_id),
        exports.broken_at(session, community_id),
        exports.lost(session, community_id),
    )


def export_log(facts: Log, _: Catalog) -> doc.Document:
    """Every entry in a row; entries are only ever added."""
    day = formats.date_medium(facts.today, _.language)
    return doc.Document(
        title=_("Log of exports: {name}", name=facts.name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(facts.name, _("Log of exports"), _("As of {day}", day=day)),
        foot=doc.Foot(_("Log of exports, {day}", day=day), _("Stays in the community")),
        author=facts.name,
        blocks=tuple(_blocks(facts, _)),
    )


def _blocks(facts: Log, _: Catalog) -> Iterator[doc.Block]:
    if not facts.entries and not facts.broken and not facts.lost:
        yield doc.Paragraph(_("Nothing has left this file yet."), doc.Voice.LEAD)
        return
    for sentence in standing(facts.broken, facts.lost, _):
        yield doc.Paragraph(sentence)
    if not facts.entries:
        return
    columns = (
        doc.Column(_("No."), 10),
        doc.Column(_("When"), 40),
        doc.Column(_("Step"), 26),
        doc.Column(_("What, and for whom")),
        doc.Column(_.ctx("of an entry", "Digest"), 27, foreign=True, secondary=True),
    )
    sent = {it.package: it for it in facts.entries if it.step == ExportStep.EXPORTED}
    yield doc.Table(columns, tuple(_row(it, sent.get(it.package, it), _) for it in facts.entries))


def standing(broken: int | None, lost: int, _: Catalog) -> Iterator[str]:
    """Whether the log can be believed, in sentences."""
    if broken:
        yield _("The log does not fit together from entry {n} on: it was changed from outside.",
                n=broken)  # fmt: skip
    if lost:
        yield _("This computer remembers entry {n}, which is not in this log: an older copy of the "
                "file was put back, something left from another copy, or entries were taken out.",
                n=lost)  # fmt: skip
    if not broken and not lost:
        yield _("The log is whole: no entry was changed or taken out.")


def _row(it: Entry, sent: Entry, _: Catalog) -> doc.Row:
    """A later step says of which export it is; the export itself says everything."""
    when = formats.dotted(formats.date_short(it.at.date(), _.language), f"{it.at:%H:%M}")
    return doc.Row(
        (str(it.number), when, _(STEPS[it.step]),
         _what(it, _) if it is sent else doc.Cell(_whom(sent, _), more=_marked(it, _)),
         it.package[:SHOWN]),
    )  # fmt: skip


def _what(it: Entry, _: Catalog) -> doc.Cell:
    level, whom = content(_.language).word(it.level), _whom(it, _)
    levels = () if formats.without_isolates(whom) == level else (level,)
    lines = (formats.dotted(*levels, *_counts(it, _)), *_errand(it, _), _marked(it, _))
    return doc.Cell(whom, more="\n".join(filter(None, lines)))


def _marked(it: Entry, _: Catalog) -> str:
    """What happened to the log itself, and is kept in it."""
    lost = _number(it, exports.LOST)
    return formats.dotted(
        _("entry {n} was lost before", n=lost) if lost else "",
        _("an erased member's name was taken out") if it.told.get(exports.REWORDED) else "",
    )


def _errand(it: Entry, _: Catalog) -> Iterator[str]:
    """What the names are for, on what basis they left, and the file: a line for each."""
    if purpose := it.told.get("purpose"):
        yield _("What for: {words}", words=purpose)
    if basis := it.told.get("basis"):
        yield _("On what legal basis: {words}", words=basis)
    if file := it.told.get("file"):
        yield formats.file_name(str(file))


def _whom(it: Entry, _: Catalog) -> str:
    """Who received it, as somebody typed it: in its own direction."""
    recipient = str(it.told.get("recipient", ""))
    return formats.isolate(recipient) if recipient else content(_.language).word(it.level)


def _counts(it: Entry, _: Catalog) -> Iterator[str]:
    rows = sum(_number(it, key) for key in it.told if key.startswith("rows."))
    if rows:
        yield _.plural("{n} row", "{n} rows", rows)
    if "members" in it.told:
        yield _.plural("{n} member", "{n} members", _number(it, "members"))
    if left_out := _number(it, "left_out"):
        yield _.plural("{n} left out", "{n} left out", left_out)
    if it.told.get("locked"):
        yield _("locked")


def _number(it: Entry, key: str) -> int:
    """A count that an entry tells; none where something else was written there from outside."""
    told = it.told.get(key)
    return told if isinstance(told, int) else 0
