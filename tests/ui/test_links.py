"""A link that came with a file opens pages and mailboxes, and nothing else of this computer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.ui.files import open_link

SCHEMES = ("https", "file", "smb")


class System(QObject):
    """What the desktop was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.asked.append(url.toString())


@pytest.fixture
def system(qtbot: QtBot) -> Iterator[System]:
    it = System()
    for scheme in SCHEMES:
        # the stubs say bytes, the call itself takes only text
        QDesktopServices.setUrlHandler(scheme, it, "take")  # type: ignore[arg-type]
    yield it
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_page_of_the_web_is_opened(system: System) -> None:
    open_link("https://meet.example.org/circle")
    assert system.asked == ["https://meet.example.org/circle"]


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "smb://elsewhere/share", "javascript:alert(1)", "circle", ""]
)
def test_what_would_open_something_else_is_refused_in_words(system: System, link: str) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        open_link(link)
    assert system.asked == []
