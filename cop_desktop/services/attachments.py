"""Files and links that belong to the blocks of an agenda."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, literal, select
from sqlalchemy.orm import Session, undefer

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, Attachment

from .editing import line

LIMIT = 5  # MB a file
SCHEMES = ("https://", "http://", "mailto:")


@frozen
class AttachmentRow:
    """A file or a link, without what is in it."""

    id: UUID
    item_id: UUID
    name: str
    link: str  # empty for a file
    size: int  # bytes


def of(session: Session, meeting_id: UUID) -> dict[UUID, tuple[AttachmentRow, ...]]:
    """The attachments of a meeting's blocks by block, in the order of their names."""
    query = (
        select(Attachment.id, Attachment.item_id, Attachment.name, Attachment.link, Attachment.size)
        .join(AgendaItem, Attachment.item_id == AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(Attachment.name, Attachment.id)
    )
    found: dict[UUID, tuple[AttachmentRow, ...]] = {}
    for row in session.execute(query):
        found[row.item_id] = (*found.get(row.item_id, ()), AttachmentRow(*row))
    return found


def add_file(session: Session, item_id: UUID, name: str, content: bytes) -> UUID:
    """Keep a file with a block; raises UserError if it is larger than `LIMIT`."""
    if len(content) > LIMIT * 1024 * 1024:
        raise UserError(
            N_(
                "{name} is larger than {limit} MB. Put it where everyone can reach it, and add "
                "a link."
            ),
            name=line(name),
            limit=LIMIT,
        )
    row = Attachment(item_id=item_id, name=_name(name), size=len(content), content=content)
    session.add(row)
    session.flush()
    return row.id


def add_link(session: Session, item_id: UUID, link: str, name: str = "") -> UUID:
    """Keep an address of the web or of a mailbox with a block."""
    address = line(link)
    if "://" not in address and address.lower().startswith("www."):
        address = f"https://{address}"
    if not address.lower().startswith(SCHEMES):
        raise UserError(N_("A link begins with https://. Copy it from the browser's address line."))
    row = Attachment(item_id=item_id, name=line(name) or address, link=address)
    session.add(row)
    session.flush()
    return row.id


def read(session: Session, attachment_id: UUID) -> bytes:
    """What is in a file; nothing for a link."""
    query = select(Attachment).where(Attachment.id == attachment_id)
    return session.scalars(query.options(undefer(Attachment.content))).one().content or b""


def rename(session: Session, attachment_id: UUID, name: str) -> None:
    """Call an attachment otherwise."""
    session.get_one(Attachment, attachment_id).name = _name(name)


def remove(session: Session, ids: Sequence[UUID]) -> None:
    """Take attachments away."""
    session.execute(delete(Attachment).where(Attachment.id.in_(ids)))


def copy(session: Session, models: Mapping[UUID, UUID]) -> None:
    """Give blocks the attachments of their models; keys are the new blocks."""
    if not models:
        return
    query = select(Attachment.id, Attachment.item_id).where(Attachment.item_id.in_(models.values()))
    found = session.execute(query).all()
    for key, model in models.items():
        for attachment in (one for one, item in found if item == model):
            _copy(session, attachment, key)


def _copy(session: Session, attachment_id: UUID, item_id: UUID) -> None:
    """Inside the file: what is in it never travels through the program."""
    was = select(
        literal(uuid4(), Attachment.id.type), literal(item_id, Attachment.item_id.type),
        Attachment.name, Attachment.link, Attachment.size, Attachment.content,
    ).where(Attachment.id == attachment_id)  # fmt: skip
    names = ["id", "item_id", "name", "link", "size", "content"]
    session.execute(insert(Attachment).from_select(names, was))


def _name(name: str) -> str:
    """The last part of a path of any system; a file without a name is a bug."""
    last = PurePosixPath(line(name).replace("\\", "/")).name
    if not last:
        raise UserError(N_("An attachment needs a name."))
    return last
