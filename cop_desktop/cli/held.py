"""Everything held about a member, from the command line."""

import argparse
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.export import held_file
from cop_desktop.export.subject import Subject
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import members
from cop_desktop.store import AnyStore

from .shell import Shell

NOBODY = N_("No member is called “{name}”. Give the whole name with --member, as in show roster.")
SEVERAL = N_("Several members are called “{name}”. Save what is held from the page of members.")


def describe(parser: argparse.ArgumentParser) -> None:
    """The option that says whose details."""
    parser.add_argument("--member", default="", metavar="NAME", help="held: whose details")


def write(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    """Everything about a member; what the leader keeps for herself with `--level me`."""
    with store.read() as session:
        key = _named(session, subject, told.member.strip())
        facts = held_file.gather(session, key, private=told.level == Share.ME.value)
    held_file.write(facts, subject.today, told.out, shell.words)


def _named(session: Session, subject: Subject, name: str) -> UUID:
    """The only member, of those here and those gone, who bears the whole name."""
    wanted = members.Filter(text=name, with_former=True)
    keys = members.find(session, subject.community_id, subject.today, wanted) if name else []
    found = [it.id for it in members.rows(session, keys, subject.today) if it.name == name]
    if len(found) != 1:
        raise UserError(SEVERAL if found else NOBODY, name=name)
    return found[0]
