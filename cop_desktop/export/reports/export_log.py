"""The log of exports on paper: what left, when, for whom, and how far it came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
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


@dataclass(frozen=True, slots=True)
class Log:
    """The entries, the oldest first, and the first that does not fit the one before."""

    name: str
    today: date
    entries: tuple[Entry, ...]
    broken: int | None


def gather(session: Session, community_id: UUID, today: date) -> Log:
    return Log(
        communities.one(session, community_id, today).name,
        today,
        exports.log(session, community_id),
        exports.broken_at(session, community_id),
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
    if not facts.entries:
        yield doc.Paragraph(_("Nothing has left this file yet."), doc.Voice.LEAD)
        return
    yield doc.Paragraph(_whole(facts.broken, _))
    columns = (
        doc.Column(_("No."), 11),
        doc.Column(_("When"), 38),
        doc.Column(_("Step"), 27),
        doc.Column(_("What, and for whom")),
        doc.Column(_("Digest"), 30, foreign=True),
    )
    sent = {it.package: it for it in facts.entries if it.step == ExportStep.EXPORTED}
    yield doc.Table(columns, tuple(_row(it, sent[it.package], _) for it in facts.entries))


def _whole(broken: int | None, _: Catalog) -> str:
    if broken:
        return _("The log does not fit together from entry {n} on: it was changed from outside.",
                 n=broken)  # fmt: skip
    return _("The log is whole: no entry was changed or taken out.")


def _row(it: Entry, sent: Entry, _: Catalog) -> doc.Row:
    """A later step says of which export it is; the export itself says everything."""
    when = formats.dotted(formats.date_short(it.at.date(), _.language), f"{it.at:%H:%M}")
    return doc.Row(
        (str(it.number), when, _(STEPS[it.step]),
         _what(it, _) if it is sent else _whom(sent, _), it.package[:SHOWN]),
    )  # fmt: skip


def _what(it: Entry, _: Catalog) -> doc.Cell:
    level = content(_.language).word(it.level)
    whom = _whom(it, _)
    notes = [str(it.told[key]) for key in ("purpose", "basis", "file") if it.told.get(key)]
    levels = () if whom == level else (level,)
    return doc.Cell(whom, more=formats.dotted(*levels, *_counts(it, _), *notes))


def _whom(it: Entry, _: Catalog) -> str:
    return str(it.told.get("recipient") or content(_.language).word(it.level))


def _counts(it: Entry, _: Catalog) -> Iterator[str]:
    rows = sum(int(n) for key, n in it.told.items() if key.startswith("rows."))
    if rows:
        yield _.plural("{n} row", "{n} rows", rows)
    if "members" in it.told:
        yield _.plural("{n} member", "{n} members", int(it.told["members"]))
    if left_out := int(it.told.get("left_out", 0)):
        yield _.plural("{n} left out", "{n} left out", left_out)
    if it.told.get("locked"):
        yield _("locked")
