"""What keeps a community going, and where it stands: routines, readings, marks, the self-check."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import (
    DimensionStage,
    MaturityReading,
    Meeting,
    MethodMark,
    Routine,
    RoutineDone,
    SelfCheck,
    SelfCheckAnswer,
    SignSnooze,
    Stakeholder,
    Threshold,
)
from cop_desktop.models.method import Channel, Dimension, RoutineRhythm
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import Stage

from .story import Story, Told, read


def tell(session: Session, story: Story) -> None:
    """Add it all; nothing here is named by another chapter."""
    told = read("method")
    _routines(session, story, told["routines"])
    _check(session, story, told["check"])
    session.add_all(_stakeholders(story, told["stakeholders"]))
    session.add_all(_dimensions(story, told["dimensions"]))
    session.add_all(_readings(story, told["readings"]))
    session.add_all(_marks(story, told["marks"]))
    session.add_all(_snoozes(story, told["snoozes"]))
    session.add_all(Threshold(community_id=story.community_id, **it) for it in told["thresholds"])


def _routines(session: Session, story: Story, rows: list[Told]) -> None:
    of_meetings = select(Meeting.starts_at).where(Meeting.id.in_(story.meetings.values()))
    held = [moment.date() for moment in session.scalars(of_meetings)]
    for told, since in story.by_today(rows, "since"):
        routine = Routine(
            community_id=story.community_id, name=told["name"],
            rhythm=RoutineRhythm(told["rhythm"]), since=since, until=story.day(told, "until"),
            channel=Channel(told["channel"]), what=told["what"],
            owner_id=story.member(told, "owner"), ready=told.get("ready", ""),
        )  # fmt: skip
        session.add(routine)
        session.flush()
        session.add_all(_times(story, told, routine, held))


def _times(story: Story, told: Told, routine: Routine, held: list[date]) -> Iterator[RoutineDone]:
    notes = told.get("notes", ())
    for place, on in enumerate(_days(story, told, held)):
        if routine.since <= on <= story.year.today:
            note = notes[place] if place < len(notes) else ""
            yield RoutineDone(routine_id=routine.id, done_on=on, note=note)


def _days(story: Story, told: Told, held: list[date]) -> list[date]:
    """Told one by one, or so many days after each meeting."""
    if "after_meeting" in told:
        return [day + timedelta(days=told["after_meeting"]) for day in held]
    return [story.year.when(day) for day in told["done"]]


def _check(session: Session, story: Story, told: Told) -> None:
    check = SelfCheck(
        community_id=story.community_id, checked_on=story.year.day(told["on"]),
        who=told["who"], note=told["note"],
    )  # fmt: skip
    session.add(check)
    session.flush()
    session.add_all(
        SelfCheckAnswer(check_id=check.id, statement=f"{group}.{part}.{key}", rating=rating)
        for group in ("components", "threats")
        for part, answers in told[group].items()
        for key, rating in answers.items()
    )


def _stakeholders(story: Story, rows: list[Told]) -> Iterator[Stakeholder]:
    for told in rows:
        yield Stakeholder(
            community_id=story.community_id, name=told["name"], title=told["title"],
            organisation_id=story.organisation(told, "organisation"),
            broker_id=story.member(told, "broker"), aim=told["aim"],
            next_step=told["next_step"], met_on=story.day(told, "met"),
            notes=told.get("notes", ""),
        )  # fmt: skip


def _dimensions(story: Story, rows: list[Told]) -> Iterator[DimensionStage]:
    for told, since in story.by_today(rows, "since"):
        yield DimensionStage(
            community_id=story.community_id, dimension=Dimension(told["dimension"]),
            stage=Stage(told["stage"]), since=since, note=told["note"],
        )  # fmt: skip


def _readings(story: Story, rows: list[Told]) -> Iterator[MaturityReading]:
    for told, on in story.by_today(rows, "on"):
        yield MaturityReading(
            community_id=story.community_id, read_on=on, content=told["content"],
            depth=told["depth"], inside_outside=told["inside_outside"],
            ownership=told["ownership"], note=told["note"],
        )  # fmt: skip


def _marks(story: Story, rows: list[Told]) -> Iterator[MethodMark]:
    for told, on in story.by_today(rows, "on"):
        yield MethodMark(
            community_id=story.community_id, list=MarkList(told["list"]), key=told["key"],
            done_on=on,
        )  # fmt: skip


def _snoozes(story: Story, rows: list[Told]) -> Iterator[SignSnooze]:
    for told, since in story.by_today(rows, "since"):
        yield SignSnooze(
            community_id=story.community_id, sign=told["sign"], since=since,
            until=story.year.when(told["until"]), reason=told["reason"],
        )  # fmt: skip
