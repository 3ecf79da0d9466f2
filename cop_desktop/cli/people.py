"""People of a file: forgetting one for good."""

import argparse
from pathlib import Path
from uuid import UUID

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import erasing
from cop_desktop.store import Store

from .shell import Shell, common

NOBODY = N_("Nobody in {file} has the name or the e-mail address {name}.")
SEVERAL = N_("Several people in {file} are called {name}. Give the e-mail address instead.")
ASKED = N_(
    "Nothing was done yet. With --yes {name} is forgotten, here and in the backups of this "
    "computer; there is no way back."
)


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "forget a person for good: rows, mentions, older backups"
    deeds = parser.add_subparsers(required=True, metavar="DEED")
    erase = deeds.add_parser("erase", help="forget a person for good", parents=[common(again=True)])
    erase.add_argument("name", metavar="NAME", help="the whole name, or the e-mail address")
    erase.add_argument("file", type=Path, metavar="FILE")
    erase.add_argument("--yes", action="store_true", help="do it; otherwise tell what would go")
    erase.set_defaults(run=forget)


def forget(shell: Shell, told: argparse.Namespace) -> None:
    _ = shell.words
    with shell.opened(told.file, to_write=told.yes) as store:
        key, name = _named(store, told)
        with store.read() as session:
            places = len(erasing.mentions(session, key))
        sentence = _.plural("Named in {n} place", "Named in {n} places", places)
        shell.answer(
            {"member": key, "mentions": places, "erased": told.yes}, *([sentence] if places else [])
        )
        if not told.yes:
            raise UserError(ASKED, name=name)
        with store.write(_("Erase for good")) as session:
            erasing.erase(session, key, _("a former member"), shell.today)
        store.forget()
    shell.say(_("The person was forgotten, here and in the backups of this computer."))


def _named(store: Store, told: argparse.Namespace) -> tuple[UUID, str]:
    """The one person of that name or address, in whichever community."""
    with store.read() as session:
        found = erasing.named(session, told.name)
    if len(found) != 1:
        raise UserError(SEVERAL if found else NOBODY, name=told.name, file=told.file.name)
    return next(iter(found.items()))
