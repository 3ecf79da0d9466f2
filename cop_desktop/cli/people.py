"""People of a file: forgetting one for good, and a list of those who agreed to be named."""

import argparse
from pathlib import Path
from uuid import UUID

from cop_desktop.errors import UserError
from cop_desktop.export import named_list, remains
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import settings_file
from cop_desktop.services import consents, erasing
from cop_desktop.settings import load
from cop_desktop.store import Store

from .shell import Shell, add_community, common

NOBODY = N_("Nobody in {file} has the name or the e-mail address {name}.")
SEVERAL = N_("Several people in {file} are called {name}. Give the e-mail address instead.")
ASKED = N_(
    "Nothing was done yet. With --yes {name} is erased, here and in the backups of this "
    "computer; there is no way back."
)


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "forget a person for good, or let names leave with consent"
    deeds = parser.add_subparsers(required=True, metavar="DEED")
    again = [common(again=True)]
    erase = deeds.add_parser("erase", help="forget a person for good", parents=again)
    erase.add_argument("name", metavar="NAME", help="the whole name, or the e-mail address")
    erase.add_argument("file", type=Path, metavar="FILE")
    erase.add_argument("--yes", action="store_true", help="do it; otherwise tell what would go")
    erase.set_defaults(run=forget)
    _describe_names(deeds.add_parser("names", help="a list of those who agreed", parents=again))


def _describe_names(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("out", type=Path, metavar="FOLDER", help="a folder that is there")
    parser.add_argument(
        "--level", choices=[it.value for it in consents.LEVELS], default=Share.MINISTRY.value,
        help="to whose readers they agreed",
    )  # fmt: skip
    for name, told in (("recipient", "who gets it"), ("purpose", "what for"),
                       ("basis", "by what right")):  # fmt: skip
        parser.add_argument(f"--{name}", required=True, metavar="WORDS", help=told)
    add_community(parser)
    parser.set_defaults(run=names)


def forget(shell: Shell, told: argparse.Namespace) -> None:
    _ = shell.words
    with shell.opened(told.file, to_write=told.yes) as store:
        key, name = _named(store, told)
        with store.read() as session:
            places = len(erasing.mentions(session, key))
            left = remains.of(session, key, remains.folders(load(settings_file()).memory))
        sentences = [_.plural("Named in {n} place", "Named in {n} places", places)]
        shell.answer(
            {
                "member": key, "mentions": places, "erased": told.yes,
                "remains": list(remains.sentences(left, _)),
                "alone": [{"table": it.table, "column": it.column, "text": it.text}
                          for it in left.texts],
            },
            *(sentences if places else []), *remains.sentences(left, _),
        )  # fmt: skip
        if not told.yes:
            raise UserError(ASKED, name=name)
        with store.write(_("Erase for good")) as session:
            erasing.erase(session, key, _("a former member"), shell.today)
        store.forget()
    shell.say(_("The person was erased, here and in the backups of this computer."))


def names(shell: Shell, told: argparse.Namespace) -> None:
    """Names leave for somebody, for a purpose, on a basis; who did not agree is counted."""
    errand = named_list.Errand(told.recipient, told.purpose, told.basis)
    with shell.opened(told.file, to_write=True) as store:
        community = shell.community(store, told.community)
        with store.write(shell.words("Export a list of names")) as session:
            path, entry = named_list.leave(
                session, community.id, Share(told.level), errand, told.out, shell.now, shell.words
            )
    members, left_out = int(entry.told["members"]), int(entry.told["left_out"])
    _ = shell.words
    shell.answer(
        {"file": str(path), "level": told.level, "members": members, "left_out": left_out,
         "digest": entry.package},
        _("{file} was written.", file=path.name),
        _.plural("{n} did not agree, and is not in it.", "{n} did not agree, and are not in it.",
                 left_out),
    )  # fmt: skip


def _named(store: Store, told: argparse.Namespace) -> tuple[UUID, str]:
    """The one person of that name or address, in whichever community."""
    with store.read() as session:
        found = erasing.named(session, told.name)
    if len(found) != 1:
        raise UserError(SEVERAL if found else NOBODY, name=told.name, file=told.file.name)
    return next(iter(found.items()))
