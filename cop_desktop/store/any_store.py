"""What a file that is open and a shared database have in common."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError

from .journal import Change


class AnyStore(Protocol):
    """The verbs of a window: of a file (`Store`) or of a database on a server (`ServerStore`)."""

    on_commit: list[Callable[[Change], None]]
    on_revert: list[Callable[[Change], None]]
    by_itself: bool  # a server writes while we do something else; a file is written by us
    read_only: bool
    warnings: tuple[UserError, ...]

    @property
    def title(self) -> str:
        """What a person calls it."""

    @property
    def address(self) -> str:
        """Where it is, so that it can be opened again."""

    @property
    def busy(self) -> bool:
        """Whether one has to wait with the next session."""

    @property
    def closed(self) -> bool:
        """Whether it was let go."""

    def read(self) -> AbstractContextManager[Session]:
        """A session for one look."""

    def write(self, label: str) -> AbstractContextManager[Session]:
        """A session whose changes are committed together."""

    def revert(self, change: Change) -> Change:
        """Take a change back."""

    def lend(self) -> None:
        """From now on only a worker may write, `elsewhere`."""

    def elsewhere(self) -> AbstractContextManager["AnyStore"]:
        """The same for a worker's thread."""

    def take_back(self) -> None:
        """End the loan."""

    def close(self) -> None:
        """Let go of it."""
