"""Files as wholes: new, check, backup, restore."""

import argparse
from pathlib import Path

from cop_desktop.formats import work_year_of
from cop_desktop.services import communities
from cop_desktop.store import check, create_file, restore

from .shell import Shell


def describe_new(parser: argparse.ArgumentParser) -> None:
    parser.description = "make a new file with an empty community"
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--community", required=True, metavar="NAME")
    parser.set_defaults(run=new)


def describe_check(parser: argparse.ArgumentParser) -> None:
    parser.description = "examine a file without changing it"
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=examine)


def describe_backup(parser: argparse.ArgumentParser) -> None:
    parser.description = "write a checked copy of a file"
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT")
    parser.set_defaults(run=backup)


def describe_restore(parser: argparse.ArgumentParser) -> None:
    parser.description = "put a backup in a file's place; the replaced file is kept as a backup"
    parser.add_argument("backup", type=Path, metavar="BACKUP")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=bring_back)


def new(shell: Shell, told: argparse.Namespace) -> None:
    _ = shell.words
    name = communities.heading(told.community)
    store = create_file(told.file)
    try:
        with store.write(_("New community")) as session:
            key = communities.found(session, name, work_year_of(shell.today), language=told.lang)
    finally:
        store.close()
    shell.answer(
        {"file": str(told.file), "community": name, "id": key},
        _("{file} holds the new community {name}.", file=told.file.name, name=name),
    )


def examine(shell: Shell, told: argparse.Namespace) -> None:
    _ = shell.words
    report = check(told.file)
    findings = [_.error(finding) for finding in report.findings]
    shell.answer(
        {
            "ok": report.ok, "schema": report.schema, "integrity": report.integrity,
            "encrypted": report.encrypted, "findings": findings,
        }
    )  # fmt: skip
    for finding in report.findings:
        if report.ok:  # advice only
            shell.say(_.error(finding))
        else:
            shell.refuse(finding)
    if report.ok:
        shell.say(_("The file is sound."))


def backup(shell: Shell, told: argparse.Namespace) -> None:
    _ = shell.words
    with shell.opened(told.file) as store:
        made = store.backup(told.out)
    shell.answer({"backup": str(made)}, _("Backup written: {file}", file=made))


def bring_back(shell: Shell, told: argparse.Namespace) -> None:
    _ = shell.words
    restore(told.backup, told.file)
    shell.answer({"file": str(told.file)}, _("{file} was restored.", file=told.file.name))
