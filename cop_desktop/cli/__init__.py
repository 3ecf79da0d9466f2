"""The command line: the same services and documents without a window."""

import argparse
import sys
from collections.abc import Callable, Sequence

from cop_desktop.errors import UserError

from . import collates, demo, exports, files, imports, merging, packages, people, shows
from .shell import Shell, common

Describe = Callable[[argparse.ArgumentParser], None]
SUBCOMMANDS: dict[str, tuple[Describe, str]] = {
    "demo": (demo.describe, "the sample community, its documents and pictures"),
    "new": (files.describe_new, "a new file with an empty community"),
    "import": (imports.describe, "bring in a list: roster, meetings, work plan"),
    "export": (exports.describe, "write a paper, a table or the calendar"),
    "package": (packages.describe, "packages for the ministry: make, verify, receipt, seen"),
    "collate": (collates.describe, "packages of many communities into one overview"),
    "merge": (merging.describe, "bring another copy of a file in, or tell what contradicts"),
    "members": (people.describe, "forget a person for good"),
    "show": (shows.describe, "what a file holds"),
    "check": (files.describe_check, "examine a file without changing it"),
    "backup": (files.describe_backup, "write a checked copy"),
    "restore": (files.describe_restore, "put a backup in a file's place"),
}
DONE, REFUSED = 0, 1  # argparse itself ends with 2 on wrong usage


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the input was refused, 2 wrong usage."""
    told = parser().parse_args(argv)
    shell = Shell(told.lang, told.json, told.today)
    try:
        told.run(shell, told)
    except UserError as problem:
        shell.refuse(problem)
    except BrokenPipeError:  # `cop-desktop show … | head` is not an error
        sys.stderr.close()
    return shell.finish()


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line, from the table of subcommands."""
    top = argparse.ArgumentParser(
        prog="cop-desktop", description="Maagalim without a window. Without a command: the window."
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name, (describe, told) in SUBCOMMANDS.items():
        describe(commands.add_parser(name, parents=[common()], help=told))
    return top
