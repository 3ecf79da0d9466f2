"""Meetings as rows for a sheet; an import reads them again.

Days are written as Excel reads them in any country.
"""

from datetime import date

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.ui.tables import Column

from .words import kind_word
from .year_entries import Entry, standing


def columns(today: date, _: Catalog) -> list[Column[Entry]]:
    """What a row of the year shows, and where its meeting ends."""
    return [
        Column(_("No."), lambda it: str(it.meeting.number or "")),
        Column(_("Date"), lambda it: it.meeting.starts_at.date().isoformat()),
        Column(_("Starts at"), lambda it: formats.clock(it.meeting.starts_at.time())),
        Column(_("Ends at"), lambda it: formats.clock(it.meeting.ends_at.time())),
        Column(_("Topic"), lambda it: it.meeting.topic),
        Column(_("Kind of meeting"), lambda it: kind_word(it.meeting, _)),
        Column(_("Place"), lambda it: it.meeting.place),
        Column(_("Host"), lambda it: it.meeting.host),
        Column(_("Status"), lambda it: standing(it, today, _).words),
    ]
