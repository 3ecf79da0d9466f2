"""A community and the organisations its members come from."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base, Several
from .vocabulary import Observance, OrganisationKind


class Community(Base):
    """A professional learning community, the root of everything in the file."""

    __tablename__ = "community"

    name: Mapped[str] = mapped_column(info=MINISTRY)
    work_year: Mapped[int] = mapped_column(info=MINISTRY)  # the present one: 2026 = 2026/27
    domain: Mapped[str] = mapped_column(default="", info=MINISTRY)
    sentence: Mapped[str] = mapped_column(default="", info=MINISTRY)  # who we are, in one line
    region: Mapped[str] = mapped_column(default="", info=MINISTRY)
    founded: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    language: Mapped[str] = mapped_column(default="he", info=COMMUNITY)
    is_sample: Mapped[bool] = mapped_column(default=False, info=COMMUNITY)
    observances: Mapped[tuple[Observance, ...]] = mapped_column(
        Several(Observance), default=(Observance.JEWISH,), info=COMMUNITY
    )


class Organisation(Base):
    """A local authority or another organisation; communities of one file may share it."""

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(index=True, info=MINISTRY)
    kind: Mapped[OrganisationKind] = mapped_column(
        default=OrganisationKind.MUNICIPALITY, info=MINISTRY
    )
    district: Mapped[str] = mapped_column(default="", info=MINISTRY)
