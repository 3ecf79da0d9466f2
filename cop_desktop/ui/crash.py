"""When something goes wrong: a sentence for what people can mend, a report for what is ours."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version

from cop_desktop import __version__
from cop_desktop.errors import UserError

log = logging.getLogger("cop_desktop")


def start_log(path: Path) -> None:
    """Log to a file that starts anew at 200 KB and keeps two older ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=200_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def report(problem: BaseException) -> str:
    """What the makers need and nothing of the community: kinds and lines, never messages.

    The words of an exception may hold names (a database error quotes the row), and so may the
    folders a file lies in.
    """
    head = [
        f"Maagalim {__version__} · {datetime.now():%Y-%m-%d %H:%M}",
        f"Python {platform.python_version()} · Qt {qt_version} · {platform.platform()}",
    ]
    return "\n".join(head + [line for each in _chain(problem) for line in _lines(each)])


def install(tell: Callable[[UserError], None], show: Callable[[str], None]) -> None:
    """From now on `tell` hears every `UserError` nobody caught, `show` gets reports of the rest."""

    def hook(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(problem, UserError):
            tell(problem)
        elif issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
        else:
            log.error("%s", words := report(problem.with_traceback(trace)))
            show(words)

    def in_thread(args: threading.ExceptHookArgs) -> None:  # no dialog outside the window's thread
        if args.exc_value is not None:
            log.error("%s", report(args.exc_value))

    sys.excepthook = hook
    threading.excepthook = in_thread


def _chain(problem: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    current: BaseException | None = problem
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    return chain


def _lines(problem: BaseException) -> list[str]:
    frames = traceback.extract_tb(problem.__traceback__)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return ["", f"{type(problem).__module__}.{type(problem).__qualname__}", *places]


def _short(file: str) -> str:
    return "/".join(Path(file).parts[-3:])
