"""What the program stands on and under which licences: `python -m checks.licences [write]`.

Checks that no licence of the run-time set binds the whole program (GPL, AGPL), and that
THIRD-PARTY-NOTICES.md lists what `requirements/run.txt` locks; `write` writes that page anew.
"""

import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements" / "run.txt"
NOTICES = ROOT / "THIRD-PARTY-NOTICES.md"

FREE = (  # licences that bind only the work itself
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 MIT-CMU MPL-2.0 OFL-1.1"
    " PSF-2.0 Unlicense Zlib"
)
LGPL_ALLOWED = {  # distribution → why it does not bind the program
    "pyside6-essentials": "Qt is loaded as separate libraries that anyone can replace",
    "shiboken6": "part of PySide6, loaded in the same way",
    "psycopg": "a library of its own beside the program, that anyone can replace",
    "psycopg-binary": "part of psycopg, loaded in the same way",
}
STATED = {  # where the metadata names no licence in one word; read from the package's own files
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyrage": "MIT",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "uharfbuzz": "Apache-2.0",
}
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
HEADER = """\
# Third-party notices

Maagalim itself is under the MIT licence (LICENSE). At run time it stands on the works below, each
under its own licence; the full texts come with each package, in its `*.dist-info` folder.

Qt and PySide6 are used under the LGPL version 3, unchanged and as separate libraries: you may put
your own build in their place. Heebo and IBM Plex Sans Arabic are under the SIL Open Font License.

Written by `python3 cop.py notices`; do not edit by hand.

| work | version | licence | home |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Work:
    """A locked distribution; several versions where they depend on the Python."""

    name: str
    versions: tuple[str, ...]
    licence: str = "unknown"
    home: str = ""


def locked(lock: str) -> dict[str, tuple[str, ...]]:
    """Names and versions in a requirements file."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE):
        found[name] = (*found.get(name, ()), version)
    return found


def works(lock: str) -> list[Work]:
    return [described(name, versions) for name, versions in locked(lock).items()]


def described(name: str, versions: tuple[str, ...]) -> Work:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return Work(name, versions, STATED.get(name, "unknown"))
    return Work(name, versions, STATED.get(name) or licence(about), home(about))


def licence(about: PackageMetadata) -> str:
    """The SPDX expression, in whichever of three fields it is said."""
    said = field(about, "License-Expression") or field(about, "License")
    if said and "\n" not in said and len(said) < 60 and not said.endswith("License"):
        return said if is_expression(said) else classified(about) or said
    return classified(about) or said.partition("\n")[0] or "unknown"


def field(about: PackageMetadata, name: str) -> str:
    return next(iter(about.get_all(name) or []), "")


def is_expression(said: str) -> bool:
    return all(" " not in part for part in re.split(r" (?:OR|AND) ", said))


def classified(about: PackageMetadata) -> str:
    names = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or []]
    return " OR ".join(CLASSIFIERS[name] for name in names if name in CLASSIFIERS)


def home(about: PackageMetadata) -> str:
    labelled = [line.partition(", ") for line in about.get_all("Project-URL") or []]
    links = {label.lower(): link for label, _, link in labelled}
    wanted = ("homepage", "repository", "source", "documentation")
    return field(about, "Home-page") or next((links[n] for n in wanted if n in links), "")


def objection(work: Work) -> str:
    """Why this work must not be in the run-time set; empty when it may. One choice is enough."""
    choices = re.split(r" OR ", work.licence)
    if any(all(may(part, work.name) for part in choice.split(" AND ")) for choice in choices):
        return ""
    return f"{work.name}: the licence {work.licence!r} is not among those that bind only themselves"


def may(part: str, name: str) -> bool:
    return part in FREE.split() or (part.startswith("LGPL-") and name in LGPL_ALLOWED)


def page(everything: list[Work]) -> str:
    return HEADER + "".join(
        f"| {work.name} | {', '.join(work.versions)} | {work.licence} | {work.home} |\n"
        for work in everything
    )


def listed(notices: str) -> dict[str, tuple[str, ...]]:
    """Names and versions in the page."""
    rows = re.findall(r"^\| ([\w.-]+) \| ([\d][^|]*) \|", notices, re.MULTILINE)
    return {name: tuple(versions.split(", ")) for name, versions in rows}


def main(arguments: list[str]) -> int:
    lock = LOCK.read_text("utf-8")
    everything = works(lock)
    if arguments == ["write"]:
        NOTICES.write_text(page(everything), "utf-8", newline="\n")
    found = [said for work in everything if (said := objection(work))]
    if listed(NOTICES.read_text("utf-8")) != locked(lock):
        found.append(f"{NOTICES.name} is older than the lock: python3 cop.py notices")
    print("\n".join(found) or f"{len(everything)} works, none of which binds the program")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
