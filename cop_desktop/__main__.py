"""`cop-desktop [FILE]` opens the window; anything else is the command line's."""

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cop_desktop.paths import is_address

IMPORT = builtins.__import__  # Qt will put its own over it


def main(argv: Sequence[str] | None = None) -> int:
    """The window or the command line; the answer is the exit status (0, 1 or 2)."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and not _one_file(words):
        from cop_desktop import cli  # the window must not pay for the command line

        return cli.main(words)
    if not has_screen():
        sys.stderr.write(f"{_no_screen()}\n")
        return 1
    gc.disable()  # nothing is garbage yet, and looking for it costs a tenth of the start
    from cop_desktop import start  # nor the command line for the window

    return start.main(words[0] if words else None, IMPORT)


def _one_file(words: Sequence[str]) -> bool:
    """Whether the words are one thing to open: a file that is there or is named like one, or the
    address of a shared database.
    """
    if len(words) != 1:
        return False
    return is_address(words[0]) or Path(words[0]).is_file() or Path(words[0]).suffix != ""


def _no_screen() -> str:
    from cop_desktop import formats, paths, settings  # only where no window can be opened
    from cop_desktop.i18n import catalog

    _ = catalog(settings.load(paths.settings_file()).language)
    return formats.without_isolates(
        _(
            "There is no screen to open a window on. For documents and pictures of a sample community, run: {command}",  # noqa: E501
            command="cop-desktop demo FOLDER",
        )
    )


def has_screen() -> bool:
    """Whether Qt would find a display: without one it aborts the process."""
    if not sys.platform.startswith("linux"):
        return True
    told = os.environ.get("QT_QPA_PLATFORM", "")
    if told and not told.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
