"""What a show is asked for: of which community, on which day, for whose eyes, in which words."""

from collections.abc import Container
from datetime import date
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share


@frozen
class Asked:
    """A question to the file; what is private is told only where it was asked for."""

    community_id: UUID
    today: date
    level: Share
    words: Catalog

    @property
    def private(self) -> bool:
        return self.level is Share.ME

    def may_see(self, key: str, private: Container[str]) -> bool:
        """Whether a thing is no secret, or the leader asks."""
        return self.private or key not in private
