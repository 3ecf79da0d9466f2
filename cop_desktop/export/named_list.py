"""Names leave by a road of their own: for somebody, for a purpose, on a basis, with consent.

Only the members who agreed to such readers are in the table; the others are left out and counted.
"""

import hashlib
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import communities, consents, exports, member_details, members
from cop_desktop.services.exports import Entry, Told
from cop_desktop.services.member_details import MemberDetail

from . import sheets
from .leaving import place, ready
from .sheets import Sheet, SheetColumn
from .writing import file_name

NO_RECIPIENT = N_("Who will receive the names? The log of exports keeps it.")
NO_PURPOSE = N_("What will the names be used for? Without a purpose they do not leave.")
NO_BASIS = N_("On what legal basis do the names leave? Without one they stay here.")
NOBODY = N_("Nobody has agreed that their name may leave for these readers, so there is no list.")


@frozen
class Errand:
    """For whom the names are, for what, and by what right."""

    recipient: str
    purpose: str
    basis: str

    def check(self) -> None:
        """Raises UserError for what was not said."""
        told = ((self.recipient, NO_RECIPIENT), (self.purpose, NO_PURPOSE), (self.basis, NO_BASIS))
        for words, missing in told:
            if not words.strip():
                raise UserError(missing)


@frozen
class Named:
    """Those who would be in the list, and how many who take part would not."""

    community: str
    level: Share
    rows: tuple[MemberDetail, ...]
    left_out: int


def named(session: Session, community_id: UUID, level: Share, today: date) -> Named:
    """Everybody who takes part and agreed to readers of this level."""
    keys = [UUID(key) for key in members.find(session, community_id, today)]
    agreed = consents.agreed(session, community_id, level)
    wanted = [key for key in keys if key in agreed]
    name = communities.one(session, community_id, today).name
    rows = tuple(member_details.of(session, wanted, today))
    return Named(name, level, rows, len(keys) - len(rows))


def sheet(told: Named, _: Catalog) -> Sheet:
    """Names with their organisations: a consent to share a name is none to share a telephone."""
    titles = (_("Family name"), _("First name"), _("Organisation"), _("District"))
    return Sheet(
        _("Members who agreed"),
        _.rtl,
        tuple(SheetColumn(title, told.level, 26) for title in titles),
        tuple(
            (it.values["family_name"], it.values["given_name"], it.row.organisation, it.district)
            for it in told.rows
        ),
    )


def leave(
    session: Session, community_id: UUID, level: Share, errand: Errand, folder: Path,
    now: datetime, _: Catalog,
) -> tuple[Path, Entry]:  # fmt: skip
    """Write the list as a spreadsheet into a folder and note it in the log, both or neither.

    Raises UserError when a part of the errand is missing, or when nobody agreed.
    """
    errand.check()
    told = named(session, community_id, level, now.date())
    if not told.rows:
        raise UserError(NOBODY)
    data = _written(sheet(told, _))
    digest = hashlib.sha256(data).hexdigest()
    stem = file_name(f"{told.community} {_('Members who agreed')}")
    path = ready(folder) / f"{stem[:70]} {digest[:8]}.xlsx"
    said = _told(errand, told, path)
    entry = exports.add(session, community_id, ExportStep.EXPORTED, level, digest, said, now)
    place(session, data, path)
    return path, entry


def _told(errand: Errand, told: Named, path: Path) -> Told:
    return {
        "kind": exports.NAMES, "recipient": errand.recipient.strip(),
        "purpose": errand.purpose.strip(), "basis": errand.basis.strip(),
        "members": len(told.rows), "left_out": told.left_out, "file": path.name,
    }  # fmt: skip


def _written(table: Sheet) -> bytes:
    with TemporaryDirectory() as folder:
        sheets.write(table, path := Path(folder) / "list.xlsx")
        return path.read_bytes()
