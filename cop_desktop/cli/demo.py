"""Demo: the sample community as a file, every document in every format, and pictures of pages."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.export import calendar, messages, pack, papers, sheets
from cop_desktop.export.messages import MESSAGES
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.sheets import SHEETS
from cop_desktop.i18n import N_
from cop_desktop.services import communities, sample
from cop_desktop.store import Store, create_file

from .shell import Shell


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "the sample community, all its documents and pictures of the pages"
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--no-pictures", action="store_true", help="leave out the pages' pictures")
    parser.set_defaults(run=make)


def make(shell: Shell, told: argparse.Namespace) -> None:
    told.folder.mkdir(parents=True, exist_ok=True)
    target = told.folder / "demo.cop"
    _make_room(target, shell)
    store = create_file(target)
    try:
        with store.write(shell.words("Sample community")) as session:
            key = sample.create(session, shell.today)
        written = _documents(shell, store, Subject(key, shell.today), told.folder)
    finally:
        store.close()
    if not told.no_pictures:
        written += _pictures(shell, told.folder)
    shell.answer(
        {"folder": str(told.folder), "files": [path.name for path in (target, *written)]},
        shell.words("The sample community and its documents are in {folder}.", folder=told.folder),
    )


def _make_room(target: Path, shell: Shell) -> None:
    """A demo begins anew; the last one is kept as a backup, and a person's own file is not ours."""
    if not target.exists():
        return
    with shell.opened(target, to_write=True) as store:
        with store.read() as session:
            rows = communities.every(session, shell.today)
        if not all(row.is_sample for row in rows):
            raise UserError(
                N_("{file} holds a community of your own. Choose an empty folder."),
                file=target.name,
            )
        store.backup()
    target.unlink()


def _documents(shell: Shell, store: Store, subject: Subject, folder: Path) -> list[Path]:
    written = []
    for paper in PAPERS.values():
        with store.read() as session:
            document = paper.make(session, subject, shell.words)
        for suffix in paper.suffixes:
            written.append(folder / f"{paper.key}{suffix}")
            papers.write(document, written[-1], shell.words)
    written.append(_pack(shell, store, subject, folder))
    written += _messages(shell, store, subject, folder)
    for key, maker in SHEETS.items():
        with store.read() as session:
            sheet = maker(session, subject, shell.words)
        for suffix in sheets.SUFFIXES:
            written.append(folder / f"{key}{suffix}")
            sheets.write(sheet, written[-1])
    with store.write(shell.words(calendar.TELLING)) as session:
        year = calendar.gather(session, subject, tell=True)
    written.append(folder / f"{calendar.KEY}{calendar.SUFFIXES[0]}")
    calendar.write(year, written[-1], shell.words)
    return written


def _pack(shell: Shell, store: Store, subject: Subject, folder: Path) -> Path:
    """What one carries into the next meeting, bound in one file."""
    with store.read() as session:
        offer = pack.offer(session, subject, shell.words)
        wanted = {key: offer.copies(key) for key in offer.keys}
        bound = pack.parts(session, offer, wanted, shell.words)
    pack.write(bound, path := folder / f"{pack.KEY}.pdf", offer.title, shell.words)
    return path


def _messages(shell: Shell, store: Store, subject: Subject, folder: Path) -> list[Path]:
    """The invitation to the next meeting and the last one in short, in every form."""
    written = []
    for kind in MESSAGES.values():
        with store.read() as session:
            message = kind.make(session, subject, shell.words)
        for suffix in messages.SUFFIXES:
            written.append(folder / f"{kind.key}{suffix}")
            messages.write(message, written[-1])
    return written


def _pictures(shell: Shell, folder: Path) -> list[Path]:
    """In a process of its own: the command line knows no window, and needs no display."""
    command = [sys.executable, "-m", "cop_desktop.ui.pictures", str(folder)]
    command += ["--lang", shell.words.language, "--today", shell.today.isoformat()]
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return sorted(folder.glob("*.png"))
