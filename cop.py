#!/usr/bin/env python3
"""Maagalim from a checkout: sets up in .venv what is missing, then runs, tests or checks.

  python3 cop.py run [FILE]        the window (without a display: the demo documents and pictures)
  python3 cop.py test [ARGS]       the tests; ARGS go to pytest
  python3 cop.py check             style, types, layers, catalogues, licences
  python3 cop.py cop ARGS          the command line, as in: cop.py cop show counts FILE --json
  python3 cop.py demo [DIR]        a sample community with all its documents and pictures
  python3 cop.py pictures [DIR]    pictures of every page
  python3 cop.py words             take new messages over into the catalogues
  python3 cop.py notices           write THIRD-PARTY-NOTICES.md anew
  python3 cop.py lock [--upgrade]  choose the locked versions anew

On Windows: py cop.py …
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said here in words, before anything is tried
    sys.exit("Maagalim needs Python 3.11 or newer; this one is " + sys.version.split()[0] + ".")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN, EXE = (VENV / "Scripts", ".exe") if os.name == "nt" else (VENV / "bin", "")
PYTHON = BIN / f"python{EXE}"
STAMP = VENV / "cop.json"
LINUX = sys.platform.startswith("linux")
HERE = f"Python {sys.version_info.major}.{sys.version_info.minor} in {ROOT}"

# What Qt's platform plugins load from the system.
OFFSCREEN = (
    "libEGL.so.1 libGL.so.1 libX11.so.6 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6"
    " libglib-2.0.so.0 libxkbcommon.so.0"
)
XCB = (
    "libX11-xcb.so.1 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1"
    " libxcb-randr.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-sync.so.1"
    " libxcb-xfixes.so.0 libxcb-xkb.so.1 libxkbcommon-x11.so.0"
)
WAYLAND = "libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1"
ADDED = {"offscreen": "", "native": "", "xcb": XCB, "wayland": WAYLAND}
TOOLS = {  # path or program the tests need → Debian package
    "/usr/share/unicode/BidiCharacterTest.txt": "unicode-data",
    "pdftotext": "poppler-utils",
    "pg_ctlcluster": "postgresql",  # a server of the tests' own: checks/postgres.py
}
ODDLY_NAMED = {"libglib-2.0.so.0": "libglib2.0-0"}

CHECKS = (
    "ruff check .",
    "ruff format --check .",
    "lint-imports",
    "python -m checks.words",
    "python -m checks.licences",
    "mypy",
)
LOCK = (
    "uv pip compile --quiet --universal --python-version=3.11 --generate-hashes"
    " --no-emit-index-url --no-emit-find-links pyproject.toml requirements/run.in"
)
LOCK_RUN = f"{LOCK} --output-file=requirements/run.txt"
LOCK_DEV = f"{LOCK} requirements/dev.in -c requirements/run.txt -o requirements/dev.txt"
LOAD = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError as problem:
        print(problem)
"""
X_ANSWERS = "import ctypes, sys; sys.exit(not ctypes.CDLL('libX11.so.6').XOpenDisplay(None))"


class StopError(Exception):
    """A reason to stop, said in a sentence with advice."""


def say(sentence: str) -> None:
    print(f"cop.py: {sentence}", file=sys.stderr, flush=True)


def call(*command: str | Path, cwd: Path | None = ROOT, **environment: str) -> int:
    """Run a command, at the project's root unless told otherwise; its exit status."""
    try:
        return subprocess.call(command, cwd=cwd, env={**os.environ, **environment})
    except KeyboardInterrupt:
        return 130


def python(*arguments: str | Path) -> int:
    """Run the environment's Python."""
    return call(PYTHON, *arguments)


def program(*arguments: str, **environment: str) -> int:
    """Run a module of the program where the caller stands, so that files are found from there."""
    return call(PYTHON, "-m", *arguments, cwd=None, **environment)


def prepare(kind: str, plugin: str = "", libraries: str = "", tools: str = "") -> None:
    """Make ready what `run` or `dev` needs; what is ready already is left alone.

    `plugin` is Qt's for this display, `libraries` and `tools` what else must be on the system.
    """
    new = not PYTHON.exists()
    needs = (plugin, libraries, tools)
    provide(missing(*needs))  # all of it in one line, and before the long download
    set_up(kind)
    if new:
        provide(missing(*needs))  # now by what Qt's own plugin says


def set_up(kind: str) -> None:
    """The environment, the packages, the catalogues: each only if it is not as wanted."""
    stamp = read_stamp()
    if not stamp:
        make_environment()
    if stamp.get("packages") not in {wanted(kind), wanted("dev")}:  # dev holds all that run needs
        install(kind)
        write_stamp(stamp, packages=wanted(kind))
    catalogues = sorted((ROOT / "resources" / "locale").rglob("*.po"))
    compiled = all(po.with_suffix(".mo").exists() for po in catalogues)
    if not compiled or stamp.get("words") != digest(catalogues):
        if python("hatch_build.py"):
            raise StopError("A catalogue is broken; the message above names the line.")
        write_stamp(stamp, words=digest(catalogues))


def read_stamp() -> dict[str, str]:
    """What this Python did in this place before; anything else counts as nothing done."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if stamp.get("here") == HERE and PYTHON.exists() else {}


def write_stamp(stamp: dict[str, str], **done: str) -> None:
    stamp.update(done, here=HERE)
    STAMP.write_text(json.dumps(stamp, indent=1), "utf-8")


def wanted(kind: str) -> str:
    names = (f"requirements/{kind}.txt", "pyproject.toml", "hatch_build.py")
    return digest(ROOT / name for name in names)


def digest(files: Iterable[Path]) -> str:
    """A hash that changes with the content of any of the files."""
    parts = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def make_environment() -> None:
    say("making the environment in .venv")
    if call(sys.executable, "-m", "venv", "--clear", VENV):
        raise StopError(f"There is no environment. Is there room and leave to write in {ROOT}?")


def install(kind: str) -> None:
    """The locked packages, then the project itself, from this folder."""
    say("installing the locked packages; the first time this takes a minute or two")
    pip = ["-m", "pip", "--disable-pip-version-check", "install", "--no-deps"]
    pip += [] if sys.stderr.isatty() else ["--quiet", "--root-user-action=ignore"]
    locked = ["--require-hashes", "--only-binary=:all:", "-r", f"requirements/{kind}.txt"]
    project = ["--no-build-isolation", "--no-index", "--editable", "."]
    if python(*pip, *locked) or python(*pip, *project):
        raise StopError("Packages are missing. Is there a network, and room on the disk?")
    # pip has compiled its packages; where Python writes no bytecode, ours would be at every start
    python("-m", "compileall", "-q", "cop_desktop")


def missing(plugin: str, libraries: str, tools: str) -> list[str]:
    """The Debian packages this system lacks; on others than Linux the wheels bring everything."""
    if not LINUX:
        return []
    packages = {package(library_of(error)) for error in load_errors(plugin, libraries)}
    packages |= {TOOLS[t] for t in tools.split() if not (Path(t).exists() or shutil.which(t))}
    if not PYTHON.exists() and not importlib.util.find_spec("ensurepip"):
        packages.add("python3-venv")
    return sorted(packages)


def load_errors(plugin: str, libraries: str) -> list[str]:
    """What the loader says inside the environment, a line for each library that does not load."""
    qt = f"{OFFSCREEN} {ADDED[plugin]}" if plugin else ""
    drivers = VENV.glob(f"lib/*/site-packages/PySide6/Qt/plugins/platforms/libq{plugin}.so")
    inside = str(PYTHON) if PYTHON.exists() else sys.executable
    command = [inside, "-c", LOAD, *qt.split(), *libraries.split(), *map(str, drivers)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def library_of(error: str) -> str:
    name = re.match(r"(lib\S+\.so\.\d+): cannot open shared object", error)
    if not name:
        raise StopError(f"Qt cannot start on this system: {error}")
    return name[1]


def package(library: str) -> str:
    """The Debian package of a library: named after it (Debian policy 8.1), with an exception."""
    name, _, version = library.lower().partition(".so.")
    dash = "-" if name[-1].isdigit() else ""
    return ODDLY_NAMED.get(library, f"{name}{dash}{version}")


def provide(packages: list[str]) -> None:
    """Install Debian packages where we may; otherwise stop with the line that does."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not packages:
        return
    if not shutil.which("apt-get"):
        raise StopError(f"Please install what Debian calls {', '.join(packages)}, then try again.")
    if os.geteuid() != 0:
        raise StopError(f"Please run this line, then try again:\n  sudo {shlex.join(line)}")
    say(f"installing {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    for command in (["apt-get", "update"], line):
        done = subprocess.run([*command, "-qq"], capture_output=True, text=True, check=False)
        if done.returncode:
            raise StopError(f"{shlex.join(command)} did not work:\n{done.stderr.strip()}")


def display() -> str:
    """The Qt plugin for the display there is (elsewhere than on Linux always); empty without."""
    if not LINUX:
        return "native"
    wayland = "wayland" if os.environ.get("WAYLAND_DISPLAY") else ""
    return "xcb" if os.environ.get("DISPLAY") else wayland


def run(arguments: list[str]) -> int:
    plugin = display()
    prepare("run", plugin or "offscreen")
    if not plugin or (plugin == "xcb" and python("-c", X_ANSWERS)):
        say("there is no display here; instead of the window, the demo documents and pictures")
        return demo([])
    return program("cop_desktop", *arguments)


def demo(arguments: list[str]) -> int:
    folder, *options = arguments or [str(ROOT / "build" / "demo")]
    status = offscreen("cop_desktop", "demo", folder, *options)
    if status == 0:
        say(f"all of it is in {folder}")
    return status


def pictures(arguments: list[str]) -> int:
    return offscreen("cop_desktop.ui.pictures", *(arguments or [str(ROOT / "pictures")]))


def offscreen(*module: str) -> int:
    prepare("run", "offscreen")
    return program(*module, QT_QPA_PLATFORM="offscreen")


def cop(arguments: list[str]) -> int:
    prepare("run")
    return program("cop_desktop", *arguments)


def test(arguments: list[str]) -> int:
    prepare("dev", "offscreen", "libfribidi.so.0", " ".join(TOOLS))
    return call(PYTHON, "-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


def check(_: list[str]) -> int:
    prepare("dev")
    failed = [line for line in CHECKS if in_environment(line)]
    say(f"to be mended: {'; '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def in_environment(line: str, *more: str) -> int:
    """Run a command line whose program lies in the environment."""
    tool, *arguments = line.split()
    return call(BIN / f"{tool}{EXE}", *arguments, *more)


def words(_: list[str]) -> int:
    prepare("dev")
    return in_environment("python -m checks.words update")


def notices(_: list[str]) -> int:
    prepare("dev")
    return in_environment("python -m checks.licences write")


def lock(arguments: list[str]) -> int:
    """Without addresses or paths of this machine, so that plain pip can use it anywhere."""
    prepare("dev")
    more = ["--custom-compile-command=python3 cop.py lock", *arguments]
    return in_environment(LOCK_RUN, *more) or in_environment(LOCK_DEV, *more)


ALL = (run, test, check, cop, demo, pictures, words, notices, lock)
COMMANDS: dict[str, Callable[[list[str]], int]] = {command.__name__: command for command in ALL}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments in (["help"], ["--help"], ["-h"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except StopError as reason:
        say(str(reason))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
