"""Export: papers, sheets and the calendar, in the format that the target's name asks for."""

import argparse
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from cop_desktop.errors import UserError
from cop_desktop.export import calendar, held_file, messages, pack, papers, rollup, sheets
from cop_desktop.export.messages import MESSAGES
from cop_desktop.export.papers import PAPERS, Paper, Subject
from cop_desktop.export.sheets import SHEETS
from cop_desktop.formats import date_medium
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import meetings
from cop_desktop.services.overview import Wanted
from cop_desktop.store import AnyStore, open_file

from . import held, templates
from .shell import Shell, add_community, day, file_or_address


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "write a paper, a sheet or the calendar; OUT's suffix is the format"
    parser.add_argument(
        "what",
        choices=sorted({rollup.KEY, *(key for key, _suffixes, _writer in _OFFERED)}),
        metavar="WHAT",
    )
    parser.add_argument("file", type=file_or_address, metavar="FILE")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--meeting", type=day, metavar="DATE")
    parser.add_argument(
        "--variant",
        default="",
        metavar="WAY",
        help="; ".join(filter(None, map(_ways, PAPERS.values()))),
    )
    parser.add_argument(
        "--level", choices=[it.value for it in Share], help="for whom; the community, unless told"
    )
    held.describe(parser)
    templates.describe(parser)
    parser.add_argument("--copies", type=int, metavar="N", help="of what everybody gets in a pack")
    parser.add_argument("--force", action="store_true", help="write over an existing OUT")
    add_community(parser)
    parser.set_defaults(run=export)


def export(shell: Shell, told: argparse.Namespace) -> None:
    write = _writer(told.what, told.out)
    if told.out.exists() and not told.force:
        raise UserError(
            N_("{file} is there already. Choose another name, or add --force."), file=told.out.name
        )
    with shell.opened_any(told.file) as store:
        write(shell, store, told)
    shell.answer({"file": str(told.out)}, shell.words("{file} was written.", file=told.out.name))


def _rollup(shell: Shell, store: AnyStore, told: argparse.Namespace) -> None:
    """What all communities told; there is no community of the file to be asked for."""
    with store.read() as session:
        facts = rollup.gather(session, Wanted(), shell.today)
    rollup.write(facts, told.out, shell.words)


def _paper(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    paper = PAPERS[told.what]
    papers.allow(paper, _level(told, paper.share))
    with store.read() as session:
        document = paper.make(session, subject, shell.words)
    if document.untold:
        shell.warn(document.untold)
    if replaced := papers.write(document, told.out, shell.words):
        shell.warn(papers.replaced_in_words(replaced, shell.words))


def _sheet(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    with store.read() as session:
        sheet = SHEETS[told.what](session, subject, shell.words)
    sheets.write(sheet.up_to(_level(told)), told.out)


def _calendar(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    calendar.allow(_level(told))
    year = _told(shell, store, subject, told.file)
    calendar.write(year, told.out, shell.words)


def _message(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    if not messages.SHARE.reaches(_level(told)):
        raise UserError(papers.TOO_MUCH[messages.SHARE])
    with store.read() as session:
        message = MESSAGES[told.what].make(session, subject, shell.words)
    messages.write(message, told.out)


def _told(shell: Shell, store: AnyStore, subject: Subject, file: Path) -> calendar.MeetingYear:
    """The meetings; the file notes what calendars hear of them, unless a window holds it."""
    try:
        with (
            closing(open_file(file)) as writing,
            writing.write(shell.words(calendar.TELLING)) as session,
        ):
            return calendar.gather(session, subject, tell=True)
    except UserError:
        with store.read() as session:
            return calendar.gather(session, subject)


def _pack(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    """Every paper of a meeting in one file, in as many copies as people are expected."""
    papers.allow(PAPERS["run-sheet"], _level(told, Share.ME))
    with store.read() as session:
        offer = pack.offer(session, subject, shell.words)
        copies = {key: offer.copies(key, told.copies) for key in offer.keys}
        bound = pack.parts(session, offer, copies, shell.words)
    report = pack.write(bound, told.out, offer.title, shell.words)
    shell.answer({"pages": report.pages, "copies": copies})
    if report.replaced:
        shell.warn(papers.replaced_in_words(report.replaced, shell.words))


def _level(told: argparse.Namespace, usual: Share = Share.COMMUNITY) -> Share:
    """The readers asked for; nobody asked, what is the facilitator's own goes to them."""
    if told.level:
        return Share(told.level)
    return Share.ME if usual is Share.ME else Share.COMMUNITY


def _ways(paper: Paper) -> str:
    return f"{paper.key}: {', '.join(it.key for it in paper.variants)}" if paper.variants else ""


Writer = Callable[[Shell, AnyStore, argparse.Namespace], None]
WriterOfOne = Callable[[Shell, AnyStore, Subject, argparse.Namespace], None]


def _formats(what: str) -> dict[str, Writer]:
    """The suffixes in which a thing can be written, and by whom."""
    if what == rollup.KEY:
        return dict.fromkeys(rollup.SUFFIXES, _rollup)
    return {
        suffix: _of_one(writer)
        for key, suffixes, writer in _OFFERED
        if key == what
        for suffix in suffixes
    }


def _of_one(writer: WriterOfOne) -> Writer:
    """A writer of one community's things, told which community and meeting they are of."""

    def write(shell: Shell, store: AnyStore, told: argparse.Namespace) -> None:
        writer(shell, store, _subject(shell, store, told), told)

    return write


_OFFERED: tuple[tuple[str, Iterable[str], WriterOfOne], ...] = (
    *((key, paper.suffixes, _paper) for key, paper in PAPERS.items()),
    *((key, sheets.SUFFIXES, _sheet) for key in SHEETS),
    *((key, messages.SUFFIXES, _message) for key in MESSAGES),
    (pack.KEY, (".pdf",), _pack),
    (held_file.KEY, held_file.SUFFIXES, held.write),
    (templates.KEY, templates.SUFFIXES, templates.write),
    (calendar.KEY, calendar.SUFFIXES, _calendar),
)


def _writer(what: str, out: Path) -> Writer:
    known = _formats(what)
    if out.suffix.lower() not in known:
        raise UserError(
            N_("{what} is written as {formats}. Change the suffix of {file}."),
            what=what, formats=" ".join(known), file=out.name,
        )  # fmt: skip
    return known[out.suffix.lower()]


def _subject(shell: Shell, store: AnyStore, told: argparse.Namespace) -> Subject:
    community = shell.community(store, told.community)
    chosen = _meeting_on(store, community.id, told.meeting) if told.meeting else None
    if told.variant:
        papers.check_variant(told.what, told.variant)
    return Subject(community.id, shell.today, chosen, variant=told.variant)


def _meeting_on(store: AnyStore, community_id: UUID, on: date) -> UUID:
    with store.read() as session:
        rows = meetings.every(session, community_id)
    found = [row.id for row in rows if row.starts_at.date() == on]
    if not found:
        raise UserError(
            N_("No meeting is on {day}. See the dates with: show meetings"),
            day=partial(date_medium, on),
        )
    return found[0]
