"""Where members are still named once they are forgotten: what the program does not change."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models import Attachment, Member, SharingConsent
from cop_desktop.paths import outbox_dir
from cop_desktop.services import erasing, exports
from cop_desktop.services.attachment_texts import text_of
from cop_desktop.services.erasing import Mention

FOLDER = "outbox.folder"  # in the memory of this machine


@frozen
class NamedFile:
    """A list of names that left; `there` when it still lies in a folder of this computer."""

    file: str
    day: date
    recipient: str
    there: Path | None


@frozen
class Remains:
    """All of it: texts with the first or the family name alone, attached files with the name and
    those that cannot be read, and lists of names that left."""

    texts: tuple[Mention, ...]
    attached: tuple[str, ...]
    unread: tuple[str, ...]
    lists: tuple[NamedFile, ...]


def folders(memory: Mapping[str, Any]) -> tuple[Path, ...]:
    """Where this computer writes lists of names: its own outbox, and the folder chosen instead."""
    chosen = memory.get(FOLDER)
    return (outbox_dir(), *([Path(chosen)] if isinstance(chosen, str) and chosen else []))


def of(session: Session, member_id: UUID, folders: Iterable[Path]) -> Remains:
    """To be asked before the member is erased; `folders` are where lists of names were written."""
    words = erasing.words(session, member_id)
    held, unread = [], []
    query = select(Attachment).where(Attachment.content.is_not(None))
    for row in session.scalars(
        query.options(undefer(Attachment.content)).order_by(Attachment.name)
    ):
        text = text_of(row.content or b"")
        if text is None:
            unread.append(row.name)
        elif words.search(text):
            held.append(row.name)
    return Remains(
        erasing.staying(session, member_id), tuple(held), tuple(unread),
        tuple(_lists(session, member_id, tuple(folders))),
    )  # fmt: skip


def told(
    session: Session, member_ids: Iterable[UUID], folders: Iterable[Path], _: Catalog
) -> tuple[str, ...]:
    """The sentences about several members, each once; to be asked before they are erased."""
    folders = tuple(folders)
    found = (of(session, it, folders) for it in member_ids)
    return tuple(dict.fromkeys(line for it in found for line in sentences(it, _)))


def sentences(found: Remains, _: Catalog) -> Iterator[str]:
    """What is left to do by hand, a sentence each; nothing where nothing is known to remain."""
    for it in found.lists:
        day = formats.date_medium(it.day, _.language)
        told = {"file": it.file, "day": day, "recipient": it.recipient}
        if it.there:
            yield _("The list {file}, of {day} for {recipient}, lies in {folder} and holds the "
                    "name. Delete it, and ask {recipient} to delete theirs.",
                    folder=str(it.there.parent), **told)  # fmt: skip
        else:
            yield _("The list {file} left on {day} for {recipient}, and may hold the name. Ask "
                    "them to delete it.", **told)  # fmt: skip
    if found.attached:
        yield _("These attached files hold the name, and stay as they are: {files}. Replace them "
                "in their meetings.", files=formats.listed(found.attached, _.language))  # fmt: skip
    if found.unread:
        yield _("These attached files cannot be searched: {files}. Look into them.",
                files=formats.listed(found.unread, _.language))  # fmt: skip
    if found.texts:
        yield _.plural(
            "The first or the family name alone stays in {n} place: it may be somebody else's.",
            "The first or the family name alone stays in {n} places: it may be somebody else's.",
            len(found.texts),
        )  # fmt: skip


def _lists(session: Session, member_id: UUID, folders: tuple[Path, ...]) -> Iterator[NamedFile]:
    """Lists for readers to whom the member ever agreed; one that lies here is looked into."""
    person = select(Member.person).where(Member.id == member_id).scalar_subquery()
    for member in session.scalars(select(Member).where(Member.person == person)):
        asked = select(SharingConsent.level).where(SharingConsent.member_id == member.id)
        levels = set(session.scalars(asked))
        for it in exports.sent(session, member.community_id):
            if it.told.get("kind") != exports.NAMES or it.level not in levels:
                continue
            file, recipient = str(it.told.get("file", "")), str(it.told.get("recipient", ""))
            day = min(it.steps.values()).date()
            there = next((at / file for at in folders if file and (at / file).is_file()), None)
            if there is None or _names(there, member):
                yield NamedFile(file, day, recipient, there)


def _names(file: Path, member: Member) -> bool:
    """Whether a list of ours has the member; one that cannot be read is taken to have them."""
    try:
        text = text_of(file.read_bytes())
    except OSError:  # open in a spreadsheet program, say
        return True
    return text is None or all(name in text for name in (member.given_name, member.family_name))
