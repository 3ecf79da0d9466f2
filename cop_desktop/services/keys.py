"""The folded keys by which members are sorted and found; kept when names or contacts change."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.models import Member, Organisation

from .search import search_key, sort_key


def refresh_keys(session: Session, ids: Iterable[UUID]) -> None:
    """Compute the sort and search keys anew after names or contacts changed."""
    found = session.execute(
        select(Member, func.coalesce(Organisation.name, ""))
        .outerjoin(Organisation)
        .where(Member.id.in_(list(ids)))
    )
    for member, organisation in found.all():
        member.sort_key = sort_key(member.family_name, member.given_name)
        member.search_key = search_key(
            member.given_name, member.family_name, organisation, member.job_title,
            member.mobile, member.phone, member.email, member.expertise,
        )  # fmt: skip
