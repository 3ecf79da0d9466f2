"""Export: papers and sheets, in the format that the target's name asks for."""

import argparse
from datetime import date
from pathlib import Path
from uuid import UUID

from cop_desktop.errors import UserError
from cop_desktop.export import papers, sheets
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.sheets import SHEETS
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import meetings
from cop_desktop.store import Store

from .shell import Shell, add_community

LEVELS = ("community", "organisations", "ministry", "public")


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "write a paper or a sheet; OUT's suffix is the format"
    parser.add_argument("what", choices=sorted({*PAPERS, *SHEETS}), metavar="WHAT")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--meeting", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--level", choices=LEVELS, default="community")
    parser.add_argument("--force", action="store_true", help="write over an existing OUT")
    add_community(parser)
    parser.set_defaults(run=export)


def export(shell: Shell, told: argparse.Namespace) -> None:
    if told.out.exists() and not told.force:
        raise UserError(
            N_("{file} is there already. Choose another name, or add --force."), file=told.out.name
        )
    with shell.opened(told.file) as store:
        subject = _subject(shell, store, told)
        if told.what in SHEETS and told.out.suffix.lower() in sheets.SUFFIXES:
            _sheet(shell, store, subject, told)
        else:
            _paper(shell, store, subject, told)
    shell.answer({"file": str(told.out)}, shell.words("{file} was written.", file=told.out.name))


def _paper(shell: Shell, store: Store, subject: Subject, told: argparse.Namespace) -> None:
    paper = PAPERS.get(told.what)
    if paper is None or told.out.suffix.lower() not in paper.suffixes:
        known = (
            *(paper.suffixes if paper else ()),
            *(sheets.SUFFIXES if told.what in SHEETS else ()),
        )
        raise UserError(
            N_("{what} is written as {formats}. Change the suffix of {file}."),
            what=told.what, formats=" ".join(known), file=told.out.name,
        )  # fmt: skip
    papers.allow(paper, Share(told.level))
    with store.read() as session:
        document = paper.make(session, subject, shell.words)
    papers.write(document, told.out, shell.words)


def _sheet(shell: Shell, store: Store, subject: Subject, told: argparse.Namespace) -> None:
    with store.read() as session:
        sheet = SHEETS[told.what](session, subject, shell.words)
    sheets.write(sheet.up_to(Share(told.level)), told.out)


def _subject(shell: Shell, store: Store, told: argparse.Namespace) -> Subject:
    community = shell.community(store, told.community)
    chosen = _meeting_on(store, community.id, told.meeting) if told.meeting else None
    return Subject(community.id, shell.today, chosen)


def _meeting_on(store: Store, community_id: UUID, on: date) -> UUID:
    with store.read() as session:
        rows = meetings.every(session, community_id)
    found = [row.id for row in rows if row.starts_at.date() == on]
    if not found:
        raise UserError(
            N_("No meeting is on {day}. See the dates with: show meetings"), day=on.isoformat()
        )
    return found[0]
