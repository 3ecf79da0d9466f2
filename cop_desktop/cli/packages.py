"""Packages for the ministry: made, looked at, and their receipts; what left, as JSON."""

import argparse
from pathlib import Path

from sqlalchemy.orm import Session

from cop_desktop.content import content, shapes
from cop_desktop.errors import UserError
from cop_desktop.export import leaving, locking
from cop_desktop.export.leaving import Left, Wish
from cop_desktop.export.writing import refusals_told, replacing
from cop_desktop.formats import date_medium
from cop_desktop.i18n import N_
from cop_desktop.intake.package_files import MOST_BYTES
from cop_desktop.intake.package_folder import TOO_LARGE
from cop_desktop.intake.packages import received
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import export_key
from cop_desktop.services import exports
from cop_desktop.services import leaving as leaving_from
from cop_desktop.services.leaving import LEVELS, Look
from cop_desktop.services.packages import receipt
from cop_desktop.services.packages.gathering import Asked as Question
from cop_desktop.services.packages.incoming import Received
from cop_desktop.services.packages.signing import fingerprint

from .asked import Asked
from .method_shows import Shown
from .shell import Shell, add_community, common

UNREADABLE = N_("{file} could not be read. Look whether it is there, and try once more.")
LOCKED = N_("{file} is locked (age). Open it first with the secret key it was locked for.")


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "packages for the ministry"
    again = [common(again=True)]
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    _describe_make(
        verbs.add_parser("make", parents=again, help="write the next package into the folder OUT")
    )
    verify_ = verbs.add_parser("verify", parents=again, help="look at a package from all sides")
    verify_.add_argument("package", type=Path, metavar="PACKAGE")
    verify_.set_defaults(run=verify)
    receipt_ = verbs.add_parser(
        "receipt", parents=again, help="write the receipt of a package for its sender"
    )
    receipt_.add_argument("package", type=Path, metavar="PACKAGE")
    receipt_.add_argument("out", type=Path, metavar="OUT")
    receipt_.set_defaults(run=write_receipt)
    seen = verbs.add_parser("seen", parents=again, help="note in FILE that a RECEIPT came back")
    seen.add_argument("file", type=Path, metavar="FILE")
    seen.add_argument("receipt", type=Path, metavar="RECEIPT")
    add_community(seen)
    seen.set_defaults(run=see)


def _describe_make(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("out", type=Path, metavar="OUT", help="a folder that is there")
    parser.add_argument(
        "--level", choices=[it.value for it in LEVELS], default=Share.MINISTRY.value
    )
    parser.add_argument(
        "--sign", action="append", default=[], choices=sorted(shapes.signs()), metavar="SIGN",
        help="a lit sign to share; may be given several times; none leaves by itself",
    )  # fmt: skip
    parser.add_argument("--recipient", metavar="NAME", help="as the log of exports keeps it")
    parser.add_argument(
        "--age", metavar="KEY", help="lock it for the owner of this public key, or file with one"
    )
    add_community(parser)
    parser.set_defaults(run=make)


def make(shell: Shell, told: argparse.Namespace) -> None:
    """Write the next package into a folder, and note it in the log of exports."""
    level = Share(told.level)
    with shell.opened(told.file, to_write=True) as store:
        community = shell.community(store, told.community)
        asked = Question(community.id, level, shell.today, {})
        with store.read() as session:
            asked = leaving_from.sharing(session, asked, told.sign)
            look = leaving_from.look(session, asked)
        wish = Wish(
            asked, told.recipient or content(shell.words.language).word(level), told.out,
            export_key(), shell.now, _key(told.age),
        )  # fmt: skip
        page = leaving.summary(look.contents)
        with store.write(shell.words("Export a package")) as session:
            left = leaving.leave(session, wish, look.contents, page)
    _tell_left(shell, left, look, list(asked.signs))


def _tell_left(shell: Shell, left: Left, look: Look, signs: list[str]) -> None:
    named = [f"{table}.{field}" for table, _row, field in sorted(look.named)]
    shell.answer(
        {"file": str(left.path), "number": left.number, "digest": left.digest,
         "level": look.contents.level, "fingerprint": fingerprint(left.key), "signs": signs,
         "named": named,
         "rows": {name: len(rows) for name, rows in look.contents.rows.items()}},
        shell.words("{file} was written.", file=left.path.name),
        shell.words("To read aloud when somebody asks whose it is: {digits}",
                    digits=fingerprint(left.key)),
    )  # fmt: skip
    for where in named:
        shell.warn(shell.words("A text in it names a member: {where}.", where=where))


def verify(shell: Shell, told: argparse.Namespace) -> None:
    """Look at a package; refused with a sentence when it cannot be trusted."""
    came = _came(told.package)
    head = came.head
    shell.answer(
        {
            "ok": not came.problems, "community": head.community, "name": head.name,
            "level": head.level, "as_of": head.as_of, "number": head.number,
            "previous": head.previous, "digest": came.digest,
            "fingerprint": fingerprint(head.key),
            "rows": {name: len(rows) for name, rows in came.rows.items()},
        },
        shell.words("{name}, package {number}, as of {day}: whole, and signed.", name=head.name,
                    number=head.number, day=date_medium(head.as_of, shell.words.language)),
        shell.words("Ask its sender for these digits: {digits}", digits=fingerprint(head.key)),
    )  # fmt: skip
    if came.problems:
        shell.refused_in_part([it.sentence(shell.words) for it in came.problems])


def write_receipt(shell: Shell, told: argparse.Namespace) -> None:
    """The receipt of a package that is whole."""
    data = receipt.as_file(_came(told.package))
    with refusals_told(told.out), replacing(told.out) as part:
        part.write_bytes(data)
    shell.answer({"file": str(told.out)}, shell.words("{file} was written.", file=told.out.name))


def see(shell: Shell, told: argparse.Namespace) -> None:
    """Note a receipt; one of a package that was never marked as handed over proves that it was."""
    came = receipt.read(_read(told.receipt))
    with shell.opened(told.file, to_write=True) as store:
        community = shell.community(store, told.community)
        with store.write(shell.words("Note the receipt of a package")) as session:
            leaving_from.see_receipt(session, community.id, came.package, shell.now)
    shell.answer({"package": came.package, "number": came.number, "left_out": came.left_out},
                 shell.words("The receipt of package {n} was noted.", n=came.number))  # fmt: skip


def exported(session: Session, asked: Asked) -> Shown:
    """What left, the newest first, with its steps; and whether the log is whole."""
    return {
        "exports": [
            {
                "package": it.package, "level": it.level, **it.told,
                "steps": {step.value: at.isoformat() for step, at in it.steps.items()},
            }
            for it in exports.sent(session, asked.community_id)
        ],
        "broken_at": exports.broken_at(session, asked.community_id),
        "lost": exports.lost(session, asked.community_id),
    }  # fmt: skip


def _key(told: str | None) -> str:
    if not told:
        return ""
    return locking.read_key(file) if (file := Path(told)).is_file() else locking.checked(told)


def _came(file: Path) -> Received:
    data = _read(file)
    if file.suffix == locking.SUFFIX:
        raise UserError(LOCKED, file=file.name)
    return received(data)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UserError(TOO_LARGE)
        return file.read_bytes()
    except OSError as problem:
        raise UserError(UNREADABLE, file=file.name) from problem
