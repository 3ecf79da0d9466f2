"""The community, where its members come from, what they carry, and the stages it went through."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from cop_desktop.models import (
    Community,
    FunctionHolding,
    Member,
    Organisation,
    RoleHolding,
    StageRecord,
)
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import (
    Consent,
    FormOfAddress,
    Function,
    OrganisationKind,
    Persona,
    Role,
    Stage,
)

from .story import Story, Told, read
from .year import Year


def community(told: Told, year: Year, language: str) -> Community:
    return Community(
        name=told["name"][language], sentence=told["sentence"][language], domain=told["domain"],
        region=told["region"], work_year=year.start, founded=year.day(told["founded"]),
        is_sample=True,
    )  # fmt: skip


def organisation(told: Told) -> Organisation:
    kind = OrganisationKind(told["kind"])
    return Organisation(name=told["name"], kind=kind, district=told["district"])


def tell(session: Session, story: Story) -> None:
    """Add the members, then what they hold, and the stages."""
    told = read("members")
    members = {key: _member(story, one) for key, one in told.items()}
    story.members.update((key, member.id) for key, member in members.items())
    session.add_all(members.values())
    session.flush()
    for key, one in told.items():  # a mentor's row must stand before it is pointed at
        members[key].mentor_id = story.member(one, "mentor")
    session.add_all([*_functions(story, told), *_roles(story), *_stages(story)])
    session.flush()


def _member(story: Story, told: Told) -> Member:
    given, family = told["name"]
    consent, consent_on = _consent(story.year, told)
    return Member(
        community_id=story.community_id, given_name=given, family_name=family,
        address=FormOfAddress(told["address"]),
        organisation_id=story.organisations[told["organisation"]],
        job_title=told["job"], grade=told["grade"],
        in_post_since=story.year.start + told["in_post_since"],
        mobile=told["mobile"], phone=told.get("phone", ""), email=told["email"],
        expertise=told["expertise"], manager_name=told["manager"],
        consent=consent, consent_on=consent_on,
        joined=story.year.past(told["joined"]),
        left=story.year.past(told["left"]) if "left" in told else None,
        persona=Persona(told["persona"]) if "persona" in told else None,
        needs=told.get("needs", ""), notes=told.get("notes", ""),
    )  # fmt: skip


def _consent(year: Year, told: Told) -> tuple[Consent, date | None]:
    if "consent" not in told:
        return Consent.NOT_ASKED, None
    state, on = told["consent"]
    return Consent(state), year.past(on)


def _functions(story: Story, told: Told) -> Iterator[FunctionHolding]:
    for key, one in told.items():
        for function in one.get("functions", ()):
            yield FunctionHolding(
                member_id=story.members[key],
                function=Function(function),
                since=story.year.day(one["joined"]),
            )


def _roles(story: Story) -> Iterator[RoleHolding]:
    """Holdings begun by today; one that ends later goes on."""
    for role, holdings in read("roles").items():
        for told, since in story.by_today(holdings, "since"):
            planned = told.get("planned")
            yield RoleHolding(
                member_id=story.members[told["member"]], role=Role(role), since=since,
                until=story.day(told, "until"), note=told.get("note", ""),
                way=Apprenticeship(told.get("way", Apprenticeship.HOLD)),
                planned_until=story.year.day(planned) if planned else None,
                handover=told.get("handover", ""),
            )  # fmt: skip


def _stages(story: Story) -> Iterator[StageRecord]:
    for turn, told in enumerate(read("community")["stages"], start=1):
        yield StageRecord(
            community_id=story.community_id, stage=Stage(told["stage"]), turn=turn,
            since=story.year.day(told["since"]), decided_by=told["decided_by"],
            reason=told["reason"], evidence=told["evidence"],
        )  # fmt: skip
