"""A PostgreSQL of one's own on the loopback, for tests and measurements; gone when they end."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = "/usr/lib/postgresql/*/bin"  # of Debian; the newest one counts
FAST = ("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off")  # for tests only


@contextmanager
def server(*settings: str) -> Iterator[str]:
    """The address of a new, empty server without its database: `postgresql+psycopg://…:port`."""
    folder = Path(tempfile.mkdtemp(prefix="cop-postgres-", dir="/tmp" if _owner() else None))
    folder.chmod(0o755)
    if _owner():
        shutil.chown(folder, "postgres", "postgres")
    data, port = folder / "data", _free_port()
    _run("initdb", "-D", data, "-U", "cop", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    words = [f"-p {port}", "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=''"]
    log = folder / "log"
    _run("pg_ctl", "-D", data, "-w", "-l", log, "start", "-o", " ".join([*words, *settings]))
    try:
        yield f"postgresql+psycopg://cop@127.0.0.1:{port}"
    finally:
        _run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def programs() -> Path:
    """Where the programs of the server lie."""
    newest = sorted(Path("/").glob(PLACES[1:]), key=lambda it: int(it.parent.name))
    found = shutil.which("initdb")
    if not newest and not found:
        raise FileNotFoundError(
            "There is no PostgreSQL here. On Debian: apt-get install postgresql"
        )
    return newest[-1] if newest else Path(str(found)).parent


def _owner() -> str | None:
    """The server refuses to run as root."""
    return "postgres" if sys.platform != "win32" and os.geteuid() == 0 else None


def _run(program: str, *words: str | Path) -> None:
    owner = _owner()
    subprocess.run(
        [programs() / program, *words], check=True, cwd="/", stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, user=owner, group=owner, extra_groups=[] if owner else None,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return int(it.getsockname()[1])
